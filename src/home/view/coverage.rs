//! How much of the year is known.

use leptos::prelude::*;

use crate::home::calc::coverage::Coverage;
use crate::home::text::text;
use crate::i18n::{format, use_locale};
use crate::route::Route;
use crate::ui::{LinkButton, Message, Section, Tone};

/// How many runs of missing days are named.
const N_NAMED: usize = 3;

/// Days with data, the last one, and which are missing.
#[component]
pub fn CoverageSection(coverage: Coverage) -> impl IntoView {
    let locale = use_locale();
    let t = text(locale);
    let note = coverage.month.map(|(month, n_days, of_days)| {
        (t.coverage_month)(&format::month_name(month, locale), n_days, of_days)
    });
    let last = match coverage.last {
        Some(day) => (t.coverage_last)(&format::day_long(day, locale)),
        None => t.coverage_none.to_owned(),
    };
    let import =
        coverage.import.map(|(file, at)| (t.coverage_import)(&file, &format::time_short(&at)));
    let n_more = coverage.missing.len().saturating_sub(N_NAMED);
    let named = coverage.missing.iter().take(N_NAMED);
    let named: Vec<_> = named.map(|span| format::span_short(*span, locale)).collect();
    let more = if n_more == 0 { String::new() } else { (t.coverage_more)(n_more) };
    let is_whole = named.is_empty();
    let missing = match is_whole {
        true => t.coverage_whole.to_owned(),
        false => (t.coverage_missing)(&format!("{}{more}", named.join(t.comma))),
    };
    let tone = if is_whole { Tone::Plain } else { Tone::Info };
    let actions = move || {
        (!is_whole).then(|| {
            view! { <LinkButton href=Route::Import.href()>{t.import}</LinkButton> }
        })
    };
    view! {
        <Section title=t.coverage note=note.unwrap_or_default()>
            <Message tone actions>
                <p>{last}</p>
                <p>{missing}</p>
                <p class="small muted">{import}</p>
            </Message>
        </Section>
    }
}
