//! How each field is written, and what it takes.

use crate::base::day::Day;
use crate::base::edit::{EditError, check_len, check_range};
use crate::base::extra::Extra;
use crate::base::list;
use crate::base::money::Money;
use crate::base::order;
use crate::tools::products::edit::{
    MAX_COSTS, MAX_ITEM_ID, MAX_NAME, MAX_NUMBER, MAX_PERIODS, MAX_TEXT, MatrixChange,
    ProductField, SalesField,
};
use crate::tools::products::model::{
    Advice, CostFrom, Cut, Measure, Product, Products, SalesRow, SheetEntry, StockRules,
};

/// The most that a rate of the costs may be: all of the price, and as much again.
const MAX_RATE: i64 = 20_000;
/// The most days of a lead time, of safety, of an order: a year.
const MAX_DAYS: i64 = 365;
/// The most that a growth may be: a thousandfold.
const MAX_GROWTH: i64 = 10_000_000;

pub(super) fn set(product: &mut Product, field: ProductField) {
    match field {
        ProductField::Name(name) => product.name = name,
        ProductField::ItemId(item_id) => product.item_id = item_id,
        ProductField::Role(role) => product.role = role,
        ProductField::Stage(stage) => product.stage = stage,
        ProductField::Launched(day) => product.launched = day,
        ProductField::Persona(persona) => product.persona = persona,
        ProductField::Price(price) => product.price = price,
        ProductField::Stock(stock) => product.stock = stock,
        ProductField::OnOrder(on_order) => product.on_order = on_order,
        ProductField::LeadDays(days) => product.lead_days = days,
        ProductField::SafetyDays(days) => product.safety_days = days,
        ProductField::Pricing(pricing) => product.pricing = pricing,
        ProductField::InDeals(in_deals) => product.in_deals = in_deals,
        ProductField::Costs(mut costs) => {
            order::sort_by_key(&mut costs, |cost| cost.from);
            product.costs = costs;
        }
        ProductField::Goods { on, goods } => set_goods(product, on, goods),
        ProductField::Sheet { key, text } => set_sheet(product, key, text),
        ProductField::Sales { period, field } => {
            let idx = product.sales.iter().position(|row| row.period == period);
            let idx = idx.unwrap_or_else(|| {
                product.sales.push(SalesRow::new(period));
                product.sales.len() - 1
            });
            let row = &mut product.sales[idx];
            match field {
                SalesField::Units(units) => row.units = units,
                SalesField::Revenue(revenue) => row.revenue = revenue,
                SalesField::Rival(rival) => row.rival = rival,
                SalesField::Market(market) => row.market = market,
                SalesField::MarketBefore(market) => row.market_before = market,
                SalesField::CategoryGrowth(growth) => row.category_growth = growth,
            }
            if *row == SalesRow::new(period) {
                product.sales.remove(idx);
            }
        }
    }
}

/// Corrects the costs in force on a day, or begins some that hold from the beginning. Taking the
/// goods away takes such costs away if nothing else is in them.
fn set_goods(product: &mut Product, on: Day, goods: Option<Money>) {
    let in_force = |cost: &CostFrom| cost.from.is_none_or(|from| from <= on);
    match (product.costs.iter().rposition(in_force), goods) {
        (Some(idx), Some(goods)) => product.costs[idx].goods = goods,
        (Some(idx), None) => {
            product.costs[idx].goods = Money::ZERO;
            let from = product.costs[idx].from;
            if product.costs[idx] == CostFrom::of_goods(from, Money::ZERO) {
                product.costs.remove(idx);
            }
        }
        (None, Some(goods)) => product.costs.insert(0, CostFrom::of_goods(None, goods)),
        (None, None) => {}
    }
}

fn set_sheet(product: &mut Product, key: String, text: String) {
    let idx = product.sheet.iter().position(|entry| entry.key == key);
    match idx {
        Some(idx) if text.is_empty() => {
            product.sheet.remove(idx);
        }
        Some(idx) => product.sheet[idx].text = text,
        None if text.is_empty() => {}
        None => product.sheet.push(SheetEntry { key, text, extra: Extra::new() }),
    }
}

/// Refuses limits that stock cannot be judged by.
pub(super) fn check_rules(rules: &StockRules) -> Result<(), EditError> {
    check_range("products.stock.days", rules.days, 1, 366)?;
    check_range("products.stock.lead_days", rules.lead_days, 0, MAX_DAYS)?;
    check_range("products.stock.safety_days", rules.safety_days, 0, MAX_DAYS)?;
    check_range("products.stock.low_days", rules.low_days, 0, MAX_DAYS)?;
    check_range("products.stock.slow", rules.slow, 0, MAX_NUMBER)?;
    check_range("products.stock.cover_days", rules.cover_days, 1, MAX_DAYS)
}

