//! The change by traffic source and channel: a table and a waterfall that end at the headline.

use std::sync::Arc;

use leptos::prelude::*;

use crate::base::causes::Funnel;
use crate::chart::spans::{Span, SpanChart, SpanRow, Tone};
use crate::i18n::format;
use crate::knowledge::traffic::{Channel, source_name};
use crate::route::Route;
use crate::tools::diagnosis::calc::findings::Factor;
use crate::tools::diagnosis::calc::items::ItemCauses;
use crate::tools::diagnosis::calc::sources::SourceChanges;
use crate::tools::diagnosis::calc::sure::of_counts;
use crate::tools::diagnosis::calc::verdict::Verdict;
use crate::tools::diagnosis::text::{doubt, factor};
use crate::tools::diagnosis::view::chart::{axis, signed_compact, start};
use crate::tools::diagnosis::view::items::{cells, delta};
use crate::tools::diagnosis::view::state::{Page, item_span, money, ratio};
use crate::ui::change::Change;
use crate::ui::{Button, ButtonKind, LinkButton, Section, Segmented, SpanFigure};

/// How many sources are shown at first, and drawn.
const FIRST: usize = 8;

/// One line of the table: a channel or a source.
#[derive(Clone, Debug, PartialEq)]
struct Line {
    name: String,
    from: Funnel,
    to: Funnel,
    causes: ItemCauses,
}

fn lines(page: Page, found: &SourceChanges, is_by_source: bool) -> Vec<Line> {
    if is_by_source {
        let line = |one: &crate::tools::diagnosis::calc::sources::SourceChange| Line {
            name: source_name(&one.change.id, page.locale).to_owned(),
            from: one.change.from,
            to: one.change.to,
            causes: one.change.causes,
        };
        return found.lines.iter().map(line).collect();
    }
    let channel = |channel: Channel| {
        let (from, to, causes) = found.of_channel(channel);
        Line { name: channel.name(page.locale).to_owned(), from, to, causes }
    };
    let is_there = |line: &Line| line.from != Funnel::default() || line.to != Funnel::default();
    Channel::ALL.map(channel).into_iter().filter(is_there).collect()
}

/// What the shop took before and now: what sources are held against. None against a target or a
/// baseline, whose other side has no sources.
fn headline(verdict: &Verdict) -> Option<(i64, i64)> {
    verdict.other.map(|_| (verdict.base.sales, verdict.now.sales))
}

/// The sources' part of the headline.
#[component]
pub fn Sources(page: Page) -> impl IntoView {
    let w = page.w;
    let is_by_source = RwSignal::new(true);
    let is_all = RwSignal::new(false);
    let has_both = Memo::new(move |_| page.source_changes.with(Option::is_some));
    let note = Signal::derive(move || {
        page.verdict.get().map_or(String::new(), |verdict| {
            (w.by_source_note)(&page.days(verdict.span), &page.days(item_span(&verdict)))
        })
    });
    let n_lines = Memo::new(move |_| {
        page.source_changes.with(|all| all.as_ref().map_or(0, |all| all.lines.len()))
    });
    let more = move || {
        view! {
            <Show when=move || has_both.get()>
                <Segmented
                    label=w.by
                    options=w.by_names.map(str::to_owned).to_vec()
                    selected=Signal::derive(move || usize::from(is_by_source.get()))
                    on_select=move |idx: usize| is_by_source.set(idx == 1)
                />
            </Show>
        }
    };
    let table = move || {
        let (verdict, found) = (page.verdict.get()?, page.source_changes.get()?);
        Some(table(page, &verdict, &found, is_by_source.get(), is_all.get()))
    };
    let basis = move || {
        let (verdict, found) = (page.verdict.get()?, page.source_changes.get()?);
        let lines = basis(page, &verdict, &found).into_iter();
        Some(lines.map(|line| view! { <li>{line}</li> }).collect_view())
    };
    view! {
        <Section title=w.by_source note more>
            <Show when=move || has_both.get() fallback=move || view! { <Nothing page /> }>
                <div class="columns" data-columns="main-side">
                    <div>
                        {table}
                        <Show when=move || is_by_source.get() && FIRST < n_lines.get()>
                            <Button
                                kind=ButtonKind::Link
                                on_press=move |()| is_all.update(|all| *all = !*all)
                            >
                                {move || {
                                    if is_all.get() {
                                        w.first.to_owned()
                                    } else {
                                        (w.all)(n_lines.get())
                                    }
                                }}
                            </Button>
                        </Show>
                        <ul class="diagnosis-basis">{basis}</ul>
                    </div>
                    <Waterfall page />
                </div>
            </Show>
        </Section>
    }
}

