//! The fields of everything that can be seen of a product: numbers, indices apart, words.

use leptos::prelude::*;

use crate::base::money::Money;
use crate::base::number::parse_money;
use crate::base::ratio::Ratio;
use crate::knowledge::rival_attributes::{Counts, RIVAL_ATTRIBUTES, RivalAttribute};
use crate::tools::rivals::model::Observation;
use crate::tools::rivals::text::attribute_name;
use crate::tools::rivals::view::state::Page;
use crate::ui::{CountField, MoneyField, RatioField, TextField};

/// The typed values of the form, by attribute.
#[derive(Clone, Copy)]
pub struct Form {
    numbers: RwSignal<Vec<(&'static str, i64)>>,
    words: RwSignal<Vec<(&'static str, String)>>,
}

impl Form {
    /// A form in which nothing is typed.
    pub fn new() -> Self {
        Self { numbers: RwSignal::new(Vec::new()), words: RwSignal::new(Vec::new()) }
    }

    /// What is typed, as observations; `new` makes one of an attribute.
    pub fn observations(self, new: impl Fn(&str) -> Observation) -> Vec<Observation> {
        let mut observations = Vec::new();
        for (key, number) in self.numbers.get_untracked() {
            observations.push(Observation { number: Some(number), ..new(key) });
        }
        for (key, note) in self.words.get_untracked() {
            observations.push(Observation { note, ..new(key) });
        }
        observations
    }

    /// Forgets what is typed.
    pub fn clear(self) {
        self.numbers.set(Vec::new());
        self.words.set(Vec::new());
    }

    fn number(self, key: &'static str) -> Option<i64> {
        self.numbers.with(|all| all.iter().find(|one| one.0 == key).map(|one| one.1))
    }

    fn set_number(self, key: &'static str, value: Option<i64>) {
        self.numbers.update(|all| {
            all.retain(|one| one.0 != key);
            all.extend(value.map(|value| (key, value)));
        });
    }

    fn word(self, key: &'static str) -> String {
        self.words
            .with(|all| all.iter().find(|one| one.0 == key).map(|one| one.1.clone()))
            .unwrap_or_default()
    }

    fn set_word(self, key: &'static str, text: String) {
        self.words.update(|all| {
            all.retain(|one| one.0 != key);
            if !text.is_empty() {
                all.push((key, text));
            }
        });
    }
}

/// A field for every attribute: real numbers, indices apart and marked, words, and folded away
/// what is looked at now and then.
#[component]
pub fn AttributeFields(page: Page, form: Form) -> impl IntoView {
    let t = page.t;
    let fields = move |wanted: fn(&RivalAttribute) -> bool| {
        let mut shown = Vec::new();
        for row in RIVAL_ATTRIBUTES.iter().filter(|row| wanted(row)) {
            shown.push(view! { <AttributeField page form key=row.key counts=row.counts /> });
        }
        shown
    };
    let is_number =
        |row: &RivalAttribute| row.is_usual && !matches!(row.counts, Counts::Index | Counts::Words);
    view! {
        <fieldset class="rivals-fields">
            <legend>{t.real}</legend>
            <div class="fields">{fields(is_number)}</div>
        </fieldset>
        <fieldset class="rivals-fields" data-kind="index">
            <legend>{t.index}</legend>
            <div class="fields">{fields(|row| row.counts == Counts::Index)}</div>
        </fieldset>
        <div class="fields">{fields(|row| row.is_usual && row.counts == Counts::Words)}</div>
        <details class="rivals-limits">
            <summary>{t.rarely}</summary>
            <div class="fields">{fields(|row| !row.is_usual)}</div>
        </details>
    }
}

#[component]
fn AttributeField(page: Page, form: Form, key: &'static str, counts: Counts) -> impl IntoView {
    let label = attribute_name(key, page.locale);
    let number = Signal::derive(move || form.number(key));
    let set = move |value: Option<i64>| form.set_number(key, value);
    let set_money = move |value: Option<Money>| form.set_number(key, value.map(Money::fen));
    match counts {
        Counts::Fen => view! {
            <MoneyField
                label=label
                value=Signal::derive(move || number.get().map(Money::from_fen_clamped))
                on_commit=set_money
            />
        }
        .into_any(),
        Counts::Words => view! {
            <TextField
                label=label
                value=Signal::derive(move || form.word(key))
                on_commit=move |text| form.set_word(key, text)
            />
        }
        .into_any(),
        Counts::Share => {
            let share = move || number.get().and_then(|bp| i32::try_from(bp).ok());
            let value = Signal::derive(move || share().map(Ratio::from_bp));
            let set_share = move |share: Option<Ratio>| set(share.map(|one| one.bp().into()));
            view! { <RatioField label=label value=value on_commit=set_share /> }.into_any()
        }
        Counts::Points100 => view! { <PointsField form key label /> }.into_any(),
        Counts::Pieces | Counts::Place | Counts::Index => {
            view! { <CountField label=label value=number on_commit=set /> }.into_any()
        }
    }
}

/// A rating, typed as it is shown: 4.84.
#[component]
fn PointsField(form: Form, key: &'static str, label: String) -> impl IntoView {
    let text = RwSignal::new(String::new());
    let number = Memo::new(move |_| form.number(key));
    // The form was saved: what is typed next is another rating.
    Effect::new(move || {
        if number.get().is_none() {
            text.set(String::new());
        }
    });
    let set = move |typed: String| {
        if typed.trim().is_empty() {
            form.set_number(key, None);
        } else if let Ok(points) = parse_money(&typed) {
            form.set_number(key, Some(points.fen()));
        }
        text.set(typed);
    };
    view! { <TextField label=label value=text on_commit=set /> }
}
