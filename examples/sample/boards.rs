//! What the sample's board notes of single days. All of it is invented.

use zhanggui::base::day::Day;
use zhanggui::base::id::Id;
use zhanggui::base::locale::Locale;
use zhanggui::tools::boards::edit::BoardsEdit;
use zhanggui::tools::boards::model::DayNote;

/// The day, and what was done in Chinese and in English.
const NOTES: [(&str, &str, &str); 3] = [
    ("2026-09-16", "主推款换主图", "New main picture of the hero product"),
    ("2026-10-08", "节后恢复发货", "Parcels leave again after the holiday"),
    ("2026-10-18", "直播专场", "Live show"),
];

/// The edits that note them.
pub fn edits(locale: Locale) -> Vec<BoardsEdit> {
    let note = |(number, (day, zh, en)): (u64, (&str, &str, &str))| {
        let text = match locale {
            Locale::Zh => zh,
            Locale::En => en,
        };
        let id = Id::from_bits(0x5a4d_504c_0000_7000 + number);
        let day = day.parse().unwrap_or(Day::MIN);
        BoardsEdit::PutNote(DayNote::new(id, day, text.to_owned()))
    };
    (1..).zip(NOTES).map(note).collect()
}
