//! What all advertising came to, held against breaking even and the cap.

use leptos::prelude::*;

use crate::i18n::format;
use crate::tools::ads::calc::{Figures, Review};
use crate::tools::ads::view::state::{Page, money, shown, times};
use crate::ui::{Section, Tag, Tile, Tone};

/// The totals.
#[component]
pub fn Tiles(page: Page) -> impl IntoView {
    let t = page.t;
    let of = move |value: fn(&Review) -> String| {
        Signal::derive(move || {
            page.review.with(|review| review.as_ref().map_or(String::new(), |one| value(one)))
        })
    };
    let before = move |words: fn(&Figures) -> Option<String>| {
        Signal::derive(move || {
            page.review.with(|review| {
                let total = review.as_ref().and_then(|one| one.total_before);
                let said = total.as_ref().and_then(words);
                said.map_or_else(|| t.no_before.to_owned(), |was| (t.was)(&was))
            })
        })
    };
    let even = move || {
        let even = page.review.with(|review| review.as_ref().and_then(|one| one.even_roi()));
        even.map_or_else(|| t.even_unknown.to_owned(), |roi| (t.even)(&times(roi)))
    };
    // Whether the whole pays: no tag where that is not known.
    let verdict = Memo::new(move |_| {
        page.review.with(|review| {
            let one = review.as_ref()?;
            Some(one.even_roi()? <= one.total.roi()?)
        })
    });
    let status = move || {
        view! {
            {move || verdict.get().map(|pays| if pays {
                view! { <Tag tone=Tone::Done>{t.pays}</Tag> }.into_any()
            } else {
                view! { <Tag tone=Tone::Alert>{t.loses}</Tag> }.into_any()
            })}
        }
    };
    let cap = page.store.select(|wb| wb.shop.ad_cap);
    let is_over = Memo::new(move |_| {
        let share = page.review.with(|review| review.as_ref().and_then(|one| one.share));
        share.is_some_and(|share| cap.get() < share)
    });
    let over = move || {
        view! {
            <Show when=move || is_over.get()>
                <Tag tone=Tone::Alert>{t.over_cap}</Tag>
            </Show>
        }
    };
    let share_note = move || {
        let is_known = page.review.with(|one| one.as_ref().is_some_and(|one| one.share.is_some()));
        if is_known { (t.cap)(&format::percent1(cap.get())) } else { t.share_unknown.to_owned() }
    };
    let note = Signal::derive(move || {
        page.review.with(|review| {
            review.as_ref().map_or(String::new(), |one| {
                (t.total_note)(&page.days(one.span), one.n_days, one.span.n_days())
            })
        })
    });
    view! {
        <Section title=t.total note>
            <div class="ads-tiles">
                <Tile label=t.spend value=of(|one| shown(one.total.spend, format::money_whole))>
                    <p class="muted small">{before(|old| old.spend.map(format::money_whole))}</p>
                </Tile>
                <Tile label=t.sales value=of(|one| shown(one.total.sales, format::money_whole))>
                    <p class="muted small">{before(|old| old.sales.map(format::money_whole))}</p>
                </Tile>
                <Tile label=t.roi value=of(|one| shown(one.total.roi(), times)) status>
                    <p class="muted small">{even}</p>
                </Tile>
                <Tile label=t.cpc value=of(|one| shown(one.total.cpc(), money))>
                    <p class="muted small">{before(|old| old.cpc().map(money))}</p>
                </Tile>
                <Tile label=t.share value=of(|one| shown(one.share, format::percent)) status=over>
                    <p class="muted small">{share_note}</p>
                </Tile>
            </div>
        </Section>
    }
}
