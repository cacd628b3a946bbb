//! What pages ask of sources and of advertising.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::span::Span;
use crate::facts::items::metric::flow::{SourcePath, leaves};
use crate::facts::items::read::{ItemSeries, ItemSums};
use crate::facts::items::subject::{PART, Subject};
use crate::facts::items::table::ItemLabel;
use crate::facts::set::{FactSet, Sum};

/// Which sources are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sources {
    /// One figure a first level, as the platform says it: people are counted once in it.
    FirstLevels,
    /// The sources that nothing stands below. Money adds up over them; people came by several.
    Leaves,
}

/// By what the money of advertisements is told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AdsBy {
    /// By channel (关键词推广 …), of the plan report; where there is none, of the item report.
    Channel,
    /// By plan, of the same.
    Plan,
    /// By 主体ID, of the item report.
    Item,
}

impl FactSet {
    /// What sources come to over a period, by their keys ([`SourcePath`] takes them apart).
    pub fn source_sums(&self, span: Span, metrics: &[&str], sources: Sources) -> ItemSums {
        let mut sums = self.sums_of(Subject::Source, span, metrics);
        match sources {
            Sources::FirstLevels => {
                sums.items.retain(|key, _| SourcePath::of(key).is_first_level());
            }
            Sources::Leaves => {
                let kept = leaves(sums.items.keys().map(String::as_str));
                let kept: BTreeSet<String> = kept.into_iter().map(str::to_owned).collect();
                sums.items.retain(|key, _| kept.contains(key));
            }
        }
        sums
    }

    /// The sources that nothing stands below, day by day: a column a metric, a cell a day.
    pub fn source_series(&self, span: Span, metrics: &[&str]) -> Vec<ItemSeries> {
        let all = self.series_of(Subject::Source, span, metrics);
        let kept = leaves(all.iter().map(|one| one.id.as_str()));
        let is_kept: Vec<bool> = all.iter().map(|one| kept.contains(one.id.as_str())).collect();
        all.into_iter().zip(is_kept).filter_map(|(one, is_kept)| is_kept.then_some(one)).collect()
    }

    /// What advertising comes to over a period. Plans and items of plans are the same money: one
    /// report or the other is asked, never both.
    pub fn ad_sums(&self, span: Span, metrics: &[&str], by: AdsBy) -> ItemSums {
        let of_plans = || self.sums_of(Subject::AdPlan, span, metrics);
        let of_items = || self.sums_of(Subject::AdItem, span, metrics);
        let (subject, mut sums) = match by {
            AdsBy::Item => (Subject::AdItem, of_items()),
            AdsBy::Channel | AdsBy::Plan => match of_plans() {
                sums if sums.items.is_empty() => (Subject::AdItem, of_items()),
                sums => (Subject::AdPlan, sums),
            },
        };
        let labels = self.labels_of(subject);
        sums.items = grouped(std::mem::take(&mut sums.items), |key| by.group(key, &labels));
        sums
    }

    /// The same day by day: of each plan, channel or item a column a metric, a cell a day; `None`
    /// where nothing is known of a day.
    pub fn ad_series(
        &self,
        span: Span,
        metrics: &[&str],
        by: AdsBy,
    ) -> BTreeMap<String, Vec<Vec<Option<i64>>>> {
        let of_plans = || self.series_of(Subject::AdPlan, span, metrics);
        let of_items = || self.series_of(Subject::AdItem, span, metrics);
        let (subject, series) = match by {
            AdsBy::Item => (Subject::AdItem, of_items()),
            AdsBy::Channel | AdsBy::Plan => match of_plans() {
                series if series.is_empty() => (Subject::AdItem, of_items()),
                series => (Subject::AdPlan, series),
            },
        };
        let labels = self.labels_of(subject);
        let mut groups: BTreeMap<String, Vec<Vec<Option<i64>>>> = BTreeMap::new();
        for one in series {
            let group = groups
                .entry(by.group(&one.id, &labels))
                .or_insert_with(|| vec![vec![None; span.n_days()]; metrics.len()]);
            for (all, own) in group.iter_mut().zip(&one.columns) {
                for (all, own) in all.iter_mut().zip(own) {
                    *all = match (*all, *own) {
                        (Some(all), Some(own)) => Some(all.saturating_add(own)),
                        (all, own) => all.or(own),
                    };
                }
            }
        }
        groups
    }
}

impl AdsBy {
    /// The plan, channel or item that a row of advertising belongs to.
    fn group(self, key: &str, labels: &BTreeMap<String, ItemLabel>) -> String {
        let mut parts = key.split(PART);
        let (plan, item) = (parts.next().unwrap_or(key), parts.next());
        match self {
            Self::Plan => plan.to_owned(),
            Self::Item => item.unwrap_or(plan).to_owned(),
            Self::Channel => labels.get(key).map_or_else(String::new, |label| label.code.clone()),
        }
    }
}

/// Adds up the things of a group. Days are those of the thing with the most: how many of them
/// overlap is not kept.
fn grouped(
    items: BTreeMap<String, Vec<Sum>>,
    group: impl Fn(&str) -> String,
) -> BTreeMap<String, Vec<Sum>> {
    let mut groups: BTreeMap<String, Vec<Sum>> = BTreeMap::new();
    for (key, sums) in items {
        let all = groups.entry(group(&key)).or_insert_with(|| vec![Sum::default(); sums.len()]);
        for (all, one) in all.iter_mut().zip(sums) {
            all.total = match (all.total, one.total) {
                (Some(all), Some(one)) => Some(all.saturating_add(one)),
                (all, one) => all.or(one),
            };
            all.n_days = all.n_days.max(one.n_days);
            all.of_days = one.of_days;
        }
    }
    groups
}
