//! What decides a margin (T-53).

use leptos::prelude::*;

use crate::base::ratio::Ratio;
use crate::i18n::format;
use crate::tools::profit::calc::cross::expected;
use crate::tools::profit::edit::ProfitEdit;
use crate::tools::profit::model::{Determinant, DeterminantNote};
use crate::tools::profit::text::cross::{Text, determinant, text};
use crate::tools::profit::view::state::Page;
use crate::ui::{RatioField, Section, TextArea, TextField};

/// How it stands with value, appeal, cost and competition, and what is done.
#[component]
pub fn Four(page: Page) -> impl IntoView {
    let t = text(page.locale);
    let sum = move || {
        let expected = page.section.with(|section| expected(&section.determinants))?;
        Some((t.expected)(&format::points(expected, page.locale)))
    };
    let rows = Determinant::ALL.map(|one| view! { <Row page t one /> }).collect_view();
    view! {
        <Section title=t.four note=t.four_note>
            <ul class="profit-bundles">{rows}</ul>
            <p>{sum}</p>
        </Section>
    }
}

#[component]
fn Row(page: Page, t: &'static Text, one: Determinant) -> impl IntoView {
    let (name, hint) = determinant(one, page.locale);
    let note = Memo::new(move |_| {
        page.section.with(|section| {
            let found = section.determinants.iter().find(|note| note.determinant == one);
            found.cloned().unwrap_or_else(|| DeterminantNote::new(one))
        })
    });
    let change = move |change: &dyn Fn(&mut DeterminantNote)| {
        let mut now = note.get_untracked();
        change(&mut now);
        page.edit(ProfitEdit::SetDeterminant(now));
    };
    let words = move |look: fn(&DeterminantNote) -> &String| {
        Signal::derive(move || note.with(|note| look(note).clone()))
    };
    let effect = Signal::derive(move || note.with(|note| note.effect));
    let set_effect = move |to: Option<Ratio>| change(&|note| note.effect = to);
    view! {
        <li class="profit-four">
            <div>
                <h3>{name}</h3>
                <p class="muted small">{hint}</p>
            </div>
            <TextArea
                label=format!("{name} · {}", t.state)
                rows=2
                value=words(|note| &note.state)
                on_commit=move |text: String| change(&|note| note.state.clone_from(&text))
            />
            <TextArea
                label=format!("{name} · {}", t.action)
                rows=2
                value=words(|note| &note.action)
                on_commit=move |text: String| change(&|note| note.action.clone_from(&text))
            />
            <RatioField
                label=format!("{name} · {}", t.effect)
                value=effect
                on_commit=set_effect
            />
            <TextField
                label=format!("{name} · {}", t.owner)
                value=words(|note| &note.owner)
                on_commit=move |text: String| change(&|note| note.owner.clone_from(&text))
            />
        </li>
    }
}
