//! What a user can do to how advertising is looked at.

use crate::base::edit::{EditError, MergeKey, check_len, check_range};
use crate::base::money::Money;
use crate::base::ratio::Ratio;
use crate::base::span::Span;
use crate::facts::items::table::MAX_KEY;
use crate::tools::ads::model::{Ads, AdsBy, PlanNote};

/// The most days of a period.
const MAX_DAYS: i64 = 366;
/// The most plans of which something is noted.
const MAX_NOTES: usize = 2_000;
/// The longest reason, in characters.
const MAX_WHY: usize = 400;
/// The most clicks or days that can be asked for.
const MAX_BASE: i64 = 1_000_000;

/// One change.
#[derive(Clone, Debug, PartialEq)]
pub enum AdsEdit {
    /// Looks at so many last days with figures.
    LastDays(u32),
    /// Looks at a period.
    Period(Span),
    /// Tells plans apart, or channels.
    By(AdsBy),
    /// Types the margin before advertising; none takes what the products earn.
    Margin(Option<Ratio>),
    /// Says how many clicks and how many days are enough.
    Enough {
        /// Clicks.
        clicks: u32,
        /// Days with spending.
        days: u32,
    },
    /// Types what may be spent a day in all; none is what is spent now.
    Budget(Option<Money>),
    /// Says how far a plan may move.
    Step(Ratio),
    /// Notes what was decided of a plan or channel; a blank note is none.
    Note(PlanNote),
}

impl AdsEdit {
    /// The field that is being typed into.
    pub fn merge_key(&self) -> Option<MergeKey> {
        None
    }

    /// Carries the edit out.
    ///
    /// # Errors
    ///
    /// For a period of no days or more than a year, a margin or a step outside of 0–100 %, amounts
    /// below zero, a floor above its cap, overlong words and too many notes; nothing has changed
    /// then.
    pub fn apply(self, section: &mut Ads) -> Result<(), EditError> {
        match self {
            Self::LastDays(n_days) => {
                check_range("ads.last_days", n_days.into(), 1, MAX_DAYS)?;
                section.last_days = n_days;
                (section.from, section.to) = (None, None);
            }
            Self::Period(span) => {
                let n_days = i64::try_from(span.n_days()).unwrap_or(i64::MAX);
                check_range("ads.period", n_days, 1, MAX_DAYS)?;
                (section.from, section.to) = (Some(span.from()), Some(span.to()));
            }
            Self::By(by) => section.by = by,
            Self::Margin(margin) => {
                check_range("ads.margin", margin.map_or(1, |it| it.bp().into()), 1, 10_000)?;
                section.margin = margin;
            }
            Self::Enough { clicks, days } => {
                check_range("ads.min_clicks", clicks.into(), 1, MAX_BASE)?;
                check_range("ads.min_days", days.into(), 7, MAX_DAYS)?;
                (section.min_clicks, section.min_days) = (clicks, days);
            }
            Self::Budget(budget) => {
                check_amount("ads.budget", budget)?;
                section.budget = budget;
            }
            Self::Step(step) => {
                check_range("ads.step", step.bp().into(), 0, 10_000)?;
                section.step = step;
            }
            Self::Note(note) => put(section, note)?,
        }
        Ok(())
    }
}

fn put(section: &mut Ads, note: PlanNote) -> Result<(), EditError> {
    check_len("ads.notes.key", &note.key, MAX_KEY)?;
    check_len("ads.notes.why", &note.why, MAX_WHY)?;
    check_amount("ads.notes.floor", note.floor)?;
    check_amount("ads.notes.cap", note.cap)?;
    if let (Some(floor), Some(cap)) = (note.floor, note.cap) {
        check_range("ads.notes.floor", floor.fen(), 0, cap.fen())?;
    }
    let place = section.notes.iter().position(|other| other.key == note.key);
    match (place, note.is_blank()) {
        (Some(idx), true) => drop(section.notes.remove(idx)),
        (Some(idx), false) => section.notes[idx] = note,
        (None, true) => {}
        (None, false) if MAX_NOTES <= section.notes.len() => {
            return Err(EditError::TooMany { field: "ads.notes", max: MAX_NOTES });
        }
        (None, false) => section.notes.push(note),
    }
    Ok(())
}

fn check_amount(field: &'static str, amount: Option<Money>) -> Result<(), EditError> {
    check_range(field, amount.map_or(0, Money::fen), 0, Money::MAX.fen())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tools::ads::model::Decision;

    #[test]
    fn a_note_stands_once_a_plan_and_a_blank_one_not_at_all() {
        let mut section = Ads::default();
        let note = |decision, floor| PlanNote {
            key: "7".to_owned(),
            decision,
            floor,
            ..PlanNote::default()
        };
        for decision in [Decision::Raise, Decision::Watch] {
            AdsEdit::Note(note(Some(decision), None)).apply(&mut section).unwrap();
        }
        assert_eq!(section.notes, [note(Some(Decision::Watch), None)]);
        AdsEdit::Note(note(None, None)).apply(&mut section).unwrap();
        assert_eq!(section, Ads::default());
        let below = note(None, Some(Money::fen_const(-1)));
        assert!(AdsEdit::Note(below).apply(&mut section).is_err());
        let over = PlanNote { cap: Some(Money::ZERO), ..note(None, Some(Money::fen_const(1))) };
        assert!(AdsEdit::Note(over).apply(&mut section).is_err());
        assert_eq!(section, Ads::default());
    }

    #[test]
    fn thresholds_have_bounds() {
        let mut section = Ads::default();
        for edit in [
            AdsEdit::LastDays(0),
            AdsEdit::Margin(Some(Ratio::from_bp(0))),
            AdsEdit::Margin(Some(Ratio::from_bp(10_001))),
            AdsEdit::Step(Ratio::from_bp(-1)),
            AdsEdit::Budget(Some(Money::fen_const(-5))),
            AdsEdit::Enough { clicks: 0, days: 14 },
            AdsEdit::Enough { clicks: 10, days: 6 },
        ] {
            assert!(edit.clone().apply(&mut section).is_err(), "{edit:?}");
        }
        assert_eq!(section, Ads::default());
    }
}
