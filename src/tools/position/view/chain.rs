//! The value-chain board (T-37).

use leptos::prelude::*;

use crate::base::id::Id;
use crate::base::link::{Link, LinkKind};
use crate::base::list;
use crate::base::locale::Locale;
use crate::i18n::links::linked;
use crate::platform::clock;
use crate::platform::random::new_id;
use crate::tools::position::edit::{ChainField, PositionEdit};
use crate::tools::position::model::{ChainAction, ChainKind, ChainLink, ChainRole, Change};
use crate::tools::position::text::names;
use crate::tools::position::view::parts::{OneOf, YesNo};
use crate::tools::position::view::state::Page;
use crate::ui::{
    Button, IconButton, IconName, Message, RemovalDialog, Section, TextField, Tone, anchor,
};

/// The chain from the raw material to the customer.
#[component]
pub fn Chain(page: Page) -> impl IntoView {
    let (t, locale) = (page.t, page.locale);
    let ids =
        page.store.select(|wb| wb.position.chain.iter().map(|link| link.id).collect::<Vec<_>>());
    let n_conforming = page
        .store
        .select(|wb| wb.position.chain.iter().filter(|link| link.conforms == Some(true)).count());
    let note = Signal::derive(move || match ids.with(Vec::len) {
        0 => String::new(),
        n => (t.chain_note)(n_conforming.get(), n),
    });
    let wrong = page.store.select(move |wb| {
        let links = wb.position.chain.iter();
        let names: Vec<&str> = links
            .filter(|link| link.conforms == Some(false) || link.serves_next == Some(false))
            .map(|link| name_of(link, locale))
            .collect();
        (!names.is_empty()).then(|| names.join(t.comma))
    });
    let role = page.store.select(|wb| wb.position.role.map(|role| role as usize));
    let roles = ChainRole::ALL.map(|role| names::chain_role(role, locale).to_owned()).to_vec();
    let missing = page.store.select(|wb| {
        let has = |kind: &ChainKind| wb.position.chain.iter().any(|link| link.kind == *kind);
        ChainKind::ALL.into_iter().filter(|kind| !has(kind)).collect::<Vec<ChainKind>>()
    });
    let begin = move |()| {
        let kinds = missing.get_untracked().into_iter();
        page.edit(PositionEdit::PutLinks(
            kinds.map(|kind| ChainLink::new(new_id(), kind)).collect(),
        ));
    };
    let more = move || {
        view! {
            <Show when=move || !ids.read().is_empty() && !missing.read().is_empty()>
                <Button icon=IconName::Plus on_press=begin>
                    {move || (t.rest_of_chain)(missing.with(Vec::len))}
                </Button>
            </Show>
        }
    };
    let set_role = move |idx: Option<usize>| {
        page.edit(PositionEdit::SetRole(idx.map(|idx| ChainRole::ALL[idx])));
    };
    view! {
        <Section title=t.chain note more>
            <Show
                when=move || !ids.read().is_empty()
                fallback=move || {
                    view! {
                        <p class="row">
                            <span class="muted">{t.chain_none}</span>
                            <Button on_press=begin>{t.begin_chain}</Button>
                        </p>
                    }
                }
            >
                <div class="position-role">
                    <OneOf
                        page
                        label=t.role
                        names=roles.clone()
                        value=role.into()
                        on_select=set_role
                    />
                </div>
                <Show when=move || wrong.read().is_some()>
                    <Message tone=Tone::Alert>
                        {move || wrong.get().map(|names| (t.mismatch)(&names))}
                    </Message>
                </Show>
                <ol class="position-chain">
                    <For each=move || ids.get() key=|id| *id let:id>
                        <LinkCard page id />
                    </For>
                </ol>
            </Show>
        </Section>
    }
}

fn name_of(link: &ChainLink, locale: Locale) -> &str {
    if link.name.is_empty() { names::chain_kind(link.kind, locale) } else { &link.name }
}

