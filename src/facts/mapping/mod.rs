//! How tables are read that no dialect knows: told by hand, kept in the workbook.
//!
//! A mapping is a dialect: it says which table has these columns, and what each of them feeds.
//! The readers are the ones of the built-in dialects (`files/mapping`).

pub mod edit;
#[cfg(test)]
pub(crate) mod tests;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::base::extra::Extra;
use crate::base::id::Id;
use crate::base::record::Record;
use crate::facts::items::subject::Subject;
use crate::facts::metric::{Metric, Unit};

/// The longest name of a mapping, in characters.
pub const MAX_MAPPING_NAME: usize = 60;
/// The longest name of a column, in characters; as much as a reader shows of one, and a number
/// behind one that stands several times.
pub const MAX_COLUMN_NAME: usize = 72;
/// The most columns of a mapping; further ones of a table are left out.
pub const MAX_MAPPED_COLUMNS: usize = 120;
/// The most mappings of a workbook.
pub const MAX_MAPPINGS: usize = 100;

/// Every mapping of the workbook.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Mappings {
    /// In the order in which they were made.
    pub mappings: Vec<Mapping>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Mappings {
    /// The mapping of tables with these headers, if it can be read by.
    pub fn of_headers(&self, headers: &str) -> Option<&Mapping> {
        self.mappings.iter().find(|one| one.headers == headers && one.check().is_ok())
    }

    /// The mapping with this id.
    pub fn get(&self, id: Id) -> Option<&Mapping> {
        self.mappings.iter().find(|one| one.id == id)
    }
}

/// What a table is, told by hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Mapping {
    /// Its id.
    pub id: Id,
    /// Its name, in the user's words.
    #[serde(default)]
    pub name: String,
    /// The fingerprint of the headers that it reads: sixteen hexadecimal digits.
    pub headers: String,
    /// What the rows are about; [`Subject::Shop`] stands for the days of the whole shop.
    pub subject: Subject,
    /// What each column feeds. Without a column of dates the whole file is about one period.
    #[serde(default)]
    pub columns: Vec<MappedColumn>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// One column of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct MappedColumn {
    /// Its name in the file; `#3` for the third column where it has none.
    pub name: String,
    /// What it feeds.
    #[serde(default)]
    pub feeds: Feeds,
    /// What one of its numbers counts.
    #[serde(default, skip_serializing_if = "Scale::is_plain")]
    pub scale: Scale,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What a column feeds. It is written as one word: the key of a metric, or `@date`, `@key0`,
/// `@title`, `@code`, `@nothing`. Another word stays as it is: it is a metric that is not known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(with = "String"))]
#[serde(from = "String", into = "String")]
pub enum Feeds {
    /// Nothing.
    #[default]
    Nothing,
    /// When a row is.
    Date,
    /// The part of the key at this place: what the row is about.
    Key(u8),
    /// What the thing is called.
    Title,
    /// Its code; of advertising the channel.
    Code,
    /// The metric with this key.
    Metric(String),
}

impl From<String> for Feeds {
    fn from(word: String) -> Self {
        match word.as_str() {
            "@nothing" => Self::Nothing,
            "@date" => Self::Date,
            "@key0" => Self::Key(0),
            "@key1" => Self::Key(1),
            "@key2" => Self::Key(2),
            "@title" => Self::Title,
            "@code" => Self::Code,
            _ => Self::Metric(word),
        }
    }
}

impl From<Feeds> for String {
    fn from(feeds: Feeds) -> Self {
        match feeds {
            Feeds::Nothing => "@nothing".to_owned(),
            Feeds::Date => "@date".to_owned(),
            Feeds::Key(part) => format!("@key{part}"),
            Feeds::Title => "@title".to_owned(),
            Feeds::Code => "@code".to_owned(),
            Feeds::Metric(key) => key,
        }
    }
}

/// What one of a column's numbers counts, where its cells do not say it themselves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Scale {
    /// As it stands: 元, pieces, a ratio as `0.0325` or `3.25%`.
    #[default]
    Plain,
    /// Ten thousand: 万元, 万次. What is smaller was rounded away.
    TenThousand,
    /// A hundredth: `3.25` means 3.25 %.
    Percent,
}

impl Scale {
    /// Whether numbers are as they stand.
    pub fn is_plain(&self) -> bool {
        *self == Self::Plain
    }

