//! The chosen plan: why it is advised so, what more would bring, what was decided; thresholds.

use leptos::prelude::*;

use crate::base::money::Money;
use crate::base::ratio::Ratio;
use crate::i18n::format;
use crate::platform::random::new_id;
use crate::tools::ads::calc::{Plan, daily};
use crate::tools::ads::edit::AdsEdit;
use crate::tools::ads::model::{Decision, PlanNote};
use crate::tools::ads::text::{decision, no_curve, reason};
use crate::tools::ads::view::state::{Page, money, times};
use crate::ui::{Button, CountField, MoneyField, RatioField, Section, Select, TextArea};
use crate::workbook::make;

/// The longest title of a task, in characters.
const MAX_TITLE: usize = 300;

/// The chosen plan, or how one is chosen.
#[component]
pub fn Chosen(page: Page) -> impl IntoView {
    let t = page.t;
    let chosen = Memo::new(move |_| page.chosen_plan());
    let key = Memo::new(move |_| chosen.with(|plan| plan.as_ref().map(|plan| plan.key.clone())));
    let note = Signal::derive(move || {
        chosen.with(|plan| plan.as_ref().map(|plan| page.name(plan))).unwrap_or_default()
    });
    view! {
        <Section title=t.chosen note>
            <Show
                when=move || key.read().is_some()
                fallback=move || view! { <p class="muted">{t.chosen_none}</p> }
            >
                <Said page chosen />
                <Decided page key />
            </Show>
        </Section>
    }
}

/// What the figures say.
#[component]
fn Said(page: Page, chosen: Memo<Option<Plan>>) -> impl IntoView {
    let t = page.t;
    let lines = move || {
        let plan = chosen.get()?;
        let review = page.review.get()?;
        let mut lines: Vec<String> = Vec::new();
        if let Some(advice) = plan.advice {
            let (what, why) =
                (decision(advice.decision, page.locale), reason(advice.reason, page.locale));
            lines.push(format!("{what}: {why}"));
        }
        if let Some((low, high)) = plan.now.roi_between() {
            lines.push((t.between)(&times(low), &times(high)));
        }
        if let Some(left) = review.margin.and_then(|margin| plan.now.left(margin)) {
            lines.push((t.left_words)(&format::signed_money(left)));
        }
        let now = daily(&plan, &review);
        match page.curves.with(|all| all.get(&plan.key).copied()) {
            Some(Ok(curve)) => {
                let next = curve.marginal_roi(now.fen())?;
                lines.push((t.marginal)(&times(next), &money(now), curve.n_days));
                if curve.is_shared {
                    lines.push(t.shared.to_owned());
                }
                if let Some(even) = review.even_roi() {
                    let pays = if even <= next { t.marginal_pays } else { t.marginal_loses };
                    lines.push(pays.to_owned());
                }
            }
            Some(Err(why)) => lines.push(no_curve(why, page.locale)),
            None => {}
        }
        let lines: Vec<_> = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect();
        Some(view! { <ul class="ads-lines">{lines}</ul> })
    };
    view! { {lines} }
}

/// What was decided of it, within which limits, and the task.
#[component]
fn Decided(page: Page, key: Memo<Option<String>>) -> impl IntoView {
    let t = page.t;
    let noted = Memo::new(move |_| key.get().map(|key| page.noted(&key)).unwrap_or_default());
    let change = move |change: Box<dyn FnOnce(&mut PlanNote)>| {
        if let Some(key) = key.get_untracked() {
            page.note(&key, change);
        }
    };
    let names = Decision::ALL.map(|one| decision(one, page.locale).to_owned());
    let options: Vec<String> = [t.undecided.to_owned()].into_iter().chain(names).collect();
    let selected = Signal::derive(move || {
        let place =
            noted.with(|note| Decision::ALL.iter().position(|one| Some(*one) == note.decision));
        place.map_or(0, |place| place + 1)
    });
    let decide = move |idx: usize| {
        let chosen = idx.checked_sub(1).and_then(|idx| Decision::ALL.get(idx).copied());
        change(Box::new(move |note| note.decision = chosen));
    };
    let title = move || {
        let plan = page.chosen_plan()?;
        let decided = noted.with(|note| note.decision)?;
        let why = noted.with(|note| note.why.clone());
        let title = (t.task)(decision(decided, page.locale), &page.name(&plan), &why);
        Some(title.trim().chars().take(MAX_TITLE).collect::<String>())
    };
    let title = Memo::new(move |_| title());
    let is_made = page.store.select(move |wb| {
        title.with(|title| title.as_ref().is_some_and(|title| wb.has_open_task(title)))
    });
    let make = move |()| {
        let Some(title) = title.get_untracked() else { return };
        if page.edit(make::own_task(new_id(), title)) {
            page.say_undoable((t.made)(1));
        }
    };
    let set_floor = move |to: Option<Money>| change(Box::new(move |note| note.floor = to));
    let set_cap = move |to: Option<Money>| change(Box::new(move |note| note.cap = to));
    view! {
        <div class="fields">
            <Select label=t.decision options selected on_select=decide />
            <TextArea
                label=t.why
                rows=2
                value=Signal::derive(move || noted.with(|note| note.why.clone()))
                on_commit=move |why: String| change(Box::new(move |note| note.why = why))
            />
        </div>
        <div class="ads-pair">
            <MoneyField
                label=t.floor
                help=t.limit_help
                value=Signal::derive(move || noted.with(|note| note.floor))
                on_commit=set_floor
            />
            <MoneyField
                label=t.limit
                value=Signal::derive(move || noted.with(|note| note.cap))
                on_commit=set_cap
            />
        </div>
        <p class="row">
            <Button
                disabled=Signal::derive(move || title.read().is_none() || is_made.get())
                on_press=make
            >
                {move || if is_made.get() { t.has_task } else { t.make_task }}
            </Button>
        </p>
    }
}

/// The margin and what is enough.
#[component]
pub fn Terms(page: Page) -> impl IntoView {
    let t = page.t;
    let margin = Signal::derive(move || page.section.with(|section| section.margin));
    let help = Signal::derive(move || match page.earned.get() {
        Some(earned) => (t.margin_help)(&format::percent1(earned)),
        None => t.margin_none.to_owned(),
    });
    let clicks =
        Signal::derive(move || Some(i64::from(page.section.with(|section| section.min_clicks))));
    let days =
        Signal::derive(move || Some(i64::from(page.section.with(|section| section.min_days))));
    let enough = move |clicks: Option<i64>, days: Option<i64>| {
        let (clicks, days) = page.section.with_untracked(|section| {
            let number = |typed: Option<i64>, now: u32| {
                typed.map_or(now, |typed| u32::try_from(typed).unwrap_or(0))
            };
            (number(clicks, section.min_clicks), number(days, section.min_days))
        });
        page.edit(AdsEdit::Enough { clicks, days });
    };
    let set_margin = move |to: Option<Ratio>| {
        page.edit(AdsEdit::Margin(to));
    };
    let set_clicks = move |to: Option<i64>| enough(to, None);
    let set_days = move |to: Option<i64>| enough(None, to);
    view! {
        <Section title=t.terms>
            <div class="fields">
                <RatioField
                    label=t.margin
                    help
                    value=margin
                    on_commit=set_margin
                />
                <CountField
                    label=t.min_clicks
                    unit=t.unit_clicks
                    is_required=true
                    value=clicks
                    on_commit=set_clicks
                />
                <CountField
                    label=t.min_days
                    unit=t.unit_days
                    is_required=true
                    value=days
                    on_commit=set_days
                />
            </div>
        </Section>
    }
}
