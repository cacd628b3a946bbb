//! The archive page.

mod copies;
mod facts;
mod snapshots;
mod storage;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::base::id::Id;
use crate::i18n::copy_words::words;
use crate::i18n::format;
use crate::i18n::store_words::store_error;
use crate::i18n::use_locale;
use crate::persist::shelf::{Entry, EntryState, Shelf};
use crate::platform::document;
use crate::store::{OPEN_WORKBOOK, StoreError, WorkbookStore, use_workbook};
use crate::tools::archive::text::{Text, size, text};
use crate::tools::archive::view::copies::{CHOOSE_COPY, CopyDialog};
use crate::tools::archive::view::facts::Facts;
use crate::tools::archive::view::snapshots::Snapshots;
use crate::tools::archive::view::storage::Storage;
use crate::ui::{
    Button, ButtonKind, Dialog, IconName, Menu, MenuItem, PageHead, Section, Tag, TextField,
    Toasts, Tone, use_toasts,
};

/// What the rows of the page do, and how the page hears of it.
#[derive(Clone, Copy)]
struct Desk {
    t: &'static Text,
    locale: crate::base::locale::Locale,
    workbook: WorkbookStore,
    toasts: Toasts,
    /// Grows when something was done that no signal tells of.
    done: RwSignal<u32>,
    renaming: RwSignal<Option<(Id, String)>>,
    forgetting: RwSignal<Option<(Id, String)>>,
}

impl Desk {
    /// Says what went wrong, if anything did, and looks at storage again.
    fn told<T>(self, result: Result<T, StoreError>) -> Option<T> {
        self.done.update(|n| *n = n.wrapping_add(1));
        result.map_err(|error| self.toasts.say(store_error(&error, self.locale))).ok()
    }

    fn name_of(self, entry: &Entry) -> String {
        if entry.name.trim().is_empty() { self.t.unnamed.to_owned() } else { entry.name.clone() }
    }

    fn delete(self, entry: &Entry) {
        let (id, name) = (entry.id, self.name_of(entry));
        let was_open = self.workbook.id().get_untracked() == id;
        if self.told(self.workbook.delete(id)).is_some() {
            self.toasts.say_with((self.t.deleted)(&name), self.t.restore, move || {
                if self.told(self.workbook.restore(id)).is_some() && was_open {
                    self.told(self.workbook.open(id));
                }
            });
        }
    }
}

/// The page.
#[component]
pub fn ArchivePage() -> impl IntoView {
    let locale = use_locale();
    let t = text(locale);
    let workbook = use_workbook();
    let desk = Desk {
        t,
        locale,
        workbook,
        toasts: use_toasts(),
        done: RwSignal::new(0),
        renaming: RwSignal::new(None),
        forgetting: RwSignal::new(None),
    };
    let shelf = Memo::new(move |_| {
        // Storage itself tells nobody: looked at again after each save and each command.
        desk.done.track();
        workbook.save_state().track();
        workbook.id().track();
        workbook.list().unwrap_or_default()
    });
    let create = move |()| {
        desk.told(workbook.create(""));
    };
    let sample = move |()| {
        spawn_local(async move {
            desk.told(workbook.open_sample(locale).await);
        });
    };
    let actions = move || {
        view! {
            <Button on_press=sample>{t.sample}</Button>
            <Button on_press=|()| document::press(CHOOSE_COPY)>{words(locale).bring_in}</Button>
            <Button icon=IconName::Import on_press=|()| document::press(OPEN_WORKBOOK)>
                {t.open_file}
            </Button>
            <Button kind=ButtonKind::Primary icon=IconName::Plus on_press=create>
                {t.create}
            </Button>
        }
    };
    view! {
        <div class="page">
            <PageHead title=t.title question=t.question actions />
            <Workbooks desk shelf />
            <Show when=move || !shelf.read().trash.is_empty()>
                <Trash desk shelf />
            </Show>
            <Snapshots desk />
            <Facts />
            <Storage desk shelf />
            <RenameDialog desk />
            <ForgetDialog desk />
            <CopyDialog desk />
        </div>
    }
}

#[component]
fn Workbooks(desk: Desk, shelf: Memo<Shelf>) -> impl IntoView {
    let t = desk.t;
    let note = move || (t.n_workbooks)(shelf.read().workbooks.len());
    view! {
        <Section title=t.workbooks note=Signal::derive(note)>
            <div class="table-scroll">
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{t.name}</th>
                            <th scope="col">{t.saved}</th>
                            <th scope="col" data-align="end">
                                {t.size}
                            </th>
                            <th scope="col" data-align="end">
                                <span class="visually-hidden">{t.actions}</span>
                            </th>
                        </tr>
                    </thead>
                    <tbody>
                        <For
                            each=move || shelf.get().workbooks
                            key=row_key
                            let:entry
                        >
                            <WorkbookRow desk entry />
                        </For>
                    </tbody>
                </table>
            </div>
            <Show when=move || shelf.read().workbooks.is_empty()>
                <p class="muted">{t.none_yet}</p>
            </Show>
        </Section>
    }
}

