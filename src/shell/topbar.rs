//! The bar above the page: history, save state, language, theme.

use leptos::prelude::*;

use crate::base::locale::Locale;
use crate::base::prefs::Theme;
use crate::i18n::text::text;
use crate::i18n::use_locale;
use crate::route::Route;
use crate::shell::history::History;
use crate::shell::saving::SaveBadge;
use crate::store::use_screen;
use crate::store::use_workbook;
use crate::ui::{Button, ButtonKind, IconButton, IconName};

/// The bar.
#[component]
pub fn TopBar(route: Signal<Route>, history: History) -> impl IntoView {
    let locale = use_locale();
    let t = text(locale);
    let screen = use_screen();
    let workbook = use_workbook();
    let (undo, redo) = (workbook.next_undo(), workbook.next_redo());
    let other = match locale {
        Locale::Zh => Locale::En,
        Locale::En => Locale::Zh,
    };
    let switch_theme =
        move |()| screen.set_theme(if screen.is_dark() { Theme::Light } else { Theme::Dark });
    view! {
        <header class="topbar">
            <strong class="topbar-title">{move || (t.page_short)(route.get())}</strong>
            <IconButton
                icon=IconName::Undo
                label=Signal::derive(move || (t.undo)(undo.get().as_ref()))
                disabled=Signal::derive(move || undo.with(Option::is_none))
                on_press=move |()| history.undo()
            />
            <IconButton
                icon=IconName::Redo
                label=Signal::derive(move || (t.redo)(redo.get().as_ref()))
                disabled=Signal::derive(move || redo.with(Option::is_none))
                on_press=move |()| history.redo()
            />
            <span class="topbar-space"></span>
            <SaveBadge />
            <IconButton
                icon=IconName::Export
                label=t.export
                on_press=move |()| history.export()
            />
            <span class="topbar-screen">
                <span lang=t.other_tag>
                    <Button
                        kind=ButtonKind::Quiet
                        on_press=move |()| screen.set_locale(other)
                    >
                        {t.other_language}
                    </Button>
                </span>
                <IconButton icon=IconName::Theme label=t.theme on_press=switch_theme />
            </span>
        </header>
    }
}
