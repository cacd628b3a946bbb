//! Fields that are bound to a field of the persona. One function a kind of field, and plain
//! function pointers for the fields themselves: one compiled component serves all of them.

use leptos::prelude::*;

use crate::base::day::Day;
use crate::base::evidence::Evidence;
use crate::base::money::Money;
use crate::base::ratio::Ratio;
use crate::tools::personas::model::persona::{Claim, Persona};
use crate::tools::personas::text::describe::list_comma;
use crate::tools::personas::text::fields::{claim_name, text};
use crate::tools::personas::view::state::Page;
use crate::ui::{
    CountField, DateField, EvidenceButton, MoneyField, RatioField, TextArea, TextField,
};

/// A part of a persona that is read and written.
pub type Slot<T> = fn(&mut Persona) -> &mut T;

fn read<T: Clone + Default>(page: Page, slot: Slot<T>) -> T {
    page.persona.with(|persona| {
        // Reading goes through the same function as writing; a persona is small.
        let mut copy = persona.as_ref().map(|persona| (**persona).clone());
        copy.as_mut().map(|persona| slot(persona).clone()).unwrap_or_default()
    })
}

/// A line of words.
pub fn words(page: Page, label: &'static str, field: &'static str, slot: Slot<String>) -> AnyView {
    let set = move |text: String| {
        page.write(field, None, &|persona| slot(persona).clone_from(&text));
    };
    let value = Signal::derive(move || read(page, slot));
    view! { <TextField label value on_commit=set /> }.into_any()
}

/// Words of one's own that stand in place of written ones, with what is wrong with them.
pub fn own_words(
    page: Page,
    label: &'static str,
    field: &'static str,
    slot: Slot<Option<String>>,
    shown: Signal<String>,
    warning: Signal<Option<String>>,
) -> AnyView {
    let set = move |text: String| {
        let own = Some(text.clone()).filter(|text| !text.trim().is_empty());
        page.write(field, None, &|persona| slot(persona).clone_from(&own));
    };
    let help = text(page.locale).sentence_help;
    view! { <TextArea label help value=shown on_commit=set error=warning /> }.into_any()
}

/// Words that are parted by commas.
pub fn tags(
    page: Page,
    label: &'static str,
    field: &'static str,
    slot: Slot<Vec<String>>,
) -> AnyView {
    let set = move |text: String| {
        let tags = split_tags(&text);
        page.write(field, None, &|persona| slot(persona).clone_from(&tags));
    };
    let value = Signal::derive(move || read(page, slot).join(list_comma(page.locale)));
    let help = text(page.locale).tags_help;
    view! { <TextField label help value on_commit=set /> }.into_any()
}

fn split_tags(text: &str) -> Vec<String> {
    const COMMAS: [char; 6] = [',', '\u{ff0c}', '\u{3001}', ';', '\u{ff1b}', '\n'];
    let tags = text.split(COMMAS).map(|tag| tag.trim().to_owned());
    tags.filter(|tag| !tag.is_empty()).collect()
}

/// A share, a conversion.
pub fn ratio(
    page: Page,
    label: &'static str,
    field: &'static str,
    slot: Slot<Option<Ratio>>,
    help: Signal<String>,
) -> AnyView {
    let set = move |value: Option<Ratio>| {
        page.write(field, None, &|persona| *slot(persona) = value);
    };
    let value = Signal::derive(move || read(page, slot));
    view! { <RatioField label help value on_commit=set /> }.into_any()
}

/// An amount of money.
pub fn money(
    page: Page,
    label: &'static str,
    field: &'static str,
    slot: Slot<Option<Money>>,
    error: Signal<Option<String>>,
    help: Signal<String>,
) -> AnyView {
    let set = move |value: Option<Money>| {
        page.write(field, None, &|persona| *slot(persona) = value);
    };
    let value = Signal::derive(move || read(page, slot));
    view! { <MoneyField label help value on_commit=set error /> }.into_any()
}

/// An age in years.
pub fn age(
    page: Page,
    label: &'static str,
    field: &'static str,
    slot: Slot<Option<u8>>,
    error: Signal<Option<String>>,
) -> AnyView {
    let set = move |value: Option<i64>| {
        // What is no age is refused by the edit with its bounds.
        let years = value.map(|years| u8::try_from(years).unwrap_or(u8::MAX));
        page.write(field, None, &|persona| *slot(persona) = years);
    };
    let value = Signal::derive(move || read(page, slot).map(i64::from));
    let unit = text(page.locale).years;
    view! { <CountField label unit value on_commit=set error /> }.into_any()
}

/// A day.
pub fn day(
    page: Page,
    label: &'static str,
    field: &'static str,
    slot: Slot<Option<Day>>,
) -> AnyView {
    let set = move |value: Option<Day>| {
        page.write(field, None, &|persona| *slot(persona) = value);
    };
    let value = Signal::derive(move || read(page, slot));
    view! { <DateField label value on_commit=set /> }.into_any()
}

/// The evidence of a claim.
pub fn evidence(page: Page, claim: Claim) -> AnyView {
    let value = Signal::derive(move || {
        page.persona.with(|persona| {
            persona.as_ref().map(|persona| persona.evidence_of(claim).to_vec()).unwrap_or_default()
        })
    });
    let set = move |pieces: Vec<Evidence>| {
        page.write("personas.personas.evidence", None, &|persona| {
            persona.set_evidence(claim, pieces.clone());
        });
    };
    let subject = claim_name(claim, page.locale);
    view! { <EvidenceButton subject value on_change=set sources=page.sources /> }.into_any()
}
