//! What a figure is made of: product by product or source by source, and what is taken from it.

use std::cmp::Reverse;

use crate::base::order;
use crate::base::span::Span;
use crate::facts::items::metric::flow::SourcePath;
use crate::facts::items::read::ItemSeries;
use crate::facts::items::subject::Subject;
use crate::facts::measure::{Measure, Reading, Rule, quotient};
use crate::facts::metric::{Kind, Metric, Unit};
use crate::knowledge::metrics::measure;
use crate::workbook::Workbook;

/// So many small charts stand side by side at most.
pub const MAX_PARTS: usize = 9;

/// One product or source of a figure, by day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartCourse {
    /// 商品ID, or the key of the source.
    pub key: String,
    /// What it is called.
    pub name: String,
    /// One a day; `None` where there is no value.
    pub values: Vec<Option<i64>>,
    /// What it comes to over the days, in the figure's unit: a sum, or the ratio of sums.
    pub total: Option<i64>,
}

/// The parts of a figure, the largest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PartCourses {
    /// At most [`MAX_PARTS`].
    pub parts: Vec<PartCourse>,
    /// How many more there are.
    pub n_more: usize,
}

/// A step of a waterfall.
#[derive(Clone, Debug, PartialEq)]
pub struct FallStep {
    /// What is taken away; of the first what it is taken from.
    pub measure: Measure,
    /// How much, 分.
    pub reading: Reading,
    /// What is left behind it, 分.
    pub left: i64,
}

/// The figures that can be told apart: those that add up, and ratios of such.
pub fn split_metrics(subject: Subject) -> impl Iterator<Item = &'static Metric> {
    subject.metrics().iter().filter(|metric| metric.kind != Kind::Opaque)
}

/// Whether a figure is an amount that can be taken from another.
pub fn is_amount(measure: &Measure) -> bool {
    measure.unit == Unit::Fen && matches!(measure.rule, Rule::Sum(_))
}

impl Workbook {
    /// A figure by day, told apart. Those with the largest sums come first; of a ratio those with
    /// the most below the line, since a rate of few visitors says little.
    pub fn part_courses(&self, subject: Subject, key: &str, days: Span) -> PartCourses {
        let found = split_metrics(subject).find(|metric| metric.key == key);
        let Some(metric) = found else { return PartCourses::default() };
        let keys: Vec<&str> = match &metric.kind {
            Kind::Ratio { numerator, denominator } => vec![*numerator, *denominator],
            _ => vec![metric.key],
        };
        let units = keys.iter().filter_map(|key| Some(subject.metric(key)?.unit)).collect();
        let units: Vec<Unit> = units;
        let mut series = self.facts.series_of(subject, days, &keys);
        if subject == Subject::Source {
            series.retain(|one| !SourcePath::of(&one.id).is_subtotal());
        }
        let mut ranked: Vec<(i128, ItemSeries)> = series
            .into_iter()
            .map(|one| (one.columns.last().map_or(0, |column| sum(column)), one))
            .collect();
        order::sort_by(&mut ranked, |a, b| (Reverse(a.0), &a.1.id).cmp(&(Reverse(b.0), &b.1.id)));
        let n_more = ranked.len().saturating_sub(MAX_PARTS);
        ranked.truncate(MAX_PARTS);
        let labels = self.facts.labels_of(subject);
        let part = |(_, one): (i128, ItemSeries)| {
            // The product's own name is shorter than the title that searches are to find.
            let product = self.products.products.iter().find(|product| product.item_id == one.id);
            let product = product.map_or("", |product| product.name.as_str());
            let title = labels.get(&one.id).map_or("", |label| label.title.as_str());
            let named = [product, title, &one.id].into_iter().find(|name| !name.is_empty());
            let name = match subject {
                Subject::Source => SourcePath::of(&one.id).name(),
                _ => named.unwrap_or_default(),
            };
            PartCourse {
                name: name.to_owned(),
                values: values(&one.columns, metric, &units),
                total: total(&one.columns, metric, &units),
                key: one.id,
            }
        };
        PartCourses { parts: ranked.into_iter().map(part).collect(), n_more }
    }

