//! The first days of a file, for comparing them with the file itself.

use std::sync::Arc;

use leptos::prelude::*;

use crate::files::ReadFile;
use crate::i18n::format::NONE;
use crate::i18n::metric::{name_of, value};
use crate::i18n::use_locale;
use crate::tools::import::calc::glance;
use crate::tools::import::text::text;
use crate::ui::Section;

/// How many days are shown.
const N_DAYS: usize = 3;

/// The first days of a file, as they were read.
#[component]
pub fn FirstDays(
    /// What was read.
    read: Arc<ReadFile>,
) -> impl IntoView {
    let locale = use_locale();
    let t = text(locale);
    let metrics = glance(&read.table);
    let heads = metrics.iter().map(|metric| {
        let name = (t.with_unit)(name_of(metric, locale), metric.unit);
        view! { <th data-align="end">{name}</th> }
    });
    let heads = heads.collect_view();
    let rows = read.table.days.iter().take(N_DAYS).enumerate().map(|(row, day)| {
        let cells = metrics.iter().map(|metric| {
            let cell = read.table.columns.get(metric.key).and_then(|column| column.get(row));
            let shown = cell.copied().flatten().map(|cell| value(cell, metric.unit));
            view! { <td data-align="end">{shown.unwrap_or_else(|| NONE.to_owned())}</td> }
        });
        view! {
            <tr>
                <th scope="row">{day.to_string()}</th>
                {cells.collect_view()}
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <Section title=t.first_days note=t.first_days_note>
            <div class="table-scroll" role="group" tabindex="0" aria-label=t.first_days>
                <table class="table">
                    <thead>
                        <tr>
                            <th>{t.day}</th>
                            {heads}
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </Section>
    }
}
