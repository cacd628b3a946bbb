//! The waterfall of the three factors, their figures, and how they are calculated.

use leptos::prelude::*;

use crate::base::locale::Locale;
use crate::chart::spans::{Span, SpanChart, SpanRow, Tone};
use crate::i18n::format;
use crate::tools::diagnosis::calc::findings::Factor;
use crate::tools::diagnosis::calc::sure::Sure;
use crate::tools::diagnosis::calc::verdict::Verdict;
use crate::tools::diagnosis::model::Basis;
use crate::tools::diagnosis::text::{doubt, factor};
use crate::tools::diagnosis::view::state::{Page, figure, money, ratio};
use crate::ui::change::Change;
use crate::ui::{Delta, Section, SpanFigure};

/// The waterfall and what stands under it.
#[component]
pub fn Chart(page: Page) -> impl IntoView {
    let t = page.t;
    let chart = Memo::new(move |_| {
        page.verdict.get().map_or_else(SpanChart::default, |verdict| waterfall(page, &verdict))
    });
    let summary = Signal::derive(move || {
        page.verdict.get().map_or(String::new(), |verdict| {
            let amount = |fen: i64| format::money(money(fen));
            let parts = parts_said(page, verdict.causes.parts());
            (t.chart_says)(&amount(verdict.base.sales), &amount(verdict.now.sales), &parts)
        })
    });
    let factors = move || page.verdict.get().map(|verdict| factors(page, &verdict));
    let how = move || page.verdict.get().map(|verdict| how(page, &verdict));
    view! {
        <Section title=t.chart note=t.chart_note>
            <div class="diagnosis-chart">
                <SpanFigure chart summary file_name=Signal::stored(t.file_name.to_owned()) />
            </div>
            {factors}
            <details class="diagnosis-how">
                <summary>{t.how}</summary>
                {how}
            </details>
        </Section>
    }
}

fn parts_said(page: Page, parts: [i64; 3]) -> String {
    let one = |(one, part): (Factor, i64)| {
        let amount = format::signed_money_exact(money(part));
        format!("{} {amount}", factor(one, page.locale))
    };
    let said: Vec<String> = Factor::ALL.into_iter().zip(parts).map(one).collect();
    said.join(page.t.comma)
}

/// The amounts of an axis are in yuan, from a hundred thousand on in 万 or K.
pub(super) fn axis(most: i64, page: Page) -> (i64, &'static str) {
    match page.locale {
        _ if most < 10_000_000 => (100, page.t.yuan),
        Locale::Zh => (1_000_000, page.t.many_yuan),
        Locale::En => (100_000, page.t.many_yuan),
    }
}

/// Where an axis begins whose values are all high: at one digit, not above nine tenths of the
/// lowest; at nothing where that is less than half of the highest.
pub(super) fn start(low: i64, high: i64) -> i64 {
    if low <= 0 || low < high / 2 {
        return 0;
    }
    let most = low / 10 * 9;
    let unit = 10_i64.pow(most.max(1).ilog10());
    most / unit * unit
}

fn waterfall(page: Page, verdict: &Verdict) -> SpanChart {
    let t = page.t;
    let (base, now) = (verdict.base.sales, verdict.now.sales);
    let mut levels = vec![base];
    for part in verdict.causes.parts() {
        levels.push(levels[levels.len() - 1].saturating_add(part));
    }
    let low = levels.iter().copied().min().unwrap_or(0);
    let high = levels.iter().copied().max().unwrap_or(0);
    let from = start(low, high);
    let (divisor, unit) = axis(high, page);
    let compact = |fen: i64| format::money_compact(money(fen), page.locale);
    let row = |name: String, (a, b): (i64, i64), tone: Tone, words: String| SpanRow {
        name,
        spans: vec![Span { from: a, to: b, tone }],
        words,
        cells: vec![
            if tone == Tone::Sum {
                format::money(money(b))
            } else {
                format::signed_money_exact(money(b.saturating_sub(a)))
            },
            format::money(money(b)),
        ],
    };
    let mut rows = vec![row(page.other(verdict), (from, base), Tone::Sum, compact(base))];
    for (idx, one) in Factor::ALL.into_iter().enumerate() {
        let (a, b) = (levels[idx], levels[idx + 1]);
        let tone = if b < a { Tone::Less } else { Tone::More };
        let change = Change::money(money(b - a));
        let words = format!("{} {}", change.arrow(), signed_compact(b - a, page.locale));
        rows.push(row(factor(one, page.locale).to_owned(), (a, b), tone, words));
    }
    rows.push(row(page.days(verdict.span), (from, now), Tone::Sum, compact(now)));
    let caption = if from == 0 { unit.to_owned() } else { (t.axis_from)(unit, &compact(from)) };
    let heads = [t.head_step, t.head_amount, t.head_then].map(str::to_owned).to_vec();
    SpanChart { rows, base: from, is_running: true, divisor, caption, heads }
}

