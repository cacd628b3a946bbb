//! Says of the sample shop that it is one, and throws it away in one click.

use leptos::prelude::*;

use crate::i18n::store_words::store_error;
use crate::i18n::text::text;
use crate::i18n::use_locale;
use crate::store::{StoreError, use_workbook};
use crate::ui::{Button, use_toasts};

/// A line over every page of the sample shop; nothing over the pages of other workbooks.
#[component]
pub fn SampleNote() -> impl IntoView {
    let is_sample = use_workbook().select(|wb| wb.shop.is_sample);
    view! {
        <Show when=move || is_sample.get()>
            <Note />
        </Show>
    }
}

#[component]
fn Note() -> impl IntoView {
    let locale = use_locale();
    let t = text(locale);
    let workbook = use_workbook();
    let toasts = use_toasts();
    let tell = move |error: StoreError| toasts.say(store_error(&error, locale));
    let discard = move |()| {
        let id = workbook.id().get_untracked();
        let bring_back = move || {
            if let Err(error) = workbook.restore(id).and_then(|()| workbook.open(id)) {
                tell(error);
            }
        };
        match workbook.delete(id) {
            Ok(()) => toasts.say_with(t.sample_discarded, t.bring_back, bring_back),
            Err(error) => tell(error),
        }
    };
    view! {
        <div class="sample-note" role="note">
            <p>
                <b>{t.sample_is_open}</b>
                " "
                <span>{t.sample_words}</span>
            </p>
            <Button on_press=discard>{t.discard_sample}</Button>
        </div>
    }
}
