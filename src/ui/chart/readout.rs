//! The values under the cursor.

use leptos::prelude::*;

use crate::chart::combo::{ComboChart, cumulative_actual, cumulative_target};
use crate::chart::frame::Frame;
use crate::i18n::chart_text::{Text, text};
use crate::i18n::use_locale;
use crate::ui::chart::Amount;

/// The lines of a slot's read-out: name and value.
fn lines(chart: &ComboChart, slot: usize, amount: Amount, t: &Text) -> Vec<(&'static str, String)> {
    let Some(here) = chart.slots.get(slot) else { return Vec::new() };
    let [actual, target, total_actual, total_target, _] = t.series;
    let mut lines = vec![(target, amount(here.target))];
    match here.actual {
        Some(value) => lines.insert(0, (actual, amount(value))),
        None if here.is_past => lines.insert(0, (actual, t.missing.to_owned())),
        None => {}
    }
    let known = cumulative_actual(&chart.slots[..=slot]);
    if let Some((_, total)) = known.last().filter(|_| here.actual.is_some()) {
        lines.push((total_actual, amount(*total)));
    }
    if let Some(total) = cumulative_target(&chart.slots[..=slot]).last() {
        lines.push((total_target, amount(*total)));
    }
    lines
}

/// A slot's read-out as one sentence.
pub fn spoken(chart: &ComboChart, slot: usize, amount: Amount, t: &'static Text) -> Option<String> {
    let name = &chart.slots.get(slot)?.name;
    let values: Vec<String> = lines(chart, slot, amount, t)
        .into_iter()
        .map(|(name, value)| format!("{name} {value}"))
        .collect();
    Some(format!("{name}: {}", values.join(", ")))
}

/// A line through the slot under the cursor, and its values beside it.
#[component]
pub fn Readout(
    chart: Signal<ComboChart>,
    frame: RwSignal<Option<Frame>>,
    cursor: RwSignal<Option<usize>>,
    amount: Amount,
) -> impl IntoView {
    let t = text(use_locale());
    let x = move || {
        let slot = cursor.get()?;
        frame.with(|frame| frame.as_ref().map(|frame| (frame.x(slot), frame.size.width)))
    };
    let left = move || x().map_or(String::new(), |(x, _)| format!("{x}px"));
    // Beyond the middle the box stands on the other side of the line.
    let is_right = move || x().is_some_and(|(x, width)| width / 2.0 < x);
    let rows = move || {
        let slot = cursor.get()?;
        let rows = chart.with(|chart| lines(chart, slot, amount, t));
        Some(
            rows.into_iter()
                .map(|(name, value)| view! { <dt>{name}</dt><dd>{value}</dd> })
                .collect_view(),
        )
    };
    let name = move || {
        let slot = cursor.get()?;
        chart.with(|chart| chart.slots.get(slot).map(|slot| slot.name.clone()))
    };
    view! {
        <div class="chart-cursor" hidden=move || x().is_none() style:left=left aria-hidden="true">
            <div class="chart-readout" data-side=move || if is_right() { "left" } else { "right" }>
                <b>{name}</b>
                <dl>{rows}</dl>
            </div>
        </div>
    }
}
