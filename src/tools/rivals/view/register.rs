//! Who is watched.

use leptos::prelude::*;

use crate::base::id::Id;
use crate::base::link::{Link, LinkKind};
use crate::base::money::Money;
use crate::i18n::format;
use crate::i18n::links::linked;
use crate::platform::random::new_id;
use crate::tools::rivals::calc::mix;
use crate::tools::rivals::edit::{RivalField, RivalsEdit};
use crate::tools::rivals::model::{FoundBy, Rival, RivalClass, RivalProduct};
use crate::tools::rivals::view::state::Page;
use crate::ui::{
    Button, ButtonKind, CountField, Dialog, IconButton, IconName, MoneyField, RemovalDialog,
    Section, Select, TextArea, TextField, anchor, open_for,
};

/// The register, with its check of the mix.
#[component]
pub fn Register(page: Page) -> impl IntoView {
    let t = page.t;
    let note = Signal::derive(move || page.section.with(|section| (t.mix)(mix(section))));
    let ids = move || page.names.with(|names| names.iter().map(|(id, _)| *id).collect::<Vec<_>>());
    view! {
        <Section title=t.register note>
            <div class="table-scroll" role="group" tabindex="0" aria-label=t.register>
                <table class="table">
                    <thead>
                        <tr>{t.register_head.map(|head| view! { <th scope="col">{head}</th> })}</tr>
                    </thead>
                    <tbody>
                        <For each=ids key=|id| *id let:id>
                            <Row page id />
                        </For>
                    </tbody>
                </table>
            </div>
        </Section>
        <RivalDialog page />
        <Removal page />
    }
}

#[component]
fn Row(page: Page, id: Id) -> impl IntoView {
    let t = page.t;
    let rival = page.rival(id);
    let of = move |look: fn(Page, &Rival) -> String| {
        move || rival.with(|rival| rival.as_ref().map(|rival| look(page, rival)))
    };
    let name = of(|_, rival| rival.name.clone());
    let label = move || rival.with(|rival| rival.as_ref().map(|rival| (t.edit)(&rival.name)));
    let style = of(|_, rival| rival.style.map_or("–".to_owned(), |style| style.to_string()));
    let last = of(|page, rival| {
        let day = rival.observations.iter().map(|seen| seen.day).max();
        day.map_or("–".to_owned(), |day| format::day_short(day, page.locale))
    });
    view! {
        <tr>
            <th scope="row">
                <button
                    type="button"
                    class="button button-link"
                    id=anchor(id)
                    aria-label=label
                    on:click=move |_| page.opened.set(Some(id))
                >
                    {name}
                </button>
            </th>
            <td>{of(|page, rival| (page.t.class_name)(rival.class).to_owned())}</td>
            <td>{of(|_, rival| prices(rival))}</td>
            <td>{style}</td>
            <td>{of(|page, rival| (page.t.found_name)(rival.found).to_owned())}</td>
            <td>{last}</td>
        </tr>
    }
}

/// The band of usual prices.
fn prices(rival: &Rival) -> String {
    let money = |price: Option<Money>| price.map(format::money_whole);
    match (money(rival.price_from), money(rival.price_to)) {
        (Some(from), Some(to)) => format!("{from}–{to}"),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => "–".to_owned(),
    }
}

/// Everything about one competitor.
#[component]
fn RivalDialog(page: Page) -> impl IntoView {
    let t = page.t;
    let open = open_for(page.opened);
    let remove = move |()| {
        if let Some(id) = page.opened.get_untracked() {
            page.remove(id);
        }
    };
    let actions = move || {
        view! {
            <Button icon=IconName::Delete on_press=remove>
                {t.remove}
            </Button>
            <Button kind=ButtonKind::Primary on_press=move |()| open.set(false)>
                {t.done}
            </Button>
        }
    };
    view! {
        <Dialog title=t.title open is_wide=true actions>
            {page.opened.get_untracked().map(|id| view! { <Fields page id /> })}
        </Dialog>
    }
}

