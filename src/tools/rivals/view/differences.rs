//! What tells us from our peers, aspect by aspect (T-26).

use leptos::prelude::*;

use crate::base::id::Id;
use crate::base::list;
use crate::i18n::format;
use crate::platform::random::new_id;
use crate::tools::rivals::calc::checks::{effect, sheet_state};
use crate::tools::rivals::calc::priced;
use crate::tools::rivals::edit::RivalsEdit;
use crate::tools::rivals::edit::checks::CheckEdit;
use crate::tools::rivals::model::checks::{Aspect, Difference};
use crate::tools::rivals::text::checks::{aspect, text};
use crate::tools::rivals::view::state::Page;
use crate::ui::{
    Button, CountField, DateField, IconButton, IconName, Section, Select, TextArea, TextField,
};

/// The sheet of an own product, or of the shop as a whole.
#[component]
pub fn Differences(page: Page) -> impl IntoView {
    let t = text(page.locale);
    let own = Memo::new(move |_| {
        page.section.with(|section| {
            section.own.iter().map(|one| (one.id, one.name.clone())).collect::<Vec<_>>()
        })
    });
    // The first product of which something is written down.
    let first =
        page.section.with_untracked(|section| section.differences.iter().find_map(|one| one.own));
    let wanted = RwSignal::new(first);
    let chosen = Memo::new(move |_| {
        let wanted = wanted.get();
        own.with(|own| own.iter().find(|one| Some(one.0) == wanted).map(|one| one.0))
    });
    let options = Signal::derive(move || {
        let mut names = vec![t.whole_shop.to_owned()];
        own.with(|own| names.extend(own.iter().map(|one| one.1.clone())));
        names
    });
    let at = Signal::derive(move || {
        own.with(|own| own.iter().position(|one| Some(one.0) == chosen.get()))
            .map_or(0, |at| at + 1)
    });
    let choose = move |idx: usize| {
        let found = idx.checked_sub(1);
        wanted.set(found.and_then(|idx| own.with_untracked(|own| own.get(idx).map(|one| one.0))));
    };
    let ids = Memo::new(move |_| {
        let chosen = chosen.get();
        page.section.with(|section| {
            let rows = section.differences.iter().filter(|one| one.own == chosen);
            rows.map(|one| one.id).collect::<Vec<_>>()
        })
    });
    let begin = move |()| {
        let own = chosen.get_untracked();
        let rows = Aspect::ALL.map(|one| Difference::new(new_id(), own, one)).to_vec();
        page.edit(RivalsEdit::Check(CheckEdit::PutDifferences(rows)));
    };
    let words = move || {
        let state = page.section.with(|section| sheet_state(section, chosen.get()));
        (state.n != 0).then(|| (t.sheet_words)(state))
    };
    view! {
        <Section title=t.differences note=t.differences_note>
            <div class="rivals-choice">
                <Select label=t.sheet_of options selected=at on_select=choose />
            </div>
            <p>{words}</p>
            <Show when=move || ids.with(Vec::is_empty)>
                <div>
                    <Button on_press=begin>{t.begin}</Button>
                </div>
            </Show>
            <ul class="rivals-differences">
                <For each=move || ids.get() key=|id| *id let:id>
                    <Row page id />
                </For>
            </ul>
        </Section>
    }
}

/// One aspect: what the difference is and what came of adjusting it; the rest is folded away.
#[component]
fn Row(page: Page, id: Id) -> impl IntoView {
    let one = Memo::new(move |_| {
        page.section.with(|section| list::find(&section.differences, id).cloned())
    });
    let name =
        one.with_untracked(|one| one.as_ref().map_or("", |one| aspect(one.aspect, page.locale)));
    let is_open = RwSignal::new(false);
    let difference = move || one.with(|one| one.as_ref().map(|one| one.difference.clone()));
    let visitors = move || {
        let change = one.with(|one| one.as_ref().and_then(|one| effect(one).visitors))?;
        Some((text(page.locale).effect)(None, Some(&format::signed_percent(change))))
    };
    view! {
        <li>
            <div role="group" aria-label=name>
                <details on:toggle:target=move |event| is_open.set(event.target().open())>
                    <summary>
                        <b>{name}</b>
                        " "
                        {difference}
                        " "
                        <span class="muted small">{visitors}</span>
                    </summary>
                    <Show when=move || is_open.get()>
                        <Compared page id one name />
                    </Show>
                </details>
            </div>
        </li>
    }
}

