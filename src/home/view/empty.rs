//! A workbook with nothing in it: three ways to begin.

use leptos::prelude::*;

use crate::home::text::empty::text;
use crate::i18n::store_words::store_error;
use crate::i18n::use_locale;
use crate::platform::page;
use crate::route::Route;
use crate::store::use_workbook;
use crate::ui::{Button, ButtonKind, EmptyState, IconName, LinkButton, PageHead, use_toasts};

/// What the page is for, and the three ways.
#[component]
pub fn Empty() -> impl IntoView {
    let locale = use_locale();
    let t = text(locale);
    let workbook = use_workbook();
    let toasts = use_toasts();
    let is_opening = RwSignal::new(false);
    let open_sample = move |()| {
        is_opening.set(true);
        page::spawn(Box::pin(async move {
            if let Err(error) = workbook.open_sample(locale).await {
                toasts.say(store_error(&error, locale));
            }
            // The page is gone where the sample has opened.
            is_opening.try_set(false);
        }));
    };
    let words = move || if is_opening.get() { t.opening } else { t.open_sample };
    let actions = move || {
        view! {
            <Button kind=ButtonKind::Primary disabled=is_opening on_press=open_sample>
                {words}
            </Button>
            <LinkButton icon=IconName::Import href=Route::Import.href()>
                {t.import_file}
            </LinkButton>
            <LinkButton icon=IconName::Goals href=Route::Goals.href()>
                {t.set_target}
            </LinkButton>
        }
    };
    view! {
        <PageHead title=t.title />
        <EmptyState title=t.begin_title actions>
            <p>{t.begin_words}</p>
            <p class="small">{t.private}</p>
        </EmptyState>
        <ol class="today-begin">{t.begin.iter().map(begin_step).collect_view()}</ol>
    }
}

/// What a step is, and what it is good for. An ordered list says which comes first.
fn begin_step((what, why): &(&'static str, &'static str)) -> impl IntoView + use<> {
    let (what, why) = (*what, *why);
    view! {
        <li>
            <p class="strong">{what}</p>
            <p class="small muted">{why}</p>
        </li>
    }
}
