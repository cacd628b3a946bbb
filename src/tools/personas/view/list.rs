//! All personas with their shares, and the sales that these imply against the goal.

use leptos::prelude::*;

use crate::base::id::Id;
use crate::base::money::Money;
use crate::base::ratio::Ratio;
use crate::i18n::format;
use crate::tools::personas::calc::avatar;
use crate::tools::personas::calc::shares::Rest;
use crate::tools::personas::calc::weights::unassigned;
use crate::tools::personas::edit::PersonasEdit;
use crate::tools::personas::text::card::review_tag;
use crate::tools::personas::text::describe::share_text;
use crate::tools::personas::text::text;
use crate::tools::personas::view::carry::TakeIn;
use crate::tools::personas::view::state::Page;
use crate::ui::change::Change;
use crate::ui::{CountField, Delta, Section, Tag, Tone, anchor};

/// One line of the list.
#[derive(Clone, PartialEq)]
struct Line {
    id: Id,
    letter: String,
    colour: u8,
    name: String,
    note: String,
    stale: Option<String>,
    is_chosen: bool,
}

fn lines(page: Page) -> Vec<Line> {
    let t = text(page.locale);
    let chosen = page.persona.with(|one| one.as_ref().map(|one| one.id));
    let parts = page.report.with(|report| report.implied.parts.clone());
    page.all.with(|all| {
        let all = all.personas.iter().enumerate();
        all.map(|(idx, persona)| {
            let (letter, colour) = avatar(persona);
            let share = persona.share.map(|share| (t.list_share)(&share_text(share)));
            let part = parts.get(idx).copied().flatten();
            let amount = part.map(|part| format::money_compact(part, page.locale));
            let note: Vec<String> = share.into_iter().chain(amount).collect();
            let stale = review_tag(persona, page.today, page.locale);
            Line {
                id: persona.id,
                letter,
                colour,
                name: persona.name.clone(),
                note: if note.is_empty() { t.list_no_share.to_owned() } else { note.join(" · ") },
                stale: stale.filter(|(_, needs_one)| *needs_one).map(|(words, _)| words),
                is_chosen: chosen == Some(persona.id),
            }
        })
        .collect()
    })
}

/// All personas; one is chosen.
#[component]
pub fn PersonaList(page: Page) -> impl IntoView {
    let t = text(page.locale);
    let lines = Memo::new(move |_| lines(page));
    let rest = move || {
        let (is_alert, words) = match page.all.with(|all| unassigned(&all.personas)) {
            Rest::Nothing => return None,
            Rest::Whole => (false, t.whole.to_owned()),
            Rest::Unknown(left) => (false, (t.unassigned)(&share_text(left))),
            Rest::Over(over) => (true, (t.over)(&share_text(over))),
        };
        Some(view! { <p class="personas-rest" data-tone=is_alert.then_some("alert")>{words}</p> })
    };
    let line = move |line: Line| {
        view! {
            <li>
                <button
                    type="button"
                    class="personas-line"
                    id=anchor(line.id)
                    aria-current=line.is_chosen.then_some("true")
                    on:click=move |_| page.choose(line.id)
                >
                    <span class="persona-avatar" data-colour=line.colour aria-hidden="true">
                        {line.letter}
                    </span>
                    <span class="personas-line-words">
                        <b>{line.name}</b>
                        <span class="small muted">{line.note}</span>
                    </span>
                    {line.stale.map(|words| view! { <Tag tone=Tone::Alert>{words}</Tag> })}
                </button>
            </li>
        }
    };
    view! {
        <nav aria-label=t.list>
            <ul>{move || lines.get().into_iter().map(line).collect_view()}</ul>
            {rest}
            <TakeIn page />
        </nav>
    }
}

/// The sales of a month as the shares imply them, against the goal.
#[component]
pub fn ImpliedSales(page: Page) -> impl IntoView {
    let t = text(page.locale);
    let help = Signal::derive(move || {
        page.report.with(|report| {
            let span = report.span.map(|span| format::span_short(span, page.locale));
            let known = page
                .store
                .with(|wb| report.span.and_then(|span| wb.facts.aggregate("visitors", span)));
            match (known, span) {
                (Some(known), Some(span)) => {
                    (t.visitors_help)(Some((&format::count(known), &span)))
                }
                _ => (t.visitors_help)(None),
            }
        })
    });
    let visitors = Signal::derive(move || page.all.with(|all| all.visitors));
    let set_visitors = move |count| {
        page.edit(PersonasEdit::SetVisitors(count));
    };
    let figures = move || page.report.with(|report| figures(page, report));
    view! {
        <Section title=t.implied_title note=t.implied_note>
            <div class="stack">
                <CountField label=t.visitors help value=visitors on_commit=set_visitors />
                {figures}
            </div>
        </Section>
    }
}

fn figures(page: Page, report: &crate::workbook::segments::SegmentReport) -> AnyView {
    let t = text(page.locale);
    if report.visitors.is_none() {
        return ().into_any();
    }
    let total = report.implied.total;
    let whole = |amount: Money| format::money_whole(amount);
    let mut rows = vec![(t.implied.to_owned(), whole(total))];
    rows.extend(report.implied.others.map(|part| (t.others.to_owned(), whole(part))));
    let month = format::month_name(report.month, page.locale);
    rows.extend(report.goal.map(|goal| ((t.goal)(&month), whole(goal))));
    rows.extend(report.needed.map(|n| (t.needed.to_owned(), format::count(n))));
    let gap =
        report.goal.map(|goal| Change::money(Money::from_fen_clamped(total.fen() - goal.fen())));
    let rates = match (report.rates.cvr, report.rates.aov) {
        (Some(cvr), Some(aov)) => (t.rates_of_shop)(&format::percent(cvr), &format::money(aov)),
        _ => t.no_rates.to_owned(),
    };
    let rows = rows.into_iter().map(|(name, value)| view! { <dt>{name}</dt><dd>{value}</dd> });
    view! {
        <dl class="personas-figures">
            {rows.collect_view()}
            {gap.map(|gap| view! { <dt>{t.gap}</dt><dd><Delta change=Some(gap) /></dd> })}
        </dl>
        {report.goal.is_none().then(|| view! { <p class="small muted">{t.no_goal}</p> })}
        <p class="small muted">{rates}</p>
    }
    .into_any()
}

/// A ratio as it stands in a help line; nothing where it is not known.
pub fn ratio_words(ratio: Option<Ratio>) -> Option<String> {
    ratio.map(format::percent)
}
