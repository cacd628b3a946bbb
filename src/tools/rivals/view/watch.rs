//! Ten shops a day: what they have changed, and what we learn from it (T-27).

use leptos::prelude::*;

use crate::base::id::Id;
use crate::base::list;
use crate::platform::clock;
use crate::platform::random::new_id;
use crate::tools::rivals::calc::checks::{SHOPS_A_DAY, full_days, shops_on};
use crate::tools::rivals::edit::RivalsEdit;
use crate::tools::rivals::edit::checks::CheckEdit;
use crate::tools::rivals::model::checks::{IdeaStatus, ShopChange};
use crate::tools::rivals::text::checks::{idea_status, text};
use crate::tools::rivals::view::state::Page;
use crate::ui::{Button, DateField, IconButton, IconName, Section, Select, TextField};

/// How many records of earlier days are laid out.
const EARLIER: usize = 30;

/// What shops have changed, today's first.
#[component]
pub fn Watch(page: Page) -> impl IntoView {
    let t = text(page.locale);
    let ids = move |is_today: bool| {
        Memo::new(move |_| {
            let today = clock::today();
            page.section.with(|section| {
                let all = section.shop_changes.iter().rev();
                let wanted = all.filter(|one| (one.day == today) == is_today);
                wanted.map(|one| one.id).collect::<Vec<_>>()
            })
        })
    };
    let (today, earlier) = (ids(true), ids(false));
    let words = move || {
        let today = clock::today();
        page.section.with(|section| {
            (t.watch_words)(shops_on(section, today), SHOPS_A_DAY, full_days(section, today))
        })
    };
    let add = move |()| {
        let change = ShopChange::new(new_id(), clock::today(), String::new());
        page.edit(RivalsEdit::Check(CheckEdit::PutShopChange(change)));
    };
    let more = move || {
        view! {
            <Button icon=IconName::Plus on_press=add>
                {t.add_change}
            </Button>
        }
    };
    let is_open = RwSignal::new(false);
    let shown = move || earlier.with(|all| all.iter().copied().take(EARLIER).collect::<Vec<_>>());
    view! {
        <Section title=t.watch note=t.watch_note more>
            <p>{words}</p>
            <p class="muted" hidden=move || today.with(|all| !all.is_empty())>{t.no_changes}</p>
            <ul class="stack">
                <For each=move || today.get() key=|id| *id let:id>
                    <Row page id />
                </For>
            </ul>
            <details
                class="rivals-limits"
                hidden=move || earlier.with(Vec::is_empty)
                on:toggle:target=move |event| is_open.set(event.target().open())
            >
                <summary>{move || (t.earlier)(earlier.with(Vec::len))}</summary>
                <Show when=move || is_open.get()>
                    <ul class="stack">
                        <For each=shown key=|id| *id let:id>
                            <Row page id />
                        </For>
                    </ul>
                </Show>
            </details>
        </Section>
    }
}

#[component]
fn Row(page: Page, id: Id) -> impl IntoView {
    let (t, locale) = (text(page.locale), page.locale);
    let one = Memo::new(move |_| {
        page.section.with(|section| list::find(&section.shop_changes, id).cloned())
    });
    let change = move |change: &dyn Fn(&mut ShopChange)| {
        if let Some(mut one) = one.get_untracked() {
            change(&mut one);
            page.edit(RivalsEdit::Check(CheckEdit::PutShopChange(one)));
        }
    };
    let words = move |look: fn(&ShopChange) -> &str| {
        Signal::derive(move || {
            one.with(|one| one.as_ref().map(|one| look(one).to_owned())).unwrap_or_default()
        })
    };
    let shop = words(|one| &one.shop);
    let day = Signal::derive(move || one.with(|one| one.as_ref().map(|one| one.day)));
    let status_at = Signal::derive(move || {
        let status = one.with(|one| one.as_ref().map(|one| one.status));
        IdeaStatus::ALL.iter().position(|one| Some(*one) == status).unwrap_or(0)
    });
    let remove = move |()| {
        if page.edit(RivalsEdit::Check(CheckEdit::RemoveShopChange(id))) {
            page.say_undoable(t.removed.to_owned());
        }
    };
    view! {
        <li>
            <div role="group" aria-label=shop class="rivals-answer">
                <div class="fields">
                    <TextField
                        label=t.shop
                        value=shop
                        on_commit=move |text: String| change(&|one| one.shop.clone_from(&text))
                    />
                    <DateField
                        label=t.day
                        value=day
                        on_commit=move |day| {
                            if let Some(day) = day {
                                change(&|one| one.day = day);
                            }
                        }
                    />
                    <TextField
                        label=t.what
                        value=words(|one| &one.what)
                        on_commit=move |text: String| change(&|one| one.what.clone_from(&text))
                    />
                    <TextField
                        label=t.good
                        value=words(|one| &one.good)
                        on_commit=move |text: String| change(&|one| one.good.clone_from(&text))
                    />
                    <TextField
                        label=t.idea
                        value=words(|one| &one.idea)
                        on_commit=move |text: String| change(&|one| one.idea.clone_from(&text))
                    />
                    <TextField
                        label=t.applied_to
                        value=words(|one| &one.applied_to)
                        on_commit=move |text: String| change(&|one| one.applied_to.clone_from(&text))
                    />
                    <Select
                        label=t.status
                        options=IdeaStatus::ALL.map(|one| idea_status(one, locale).to_owned()).to_vec()
                        selected=status_at
                        on_select=move |idx: usize| change(&|one| one.status = IdeaStatus::ALL[idx])
                    />
                    <span class="rivals-end">
                        <IconButton icon=IconName::Delete label=t.delete on_press=remove />
                    </span>
                </div>
            </div>
        </li>
    }
}
