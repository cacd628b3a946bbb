//! Files: dropped anywhere on the window, or chosen.

use leptos::ev::DragEvent;
use leptos::prelude::*;
use web_sys::{DataTransfer, File};

use crate::i18n::store_words::store_error;
use crate::i18n::text::text;
use crate::i18n::use_locale;
use crate::platform::{document, files, page};
use crate::route::Route;
use crate::route::pages::has_page;
use crate::store::books::fetch_bookkeeping;
use crate::store::{DroppedFiles, use_dropped_files, use_workbook};
use crate::ui::{Icon, IconName, Toasts, use_toasts};

/// Where files go: workbooks are opened, everything else is for the import page.
#[derive(Clone, Copy)]
pub struct Inbox {
    workbook: crate::store::WorkbookStore,
    dropped: DroppedFiles,
    toasts: Toasts,
    locale: crate::base::locale::Locale,
}

impl Inbox {
    /// Called in the body of a component.
    pub fn of_page() -> Self {
        Self {
            workbook: use_workbook(),
            dropped: use_dropped_files(),
            toasts: use_toasts(),
            locale: use_locale(),
        }
    }

    /// Takes files in.
    pub fn take(self, files: Vec<File>) {
        let (workbooks, tables): (Vec<File>, Vec<File>) =
            files.into_iter().partition(|file| is_json(&file.name()));
        for file in workbooks {
            page::spawn(Box::pin(self.open(file)));
        }
        if !tables.is_empty() {
            if has_page(Route::Import) {
                document::go(&Route::Import.href());
            }
            self.dropped.add(tables);
        }
    }

    async fn open(self, file: File) {
        let t = text(self.locale);
        let Ok(json) = files::text(&file).await else {
            self.toasts.say((t.not_opened)(&file.name(), t.unreadable_file));
            return;
        };
        // A file can be quicker than the program.
        fetch_bookkeeping().await;
        match self.workbook.import_json(&json) {
            Ok(_) => self.toasts.say((t.opened)(&file.name())),
            Err(error) => {
                let reason = store_error(&error, self.locale);
                self.toasts.say((t.not_opened)(&file.name(), &reason));
            }
        }
    }
}

/// By the ending, in any case.
fn is_json(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("json"))
}

fn has_files(event: &DragEvent) -> bool {
    let types = event.data_transfer().map(|data| data.types());
    types.is_some_and(|types| types.includes(&"Files".into(), 0))
}

fn files_of(data: &DataTransfer) -> Vec<File> {
    let list = data.files();
    (0..list.as_ref().map_or(0, |list| list.length()))
        .filter_map(|idx| list.as_ref().and_then(|list| list.get(idx)))
        .collect()
}

/// Listens for files over the whole window, and says where they would go.
#[component]
pub fn DropOverlay() -> impl IntoView {
    let t = text(use_locale());
    let inbox = Inbox::of_page();
    // Entering and leaving elements come in pairs; outside of the window there are none left.
    let depth = RwSignal::new(0_i32);
    let entered = window_event_listener(leptos::ev::dragenter, move |event| {
        if has_files(&event) {
            event.prevent_default();
            depth.update(|depth| *depth += 1);
        }
    });
    let left = window_event_listener(leptos::ev::dragleave, move |event| {
        if has_files(&event) {
            depth.update(|depth| *depth = (*depth - 1).max(0));
        }
    });
    let over = window_event_listener(leptos::ev::dragover, |event| {
        // Without this the browser would open the file in the page's place.
        if has_files(&event) {
            event.prevent_default();
        }
    });
    let dropped = window_event_listener(leptos::ev::drop, move |event| {
        depth.set(0);
        if has_files(&event) {
            event.prevent_default();
            if let Some(data) = event.data_transfer() {
                inbox.take(files_of(&data));
            }
        }
    });
    on_cleanup(move || {
        entered.remove();
        left.remove();
        over.remove();
        dropped.remove();
    });
    view! {
        <Show when=move || 0 < depth.get()>
            <div class="drop-overlay">
                <Icon name=IconName::Import size=32 />
                <p>{t.drop}</p>
                <p class="small muted">{t.drop_note}</p>
            </div>
        </Show>
    }
}

/// A field for choosing files that is not seen; a button presses it by its id.
#[component]
pub fn FileChooser(
    /// The id by which [`document::press`] finds it.
    id: &'static str,
    /// Endings that are offered: `.json`.
    accept: &'static str,
    /// Its accessible name.
    label: &'static str,
) -> impl IntoView {
    let inbox = Inbox::of_page();
    view! {
        <input
            id=id
            class="visually-hidden"
            type="file"
            multiple
            tabindex="-1"
            aria-label=label
            accept=accept
            on:change:target=move |event| {
                let input = event.target();
                let list = input.files();
                let files = (0..list.as_ref().map_or(0, |list| list.length()))
                    .filter_map(|idx| list.as_ref().and_then(|list| list.get(idx)))
                    .collect();
                // The same file can be chosen again.
                input.set_value("");
                inbox.take(files);
            }
        />
    }
}
