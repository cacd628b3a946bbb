//! What each traffic source brought over a period, and what of the headline comes from which
//! (T-79, T-81).
//!
//! Only sources that nothing stands below are read. People who came by several are counted in each
//! of them, so the sources' visitors add up to more than the shop's: that is shown, never
//! scaled away.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::causes::{Funnel, whole};
use crate::base::order;
use crate::base::span::Span;
use crate::facts::items::subject::Subject;
use crate::facts::items::views::{AdsBy, Sources as Which};
use crate::facts::metric::{BUYERS, SALES, VISITORS};
use crate::facts::set::{FactSet, Sum};
use crate::knowledge::traffic::{AFFILIATES, Channel, place, source};
use crate::tools::diagnosis::calc::items::{ItemCauses, ItemChange, parted};
use crate::tools::diagnosis::calc::period::day_values;

/// What is asked of each source, in this order.
const METRICS: [&str; 3] = [VISITORS, BUYERS, SALES];
/// What advertising cost.
const SPEND: &str = "spend";

/// Tells the channel into which the user put a source, by its name.
pub type ChannelOf<'a> = &'a dyn Fn(&str) -> Option<Channel>;

/// One source over a period.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// What it is called today, the same in both layouts of the export.
    pub name: String,
    /// What kind of traffic it is.
    pub channel: Channel,
    /// Visitors, buyers, 分.
    pub state: Funnel,
    /// What it cost, 分, and on how many of the days that is known; `None` for what costs nothing
    /// that is reported.
    pub cost: Option<(i64, usize)>,
}

/// All sources of a period.
#[derive(Clone, Debug, PartialEq)]
pub struct Sources {
    /// The period.
    pub span: Span,
    /// Days with figures of sources; of a period as one figure all of them.
    pub n_days: usize,
    /// Whether figures are sums of days, in which who comes on two days counts twice.
    pub is_of_days: bool,
    /// The most visitors first.
    pub lines: Vec<Source>,
    /// The shop on the very same days; `None` where one of them is not known.
    pub shop: Option<Funnel>,
}

impl Sources {
    /// All sources together: people who came by several count in each.
    pub fn total(&self) -> Funnel {
        self.lines.iter().fold(Funnel::default(), |sum, one| sum.plus(one.state))
    }

    /// What those of a channel come to, and what they cost where that is known of any.
    pub fn of_channel(&self, channel: Channel) -> Source {
        let mut all = Source { name: String::new(), channel, state: Funnel::default(), cost: None };
        for one in self.lines.iter().filter(|one| one.channel == channel) {
            all.state = all.state.plus(one.state);
            all.cost = match (all.cost, one.cost) {
                (Some((a, m)), Some((b, n))) => Some((a.saturating_add(b), m.min(n))),
                (a, b) => a.or(b),
            };
        }
        all
    }
}

/// The sources of a period, by its days where any of them has figures, else by the very same
/// period as one figure; `None` where there is neither.
pub fn sources(facts: &FactSet, span: Span, channel_of: ChannelOf<'_>) -> Option<Sources> {
    by_days(facts, span, channel_of).or_else(|| by_period(facts, span, channel_of))
}

fn by_days(facts: &FactSet, span: Span, channel_of: ChannelOf<'_>) -> Option<Sources> {
    let series = facts.source_series(span, &METRICS);
    let mut is_known = vec![false; span.n_days()];
    let mut sums = Gathered::new(channel_of);
    for one in &series {
        for (day, is_known) in is_known.iter_mut().enumerate() {
            let cells = one.columns.iter().map(|column| column.get(day).copied().flatten());
            let cells: Vec<Option<i64>> = cells.collect();
            *is_known |= cells.iter().any(Option::is_some);
            sums.add(&one.id, &cells);
        }
    }
    let days: Vec<_> =
        span.days().zip(&is_known).filter_map(|(day, is_known)| is_known.then_some(day)).collect();
    let shop = days.iter().try_fold(Funnel::default(), |sum, day| {
        let [visitors, buyers, sales] = day_values(facts, *day)?;
        Some(sum.plus(Funnel::of(visitors, buyers, sales)))
    });
    let costs = Costs::of(facts, span, &is_known);
    let lines = sums.lines(|name| costs.get(name));
    let n_days = days.len();
    (n_days != 0).then_some(Sources { span, n_days, is_of_days: true, lines, shop })
}

