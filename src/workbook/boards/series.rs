//! What the charts of the board show: a figure by day and by week, the funnel, how much is known.

use crate::base::day::Day;
use crate::base::money::div_round;
use crate::base::ratio::Ratio;
use crate::base::span::Span;
use crate::facts::compare::{Change, change};
use crate::facts::items::subject::Subject;
use crate::facts::items::views::AdsBy;
use crate::facts::measure::{Measure, Reading, Rule};
use crate::knowledge::metrics::{AD_FUNNEL, FUNNEL, measure};
use crate::workbook::Workbook;

/// So many days the mean of a line is of.
const MEAN_DAYS: i32 = 7;

/// One figure by day.
#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    /// What it is.
    pub measure: Measure,
    /// The days.
    pub days: Span,
    /// One a day.
    pub values: Vec<Option<i64>>,
    /// The mean of the seven days that end with the day: of a ratio that of the sums, of a sum the
    /// sum ÷ the days with a value. `None` where the day itself has none.
    pub means: Vec<Option<i64>>,
    /// What the goals ask of it.
    pub targets: Vec<Option<i64>>,
    /// What it was so many days before as the period is held against; empty where it is not.
    pub before: Vec<Option<i64>>,
}

/// A step of the funnel.
#[derive(Clone, Debug, PartialEq)]
pub struct FunnelStep {
    /// Who is counted.
    pub measure: Measure,
    /// Whether advertisements alone are counted: the files have no others of it.
    pub is_of_ads: bool,
    /// How many.
    pub reading: Reading,
    /// How many of the step before, basis points; `None` at the first.
    pub share: Option<Ratio>,
    /// The same of the earlier days.
    pub share_before: Option<Ratio>,
    /// How the number moved.
    pub change: Option<Change>,
}

/// How much is known of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// Every figure that is asked for.
    Whole,
    /// Some of them.
    Part,
    /// None.
    Missing,
}

/// A day and how much is known of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayState {
    /// The day.
    pub day: Day,
    /// How much.
    pub known: Known,
    /// How many of the figures are there.
    pub n_there: usize,
    /// Whether a later file changed something of it.
    pub is_restated: bool,
}

impl Workbook {
    /// A figure by day, held against what it was `back` days before.
    pub fn course(&self, measure: Measure, days: Span, back: Option<i32>) -> Course {
        let facts = &self.facts;
        let targets = self.targets(days);
        let values: Vec<Option<i64>> = days.days().map(|day| measure.on(facts, day)).collect();
        let mean = |(day, value): (Day, &Option<i64>)| {
            value.as_ref()?;
            let reading = measure.reading(facts, Span::new(day - (MEAN_DAYS - 1), day));
            match measure.rule {
                Rule::Sum(_) => {
                    let mean = div_round(reading.value?.into(), reading.n_days as i128);
                    i64::try_from(mean).ok()
                }
                Rule::Ratio { .. } => reading.value,
                Rule::Opaque(_) => None,
            }
        };
        Course {
            means: days.days().zip(&values).map(mean).collect(),
            targets: days.days().map(|day| targets.on(measure.key, day)).collect(),
            before: back.map_or(Vec::new(), |back| {
                days.days().map(|day| measure.on(facts, day - back)).collect()
            }),
            measure,
            days,
            values,
        }
    }

    /// A figure by the weeks of the shop that have a day in `days`, each cut to those days.
    pub fn by_week(&self, measure: &Measure, days: Span) -> Vec<(Span, Reading)> {
        let weeks = self.shop.cut().weeks(days).into_iter();
        weeks.map(|week| (week, measure.reading(&self.facts, week))).collect()
    }

    /// From being seen to being paid, the steps that the files have figures of.
    ///
    /// People are added up by day: who comes on two days counts twice, in every step. 曝光 and 点击
    /// are those of advertisements, the only ones that the files tell; visitors come by other ways
    /// too, and so are no share of the clicks.
    pub fn funnel(&self, span: Span, earlier: Option<Span>) -> Vec<FunnelStep> {
        let ads = AD_FUNNEL.iter().filter_map(|key| Subject::AdPlan.metric(key)).map(|metric| {
            let of = |span| self.ad_reading(metric.key, span);
            (Measure::of(metric), true, of(span), earlier.and_then(|span| of(span).value))
        });
        let shop = FUNNEL.into_iter().filter_map(measure).map(|measure| {
            let of = |span| measure.reading(&self.facts, span);
            (measure, false, of(span), earlier.and_then(|span| of(span).value))
        });
        let mut steps: Vec<FunnelStep> = Vec::new();
        let mut last = (None, None);
        for (measure, is_of_ads, reading, before) in ads.chain(shop) {
            let Some(value) = reading.value else { continue };
            if steps.last().is_some_and(|step| step.is_of_ads != is_of_ads) {
                last = (None, None);
            }
            let share = |now: Option<i64>, of: Option<i64>| Ratio::of(now?, of?);
            steps.push(FunnelStep {
                share: share(Some(value), last.0),
                share_before: share(before, last.1),
                change: change(&measure, Some(value), before),
                reading,
                is_of_ads,
                measure,
            });
            last = (Some(value), before);
        }
        steps
    }

    /// What all advertisements come to over the days of a span.
    fn ad_reading(&self, key: &'static str, span: Span) -> Reading {
        let sums = self.facts.ad_sums(span, &[key], AdsBy::Plan);
        let plans = sums.items.values().flatten().filter_map(|sum| sum.total);
        let value = plans.reduce(i64::saturating_add);
        Reading { value, above: value, below: None, n_days: sums.n_days, of_days: span.n_days() }
    }

    /// How much of the figures is known of each day.
    pub fn day_states(&self, measures: &[Measure], days: Span) -> Vec<DayState> {
        let keys: Vec<&str> = measures.iter().flat_map(Measure::keys).collect();
        let cells = self.facts.imports.iter().flat_map(|import| &import.restated);
        let restated: Vec<Day> = cells
            .filter(|cell| cell.item.is_empty() && keys.contains(&cell.metric.as_str()))
            .map(|cell| cell.day)
            .collect();
        let state = |day: Day| {
            let n_there =
                measures.iter().filter(|measure| measure.is_known(&self.facts, day)).count();
            let known = match n_there {
                0 => Known::Missing,
                n if n == measures.len() => Known::Whole,
                _ => Known::Part,
            };
            DayState { day, known, n_there, is_restated: restated.contains(&day) }
        };
        days.days().map(state).collect()
    }
}
