//! Which period, and what it is held against.

use leptos::prelude::*;

use crate::base::day::Day;
use crate::base::period::PeriodKind;
use crate::base::span::Span;
use crate::facts::compare::Basis;
use crate::i18n::measure;
use crate::tools::boards::edit::BoardsEdit;
use crate::tools::boards::text::period_name;
use crate::tools::boards::view::state::Page;
use crate::ui::{DateField, IconButton, IconName, Segmented, Select};

/// The kinds of period, a step back and forth, the basis.
#[component]
pub fn Periods(page: Page) -> impl IntoView {
    let t = page.t;
    let kind = Memo::new(move |_| page.section.with(|section| section.kind));
    let selected = Signal::derive(move || {
        PeriodKind::ALL.iter().position(|one| *one == kind.get()).unwrap_or(0)
    });
    let choose = move |idx: usize| {
        let kind = PeriodKind::ALL[idx.min(PeriodKind::ALL.len() - 1)];
        let Some((span, known)) = untrack(|| page.with(|board| (board.span, board.known))) else {
            return;
        };
        let until = (span.to() != known.to()).then_some(span.to());
        match kind {
            PeriodKind::Custom => page.edit(BoardsEdit::Days(span)),
            kind => page.edit(BoardsEdit::Period { kind, until }),
        };
    };
    let step = move |is_later: bool| {
        let Some((span, known)) = untrack(|| page.with(|board| (board.span, board.known))) else {
            return;
        };
        let kind = kind.get_untracked();
        let cut = page.store.with(|wb| wb.shop.cut());
        let next = kind.beside(span, is_later, known.to(), cut);
        match kind {
            PeriodKind::Custom => page.edit(BoardsEdit::Days(next)),
            kind => {
                let until = (next.to() != known.to()).then_some(next.to());
                page.edit(BoardsEdit::Period { kind, until })
            }
        };
    };
    let at_end = Signal::derive(move || {
        page.with(|board| board.known.to() <= board.span.to()).unwrap_or(true)
    });
    let at_start = Signal::derive(move || {
        page.with(|board| board.span.from() <= board.known.from()).unwrap_or(true)
    });
    let basis = Signal::derive(move || {
        let basis = page.section.with(|section| section.basis);
        Basis::ALL.iter().position(|one| *one == basis).unwrap_or(0)
    });
    let bases: Vec<String> =
        Basis::ALL.iter().map(|one| measure::basis(*one, page.locale).to_owned()).collect();
    let is_custom = Memo::new(move |_| kind.get() == PeriodKind::Custom);
    view! {
        <div class="board-head">
            <Segmented
                label=t.period
                options=PeriodKind::ALL.map(|one| period_name(one, page.locale).to_owned()).to_vec()
                selected
                on_select=choose
            />
            <div class="board-steps">
                <IconButton
                    icon=IconName::ChevronLeft
                    label=t.earlier_period
                    disabled=at_start
                    on_press=move |()| step(false)
                />
                <IconButton
                    icon=IconName::ChevronRight
                    label=t.later_period
                    disabled=at_end
                    on_press=move |()| step(true)
                />
            </div>
            <Show when=move || is_custom.get()>
                <Days page />
            </Show>
            <Select
                label=t.against
                options=bases
                selected=basis
                on_select=move |idx: usize| {
                    page.edit(BoardsEdit::Against(Basis::ALL[idx.min(Basis::ALL.len() - 1)]));
                }
            />
        </div>
    }
}

/// The first and the last day of a run of one's own.
#[component]
fn Days(page: Page) -> impl IntoView {
    let t = page.t;
    let span = Memo::new(move |_| page.with(|board| board.span));
    let set = move |is_first: bool, day: Option<Day>| {
        let (Some(day), Some(span)) = (day, span.get_untracked()) else { return };
        let (from, to) = if is_first { (day, span.to()) } else { (span.from(), day) };
        page.edit(BoardsEdit::Days(Span::new(from, to)));
    };
    view! {
        <DateField
            label=t.from
            value=Signal::derive(move || span.get().map(Span::from))
            on_commit=move |day| set(true, day)
        />
        <DateField
            label=t.until
            value=Signal::derive(move || span.get().map(Span::to))
            on_commit=move |day| set(false, day)
        />
    }
}

/// The exact days of the period, of how many there are figures, and those of the comparison; none
/// without figures.
pub fn against(page: Page) -> Option<String> {
    let t = page.t;
    let facts = page.store.with(|wb| wb.facts.clone());
    page.with(|board| {
        let n_days = board.span.days().filter(|day| facts.has(*day)).count();
        let own = (t.days_known)(&page.days(board.span), n_days, board.span.n_days());
        let against = match (&board.earlier, board.basis) {
            (None, Basis::Off) => t.not_compared.to_owned(),
            (None, _) => t.no_event.to_owned(),
            (Some(earlier), basis) => {
                let name = measure::basis(basis, page.locale);
                let days = (t.compared)(name, &page.days(earlier.span), earlier.span.n_days());
                match &earlier.event {
                    Some(event) => format!("{days}{}", (t.by_event)(event.name(page.locale))),
                    None => days,
                }
            }
        };
        (t.head)(&own, &against)
    })
}
