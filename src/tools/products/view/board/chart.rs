//! The chart, and the same as a table.

use leptos::prelude::*;

use crate::base::list;
use crate::base::money::Money;
use crate::chart::bubbles::{AxisUnit, Bubble, BubbleAxis, BubbleChart};
use crate::i18n::format;
use crate::route::Route;
use crate::tools::products::calc::matrix::{Axis, Standing};
use crate::tools::products::edit::MatrixChange;
use crate::tools::products::model::{AxisSet, BcgField, Measure};
use crate::tools::products::text::matrix::{field, value};
use crate::tools::products::text::names;
use crate::tools::products::view::board::shelf::{Shelf, use_role_drag};
use crate::tools::products::view::board::{AxisChoice, Look};
use crate::ui::{BubbleFigure, BubbleWords, Cut, Section};

/// The chart with its axes, its key and its table.
#[component]
pub fn Chart(look: Look) -> impl IntoView {
    let (page, t) = (look.page, look.t);
    let locale = page.locale;
    let chart = Memo::new(move |_| chart_of(look));
    let title = Signal::derive(move || {
        let (x, y) = look.axes();
        (t.chart)(names::measure(y, locale), names::measure(x, locale))
    });
    let note = Signal::derive(move || {
        let id = page.period.get();
        let name = page.section.with(|section| {
            let period = id.and_then(|id| list::find(&section.periods, id));
            period.map_or(String::new(), |period| page.period_name(period))
        });
        (t.chart_note)(&name, look.board.with(|board| board.standings.len()))
    });
    let summary = Signal::derive(move || {
        look.board.with(|board| {
            let counts = board.fields.iter();
            let counts = counts.map(|sum| (t.field_count)(field(sum.field, locale), sum.n));
            let joined = counts.collect::<Vec<_>>().join(page.t.comma);
            (t.summary)(&title.get(), board.standings.len(), &joined)
        })
    });
    let words = BubbleWords {
        cut_x: t.cut_x,
        cut_y: t.cut_y,
        keys: t.bubble_keys,
        value: Callback::new(move |(is_x, number): Cut| {
            let (x, y) = look.axes();
            value(if is_x { x } else { y }, number, locale)
        }),
    };
    let choose = move |idx: usize| {
        let id = look.board.with_untracked(|board| board.standings.get(idx).map(|one| one.id));
        page.chosen.set(id);
    };
    let cut = move |(is_x, number): Cut| {
        let (x, y) = look.board.with_untracked(|board| (board.x.measure, board.y.measure));
        look.change(MatrixChange::Cut(if is_x { x } else { y }, Some(number)));
    };
    let drag = use_role_drag(look);
    let has_before = Memo::new(move |_| {
        look.board.with(|board| board.standings.iter().any(|one| one.before.is_some()))
    });
    view! {
        <Section title note>
            <AxisChoice look />
            <BubbleFigure
                chart
                summary
                words
                on_choose=choose
                on_cut=cut
                file_name=t.file_name
                drag
            />
            <Shelf look drag />
            <p class="muted small" hidden=move || !has_before.get()>
                {t.before_key}
            </p>
            <p class="muted small">{t.difference}</p>
            <Table look />
            <Unplaced look />
        </Section>
    }
}

fn chart_of(look: Look) -> BubbleChart {
    let (page, t) = (look.page, look.t);
    let locale = page.locale;
    let chosen = page.chosen.get();
    look.board.with(|board| {
        let axis = |axis: &Axis| {
            let log = match (axis.measure.is_log(), axis.measure.is_reversed()) {
                (true, true) => t.log_reversed,
                (true, false) => t.log,
                (false, _) => "",
            };
            BubbleAxis {
                title: format!("{}{log}", names::measure(axis.measure, locale)),
                unit: unit(axis.measure),
                is_log: axis.measure.is_log(),
                is_reversed: axis.measure.is_reversed(),
                cut: axis.cut,
            }
        };
        let cut = |axis: &Axis| {
            axis.cut.map_or(String::new(), |cut| {
                (t.cut_at)(names::measure(axis.measure, locale), &value(axis.measure, cut, locale))
            })
        };
        let corner = |is_left: bool, is_high: bool| {
            // What stands at the left is high where the axis is reversed.
            let is_x_high = is_left == board.x.measure.is_reversed();
            field(BcgField::of(board.set, is_x_high, is_high), locale).to_owned()
        };
        let bubbles = board.standings.iter().map(|one| Bubble {
            name: page.name_of(one.id),
            x: one.x,
            y: one.y,
            area: one.revenue.map_or(0, Money::fen),
            kind: kind(board.set, one.field),
            before: one.before.map(|before| (before.x, before.y)),
            is_chosen: chosen == Some(one.id),
        });
        BubbleChart {
            x: axis(&board.x),
            y: axis(&board.y),
            corners: [
                corner(true, true),
                corner(false, true),
                corner(true, false),
                corner(false, false),
            ],
            note: (t.cuts_printed)(&cut(&board.x), &cut(&board.y)),
            bubbles: bubbles.collect(),
        }
    })
}

