//! What is recommended beside a product, look by look (T-51).

use leptos::prelude::*;

use crate::base::id::Id;
use crate::base::list;
use crate::i18n::format;
use crate::platform::clock;
use crate::platform::random::new_id;
use crate::tools::profit::calc::cross::{Since, since};
use crate::tools::profit::edit::ProfitEdit;
use crate::tools::profit::model::{CrossSell, Decision};
use crate::tools::profit::text::cross::{Text, text};
use crate::tools::profit::view::state::Page;
use crate::ui::{
    Button, CountField, DateField, IconButton, IconName, RatioField, Section, Select, Tag,
    TextField, Tone,
};

/// What is recommended beside a product, look by look.
#[component]
pub fn Cross(page: Page) -> impl IntoView {
    let t = text(page.locale);
    let ids = Memo::new(move |_| {
        page.section.with(|section| section.cross.iter().map(|one| one.id).collect::<Vec<_>>())
    });
    let has_two = Memo::new(move |_| page.products.with(|all| 1 < all.len()));
    let add = move |()| {
        // The next look is mostly at what was looked at last.
        let last = page.section.with_untracked(|section| section.cross.last().cloned());
        let pair = page.products.with_untracked(|all| {
            let main = page.chosen.get_untracked().or(all.first().map(|row| row.product.id))?;
            let linked = all.iter().map(|row| row.product.id).find(|id| *id != main)?;
            Some((main, linked))
        });
        let Some((main, linked)) = last.as_ref().map(|one| (one.main, one.linked)).or(pair) else {
            return;
        };
        let mut look = CrossSell::new(new_id(), main, linked, clock::today());
        look.slot = last.map(|one| one.slot).unwrap_or_default();
        page.edit(ProfitEdit::PutCross(look));
    };
    let more = move || {
        view! {
            <Button
                icon=IconName::Plus
                disabled=Signal::derive(move || !has_two.get())
                on_press=add
            >
                {t.add}
            </Button>
        }
    };
    let empty = move || if has_two.get() { t.none } else { t.needs_two };
    view! {
        <Section title=t.cross note=t.cross_note more>
            <p class="muted" hidden=move || !ids.read().is_empty()>{empty}</p>
            <ul class="profit-bundles">
                <For each=move || ids.get() key=|id| *id let:id>
                    <Look page t id />
                </For>
            </ul>
        </Section>
    }
}

fn change(page: Page, look: Memo<Option<CrossSell>>, change: impl FnOnce(&mut CrossSell)) {
    if let Some(mut now) = look.get_untracked() {
        change(&mut now);
        page.edit(ProfitEdit::PutCross(now));
    }
}

#[component]
fn Product(
    page: Page,
    label: &'static str,
    look: Memo<Option<CrossSell>>,
    field: fn(&mut CrossSell) -> &mut Id,
) -> impl IntoView {
    let names = Signal::derive(move || {
        page.products.with(|all| all.iter().map(|row| page.name(&row.product)).collect::<Vec<_>>())
    });
    let at = Signal::derive(move || {
        let id = look.get().map(|mut one| *field(&mut one));
        page.products.with(|all| all.iter().position(|row| Some(row.product.id) == id).unwrap_or(0))
    });
    let choose = move |idx: usize| {
        let id = page.products.with_untracked(|all| all.get(idx).map(|row| row.product.id));
        if let Some(id) = id {
            change(page, look, |one| *field(one) = id);
        }
    };
    view! { <Select label options=names selected=at on_select=choose /> }
}

fn said(t: &Text, page: Page, found: Option<Since>) -> String {
    let Some(found) = found else { return t.first.to_owned() };
    let percent = |change: Option<crate::base::ratio::Ratio>| {
        change.map_or(format::NONE.to_owned(), format::signed_percent)
    };
    let points =
        found.conversion.map_or(format::NONE.to_owned(), |by| format::points(by, page.locale));
    (t.changed)(&percent(found.units), &points, &percent(found.visitors))
}

#[component]
fn Look(page: Page, t: &'static Text, id: Id) -> impl IntoView {
    let look =
        Memo::new(move |_| page.section.with(|section| list::find(&section.cross, id).cloned()));
    let found = Memo::new(move |_| {
        page.section.with(|section| since(&section.cross, list::find(&section.cross, id)?))
    });
    let class = page.class_of(look);
    let count = move |look_at: fn(&CrossSell) -> Option<i64>| {
        Signal::derive(move || look.with(|one| one.as_ref().and_then(look_at)))
    };
    let slot = Signal::derive(move || {
        look.with(|one| one.as_ref().map(|one| one.slot.clone())).unwrap_or_default()
    });
    let day = Signal::derive(move || look.with(|one| one.as_ref().map(|one| one.day)));
    let set_day = move |day| {
        if let Some(day) = day {
            change(page, look, |one| one.day = day);
        }
    };
    let conversion =
        Signal::derive(move || look.with(|one| one.as_ref().and_then(|one| one.conversion)));
    let decisions = [t.undecided, t.keep, t.replace].map(str::to_owned).to_vec();
    let decision_at = Signal::derive(move || {
        look.with(|one| match one.as_ref().and_then(|one| one.decision) {
            None => 0,
            Some(Decision::Keep) => 1,
            Some(Decision::Replace) => 2,
        })
    });
    let decide = move |idx: usize| {
        let to = [None, Some(Decision::Keep), Some(Decision::Replace)];
        change(page, look, |one| one.decision = to.get(idx).copied().flatten());
    };
    let is_worse = move || found.with(|found| found.is_some_and(|found| found.is_worse()));
    let class_said = move || class.get().map(|class| (t.class)(&class));
    view! {
        <li class="stack profit-look">
            <div class="profit-look-fields">
                <Product page label=t.main look field=|one| &mut one.main />
                <Product page label=t.linked look field=|one| &mut one.linked />
                <TextField
                    label=t.slot
                    value=slot
                    on_commit=move |text| change(page, look, |one| one.slot = text)
                />
                <DateField label=t.day value=day on_commit=set_day />
                <CountField
                    label=t.units
                    value=count(|one| one.units)
                    unit=t.pieces
                    on_commit=move |to| change(page, look, |one| one.units = to)
                />
                <CountField
                    label=t.visitors
                    value=count(|one| one.visitors)
                    unit=t.people
                    on_commit=move |to| change(page, look, |one| one.visitors = to)
                />
                <RatioField
                    label=t.conversion
                    value=conversion
                    on_commit=move |to| change(page, look, |one| one.conversion = to)
                />
                <Select
                    label=t.decision
                    options=decisions
                    selected=decision_at
                    on_select=decide
                />
                <IconButton
                    icon=IconName::Delete
                    label=t.remove
                    on_press=move |()| {
                        page.edit(ProfitEdit::RemoveCross(id));
                    }
                />
            </div>
            <p class="small">
                {move || said(t, page, found.get())} " " {class_said} " "
                <Show when=is_worse>
                    <Tag tone=Tone::Alert>{t.worse}</Tag>
                </Show>
            </p>
        </li>
    }
}
