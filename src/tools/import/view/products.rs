//! Items with figures that the list of products does not have yet.

use leptos::prelude::*;

use crate::i18n::errors::edit_error;
use crate::i18n::use_locale;
use crate::platform::random::new_id;
use crate::store::use_workbook;
use crate::tools::import::text::text;
use crate::ui::{Button, Message, use_toasts};
use crate::workbook::items::add_products;

/// Offers to put such items into the list, all of them as one step that can be taken back.
#[component]
pub fn NewProducts() -> impl IntoView {
    let locale = use_locale();
    let t = text(locale);
    let (workbook, toasts) = (use_workbook(), use_toasts());
    let missing = workbook.select(|wb| wb.items_without_product());
    let n_missing = Memo::new(move |_| missing.with(Vec::len));
    let add = move |()| {
        let items = missing.get_untracked();
        let n = items.len();
        let ids: Vec<_> = items.iter().map(|_| new_id()).collect();
        match workbook.edit(add_products(&items, ids)) {
            Ok(()) => toasts.say_with((t.products_added)(n), t.undo, move || {
                workbook.undo();
            }),
            Err(error) => toasts.say(edit_error(&error, locale)),
        }
    };
    let actions = move || {
        view! { <Button on_press=add>{move || (t.add_products)(n_missing.get())}</Button> }
    };
    view! {
        <Show when=move || n_missing.get() != 0>
            <Message actions>{move || (t.products_missing)(n_missing.get())}</Message>
        </Show>
    }
}
