//! What items are scored on: weights, the pass line, the floor, the user's own criteria.

use leptos::prelude::*;

use crate::base::extra::Extra;
use crate::knowledge::launch::criterion;
use crate::platform::random::new_id;
use crate::tools::launch::calc::{Criterion, criteria};
use crate::tools::launch::edit::LaunchEdit;
use crate::tools::launch::model::{CriterionRule, Launch};
use crate::tools::launch::text::{criterion_name, points};
use crate::tools::launch::view::state::Page;
use crate::ui::{Button, CountField, IconButton, IconName, Select, TextField};

/// Changes the scoring as it is now.
fn change(page: Page, change: impl FnOnce(&mut Launch)) {
    let mut section = page.section.with_untracked(|section| Launch {
        items: Vec::new(),
        criteria: section.criteria.clone(),
        pass_line: section.pass_line,
        floor: section.floor,
        long_wait: section.long_wait,
        ..Launch::default()
    });
    change(&mut section);
    let Launch { criteria, pass_line, floor, long_wait, .. } = section;
    page.edit(LaunchEdit::SetScoring { criteria, pass_line, floor, long_wait });
}

fn rule_mut<'a>(section: &'a mut Launch, one: &Criterion) -> Option<&'a mut CriterionRule> {
    if section.criteria.iter().all(|rule| rule.key != one.key) {
        section.criteria.push(CriterionRule {
            key: one.key.clone(),
            name: one.name.clone(),
            weight: one.weight,
            extra: Extra::new(),
        });
    }
    section.criteria.iter_mut().find(|rule| rule.key == one.key)
}

/// A fold under the board.
#[component]
pub fn Scoring(page: Page) -> impl IntoView {
    let t = page.t;
    let keys = Memo::new(move |_| {
        page.section
            .with(|section| criteria(section).into_iter().map(|one| one.key).collect::<Vec<_>>())
    });
    let number = move |look: fn(&Launch) -> i64| {
        Signal::derive(move || page.section.with(|section| Some(look(section))))
    };
    let lines: Vec<String> = (10..=50).map(|tenths| points(tenths * 10)).collect();
    let line = Signal::derive(move || {
        let tenths = page.section.with(|section| section.pass_line / 10).clamp(10, 50);
        tenths as usize - 10
    });
    let set_line = move |at: usize| {
        let tenths = u32::try_from(at).unwrap_or(0).min(40) + 10;
        change(page, |section| section.pass_line = tenths * 10);
    };
    let set_floor = move |points: Option<i64>| {
        if let Some(points) = points.and_then(|points| u8::try_from(points).ok()) {
            change(page, |section| section.floor = points);
        }
    };
    let set_wait = move |days: Option<i64>| {
        if let Some(days) = days.and_then(|days| u16::try_from(days).ok()) {
            change(page, |section| section.long_wait = days);
        }
    };
    let add = move |()| {
        let rule = CriterionRule {
            key: new_id().to_string(),
            name: String::new(),
            weight: 20,
            extra: Extra::new(),
        };
        change(page, |section| section.criteria.push(rule));
    };
    view! {
        <details class="launch-scoring">
            <summary>{t.scoring}</summary>
            <p class="muted small">{t.scoring_note}</p>
            <ul class="launch-rules">
                <For each=move || keys.get() key=|key| key.clone() let:key>
                    <Rule page key />
                </For>
            </ul>
            <div class="fields">
                <Select label=t.pass_line options=lines selected=line on_select=set_line />
                <CountField
                    label=t.floor
                    is_required=true
                    value=number(|section| section.floor.into())
                    on_commit=set_floor
                />
                <CountField
                    label=t.long_wait
                    is_required=true
                    value=number(|section| section.long_wait.into())
                    on_commit=set_wait
                />
            </div>
            <Button icon=IconName::Plus on_press=add>
                {t.add_own}
            </Button>
        </details>
    }
}

/// One criterion: its name where it is the user's own, and its weight.
#[component]
fn Rule(page: Page, key: String) -> impl IntoView {
    let t = page.t;
    let (looked, gone) = (key.clone(), key.clone());
    let one = Memo::new(move |_| {
        page.section.with(|section| criteria(section).into_iter().find(|one| one.key == looked))
    });
    let name = Signal::derive(move || {
        one.with(|one| one.as_ref().map(|one| criterion_name(one, page.locale))).unwrap_or_default()
    });
    let typed = Signal::derive(move || {
        one.with(|one| one.as_ref().map(|one| one.name.clone())).unwrap_or_default()
    });
    let weight = Signal::derive(move || one.with(|one| Some(i64::from(one.as_ref()?.weight))));
    let set_weight = move |weight: Option<i64>| {
        let weight = u32::try_from(weight.unwrap_or(0)).ok();
        if let (Some(one), Some(weight)) = (one.get_untracked(), weight) {
            change(page, |section| {
                if let Some(rule) = rule_mut(section, &one) {
                    rule.weight = weight;
                }
            });
        }
    };
    let rename = move |text: String| {
        if let Some(one) = one.get_untracked() {
            change(page, |section| {
                if let Some(rule) = rule_mut(section, &one) {
                    rule.name = text;
                }
            });
        }
    };
    let head = if criterion(&key).is_some() {
        view! { <b>{name}</b> }.into_any()
    } else {
        let remove = move |()| {
            change(page, |section| section.criteria.retain(|rule| rule.key != gone));
        };
        view! {
            <TextField label=t.own_name is_bare=true value=typed on_commit=rename />
            <IconButton
                icon=IconName::Delete
                label=Signal::derive(move || (t.remove_own)(&name.read()))
                on_press=remove
            />
        }
        .into_any()
    };
    view! {
        <li class="launch-rule">
            <CountField
                label=Signal::derive(move || (t.weight)(&name.read()))
                is_bare=true
                value=weight
                on_commit=set_weight
            />
            {head}
        </li>
    }
}
