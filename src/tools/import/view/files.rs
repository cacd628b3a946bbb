//! One row a file: what it is, what was read, what would change.

use leptos::prelude::*;

use crate::base::locale::Locale;
use crate::facts::items::subject::Subject;
use crate::facts::merge::Of;
use crate::files::ReadFile;
use crate::i18n::format::NONE;
use crate::i18n::use_locale;
use crate::platform::importer::ImportFault;
use crate::tools::import::text::{Text, dialect, text, thing};
use crate::tools::import::view::state::{Entry, FileResult, Seen, use_import};
use crate::ui::{Button, IconButton, IconName, Section, Tag, Tone};

/// The files that were handed over.
#[component]
pub fn FileTable(
    /// What every file would change.
    seen: Memo<Vec<Seen>>,
) -> impl IntoView {
    let t = text(use_locale());
    let import = use_import();
    let keys = Memo::new(move |_| {
        import.entries.with(|all| all.iter().map(|entry| entry.key).collect::<Vec<_>>())
    });
    let n_files = Signal::derive(move || (t.n_files)(keys.with(Vec::len)));
    let progress = move || {
        import.entries.with(|all| {
            let is_waiting = |entry: &Entry| entry.result == FileResult::Waiting;
            all.iter().position(is_waiting).map(|idx| (t.reading)(idx + 1, all.len()))
        })
    };
    view! {
        <Section title=n_files note=t.files_note>
            <p class="import-progress" role="status">{progress}</p>
            <Reading />
            <div class="table-scroll">
                <table class="table import-files">
                    <thead>
                        <tr>
                            <th>{t.file}</th>
                            <th>{t.report}</th>
                            <th>{t.period}</th>
                            <th>{t.header}</th>
                            <th data-align="end">{t.rows}</th>
                            <th>{t.note}</th>
                            <th data-align="end">{t.result}</th>
                            <th>
                                <span class="visually-hidden">{t.leave_out}</span>
                            </th>
                        </tr>
                    </thead>
                    <tbody>
                        <For each=move || keys.get() key=|key| *key let:key>
                            <FileRow key_of_file=key seen />
                        </For>
                    </tbody>
                </table>
            </div>
        </Section>
    }
}

/// How far a long file is read, and the way out.
#[component]
fn Reading() -> impl IntoView {
    let t = text(use_locale());
    let import = use_import();
    let is_long = Memo::new(move |_| import.progress.with(Option::is_some));
    let at = move || import.progress.get().unwrap_or_default();
    view! {
        <Show when=move || is_long.get()>
            <div class="import-reading">
                <progress
                    max="100"
                    value=move || at().percent().to_string()
                    aria-label=t.read_label
                />
                <span class="small">{move || (t.read_so_far)(at())}</span>
                <Button on_press=move |()| import.stop()>{t.read_stop}</Button>
            </div>
        </Show>
    }
}

