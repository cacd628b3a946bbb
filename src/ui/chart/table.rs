//! The numbers of a chart as a table.

use leptos::prelude::*;

use crate::chart::combo::{ComboChart, cumulative_target};
use crate::i18n::chart_text::text;
use crate::i18n::use_locale;
use crate::ui::chart::Amount;

/// The same numbers as the chart's, behind "view as a table". Built when it is opened.
#[component]
pub fn ChartTable(chart: Signal<ComboChart>, amount: Amount) -> impl IntoView {
    let t = text(use_locale());
    let is_open = RwSignal::new(false);
    let rows = move || {
        chart.with(|chart| {
            let targets = cumulative_target(&chart.slots);
            let mut total = None::<i64>;
            let rows = chart.slots.iter().zip(targets).map(|(slot, target_sum)| {
                if let Some(value) = slot.actual {
                    total = Some(total.unwrap_or(0).saturating_add(value));
                }
                let sum = slot.actual.and(total);
                let none = if slot.is_past { t.missing } else { "–" };
                let or_none = |value: Option<i64>| value.map_or(none.to_owned(), amount);
                let lock = if slot.is_locked { format!(" ({})", t.locked) } else { String::new() };
                view! {
                    <tr>
                        <th scope="row">{slot.name.clone()}</th>
                        <td class="chart-number">{or_none(slot.actual)}</td>
                        <td class="chart-number">{amount(slot.target) + &lock}</td>
                        <td class="chart-number">{or_none(sum)}</td>
                        <td class="chart-number">{amount(target_sum)}</td>
                    </tr>
                }
            });
            rows.collect_view()
        })
    };
    let table = move || {
        view! {
            <table class="table">
                <thead>
                    <tr>
                        <th scope="col">{t.slot}</th>
                        {t.series[..4]
                            .iter()
                            .map(|&name| view! { <th scope="col" class="chart-number">{name}</th> })
                            .collect_view()}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
    };
    view! {
        <details
            class="chart-table"
            on:toggle:target=move |event| is_open.set(event.target().open())
        >
            <summary>{t.as_table}</summary>
            <Show when=move || is_open.get()>{table}</Show>
        </details>
    }
}
