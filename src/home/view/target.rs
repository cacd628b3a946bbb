//! What today must bring, and what that takes.

use leptos::prelude::*;

use crate::base::day::Day;
use crate::home::calc::PlanState;
use crate::home::calc::target::{DayNeeds, DayTarget};
use crate::home::text::{amount, event, share, text};
use crate::i18n::{format, use_locale};
use crate::route::Route;
use crate::ui::{ButtonKind, LinkButton, Tag, Tone};

/// Today's target; without one, the way to it.
#[component]
pub fn Target(
    day: Day,
    target: Option<DayTarget>,
    plan: PlanState,
    is_sales: bool,
) -> impl IntoView {
    let t = text(use_locale());
    view! {
        <section class="today-part" aria-labelledby="today-target">
            <h2 id="today-target">{t.target}</h2>
            {match target {
                Some(target) => view! { <Known day target is_sales /> }.into_any(),
                None => view! { <Unknown plan /> }.into_any(),
            }}
        </section>
    }
}

#[component]
fn Known(day: Day, target: DayTarget, is_sales: bool) -> impl IntoView {
    let locale = use_locale();
    let t = text(locale);
    let month = format::month_name(day.month(), locale);
    let place = (t.of_month)(&format::day_medium(day, locale), &month, &share(target.of_month));
    let events: Vec<_> = target.events.iter().map(|name| event(name, locale)).collect();
    view! {
        <p class="today-huge">{amount(target.amount, is_sales, locale)}</p>
        <p class="muted">{place}</p>
        {(!events.is_empty())
            .then(|| view! { <p><Tag tone=Tone::Info>{events.join(t.comma)}</Tag></p> })}
        {target.needs.map(|needs| view! { <Needs needs /> })}
    }
}

#[component]
fn Needs(needs: DayNeeds) -> impl IntoView {
    let locale = use_locale();
    let t = text(locale);
    let or_none = |value: Option<String>| value.unwrap_or_else(|| format::NONE.to_owned());
    let source = match (needs.is_planned, needs.history) {
        (true, _) => t.rates_planned.to_owned(),
        (false, Some(span)) => (t.rates_history)(&format::span_short(span, locale)),
        (false, None) => t.rates_unknown.to_owned(),
    };
    view! {
        <dl class="today-needs">
            <dt>{t.need_visitors}</dt>
            <dd class="strong">{or_none(needs.visitors.map(format::count))}</dd>
            <dt>{t.at_cvr}</dt>
            <dd>{or_none(needs.cvr.map(format::percent))}</dd>
            <dt>{t.at_aov}</dt>
            <dd>{or_none(needs.aov.map(format::money))}</dd>
            <dt>{(t.ad_cap)(&format::percent0(needs.ad_cap))}</dt>
            <dd>{format::money_whole(needs.ad_budget)}</dd>
        </dl>
        <p class="small muted">{source}</p>
    }
}

#[component]
fn Unknown(plan: PlanState) -> impl IntoView {
    let t = text(use_locale());
    let is_conflict = plan == PlanState::Conflict;
    let (words, way) =
        if is_conflict { (t.conflict, t.see_conflict) } else { (t.no_target_words, t.set_target) };
    view! {
        {(!is_conflict).then(|| view! { <p class="strong">{t.no_target}</p> })}
        <p class:alert-text=is_conflict class:muted=!is_conflict>
            {words}
        </p>
        <p>
            <LinkButton kind=ButtonKind::Link href=Route::Goals.href()>
                {way}
            </LinkButton>
        </p>
    }
}
