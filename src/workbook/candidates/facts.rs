//! What the rules see in the imported facts.

use crate::base::day::Day;
use crate::base::ratio::Ratio;
use crate::base::span::Span;
use crate::facts::metric::{AD_SPEND, SALES};
use crate::knowledge::swot_rules::{Candidate, Figure, SwotRule};
use crate::workbook::Workbook;
use crate::workbook::candidates::{change_bp, of_shop};

/// How many days a rule looks at: whole weeks, so that weekends weigh the same in both periods.
const DAYS: i32 = 28;
/// The same weekday a year before.
const YEAR: i32 = 364;
/// A period says something if three quarters of its days have a value.
const LEAST_DAYS: usize = 21;
/// How far ahead a season is seen, in months.
const MONTHS_AHEAD: i32 = 3;

/// The last 28 days that end with the last value of `key`.
fn last_days(workbook: &Workbook, key: &str) -> Option<Span> {
    let span = workbook.facts.span()?;
    let last = span.days().rev().find(|day| has_value(workbook, key, *day))?;
    Some(Span::new(last - (DAYS - 1), last))
}

/// Whether a day has a value; that of a ratio follows from its parts.
fn has_value(workbook: &Workbook, key: &str, day: Day) -> bool {
    workbook.facts.aggregate(key, Span::day(day)).is_some()
}

/// Whether enough days of a span have a value.
fn is_full(workbook: &Workbook, key: &str, span: Span) -> bool {
    LEAST_DAYS <= span.days().filter(|day| has_value(workbook, key, *day)).count()
}

/// A metric against a year before: at least `limit` up, or down where it is negative.
pub fn year_change(
    workbook: &Workbook,
    rule: &'static SwotRule,
    key: &'static str,
    limit: i64,
    found: &mut Vec<Candidate>,
) {
    let Some(span) = last_days(workbook, key) else { return };
    let before = Span::new(span.from() - YEAR, span.to() - YEAR);
    if !is_full(workbook, key, span) || !is_full(workbook, key, before) {
        return;
    }
    let values = (workbook.facts.aggregate(key, span), workbook.facts.aggregate(key, before));
    let (Some(now), Some(then)) = values else { return };
    let Some(change) = change_bp(then, now) else { return };
    let is_found = if limit < 0 { change <= limit } else { limit <= change && 0 < change };
    if is_found {
        let figures = vec![
            Figure::MetricName(key),
            Figure::Metric(key, now),
            Figure::Percent(change.abs()),
            Figure::Day(span.from()),
            Figure::Day(span.to()),
            Figure::Metric(key, then),
        ];
        let day = Some(span.to());
        found.push(Candidate { metric: Some(key), day, ..of_shop(rule, figures) });
    }
}

/// One additive metric as a share of another.
pub fn share(
    workbook: &Workbook,
    rule: &'static SwotRule,
    (part, whole): (&'static str, &'static str),
    is_found: impl Fn(i64) -> bool,
    found: &mut Vec<Candidate>,
) {
    let Some(span) = last_days(workbook, whole) else { return };
    if !is_full(workbook, whole, span) {
        return;
    }
    // Days without the part do not count as days without its share.
    let (mut above, mut below) = (0_i64, 0_i64);
    let mut n_days = 0;
    for day in span.days() {
        let values = (workbook.facts.value(part, day), workbook.facts.value(whole, day));
        if let (Some(part), Some(whole)) = values {
            above = above.saturating_add(part);
            below = below.saturating_add(whole);
            n_days += 1;
        }
    }
    let Some(ratio) = Ratio::of(above, below).filter(|_| LEAST_DAYS <= n_days) else { return };
    let bp = i64::from(ratio.bp());
    if is_found(bp) {
        let figures = vec![
            Figure::Percent(bp),
            Figure::Metric(part, above),
            Figure::Metric(whole, below),
            Figure::Day(span.from()),
            Figure::Day(span.to()),
        ];
        let day = Some(span.to());
        found.push(Candidate { metric: Some(part), day, ..of_shop(rule, figures) });
    }
}