/// One file. It looks itself up by its key.
#[component]
fn FileRow(
    /// The file.
    key_of_file: u32,
    /// What every file would change.
    seen: Memo<Vec<Seen>>,
) -> impl IntoView {
    let key = key_of_file;
    let locale = use_locale();
    let t = text(locale);
    let import = use_import();
    let entry = Memo::new(move |_| {
        import.entries.with(|all| all.iter().find(|entry| entry.key == key).cloned())
    });
    let preview = Memo::new(move |_| {
        seen.with(|all| all.iter().find(|seen| seen.key == key).map(|seen| seen.preview.clone()))
    });
    let name = entry.with_untracked(|entry| entry.as_ref().map(|e| e.file.clone()));
    let name = crate::files::header::shown(&name.unwrap_or_default());
    let (select_label, remove_label) = ((t.select)(&name), (t.remove)(&name));
    let is_read = move || {
        entry.with(|entry| {
            entry.as_ref().is_some_and(|e| e.read().is_some() || e.by_hand().is_some())
        })
    };
    let is_selected = move || import.selected.get() == Some(key);
    let cells = move || entry.get().map(|entry| Cells::of(&entry, t, locale));
    let cell = move |pick: fn(Cells) -> String| move || cells().map_or(String::new(), pick);
    let note = move || {
        let changes = preview.get().map(|preview| {
            let mut notes = Vec::new();
            let mut add = |n: usize, words: fn(usize) -> String| {
                if n > 0 {
                    notes.push(words(n));
                }
            };
            add(preview.new_days.len(), t.new_days);
            match preview.of {
                Of::Orders => {
                    add(preview.n_new_rows, t.new_orders);
                    add(preview.n_changed_days, t.changed_orders);
                }
                Of::Lines => {
                    add(preview.n_new_rows, t.new_lines);
                    add(preview.n_changed_days, t.changed_lines);
                }
                _ => add(preview.n_new_rows, t.new_rows),
            }
            if preview.of == Of::Each(Subject::Item) {
                add(preview.n_new_items, t.new_items);
            }
            add(preview.restated.len(), t.n_restated);
            if !matches!(preview.of, Of::Orders | Of::Lines) {
                add(preview.n_filled, t.n_filled);
            }
            let of = preview.of;
            if preview.n_new_items > 0
                && !matches!(of, Of::Shop | Of::Orders | Of::Lines | Of::Each(Subject::Item))
            {
                notes.push((t.new_things)(preview.n_new_items, thing(of, locale)));
            }
            notes
        });
        let mut notes = changes.unwrap_or_default();
        notes.extend(cells().map(|cells| cells.notes).into_iter().flatten());
        notes.join(t.list_comma)
    };
    let result = move || {
        let entry = entry.get()?;
        let is_same = preview.get().is_some_and(|preview| preview.is_no_change());
        let (tone, words) = match &entry.result {
            FileResult::Waiting => (Tone::Plain, t.is_reading),
            FileResult::Refused(_) if entry.by_hand().is_some() => (Tone::Info, t.to_map),
            FileResult::Refused(_) | FileResult::NotOpened(_) => (Tone::Alert, t.refused),
            FileResult::Read(_) if is_same => (Tone::Plain, t.no_change),
            FileResult::Read(read) if read.n_issues > 0 => (Tone::Alert, t.partly),
            FileResult::Read(_) => (Tone::Done, t.ready),
        };
        Some(view! { <Tag tone>{words}</Tag> })
    };
    view! {
        <tr data-kind=move || is_selected().then_some("current")>
            <th scope="row">
                <button
                    type="button"
                    class="import-file"
                    aria-label=select_label
                    aria-pressed=move || is_selected().to_string()
                    disabled=move || !is_read()
                    on:click=move |_| import.selected.set(Some(key))
                >
                    {name}
                </button>
            </th>
            <td data-label=t.report>{cell(|cells| cells.report)}</td>
            <td data-label=t.period>{cell(|cells| cells.period)}</td>
            <td data-label=t.header>{cell(|cells| cells.header)}</td>
            <td data-align="end" data-label=t.rows>
                {cell(|cells| cells.rows)}
            </td>
            <td data-label=t.note>{note}</td>
            <td data-align="end" data-label=t.result>
                {result}
            </td>
            <td data-align="end">
                <IconButton
                    icon=IconName::Close
                    label=remove_label
                    on_press=move |()| import.remove(key)
                />
            </td>
        </tr>
    }
}

/// The words of a file's row.
struct Cells {
    report: String,
    period: String,
    header: String,
    rows: String,
    notes: Vec<String>,
}

impl Cells {
    fn of(entry: &Entry, t: &Text, locale: Locale) -> Self {
        let none = || NONE.to_owned();
        match &entry.result {
            FileResult::Read(read) => Self::of_read(read, t, locale),
            FileResult::Refused(fault) => {
                let (id, row) = match &**fault {
                    ImportFault::Refused(refusal) => (refusal.dialect.clone(), refusal.header_row),
                    _ => (None, None),
                };
                Self {
                    report: id.map_or_else(|| t.unknown.to_owned(), |id| dialect(&id, locale)),
                    period: none(),
                    header: row.map_or_else(none, t.row),
                    rows: none(),
                    notes: Vec::new(),
                }
            }
            FileResult::Waiting | FileResult::NotOpened(_) => Self {
                report: none(),
                period: none(),
                header: none(),
                rows: none(),
                notes: Vec::new(),
            },
        }
    }

    fn of_read(read: &ReadFile, t: &Text, locale: Locale) -> Self {
        let report = &read.report;
        let id = report.dialect.as_deref().unwrap_or_default();
        let mut notes = Vec::new();
        if read.n_issues > 0 {
            notes.push((t.n_refused_rows)(read.n_issues));
        }
        if read.n_approximate > 0 {
            notes.push((t.n_approximate)(read.n_approximate));
        }
        if let (n_known @ 1.., n_same) = read.ratios {
            notes.push((t.ratios_short)(n_same, n_known));
        }
        match &report.lines {
            Some(lines) if lines.is_by_month => notes.push(t.lines_by_month.to_owned()),
            Some(lines) if !lines.is_single => notes.push(t.lines_summed.to_owned()),
            _ => {}
        }
        let period = report.period.as_ref();
        Self {
            report: dialect(id, locale),
            period: period.map_or_else(String::new, |p| match p.from == p.to {
                true => p.from.to_string(),
                false => format!("{} – {}", p.from, p.to),
            }),
            header: report.header_row.map_or_else(String::new, t.row),
            rows: (t.n_rows)(report.rows),
            notes,
        }
    }
}
