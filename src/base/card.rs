//! A card: a person or a thing on one page, as words and shares. The page, the picture and the
//! print all show the same one.

/// What stands on a card. All words are in the reader's language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Card {
    /// The letter of the avatar.
    pub letter: String,
    /// Its colour: one of the six categories, 1–6.
    pub colour: u8,
    /// The name.
    pub name: String,
    /// A line under it.
    pub subtitle: String,
    /// Short words on its state, with whether a person is needed.
    pub tags: Vec<(String, bool)>,
    /// The description in a sentence or two.
    pub sentence: String,
    /// Distributions.
    pub bars: Vec<BarBlock>,
    /// Names with their values.
    pub facts: Vec<(String, String)>,
    /// The heading of what is done with it.
    pub uses_title: String,
    /// What is done with it.
    pub uses: Vec<String>,
    /// What all of it rests on.
    pub footer: String,
}

/// A distribution.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BarBlock {
    /// What is distributed.
    pub title: String,
    /// A figure beside it.
    pub note: String,
    /// Whether all rows stand in one bar; for two rows and a rest.
    pub is_stacked: bool,
    /// The rows, the rest last.
    pub rows: Vec<BarRow>,
}

/// One row of a distribution.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BarRow {
    /// What it is.
    pub name: String,
    /// Its share in basis points; none where it is not known.
    pub share: Option<i32>,
    /// The share as it is written.
    pub text: String,
    /// How it is drawn.
    pub kind: BarKind,
}

/// How a row is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BarKind {
    /// A bar.
    #[default]
    Plain,
    /// Not known: hatched.
    Unknown,
    /// All others together: words without a bar.
    Others,
}

impl BarBlock {
    /// The longest bar in basis points: the full width. Stacked bars share the whole.
    pub fn full(&self) -> i32 {
        if self.is_stacked {
            return 10_000;
        }
        let bars = self.rows.iter().filter(|row| row.kind != BarKind::Others);
        bars.filter_map(|row| row.share).max().unwrap_or(0).max(1)
    }
}
