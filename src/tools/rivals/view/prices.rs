//! The map of prices, and our own products on it.

use leptos::prelude::*;

use crate::base::id::Id;
use crate::base::list;
use crate::base::money::Money;
use crate::base::number::parse_money;
use crate::i18n::errors::number_error;
use crate::i18n::format;
use crate::i18n::links::{Linked, removal_text};
use crate::platform::random::new_id;
use crate::tools::rivals::calc::bands::{Band, bands};
use crate::tools::rivals::calc::{Priced, own_uses};
use crate::tools::rivals::edit::RivalsEdit;
use crate::tools::rivals::model::price::OwnPoint;
use crate::tools::rivals::text::checks;
use crate::tools::rivals::view::state::Page;
use crate::ui::{
    Button, ButtonKind, CountField, Dialog, IconButton, IconName, LinkedList, MoneyField,
    RatioField, Section, TextField,
};

/// The map of prices.
#[component]
pub fn Bands(page: Page) -> impl IntoView {
    let t = page.t;
    let found = Memo::new(move |_| page.section.with(|section| bands(section)));
    let wrong = RwSignal::new(None::<String>);
    let typed = Signal::derive(move || {
        page.section.with(|section| {
            let edges: Vec<String> =
                section.bands.iter().map(|edge| format::yuan_whole(*edge)).collect();
            edges.join(" ")
        })
    });
    let set_edges = move |text: String| {
        let mut edges = Vec::new();
        for part in text
            .split(|c: char| c.is_whitespace() || t.parts.contains(c))
            .filter(|part| !part.trim().is_empty())
        {
            match parse_money(part) {
                Ok(edge) => edges.push(edge),
                Err(error) => return wrong.set(Some(number_error(&error, page.locale))),
            }
        }
        wrong.set(None);
        page.edit(RivalsEdit::SetBands(edges));
    };
    let rows = move || {
        let found = found.get();
        let most = found.iter().map(|band| band.rivals.len() + band.own.len()).max().unwrap_or(0);
        found.into_iter().map(|band| view! { <BandRow page band most /> }).collect_view()
    };
    view! {
        <Section title=t.bands note=t.bands_note>
            <div class="table-scroll" role="group" tabindex="0" aria-label=t.bands hidden=move || found.with(Vec::is_empty)>
                <table class="table">
                    <thead>
                        <tr>{t.bands_head.map(|head| view! { <th scope="col">{head}</th> })}</tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <p class="muted" hidden=move || found.with(|found| !found.is_empty())>{t.no_bands}</p>
            <div class="rivals-edges">
                <EdgesField page value=typed wrong on_commit=Callback::new(set_edges) />
            </div>
        </Section>
    }
}

/// The edges as one line of text; taken over when the field is left, so that it can be typed.
#[component]
fn EdgesField(
    page: Page,
    value: Signal<String>,
    wrong: RwSignal<Option<String>>,
    on_commit: Callback<String>,
) -> impl IntoView {
    let t = page.t;
    let text = RwSignal::new(value.get_untracked());
    Effect::new(move || text.set(value.get()));
    view! {
        <div on:change=move |_| on_commit.run(text.get_untracked())>
            <TextField
                label=t.edges
                help=t.edges_help
                error=wrong
                value=text
                on_commit=move |typed| text.set(typed)
            />
        </div>
    }
}

#[component]
fn BandRow(page: Page, band: Band, most: usize) -> impl IntoView {
    let t = page.t;
    let money = |edge: Option<Money>| edge.map(format::money_whole);
    let name = (t.band)(money(band.from).as_deref(), money(band.to).as_deref());
    let units = |units: Option<i64>| units.map_or("–".to_owned(), format::count);
    let share = band.share.map(|share| format!(" · {}", format::percent0(share)));
    let list = |all: &[Priced]| {
        let mut names = Vec::new();
        for one in all {
            names.push(format!("{} {}", one.name, format::money(one.price)));
        }
        names.join(t.and)
    };
    let width = |n: usize| format!("{}%", (n * 100).checked_div(most).unwrap_or(0));
    let (theirs, ours) = (width(band.rivals.len()), width(band.own.len()));
    view! {
        <tr>
            <th scope="row">
                {name}
                <span class="muted small">{share}</span>
            </th>
            <td data-wrap="">
                <span class="rivals-bar" style:width=theirs aria-hidden="true"></span>
                {list(&band.rivals)}
            </td>
            <td data-align="end">{units(band.units)}</td>
            <td data-wrap="">
                <span class="rivals-bar" data-own="" style:width=ours aria-hidden="true"></span>
                <b>{list(&band.own)}</b>
            </td>
            <td data-align="end">{units(band.own_units)}</td>
        </tr>
    }
}

