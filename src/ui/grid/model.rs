//! What a table shows, as plain values: the page makes them, the table draws them.

use std::sync::Arc;

/// One column. The first column names the rows and stays in sight; more of them may.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The heading.
    pub title: String,
    /// The unit of all its numbers, shown in the heading: 元, %.
    pub unit: &'static str,
    /// Where its texts stand.
    pub align: Align,
    /// The least width in CSS pixels; it is never narrower than its heading.
    pub width: u16,
    /// How much of the spare width it takes, beside the others.
    pub grow: u8,
    /// Whether its heading sorts the rows, and how they are sorted.
    pub sort: Sort,
    /// Whether it is as wide as its longest text.
    pub is_fitted: bool,
    /// Texts that are offered while a cell of it is typed into.
    pub choices: Vec<String>,
}

/// How the rows of a table are sorted by a column. The page sorts them; the table only asks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// They cannot be.
    #[default]
    No,
    /// They can be, and are not.
    Able,
    /// The least first.
    Up,
    /// The greatest first.
    Down,
}

impl Sort {
    /// The value of `aria-sort`; none for a column that does not sort.
    pub fn attribute(self) -> Option<&'static str> {
        match self {
            Self::No => None,
            Self::Able => Some("none"),
            Self::Up => Some("ascending"),
            Self::Down => Some("descending"),
        }
    }
}

impl Column {
    /// A column of words.
    pub fn text(title: impl Into<String>, width: u16) -> Self {
        Self { align: Align::Start, ..Self::number(title, "", width) }
    }

    /// A column of numbers in one unit, which may be empty.
    pub fn number(title: impl Into<String>, unit: &'static str, width: u16) -> Self {
        let (title, align) = (title.into(), Align::End);
        Self {
            title,
            unit,
            align,
            width,
            grow: 1,
            sort: Sort::No,
            is_fitted: false,
            choices: Vec::new(),
        }
    }

    /// The same with another share of the spare width; 0 for none.
    #[must_use]
    pub fn grow(self, grow: u8) -> Self {
        Self { grow, ..self }
    }

    /// The same with a heading that sorts.
    #[must_use]
    pub fn sorted(self, sort: Sort) -> Self {
        Self { sort, ..self }
    }

    /// The same, as wide as its longest text.
    #[must_use]
    pub fn fit(self) -> Self {
        Self { is_fitted: true, ..self }
    }

    /// The same with texts that are offered.
    #[must_use]
    pub fn choices(self, choices: Vec<String>) -> Self {
        Self { choices, ..self }
    }
}

/// Where texts stand in their column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// Words.
    #[default]
    Start,
    /// Numbers.
    End,
    /// Signs.
    Center,
}

impl Align {
    /// The value of `data-align`; none for words.
    pub fn attribute(self) -> Option<&'static str> {
        match self {
            Self::Start => None,
            Self::End => Some("end"),
            Self::Center => Some("center"),
        }
    }
}

/// One row.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// Its name among the rows: a day's number, a month's place, the bits of an id.
    pub key: i64,
    /// What stands out about it.
    pub kind: RowKind,
    /// One cell a column; the first one names the row. They are shared: a page keeps the rows
    /// of which nothing has changed, and finds that by where they are.
    pub cells: Arc<[Cell]>,
}

impl Row {
    /// What the row is called: its first cell.
    pub fn title(&self) -> &str {
        self.cells.first().map_or("", |cell| &cell.text)
    }

    /// Whether both show the same: texts with which typing begins are not shown, only whether
    /// there are any.
    pub fn looks_like(&self, other: &Self) -> bool {
        let pairs = || self.cells.iter().zip(other.cells.iter());
        self.key == other.key
            && self.kind == other.kind
            && self.cells.len() == other.cells.len()
            && (Arc::ptr_eq(&self.cells, &other.cells)
                || pairs().all(|(one, other)| one.looks_like(other)))
    }
}

impl PartialEq for Row {
    /// Rows whose cells are the same ones are equal without a look at these.
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
            && self.kind == other.kind
            && (Arc::ptr_eq(&self.cells, &other.cells) || self.cells == other.cells)
    }
}

impl Eq for Row {}

/// What stands out about a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RowKind {
    /// Nothing.
    #[default]
    Plain,
    /// It is today, or the chosen one.
    Current,
    /// It is a sum of others.
    Total,
    /// It does not count: left out, still to come.
    Quiet,
    /// It names the rows under it.
    Group,
    /// It is empty and stands at the end: what is typed or pasted into it makes new rows.
    New,
}

