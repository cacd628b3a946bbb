//! Which columns are read, left out, and dropped.

use std::sync::Arc;

use leptos::prelude::*;

use crate::facts::metric::metric;
use crate::files::ReadFile;
use crate::i18n::metric::name_of;
use crate::i18n::use_locale;
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
    let names = read.columns.iter().map(|(name, key)| match metric(key) {
        // An older name stands beside the one of today.
        Some(now) if now.zh != name => (t.renamed)(name, name_of(now, locale)),
        _ => name.clone(),
    });
    let read_list = list(names.collect());
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
    let dropped = read.report.dropped_columns.clone();
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
