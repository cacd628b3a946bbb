//! One item in depth: its facts, its scorecard, its launch plan, what the trial sale says.

use leptos::prelude::*;

use crate::base::id::Id;
use crate::base::link::{Link, LinkKind};
use crate::i18n::links::linked;
use crate::tools::launch::calc::{Outcome, scorecard};
use crate::tools::launch::view::facts::Facts;
use crate::tools::launch::view::feedback::FeedbackLog;
use crate::tools::launch::view::plan::Plan;
use crate::tools::launch::view::score::Score;
use crate::tools::launch::view::state::Page;
use crate::ui::{Button, ButtonKind, Dialog, IconName, LinkedList, Section, open_for};

/// The dialog; open while an item is named.
#[component]
pub fn CardDialog(page: Page) -> impl IntoView {
    let open = open_for(page.opened);
    let title =
        Signal::derive(move || page.opened.get().map(|id| page.name_of(id)).unwrap_or_default());
    let actions = move || page.opened.get_untracked().map(|id| view! { <Actions page id /> });
    view! {
        <Dialog title open is_wide=true actions>
            {move || page.opened.get().map(|id| view! { <Body page id /> })}
        </Dialog>
    }
}

#[component]
fn Actions(page: Page, id: Id) -> impl IntoView {
    let t = page.t;
    let item = page.item(id);
    let outcome = Memo::new(move |_| {
        item.with(|one| {
            let one = one.as_ref()?;
            Some(page.section.with(|section| scorecard(section, one).outcome))
        })
    });
    let is_open = move || item.with(|one| one.as_ref().is_some_and(|one| one.product.is_none()));
    let words = move || match outcome.get() {
        Some(Outcome::Pass) => t.list_it,
        _ => t.list_anyway,
    };
    let note = move || outcome.get().map(t.list_note);
    view! {
        <Button icon=IconName::Check on_press=move |()| page.make_task(id)>
            {t.make_task}
        </Button>
        <Show when=is_open>
            <span class="launch-say small muted">{note}</span>
            <Button
                kind=ButtonKind::Primary
                icon=IconName::Tag
                on_press=move |()| page.list_it(id)
            >
                {words}
            </Button>
        </Show>
    }
}

#[component]
fn Body(page: Page, id: Id) -> impl IntoView {
    let t = page.t;
    let link = Link::new(LinkKind::NewItem, id);
    let items = page.store.select(move |wb| linked(wb, &wb.pointing_at(link), page.locale));
    view! {
        <div class="launch-body">
            <Facts page id />
            <Score page id />
            <Plan page id />
            <FeedbackLog page id />
            <Section title=t.linked>
                <LinkedList items />
            </Section>
        </div>
    }
}