/// What advertising costs of the sales, against the shop's cap.
pub fn ads(workbook: &Workbook, rule: &'static SwotRule, limit: i64, found: &mut Vec<Candidate>) {
    let Some(span) = last_days(workbook, SALES) else { return };
    let (mut spend, mut sales, mut n_days) = (0_i64, 0_i64, 0);
    for day in span.days() {
        let mut spent = None;
        for key in AD_SPEND {
            if let Some(value) = workbook.facts.value(key, day) {
                spent = Some(spent.unwrap_or(0_i64).saturating_add(value));
            }
        }
        if let (Some(spent), Some(sold)) = (spent, workbook.facts.value(SALES, day)) {
            spend = spend.saturating_add(spent);
            sales = sales.saturating_add(sold);
            n_days += 1;
        }
    }
    let Some(ratio) = Ratio::of(spend, sales).filter(|_| LEAST_DAYS <= n_days) else { return };
    let (bp, cap) = (i64::from(ratio.bp()), i64::from(workbook.shop.ad_cap.bp()));
    if cap * (10_000 + limit) < bp * 10_000 {
        let figures = vec![
            Figure::Percent(bp),
            Figure::Percent(cap),
            Figure::Money(spend),
            Figure::Money(sales),
            Figure::Day(span.from()),
            Figure::Day(span.to()),
        ];
        let day = Some(span.to());
        found.push(Candidate { metric: Some(AD_SPEND[0]), day, ..of_shop(rule, figures) });
    }
}

/// The last value of a rating.
pub fn rating(
    workbook: &Workbook,
    rule: &'static SwotRule,
    key: &'static str,
    limit: i64,
    is_high: bool,
    found: &mut Vec<Candidate>,
) {
    let Some(day) = last_days(workbook, key).map(Span::to) else { return };
    let Some(value) = workbook.facts.value(key, day) else { return };
    if if is_high { limit <= value } else { value < limit } {
        let figures = vec![
            Figure::MetricName(key),
            Figure::Metric(key, value),
            Figure::Metric(key, limit),
            Figure::Day(day),
        ];
        found.push(Candidate { metric: Some(key), day: Some(day), ..of_shop(rule, figures) });
    }
}

/// The strongest of the next months, by what the same month sold a year before.
pub fn season(
    workbook: &Workbook,
    rule: &'static SwotRule,
    limit: i64,
    today: Day,
    found: &mut Vec<Candidate>,
) {
    let sold = |month: crate::base::day::Month| {
        let sum = workbook.facts.sum(SALES, Span::new(month.first(), month.last()));
        sum.total.filter(|_| sum.n_days == sum.of_days)
    };
    let this = today.month();
    for ahead in 1..=MONTHS_AHEAD {
        let month = this.plus(ahead);
        let then = month.plus(-12);
        // The average of the twelve months that end with the one a year before the last ahead.
        let first = this.plus(MONTHS_AHEAD - 23);
        let mut total = Some(0_i64);
        for idx in 0..12 {
            let sum = sold(first.plus(idx));
            total = total.zip(sum).map(|(total, sum)| total.saturating_add(sum));
        }
        let (Some(total), Some(value)) = (total, sold(then)) else { continue };
        let average = total / 12;
        let Some(share) = Ratio::of(value, average).map(|ratio| i64::from(ratio.bp())) else {
            continue;
        };
        if limit <= share {
            let figures = vec![
                Figure::Month(month),
                Figure::Money(value),
                Figure::Percent(share),
                Figure::Money(average),
            ];
            let (year, number) = month.ym();
            let key = format!("{}/{year}-{number:02}", rule.key);
            let metric = Some(SALES);
            found.push(Candidate { key, metric, ..of_shop(rule, figures) });
        }
    }
}
