//! Worked examples of every verb.

use super::*;
use crate::tools::profit::model::{BundleItem, Determinant, StepKind, StepRule};

fn id(bits: u64) -> Id {
    Id::from_bits(bits)
}

fn step(bits: u64, kind: StepKind) -> PriceStep {
    PriceStep::new(id(bits), kind)
}

fn order(section: &Profit) -> Vec<u64> {
    section.steps.iter().map(|step| step.id.bits()).collect()
}

#[test]
fn a_new_step_stands_where_platforms_take_it_and_is_moved_by_hand() {
    let mut section = Profit::default();
    for (bits, kind) in [
        (1, StepKind::CrossShop),
        (2, StepKind::Item),
        (3, StepKind::RedPacket),
        (4, StepKind::ShopCoupon),
        (5, StepKind::Item),
    ] {
        ProfitEdit::PutStep(step(bits, kind)).apply(&mut section).unwrap();
    }
    assert_eq!(order(&section), [2, 5, 4, 1, 3]);
    ProfitEdit::MoveStep { id: id(3), to: 0 }.apply(&mut section).unwrap();
    // One that is there stays where it was put.
    let typed = PriceStep { amount: Money::fen_const(500), ..step(3, StepKind::RedPacket) };
    ProfitEdit::PutStep(typed).apply(&mut section).unwrap();
    assert_eq!(order(&section), [3, 2, 5, 4, 1]);
    assert_eq!(section.steps[0].amount.fen(), 500);
    ProfitEdit::RemoveStep(id(5)).apply(&mut section).unwrap();
    assert_eq!(order(&section), [3, 2, 4, 1]);
    assert_eq!(
        ProfitEdit::RemoveStep(id(5)).apply(&mut section),
        Err(EditError::NoSuchItem(id(5)))
    );
}

#[test]
fn a_step_begins_as_its_kind_usually_is() {
    let shop = step(1, StepKind::ShopCoupon);
    assert_eq!((shop.rule, shop.borne.bp()), (StepRule::Once, 10_000));
    let platform = step(1, StepKind::PlatformCoupon);
    assert_eq!((platform.rule, platform.borne.bp()), (StepRule::Once, 0));
}

#[test]
fn terms_that_say_nothing_are_not_kept() {
    let mut section = Profit::default();
    let terms = ProductTerms { volume: Some(600), ..ProductTerms::new(id(1)) };
    ProfitEdit::SetTerms(Box::new(terms)).apply(&mut section).unwrap();
    assert_eq!(section.terms_of(id(1)).volume, Some(600));
    ProfitEdit::SetTerms(Box::new(ProductTerms::new(id(1)))).apply(&mut section).unwrap();
    assert_eq!(section.terms, []);
}

#[test]
fn numbers_out_of_range_are_refused() {
    let refused = |edit: ProfitEdit| edit.apply(&mut Profit::default()).is_err();
    let step = |change: fn(&mut PriceStep)| {
        let mut step = step(1, StepKind::Item);
        change(&mut step);
        ProfitEdit::PutStep(step)
    };
    assert!(refused(step(|step| step.percent = Ratio::from_bp(10_001))));
    assert!(refused(step(|step| step.amount = Money::fen_const(-1))));
    assert!(refused(step(|step| step.group = 10)));
    assert!(refused(step(|step| step.name = "长".repeat(201))));
    let terms = |change: fn(&mut ProductTerms)| {
        let mut terms = ProductTerms::new(id(1));
        change(&mut terms);
        ProfitEdit::SetTerms(Box::new(terms))
    };
    assert!(refused(terms(|terms| terms.pieces = Some(0))));
    assert!(refused(terms(|terms| terms.pieces = Some(100))));
    assert!(refused(terms(|terms| terms.lowest = Some(Money::fen_const(-5)))));
    let rate = RefundTerms { rate: Ratio::from_bp(10_001), ..RefundTerms::default() };
    assert!(refused(ProfitEdit::SetRefunds(rate)));
    assert!(refused(ProfitEdit::SetTarget(Ratio::from_bp(10_000))));
}

