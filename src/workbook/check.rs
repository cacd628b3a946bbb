//! What a file must not contain, because nothing behind it could calculate with it.
//!
//! These are not the limits of typing, which are narrower and may change: a file that an older or
//! newer version of the program wrote must still open.

use crate::base::money::Money;
use crate::facts::items::chunk::Grain;
use crate::facts::mapping::Mapping;
use crate::facts::orders::line_merge;
use crate::facts::orders::lines::MAX_ITEMS;
use crate::facts::orders::table::MAX_ORDERS;
use crate::facts::set::FactSet;
use crate::tools::goals::model::{CellRule, Target, YearPlan};
use crate::tools::products::model::Product;
use crate::workbook::Workbook;

/// The fiscal years that have days in the program's calendar.
const YEARS: std::ops::RangeInclusive<i32> = 1999..=2100;
/// A chunk holds a quarter; a longer one was not made by this program.
const MAX_CHUNK_DAYS: usize = 366;
/// Several times as many columns as a table may have.
const MAX_MAPPING_COLUMNS: usize = 1_000;
/// Several times as long as a name may be, in bytes.
const MAX_MAPPING_TEXT: usize = 1_000;

/// The path of the first value that is out of bounds: `workbook.goals.plans[0].year`.
///
/// # Errors
///
/// That path.
pub fn check(workbook: &Workbook) -> Result<(), String> {
    for (idx, plan) in workbook.goals.plans.iter().enumerate() {
        check_plan(plan).map_err(|path| format!("workbook.goals.plans[{idx}].{path}"))?;
    }
    for (idx, product) in workbook.products.products.iter().enumerate() {
        check_product(product)
            .map_err(|path| format!("workbook.products.products[{idx}].{path}"))?;
    }
    for (idx, cut) in workbook.products.matrix.cuts.iter().enumerate() {
        amount(cut.value, || format!("workbook.products.matrix.cuts[{idx}]"))?;
    }
    for (idx, mapping) in workbook.mappings.mappings.iter().enumerate() {
        check_mapping(mapping)
            .map_err(|path| format!("workbook.mappings.mappings[{idx}]{path}"))?;
    }
    let chunks = &workbook.facts.shop_days;
    for (idx, wanted) in chunks.iter().enumerate() {
        let path = format!("workbook.facts.shop_days[{idx}]");
        let days = usize::try_from(wanted.to - wanted.from).map_or(0, |n| n + 1);
        let follows = idx.checked_sub(1).is_none_or(|before| chunks[before].to < wanted.from);
        if !follows || !(1..=MAX_CHUNK_DAYS).contains(&days) {
            return Err(path);
        }
        let is_whole = wanted.chunk.as_ref().is_none_or(|chunk| {
            chunk.n_days == days && chunk.columns.values().all(|column| column.len() <= days)
        });
        if !is_whole {
            return Err(path);
        }
    }
    for (idx, wanted) in workbook.facts.orders.iter().enumerate() {
        let orders = &workbook.facts.orders;
        let follows = idx.checked_sub(1).is_none_or(|before| orders[before].to < wanted.from);
        let is_short = wanted.chunk.as_ref().is_none_or(|chunk| chunk.n_orders <= MAX_ORDERS);
        let days = usize::try_from(wanted.to - wanted.from).map_or(0, |n| n + 1);
        if !follows || !is_short || !(1..=MAX_CHUNK_DAYS).contains(&days) {
            return Err(format!("workbook.facts.orders[{idx}]"));
        }
    }
    for (idx, wanted) in workbook.facts.order_lines.iter().enumerate() {
        let is_short = wanted.chunk.as_ref().is_none_or(|chunk| {
            chunk.n_rows <= line_merge::MAX_ROWS && chunk.items.len() <= 2 * MAX_ITEMS
        });
        if !is_short {
            return Err(format!("workbook.facts.order_lines[{idx}]"));
        }
    }
    check_items(&workbook.facts)
}

/// Chunks of keyed tables: of sensible length, of the grain of their list, days in order without
/// overlap, items in the order of their ids.
fn check_items(facts: &FactSet) -> Result<(), String> {
    let mut lists = vec![
        ("item_days".to_owned(), true, &facts.item_days),
        ("item_periods".to_owned(), false, &facts.item_periods),
    ];
    for (idx, of) in facts.keyed.iter().enumerate() {
        let path = format!("keyed[{idx}]");
        if idx.checked_sub(1).is_some_and(|before| facts.keyed[before].subject >= of.subject) {
            return Err(format!("workbook.facts.{path}.subject"));
        }
        lists.push((format!("{path}.days"), true, &of.days));
        lists.push((format!("{path}.periods"), false, &of.periods));
    }
    for (name, is_days, list) in lists {
        for (idx, wanted) in list.iter().enumerate() {
            let path = || format!("workbook.facts.{name}[{idx}]");
            let follows = idx.checked_sub(1).is_none_or(|before| {
                let before = &list[before];
                if is_days {
                    before.to < wanted.from
                } else {
                    (before.from, before.to) < (wanted.from, wanted.to)
                }
            });
            let days = usize::try_from(wanted.to - wanted.from).map_or(0, |n| n + 1);
            if !follows || !(1..=MAX_CHUNK_DAYS).contains(&days) {
                return Err(path());
            }
            let is_whole = wanted.chunk.as_ref().is_none_or(|chunk| {
                (chunk.grain == Grain::Day) == is_days
                    && chunk.items.is_sorted_by(|a, b| a.id < b.id)
                    && chunk.items.iter().all(|item| item.values.len() <= chunk.metrics.len())
            });
            if !is_whole {
                return Err(path());
            }
        }
    }
    Ok(())
}

