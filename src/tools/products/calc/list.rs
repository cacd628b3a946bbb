//! Which products are shown and in which order; the stored order stays.

use std::cmp::Ordering;

use crate::base::day::Day;
use crate::base::id::Id;
use crate::base::money::Money;
use crate::base::order;
use crate::base::ratio::Ratio;
use crate::tools::products::calc::sheet::filled;
use crate::tools::products::calc::stock::{Daily, StockLine, StockState};
use crate::tools::products::model::{Product, Products, Role};

/// What a list can be sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SortBy {
    /// The name.
    Name,
    /// The platform's number.
    ItemId,
    /// The role, in the order of the source.
    Role,
    /// The stage of its life.
    Stage,
    /// The list price.
    Price,
    /// The goods, as they cost today.
    Goods,
    /// What a piece earns at its list price today.
    Profit,
    /// That as a share of the price.
    Margin,
    /// Pieces in stock.
    Stock,
    /// Since when it is for sale.
    Launched,
    /// How complete the sheet is.
    Sheet,
    /// Pieces sold in the period.
    Units,
    /// Sales of the period.
    Revenue,
    /// What is to be done about the stock, the most urgent first.
    State,
    /// Pieces a day.
    Daily,
    /// For how many days the stock lasts.
    Cover,
    /// Pieces on order.
    OnOrder,
    /// From the order to the shelf.
    Lead,
    /// Days of safety.
    Safety,
    /// The reorder point.
    Point,
    /// The suggested order.
    Suggested,
}

/// What is shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    /// A part of the name or of the number, in any case of letters; empty for all.
    pub text: String,
    /// Products of one role, or (inside) those without one; none for all.
    pub role: Option<Option<Role>>,
    /// Products whose stock is in one state; none for all.
    pub state: Option<StockState>,
}

/// What a piece earns at its list price with the costs of a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Earns {
    /// The goods.
    pub goods: Option<Money>,
    /// Price − all costs.
    pub profit: Option<Money>,
    /// Profit ÷ price.
    pub margin: Option<Ratio>,
    /// The lowest price that loses nothing.
    pub break_even: Option<Money>,
}

/// What a piece of the product earns with the costs of a day.
pub fn earns(product: &Product, on: Day) -> Earns {
    let Some(cost) = product.cost_on(on) else { return Earns::default() };
    let terms = cost.terms();
    Earns {
        goods: Some(cost.goods),
        profit: product.price.map(|price| terms.profit_at(price)),
        margin: product.price.and_then(|price| terms.margin_at(price)),
        break_even: terms.break_even(),
    }
}

/// The day whose costs count, and the period whose sales do.
pub type When = (Day, Option<Id>);

/// The places of the products that are shown, in the order in which they are. Products without
/// the value stand last either way; equal ones keep the stored order. `lines` has the stock of
/// each product, or is empty while nobody asks for it.
pub fn shown(
    section: &Products,
    filter: &Filter,
    sort: Option<(SortBy, bool)>,
    when: When,
    lines: &[StockLine],
) -> Vec<usize> {
    let wanted = filter.text.trim().to_lowercase();
    let is_shown = |product: &Product| {
        let is_named = wanted.is_empty()
            || product.name.to_lowercase().contains(&wanted)
            || product.item_id.to_lowercase().contains(&wanted);
        is_named && filter.role.is_none_or(|role| product.role == role)
    };
    let is_in = |idx: usize| {
        filter.state.is_none_or(|state| lines.get(idx).is_some_and(|line| line.state == state))
    };
    let all = section.products.iter().enumerate();
    let found = all.filter(|(idx, product)| is_shown(product) && is_in(*idx));
    let mut places: Vec<usize> = found.map(|(idx, _)| idx).collect();
    let Some((by, is_down)) = sort else { return places };
    // Keys are worked out once a product, not once a comparison.
    let all = section.products.iter().enumerate();
    let keys: Vec<Key> = all.map(|(idx, product)| key(product, by, when, lines.get(idx))).collect();
    order::sort_by(&mut places, |a, b| compare(&keys[*a], &keys[*b], is_down));
    places
}

/// What a product is sorted by.
enum Key {
    Words(String),
    Number(i64),
    None,
}

