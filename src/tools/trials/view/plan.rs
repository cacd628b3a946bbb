//! How many are needed: what is to be found, and how surely.

use leptos::prelude::*;

use crate::base::id::Id;
use crate::base::ratio::Ratio;
use crate::tools::trials::model::TrialPlan;
use crate::tools::trials::text::percent;
use crate::tools::trials::view::state::Page;
use crate::ui::{CountField, RatioField, Section};

/// The plan of a test.
#[component]
pub fn Plan(page: Page, id: Id) -> impl IntoView {
    let t = page.t;
    let (trial, reading) = (page.trial_of(id), page.reading_of(id));
    let of = move |look: fn(&TrialPlan) -> Option<Ratio>| {
        Signal::derive(move || trial.with(|one| look(&one.as_ref()?.plan)))
    };
    let min_base = Signal::derive(move || trial.with(|one| Some(one.as_ref()?.plan.min_base)));
    let set = move |change: fn(&mut TrialPlan, Ratio), ratio: Option<Ratio>| {
        if let Some(ratio) = ratio {
            page.change(id, |one| change(&mut one.plan, ratio));
        }
    };
    let set_base = move |count: Option<i64>| {
        if let Some(count) = count {
            page.change(id, |one| one.plan.min_base = count);
        }
    };
    let base_help = Signal::derive(move || {
        let rate = reading.with(|one| one.as_ref().and_then(|one| one.base_rate));
        rate.map_or_else(|| t.base_none.to_owned(), |rate| (t.base_help)(&percent(rate)))
    });
    view! {
        <Section title=t.plan note=t.plan_note>
            <div class="trials-pair">
                <RatioField
                    label=t.least_lift
                    is_required=true
                    value=of(|plan| Some(plan.lift))
                    help=t.lift_help
                    on_commit=move |ratio| set(|plan, ratio| plan.lift = ratio, ratio)
                />
                <RatioField
                    label=t.base_rate
                    value=of(|plan| plan.base_rate)
                    help=base_help
                    on_commit=move |ratio| {
                        page.change(id, |one| one.plan.base_rate = ratio);
                    }
                />
                <RatioField
                    label=t.power
                    is_required=true
                    value=of(|plan| Some(plan.power))
                    help=t.power_help
                    on_commit=move |ratio| set(|plan, ratio| plan.power = ratio, ratio)
                />
                <RatioField
                    label=t.alpha
                    is_required=true
                    value=of(|plan| Some(plan.alpha))
                    help=t.alpha_help
                    on_commit=move |ratio| set(|plan, ratio| plan.alpha = ratio, ratio)
                />
                <CountField
                    label=t.min_base
                    is_required=true
                    value=min_base
                    help=t.min_help
                    on_commit=set_base
                />
            </div>
        </Section>
    }
}