/// One link.
#[component]
fn LinkCard(page: Page, id: Id) -> impl IntoView {
    let (t, locale) = (page.t, page.locale);
    let link = page.store.select(move |wb| list::find(&wb.position.chain, id).cloned());
    let text = move |look: fn(&ChainLink) -> &str| {
        Signal::derive(move || {
            link.with(|link| link.as_ref().map(|link| look(link).to_owned()).unwrap_or_default())
        })
    };
    let answer = move |look: fn(&ChainLink) -> Option<bool>| {
        Signal::derive(move || link.with(|link| link.as_ref().and_then(look)))
    };
    let set = move |field: ChainField| {
        page.edit(PositionEdit::SetLink { id, field });
    };
    let kind = link.with_untracked(|link| {
        link.as_ref().map_or("", |link| names::chain_kind(link.kind, locale))
    });
    let action = Signal::derive(move || {
        link.with(|link| link.as_ref().and_then(|link| link.action).map(|action| action as usize))
    });
    let actions = ChainAction::ALL.map(|one| names::chain_action(one, locale).to_owned()).to_vec();
    let set_action = move |idx: Option<usize>| {
        set(ChainField::Action(idx.map(|idx| ChainAction::ALL[idx])));
    };
    let is_wrong =
        move || link.with(|link| link.as_ref().is_some_and(|link| link.conforms == Some(false)));
    let change = move |()| {
        let name = link.with_untracked(|link| {
            link.as_ref().map(|link| name_of(link, locale).to_owned()).unwrap_or_default()
        });
        let title = (t.link_changed)(&name);
        let source = Link::new(LinkKind::ChainLink, id);
        let change = Change::new(new_id(), title.clone(), clock::today(), Some(source));
        if page.edit(PositionEdit::PutChange(change)) {
            page.say_undoable((t.made_change)(&title));
        }
    };
    view! {
        <li data-wrong=move || is_wrong().then_some("")>
            <div role="group" aria-label=kind class="stack" id=anchor(id) tabindex="-1">
                <div class="position-link-head">
                    <h3>{kind}</h3>
                    <RemoveLink page id name=kind />
                </div>
                <TextField
                    label=t.who
                    value=text(|link| &link.who)
                    on_commit=move |who| set(ChainField::Who(who))
                />
                <TextField
                    label=t.standard
                    value=text(|link| &link.standard)
                    on_commit=move |standard| set(ChainField::Standard(standard))
                />
                <TextField
                    label=t.state
                    value=text(|link| &link.state)
                    on_commit=move |state| set(ChainField::State(state))
                />
                <div class="position-pair">
                    <YesNo
                        page
                        label=t.is_ours
                        value=answer(|link| link.is_ours)
                        on_select=move |value| set(ChainField::IsOurs(value))
                    />
                    <YesNo
                        page
                        label=t.conforms
                        value=answer(|link| link.conforms)
                        on_select=move |value| set(ChainField::Conforms(value))
                    />
                    <YesNo
                        page
                        label=t.serves_next
                        value=answer(|link| link.serves_next)
                        on_select=move |value| set(ChainField::ServesNext(value))
                    />
                    <OneOf
                        page
                        label=t.link_action
                        names=actions
                        value=action
                        on_select=set_action
                    />
                </div>
                <div>
                    <Button on_press=change>{t.make_change}</Button>
                </div>
            </div>
        </li>
    }
}

/// Removes a link of the chain; asks first where something points at it.
#[component]
fn RemoveLink(page: Page, id: Id, name: &'static str) -> impl IntoView {
    let (t, locale) = (page.t, page.locale);
    let open = RwSignal::new(false);
    let link = Link::new(LinkKind::ChainLink, id);
    let items = page.store.select(move |wb| linked(wb, &wb.pointing_at(link), locale));
    let remove = move |()| {
        if page.edit(PositionEdit::RemoveLink(id)) {
            page.say_undoable((t.removed)(name));
        }
    };
    let ask = move |()| {
        if items.with_untracked(Vec::is_empty) { remove(()) } else { open.set(true) }
    };
    view! {
        <IconButton icon=IconName::Delete label=(t.delete_link)(name) on_press=ask />
        <RemovalDialog open name items on_remove=remove />
    }
}
