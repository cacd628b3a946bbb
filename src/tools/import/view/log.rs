//! What was imported before.

use leptos::prelude::*;

use crate::base::locale::Locale;
use crate::facts::set::Import;
use crate::files::header::shown;
use crate::i18n::{format, use_locale};
use crate::store::use_workbook;
use crate::tools::import::text::{dialect, text};
use crate::ui::Section;

/// How many imports are shown.
const N_SHOWN: usize = 50;

/// The log of imports, latest first.
#[component]
pub fn ImportLog() -> impl IntoView {
    let locale = use_locale();
    let t = text(locale);
    let facts = use_workbook().select(|wb| wb.facts.clone());
    let n_imports = Memo::new(move |_| facts.with(|facts| facts.imports.len()));
    let note = Signal::derive(move || match n_imports.get() {
        0 => String::new(),
        n => (t.log_note)(n),
    });
    let period = move || {
        let span = facts.with(|facts| facts.span());
        span.map(|span| (t.log_period)(&format!("{} – {}", span.from(), span.to())))
    };
    let rows = move || {
        facts.with(|facts| {
            let latest = facts.imports.iter().rev().take(N_SHOWN);
            latest.map(|import| row(import, locale)).collect_view()
        })
    };
    view! {
        <Section title=t.log note>
            <Show
                when=move || n_imports.get() != 0
                fallback=move || view! { <p class="small muted">{t.log_empty}</p> }
            >
                <p class="small muted">{period}</p>
                <div class="table-scroll" role="group" tabindex="0" aria-label=t.log>
                    <table class="table">
                        <thead>
                            <tr>
                                <th>{t.log_at}</th>
                                <th>{t.file}</th>
                                <th>{t.report}</th>
                                <th>{t.period}</th>
                                <th data-align="end">{t.log_new}</th>
                                <th data-align="end">{t.log_restated}</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </Show>
        </Section>
    }
}

fn row(import: &Import, locale: Locale) -> impl IntoView + use<> {
    let at = import.at.get(..16).unwrap_or(&import.at).replace('T', " ");
    let span = format!("{} – {}", import.from, import.to);
    view! {
        <tr>
            <th scope="row" class="nowrap">{at}</th>
            <td data-wrap="">{shown(&import.file)}</td>
            <td>{dialect(&import.dialect, locale)}</td>
            <td class="nowrap">{span}</td>
            <td data-align="end">{format::count(import.n_new.into())}</td>
            <td data-align="end">{format::count(import.n_restated.into())}</td>
        </tr>
    }
}
