//! The plans as a table that sorts.

use std::cmp::Ordering;

use leptos::prelude::*;

use crate::base::money::Money;
use crate::base::order;
use crate::base::span::Span;
use crate::facts::items::subject::Subject;
use crate::facts::set::{FactSet, Import};
use crate::i18n::format;
use crate::tools::ads::calc::{Plan, Review};
use crate::tools::ads::model::AdsBy;
use crate::tools::ads::text::{decision, reason};
use crate::tools::ads::view::state::{Page, money, shown, times};
use crate::ui::Section;
use crate::ui::grid::{Cell, CellTone, Column, Grid, Row, RowKind, Sort};

/// The place of the spending among the columns: what the table is sorted by at first.
const SPEND: usize = 6;
/// Columns of words: sorted from their beginning.
const WORDS: [usize; 4] = [0, 1, 12, 13];

/// The table.
#[component]
pub fn Table(page: Page) -> impl IntoView {
    let t = page.t;
    let sort = RwSignal::new((SPEND, false));
    let plans = Memo::new(move |_| {
        let (by, is_up) = sort.get();
        let mut plans = page
            .review
            .with(|review| review.as_ref().map_or(Vec::new(), |review| review.plans.clone()));
        let margin = page.review.with(|review| review.as_ref().and_then(|one| one.margin));
        order::sort_by(&mut plans, |a, b| {
            let order = compared(page, by, a, b, |plan| plan.now.left(margin?));
            if is_up { order } else { order.reverse() }
        });
        plans
    });
    let is_by_plan = Memo::new(move |_| page.section.with(|section| section.by) == AdsBy::Plan);
    let columns = Signal::derive(move || {
        let (by, is_up) = sort.get();
        let sorted = |idx: usize| match (by == idx, is_up) {
            (false, _) => Sort::Able,
            (true, true) => Sort::Up,
            (true, false) => Sort::Down,
        };
        let number = |idx: usize, title: &'static str, unit, width| {
            Column::number(title, unit, width).sorted(sorted(idx))
        };
        let name = if is_by_plan.get() { t.name } else { t.channel };
        vec![
            Column::text(name, 150).grow(3).sorted(sorted(0)),
            Column::text(t.channel, 88).fit().sorted(sorted(1)),
            number(2, t.impressions, t.unit_clicks, 76),
            number(3, t.clicks, t.unit_clicks, 64),
            number(4, t.ctr, "", 64),
            number(5, t.cpc, "", 64),
            number(SPEND, t.spend, "", 76),
            number(7, t.orders, t.unit_orders, 64),
            number(8, t.cvr, "", 72),
            number(9, t.sales, "", 84),
            number(10, t.roi_short, "", 60),
            number(11, t.left, "", 80),
            Column::text(t.advice, 96).fit().sorted(sorted(12)),
            Column::text(t.decision, 96).fit().sorted(sorted(13)),
        ]
    });
    let rows = Signal::derive(move || {
        let review = page.review.get();
        plans.with(|plans| {
            let Some(review) = review else { return Vec::new() };
            plans.iter().enumerate().map(|(idx, plan)| row(page, idx, plan, &review)).collect()
        })
    });
    let on_sort = move |idx: usize| {
        sort.update(|(by, is_up)| {
            (*by, *is_up) = (idx, if *by == idx { !*is_up } else { WORDS.contains(&idx) });
        });
    };
    let on_move = move |(key, _): (i64, usize)| {
        let plan = usize::try_from(key).ok().and_then(|idx| {
            plans.with_untracked(|plans| plans.get(idx).map(|plan| plan.key.clone()))
        });
        if plan.is_some() {
            page.chosen.set(plan);
        }
    };
    let source = move || {
        let span = page.review.with(|one| one.as_ref().map(|one| one.span))?;
        page.facts.with(|facts| {
            let import = source_of(facts, span)?;
            let file = crate::files::header::shown(&import.file);
            Some((t.source)(&file, &format::time_short(&import.at)))
        })
    };
    view! {
        <Section title=t.table note=t.table_note>
            <Grid label=t.table columns rows on_sort on_move />
            <p class="muted small">{source} " " {t.same_money}</p>
        </Section>
    }
}