pub(super) fn signed_compact(fen: i64, locale: Locale) -> String {
    let amount = format::money_compact(money(fen), locale);
    if 0 < fen { format!("+{amount}") } else { amount }
}

/// The three factors before and now, how they changed, how sure that is, what it was worth.
fn factors(page: Page, verdict: &Verdict) -> impl IntoView + use<> {
    let (t, locale) = (page.t, page.locale);
    let rows: Vec<_> = Factor::ALL
        .into_iter()
        .zip(verdict.factors())
        .zip(verdict.causes.parts())
        .map(|((one, (from, to)), part)| {
            let change = from.zip(to).map(|(from, to)| changed(one, from, to, locale));
            let sure = if one == Factor::Cvr { verdict.sure } else { Sure::Up };
            let doubted = doubt(sure, locale);
            // No arrow where it may be chance.
            let shown = change.clone().filter(|_| sure.is_sure());
            let plain = change.filter(|_| !sure.is_sure()).map(|change| change.text);
            let worth = Signal::stored(Some(Change::money_exact(money(part))));
            view! {
                <tr>
                    <th scope="row">{factor(one, locale)}</th>
                    <td data-align="end">{figure(one, from)}</td>
                    <td data-align="end">{figure(one, to)}</td>
                    <td data-align="end">
                        <Delta change=Signal::stored(shown) />
                        {plain}
                        {(!doubted.is_empty())
                            .then(|| view! { <span class="diagnosis-doubt">{doubted}</span> })}
                    </td>
                    <td data-align="end">
                        <Delta change=worth />
                    </td>
                </tr>
            }
        })
        .collect();
    view! {
        <div class="table-scroll" role="group" tabindex="0" aria-label=t.factors>
            <table class="table diagnosis-factors">
                <thead>
                    <tr>
                        <th scope="col">{t.factor}</th>
                        <th scope="col" data-align="end">{page.other(verdict)}</th>
                        <th scope="col" data-align="end">{page.days(verdict.span)}</th>
                        <th scope="col" data-align="end">{t.change}</th>
                        <th scope="col" data-align="end">{t.effect}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

/// A factor's change: of a conversion in percentage points, of the others relative.
fn changed(one: Factor, from: i64, to: i64, locale: Locale) -> Change {
    match one {
        Factor::Cvr => Change::points(ratio(to - from), locale),
        _ => match crate::base::ratio::Ratio::of(to - from, from) {
            Some(change) => Change::percent(change),
            None => Change::count(to - from),
        },
    }
}

/// How it is calculated, and on which days it rests.
fn how(page: Page, verdict: &Verdict) -> impl IntoView + use<> {
    let t = page.t;
    let days = |span: crate::base::span::Span, n: usize| {
        (t.how_days)(&format::span_short(span, page.locale), n, span.n_days())
    };
    let mut lines = vec![t.how_words.to_owned()];
    lines.push((t.how_order)(&parts_said(page, verdict.in_order.parts())));
    lines.push(t.how_people.to_owned());
    lines.push(days(verdict.span, verdict.n_days.0));
    if let Some(other) = verdict.other {
        lines.push(days(other, verdict.n_days.1));
        if verdict.n_days.0 != verdict.n_days.1 {
            lines.push(t.months_differ.to_owned());
        }
    }
    match verdict.basis {
        Basis::Target => {
            lines.push(t.how_target.to_owned());
            if !verdict.is_typed {
                lines.push(t.how_rates_own.to_owned());
            }
        }
        Basis::Baseline => lines.push(t.how_baseline.to_owned()),
        Basis::Before | Basis::LastYear => {}
    }
    let lines: Vec<_> = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect();
    view! { <ul class="diagnosis-basis">{lines}</ul> }
}
