//! Every two variants held against each other.

use leptos::prelude::*;

use crate::base::id::Id;
use crate::tools::trials::calc::{Pair, Reading};
use crate::tools::trials::model::Trial;
use crate::tools::trials::text::{bare_points, level, lift, points, probability, z_value};
use crate::tools::trials::view::state::Page;
use crate::ui::Section;

/// The table of pairs, where there is one.
#[component]
pub fn Pairs(page: Page, id: Id) -> impl IntoView {
    let t = page.t;
    let (trial, reading) = (page.trial_of(id), page.reading_of(id));
    let both = move || Some((trial.get()?, reading.get()?));
    let note = Signal::derive(move || {
        reading.with(|one| one.as_ref().map(|one| method(page, one))).unwrap_or_default()
    });
    let n_pairs =
        Memo::new(move |_| reading.with(|one| one.as_ref().map_or(0, |one| one.pairs.len())));
    let rows = move || {
        both().map(|(trial, reading)| {
            let names = page.variant_names(&trial);
            let row = |pair: &Pair| row(page, &trial, pair, &names, 1 < reading.pairs.len());
            reading.pairs.iter().map(row).collect_view()
        })
    };
    let number = |name: &'static str| view! { <th scope="col" data-align="end">{name}</th> };
    view! {
        <Show when=move || n_pairs.get() != 0>
            <Section title=t.compare>
                <p class="muted small">{note}</p>
                <div class="table-scroll" role="group" tabindex="0" aria-label=t.compare>
                    <table class="table">
                        <thead>
                            <tr>
                                <th scope="col">{t.pair}</th>
                                {number(t.difference)}
                                {number(t.interval)}
                                {number(t.lift)}
                                {number(t.z)}
                                {number(t.p)}
                                {move || (1 < n_pairs.get()).then(|| number(t.adjusted))}
                                <th scope="col">{t.surely}</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </Section>
        </Show>
    }
}

/// Which test and which intervals, in words.
fn method(page: Page, reading: &Reading) -> String {
    let (t, own) = (page.t, level(reading.pair_level));
    match reading.pairs.len() {
        0 | 1 => (t.compare_two)(&own),
        n => (t.compare_many)(n, &own, &level(reading.level)),
    }
}

fn row(
    page: Page,
    trial: &Trial,
    pair: &Pair,
    names: &[String],
    is_many: bool,
) -> impl IntoView + use<> {
    let t = page.t;
    let name = |place: usize| names.get(place).map_or("", String::as_str);
    let (low, high) = pair.interval;
    let range = (t.range)(&bare_points(low), &bare_points(high));
    let is_sure = pair.adjusted < f64::from(trial.plan.alpha.bp()) / 10_000.0;
    let cell = |words: String| view! { <td data-align="end">{words}</td> };
    let none = || "–".to_owned();
    view! {
        <tr>
            <th scope="row">{(t.against)(name(pair.b), name(pair.a))}</th>
            {cell(points(pair.difference, page.locale))}
            {cell(range)}
            {cell(pair.lift.map_or_else(none, lift))}
            {cell(pair.z.map_or_else(none, z_value))}
            {cell(pair.z.map_or_else(none, |_| probability(pair.p)))}
            {is_many.then(|| cell(probability(pair.adjusted)))}
            <td>{if is_sure { t.not_luck } else { t.maybe_luck }}</td>
        </tr>
    }
}
