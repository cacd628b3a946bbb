//! Target and actual along the days, weeks or months that are looked at.

use leptos::prelude::*;

use crate::base::locale::Locale;
use crate::base::money::Money;
use crate::base::span::Span;
use crate::chart::combo::{Axis, Band, ComboChart, Labels, Slot};
use crate::i18n::{format, use_locale};
use crate::knowledge::events::EventInstance;
use crate::tools::goals::calc::page::curve::{Curve, curve, touched};
use crate::tools::goals::calc::page::progress::{Verdict, progress, verdict};
use crate::tools::goals::calc::page::table::PeriodRow;
use crate::tools::goals::model::{CellKey, GoalUnit};
use crate::tools::goals::text::{names, parts, text};
use crate::tools::goals::view::rows::change_of;
use crate::tools::goals::view::state::{Level, Page};
use crate::ui::{ComboFigure, Delta, Section};

/// The chart of what is looked at, under the sentence that says what it shows.
#[component]
pub fn GoalChart(page: Page) -> impl IntoView {
    let locale = use_locale();
    let (t, p) = (text(locale), parts::text(locale));
    let chart = Signal::derive(move || {
        let keys = keys(page);
        let curve = page.later.with(|table| table.as_ref().map(|table| curve(table, &keys)));
        let Some(curve) = curve else { return ComboChart::default() };
        let bands = match page.level.get() {
            Level::Month => bands(&curve, &page.events.read(), locale),
            Level::Year | Level::Week => Vec::new(),
        };
        ComboChart { bands, ..figure(page, &curve, locale) }
    });
    let state = Memo::new(move |_| {
        let span = span(page);
        page.later.with(|table| progress(table.as_ref()?, span).map(|progress| progress.state))
    });
    let name = move || match page.level.get() {
        Level::Month => format::month_name(page.month.get(), locale),
        Level::Year | Level::Week => t.year_whole.to_owned(),
    };
    let summary = Signal::derive(move || {
        let unit = page.unit();
        let amount = |value| names::amount(value, unit, locale);
        let none = || t.none.to_owned();
        state.get().map_or_else(String::new, |state| {
            let gap = state.gap().map_or_else(none, |gap| names::signed(gap, unit, locale));
            let actual = state.actual.map_or_else(none, amount);
            (t.chart_summary)(&name(), &amount(state.target), &actual, &gap)
        })
    });
    let sentence = Memo::new(move |_| state.get().map(|state| verdict(&state)));
    let title = Signal::derive(move || (t.chart_title)(&name()));
    let file_name =
        Signal::derive(move || format!("{}-{}", (p.file_name)(page.year.get()), page.month.get()));
    let unit = Memo::new(move |_| page.unit());
    view! {
        <Section title more=move || view! { <VerdictLine page sentence /> }>
            {move || {
                let amount = writer(unit.get(), locale);
                view! { <ComboFigure chart summary amount file_name /> }
            }}
        </Section>
    }
}

/// The finding: ahead or behind, by how much, and what the days left carry.
#[component]
fn VerdictLine(page: Page, sentence: Memo<Option<Verdict>>) -> impl IntoView {
    let t = text(use_locale());
    let gap = move || match sentence.get() {
        Some(Verdict::Over { gap, .. } | Verdict::Running { gap, .. }) => Some(gap),
        _ => None,
    };
    let before = move || match gap() {
        None => t.no_actuals,
        Some(0) => t.on_plan,
        Some(gap) if gap < 0 => t.behind_by,
        Some(_) => t.ahead_by,
    };
    let change = Signal::derive(move || {
        gap().filter(|gap| *gap != 0).map(|gap| change_of(gap, page.unit()))
    });
    let after = move || match sentence.get() {
        Some(Verdict::Over { attainment, .. }) => (t.over)(&names::share(attainment)),
        Some(Verdict::Running { n_left, share_left, .. }) => {
            let share = share_left.map_or_else(|| t.none.to_owned(), format::percent1);
            (t.n_left)(n_left, &share)
        }
        _ => String::new(),
    };
    view! {
        <p class="goals-note">
            {before}
            " "
            <Delta change />
            {after}
        </p>
    }
}

/// The periods along the chart.
fn keys(page: Page) -> Vec<CellKey> {
    let (cut, year) = (page.cut.get(), page.year.get());
    match page.level.get() {
        Level::Month => span(page).days().map(CellKey::Day).collect(),
        Level::Year => cut.months(year).map(CellKey::Month).to_vec(),
        Level::Week => {
            let weeks = cut.weeks(cut.year(year));
            weeks.into_iter().map(|week| CellKey::Week(cut.week_of(week.from()))).collect()
        }
    }
}

/// The days that the chart covers.
fn span(page: Page) -> Span {
    match page.level.get() {
        Level::Month => {
            let month = page.month.get();
            Span::new(month.first(), month.last())
        }
        Level::Year | Level::Week => page.cut.get().year(page.year.get()),
    }
}

fn figure(page: Page, curve: &Curve, locale: Locale) -> ComboChart {
    let (t, unit) = (text(locale), page.unit());
    let compact = |value: i64| names::compact(value, unit, locale);
    let forecast = curve.forecast.last().map(|end| [end.low, end.mid, end.high]);
    let (divisor, axis_unit) = names::axis(unit, locale);
    let axis = |caption: fn(&str) -> String| Axis { divisor, caption: caption(axis_unit) };
    let target: i64 = curve.rows.iter().map(|row| row.target).sum();
    let actual: Option<i64> = curve.rows.iter().filter_map(|row| row.actual).reduce(|a, b| a + b);
    ComboChart {
        slots: curve
            .rows
            .iter()
            .enumerate()
            .map(|(idx, row)| slot(page, curve, idx, row, locale))
            .collect(),
        bands: Vec::new(),
        forecast,
        left: axis(t.axis_each),
        right: axis(t.axis_sum),
        labels: Labels {
            actual: actual.map_or_else(String::new, |actual| (t.end_actual)(&compact(actual))),
            target: (t.end_target)(&compact(target)),
            forecast: forecast.map_or_else(String::new, |[low, _, high]| {
                (t.end_forecast)(&compact(low), &compact(high))
            }),
        },
    }
}

fn slot(page: Page, curve: &Curve, idx: usize, row: &PeriodRow, locale: Locale) -> Slot {
    let (year, cut) = (page.year.get(), page.cut.get());
    Slot {
        tick: names::tick(row.key, locale),
        name: names::period_long(row.key, year, cut, locale),
        actual: row.actual,
        target: row.target,
        is_locked: row.is_locked(),
        is_past: idx < curve.n_past,
        is_current: row.span.contains(page.today),
    }
}

fn bands(curve: &Curve, events: &[EventInstance], locale: Locale) -> Vec<Band> {
    events
        .iter()
        .filter_map(|event| {
            let (from, to) = touched(&curve.rows, event.span)?;
            Some(Band { from, to, name: names::event(&event.name, locale).to_owned() })
        })
        .collect()
}

/// How the chart writes an amount with its unit.
fn writer(unit: GoalUnit, locale: Locale) -> fn(i64) -> String {
    match (unit, locale) {
        (GoalUnit::Sales, _) => |value| format::money(Money::from_fen_clamped(value)),
        (GoalUnit::Units, Locale::Zh) => |value| names::amount(value, GoalUnit::Units, Locale::Zh),
        (GoalUnit::Units, Locale::En) => |value| names::amount(value, GoalUnit::Units, Locale::En),
    }
}
