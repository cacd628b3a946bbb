//! The periods that a page looks at, and what each is held against.

use serde::{Deserialize, Serialize};

use crate::base::calendar::Cut;
use crate::base::day::{Day, Month};
use crate::base::span::Span;

/// A kind of period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PeriodKind {
    /// One day.
    Day,
    /// Seven days.
    Days7,
    /// Thirty days.
    Days30,
    /// A calendar month, as far as it is known.
    #[default]
    Month,
    /// A quarter of the shop's year, as far as it is known.
    Quarter,
    /// Any run of days.
    Custom,
}

impl PeriodKind {
    /// In the order of a picker.
    pub const ALL: [Self; 6] =
        [Self::Day, Self::Days7, Self::Days30, Self::Month, Self::Quarter, Self::Custom];

    /// The period that `last` is the last day of, or that runs on it: a month or quarter from its
    /// first day to `last`. Of the kind `Custom`, that day alone.
    pub fn until(self, last: Day, cut: Cut) -> Span {
        match self {
            Self::Day | Self::Custom => Span::day(last),
            Self::Days7 => Span::new(last - 6, last),
            Self::Days30 => Span::new(last - 29, last),
            Self::Month | Self::Quarter => Span::new(self.whole(last, cut).from(), last),
        }
    }

    /// The period next to `span`: before it, or after it where `is_later`. A month or a quarter is
    /// the whole one; `known` is the last day that any period reaches to.
    pub fn beside(self, span: Span, is_later: bool, known: Day, cut: Cut) -> Span {
        let found = match self {
            Self::Month | Self::Quarter => {
                let own = self.whole(span.from(), cut);
                self.whole(if is_later { own.to() + 1 } else { own.from() - 1 }, cut)
            }
            _ => {
                let n_days = if is_later { days(span) } else { -days(span) };
                Span::new(span.from() + n_days, span.to() + n_days)
            }
        };
        found.overlap(Span::new(found.from(), known.max(found.from()))).unwrap_or(found)
    }

    /// 上期: as many days right before `span`; of a month or a quarter as many days from the first
    /// of the one before, and the whole of it where `span` is whole.
    pub fn before(self, span: Span, cut: Cut) -> Span {
        match self {
            Self::Month | Self::Quarter if self.is_from_first(span, cut) => {
                let own = self.whole(span.from(), cut);
                let before = self.whole(own.from() - 1, cut);
                first_days(before, span, span == own)
            }
            _ => Span::new(span.from() - days(span), span.from() - 1),
        }
    }

    /// 上周同日: as many weeks back as it takes for no day to be in both, so that each day is held
    /// against the same weekday.
    pub fn weeks_before(span: Span) -> Span {
        let n_days = (days(span) + 6) / 7 * 7;
        Span::new(span.from() - n_days, span.to() - n_days)
    }

    /// 去年同日: the same dates a year before, where 29 February is the 28th. Of a whole month or
    /// quarter the whole one.
    pub fn year_before(self, span: Span, cut: Cut) -> Span {
        let first = year_before(span.from());
        match self {
            Self::Month | Self::Quarter if self.is_from_first(span, cut) => {
                let own = self.whole(span.from(), cut);
                first_days(self.whole(first, cut), span, span == own)
            }
            _ => Span::new(first, first + (days(span) - 1)),
        }
    }

    /// The whole month or quarter that a day is in; of other kinds the day.
    pub fn whole(self, day: Day, cut: Cut) -> Span {
        match self {
            Self::Month => Span::new(day.month().first(), day.month().last()),
            Self::Quarter => {
                let year = cut.year_of(day);
                let quarters = (0..4).map(|idx| cut.quarter(year, idx));
                quarters.into_iter().find(|span| span.contains(day)).unwrap_or(Span::day(day))
            }
            _ => Span::day(day),
        }
    }

    fn is_from_first(self, span: Span, cut: Cut) -> bool {
        let whole = self.whole(span.from(), cut);
        whole.from() == span.from() && span.to() <= whole.to()
    }
}

/// The days of `of` that stand for those of `span`: as many from the first, or all of them.
fn first_days(of: Span, span: Span, is_whole: bool) -> Span {
    let to = if is_whole { of.to() } else { of.to().min(of.from() + (days(span) - 1)) };
    Span::new(of.from(), to)
}

