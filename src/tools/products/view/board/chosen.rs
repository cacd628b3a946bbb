//! The chosen product: its figures with their formulas, its role, its actions.

use leptos::prelude::*;

use crate::base::id::Id;
use crate::base::link::{Link, LinkKind};
use crate::base::money::Money;
use crate::i18n::links::linked;
use crate::route::Route;
use crate::tools::products::edit::ProductField;
use crate::tools::products::model::{Measure, Role, SalesRow};
use crate::tools::products::text::matrix::field;
use crate::tools::products::text::names;
use crate::tools::products::text::working::working;
use crate::tools::products::view::board::Look;
use crate::ui::{LinkButton, LinkedList, Section, Select};

/// The chosen product, or how one is chosen.
#[component]
pub fn Chosen(look: Look) -> impl IntoView {
    let (page, t) = (look.page, look.t);
    let chosen = page.chosen_product();
    let id = Memo::new(move |_| chosen.with(|one| one.as_ref().map(|one| one.id)));
    let title = Signal::derive(move || {
        chosen.with(|one| {
            one.as_ref().map_or_else(|| t.col_product.to_owned(), |one| (t.chosen)(&page.name(one)))
        })
    });
    let note = Signal::derive(move || {
        look.board.with(|board| {
            let one = board.standings.iter().find(|one| Some(one.id) == id.get());
            one.map_or("", |one| field(one.field, page.locale)).to_owned()
        })
    });
    view! {
        <Section title note>
            {move || match id.get() {
                None => view! { <p class="muted">{t.chosen_none}</p> }.into_any(),
                Some(id) => view! { <One look id /> }.into_any(),
            }}
        </Section>
    }
}

#[component]
fn One(look: Look, id: Id) -> impl IntoView {
    let (page, t) = (look.page, look.t);
    let locale = page.locale;
    let product = page.product(id);
    let role = Signal::derive(move || {
        let role = product.with(|one| one.as_ref().and_then(|one| one.role));
        role.map_or(0, |role| role as usize + 1)
    });
    let roles = move || {
        let names = Role::ALL.map(|role| names::role(role, locale).to_owned());
        [page.t.no_role.to_owned()].into_iter().chain(names).collect::<Vec<_>>()
    };
    let set_role = move |idx: usize| {
        let role = idx.checked_sub(1).and_then(|idx| Role::ALL.get(idx).copied());
        page.set(id, ProductField::Role(role));
    };
    let lines = move || {
        let (x, y) = look.axes();
        let all = page.figures.get();
        let total: Money = all.iter().filter_map(|one| one.revenue).sum();
        let nothing = SalesRow::new(id);
        product.with(|product| {
            let row = product.as_ref().and_then(|one| one.sales_in(page.period.get()?));
            let figures = all.iter().find(|one| one.id == id)?;
            let line = |measure: Measure| {
                let told = working(measure, figures, row.unwrap_or(&nothing), total, locale);
                let told = told.unwrap_or_else(|| t.no_value.to_owned());
                let text = (t.working)(names::formula(measure, locale), &told);
                view! { <li>{text}</li> }
            };
            let split = (1 < figures.n_costs).then(|| view! { <li>{t.split_costs}</li> });
            Some(view! {
                {line(x)}
                {line(y)}
                {split}
            })
        })
    };
    let before = move || {
        look.board.with(|board| {
            let one = board.standings.iter().find(|one| one.id == id)?;
            Some((t.before_was)(field(one.before?.field, locale)))
        })
    };
    let items = page
        .store
        .select(move |wb| linked(wb, &wb.pointing_at(Link::new(LinkKind::Product, id)), locale));
    view! {
        <ul class="products-working">{lines}</ul>
        <p class="muted small">{before}</p>
        <div class="row" data-gap="wide">
            <Select label=t.role options=roles() selected=role on_select=set_role />
            <LinkButton href=format!("{}/{id}", Route::Products.href())>{t.open}</LinkButton>
        </div>
        <h3 class="products-part">{t.actions_of}</h3>
        <LinkedList items />
    }
}