    /// The scales that numbers of a metric can have.
    pub fn of(metric: &Metric) -> &'static [Self] {
        match metric.unit {
            Unit::BasisPoints => &[Self::Plain, Self::Percent],
            Unit::Fen | Unit::Count => &[Self::Plain, Self::TenThousand],
            Unit::X100 | Unit::X100000 | Unit::Centiseconds => &[Self::Plain],
        }
    }
}

/// Why a table cannot be read by a mapping.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum MappingError {
    /// No column says what a row is about.
    #[error("no column says what a row is about (part {0} of the key)")]
    NoKey(u8),
    /// No column feeds a metric.
    #[error("no column feeds a metric")]
    NoMetric,
    /// A metric that this version does not know, or that is none of this table.
    #[error("`{column}` feeds the unknown metric `{metric}`")]
    UnknownMetric {
        /// The column.
        column: String,
        /// The key of the metric.
        metric: String,
    },
    /// Two columns that feed the same.
    #[error("`{0}` feeds what another column feeds")]
    Twice(String),
    /// A part of a key, a title or a code that such a table does not have.
    #[error("`{0}` feeds what such a table does not have")]
    NoSuchPlace(String),
    /// Two columns of one name.
    #[error("two columns are named `{0}`")]
    SameName(String),
    /// Numbers of such a metric are not counted so.
    #[error("`{0}` has a scale that its metric cannot have")]
    Scale(String),
}

/// Which parts the key of a table about this has, and which of them are needed.
pub fn key_parts(subject: Subject) -> &'static [bool] {
    match subject {
        Subject::Shop => &[],
        Subject::Item | Subject::SearchWord | Subject::AdPlan | Subject::Affiliate => &[true],
        Subject::Source => &[true, false, false],
        Subject::AdItem => &[true, true],
        Subject::AdAudience => &[true, false, true],
    }
}

/// Whether a thing has a name, and a code or channel, beside its key.
pub fn has_title(subject: Subject) -> bool {
    subject == Subject::Item || subject.is_of_ads()
}

impl Mapping {
    /// What a column feeds, if it is a metric of the table.
    pub fn metric(&self, column: &MappedColumn) -> Option<&'static Metric> {
        match &column.feeds {
            Feeds::Metric(key) => self.subject.metric(key),
            _ => None,
        }
    }

    /// The column that feeds this.
    pub fn fed(&self, feeds: &Feeds) -> Option<&MappedColumn> {
        self.columns.iter().find(|column| column.feeds == *feeds)
    }

    /// How many columns feed a metric.
    pub fn n_metrics(&self) -> usize {
        self.columns.iter().filter(|column| matches!(column.feeds, Feeds::Metric(_))).count()
    }

    /// Whether a table can be read by it.
    ///
    /// # Errors
    ///
    /// The first thing that is wrong.
    pub fn check(&self) -> Result<(), MappingError> {
        let parts = key_parts(self.subject);
        for (idx, column) in self.columns.iter().enumerate() {
            let name = || column.name.clone();
            let before = &self.columns[..idx];
            if before.iter().any(|other| other.name == column.name) {
                return Err(MappingError::SameName(name()));
            }
            match &column.feeds {
                Feeds::Nothing => continue,
                Feeds::Key(place) if parts.len() <= usize::from(*place) => {
                    return Err(MappingError::NoSuchPlace(name()));
                }
                Feeds::Title | Feeds::Code if !has_title(self.subject) => {
                    return Err(MappingError::NoSuchPlace(name()));
                }
                Feeds::Metric(key) => match self.subject.metric(key) {
                    Some(metric) if Scale::of(metric).contains(&column.scale) => {}
                    Some(_) => return Err(MappingError::Scale(name())),
                    None => {
                        let metric = key.clone();
                        return Err(MappingError::UnknownMetric { column: name(), metric });
                    }
                },
                Feeds::Date | Feeds::Key(_) | Feeds::Title | Feeds::Code => {}
            }
            if before.iter().any(|other| other.feeds == column.feeds) {
                return Err(MappingError::Twice(name()));
            }
        }
        for (place, _) in (0_u8..).zip(parts).filter(|(_, is_needed)| **is_needed) {
            if self.fed(&Feeds::Key(place)).is_none() {
                return Err(MappingError::NoKey(place));
            }
        }
        if self.n_metrics() == 0 { Err(MappingError::NoMetric) } else { Ok(()) }
    }
}