    /// What is left of an amount after others are taken from it, over the days of a span. What is
    /// not known is not among the steps; where the first is not known, nothing is.
    pub fn waterfall(&self, keys: &[String], span: Span) -> Vec<FallStep> {
        let mut steps: Vec<FallStep> = Vec::new();
        let figures = keys.iter().filter_map(|key| measure(key)).filter(is_amount);
        for (place, measure) in figures.enumerate() {
            let reading = measure.reading(&self.facts, span);
            let left = match (steps.last(), reading.value) {
                (None, Some(value)) => value,
                (Some(last), Some(value)) => last.left.saturating_sub(value),
                (None, None) if place == 0 => return steps,
                (_, None) => continue,
            };
            steps.push(FallStep { measure, reading, left });
        }
        steps
    }
}

fn sum(column: &[Option<i64>]) -> i128 {
    column.iter().flatten().map(|value| i128::from(*value)).sum()
}

/// The figure by day, from the columns of its parts.
fn values(columns: &[Vec<Option<i64>>], metric: &Metric, units: &[Unit]) -> Vec<Option<i64>> {
    match (columns, units) {
        ([above, below], [over, under]) => above
            .iter()
            .zip(below)
            .map(|(above, below)| {
                let sums = (i128::from((*above)?), i128::from((*below)?));
                quotient(sums, (*over, *under), metric.unit)
            })
            .collect(),
        ([values], _) => values.clone(),
        _ => Vec::new(),
    }
}

/// What it comes to over the days on which all its parts are known.
fn total(columns: &[Vec<Option<i64>>], metric: &Metric, units: &[Unit]) -> Option<i64> {
    match (columns, units) {
        ([above, below], [over, under]) => {
            let pairs = above.iter().zip(below).filter_map(|(above, below)| above.zip(*below));
            let sums = pairs.fold((0_i128, 0_i128), |sums, (above, below)| {
                (sums.0 + i128::from(above), sums.1 + i128::from(below))
            });
            quotient(sums, (*over, *under), metric.unit)
        }
        ([values], _) if values.iter().any(Option::is_some) => i64::try_from(sum(values)).ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::items::metric::ITEM;

    fn cvr() -> &'static Metric {
        ITEM.iter().find(|metric| metric.key == "cvr").unwrap()
    }

    #[test]
    fn a_ratio_is_that_of_the_sums_and_not_the_mean_of_days() {
        let columns = [vec![Some(1), Some(9), None], vec![Some(10), Some(30), Some(5)]];
        let units = [Unit::Count, Unit::Count];
        assert_eq!(values(&columns, cvr(), &units), [Some(1_000), Some(3_000), None]);
        // 10 ÷ 40; the third day has nothing above the line, and counts for nothing below it.
        assert_eq!(total(&columns, cvr(), &units), Some(2_500));
    }

    #[test]
    fn nothing_below_the_line_is_no_value_and_no_zero() {
        let columns = [vec![Some(0)], vec![Some(0)]];
        let units = [Unit::Count, Unit::Count];
        assert_eq!(values(&columns, cvr(), &units), [None]);
        assert_eq!(total(&columns, cvr(), &units), None);
        let sales = ITEM.iter().find(|metric| metric.key == "sales").unwrap();
        assert_eq!(total(&[vec![None, None]], sales, &[Unit::Fen]), None);
    }

    #[test]
    fn what_can_be_told_apart_adds_up_or_is_a_ratio_of_what_does() {
        for subject in [Subject::Item, Subject::Source] {
            assert!(split_metrics(subject).any(|metric| metric.key == "sales"));
            assert!(split_metrics(subject).any(|metric| metric.key == "cvr"));
            assert!(split_metrics(subject).all(|metric| metric.kind != Kind::Opaque));
        }
    }
}
