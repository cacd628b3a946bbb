//! Which rules fire: one mechanism over shop, items, ratings and events.

mod figures;
#[cfg(test)]
mod tests;

use crate::base::day::Day;
use crate::base::money::Money;
use crate::base::order;
use crate::base::ratio::Ratio;
use crate::base::span::Span;
use crate::facts::measure::Bound;
use crate::facts::set::FactSet;
use crate::knowledge::advice_rules::{AdviceRule, Figure, Own, Scope, advice_rules};
use crate::knowledge::events::{EventInstance, EventName};
use crate::tools::advice::calc::figures::{Items, Read, shop};
use crate::tools::advice::model::Advice;

use std::collections::BTreeMap;

/// The three ratings, by their keys.
pub const RATINGS: [&str; 3] = ["rating_item", "rating_logistics", "rating_service"];
/// How far ahead events are seen, in days.
pub const AHEAD: i32 = 60;

/// What the rules look at beside the imported facts.
#[derive(Clone, Debug)]
pub struct Inputs<'a> {
    /// What was imported.
    pub facts: &'a FactSet,
    /// The events from today on.
    pub events: &'a [EventInstance],
    /// Today.
    pub today: Day,
    /// What advertising may cost, basis points of sales.
    pub ad_cap: i64,
    /// This month against its target; `None` without one.
    pub plan: Option<PlanFigures>,
    /// What is known of items beside their figures, by 商品ID.
    pub cards: BTreeMap<String, ItemCard>,
}

/// A month to date against its target, in basis points of the target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlanFigures {
    /// The days with figures.
    pub span: Span,
    /// Sales.
    pub attained: i64,
    /// What visitors, conversion and order value brought or cost.
    pub by: [i64; 3],
}

/// What the list of products says of an item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ItemCard {
    /// Pieces in stock.
    pub stock: Option<i64>,
    /// What a piece costs at any price, and what goes off with the price.
    pub cost: Option<(Money, Ratio)>,
}

/// What a piece of advice is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The shop.
    Shop,
    /// An item, by its 商品ID.
    Item(String),
    /// A rating, by its key.
    Rating(&'static str),
    /// An event: key, name, first day.
    Event(String, EventName, Day),
}

/// One figure of a piece of advice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    /// Which one.
    pub figure: Figure,
    /// In its unit.
    pub value: i64,
    /// What fired on it; `None` for a figure that is only shown.
    pub limit: Option<(Bound, i64)>,
}

/// A rule that fired.
#[derive(Clone, Debug, PartialEq)]
pub struct Given {
    /// Which one.
    pub rule: &'static AdviceRule,
    /// On what.
    pub subject: Subject,
    /// The days that it looked at; `None` of an event.
    pub span: Option<Span>,
    /// The figures that fired it, then those that are shown with it.
    pub figures: Vec<Seen>,
}

impl Given {
    /// Its name, by which it is kept quiet: an event's has the year.
    pub fn key(&self) -> String {
        let subject = match &self.subject {
            Subject::Shop => "shop".to_owned(),
            Subject::Item(id) => id.clone(),
            Subject::Rating(key) => (*key).to_owned(),
            Subject::Event(key, _, day) => format!("{key}-{}", day.ymd().0),
        };
        format!("{}/{subject}", self.rule.key)
    }
}

/// Everything that the figures advise, by scope and then in the order of the rules; of items the
/// one with the greatest sales first.
pub fn advice(section: &Advice, inputs: &Inputs<'_>) -> Vec<Given> {
    let mut items: BTreeMap<i32, Option<Items>> = BTreeMap::new();
    let mut given = Vec::new();
    for scope in Scope::ALL {
        for rule in advice_rules().filter(|rule| rule.scope == scope) {
            let items = items.entry(rule.days).or_insert_with(|| Items::of(inputs, rule.days));
            for (subject, read) in readings(inputs, rule, items.as_ref()) {
                given.extend(fired(section, inputs, rule, subject, &read));
            }
        }
    }
    given
}

/// Every subject of a rule with its figures.
fn readings<'a>(
    inputs: &'a Inputs<'a>,
    rule: &'static AdviceRule,
    items: Option<&'a Items>,
) -> Vec<(Subject, Read<'a>)> {
    match rule.scope {
        Scope::Shop => {
            shop(inputs, rule.days, items).map(|read| (Subject::Shop, read)).into_iter().collect()
        }
        Scope::Item => {
            let Some(items) = items else { return Vec::new() };
            let mut ids: Vec<&String> = items.ids().collect();
            order::sort_by(&mut ids, |a, b| items.sales(b).cmp(&items.sales(a)));
            ids.into_iter().map(|id| (Subject::Item(id.clone()), items.read(id, inputs))).collect()
        }
        Scope::Rating => RATINGS
            .into_iter()
            .filter_map(|key| Some((Subject::Rating(key), Read::rating(inputs, key, rule.days)?)))
            .collect(),
        Scope::Event => {
            let one = |event: &EventInstance| {
                let day = event.span.from();
                let subject = Subject::Event(event.key.clone(), event.name.clone(), day);
                (subject, Read::event(event.uplift_bp, day - inputs.today))
            };
            inputs.events.iter().map(one).collect()
        }
    }
}

/// The rule on one subject, where all its conditions hold.
fn fired(
    section: &Advice,
    inputs: &Inputs<'_>,
    rule: &'static AdviceRule,
    subject: Subject,
    read: &Read<'_>,
) -> Option<Given> {
    let mut figures: Vec<Seen> = Vec::with_capacity(rule.when.len() + rule.shows.len());
    for cond in rule.when {
        let value = read.value(cond.figure, None)?;
        let limit = section.limit(rule, cond, inputs.ad_cap);
        if !cond.bound.holds(value, limit) {
            return None;
        }
        figures.push(Seen { figure: cond.figure, value, limit: Some((cond.bound, limit)) });
    }
    let line = figures.first().and_then(|seen| seen.limit).map(|(_, limit)| limit);
    for figure in rule.shows {
        if let Some(value) = read.value(*figure, line) {
            figures.push(Seen { figure: *figure, value, limit: None });
        }
    }
    // A sign says nothing to people: the rates beside it do.
    figures.retain(|seen| seen.figure != Figure::Own(Own::RateMoved));
    // A target is held against its month, whatever the rule's days are.
    let is_plan = rule.when.iter().any(|cond| cond.figure == Figure::Own(Own::Attained));
    let span = if is_plan { inputs.plan.map(|plan| plan.span) } else { read.span };
    Some(Given { rule, subject, span, figures })
}
