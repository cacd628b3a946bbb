//! Numbers: what is typed stays as typed until it is committed with Enter or by leaving the field.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::base::money::Money;
use crate::base::number::{NumberError, parse_count, parse_money, parse_ratio};
use crate::base::ratio::Ratio;
use crate::i18n::errors::number_error;
use crate::i18n::format;
use crate::i18n::use_locale;
use crate::ui::element_id;
use crate::ui::field::text::FieldNote;

/// An amount of money in yuan: takes `1.2万`, `¥1,234.56`, `１２３`.
#[component]
pub fn MoneyField(
    /// The visible label, and the accessible name.
    #[prop(into)]
    label: Signal<String>,
    /// The amount to show; none for an empty field.
    #[prop(into)]
    value: Signal<Option<Money>>,
    /// Receives the amount when it was committed and is another one; none when it was emptied.
    #[prop(into)]
    on_commit: Callback<Option<Money>>,
    /// Whether it may not be empty.
    #[prop(optional)]
    is_required: bool,
    /// What else is wrong with it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// What it is good for.
    #[prop(optional, into)]
    help: Signal<String>,
    /// Whether the label is only for those who cannot see the field's surroundings.
    #[prop(optional)]
    is_bare: bool,
) -> impl IntoView {
    let shown = Signal::derive(move || value.get().map(money_text).unwrap_or_default());
    let commit = Callback::new(move |text: String| {
        let amount = optional(&text, is_required, parse_money)?;
        if amount != value.get_untracked() {
            on_commit.run(amount);
        }
        Ok(())
    });
    view! { <NumberField label shown commit error help is_bare unit="¥" /> }
}

/// Whole yuan without decimals, so that a round target reads as one.
fn money_text(amount: Money) -> String {
    if amount.fen() % 100 == 0 { format::yuan_whole(amount) } else { format::yuan(amount) }
}

/// A count: takes `1,234`, `1.2万`.
#[component]
pub fn CountField(
    /// The visible label, and the accessible name.
    #[prop(into)]
    label: Signal<String>,
    /// The count to show; none for an empty field.
    #[prop(into)]
    value: Signal<Option<i64>>,
    /// Receives the count when it was committed and is another one; none when it was emptied.
    #[prop(into)]
    on_commit: Callback<Option<i64>>,
    /// Whether it may not be empty.
    #[prop(optional)]
    is_required: bool,
    /// What else is wrong with it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// What it is good for.
    #[prop(optional, into)]
    help: Signal<String>,
    /// Whether the label is only for those who cannot see the field's surroundings.
    #[prop(optional)]
    is_bare: bool,
    /// What is counted; stands at the end of the field.
    #[prop(optional)]
    unit: &'static str,
) -> impl IntoView {
    let shown = Signal::derive(move || value.get().map(format::count).unwrap_or_default());
    let commit = Callback::new(move |text: String| {
        let count = optional(&text, is_required, parse_count)?;
        if count != value.get_untracked() {
            on_commit.run(count);
        }
        Ok(())
    });
    view! { <NumberField label shown commit error help is_bare unit is_unit_last=true /> }
}

/// A percentage: takes `3.5`, `3.5%`, `３.５％`.
#[component]
pub fn RatioField(
    /// The visible label, and the accessible name.
    #[prop(into)]
    label: Signal<String>,
    /// The ratio to show; none for an empty field.
    #[prop(into)]
    value: Signal<Option<Ratio>>,
    /// Receives the ratio when it was committed and is another one; none when it was emptied.
    #[prop(into)]
    on_commit: Callback<Option<Ratio>>,
    /// Whether it may not be empty.
    #[prop(optional)]
    is_required: bool,
    /// What else is wrong with it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// What it is good for.
    #[prop(optional, into)]
    help: Signal<String>,
    /// Whether the label is only for those who cannot see the field's surroundings.
    #[prop(optional)]
    is_bare: bool,
) -> impl IntoView {
    let text = |ratio| format::percent(ratio).trim_end_matches('%').to_owned();
    let shown = Signal::derive(move || value.get().map(text).unwrap_or_default());
    let commit = Callback::new(move |text: String| {
        let ratio = optional(&text, is_required, parse_ratio)?;
        if ratio != value.get_untracked() {
            on_commit.run(ratio);
        }
        Ok(())
    });
    view! { <NumberField label shown commit error help is_bare unit="%" is_unit_last=true /> }
}

/// Reads a field that may be empty.
fn optional<T>(
    text: &str,
    is_required: bool,
    parse: fn(&str) -> Result<T, NumberError>,
) -> Result<Option<T>, NumberError> {
    if text.trim().is_empty() && !is_required { Ok(None) } else { parse(text).map(Some) }
}

/// The field under the three: keeps the typed text to itself, so that `1.` and `-` can be typed,
/// and shows why a text is not taken. Escape brings the old number back.
#[component]
fn NumberField(
    label: Signal<String>,
    shown: Signal<String>,
    commit: Callback<String, Result<(), NumberError>>,
    error: Signal<Option<String>>,
    help: Signal<String>,
    is_bare: bool,
    unit: &'static str,
    #[prop(optional)] is_unit_last: bool,
) -> impl IntoView {
    let locale = use_locale();
    let typed = RwSignal::new(None::<String>);
    let refused = RwSignal::new(None::<NumberError>);
    let finish = move || {
        let Some(text) = typed.get_untracked() else { return };
        match commit.run(text) {
            Ok(()) => {
                typed.set(None);
                refused.set(None);
            }
            Err(reason) => refused.set(Some(reason)),
        }
    };
    let cancel = move || {
        typed.set(None);
        refused.set(None);
    };
    let on_key = move |event: KeyboardEvent| {
        if event.is_composing() || event.key_code() == 229 {
            return;
        }
        match event.key().as_str() {
            "Enter" => finish(),
            "Escape" if typed.with_untracked(Option::is_some) => {
                // The dialog around the field stays open: the key was for the field.
                event.stop_propagation();
                event.prevent_default();
                cancel();
            }
            _ => {}
        }
    };
    let wrong = Signal::derive(move || {
        refused.get().map(|reason| number_error(&reason, locale)).or_else(|| error.get())
    });
    let id = element_id("number");
    let note_id = format!("{id}-note");
    view! {
        <div class="field" data-bare=is_bare.then_some("")>
            <label class="field-label" for=id.clone()>
                {label}
            </label>
            <span class="field-box" data-unit=unit_place(unit, is_unit_last)>
                {(!unit.is_empty())
                    .then(|| view! { <span class="field-unit" aria-hidden="true">{unit}</span> })}
                <input
                    id=id
                    class="field-input field-number"
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    prop:value=move || typed.get().unwrap_or_else(|| shown.get())
                    data-uncommitted=move || typed.read().is_some().then_some("")
                    aria-invalid=move || wrong.read().is_some().then_some("true")
                    aria-describedby=note_id.clone()
                    on:input:target=move |event| typed.set(Some(event.target().value()))
                    on:change=move |_| finish()
                    on:keydown=on_key
                />
            </span>
            <FieldNote id=note_id error=wrong help />
        </div>
    }
}

/// Where a unit stands in its field, for the style sheet: a long one takes more room.
fn unit_place(unit: &str, is_last: bool) -> &'static str {
    match (is_last, unit.chars().count()) {
        (false, _) => "first",
        (true, 0..=2) => "last",
        (true, _) => "wide",
    }
}
