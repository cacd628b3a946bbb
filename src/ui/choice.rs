//! One of several, and yes or no. Options are told by their place in the list, so that one
//! compiled component serves every type; the caller maps places to values.

use leptos::prelude::*;

use crate::ui::element_id;

/// One of several, in a list that opens.
#[component]
pub fn Select(
    /// The visible label, and the accessible name.
    #[prop(into)]
    label: Signal<String>,
    /// What can be chosen.
    #[prop(into)]
    options: Signal<Vec<String>>,
    /// The place of the chosen one.
    #[prop(into)]
    selected: Signal<usize>,
    /// Receives the place that was chosen.
    #[prop(into)]
    on_select: Callback<usize>,
    /// What it is good for.
    #[prop(optional, into)]
    help: Signal<String>,
    /// Whether the label is only for those who cannot see the field's surroundings.
    #[prop(optional)]
    is_bare: bool,
) -> impl IntoView {
    let id = element_id("select");
    let note_id = format!("{id}-note");
    // The list is written before the choice: a select forgets a choice that it has no option for.
    let choose = move || {
        options.track();
        selected.get().to_string()
    };
    view! {
        <div class="field" data-bare=is_bare.then_some("")>
            <label class="field-label" for=id.clone()>
                {label}
            </label>
            <span class="field-select">
                <select
                    id=id
                    class="field-input"
                    aria-describedby=note_id.clone()
                    prop:value=choose
                    on:change:target=move |event| {
                        if let Ok(idx) = event.target().value().parse() {
                            on_select.run(idx);
                        }
                    }
                >
                    {move || {
                        options
                            .get()
                            .into_iter()
                            .enumerate()
                            .map(|(idx, option)| {
                                view! {
                                    <option
                                        value=idx.to_string()
                                        selected=move || selected.get() == idx
                                    >
                                        {option}
                                    </option>
                                }
                            })
                            .collect_view()
                    }}
                </select>
            </span>
            <p id=note_id class="field-note" hidden=move || help.read().is_empty()>
                {help}
            </p>
        </div>
    }
}

/// One of a few, all of them in sight.
#[component]
pub fn Segmented(
    /// What is chosen, for those who cannot see the page.
    #[prop(into)]
    label: Signal<String>,
    /// What can be chosen.
    options: Vec<String>,
    /// The place of the chosen one.
    #[prop(into)]
    selected: Signal<usize>,
    /// Receives the place that was chosen.
    #[prop(into)]
    on_select: Callback<usize>,
) -> impl IntoView {
    // Native radio buttons: arrows move between them, and one Tab passes them.
    let name = element_id("choice");
    view! {
        <div class="segmented" role="radiogroup" aria-label=label>
            {options
                .into_iter()
                .enumerate()
                .map(|(idx, option)| {
                    view! {
                        <label>
                            <input
                                type="radio"
                                name=name.clone()
                                prop:checked=move || selected.get() == idx
                                on:change=move |_| on_select.run(idx)
                            />
                            <span>{option}</span>
                        </label>
                    }
                })
                .collect_view()}
        </div>
    }
}

/// Yes or no, as a box.
#[component]
pub fn Checkbox(
    /// The words beside it.
    #[prop(into)]
    label: Signal<String>,
    /// Yes or no.
    #[prop(into)]
    checked: Signal<bool>,
    /// Receives what was chosen.
    #[prop(into)]
    on_change: Callback<bool>,
    /// Whether it cannot be changed now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
) -> impl IntoView {
    view! {
        <label class="check">
            <input
                type="checkbox"
                prop:checked=checked
                disabled=disabled
                on:change:target=move |event| on_change.run(event.target().checked())
            />
            <span>{label}</span>
        </label>
    }
}

/// On or off, at once.
#[component]
pub fn Switch(
    /// The words beside it.
    #[prop(into)]
    label: Signal<String>,
    /// On or off.
    #[prop(into)]
    checked: Signal<bool>,
    /// Receives what was chosen.
    #[prop(into)]
    on_change: Callback<bool>,
) -> impl IntoView {
    view! {
        <label class="check">
            <input
                type="checkbox"
                role="switch"
                class="switch"
                prop:checked=checked
                on:change:target=move |event| on_change.run(event.target().checked())
            />
            <span>{label}</span>
        </label>
    }
}