#[component]
fn Fields(page: Page, id: Id) -> impl IntoView {
    let t = page.t;
    let rival = page.rival(id);
    let words = move |look: fn(&Rival) -> &String| {
        Signal::derive(move || {
            rival.with(|rival| rival.as_ref().map(look).cloned()).unwrap_or_default()
        })
    };
    let place = move |look: fn(&Rival) -> usize| {
        Signal::derive(move || rival.with(|rival| rival.as_ref().map_or(0, look)))
    };
    let money = move |look: fn(&Rival) -> Option<Money>| {
        Signal::derive(move || rival.with(|rival| rival.as_ref().and_then(look)))
    };
    let set_style = move |style: Option<i64>| {
        page.set(id, RivalField::Style(style.and_then(|style| u8::try_from(style).ok())));
    };
    let style = Signal::derive(move || {
        rival.with(|rival| rival.as_ref().and_then(|rival| rival.style)).map(i64::from)
    });
    let url = words(|rival| &rival.url);
    // Only what the browser opens as a page: never a script.
    let href = move || {
        Some(url.get()).filter(|url| url.starts_with("https://") || url.starts_with("http://"))
    };
    view! {
        <div class="fields">
            <TextField
                label=t.name
                value=words(|rival| &rival.name)
                on_commit=move |text| page.set(id, RivalField::Name(text))
                error=page.refused
            />
            <TextField
                label=t.platform
                value=words(|rival| &rival.platform)
                on_commit=move |text| page.set(id, RivalField::Platform(text))
            />
            <TextField
                label=t.url
                value=url
                on_commit=move |text| page.set(id, RivalField::Url(text))
            />
            <Select
                label=t.class
                options=RivalClass::ALL.map(|one| (t.class_name)(one).to_owned()).to_vec()
                selected=place(|rival| usize::from(rival.class == RivalClass::Similar))
                on_select=move |idx: usize| page.set(id, RivalField::Class(RivalClass::ALL[idx]))
            />
            <Select
                label=t.found
                options=FoundBy::ALL.map(|one| (t.found_name)(one).to_owned()).to_vec()
                selected=place(|rival| {
                    FoundBy::ALL.iter().position(|one| *one == rival.found).unwrap_or(0)
                })
                on_select=move |idx: usize| page.set(id, RivalField::Found(FoundBy::ALL[idx]))
            />
            <CountField label=t.style value=style on_commit=set_style />
            <MoneyField
                label=t.price_from
                value=money(|rival| rival.price_from)
                on_commit=move |price| page.set(id, RivalField::PriceFrom(price))
            />
            <MoneyField
                label=t.price_to
                value=money(|rival| rival.price_to)
                on_commit=move |price| page.set(id, RivalField::PriceTo(price))
            />
        </div>
        <p hidden=move || href().is_none()>
            <a href=href target="_blank" rel="noopener noreferrer">
                {t.open}
                " ↗"
            </a>
        </p>
        <TextArea
            label=t.strength
            rows=2
            value=words(|rival| &rival.strength)
            on_commit=move |text| page.set(id, RivalField::Strength(text))
        />
        <TextField
            label=t.launches
            value=words(|rival| &rival.launches)
            on_commit=move |text| page.set(id, RivalField::Launches(text))
        />
        <Products page id />
    }
}

/// The products of a competitor that are watched.
#[component]
fn Products(page: Page, id: Id) -> impl IntoView {
    let t = page.t;
    let rival = page.rival(id);
    let products = Memo::new(move |_| {
        rival.with(|rival| rival.as_ref().map(|rival| rival.products.clone())).unwrap_or_default()
    });
    let ids = move || products.with(|all| all.iter().map(|one| one.id).collect::<Vec<_>>());
    let add = move |()| {
        let product = RivalProduct::new(new_id(), String::new());
        page.edit(RivalsEdit::PutProduct { rival: id, product });
    };
    let row = move |product: Id| {
        let name = Signal::derive(move || {
            products
                .with(|all| all.iter().find(|one| one.id == product).map(|one| one.name.clone()))
                .unwrap_or_default()
        });
        let rename = move |name: String| {
            let found =
                products.with_untracked(|all| all.iter().find(|one| one.id == product).cloned());
            if let Some(found) = found {
                let product = RivalProduct { name, ..found };
                page.edit(RivalsEdit::PutProduct { rival: id, product });
            }
        };
        let remove = move |()| {
            if page.edit(RivalsEdit::RemoveProduct { rival: id, product }) {
                page.say_undoable(t.removed.to_owned());
            }
        };
        view! {
            <li class="rivals-line">
                <TextField label=t.product is_bare=true value=name on_commit=rename />
                <IconButton icon=IconName::Delete label=t.remove on_press=remove />
            </li>
        }
    };
    view! {
        <div class="stack">
            <span class="field-label">{t.products}</span>
            <ul class="stack">
                <For each=ids key=|id| *id let:one>
                    {row(one)}
                </For>
            </ul>
            <div>
                <Button icon=IconName::Plus on_press=add>
                    {t.add_product}
                </Button>
            </div>
        </div>
    }
}

/// Asks before a competitor is removed that others point at, and names them.
#[component]
fn Removal(page: Page) -> impl IntoView {
    let open = open_for(page.removing);
    let link = move || page.removing.get().map(|id| Link::new(LinkKind::Rival, id));
    let name = page
        .store
        .select(move |wb| link().and_then(|link| wb.title_of(link)).unwrap_or_default().to_owned());
    let items = page.store.select(move |wb| {
        link().map_or(Vec::new(), |link| linked(wb, &wb.pointing_at(link), page.locale))
    });
    let remove = move |()| {
        if let Some(id) = page.removing.get_untracked() {
            page.remove_now(id);
        }
    };
    view! { <RemovalDialog open name items note=page.t.remove_note on_remove=remove /> }
}
