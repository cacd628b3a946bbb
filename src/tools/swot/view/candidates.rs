//! Candidates: what rules propose, with their figures; each is accepted or dismissed.

use leptos::prelude::*;

use crate::base::evidence::{Evidence, EvidenceKind};
use crate::base::ratio::Ratio;
use crate::knowledge::swot_rules::{Candidate, LimitUnit, SWOT_RULES, SwotRule, swot_rule, word};
use crate::platform::clock;
use crate::platform::random::new_id;
use crate::tools::swot::edit::SwotEdit;
use crate::tools::swot::model::SwotEntry;
use crate::tools::swot::text::{candidate_words, limit_words};
use crate::tools::swot::view::state::Page;
use crate::ui::{Button, CountField, Dialog, RatioField};

/// The dialog of the candidates.
#[component]
pub fn Candidates(page: Page, open: RwSignal<bool>, found: Memo<Vec<Candidate>>) -> impl IntoView {
    let t = page.t;
    view! {
        <Dialog title=t.candidates_title open is_wide=true>
            <p class="muted">{t.candidates_note}</p>
            <ul class="swot-candidates">
                <For each=move || found.get() key=|one| one.key.clone() let:one>
                    <CandidateRow page one />
                </For>
            </ul>
            <p hidden=move || found.with(|found| !found.is_empty())>{t.no_candidates}</p>
            <DismissedList page />
            <details class="swot-rules">
                <summary>{t.rules}</summary>
                <RuleTable page />
            </details>
        </Dialog>
    }
}

#[component]
fn CandidateRow(page: Page, one: Candidate) -> impl IntoView {
    let t = page.t;
    let Some(rule) = swot_rule(one.rule) else { return ().into_any() };
    let (says, basis) = candidate_words(&one, page.locale);
    let limit = page.store.with(|wb| wb.swot_limit(rule));
    let name = (t.rule)(word(rule.name, page.locale), rule.source);
    let line = format!("{} {}", t.limit, limit_words(rule, limit, page.locale));
    let entry = {
        let mut entry = SwotEntry::new(new_id(), rule.quadrant, says.clone());
        entry.source = one.about;
        entry.candidate = Some(one.key.clone());
        let day = one.day.or_else(|| Some(clock::today()));
        let kind =
            if one.metric.is_some() { EvidenceKind::Metric } else { EvidenceKind::Observation };
        entry.evidence = vec![Evidence {
            kind,
            text: basis.clone(),
            day,
            is_fact: true,
            metric: one.metric.map(str::to_owned),
            link: one.about,
            ..Evidence::default()
        }];
        entry
    };
    let accept = move |()| {
        page.edit(SwotEdit::Put(entry.clone()));
    };
    let key = one.key.clone();
    let dismiss = move |()| {
        page.edit(SwotEdit::Dismiss { candidate: key.clone(), at: clock::today() });
    };
    view! {
        <li class="swot-candidate">
            <b class="swot-letter" title=(t.quadrant)(rule.quadrant)>{rule.quadrant.letter().to_string()}</b>
            <div class="swot-words">
                <span>{says}</span>
                <span class="muted small">{basis}</span>
                <span class="muted small">{name} " · " {line}</span>
            </div>
            <div class="row">
                <Button on_press=accept>{t.accept}</Button>
                <Button on_press=dismiss>{t.dismiss}</Button>
            </div>
        </li>
    }
    .into_any()
}

/// What was not wanted, to bring it back.
#[component]
fn DismissedList(page: Page) -> impl IntoView {
    let t = page.t;
    let all = page.store.select(|wb| wb.swot.dismissed.clone());
    let words = move |key: &str| {
        let found = page.store.with(|wb| wb.all_candidates(clock::today()));
        let one = found.iter().find(|one| one.key == key);
        one.map(|one| candidate_words(one, page.locale).0).unwrap_or_else(|| {
            let rule = swot_rule(key.split('/').next().unwrap_or_default());
            rule.map_or(key, |rule| word(rule.name, page.locale)).to_owned()
        })
    };
    let rows = move || {
        all.with(|all| {
            all.iter()
                .map(|one| {
                    let key = one.candidate.clone();
                    let says = words(&key);
                    let restore = move |()| {
                        page.edit(SwotEdit::Restore(key.clone()));
                    };
                    view! {
                        <li class="row">
                            <span class="muted">{says}</span>
                            <Button on_press=restore>{t.restore}</Button>
                        </li>
                    }
                })
                .collect_view()
        })
    };
    view! {
        <details class="swot-rules" hidden=move || all.with(Vec::is_empty)>
            <summary>{move || (t.dismissed)(all.with(Vec::len))}</summary>
            <ul class="stack">{rows}</ul>
        </details>
    }
}

#[component]
fn RuleTable(page: Page) -> impl IntoView {
    let t = page.t;
    view! {
        <ul class="swot-rule-list">
            {SWOT_RULES
                .iter()
                .map(|rule| {
                    view! {
                        <li>
                            <b>{rule.quadrant.letter().to_string()}</b>
                            <span>{word(rule.name, page.locale)} <span class="muted small">" " {rule.source}</span></span>
                            <LimitField page rule label=format!("{} {}", word(rule.name, page.locale), t.limit) />
                        </li>
                    }
                })
                .collect_view()}
        </ul>
    }
}

/// A rule's limit; emptying it brings the rule's own back.
#[component]
fn LimitField(page: Page, rule: &'static SwotRule, label: String) -> impl IntoView {
    let value = page.store.select(move |wb| wb.swot_limit(rule));
    let set = move |limit: Option<i64>| {
        page.edit(SwotEdit::SetLimit { rule: rule.key.to_owned(), limit });
    };
    let set_ratio = move |ratio: Option<Ratio>| set(ratio.map(|one| one.bp().into()));
    // A rating is typed in hundredths of a point, which is as fine as anybody sees it.
    let set_rating = move |one: Option<i64>| set(one.map(|one| one.saturating_mul(1_000)));
    match rule.unit {
        LimitUnit::Percent => view! {
            <RatioField
                label=label
                is_bare=true
                value=Signal::derive(move || {
                    Some(Ratio::from_bp(i32::try_from(value.get()).unwrap_or(i32::MAX)))
                })
                on_commit=set_ratio
            />
        }
        .into_any(),
        LimitUnit::Rating => view! {
            <CountField
                label=label
                is_bare=true
                unit="/100"
                value=Signal::derive(move || Some(value.get() / 1_000))
                on_commit=set_rating
            />
        }
        .into_any(),
        LimitUnit::Days | LimitUnit::Points => view! {
            <CountField
                label=label
                is_bare=true
                value=Signal::derive(move || Some(value.get()))
                on_commit=set
            />
        }
        .into_any(),
    }
}
