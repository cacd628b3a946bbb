//! The personas' page: who buys, why, and what they fear.

mod bind;
mod card;
mod carry;
mod compare;
mod form;
mod insights;
mod list;
mod needs;
mod paste;
mod print;
mod remove;
mod rows;
mod sheet;
mod state;
mod tables;

use leptos::prelude::*;

use crate::i18n::use_locale;
use crate::platform::page as browser;
use crate::route::pages::follow_thing;
use crate::tools::personas::text::text;
use crate::tools::personas::view::card::{CardView, save_picture};
use crate::tools::personas::view::carry::TakeIn;
use crate::tools::personas::view::compare::Compare;
use crate::tools::personas::view::form::Form;
use crate::tools::personas::view::list::{ImpliedSales, PersonaList};
use crate::tools::personas::view::needs::NeedsView;
use crate::tools::personas::view::paste::PasteDialog;
use crate::tools::personas::view::print::{PrintDialog, PrintedCards};
use crate::tools::personas::view::remove::RemoveDialog;
use crate::tools::personas::view::state::{Mode, Page};
use crate::tools::personas::view::tables::{RegionsView, SegmentsView, VisitsView};
use crate::ui::{Button, ButtonKind, EmptyState, IconName, Message, PageHead, Segmented, Tone};

/// The page.
#[component]
pub fn PersonasPage() -> impl IntoView {
    let page = Page::new(use_locale());
    follow_thing(move |id| {
        let is_there = page.all.with_untracked(|all| all.personas.iter().any(|one| one.id == id));
        if is_there {
            page.choose(id);
        }
        is_there
    });
    view! {
        <div class="page">
            <Head page />
            {move || {
                page.trouble.get().map(|words| view! { <Message tone=Tone::Alert>{words}</Message> })
            }}
            {move || match page.mode.get() {
                Mode::Card => view! { <CardMode page /> }.into_any(),
                Mode::Compare => view! { <Compare page /> }.into_any(),
                Mode::Needs => view! { <NeedsView page /> }.into_any(),
                Mode::Regions => view! { <RegionsView page /> }.into_any(),
                Mode::Visits => view! { <VisitsView page /> }.into_any(),
                Mode::Segments => view! { <SegmentsView page /> }.into_any(),
            }}
        </div>
        <PasteDialog page />
        <PrintDialog page />
        <PrintedCards page />
        <RemoveDialog page />
    }
}

/// Title, what is shown, and what can be done with the card.
#[component]
fn Head(page: Page) -> impl IntoView {
    let t = text(page.locale);
    let has_any = Memo::new(move |_| page.persona.with(Option::is_some));
    let add = move |()| {
        let n = page.all.with_untracked(|all| all.personas.len()) + 1;
        page.add_new((t.new_name)(n));
    };
    let is_card = move || has_any.get() && page.mode.get() == Mode::Card;
    let actions = move || {
        view! {
            <Show when=is_card>
                <Button icon=IconName::Print on_press=move |()| page.is_printing.set(true)>
                    {t.print}
                </Button>
                <Button icon=IconName::Export on_press=move |()| save_picture(page)>
                    {t.save_png}
                </Button>
            </Show>
            <Show when=move || page.mode.get() == Mode::Compare>
                <Button icon=IconName::Print on_press=|()| browser::print()>
                    {t.print_compare}
                </Button>
            </Show>
            <Show when=move || has_any.get()>
                <Button kind=ButtonKind::Primary icon=IconName::Plus on_press=add>
                    {t.new}
                </Button>
            </Show>
        }
    };
    let selected = Signal::derive(move || {
        Mode::ALL.iter().position(|mode| *mode == page.mode.get()).unwrap_or(0)
    });
    view! {
        <PageHead title=t.title question=t.question actions />
        <div class="personas-modes">
            <Segmented
                label=t.modes
                options=t.mode_names.map(str::to_owned).to_vec()
                selected
                on_select=move |idx: usize| page.mode.set(Mode::ALL[idx])
            />
        </div>
    }
}

/// List, card and form; or how to begin.
#[component]
fn CardMode(page: Page) -> impl IntoView {
    let t = text(page.locale);
    let has_any = Memo::new(move |_| page.persona.with(Option::is_some));
    let begin = move || {
        view! {
            <Button
                kind=ButtonKind::Primary
                icon=IconName::Plus
                on_press=move |()| page.add_new((t.new_name)(1))
            >
                {t.new}
            </Button>
            <TakeIn page />
        }
    };
    // The form is built anew for another persona and for nothing else.
    let id = Memo::new(move |_| page.persona.with(|one| one.as_ref().map(|one| one.id)));
    view! {
        <Show
            when=move || has_any.get()
            fallback=move || {
                view! {
                    <EmptyState title=t.empty_title actions=begin>
                        <p>{t.empty_words}</p>
                        <p>{t.empty_evidence}</p>
                    </EmptyState>
                }
            }
        >
            <div class="personas-desk">
                <div class="personas-side">
                    <PersonaList page />
                    <ImpliedSales page />
                </div>
                <CardView page />
                {move || id.get().map(|id| view! { <Form page id /> })}
            </div>
        </Show>
    }
}
