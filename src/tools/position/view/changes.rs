//! The changes, and who follows them (T-38).

use leptos::prelude::*;

use crate::base::id::Id;
use crate::base::link::{Link, LinkKind};
use crate::base::list;
use crate::i18n::format;
use crate::i18n::links::linked;
use crate::platform::clock;
use crate::platform::random::new_id;
use crate::tools::position::calc::{Followed, followed};
use crate::tools::position::edit::{ChangeField, PositionEdit};
use crate::tools::position::model::{Change, Department, Follower};
use crate::tools::position::text::names;
use crate::tools::position::view::parts::YesNo;
use crate::tools::position::view::state::Page;
use crate::ui::{
    Button, ButtonKind, Checkbox, DateField, IconName, LinkedList, RemovalDialog, Section, Tag,
    TextField, Tone, anchor,
};

/// Every change, the latest first.
#[component]
pub fn Changes(page: Page) -> impl IntoView {
    let t = page.t;
    let ids = page
        .store
        .select(|wb| wb.position.changes.iter().rev().map(|change| change.id).collect::<Vec<_>>());
    let add = move |()| {
        let change = Change::new(new_id(), t.new_change.to_owned(), clock::today(), None);
        page.edit(PositionEdit::PutChange(change));
    };
    let more = move || {
        view! {
            <Button icon=IconName::Plus on_press=add>
                {t.add_change}
            </Button>
        }
    };
    view! {
        <Section title=t.changes note=t.changes_note more>
            <p class="muted" hidden=move || !ids.read().is_empty()>
                {t.changes_none}
            </p>
            <ul class="position-changes">
                <For each=move || ids.get() key=|id| *id let:id>
                    <ChangeCard page id />
                </For>
            </ul>
        </Section>
    }
}

/// One change: what, how far it was followed, and by whom.
#[component]
fn ChangeCard(page: Page, id: Id) -> impl IntoView {
    let (t, locale) = (page.t, page.locale);
    let change = page.store.select(move |wb| list::find(&wb.position.changes, id).cloned());
    let text = move |look: fn(&Change) -> &str| {
        Signal::derive(move || {
            change.with(|one| one.as_ref().map(|one| look(one).to_owned()).unwrap_or_default())
        })
    };
    let state =
        Memo::new(move |_| change.with(|one| one.as_ref().map(followed)).unwrap_or_default());
    let day = Signal::derive(move || change.with(|one| one.as_ref().and_then(|one| one.day)));
    let source = page.store.select(move |wb| {
        let change = list::find(&wb.position.changes, id);
        let source = change.and_then(|change| change.source);
        source.map_or(Vec::new(), |source| linked(wb, &[source], locale))
    });
    let set = move |field: ChangeField| {
        page.edit(PositionEdit::SetChange { id, field });
    };
    let title = text(|change| &change.title);
    let row = move |department: Department| view! { <FollowerRow page id department /> };
    view! {
        <li>
            <div role="group" aria-label=title id=anchor(id) tabindex="-1">
                <div class="position-change">
                    <TextField
                        label=t.change_title
                        value=title
                        on_commit=move |title| set(ChangeField::Title(title))
                    />
                    <TextField
                        label=t.change_reason
                        value=text(|change| &change.reason)
                        on_commit=move |reason| set(ChangeField::Reason(reason))
                    />
                    <DateField
                        label=t.change_day
                        value=day
                        on_commit=move |day| set(ChangeField::Day(day))
                    />
                </div>
                <p class="row">
                    <FollowedWords page state=state.into() />
                    <RemoveChange page id title />
                </p>
                <Show when=move || !source.read().is_empty()>
                    <LinkedList items=source />
                </Show>
                <details>
                    <summary>{t.department}</summary>
                    <ul>
                        {Department::ALL.map(row).collect_view()}
                    </ul>
                </details>
            </div>
        </li>
    }
}

/// How far a change was followed through.
#[component]
fn FollowedWords(page: Page, state: Signal<Followed>) -> impl IntoView {
    let t = page.t;
    let words = move || {
        let state = state.get();
        match state.share() {
            Some(share) => (t.followed)(&format::percent0(share), state.n_done, state.n_needed),
            None => t.nobody_follows.to_owned(),
        }
    };
    let open = move || Some(state.get().n_open).filter(|n| *n != 0).map(t.n_open);
    view! {
        <b>{words}</b>
        <span class="muted small">{open}</span>
        {move || {
            let is_closed = state.get().is_closed();
            let tone = if is_closed { Tone::Done } else { Tone::Plain };
            view! { <Tag tone>{if is_closed { t.closed } else { t.open }}</Tag> }
        }}
    }
}

/// Removes a change; asks first where something points at it.
#[component]
fn RemoveChange(page: Page, id: Id, title: Signal<String>) -> impl IntoView {
    let (t, locale) = (page.t, page.locale);
    let open = RwSignal::new(false);
    let link = Link::new(LinkKind::Change, id);
    let items = page.store.select(move |wb| linked(wb, &wb.pointing_at(link), locale));
    let remove = move |()| {
        let title = title.get_untracked();
        if page.edit(PositionEdit::RemoveChange(id)) {
            page.say_undoable((t.removed)(&title));
        }
    };
    let ask = move |()| {
        if items.with_untracked(Vec::is_empty) { remove(()) } else { open.set(true) }
    };
    view! {
        <Button kind=ButtonKind::Quiet icon=IconName::Delete on_press=ask>
            {t.delete}
        </Button>
        <RemovalDialog open name=title items on_remove=remove />
    }
}

/// How one department follows.
#[component]
fn FollowerRow(page: Page, id: Id, department: Department) -> impl IntoView {
    let t = page.t;
    let name = names::department(department, page.locale);
    let follower = page.store.select(move |wb| {
        let change = list::find(&wb.position.changes, id);
        let follower = change.and_then(|change| change.follower(department)).cloned();
        follower.unwrap_or(Follower { department, ..Follower::default() })
    });
    let set = move |follower: Follower| {
        page.edit(PositionEdit::SetFollower { id, follower });
    };
    let needs = Signal::derive(move || follower.read().needs);
    let must = move || needs.get() == Some(true);
    view! {
        <li>
            <div role="group" aria-label=name class="position-follower">
                <b>{name}</b>
                <YesNo
                    page
                    label=t.needs
                    value=needs
                    on_select=move |needs| set(Follower { needs, ..follower.get_untracked() })
                />
                <Show when=must>
                    <TextField
                        label=t.what
                        value=Signal::derive(move || follower.read().what.clone())
                        on_commit=move |what| set(Follower { what, ..follower.get_untracked() })
                    />
                    <TextField
                        label=t.owner
                        value=Signal::derive(move || follower.read().owner.clone())
                        on_commit=move |owner| set(Follower { owner, ..follower.get_untracked() })
                    />
                    <DateField
                        label=t.due
                        value=Signal::derive(move || follower.read().due)
                        on_commit=move |due| set(Follower { due, ..follower.get_untracked() })
                    />
                    <Checkbox
                        label=t.done
                        checked=Signal::derive(move || follower.read().is_done)
                        on_change=move |is_done| {
                            set(Follower { is_done, ..follower.get_untracked() });
                        }
                    />
                </Show>
            </div>
        </li>
    }
}
