//! One cell: its amount, floor, cap and note.

use leptos::prelude::*;

use crate::i18n::errors::number_error;
use crate::i18n::use_locale;
use crate::tools::goals::calc::page::cell::{CellDraft, Field};
use crate::tools::goals::calc::page::entry::EntryError;
use crate::tools::goals::text::{names, parts};
use crate::tools::goals::view::state::Page;
use crate::ui::{Button, ButtonKind, Dialog, TextField};

/// What is typed into the form, and what is wrong with it.
#[derive(Clone, Copy)]
struct Form {
    page: Page,
    draft: RwSignal<CellDraft>,
    problem: RwSignal<Option<(Field, EntryError)>>,
}

impl Form {
    fn save(self) {
        let key = self.page.dialogs.cell_key.get_untracked();
        match self.draft.with_untracked(|draft| draft.change(key, self.page.unit_now())) {
            Ok(change) => {
                self.page.dialogs.cell.set(false);
                self.page.set_cells(vec![change]);
            }
            Err(problem) => self.problem.set(Some(problem)),
        }
    }
}

/// The dialog of a cell. All four properties are one step of undo.
#[component]
pub fn CellDialog(page: Page) -> impl IntoView {
    let locale = use_locale();
    let t = parts::text(locale);
    let form =
        Form { page, draft: RwSignal::new(CellDraft::default()), problem: RwSignal::new(None) };
    let title = Signal::derive(move || {
        let key = page.dialogs.cell_key.get();
        (t.cell_title)(&names::period_long(key, page.year.get(), page.cut.get(), locale))
    });
    let open = page.dialogs.cell;
    let unlock = move |()| {
        form.draft.update(|draft| draft.lock.clear());
        form.save();
    };
    let is_open_cell = Signal::derive(move || form.draft.with(|draft| draft.lock.is_empty()));
    let actions = move || {
        view! {
            <Button disabled=is_open_cell on_press=unlock>{t.unlock}</Button>
            <Button on_press=move |()| open.set(false)>{t.cancel}</Button>
            <Button kind=ButtonKind::Primary on_press=move |()| form.save()>{t.save}</Button>
        }
    };
    view! { <Dialog title open actions><CellForm form /></Dialog> }
}

/// The four fields; filled from the plan each time that the dialog opens.
#[component]
fn CellForm(form: Form) -> impl IntoView {
    let locale = use_locale();
    let t = parts::text(locale);
    let page = form.page;
    let key = page.dialogs.cell_key.get_untracked();
    let unit = page.plan.with_untracked(|plan| plan.as_ref().map(|plan| plan.unit));
    let unit = unit.unwrap_or_default();
    let row = page.table.with_untracked(|table| table.as_ref().and_then(|table| table.row(key)));
    let target = row.as_ref().map_or(0, |row| row.target);
    let rule = row.and_then(|row| row.rule);
    form.draft.set(CellDraft::of(rule.as_ref(), |value| names::plain(value, unit)));
    form.problem.set(None);
    let spread = (t.cell_free_now)(&names::exact(target, unit, locale));
    view! {
        <CellField form field=Field::Lock label=t.cell_amount help=spread />
        <div class="goals-pair">
            <CellField form field=Field::Floor label=t.cell_floor help=t.cell_bound_hint.to_owned() />
            <CellField form field=Field::Cap label=t.cell_cap help=t.cell_bound_hint.to_owned() />
        </div>
        <CellField form field=Field::Note label=t.cell_note help=String::new() />
    }
}

/// One field of the form.
#[component]
fn CellField(form: Form, field: Field, label: &'static str, help: String) -> impl IntoView {
    let locale = use_locale();
    let t = parts::text(locale);
    let error = Signal::derive(move || {
        let (_, error) = form.problem.get().filter(|(bad, _)| *bad == field)?;
        Some(match error {
            EntryError::Number(error) => number_error(&error, locale),
            EntryError::Negative => t.negative.to_owned(),
        })
    });
    let value = Signal::derive(move || form.draft.with(|draft| draft.get(field).to_owned()));
    let commit = move |text: String| form.draft.update(|draft| draft.set(field, text));
    view! { <TextField label value on_commit=commit error help=Signal::stored(help) /> }
}
