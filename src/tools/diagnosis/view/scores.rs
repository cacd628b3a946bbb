//! How many five-star ratings the scores are short of (T-85), and those who ask (T-88).

use leptos::prelude::*;

use crate::facts::measure::{Grade, Measure};
use crate::i18n::{format, measure};
use crate::knowledge::metrics::measure as measure_of;
use crate::tools::diagnosis::calc::ratings::{Score, Scores as Found, scores};
use crate::tools::diagnosis::calc::worth::inquiry;
use crate::tools::diagnosis::edit::DiagnosisEdit;
use crate::tools::diagnosis::text::checks::text;
use crate::tools::diagnosis::view::state::{Page, money, ratio};
use crate::tools::diagnosis::view::why::TaskButton;
use crate::ui::change::Change;
use crate::ui::{CountField, Delta, Section};

/// The scores of the period.
#[component]
pub fn Scores(page: Page) -> impl IntoView {
    let c = text(page.locale);
    let found = page.store.select(move |wb| {
        let span = page.span.get()?;
        let typed = wb.diagnosis.n_ratings;
        Some(scores(&wb.facts, span, typed, &|of, limit| wb.limit(of, limit)))
    });
    let imported = page.store.select(move |wb| {
        let span = page.span.get()?;
        scores(&wb.facts, span, None, &|of, limit| wb.limit(of, limit)).n
    });
    let typed = Signal::derive(move || page.section.with(|section| section.n_ratings));
    let help = Signal::derive(move || match imported.get() {
        Some(n) => (c.n_help)(&format::count(n)),
        None => c.n_unknown.to_owned(),
    });
    let commit = move |to: Option<i64>| {
        page.edit(DiagnosisEdit::Ratings(to));
    };
    let table = move || {
        let found = found.get().filter(|found| !found.scores.is_empty());
        match found {
            Some(found) => table(page, &found).into_any(),
            None => view! { <p class="muted">{c.scores_none}</p> }.into_any(),
        }
    };
    view! {
        <Section title=c.scores note=c.scores_note>
            {table}
            <div class="diagnosis-field">
                <CountField label=c.n_ratings help value=typed on_commit=commit />
            </div>
            <p class="muted small">{c.scores_how}</p>
        </Section>
    }
}

/// A score as the pages of the trade show it: two places, cut off, so that 4.799 is not 4.80.
fn stars(at: i64) -> String {
    format!("{}.{:02}", at / 100_000, at % 100_000 / 1_000)
}

fn table(page: Page, found: &Found) -> impl IntoView + use<> {
    let c = text(page.locale);
    let rows: Vec<_> = found
        .scores
        .iter()
        .enumerate()
        .filter_map(|(idx, one)| {
            let of = measure_of(one.key)?;
            Some(row(page, &of, one, found.weakest == Some(idx)))
        })
        .collect();
    view! {
        <div class="table-scroll" role="group" tabindex="0" aria-label=c.scores>
            <table class="table diagnosis-health">
                <thead>
                    <tr>
                        <th scope="col">{c.score}</th>
                        <th scope="col" data-align="end">{c.at}</th>
                        <th scope="col" data-align="end">{c.goal}</th>
                        <th scope="col" data-align="end">{c.to_goal}</th>
                        <th scope="col" data-align="end">{c.to_next}</th>
                        <th scope="col">
                            <span class="visually-hidden">{page.t.make_task}</span>
                        </th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn row(page: Page, of: &Measure, one: &Score, is_weakest: bool) -> impl IntoView + use<> {
    let c = text(page.locale);
    let name = measure::name(of, page.locale).to_owned();
    let none = || format::NONE.to_owned();
    let to_goal = match (one.goal, one.to_goal) {
        (Some(goal), _) if goal <= one.at => c.reached.to_owned(),
        (_, Some(n)) => (c.ratings_unit)(&format::count(n)),
        _ => none(),
    };
    let tenth = |tenth: i64| format!("{}.{}", tenth / 10, tenth % 10);
    let to_next =
        one.to_next.map_or_else(none, |(next, n)| (c.next)(&tenth(next), &format::count(n)));
    let goal = one.goal.filter(|goal| one.at < *goal);
    let task = goal.map(|goal| (c.score_task)(&name, &stars(one.at), &stars(goal)));
    // The mean of many moves by hundredths: they are what is shown of its change.
    let moved = one.at / 1_000 - one.was / 1_000;
    let sign = if moved < 0 { "−" } else { "+" };
    let change = (moved != 0)
        .then(|| Change { direction: moved.cmp(&0), text: format!("{sign}0.{:02}", moved.abs()) });
    view! {
        <tr>
            <th scope="row" data-wrap="">
                {name}
                {is_weakest.then(|| view! { <span class="diagnosis-doubt">{c.weakest}</span> })}
            </th>
            <td data-align="end">{stars(one.at)} " " <Delta change=Signal::stored(change) /></td>
            <td data-align="end">{one.goal.map_or_else(none, stars)}</td>
            <td data-align="end">{to_goal}</td>
            <td data-align="end">{to_next}</td>
            <td>{task.map(|title| view! { <TaskButton page title product=None /> })}</td>
        </tr>
    }
}

/// Those who ask and buy.
#[component]
pub fn Inquiries(page: Page) -> impl IntoView {
    let c = text(page.locale);
    let found = page.store.select(move |wb| {
        let span = page.span.get()?;
        let of = measure_of("inquiry_cvr")?;
        let pass = of.limits.iter().find(|limit| limit.grade == Grade::Pass);
        let limit = pass.and_then(|limit| wb.limit(&of, limit))?;
        Some((inquiry(&wb.facts, span, limit, page.bar().z)?, limit))
    });
    let said = move || {
        let Some((one, limit)) = found.get() else {
            return view! { <p class="muted">{c.inquiry_none}</p> }.into_any();
        };
        let percent = |rate: f64| format::percent1(ratio((rate * 10_000.0).round() as i64));
        let sure = page.section.with(|section| format::percent0(section.confidence));
        let rate = percent(one.hits.rate());
        let figures = [
            format::count(one.hits.of),
            format::count(one.hits.hits),
            rate.clone(),
            sure,
            percent(one.between.0),
            percent(one.between.1),
        ];
        let is = (c.inquiry_is)(&figures.each_ref().map(String::as_str));
        let limit = format::percent1(ratio(limit));
        let is_short = 0 < one.short;
        let next = if is_short {
            let worth =
                one.worth.map_or(format::NONE.to_owned(), |fen| format::money_whole(money(fen)));
            (c.inquiry_short)(&limit, &format::count(one.short), &worth)
        } else {
            (c.inquiry_kept)(&limit)
        };
        let task = is_short.then(|| (c.inquiry_task)(&rate, &limit));
        view! {
            <p>{is}</p>
            <p>{next}</p>
            <p class="row">
                {task.map(|title| view! { <TaskButton page title product=None /> })}
            </p>
        }
        .into_any()
    };
    view! {
        <Section title=c.inquiry note=c.inquiry_note>
            {said}
        </Section>
    }
}
