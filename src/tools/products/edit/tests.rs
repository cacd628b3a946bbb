//! Worked examples of every verb.

use super::*;
use crate::tools::products::model::SalesRow;

fn id(bits: u64) -> Id {
    Id::from_bits(bits)
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn yuan(yuan: i64) -> Money {
    Money::fen_const(yuan * 100)
}

fn section() -> Products {
    let mut section = Products::default();
    let products = vec![
        Product::new(id(1), "月光镜面双层首饰盒".to_owned()),
        Product::new(id(2), "胡桃木收纳盒".to_owned()),
    ];
    ProductsEdit::Put(products).apply(&mut section).unwrap();
    let span = crate::base::span::Span::new(day("2026-08-01"), day("2026-10-21"));
    ProductsEdit::PutPeriod(SalesPeriod::new(id(9), span)).apply(&mut section).unwrap();
    section
}

fn set(section: &mut Products, id: Id, field: ProductField) -> Result<(), EditError> {
    ProductsEdit::set(id, field).apply(section)
}

#[test]
fn putting_adds_and_replaces_and_leaves_the_order() {
    let mut section = section();
    let products = vec![
        Product::new(id(1), "月光首饰盒".to_owned()),
        Product::new(id(3), "八音盒".to_owned()),
    ];
    ProductsEdit::Put(products).apply(&mut section).unwrap();
    let names: Vec<&str> = section.products.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["月光首饰盒", "胡桃木收纳盒", "八音盒"]);
    let many = (10..6_000).map(|bits| Product::new(id(bits), String::new())).collect();
    let full = ProductsEdit::Put(many).apply(&mut section);
    assert_eq!(full, Err(EditError::TooMany { field: "products.products", max: MAX }));
}

#[test]
fn an_edit_of_one_product_leaves_the_others_shared() {
    let mut section = section();
    let before = section.clone();
    set(&mut section, id(1), ProductField::Price(Some(yuan(128)))).unwrap();
    assert!(!Arc::ptr_eq(&before.products[0], &section.products[0]));
    assert!(Arc::ptr_eq(&before.products[1], &section.products[1]));
}

#[test]
fn the_goods_of_today_correct_the_costs_in_force() {
    let mut section = section();
    let goods =
        |on: &str, yuan_: Option<i64>| ProductField::Goods { on: day(on), goods: yuan_.map(yuan) };
    set(&mut section, id(1), goods("2026-10-22", Some(60))).unwrap();
    assert_eq!(section.products[0].costs, [CostFrom::of_goods(None, yuan(60))]);
    let mut costs = section.products[0].costs.clone();
    costs.insert(0, CostFrom::of_goods(Some(day("2026-09-01")), yuan(63)));
    set(&mut section, id(1), ProductField::Costs(costs)).unwrap();
    // The order of the days, not that of typing.
    assert_eq!(section.products[0].costs[0].from, None);
    set(&mut section, id(1), goods("2026-08-31", Some(61))).unwrap();
    set(&mut section, id(1), goods("2026-10-22", Some(64))).unwrap();
    let now: Vec<Money> = section.products[0].costs.iter().map(|cost| cost.goods).collect();
    assert_eq!(now, [yuan(61), yuan(64)]);
    set(&mut section, id(1), goods("2026-10-22", None)).unwrap();
    assert_eq!(section.products[0].costs.len(), 1);
}

#[test]
fn what_a_period_sold_is_told_field_by_field() {
    let mut section = section();
    let sold = |field| ProductField::Sales { period: id(9), field };
    set(&mut section, id(1), sold(SalesField::Units(Some(812)))).unwrap();
    set(&mut section, id(1), sold(SalesField::Revenue(Some(yuan(98_000))))).unwrap();
    let row = section.products[0].sales_in(id(9)).unwrap();
    let expected =
        SalesRow { units: Some(812), revenue: Some(yuan(98_000)), ..SalesRow::new(id(9)) };
    assert_eq!(row, &expected);
    set(&mut section, id(1), sold(SalesField::Units(None))).unwrap();
    set(&mut section, id(1), sold(SalesField::Revenue(None))).unwrap();
    assert!(section.products[0].sales.is_empty());
    let gone = ProductField::Sales { period: id(8), field: SalesField::Units(Some(1)) };
    assert_eq!(set(&mut section, id(1), gone), Err(EditError::NoSuchItem(id(8))));
}

