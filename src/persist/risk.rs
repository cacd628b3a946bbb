//! Which steps are so large that the version before them is kept as a snapshot.

use crate::persist::snapshot::Reason;
use crate::workbook::Workbook;
use crate::workbook::edit::Step;

/// More than so many things removed in one step are many …
pub const MANY: usize = 20;
/// … and so are more than this share of a list, in percent, …
pub const MANY_PERCENT: usize = 30;
/// … if it is at least so many things.
pub const FEW: usize = 5;

/// Why the version `before` a step is to be kept; `None` for a step that is not risky.
pub fn reason(step: &Step, before: &Workbook, after: &Workbook) -> Option<Reason> {
    match step {
        Step::Import(_) => Some(Reason::Import),
        Step::Replace => Some(Reason::Replace),
        _ => is_mass_deletion(before, after).then_some(Reason::MassDelete),
    }
}

/// Whether a step has removed many things of one kind.
pub fn is_mass_deletion(before: &Workbook, after: &Workbook) -> bool {
    let pairs = lengths(before).into_iter().zip(lengths(after));
    pairs.into_iter().any(|(before, after)| {
        let removed = before.saturating_sub(after);
        MANY < removed || (FEW <= removed && before * MANY_PERCENT < removed * 100)
    })
}

/// How many things each list has that a user fills.
fn lengths(workbook: &Workbook) -> [usize; 12] {
    [
        workbook.calendar.rules.len(),
        workbook.personas.personas.len(),
        workbook.journey.factors.len(),
        workbook.rivals.rivals.len(),
        workbook.swot.entries.len(),
        workbook.swot.strategies.len(),
        workbook.products.products.len(),
        workbook.launch.items.len(),
        workbook.trials.trials.len(),
        workbook.tasks.tasks.len(),
        workbook.facts.imports.len(),
        workbook.facts.chunk_ids().len(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::id::Id;
    use crate::tools::products::model::{Product, Products};

    fn with_products(n: usize) -> Workbook {
        let one = |bits| Product::new(Id::from_bits(bits), String::new()).into();
        let products = (0..n as u64).map(one).collect();
        let products = Products { products, ..Products::default() };
        Workbook { products: products.into(), ..Workbook::default() }
    }

    #[test]
    fn many_or_a_large_share_is_a_mass_deletion() {
        let is = |before, after| is_mass_deletion(&with_products(before), &with_products(after));
        assert!(is(100, 79), "more than twenty");
        assert!(!is(100, 80));
        assert!(is(10, 5), "half of the list");
        assert!(!is(4, 0), "too few to be many");
        assert!(!is(20, 15), "a quarter of the list");
        assert!(!is(5, 10));
    }

    #[test]
    fn imports_and_replacing_are_risky_in_themselves() {
        let empty = Workbook::default();
        let of = |step| reason(&step, &empty, &empty);
        assert_eq!(of(Step::Import("a.csv".to_owned())), Some(Reason::Import));
        assert_eq!(of(Step::Replace), Some(Reason::Replace));
        assert_eq!(of(Step::Shop), None);
    }
}