/// Why there is nothing, and the way out.
#[component]
pub fn Nothing(page: Page) -> impl IntoView {
    let w = page.w;
    let words = move || page.sources.with(|now| if now.is_some() { w.none_before } else { w.none });
    view! {
        <p class="muted">{words}</p>
        <p>
            <LinkButton href=Route::Import.href()>{w.to_import}</LinkButton>
        </p>
    }
}

fn table(
    page: Page,
    verdict: &Verdict,
    found: &SourceChanges,
    is_by_source: bool,
    is_all: bool,
) -> impl IntoView + use<> {
    let (t, w) = (page.t, page.w);
    let all = lines(page, found, is_by_source);
    let n_shown = if is_all || !is_by_source { all.len() } else { FIRST.min(all.len()) };
    let shown = all[..n_shown].iter().map(|line| row(page, line)).collect_view();
    let rest = &all[n_shown..];
    let rest_row = (!rest.is_empty()).then(|| {
        let sum = |of: fn(&Line) -> i64| {
            rest.iter().fold(0_i64, |sum, line| sum.saturating_add(of(line)))
        };
        let causes = rest.iter().fold(ItemCauses::default(), |sum, line| sum.plus(line.causes));
        let (from, to) = (sum(|line| line.from.sales), sum(|line| line.to.sales));
        cells((w.rest)(rest.len()), from, to, Some(causes), "")
    });
    let counted = (found.from.total().sales, found.to.total().sales);
    let outside = headline(verdict).map(|(a, b)| (a - counted.0, b - counted.1));
    let outside_row = outside
        .filter(|both| *both != (0, 0))
        .map(|(from, to)| cells(w.outside.to_owned(), from, to, None, ""));
    let (from, to) = headline(verdict).unwrap_or(counted);
    let causes = outside.is_none_or(|both| both == (0, 0)).then(|| found.total());
    let total = cells(t.sum.to_owned(), from, to, causes, "total");
    let head = |name: String| view! { <th scope="col" data-align="end">{name}</th> };
    view! {
        <div class="table-scroll" role="group" tabindex="0" aria-label=w.by_source>
            <table class="table diagnosis-items">
                <thead>
                    <tr>
                        <th scope="col">{if is_by_source { w.source } else { w.channel }}</th>
                        {head(page.days(item_span(verdict)))}
                        {head(page.days(verdict.span))}
                        {head(t.gap.to_owned())}
                        {Factor::ALL
                            .map(|one| head(factor(one, page.locale).to_owned()))
                            .collect_view()}
                    </tr>
                </thead>
                <tbody>{shown} {rest_row} {outside_row} {total}</tbody>
            </table>
        </div>
    }
}

fn row(page: Page, line: &Line) -> impl IntoView + use<> {
    let doubted = doubt(of_counts(line.from, line.to, page.bar()), page.locale);
    let causes = line.causes;
    let rate = if doubted.is_empty() {
        delta(causes.rate).into_any()
    } else {
        // No arrow where it may be chance.
        view! {
            <span title=doubted>
                {format::signed_money(money(causes.rate)).replace('¥', "")}
                <span class="diagnosis-doubt">{doubted}</span>
            </span>
        }
        .into_any()
    };
    view! {
        <tr>
            <th scope="row" data-name="">{line.name.clone()}</th>
            <td data-align="end">{format::yuan_whole(money(line.from.sales))}</td>
            <td data-align="end">{format::yuan_whole(money(line.to.sales))}</td>
            <td data-align="end">
                <b>{delta(line.to.sales - line.from.sales)}</b>
            </td>
            <td data-align="end">{delta(causes.visitors())}</td>
            <td data-align="end">{rate}</td>
            <td data-align="end">{delta(causes.aov)}</td>
        </tr>
    }
}

