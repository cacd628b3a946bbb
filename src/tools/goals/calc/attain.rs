//! Actual against target: attainment, expected to date, what is left to do each day, forecast.

use crate::base::day::Day;
use crate::base::money::div_round;
use crate::base::ratio::Ratio;
use crate::base::span::Span;

/// A year's plan beside what really happened, one entry a day of the year.
#[derive(Clone, Copy, Debug)]
pub struct Days<'a> {
    /// The year.
    pub year: Span,
    /// The plan, in its unit (分 or 件).
    pub plan: &'a [i64],
    /// What happened; `None` where no file says it.
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

/// Where a period is likely to end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Forecast {
    /// Nine of ten comparable weeks were better.
    pub low: i64,
    /// As the last weeks went on average.
    pub mid: i64,
    /// One of ten comparable weeks was better.
    pub high: i64,
}

impl Days<'_> {
    /// The plan of a day.
    pub fn plan(&self, day: Day) -> i64 {
        self.idx(day).and_then(|idx| self.plan.get(idx).copied()).unwrap_or(0)
    }

    /// The actual of a day.
    pub fn actual(&self, day: Day) -> Option<i64> {
        self.idx(day).and_then(|idx| self.actual.get(idx).copied()).flatten()
    }

    fn idx(&self, day: Day) -> Option<usize> {
        usize::try_from(day - self.year.from()).ok()
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

/// How many weeks before the last actual are looked at.
const N_WEEKS: usize = 12;
/// Fewer weeks than this say nothing about a spread.
const MIN_WEEKS: usize = 4;
/// Ratios inside of this file count millionths.
const PPM: i128 = 1_000_000;

/// Where `span` is likely to end, as a band from history.
///
/// The last twelve full weeks before the last actual give one ratio actual ÷ plan each. The days
/// left are expected at plan × the ratio of all of these weeks together (`mid`). The band takes
/// the weeks' 10th and 90th percentile, drawn in by √n for n weeks left, as sums of n weeks vary
/// less than one. `None` with fewer than four weeks of history, or with no day left.
pub fn forecast(days: &Days<'_>, span: Span) -> Option<Forecast> {
    let last = days.last_actual()?;
    let state = attain(days, span);
    let rest_from = (last + 1).max(span.from());
    if span.to() < rest_from {
        return None;
    }
    let rest = Span::new(rest_from, span.to());
    let plan_left: i64 = rest.days().map(|day| days.plan(day)).sum();

    let mut weeks = Vec::with_capacity(N_WEEKS);
    let (mut plan_sum, mut actual_sum) = (0_i128, 0_i128);
    for week in 0..N_WEEKS {
        let to = last - (week as i32) * 7;
        let Some((plan, actual)) = week_of(days, to) else { continue };
        plan_sum += plan;
        actual_sum += actual;
        weeks.push(div_round(actual * PPM, plan));
    }
    if weeks.len() < MIN_WEEKS {
        return None;
    }
    weeks.sort_unstable();
    let mid = div_round(actual_sum * PPM, plan_sum);
    // √(weeks left), in thousandths; at least one week.
    let n_left = (rest.n_days() as u64 * 1_000_000 / 7).max(1_000_000);
    let narrow = i128::from(n_left.isqrt());
    let draw_in = |quantile: i128| mid + div_round((quantile - mid) * 1_000, narrow);
    let base = state.actual.unwrap_or(0);
    let end = |ratio: i128| base + div_round(i128::from(plan_left) * ratio.max(0), PPM) as i64;
    let (low, high) = (draw_in(percentile(&weeks, 10)), draw_in(percentile(&weeks, 90)));
    Some(Forecast { low: end(low.min(mid)), mid: end(mid), high: end(high.max(mid)) })
}

/// Plan and actual of the seven days up to `to`, where all have a value and some plan.
fn week_of(days: &Days<'_>, to: Day) -> Option<(i128, i128)> {
    let (mut plan, mut actual) = (0, 0);
    for day in Span::new(to - 6, to).days() {
        plan += i128::from(days.plan(day));
        actual += i128::from(days.actual(day)?);
    }
    (0 < plan).then_some((plan, actual))
}

/// The nearest-rank percentile of sorted values; zero of none.
pub fn percentile<T: Copy + Default>(sorted: &[T], percent: usize) -> T {
    let rank = (sorted.len() * percent).div_ceil(100).max(1);
    sorted.get(rank - 1).copied().unwrap_or_default()
}

/// What moved sales between two states of visitors × conversion × order value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Causes {
    /// By 访客数 (M-03).
    pub visitors: i64,
    /// By 支付转化率 (M-04).
    pub cvr: i64,
    /// By 客单价 (M-06).
    pub aov: i64,
}

