//! Which columns are read, left out, and dropped.

use std::sync::Arc;

use leptos::prelude::*;

use crate::files::ReadFile;
use crate::i18n::metric::name_of;
use crate::i18n::use_locale;
use crate::tools::import::calc::is_checked_only;
use crate::tools::import::text::text;
use crate::ui::Section;

/// The columns of a file: those that are read, and those that mean nothing here.
#[component]
pub fn ColumnLists(
    /// What was read.
    read: Arc<ReadFile>,
) -> impl IntoView {
    let locale = use_locale();
    let t = text(locale);
    let of = read.table.of();
    let name = |(name, key): &(String, String)| match of.metric(key) {
        // An older name stands beside the one of today.
        Some(now) if now.zh != name => (t.renamed)(name, name_of(now, locale)),
        _ => name.clone(),
    };
    let is_kept = |(_, key): &&(String, String)| !is_checked_only(of, key);
    let kept: Vec<String> = read.columns.iter().filter(is_kept).map(name).collect();
    let checked: Vec<String> =
        read.columns.iter().filter(|column| !is_kept(column)).map(name).collect();
    let checked = (!checked.is_empty()).then(|| {
        let (n_known, n_same) = read.ratios;
        let said = (n_known > 0).then(|| {
            view! { <p class="small">{(t.ratios)(n_same, n_known)}</p> }
        });
        view! {
            <details class="import-more">
                <summary>{t.columns_checked}</summary>
                <p class="small muted">{t.columns_checked_why}</p>
                {list(checked)}
            </details>
            {said}
        }
    });
    let read_list = list(kept);
    let left_out = (!read.left_out.is_empty()).then(|| {
        view! {
            <h3 class="small muted">{t.columns_left}</h3>
            {list(read.left_out.clone())}
        }
    });
    view! {
        <Section title=t.columns note=(t.columns_note)(read.columns.len(), read.left_out.len())>
            {left_out}
            <details class="import-more">
                <summary>{t.columns_read}</summary>
                {read_list}
            </details>
            {checked}
        </Section>
    }
}

/// The columns that were dropped since they may hold personal data.
#[component]
pub fn PersonalColumns(
    /// What was read.
    read: Arc<ReadFile>,
) -> impl IntoView {
    let t = text(use_locale());
    let cells = &read.report.dropped_cells;
    let name = |name: &String| match cells.get(name) {
        Some(n) => (t.personal_cells)(name, *n),
        None => name.clone(),
    };
    let dropped: Vec<String> = read.report.dropped_columns.iter().map(name).collect();
    (!dropped.is_empty()).then(|| {
        view! {
            <Section title=t.personal note=(t.personal_note)(dropped.len())>
                {list(dropped)}
            </Section>
        }
    })
}

fn list(names: Vec<String>) -> impl IntoView {
    let items = names.into_iter().map(|name| view! { <li class="import-name">{name}</li> });
    view! { <ul class="import-names">{items.collect_view()}</ul> }
}
