//! One product in depth: its sheet, its costs, what is linked to it.

use leptos::prelude::*;

use crate::base::id::Id;
use crate::base::locale::Locale;
use crate::i18n::links::users_of_product;
use crate::knowledge::fact_sheet::{SHEET_FIELDS, SheetField, SheetPart};
use crate::tools::products::calc::sheet::{filled, missing};
use crate::tools::products::edit::{ProductField, ProductsEdit};
use crate::tools::products::view::costs::Costs;
use crate::tools::products::view::state::Page;
use crate::ui::{Button, IconName, LinkedList, Section, Select, TextArea};

/// The chosen product, or how one is chosen.
#[component]
pub fn Details(page: Page) -> impl IntoView {
    let t = page.t;
    let chosen = page.chosen_product();
    let title = Signal::derive(move || {
        chosen.with(|one| {
            one.as_ref().map_or_else(|| t.title.to_owned(), |one| (t.details)(&page.name(one)))
        })
    });
    let note = Signal::derive(move || {
        chosen.with(|one| {
            one.as_ref().map_or_else(String::new, |one| {
                let sum = filled(one);
                (t.filled)(sum.n, sum.n_all)
            })
        })
    });
    let id = Memo::new(move |_| chosen.with(|one| one.as_ref().map(|one| one.id)));
    view! {
        <Section title note>
            {move || match id.get() {
                None => view! { <p class="muted">{t.details_none}</p> }.into_any(),
                Some(id) => view! { <Sheet page id /> }.into_any(),
            }}
        </Section>
    }
}

fn words(of: (&'static str, &'static str), locale: Locale) -> &'static str {
    match locale {
        Locale::Zh => of.0,
        Locale::En => of.1,
    }
}

#[component]
fn Sheet(page: Page, id: Id) -> impl IntoView {
    let (t, locale) = (page.t, page.locale);
    let product = page.product(id);
    let lacking = move || {
        let names: Vec<&str> = product.with(|one| {
            let fields = one.as_ref().map(|one| missing(one)).unwrap_or_default();
            fields.into_iter().map(|field| words(field.name, locale)).collect()
        });
        (!names.is_empty()).then(|| (t.missing)(&names.join(t.comma)))
    };
    let pricing = Signal::derive(move || {
        product.with(|one| one.as_ref().map(|one| one.pricing.clone())).unwrap_or_default()
    });
    let deals = Signal::derive(move || {
        match product.with(|one| one.as_ref().and_then(|one| one.in_deals)) {
            None => 0,
            Some(true) => 1,
            Some(false) => 2,
        }
    });
    let items = page.store.select(move |wb| users_of_product(wb, id, locale));
    let shift = move |by: isize| {
        let to = page.section.with_untracked(|section| {
            let place = section.products.iter().position(|one| one.id == id)?;
            place.checked_add_signed(by).filter(|to| *to < section.products.len())
        });
        if let Some(to) = to {
            page.edit(ProductsEdit::Move { id, to });
        }
    };
    view! {
        <div class="products-sheet">
        <Costs page id />
        {SheetPart::ALL
            .map(|part| {
                let fields = SHEET_FIELDS.iter().filter(|field| field.part == part);
                view! {
                    // Twenty-five fields at once would hide the rest of the page.
                    <details class="products-fold" open=part == SheetPart::Basics>
                        <summary>{words(part.name(), locale)}</summary>
                        <div class="fields">
                            {fields.map(|field| view! { <Field page id field /> }).collect_view()}
                        </div>
                    </details>
                }
            })}
        <p class="muted small">{lacking}</p>
        <div class="fields">
            <TextArea
                label=t.pricing
                rows=2
                value=pricing
                on_commit=move |text| {
                    page.set(id, ProductField::Pricing(text));
                }
            />
            <Select
                label=t.in_deals
                options=vec![t.by_role.to_owned(), t.yes.to_owned(), t.no.to_owned()]
                selected=deals
                on_select=move |idx: usize| {
                    let deals = [None, Some(true), Some(false)].get(idx).copied().flatten();
                    page.set(id, ProductField::InDeals(deals));
                }
            />
        </div>
        <div class="row">
            <Button icon=IconName::Up on_press=move |()| shift(-1)>
                {t.move_up}
            </Button>
            <Button icon=IconName::Down on_press=move |()| shift(1)>
                {t.move_down}
            </Button>
        </div>
        <h3 class="products-part">{t.made}</h3>
        <LinkedList items />
        </div>
    }
}

#[component]
fn Field(page: Page, id: Id, field: &'static SheetField) -> impl IntoView {
    let product = page.product(id);
    let value = Signal::derive(move || {
        product.with(|one| {
            one.as_ref().map(|one| one.sheet_text(field.key).to_owned()).unwrap_or_default()
        })
    });
    let commit = move |text: String| {
        page.set(id, ProductField::Sheet { key: field.key.to_owned(), text });
    };
    view! { <TextArea label=words(field.name, page.locale) rows=2 value on_commit=commit /> }
}
