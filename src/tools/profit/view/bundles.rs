//! Sets of products (T-50).

use leptos::prelude::*;

use crate::base::id::Id;
use crate::base::list;
use crate::base::money::Money;
use crate::i18n::format;
use crate::platform::random::new_id;
use crate::tools::profit::calc::bundle::{BundleSum, bundle_sum};
use crate::tools::profit::calc::product::Standing;
use crate::tools::profit::calc::stack::{Outcome, TraceRow};
use crate::tools::profit::edit::ProfitEdit;
use crate::tools::profit::model::{Bundle, BundleItem};
use crate::tools::profit::text::bundle::{Text, text};
use crate::tools::profit::text::{names, told};
use crate::tools::profit::view::state::Page;
use crate::ui::{
    Button, Checkbox, CountField, IconButton, IconName, MoneyField, Section, Select, Tag,
    TextField, Tone,
};

/// The sets, each with its form and what it comes to.
#[component]
pub fn Bundles(page: Page) -> impl IntoView {
    let t = text(page.locale);
    let ids = Memo::new(move |_| {
        page.section.with(|section| section.bundles.iter().map(|one| one.id).collect::<Vec<_>>())
    });
    let add = move |()| {
        let mut bundle = Bundle::new(new_id(), t.new_name.to_owned());
        bundle.items.extend(page.chosen.get_untracked().map(|id| BundleItem::new(id, 2)));
        page.edit(ProfitEdit::PutBundle(bundle));
    };
    let more = move || {
        view! {
            <Button icon=IconName::Plus on_press=add>
                {t.add}
            </Button>
        }
    };
    view! {
        <Section title=t.bundles note=t.bundles_note more>
            <p class="muted" hidden=move || !ids.read().is_empty()>{t.none}</p>
            <ul class="profit-bundles">
                <For each=move || ids.get() key=|id| *id let:id>
                    <BundleRow page t id />
                </For>
            </ul>
        </Section>
    }
}

fn change(page: Page, bundle: Memo<Option<Bundle>>, change: impl FnOnce(&mut Bundle)) {
    if let Some(mut now) = bundle.get_untracked() {
        change(&mut now);
        page.edit(ProfitEdit::PutBundle(now));
    }
}

#[component]
fn BundleRow(page: Page, t: &'static Text, id: Id) -> impl IntoView {
    let bundle =
        Memo::new(move |_| page.section.with(|section| list::find(&section.bundles, id).cloned()));
    let words = move |look: fn(&Bundle) -> &String| {
        Signal::derive(move || {
            bundle.with(|one| one.as_ref().map(|one| look(one).clone())).unwrap_or_default()
        })
    };
    let money = move |look: fn(&Bundle) -> Option<Money>| {
        Signal::derive(move || bundle.with(|one| one.as_ref().and_then(look)))
    };
    let n_items =
        Memo::new(move |_| bundle.with(|one| one.as_ref().map_or(0, |one| one.items.len())));
    let name = words(|one| &one.name);
    let takes_steps =
        Signal::derive(move || bundle.with(|one| one.as_ref().is_some_and(|one| one.takes_steps)));
    let add = move |()| {
        let product = page.products.with_untracked(|all| {
            let has = |id: Id| {
                bundle.with_untracked(|one| {
                    one.as_ref().is_some_and(|one| one.items.iter().any(|item| item.product == id))
                })
            };
            let free = all.iter().find(|row| row.earned.is_some() && !has(row.product.id));
            free.or(all.first()).map(|row| row.product.id)
        });
        if let Some(product) = product {
            change(page, bundle, |one| one.items.push(BundleItem::new(product, 1)));
        }
    };
    view! {
        <li class="profit-bundle">
            <div class="stack">
                <div class="profit-pair">
                    <TextField
                        label=t.name
                        value=name
                        on_commit=move |text| change(page, bundle, |one| one.name = text)
                    />
                    <TextField
                        label=t.theme
                        value=words(|one| &one.theme)
                        on_commit=move |text| change(page, bundle, |one| one.theme = text)
                    />
                    <MoneyField
                        label=t.price
                        value=money(|one| one.price)
                        on_commit=move |to| change(page, bundle, |one| one.price = to)
                    />
                    <MoneyField
                        label=t.rival
                        value=money(|one| one.rival)
                        on_commit=move |to| change(page, bundle, |one| one.rival = to)
                    />
                </div>
                <Checkbox
                    label=t.takes_steps
                    checked=takes_steps
                    on_change=move |is_on| change(page, bundle, |one| one.takes_steps = is_on)
                />
                {move || {
                    (0..n_items.get())
                        .map(|place| view! { <Item page t bundle place /> })
                        .collect_view()
                }}
                <div class="row">
                    <Button icon=IconName::Plus on_press=add>
                        {t.add_item}
                    </Button>
                    <IconButton
                        icon=IconName::Delete
                        label=Signal::derive(move || (t.remove)(&name.read()))
                        on_press=move |()| {
                            page.edit(ProfitEdit::RemoveBundle(id));
                        }
                    />
                </div>
            </div>
            <Sum page t bundle />
        </li>
    }
}

