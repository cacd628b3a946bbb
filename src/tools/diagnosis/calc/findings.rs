//! Why a period went as it did, in the order in which one would ask: which factor, which item,
//! where the money went (R-40 … R-42).

use crate::base::causes::Funnel;
use crate::base::span::Span;
use crate::facts::metric::AD_SPEND;
use crate::facts::set::FactSet;
use crate::tools::diagnosis::calc::items::{ItemChange, ItemChanges};
use crate::tools::diagnosis::calc::sure::{Bar, Sure, of_counts};
use crate::tools::diagnosis::calc::verdict::Verdict;

/// One of the three factors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Factor {
    /// 访客数.
    Visitors,
    /// 支付转化率.
    Cvr,
    /// 客单价.
    Aov,
}

impl Factor {
    /// In the order of the identity.
    pub const ALL: [Self; 3] = [Self::Visitors, Self::Cvr, Self::Aov];
}

/// Something that explains a change.
#[derive(Clone, Debug, PartialEq)]
pub enum Finding {
    /// The factor that moved sales most the way they went.
    Main {
        /// Which one.
        factor: Factor,
        /// What it brought or cost, 分.
        part: i64,
    },
    /// Visitors and sales went opposite ways.
    Against,
    /// One item has most of what the main factor moved.
    Item {
        /// The item.
        item: Box<ItemChange>,
        /// The main factor's part of it, 分.
        part: i64,
        /// All other items, before and now.
        rest: (Funnel, Funnel),
        /// How sure its conversion's change is.
        sure: Sure,
    },
    /// One kind of advertising cost much more or less.
    Ads {
        /// Its metric.
        key: &'static str,
        /// 分 before.
        from: i64,
        /// 分 now.
        to: i64,
    },
}

/// An item speaks for the rest if it has this share of what moved the same way.
const SHARE: f64 = 0.4;
/// Advertising is told of if it changed by this share of itself,
const ADS_CHANGE: f64 = 0.2;
/// and by this share of the sales.
const ADS_OF_SALES: f64 = 0.01;

/// The factor that moved sales most the way they went.
pub fn main_factor(verdict: &Verdict) -> Factor {
    let is_down = verdict.gap() < 0;
    let parts = verdict.causes.parts();
    let strength = |idx: &usize| if is_down { -parts[*idx] } else { parts[*idx] };
    let idx = (0..3).max_by_key(strength).unwrap_or(0);
    Factor::ALL[idx]
}

/// What an item's part of a factor is.
pub fn part_of(item: &ItemChange, factor: Factor) -> i64 {
    match factor {
        Factor::Visitors => item.causes.visitors(),
        Factor::Cvr => item.causes.rate,
        Factor::Aov => item.causes.aov,
    }
}

/// What explains a verdict, the most telling first.
pub fn findings(
    verdict: &Verdict,
    items: Option<&ItemChanges>,
    facts: &FactSet,
    bar: Bar,
) -> Vec<Finding> {
    let gap = verdict.gap();
    let mut found = Vec::new();
    if gap == 0 {
        return found;
    }
    let factor = main_factor(verdict);
    let part = verdict.causes.parts()[factor as usize];
    let more = verdict.now.visitors - verdict.base.visitors;
    let is_against = more != 0.0 && (0.0 < more) != (0 < gap);
    if is_against && 0.05 <= (more / verdict.base.visitors.max(1.0)).abs() {
        found.push(Finding::Against);
    }
    found.push(Finding::Main { factor, part });
    found.extend(items.and_then(|items| one_item(items, factor, gap < 0, bar)));
    if let Some(other) = verdict.other {
        found.extend(ads(facts, other, verdict.span, verdict.now.sales));
    }
    found
}

