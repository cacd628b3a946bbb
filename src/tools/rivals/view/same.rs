//! Same items: who sells what we sell, how much cheaper, and with whose pictures (T-28).

use leptos::prelude::*;

use crate::base::day::Day;
use crate::base::id::Id;
use crate::base::money::Money;
use crate::i18n::format;
use crate::platform::clock;
use crate::platform::random::new_id;
use crate::tools::rivals::calc::checks::{SameRow, same_rows, wants_complaint};
use crate::tools::rivals::edit::RivalsEdit;
use crate::tools::rivals::edit::checks::CheckEdit;
use crate::tools::rivals::model::checks::{Complaint, SameItem};
use crate::tools::rivals::text::checks::{complaint, text};
use crate::tools::rivals::view::state::Page;
use crate::ui::{
    Button, Checkbox, CountField, IconButton, IconName, MoneyField, Section, Select, TextField,
};
use crate::workbook::make;

/// The own products with the most traffic, each with its last look.
#[component]
pub fn Same(page: Page) -> impl IntoView {
    let t = text(page.locale);
    let rows = Memo::new(move |_| page.section.with(|section| same_rows(section, clock::today())));
    let ids = move || rows.with(|rows| rows.iter().map(|row| row.own).collect::<Vec<_>>());
    let is_empty = move || rows.with(Vec::is_empty);
    let words = move || {
        rows.with(|rows| {
            let n_done = rows.iter().filter(|row| row.is_today).count();
            (!rows.is_empty()).then(|| (t.same_words)(n_done, rows.len()))
        })
    };
    view! {
        <Section title=t.same note=t.same_note>
            <p>{words}</p>
            <p class="muted" hidden=move || !is_empty()>{t.same_none}</p>
            <ul class="stack">
                <For each=ids key=|id| *id let:own>
                    <Row page own rows />
                </For>
            </ul>
        </Section>
    }
}

/// One own product: when it was checked, what was found, and today's look.
#[component]
fn Row(page: Page, own: Id, rows: Memo<Vec<SameRow>>) -> impl IntoView {
    let (t, locale) = (text(page.locale), page.locale);
    let row = Memo::new(move |_| rows.with(|rows| rows.iter().find(|row| row.own == own).cloned()));
    let name = Signal::derive(move || {
        row.with(|row| row.as_ref().map(|row| row.name.clone())).unwrap_or_default()
    });
    let is_today =
        Signal::derive(move || row.with(|row| row.as_ref().is_some_and(|row| row.is_today)));
    let day_words = move |day: Day| format::day_short(day, locale);
    let when = move || {
        row.with(|row| match row.as_ref().and_then(|row| row.last.as_ref()) {
            _ if is_today.get() => t.today.to_owned(),
            Some(last) => (t.last)(&day_words(last.day)),
            None => t.never.to_owned(),
        })
    };
    let undercut = move || {
        row.with(|row| {
            let row = row.as_ref()?;
            row.last.as_ref().filter(|last| last.from.is_some())?;
            Some(match row.undercut {
                Some((by, share)) => (t.undercut)(&format::money(by), &format::percent1(share)),
                None => t.not_undercut.to_owned(),
            })
        })
    };
    let check = move |()| {
        page.edit(RivalsEdit::Check(CheckEdit::PutSameItem(SameItem::new(
            new_id(),
            clock::today(),
            own,
        ))));
    };
    let last = Memo::new(move |_| row.with(|row| row.as_ref().and_then(|row| row.last.clone())));
    let last_id = Memo::new(move |_| last.with(|last| last.as_ref().map(|last| last.id)));
    let wants =
        Signal::derive(move || last.with(|last| last.as_ref().is_some_and(wants_complaint)));
    let complain = move |()| {
        let title = (t.complain_title)(&name.get_untracked());
        if page.edit(make::own_task(new_id(), title)) {
            page.say_undoable(t.made_task.to_owned());
        }
    };
    let n_before = move || {
        page.section.with(|section| {
            let looks = section.same_items.iter().filter(|look| look.own == own);
            looks.count().saturating_sub(1)
        })
    };
    view! {
        <li>
            <div role="group" aria-label=name class="stack rivals-answer">
                <div class="row rivals-start">
                    <b>{name}</b>
                    <span class="tag" data-tone=move || if is_today.get() { "info" } else { "plain" }>
                        {when}
                    </span>
                    <span class="rivals-words">{undercut}</span>
                    <Show when=move || !is_today.get()>
                        <Button on_press=check>{t.check_button}</Button>
                    </Show>
                </div>
                <Show when=move || wants.get()>
                    <div class="row rivals-start" role="alert">
                        <span class="tag" data-tone="alert">{t.complain}</span>
                        <Button on_press=complain>{t.complain_task}</Button>
                    </div>
                </Show>
                {move || last_id.get().map(|_| view! { <Look page last /> })}
                <p class="muted small" hidden=move || n_before() == 0>
                    {move || (t.history)(n_before())}
                </p>
            </div>
        </li>
    }
}

