//! What a piece of one product costs, by the day from which it does.

use leptos::prelude::*;

use crate::base::id::Id;
use crate::base::money::Money;
use crate::base::ratio::Ratio;
use crate::i18n::format;
use crate::tools::products::calc::list::earns;
use crate::tools::products::edit::ProductField;
use crate::tools::products::model::CostFrom;
use crate::tools::products::view::state::Page;
use crate::ui::{Button, DateField, IconButton, IconName, MoneyField, RatioField};

/// The costs with what a piece earns by those of today.
#[component]
pub fn Costs(page: Page, id: Id) -> impl IntoView {
    let t = page.t;
    let product = page.product(id);
    let n_costs =
        Memo::new(move |_| product.with(|one| one.as_ref().map_or(0, |one| one.costs.len())));
    let sum = move || {
        product.with(|one| {
            let earned = earns(one.as_ref()?, page.today);
            let (profit, margin) = (earned.profit?, earned.margin?);
            let floor = earned.break_even.map_or(format::NONE.to_owned(), format::money);
            Some((t.unit_sum)(&format::money(profit), &format::percent(margin), &floor))
        })
    };
    let add = move |()| {
        change(page, id, |costs| {
            let last = costs.last().cloned().unwrap_or_default();
            // The first one holds from the beginning, the next from today.
            let from = (!costs.is_empty()).then_some(page.today);
            costs.push(CostFrom { from, ..last });
        });
    };
    view! {
        <h3 class="products-part">
            {t.costs} " " <span class="muted small">{t.costs_note}</span>
        </h3>
        <ul class="stack">
            {move || {
                (0..n_costs.get()).map(|place| view! { <Row page id place /> }).collect_view()
            }}
        </ul>
        <div class="row">
            <Button icon=IconName::Plus on_press=add>
                {t.add_cost}
            </Button>
            <span>{sum}</span>
        </div>
        <p class="muted small">{t.unit_formula}</p>
    }
}

fn change(page: Page, id: Id, change: impl FnOnce(&mut Vec<CostFrom>)) {
    let product = page.product(id).get_untracked();
    if let Some(product) = product {
        let mut costs = product.costs.clone();
        change(&mut costs);
        page.set(id, ProductField::Costs(costs));
    }
}

#[component]
fn Row(page: Page, id: Id, place: usize) -> impl IntoView {
    let t = page.t;
    let product = page.product(id);
    let cost = Memo::new(move |_| {
        product.with(|one| one.as_ref().and_then(|one| one.costs.get(place).cloned()))
    });
    let change_one = move |write: &dyn Fn(&mut CostFrom)| {
        change(page, id, |costs| {
            if let Some(cost) = costs.get_mut(place) {
                write(cost);
            }
        });
    };
    let set_day = move |day| change_one(&|cost| cost.from = day);
    // An empty field is an amount of nothing.
    let set_money = move |field: fn(&mut CostFrom) -> &mut Money| {
        move |to: Option<Money>| change_one(&|cost| *field(cost) = to.unwrap_or_default())
    };
    let set_ratio = move |field: fn(&mut CostFrom) -> &mut Ratio| {
        move |to: Option<Ratio>| change_one(&|cost| *field(cost) = to.unwrap_or_default())
    };
    let money = move |look: fn(&CostFrom) -> Money| {
        Signal::derive(move || cost.with(|cost| cost.as_ref().map(look)))
    };
    let ratio = move |look: fn(&CostFrom) -> Ratio| {
        Signal::derive(move || cost.with(|cost| cost.as_ref().map(look)))
    };
    let from = Signal::derive(move || cost.with(|cost| cost.as_ref().and_then(|cost| cost.from)));
    let remove = move |()| {
        change(page, id, |costs| {
            if place < costs.len() {
                costs.remove(place);
            }
        });
    };
    let help =
        Signal::derive(
            move || {
                if from.get().is_none() { t.from_start.to_owned() } else { String::new() }
            },
        );
    view! {
        <li class="products-line products-cost">
            <DateField label=t.cost_from value=from help on_commit=set_day />
            <MoneyField
                label=t.goods
                value=money(|cost| cost.goods)
                on_commit=set_money(|cost| &mut cost.goods)
            />
            <MoneyField
                label=t.freight
                value=money(|cost| cost.freight)
                on_commit=set_money(|cost| &mut cost.freight)
            />
            <MoneyField
                label=t.gift
                value=money(|cost| cost.gift)
                on_commit=set_money(|cost| &mut cost.gift)
            />
            <RatioField
                label=t.commission
                value=ratio(|cost| cost.commission)
                on_commit=set_ratio(|cost| &mut cost.commission)
            />
            <RatioField
                label=t.ads
                value=ratio(|cost| cost.ads)
                on_commit=set_ratio(|cost| &mut cost.ads)
            />
            <IconButton icon=IconName::Delete label=t.remove_cost on_press=remove />
        </li>
    }
}
