//! A day.

use leptos::prelude::*;

use crate::base::day::Day;
use crate::ui::element_id;
use crate::ui::field::text::FieldNote;

/// A day, by the browser's own field.
#[component]
pub fn DateField(
    /// The visible label, and the accessible name.
    #[prop(into)]
    label: Signal<String>,
    /// The day to show; none for an empty field.
    #[prop(into)]
    value: Signal<Option<Day>>,
    /// Receives the day when it was committed; none when it was emptied.
    #[prop(into)]
    on_commit: Callback<Option<Day>>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// What it is good for.
    #[prop(optional, into)]
    help: Signal<String>,
    /// Whether the label is only for those who cannot see the field's surroundings.
    #[prop(optional)]
    is_bare: bool,
) -> impl IntoView {
    let id = element_id("date");
    let note_id = format!("{id}-note");
    let shown = move || value.get().map(|day| day.to_string()).unwrap_or_default();
    let commit = move |text: String| {
        let day = text.parse::<Day>().ok();
        // What is half typed is no day yet, and no reason to forget the one that was there.
        if (day.is_some() || text.is_empty()) && day != value.get_untracked() {
            on_commit.run(day);
        }
    };
    view! {
        <div class="field" data-bare=is_bare.then_some("")>
            <label class="field-label" for=id.clone()>
                {label}
            </label>
            <input
                id=id
                class="field-input"
                type="date"
                prop:value=shown
                aria-invalid=move || error.read().is_some().then_some("true")
                aria-describedby=note_id.clone()
                on:change:target=move |event| commit(event.target().value())
            />
            <FieldNote id=note_id error help />
        </div>
    }
}
