//! What a user can do to the new products.

use crate::base::day::Day;
use crate::base::edit::{EditError, MergeKey, check_len, check_range};
use crate::base::id::Id;
use crate::base::list;
use crate::base::ratio::Ratio;
use crate::tools::launch::model::{
    CriterionRule, HitPlan, Launch, LaunchPlan, LaunchStage, NewItem, SCORES, Season,
};

/// The most items.
pub const MAX: usize = 1_000;
/// The most rows of a list within an item, and of criteria.
pub const MAX_ROWS: usize = 100;
/// The longest name, in characters.
pub const MAX_NAME: usize = 200;
/// The longest text, in characters.
pub const MAX_TEXT: usize = 2_000;
/// The most pieces of an order.
pub const MAX_PIECES: i64 = 1_000_000_000;

/// One change.
#[derive(Clone, Debug, PartialEq)]
pub enum LaunchEdit {
    /// Adds one, or puts it in the place of the one with its id.
    Put(Box<NewItem>),
    /// Puts one in its place after one of its fields was typed into: typing on is one step.
    Write {
        /// The item with the field as it is now.
        item: Box<NewItem>,
        /// The field's name in the file format.
        field: &'static str,
        /// What tells it from others of the name: the id of a channel or a piece of feedback.
        of: Option<Id>,
    },
    /// Moves one to a stage and a place among those on the board there.
    Move {
        /// Which one.
        id: Id,
        /// The stage.
        to: LaunchStage,
        /// Its place, counted without it; behind the end is the end.
        at: usize,
        /// The day: a new stage is counted from it.
        on: Day,
    },
    /// Removes one.
    Remove(Id),
    /// Changes what items are scored on.
    SetScoring {
        /// What differs from the criteria of `knowledge`, and the user's own.
        criteria: Vec<CriterionRule>,
        /// From which mean on an item passes, in hundredths of a point.
        pass_line: u32,
        /// Under which score a criterion fails by itself.
        floor: u8,
        /// From how many days on in one stage an item stands out.
        long_wait: u16,
    },
    /// Adds a season, or puts it in the place of the one with its id (T-47).
    PutSeason(Season),
    /// Removes a season.
    RemoveSeason(Id),
    /// Says which share of the competitors has to sell, 1–100 %.
    SetEnough(Ratio),
    /// Puts how far a product is built into a bestseller in the place of what was said of it
    /// (T-49); nothing said takes it away.
    PutHits {
        /// The product with its steps.
        plan: HitPlan,
        /// The step that was changed: typing on in it is one step of undo.
        step: &'static str,
    },
}

impl LaunchEdit {
    /// Carries the edit out.
    ///
    /// # Errors
    ///
    /// [`EditError`] for a thing that is not there, a text that is too long, a number out of its
    /// range, a list that is full.
    pub fn apply(self, section: &mut Launch) -> Result<(), EditError> {
        match self {
            Self::Put(item) | Self::Write { item, .. } => {
                check(&item)?;
                list::put(&mut section.items, *item, "launch.items", MAX)
            }
            Self::Move { id, to, at, on } => move_to(section, id, to, at, on),
            Self::Remove(id) => list::remove(&mut section.items, id).map(drop),
            Self::PutSeason(season) => {
                check_season(&season)?;
                list::put(&mut section.seasons, season, "launch.seasons", MAX_ROWS)
            }
            Self::RemoveSeason(id) => list::remove(&mut section.seasons, id).map(drop),
            Self::SetEnough(enough) => {
                check_range("launch.enough", enough.bp().into(), 100, 10_000)?;
                section.enough = enough;
                Ok(())
            }
            Self::PutHits { plan, .. } => put_hits(section, plan),
            Self::SetScoring { criteria, pass_line, floor, long_wait } => {
                check_rows("launch.criteria", criteria.len())?;
                for rule in &criteria {
                    check_len("launch.criteria.key", &rule.key, 60)?;
                    check_len("launch.criteria.name", &rule.name, MAX_NAME)?;
                    check_range("launch.criteria.weight", rule.weight.into(), 0, 1_000)?;
                }
                check_range("launch.pass_line", pass_line.into(), 100, 500)?;
                check_range("launch.floor", floor.into(), 0, SCORES.1.into())?;
                check_range("launch.long_wait", long_wait.into(), 1, 999)?;
                (section.criteria, section.pass_line) = (criteria, pass_line);
                (section.floor, section.long_wait) = (floor, long_wait);
                Ok(())
            }
        }
    }

