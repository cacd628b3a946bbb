//! A mapping that is being made.

use crate::base::day::Day;
use crate::base::extra::Extra;
use crate::base::id::Id;
use crate::base::locale::Locale;
use crate::facts::items::subject::Subject;
use crate::facts::mapping::{Feeds, MappedColumn, Mapping, MappingError, Scale};
use crate::files::mapping::guess::{guess, guess_as};
use crate::files::mapping::head::{Head, HeaderRow};
use crate::files::mapping::{ByHand, Chosen};
use crate::tools::import::text::mapping::first_name;

/// A mapping that is being made, with the file that it is made for, if there is one.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// The heads of the file's tables; none for a mapping that is changed without a file.
    pub heads: Vec<Head>,
    /// What was chosen so far.
    pub chosen: Chosen,
}

impl Draft {
    /// For a file: what was tried before, else a guess. `id` is for a new mapping.
    pub fn of_file(hand: &ByHand, file: &str, id: Id, locale: Locale) -> Self {
        if let Some(chosen) = &hand.chosen {
            return Self { heads: hand.heads.clone(), chosen: chosen.clone() };
        }
        // The largest table of a file is most likely what it is about.
        let table = hand.heads.iter().max_by_key(|head| head.n_rows);
        let mapping = Mapping {
            id,
            name: String::new(),
            headers: String::new(),
            subject: Subject::Shop,
            columns: Vec::new(),
            extra: Extra::new(),
        };
        let chosen = Chosen { mapping, table: 0, header: 0, about: None };
        let mut draft = Self { heads: hand.heads.clone(), chosen };
        if let Some(head) = table {
            draft.set_table(head.place);
        }
        draft.chosen.mapping.name = first_name(file, draft.chosen.mapping.subject, locale);
        draft
    }

    /// For a mapping that is changed without a file.
    pub fn of_mapping(mapping: &Mapping) -> Self {
        let mapping = mapping.clone();
        Self { heads: Vec::new(), chosen: Chosen { mapping, table: 0, header: 0, about: None } }
    }

    /// The head of the table that is read.
    pub fn head(&self) -> Option<&Head> {
        self.heads.iter().find(|head| head.place == self.chosen.table)
    }

    /// Its header.
    pub fn header(&self) -> Option<&HeaderRow> {
        self.head().and_then(|head| head.header_at(self.chosen.header))
    }

    /// Reads another table of the file.
    pub fn set_table(&mut self, place: usize) {
        self.chosen.table = place;
        let Some(head) = self.head() else { return };
        let (header, about) = (head.header, head.about);
        self.chosen.about = about;
        self.set_header(header);
    }

    /// Takes the names of the columns from another row, and guesses anew.
    pub fn set_header(&mut self, place: usize) {
        self.chosen.header = place;
        let Some(head) = self.head() else { return };
        let (subject, columns) = guess(head, place);
        let headers = self.header().map(|row| row.fingerprint.clone()).unwrap_or_default();
        let mapping = &mut self.chosen.mapping;
        (mapping.subject, mapping.columns, mapping.headers) = (subject, columns, headers);
    }

    /// Says what the rows are about. The date stays; the other columns are guessed anew, or feed
    /// nothing that such a table does not have.
    pub fn set_subject(&mut self, subject: Subject) {
        let date = self.chosen.mapping.fed(&Feeds::Date).map(|column| column.name.clone());
        let guessed = self.head().map(|head| guess_as(head, self.chosen.header, subject));
        let mapping = &mut self.chosen.mapping;
        mapping.subject = subject;
        match guessed {
            Some(columns) => mapping.columns = columns,
            None => {
                for column in &mut mapping.columns {
                    let stays = match &column.feeds {
                        Feeds::Metric(key) => subject.metric(key).is_some(),
                        feeds => *feeds == Feeds::Date,
                    };
                    if !stays {
                        (column.feeds, column.scale) = (Feeds::Nothing, Scale::Plain);
                    }
                }
            }
        }
        self.feed_by(&Feeds::Date, date.as_deref());
    }

    /// Lets the column of this name, or none, feed something; whatever fed it before does no more.
    pub fn feed_by(&mut self, feeds: &Feeds, name: Option<&str>) {
        for column in &mut self.chosen.mapping.columns {
            if column.feeds == *feeds && Some(column.name.as_str()) != name {
                column.feeds = Feeds::Nothing;
            }
            if Some(column.name.as_str()) == name && column.feeds != *feeds {
                (column.feeds, column.scale) = (feeds.clone(), Scale::Plain);
            }
        }
    }

    /// Lets a column feed something.
    pub fn feed(&mut self, idx: usize, feeds: &Feeds) {
        let Some(name) = self.column(idx).map(|column| column.name.clone()) else { return };
        if *feeds == Feeds::Nothing {
            let column = &mut self.chosen.mapping.columns[idx];
            (column.feeds, column.scale) = (Feeds::Nothing, Scale::Plain);
        } else {
            self.feed_by(feeds, Some(&name));
        }
    }

    /// A column.
    pub fn column(&self, idx: usize) -> Option<&MappedColumn> {
        self.chosen.mapping.columns.get(idx)
    }

    /// Says what one of a column's numbers counts.
    pub fn set_scale(&mut self, idx: usize, scale: Scale) {
        if let Some(column) = self.chosen.mapping.columns.get_mut(idx) {
            column.scale = scale;
        }
    }

    /// Says what the whole file is about.
    pub fn set_about(&mut self, from: Option<Day>, to: Option<Day>) {
        self.chosen.about = match (from, to) {
            (Some(from), Some(to)) => Some((from.min(to), from.max(to))),
            (Some(day), None) | (None, Some(day)) => Some((day, day)),
            (None, None) => None,
        };
    }

    /// Whether a column says when a row is.
    pub fn has_date(&self) -> bool {
        self.chosen.mapping.fed(&Feeds::Date).is_some()
    }

    /// Whether nothing says when the rows of the file are.
    pub fn lacks_date(&self) -> bool {
        !self.has_date() && !self.heads.is_empty() && self.chosen.about.is_none()
    }

    /// Why nothing can be read by it yet.
    ///
    /// # Errors
    ///
    /// The first reason.
    pub fn check(&self) -> Result<(), MappingError> {
        self.chosen.mapping.check()
    }

    /// What is handed over: of a table with a column of dates nothing is said of the whole.
    pub fn finish(mut self) -> Chosen {
        if self.has_date() {
            self.chosen.about = None;
        }
        self.chosen
    }

    /// The first cells of a column, for telling what it is.
    pub fn samples(&self, name: &str) -> String {
        let Some((head, row)) = self.head().zip(self.header()) else { return String::new() };
        let Some(place) = row.names.iter().position(|other| other == name) else {
            return String::new();
        };
        head.samples(row.place, place, 3).join(" · ")
    }
}
