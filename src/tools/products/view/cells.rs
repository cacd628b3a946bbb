//! What stands in the cells of the table.

use crate::base::day::Day;
use crate::base::id::Id;
use crate::base::locale::Locale;
use crate::base::money::Money;
use crate::base::ratio::Ratio;
use crate::i18n::format;
use crate::tools::products::calc::figures::Figures;
use crate::tools::products::calc::list::earns;
use crate::tools::products::calc::sheet::filled;
use crate::tools::products::calc::stock::{StockLine, StockState};
use crate::tools::products::model::{LifeStage, Product, Role, SalesRow};
use crate::tools::products::text::matrix::times;
use crate::tools::products::text::names::{self, Col};
use crate::tools::products::text::stock;
use crate::ui::grid::{Cell, CellTone, Column, NEW_ROW, Row, RowKind, Sort};

/// What cells need to know beside their product.
pub struct Around<'a> {
    /// The language.
    pub locale: Locale,
    /// The day whose costs count.
    pub today: Day,
    /// The period whose sales count.
    pub period: Option<Id>,
    /// The personas.
    pub personas: &'a [(Id, String)],
    /// What a product without a name is called.
    pub unnamed: &'a str,
}

/// What was worked out of a product, of what the table shows.
#[derive(Clone, Copy, Default, PartialEq)]
pub struct Worked {
    profit: Option<Money>,
    relative_share: Option<Ratio>,
    market_growth: Option<Ratio>,
    stock: Option<StockLine>,
}

impl Worked {
    /// Of a product's figures: a share in all sales is not among it, which every edit changes.
    pub fn of(figures: &Figures) -> Self {
        Self {
            profit: figures.profit,
            relative_share: figures.relative_share,
            market_growth: figures.market_growth,
            stock: None,
        }
    }

    /// The same with the product's stock, judged.
    #[must_use]
    pub fn with(self, stock: Option<StockLine>) -> Self {
        Self { stock, ..self }
    }
}

/// A column as the table draws it.
pub fn column(col: Col, locale: Locale, sort: Sort, personas: &[(Id, String)]) -> Column {
    let (title, unit) = names::column(col, locale);
    let words = |width| Column::text(title, width);
    let number = |width| Column::number(title, unit, width);
    let made = match col {
        Col::Name => words(200).grow(4),
        Col::ItemId => words(112),
        Col::Role => {
            words(96).choices(Role::ALL.map(|role| names::role(role, locale).to_owned()).to_vec())
        }
        Col::Persona => {
            words(128).grow(2).choices(personas.iter().map(|(_, name)| name.clone()).collect())
        }
        Col::Stage => words(80)
            .choices(LifeStage::ALL.map(|one| names::stage(one, locale).to_owned()).to_vec()),
        Col::Launched => words(100),
        Col::Sheet | Col::Margin => number(84),
        Col::State => words(96).fit(),
        Col::Daily | Col::Cover | Col::Lead | Col::Safety => number(84),
        Col::Stock | Col::Units | Col::OnOrder | Col::Point | Col::Suggested => number(104),
        Col::CategoryGrowth => number(170),
        Col::Growth | Col::Share => number(120),
        Col::Rival | Col::MarketBefore | Col::Market => number(128),
        Col::Price | Col::Goods | Col::Profit | Col::BreakEven | Col::Revenue | Col::Earned => {
            number(108)
        }
    };
    made.sorted(sort)
}

/// The row of a product.
pub fn row(product: &Product, worked: Worked, cols: &[Col], around: &Around<'_>) -> Row {
    let cells = cols.iter().map(|col| cell(product, worked, *col, around)).collect();
    Row { key: product.id.bits().cast_signed(), kind: RowKind::Plain, cells }
}

/// The empty row at the end, in which a new product begins.
pub fn new_row(cols: &[Col], placeholder: &str) -> Row {
    let cell = |col: &Col| match col {
        Col::Name => Cell { edit: Some(String::new()), ..Cell::new(placeholder) },
        col if is_typed(*col) => Cell::editable(""),
        _ => Cell::new(""),
    };
    Row { key: NEW_ROW, kind: RowKind::New, cells: cols.iter().map(cell).collect() }
}

/// Whether a column is typed into, and not worked out.
fn is_typed(col: Col) -> bool {
    !matches!(
        col,
        Col::Profit
            | Col::Margin
            | Col::BreakEven
            | Col::Sheet
            | Col::Earned
            | Col::Share
            | Col::Growth
            | Col::State
            | Col::Daily
            | Col::Cover
            | Col::Point
            | Col::Suggested
    )
}