    /// The field that is being typed into, if it is one.
    pub fn merge_key(&self) -> Option<MergeKey> {
        match self {
            Self::Write { item, field, of } => {
                Some(MergeKey { field, of: of.unwrap_or(item.id).to_string() })
            }
            Self::SetScoring { .. } => {
                Some(MergeKey { field: "launch.criteria", of: String::new() })
            }
            Self::PutSeason(season) => {
                Some(MergeKey { field: "launch.seasons", of: season.id.to_string() })
            }
            Self::PutHits { plan, step } => {
                Some(MergeKey { field: "launch.hits", of: format!("{}{step}", plan.product) })
            }
            _ => None,
        }
    }
}

fn put_hits(section: &mut Launch, plan: HitPlan) -> Result<(), EditError> {
    check_rows("launch.hits.steps", plan.steps.len())?;
    for step in &plan.steps {
        check_len("launch.hits.steps.key", &step.key, 60)?;
        check_len("launch.hits.steps.owner", &step.owner, MAX_NAME)?;
        check_len("launch.hits.steps.before", &step.before, MAX_NAME)?;
        check_len("launch.hits.steps.after", &step.after, MAX_NAME)?;
    }
    let place = section.hits.iter().position(|one| one.product == plan.product);
    match place {
        Some(place) if plan.steps.is_empty() => {
            section.hits.remove(place);
        }
        Some(place) => section.hits[place] = plan,
        None if plan.steps.is_empty() => {}
        None if section.hits.len() < MAX => section.hits.push(plan),
        None => return Err(EditError::TooMany { field: "launch.hits", max: MAX }),
    }
    Ok(())
}

fn check_season(season: &Season) -> Result<(), EditError> {
    check_len("launch.seasons.name", &season.name, MAX_NAME)?;
    check_len("launch.seasons.event", season.event.as_deref().unwrap_or_default(), MAX_NAME)?;
    check_range("launch.seasons.days_late", season.days_late, 0, 365)?;
    check_range("launch.seasons.days_early", season.days_early, season.days_late, 365)?;
    check_rows("launch.seasons.seen", season.seen.len())
}

fn move_to(
    section: &mut Launch,
    id: Id,
    to: LaunchStage,
    at: usize,
    on: Day,
) -> Result<(), EditError> {
    let mut item = list::remove(&mut section.items, id)?;
    if item.stage != to {
        (item.stage, item.since) = (to, Some(on));
    }
    let there = |one: &NewItem| one.stage == to && one.is_open();
    let places = section.items.iter().enumerate().filter(|(_, one)| there(one));
    let place = places.map(|(place, _)| place).nth(at).unwrap_or(section.items.len());
    section.items.insert(place, item);
    Ok(())
}

fn check(item: &NewItem) -> Result<(), EditError> {
    check_len("launch.items.name", &item.name, MAX_NAME)?;
    check_len("launch.items.owner", &item.owner, MAX_NAME)?;
    check_len("launch.items.supplier", &item.supplier, MAX_NAME)?;
    for (field, text) in [
        ("launch.items.origin", &item.origin),
        ("launch.items.problem", &item.problem),
        ("launch.items.advantage", &item.advantage),
    ] {
        check_len(field, text, MAX_TEXT)?;
    }
    check_range("launch.items.lead_days", item.lead_days.unwrap_or(0), 0, 3_660)?;
    check_range("launch.items.min_order", item.min_order.unwrap_or(0), 0, MAX_PIECES)?;
    check_rows("launch.items.marks", item.marks.len())?;
    for mark in &item.marks {
        let (least, most) = (SCORES.0.into(), SCORES.1.into());
        check_range("launch.items.marks.points", mark.points.into(), least, most)?;
    }
    check_plan(&item.plan)
}

fn check_plan(plan: &LaunchPlan) -> Result<(), EditError> {
    check_len("launch.items.plan.strategy", &plan.strategy, MAX_TEXT)?;
    check_len("launch.items.plan.ready_how", &plan.ready_how, MAX_TEXT)?;
    check_rows("launch.items.plan.channels", plan.channels.len())?;
    check_rows("launch.items.plan.feedback", plan.feedback.len())?;
    for channel in &plan.channels {
        check_len("launch.items.plan.channels.name", &channel.name, MAX_NAME)?;
        let budget = channel.budget.map_or(0, |budget| budget.fen());
        check_range("launch.items.plan.channels.budget", budget, 0, 1_000_000_000_000_000)?;
    }
    for heard in &plan.feedback {
        check_len("launch.items.plan.feedback.said", &heard.said, MAX_TEXT)?;
        check_len("launch.items.plan.feedback.answer", &heard.answer, MAX_TEXT)?;
    }
    if let (Some(from), Some(to)) = (plan.trial_from, plan.trial_to) {
        check_range("launch.items.plan.trial_to", i64::from(to - from), 0, 3_660)?;
    }
    Ok(())
}

