//! What of the map is shown to whom, and what the curve of the mood says.

use crate::base::id::Id;
use crate::base::score::score_of;
use crate::knowledge::factors::Stage;
use crate::knowledge::lanes::{Lane, PRESETS};
use crate::tools::journey::edit::MoodOf;
use crate::tools::journey::model::{Journey, LaneView};

/// What a view of the map shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The view in the document; `None` for everything, and for a preset as it comes.
    pub id: Option<Id>,
    /// The preset that it is, as its place among them.
    pub preset: Option<usize>,
    /// What a view of the user's own is called.
    pub name: String,
    /// The rows, from above.
    pub lanes: Vec<Lane>,
    /// Whether the curve of the mood is shown.
    pub has_mood: bool,
}

impl Shown {
    /// Everything.
    fn all() -> Self {
        let lanes = Lane::ALL.to_vec();
        Self { id: None, preset: None, name: String::new(), lanes, has_mood: true }
    }

    /// Whether it is the one that shows everything and cannot be changed.
    pub fn is_all(&self) -> bool {
        self.id.is_none() && self.preset.is_none()
    }
}

/// The views that can be chosen: everything, the presets as they come or were changed, the user's
/// own in their order.
pub fn shown_views(journey: &Journey) -> Vec<Shown> {
    let mut views = vec![Shown::all()];
    for (place, preset) in PRESETS.iter().enumerate() {
        let is_it = |view: &&LaneView| view.preset.as_deref() == Some(preset.key);
        let plain = Shown {
            id: None,
            preset: Some(place),
            name: String::new(),
            lanes: preset.lanes.to_vec(),
            has_mood: preset.has_mood,
        };
        let changed = journey.views.iter().find(is_it);
        views.push(changed.map_or(plain, |view| shown(view, Some(place))));
    }
    let is_own = |view: &&LaneView| view.preset.is_none();
    views.extend(journey.views.iter().filter(is_own).map(|view| shown(view, None)));
    views
}

fn shown(view: &LaneView, preset: Option<usize>) -> Shown {
    let lanes = Lane::ALL.into_iter().filter(|lane| view.lanes.contains(lane)).collect();
    let (name, has_mood) = (view.name.clone(), view.has_mood);
    Shown { id: Some(view.id), preset, name, lanes, has_mood }
}

/// The rows with one of them shown or hidden; they stay in their order.
pub fn toggled(lanes: &[Lane], lane: Lane) -> Vec<Lane> {
    let stays = |one: &Lane| lanes.contains(one) != (*one == lane);
    Lane::ALL.into_iter().filter(stays).collect()
}

/// A mood at every stage, 1–5; `None` where nobody said.
pub fn mood_scores(journey: &Journey, of: MoodOf) -> [Option<u8>; 5] {
    Stage::ALL.map(|stage| {
        let note = journey.stages.iter().find(|note| note.stage == stage)?;
        match of {
            MoodOf::Today => note.mood,
            MoodOf::Target => note.target_mood,
            MoodOf::Persona(id) => score_of(&note.moods, id),
        }
    })
}

/// What a curve of the mood says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MoodFinding {
    /// The first of the stages with the lowest mood.
    pub low: (Stage, u8),
    /// The first of the stages with the highest mood.
    pub high: (Stage, u8),
    /// The stages in which it lies under where it is to be.
    pub below: Vec<Stage>,
}

