//! Where visitors come from: totals, the sources as a table, another mix, conversions (T-81).

use leptos::prelude::*;

use crate::base::causes::Funnel;
use crate::base::money::div_round;
use crate::base::ratio::Ratio;
use crate::i18n::format;
use crate::knowledge::traffic::{Channel, SEARCH};
use crate::tools::diagnosis::calc::sources::Sources;
use crate::tools::diagnosis::calc::verdict::figures;
use crate::tools::diagnosis::view::mixif::MixIf;
use crate::tools::diagnosis::view::source_rates::Rates;
use crate::tools::diagnosis::view::source_table::Table;
use crate::tools::diagnosis::view::sources::Nothing;
use crate::tools::diagnosis::view::state::{Page, money, ratio};
use crate::ui::Tile;

/// The sources of the period.
#[component]
pub fn Traffic(page: Page) -> impl IntoView {
    let has_any = Memo::new(move |_| page.sources.with(Option::is_some));
    view! {
        <Show when=move || has_any.get() fallback=move || view! { <Nothing page /> }>
            <Tiles page />
            <Table page />
            <div class="columns" data-columns="2">
                <MixIf page />
                <Rates page />
            </div>
        </Show>
    }
}

/// A value in words, `–` for none.
pub fn shown<T>(value: Option<T>, words: impl Fn(T) -> String) -> String {
    value.map_or_else(|| format::NONE.to_owned(), words)
}

/// Hundredths as `1.39`.
pub fn times(hundredths: i64) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

/// So much of each, rounded; `None` of nobody.
pub fn per(amount: i64, n: i64) -> Option<i64> {
    (0 < n).then(|| div_round(amount.into(), n.into()) as i64)
}

/// Whole visitors.
pub fn people(state: Funnel) -> i64 {
    state.visitors.round() as i64
}

/// Conversion, basis points.
pub fn cvr(state: Funnel) -> Option<i64> {
    figures(state)[1]
}

/// The confidence in words.
pub fn sure_words(page: Page) -> String {
    page.section.with(|section| format::percent0(section.confidence))
}

#[component]
fn Tiles(page: Page) -> impl IntoView {
    let w = page.w;
    let tile = move |label: &'static str, of: fn(Page, &Sources) -> (String, String)| {
        let found = Memo::new(move |_| {
            page.sources.with(|all| all.as_deref().map(|all| of(page, all)).unwrap_or_default())
        });
        view! {
            <Tile label value=Signal::derive(move || found.get().0)>
                <p class="muted small">{move || found.get().1}</p>
            </Tile>
        }
    };
    view! {
        <div class="diagnosis-tiles">
            {tile(
                w.tile_shop,
                |page, all| {
                    (shown(all.shop.map(people), format::count), page.w.unit_people.to_owned())
                },
            )}
            {tile(
                w.tile_counted,
                |page, all| {
                    let counted = people(all.total());
                    let overlap = all.shop.and_then(|shop| per(counted * 100, people(shop)));
                    let words = overlap.map(|n| (page.w.tile_overlap)(&times(n)));
                    (format::count(counted), words.unwrap_or_default())
                },
            )}
            {tile(
                w.tile_cvr,
                |page, all| {
                    let rate = shown(cvr(all.total()), |bp| format::percent(ratio(bp)));
                    (rate, page.w.tile_cvr_note.to_owned())
                },
            )}
            {tile(
                w.tile_ratio,
                |page, all| {
                    let of = |channel| people(all.of_channel(channel).state);
                    let hundredths = per(of(Channel::Free) * 100, of(Channel::Paid));
                    let said = shown(hundredths, |n| format!("{} : 1", times(n)));
                    (said, page.w.tile_ratio_note.to_owned())
                },
            )}
            {tile(
                w.tile_search,
                |page, all| {
                    let search = all.lines.iter().find(|one| one.name == SEARCH);
                    let state = search.map_or(Funnel::default(), |one| one.state);
                    let share = Ratio::of(people(state), people(all.total()));
                    (shown(share, format::percent1), page.w.tile_cvr_note.to_owned())
                },
            )}
            {tile(
                w.tile_cost,
                |page, all| {
                    let cost = all.lines.iter().filter_map(|one| one.cost).map(|cost| cost.0);
                    let cost = cost.reduce(i64::saturating_add);
                    // Spread over the people of the shop, those who came for nothing included.
                    let shop = all.shop;
                    let each = shop.and_then(|shop| per(cost?, people(shop)));
                    let value = shop.and_then(|shop| per(shop.sales, people(shop)));
                    let words = value.map(|fen| (page.w.tile_cost_note)(&format::money(money(fen))));
                    (shown(each, |fen| format::money(money(fen))), words.unwrap_or_default())
                },
            )}
        </div>
    }
}
