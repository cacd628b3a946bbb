//! A table as a built-in reader wants it, by a mapping: which columns are what, and cells that say
//! themselves what they count.

use crate::base::span::Span;
use crate::facts::items::subject::Subject;
use crate::facts::mapping::{Feeds, MappedColumn, Scale, key_parts};
use crate::facts::metric::Metric;
use crate::files::dialects::{Dialect, Use, is_personal};
use crate::files::header::{Columns, Header, normalise};
use crate::files::keyed::{
    AD_AUDIENCES, AD_ITEMS, AD_PLANS, AFFILIATES, ITEMS, Keyed, KeyedColumns, SHOP_PERIODS,
    SOURCES, WORDS,
};
use crate::files::mapping::Chosen;
use crate::files::mapping::guess::known_name;
use crate::files::mapping::head::{Dropped, text_of};
use crate::files::refusal::Reason;
use crate::files::scan::personal;
use crate::files::table::{Cell, Row, Table};
use crate::files::values::plain;

/// The dialect of every mapping; what it is called stands in the report.
static BY_HAND: Dialect =
    Dialect { id: "hand", key: &[], marks: &[], n_marks: usize::MAX, use_as: Use::Nothing };

/// What the built-in reader of such rows knows of their keys.
pub fn keyed_of(subject: Subject) -> &'static Keyed {
    match subject {
        Subject::Shop => &SHOP_PERIODS,
        Subject::Item => &ITEMS,
        Subject::Source => &SOURCES,
        Subject::SearchWord => &WORDS,
        Subject::AdPlan => &AD_PLANS,
        Subject::AdItem => &AD_ITEMS,
        Subject::AdAudience => &AD_AUDIENCES,
        Subject::Affiliate => &AFFILIATES,
    }
}

/// A table and its header as a built-in reader wants them.
#[derive(Debug)]
pub struct Dressed {
    /// The header and what is below it.
    pub table: Table,
    /// The header; its place is 0.
    pub header: Header,
    subject: Subject,
    date: Option<usize>,
    keys: Vec<Option<usize>>,
    title: Option<usize>,
    code: Option<usize>,
    metrics: Vec<(usize, String, &'static Metric)>,
    left_out: Vec<String>,
    personal: Vec<String>,
}

impl Dressed {
    /// Dresses a table; `names` are those of its columns, `dropped` the ones that may name
    /// somebody. Of a column that its cells give away no figure is read; rows that name somebody
    /// in their key are refused one by one.
    ///
    /// # Errors
    ///
    /// [`Reason::MissingKeyColumn`] where a column of the date or the key is not there,
    /// [`Reason::UnknownHeader`] where no column of a metric is, and
    /// [`Reason::InvalidDateInName`] where nothing says when.
    pub fn new(
        table: &Table,
        chosen: &Chosen,
        names: Vec<String>,
        dropped: &[Dropped],
    ) -> Result<Self, Reason> {
        let mapping = &chosen.mapping;
        let Some(header) = table.rows.get(chosen.header) else { return Err(Reason::NoDataRows) };
        let mut this = Self {
            table: Table {
                rows: table.rows[chosen.header..].to_vec(),
                sheet: table.sheet.clone(),
                ..*table
            },
            header: Header { dialect: &BY_HAND, idx: 0, number: header.number, names },
            subject: mapping.subject,
            date: None,
            keys: vec![None; key_parts(mapping.subject).len()],
            title: None,
            code: None,
            metrics: Vec::new(),
            left_out: Vec::new(),
            personal: Vec::new(),
        };
        for idx in 0..this.header.names.len() {
            let name = this.header.names[idx].clone();
            if name.is_empty() {
                continue;
            }
            let wanted = normalise(&name);
            let column = mapping.columns.iter().find(|one| normalise(&one.name) == wanted);
            let is_figure = matches!(column.map(|one| &one.feeds), Some(Feeds::Metric(_)));
            let is_dropped =
                dropped.iter().any(|one| one.column == idx && (one.is_named || is_figure));
            // Whatever a mapping says: one may come from outside.
            if is_dropped || (is_personal(&name) && !known_name(&name)) {
                this.personal.push(name);
            } else {
                this.place(idx, name, column);
            }
        }
        this.needs(chosen)?;
        if let Some(about) = chosen.span().filter(|_| this.needs_date()) {
            this.date_all(about);
        }
        Ok(this)
    }

