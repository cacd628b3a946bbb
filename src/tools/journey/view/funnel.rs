//! The funnel of the shop's days over the stages.

use leptos::prelude::*;

use crate::i18n::format;
use crate::knowledge::factors::{FUNNEL, FunnelStep};
use crate::route::Route;
use crate::tools::journey::calc::FunnelRow;
use crate::tools::journey::text::{stage_name, step_name};
use crate::tools::journey::view::state::Page;
use crate::ui::{LinkButton, Section};

/// 曝光 → 点击 → 访客 → 加购 → 支付 → 复购, where there are numbers.
#[component]
pub fn FunnelStrip(page: Page) -> impl IntoView {
    let (t, locale) = (page.t, page.locale);
    let counted = page.funnel;
    let note = Signal::derive(move || {
        let span = counted.get().map(|(span, _)| format::span_short(span, locale));
        span.map_or_else(String::new, |span| (t.funnel_note)(&span))
    });
    let steps = move || {
        let (_, rows) = counted.get()?;
        let step = |(step, row): (&FunnelStep, FunnelRow)| {
            let rate = row.rate.map(|rate| format!("{} {}", format::percent1(rate), t.of_before));
            // No number is not a number: it is said in words.
            let n = match row.n {
                Some(n) => view! { <b>{format::count(n)}</b> }.into_any(),
                None => view! { <span class="muted">{t.not_in_files}</span> }.into_any(),
            };
            view! {
                <li>
                    <span class="muted small">{stage_name(step.stage, locale)}</span>
                    <span>{step_name(step, locale)}</span>
                    {n}
                    <span class="muted small">{rate}</span>
                </li>
            }
        };
        Some(FUNNEL.iter().zip(rows).map(step).collect_view())
    };
    let missing = move || {
        let (_, rows) = counted.get()?;
        let is_missing = |(_, row): &(&FunnelStep, FunnelRow)| row.n.is_none();
        let pairs = FUNNEL.iter().zip(rows).filter(is_missing);
        let names: Vec<&str> = pairs.map(|(step, _)| step_name(step, locale)).collect();
        (!names.is_empty()).then(|| (t.funnel_gap)(&names.join(t.comma)))
    };
    view! {
        <Section title=t.funnel note>
            <Show
                when=move || counted.read().is_some()
                fallback=move || {
                    view! {
                        <p class="row">
                            <span class="muted">{t.funnel_none}</span>
                            <LinkButton href=Route::Import.href()>{t.to_import}</LinkButton>
                        </p>
                    }
                }
            >
                <ol class="journey-funnel">{steps}</ol>
                <p class="muted small">{missing}</p>
            </Show>
        </Section>
    }
}