fn by_period(facts: &FactSet, span: Span, channel_of: ChannelOf<'_>) -> Option<Sources> {
    let found = facts.source_sums(span, &METRICS, Which::Leaves);
    if found.items.is_empty() || found.is_of_days {
        return None;
    }
    let totals = |sums: &[Sum]| sums.iter().map(|sum| sum.total).collect::<Vec<_>>();
    let mut sums = Gathered::new(channel_of);
    for (key, one) in &found.items {
        sums.add(key, &totals(one));
    }
    // People counted once are only held against people counted once.
    let shop = facts.sums_of(Subject::Shop, span, &METRICS);
    let shop = shop.items.values().next().map(|one| totals(one));
    let shop = shop.and_then(|of| Some(Funnel::of(of[0]?, of[1]?, of[2]?)));
    let costs = Costs::of(facts, span, &vec![true; span.n_days()]);
    let lines = sums.lines(|name| costs.get(name));
    Some(Sources { span, n_days: span.n_days(), is_of_days: false, lines, shop })
}

/// Sources as they are added up, under the names that both layouts share.
struct Gathered<'a> {
    channel_of: ChannelOf<'a>,
    sums: BTreeMap<(String, Channel), [i64; 3]>,
}

impl<'a> Gathered<'a> {
    fn new(channel_of: ChannelOf<'a>) -> Self {
        Self { channel_of, sums: BTreeMap::new() }
    }

    fn add(&mut self, key: &str, cells: &[Option<i64>]) {
        let placed = place(key);
        let channel = (self.channel_of)(placed.name).unwrap_or(placed.channel);
        let sums = self.sums.entry((placed.name.to_owned(), channel)).or_default();
        for (sum, cell) in sums.iter_mut().zip(cells) {
            *sum = sum.saturating_add(cell.unwrap_or(0));
        }
    }

    fn lines(self, cost: impl Fn(&str) -> Option<(i64, usize)>) -> Vec<Source> {
        let one = |((name, channel), [visitors, buyers, sales]): ((String, Channel), [i64; 3])| {
            let cost = cost(&name);
            Source { name, channel, state: Funnel::of(visitors, buyers, sales), cost }
        };
        let mut lines: Vec<Source> = self.sums.into_iter().map(one).collect();
        order::sort_by(&mut lines, |a, b| b.state.visitors.total_cmp(&a.state.visitors));
        lines
    }
}

/// What sources cost on the days of which their visitors are known.
struct Costs {
    known: BTreeMap<String, (i64, usize)>,
}

impl Costs {
    /// Of a day the report of plans counts where it has that day, else the shop's own figure.
    fn of(facts: &FactSet, span: Span, is_known: &[bool]) -> Self {
        let mut of_plans = facts.ad_series(span, &[SPEND], AdsBy::Channel);
        let affiliates = facts.series_of(Subject::Affiliate, span, &[SPEND]);
        let mut has_plans = vec![false; span.n_days()];
        for column in of_plans.values() {
            for (has, cell) in has_plans.iter_mut().zip(&column[0]) {
                *has |= cell.is_some();
            }
        }
        for one in affiliates {
            let all = of_plans
                .entry(AFFILIATES.to_owned())
                .or_insert_with(|| vec![vec![None; span.n_days()]]);
            for (all, own) in all[0].iter_mut().zip(&one.columns[0]) {
                *all = all.map_or(*own, |all| Some(all.saturating_add(own.unwrap_or(0))));
            }
        }
        let names: BTreeSet<&str> = of_plans
            .keys()
            .map(String::as_str)
            .chain(crate::knowledge::traffic::SOURCES.iter().map(|one| one.zh))
            .collect();
        let mut known = BTreeMap::new();
        for name in names {
            let plans = of_plans.get(name).map(|columns| &columns[0]);
            let of_shop = source(name).and_then(|one| one.cost);
            let (mut total, mut n_days) = (0_i64, 0);
            for (at, day) in span.days().enumerate().filter(|(at, _)| is_known[*at]) {
                let of_plan = plans.and_then(|column| column[at]);
                // A channel without a row on a day of which others have one cost nothing then.
                let is_idle = has_plans[at] && name != AFFILIATES && plans.is_some();
                let cost = of_plan.or(is_idle.then_some(0)).or_else(|| facts.value(of_shop?, day));
                if let Some(cost) = cost {
                    total = total.saturating_add(cost);
                    n_days += 1;
                }
            }
            if n_days != 0 {
                known.insert(name.to_owned(), (total, n_days));
            }
        }
        Self { known }
    }

    fn get(&self, name: &str) -> Option<(i64, usize)> {
        self.known.get(name).copied()
    }
}

/// One source in both periods.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceChange {
    /// What kind of traffic it is.
    pub channel: Channel,
    /// Its figures and what moved them; the id is its name.
    pub change: ItemChange,
    /// What it cost before and now, 分.
    pub cost: (Option<i64>, Option<i64>),
}

/// How a conversion of all visits moved, in basis points that add up to it exactly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RateSplit {
    /// Buyers of all visits before and now, basis points.
    pub rates: (i64, i64),
    /// By where visitors came from, a source each.
    pub mix: Vec<i64>,
    /// By the sources' own conversion, a source each.
    pub own: Vec<i64>,
}