/// The colour of a field, by its place among the four.
pub fn kind(set: AxisSet, field: BcgField) -> usize {
    BcgField::all(set).iter().position(|one| *one == field).unwrap_or(3)
}

fn unit(measure: Measure) -> AxisUnit {
    match measure {
        Measure::Units => AxisUnit::Count,
        Measure::Revenue | Measure::UnitProfit => AxisUnit::Fen,
        Measure::RelativeShare => AxisUnit::Times,
        Measure::Margin | Measure::ShopShare | Measure::MarketGrowth | Measure::CategoryGrowth => {
            AxisUnit::Percent
        }
    }
}

/// The same numbers, behind "view as a table". Built when it is opened.
#[component]
fn Table(look: Look) -> impl IntoView {
    let (page, t) = (look.page, look.t);
    let locale = page.locale;
    let is_open = RwSignal::new(false);
    let rows = move || {
        let (x, y) = look.axes();
        let row = |one: &Standing| {
            let money =
                |amount: Option<Money>| amount.map_or(format::NONE.to_owned(), format::money_whole);
            let before = one.before.map_or(format::NONE, |before| field(before.field, locale));
            view! {
                <tr>
                    <th scope="row">{page.name_of(one.id)}</th>
                    <td class="chart-number">{value(x, one.x, locale)}</td>
                    <td class="chart-number">{value(y, one.y, locale)}</td>
                    <td>{field(one.field, locale)}</td>
                    <td>{before}</td>
                    <td class="chart-number">{money(one.revenue)}</td>
                    <td class="chart-number">{money(one.profit)}</td>
                </tr>
            }
        };
        look.board.with(|board| board.standings.iter().map(row).collect_view())
    };
    let heads = move || {
        let (x, y) = look.axes();
        [
            (t.col_product, false),
            (names::measure(x, locale), true),
            (names::measure(y, locale), true),
            (t.col_field, false),
            (t.col_before, false),
            (t.col_revenue, true),
            (t.col_profit, true),
        ]
        .map(|(head, is_number)| {
            let class = if is_number { "chart-number" } else { "" };
            view! {
                <th scope="col" class=class>
                    {head}
                </th>
            }
        })
    };
    view! {
        <details
            class="chart-table"
            on:toggle:target=move |event| is_open.set(event.target().open())
        >
            <summary>{crate::i18n::chart_text::text(locale).as_table}</summary>
            <Show when=move || is_open.get()>
                <div class="table-scroll" role="group" tabindex="0" aria-label=t.title>
                    <table class="table">
                        <thead>
                            <tr>{heads}</tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </Show>
        </details>
    }
}

/// Products that cannot be placed, and what they lack.
#[component]
fn Unplaced(look: Look) -> impl IntoView {
    let (page, t) = (look.page, look.t);
    let n = Memo::new(move |_| look.board.with(|board| board.unplaced.len()));
    let lines = move || {
        let comma = page.t.comma;
        look.board.with(|board| {
            let line = |one: &crate::tools::products::calc::matrix::Unplaced| {
                let missing = one.missing.iter();
                let missing: Vec<&str> =
                    missing.map(|measure| names::measure(*measure, page.locale)).collect();
                (t.lacks)(&page.name_of(one.id), &missing.join(comma))
            };
            let lines = board.unplaced.iter().take(50).map(line);
            lines.map(|line| view! { <li>{line}</li> }).collect_view()
        })
    };
    view! {
        <Show when=move || n.get() != 0>
            <details class="products-unplaced">
                <summary>{move || (t.unplaced)(n.get())}</summary>
                <ul class="small">{lines}</ul>
                <a href=Route::Products.href()>{t.fill_in}</a>
            </details>
        </Show>
    }
}
