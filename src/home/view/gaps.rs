//! The three days on which most was missing, and what did most of it.

use leptos::prelude::*;

use crate::home::calc::gaps::{Gap, Gaps};
use crate::home::text::{amount, cause, signed, text};
use crate::i18n::{format, use_locale};
use crate::route::Route;
use crate::ui::change::Change;
use crate::ui::{ButtonKind, Delta, LinkButton, Section};

/// The largest gaps of the month.
#[component]
pub fn LargestGaps(gaps: Gaps, is_sales: bool) -> impl IntoView {
    let locale = use_locale();
    let t = text(locale);
    let note = gaps
        .span
        .map(|span| (t.gaps_note)(&format::span_short(span, locale), gaps.n_short))
        .filter(|_| !gaps.days.is_empty())
        .unwrap_or_default();
    let most = gaps.days.first().map_or(1, |gap| gap.by.max(1));
    let more = move || {
        view! {
            <LinkButton kind=ButtonKind::Link href=Route::Goals.href()>
                {t.all_goals}
            </LinkButton>
        }
    };
    let none = if gaps.span.is_some() { t.no_gaps } else { t.no_gaps_unknown };
    let row = move |(idx, gap): (usize, Gap)| view! { <GapRow idx gap most is_sales /> };
    view! {
        <Section title=t.gaps note more>
            {match gaps.days.is_empty() {
                true => view! { <p class="muted">{none}</p> }.into_any(),
                false => {
                    view! {
                        <ol class="today-gaps">
                            {gaps.days.into_iter().enumerate().map(row).collect_view()}
                        </ol>
                    }
                        .into_any()
                }
            }}
        </Section>
    }
}

#[component]
fn GapRow(idx: usize, gap: Gap, most: i64, is_sales: bool) -> impl IntoView {
    let locale = use_locale();
    let t = text(locale);
    let amount = |value: i64| amount(value, is_sales, locale);
    let figures = (t.gap_figures)(&amount(gap.actual), &amount(gap.target));
    let why = match gap.cause {
        Some(found) => cause(found, locale),
        None if is_sales => t.gap_no_cause.to_owned(),
        None => String::new(),
    };
    let text = signed(-gap.by, is_sales, locale);
    let change = Change { direction: std::cmp::Ordering::Less, text };
    let width = format!("{}%", (gap.by * 100 / most).clamp(1, 100));
    view! {
        <li>
            <span class="today-rank" aria-hidden="true">
                {idx + 1}
            </span>
            <div>
                <p>
                    <b>{format::day_medium(gap.day, locale)}</b>
                    " "
                    <span class="muted">{figures}</span>
                </p>
                <p>{why}</p>
            </div>
            <div class="end">
                <Delta change=Signal::stored(Some(change)) />
                <span class="today-gap-track" aria-hidden="true">
                    <span class="today-gap-bar" style:inline-size=width></span>
                </span>
            </div>
        </li>
    }
}
