//! Advertising against sales, and the cap (M-35, R-64).

use leptos::prelude::*;

use crate::base::day::Month;
use crate::base::ratio::Ratio;
use crate::i18n::format;
use crate::tools::profit::calc::control::{AdCheck, Side};
use crate::tools::profit::text::control as words;
use crate::tools::profit::view::control::state::Page;
use crate::ui::{Message, RatioField, Section, Tone};
use crate::workbook::profit_control::set_ad_cap;

fn over_words(page: Page, month: Month, check: &AdCheck, cap: Ratio) -> String {
    let t = page.t;
    (t.over)(
        &format::month_long(month, page.locale),
        &format::percent1(check.ratio),
        &format::percent1(cap),
        &format::money_whole(check.over),
    )
}

/// What advertising took of the month's sales, the months above the cap, and what to do then.
#[component]
pub fn Ads(page: Page) -> impl IntoView {
    let t = page.t;
    let cap = page.cap;
    let check = Memo::new(move |_| {
        page.with(|table, month| table.ad_check(month, Side::Actual, cap.get()))
    });
    let set_cap = move |to: Option<Ratio>| {
        if let Some(to) = to {
            page.refused.set(page.try_edit(set_ad_cap(to)).err());
        }
    };
    let over = Memo::new(move |_| {
        page.with(|table, _| {
            let months = page.months.get();
            let found = months.iter().filter_map(|known| {
                let check = table.ad_check(known.month, Side::Actual, cap.get())?;
                check.is_over().then(|| over_words(page, known.month, &check, cap.get()))
            });
            found.collect::<Vec<_>>()
        })
    });
    let said = move || match check.get() {
        None => view! { <p class="muted">{t.no_ratio}</p> }.into_any(),
        Some(check) if check.is_over() => {
            let most = check
                .largest
                .map(|line| (t.over_most)(words::line(line, page.locale)))
                .unwrap_or_default();
            let words = over_words(page, page.month.get(), &check, cap.get());
            view! {
                <Message tone=Tone::Alert>
                    <b>{words}</b>
                    " "
                    {most}
                    " "
                    {t.over_rule}
                </Message>
            }
            .into_any()
        }
        Some(check) => {
            let left = format::money_whole(-check.over);
            view! { <p>{(t.within)(&format::percent1(check.ratio), &left)}</p> }.into_any()
        }
    };
    let list = move || {
        let rows = over.get();
        if rows.is_empty() {
            return view! { <p class="muted">{t.none_over}</p> }.into_any();
        }
        let rows = rows.into_iter().map(|words| view! { <li>{words}</li> }).collect_view();
        view! { <ul class="profit-over">{rows}</ul> }.into_any()
    };
    view! {
        <Section title=t.ads_section note=t.ads_note>
            <div class="profit-solver">
                <div class="profit-solver-fields">
                    <RatioField
                        label=t.ads
                        value=Signal::derive(move || Some(cap.get()))
                        is_required=true
                        on_commit=set_cap
                    />
                </div>
                <div class="stack">
                    {said}
                    <div>
                        <h3>{t.over_list}</h3>
                        {list}
                    </div>
                </div>
            </div>
        </Section>
    }
}
