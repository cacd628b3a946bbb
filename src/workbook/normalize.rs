//! What reading puts right, so that nothing else has to ask.

use std::collections::BTreeSet;

use crate::base::order;
use crate::facts::items::chunk::ItemRef;
use crate::facts::items::subject::KeyedFacts;
use crate::tools::goals::model::MonthRates;
use crate::workbook::Workbook;

/// Puts lists into the order and the length that the rest of the program counts on: chunks of
/// facts by their days, plans by their years, twelve months of rates a plan, one mapping an id.
///
/// A workbook that this program wrote comes out as it was.
pub fn normalize(workbook: &mut Workbook) {
    if !workbook.facts.shop_days.is_sorted_by_key(|chunk| chunk.from) {
        order::sort_by_key(&mut workbook.facts.make_mut().shop_days, |chunk| chunk.from);
    }
    let is_sorted = |list: &[ItemRef]| list.is_sorted_by_key(|chunk| (chunk.from, chunk.to));
    if !is_sorted(&workbook.facts.item_days) || !is_sorted(&workbook.facts.item_periods) {
        let facts = workbook.facts.make_mut();
        order::sort_by_key(&mut facts.item_days, |chunk| (chunk.from, chunk.to));
        order::sort_by_key(&mut facts.item_periods, |chunk| (chunk.from, chunk.to));
    }
    let is_sorted = |of: &KeyedFacts| is_sorted(&of.days) && is_sorted(&of.periods);
    let keyed = &workbook.facts.keyed;
    if !keyed.is_sorted_by_key(|of| of.subject) || !keyed.iter().all(is_sorted) {
        let facts = workbook.facts.make_mut();
        order::sort_by_key(&mut facts.keyed, |of| of.subject);
        for list in facts.keyed.iter_mut().flat_map(|of| [&mut of.days, &mut of.periods]) {
            order::sort_by_key(list, |chunk| (chunk.from, chunk.to));
        }
    }
    if !workbook.facts.orders.is_sorted_by_key(|chunk| chunk.from) {
        order::sort_by_key(&mut workbook.facts.make_mut().orders, |chunk| chunk.from);
    }
    let mappings = &workbook.mappings.mappings;
    let stands_before = |idx: usize| mappings[..idx].iter().any(|one| one.id == mappings[idx].id);
    if (0..mappings.len()).any(stands_before) {
        let mut ids = BTreeSet::new();
        workbook.mappings.make_mut().mappings.retain(|one| ids.insert(one.id));
    }
    let is_whole = workbook.goals.plans.iter().all(|plan| plan.rates.len() == 12);
    if !is_whole || !workbook.goals.plans.is_sorted_by_key(|plan| plan.year) {
        let goals = workbook.goals.make_mut();
        order::sort_by_key(&mut goals.plans, |plan| plan.year);
        for plan in &mut goals.plans {
            plan.rates.resize_with(12, MonthRates::default);
        }
    }
}
