//! Words that every layer uses: money, ratios, civil dates, periods, ids, languages.
//!
//! Nothing here has state, does I/O, knows a clock or a language's words.

pub mod allocate;
pub mod calendar;
pub mod card;
pub mod causes;
pub mod day;
pub mod edit;
pub mod evidence;
pub mod extra;
pub mod id;
pub mod link;
pub mod list;
pub mod locale;
pub mod money;
pub mod number;
pub mod order;
pub mod period;
pub mod piece;
pub mod prefs;
pub mod quadrant;
pub mod rates;
pub mod ratio;
pub mod record;
pub mod score;
pub mod sheet;
pub mod span;
pub mod spread;
pub mod words;