fn key(product: &Product, by: SortBy, (today, period): When, line: Option<&StockLine>) -> Key {
    let words = |text: &str| {
        if text.trim().is_empty() { Key::None } else { Key::Words(text.to_lowercase()) }
    };
    let number = |value: Option<i64>| value.map_or(Key::None, Key::Number);
    let earned = || earns(product, today);
    match by {
        SortBy::Name => words(&product.name),
        SortBy::ItemId => words(&product.item_id),
        SortBy::Role => number(product.role.map(|role| role as i64)),
        SortBy::Stage => number(product.stage.map(|stage| stage as i64)),
        SortBy::Price => number(product.price.map(|price| price.fen())),
        SortBy::Goods => number(earned().goods.map(|goods| goods.fen())),
        SortBy::Profit => number(earned().profit.map(|profit| profit.fen())),
        SortBy::Margin => number(earned().margin.map(|margin| margin.bp().into())),
        SortBy::Stock => number(product.stock),
        SortBy::Launched => number(product.launched.map(|day| day.number().into())),
        SortBy::Sheet => number(Some(filled(product).n as i64)),
        SortBy::Units => number(period.and_then(|id| product.sales_in(id)?.units)),
        SortBy::Revenue => {
            number(period.and_then(|id| product.sales_in(id)?.revenue).map(|amount| amount.fen()))
        }
        SortBy::State => number(line.map(|line| line.state as i64)),
        SortBy::Daily => number(line.and_then(|line| line.daily).map(Daily::tenths)),
        SortBy::Cover => number(line.and_then(|line| line.cover)),
        SortBy::OnOrder => number(product.on_order),
        SortBy::Lead => number(line.map(|line| line.lead_days)),
        SortBy::Safety => number(line.map(|line| line.safety_days)),
        SortBy::Point => number(line.and_then(|line| line.point)),
        SortBy::Suggested => number(line.and_then(|line| line.suggested)),
    }
}

fn compare(a: &Key, b: &Key, is_down: bool) -> Ordering {
    let order = match (a, b) {
        (Key::Words(a), Key::Words(b)) => a.cmp(b),
        (Key::Number(a), Key::Number(b)) => a.cmp(b),
        (Key::None, Key::None) => return Ordering::Equal,
        (Key::None, _) => return Ordering::Greater,
        (_, Key::None) => return Ordering::Less,
        (Key::Words(_), Key::Number(_)) => Ordering::Greater,
        (Key::Number(_), Key::Words(_)) => Ordering::Less,
    };
    if is_down { order.reverse() } else { order }
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::tools::products::calc::stock::stock_line;
    use crate::tools::products::model::CostFrom;

    fn section() -> (Products, Day) {
        let mut section = Products::default();
        for (bits, name, price) in
            [(1, "b 盒", Some(12_800)), (2, "A 盒", None), (3, "c 袋", Some(5_900))]
        {
            let mut product = Product::new(Id::from_bits(bits), name.to_owned());
            product.price = price.map(Money::fen_const);
            product.costs = vec![CostFrom::of_goods(None, Money::fen_const(6_000))];
            section.products.push(product.into());
        }
        (section, "2026-10-22".parse().unwrap())
    }

    #[test]
    fn products_without_the_value_stand_last_either_way() {
        let (section, today) = section();
        let when = (today, None);
        let by = |by, is_down| shown(&section, &Filter::default(), Some((by, is_down)), when, &[]);
        assert_eq!(by(SortBy::Price, false), [2, 0, 1]);
        assert_eq!(by(SortBy::Price, true), [0, 2, 1]);
        assert_eq!(by(SortBy::Name, false), [1, 0, 2]);
        assert_eq!(by(SortBy::Goods, true), [0, 1, 2]);
        // 68 of 128 and −1 of 59.
        assert_eq!(by(SortBy::Margin, false), [2, 0, 1]);
    }

    #[test]
    fn a_filter_looks_at_name_number_and_role() {
        let (mut section, today) = section();
        std::sync::Arc::make_mut(&mut section.products[2]).role = Some(Role::Traffic);
        std::sync::Arc::make_mut(&mut section.products[1]).item_id = "6890123".to_owned();
        let with = |text: &str, role| {
            let filter = Filter { text: text.to_owned(), role, state: None };
            shown(&section, &filter, None, (today, None), &[])
        };
        assert_eq!(with("盒", None), [0, 1]);
        assert_eq!(with("6890", None), [1]);
        assert_eq!(with(" B ", None), [0]);
        assert_eq!(with("", Some(Some(Role::Traffic))), [2]);
        assert_eq!(with("", Some(None)), [0, 1]);
    }

    #[test]
    fn the_most_urgent_stock_stands_first_and_can_stand_alone() {
        let (mut section, today) = section();
        for (idx, stock) in [(0, 500), (1, 0), (2, 12)] {
            std::sync::Arc::make_mut(&mut section.products[idx]).stock = Some(stock);
        }
        let daily = Some(Daily { units: 30, n_days: 30, of_days: 30, is_typed: false });
        let line = |product: &std::sync::Arc<Product>| stock_line(product, &section.stock, daily);
        let lines: Vec<StockLine> = section.products.iter().map(line).collect();
        let with = |filter: &Filter, by, is_down| {
            shown(&section, filter, Some((by, is_down)), (today, None), &lines)
        };
        let all = Filter::default();
        assert_eq!(with(&all, SortBy::State, false), [1, 2, 0]);
        assert_eq!(with(&all, SortBy::Cover, true), [0, 2, 1]);
        assert_eq!(with(&all, SortBy::Suggested, true), [1, 0, 2]);
        let low = Filter { state: Some(StockState::Low), ..all };
        assert_eq!(with(&low, SortBy::Name, false), [2]);
    }
}