#[component]
fn WorkbookRow(desk: Desk, entry: Entry) -> impl IntoView {
    let Desk { t, workbook, .. } = desk;
    let (id, name) = (entry.id, desk.name_of(&entry));
    let is_open = move || workbook.id().get() == id;
    let state = match entry.state {
        EntryState::Fine => None,
        EntryState::Newer { .. } => Some(t.newer),
        EntryState::Damaged => Some(t.damaged),
    };
    let items = {
        let (entry, name) = (entry.clone(), name.clone());
        Signal::derive(move || {
            let (shown, copy, gone) = (name.clone(), name.clone(), entry.clone());
            let rename = move || desk.renaming.set(Some((id, shown.clone())));
            let duplicate = move || {
                desk.told(workbook.duplicate(id, &(t.copy_of)(&copy)));
            };
            let download = move || {
                desk.told(workbook.download_of(id));
            };
            vec![
                MenuItem::new(t.rename, rename).with_icon(IconName::Edit),
                MenuItem::new(t.duplicate, duplicate).with_icon(IconName::Copy),
                MenuItem::new(t.download, download).with_icon(IconName::Export),
                MenuItem::new(t.delete, move || desk.delete(&gone)).with_icon(IconName::Delete),
            ]
        })
    };
    let open = move |()| {
        desk.told(workbook.open(id));
    };
    let more = (t.more)(&name);
    view! {
        <tr data-kind=move || is_open().then_some("current")>
            <td data-wrap="">
                <bdi class="strong">{name}</bdi>
                " "
                {state.map(|state| view! { <Tag tone=Tone::Alert>{state}</Tag> })}
            </td>
            <td>{format::time_short(&entry.at)}</td>
            <td data-align="end">{size(entry.size)}</td>
            <td class="table-actions">
                <Show
                    when=is_open
                    fallback=move || {
                        view! {
                            <Button kind=ButtonKind::Quiet on_press=open>
                                {t.open}
                            </Button>
                        }
                    }
                >
                    <Tag>{t.open_now}</Tag>
                </Show>
                <Menu label=more.clone() items class="button button-quiet button-icon">
                    <crate::ui::Icon name=IconName::More />
                </Menu>
            </td>
        </tr>
    }
}

#[component]
fn Trash(desk: Desk, shelf: Memo<Shelf>) -> impl IntoView {
    let Desk { t, workbook, .. } = desk;
    let row = move |entry: Entry| {
        let (id, name) = (entry.id, desk.name_of(&entry));
        let shown = name.clone();
        let restore = move |()| {
            desk.told(workbook.restore(id));
        };
        view! {
            <tr>
                <td data-wrap="">
                    <bdi>{name}</bdi>
                </td>
                <td>{format::time_short(&entry.at)}</td>
                <td data-align="end">{size(entry.size)}</td>
                <td class="table-actions">
                    <Button kind=ButtonKind::Quiet on_press=restore>
                        {t.restore}
                    </Button>
                    <Button
                        kind=ButtonKind::Quiet
                        on_press=move |()| desk.forgetting.set(Some((id, shown.clone())))
                    >
                        {t.forget}
                    </Button>
                </td>
            </tr>
        }
    };
    view! {
        <Section title=t.trash note=t.trash_note>
            <div class="table-scroll">
                <table class="table">
                    <tbody>
                        <For each=move || shelf.get().trash key=row_key let:entry>
                            {row(entry)}
                        </For>
                    </tbody>
                </table>
            </div>
        </Section>
    }
}

/// What a row shows: it is drawn anew when any of it is another one.
fn row_key(entry: &Entry) -> (Id, String, String, usize) {
    (entry.id, entry.at.clone(), entry.name.clone(), entry.size)
}

#[component]
fn RenameDialog(desk: Desk) -> impl IntoView {
    let Desk { t, workbook, renaming, .. } = desk;
    let open = open_while(renaming);
    let save = move |()| {
        if let Some((id, name)) = renaming.get_untracked() {
            desk.told(workbook.rename(id, &name));
        }
        open.set(false);
    };
    let actions = move || {
        view! {
            <Button on_press=move |()| open.set(false)>{t.cancel}</Button>
            <Button kind=ButtonKind::Primary on_press=save>
                {t.save}
            </Button>
        }
    };
    let name = Signal::derive(move || renaming.get().map(|(_, name)| name).unwrap_or_default());
    let change = move |name: String| {
        renaming.update(|renaming| {
            if let Some((_, shown)) = renaming {
                *shown = name;
            }
        });
    };
    view! {
        <Dialog title=t.rename open actions>
            <TextField label=t.name value=name on_commit=change />
        </Dialog>
    }
}

#[component]
fn ForgetDialog(desk: Desk) -> impl IntoView {
    let Desk { t, workbook, forgetting, .. } = desk;
    let open = open_while(forgetting);
    let forget = move |()| {
        if let Some((id, _)) = forgetting.get_untracked() {
            desk.told(workbook.forget(id));
        }
        open.set(false);
    };
    let actions = move || {
        view! {
            <Button on_press=forget>{t.forget}</Button>
            <Button kind=ButtonKind::Primary on_press=move |()| open.set(false)>
                {t.cancel}
            </Button>
        }
    };
    let title = Signal::derive(move || {
        forgetting.get().map(|(_, name)| (t.forget_question)(&name)).unwrap_or_default()
    });
    view! {
        <Dialog title open actions>
            <p>{t.forget_note}</p>
        </Dialog>
    }
}

/// A dialog's open state that follows whether there is something to ask about.
fn open_while(subject: RwSignal<Option<(Id, String)>>) -> RwSignal<bool> {
    let open = RwSignal::new(false);
    // Two signals meet here because a dialog closes itself: each follows the other's change once.
    Effect::new(move || {
        let is_there = subject.read().is_some();
        if is_there != open.get_untracked() {
            open.set(is_there);
        }
    });
    Effect::new(move || {
        if !open.get() && subject.read_untracked().is_some() {
            subject.set(None);
        }
    });
    open
}
