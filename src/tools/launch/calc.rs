//! What the board and the scorecard come to (T-44, T-45).

pub mod season;

use crate::base::day::Day;
use crate::base::id::Id;
use crate::base::money::{Money, div_round};
use crate::knowledge::launch::CRITERIA;
use crate::tools::launch::model::{Launch, LaunchPlan, LaunchStage, NewItem};

/// Something that items are scored on: the trade's, or the user's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Criterion {
    /// Its key.
    pub key: String,
    /// What the user called it; empty for one of the trade's.
    pub name: String,
    /// How much it counts beside the others; 0 leaves it out.
    pub weight: u32,
}

/// Everything that items are scored on: the trade's in their order, then the user's own.
pub fn criteria(section: &Launch) -> Vec<Criterion> {
    let rule = |key: &str| section.criteria.iter().find(|rule| rule.key == key);
    let mut all: Vec<Criterion> = CRITERIA
        .iter()
        .map(|one| Criterion {
            key: one.key.to_owned(),
            name: String::new(),
            weight: rule(one.key).map_or(one.weight, |rule| rule.weight),
        })
        .collect();
    let is_own = |key: &str| CRITERIA.iter().all(|one| one.key != key);
    all.extend(section.criteria.iter().filter(|rule| is_own(&rule.key)).map(|rule| Criterion {
        key: rule.key.clone(),
        name: rule.name.clone(),
        weight: rule.weight,
    }));
    all
}

/// What a scorecard comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scorecard {
    /// The mean of the scores by their weights, in hundredths of a point, rounded half up; none
    /// where nothing counts or nothing is scored.
    pub mean: Option<u32>,
    /// What it comes to.
    pub outcome: Outcome,
    /// Criteria that nobody scored, by their keys.
    pub open: Vec<String>,
    /// What is to be mended first: criteria under the floor or under the pass line, by their
    /// keys, the heaviest loss first.
    pub to_fix: Vec<String>,
}

/// What a scorecard comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Something is not scored.
    Open,
    /// The mean reaches the line, and no criterion lies under the floor.
    Pass,
    /// Something is to be mended.
    Fail,
}

/// The scorecard of an item.
pub fn scorecard(section: &Launch, item: &NewItem) -> Scorecard {
    let counted: Vec<Criterion> =
        criteria(section).into_iter().filter(|one| one.weight != 0).collect();
    let (mut weights, mut sum) = (0_i128, 0_i128);
    let (mut open, mut losses) = (Vec::new(), Vec::new());
    for one in counted {
        let Some(points) = item.mark(&one.key) else {
            open.push(one.key);
            continue;
        };
        weights += i128::from(one.weight);
        sum += i128::from(one.weight) * i128::from(points);
        let short = i64::from(section.pass_line) - i64::from(points) * 100;
        if points < section.floor || 0 < short {
            let is_under = points < section.floor;
            losses.push((!is_under, -short * i64::from(one.weight), one.key));
        }
    }
    crate::base::order::sort(&mut losses);
    let under_floor = losses.iter().any(|(is_over, ..)| !is_over);
    let mean = (weights != 0).then(|| div_round(sum * 100, weights));
    let mean = mean.and_then(|mean| u32::try_from(mean).ok());
    let outcome = match mean {
        Some(mean) if open.is_empty() => {
            let is_enough = section.pass_line <= mean && !under_floor;
            if is_enough { Outcome::Pass } else { Outcome::Fail }
        }
        _ => Outcome::Open,
    };
    Scorecard { mean, outcome, open, to_fix: losses.into_iter().map(|loss| loss.2).collect() }
}

/// The items on the board in a stage, in their order.
pub fn in_stage(section: &Launch, stage: LaunchStage) -> Vec<Id> {
    let there = section.items.iter().filter(|one| one.stage == stage && one.is_open());
    there.map(|one| one.id).collect()
}

/// The stage and the place on the board of an item; none where it is not on the board.
pub fn place_of(section: &Launch, id: Id) -> Option<(LaunchStage, usize)> {
    LaunchStage::ALL.into_iter().find_map(|stage| {
        let place = in_stage(section, stage).iter().position(|one| *one == id)?;
        Some((stage, place))
    })
}

/// How many days an item stands in its stage; none where nobody said since when, or from a day
/// that has not come.
pub fn days_in_stage(item: &NewItem, today: Day) -> Option<i32> {
    item.since.map(|since| today - since).filter(|days| 0 <= *days)
}

/// The days of the way that are known: when an item is here at the soonest, if it is ordered
/// today.
pub fn soonest(item: &NewItem, today: Day) -> Option<Day> {
    let days = i32::try_from(item.lead_days?).ok()?;
    let most = Day::MAX - today;
    (days <= most).then(|| today + days)
}

