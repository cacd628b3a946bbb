//! Whether figures can be what they seem (T-92): each doubt says on which days, by which two
//! figures, and what to look at instead.

use crate::base::day::Day;
use crate::base::money::div_round;
use crate::base::order;
use crate::base::span::Span;
use crate::facts::items::views::{AdsBy, Sources};
use crate::facts::metric::{BUYERS, SALES, VISITORS};
use crate::facts::set::FactSet;

/// So many days before a day say what is usual on it.
const USUAL_DAYS: i32 = 7;

/// What is odd.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Odd {
    /// Orders were placed and none was paid: a presale. Look at the order conversion.
    Presale,
    /// More bought than came: they had come on an earlier day, or a figure is wrong.
    MoreBuyers,
    /// The sources' visitors add up to fewer than the shop's: some source is missing.
    FewSources,
    /// More clicks on advertisements than visitors.
    MoreClicks,
    /// New and returning visitors are not all visitors.
    Shares,
    /// Nothing came or was sold on a day among usual ones.
    SuddenZero,
    /// No figures of these days.
    Missing,
}

impl Odd {
    /// In the order in which they are told.
    pub const ALL: [Self; 7] = [
        Self::Missing,
        Self::SuddenZero,
        Self::Presale,
        Self::MoreBuyers,
        Self::FewSources,
        Self::MoreClicks,
        Self::Shares,
    ];
}

/// One doubt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// What is odd.
    pub odd: Odd,
    /// On these days, in order.
    pub days: Vec<Day>,
    /// The two figures that do not go together, added up over these days: orders placed (people)
    /// and visitors; buyers and visitors; visitors of sources, clicks, new and returning visitors
    /// against visitors. Nothing for days that are missing or at nothing.
    pub figures: Option<(i64, i64)>,
}

impl Doubt {
    /// Of a presale what to look at instead: 下单转化率, basis points (M-05, V-17).
    pub fn order_cvr(&self) -> Option<i64> {
        let (orders, visitors) = self.figures.filter(|_| self.odd == Odd::Presale)?;
        (0 < visitors).then(|| div_round(i128::from(orders) * 10_000, visitors.into()) as i64)
    }
}

/// The doubts about the days of a span, in the order of [`Odd::ALL`].
pub fn doubts(facts: &FactSet, span: Span) -> Vec<Doubt> {
    let ads = facts.ad_series(span, &["clicks"], AdsBy::Channel);
    let sources = facts.source_series(span, &[VISITORS]);
    let is_by_day = !sources.is_empty();
    let sources = if is_by_day { sources } else { Vec::new() };
    let sum_at = |columns: &mut dyn Iterator<Item = Option<i64>>| {
        columns
            .flatten()
            .fold(None, |sum: Option<i64>, one| Some(sum.unwrap_or(0).saturating_add(one)))
    };
    let mut found: Vec<Doubt> =
        Odd::ALL.into_iter().map(|odd| Doubt { odd, days: Vec::new(), figures: None }).collect();
    let mut note = |odd: Odd, day: Day, figures: Option<(i64, i64)>| {
        for doubt in found.iter_mut().filter(|doubt| doubt.odd == odd) {
            doubt.days.push(day);
            if let Some((a, b)) = figures {
                let (sum_a, sum_b) = doubt.figures.unwrap_or_default();
                doubt.figures = Some((sum_a.saturating_add(a), sum_b.saturating_add(b)));
            }
        }
    };
    for (at, day) in span.days().enumerate() {
        let of = |key: &str| facts.value(key, day);
        let (visitors, buyers) = (of(VISITORS), of(BUYERS));
        if visitors.is_none() && buyers.is_none() && of(SALES).is_none() {
            note(Odd::Missing, day, None);
            continue;
        }
        if is_sudden_zero(facts, day) {
            note(Odd::SuddenZero, day, None);
        }
        let Some(visitors) = visitors else { continue };
        if let (Some(0), Some(orders)) = (buyers, of("order_buyers").filter(|orders| 0 < *orders)) {
            note(Odd::Presale, day, Some((orders, visitors)));
        }
        if let Some(buyers) = buyers.filter(|buyers| visitors < *buyers) {
            note(Odd::MoreBuyers, day, Some((buyers, visitors)));
        }
        let counted = sum_at(&mut sources.iter().map(|one| one.columns[0][at]));
        if let Some(counted) = counted.filter(|counted| *counted < visitors) {
            note(Odd::FewSources, day, Some((counted, visitors)));
        }
        let clicks = sum_at(&mut ads.values().map(|columns| columns[0][at]));
        if let Some(clicks) = clicks.filter(|clicks| visitors < *clicks) {
            note(Odd::MoreClicks, day, Some((clicks, visitors)));
        }
        if let (Some(new), Some(old)) = (of("new_visitors"), of("returning_visitors"))
            && new.saturating_add(old) != visitors
        {
            note(Odd::Shares, day, Some((new.saturating_add(old), visitors)));
        }
    }
    period_sources(facts, span, is_by_day, &mut note);
    found.retain(|doubt| !doubt.days.is_empty());
    found
}

