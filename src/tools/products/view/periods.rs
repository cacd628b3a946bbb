//! The periods that sales are told by.

use leptos::prelude::*;

use crate::base::id::Id;
use crate::base::list;
use crate::base::span::Span;
use crate::platform::random::new_id;
use crate::tools::products::edit::{MatrixChange, ProductsEdit};
use crate::tools::products::model::SalesPeriod;
use crate::tools::products::view::state::Page;
use crate::ui::{Button, DateField, IconButton, IconName, Section, Select, TextField};

/// Which period is looked at, and the periods themselves.
#[component]
pub fn Periods(page: Page) -> impl IntoView {
    let t = page.t;
    let ids = Memo::new(move |_| {
        page.section.with(|section| section.periods.iter().map(|one| one.id).collect::<Vec<_>>())
    });
    let names = Signal::derive(move || {
        page.section.with(|section| {
            section.periods.iter().map(|one| page.period_name(one)).collect::<Vec<_>>()
        })
    });
    let selected = Signal::derive(move || {
        let period = page.period.get();
        ids.with(|ids| ids.iter().position(|id| Some(*id) == period).unwrap_or(0))
    });
    let choose = move |idx: usize| {
        let id = ids.with_untracked(|ids| ids.get(idx).copied());
        page.edit(ProductsEdit::SetMatrix(MatrixChange::Period(id)));
    };
    // As long as the last one and right behind it; the first one is the month before today.
    let add = move |()| {
        let last = page
            .section
            .with_untracked(|section| section.periods.last().map(|period| period.span()));
        let span = match last {
            Some(last) => Span::new(last.to() + 1, last.to() + last.n_days() as i32),
            None => {
                let month = page.today.month().plus(-1);
                Span::new(month.first(), month.last())
            }
        };
        page.edit(ProductsEdit::PutPeriod(SalesPeriod::new(new_id(), span)));
    };
    let more = move || {
        view! {
            <Button icon=IconName::Plus on_press=add>
                {t.add_period}
            </Button>
        }
    };
    view! {
        <Section title=t.periods more>
            <Show
                when=move || !ids.read().is_empty()
                fallback=move || view! { <p class="muted">{t.no_period}</p> }
            >
                <div class="products-period">
                    <Select label=t.period options=names selected on_select=choose />
                </div>
                <ul class="stack">
                    <For each=move || ids.get() key=|id| *id let:id>
                        <Row page id />
                    </For>
                </ul>
            </Show>
        </Section>
    }
}

#[component]
fn Row(page: Page, id: Id) -> impl IntoView {
    let t = page.t;
    let period =
        Memo::new(move |_| page.section.with(|section| list::find(&section.periods, id).cloned()));
    let change = move |change: fn(&mut SalesPeriod, String), text: String| {
        if let Some(mut now) = period.get_untracked() {
            change(&mut now, text);
            page.edit(ProductsEdit::PutPeriod(now));
        }
    };
    let set_day = move |day, is_first: bool| {
        if let (Some(mut now), Some(day)) = (period.get_untracked(), day) {
            *(if is_first { &mut now.from } else { &mut now.to }) = day;
            page.edit(ProductsEdit::PutPeriod(now));
        }
    };
    let day = move |is_first: bool| {
        Signal::derive(move || {
            period.with(|one| one.as_ref().map(|one| if is_first { one.from } else { one.to }))
        })
    };
    let name = Signal::derive(move || {
        period.with(|one| one.as_ref().map(|one| one.name.clone())).unwrap_or_default()
    });
    view! {
        <li class="products-line">
            <TextField
                label=t.period_name
                value=name
                on_commit=move |text| change(|period, text| period.name = text, text)
            />
            <DateField
                label=t.period_from
                value=day(true)
                on_commit=move |day| set_day(day, true)
            />
            <DateField label=t.period_to value=day(false) on_commit=move |day| set_day(day, false) />
            <IconButton
                icon=IconName::Delete
                label=t.remove_period
                on_press=move |()| {
                    page.edit(ProductsEdit::RemovePeriod(id));
                }
            />
        </li>
    }
}
