//! A difference with its arrow.

use leptos::prelude::*;

use crate::ui::change::Change;

/// A difference: arrow, sign and colour of its direction.
#[component]
pub fn Delta(
    /// The difference; nothing is shown for none.
    #[prop(into)]
    change: Signal<Option<Change>>,
) -> impl IntoView {
    move || {
        change.get().map(|change| {
            let (direction, arrow) = (change.attribute(), change.arrow());
            view! {
                <span class="delta" data-direction=direction>
                    <span class="delta-arrow" aria-hidden="true">
                        {arrow}
                    </span>
                    {change.text}
                </span>
            }
        })
    }
}
