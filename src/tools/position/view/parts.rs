//! Small choices that several parts of the page have.

use leptos::prelude::*;

use crate::tools::position::view::state::Page;
use crate::ui::Select;

/// Yes, no, or nobody said.
#[component]
pub fn YesNo(
    page: Page,
    label: &'static str,
    value: Signal<Option<bool>>,
    #[prop(into)] on_select: Callback<Option<bool>>,
) -> impl IntoView {
    let t = page.t;
    let options = vec![t.unsaid.to_owned(), t.yes.to_owned(), t.no.to_owned()];
    let selected = Signal::derive(move || match value.get() {
        None => 0,
        Some(true) => 1,
        Some(false) => 2,
    });
    let select = move |idx: usize| on_select.run([None, Some(true), Some(false)][idx]);
    view! { <Select label options selected on_select=select /> }
}

/// 1 to 5, or nobody said.
#[component]
pub fn Five(
    label: &'static str,
    value: Signal<Option<u8>>,
    #[prop(into)] on_select: Callback<Option<u8>>,
) -> impl IntoView {
    let options = ["–", "1", "2", "3", "4", "5"].map(str::to_owned).to_vec();
    let selected = Signal::derive(move || value.get().map_or(0, usize::from));
    let select = move |idx: usize| on_select.run(u8::try_from(idx).ok().filter(|n| *n != 0));
    view! { <Select label options selected on_select=select /> }
}

/// One of several, or nobody said: the place among `names`.
#[component]
pub fn OneOf(
    page: Page,
    label: &'static str,
    names: Vec<String>,
    value: Signal<Option<usize>>,
    #[prop(into)] on_select: Callback<Option<usize>>,
) -> impl IntoView {
    let mut options = vec![page.t.unsaid.to_owned()];
    options.extend(names);
    let selected = Signal::derive(move || value.get().map_or(0, |idx| idx + 1));
    let select = move |idx: usize| on_select.run(idx.checked_sub(1));
    view! { <Select label options selected on_select=select /> }
}