/// Refuses what no field takes.
pub(super) fn check(product: &Product) -> Result<(), EditError> {
    check_len("products.products.name", &product.name, MAX_NAME)?;
    check_len("products.products.item_id", &product.item_id, MAX_ITEM_ID)?;
    check_len("products.products.pricing", &product.pricing, MAX_TEXT)?;
    check_money("products.products.price", product.price)?;
    check_range("products.products.stock", product.stock.unwrap_or(0), 0, MAX_NUMBER)?;
    check_range("products.products.on_order", product.on_order.unwrap_or(0), 0, MAX_NUMBER)?;
    for days in [product.lead_days, product.safety_days].into_iter().flatten() {
        check_range("products.products.days", days, 0, MAX_DAYS)?;
    }
    if MAX_COSTS < product.costs.len() {
        return Err(EditError::TooMany { field: "products.products.costs", max: MAX_COSTS });
    }
    for cost in &product.costs {
        for amount in [cost.goods, cost.freight, cost.gift] {
            check_money("products.products.costs", Some(amount))?;
        }
        for rate in [cost.commission, cost.ads] {
            check_range("products.products.costs.rate", rate.bp().into(), 0, MAX_RATE)?;
        }
    }
    for entry in &product.sheet {
        check_len("products.products.sheet.key", &entry.key, 60)?;
        check_len("products.products.sheet.text", &entry.text, MAX_TEXT)?;
    }
    if MAX_PERIODS < product.sales.len() {
        return Err(EditError::TooMany { field: "products.products.sales", max: MAX_PERIODS });
    }
    product.sales.iter().try_for_each(check_sales)
}

fn check_sales(row: &SalesRow) -> Result<(), EditError> {
    check_range("products.products.sales.units", row.units.unwrap_or(0), 0, MAX_NUMBER)?;
    // Refunds can make a product's sales negative; nobody else's are known that well.
    let revenue = row.revenue.map_or(0, Money::fen);
    check_range("products.products.sales.revenue", revenue, -MAX_NUMBER, MAX_NUMBER)?;
    for amount in [row.rival, row.market, row.market_before] {
        check_money("products.products.sales", amount)?;
    }
    let growth = row.category_growth.unwrap_or_default().bp();
    check_range("products.products.sales.category_growth", growth.into(), -10_000, MAX_GROWTH)
}

fn check_money(field: &'static str, amount: Option<Money>) -> Result<(), EditError> {
    check_range(field, amount.map_or(0, Money::fen), 0, MAX_NUMBER)
}

pub(super) fn set_matrix(section: &mut Products, change: MatrixChange) -> Result<(), EditError> {
    for period in [&change] {
        if let MatrixChange::Period(Some(id)) | MatrixChange::Compared(Some(id)) = period
            && list::find(&section.periods, *id).is_none()
        {
            return Err(EditError::NoSuchItem(*id));
        }
    }
    let matrix = &mut section.matrix;
    match change {
        MatrixChange::Set(set) => matrix.set = set,
        MatrixChange::Axis(measure) => match measure {
            Measure::Units | Measure::Revenue => matrix.sells = measure,
            Measure::Margin | Measure::UnitProfit => matrix.earns = measure,
            Measure::RelativeShare | Measure::ShopShare => matrix.share = measure,
            Measure::MarketGrowth | Measure::CategoryGrowth => matrix.growth = measure,
        },
        MatrixChange::Cut(measure, value) => {
            let value = value.filter(|value| measure.usual_cut() != Some(*value));
            matrix.cuts.retain(|cut| cut.measure != measure);
            if let Some(value) = value {
                check_range("products.matrix.cuts", value, -MAX_NUMBER, MAX_NUMBER)?;
                matrix.cuts.push(Cut { measure, value, extra: Extra::new() });
            }
        }
        MatrixChange::Period(period) => matrix.period = period,
        MatrixChange::Compared(period) => matrix.compared = period,
        MatrixChange::Dependency(share) => {
            check_range("products.matrix.dependency", share.bp().into(), 0, 10_000)?;
            matrix.dependency = share;
        }
        MatrixChange::Advice(field, text) => {
            check_len("products.matrix.advice", &text, MAX_TEXT)?;
            matrix.advice.retain(|advice| advice.field != field);
            if !text.trim().is_empty() {
                matrix.advice.push(Advice { field, text, extra: Extra::new() });
            }
        }
    }
    Ok(())
}