/// What of the headline comes from which source.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceChanges {
    /// The greatest change of sales first, up or down.
    pub lines: Vec<SourceChange>,
    /// Both periods.
    pub from: Sources,
    /// The later one.
    pub to: Sources,
}

impl SourceChanges {
    /// What moved all sources together: each part is the sum of the sources' parts.
    pub fn total(&self) -> ItemCauses {
        self.lines.iter().fold(ItemCauses::default(), |sum, one| sum.plus(one.change.causes))
    }

    /// The sources of a channel: before, now, and what moved them.
    pub fn of_channel(&self, channel: Channel) -> (Funnel, Funnel, ItemCauses) {
        let own = self.lines.iter().filter(|one| one.channel == channel);
        own.fold(Default::default(), |(from, to, causes), one| {
            let change = &one.change;
            (from.plus(change.from), to.plus(change.to), causes.plus(change.causes))
        })
    }

    /// Whether both periods have figures on all their days.
    pub fn is_whole(&self) -> bool {
        let is_whole = |of: &Sources| of.n_days == of.span.n_days();
        is_whole(&self.from) && is_whole(&self.to)
    }

    /// The shop's visitors before and now, and how many more the sources count: with the sources'
    /// changes these add up to the shop's change exactly. `None` where the shop's are not known.
    pub fn people(&self) -> Option<[(i64, i64); 2]> {
        let people = |of: &Sources| {
            let shop = of.shop?.visitors.round() as i64;
            Some((shop, (of.total().visitors.round() as i64).saturating_sub(shop)))
        };
        let ((a, more_a), (b, more_b)) = (people(&self.from)?, people(&self.to)?);
        Some([(a, b), (more_a, more_b)])
    }

    /// How the conversion of all visits moved: with s a source's share of them and r its
    /// conversion, Δ(s·r) = Δs·r̄ + s̄·Δr, r̄ held against the mean of all, so that the parts tell
    /// better sources from worse. `None` where one period has no visits.
    pub fn rates(&self) -> Option<RateSplit> {
        let (from, to) = (self.from.total(), self.to.total());
        let (before, now) = (from.cvr()?, to.cvr()?);
        let bp = |rate: f64| (rate * 10_000.0).round() as i64;
        let middle = (before + now) / 2.0;
        let parts = self.lines.iter().map(|one| {
            let (a, b) = (one.change.from, one.change.to);
            let (s, t) = (a.visitors / from.visitors, b.visitors / to.visitors);
            let (p, q) = (a.cvr().or(b.cvr()), b.cvr().or(a.cvr()));
            let (p, q) = (p.unwrap_or(0.0), q.unwrap_or(0.0));
            (((t - s) * ((p + q) / 2.0 - middle)), (s + t) / 2.0 * (q - p))
        });
        let (mix, own): (Vec<f64>, Vec<f64>) = parts.unzip();
        let n = mix.len();
        let exact: Vec<f64> = mix.into_iter().chain(own).map(|part| part * 10_000.0).collect();
        let mut parts = whole(&exact, bp(now) - bp(before));
        let own = parts.split_off(n);
        Some(RateSplit { rates: (bp(before), bp(now)), mix: parts, own })
    }
}

/// What of the change between two periods comes from which source; `None` where people are counted
/// once in one of them and by the day in the other.
pub fn source_changes(from: Sources, to: Sources) -> Option<SourceChanges> {
    if from.is_of_days != to.is_of_days {
        return None;
    }
    type Both<'a> = (Option<&'a Source>, Option<&'a Source>);
    let mut pairs: BTreeMap<(&str, Channel), Both<'_>> = BTreeMap::new();
    for one in &from.lines {
        pairs.entry((&one.name, one.channel)).or_default().0 = Some(one);
    }
    for one in &to.lines {
        pairs.entry((&one.name, one.channel)).or_default().1 = Some(one);
    }
    let state = |one: Option<&Source>| one.map_or(Funnel::default(), |one| one.state);
    let states = pairs
        .values()
        .enumerate()
        .map(|(place, (a, b))| (place.to_string(), state(*a), state(*b)))
        .collect();
    let known: Vec<_> = pairs.iter().collect();
    let line = |mut change: ItemChange| {
        let place: usize = change.id.parse().ok()?;
        let ((name, channel), (a, b)) = known.get(place)?;
        change.id = (*name).to_owned();
        let cost = |one: &Option<&Source>| one.and_then(|one| one.cost).map(|cost| cost.0);
        Some(SourceChange { channel: *channel, change, cost: (cost(a), cost(b)) })
    };
    let lines = parted(states).into_iter().filter_map(line).collect();
    Some(SourceChanges { lines, from, to })
}

#[cfg(test)]
mod tests;
