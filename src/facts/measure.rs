//! What the figures of a board are worked out from, as data, and the one way to work them out.

use crate::base::day::Day;
use crate::base::money::div_round;
use crate::base::span::Span;
use crate::facts::metric::{Direction, Kind, Metric, Unit, metric};
use crate::facts::set::FactSet;

/// A figure that the imported metrics give: one of them, their sum or the ratio of such sums.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measure {
    /// Its name in the file format, for good: a metric's own where it is one.
    pub key: &'static str,
    /// Chinese name.
    pub zh: &'static str,
    /// English name.
    pub en: &'static str,
    /// The unit of its integers.
    pub unit: Unit,
    /// Which way is good.
    pub direction: Direction,
    /// How it follows from the metrics.
    pub rule: Rule,
    /// What it is judged by, the least first. The user may change each.
    pub limits: &'static [Limit],
    /// What to know when reading it, in Chinese and in English; empty for nothing.
    pub note: (&'static str, &'static str),
    /// The id of its definition (M-xx), or the source of the column.
    pub source: &'static str,
}

/// How a measure follows from metrics.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Its days add up.
    Sum(Parts),
    /// Sums above ÷ sums below, of the days on which both have a value.
    Ratio {
        /// Above the line.
        above: Parts,
        /// Below the line.
        below: Parts,
    },
    /// One day has it, several have not.
    Opaque(&'static str),
}

/// Metrics that are added, and taken away, on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parts {
    /// Keys of the metrics that are added; all in one unit.
    pub plus: &'static [&'static str],
    /// Keys of those that are taken away.
    pub minus: &'static [&'static str],
    /// Whether a day counts on which only some of them have a value (a channel without spend is
    /// not in the file); else all must have one.
    pub is_any: bool,
}

impl Parts {
    /// One metric.
    pub const fn one(key: &'static [&'static str; 1]) -> Self {
        Self { plus: key, minus: &[], is_any: false }
    }

    /// Every key.
    pub fn keys(self) -> impl Iterator<Item = &'static str> {
        self.plus.iter().chain(self.minus).copied()
    }

    /// What they come to on a day; `None` where a value is missing.
    pub fn on(self, facts: &FactSet, day: Day) -> Option<i64> {
        let mut sum = None::<i64>;
        for (keys, sign) in [(self.plus, 1), (self.minus, -1)] {
            for key in keys {
                match facts.value(key, day) {
                    Some(value) => {
                        let value = value.saturating_mul(sign);
                        sum = Some(sum.unwrap_or(0).saturating_add(value));
                    }
                    None if self.is_any => {}
                    None => return None,
                }
            }
        }
        sum
    }

    /// The unit of the sum.
    fn unit(self) -> Option<Unit> {
        Some(metric(self.plus.first()?)?.unit)
    }
}

/// What a value is judged by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// What it says of a value that keeps it.
    pub grade: Grade,
    /// On which side of the value.
    pub bound: Bound,
    /// The value, in the measure's unit, unless the user sets another.
    pub from: LimitFrom,
    /// Where it is from.
    pub source: &'static str,
}

/// What a limit that is kept says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Grade {
    /// 及格.
    Pass,
    /// 好.
    Good,
    /// Usual in a shop with many returning visitors, which reads other values as good.
    Returning,
    /// Above the peers of the same tier, as the user read them off.
    Peers,
}

impl Grade {
    /// Its name in the file format, for good.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Good => "good",
            Self::Returning => "returning",
            Self::Peers => "peers",
        }
    }

    /// From the least to the most.
    pub const ALL: [Self; 4] = [Self::Pass, Self::Good, Self::Returning, Self::Peers];
}

/// On which side of a limit a value keeps it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// `<`
    Below,
    /// `≤`
    AtMost,
    /// `≥`
    AtLeast,
    /// `>`
    Above,
}

impl Bound {
    /// Whether a value keeps a limit.
    pub fn holds(self, value: i64, limit: i64) -> bool {
        match self {
            Self::Below => value < limit,
            Self::AtMost => value <= limit,
            Self::AtLeast => limit <= value,
            Self::Above => limit < value,
        }
    }

    /// How it is written before the limit.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Below => "<",
            Self::AtMost => "≤",
            Self::AtLeast => "≥",
            Self::Above => ">",
        }
    }
}

/// Where the value of a limit comes from while the user has set none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LimitFrom {
    /// The source names it; in the measure's unit.
    Source(i64),
    /// The shop's setting of what advertising may cost.
    AdCap,
    /// Nowhere: only the user can know it.
    User,
}