/// The item with most of what a factor moved that way, if it is a good share of it.
fn one_item(items: &ItemChanges, factor: Factor, is_down: bool, bar: Bar) -> Option<Finding> {
    let part = |item: &ItemChange| {
        let part = part_of(item, factor);
        if is_down { part.saturating_neg() } else { part }
    };
    let all: f64 = items.items.iter().map(|item| part(item).max(0) as f64).sum();
    let item = items.items.iter().max_by_key(|item| part(item))?;
    if part(item) <= 0 || (part(item) as f64) < all * SHARE {
        return None;
    }
    let sure = of_counts(item.from, item.to, bar);
    if factor == Factor::Cvr && !sure.is_sure() {
        return None;
    }
    let (part, rest) = (part_of(item, factor), items.rest(&item.id));
    Some(Finding::Item { item: Box::new(item.clone()), part, rest, sure })
}

/// The kind of advertising whose cost changed most, if it did so much.
fn ads(facts: &FactSet, from: Span, to: Span, sales: i64) -> Option<Finding> {
    let cost = |key: &'static str| {
        let (from, to) = (facts.sum(key, from).total?, facts.sum(key, to).total?);
        Some((key, from, to))
    };
    let by_change = |(_, from, to): &(&str, i64, i64)| (to - from).unsigned_abs();
    let (key, from, to) = AD_SPEND.into_iter().filter_map(cost).max_by_key(by_change)?;
    let change = (to - from).abs() as f64;
    let is_much = from as f64 * ADS_CHANGE <= change && sales as f64 * ADS_OF_SALES <= change;
    (is_much && change != 0.0).then_some(Finding::Ads { key, from, to })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::causes::{Causes, causes};
    use crate::tools::diagnosis::calc::items::parted;
    use crate::tools::diagnosis::model::{Basis, Diagnosis};

    fn verdict(base: Funnel, now: Funnel) -> Verdict {
        let day = "2026-09-01".parse().unwrap();
        let causes = causes(base, now);
        Verdict {
            span: Span::day(day),
            basis: Basis::Before,
            other: None,
            now,
            base,
            n_days: (1, 1),
            causes,
            in_order: Causes::default(),
            sure: Sure::Open,
            is_typed: false,
        }
    }

    #[test]
    fn more_visitors_and_less_money_points_at_the_item_that_stopped_selling() {
        let (a, b) = (Funnel::of(7_617, 239, 5_331_150), Funnel::of(13_452, 193, 4_299_220));
        let (c, d) = (Funnel::of(16_056, 430, 7_647_876), Funnel::of(17_090, 508, 7_805_373));
        let items = parted(vec![("hero".to_owned(), a, b), ("other".to_owned(), c, d)]);
        let items = ItemChanges { items, ..ItemChanges::default() };
        let verdict = verdict(a.plus(c), b.plus(d));
        let bar = Bar::of(&Diagnosis::default());
        let found = findings(&verdict, Some(&items), &FactSet::default(), bar);
        assert_eq!(found[0], Finding::Against);
        assert!(matches!(found[1], Finding::Main { factor: Factor::Cvr, part } if part < 0));
        let Finding::Item { item, part, rest, sure } = &found[2] else { panic!("{found:?}") };
        assert_eq!((item.id.as_str(), *sure, *rest), ("hero", Sure::Down, (c, d)));
        assert!(*part < -3_000_000, "{part}");
    }

    #[test]
    fn an_item_whose_change_may_be_chance_is_not_blamed() {
        let (a, b) = (Funnel::of(1_000, 22, 2_200), Funnel::of(1_000, 20, 2_000));
        let items = parted(vec![("one".to_owned(), a, b)]);
        let items = ItemChanges { items, ..ItemChanges::default() };
        let bar = Bar::of(&Diagnosis::default());
        let found = findings(&verdict(a, b), Some(&items), &FactSet::default(), bar);
        assert_eq!(found, [Finding::Main { factor: Factor::Cvr, part: -200 }]);
        assert_eq!(findings(&verdict(a, a), None, &FactSet::default(), bar), []);
    }
}