fn cell(product: &Product, worked: Worked, col: Col, around: &Around<'_>) -> Cell {
    let nothing = SalesRow::new(product.id);
    let sold = around.period.and_then(|id| product.sales_in(id)).unwrap_or(&nothing);
    match col {
        Col::Name => match product.name.trim() {
            "" => Cell { edit: Some(String::new()), ..Cell::new(around.unnamed) }
                .tone(CellTone::Quiet),
            _ => Cell::editable(product.name.clone()),
        },
        Col::ItemId => Cell::editable(product.item_id.clone()),
        Col::Role => typed(product.role.map(|role| names::role(role, around.locale).to_owned())),
        Col::Stage => {
            typed(product.stage.map(|stage| names::stage(stage, around.locale).to_owned()))
        }
        Col::Persona => typed(product.persona.and_then(|id| {
            around.personas.iter().find(|(one, _)| *one == id).map(|(_, name)| name.clone())
        })),
        Col::Launched => typed(product.launched.map(|day| day.to_string())),
        Col::Price => typed_money(product.price),
        Col::Goods => typed_money(earns(product, around.today).goods),
        Col::Profit => money(earns(product, around.today).profit),
        Col::Margin => percent(earns(product, around.today).margin),
        Col::BreakEven => money(earns(product, around.today).break_even),
        Col::Stock => typed(product.stock.map(format::count)),
        Col::Sheet => {
            let filled = filled(product);
            percent(Ratio::of(filled.n as i64, filled.n_all as i64))
        }
        Col::Units => typed(sold.units.map(format::count)),
        Col::Revenue => typed_money(sold.revenue),
        Col::Earned => money(worked.profit),
        Col::Rival => typed_money(sold.rival),
        Col::Share => worked
            .relative_share
            .map_or_else(none, |share| Cell::new(times(share.bp().into()).replace('×', ""))),
        Col::MarketBefore => typed_money(sold.market_before),
        Col::Market => typed_money(sold.market),
        Col::Growth => percent(worked.market_growth),
        Col::CategoryGrowth => typed(sold.category_growth.map(bare_percent)),
        Col::OnOrder => typed(product.on_order.map(format::count)),
        col => worked.stock.map_or_else(none, |line| stock_cell(product, &line, col, around)),
    }
}

/// A cell of stock and replenishment.
fn stock_cell(product: &Product, line: &StockLine, col: Col, around: &Around<'_>) -> Cell {
    let count = |n: Option<i64>| n.map_or_else(none, |n| Cell::new(format::count(n)));
    // What holds for all is shown where the product says nothing, and typed over.
    let days = |own: Option<i64>, all: i64| match own {
        Some(own) => Cell::editable(format::count(own)),
        None => Cell { edit: Some(String::new()), ..Cell::new(format::count(all)) }
            .tone(CellTone::Quiet),
    };
    match col {
        Col::State => {
            let tone = match line.state {
                StockState::Out | StockState::Reorder => CellTone::Alert,
                StockState::Low => CellTone::Strong,
                StockState::Plenty => CellTone::Plain,
                StockState::Slow | StockState::Unknown => CellTone::Quiet,
            };
            Cell::new(stock::state(line.state, around.locale)).tone(tone)
        }
        Col::Daily => line.daily.map_or_else(none, |daily| {
            let t = stock::text(around.locale);
            let note = if daily.is_typed {
                t.typed_note.to_owned()
            } else {
                (t.average_note)(daily.n_days, daily.of_days)
            };
            let tenths = daily.tenths();
            let text = format!("{}.{}", format::count(tenths / 10), tenths.unsigned_abs() % 10);
            Cell::new(text).note(note)
        }),
        Col::Lead => days(product.lead_days, line.lead_days),
        Col::Safety => days(product.safety_days, line.safety_days),
        Col::Cover => count(line.cover),
        Col::Point => count(line.point),
        Col::Suggested => match line.suggested {
            Some(n) if 0 < n => Cell::new(format::count(n)).tone(CellTone::Strong),
            n => count(n).tone(CellTone::Quiet),
        },
        _ => none(),
    }
}

fn none() -> Cell {
    Cell::new(format::NONE).tone(CellTone::Quiet)
}

/// A cell that is typed into; nothing is shown as `–`.
fn typed(text: Option<String>) -> Cell {
    match text {
        Some(text) => Cell::editable(text),
        None => Cell { edit: Some(String::new()), ..none() },
    }
}

fn amount(amount: Money) -> String {
    if amount.fen() % 100 == 0 { format::yuan_whole(amount) } else { format::yuan(amount) }
}

fn typed_money(value: Option<Money>) -> Cell {
    typed(value.map(amount))
}

fn money(value: Option<Money>) -> Cell {
    let tone = |value: Money| if value < Money::ZERO { CellTone::Alert } else { CellTone::Plain };
    value.map_or_else(none, |value| Cell::new(amount(value)).tone(tone(value)))
}

fn bare_percent(ratio: Ratio) -> String {
    format::percent1(ratio).trim_end_matches('%').to_owned()
}

fn percent(ratio: Option<Ratio>) -> Cell {
    let tone = |ratio: Ratio| if ratio.bp() < 0 { CellTone::Alert } else { CellTone::Plain };
    ratio.map_or_else(none, |ratio| Cell::new(bare_percent(ratio)).tone(tone(ratio)))
}
