//! Where each item stands (T-42).

mod period;
mod stay;

use crate::base::money::div_round;
use crate::base::order;
use crate::base::span::Span;
use crate::facts::items::metric::ORDER_BUYERS;
use crate::facts::metric::{BUYERS, SALES, VISITORS};
use crate::facts::set::{FactSet, Sum};
use crate::knowledge::life_quadrant::LifeField;
use crate::tools::quadrant::model::{CutBy, CutRule, LifeQuadrant};

pub use period::{before, choices, period};
pub use stay::{Stay, stays};

/// What is asked of the facts, in this order.
const METRICS: [&str; 4] = [VISITORS, BUYERS, ORDER_BUYERS, SALES];

/// Where both axes are cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cuts {
    /// Visitors; an item at the cut is high. `None` where nothing is shown.
    pub traffic: Option<i64>,
    /// Conversion, basis points.
    pub rate: Option<i64>,
}

impl Cuts {
    /// The field of an item.
    pub fn field(self, visitors: i64, rate: i64) -> LifeField {
        let is_high = |cut: Option<i64>, value: i64| cut.is_none_or(|cut| cut <= value);
        LifeField::of(is_high(self.traffic, visitors), is_high(self.rate, rate))
    }
}

/// An item that has visitors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// 商品ID.
    pub id: String,
    /// Its visitors.
    pub visitors: i64,
    /// Who bought: paid, or of an item on presale ordered.
    pub buyers: i64,
    /// Buyers ÷ visitors of the whole period, basis points, rounded half away from zero.
    pub rate: i64,
    /// What it sold, 分.
    pub sales: i64,
    /// Whether it is judged by its orders.
    pub is_presale: bool,
    /// The field that it is in.
    pub field: LifeField,
    /// Where it was in the time before, by today's cuts.
    pub before: Option<Before>,
    /// Whether the platform had rounded a figure of it.
    pub is_rounded: bool,
}

/// Where an item was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Before {
    /// Its visitors.
    pub visitors: i64,
    /// Its conversion, basis points.
    pub rate: i64,
    /// The field.
    pub field: LifeField,
}

/// The quadrant of a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LifeMap {
    /// The period.
    pub span: Span,
    /// The time before that it is held against.
    pub before: Option<Span>,
    /// Whether figures are sums of days, in which who comes on two days counts twice.
    pub is_of_days: bool,
    /// Days of the period with figures.
    pub n_days: usize,
    /// Where the axes are cut.
    pub cuts: Cuts,
    /// Items with visitors, the best visited first.
    pub items: Vec<Placed>,
    /// Items without any: they have no conversion.
    pub unvisited: Vec<String>,
}

impl LifeMap {
    /// How many items are in a field.
    pub fn n_in(&self, field: LifeField) -> usize {
        self.items.iter().filter(|item| item.field == field).count()
    }

    /// The items that came from another field.
    pub fn moved(&self) -> impl Iterator<Item = &Placed> {
        self.items.iter().filter(|item| item.before.is_some_and(|old| old.field != item.field))
    }
}

/// An item's visitors and buyers, and what it sold.
#[derive(Clone, Debug)]
struct Figures {
    id: String,
    visitors: i64,
    buyers: i64,
    sales: i64,
    is_presale: bool,
    is_rounded: bool,
}

impl Figures {
    fn rate(&self) -> i64 {
        rate(self.buyers, self.visitors)
    }
}

/// Buyers of visitors in basis points; 0 without visitors.
fn rate(buyers: i64, visitors: i64) -> i64 {
    if visitors == 0 {
        return 0;
    }
    // Counts are within 10¹², and so is this.
    div_round(i128::from(buyers) * 10_000, visitors.into()) as i64
}

/// The quadrant as it is looked at; `None` where there are no figures of items.
pub fn map(section: &LifeQuadrant, facts: &FactSet) -> Option<LifeMap> {
    let span = period(section, facts)?;
    let (found, is_of_days, n_days) = figures(section, facts, span);
    let (seen, unvisited): (Vec<_>, Vec<_>) = found.into_iter().partition(|one| one.visitors > 0);
    let traffic: Vec<i64> = seen.iter().map(|one| one.visitors).collect();
    let rates: Vec<i64> = seen.iter().map(Figures::rate).collect();
    let n_visitors: i64 = traffic.iter().sum();
    let n_buyers: i64 = seen.iter().map(|one| one.buyers).sum();
    let mean = div_round(n_visitors.into(), seen.len().max(1) as i128) as i64;
    let cuts = Cuts {
        traffic: cut(&section.traffic, traffic, mean),
        // A ratio's mean is the ratio of the sums.
        rate: cut(&section.rate, rates, rate(n_buyers, n_visitors)),
    };
    let earlier = section.compare.then(|| before(section, facts, span)).flatten();
    let old = earlier.map(|span| figures(section, facts, span).0).unwrap_or_default();
    let mut items: Vec<Placed> = seen
        .into_iter()
        .map(|one| {
            let was = old.binary_search_by(|other| other.id.cmp(&one.id)).ok();
            let was = was.map(|idx| &old[idx]).filter(|old| old.visitors > 0);
            Placed {
                rate: one.rate(),
                field: cuts.field(one.visitors, one.rate()),
                before: was.map(|old| Before {
                    visitors: old.visitors,
                    rate: old.rate(),
                    field: cuts.field(old.visitors, old.rate()),
                }),
                id: one.id,
                visitors: one.visitors,
                buyers: one.buyers,
                sales: one.sales,
                is_presale: one.is_presale,
                is_rounded: one.is_rounded,
            }
        })
        .collect();
    order::sort_by(&mut items, |a, b| b.visitors.cmp(&a.visitors));
    Some(LifeMap {
        span,
        before: earlier,
        is_of_days,
        n_days,
        cuts,
        items,
        unvisited: unvisited.into_iter().map(|one| one.id).collect(),
    })
}

fn cut(rule: &CutRule, values: Vec<i64>, mean: i64) -> Option<i64> {
    match (rule.by, rule.value) {
        (CutBy::Peers | CutBy::Number, Some(value)) => Some(value),
        (CutBy::Mean, _) if !values.is_empty() => Some(mean),
        _ => median(values),
    }
}

/// The middle value, or the mean of the two middle ones, rounded down.
fn median(mut values: Vec<i64>) -> Option<i64> {
    order::sort(&mut values);
    let upper = *values.get(values.len() / 2)?;
    if values.len() % 2 == 1 {
        return Some(upper);
    }
    let lower = values[values.len() / 2 - 1];
    Some(lower + (upper - lower) / 2)
}

/// The items' figures in the order of their ids.
fn figures(section: &LifeQuadrant, facts: &FactSet, span: Span) -> (Vec<Figures>, bool, usize) {
    let sums = facts.item_sums(span, &METRICS);
    let of = |sum: &Sum| sum.total.unwrap_or(0);
    let items = sums.items.iter().map(|(id, all)| {
        let is_presale = section.presale.contains(id);
        Figures {
            id: id.clone(),
            visitors: of(&all[0]),
            buyers: of(&all[if is_presale { 2 } else { 1 }]),
            sales: of(&all[3]),
            is_presale,
            is_rounded: sums.rounded.contains(id),
        }
    });
    (items.collect(), sums.is_of_days, sums.n_days)
}

#[cfg(test)]
mod tests;
