//! How long an item has been in its field.

use std::collections::BTreeMap;

use crate::base::span::Span;
use crate::facts::set::FactSet;
use crate::tools::quadrant::calc::{LifeMap, METRICS, rate};
use crate::tools::quadrant::model::LifeQuadrant;

/// How far back is looked, in days.
const MOST: i32 = 365;

/// For how many days an item has been in its field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stay {
    /// The days, at least 1.
    pub n_days: usize,
    /// Whether it may be more: nothing is known of the time before.
    pub is_least: bool,
}

/// Since when each item is in its field, by 商品ID: on how many days up to the end of the period
/// the same number of days ending there would have put it into the same field, by today's cuts.
///
/// Of figures that are no days nothing can be said, and the map is empty.
pub fn stays(section: &LifeQuadrant, facts: &FactSet, map: &LifeMap) -> BTreeMap<String, Stay> {
    let Some(all) = facts.item_span().filter(|_| map.is_of_days) else { return BTreeMap::new() };
    let n_window = map.span.n_days();
    let to = map.span.to();
    let from = all.from().max(to - (MOST + i32::try_from(n_window).unwrap_or(0)));
    if to < from {
        return BTreeMap::new();
    }
    let known = Span::new(from, to);
    let series = facts.item_series(known, &METRICS[..3]);
    let mut stays = BTreeMap::new();
    for item in &map.items {
        let Ok(idx) = series.binary_search_by(|one| one.id.cmp(&item.id)) else { continue };
        let columns = &series[idx].columns;
        let visitors = running(&columns[0]);
        let buyers = running(&columns[if section.presale.contains(&item.id) { 2 } else { 1 }]);
        let mut n_days = 0;
        let mut is_least = true;
        // The window ends after `end` days.
        for end in (n_window.min(known.n_days())..=known.n_days()).rev() {
            let start = end.saturating_sub(n_window);
            let (seen, bought) = (visitors[end] - visitors[start], buyers[end] - buyers[start]);
            if seen == 0 || map.cuts.field(seen, rate(bought, seen)) != item.field {
                is_least = false;
                break;
            }
            n_days += 1;
        }
        if 0 < n_days {
            stays.insert(item.id.clone(), Stay { n_days, is_least });
        }
    }
    stays
}

/// Sums of the first cells: as many as there are cells, and one for none of them.
fn running(column: &[Option<i64>]) -> Vec<i64> {
    let mut sums = Vec::with_capacity(column.len() + 1);
    let mut sum = 0_i64;
    sums.push(sum);
    for cell in column {
        sum = sum.saturating_add(cell.unwrap_or(0));
        sums.push(sum);
    }
    sums
}
