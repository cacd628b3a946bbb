//! The lines of the tables, as the grid shows them.

use crate::base::day::{Day, Month};
use crate::base::locale::Locale;
use crate::base::money::Money;
use crate::i18n::format;
use crate::tools::goals::calc::page::table::{PeriodRow, YearTable};
use crate::tools::goals::calc::page::total::total;
use crate::tools::goals::model::{CellKey, GoalUnit};
use crate::tools::goals::text::{Text, names, text};
use crate::ui::change::Change;
use crate::ui::grid::model::{Cell, CellTone, Column, Row, RowKind};

/// One line of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Its name in the grid: the number of its first day; a quarter is −1 … −4.
    pub key: i64,
    /// The period.
    pub row: PeriodRow,
    /// The gap added up from the first line on; `None` where there is none yet.
    pub gap_so_far: Option<i64>,
    /// Whether it sums lines above it.
    pub is_sum: bool,
}

/// The key of the line that adds a whole table up.
const TOTAL: i64 = i64::MAX;

fn line(row: PeriodRow, gap_so_far: Option<i64>) -> Line {
    Line { key: row.span.from().number().into(), row, gap_so_far, is_sum: false }
}

/// The days of a month.
pub fn day_lines(table: &YearTable, month: Month) -> Vec<Line> {
    table.days(month).into_iter().map(|(row, sum)| line(row, sum)).collect()
}

/// The weeks of the year.
pub fn week_lines(table: &YearTable) -> Vec<Line> {
    running(table.weeks())
}

/// The months of the year, each quarter after its last month.
pub fn month_lines(table: &YearTable) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut months = running(table.months()).into_iter();
    for (idx, row) in table.quarters().into_iter().enumerate() {
        lines.extend(months.by_ref().take(3));
        let gap_so_far = lines.iter().rev().find_map(|line: &Line| line.gap_so_far);
        lines.push(Line { key: -1 - idx as i64, row, gap_so_far, is_sum: true });
    }
    lines
}

fn running(rows: Vec<PeriodRow>) -> Vec<Line> {
    let mut sum = 0;
    let mut with_sum = |row: PeriodRow| {
        let so_far = row.gap.map(|gap| {
            sum += gap;
            sum
        });
        line(row, so_far)
    };
    rows.into_iter().map(&mut with_sum).collect()
}

/// The day of a line.
pub fn day_key(key: i64) -> Option<CellKey> {
    first_day(key).map(CellKey::Day)
}

/// The week of a line.
pub fn week_key(key: i64) -> Option<CellKey> {
    first_day(key).map(CellKey::Week)
}

/// The month or quarter of a line.
pub fn month_key(key: i64) -> Option<CellKey> {
    match key {
        -4..=-1 => Some(CellKey::Quarter((-1 - key) as u8)),
        _ => first_day(key).map(|day| CellKey::Month(day.month())),
    }
}

fn first_day(key: i64) -> Option<Day> {
    i32::try_from(key).ok().map(Day::from_number)
}

/// The columns: name, target, actual, attainment, gap, gap added up, and the frozen version.
pub fn columns(table: &YearTable, head: &str, t: &'static Text) -> Vec<Column> {
    let unit = t.unit_of(table.unit());
    let mut columns = vec![
        Column::text(head, 64),
        Column::number(t.target, unit, 72),
        Column::number(t.actual, unit, 76),
        Column::number(t.col_attainment, "", 52),
        Column::number(t.col_gap, "", 74),
        Column::number(t.col_cum_gap, "", 80),
    ];
    if table.baseline.is_some() {
        columns.push(Column::number(t.col_baseline, unit, 96));
        columns.push(Column::number(t.col_change, unit, 88));
    }
    if table.rates.is_some() {
        columns.push(Column::number(t.col_visitors, t.unit_people, 112));
        columns.push(Column::number(t.col_buyers, t.unit_people, 112));
        columns.push(Column::number(t.col_ad, unit, 88));
    }
    // No amount is cut off.
    columns.into_iter().map(Column::fit).collect()
}