#[test]
fn target_rounding_and_refunds_are_set() {
    let mut section = Profit::default();
    let refunds = RefundTerms { rate: Ratio::from_bp(800), ..RefundTerms::default() };
    for edit in [
        ProfitEdit::SetTarget(Ratio::from_bp(2_500)),
        ProfitEdit::SetRounding(Rounding::Nine),
        ProfitEdit::SetRefunds(refunds),
    ] {
        edit.apply(&mut section).unwrap();
    }
    assert_eq!((section.target.bp(), section.rounding), (2_500, Rounding::Nine));
    assert_eq!(section.refunds.rate.bp(), 800);
}

#[test]
fn cells_of_the_control_table_come_and_go_as_one_step() {
    let mut section = Profit::default();
    let month = Month::new(2026, 10);
    let change = |line, is_actual, fen: Option<i64>| ControlChange {
        month,
        line,
        is_actual,
        value: fen.map(Money::fen_const),
    };
    let all = vec![
        change(ControlLine::Freight, true, Some(300)),
        change(ControlLine::Goods, false, Some(100)),
        change(ControlLine::Goods, true, Some(200)),
        change(ControlLine::Bonus, true, None),
    ];
    ProfitEdit::SetControl(all).apply(&mut section).unwrap();
    let told: Vec<_> =
        section.control.iter().map(|cell| (cell.line, cell.budget, cell.actual)).collect();
    let fen = |fen| Some(Money::fen_const(fen));
    assert_eq!(
        told,
        [(ControlLine::Goods, fen(100), fen(200)), (ControlLine::Freight, None, fen(300))]
    );
    let gone = vec![change(ControlLine::Freight, true, None)];
    ProfitEdit::SetControl(gone).apply(&mut section).unwrap();
    assert_eq!(section.control.len(), 1);
    let huge = vec![change(ControlLine::Goods, true, Some(MAX_NUMBER + 1))];
    assert!(ProfitEdit::SetControl(huge).apply(&mut section).is_err());
}

#[test]
fn sets_and_pulls_come_and_go() {
    let mut section = Profit::default();
    let mut set = Bundle::new(id(1), "两件装".to_owned());
    set.items.push(BundleItem::new(id(7), 2));
    ProfitEdit::PutBundle(set.clone()).apply(&mut section).unwrap();
    set.items[0].pieces = 0;
    assert!(ProfitEdit::PutBundle(set).apply(&mut section).is_err());
    assert_eq!(section.bundles[0].items[0].pieces, 2);
    ProfitEdit::RemoveBundle(id(1)).apply(&mut section).unwrap();
    assert_eq!(
        ProfitEdit::RemoveBundle(id(1)).apply(&mut section),
        Err(EditError::NoSuchItem(id(1)))
    );
    let pull = Pull { buyers: Some(400), ..Pull::new(id(7)) };
    ProfitEdit::PutPull(pull.clone()).apply(&mut section).unwrap();
    assert_eq!(section.pulls, std::slice::from_ref(&pull));
    let wrong = Pull { attach: Some(Ratio::from_bp(10_001)), ..pull };
    assert!(ProfitEdit::PutPull(wrong).apply(&mut section).is_err());
    ProfitEdit::PutPull(Pull::new(id(7))).apply(&mut section).unwrap();
    assert_eq!(section.pulls, []);
}

#[test]
fn looks_and_determinants_come_and_go() {
    let mut section = Profit::default();
    let day = "2026-10-01".parse().unwrap();
    let look = CrossSell { units: Some(40), ..CrossSell::new(id(1), id(7), id(8), day) };
    ProfitEdit::PutCross(look.clone()).apply(&mut section).unwrap();
    let wrong = CrossSell { conversion: Some(Ratio::from_bp(10_001)), ..look };
    assert!(ProfitEdit::PutCross(wrong).apply(&mut section).is_err());
    assert_eq!(section.cross[0].units, Some(40));
    ProfitEdit::RemoveCross(id(1)).apply(&mut section).unwrap();
    assert_eq!(section.cross, []);
    let note = |one, state: &str| {
        let note = DeterminantNote { state: state.to_owned(), ..DeterminantNote::new(one) };
        ProfitEdit::SetDeterminant(note)
    };
    for edit in [
        note(Determinant::Cost, "货源在中间商"),
        note(Determinant::Value, "送人有面子"),
        note(Determinant::Cost, ""),
    ] {
        edit.apply(&mut section).unwrap();
    }
    let told: Vec<_> = section.determinants.iter().map(|note| note.determinant).collect();
    assert_eq!(told, [Determinant::Value]);
}