/// How many days, as day arithmetic counts them.
fn days(span: Span) -> i32 {
    span.to() - span.from() + 1
}

/// The same date a year before.
fn year_before(day: Day) -> Day {
    let (year, month, date) = day.ymd();
    Day::new(year - 1, month, date).unwrap_or_else(|| Month::new(year - 1, month).last())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn span(from: &str, to: &str) -> Span {
        Span::new(from.parse().unwrap(), to.parse().unwrap())
    }

    const CUT: Cut = Cut { fiscal_start: 1, week_start: crate::base::calendar::WeekStart::Monday };

    #[test]
    fn a_running_month_is_held_against_as_many_days_of_the_last() {
        let month = PeriodKind::Month;
        let running = month.until("2026-10-21".parse().unwrap(), CUT);
        assert_eq!(running, span("2026-10-01", "2026-10-21"));
        assert_eq!(month.before(running, CUT), span("2026-09-01", "2026-09-21"));
        assert_eq!(month.year_before(running, CUT), span("2025-10-01", "2025-10-21"));
        // A whole month against a whole month, whatever their lengths.
        let whole = span("2026-10-01", "2026-10-31");
        assert_eq!(month.before(whole, CUT), span("2026-09-01", "2026-09-30"));
        // The last days of March have none in February.
        let march = span("2026-03-01", "2026-03-30");
        assert_eq!(month.before(march, CUT), span("2026-02-01", "2026-02-28"));
        assert_eq!(
            month.year_before(span("2028-02-01", "2028-02-29"), CUT),
            span("2027-02-01", "2027-02-28")
        );
    }

    #[test]
    fn weeks_back_keep_the_weekday_and_share_no_day() {
        let day = span("2026-10-21", "2026-10-21");
        assert_eq!(PeriodKind::weeks_before(day), span("2026-10-14", "2026-10-14"));
        let ten = span("2026-10-12", "2026-10-21");
        assert_eq!(PeriodKind::weeks_before(ten), span("2026-09-28", "2026-10-07"));
    }

    #[test]
    fn a_picker_steps_over_whole_months_up_to_the_last_known_day() {
        let known = "2026-10-21".parse().unwrap();
        let september = span("2026-09-01", "2026-09-30");
        let month = PeriodKind::Month;
        assert_eq!(month.beside(september, true, known, CUT), span("2026-10-01", "2026-10-21"));
        assert_eq!(month.beside(span("2026-10-01", "2026-10-21"), false, known, CUT), september);
        let quarter = PeriodKind::Quarter;
        assert_eq!(
            quarter.beside(span("2026-10-01", "2026-10-21"), false, known, CUT),
            span("2026-07-01", "2026-09-30")
        );
        let week = span("2026-10-15", "2026-10-21");
        assert_eq!(
            PeriodKind::Days7.beside(week, false, known, CUT),
            span("2026-10-08", "2026-10-14")
        );
    }

    proptest! {
        #[test]
        fn no_period_shares_a_day_with_what_it_is_held_against(
            idx in 0..6_usize, last in 18_000..24_000_i32, fiscal_start in 1..=12_u8,
        ) {
            let cut = Cut { fiscal_start, ..CUT };
            let kind = PeriodKind::ALL[idx];
            let span = kind.until(Day::from_number(last), cut);
            for before in [kind.before(span, cut), PeriodKind::weeks_before(span)] {
                prop_assert!(before.to() < span.from());
                prop_assert!(before.n_days() <= span.n_days().max(31 * 3));
            }
            let weeks = PeriodKind::weeks_before(span);
            prop_assert_eq!(weeks.from().weekday(), span.from().weekday());
            prop_assert!(kind.year_before(span, cut).to() < span.from());
        }

        #[test]
        fn a_step_back_and_forth_is_the_same_whole_period(
            idx in 3..5_usize, last in 18_000..24_000_i32,
        ) {
            let (kind, known) = (PeriodKind::ALL[idx], Day::from_number(last + 400));
            let span = kind.whole(Day::from_number(last), CUT);
            let back = kind.beside(span, false, known, CUT);
            prop_assert_eq!(kind.beside(back, true, known, CUT), span);
        }
    }
}
