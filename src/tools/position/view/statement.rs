//! The positioning in a sentence, and what belongs to it.

use leptos::prelude::*;

use crate::i18n::claims::claim_warning;
use crate::tools::position::edit::{PositionEdit, StatementField};
use crate::tools::position::model::{Position, PriceTier};
use crate::tools::position::text::names;
use crate::tools::position::view::parts::OneOf;
use crate::tools::position::view::state::Page;
use crate::ui::{Section, TextField};

/// The statement and its fields. Absolute terms are pointed out (N-12), and taken as they are.
#[component]
pub fn Statement(page: Page) -> impl IntoView {
    let (t, locale) = (page.t, page.locale);
    let sentence = page.store.select(move |wb| sentence(&wb.position, page));
    let set = move |field: StatementField| {
        page.edit(PositionEdit::SetStatement(field));
    };
    let of = move |look: fn(&Position) -> &str| {
        Signal::from(page.store.select(move |wb| look(&wb.position).to_owned()))
    };
    let warning = move |value: Signal<String>| {
        Signal::derive(move || claim_warning(&value.read(), locale).unwrap_or_default())
    };
    let own = of(|position| &position.statement);
    let proposition = of(|position| &position.proposition);
    let slogan = of(|position| &position.slogan);
    let tier = page.store.select(|wb| wb.position.price_tier.map(|tier| tier as usize));
    let tiers = PriceTier::ALL.map(|tier| names::price_tier(tier, locale).to_owned()).to_vec();
    let set_tier = move |idx: Option<usize>| {
        let tier = idx.map(|idx| PriceTier::ALL[idx]);
        set(StatementField::PriceTier(tier));
    };
    view! {
        <Section title=t.statement>
            <p class="position-sentence">
                {move || sentence.get().unwrap_or_else(|| t.no_statement.to_owned())}
            </p>
            <div class="position-fields">
                <TextField
                    label=t.field
                    value=of(|position| &position.field)
                    on_commit=move |text| set(StatementField::Field(text))
                />
                <TextField
                    label=t.own_statement
                    value=own
                    help=warning(own)
                    on_commit=move |text| set(StatementField::Statement(text))
                />
                <TextField
                    label=t.proposition
                    value=proposition
                    help=warning(proposition)
                    on_commit=move |text| set(StatementField::Proposition(text))
                />
                <TextField
                    label=t.slogan
                    value=slogan
                    help=warning(slogan)
                    on_commit=move |text| set(StatementField::Slogan(text))
                />
                <OneOf
                    page
                    label=t.price_tier
                    names=tiers
                    value=tier.into()
                    on_select=set_tier
                />
            </div>
        </Section>
    }
}

/// The user's own words, or else a sentence from the field.
fn sentence(position: &Position, page: Page) -> Option<String> {
    if !position.statement.trim().is_empty() {
        return Some(position.statement.trim().to_owned());
    }
    let field = position.field.trim();
    (!field.is_empty()).then(|| (page.t.written)(field))
}