/// The fields of an aspect: we, they, the difference, and what came of adjusting it.
#[component]
fn Compared(
    page: Page,
    id: Id,
    one: Memo<Option<Difference>>,
    name: &'static str,
) -> impl IntoView {
    let t = text(page.locale);
    let change = move |change: &dyn Fn(&mut Difference)| {
        if let Some(mut one) = one.get_untracked() {
            change(&mut one);
            page.edit(RivalsEdit::Check(CheckEdit::PutDifferences(vec![one])));
        }
    };
    let is_price =
        one.with_untracked(|one| one.as_ref().is_some_and(|one| one.aspect == Aspect::Price));
    let words = move |look: fn(&Difference) -> &str| {
        Signal::derive(move || {
            one.with(|one| one.as_ref().map(|one| look(one).to_owned())).unwrap_or_default()
        })
    };
    let number = move |look: fn(&Difference) -> Option<i64>| {
        Signal::derive(move || one.with(|one| one.as_ref().and_then(look)))
    };
    // Prices are observed elsewhere on the page: here they are only shown.
    let prices = move || {
        let found = page.section.with(|section| {
            let mut found = Vec::new();
            for one in section.rivals.iter().flat_map(priced) {
                found.push(format!("{} {}", one.name, format::money(one.price)));
            }
            found
        });
        (is_price && !found.is_empty()).then(|| (t.prices_seen)(&found.join(page.t.and)))
    };
    let peer = move |(rival, name): (Id, String)| {
        let value = Signal::derive(move || {
            one.with(|one| one.as_ref().map(|one| one.peer(rival).to_owned())).unwrap_or_default()
        });
        let set = move |text: String| change(&|one| one.set_peer(rival, text.clone()));
        view! { <TextField label=name value=value on_commit=set /> }
    };
    let peers = move || page.names.get().into_iter().map(peer).collect_view();
    let adjusted =
        Signal::derive(move || one.with(|one| one.as_ref().and_then(|one| one.adjusted)));
    let around = page.store.select(move |wb| wb.visitors_around(adjusted.get()?));
    let take = move |()| {
        if let Some((before, after)) = around.get_untracked() {
            change(&|one| {
                (one.visitors_before, one.visitors_after) = (Some(before), Some(after));
            });
        }
    };
    let came = move || {
        let effect = one.with(|one| one.as_ref().map(effect)).unwrap_or_default();
        let words = |ratio: Option<_>| ratio.map(format::signed_percent);
        (t.effect)(words(effect.views).as_deref(), words(effect.visitors).as_deref())
    };
    let remove = move |()| {
        if page.edit(RivalsEdit::Check(CheckEdit::RemoveDifference(id))) {
            page.say_undoable(t.removed.to_owned());
        }
    };
    view! {
            <div class="stack rivals-compared">
                <div class="fields">
                    <TextField
                        label=t.ours
                        value=words(|one| &one.ours)
                        on_commit=move |text: String| change(&|one| one.ours.clone_from(&text))
                    />
                    {peers}
                </div>
                <p class="muted small" hidden=move || prices().is_none()>{prices}</p>
                <div class="fields">
                    <TextArea
                        label=t.difference
                        rows=2
                        value=words(|one| &one.difference)
                        on_commit=move |text: String| change(&|one| one.difference.clone_from(&text))
                    />
                    <TextArea
                        label=t.adjustment
                        rows=2
                        value=words(|one| &one.adjustment)
                        on_commit=move |text: String| change(&|one| one.adjustment.clone_from(&text))
                    />
                </div>
                <div class="fields rivals-before">
                    <DateField
                        label=t.adjusted
                        value=adjusted
                        on_commit=move |day| change(&|one| one.adjusted = day)
                    />
                    <CountField
                        label=t.views_before
                        value=number(|one| one.views_before)
                        on_commit=move |n| change(&|one| one.views_before = n)
                    />
                    <CountField
                        label=t.views_after
                        value=number(|one| one.views_after)
                        on_commit=move |n| change(&|one| one.views_after = n)
                    />
                    <CountField
                        label=t.visitors_before
                        value=number(|one| one.visitors_before)
                        on_commit=move |n| change(&|one| one.visitors_before = n)
                    />
                    <CountField
                        label=t.visitors_after
                        value=number(|one| one.visitors_after)
                        on_commit=move |n| change(&|one| one.visitors_after = n)
                    />
                </div>
                <p class="row">
                    <span class="muted small">{came}</span>
                    <Show when=move || around.get().is_some()>
                        <Button on_press=take>{t.take_visitors}</Button>
                    </Show>
                    <IconButton
                        icon=IconName::Delete
                        label=format!("{} {name}", t.delete)
                        on_press=remove
                    />
                </p>
            </div>
    }
}
