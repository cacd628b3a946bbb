//! Which period, held against what; and the verdict in one sentence.

use leptos::prelude::*;

use crate::base::day::Day;
use crate::base::span::Span;
use crate::i18n::format;
use crate::tools::diagnosis::calc::findings::Factor;
use crate::tools::diagnosis::calc::period::{months, period};
use crate::tools::diagnosis::calc::verdict::Verdict;
use crate::tools::diagnosis::edit::DiagnosisEdit;
use crate::tools::diagnosis::model::Basis;
use crate::tools::diagnosis::text::{basis, factor};
use crate::tools::diagnosis::view::state::{Page, money};
use crate::ui::change::Change;
use crate::ui::{DateField, Delta, Segmented, Select};

/// The lengths of time that can be chosen beside the months.
const LENGTHS: [u32; 4] = [7, 14, 28, 90];

/// Which period, held against what.
#[component]
pub fn Choices(page: Page) -> impl IntoView {
    let t = page.t;
    let is_custom = RwSignal::new(false);
    let spans = Memo::new(move |_| page.facts.with(|facts| months(facts)));
    let options = Signal::derive(move || {
        let lengths = LENGTHS.into_iter().map(|n| (t.last)(n));
        let months = spans.get().into_iter().map(|span| page.days(span));
        lengths.chain(months).chain([t.custom.to_owned()]).collect::<Vec<_>>()
    });
    let n_known = move || LENGTHS.len() + spans.with(Vec::len);
    let selected = Signal::derive(move || {
        if is_custom.get() {
            return n_known();
        }
        let place = |span: Span| spans.with(|all| all.iter().position(|one| *one == span));
        page.section.with(|section| match (section.last_days, section.from, section.to) {
            (_, Some(from), Some(to)) => {
                place(Span::new(from, to)).map_or_else(n_known, |idx| LENGTHS.len() + idx)
            }
            (Some(n), ..) => LENGTHS.iter().position(|one| *one == n).unwrap_or_else(n_known),
            _ => LENGTHS.len(),
        })
    });
    let choose = move |idx: usize| {
        is_custom.set(idx == n_known());
        let span = idx.checked_sub(LENGTHS.len());
        let span = span.and_then(|idx| spans.with_untracked(|all| all.get(idx).copied()));
        match (LENGTHS.get(idx), span) {
            (Some(n), _) => page.edit(DiagnosisEdit::LastDays(*n)),
            (None, Some(span)) => page.edit(DiagnosisEdit::Period(span)),
            (None, None) => true,
        };
    };
    let against = Signal::derive(move || {
        page.section
            .with(|section| Basis::ALL.iter().position(|one| *one == section.basis).unwrap_or(0))
    });
    let options_basis = Basis::ALL.map(|one| basis(one, page.locale).to_owned()).to_vec();
    let choose_basis = move |idx: usize| {
        page.edit(DiagnosisEdit::Basis(Basis::ALL[idx.min(Basis::ALL.len() - 1)]));
    };
    let is_own = Memo::new(move |_| selected.get() == n_known());
    view! {
        <div class="diagnosis-head">
            <Segmented
                label=t.basis
                options=options_basis
                selected=against
                on_select=choose_basis
            />
            <Select label=t.period options selected on_select=choose is_bare=true />
            <Show when=move || is_own.get()>
                <OwnDates page />
            </Show>
        </div>
    }
}

/// A period from day to day.
#[component]
fn OwnDates(page: Page) -> impl IntoView {
    let t = page.t;
    let span = Memo::new(move |_| {
        page.section.with(|section| page.facts.with(|facts| period(section, facts)))
    });
    let set = move |from: Option<Day>, to: Option<Day>| {
        let now = span.get_untracked();
        let from = from.or(now.map(Span::from));
        let to = to.or(now.map(Span::to));
        if let (Some(from), Some(to)) = (from, to) {
            page.edit(DiagnosisEdit::Period(Span::new(from, to)));
        }
    };
    view! {
        <div class="diagnosis-dates">
            <DateField
                label=t.from
                value=Signal::derive(move || span.get().map(Span::from))
                on_commit=move |day| set(day, None)
            />
            <DateField
                label=t.to
                value=Signal::derive(move || span.get().map(Span::to))
                on_commit=move |day| set(None, day)
            />
        </div>
    }
}

/// The verdict in one sentence.
#[component]
pub fn Sentence(page: Page) -> impl IntoView {
    move || {
        let verdict = page.verdict.get()?;
        Some(sentence(page, &verdict))
    }
}

fn sentence(page: Page, verdict: &Verdict) -> impl IntoView + use<> {
    let t = page.t;
    let (is_met, is_plan) = (verdict.is_met(), verdict.basis == Basis::Target);
    let state = match (is_plan, is_met) {
        (true, true) => t.met,
        (true, false) => t.missed,
        (false, true) => t.grew,
        (false, false) => t.fell,
    };
    let other = match verdict.other {
        Some(_) => page.other(verdict),
        None => format!("{} {}", page.other(verdict), format::money(money(verdict.base.sales))),
    };
    let lead = (t.lead)(&page.days(verdict.span), &format::money(money(verdict.now.sales)), &other);
    let change = verdict.change().map(|change| format!(" ({})", format::signed_percent(change)));
    let parts: Vec<_> = Factor::ALL
        .into_iter()
        .zip(verdict.causes.parts())
        .map(|(one, part)| {
            let change = Signal::stored(Some(Change::money(money(part))));
            let comma = if one == Factor::Visitors { t.because } else { t.comma };
            view! {
                {comma}
                {factor(one, page.locale)}
                " "
                <Delta change />
            }
        })
        .collect();
    let gap = Signal::stored(Some(Change::money_exact(money(verdict.gap()))));
    view! {
        <p class="diagnosis-verdict">
            <span class="diagnosis-state" data-met=is_met.then_some("") data-plan=is_plan.then_some("")>
                {state}
            </span>
            " "
            {lead}
            <Delta change=gap />
            {change}
            {parts}
            {t.stop}
        </p>
    }
}
