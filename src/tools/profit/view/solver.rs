//! Prices worked out backwards.

use leptos::prelude::*;

use crate::base::money::Money;
use crate::base::ratio::Ratio;
use crate::i18n::format;
use crate::tools::profit::calc::solve::{Solved, price_for_paid};
use crate::tools::profit::edit::ProfitEdit;
use crate::tools::profit::model::Rounding;
use crate::tools::profit::text::{names, told};
use crate::tools::profit::view::state::Page;
use crate::ui::{MoneyField, RatioField, Section, Select};

/// The list price for a margin or for what is to be paid, and the goods for the price that is.
#[component]
pub fn Solver(page: Page) -> impl IntoView {
    let t = page.t;
    let target = Memo::new(move |_| page.section.with(|section| section.target));
    let rounding = Memo::new(move |_| page.section.with(|section| section.rounding));
    // What is asked only now; nothing of it is kept.
    let paid = RwSignal::new(None::<Money>);
    let set_target = move |to: Option<Ratio>| {
        if let Some(to) = to {
            page.edit(ProfitEdit::SetTarget(to));
        }
    };
    let endings = Rounding::ALL.map(|one| names::rounding(one, page.locale).to_owned()).to_vec();
    let ending_at = Signal::derive(move || {
        Rounding::ALL.iter().position(|one| *one == rounding.get()).unwrap_or(0)
    });
    let set_ending = move |idx: usize| {
        if let Some(to) = Rounding::ALL.get(idx) {
            page.edit(ProfitEdit::SetRounding(*to));
        }
    };
    let say = move |solved: Option<Solved>| {
        solved.map_or(t.solved_none.to_owned(), |one| {
            let margin = one.margin.map_or(format::NONE.to_owned(), format::percent);
            (t.solved_margin)(
                &told::money(one.price),
                &told::money(one.paid),
                &told::money(one.profit),
                &margin,
            )
        })
    };
    let by_margin = move || {
        let earned = page.earned.get()?;
        Some(say(earned.price_for(target.get(), rounding.get())))
    };
    let by_goods = move || {
        let earned = page.earned.get()?;
        let goods = earned.terms.goods_for(earned.unit.received, target.get());
        let now = told::money(earned.terms.costs().goods);
        Some(goods.map_or(t.solved_goods_none.to_owned(), |goods| {
            (t.solved_goods)(&told::money(goods), &now)
        }))
    };
    let by_paid = move || {
        let (earned, paid) = (page.earned.get()?, paid.get()?);
        let rounding = rounding.get();
        Some(say(price_for_paid(&earned.steps, earned.order, &earned.terms, paid, rounding)))
    };
    view! {
        <Section title=t.solver note=t.solver_note>
            <div class="profit-solver">
                <div class="profit-solver-fields">
                    <RatioField
                        label=t.target
                        value=Signal::derive(move || Some(target.get()))
                        is_required=true
                        on_commit=set_target
                    />
                    <Select label=t.rounding options=endings selected=ending_at on_select=set_ending />
                    <MoneyField
                        label=t.wanted_paid
                        value=paid
                        on_commit=move |to| paid.set(to)
                    />
                </div>
                <div class="profit-answers" role="status">
                    <p>
                        <b>{t.target}</b>
                        " "
                        {by_margin}
                    </p>
                    <p>{by_goods}</p>
                    <p hidden=move || paid.get().is_none()>
                        <b>{t.wanted_paid}</b>
                        " "
                        {by_paid}
                    </p>
                    <p class="muted small">{t.solved_round}</p>
                </div>
            </div>
        </Section>
    }
}