fn check_plan(plan: &YearPlan) -> Result<(), String> {
    if !YEARS.contains(&plan.year) {
        return Err("year".to_owned());
    }
    let (Target::Amount(total) | Target::Growth { base: total, .. }) = plan.target;
    amount(total, || "target".to_owned())?;
    for (idx, CellRule { lock, floor, cap, .. }) in plan.cells.iter().enumerate() {
        for value in [lock, floor, cap].into_iter().flatten() {
            amount(*value, || format!("cells[{idx}]"))?;
        }
    }
    for (idx, visitors) in plan.rates.iter().map(|rates| rates.visitors).enumerate() {
        amount(visitors.unwrap_or(0), || format!("rates[{idx}].visitors"))?;
    }
    for (idx, own) in plan.period_rates.iter().enumerate() {
        amount(own.rates.visitors.unwrap_or(0), || format!("period_rates[{idx}].visitors"))?;
    }
    for (idx, split) in plan.splits.iter().enumerate() {
        for (part_idx, part) in split.parts.iter().enumerate() {
            for lock in &part.locks {
                amount(lock.amount, || format!("splits[{idx}].parts[{part_idx}].locks"))?;
            }
        }
    }
    for (idx, baseline) in plan.baselines.iter().enumerate() {
        for day in &baseline.days {
            amount(*day, || format!("baselines[{idx}].days"))?;
        }
    }
    Ok(())
}

fn check_product(product: &Product) -> Result<(), String> {
    amount(product.stock.unwrap_or(0), || "stock".to_owned())?;
    for (idx, row) in product.sales.iter().enumerate() {
        amount(row.units.unwrap_or(0), || format!("sales[{idx}].units"))?;
    }
    Ok(())
}

/// A mapping by which nothing can be read may stand in a file: it is not used. One that would
/// make every table slow may not.
fn check_mapping(mapping: &Mapping) -> Result<(), String> {
    let is_long = |text: &str| MAX_MAPPING_TEXT < text.len();
    if MAX_MAPPING_COLUMNS < mapping.columns.len() {
        return Err(".columns".to_owned());
    }
    if is_long(&mapping.name) || is_long(&mapping.headers) {
        return Err(String::new());
    }
    match mapping.columns.iter().position(|column| is_long(&column.name)) {
        Some(idx) => Err(format!(".columns[{idx}].name")),
        None => Ok(()),
    }
}

fn amount(value: i64, path: impl Fn() -> String) -> Result<(), String> {
    if value.unsigned_abs() <= Money::MAX.fen().unsigned_abs() { Ok(()) } else { Err(path()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::extra::Extra;
    use crate::base::id::Id;
    use crate::facts::items::subject::Subject;
    use crate::facts::mapping::{MappedColumn, Mappings};
    use crate::tools::goals::model::{GoalUnit, Goals};

    fn workbook(year: i32, target: i64) -> Workbook {
        let target = Target::Amount(target);
        let plan = YearPlan::new(Id::from_bits(1), year, GoalUnit::Sales, target);
        let goals = Goals { plans: vec![plan], ..Goals::default() };
        Workbook { goals: goals.into(), ..Workbook::default() }
    }

    #[test]
    fn a_mapping_that_nothing_is_read_by_opens_and_one_that_slows_does_not() {
        let mapping = |n_columns: usize, name: &str| Workbook {
            mappings: Mappings {
                mappings: vec![Mapping {
                    id: Id::from_bits(1),
                    name: name.to_owned(),
                    headers: "x".to_owned(),
                    subject: Subject::Item,
                    columns: vec![MappedColumn::default(); n_columns],
                    extra: Extra::new(),
                }],
                extra: Extra::new(),
            }
            .into(),
            ..Workbook::default()
        };
        let broken = mapping(2, "x");
        assert_eq!(check(&broken), Ok(()));
        assert_eq!(broken.mappings.of_headers("x"), None, "it is there, and not used");
        let error = |workbook| check(&workbook).unwrap_err();
        assert_eq!(error(mapping(1_001, "x")), "workbook.mappings.mappings[0].columns");
        assert_eq!(error(mapping(1, &"x".repeat(1_001))), "workbook.mappings.mappings[0]");
    }

    #[test]
    fn what_cannot_be_calculated_with_is_named() {
        assert_eq!(check(&workbook(2026, 9_000_000_000_000_000)), Ok(()));
        let error = |year, target| check(&workbook(year, target)).unwrap_err();
        assert_eq!(error(2026, i64::MIN), "workbook.goals.plans[0].target");
        assert_eq!(error(i32::MAX, 1), "workbook.goals.plans[0].year");
    }
}
