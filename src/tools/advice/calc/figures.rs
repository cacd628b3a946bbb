//! The figures that rules look at.

use std::collections::BTreeMap;

use crate::base::day::Day;
use crate::base::money::div_round;
use crate::base::order;
use crate::base::rates::{Hits, difference, z_of_tail};
use crate::base::span::Span;
use crate::facts::measure::{Measure, Rule};
use crate::facts::set::{FactSet, Sum};
use crate::knowledge::advice_rules::{Figure, Own};
use crate::knowledge::metrics::measure;
use crate::tools::advice::calc::{Inputs, ItemCard};

/// What is asked of the figures of items, in this order.
const ITEM: [&str; 5] = ["visitors", "buyers", "order_buyers", "sales", "units"];
/// A period says something if three quarters of its days have a value.
const KNOWN: (usize, usize) = (3, 4);
/// How far back reviews count for a rating.
const RATING_DAYS: i32 = 180;
/// How sure a rate's change must be.
const TAIL: f64 = 0.025;

/// The figures of one subject.
#[derive(Clone, Debug)]
pub struct Read<'a> {
    /// The days that they are of.
    pub span: Option<Span>,
    of: Of<'a>,
}

#[derive(Clone, Debug)]
enum Of<'a> {
    Shop { inputs: &'a Inputs<'a>, before: Span, items: Option<&'a Items> },
    Item { items: &'a Items, id: String, card: ItemCard },
    Rating { value: i64, n: i64 },
    Event { uplift: i64, ahead: i64 },
}

/// The shop's figures of its last days; `None` without any.
pub fn shop<'a>(inputs: &'a Inputs<'a>, n: i32, items: Option<&'a Items>) -> Option<Read<'a>> {
    let all = inputs.facts.span()?;
    let last = all.days().rev().find(|day| inputs.facts.has(*day))?;
    let (span, before) = spans(last, n);
    Some(Read { span: Some(span), of: Of::Shop { inputs, before, items } })
}

fn spans(last: Day, n: i32) -> (Span, Span) {
    (Span::new(last - (n - 1), last), Span::new(last - (2 * n - 1), last - n))
}

impl<'a> Read<'a> {
    /// The figures of a rating: its last value of the last days. `None` without one.
    pub fn rating(inputs: &'a Inputs<'a>, key: &'static str, n: i32) -> Option<Self> {
        let last = inputs.facts.span()?.to();
        let (span, _) = spans(last, n);
        let value = |day: Day| inputs.facts.value(key, day).map(|value| (day, value));
        let (day, value) = span.days().rev().find_map(value)?;
        let reviews = Span::new(day - (RATING_DAYS - 1), day);
        let n = inputs.facts.sum("reviews", reviews).total.unwrap_or(0);
        Some(Self { span: Some(Span::day(day)), of: Of::Rating { value, n } })
    }

    /// The figures of an event that begins in so many days.
    pub fn event(uplift_bp: u32, ahead: i32) -> Self {
        Self { span: None, of: Of::Event { uplift: uplift_bp.into(), ahead: ahead.into() } }
    }

    /// A figure; `None` where it is not known. `line` is what the rule's first figure is held
    /// against.
    pub fn value(&self, figure: Figure, line: Option<i64>) -> Option<i64> {
        match &self.of {
            Of::Shop { inputs, before, items } => {
                let span = self.span?;
                shop_value(inputs, span, *before, *items, figure)
            }
            Of::Item { items, id, card } => items.value(id, *card, figure),
            Of::Rating { value, n } => match figure {
                Figure::Own(Own::Rating) => Some(*value),
                Figure::Own(Own::Ratings) => Some(*n).filter(|n| 0 < *n),
                Figure::Own(Own::StarsNeeded) => {
                    Some(*n).filter(|n| 0 < *n).and_then(|n| stars_needed(*value, n, line?))
                }
                _ => None,
            },
            Of::Event { uplift, ahead } => match figure {
                Figure::Own(Own::Uplift) => Some(*uplift),
                Figure::Own(Own::DaysAhead) => Some(*ahead),
                _ => None,
            },
        }
    }
}

