//! Cards on paper: which of them, each on a page of its own.

use leptos::prelude::*;

use crate::base::id::Id;
use crate::platform::page as browser;
use crate::tools::personas::text::text;
use crate::tools::personas::view::card::Sheet;
use crate::tools::personas::view::state::Page;
use crate::ui::{Button, ButtonKind, Checkbox, Dialog, IconName};

/// Asks which cards to print; all of them to begin with.
#[component]
pub fn PrintDialog(page: Page) -> impl IntoView {
    let t = text(page.locale);
    let chosen = RwSignal::new(Vec::<Id>::new());
    Effect::new(move |_| {
        if page.is_printing.get() {
            let all = page.all.get_untracked();
            chosen.set(all.personas.iter().map(|one| one.id).collect());
        }
    });
    let print = move |()| {
        page.is_printing.set(false);
        // On paper they stand in the order of the list, whatever the order of choosing.
        let all = page.all.get_untracked();
        let ids = all.personas.iter().map(|one| one.id);
        let chosen = chosen.get_untracked();
        page.printed.set(ids.filter(|id| chosen.contains(id)).collect());
        // The cards stand in the page before the browser looks at it.
        browser::after(0, browser::print);
    };
    let actions = move || {
        view! {
            <Button on_press=move |()| page.is_printing.set(false)>{t.cancel}</Button>
            <Button
                kind=ButtonKind::Primary
                icon=IconName::Print
                disabled=Signal::derive(move || chosen.read().is_empty())
                on_press=print
            >
                {move || (t.print_n)(chosen.read().len())}
            </Button>
        }
    };
    let choice = move |(id, name): (Id, String)| {
        let toggle = move |is_on: bool| {
            chosen.update(|chosen| {
                chosen.retain(|one| *one != id);
                if is_on {
                    chosen.push(id);
                }
            });
        };
        let checked = Signal::derive(move || chosen.read().contains(&id));
        view! { <Checkbox label=name checked on_change=toggle /> }
    };
    let names = page.store.select(|wb| wb.persona_names());
    view! {
        <Dialog title=t.print_title open=page.is_printing actions>
            <p class="muted">{t.print_note}</p>
            <div class="stack" role="group" aria-label=t.print_title>
                {move || names.get().into_iter().map(choice).collect_view()}
            </div>
        </Dialog>
    }
}

/// The cards that are printed; nothing on the screen. They go when the browser has its pages.
#[component]
pub fn PrintedCards(page: Page) -> impl IntoView {
    let listener =
        window_event_listener(leptos::ev::afterprint, move |_| page.printed.set(Vec::new()));
    on_cleanup(move || listener.remove());
    view! {
        <div class="persona-sheets">
            <For each=move || page.printed.get() key=|id| *id let:id>
                <article class="persona-card">
                    <Sheet page id />
                </article>
            </For>
        </div>
    }
}