/// The import that the figures of a period came from: the latest with a day of it.
fn source_of(facts: &FactSet, span: Span) -> Option<&Import> {
    let is_its = |import: &&Import| {
        import.subject.is_some_and(Subject::is_of_ads)
            && Span::new(import.from, import.to).overlap(span).is_some()
    };
    facts.imports.iter().rev().find(is_its)
}

fn compared(
    page: Page,
    by: usize,
    a: &Plan,
    b: &Plan,
    left: impl Fn(&Plan) -> Option<Money>,
) -> Ordering {
    let said = |plan: &Plan| page.noted(&plan.key).decision.map(|one| decision(one, page.locale));
    let advised = |plan: &Plan| plan.advice.map(|one| decision(one.decision, page.locale));
    match by {
        0 => a.name.cmp(&b.name),
        1 => a.channel.cmp(&b.channel),
        2 => a.now.impressions.cmp(&b.now.impressions),
        3 => a.now.clicks.cmp(&b.now.clicks),
        4 => a.now.ctr().cmp(&b.now.ctr()),
        5 => a.now.cpc().cmp(&b.now.cpc()),
        7 => a.now.orders.cmp(&b.now.orders),
        8 => a.now.click_cvr().cmp(&b.now.click_cvr()),
        9 => a.now.sales.cmp(&b.now.sales),
        10 => a.now.roi().cmp(&b.now.roi()),
        11 => left(a).cmp(&left(b)),
        12 => advised(a).cmp(&advised(b)),
        13 => said(a).cmp(&said(b)),
        _ => a.now.spend.cmp(&b.now.spend),
    }
}

fn row(page: Page, idx: usize, plan: &Plan, review: &Review) -> Row {
    let (t, now) = (page.t, plan.now);
    let roi_before = plan.before.and_then(|old| old.roi());
    let roi_note = roi_before.map(|was| (t.was)(&times(was))).unwrap_or_default();
    let is_below = now.roi().zip(review.even_roi()).is_some_and(|(roi, even)| roi < even);
    let roi_tone = if is_below { CellTone::Alert } else { CellTone::Strong };
    let left = review.margin.and_then(|margin| now.left(margin));
    let advice = plan.advice.map_or_else(
        || Cell::new(format::NONE).tone(CellTone::Quiet),
        |one| Cell::new(decision(one.decision, page.locale)).note(reason(one.reason, page.locale)),
    );
    let decided = page.noted(&plan.key).decision;
    let decided = match decided {
        Some(one) => Cell::new(decision(one, page.locale)).tone(CellTone::Strong),
        None => Cell::new(format::NONE).tone(CellTone::Quiet),
    };
    let is_chosen = page.chosen.with(|chosen| chosen.as_ref() == Some(&plan.key));
    Row {
        key: i64::try_from(idx).unwrap_or(i64::MAX),
        kind: if is_chosen { RowKind::Current } else { RowKind::Plain },
        cells: [
            Cell::new(page.name(plan)),
            Cell::new(plan.channel.clone()),
            Cell::new(shown(now.impressions, format::count)),
            Cell::new(shown(now.clicks, format::count)),
            Cell::new(shown(now.ctr(), format::percent)),
            Cell::new(shown(now.cpc(), money)),
            Cell::new(shown(now.spend, format::money_whole)),
            Cell::new(shown(now.orders, format::count)),
            Cell::new(shown(now.click_cvr(), format::percent)),
            Cell::new(shown(now.sales, format::money_whole)),
            Cell::new(shown(now.roi(), times)).tone(roi_tone).note(roi_note),
            Cell::new(shown(left, format::signed_money)),
            advice,
            decided,
        ]
        .into(),
    }
}
