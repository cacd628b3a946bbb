//! Products of any shape.

use std::sync::Arc;

use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use zhanggui::base::day::Day;
use zhanggui::base::extra::Extra;
use zhanggui::base::id::Id;
use zhanggui::base::money::Money;
use zhanggui::base::ratio::Ratio;
use zhanggui::base::span::Span;
use zhanggui::tools::products::edit::{MatrixChange, ProductField, ProductsEdit, SalesField};
use zhanggui::tools::products::model::{
    Advice, AxisSet, BcgField, CostFrom, Cut, LifeStage, Matrix, Measure, Product, Products, Role,
    SalesPeriod, SalesRow, SheetEntry, StockRules,
};

use super::{amount, day, id, text, unique_id};

fn money() -> impl Strategy<Value = Money> {
    (0_i64..100_000_000).prop_map(Money::fen_const)
}

fn rate() -> impl Strategy<Value = Ratio> {
    (0..3_000).prop_map(Ratio::from_bp)
}

fn cost() -> impl Strategy<Value = CostFrom> {
    (of(day()), [money(), money(), money()], rate(), rate()).prop_map(
        |(from, [goods, freight, gift], commission, ads)| CostFrom {
            freight,
            gift,
            commission,
            ads,
            ..CostFrom::of_goods(from, goods)
        },
    )
}

fn sold() -> impl Strategy<Value = SalesRow> {
    (id(), amount(), [of(money()), of(money()), of(money()), of(money())], of(rate())).prop_map(
        |(period, units, [revenue, rival, market, market_before], category_growth)| SalesRow {
            units,
            revenue,
            rival,
            market,
            market_before,
            category_growth,
            ..SalesRow::new(period)
        },
    )
}

fn product(id: impl Strategy<Value = Id>) -> impl Strategy<Value = Product> {
    let role = of(prop::sample::select(Role::ALL.to_vec()));
    let stage = of(prop::sample::select(LifeStage::ALL.to_vec()));
    let entry =
        (text(), text()).prop_map(|(key, text)| SheetEntry { key, text, extra: Extra::new() });
    (
        (id, text(), text(), role, stage, of(super::id())),
        (
            of(day()),
            of(money()),
            [amount().boxed(), amount().boxed(), days(), days()],
            of(any::<bool>()),
        ),
        (vec(cost(), 0..3), vec(entry, 0..2), vec(sold(), 0..3)),
    )
        .prop_map(
            |(
                (id, name, item_id, role, stage, persona),
                (launched, price, [stock, on_order, lead_days, safety_days], in_deals),
                (costs, sheet, sales),
            )| Product {
                pricing: item_id.clone(),
                item_id,
                role,
                stage,
                launched,
                persona,
                price,
                stock,
                on_order,
                lead_days,
                safety_days,
                in_deals,
                costs,
                sheet,
                sales,
                ..Product::new(id, name)
            },
        )
}

fn period(id: impl Strategy<Value = Id>) -> impl Strategy<Value = SalesPeriod> {
    (id, text(), day(), 0_i32..400).prop_map(|(id, name, from, n)| SalesPeriod {
        name,
        ..SalesPeriod::new(id, Span::new(from, (from + n).min(Day::MAX)))
    })
}

fn measure() -> impl Strategy<Value = Measure> {
    let all = [Measure::SELLS, Measure::EARNS, Measure::SHARES, Measure::GROWTHS];
    prop::sample::select(all.concat())
}

fn field() -> impl Strategy<Value = BcgField> {
    prop::sample::select(AxisSet::ALL.map(BcgField::all).concat())
}

fn matrix() -> impl Strategy<Value = Matrix> {
    let cut = (measure(), any::<i32>()).prop_map(|(measure, value)| Cut {
        measure,
        value: value.into(),
        extra: Extra::new(),
    });
    let advice =
        (field(), text()).prop_map(|(field, text)| Advice { field, text, extra: Extra::new() });
    let set = prop::sample::select(AxisSet::ALL.to_vec());
    (set, vec(cut, 0..3), of(id()), of(id()), rate(), vec(advice, 0..2)).prop_map(
        |(set, cuts, period, compared, dependency, advice)| Matrix {
            set,
            cuts,
            period,
            compared,
            dependency,
            advice,
            ..Matrix::default()
        },
    )
}

/// Days of a lead time or of safety.
fn days() -> BoxedStrategy<Option<i64>> {
    of(0_i64..366).boxed()
}

fn stock() -> impl Strategy<Value = StockRules> {
    (1_i64..367, 0_i64..366, 0_i64..366, 0_i64..366, 0_i64..1_000, 1_i64..366).prop_map(
        |(days, lead_days, safety_days, low_days, slow, cover_days)| StockRules {
            days,
            lead_days,
            safety_days,
            low_days,
            slow,
            cover_days,
            extra: Extra::new(),
        },
    )
}

pub fn products() -> impl Strategy<Value = Products> {
    let all = vec(product(unique_id()).prop_map(Arc::new), 0..4);
    (all, vec(period(unique_id()), 0..3), matrix(), stock()).prop_map(
        |(products, periods, matrix, stock)| Products {
            products,
            periods,
            matrix,
            stock,
            extra: Extra::new(),
        },
    )
}

fn product_field() -> impl Strategy<Value = ProductField> {
    let role = of(prop::sample::select(Role::ALL.to_vec()));
    prop_oneof![
        text().prop_map(ProductField::Name),
        role.prop_map(ProductField::Role),
        of(money()).prop_map(ProductField::Price),
        vec(cost(), 0..3).prop_map(ProductField::Costs),
        (day(), of(money())).prop_map(|(on, goods)| ProductField::Goods { on, goods }),
        (text(), text()).prop_map(|(key, text)| ProductField::Sheet { key, text }),
        (id(), amount()).prop_map(|(period, units)| ProductField::Sales {
            period,
            field: SalesField::Units(units)
        }),
        of(id()).prop_map(ProductField::Persona),
        amount().prop_map(ProductField::OnOrder),
        days().prop_map(ProductField::LeadDays),
        of(-1_i64..400).prop_map(ProductField::SafetyDays),
    ]
}

pub fn products_edit() -> impl Strategy<Value = ProductsEdit> {
    let change = prop_oneof![
        prop::sample::select(AxisSet::ALL.to_vec()).prop_map(MatrixChange::Set),
        measure().prop_map(MatrixChange::Axis),
        (measure(), of(any::<i64>())).prop_map(|(measure, cut)| MatrixChange::Cut(measure, cut)),
        of(id()).prop_map(MatrixChange::Compared),
        (field(), text()).prop_map(|(field, text)| MatrixChange::Advice(field, text)),
    ];
    prop_oneof![
        vec(product(id()), 0..3).prop_map(ProductsEdit::Put),
        (id(), product_field()).prop_map(|(id, field)| ProductsEdit::set(id, field)),
        id().prop_map(ProductsEdit::Remove),
        (id(), 0_usize..4).prop_map(|(id, to)| ProductsEdit::Move { id, to }),
        period(id()).prop_map(ProductsEdit::PutPeriod),
        id().prop_map(ProductsEdit::RemovePeriod),
        change.prop_map(ProductsEdit::SetMatrix),
        stock().prop_map(ProductsEdit::SetStock),
    ]
}
