//! Rules that propose entries of a SWOT from the workbook's own numbers, as data.
//!
//! The limits are this program's defaults; the user may change each. The standard handling of the
//! quadrants is that of T-31; the sources say where a rule's thought comes from.

mod table;

use crate::base::day::Day;
use crate::base::link::Link;
use crate::base::locale::Locale;
use crate::base::quadrant::Quadrant;

pub use table::SWOT_RULES;

/// One rule.
#[derive(Clone, Copy, Debug)]
pub struct SwotRule {
    /// Its name in the file format, for good.
    pub key: &'static str,
    /// Where it puts what it finds.
    pub quadrant: Quadrant,
    /// What it looks at.
    pub probe: Probe,
    /// From which limit on it proposes, in the unit of its probe.
    pub limit: i64,
    /// What the limit counts.
    pub unit: LimitUnit,
    /// What it is called: Chinese, English.
    pub name: (&'static str, &'static str),
    /// The sentence that it proposes; `{0}`, `{1}` … are the figures of its probe.
    pub says: (&'static str, &'static str),
    /// What that rests on, with the same figures.
    pub basis: (&'static str, &'static str),
    /// The id of the rule or the definition behind it.
    pub source: &'static str,
}

/// What a limit counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LimitUnit {
    /// Basis points, shown as a percentage.
    Percent,
    /// 1/100,000 of a point of a rating.
    Rating,
    /// Days.
    Days,
    /// Points of a scale.
    Points,
}

/// What a rule looks at. "The last 28 days" end with the last day that has the metric; "a year
/// before" are the same weekdays, 364 days earlier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Probe {
    /// A metric's last 28 days are above those of a year before by the limit. Figures: name, now,
    /// change, first day, last day, before.
    MetricUp(&'static str),
    /// The same, below.
    MetricDown(&'static str),
    /// One additive metric is at least the limit of another over the last 28 days. Figures: share,
    /// part, whole, first day, last day.
    ShareOver(&'static str, &'static str),
    /// The same, at most.
    ShareUnder(&'static str, &'static str),
    /// The spend on advertising over the last 28 days is above the shop's cap by the limit (a
    /// share of the cap). Figures: ratio, cap, spend, sales, first day, last day.
    AdOverCap,
    /// The last value of a rating is at least the limit. Figures: name, value, limit, day.
    RatingOver(&'static str),
    /// The same, below.
    RatingUnder(&'static str),
    /// An event begins within the limit of days. Figures: name, days left, day, uplift.
    EventAhead,
    /// One of the next three months sold the limit of an average month a year before. Figures:
    /// month, sales then, share of the average, average.
    SeasonAhead,
    /// The price of a competitor fell by the limit between its last two observations. Figures:
    /// competitor, what, old, new, change, day.
    RivalPriceDown,
    /// The same, rose.
    RivalPriceUp,
    /// A competitor sells more by the limit than at the observation before. Figures as above.
    RivalSalesUp,
    /// Customers weigh a factor with 4 or more, and we are below that by the limit. Figures:
    /// factor, importance, own, gap.
    FactorGap,
    /// Customers weigh a factor with 4 or more, and we are above the best competitor by the
    /// limit. Figures: factor, importance, own, best competitor.
    FactorLead,
    /// The same, and the best competitor is above us by the limit.
    FactorBehind,
}

/// What a rule has found.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// The rule, by its key.
    pub rule: &'static str,
    /// Its name: the rule and what it is about. It stays the same while the figures change.
    pub key: String,
    /// The figures, in the order that the probe says.
    pub figures: Vec<Figure>,
    /// The thing that it is about.
    pub about: Option<Link>,
    /// The metric that it is about.
    pub metric: Option<&'static str>,
    /// The day of the latest figure.
    pub day: Option<Day>,
}

/// A figure in a sentence.
#[derive(Clone, Debug, PartialEq)]
pub enum Figure {
    /// A value of a metric, in the metric's unit.
    Metric(&'static str, i64),
    /// The name of a metric.
    MetricName(&'static str),
    /// A share or a relative change in basis points.
    Percent(i64),
    /// A factor in basis points: 25,000 is ×2.5.
    Times(i64),
    /// An amount in 分.
    Money(i64),
    /// A plain count.
    Count(i64),
    /// A day.
    Day(Day),
    /// A month.
    Month(crate::base::day::Month),
    /// What the user or the trade calls it: Chinese, English.
    Name(String, String),
}

const fn rule(
    key: &'static str,
    quadrant: Quadrant,
    probe: Probe,
    (limit, unit): (i64, LimitUnit),
    name: (&'static str, &'static str),
) -> SwotRule {
    SwotRule {
        key,
        quadrant,
        probe,
        limit,
        unit,
        name,
        says: ("", ""),
        basis: ("", ""),
        source: "",
    }
}

impl SwotRule {
    const fn says(self, zh: &'static str, en: &'static str) -> Self {
        Self { says: (zh, en), ..self }
    }

    const fn basis(self, zh: &'static str, en: &'static str, source: &'static str) -> Self {
        Self { basis: (zh, en), source, ..self }
    }
}

/// The rule with this key.
pub fn swot_rule(key: &str) -> Option<&'static SwotRule> {
    SWOT_RULES.iter().find(|rule| rule.key == key)
}

/// One of a pair of words.
pub fn word(pair: (&'static str, &'static str), locale: Locale) -> &'static str {
    match locale {
        Locale::Zh => pair.0,
        Locale::En => pair.1,
    }
}

/// Puts the written figures into the places `{0}`, `{1}` … of a sentence. A place without a
/// figure is left empty.
pub fn fill(sentence: &str, figures: &[String]) -> String {
    let mut filled = String::with_capacity(sentence.len());
    let mut rest = sentence;
    while let Some(at) = rest.find('{') {
        filled.push_str(&rest[..at]);
        rest = &rest[at..];
        let Some(end) = rest.find('}') else { break };
        let place = rest[1..end].parse::<usize>().ok();
        filled.push_str(place.and_then(|idx| figures.get(idx)).map_or("", String::as_str));
        rest = &rest[end + 1..];
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_its_own_key_words_and_source() {
        for (idx, rule) in SWOT_RULES.iter().enumerate() {
            let words = [rule.name, rule.says, rule.basis];
            assert!(words.iter().all(|(zh, en)| !zh.is_empty() && !en.is_empty()), "{}", rule.key);
            assert!(!rule.source.is_empty(), "{}", rule.key);
            assert!(SWOT_RULES[..idx].iter().all(|other| other.key != rule.key), "{}", rule.key);
            for (zh, en) in words {
                let places = |text: &str| {
                    let mut found: Vec<&str> = text.split('{').skip(1).collect();
                    for part in &mut found {
                        *part = part.split('}').next().unwrap_or_default();
                    }
                    found.sort_unstable();
                    found.join(",")
                };
                assert_eq!(places(zh), places(en), "{}", rule.key);
            }
        }
    }

    #[test]
    fn figures_are_put_into_their_places() {
        let figures = ["3.1%".to_owned(), "双11".to_owned()];
        assert_eq!(fill("{1}：{0}", &figures), "双11：3.1%");
        assert_eq!(fill("{7}无 {", &figures), "无 {");
        assert_eq!(fill("没有", &figures), "没有");
    }
}
