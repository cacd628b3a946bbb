//! Rows and files that are not imported: what, where, what to do.

use std::sync::Arc;

use leptos::prelude::*;

use crate::base::locale::Locale;
use crate::base::sheet::{Cell, Sheet};
use crate::files::header::shown;
use crate::files::rows::RowIssue;
use crate::files::{ReadFile, csv_out};
use crate::i18n::store_words::store_error;
use crate::i18n::use_locale;
use crate::platform::download;
use crate::platform::importer::ImportFault;
use crate::tools::import::text::reasons::{ReaderFault, Words, fault, issue, refusal};
use crate::tools::import::text::text;
use crate::tools::import::view::state::{FileResult, use_import};
use crate::ui::{Button, ButtonKind, Section};

/// The rows of a file that are not imported.
#[component]
pub fn RefusedRows(
    /// What was read.
    read: Arc<ReadFile>,
) -> impl IntoView {
    let locale = use_locale();
    let t = text(locale);
    if read.n_issues == 0 {
        return None;
    }
    let place = match &read.sheet {
        Some(sheet) => format!("{} › {}", shown(&read.report.file), shown(sheet)),
        None => shown(&read.report.file),
    };
    let rows = read.issues.iter().map(|row| {
        view! {
            <li class="import-issue">
                <b>{(t.row)(row.row)} " " {issue(row, locale)}</b>
                " "
                {(!row.quote.is_empty()).then(|| view! { <code>{row.quote.clone()}</code> })}
            </li>
        }
    });
    let rows = rows.collect_view();
    let n_more = read.n_issues - read.issues.len();
    let download = {
        let issues = read.issues.clone();
        move |()| save(&issues, locale)
    };
    let more = move || {
        view! { <Button kind=ButtonKind::Link on_press=download>{t.download_issues}</Button> }
    };
    Some(view! {
        <Section title=t.issues note=(t.issues_note)(read.n_issues) more>
            <p class="small muted">{place}</p>
            <ol class="import-issues">{rows}</ol>
            {(n_more > 0).then(|| view! { <p class="small muted">{(t.issues_more)(n_more)}</p> })}
        </Section>
    })
}

/// Downloads the list, for whoever mends the file.
fn save(issues: &[RowIssue], locale: Locale) {
    let t = text(locale);
    let head = [t.header_row, t.column, t.reason, t.value];
    let rows = issues.iter().map(|row| {
        vec![
            Cell::Count(i64::try_from(row.row).unwrap_or(i64::MAX)),
            Cell::Text(row.column.clone()),
            Cell::Text(issue(row, locale)),
            Cell::Text(row.quote.clone()),
        ]
    });
    let sheet = Sheet {
        name: t.issues_file.to_owned(),
        header: head.iter().map(|name| (*name).to_owned()).collect(),
        rows: rows.collect(),
    };
    let name = format!("{}.csv", t.issues_file);
    // A browser that takes no download says so itself.
    let _ = download::save(&name, "text/csv", csv_out::write(&sheet).as_bytes());
}

/// The files that are not imported.
#[component]
pub fn RefusedFiles() -> impl IntoView {
    let locale = use_locale();
    let t = text(locale);
    let import = use_import();
    let refused = Memo::new(move |_| {
        import.entries.with(|all| {
            let refused = all
                .iter()
                // What can be read by hand is not refused yet.
                .filter(|entry| entry.by_hand().is_none())
                .filter_map(|entry| Some((shown(&entry.file), words(&entry.result, locale)?)));
            refused.collect::<Vec<_>>()
        })
    });
    let items = move || {
        let items = refused.get().into_iter().map(|(file, words)| {
            view! {
                <li class="import-issue">
                    <b>{file} " " {words.what}{t.full_stop}</b>
                    " "
                    {words.fix}
                    " "
                    <span class="muted">{t.nothing_changed}</span>
                </li>
            }
        });
        items.collect_view()
    };
    view! {
        <Show when=move || !refused.with(Vec::is_empty)>
            <Section title=t.refused_files>
                <ul class="import-issues">{items}</ul>
            </Section>
        </Show>
    }
}

fn words(result: &FileResult, locale: Locale) -> Option<Words> {
    let why = match result {
        FileResult::Waiting | FileResult::Read(_) => return None,
        FileResult::NotOpened(error) => {
            return Some(Words { what: store_error(error, locale), fix: "" });
        }
        FileResult::Refused(fault) => &**fault,
    };
    Some(match why {
        ImportFault::Refused(why) => refusal(why, locale),
        ImportFault::NoBytes => fault(ReaderFault::NoBytes, locale),
        ImportFault::NoReader => fault(ReaderFault::NoReader, locale),
        // Nobody is told of what they did themselves.
        ImportFault::Stopped | ImportFault::Cancelled => fault(ReaderFault::Stopped, locale),
        ImportFault::TooSlow => fault(ReaderFault::TooSlow, locale),
        ImportFault::OtherVersion => fault(ReaderFault::OtherVersion, locale),
    })
}
