//! What if: levers, what comes of them, the tornado and the waterfall of a month.

use leptos::prelude::*;

use crate::base::money::Money;
use crate::base::ratio::Ratio;
use crate::i18n::format;
use crate::tools::profit::calc::whatif::{Lever, MOST, MonthOf, Moves, tornado};
use crate::tools::profit::text::told;
use crate::tools::profit::text::whatif::{self as words, Text, text};
use crate::tools::profit::view::charts;
use crate::tools::profit::view::state::Page;
use crate::ui::{Button, CountField, RatioField, Section, Segmented, SpanFigure};

/// By how much the tornado moves each lever.
const BY: [i32; 3] = [500, 1_000, 2_000];

/// The levers of the product that is looked at, and what a month comes to with them.
#[derive(Clone, Copy)]
struct Trial {
    page: Page,
    t: &'static Text,
    moves: RwSignal<Moves>,
    now: Memo<Option<MonthOf>>,
    then: Memo<Option<MonthOf>>,
}

/// What if: what a month of the product would earn otherwise.
#[component]
pub fn WhatIf(page: Page) -> impl IntoView {
    let t = text(page.locale);
    let moves = RwSignal::new(Moves::default());
    let month = move |moves: Moves| {
        page.earned.with(|one| one.as_ref().and_then(|one| MonthOf::of(one, moves)))
    };
    let now = Memo::new(move |_| month(Moves::default()));
    let then = Memo::new(move |_| month(moves.get()));
    // Another product begins anew.
    Effect::new(move |before: Option<Option<crate::base::id::Id>>| {
        let chosen = page.chosen.get();
        if before.is_some_and(|before| before != chosen) {
            moves.set(Moves::default());
        }
        chosen
    });
    let trial = Trial { page, t, moves, now, then };
    let is_moved = Memo::new(move |_| !moves.get().is_none());
    let more = move || {
        view! {
            <Button
                disabled=Signal::derive(move || !is_moved.get())
                on_press=move |()| moves.set(Moves::default())
            >
                {t.reset}
            </Button>
        }
    };
    let has_month = Memo::new(move |_| now.with(Option::is_some));
    view! {
        <Section title=t.title note=t.note more>
            <div class="columns" data-columns="2">
                <div class="stack">
                    <Volume trial />
                    <ul class="profit-levers">
                        {Lever::ALL.map(|lever| view! { <LeverRow trial lever /> }).collect_view()}
                    </ul>
                </div>
                <Show
                    when=move || has_month.get()
                    fallback=move || view! { <p class="muted">{t.volume_first}</p> }
                >
                    <div class="stack">
                        <Results trial />
                    </div>
                </Show>
            </div>
        </Section>
        <Show when=move || has_month.get()>
            <div class="columns" data-columns="2">
                <Tornado trial />
                <Waterfall trial />
            </div>
        </Show>
    }
}

#[component]
fn Volume(trial: Trial) -> impl IntoView {
    let (page, t) = (trial.page, trial.t);
    let terms = page.terms();
    let typed = Signal::derive(move || terms.with(|one| one.as_ref().and_then(|one| one.volume)));
    let sold = move || {
        let chosen = page.chosen.get();
        page.products
            .with(|all| all.iter().find(|row| Some(row.product.id) == chosen)?.product.monthly)
    };
    let help = Signal::derive(move || (page.t.volume_help)(sold()));
    view! {
        <div class="profit-volume">
            <CountField
                label=t.volume
                value=typed
                unit=t.pieces_unit
                help
                on_commit=move |to| page.set_terms(|terms| terms.volume = to)
            />
        </div>
    }
}

/// What a lever stands at, moved or not.
fn stands(
    lever: Lever,
    month: &MonthOf,
    earned: &crate::tools::profit::calc::product::Earned,
    moves: Moves,
) -> String {
    let moved = Ratio::from_bp(10_000 + moves.of(lever).bp());
    let costs = earned.terms.costs();
    let money = |amount: Money| told::money(amount.times(moved));
    let share = |ratio: Ratio| {
        let bp = Money::fen_const(ratio.bp().into()).times(moved).fen();
        format::percent1(Ratio::from_bp(i32::try_from(bp).unwrap_or(i32::MAX)))
    };
    match lever {
        Lever::Price => money(earned.order.price),
        Lever::Volume => format::count(month.volume),
        Lever::Goods => money(costs.goods),
        Lever::Freight => money(costs.freight),
        Lever::Commission => share(costs.commission),
        Lever::Ads => share(costs.ads),
        Lever::Refunds => share(earned.terms.refunds().rate),
    }
}

