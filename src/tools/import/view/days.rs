//! The first rows of a file, for comparing them with the file itself.

use std::sync::Arc;

use leptos::prelude::*;

use crate::facts::edit::FileTable;
use crate::facts::merge::Of;
use crate::files::ReadFile;
use crate::i18n::format::NONE;
use crate::i18n::metric::{name_of, value};
use crate::i18n::use_locale;
use crate::tools::import::calc::{columns, glance};
use crate::tools::import::text::{text, thing};
use crate::ui::Section;

/// How many days are shown.
const N_DAYS: usize = 3;

/// When the first rows are, and the items that they are about.
fn first_rows(table: &FileTable) -> Vec<(String, String)> {
    match table {
        FileTable::Days(table) => {
            let days = table.days.iter().take(N_DAYS);
            days.map(|day| (day.to_string(), String::new())).collect()
        }
        FileTable::Orders(_) | FileTable::Lines(_) => Vec::new(),
        FileTable::Items(table) => (0..table.rows.len().min(N_DAYS))
            .filter_map(|row| {
                let (period, label) = (table.period(row)?, table.label(row)?);
                let when = match period.n_days() {
                    1 => period.from().to_string(),
                    _ => format!("{} – {}", period.from(), period.to()),
                };
                Some((when, format!("{} {}", label.id, label.title)))
            })
            .collect(),
    }
}

/// The first days of a file, as they were read.
#[component]
pub fn FirstDays(
    /// What was read.
    read: Arc<ReadFile>,
) -> impl IntoView {
    let locale = use_locale();
    let t = text(locale);
    // Single orders are nobody's to read here.
    if matches!(read.table.of(), Of::Orders | Of::Lines) {
        return None;
    }
    let metrics = glance(&read.table);
    let heads = metrics.iter().map(|metric| {
        let name = (t.with_unit)(name_of(metric, locale), metric.unit);
        view! { <th data-align="end">{name}</th> }
    });
    let heads = heads.collect_view();
    let is_items = read.table.of() != Of::Shop;
    let all = columns(&read.table);
    let rows = first_rows(&read.table).into_iter().enumerate().map(|(row, (when, what))| {
        let cells = metrics.iter().map(|metric| {
            let cell = all.get(metric.key).and_then(|column| column.get(row));
            let shown = cell.copied().flatten().map(|cell| value(cell, metric.unit));
            view! { <td data-align="end">{shown.unwrap_or_else(|| NONE.to_owned())}</td> }
        });
        view! {
            <tr>
                <th scope="row" class="nowrap">{when}</th>
                {is_items.then(|| view! { <td data-wrap="">{what}</td> })}
                {cells.collect_view()}
            </tr>
        }
    });
    let rows = rows.collect_view();
    let title = if is_items { t.first_rows } else { t.first_days };
    Some(view! {
        <Section title note=t.first_days_note>
            <div class="table-scroll" role="group" tabindex="0" aria-label=title>
                <table class="table">
                    <thead>
                        <tr>
                            <th>{t.day}</th>
                            {is_items.then(|| view! { <th>{thing(read.table.of(), locale)}</th> })}
                            {heads}
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </Section>
    })
}
