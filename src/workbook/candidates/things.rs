//! What the rules see in the calendar, of the competitors and in the decision factors.

use crate::base::day::Day;
use crate::base::id::Id;
use crate::base::link::{Link, LinkKind};
use crate::base::locale::Locale;
use crate::base::span::Span;
use crate::knowledge::factors::shown_name;
use crate::knowledge::swot_rules::{Candidate, Figure, Probe, SwotRule};
use crate::tools::journey::model::Factor;
use crate::tools::rivals::calc::series::{Series, all_series};
use crate::workbook::Workbook;
use crate::workbook::candidates::{change_bp, of_shop};

/// From this importance on a factor counts for the rules.
const IMPORTANT: u8 = 4;

/// The events whose day is within `limit` days.
pub fn events(
    workbook: &Workbook,
    rule: &'static SwotRule,
    limit: i64,
    today: Day,
    found: &mut Vec<Candidate>,
) {
    let days = i32::try_from(limit.clamp(1, 366)).unwrap_or(366);
    for event in workbook.events(Span::new(today, today + days)) {
        if event.anchor < today || today + days < event.anchor {
            continue;
        }
        let figures = vec![
            Figure::Name(event.name.zh.clone(), event.name.en.clone()),
            Figure::Count((event.anchor - today).into()),
            Figure::Day(event.anchor),
            Figure::Times(event.uplift_bp.into()),
        ];
        let (year, _, _) = event.anchor.ymd();
        let key = format!("{}/{}/{year}", rule.key, event.key);
        found.push(Candidate { key, ..of_shop(rule, figures) });
    }
}

/// The last two observations of what competitors charge or sell: at least `limit` up, or down
/// where it is negative.
pub fn rivals(
    workbook: &Workbook,
    rule: &'static SwotRule,
    what: &str,
    limit: i64,
    found: &mut Vec<Candidate>,
) {
    let keys: &[&str] = if what == "price" { &["price", "final_price"] } else { &["units"] };
    for rival in &workbook.rivals.rivals {
        for series in all_series(rival) {
            if !keys.contains(&series.attribute.as_str()) {
                continue;
            }
            if let Some(one) = rival_change(rule, rival.id, &rival.name, &series, limit) {
                found.push(one);
            }
        }
    }
}

fn rival_change(
    rule: &'static SwotRule,
    rival: Id,
    name: &str,
    series: &Series,
    limit: i64,
) -> Option<Candidate> {
    let [.., before, last] = series.points.as_slice() else { return None };
    let (old, new) = (before.number?, last.number?);
    let change = change_bp(old, new)?;
    if if limit < 0 { limit < change } else { change < limit.max(1) } {
        return None;
    }
    let number = |value| match series.attribute.as_str() {
        "units" => Figure::Count(value),
        _ => Figure::Money(value),
    };
    let what = series.product_name.clone().unwrap_or_else(|| name.to_owned());
    let figures = vec![
        Figure::Name(name.to_owned(), name.to_owned()),
        Figure::Name(what.clone(), what),
        number(old),
        number(new),
        Figure::Percent(change.abs()),
        Figure::Day(last.day),
    ];
    let product = series.product.map(|id| format!("/{id}")).unwrap_or_default();
    let key = format!("{}/{rival}{product}/{}/{}", rule.key, series.attribute, last.day);
    let about = Some(Link::new(LinkKind::Rival, rival));
    Some(Candidate { key, about, day: Some(last.day), ..of_shop(rule, figures) })
}

/// The factors that customers weigh high, against how well we and competitors do them.
pub fn factors(
    workbook: &Workbook,
    rule: &'static SwotRule,
    limit: i64,
    found: &mut Vec<Candidate>,
) {
    for factor in &workbook.journey.factors {
        let Some(importance) = importance(factor).filter(|one| IMPORTANT <= *one) else { continue };
        let Some(own) = factor.own else { continue };
        let best = factor.rivals.iter().map(|score| score.value).max();
        let (last, difference) = match (rule.probe, best) {
            (Probe::FactorGap, _) => {
                let gap = i64::from(importance) - i64::from(own);
                (gap, gap)
            }
            (Probe::FactorLead, Some(best)) => (i64::from(best), i64::from(own) - i64::from(best)),
            (Probe::FactorBehind, Some(best)) => {
                (i64::from(best), i64::from(best) - i64::from(own))
            }
            _ => continue,
        };
        if difference < limit.max(1) {
            continue;
        }
        let name = |locale| shown_name(factor.template.as_deref(), &factor.name, locale).to_owned();
        let figures = vec![
            Figure::Name(name(Locale::Zh), name(Locale::En)),
            Figure::Count(importance.into()),
            Figure::Count(own.into()),
            Figure::Count(last),
        ];
        let key = format!("{}/{}", rule.key, factor.id);
        let about = Some(Link::new(LinkKind::Factor, factor.id));
        found.push(Candidate { key, about, ..of_shop(rule, figures) });
    }
}

/// How important a factor is: to customers as a whole, or else to the persona that weighs it
/// highest.
fn importance(factor: &Factor) -> Option<u8> {
    factor.importance.or_else(|| factor.personas.iter().map(|score| score.value).max())
}