#[component]
fn Item(page: Page, t: &'static Text, bundle: Memo<Option<Bundle>>, place: usize) -> impl IntoView {
    let item = Memo::new(move |_| bundle.with(|one| one.as_ref()?.items.get(place).cloned()));
    let names = Signal::derive(move || {
        page.products.with(|all| all.iter().map(|row| page.name(&row.product)).collect::<Vec<_>>())
    });
    let at = Signal::derive(move || {
        let id = item.with(|item| item.as_ref().map(|item| item.product));
        page.products.with(|all| all.iter().position(|row| Some(row.product.id) == id).unwrap_or(0))
    });
    let set = move |change_item: &dyn Fn(&mut BundleItem)| {
        change(page, bundle, |one| {
            if let Some(item) = one.items.get_mut(place) {
                change_item(item);
            }
        });
    };
    let choose = move |idx: usize| {
        let id = page.products.with_untracked(|all| all.get(idx).map(|row| row.product.id));
        if let Some(id) = id {
            set(&|item| item.product = id);
        }
    };
    let pieces = Signal::derive(move || item.with(|item| item.as_ref().map(|item| item.pieces)));
    let set_pieces = move |to: Option<i64>| set(&|item| item.pieces = to.unwrap_or(1));
    let remove = move |()| {
        change(page, bundle, |one| {
            if place < one.items.len() {
                one.items.remove(place);
            }
        });
    };
    view! {
        <div class="profit-item">
            <Select label=t.item options=names selected=at on_select=choose />
            <CountField label=t.pieces value=pieces unit=t.pieces_unit on_commit=set_pieces />
            <IconButton icon=IconName::Delete label=t.remove_item on_press=remove />
        </div>
    }
}

fn shown(page: Page, t: &Text, bundle: &Bundle, sum: &BundleSum) -> Vec<String> {
    let percent = |ratio: Option<crate::base::ratio::Ratio>| {
        ratio.map_or(format::NONE.to_owned(), format::percent1)
    };
    let each = sum.each.unwrap_or_default();
    let mut words = Vec::new();
    if bundle.takes_steps {
        words.push(stacked(page, t, sum));
    }
    words.push((t.singles)(
        &told::money(sum.singles),
        &percent(sum.discount),
        &format::money(each),
    ));
    if let Some(rival) = bundle.rival {
        let by = if each <= rival { rival - each } else { each - rival };
        words.push((t.against)(&format::money(by), each <= rival));
    }
    words.push((t.earns)(
        &format::money(sum.profit),
        &percent(sum.margin),
        &format::money(sum.apart),
        &percent(sum.apart_margin),
    ));
    words.push((t.uplift)(&format::money(sum.uplift)));
    let part =
        |(id, amount): &(Id, Money)| format!("{} {}", page.name_of(*id), format::money(*amount));
    let parts: Vec<String> = sum.parts.iter().map(part).collect();
    words.push((t.shares)(&parts.join(t.comma)));
    words
}

/// From the price of a set to what is paid, step by step.
fn stacked(page: Page, t: &Text, sum: &BundleSum) -> String {
    let step = |row: &TraceRow| {
        let name = page.section.with(|section| {
            let step = list::find(&section.steps, row.step);
            step.map(|step| names::step(step, page.locale)).unwrap_or_default()
        });
        match row.outcome {
            Outcome::Taken => format!("{name} {}", format::money(-row.taken)),
            outcome => format!("{name} {}", told::outcome(outcome, page.locale)),
        }
    };
    let steps: Vec<String> = sum.trace.rows.iter().map(step).collect();
    if steps.is_empty() {
        return t.no_steps.to_owned();
    }
    (t.stacked)(&format::money(sum.price), &steps.join(t.comma), &format::money(sum.paid))
}

/// What a set comes to.
#[component]
fn Sum(page: Page, t: &'static Text, bundle: Memo<Option<Bundle>>) -> impl IntoView {
    let sum = Memo::new(move |_| {
        page.products.with(|all| {
            let of = |id: Id| all.iter().find(|row| row.product.id == id)?.earned.clone();
            bundle.with(|one| {
                let one = one.as_ref()?;
                let (steps, target) =
                    page.section.with(|section| (section.steps_of_bundle(one), section.target));
                bundle_sum(one, &steps, target, of)
            })
        })
    });
    let body = move || match sum.get() {
        None => view! { <p class="muted">{t.no_sum}</p> }.into_any(),
        Some(sum) => {
            let (tone, verdict) = match sum.standing {
                Standing::Reached => (Tone::Done, t.accept),
                Standing::Thin => (Tone::Alert, t.thin),
                Standing::Loss => (Tone::Alert, t.loss),
            };
            let words = bundle
                .with(|one| one.as_ref().map(|one| shown(page, t, one, &sum)).unwrap_or_default());
            let lines = words.into_iter().map(|words| view! { <p>{words}</p> }).collect_view();
            view! {
                <p><Tag tone>{verdict}</Tag></p>
                {lines}
            }
            .into_any()
        }
    };
    view! { <div class="profit-answers" role="status">{body}</div> }
}