/// A slider with its number, and what the lever then stands at.
#[component]
fn LeverRow(trial: Trial, lever: Lever) -> impl IntoView {
    let (page, moves) = (trial.page, trial.moves);
    let name = words::lever(lever, page.locale);
    let by = Memo::new(move |_| moves.get().of(lever));
    let set = move |to: Ratio| moves.update(|moves| *moves = moves.with(lever, to));
    let stand = move || {
        trial.then.with(|month| {
            let month = month.as_ref()?;
            page.earned.with(|one| Some(stands(lever, month, one.as_ref()?, moves.get())))
        })
    };
    let slide = move |text: String| {
        if let Ok(percent) = text.parse::<i32>() {
            set(Ratio::from_bp(percent.saturating_mul(100)));
        }
    };
    let commit = move |to: Option<Ratio>| set(to.unwrap_or_default());
    view! {
        <li class="profit-lever">
            <span>{name}</span>
            <input
                type="range"
                aria-label=name
                min=-MOST / 100
                max=MOST / 100
                step="1"
                aria-valuetext=move || format::signed_percent(by.get())
                prop:value=move || (by.get().bp() / 100).to_string()
                on:input:target=move |event| slide(event.target().value())
            />
            <RatioField
                label=format!("{name} · {}", trial.t.lever_by)
                is_bare=true
                value=Signal::derive(move || Some(by.get()))
                on_commit=commit
            />
            <output class="profit-lever-stand">{stand}</output>
        </li>
    }
}

/// Now, then, and what lies between them.
#[component]
fn Results(trial: Trial) -> impl IntoView {
    let t = trial.t;
    let row = move |name: &'static str, look: fn(&MonthOf) -> Money| {
        let of = move |month: Memo<Option<MonthOf>>| month.with(|month| month.as_ref().map(look));
        let shown = |amount: Option<Money>| amount.map_or(format::NONE.to_owned(), format::money);
        let change = move || {
            let (now, then) = (of(trial.now)?, of(trial.then)?);
            Some(format::signed_money_exact(then - now))
        };
        let is_less = move || (of(trial.then) < of(trial.now)).then_some("");
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td data-align="end">{move || shown(of(trial.now))}</td>
                <td data-align="end">
                    <b>{move || shown(of(trial.then))}</b>
                </td>
                <td data-align="end" data-less=is_less>
                    {change}
                </td>
            </tr>
        }
    };
    let same = move || {
        let (now, then) = (trial.now.get()?, trial.then.get()?);
        Some(match then.pieces_for(now.profit()) {
            Some(need) => (t.same)(&format::count(need), &format::count(now.volume)),
            None => t.never.to_owned(),
        })
    };
    view! {
        <div class="table-scroll" role="group" tabindex="0" aria-label=t.title>
            <table class="table profit-results">
                <thead>
                    <tr>
                        <th scope="col">{t.head_item}</th>
                        <th scope="col" data-align="end">{t.now}</th>
                        <th scope="col" data-align="end">{t.then}</th>
                        <th scope="col" data-align="end">{t.change}</th>
                    </tr>
                </thead>
                <tbody>
                    {row(t.month_profit, MonthOf::profit)} {row(t.unit_profit, |one| one.unit.profit)}
                    {row(t.paid, |one| one.trace.piece_paid())}
                </tbody>
            </table>
        </div>
        <p role="status">{same}</p>
    }
}

#[component]
fn Tornado(trial: Trial) -> impl IntoView {
    let (page, t) = (trial.page, trial.t);
    let by = RwSignal::new(1_usize);
    let step = move || Ratio::from_bp(BY.get(by.get()).copied().unwrap_or(1_000));
    let swings = Memo::new(move |_| {
        page.earned.with(|one| {
            one.as_ref().map(|one| tornado(one, trial.moves.get(), step())).unwrap_or_default()
        })
    });
    let chart = Signal::derive(move || {
        let profit = trial.then.with(|month| month.as_ref().map(MonthOf::profit));
        swings.with(|swings| charts::tornado(swings, profit.unwrap_or_default(), page.locale))
    });
    let summary = Signal::derive(move || {
        swings.with(|swings| words::tornado_summary(swings, step(), page.locale))
    });
    let more = move || {
        let names = BY.map(|bp| format!("±{}", format::percent0(Ratio::from_bp(bp)))).to_vec();
        view! { <Segmented label=t.by options=names selected=by on_select=move |idx| by.set(idx) /> }
    };
    view! {
        <Section title=t.tornado note=t.tornado_note more>
            <SpanFigure chart summary file_name=t.tornado />
        </Section>
    }
}

#[component]
fn Waterfall(trial: Trial) -> impl IntoView {
    let (page, t) = (trial.page, trial.t);
    let falls = Memo::new(move |_| {
        trial.then.with(|month| month.as_ref().map(MonthOf::falls).unwrap_or_default())
    });
    let chart = Signal::derive(move || {
        page.section.with(|section| {
            falls.with(|falls| charts::waterfall(falls, &section.steps, page.locale))
        })
    });
    let summary = Signal::derive(move || {
        page.section.with(|section| {
            falls.with(|falls| {
                let words = t.waterfall_summary;
                words::waterfall_summary(falls, &section.steps, words, page.locale)
            })
        })
    });
    view! {
        <Section title=t.waterfall note=t.waterfall_note>
            <SpanFigure chart summary file_name=t.waterfall />
        </Section>
    }
}
