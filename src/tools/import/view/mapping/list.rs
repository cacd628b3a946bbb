//! The mappings of the workbook.

use leptos::prelude::*;

use crate::base::id::Id;
use crate::facts::mapping::edit::MappingsEdit;
use crate::i18n::errors::edit_error;
use crate::i18n::use_locale;
use crate::store::use_workbook;
use crate::tools::import::text::mapping::{problem, subject, text};
use crate::tools::import::view::mapping::MappingPanel;
use crate::tools::import::view::mapping::draft::Draft;
use crate::ui::{Button, ButtonKind, IconButton, IconName, Section, TextField, use_toasts};

/// The mappings: renamed, changed, removed.
#[component]
pub fn MappingList() -> impl IntoView {
    let t = text(use_locale());
    let workbook = use_workbook();
    let mappings = workbook.select(|wb| wb.mappings.clone());
    let ids = Memo::new(move |_| {
        mappings.with(|all| all.mappings.iter().map(|one| one.id).collect::<Vec<_>>())
    });
    let changed = RwSignal::new(None::<Id>);
    view! {
        <Show when=move || !ids.with(Vec::is_empty)>
            <Section title=t.list note=t.list_note>
                <table class="table mapping-list">
                    <thead>
                        <tr>
                            <th>{t.list_name}</th>
                            <th>{t.subject}</th>
                            <th data-align="end">{t.used}</th>
                            <th>
                                <span class="visually-hidden">{t.actions}</span>
                            </th>
                        </tr>
                    </thead>
                    <tbody>
                        <For each=move || ids.get() key=|id| *id let:id>
                            <MappingRow id changed />
                        </For>
                    </tbody>
                </table>
            </Section>
        </Show>
        <Change changed />
    }
}

/// One mapping; it looks itself up.
#[component]
fn MappingRow(id: Id, changed: RwSignal<Option<Id>>) -> impl IntoView {
    let locale = use_locale();
    let t = text(locale);
    let (workbook, toasts) = (use_workbook(), use_toasts());
    let mapping = workbook.select(move |wb| wb.mappings.get(id).cloned());
    let name = Memo::new(move |_| {
        mapping.with(|one| one.as_ref().map(|one| one.name.clone())).unwrap_or_default()
    });
    let rename = move |name: String| {
        if let Err(error) = workbook.edit(MappingsEdit::Rename(id, name)) {
            toasts.say(edit_error(&error, locale));
        }
    };
    let remove = move |()| {
        let name = name.get_untracked();
        match workbook.edit(MappingsEdit::Remove(id)) {
            Ok(()) => toasts.say_with((t.removed)(&name), t.undo, move || {
                workbook.undo();
            }),
            Err(error) => toasts.say(edit_error(&error, locale)),
        }
    };
    let what = move || mapping.get().map(|one| subject(one.subject, locale));
    let used = move || mapping.get().map(|one| (t.n_columns)(one.n_metrics()));
    let wrong = move || {
        let mapping = mapping.get()?;
        let error = mapping.check().err()?;
        let words = problem(&error, mapping.subject, locale);
        Some(view! { <p class="mapping-broken">{t.broken} {words}</p> })
    };
    view! {
        <tr>
            <th scope="row">
                <TextField
                    label=Signal::derive(move || (t.name_of)(&name.get()))
                    value=name
                    on_commit=rename
                    is_bare=true
                />
                {wrong}
            </th>
            <td data-wrap="" data-label=t.subject>
                {what}
            </td>
            <td data-align="end" data-label=t.used>
                {used}
            </td>
            <td class="table-actions">
                <span class="mapping-row-actions">
                    <Button
                        kind=ButtonKind::Plain
                        title=Signal::derive(move || (t.edit)(&name.get()))
                        on_press=move |()| changed.set(Some(id))
                    >
                        {t.edit_short}
                        " "
                        <span class="visually-hidden">{move || name.get()}</span>
                    </Button>
                    <IconButton
                        icon=IconName::Close
                        label=Signal::derive(move || (t.remove)(&name.get()))
                        on_press=remove
                    />
                </span>
            </td>
        </tr>
    }
}

/// The panel of the mapping that is changed.
#[component]
fn Change(changed: RwSignal<Option<Id>>) -> impl IntoView {
    let locale = use_locale();
    let (workbook, toasts) = (use_workbook(), use_toasts());
    move || {
        let id = changed.get()?;
        let start = workbook.with(|wb| wb.mappings.get(id).map(Draft::of_mapping))?;
        let done = move |chosen: crate::files::mapping::Chosen| match workbook
            .edit(MappingsEdit::Put(Box::new(chosen.mapping)))
        {
            Ok(()) => changed.set(None),
            Err(error) => toasts.say(edit_error(&error, locale)),
        };
        Some(view! {
            <MappingPanel
                start
                file=String::new()
                tried=None
                on_done=Callback::new(done)
                on_cancel=Some(Callback::new(move |()| changed.set(None)))
            />
        })
    }
}
