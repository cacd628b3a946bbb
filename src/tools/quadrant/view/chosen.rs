//! The chosen item: how its conversion comes about, where it was, whether it is on presale.

use leptos::prelude::*;

use crate::i18n::format;
use crate::platform::random::new_id;
use crate::route::Route;
use crate::tools::quadrant::calc::Placed;
use crate::tools::quadrant::edit::QuadrantEdit;
use crate::tools::quadrant::view::state::{Page, percent};
use crate::ui::{Button, Checkbox, LinkButton, Section};
use crate::workbook::items::add_products;

/// The chosen item, or how one is chosen.
#[component]
pub fn Chosen(page: Page) -> impl IntoView {
    let t = page.t;
    let chosen = Memo::new(move |_| page.chosen_item());
    let note = Signal::derive(move || {
        chosen.with(|item| {
            let field = item.as_ref().map(|item| item.field.row().name(page.locale));
            field.unwrap_or_default().to_owned()
        })
    });
    view! {
        <Section title=t.chosen note>
            {move || match chosen.get() {
                None => view! { <p class="muted">{t.chosen_none}</p> }.into_any(),
                Some(item) => view! { <One page item /> }.into_any(),
            }}
        </Section>
    }
}

#[component]
fn One(page: Page, item: Placed) -> impl IntoView {
    let t = page.t;
    let id = StoredValue::new(item.id.clone());
    let told = if item.is_presale { t.working_presale } else { t.working };
    let (buyers, visitors) = (format::count(item.buyers), format::count(item.visitors));
    let working = told(&percent(item.rate), &buyers, &visitors);
    let was = item.before.map(|old| {
        let field = old.field.row().name(page.locale);
        let was = (t.was)(&format::count(old.visitors), &percent(old.rate), field);
        view! { <li>{was}</li> }
    });
    let stay = move || {
        let stay = page.stays.with(|all| id.with_value(|id| all.get(id).copied()));
        stay.map(|stay| view! { <li>{(t.stay)(stay.n_days, stay.is_least)}</li> })
    };
    let product = Memo::new(move |_| {
        page.products.with(|all| id.with_value(|id| all.get(id).map(|(id, _)| *id)))
    });
    let add = move |()| {
        let label = page.labels.with_untracked(|all| id.with_value(|id| all.get(id).cloned()));
        let is_added = label.is_some_and(|label| page.edit(add_products(&[label], [new_id()])));
        if is_added {
            page.say_undoable(t.added.to_owned());
        }
    };
    let presale = move |is_on: bool| {
        page.edit(QuadrantEdit::Presale { item: id.get_value(), is_on });
    };
    let is_presale = item.is_presale;
    let way = move || match product.get() {
        Some(id) => view! { <LinkButton href=Route::Products.at(id)>{t.open_product}</LinkButton> }
            .into_any(),
        None => view! { <Button on_press=add>{t.add_product}</Button> }.into_any(),
    };
    view! {
        <p>
            <b>{move || id.with_value(|id| page.name(id))}</b>
            " "
            <span class="muted small">{item.id}</span>
        </p>
        <ul class="quadrant-lines">
            <li>{working}</li>
            {item.is_rounded.then(|| view! { <li>{t.rounded}</li> })}
            {was}
            {stay}
        </ul>
        <Checkbox
            label=t.presale
            checked=Signal::derive(move || is_presale)
            on_change=presale
        />
        <p class="row">{way}</p>
    }
}