/// One cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// What is shown; `–` for no value.
    pub text: String,
    /// What it says beside its words.
    pub tone: CellTone,
    /// Whether it was typed over and stays: shown with a padlock.
    pub is_locked: bool,
    /// More words: why it is locked, what it is made of.
    pub note: String,
    /// The text with which typing over it begins; none for a cell that cannot be typed over.
    pub edit: Option<String>,
}

impl Cell {
    /// A cell that is only read.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// A cell that can be typed over; typing begins with what is shown.
    pub fn editable(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { edit: Some(text.clone()), text, ..Self::default() }
    }

    /// The text with which typing over it begins, else what it shows.
    pub fn start(&self, is_editable: bool) -> &str {
        self.edit.as_ref().filter(|_| is_editable).unwrap_or(&self.text)
    }

    fn looks_like(&self, other: &Self) -> bool {
        self.text == other.text
            && self.tone == other.tone
            && self.is_locked == other.is_locked
            && self.note == other.note
            && self.edit.is_some() == other.edit.is_some()
    }

    /// A difference; none is shown as `–`.
    pub fn change(change: Option<crate::ui::change::Change>) -> Self {
        change.map_or_else(
            || Self::new(crate::i18n::format::NONE).tone(CellTone::Quiet),
            |change| {
                let tone = match change.direction {
                    std::cmp::Ordering::Greater => CellTone::Up,
                    std::cmp::Ordering::Less => CellTone::Down,
                    std::cmp::Ordering::Equal => CellTone::Quiet,
                };
                Self::new(change.text).tone(tone)
            },
        )
    }

    /// The same with another tone.
    #[must_use]
    pub fn tone(self, tone: CellTone) -> Self {
        Self { tone, ..self }
    }

    /// The same, with or without a padlock.
    #[must_use]
    pub fn locked(self, is_locked: bool) -> Self {
        Self { is_locked, ..self }
    }

    /// The same with more words.
    #[must_use]
    pub fn note(self, note: impl Into<String>) -> Self {
        Self { note: note.into(), ..self }
    }
}

/// What a cell says beside its words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CellTone {
    /// Nothing.
    #[default]
    Plain,
    /// Less important than its neighbours.
    Quiet,
    /// More important than its neighbours.
    Strong,
    /// More than before; drawn with ▲.
    Up,
    /// Less than before; drawn with ▼.
    Down,
    /// A person is needed; drawn with ⚠.
    Alert,
    /// An old value that was replaced; drawn struck through.
    Gone,
}

impl CellTone {
    /// The value of `data-tone`; none for a plain cell.
    pub fn attribute(self) -> Option<&'static str> {
        match self {
            Self::Plain => None,
            Self::Quiet => Some("quiet"),
            Self::Strong => Some("strong"),
            Self::Up => Some("up"),
            Self::Down => Some("down"),
            Self::Alert => Some("alert"),
            Self::Gone => Some("gone"),
        }
    }
}

impl RowKind {
    /// The value of `data-kind`; none for a plain row.
    pub fn attribute(self) -> Option<&'static str> {
        match self {
            Self::Plain => None,
            Self::Current => Some("current"),
            Self::Total => Some("total"),
            Self::Quiet => Some("quiet"),
            Self::Group => Some("group"),
            Self::New => Some("new"),
        }
    }
}

/// The key of the empty row at the end of a table that grows; further rows that a paste makes have
/// the keys after it.
pub const NEW_ROW: i64 = i64::MIN;

/// The place of a new row among those that an edit makes; `None` for a row that is there.
pub fn new_row(key: i64) -> Option<usize> {
    usize::try_from(key.checked_sub(NEW_ROW)?).ok().filter(|place| *place < 100_000)
}

/// One cell that the user typed over, cleared (`text` is empty) or pasted into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellEdit {
    /// The row's key.
    pub row: i64,
    /// The column's place.
    pub column: usize,
    /// What was typed; the page reads it.
    pub text: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_looks_the_same_while_only_its_hidden_text_moves() {
        let cell = |text: &str, edit: &str| Cell { edit: Some(edit.into()), ..Cell::new(text) };
        let row = |cell: Cell| Row { cells: [Cell::new("1"), cell].into(), ..Row::default() };
        let before = row(cell("4,000", "4000.12"));
        assert!(before.looks_like(&row(cell("4,000", "4000.13"))));
        assert!(!before.looks_like(&row(cell("4,001", "4000.51"))));
        assert!(!before.looks_like(&row(Cell::new("4,000"))));
        assert!(!before.looks_like(&row(cell("4,000", "4000.12").locked(true))));
        let cell = cell("4,000", "4000.12");
        assert_eq!((cell.start(true), cell.start(false)), ("4000.12", "4,000"));
    }
}
