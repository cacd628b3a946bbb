//! What a user can do to the diagnosis: say what it looks at.

use crate::base::edit::{EditError, MergeKey, check_len, check_range};
use crate::base::extra::Extra;
use crate::base::ratio::Ratio;
use crate::base::span::Span;
use crate::facts::items::table::MAX_KEY;
use crate::knowledge::traffic::Channel;
use crate::tools::diagnosis::model::{Basis, Diagnosis, SourceChannel};

/// The most days of a period.
const MAX_DAYS: i64 = 731;
/// The most sources with a channel of the user's.
const MAX_CHANNELS: i64 = 200;

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
    /// Counts a source to a channel; `None` leaves that to the program.
    Channel {
        /// The source's name.
        source: String,
        /// The channel.
        channel: Option<Channel>,
    },
    /// Says how many ratings there are; `None` takes the reviews that were imported.
    Ratings(Option<i64>),
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
    /// visitors, a confidence outside of 50 – 99.9 %, more than 30 days of a dip, a source without
    /// a name or more than 200 of them, or fewer than 1 or more than 100,000,000 ratings.
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
            Self::Channel { source, channel } => {
                check_len("diagnosis.source", &source, MAX_KEY)?;
                let length = i64::try_from(source.chars().count()).unwrap_or(i64::MAX);
                check_range("diagnosis.source", length, 1, i64::MAX)?;
                let known = section.channels.iter().position(|one| one.source == source);
                match (channel, known) {
                    (Some(channel), Some(at)) => section.channels[at].channel = channel,
                    (None, Some(at)) => {
                        section.channels.remove(at);
                    }
                    (Some(channel), None) => {
                        let n = i64::try_from(section.channels.len()).unwrap_or(i64::MAX);
                        check_range("diagnosis.channels", n, 0, MAX_CHANNELS - 1)?;
                        let extra = Extra::new();
                        section.channels.push(SourceChannel { source, channel, extra });
                    }
                    (None, None) => {}
                }
            }
            Self::Ratings(n) => {
                check_range("diagnosis.n_ratings", n.unwrap_or(1), 1, 100_000_000)?;
                section.n_ratings = n;
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
    fn a_source_is_counted_where_the_user_says_until_that_is_taken_back() {
        let mut section = Diagnosis::default();
        let mut say = |channel| {
            let edit = DiagnosisEdit::Channel { source: "购物车".to_owned(), channel };
            edit.apply(&mut section).unwrap();
            (section.channel_of("购物车"), section.channels.len())
        };
        assert_eq!(say(None), (None, 0));
        assert_eq!(say(Some(Channel::Free)), (Some(Channel::Free), 1));
        assert_eq!(say(Some(Channel::Own)), (Some(Channel::Own), 1));
        assert_eq!(say(None), (None, 0));
    }

    #[test]
    fn what_says_nothing_is_refused() {
        let mut section = Diagnosis::default();
        let refused = [
            DiagnosisEdit::LastDays(0),
            DiagnosisEdit::Least(0),
            DiagnosisEdit::Confidence(Ratio::from_bp(10_000)),
            DiagnosisEdit::DipDays(31),
            DiagnosisEdit::Ratings(Some(0)),
            DiagnosisEdit::Channel { source: String::new(), channel: Some(Channel::Own) },
        ];
        for edit in refused {
            assert!(edit.clone().apply(&mut section).is_err(), "{edit:?}");
        }
        assert_eq!(section, Diagnosis::default());
    }
}
