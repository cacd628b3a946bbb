//! The words of the competitors' page.

pub mod checks;
pub mod compare;
mod en;
mod zh;

use crate::base::locale::Locale;
use crate::base::money::Money;
use crate::base::ratio::Ratio;
use crate::i18n::format;
use crate::knowledge::rival_attributes::{Counts, rival_attribute};
use crate::tools::rivals::calc::Mix;
use crate::tools::rivals::calc::changes::{Change, Grade};
use crate::tools::rivals::calc::series::Point;
use crate::tools::rivals::model::price::{PriceMode, PriceStep};
use crate::tools::rivals::model::{FoundBy, RivalClass};

/// Every word the page shows.
pub struct Text {
    /// The page's name.
    pub title: &'static str,
    /// What it is for.
    pub question: &'static str,
    /// Adds a competitor.
    pub add: &'static str,
    /// The name of one that is new.
    pub new_name: &'static str,
    /// What the page says before there is one.
    pub empty_title: &'static str,
    /// How to begin.
    pub empty_words: &'static str,
    /// The register.
    pub register: &'static str,
    /// What the mix is, and what it lacks.
    pub mix: fn(Mix) -> String,
    /// The heads of the register's columns.
    pub register_head: [&'static str; 6],
    /// The shop's name.
    pub name: &'static str,
    /// Its address.
    pub url: &'static str,
    /// Opens it.
    pub open: &'static str,
    /// Where it sells.
    pub platform: &'static str,
    /// Better or similar.
    pub class: &'static str,
    /// The two.
    pub class_name: fn(RivalClass) -> &'static str,
    /// How much the style is like ours.
    pub style: &'static str,
    /// How it was found.
    pub found: &'static str,
    /// The ways.
    pub found_name: fn(FoundBy) -> &'static str,
    /// The band of usual prices.
    pub price_from: &'static str,
    /// Its upper end.
    pub price_to: &'static str,
    /// Company and staff.
    pub strength: &'static str,
    /// How it brings out new products.
    pub launches: &'static str,
    /// The products that are watched.
    pub products: &'static str,
    /// Adds one.
    pub add_product: &'static str,
    /// The shop as a whole.
    pub whole_shop: &'static str,
    /// Opens the dialog: the shop's name.
    pub edit: fn(&str) -> String,
    /// Takes something away.
    pub remove: &'static str,
    /// What goes with a competitor that is removed.
    pub remove_note: &'static str,
    /// Said when it was removed.
    pub removed: &'static str,
    /// Takes the last step back.
    pub undo: &'static str,
    /// Between two of several things.
    pub and: &'static str,
    /// What parts typed numbers, spaces aside.
    pub parts: &'static str,
    /// Closes a dialog.
    pub done: &'static str,
    /// Closes without doing.
    pub cancel: &'static str,
    /// What changed since the last look.
    pub changes: &'static str,
    /// Since when.
    pub since: fn(Option<&str>) -> String,
    /// Nothing has.
    pub no_changes: &'static str,
    /// Everything was looked at.
    pub looked: &'static str,
    /// The grades.
    pub grade: fn(Grade) -> &'static str,
    /// Makes a task.
    pub task: &'static str,
    /// Makes a threat of the SWOT.
    pub threat: &'static str,
    /// Makes an opportunity of the SWOT.
    pub opportunity: &'static str,
    /// Said when one was made.
    pub made: &'static str,
    /// Said when a task was made.
    pub made_task: &'static str,
    /// What is looked at now and then.
    pub rarely: &'static str,
    /// In which order one looks when a competitor has changed.
    pub order: &'static str,
    /// Writes down what was seen.
    pub observe: &'static str,
    /// What belongs here.
    pub observe_note: &'static str,
    /// Of whom.
    pub rival: &'static str,
    /// Of what.
    pub product: &'static str,
    /// When.
    pub day: &'static str,
    /// Where it was seen.
    pub source: &'static str,
    /// Real numbers.
    pub real: &'static str,
    /// Indices, and what they are not.
    pub index: &'static str,
    /// The mark of an index.
    pub index_mark: &'static str,
    /// Something else that is watched.
    pub other: &'static str,
    /// What was seen of it.
    pub other_words: &'static str,
    /// Saves.
    pub save: &'static str,
    /// Said when it was saved: how many.
    pub saved: fn(usize) -> String,
    /// The histories.
    pub history: &'static str,
    /// Nothing was written down.
    pub no_history: &'static str,
    /// Takes the last observation back: what it is, and its value.
    pub take_back: fn(&str) -> String,
    /// The heads of the table of a history.
    pub history_head: [&'static str; 4],
    /// The profile on the decision factors.
    pub profile: &'static str,
    /// What it shows.
    pub profile_note: &'static str,
    /// There are no scores.
    pub no_profile: &'static str,
    /// Leads to the page of the factors.
    pub to_factors: &'static str,
    /// The heads: factor, importance, we.
    pub profile_head: [&'static str; 3],
    /// Where it is strong and weak against us.
    pub against: [&'static str; 2],
    /// The map of prices.
    pub bands: &'static str,
    /// What it counts.
    pub bands_note: &'static str,
    /// There are no prices.
    pub no_bands: &'static str,
    /// The heads of its table.
    pub bands_head: [&'static str; 5],
    /// A band.
    pub band: fn(Option<&str>, Option<&str>) -> String,
    /// The edges, and how they are typed.
    pub edges: &'static str,
    /// How they are typed.
    pub edges_help: &'static str,
    /// Own products.
    pub own: &'static str,
    /// What they are for.
    pub own_note: &'static str,
    /// Adds one.
    pub add_own: &'static str,
    /// The heads of their table.
    pub own_head: [&'static str; 6],
    /// Answers to prices.
    pub answers: &'static str,
    /// The rule.
    pub answers_note: &'static str,
    /// Adds one.
    pub add_answer: &'static str,
    /// Needs an own product first.
    pub needs_own: &'static str,
    /// Their price.
    pub their: &'static str,
    /// Our price.
    pub our: &'static str,
    /// The floor.
    pub floor: fn(Option<&str>) -> String,
    /// What is earned: profit, margin.
    pub earns: fn(&str, &str) -> String,
    /// Under the floor as costs are now.
    pub under: &'static str,
    /// Kinds of times.
    pub mode: &'static str,
    /// The two.
    pub mode_name: fn(PriceMode) -> &'static str,
    /// What they mean.
    pub mode_help: fn(PriceMode) -> &'static str,
    /// The step.
    pub step: &'static str,
    /// The steps.
    pub step_name: fn(PriceStep) -> &'static str,
    /// The other way: price, each, discount, profit.
    pub bundle: fn(&str, &str, &str, Option<&str>) -> String,
    /// What came of it.
    pub result: &'static str,
    /// What was decided.
    pub decision: &'static str,
    /// The limits of the grades.
    pub limits: &'static str,
    /// Important from, urgent from.
    pub limits_head: [&'static str; 2],
}

/// The words in a language.
pub fn text(locale: Locale) -> &'static Text {
    match locale {
        Locale::Zh => &zh::ZH,
        Locale::En => &en::EN,
    }
}

/// What an attribute is called; a word of the user's own stands as it is.
pub fn attribute_name(key: &str, locale: Locale) -> String {
    rival_attribute(key)
        .map_or(key, |row| match locale {
            Locale::Zh => row.name.0,
            Locale::En => row.name.1,
        })
        .to_owned()
}

/// What was seen, in the attribute's unit.
pub fn value_words(attribute: &str, point: &Point) -> String {
    let Some(number) = point.number else { return point.note.clone() };
    match rival_attribute(attribute).map(|row| row.counts) {
        Some(Counts::Fen) => format::money(Money::from_fen_clamped(number)),
        Some(Counts::Points100) => format!("{}.{:02}", number / 100, number % 100),
        Some(Counts::Place) => format!("#{number}"),
        Some(Counts::Share) => format::percent(ratio(number)),
        _ => format::count(number),
    }
}

/// By how much something has changed, with its sign.
pub fn change_words(change: &Change, locale: Locale) -> String {
    let Some(by) = change.by else { return String::new() };
    match rival_attribute(&change.attribute).map(|row| row.counts) {
        Some(Counts::Place) => format::signed_count(by),
        Some(Counts::Points100) => {
            let size = by.unsigned_abs();
            let sign = if by < 0 { "−" } else { "+" };
            format!("{sign}{}.{:02}", size / 100, size % 100)
        }
        Some(Counts::Share) => format::points(ratio(by), locale),
        _ => format::signed_percent(ratio(by)),
    }
}

/// Basis points that may be beyond what a share counts.
fn ratio(bp: i64) -> Ratio {
    Ratio::from_bp(i32::try_from(bp).unwrap_or(if bp < 0 { i32::MIN } else { i32::MAX }))
}

/// By how much ours differs from theirs, in the attribute's unit and with its sign.
pub fn difference_words(attribute: &str, by: i64, locale: Locale) -> String {
    match rival_attribute(attribute).map(|row| row.counts) {
        Some(Counts::Fen) => format::signed_money_exact(Money::from_fen_clamped(by)),
        Some(Counts::Points100) => {
            let sign = if by < 0 { format::MINUS } else { "+" };
            let size = by.unsigned_abs();
            format!("{}{}.{:02}", if by == 0 { "" } else { sign }, size / 100, size % 100)
        }
        Some(Counts::Share) => format::points(ratio(by), locale),
        _ => format::signed_count(by),
    }
}

/// A change as one sentence: for a task, or an entry of the SWOT.
pub fn change_sentence(change: &Change, locale: Locale) -> String {
    let what = change.product.as_ref().map_or(String::new(), |name| format!(" {name}"));
    let attribute = attribute_name(&change.attribute, locale);
    let before = value_words(&change.attribute, &change.before);
    let after = value_words(&change.attribute, &change.after);
    match locale {
        Locale::Zh => format!("{}{what} {attribute} {before} → {after}", change.rival_name),
        Locale::En => format!("{}{what}: {attribute} {before} → {after}", change.rival_name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::day::Day;
    use crate::base::id::Id;

    #[test]
    fn a_change_reads_as_a_sentence_with_its_units() {
        let point = |number| Point {
            day: Day::MIN,
            number: Some(number),
            note: String::new(),
            id: Id::from_bits(1),
        };
        let change = Change {
            rival: Id::from_bits(1),
            rival_name: "木作坊".to_owned(),
            product: None,
            attribute: "price".to_owned(),
            before: point(10_000),
            after: point(8_800),
            by: Some(-1_200),
            grade: Grade::Urgent,
        };
        assert_eq!(change_sentence(&change, Locale::Zh), "木作坊 价格 ¥100.00 → ¥88.00");
        assert_eq!(change_words(&change, Locale::Zh), "−12.0%");
        assert_eq!(difference_words("price", -1_000, Locale::Zh), "−¥10.00");
        assert_eq!(difference_words("rating", 4, Locale::Zh), "+0.04");
        assert_eq!(difference_words("rating", 0, Locale::Zh), "0.00");
        assert_eq!(difference_words("event_cvr", -120, Locale::En), "−1.20 pp");
        assert_eq!(difference_words("units", 1_200, Locale::En), "+1,200");
        assert_eq!(value_words("rating", &point(484)), "4.84");
        assert_eq!(attribute_name("直播", Locale::En), "直播");
    }
}
