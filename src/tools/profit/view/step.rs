//! One step of the price: what it says, and its form.

use leptos::prelude::*;

use crate::base::id::Id;
use crate::base::list;
use crate::base::money::Money;
use crate::base::ratio::Ratio;
use crate::tools::profit::edit::{MAX_GROUPS, ProfitEdit};
use crate::tools::profit::model::{PriceStep, StepRule};
use crate::tools::profit::text::{names, told};
use crate::tools::profit::view::state::Page;
use crate::ui::{
    Button, Checkbox, IconButton, IconName, MoneyField, RatioField, Select, TextField,
};

/// One step; `open` names the one whose form stands open.
#[component]
pub fn StepRow(page: Page, id: Id, open: RwSignal<Option<Id>>) -> impl IntoView {
    let t = page.t;
    let step =
        Memo::new(move |_| page.section.with(|section| list::find(&section.steps, id).cloned()));
    let name = Memo::new(move |_| {
        step.with(|step| step.as_ref().map(|step| names::step(step, page.locale)))
            .unwrap_or_default()
    });
    let said = move || {
        step.with(|step| {
            let step = step.as_ref()?;
            let mut words = vec![told::takes(step, page.locale)];
            words.extend(step.product.map(|only| (t.only)(&page.name_of(only))));
            if step.group != 0 {
                words.push((t.group_name)(step.group));
            }
            Some(words.join(" · "))
        })
    };
    let is_on =
        Signal::derive(move || step.with(|step| step.as_ref().is_some_and(|one| one.is_on)));
    let is_open = Memo::new(move |_| open.get() == Some(id));
    let place = move |by: isize| {
        let at = page
            .section
            .with_untracked(|section| section.steps.iter().position(|step| step.id == id));
        if let Some(to) = at.and_then(|at| at.checked_add_signed(by)) {
            page.edit(ProfitEdit::MoveStep { id, to });
        }
    };
    let is_first = Signal::derive(move || {
        page.section.with(|section| section.steps.first().is_some_and(|step| step.id == id))
    });
    let is_last = Signal::derive(move || {
        page.section.with(|section| section.steps.last().is_some_and(|step| step.id == id))
    });
    let toggle = move |to: bool| change(page, step, |step| step.is_on = to);
    let label = |words: fn(&str) -> String| Signal::derive(move || words(&name.read()));
    view! {
        <li class="profit-step" data-off=move || (!is_on.get()).then_some("")>
            <div class="profit-step-head">
                <Checkbox label=name checked=is_on on_change=toggle />
                <span class="profit-step-said">{said}</span>
                <span class="profit-step-ways">
                    <IconButton
                        icon=IconName::Up
                        label=label(t.up)
                        disabled=is_first
                        on_press=move |()| place(-1)
                    />
                    <IconButton
                        icon=IconName::Down
                        label=label(t.down)
                        disabled=is_last
                        on_press=move |()| place(1)
                    />
                    <IconButton
                        icon=IconName::Edit
                        label=label(t.edit_step)
                        pressed=is_open
                        on_press=move |()| open.set((!is_open.get_untracked()).then_some(id))
                    />
                    <IconButton
                        icon=IconName::Delete
                        label=label(t.remove_step)
                        on_press=move |()| {
                            page.edit(ProfitEdit::RemoveStep(id));
                        }
                    />
                </span>
            </div>
            <Show when=move || is_open.get()>
                <StepForm page step open />
            </Show>
        </li>
    }
}

fn change(page: Page, step: Memo<Option<PriceStep>>, change: impl FnOnce(&mut PriceStep)) {
    if let Some(mut now) = step.get_untracked() {
        change(&mut now);
        page.edit(ProfitEdit::PutStep(now));
    }
}

