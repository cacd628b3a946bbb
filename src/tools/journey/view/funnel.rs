//! The funnel of the shop's days over the stages.

use leptos::prelude::*;

use crate::i18n::format;
use crate::knowledge::factors::{FUNNEL, FunnelStep};
use crate::route::Route;
use crate::tools::journey::calc::{FunnelRow, funnel, latest};
use crate::tools::journey::text::{stage_name, step_name};
use crate::tools::journey::view::state::Page;
use crate::ui::{LinkButton, Section};

/// Over how many of the latest days the funnel counts.
const N_DAYS: i32 = 30;

/// 曝光 → 点击 → 访客 → 加购 → 支付 → 复购, where there are numbers.
#[component]
pub fn FunnelStrip(page: Page) -> impl IntoView {
    let (t, locale) = (page.t, page.locale);
    let counted = page.store.select(|wb| {
        let span = latest(&wb.facts, N_DAYS)?;
        Some((span, funnel(&wb.facts, span)))
    });
    let note = Signal::derive(move || {
        let span = counted.get().map(|(span, _)| format::span_short(span, locale));
        span.map_or_else(String::new, |span| (t.funnel_note)(&span))
    });
    let steps = move || {
        let (_, rows) = counted.get()?;
        let step = |(step, row): (&FunnelStep, FunnelRow)| {
            let rate = row.rate.map(|rate| format!("{} {}", format::percent1(rate), t.of_before));
            let n = row.n.map_or_else(|| format::NONE.to_owned(), format::count);
            view! {
                <li data-none=row.n.is_none().then_some("")>
                    <span class="muted small">{stage_name(step.stage, locale)}</span>
                    <span>{step_name(step, locale)}</span>
                    <b>{n}</b>
                    <span class="muted small">{rate}</span>
                </li>
            }
        };
        Some(FUNNEL.iter().zip(rows).map(step).collect_view())
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
                <p class="muted small">{t.funnel_gap}</p>
            </Show>
        </Section>
    }
}
