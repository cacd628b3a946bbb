//! The import page: a place for files, the preview of what they would change, the log.

mod changes;
mod columns;
mod days;
mod drop;
mod files;
mod log;
mod mapping;
mod products;
mod refused;
pub mod state;

use std::sync::Arc;

use leptos::prelude::*;

use crate::files::ReadFile;
use crate::files::refusal::Reason;
use crate::i18n::errors::edit_error;
use crate::i18n::use_locale;
use crate::platform::{importer, page, random};
use crate::route::Route;
use crate::store::{use_dropped_files, use_workbook};
use crate::tools::import::text::mapping::text as mapping_text;
use crate::tools::import::text::{Applied, text};
use crate::tools::import::view::changes::{RestatedTable, TotalsTable};
use crate::tools::import::view::columns::{ColumnLists, PersonalColumns};
use crate::tools::import::view::days::FirstDays;
use crate::tools::import::view::drop::{DropZone, FileButton, Sources};
use crate::tools::import::view::files::FileTable;
use crate::tools::import::view::log::ImportLog;
use crate::tools::import::view::mapping::MappingPanel;
use crate::tools::import::view::mapping::draft::Draft;
use crate::tools::import::view::mapping::list::MappingList;
use crate::tools::import::view::products::NewProducts;
use crate::tools::import::view::refused::{RefusedFiles, RefusedRows};
use crate::tools::import::view::state::{Outcome, Seen, use_import};
use crate::ui::{Button, ButtonKind, LinkButton, Message, PageHead, Tone};
use crate::workbook::edit::Step;

/// The import page.
#[component]
pub fn ImportPage() -> impl IntoView {
    let import = use_import();
    let (dropped, workbook) = (use_dropped_files(), use_workbook());
    // The window takes what is dropped anywhere; here it arrives.
    Effect::new(move || import.add(dropped.take(), workbook));
    let is_idle = Memo::new(move |_| import.entries.with(Vec::is_empty));
    page::after_paint(importer::prepare);
    view! {
        <div class="page import">
            <Show when=move || is_idle.get() fallback=|| view! { <Preview /> }>
                <Idle />
            </Show>
        </div>
    }
}

/// No file yet: where to put one, what can be read, what was read before.
#[component]
fn Idle() -> impl IntoView {
    let t = text(use_locale());
    view! {
        <PageHead title=t.title question=t.question />
        <LastOutcome />
        <NewProducts />
        <DropZone />
        <Sources />
        <MappingList />
        <ImportLog />
    }
}

/// What was done last, and the way back.
#[component]
fn LastOutcome() -> impl IntoView {
    let locale = use_locale();
    let t = text(locale);
    let import = use_import();
    let workbook = use_workbook();
    let next_undo = workbook.next_undo();
    let can_undo = move || matches!(next_undo.get(), Some(Step::Import(_)));
    let undo = move |()| {
        workbook.undo();
        import.outcome.set(None);
    };
    let applied = move |what: Applied| {
        let actions = move || {
            view! {
                <Show when=can_undo>
                    <Button on_press=undo>{t.undo}</Button>
                </Show>
                <LinkButton href=Route::Goals.href() kind=ButtonKind::Primary>
                    {t.to_goals}
                </LinkButton>
            }
        };
        view! {
            <Message tone=Tone::Done actions>
                {(t.applied)(&what)}
            </Message>
        }
    };
    move || {
        import.outcome.get().map(|outcome| match outcome {
            Outcome::Applied(what) => applied(what).into_any(),
            Outcome::Opened(name) => {
                view! { <Message tone=Tone::Done>{(t.opened)(&name)}</Message> }.into_any()
            }
            Outcome::Failed(error) => {
                view! { <Message tone=Tone::Alert>{edit_error(&error, locale)}</Message> }
                    .into_any()
            }
        })
    }
}