/// A measure over some days, and how much of them is there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// In the measure's unit, rounded half away from zero. `None` where no day has a value, where
    /// what is below the line is 0, and for several days of what cannot be worked out from them.
    pub value: Option<i64>,
    /// What is above the line, or the sum; in the unit of its parts.
    pub above: Option<i64>,
    /// What is below the line; `None` for sums.
    pub below: Option<i64>,
    /// Days with a value (of a ratio: with all its parts).
    pub n_days: usize,
    /// Days of the span.
    pub of_days: usize,
}

impl Measure {
    /// A metric of the exports as it comes.
    pub const fn of(metric: &'static Metric) -> Self {
        let rule = match &metric.kind {
            Kind::Additive => Rule::Sum(one(&metric.key)),
            Kind::Opaque => Rule::Opaque(metric.key),
            Kind::Ratio { numerator, denominator } => {
                Rule::Ratio { above: one(numerator), below: one(denominator) }
            }
        };
        Self {
            key: metric.key,
            zh: metric.zh,
            en: metric.en,
            unit: metric.unit,
            direction: metric.direction,
            rule,
            limits: &[],
            note: ("", ""),
            source: metric.source,
        }
    }

    /// The keys of the metrics that it rests on.
    pub fn keys(&self) -> Vec<&'static str> {
        match self.rule {
            Rule::Sum(parts) => parts.keys().collect(),
            Rule::Ratio { above, below } => above.keys().chain(below.keys()).collect(),
            Rule::Opaque(key) => vec![key],
        }
    }

    /// Whether it is a percentage, whose differences are percentage points.
    pub fn is_rate(&self) -> bool {
        self.unit == Unit::BasisPoints
    }

    /// Its value on one day.
    pub fn on(&self, facts: &FactSet, day: Day) -> Option<i64> {
        self.reading(facts, Span::day(day)).value
    }

    /// Whether a day has all that the value takes, be it 0 below the line.
    pub fn is_known(&self, facts: &FactSet, day: Day) -> bool {
        self.reading(facts, Span::day(day)).n_days == 1
    }

    /// What it comes to over the days of a span: days without a value count for nothing, and not
    /// as 0.
    pub fn reading(&self, facts: &FactSet, span: Span) -> Reading {
        let mut sums = (0_i128, 0_i128);
        let mut n_days = 0;
        for day in span.days() {
            let found = match self.rule {
                Rule::Sum(parts) => parts.on(facts, day).map(|value| (value, 0)),
                Rule::Opaque(key) => facts.value(key, day).map(|value| (value, 0)),
                Rule::Ratio { above, below } => above.on(facts, day).zip(below.on(facts, day)),
            };
            if let Some((above, below)) = found {
                sums = (sums.0 + i128::from(above), sums.1 + i128::from(below));
                n_days += 1;
            }
        }
        let of_days = span.n_days();
        let none = Reading { n_days, of_days, ..Reading::default() };
        // Values are within ±2⁶³ and a span has fewer than 2³¹ days: the sums above are exact, and
        // only one that no file can hold is none here.
        let (Ok(above), Ok(below)) = (i64::try_from(sums.0), i64::try_from(sums.1)) else {
            return none;
        };
        match self.rule {
            _ if n_days == 0 => none,
            Rule::Sum(_) => Reading { value: Some(above), above: Some(above), ..none },
            Rule::Opaque(_) if of_days == 1 => Reading { value: Some(above), ..none },
            Rule::Opaque(_) => none,
            Rule::Ratio { above: over, below: under } => {
                let value = self.divide(sums, (over.unit(), under.unit()));
                Reading { value, above: Some(above), below: Some(below), ..none }
            }
        }
    }

    /// Above ÷ below in the measure's unit; `None` where below is 0.
    fn divide(&self, sums: (i128, i128), units: (Option<Unit>, Option<Unit>)) -> Option<i64> {
        quotient(sums, (units.0?, units.1?), self.unit)
    }
}

/// `above ÷ below`, given in their units, in another unit and rounded half away from zero; `None`
/// where below is 0.
pub fn quotient(
    (above, below): (i128, i128),
    (above_unit, below_unit): (Unit, Unit),
    unit: Unit,
) -> Option<i64> {
    let whole = below.checked_mul(above_unit.scale().into())?;
    if whole == 0 {
        return None;
    }
    let part = above.checked_mul(i128::from(unit.scale()) * i128::from(below_unit.scale()))?;
    i64::try_from(div_round(part, whole)).ok()
}

const fn one(key: &'static &'static str) -> Parts {
    Parts { plus: std::slice::from_ref(key), minus: &[], is_any: false }
}
