//! What a file would change: restated cells, and totals before and after.

use std::sync::Arc;

use leptos::prelude::*;

use crate::base::locale::Locale;
use crate::base::span::Span;
use crate::facts::merge::{ImportPreview, Of, TotalChange};
use crate::facts::metric::Unit;
use crate::facts::set::{Restated, Sum};
use crate::i18n::format::{NONE, day_numeric};
use crate::i18n::metric::{difference, name_of, value};
use crate::i18n::use_locale;
use crate::tools::import::calc::{headline_first, n_rows};
use crate::tools::import::text::{text, thing};
use crate::ui::change::Change;
use crate::ui::{Button, ButtonKind, Delta, Section};

/// How many rows are shown before all are asked for.
const N_FIRST: usize = 5;
/// How many are shown at most: more than anybody reads.
const N_MOST: usize = 1_000;

/// The cells that say something else than before.
#[component]
pub fn RestatedTable(
    /// What the file would change.
    preview: Arc<ImportPreview>,
) -> impl IntoView {
    let locale = use_locale();
    let t = text(locale);
    let is_all = RwSignal::new(false);
    let (of, n_cells) = (preview.of, preview.restated.len());
    let note = match n_cells {
        0 => String::new(),
        _ if of != Of::Shop => (t.restated_items)(n_cells, n_rows(&preview.restated)),
        _ => (t.restated_note)(n_cells, n_rows(&preview.restated)),
    };
    let more = move || {
        let words = move || {
            if is_all.get() { t.fewer_cells.to_owned() } else { (t.all_cells)(n_cells) }
        };
        (n_cells > N_FIRST).then(|| {
            view! {
                <Button kind=ButtonKind::Link on_press=move |()| is_all.update(|all| *all = !*all)>
                    {words}
                </Button>
            }
        })
    };
    let rows = move || {
        let n_shown = if is_all.get() { N_MOST } else { N_FIRST };
        let is_one_year = preview.span.is_some_and(is_one_year);
        let cells = preview.restated.iter().take(n_shown);
        cells.map(|cell| restated_row(of, cell, is_one_year, locale)).collect_view()
    };
    let not_listed = move || {
        (is_all.get() && n_cells > N_MOST)
            .then(|| view! { <p class="small muted">{(t.rows_more)(n_cells - N_MOST)}</p> })
    };
    let table = view! {
        <div class="table-scroll" role="group" tabindex="0" aria-label=t.restated>
            <table class="table">
                <thead>
                    <tr>
                        <th>{t.day}</th>
                        {matches!(of, Of::Each(_)).then(|| view! { <th>{thing(of, locale)}</th> })}
                        <th>{t.metric}</th>
                        <th data-align="end">{t.old}</th>
                        <th data-align="end">{t.new}</th>
                        <th data-align="end">{t.difference}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    };
    view! {
        <Section title=t.restated note more>
            {match n_cells {
                0 => view! { <p class="small muted">{t.restated_none}</p> }.into_any(),
                _ => table.into_any(),
            }}
            {not_listed}
        </Section>
    }
}

fn unit_of(of: Of, key: &str) -> Unit {
    of.metric(key).map_or(Unit::Count, |metric| metric.unit)
}

/// What a metric is called; a key that is not known is shown as it is.
fn name(of: Of, key: &str, locale: Locale) -> String {
    of.metric(key).map_or(key, |metric| name_of(metric, locale)).to_owned()
}

fn shown(amount: Option<i64>, unit: Unit) -> String {
    amount.map_or_else(|| NONE.to_owned(), |amount| value(amount, unit))
}

fn change(before: Option<i64>, after: Option<i64>, unit: Unit, locale: Locale) -> Option<Change> {
    let by = after?.saturating_sub(before?);
    Some(Change { direction: by.cmp(&0), text: difference(by, unit, locale) })
}

/// Whether days can be told by month and day.
fn is_one_year(span: Span) -> bool {
    span.from().ymd().0 == span.to().ymd().0
}

fn restated_row(
    of: Of,
    cell: &Restated,
    is_one_year: bool,
    locale: Locale,
) -> impl IntoView + use<> {
    let day = if is_one_year { day_numeric(cell.day) } else { cell.day.to_string() };
    let unit = unit_of(of, &cell.metric);
    let name = name(of, &cell.metric, locale);
    let item = matches!(of, Of::Each(_)).then(|| cell.item.clone());
    view! {
        <tr>
            <th scope="row" class="nowrap">{day}</th>
            {item.map(|item| view! { <td class="nowrap">{item}</td> })}
            <td>{name}</td>
            <td data-align="end"><s>{shown(cell.old, unit)}</s></td>
            <td data-align="end"><b>{shown(cell.new, unit)}</b></td>
            <td data-align="end">
                <Delta change=change(cell.old, cell.new, unit, locale) />
            </td>
        </tr>
    }
}

/// Totals over the file's days, before and after.
#[component]
pub fn TotalsTable(
    /// What the file would change.
    preview: Arc<ImportPreview>,
) -> impl IntoView {
    let locale = use_locale();
    let t = text(locale);
    let is_all = RwSignal::new(false);
    let (of, totals) = (preview.of, headline_first(&preview.totals));
    let n_totals = totals.len();
    let period = preview.span.map(|span| format!("{} – {}", span.from(), span.to()));
    let more = move || {
        let words = move || {
            if is_all.get() { t.fewer_cells.to_owned() } else { (t.totals_more)(n_totals) }
        };
        (n_totals > N_FIRST).then(|| {
            view! {
                <Button kind=ButtonKind::Link on_press=move |()| is_all.update(|all| *all = !*all)>
                    {words}
                </Button>
            }
        })
    };
    let rows = move || {
        let n_shown = if is_all.get() { n_totals } else { N_FIRST };
        totals.iter().take(n_shown).map(|total| total_row(of, total, locale)).collect_view()
    };
    view! {
        <Section title=t.totals more>
            <div class="table-scroll" role="group" tabindex="0" aria-label=t.totals>
                <table class="table">
                    <thead>
                        <tr>
                            <th>{period}</th>
                            <th data-align="end">{t.before}</th>
                            <th data-align="end">{t.after}</th>
                            <th data-align="end">{t.difference}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </Section>
    }
}

fn total_row(of: Of, total: &TotalChange, locale: Locale) -> impl IntoView + use<> {
    let t = text(locale);
    let unit = unit_of(of, total.metric);
    let name = (t.with_unit)(&name(of, total.metric, locale), unit);
    let (before, after) = (total.before, total.after);
    let by = match before.total {
        None => view! { {t.is_new} }.into_any(),
        Some(_) => {
            view! { <Delta change=change(before.total, after.total, unit, locale) /> }.into_any()
        }
    };
    let days = move |sum: Sum| {
        // A sum of a part of the days says so.
        (0 < sum.n_days && sum.n_days < sum.of_days).then(|| {
            view! { <small class="import-part">{(t.partial)(sum.n_days, sum.of_days)}</small> }
        })
    };
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td data-align="end">{days(before)} " " {shown(before.total, unit)}</td>
            <td data-align="end">{days(after)} " " <b>{shown(after.total, unit)}</b></td>
            <td data-align="end">{by}</td>
        </tr>
    }
}
