//! What the events of the period really added, and the bars that a change must pass.

use leptos::prelude::*;

use crate::base::locale::Locale;
use crate::base::ratio::Ratio;
use crate::i18n::format;
use crate::tools::diagnosis::calc::baseline::Calendar;
use crate::tools::diagnosis::calc::increment::{Against, Increment, increment};
use crate::tools::diagnosis::edit::DiagnosisEdit;
use crate::tools::diagnosis::model::Diagnosis;
use crate::tools::diagnosis::view::state::{Page, money};
use crate::ui::change::Change;
use crate::ui::{CountField, Delta, RatioField, Section};

/// The events of the period.
#[component]
pub fn Campaigns(page: Page) -> impl IntoView {
    let t = page.t;
    let n_dip = Memo::new(move |_| page.section.with(|section| section.dip_days));
    let found = Memo::new(move |_| {
        let Some(verdict) = page.verdict.get() else { return Vec::new() };
        let events = page.events.get();
        let n_dip = i32::try_from(n_dip.get()).unwrap_or(0);
        page.facts.with(|facts| {
            let calendar = Calendar::new(facts, &events);
            let in_span = events.iter().filter(|one| one.span.overlap(verdict.span).is_some());
            in_span.filter_map(|event| increment(&calendar, event, n_dip)).collect::<Vec<_>>()
        })
    });
    let note = Signal::derive(move || (t.campaigns_note)(n_dip.get()));
    let table = move || {
        let all = found.get();
        if all.is_empty() {
            return view! { <p class="muted">{t.campaigns_none}</p> }.into_any();
        }
        let rows: Vec<_> = all.iter().map(|one| row(page, one)).collect();
        view! {
            <div class="table-scroll" role="group" tabindex="0" aria-label=t.campaigns>
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{t.event}</th>
                            <th scope="col">{t.days}</th>
                            <th scope="col" data-align="end">{t.during}</th>
                            <th scope="col" data-align="end">{t.dip_before}</th>
                            <th scope="col" data-align="end">{t.dip_after}</th>
                            <th scope="col" data-align="end">{t.real}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
        .into_any()
    };
    view! {
        <Section title=t.campaigns note>
            {table}
        </Section>
    }
}

fn row(page: Page, one: &Increment) -> impl IntoView + use<> {
    let t = page.t;
    let name = match page.locale {
        Locale::Zh => one.name.zh.clone(),
        Locale::En => one.name.en.clone(),
    };
    let cell = |part: Against| {
        let change = (0 < part.n_days).then(|| Change::money(money(part.more())));
        let none = (part.n_days == 0).then_some(format::NONE);
        let is_part = part.n_days != part.of_days;
        let known = is_part.then(|| (t.of_days)(part.n_days, part.of_days));
        view! {
            <td data-align="end">
                <Delta change=Signal::stored(change) />
                {none}
                {known.map(|known| view! { <span class="diagnosis-doubt">{known}</span> })}
            </td>
        }
    };
    let total = Signal::stored(Some(Change::money(money(one.total()))));
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td>{format::span_short(one.span, page.locale)}</td>
            {cell(one.during)}
            {cell(one.before)}
            {cell(one.after)}
            <td data-align="end">
                <b>
                    <Delta change=total />
                </b>
            </td>
        </tr>
    }
}

/// When a change counts.
#[component]
pub fn Bars(page: Page) -> impl IntoView {
    let t = page.t;
    let number = move |of: fn(&Diagnosis) -> u32| {
        Signal::derive(move || page.section.with(|section| Some(i64::from(of(section)))))
    };
    let set = move |value: Option<i64>, make: fn(u32) -> DiagnosisEdit| {
        // What is too large for the edit is refused there, in words.
        let value = value.map(|value| u32::try_from(value).unwrap_or(u32::MAX));
        if let Some(value) = value {
            page.edit(make(value));
        }
    };
    let confidence = Signal::derive(move || page.section.with(|section| Some(section.confidence)));
    let set_confidence = move |value: Option<Ratio>| {
        if let Some(value) = value {
            page.edit(DiagnosisEdit::Confidence(value));
        }
    };
    view! {
        <Section title=t.settings>
            <div class="diagnosis-bars">
                <CountField
                    label=t.least
                    value=number(|section| section.least)
                    unit=t.people_unit
                    is_required=true
                    on_commit=move |value| set(value, DiagnosisEdit::Least)
                />
                <RatioField
                    label=t.confidence
                    value=confidence
                    is_required=true
                    on_commit=set_confidence
                />
                <CountField
                    label=t.dip_days
                    value=number(|section| section.dip_days)
                    unit=t.days_unit
                    is_required=true
                    on_commit=move |value| set(value, DiagnosisEdit::DipDays)
                />
            </div>
            <p class="muted small">{t.settings_note}</p>
        </Section>
    }
}