/// What the files say and would change.
#[component]
fn Preview() -> impl IntoView {
    let t = text(use_locale());
    let import = use_import();
    let workbook = use_workbook();
    let seen = import.seen(workbook);
    let n_changing =
        Memo::new(move |_| seen.with(|seen| seen.iter().filter(|seen| seen.is_change()).count()));
    let actions = move || {
        let cannot_apply = Signal::derive(move || n_changing.get() == 0);
        let apply_words = move || match n_changing.get() {
            0 => t.nothing_to_apply.to_owned(),
            n_files => (t.apply)(n_files),
        };
        view! {
            <FileButton />
            <Button on_press=move |()| import.cancel()>{t.cancel}</Button>
            <Button
                kind=ButtonKind::Primary
                disabled=cannot_apply
                on_press=move |()| import.apply(workbook, &seen.read_untracked())
            >
                {apply_words}
            </Button>
        }
    };
    view! {
        <PageHead title=t.preview_title question=t.preview_question actions />
        <LastOutcome />
        <FileTable seen />
        <Details seen />
        <RefusedFiles />
    }
}

/// What the selected file would change.
#[component]
fn Details(
    /// What every file would change.
    seen: Memo<Vec<Seen>>,
) -> impl IntoView {
    let import = use_import();
    let workbook = use_workbook();
    let locale = use_locale();
    // The file whose mapping is being changed.
    let changed = RwSignal::new(None::<u32>);
    let mapped = Memo::new(move |_| {
        let key = import.selected.get()?;
        import.entries.with(|all| {
            let entry = all.iter().find(|entry| entry.key == key)?;
            let (hand, why) = entry.by_hand()?;
            let is_made = entry.read().is_none() || changed.get() == Some(key);
            // That nobody knows the table is what the panel is for.
            let is_said = |why: &&Reason| {
                hand.chosen.is_some() || !matches!(why, Reason::UnknownHeader { .. })
            };
            let tried = why.filter(is_said).cloned();
            is_made.then(|| (key, entry.file.clone(), hand.clone(), tried, entry.read().is_some()))
        })
    });
    let panel = move || {
        mapped.get().map(|(key, file, hand, tried, is_read)| {
            let start = Draft::of_file(&hand, &file, random::new_id(), locale);
            let done = move |chosen| {
                changed.set(None);
                import.read_by(key, chosen, workbook);
            };
            let cancel = is_read.then(|| Callback::new(move |()| changed.set(None)));
            view! {
                <MappingPanel start file tried on_done=Callback::new(done) on_cancel=cancel />
            }
        })
    };
    let read = Memo::new(move |_| {
        let key = import.selected.get()?;
        import.entries.with(|all| all.iter().find(|e| e.key == key).and_then(|e| e.read().cloned()))
    });
    let preview = Memo::new(move |_| {
        let key = import.selected.get()?;
        seen.with(|all| all.iter().find(|seen| seen.key == key).map(|seen| seen.preview.clone()))
    });
    let details = move || {
        let (read, preview) = (read.get()?, preview.get()?);
        if mapped.with(Option::is_some) {
            return None;
        }
        Some(view! {
            <MappedNote seen changed read=read.clone() />
            <div class="columns" data-columns="main-side">
                <div class="stack">
                    <RestatedTable preview=preview.clone() />
                    <FirstDays read=read.clone() />
                    <RefusedRows read=read.clone() />
                </div>
                <div class="stack">
                    <TotalsTable preview />
                    <ColumnLists read=read.clone() />
                    <PersonalColumns read />
                </div>
            </div>
        })
    };
    view! {
        {panel}
        {details}
    }
}

/// By which mapping the file was read, and the way to another.
#[component]
fn MappedNote(
    /// What every file would change.
    seen: Memo<Vec<Seen>>,
    /// The file whose mapping is being changed.
    changed: RwSignal<Option<u32>>,
    /// What was read.
    read: Arc<ReadFile>,
) -> impl IntoView {
    let t = mapping_text(use_locale());
    let import = use_import();
    let name = read.by_hand.as_ref()?.chosen.as_ref()?.mapping.name.clone();
    let is_new = move || {
        let key = import.selected.get();
        seen.with(|all| all.iter().any(|one| Some(one.key) == key && one.maps))
    };
    let actions = move || {
        view! {
            <Button on_press=move |()| changed.set(import.selected.get_untracked())>
                {t.change}
            </Button>
        }
    };
    Some(view! {
        <Message actions>
            {(t.read_by)(&name)}
            " "
            {move || is_new().then_some(t.is_new)}
        </Message>
    })
}
