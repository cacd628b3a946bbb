//! A sign as inline SVG, in the colour of the text around it.

use leptos::prelude::*;

use crate::ui::icon_name::IconName;

/// A sign. It is hidden from those who cannot see it: the word beside it says the same.
#[component]
pub fn Icon(
    /// Which one.
    name: IconName,
    /// Its edge in CSS pixels.
    #[prop(default = 16)]
    size: u8,
) -> impl IntoView {
    let (line, fill) = name.paths();
    view! {
        <svg class="icon" width=size height=size viewBox="0 0 16 16" aria-hidden="true">
            {(!line.is_empty()).then(|| view! { <path class="icon-line" d=line></path> })}
            {(!fill.is_empty()).then(|| view! { <path class="icon-fill" d=fill></path> })}
        </svg>
    }
}
