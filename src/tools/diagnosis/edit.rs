//! What a user can do to the diagnosis: say what it looks at.

use crate::base::edit::{EditError, MergeKey, check_range};
use crate::base::ratio::Ratio;
use crate::base::span::Span;
use crate::tools::diagnosis::model::{Basis, Diagnosis};

/// The most days of a period.
const MAX_DAYS: i64 = 731;

/// One change.
#[derive(Clone, Debug, PartialEq)]
pub enum DiagnosisEdit {
    /// Looks at so many last days with figures.
    LastDays(u32),
    /// Looks at a period.
    Period(Span),
    /// Holds it against something else.
    Basis(Basis),
    /// Says how many visitors a rate needs.
    Least(u32),
    /// Says how sure a change must be.
    Confidence(Ratio),
    /// Says how many days before and after a campaign count.
    DipDays(u32),
}

impl DiagnosisEdit {
    /// The field that is being typed into: none here.
    pub fn merge_key(&self) -> Option<MergeKey> {
        None
    }

    /// Carries the edit out.
    ///
    /// # Errors
    ///
    /// For a period of no days or more than two years, fewer than 1 or more than 1,000,000
    /// visitors, a confidence outside of 50 – 99.9 %, or more than 30 days of a dip.
    pub fn apply(self, section: &mut Diagnosis) -> Result<(), EditError> {
        match self {
            Self::LastDays(n_days) => {
                check_range("diagnosis.last_days", n_days.into(), 1, MAX_DAYS)?;
                section.last_days = Some(n_days);
                (section.from, section.to) = (None, None);
            }
            Self::Period(span) => {
                let n_days = i64::try_from(span.n_days()).unwrap_or(i64::MAX);
                check_range("diagnosis.period", n_days, 1, MAX_DAYS)?;
                section.last_days = None;
                (section.from, section.to) = (Some(span.from()), Some(span.to()));
            }
            Self::Basis(basis) => section.basis = basis,
            Self::Least(least) => {
                check_range("diagnosis.least", least.into(), 1, 1_000_000)?;
                section.least = least;
            }
            Self::Confidence(confidence) => {
                check_range("diagnosis.confidence", confidence.bp().into(), 5_000, 9_990)?;
                section.confidence = confidence;
            }
            Self::DipDays(n_days) => {
                check_range("diagnosis.dip_days", n_days.into(), 0, 30)?;
                section.dip_days = n_days;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_takes_the_place_of_last_days_and_the_other_way_round() {
        let mut section = Diagnosis::default();
        let day = |text: &str| text.parse().unwrap();
        let span = Span::new(day("2026-09-01"), day("2026-09-30"));
        DiagnosisEdit::LastDays(7).apply(&mut section).unwrap();
        DiagnosisEdit::Period(span).apply(&mut section).unwrap();
        assert_eq!((section.last_days, section.from), (None, Some(span.from())));
        DiagnosisEdit::LastDays(7).apply(&mut section).unwrap();
        assert_eq!((section.last_days, section.from, section.to), (Some(7), None, None));
    }

    #[test]
    fn what_says_nothing_is_refused() {
        let mut section = Diagnosis::default();
        let refused = [
            DiagnosisEdit::LastDays(0),
            DiagnosisEdit::Least(0),
            DiagnosisEdit::Confidence(Ratio::from_bp(10_000)),
            DiagnosisEdit::DipDays(31),
        ];
        for edit in refused {
            assert!(edit.clone().apply(&mut section).is_err(), "{edit:?}");
        }
        assert_eq!(section, Diagnosis::default());
    }
}
