//! The three levels on which one can be first (T-09).

use leptos::prelude::*;

use crate::i18n::evidence::sources;
use crate::tools::position::calc::{best_level, claim_score};
use crate::tools::position::edit::{ClaimField, PositionEdit};
use crate::tools::position::model::{Level, LevelClaim};
use crate::tools::position::text::names;
use crate::tools::position::view::parts::{Five, YesNo};
use crate::tools::position::view::state::Page;
use crate::ui::{EvidenceButton, Message, Section, Tag, TextArea, Tone, element_id};

/// The three levels, of which one is chosen.
#[component]
pub fn Levels(page: Page) -> impl IntoView {
    let t = page.t;
    let warning = page.store.select(move |wb| match wb.position.level {
        None => Some(t.none_chosen),
        Some(level) => {
            let claim = wb.position.claims.iter().find(|claim| claim.level == level);
            claim.is_some_and(|claim| claim.can_lead == Some(false)).then_some(t.chosen_but_no)
        }
    });
    let group = element_id("level");
    view! {
        <Section title=t.levels note=t.levels_note>
            <ul class="position-levels">
                {Level::ALL
                    .map(|level| view! { <LevelCard page level group=group.clone() /> })
                    .collect_view()}
            </ul>
            <Show when=move || warning.get().is_some()>
                <Message tone=Tone::Plain>{move || warning.get()}</Message>
            </Show>
        </Section>
    }
}

/// One level.
#[component]
fn LevelCard(page: Page, level: Level, group: String) -> impl IntoView {
    let (t, locale) = (page.t, page.locale);
    let (name, words) = names::level(level, locale);
    let claim = page.store.select(move |wb| {
        let claim = wb.position.claims.iter().find(|claim| claim.level == level).cloned();
        claim.unwrap_or(LevelClaim { level, ..LevelClaim::default() })
    });
    let is_chosen = page.store.select(move |wb| wb.position.level == Some(level));
    let is_best = page.store.select(move |wb| best_level(&wb.position) == Some(level));
    let set = move |field: ClaimField| {
        page.edit(PositionEdit::SetClaim { level, field });
    };
    let sources = page.store.select(move |wb| sources(wb, locale));
    view! {
        <li data-chosen=move || is_chosen.get().then_some("")>
            <div role="group" aria-label=name class="stack">
                <label class="check">
                    <input
                        type="radio"
                        name=group
                        prop:checked=is_chosen
                        on:change=move |_| {
                            page.edit(PositionEdit::Choose(Some(level)));
                        }
                    />
                    <b>{name}</b>
                    <span class="visually-hidden">{t.choose}</span>
                </label>
                <p class="muted small">{words}</p>
                <YesNo
                    page
                    label=t.can_lead
                    value=Signal::derive(move || claim.read().can_lead)
                    on_select=move |value| set(ClaimField::CanLead(value))
                />
                <TextArea
                    label=t.reason
                    value=Signal::derive(move || claim.read().reason.clone())
                    on_commit=move |reason| set(ClaimField::Reason(reason))
                />
                <div class="position-pair">
                    <Five
                        label=t.feasibility
                        value=Signal::derive(move || claim.read().feasibility)
                        on_select=move |value| set(ClaimField::Feasibility(value))
                    />
                    <Five
                        label=t.attraction
                        value=Signal::derive(move || claim.read().attraction)
                        on_select=move |value| set(ClaimField::Attraction(value))
                    />
                </div>
                <p class="row">
                    <EvidenceButton
                        subject=name
                        value=Signal::derive(move || claim.read().evidence.clone())
                        sources
                        on_change=move |evidence| set(ClaimField::Evidence(evidence))
                    />
                    <span class="small">{move || claim_score(&claim.read()).map(t.score)}</span>
                    <Show when=move || is_best.get()>
                        <Tag>{t.best}</Tag>
                    </Show>
                </p>
            </div>
        </li>
    }
}