/// Our own products with their costs.
#[component]
pub fn Own(page: Page) -> impl IntoView {
    let t = page.t;
    let ids = Memo::new(move |_| {
        page.section.with(|section| section.own.iter().map(|one| one.id).collect::<Vec<_>>())
    });
    let add = move |()| {
        page.edit(RivalsEdit::PutOwn(OwnPoint::new(new_id(), String::new())));
    };
    let more = move || {
        view! {
            <Button icon=IconName::Plus on_press=add>
                {t.add_own}
            </Button>
        }
    };
    view! {
        <Section title=t.own note=t.own_note more>
            <ul class="stack">
                <For each=move || ids.get() key=|id| *id let:id>
                    <OwnRow page id />
                </For>
            </ul>
        </Section>
    }
}

#[component]
fn OwnRow(page: Page, id: Id) -> impl IntoView {
    let t = page.t;
    let point =
        Memo::new(move |_| page.section.with(|section| list::find(&section.own, id).cloned()));
    let change = move |change: &dyn Fn(&mut OwnPoint)| {
        if let Some(mut one) = point.get_untracked() {
            change(&mut one);
            page.edit(RivalsEdit::PutOwn(one));
        }
    };
    let money = move |look: fn(&OwnPoint) -> Option<Money>| {
        Signal::derive(move || point.with(|one| one.as_ref().and_then(look)))
    };
    let floor = move || {
        let floor = point.with(|one| one.as_ref().and_then(OwnPoint::break_even));
        (t.floor)(floor.map(format::money).as_deref())
    };
    let remove_now = move |()| {
        if page.edit(RivalsEdit::RemoveOwn(id)) {
            page.say_undoable(t.removed.to_owned());
        }
    };
    let asking = RwSignal::new(false);
    let words = checks::text(page.locale);
    let items = Signal::derive(move || {
        let uses = page.section.with(|section| own_uses(section, id));
        let all = [uses.n_answers, uses.n_differences, uses.n_looks, uses.n_matched];
        let mut items = Vec::new();
        for (kind, n) in words.uses.into_iter().zip(all).filter(|(_, n)| *n != 0) {
            items.push(Linked { kind, title: (words.n_uses)(n), href: None });
        }
        items
    });
    // Asked only where something goes with it.
    let remove = move |()| {
        if items.with_untracked(Vec::is_empty) { remove_now(()) } else { asking.set(true) }
    };
    let name = Signal::derive(move || {
        point.with(|one| one.as_ref().map(|one| one.name.clone())).unwrap_or_default()
    });
    view! {
        <li class="rivals-own">
            <TextField
                label=t.own_head[0]
                value=name
                on_commit=move |name: String| change(&|one| one.name.clone_from(&name))
            />
            <MoneyField
                label=t.own_head[1]
                value=money(|one| one.price)
                on_commit=move |price| change(&|one| one.price = price)
            />
            <MoneyField
                label=t.own_head[2]
                value=money(|one| one.cost)
                on_commit=move |cost| change(&|one| one.cost = cost)
            />
            <RatioField
                label=t.own_head[3]
                value=Signal::derive(move || point.with(|one| one.as_ref().and_then(|one| one.rate)))
                on_commit=move |rate| change(&|one| one.rate = rate)
            />
            <CountField
                label=t.own_head[4]
                value=Signal::derive(move || point.with(|one| one.as_ref().and_then(|one| one.monthly_units)))
                on_commit=move |units| change(&|one| one.monthly_units = units)
            />
            <span class="rivals-floor">{floor}</span>
            <IconButton icon=IconName::Delete label=t.remove on_press=remove />
            <OwnRemoval page open=asking name items on_remove=Callback::new(remove_now) />
        </li>
    }
}

/// Asks before an own product is removed with what stands on it, and names that. Other things
/// keep what points at them; these cannot be without it.
#[component]
fn OwnRemoval(
    page: Page,
    open: RwSignal<bool>,
    name: Signal<String>,
    items: Signal<Vec<Linked>>,
    on_remove: Callback<()>,
) -> impl IntoView {
    let (t, words) = (removal_text(page.locale), checks::text(page.locale));
    let remove = move |()| {
        open.set(false);
        on_remove.run(());
    };
    let actions = move || {
        view! {
            <Button icon=IconName::Delete on_press=remove>
                {t.remove}
            </Button>
            <Button kind=ButtonKind::Primary on_press=move |()| open.set(false)>
                {page.t.cancel}
            </Button>
        }
    };
    view! {
        <Dialog title=Signal::derive(move || (t.title)(&name.read())) open actions>
            <p>{words.own_note}</p>
            <LinkedList items />
        </Dialog>
    }
}