/// On what the table rests: parts, people, conversion, days.
fn basis(page: Page, verdict: &Verdict, found: &SourceChanges) -> Vec<String> {
    let w = page.w;
    let total = found.total();
    let said = |fen: i64| format::signed_money_exact(money(fen));
    let mut lines = vec![(w.parts_said)(&[
        said(total.volume),
        said(total.mix),
        said(total.rate),
        said(total.aov),
    ])];
    if let Some(rates) = found.rates() {
        let points = |parts: &[i64]| format::points(ratio(parts.iter().sum()), page.locale);
        let rate = |bp: i64| format::percent(ratio(bp));
        let (from, to) = rates.rates;
        lines.push((w.rates)(&rate(from), &rate(to), &points(&rates.mix), &points(&rates.own)));
    }
    lines.push(match found.people() {
        Some([(a, b), (more_a, more_b)]) => (w.people)(
            &format::count(b),
            &format::count(b.saturating_add(more_b)),
            &format::signed_count(b - a),
            &format::signed_count(more_b - more_a),
        ),
        None => w.people_unknown.to_owned(),
    });
    let (from, to) = (&found.from, &found.to);
    if !found.is_whole() || verdict.n_days.0 != to.n_days {
        let (of, of_other) = (to.span.n_days(), from.span.n_days());
        lines.push((w.days)(to.n_days, of, from.n_days, of_other));
    }
    lines
}

/// From the sales before to those now, source by source.
#[component]
fn Waterfall(page: Page) -> impl IntoView {
    let w = page.w;
    let both = move || Some((page.verdict.get()?, page.source_changes.get()?));
    let chart = Memo::new(move |_| {
        both().map_or_else(SpanChart::default, |(verdict, found)| drawn(page, &verdict, &found))
    });
    let summary = Signal::derive(move || {
        both().map_or(String::new(), |(verdict, found)| said(page, &verdict, &found))
    });
    view! {
        <div class="diagnosis-waterfall">
            <h3>{w.chart_title}</h3>
            <SpanFigure chart summary file_name=Signal::stored(w.file_name.to_owned()) />
        </div>
    }
}

fn ends(verdict: &Verdict, found: &SourceChanges) -> (i64, i64) {
    headline(verdict).unwrap_or((found.from.total().sales, found.to.total().sales))
}

fn said(page: Page, verdict: &Verdict, found: &Arc<SourceChanges>) -> String {
    let (from, to) = ends(verdict, found);
    let most = found.lines.first().map_or(String::new(), |one| {
        let name = source_name(&one.change.id, page.locale);
        format!("{name} {}", format::signed_money(money(one.change.gap())))
    });
    (page.w.chart_says)(&format::money(money(from)), &format::money(money(to)), &most)
}

fn drawn(page: Page, verdict: &Verdict, found: &SourceChanges) -> SpanChart {
    let (t, w) = (page.t, page.w);
    let (first, last) = ends(verdict, found);
    let name = |one: &str| source_name(one, page.locale).to_owned();
    let n_drawn = FIRST.min(found.lines.len());
    let mut steps: Vec<(String, i64)> =
        found.lines[..n_drawn].iter().map(|one| (name(&one.change.id), one.change.gap())).collect();
    let rest = &found.lines[n_drawn..];
    if !rest.is_empty() {
        let gap = rest.iter().fold(0_i64, |sum, one| sum.saturating_add(one.change.gap()));
        steps.push(((w.rest)(rest.len()), gap));
    }
    let outside = (last - first).saturating_sub(found.total().total());
    if outside != 0 {
        steps.push((w.outside.to_owned(), outside));
    }
    let mut levels = vec![first];
    for (_, gap) in &steps {
        levels.push(levels[levels.len() - 1].saturating_add(*gap));
    }
    let low = levels.iter().copied().min().unwrap_or(0);
    let high = levels.iter().copied().max().unwrap_or(0);
    let base = start(low, high);
    let (divisor, unit) = axis(high, page);
    let compact = |fen: i64| format::money_compact(money(fen), page.locale);
    let sum = |name: String, at: i64| SpanRow {
        name,
        spans: vec![Span { from: base, to: at, tone: Tone::Sum }],
        words: compact(at),
        cells: vec![format::money(money(at)), format::money(money(at))],
    };
    let mut rows = vec![sum(page.days(item_span(verdict)), first)];
    for (idx, (name, gap)) in steps.into_iter().enumerate() {
        let (from, to) = (levels[idx], levels[idx + 1]);
        let tone = if to < from { Tone::Less } else { Tone::More };
        let arrow = Change::money(money(gap)).arrow();
        rows.push(SpanRow {
            name,
            spans: vec![Span { from, to, tone }],
            words: format!("{arrow} {}", signed_compact(gap, page.locale)),
            cells: vec![format::signed_money_exact(money(gap)), format::money(money(to))],
        });
    }
    rows.push(sum(page.days(verdict.span), last));
    let caption = if base == 0 { unit.to_owned() } else { (t.axis_from)(unit, &compact(base)) };
    let heads = [w.source, t.head_amount, t.head_then].map(str::to_owned).to_vec();
    SpanChart { rows, base, is_running: true, divisor, caption, heads }
}