/// A line of the grid.
pub fn grid_row(table: &YearTable, line: &Line, locale: Locale) -> Row {
    let (period, unit) = (&line.row, table.unit());
    let shown = names::plain_whole(period.target, unit);
    let target = if table.is_editable() {
        let edit = Some(names::plain(period.target, unit));
        Cell { edit, ..Cell::new(shown) }
    } else {
        Cell::new(shown)
    };
    let tone = if period.is_bounded() { CellTone::Strong } else { CellTone::Plain };
    let mut cells = vec![
        Cell::new(title(period.key, locale)),
        target.locked(period.is_locked()).tone(tone).note(period.note()),
    ];
    cells.extend(figures(table, period, line.gap_so_far));
    let is_now = period.span.contains(table.today) && !line.is_sum;
    let kind = match (line.is_sum, is_now) {
        (true, _) => RowKind::Total,
        (_, true) => RowKind::Current,
        _ => RowKind::Plain,
    };
    Row { key: line.key, kind, cells: cells.into() }
}

/// The line that adds the table up.
pub fn total_row(table: &YearTable, lines: &[Line], locale: Locale) -> Row {
    let unit = table.unit();
    let parts: Vec<&PeriodRow> =
        lines.iter().filter(|line| !line.is_sum).map(|line| &line.row).collect();
    let total = total(&parts);
    let mut cells = vec![
        Cell::new(text(locale).total),
        Cell::new(names::plain_whole(total.target, unit)),
        number(total.actual, unit),
        Cell::new(names::share(total.attainment)),
        difference(total.gap, unit),
        difference(total.gap, unit),
    ];
    if table.baseline.is_some() {
        cells.push(number(total.baseline, unit));
        cells.push(difference(total.since_baseline, unit));
    }
    if table.rates.is_some() {
        cells.push(number(total.visitors, GoalUnit::Units));
        cells.push(number(total.buyers, GoalUnit::Units));
        let ad = total.ad_budget.map(|ad| names::plain_whole(ad, unit));
        cells.push(Cell::new(ad.unwrap_or_default()));
    }
    Row { key: TOTAL, kind: RowKind::Total, cells: cells.into() }
}

fn figures(table: &YearTable, row: &PeriodRow, gap_so_far: Option<i64>) -> Vec<Cell> {
    let unit = table.unit();
    let mut cells = vec![
        number(row.actual, unit),
        Cell::new(names::share(row.attainment)),
        difference(row.gap, unit),
        difference(gap_so_far, unit),
    ];
    if table.baseline.is_some() {
        cells.push(number(row.baseline, unit));
        cells.push(difference(row.since_baseline(), unit));
    }
    if let Some(needs) = &row.needs {
        cells.push(number(needs.visitors, GoalUnit::Units));
        cells.push(number(needs.buyers, GoalUnit::Units));
        cells.push(Cell::new(names::plain_whole(needs.ad_budget.fen(), unit)));
    }
    cells
}

fn number(value: Option<i64>, unit: GoalUnit) -> Cell {
    Cell::new(value.map_or_else(|| format::NONE.to_owned(), |value| names::plain(value, unit)))
}

/// A difference in the plan's unit.
pub fn change_of(value: i64, unit: GoalUnit) -> Change {
    match unit {
        GoalUnit::Sales => Change::money(Money::from_fen_clamped(value)),
        GoalUnit::Units => Change::count(value),
    }
}

/// A difference without its unit, which stands in the header.
fn difference(value: Option<i64>, unit: GoalUnit) -> Cell {
    Cell::change(value.map(|value| {
        let change = change_of(value, unit);
        Change { text: change.text.replace('¥', ""), ..change }
    }))
}

/// What a line is called: `22日 周四`, `第 43 周`, `10月`.
fn title(key: CellKey, locale: Locale) -> String {
    match key {
        CellKey::Day(day) => {
            let (_, _, date) = day.ymd();
            format!("{date} {}", format::weekday_short(day.weekday(), locale))
        }
        CellKey::Week(first) => {
            format!("{} {}", names::period(key, locale), format::day_numeric(first))
        }
        _ => names::period(key, locale),
    }
}
