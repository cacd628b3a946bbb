//! Actual against target: attainment, expected to date, what is left to do each day.

use crate::base::day::Day;
use crate::base::ratio::Ratio;
use crate::base::span::Span;

/// A year's plan beside what really happened, one entry a day of the year, and the days before it
/// as far as they are known.
#[derive(Clone, Copy, Debug)]
pub struct Days<'a> {
    /// The year.
    pub year: Span,
    /// The plan, in its unit (分 or 件).
    pub plan: &'a [i64],
    /// What happened; `None` where no file says it.
    pub actual: &'a [Option<i64>],
    /// What happened before the year; may be empty.
    pub past: Past<'a>,
}

/// The days before a year, the last entry being the day before it: what a young year cannot say
/// by itself.
#[derive(Clone, Copy, Debug, Default)]
pub struct Past<'a> {
    /// What the year's shape would have asked of each day, in the plan's unit.
    pub plan: &'a [i64],
    /// What each day brought; `None` where no file says it.
    pub actual: &'a [Option<i64>],
}

/// How a period stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attainment {
    /// The period.
    pub span: Span,
    /// Its whole target.
    pub target: i64,
    /// What the plan's own curve expects of the days that have an actual: not a linear share.
    pub expected: i64,
    /// What those days brought; `None` where no day has a value.
    pub actual: Option<i64>,
    /// Days with a value.
    pub n_days: usize,
    /// Days from the first to the last one with a value, or the period's first.
    pub of_days: usize,
    /// Days of the period after the last one with a value.
    pub n_left: usize,
    /// What each of the days left must bring, rounded up to the unit; `None` with no day left.
    pub required_daily: Option<i64>,
}

impl Attainment {
    /// Actual − expected.
    pub fn gap(&self) -> Option<i64> {
        Some(self.actual? - self.expected)
    }

    /// Actual ÷ expected (M-11 to date).
    pub fn to_date(&self) -> Option<Ratio> {
        Ratio::of(self.actual?, self.expected)
    }

    /// Actual ÷ the whole target: how much of the period is done.
    pub fn done(&self) -> Option<Ratio> {
        Ratio::of(self.actual?, self.target)
    }
}

impl Days<'_> {
    /// The plan of a day of the year, or what the year's shape would have asked of one before it.
    pub fn plan(&self, day: Day) -> i64 {
        self.at(day, self.plan, self.past.plan).unwrap_or(0)
    }

    /// The actual of a day, of the year or before it.
    pub fn actual(&self, day: Day) -> Option<i64> {
        self.at(day, self.actual, self.past.actual).flatten()
    }

    fn at<T: Copy>(&self, day: Day, year: &[T], past: &[T]) -> Option<T> {
        let offset = day - self.year.from();
        match usize::try_from(offset) {
            Ok(idx) => year.get(idx).copied(),
            Err(_) => past.len().checked_sub(offset.unsigned_abs() as usize).map(|idx| past[idx]),
        }
    }

    /// The last day with a value, of the year or before it.
    pub fn last_known(&self) -> Option<Day> {
        let past = self.past.actual;
        self.last_actual().or_else(|| {
            let idx = past.iter().rposition(Option::is_some)?;
            Some(self.year.from() - (past.len() - idx) as i32)
        })
    }

    /// The last day of the year with a value.
    pub fn last_actual(&self) -> Option<Day> {
        let idx = self.actual.iter().rposition(Option::is_some)?;
        Some(self.year.from() + idx as i32)
    }
}

/// How `span` stands. Days without a value count neither as sales nor as target: "no value" is
/// not zero, and `n_days` of `of_days` says how much is known.
///
/// `required_daily` is (target − actual) ÷ days left, rounded up to the unit, and never below
/// zero (vector V-11).
pub fn attain(days: &Days<'_>, span: Span) -> Attainment {
    let target: i64 = span.days().map(|day| days.plan(day)).sum();
    let last = span.days().rev().find(|&day| days.actual(day).is_some());
    let (mut expected, mut actual, mut n_days) = (0_i64, None::<i64>, 0);
    for day in span.days() {
        let Some(value) = days.actual(day) else { continue };
        expected += days.plan(day);
        actual = Some(actual.unwrap_or(0) + value);
        n_days += 1;
    }
    let of_days = last.map_or(0, |last| (last - span.from()) as usize + 1);
    let n_left = span.n_days() - of_days;
    let rest = (target - actual.unwrap_or(0)).max(0);
    let required_daily = (0 < n_left).then(|| div_ceil(rest, n_left as i64));
    Attainment { span, target, expected, actual, n_days, of_days, n_left, required_daily }
}

fn div_ceil(amount: i64, n: i64) -> i64 {
    amount / n + i64::from(amount % n != 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month(n: u8) -> Span {
        let first = Day::new(2026, n, 1).unwrap();
        Span::new(first, first.month().last())
    }

    #[test]
    fn v11_what_is_left_of_a_month_a_day() {
        let plan = vec![20_000_000 / 30; 30];
        let mut actual = vec![None; 30];
        actual[..18].fill(Some(12_000_000 / 18));
        let mut plan = plan;
        plan[0] += 20_000_000 - plan.iter().sum::<i64>();
        actual[0] = Some(12_000_000 - 17 * (12_000_000 / 18));
        let days = Days { year: month(9), plan: &plan, actual: &actual, past: Past::default() };
        let state = attain(&days, month(9));
        assert_eq!((state.target, state.actual), (20_000_000, Some(12_000_000)));
        assert_eq!((state.n_left, state.required_daily), (12, Some(666_667)));
        assert_eq!(state.done(), Some(Ratio::from_bp(6_000)));
    }

    #[test]
    fn a_missing_day_is_not_a_day_of_no_sales() {
        let plan = [100; 31];
        let mut actual = [None; 31];
        actual[..10].fill(Some(110));
        actual[4] = None;
        let state = attain(
            &Days { year: month(10), plan: &plan, actual: &actual, past: Past::default() },
            month(10),
        );
        assert_eq!((state.n_days, state.of_days, state.n_left), (9, 10, 21));
        assert_eq!((state.expected, state.actual), (900, Some(990)));
        assert_eq!(state.to_date(), Some(Ratio::from_bp(11_000)));
    }

    #[test]
    fn nothing_known_is_not_zero() {
        let days =
            Days { year: month(10), plan: &[100; 31], actual: &[None; 31], past: Past::default() };
        let state = attain(&days, month(10));
        assert_eq!((state.actual, state.gap(), state.to_date()), (None, None, None));
    }
}