#[component]
fn StepForm(
    page: Page,
    step: Memo<Option<PriceStep>>,
    open: RwSignal<Option<Id>>,
) -> impl IntoView {
    let t = page.t;
    let rule = Memo::new(move |_| step.with(|step| step.as_ref().map(|step| step.rule)));
    let name = Signal::derive(move || {
        step.with(|step| step.as_ref().map(|step| step.name.clone())).unwrap_or_default()
    });
    let rules = StepRule::ALL.map(|rule| names::rule(rule, page.locale).to_owned()).to_vec();
    let rule_at = Signal::derive(move || {
        StepRule::ALL.iter().position(|one| Some(*one) == rule.get()).unwrap_or(0)
    });
    let set_rule = move |idx: usize| {
        if let Some(rule) = StepRule::ALL.get(idx) {
            change(page, step, |step| step.rule = *rule);
        }
    };
    let products = Signal::derive(move || {
        let mut names = vec![t.everyone.to_owned()];
        page.products.with(|all| names.extend(all.iter().map(|row| page.name(&row.product))));
        names
    });
    let product_at = Signal::derive(move || {
        let only = step.with(|step| step.as_ref().and_then(|step| step.product));
        let at = page.products.with(|all| all.iter().position(|row| Some(row.product.id) == only));
        at.map_or(0, |at| at + 1)
    });
    let set_product = move |idx: usize| {
        let id = idx.checked_sub(1).and_then(|idx| {
            page.products.with_untracked(|all| all.get(idx).map(|row| row.product.id))
        });
        change(page, step, |step| step.product = id);
    };
    let groups: Vec<String> = (0..=MAX_GROUPS)
        .map(|n| if n == 0 { t.no_group.to_owned() } else { (t.group_name)(n) })
        .collect();
    let group_at = Signal::derive(move || {
        step.with(|step| step.as_ref().map_or(0, |step| usize::from(step.group)))
    });
    let set_group = move |idx: usize| {
        change(page, step, |step| step.group = u8::try_from(idx).unwrap_or(0));
    };
    let money = move |look: fn(&PriceStep) -> Money| {
        Signal::derive(move || step.with(|step| step.as_ref().map(look)))
    };
    let ratio = move |look: fn(&PriceStep) -> Ratio| {
        Signal::derive(move || step.with(|step| step.as_ref().map(look)))
    };
    let set_money = move |field: fn(&mut PriceStep) -> &mut Money| {
        move |to: Option<Money>| change(page, step, |step| *field(step) = to.unwrap_or_default())
    };
    let set_ratio = move |field: fn(&mut PriceStep) -> &mut Ratio| {
        move |to: Option<Ratio>| change(page, step, |step| *field(step) = to.unwrap_or_default())
    };
    let amounts = move || {
        let rule = rule.get()?;
        let percent = (rule == StepRule::Percent).then(|| {
            view! {
                <RatioField
                    label=t.percent
                    value=ratio(|step| step.percent)
                    on_commit=set_ratio(|step| &mut step.percent)
                />
            }
        });
        let from = rule.is_orders().then(|| {
            view! {
                <MoneyField
                    label=t.from
                    value=money(|step| step.from)
                    on_commit=set_money(|step| &mut step.from)
                />
            }
        });
        let label = if rule == StepRule::Price { t.member_price } else { t.amount };
        let amount = (rule != StepRule::Percent).then(|| {
            view! {
                <MoneyField
                    label=label
                    value=money(|step| step.amount)
                    on_commit=set_money(|step| &mut step.amount)
                />
            }
        });
        Some((percent, from, amount))
    };
    view! {
        <div class="fields profit-form">
            <Select label=t.rule options=rules selected=rule_at on_select=set_rule />
            {amounts}
            <RatioField
                label=t.borne
                value=ratio(|step| step.borne)
                on_commit=set_ratio(|step| &mut step.borne)
            />
            <Select
                label=t.group
                options=groups
                selected=group_at
                help=t.group_help
                on_select=set_group
            />
            <Select label=t.whom options=products selected=product_at on_select=set_product />
            <TextField
                label=t.name
                value=name
                on_commit=move |text| change(page, step, |step| step.name = text)
            />
        </div>
        <p class="end">
            <Button on_press=move |()| open.set(None)>{t.done}</Button>
        </p>
    }
}
