//! Prices and profit of any shape.

use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use zhanggui::base::extra::Extra;
use zhanggui::base::id::Id;
use zhanggui::base::money::Money;
use zhanggui::base::ratio::Ratio;
use zhanggui::tools::profit::edit::{ControlChange, ProfitEdit};
use zhanggui::tools::profit::model::{
    Bundle, BundleItem, ControlCell, ControlLine, CrossSell, Decision, Determinant,
    DeterminantNote, PriceStep, ProductTerms, Profit, Pull, RefundTerms, Rounding, StepKind,
    StepRule,
};

use super::{amount, day, id, month, text, unique_id};

fn money() -> impl Strategy<Value = Money> {
    (0_i64..100_000_000).prop_map(Money::fen_const)
}

fn share() -> impl Strategy<Value = Ratio> {
    (0..=10_000).prop_map(Ratio::from_bp)
}

fn step(id: impl Strategy<Value = Id>) -> impl Strategy<Value = PriceStep> {
    let kind = prop::sample::select(StepKind::ALL.to_vec());
    let rule = prop::sample::select(StepRule::ALL.to_vec());
    (
        (id, kind, text(), of(super::id()), rule),
        (share(), money(), money(), share(), 0_u8..10, any::<bool>()),
    )
        .prop_map(
            |((id, kind, name, product, rule), (percent, amount, from, borne, group, is_on))| {
                PriceStep {
                    name,
                    product,
                    rule,
                    percent,
                    amount,
                    from,
                    borne,
                    group,
                    is_on,
                    ..PriceStep::new(id, kind)
                }
            },
        )
}

fn refunds() -> impl Strategy<Value = RefundTerms> {
    ([share(), share(), share(), share()], money(), money()).prop_map(
        |([rate, before, resaleable, kept], freight, fee)| RefundTerms {
            rate,
            before,
            resaleable,
            freight,
            fee,
            kept,
            extra: Extra::new(),
        },
    )
}

fn terms(product: impl Strategy<Value = Id>) -> impl Strategy<Value = ProductTerms> {
    (
        (product, of(1_i64..99), of(money()), of(refunds())),
        (of(share()), of(money()), of(money()), amount()),
    )
        .prop_map(
            |((product, pieces, beside, refunds), (conversion, click, lowest, volume))| {
                ProductTerms {
                    pieces,
                    beside,
                    refunds,
                    conversion,
                    click,
                    lowest,
                    volume,
                    ..ProductTerms::new(product)
                }
            },
        )
}

fn rounding() -> impl Strategy<Value = Rounding> {
    prop::sample::select(Rounding::ALL.to_vec())
}

fn bundle(id: impl Strategy<Value = Id>) -> impl Strategy<Value = Bundle> {
    let item = (super::id(), 1_i64..9).prop_map(|(product, n)| BundleItem::new(product, n));
    (id, text(), text(), vec(item, 0..3), of(money()), of(money()), any::<bool>()).prop_map(
        |(id, name, theme, items, price, rival, takes_steps)| Bundle {
            takes_steps,
            theme,
            items,
            price,
            rival,
            ..Bundle::new(id, name)
        },
    )
}

fn pull(product: impl Strategy<Value = Id>) -> impl Strategy<Value = Pull> {
    let count = || of(0_i64..1_000_000);
    (product, count(), of(share()), of(money()), of(money()), count(), of(money())).prop_map(
        |(product, buyers, attach, attached, ads, members, member_value)| Pull {
            buyers,
            attach,
            attached,
            ads,
            members,
            member_value,
            ..Pull::new(product)
        },
    )
}

fn look(id: impl Strategy<Value = Id>) -> impl Strategy<Value = CrossSell> {
    let decision = of(prop::sample::select(vec![Decision::Keep, Decision::Replace]));
    let ends = (super::id(), super::id());
    (id, ends, text(), day(), of(0_i64..9_999), of(0_i64..9_999), of(share()), decision).prop_map(
        |(id, (main, linked), slot, day, units, visitors, conversion, decision)| CrossSell {
            slot,
            units,
            visitors,
            conversion,
            decision,
            ..CrossSell::new(id, main, linked, day)
        },
    )
}

fn determinant() -> impl Strategy<Value = DeterminantNote> {
    let one = prop::sample::select(Determinant::ALL.to_vec());
    (one, text(), text(), of(share()), text()).prop_map(|(one, state, action, effect, owner)| {
        DeterminantNote { state, action, effect, owner, ..DeterminantNote::new(one) }
    })
}

fn line() -> impl Strategy<Value = ControlLine> {
    prop::sample::select(ControlLine::ALL.to_vec())
}

fn cell() -> impl Strategy<Value = ControlCell> {
    (month(), line(), of(money()), of(money())).prop_map(|(month, line, budget, actual)| {
        ControlCell { budget, actual, ..ControlCell::new(month, line) }
    })
}

pub fn profit() -> impl Strategy<Value = Profit> {
    (
        vec(step(unique_id()), 0..4),
        refunds(),
        vec(terms(unique_id()), 0..3),
        share(),
        rounding(),
        vec(cell(), 0..3),
        vec(bundle(unique_id()), 0..3),
        vec(pull(unique_id()), 0..3),
        (vec(look(unique_id()), 0..3), vec(determinant(), 0..2)),
    )
        .prop_map(
            |(steps, refunds, terms, target, rounding, control, bundles, pulls, more)| {
                let (cross, determinants) = more;
                Profit {
                    cross,
                    determinants,
                    bundles,
                    pulls,
                    control,
                    steps,
                    refunds,
                    terms,
                    target,
                    rounding,
                    ..Profit::default()
                }
            },
        )
}

pub fn profit_edit() -> impl Strategy<Value = ProfitEdit> {
    let change = (month(), line(), any::<bool>(), of(money())).prop_map(
        |(month, line, is_actual, value)| ControlChange { month, line, is_actual, value },
    );
    prop_oneof![
        step(id()).prop_map(ProfitEdit::PutStep),
        id().prop_map(ProfitEdit::RemoveStep),
        (id(), 0_usize..4).prop_map(|(id, to)| ProfitEdit::MoveStep { id, to }),
        refunds().prop_map(ProfitEdit::SetRefunds),
        terms(id()).prop_map(|terms| ProfitEdit::SetTerms(Box::new(terms))),
        share().prop_map(ProfitEdit::SetTarget),
        rounding().prop_map(ProfitEdit::SetRounding),
        vec(change, 0..3).prop_map(ProfitEdit::SetControl),
        bundle(id()).prop_map(ProfitEdit::PutBundle),
        id().prop_map(ProfitEdit::RemoveBundle),
        pull(id()).prop_map(ProfitEdit::PutPull),
        look(id()).prop_map(ProfitEdit::PutCross),
        id().prop_map(ProfitEdit::RemoveCross),
        determinant().prop_map(ProfitEdit::SetDeterminant),
    ]
}