/// Sources of the period as one figure, where there are none by day: against the shop's own figure
/// of that period, in which people are counted once as well.
fn period_sources(
    facts: &FactSet,
    span: Span,
    is_by_day: bool,
    note: &mut dyn FnMut(Odd, Day, Option<(i64, i64)>),
) {
    if is_by_day {
        return;
    }
    let total = |sums: &crate::facts::items::read::ItemSums| {
        let all = sums.items.values().filter_map(|one| one.first().and_then(|sum| sum.total));
        all.reduce(i64::saturating_add)
    };
    let sources = total(&facts.source_sums(span, &[VISITORS], Sources::Leaves));
    let shop = facts.sums_of(crate::facts::items::subject::Subject::Shop, span, &[VISITORS]);
    if let (Some(counted), Some(visitors)) = (sources, total(&shop))
        && counted < visitors
    {
        note(Odd::FewSources, span.from(), Some((counted, visitors)));
    }
}

/// Whether nothing came, or nothing was sold, on a day while on most days of the week before there
/// was something, and much of it: at least ten visitors, or ten yuan.
fn is_sudden_zero(facts: &FactSet, day: Day) -> bool {
    let least = |key: &str| if key == SALES { 1_000 } else { 10 };
    [VISITORS, SALES].into_iter().any(|key| {
        if facts.value(key, day) != Some(0) {
            return false;
        }
        // A presale takes nothing and is told as one.
        if key == SALES && facts.value("order_buyers", day).is_some_and(|orders| 0 < orders) {
            return false;
        }
        let mut before: Vec<i64> =
            (1..=USUAL_DAYS).filter_map(|back| facts.value(key, day - back)).collect();
        order::sort(&mut before);
        let middle = before.len().checked_sub(1).map(|last| last / 2);
        middle.is_some_and(|middle| least(key) <= before[middle])
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::chunk::Chunk;

    type Change = (i32, &'static str, Option<i64>);

    /// Ten usual days, and what is changed of them: place of the day, metric, value.
    fn found(changes: &[Change]) -> Vec<Doubt> {
        let first: Day = "2026-10-01".parse().unwrap();
        let span = Span::new(first, first + 9);
        let mut chunk = Chunk::empty(span);
        for day in span.days() {
            for (key, value) in [
                ("visitors", 1_000),
                ("buyers", 25),
                ("order_buyers", 30),
                ("sales", 500_000),
                ("new_visitors", 700),
                ("returning_visitors", 300),
            ] {
                chunk.set(key, day, Some(value));
            }
        }
        for (at, key, value) in changes {
            chunk.set(key, first + *at, *value);
        }
        let facts = FactSet { shop_days: vec![chunk.into_ref().unwrap()], ..FactSet::default() };
        doubts(&facts, span)
    }

    #[test]
    fn v17_a_presale_is_told_by_its_order_conversion() {
        assert_eq!(found(&[]), []);
        let all = found(&[(4, "buyers", Some(0)), (4, "sales", Some(0))]);
        assert_eq!(all.len(), 1);
        assert_eq!((all[0].odd, all[0].figures), (Odd::Presale, Some((30, 1_000))));
        assert_eq!(all[0].order_cvr(), Some(300));
    }

    #[test]
    fn each_doubt_has_its_days_and_its_figures() {
        let all = found(&[
            (1, "buyers", Some(1_001)),
            (2, "new_visitors", Some(699)),
            (3, "new_visitors", Some(701)),
            (8, "visitors", Some(0)),
            (8, "new_visitors", Some(0)),
            (8, "returning_visitors", Some(0)),
            (8, "buyers", None),
        ]);
        let said: Vec<_> = all.iter().map(|one| (one.odd, one.days.len(), one.figures)).collect();
        assert_eq!(
            said,
            [
                (Odd::SuddenZero, 1, None),
                (Odd::MoreBuyers, 1, Some((1_001, 1_000))),
                (Odd::Shares, 2, Some((2_000, 2_000))),
            ]
        );
        let gone: Vec<Change> =
            ["visitors", "buyers", "sales"].into_iter().map(|key| (5, key, None)).collect();
        assert_eq!(found(&gone)[0].odd, Odd::Missing);
        // The first day has nothing before it that would be usual.
        assert_eq!(found(&[(0, "sales", Some(0)), (0, "order_buyers", None)]), []);
    }
}
