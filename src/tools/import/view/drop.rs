//! Where files come in: by drop, which the window takes, and by a button.

use leptos::html;
use leptos::prelude::*;
use web_sys::{File, FileList};

use crate::i18n::use_locale;
use crate::store::use_workbook;
use crate::tools::import::text::text;
use crate::tools::import::view::state::use_import;
use crate::ui::{Button, ButtonKind, Icon, IconName, Section};

fn files(list: Option<FileList>) -> Vec<File> {
    let Some(list) = list else { return Vec::new() };
    (0..list.length()).filter_map(|idx| list.get(idx)).collect()
}

/// What the file dialog offers first; content decides, whatever is chosen.
const ACCEPT: &str = ".xls,.xlsx,.csv,.txt,.tsv,.htm,.html,.json";

/// The place that asks for files. The window takes what is dropped, here as everywhere.
#[component]
pub fn DropZone() -> impl IntoView {
    let t = text(use_locale());
    // After an import the way on is the page's one primary button.
    let is_done = use_import().outcome.with_untracked(Option::is_some);
    let kind = if is_done { ButtonKind::Plain } else { ButtonKind::Primary };
    view! {
        <div class="drop-zone">
            <Icon name=IconName::Import size=24 />
            <p class="strong">{t.drop}</p>
            <FileButton kind />
            <p class="small muted">{t.drop_note}</p>
        </div>
    }
}

/// Opens the browser's file dialog.
#[component]
pub fn FileButton(
    /// How much it asks to be pressed.
    #[prop(optional)]
    kind: ButtonKind,
) -> impl IntoView {
    let t = text(use_locale());
    let import = use_import();
    let workbook = use_workbook();
    let input = NodeRef::<html::Input>::new();
    let open = move |()| {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    };
    let is_first = import.entries.with_untracked(Vec::is_empty);
    view! {
        <input
            node_ref=input
            class="visually-hidden"
            type="file"
            multiple
            accept=ACCEPT
            aria-label=t.choose
            tabindex="-1"
            on:change:target=move |event| {
                let input = event.target();
                import.add(files(input.files()), workbook);
                // The same file can then be chosen again.
                input.set_value("");
            }
        />
        <Button kind on_press=open>{if is_first { t.choose } else { t.more_files }}</Button>
    }
}

/// What can be read.
#[component]
pub fn Sources() -> impl IntoView {
    let t = text(use_locale());
    let rows = t.sources.iter().map(|(what, how)| {
        view! {
            <div>
                <dt>{*what}</dt>
                <dd>{*how}</dd>
            </div>
        }
    });
    view! {
        <Section title=t.sources_title>
            <dl class="import-sources">{rows.collect_view()}</dl>
        </Section>
    }
}