/// Five-star ratings that bring a rating of `n` to a line, both in 1/100,000 (T-85, V-16):
/// (line − value) × n ÷ (5 − line), rounded up. `None` where no number of them does.
pub fn stars_needed(value: i64, n: i64, line: i64) -> Option<i64> {
    let (short, left) = (i128::from(line - value), i128::from(500_000 - line));
    if short <= 0 {
        return Some(0);
    }
    if left <= 0 {
        return None;
    }
    i64::try_from((short * i128::from(n) + left - 1) / left).ok()
}

/// How much more, in basis points of what was; `None` where that is nothing.
fn change(now: i64, before: i64) -> Option<i64> {
    if before <= 0 {
        return None;
    }
    i64::try_from(div_round(i128::from(now - before) * 10_000, before.into())).ok()
}

/// 1 where a rate rose beyond chance, −1 where it fell, else 0; `None` where it is no rate.
fn moved(before: (i64, i64), now: (i64, i64)) -> Option<i64> {
    let (a, b) = (Hits::new(before.0, before.1)?, Hits::new(now.0, now.1)?);
    let (low, high) = difference(a, b, z_of_tail(TAIL));
    Some(i64::from(0.0 < low) - i64::from(high < 0.0))
}

fn shop_value(
    inputs: &Inputs<'_>,
    span: Span,
    before: Span,
    items: Option<&Items>,
    figure: Figure,
) -> Option<i64> {
    let facts = inputs.facts;
    match figure {
        Figure::Now(key) => known(&measure(key)?, facts, span),
        Figure::Before(key) => known(&measure(key)?, facts, before),
        Figure::Median(key) => median(&measure(key)?, facts, span),
        Figure::Change(key) => {
            let of = measure(key)?;
            let is_opaque = matches!(of.rule, Rule::Opaque(_));
            let value =
                |span| if is_opaque { median(&of, facts, span) } else { known(&of, facts, span) };
            change(value(span)?, value(before)?)
        }
        Figure::Own(own) => match own {
            Own::Attained => inputs.plan.map(|plan| plan.attained),
            Own::ByVisitors => inputs.plan.map(|plan| plan.by[0]),
            Own::ByRate => inputs.plan.map(|plan| plan.by[1]),
            Own::ByValue => inputs.plan.map(|plan| plan.by[2]),
            Own::RateMoved => {
                let cvr = measure("cvr")?;
                let counts = |span| {
                    let reading = cvr.reading(facts, span);
                    reading.above.zip(reading.below)
                };
                moved(counts(before)?, counts(span)?)
            }
            Own::MissingDays => {
                let first = facts.span()?.from();
                let missing = span.days().filter(|day| first <= *day && !facts.has(*day));
                i64::try_from(missing.count()).ok()
            }
            Own::TopShare => items?.top_share(),
            _ => None,
        },
    }
}

/// A measure over a span of which enough is known.
fn known(of: &Measure, facts: &FactSet, span: Span) -> Option<i64> {
    let reading = of.reading(facts, span);
    let is_enough = reading.of_days * KNOWN.0 <= reading.n_days * KNOWN.1;
    reading.value.filter(|_| is_enough)
}

/// The middle of a measure's days, or the lower of the two middle ones.
fn median(of: &Measure, facts: &FactSet, span: Span) -> Option<i64> {
    let mut values: Vec<i64> = span.days().filter_map(|day| of.on(facts, day)).collect();
    if values.len() * KNOWN.1 < span.n_days() * KNOWN.0 {
        return None;
    }
    order::sort(&mut values);
    values.get((values.len().checked_sub(1)?) / 2).copied()
}

/// Sums of items over the last days with figures of items, and over as many before.
#[derive(Clone, Debug)]
pub struct Items {
    span: Span,
    now: BTreeMap<String, Vec<Sum>>,
    before: BTreeMap<String, Vec<Sum>>,
}

impl Items {
    /// Of the last `n` days; `None` without figures of items by day.
    pub fn of(inputs: &Inputs<'_>, n: i32) -> Option<Self> {
        let last = inputs.facts.item_span()?.to();
        let (span, before) = spans(last, n);
        let now = inputs.facts.item_sums(span, &ITEM);
        let old = inputs.facts.item_sums(before, &ITEM);
        let old = if old.is_of_days { old.items } else { BTreeMap::new() };
        now.is_of_days.then_some(Self { span, now: now.items, before: old })
    }