/// The budgets of all channels together; none where nobody said one.
pub fn budget(plan: &LaunchPlan) -> Option<Money> {
    let mut budgets = plan.channels.iter().filter_map(|channel| channel.budget).peekable();
    budgets.peek()?;
    let sum = budgets.map(|budget| i128::from(budget.fen())).sum::<i128>();
    Some(Money::from_fen_clamped(i64::try_from(sum).unwrap_or(i64::MAX)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::base::extra::Extra;
    use crate::tools::launch::model::CriterionRule;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn item(marks: &[(&str, u8)]) -> NewItem {
        let (id, since) = (Id::from_bits(1), day("2026-10-01"));
        let mut item = NewItem::new(id, "皮质首饰盒".to_owned(), LaunchStage::Check, since);
        for (key, points) in marks {
            item.set_mark(key, Some(*points));
        }
        item
    }

    const FULL: [(&str, u8); 4] =
        [("recognition", 4), ("findability", 3), ("price", 3), ("persona_fit", 5)];

    #[test]
    fn the_mean_is_weighted_and_the_line_decides() {
        let mut section = Launch::default();
        // (30 × 4 + 25 × 3 + 25 × 3 + 20 × 5) ÷ 100 = 3.70.
        let card = scorecard(&section, &item(&FULL));
        assert_eq!((card.mean, card.outcome), (Some(370), Outcome::Pass));
        assert_eq!(card.to_fix, ["findability", "price"]);
        section.pass_line = 371;
        assert_eq!(scorecard(&section, &item(&FULL)).outcome, Outcome::Fail);
        // Without the price: (120 + 75 + 100) ÷ 75 = 3.9333.
        section.criteria = vec![CriterionRule {
            key: "price".to_owned(),
            name: String::new(),
            weight: 0,
            extra: Extra::new(),
        }];
        assert_eq!(scorecard(&section, &item(&FULL)).mean, Some(393));
    }

    #[test]
    fn one_criterion_under_the_floor_fails_and_comes_first() {
        let section = Launch::default();
        let mut low = item(&FULL);
        low.set_mark("persona_fit", Some(1));
        low.set_mark("recognition", Some(5));
        low.set_mark("findability", Some(5));
        let card = scorecard(&section, &low);
        // (150 + 125 + 75 + 20) ÷ 100 = 3.70, and still it fails.
        assert_eq!((card.mean, card.outcome), (Some(370), Outcome::Fail));
        assert_eq!(card.to_fix, ["persona_fit", "price"]);
    }

    #[test]
    fn what_nobody_scored_leaves_it_open() {
        let section = Launch::default();
        let card = scorecard(&section, &item(&FULL[..2]));
        assert_eq!(card.outcome, Outcome::Open);
        assert_eq!(card.open, ["price", "persona_fit"]);
        let card = scorecard(&section, &item(&[]));
        assert_eq!((card.mean, card.outcome), (None, Outcome::Open));
    }

    #[test]
    fn days_count_from_the_stage() {
        let mut one = item(&[]);
        assert_eq!(days_in_stage(&one, day("2026-10-22")), Some(21));
        assert_eq!(days_in_stage(&one, day("2026-09-30")), None);
        one.lead_days = Some(45);
        assert_eq!(soonest(&one, day("2026-10-22")), Some(day("2026-12-06")));
        one.lead_days = Some(i64::MAX);
        assert_eq!(soonest(&one, day("2026-10-22")), None);
        assert_eq!(budget(&one.plan), None);
    }

    proptest! {
        #[test]
        fn the_mean_lies_between_the_scores(points in prop::collection::vec(1_u8..=5, 4)) {
            let keys = CRITERIA.iter().map(|one| one.key);
            let marks: Vec<_> = keys.zip(points.iter().copied()).collect();
            let card = scorecard(&Launch::default(), &item(&marks));
            let (low, high) = (points.iter().min().unwrap(), points.iter().max().unwrap());
            let mean = card.mean.unwrap();
            prop_assert!(u32::from(*low) * 100 <= mean && mean <= u32::from(*high) * 100);
            // Who passes has no criterion under the floor.
            prop_assert!(card.outcome != Outcome::Pass || 2 <= *low);
        }

        #[test]
        fn a_better_score_never_makes_it_worse(points in prop::collection::vec(1_u8..=4, 4), at in 0_usize..4) {
            let keys: Vec<_> = CRITERIA.iter().map(|one| one.key).collect();
            let marks = |points: &[u8]| -> Vec<_> {
                keys.iter().copied().zip(points.iter().copied()).collect()
            };
            let mut better = points.clone();
            better[at] += 1;
            let [before, after] =
                [&points, &better].map(|points| scorecard(&Launch::default(), &item(&marks(points))));
            prop_assert!(before.mean < after.mean);
            prop_assert!(before.outcome != Outcome::Pass || after.outcome == Outcome::Pass);
        }
    }
}