fn check_rows(field: &'static str, n_rows: usize) -> Result<(), EditError> {
    if n_rows <= MAX_ROWS { Ok(()) } else { Err(EditError::TooMany { field, max: MAX_ROWS }) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tools::launch::model::ItemVerdict;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn id(bits: u64) -> Id {
        Id::from_bits(bits)
    }

    fn section() -> Launch {
        let mut section = Launch::default();
        for (bits, stage) in
            [(1, LaunchStage::Find), (2, LaunchStage::Find), (3, LaunchStage::Style)]
        {
            let item = NewItem::new(id(bits), format!("{bits}"), stage, day("2026-10-01"));
            LaunchEdit::Put(Box::new(item)).apply(&mut section).unwrap();
        }
        section
    }

    fn order(section: &Launch, stage: LaunchStage) -> Vec<u64> {
        let there = section.items.iter().filter(|one| one.stage == stage && one.is_open());
        there.map(|one| one.id.bits()).collect()
    }

    #[test]
    fn a_move_counts_from_its_day_only_where_the_stage_is_another() {
        let mut section = section();
        let to = |id, to, at| LaunchEdit::Move { id, to, at, on: day("2026-10-20") };
        to(id(1), LaunchStage::Find, 1).apply(&mut section).unwrap();
        assert_eq!(order(&section, LaunchStage::Find), [2, 1]);
        assert_eq!(list::find(&section.items, id(1)).unwrap().since, Some(day("2026-10-01")));
        to(id(1), LaunchStage::Style, 0).apply(&mut section).unwrap();
        assert_eq!(order(&section, LaunchStage::Style), [1, 3]);
        assert_eq!(list::find(&section.items, id(1)).unwrap().since, Some(day("2026-10-20")));
        // What was given up takes no place on the board.
        let mut gone = list::find(&section.items, id(1)).unwrap().clone();
        gone.verdict = Some(ItemVerdict::Stop);
        LaunchEdit::Put(Box::new(gone)).apply(&mut section).unwrap();
        to(id(2), LaunchStage::Style, 1).apply(&mut section).unwrap();
        assert_eq!(order(&section, LaunchStage::Style), [3, 2]);
        assert!(to(id(9), LaunchStage::Find, 0).apply(&mut section).is_err());
    }

    #[test]
    fn a_list_of_steps_that_says_nothing_goes() {
        let mut section = Launch::default();
        let put = |steps| {
            let plan = HitPlan { product: id(7), steps, extra: crate::base::extra::Extra::new() };
            LaunchEdit::PutHits { plan, step: "page" }
        };
        let mut step = crate::tools::launch::model::HitStep::new("page".to_owned());
        step.done_on = Some(day("2026-10-20"));
        put(Vec::new()).apply(&mut section).unwrap();
        assert_eq!(section.hits.len(), 0);
        put(vec![step.clone()]).apply(&mut section).unwrap();
        put(vec![step]).apply(&mut section).unwrap();
        assert_eq!(section.hits.len(), 1);
        put(Vec::new()).apply(&mut section).unwrap();
        assert_eq!(section.hits.len(), 0);
    }

    #[test]
    fn what_no_item_has_is_refused() {
        let mut section = section();
        let mut item = section.items[0].clone();
        item.set_mark("price", Some(6));
        assert!(LaunchEdit::Put(Box::new(item.clone())).apply(&mut section).is_err());
        item.set_mark("price", Some(5));
        item.set_mark("price", Some(4));
        assert_eq!((item.marks.len(), item.mark("price")), (1, Some(4)));
        LaunchEdit::Put(Box::new(item.clone())).apply(&mut section).unwrap();
        item.plan.trial_from = Some(day("2026-10-20"));
        item.plan.trial_to = Some(day("2026-10-19"));
        assert!(LaunchEdit::Put(Box::new(item)).apply(&mut section).is_err());
        let scoring = |pass_line, floor| LaunchEdit::SetScoring {
            criteria: Vec::new(),
            pass_line,
            floor,
            long_wait: 45,
        };
        assert!(scoring(99, 2).apply(&mut section).is_err());
        assert!(scoring(350, 6).apply(&mut section).is_err());
        let mut season = Season::new(id(8), "春装".to_owned());
        season.days_early = 5;
        assert!(LaunchEdit::PutSeason(season.clone()).apply(&mut section).is_err());
        season.days_late = 5;
        LaunchEdit::PutSeason(season).apply(&mut section).unwrap();
        assert!(LaunchEdit::SetEnough(Ratio::from_bp(0)).apply(&mut section).is_err());
        scoring(400, 0).apply(&mut section).unwrap();
        assert_eq!((section.pass_line, section.floor, section.long_wait), (400, 0, 45));
        let no_wait =
            LaunchEdit::SetScoring { criteria: Vec::new(), pass_line: 400, floor: 0, long_wait: 0 };
        assert!(no_wait.apply(&mut section).is_err());
    }
}