    /// The items of the last days.
    pub fn ids(&self) -> impl Iterator<Item = &String> {
        self.now.keys()
    }

    /// What an item sold, 分.
    pub fn sales(&self, id: &str) -> i64 {
        of_item(&self.now, id, "sales").unwrap_or(0)
    }

    /// The figures of an item.
    pub fn read<'a>(&'a self, id: &str, inputs: &Inputs<'_>) -> Read<'a> {
        let card = inputs.cards.get(id).copied().unwrap_or_default();
        let of = Of::Item { items: self, id: id.to_owned(), card };
        Read { span: Some(self.span), of }
    }

    fn value(&self, id: &str, card: ItemCard, figure: Figure) -> Option<i64> {
        match figure {
            Figure::Now(key) => of_item(&self.now, id, key),
            Figure::Before(key) => of_item(&self.before, id, key),
            Figure::Change(key) => {
                change(of_item(&self.now, id, key)?, of_item(&self.before, id, key)?)
            }
            Figure::Median(_) => None,
            Figure::Own(own) => match own {
                Own::RateMoved => {
                    let counts = |of: &BTreeMap<String, Vec<Sum>>| {
                        Some((of_item(of, id, "buyers")?, of_item(of, id, "visitors")?))
                    };
                    moved(counts(&self.before)?, counts(&self.now)?)
                }
                Own::VisitorRank => rank(&self.now, id, "visitors"),
                Own::SalesRankBefore => rank(&self.before, id, "sales"),
                Own::CoverDays => {
                    let sold = of_item(&self.now, id, "units").filter(|units| 0 < *units)?;
                    let days = i128::from(card.stock?) * self.span.n_days() as i128;
                    i64::try_from(days / i128::from(sold)).ok()
                }
                Own::UnitMargin => {
                    let price = of_item(&self.now, id, "unit_price").filter(|price| 0 < *price)?;
                    let (fixed, share) = card.cost?;
                    let left = i128::from(price) * i128::from(10_000 - share.bp())
                        - i128::from(fixed.fen()) * 10_000;
                    i64::try_from(div_round(left, price.into())).ok()
                }
                _ => None,
            },
        }
    }

    fn top_share(&self) -> Option<i64> {
        let all: i128 = self.now.keys().map(|id| i128::from(self.sales(id))).sum();
        let top = self.now.keys().map(|id| self.sales(id)).max()?;
        (0 < all).then(|| div_round(i128::from(top) * 10_000, all) as i64)
    }
}

/// A figure of an item: a sum, or a ratio of sums (basis points, 分).
fn of_item(all: &BTreeMap<String, Vec<Sum>>, id: &str, key: &str) -> Option<i64> {
    let sums = all.get(id)?;
    let sum = |key: &str| {
        let idx = ITEM.iter().position(|one| *one == key)?;
        sums.get(idx)?.total
    };
    let ratio = |above: &str, below: &str, scale: i128| {
        let below = sum(below).filter(|below| 0 < *below)?;
        i64::try_from(div_round(i128::from(sum(above)?) * scale, below.into())).ok()
    };
    match key {
        "cvr" => ratio("buyers", "visitors", 10_000),
        "order_cvr" => ratio("order_buyers", "visitors", 10_000),
        "unit_price" => ratio("sales", "units", 1),
        "visitor_value" => ratio("sales", "visitors", 1),
        _ => sum(key),
    }
}

/// The place of an item by a figure, 1 being the greatest; those that share a place share it.
fn rank(all: &BTreeMap<String, Vec<Sum>>, id: &str, key: &str) -> Option<i64> {
    let own = of_item(all, id, key).filter(|own| 0 < *own)?;
    let above = all.keys().filter(|other| of_item(all, other, key).is_some_and(|one| own < one));
    i64::try_from(above.count() + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn v16_stars_that_bring_a_rating_to_the_line() {
        assert_eq!(stars_needed(470_000, 1_000, 480_000), Some(500));
        assert_eq!(stars_needed(480_000, 1_000, 480_000), Some(0));
        assert_eq!(stars_needed(479_999, 3, 480_000), Some(1));
        assert_eq!(stars_needed(499_999, 1_000, 500_000), None);
    }
}
