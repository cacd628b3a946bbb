//! The monthly profit-control table (T-94).

mod ads;
mod grid;
mod parts;
mod state;

use leptos::prelude::*;

use crate::base::money::Money;
use crate::base::ratio::Ratio;
use crate::i18n::format;
use crate::route::Route;
use crate::tools::profit::calc::control::{ControlRow, Side};
use crate::tools::profit::calc::whatif::control_falls;
use crate::tools::profit::model::ControlLine;
use crate::tools::profit::text::control as words;
use crate::tools::profit::text::{told, whatif};
use crate::tools::profit::view::charts;
use crate::tools::profit::view::control::ads::Ads;
use crate::tools::profit::view::control::grid::Table;
use crate::tools::profit::view::control::parts::Parts;
use crate::tools::profit::view::control::state::{Look, Page};
use crate::ui::{
    LinkButton, Message, PageHead, Section, Segmented, Select, SpanFigure, Tile, Tone,
};

/// The monthly profit-control table: budget, actual and variance, and the cap of advertising.
#[component]
pub fn ControlPage() -> impl IntoView {
    let page = Page::new();
    let t = page.t;
    let actions =
        move || view! { <LinkButton href=Route::Profit.href()>{t.to_profit}</LinkButton> };
    view! {
        <div class="page">
            <PageHead title=t.title question=t.question actions />
            <Show when=move || page.refused.read().is_some()>
                <Message tone=Tone::Alert>{move || page.refused.get()}</Message>
            </Show>
            <Tools page />
            <Tiles page />
            <Section title=t.table note=t.basis>
                <Table page />
                <Missing page />
                <p class="muted small">{t.unallocated_note} " · " {t.help}</p>
            </Section>
            <Ads page />
            <Parts page />
            <Waterfall page />
        </div>
    }
}

/// Which year and month, and what of them.
#[component]
fn Tools(page: Page) -> impl IntoView {
    let t = page.t;
    let years = page.years;
    let year_names = Signal::derive(move || {
        years.with(|years| years.iter().map(|year| page.year_name(*year)).collect::<Vec<_>>())
    });
    let year_at = Signal::derive(move || {
        let year = page.year.get();
        years.with(|years| years.iter().position(|one| *one == year).unwrap_or(0))
    });
    let set_year = move |idx: usize| {
        if let Some(year) = years.with_untracked(|years| years.get(idx).copied()) {
            page.year.set(year);
        }
    };
    let month_names = Signal::derive(move || {
        page.months.with(|months| {
            let name = |known: &crate::tools::profit::calc::control::MonthKnown| {
                format::month_long(known.month, page.locale)
            };
            months.iter().map(name).collect::<Vec<_>>()
        })
    });
    let month_at = Signal::derive(move || {
        let month = page.month.get();
        page.months.with(|months| months.iter().position(|one| one.month == month).unwrap_or(0))
    });
    let set_month = move |idx: usize| page.place.set(idx);
    let looks = [t.look_month, t.look_budget, t.look_actual, t.look_variance];
    let look_at = Signal::derive(move || {
        Look::ALL.iter().position(|one| *one == page.look.get()).unwrap_or(0)
    });
    let set_look = move |idx: usize| {
        if let Some(look) = Look::ALL.get(idx) {
            page.look.set(*look);
        }
    };
    view! {
        <div class="profit-tools">
            <Segmented
                label=t.look
                options=looks.map(str::to_owned).to_vec()
                selected=look_at
                on_select=set_look
            />
            <Select label=t.year is_bare=true options=year_names selected=year_at on_select=set_year />
            <Select
                label=t.month
                is_bare=true
                options=month_names
                selected=month_at
                on_select=set_month
            />
        </div>
    }
}

/// What the month comes to, at a glance.
#[component]
fn Tiles(page: Page) -> impl IntoView {
    let t = page.t;
    let amount = move |row: ControlRow, side: Side| {
        page.with(|table, month| table.amount(month, row, side).value)
    };
    let shown = |value: Option<Money>| value.map_or(format::NONE.to_owned(), format::money_whole);
    let budget = move |row: ControlRow| {
        amount(row, Side::Budget)
            .map_or(String::new(), |value| (t.of_budget)(&format::money_whole(value)))
    };
    let tile = move |label: &'static str, row: ControlRow| {
        view! {
            <Tile label value=Signal::derive(move || shown(amount(row, Side::Actual)))>
                <p class="muted small">{move || budget(row)}</p>
            </Tile>
        }
    };
    let ratio = move |part: ControlRow, side: Side| -> Option<Ratio> {
        let sales = amount(ControlRow::Line(ControlLine::Sales), side)?;
        Ratio::of(amount(part, side)?.fen(), sales.fen())
    };
    let percent = |ratio: Option<Ratio>| ratio.map_or(format::NONE.to_owned(), format::percent1);
    let share = move |label: &'static str, part: ControlRow| {
        let planned = move || {
            ratio(part, Side::Budget)
                .map_or(String::new(), |ratio| (t.of_budget)(&format::percent1(ratio)))
        };
        view! {
            <Tile label value=Signal::derive(move || percent(ratio(part, Side::Actual)))>
                <p class="muted small">{planned}</p>
            </Tile>
        }
    };
    view! {
        <div class="profit-tiles" data-tiles="4">
            {tile(t.net, ControlRow::Net)}
            {tile(t.profit, ControlRow::Profit)}
            {share(t.margin, ControlRow::Profit)}
            {share(t.ad_ratio, ControlRow::Ads)}
        </div>
    }
}

/// From the month's sales to its profit, as it really was.
#[component]
fn Waterfall(page: Page) -> impl IntoView {
    let t = whatif::text(page.locale);
    let falls =
        Memo::new(move |_| page.with(|table, month| control_falls(table, month, Side::Actual)));
    let chart =
        Signal::derive(move || falls.with(|falls| charts::waterfall(falls, &[], page.locale)));
    let summary = Signal::derive(move || {
        falls.with(|falls| whatif::waterfall_summary(falls, &[], t.control_summary, page.locale))
    });
    view! {
        <Show when=move || falls.with(|falls| 1 < falls.len())>
            <Section title=t.control_waterfall>
                <SpanFigure chart summary file_name=t.control_waterfall />
            </Section>
        </Show>
    }
}

/// What is not known, and therefore not in the profit.
#[component]
fn Missing(page: Page) -> impl IntoView {
    let t = page.t;
    let said = move || {
        let missing = page.with(|table, month| table.missing(month, Side::Actual));
        let names: Vec<&str> = missing.iter().map(|line| words::line(*line, page.locale)).collect();
        (!names.is_empty()).then(|| (t.missing)(&names.join(t.comma)))
    };
    let has_profit = move || {
        page.with(|table, month| table.amount(month, ControlRow::Profit, Side::Actual).value)
            .map(told::money)
    };
    view! {
        <p class="small" hidden=move || said().is_none() || has_profit().is_none()>{said}</p>
    }
}
