//! Why a file is not imported. Nothing has changed then.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::files::mapping::ByHand;
use crate::files::table::{Container, Encoding};

/// A refused file: what was seen of it, and why it is not imported.
#[derive(Clone, Debug, PartialEq, Eq, Error, Serialize, Deserialize)]
#[error("{file}: {reason}")]
pub struct Refusal {
    /// The file's name.
    pub file: String,
    /// What it is, as far as it was recognised.
    pub container: Option<Container>,
    /// How its text is encoded.
    pub encoding: Option<Encoding>,
    /// The dialect, where it was recognised.
    pub dialect: Option<String>,
    /// The sheet in question, where there are several.
    pub sheet: Option<String>,
    /// The row of the header, from 1, where it was found.
    pub header_row: Option<usize>,
    /// Why.
    pub reason: Reason,
    /// What somebody could read it by: a table that no dialect knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by_hand: Option<Box<ByHand>>,
}

impl Refusal {
    /// A refusal of a file of which nothing was recognised yet.
    pub fn unseen(file: &str, reason: Reason) -> Self {
        Self {
            file: file.to_owned(),
            container: None,
            encoding: None,
            dialect: None,
            sheet: None,
            header_row: None,
            reason,
            by_hand: None,
        }
    }
}

/// Why a file is refused; [`Reason::code`] is its name in reports.
#[derive(Clone, Debug, PartialEq, Eq, Error, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Reason {
    /// Nothing in it, or nothing but blanks and separators.
    #[error("the file is empty")]
    EmptyFile,
    /// Larger than what is read.
    #[error("the file is larger than {max} bytes")]
    TooLarge {
        /// The limit.
        max: u64,
    },
    /// A picture, a document, a program …
    #[error("this is {format}, not a table")]
    NotATable {
        /// What it is: `PNG`, `PDF` …
        format: String,
    },
    /// A table in a format that is not read.
    #[error("{format} is not read")]
    UnsupportedFormat {
        /// What it is.
        format: String,
    },
    /// The container contradicts itself; most often a broken download.
    #[error("the file is damaged: {what}")]
    DamagedContainer {
        /// What does not fit, for the details.
        what: String,
    },
    /// Protected by a password.
    #[error("the file is protected by a password")]
    Encrypted,
    /// Would inflate to more than the limit.
    #[error("the file unpacks to more than {max} bytes")]
    TooLargeUncompressed {
        /// The limit.
        max: u64,
    },
    /// XML nested deeper than any table.
    #[error("the XML is nested more than {max} levels deep")]
    XmlTooDeep {
        /// The limit.
        max: usize,
    },
    /// XML with a DOCTYPE: entities are never expanded.
    #[error("the XML declares entities")]
    XmlEntitiesForbidden,
    /// The text was decoded wrongly before it was saved: characters are lost.
    #[error("characters were lost when the file was saved (line {line})")]
    ReplacementCharacters {
        /// The first line with a lost character, from 1.
        line: usize,
    },
    /// Bytes that are text in no encoding that is tried.
    #[error("the text is in no known encoding")]
    Undecodable,
    /// A quote that is never closed: what follows cannot be told apart.
    #[error("the quote opened in line {line} is never closed")]
    UnbalancedQuote {
        /// The line in which it is opened, from 1.
        line: usize,
    },
    /// HTML without a table; most often a login page.
    #[error("there is no table in the HTML")]
    NoTableInHtml,
    /// No known column names among the first rows.
    #[error("no known column names in the first {n_rows} rows")]
    UnknownHeader {
        /// How many rows were looked at.
        n_rows: usize,
    },
    /// Two columns that mean the same.
    #[error("two columns are named `{name}`")]
    DuplicateHeader {
        /// The name.
        name: String,
    },
    /// The column that tells rows apart is missing.
    #[error("the column `{column}` is missing")]
    MissingKeyColumn {
        /// Its name.
        column: String,
    },
    /// More columns than any export has.
    #[error("{n_columns} columns are more than {max}")]
    TooManyColumns {
        /// How many.
        n_columns: usize,
        /// The limit.
        max: usize,
    },
    /// More rows or cells than are read.
    #[error("more than {max} rows or too many cells")]
    TooManyRows {
        /// The limit of rows.
        max: usize,
    },
    /// Recognised, and not imported by this version.
    #[error("recognised as {dialect}, which this version does not import")]
    UnsupportedDialect {
        /// The dialect.
        dialect: String,
    },
    /// Day and month cannot be told apart.
    #[error("row {row}: `{text}` may be day/month or month/day")]
    AmbiguousDates {
        /// The row, from 1.
        row: usize,
        /// The cell.
        text: String,
    },
    /// The only date of the table is in the file's name, and it is none.
    #[error("the date in the file's name is not a date")]
    InvalidDateInName,
    /// A header and nothing under it.
    #[error("there are no rows under the header")]
    NoDataRows,
    /// Every row had to be refused.
    #[error("none of the {n_rows} rows can be used; row {row}: {first}")]
    NoGoodRows {
        /// How many rows.
        n_rows: usize,
        /// The first of them, from 1.
        row: usize,
        /// What is wrong with it.
        first: String,
    },
    /// What would be stored has something in it that may name a person.
    #[error("what would be stored may name a person")]
    PersonalData,
    /// JSON nested deeper than any workbook.
    #[error("the JSON is nested more than {max} levels deep")]
    JsonTooDeep {
        /// The limit.
        max: usize,
    },
    /// JSON that is no workbook.
    #[error("the JSON is not a workbook")]
    NotAWorkbook,
    /// A workbook: it is opened, not imported into another.
    #[error("this is a workbook: open it instead")]
    IsAWorkbook,
}

impl Reason {
    /// The reason's name in reports.
    pub fn code(&self) -> &'static str {
        match self {
            Self::EmptyFile => "empty_file",
            Self::TooLarge { .. } => "too_large",
            Self::NotATable { .. } => "not_a_table",
            Self::UnsupportedFormat { .. } => "unsupported_format",
            Self::DamagedContainer { .. } => "damaged_container",
            Self::Encrypted => "encrypted",
            Self::TooLargeUncompressed { .. } => "too_large_uncompressed",
            Self::XmlTooDeep { .. } => "xml_too_deep",
            Self::XmlEntitiesForbidden => "xml_entities_forbidden",
            Self::ReplacementCharacters { .. } => "replacement_characters",
            Self::Undecodable => "undecodable",
            Self::UnbalancedQuote { .. } => "unbalanced_quote",
            Self::NoTableInHtml => "no_table_in_html",
            Self::UnknownHeader { .. } => "unknown_header",
            Self::DuplicateHeader { .. } => "duplicate_header",
            Self::MissingKeyColumn { .. } => "missing_key_column",
            Self::TooManyColumns { .. } => "too_many_columns",
            Self::TooManyRows { .. } => "too_many_rows",
            Self::UnsupportedDialect { .. } => "unsupported_dialect",
            Self::AmbiguousDates { .. } => "ambiguous_dates",
            Self::InvalidDateInName => "invalid_date_in_name",
            Self::NoDataRows => "no_data_rows",
            Self::NoGoodRows { .. } => "no_good_rows",
            Self::PersonalData => "personal_data",
            Self::JsonTooDeep { .. } => "json_too_deep",
            Self::NotAWorkbook => "not_a_workbook",
            Self::IsAWorkbook => "is_a_workbook",
        }
    }

    /// A damaged container.
    pub fn damaged(what: impl ToString) -> Self {
        Self::DamagedContainer { what: what.to_string().chars().take(200).collect() }
    }
}