#[test]
fn a_period_goes_with_what_was_sold_in_it() {
    let mut section = section();
    let field = SalesField::Units(Some(3));
    set(&mut section, id(2), ProductField::Sales { period: id(9), field }).unwrap();
    ProductsEdit::SetMatrix(MatrixChange::Period(Some(id(9)))).apply(&mut section).unwrap();
    ProductsEdit::RemovePeriod(id(9)).apply(&mut section).unwrap();
    assert!(section.periods.is_empty() && section.products[1].sales.is_empty());
    assert_eq!(section.matrix.period, None);
}

#[test]
fn what_is_said_of_the_sheet_and_the_matrix_is_written_and_taken_back() {
    let mut section = section();
    let sheet = |text: &str| ProductField::Sheet { key: "usage".into(), text: text.into() };
    set(&mut section, id(1), sheet("送女友")).unwrap();
    assert_eq!(section.products[0].sheet_text("usage"), "送女友");
    set(&mut section, id(1), sheet("")).unwrap();
    assert!(section.products[0].sheet.is_empty());

    let change = |section: &mut Products, change| ProductsEdit::SetMatrix(change).apply(section);
    change(&mut section, MatrixChange::Axis(Measure::ShopShare)).unwrap();
    change(&mut section, MatrixChange::Axis(Measure::UnitProfit)).unwrap();
    change(&mut section, MatrixChange::Cut(Measure::Units, Some(120))).unwrap();
    // The textbook's own cut is no choice of the user's.
    change(&mut section, MatrixChange::Cut(Measure::RelativeShare, Some(10_000))).unwrap();
    let matrix = &section.matrix;
    assert_eq!((matrix.share, matrix.earns), (Measure::ShopShare, Measure::UnitProfit));
    assert_eq!((matrix.cut(Measure::Units), matrix.cut(Measure::RelativeShare)), (Some(120), None));
    change(&mut section, MatrixChange::Advice(BcgField::ShopStar, "做套餐".into())).unwrap();
    assert_eq!(section.matrix.own_advice(BcgField::ShopStar), "做套餐");
    change(&mut section, MatrixChange::Advice(BcgField::ShopStar, " ".into())).unwrap();
    assert!(section.matrix.advice.is_empty());
    assert!(change(&mut section, MatrixChange::Dependency(Ratio::from_bp(10_001))).is_err());
    assert!(change(&mut section, MatrixChange::Compared(Some(id(5)))).is_err());
}

#[test]
fn numbers_out_of_range_are_refused() {
    let mut section = section();
    for field in [
        ProductField::Price(Some(yuan(-1))),
        ProductField::Stock(Some(-1)),
        ProductField::Name("长".repeat(MAX_NAME + 1)),
        ProductField::Costs(vec![CostFrom::of_goods(None, yuan(-1))]),
    ] {
        assert!(set(&mut section, id(1), field).is_err());
    }
}

#[test]
fn a_cell_is_a_step_and_a_sheet_that_is_typed_into_is_one() {
    let price = ProductsEdit::set(id(1), ProductField::Price(None));
    assert_eq!(price.merge_key(), None);
    let sheet = ProductField::Sheet { key: "usage".into(), text: "送".into() };
    let key = ProductsEdit::set(id(1), sheet).merge_key().unwrap();
    assert_eq!(key.field, "products.products.sheet");
}

#[test]
fn stock_is_judged_by_the_users_limits_within_reason() {
    let mut section = Products::default();
    let rules = StockRules { lead_days: 20, slow: 0, ..StockRules::default() };
    ProductsEdit::SetStock(rules.clone()).apply(&mut section).unwrap();
    for wrong in [
        StockRules { days: 0, ..rules.clone() },
        StockRules { lead_days: 366, ..rules.clone() },
        StockRules { slow: -1, ..rules.clone() },
        StockRules { cover_days: 0, ..rules.clone() },
    ] {
        assert!(ProductsEdit::SetStock(wrong).apply(&mut section).is_err());
    }
    assert_eq!(section.stock, rules);
    let id = Id::from_bits(1);
    ProductsEdit::Put(vec![Product::new(id, "首饰盒".to_owned())]).apply(&mut section).unwrap();
    for field in [
        ProductField::OnOrder(Some(40)),
        ProductField::LeadDays(Some(0)),
        ProductField::SafetyDays(Some(365)),
    ] {
        ProductsEdit::set(id, field).apply(&mut section).unwrap();
    }
    let product = &section.products[0];
    assert_eq!((product.on_order, product.lead_days), (Some(40), Some(0)));
    assert!(ProductsEdit::set(id, ProductField::OnOrder(Some(-1))).apply(&mut section).is_err());
    let long = ProductsEdit::set(id, ProductField::LeadDays(Some(366)));
    assert!(long.apply(&mut section).is_err());
}