    fn place(&mut self, idx: usize, name: String, column: Option<&MappedColumn>) {
        let slot = match column.map(|column| &column.feeds) {
            Some(Feeds::Date) => &mut self.date,
            Some(Feeds::Title) => &mut self.title,
            Some(Feeds::Code) => &mut self.code,
            Some(Feeds::Key(part)) if usize::from(*part) < self.keys.len() => {
                &mut self.keys[usize::from(*part)]
            }
            Some(Feeds::Metric(key)) => {
                let metric = self.subject.metric(key);
                let is_first = |metric: &&Metric| {
                    self.metrics.iter().all(|(_, _, other)| other.key != metric.key)
                };
                match (metric.filter(is_first), column) {
                    (Some(metric), Some(column)) => {
                        self.rescale(idx, column.scale);
                        self.metrics.push((idx, name, metric));
                    }
                    _ => self.left_out.push(name),
                }
                return;
            }
            Some(Feeds::Nothing | Feeds::Key(_)) | None => {
                self.left_out.push(name);
                return;
            }
        };
        let is_words = matches!(column.map(|one| &one.feeds), Some(Feeds::Title | Feeds::Code));
        // Of two that feed the same the first is taken; a mapping that is used has no two.
        slot.get_or_insert(idx);
        if is_words {
            self.blank_people(idx);
        }
    }

    /// Whether the rows of days of the shop have no column that says when.
    fn needs_date(&self) -> bool {
        self.date.is_none() && self.subject == Subject::Shop
    }

    fn needs(&self, chosen: &Chosen) -> Result<(), Reason> {
        let missing = |feeds: &Feeds| {
            let column = chosen.mapping.fed(feeds).map(|column| column.name.clone());
            Err(Reason::MissingKeyColumn { column: column.unwrap_or_default() })
        };
        if self.date.is_none() && chosen.mapping.fed(&Feeds::Date).is_some() {
            return missing(&Feeds::Date);
        }
        let parts = (0_u8..).zip(key_parts(self.subject).iter().zip(&self.keys));
        for (part, (is_needed, key)) in parts {
            if *is_needed && key.is_none() {
                return missing(&Feeds::Key(part));
            }
        }
        if self.metrics.is_empty() {
            return Err(Reason::UnknownHeader { n_rows: 1 });
        }
        if self.date.is_none() && chosen.about.is_none() {
            return Err(Reason::InvalidDateInName);
        }
        Ok(())
    }

    /// Writes what a column's numbers count behind each of them, as other files do themselves.
    fn rescale(&mut self, column: usize, scale: Scale) {
        let (mark, marks): (char, &[char]) = match scale {
            Scale::Plain => return,
            Scale::TenThousand => ('万', &['万', '亿']),
            Scale::Percent => ('%', &['%']),
        };
        for cell in self.table.rows.iter_mut().skip(1).filter_map(|row| row.cells.get_mut(column)) {
            let text = match &*cell {
                Cell::Text(_) | Cell::Number(_) => plain(&text_of(cell)),
                Cell::Empty | Cell::Day(_) | Cell::Error(_) => continue,
            };
            let text = text.strip_suffix('元').unwrap_or(&text);
            if text.ends_with(|last: char| last.is_ascii_digit()) && !text.contains(marks) {
                *cell = Cell::Text(format!("{text}{mark}"));
            }
        }
    }

    /// A name of a thing that may name a person is none.
    fn blank_people(&mut self, column: usize) {
        for cell in self.table.rows.iter_mut().skip(1).filter_map(|row| row.cells.get_mut(column)) {
            if personal(&text_of(cell)).is_some() {
                *cell = Cell::Empty;
            }
        }
    }

    /// Gives every row the date of the whole file, in a column of its own.
    fn date_all(&mut self, about: Span) {
        let date = match about.n_days() {
            1 => Cell::Day(about.from()),
            _ => Cell::Text(format!("{} ~ {}", about.from(), about.to())),
        };
        for row in &mut self.table.rows {
            row.cells.insert(0, date.clone());
        }
        self.header.names.insert(0, String::new());
        let places = self.keys.iter_mut().flatten().chain(&mut self.title).chain(&mut self.code);
        places.chain(self.metrics.iter_mut().map(|(idx, _, _)| idx)).for_each(|idx| *idx += 1);
        self.date = Some(0);
    }

    /// The columns of days of the shop.
    ///
    /// # Errors
    ///
    /// [`Reason::InvalidDateInName`] where nothing says when.
    pub fn days(&self) -> Result<Columns, Reason> {
        Ok(Columns {
            date: self.date.ok_or(Reason::InvalidDateInName)?,
            metrics: self.metrics.clone(),
            left_out: self.left_out.clone(),
            personal: self.personal.clone(),
        })
    }

    /// The columns of a keyed table.
    pub fn keyed(&self) -> KeyedColumns {
        KeyedColumns {
            keyed: keyed_of(self.subject),
            date: self.date,
            keys: self.keys.clone(),
            title: self.title,
            code: self.code,
            metrics: self.metrics.clone(),
            left_out: self.left_out.clone(),
            personal: self.personal.clone(),
        }
    }

    /// The rows below the header.
    pub fn below(&self) -> &[Row] {
        &self.table.rows[1..]
    }
}
