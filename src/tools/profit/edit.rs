//! What a user can do to prices and profit.

mod cross;

#[cfg(test)]
mod tests;

use crate::base::day::Month;
use crate::base::edit::{EditError, MergeKey, check_len, check_range};
use crate::base::id::Id;
use crate::base::list;
use crate::base::money::Money;
use crate::base::order;
use crate::base::ratio::Ratio;
use crate::tools::profit::model::{
    Bundle, ControlCell, ControlLine, CrossSell, DeterminantNote, PriceStep, ProductTerms, Profit,
    Pull, RefundTerms, Rounding,
};

/// The most steps of a price.
pub const MAX_STEPS: usize = 60;
/// The most products with terms of their own: as many as there are products.
pub const MAX_TERMS: usize = 5_000;
/// The longest name, in characters.
pub const MAX_NAME: usize = 200;
/// The most pieces of an order.
pub const MAX_PIECES: i64 = 99;
/// The largest amount of money (分), and the largest count.
pub const MAX_NUMBER: i64 = 1_000_000_000_000;
/// The most cells of the profit-control table: twenty years.
pub const MAX_CELLS: usize = 3_840;
/// The most sets, and the most products in one.
pub const MAX_BUNDLES: usize = 200;
/// The most groups of steps that exclude each other.
pub const MAX_GROUPS: u8 = 9;

/// One change.
#[derive(Clone, Debug, PartialEq)]
pub enum ProfitEdit {
    /// Adds a step of the price, or puts it in the place of the one with its id. A new one stands
    /// behind the steps of its kind and of those before it.
    PutStep(PriceStep),
    /// Removes a step.
    RemoveStep(Id),
    /// Moves a step to a place among the others.
    MoveStep {
        /// Which one.
        id: Id,
        /// Its place, counted without it.
        to: usize,
    },
    /// What refunds of all products cost.
    SetRefunds(RefundTerms),
    /// What holds of one product; terms that say nothing are taken away.
    SetTerms(Box<ProductTerms>),
    /// The margin that prices are worked out for.
    SetTarget(Ratio),
    /// What worked out prices end in.
    SetRounding(Rounding),
    /// Cells of the profit-control table, all in one step.
    SetControl(Vec<ControlChange>),
    /// Adds a set of products, or puts it in the place of the one with its id.
    PutBundle(Bundle),
    /// Removes a set.
    RemoveBundle(Id),
    /// What a product that draws buyers brought; one that says nothing is taken away.
    PutPull(Pull),
    /// Adds a look at a recommendation, or puts it in the place of the one with its id.
    PutCross(CrossSell),
    /// Removes a look.
    RemoveCross(Id),
    /// How it stands with one determinant; one that says nothing is taken away.
    SetDeterminant(DeterminantNote),
}

/// A cell of the profit-control table that becomes something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ControlChange {
    /// The month.
    pub month: Month,
    /// The line.
    pub line: ControlLine,
    /// Whether it is the actual amount, and not the budget.
    pub is_actual: bool,
    /// What it becomes; none for what plan or imported days say.
    pub value: Option<Money>,
}

impl ProfitEdit {
    /// Carries the edit out.
    ///
    /// # Errors
    ///
    /// [`EditError`] for a thing that is not there, a text that is too long, a number out of its
    /// range, a list that is full.
    pub fn apply(self, section: &mut Profit) -> Result<(), EditError> {
        match self {
            Self::PutStep(step) => put_step(section, step),
            Self::RemoveStep(id) => list::remove(&mut section.steps, id).map(drop),
            Self::MoveStep { id, to } => list::move_to(&mut section.steps, id, to),
            Self::SetRefunds(refunds) => {
                check_refunds(&refunds)?;
                section.refunds = refunds;
                Ok(())
            }
            Self::SetTerms(terms) => set_terms(section, *terms),
            Self::SetTarget(target) => {
                check_range("profit.target", target.bp().into(), 0, 9_900)?;
                section.target = target;
                Ok(())
            }
            Self::SetRounding(rounding) => {
                section.rounding = rounding;
                Ok(())
            }
            Self::SetControl(changes) => {
                changes.into_iter().try_for_each(|change| set_control(section, change))
            }
            Self::PutBundle(bundle) => {
                check_bundle(&bundle)?;
                list::put(&mut section.bundles, bundle, "profit.bundles", MAX_BUNDLES)
            }
            Self::RemoveBundle(id) => list::remove(&mut section.bundles, id).map(drop),
            Self::PutPull(pull) => put_pull(section, pull),
            Self::PutCross(look) => cross::put(section, look),
            Self::RemoveCross(id) => list::remove(&mut section.cross, id).map(drop),
            Self::SetDeterminant(note) => cross::set(section, note),
        }
    }

    /// The field that is being typed into, if it is one.
    pub fn merge_key(&self) -> Option<MergeKey> {
        match self {
            Self::PutStep(step) => {
                Some(MergeKey { field: "profit.steps", of: step.id.to_string() })
            }
            Self::PutBundle(bundle) => {
                Some(MergeKey { field: "profit.bundles", of: bundle.id.to_string() })
            }
            Self::PutCross(look) => {
                Some(MergeKey { field: "profit.cross", of: look.id.to_string() })
            }
            Self::SetDeterminant(note) => {
                let of = format!("{:?}", note.determinant);
                Some(MergeKey { field: "profit.determinants", of })
            }
            _ => None,
        }
    }
}

