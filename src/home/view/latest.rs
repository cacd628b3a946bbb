//! How the last day went: against its target, beside the days before, and by factor.

use leptos::prelude::*;

use crate::base::money::Money;
use crate::base::span::Span;
use crate::home::calc::result::{DayBar, DayResult, Factors};
use crate::home::calc::strip::{BAR, Column, HEIGHT, STEP, TICK, columns};
use crate::home::text::{amount, reference, share, text};
use crate::i18n::{format, use_locale};
use crate::ui::change::Change;
use crate::ui::{Delta, Tag, Tone};

/// Yesterday, or the last day with a value.
#[component]
pub fn Latest(latest: Option<DayResult>, bars: Vec<DayBar>, is_sales: bool) -> impl IntoView {
    let locale = use_locale();
    let t = text(locale);
    let title = match &latest {
        Some(latest) if !latest.is_yesterday => (t.latest)(&format::day_medium(latest.day, locale)),
        _ => t.yesterday.to_owned(),
    };
    view! {
        <section class="today-part" aria-labelledby="today-latest">
            <h2 id="today-latest">{title}</h2>
            {match latest {
                None => view! { <p class="muted">{t.no_actual}</p> }.into_any(),
                Some(latest) => {
                    view! {
                        <Verdict latest=latest.clone() is_sales />
                        <Strip bars is_sales />
                        {latest.factors.map(|factors| view! { <FactorTable latest factors /> })}
                    }
                        .into_any()
                }
            }}
        </section>
    }
}

/// The number, whether it met its target, and the target.
#[component]
fn Verdict(latest: DayResult, is_sales: bool) -> impl IntoView {
    let locale = use_locale();
    let t = text(locale);
    let exact = match is_sales {
        true => format::money(Money::from_fen_clamped(latest.actual)),
        false => amount(latest.actual, is_sales, locale),
    };
    let attained = share(latest.attainment());
    let verdict = latest.is_met().map(|is_met| match is_met {
        true => (Tone::Done, (t.met)(&attained)),
        false => (Tone::Alert, (t.missed)(&attained)),
    });
    let target = latest.target.map(|target| (t.target_is)(&amount(target, is_sales, locale)));
    view! {
        <p class="today-verdict">
            <span class="today-big">{exact}</span>
            {verdict.map(|(tone, words)| view! { <Tag tone>{words}</Tag> })}
            <span class="muted">{target}</span>
        </p>
    }
}

/// The last days as bars with their targets as ticks; a table says the same.
#[component]
fn Strip(bars: Vec<DayBar>, is_sales: bool) -> impl IntoView {
    let locale = use_locale();
    let t = text(locale);
    let columns = columns(&bars);
    let both = || bars.iter().filter_map(|bar| Some((bar.actual?, bar.target?)));
    let n_met = both().filter(|(actual, target)| target <= actual).count();
    let span = bars.first().zip(bars.last()).map(|(from, to)| Span::new(from.day, to.day));
    let span = span.map_or_else(String::new, |span| format::span_short(span, locale));
    let label = (t.strip)(&span, n_met, both().count());
    let view_box = format!("0 0 {} {HEIGHT}", columns.len() as i64 * STEP);
    let name = move |column: &Column| {
        let words = column.is_named.then(|| format::day_short(column.day, locale));
        view! { <span data-last=column.is_last.then_some("")>{words}</span> }
    };
    let or_none = move |value: Option<i64>| {
        value.map_or_else(|| format::NONE.to_owned(), |value| amount(value, is_sales, locale))
    };
    let row = move |bar: &DayBar| {
        view! {
            <tr>
                <th scope="row">{format::day_medium(bar.day, locale)}</th>
                <td>{or_none(bar.actual)}</td>
                <td>{or_none(bar.target)}</td>
            </tr>
        }
    };
    view! {
        <figure class="today-strip">
            <svg viewBox=view_box preserveAspectRatio="none" role="img" aria-label=label>
                {columns.iter().map(bar_of).collect_view()}
                {columns.iter().filter_map(tick_of).collect_view()}
            </svg>
            <div class="today-strip-days" aria-hidden="true">
                {columns.iter().map(name).collect_view()}
            </div>
            <div class="visually-hidden">
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{t.day}</th>
                            <th scope="col">{t.actual}</th>
                            <th scope="col">{t.target_head}</th>
                        </tr>
                    </thead>
                    <tbody>{bars.iter().map(row).collect_view()}</tbody>
                </table>
            </div>
        </figure>
    }
}

fn bar_of(column: &Column) -> impl IntoView + use<> {
    let class = if column.is_last { "today-bar today-bar-last" } else { "today-bar" };
    let y = HEIGHT - column.height;
    view! { <rect class=class x=column.x y=y width=BAR height=column.height></rect> }
}

fn tick_of(column: &Column) -> Option<impl IntoView + use<>> {
    let (x, y) = (column.x - (STEP - BAR) / 2, column.tick?);
    Some(view! { <rect class="today-tick" x=x y=y width=STEP height=TICK></rect> })
}

/// A factor: its name, as it was, as the target counts on it, what it brought or cost.
type Row = (&'static str, String, String, Option<Change>);

/// Visitors, conversion and order value, and what each brought or cost; exact to the 分.
#[component]
fn FactorTable(latest: DayResult, factors: Factors) -> impl IntoView {
    let locale = use_locale();
    let t = text(locale);
    let or_none = |value: Option<String>| value.unwrap_or_else(|| format::NONE.to_owned());
    let (was, should, causes) = (factors.actual, factors.target, factors.causes);
    let effect = |fen: Option<i64>| fen.map(|fen| Change::money(Money::from_fen_clamped(fen)));
    let rows = [
        (
            t.visitors,
            format::count(was.visitors),
            or_none(should.map(|rates| format::count(rates.visitors))),
            effect(causes.map(|causes| causes.visitors)),
        ),
        (
            t.cvr,
            or_none(was.cvr.map(format::percent)),
            or_none(should.and_then(|rates| rates.cvr).map(format::percent)),
            effect(causes.map(|causes| causes.cvr)),
        ),
        (
            t.aov,
            or_none(was.aov.map(format::money)),
            or_none(should.and_then(|rates| rates.aov).map(format::money)),
            effect(causes.map(|causes| causes.aov)),
        ),
        (
            t.total,
            amount(latest.actual, true, locale),
            or_none(latest.target.map(|target| amount(target, true, locale))),
            effect(latest.target.map(|target| latest.actual - target)),
        ),
    ];
    let last = rows.len() - 1;
    let row = |(idx, (name, was, should, change)): (usize, Row)| {
        view! {
            <tr data-kind=(idx == last).then_some("total")>
                <th scope="row">{name}</th>
                <td data-align="end">{was}</td>
                <td data-align="end">{should}</td>
                <td data-align="end">
                    <Delta change=Signal::stored(change) />
                </td>
            </tr>
        }
    };
    let note = match factors.reference.filter(|_| causes.is_some()) {
        Some(of) => reference(of, locale),
        None => t.no_effect.to_owned(),
    };
    view! {
        <div class="table-scroll" role="group" tabindex="0" aria-label=t.factor>
            <table class="table today-factors">
                <thead>
                    <tr>
                        <th scope="col">{t.factor}</th>
                        <th scope="col" data-align="end">{t.actual}</th>
                        <th scope="col" data-align="end">{t.target_head}</th>
                        <th scope="col" data-align="end">{t.effect}</th>
                    </tr>
                </thead>
                <tbody>{rows.into_iter().enumerate().map(row).collect_view()}</tbody>
            </table>
        </div>
        <p class="small muted">{note}</p>
    }
}
