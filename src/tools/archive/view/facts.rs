//! What was imported into the open workbook.

use leptos::prelude::*;

use crate::base::span::Span;
use crate::facts::set::Import;
use crate::i18n::{format, use_locale};
use crate::route::Route;
use crate::store::use_workbook;
use crate::tools::archive::text::text;
use crate::ui::Section;
use crate::ui::grid::{Cell, Column, Grid, Row};

/// The log of imports.
#[component]
pub fn Facts() -> impl IntoView {
    let locale = use_locale();
    let t = text(locale);
    let workbook = use_workbook();
    let facts = workbook.select(|wb| wb.facts.clone());
    let note = Signal::derive(move || {
        let facts = facts.read();
        facts.span().map_or_else(String::new, |span| {
            let n_days = span.days().filter(|day| facts.has(*day)).count();
            (t.facts_span)(&format!("{} – {}", span.from(), span.to()), n_days)
        })
    });
    let columns = vec![
        Column::text(t.file, 200).grow(3),
        Column::text(t.period, 200),
        Column::number(t.new_days, "", 90),
        Column::number(t.restated, "", 90),
        Column::text(t.imported, 150),
    ];
    let rows = Signal::derive(move || {
        let row = |(idx, import): (usize, &Import)| Row {
            key: idx as i64,
            cells: [
                Cell::new(import.file.clone()),
                Cell::new(period(Span::new(import.from, import.to))),
                Cell::new(format::count(import.n_new.into())),
                Cell::new(format::count(import.n_restated.into())),
                Cell::new(format::time_short(&import.at)),
            ]
            .into(),
            ..Row::default()
        };
        facts.read().imports.iter().enumerate().rev().map(row).collect::<Vec<_>>()
    });
    let more = move || {
        view! { <a href=Route::Import.href()>{t.to_import}</a> }
    };
    view! {
        <Section title=t.facts note more>
            <Show
                when=move || !rows.read().is_empty()
                fallback=move || view! { <p class="muted">{t.no_facts}</p> }
            >
                <Grid label=t.imports columns=columns.clone() rows />
            </Show>
        </Section>
    }
}

fn period(span: Span) -> String {
    format!("{} – {}", span.from(), span.to())
}