/// The fields of a look.
#[component]
fn Look(page: Page, last: Memo<Option<SameItem>>) -> impl IntoView {
    let (t, locale) = (text(page.locale), page.locale);
    let change = move |change: &dyn Fn(&mut SameItem)| {
        if let Some(mut look) = last.get_untracked() {
            change(&mut look);
            page.edit(RivalsEdit::Check(CheckEdit::PutSameItem(look)));
        }
    };
    let money = move |look: fn(&SameItem) -> Option<Money>| {
        Signal::derive(move || last.with(|last| last.as_ref().and_then(look)))
    };
    const THEFT: [Option<bool>; 3] = [None, Some(false), Some(true)];
    let theft_at = Signal::derive(move || {
        let theft = last.with(|last| last.as_ref().and_then(|look| look.theft));
        THEFT.iter().position(|one| *one == theft).unwrap_or(0)
    });
    let complaint_at = Signal::derive(move || {
        let found = last.with(|last| last.as_ref().map(|look| look.complaint));
        Complaint::ALL.iter().position(|one| Some(*one) == found).unwrap_or(0)
    });
    let has_theft = move || theft_at.get() == 2;
    let remove = move |()| {
        if let Some(id) = last.with_untracked(|last| last.as_ref().map(|look| look.id))
            && page.edit(RivalsEdit::Check(CheckEdit::RemoveSameItem(id)))
        {
            page.say_undoable(t.removed.to_owned());
        }
    };
    view! {
        <div class="fields">
            <CountField
                label=t.count
                value=Signal::derive(move || last.with(|last| last.as_ref().and_then(|one| one.count)))
                on_commit=move |count| change(&|look| look.count = count)
            />
            <MoneyField
                label=t.from
                value=money(|look| look.from)
                on_commit=move |price| change(&|look| look.from = price)
            />
            <MoneyField
                label=t.to
                value=money(|look| look.to)
                on_commit=move |price| change(&|look| look.to = price)
            />
            <Select
                label=t.theft
                options=vec![t.unsaid.to_owned(), t.no.to_owned(), t.yes.to_owned()]
                selected=theft_at
                on_select=move |idx: usize| change(&|look| look.theft = THEFT[idx])
            />
            <Show when=has_theft>
                <Checkbox
                    label=t.is_ours
                    checked=Signal::derive(move || {
                        last.with(|last| last.as_ref().is_some_and(|look| look.is_our_picture))
                    })
                    on_change=move |is_ours| change(&|look| look.is_our_picture = is_ours)
                />
                <Select
                    label=t.complaint
                    options=Complaint::ALL.map(|one| complaint(one, locale).to_owned()).to_vec()
                    selected=complaint_at
                    on_select=move |idx: usize| change(&|look| look.complaint = Complaint::ALL[idx])
                />
                <TextField
                    label=t.outcome
                    value=Signal::derive(move || {
                        last.with(|last| last.as_ref().map(|look| look.outcome.clone()))
                            .unwrap_or_default()
                    })
                    on_commit=move |text: String| change(&|look| look.outcome.clone_from(&text))
                />
            </Show>
            <span class="rivals-end">
                <IconButton icon=IconName::Delete label=t.delete on_press=remove />
            </span>
        </div>
    }
}