/// What a curve of today's mood says against the target; `None` where nobody said anything.
pub fn mood_finding(scores: &[Option<u8>; 5], target: &[Option<u8>; 5]) -> Option<MoodFinding> {
    let said =
        || Stage::ALL.into_iter().zip(scores).filter_map(|(stage, mood)| Some((stage, (*mood)?)));
    let low = said().min_by_key(|(_, mood)| *mood)?;
    // The last of the highest ones is the first from behind.
    let high = said().rev().max_by_key(|(_, mood)| *mood)?;
    let below = said()
        .filter(|(stage, mood)| target[*stage as usize].is_some_and(|wanted| *mood < wanted))
        .map(|(stage, _)| stage)
        .collect();
    Some(MoodFinding { low, high, below })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::base::extra::Extra;
    use crate::tools::journey::edit::{JourneyEdit, MoodChange};

    fn view(bits: u64, preset: Option<&str>, lanes: &[Lane]) -> LaneView {
        LaneView {
            id: Id::from_bits(bits),
            preset: preset.map(str::to_owned),
            name: "运营".to_owned(),
            lanes: lanes.to_vec(),
            has_mood: false,
            extra: Extra::new(),
        }
    }

    #[test]
    fn presets_come_changed_or_as_they_are_and_own_views_follow() {
        let mut journey = Journey::default();
        let names = |journey: &Journey| -> Vec<(Option<usize>, usize)> {
            shown_views(journey).iter().map(|one| (one.preset, one.lanes.len())).collect()
        };
        let as_they_come = [(None, 5), (Some(0), 2), (Some(1), 3), (Some(2), 4)];
        assert_eq!(names(&journey), as_they_come);
        let own = view(1, None, &[Lane::Pain]);
        let changed = view(2, Some("service"), &[Lane::Pain, Lane::Touch]);
        for view in [own, changed] {
            JourneyEdit::PutView(view).apply(&mut journey).unwrap();
        }
        assert_eq!(names(&journey)[2], (Some(1), 2));
        assert_eq!(names(&journey)[4], (None, 1));
        // Rows stand from above, however they were chosen.
        assert_eq!(shown_views(&journey)[2].lanes, [Lane::Touch, Lane::Pain]);
        JourneyEdit::RemoveView(Id::from_bits(2)).apply(&mut journey).unwrap();
        assert_eq!(names(&journey)[2], as_they_come[2]);
    }

    #[test]
    fn a_curve_names_its_ends_and_what_lies_under_the_target() {
        let today = [Some(3), Some(4), None, Some(2), Some(2)];
        let target = [Some(3), Some(5), Some(5), Some(4), None];
        let found = mood_finding(&today, &target).unwrap();
        assert_eq!((found.low, found.high), ((Stage::Receive, 2), (Stage::Consider, 4)));
        assert_eq!(found.below, [Stage::Consider, Stage::Receive]);
        assert_eq!(mood_finding(&[None; 5], &target), None);
    }

    proptest! {
        #[test]
        fn the_ends_bound_the_curve_and_moods_are_read_as_they_were_written(
            moods in proptest::array::uniform5(proptest::option::of(1_u8..=5)),
        ) {
            let mut journey = Journey::default();
            let change = |(stage, value)| MoodChange { stage, of: MoodOf::Today, value };
            let changes = Stage::ALL.into_iter().zip(moods).map(change).collect();
            JourneyEdit::SetMoods(changes).apply(&mut journey).unwrap();
            prop_assert_eq!(mood_scores(&journey, MoodOf::Today), moods);
            prop_assert_eq!(mood_scores(&journey, MoodOf::Target), [None; 5]);
            let found = mood_finding(&moods, &moods);
            prop_assert_eq!(found.is_some(), moods.iter().any(Option::is_some));
            if let Some(found) = found {
                prop_assert!(moods.iter().flatten().all(|mood| (found.low.1..=found.high.1).contains(mood)));
                prop_assert!(found.below.is_empty());
            }
        }

        #[test]
        fn toggling_twice_changes_nothing(bits in 0_usize..32, lane in 0_usize..5) {
            let has = |place: &usize| bits >> place & 1 == 1;
            let lanes: Vec<Lane> = (0..5).filter(has).map(|place| Lane::ALL[place]).collect();
            let once = toggled(&lanes, Lane::ALL[lane]);
            prop_assert_ne!(&once, &lanes);
            prop_assert_eq!(toggled(&once, Lane::ALL[lane]), lanes);
        }
    }
}