/// One state of the identity sales = visitors × conversion × order value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Funnel {
    /// People.
    pub visitors: i64,
    /// Paying buyers.
    pub buyers: i64,
    /// In 分.
    pub sales: i64,
}

/// Shares the gap between two states out to the three factors, to the unit and with no residual.
///
/// Log-mean Divisia (T-79, vector V-05): with L = (a − b) ÷ ln(a ÷ b), a factor that went from x
/// to y brought L × ln(y ÷ x). The three are rounded so that they add up to `to.sales −
/// from.sales` exactly: what rounding leaves goes to the largest part. `None` where a state has a
/// factor that is zero.
pub fn causes(from: Funnel, to: Funnel) -> Option<Causes> {
    let positive = |state: Funnel| 0 < state.visitors && 0 < state.buyers && 0 < state.sales;
    if !positive(from) || !positive(to) {
        return None;
    }
    let gap = to.sales - from.sales;
    let ln = |a: i64, b: i64| (a as f64 / b as f64).ln();
    let log_sales = ln(to.sales, from.sales);
    let mean = if gap == 0 { from.sales as f64 } else { gap as f64 / log_sales };
    let log_visitors = ln(to.visitors, from.visitors);
    let log_cvr = ln(to.buyers, from.buyers) - log_visitors;
    let log_aov = log_sales - log_visitors - log_cvr;
    let mut parts = [log_visitors, log_cvr, log_aov].map(|log| (mean * log).round() as i64);
    let residue = gap - parts.iter().sum::<i64>();
    let largest = (0..3).max_by_key(|&idx| parts[idx].abs()).unwrap_or(0);
    parts[largest] += residue;
    Some(Causes { visitors: parts[0], cvr: parts[1], aov: parts[2] })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

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
        let days = Days { year: month(9), plan: &plan, actual: &actual };
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
        let state = attain(&Days { year: month(10), plan: &plan, actual: &actual }, month(10));
        assert_eq!((state.n_days, state.of_days, state.n_left), (9, 10, 21));
        assert_eq!((state.expected, state.actual), (900, Some(990)));
        assert_eq!(state.to_date(), Some(Ratio::from_bp(11_000)));
    }

    #[test]
    fn nothing_known_is_not_zero() {
        let days = Days { year: month(10), plan: &[100; 31], actual: &[None; 31] };
        let state = attain(&days, month(10));
        assert_eq!((state.actual, state.gap(), state.to_date()), (None, None, None));
        assert_eq!(forecast(&days, month(10)), None);
    }

    #[test]
    fn a_steady_shop_is_forecast_without_a_band() {
        let year = Span::new(day("2026-01-01"), day("2026-04-30"));
        let plan = vec![1_000; year.n_days()];
        let mut actual = vec![None; year.n_days()];
        actual[..100].fill(Some(900));
        let days = Days { year, plan: &plan, actual: &actual };
        let end = forecast(&days, year).unwrap();
        assert_eq!((end.low, end.mid, end.high), (108_000, 108_000, 108_000));
    }

    #[test]
    fn v05_the_gap_is_shared_out_with_no_residual() {
        // 1,000 × 3 % × ¥200 against 900 × 2.8 % × ¥205; people × 10 keep buyers whole.
        let from = Funnel { visitors: 10_000, buyers: 300, sales: 6_000_000 };
        let to = Funnel { visitors: 9_000, buyers: 252, sales: 5_166_000 };
        let causes = causes(from, to).unwrap();
        assert_eq!((causes.visitors, causes.cvr, causes.aov), (-587_132, -384_470, 137_602));
    }

    proptest! {
        #[test]
        fn causes_always_add_up(
            from in (1_i64..1_000_000, 1_i64..1_000_000, 1_i64..1_000_000_000_000),
            to in (1_i64..1_000_000, 1_i64..1_000_000, 1_i64..1_000_000_000_000),
        ) {
            let state = |(visitors, buyers, sales)| Funnel { visitors, buyers, sales };
            let parts = causes(state(from), state(to)).unwrap();
            prop_assert_eq!(parts.visitors + parts.cvr + parts.aov, to.2 - from.2);
        }

        #[test]
        fn a_band_holds_its_middle(
            actual in prop::collection::vec(0_i64..100_000, 40..300),
        ) {
            let first = day("2026-01-01");
            let year = Span::new(first, first + 364);
            let plan = vec![50_000; 365];
            let mut values = vec![None; 365];
            for (slot, value) in values.iter_mut().zip(&actual) {
                *slot = Some(*value);
            }
            let end = forecast(&Days { year, plan: &plan, actual: &values }, year).unwrap();
            prop_assert!(end.low <= end.mid && end.mid <= end.high);
            prop_assert!(actual.iter().sum::<i64>() <= end.low);
        }
    }
}