fn put_step(section: &mut Profit, step: PriceStep) -> Result<(), EditError> {
    check_len("profit.steps.name", &step.name, MAX_NAME)?;
    check_share("profit.steps.percent", step.percent)?;
    check_share("profit.steps.borne", step.borne)?;
    check_money("profit.steps.amount", step.amount)?;
    check_money("profit.steps.from", step.from)?;
    check_range("profit.steps.group", step.group.into(), 0, MAX_GROUPS.into())?;
    let (id, kind) = (step.id, step.kind);
    let is_new = list::find(&section.steps, id).is_none();
    list::put(&mut section.steps, step, "profit.steps", MAX_STEPS)?;
    if is_new {
        let before = |one: &PriceStep| one.id != id && one.kind <= kind;
        let to = section.steps.iter().rposition(before).map_or(0, |last| last + 1);
        list::move_to(&mut section.steps, id, to)?;
    }
    Ok(())
}

fn set_terms(section: &mut Profit, terms: ProductTerms) -> Result<(), EditError> {
    check_range("profit.terms.pieces", terms.pieces.unwrap_or(1), 1, MAX_PIECES)?;
    check_range("profit.terms.volume", terms.volume.unwrap_or(0), 0, MAX_NUMBER)?;
    for amount in [terms.beside, terms.click, terms.lowest].into_iter().flatten() {
        check_money("profit.terms", amount)?;
    }
    check_share("profit.terms.conversion", terms.conversion.unwrap_or_default())?;
    if let Some(refunds) = &terms.refunds {
        check_refunds(refunds)?;
    }
    if terms == ProductTerms::new(terms.product) {
        section.terms.retain(|one| one.product != terms.product);
        return Ok(());
    }
    list::put(&mut section.terms, terms, "profit.terms", MAX_TERMS)
}

fn set_control(section: &mut Profit, change: ControlChange) -> Result<(), EditError> {
    let ControlChange { month, line, is_actual, value } = change;
    let amount = value.map_or(0, Money::fen);
    check_range("profit.control", amount, -MAX_NUMBER, MAX_NUMBER)?;
    let is_it = |cell: &ControlCell| cell.month == month && cell.line == line;
    let idx = match section.control.iter().position(is_it) {
        Some(idx) => idx,
        None if value.is_none() => return Ok(()),
        None if section.control.len() < MAX_CELLS => {
            section.control.push(ControlCell::new(month, line));
            section.control.len() - 1
        }
        None => return Err(EditError::TooMany { field: "profit.control", max: MAX_CELLS }),
    };
    let cell = &mut section.control[idx];
    *(if is_actual { &mut cell.actual } else { &mut cell.budget }) = value;
    if *cell == ControlCell::new(month, line) {
        section.control.remove(idx);
    }
    order::sort_by_key(&mut section.control, |cell| (cell.month, cell.line));
    Ok(())
}

fn check_bundle(bundle: &Bundle) -> Result<(), EditError> {
    check_len("profit.bundles.name", &bundle.name, MAX_NAME)?;
    check_len("profit.bundles.theme", &bundle.theme, MAX_NAME)?;
    check_money("profit.bundles.price", bundle.price.unwrap_or_default())?;
    check_money("profit.bundles.rival", bundle.rival.unwrap_or_default())?;
    if MAX_BUNDLES < bundle.items.len() {
        return Err(EditError::TooMany { field: "profit.bundles.items", max: MAX_BUNDLES });
    }
    let mut pieces = bundle.items.iter().map(|item| item.pieces);
    pieces.try_for_each(|n| check_range("profit.bundles.items.pieces", n, 1, MAX_PIECES))
}

fn put_pull(section: &mut Profit, pull: Pull) -> Result<(), EditError> {
    for count in [pull.buyers, pull.members].into_iter().flatten() {
        check_range("profit.pulls", count, 0, MAX_NUMBER)?;
    }
    check_share("profit.pulls.attach", pull.attach.unwrap_or_default())?;
    // A purchase beside it may lose money.
    let attached = pull.attached.map_or(0, Money::fen);
    check_range("profit.pulls.attached", attached, -MAX_NUMBER, MAX_NUMBER)?;
    for amount in [pull.ads, pull.member_value].into_iter().flatten() {
        check_money("profit.pulls", amount)?;
    }
    if pull == Pull::new(pull.product) {
        section.pulls.retain(|one| one.product != pull.product);
        return Ok(());
    }
    list::put(&mut section.pulls, pull, "profit.pulls", MAX_TERMS)
}

fn check_refunds(terms: &RefundTerms) -> Result<(), EditError> {
    for share in [terms.rate, terms.before, terms.resaleable, terms.kept] {
        check_share("profit.refunds", share)?;
    }
    check_money("profit.refunds.freight", terms.freight)?;
    check_money("profit.refunds.fee", terms.fee)
}

fn check_share(field: &'static str, share: Ratio) -> Result<(), EditError> {
    check_range(field, share.bp().into(), 0, 10_000)
}

fn check_money(field: &'static str, amount: Money) -> Result<(), EditError> {
    check_range(field, amount.fen(), 0, MAX_NUMBER)
}
