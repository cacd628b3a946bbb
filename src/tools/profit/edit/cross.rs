//! Looks at recommendations, and what decides the margin.

use crate::base::edit::{EditError, check_len, check_range};
use crate::base::list;
use crate::base::order;
use crate::tools::profit::edit::{MAX_NAME, MAX_NUMBER, check_share};
use crate::tools::profit::model::{CrossSell, DeterminantNote, Profit};

/// The most looks.
const MAX_LOOKS: usize = 2_000;
/// The longest text.
const MAX_TEXT: usize = 2_000;

pub(super) fn put(section: &mut Profit, look: CrossSell) -> Result<(), EditError> {
    check_len("profit.cross.slot", &look.slot, MAX_NAME)?;
    for count in [look.units, look.visitors].into_iter().flatten() {
        check_range("profit.cross", count, 0, MAX_NUMBER)?;
    }
    check_share("profit.cross.conversion", look.conversion.unwrap_or_default())?;
    list::put(&mut section.cross, look, "profit.cross", MAX_LOOKS)
}

pub(super) fn set(section: &mut Profit, note: DeterminantNote) -> Result<(), EditError> {
    for text in [&note.state, &note.action] {
        check_len("profit.determinants", text, MAX_TEXT)?;
    }
    check_len("profit.determinants.owner", &note.owner, MAX_NAME)?;
    let effect = note.effect.unwrap_or_default().bp();
    check_range("profit.determinants.effect", effect.into(), -10_000, 10_000)?;
    let determinant = note.determinant;
    section.determinants.retain(|one| one.determinant != determinant);
    if note != DeterminantNote::new(determinant) {
        section.determinants.push(note);
        order::sort_by_key(&mut section.determinants, |one| one.determinant);
    }
    Ok(())
}
