//! Where a piece earns nothing (features §3 no. 16).

use leptos::prelude::*;

use crate::base::money::Money;
use crate::base::ratio::Ratio;
use crate::i18n::format;
use crate::tools::profit::text::told;
use crate::tools::profit::view::state::Page;
use crate::ui::{MoneyField, RatioField, Section, Tile};

fn shown<T>(value: Option<T>, words: impl Fn(T) -> String) -> String {
    value.map_or(format::NONE.to_owned(), words)
}

/// The lines beyond which a piece earns nothing: price, ROI, click, conversion, refunds.
#[component]
pub fn Even(page: Page) -> impl IntoView {
    let t = page.t;
    let price = page.of(|earned| earned.break_even().map(|solved| solved.price));
    let roi = page.of(|earned| earned.terms.even_roi(earned.unit.received));
    let click = page.of(|earned| earned.terms.even_click(earned.unit.received, earned.conversion?));
    let conversion =
        page.of(|earned| earned.terms.even_conversion(earned.unit.received, earned.click?));
    let refunds = page.of(|earned| earned.terms.even_refunds(earned.unit.received));
    let typed_conversion = page.of(|earned| earned.conversion);
    let typed_click = page.of(|earned| earned.click);
    let rate = page.of(|earned| Some(earned.terms.refunds().rate));
    let click_why = move || {
        let typed = typed_conversion.get().map(format::percent);
        (t.even_click_why)(typed.as_deref())
    };
    let conversion_why = move || {
        let typed = typed_click.get().map(told::money);
        (t.even_cvr_why)(typed.as_deref())
    };
    let set_conversion = move |to: Option<Ratio>| page.set_terms(|one| one.conversion = to);
    let set_click = move |to: Option<Money>| page.set_terms(|one| one.click = to);
    view! {
        <Section title=t.even note=t.even_note>
            <div class="profit-tiles">
                <Tile
                    label=t.even_price
                    value=Signal::derive(move || shown(price.get(), told::money))
                >
                    <p class="muted small">{t.even_price_why}</p>
                </Tile>
                <Tile label=t.even_roi value=Signal::derive(move || shown(roi.get(), told::roi))>
                    <p class="muted small">{t.even_roi_why}</p>
                </Tile>
                <Tile
                    label=t.even_click
                    value=Signal::derive(move || shown(click.get(), told::money))
                >
                    <p class="muted small">{click_why}</p>
                </Tile>
                <Tile
                    label=t.even_cvr
                    value=Signal::derive(move || shown(conversion.get(), format::percent))
                >
                    <p class="muted small">{conversion_why}</p>
                </Tile>
                <Tile
                    label=t.even_refunds
                    value=Signal::derive(move || shown(refunds.get(), format::percent))
                >
                    <p class="muted small">
                        {move || (t.even_refunds_why)(&shown(rate.get(), format::percent1))}
                    </p>
                </Tile>
            </div>
            <div class="fields profit-order">
                <RatioField
                    label=t.conversion
                    value=typed_conversion
                    on_commit=set_conversion
                />
                <MoneyField
                    label=t.click
                    value=typed_click
                    on_commit=set_click
                />
            </div>
        </Section>
    }
}
