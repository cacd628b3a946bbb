//! Where the money of a piece goes.

use leptos::prelude::*;

use crate::base::money::Money;
use crate::base::ratio::Ratio;
use crate::i18n::format;
use crate::tools::profit::calc::product::Standing;
use crate::tools::profit::text::names;
use crate::tools::profit::view::state::Page;
use crate::ui::{Section, Tag, Tone};

/// What is received for a piece, every line after it, and what is left.
#[component]
pub fn UnitTable(page: Page) -> impl IntoView {
    let t = page.t;
    let rows = move || {
        let earned = page.earned.get()?;
        let unit = &earned.unit;
        let row = |name: &'static str, amount: Money, kind: Option<&'static str>| {
            let share = Ratio::of(amount.fen(), unit.received.fen());
            let width = share.map_or(0, |share| share.bp().abs().min(10_000));
            let share = share.map_or(format::NONE.to_owned(), format::percent1);
            let is_cost = amount < Money::ZERO;
            view! {
                <tr data-kind=kind>
                    <th scope="row">{name}</th>
                    <td data-align="end">{format::money(amount)}</td>
                    <td data-align="end">
                        <span
                            class="profit-bar"
                            data-cost=is_cost.then_some("")
                            aria-hidden="true"
                            style:--profit-share=format!("{}%", width / 100)
                        ></span>
                        <span class="profit-share">{share}</span>
                    </td>
                </tr>
            }
        };
        let mut rows = vec![row(t.received, unit.received, None)];
        for (line, amount) in unit.lines {
            if amount != Money::ZERO {
                rows.push(row(names::line(line, page.locale), amount, None));
            }
        }
        rows.push(row(t.profit, unit.profit, Some("total")));
        Some(rows)
    };
    let standing = move || {
        let earned = page.earned.get()?;
        let target = page.section.with(|section| section.target);
        match earned.standing(target) {
            Standing::Reached => None,
            Standing::Thin => Some(t.thin),
            Standing::Loss => Some(t.loss),
        }
    };
    view! {
        <Section title=t.unit note=t.unit_note>
            <div class="table-scroll" role="group" tabindex="0" aria-label=t.unit>
                <table class="table profit-unit">
                    <thead>
                        <tr>
                            <th scope="col">{t.line}</th>
                            <th scope="col" data-align="end">"¥"</th>
                            <th scope="col" data-align="end">{t.of_received}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {move || standing().map(|words| view! { <p><Tag tone=Tone::Alert>{words}</Tag></p> })}
            <p class="muted small">{t.formula}</p>
        </Section>
    }
}
