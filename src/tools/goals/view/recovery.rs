//! The recovery plan: what the days left would have to bring, and taking it over in one step.

use leptos::prelude::*;

use crate::base::day::Day;
use crate::base::ratio::Ratio;
use crate::base::span::Span;
use crate::i18n::{format, use_locale};
use crate::platform::random;
use crate::tools::goals::calc::forecast::past_span;
use crate::tools::goals::calc::page::progress::progress;
use crate::tools::goals::calc::page::recovery::{Step, proposal, steps, take_over};
use crate::tools::goals::calc::recover::Recovery;
use crate::tools::goals::text::{names, parts};
use crate::tools::goals::view::state::Page;
use crate::ui::{Button, ButtonKind, Dialog, Message, Segmented, Tone, use_toasts};
use crate::workbook::edit::Edit;

/// The dialog of the recovery plan, for the month that is looked at or for the year.
#[component]
pub fn RecoveryDialog(page: Page) -> impl IntoView {
    let t = parts::text(use_locale());
    let toasts = use_toasts();
    let open = page.dialogs.recovery;
    let chosen = RwSignal::new(None::<bool>);
    let month_span = move || {
        let month = page.month.get();
        Span::new(month.first(), month.last())
    };
    // A month that is over, or has not begun, has no gap that its own days could close.
    let is_year = move || {
        chosen.get().unwrap_or_else(|| {
            let month = page.table.with(|table| progress(table.as_ref()?, month_span()));
            !month.is_some_and(|all| all.state.actual.is_some() && 0 < all.state.n_left)
        })
    };
    let span = move || if is_year() { page.cut.get().year(page.year.get()) } else { month_span() };
    let plan = Memo::new(move |_| {
        // Worked out only while it is looked at.
        if !open.get() {
            return None;
        }
        let (events, best) = page.store.with(|wb| {
            let year = wb.shop.cut().year(page.year.get());
            let events = wb.events(Span::new(past_span(year).from(), year.to()));
            (events, wb.best_day(page.unit()))
        });
        page.table.with(|table| Some(proposal(table.as_ref()?, &events, span(), best)))
    });
    let take = move |()| {
        let Some(Recovery::Plan(days)) = plan.get_untracked() else { return };
        let span = untrack(span);
        let name = t.recovery_version.to_owned();
        let edits = page.table.with_untracked(|table| {
            table.as_ref().map(|table| take_over(table, span, &days, random::new_id(), name))
        });
        let edits = edits.unwrap_or_default().into_iter().map(Edit::Goals).collect();
        open.set(false);
        if page.edit(Edit::All(edits)) {
            toasts.say_with((t.recovery_applied)(days.len()), t.undo, move || {
                page.store.undo();
            });
        }
    };
    let n_days = move || match plan.get() {
        Some(Recovery::Plan(days)) => days.len(),
        _ => 0,
    };
    let cannot_take = Signal::derive(move || n_days() == 0);
    let actions = move || {
        view! {
            <Button on_press=move |()| open.set(false)>{t.cancel}</Button>
            <Button kind=ButtonKind::Primary disabled=cannot_take on_press=take>
                {move || (t.recovery_apply)(n_days())}
            </Button>
        }
    };
    let scope = Signal::derive(move || usize::from(is_year()));
    view! {
        <Dialog title=t.recovery_title open actions>
            <Segmented
                label=t.recovery_scope
                options=vec![t.recovery_month.to_owned(), t.recovery_year.to_owned()]
                selected=scope
                on_select=move |idx: usize| chosen.set(Some(idx == 1))
            />
            {move || plan.get().map(|plan| view! { <Proposal page plan /> })}
        </Dialog>
    }
}

/// What the plan says.
#[component]
fn Proposal(page: Page, plan: Recovery) -> impl IntoView {
    let locale = use_locale();
    let t = parts::text(locale);
    let unit = page.unit_now();
    match plan {
        Recovery::NotNeeded => view! { <p>{t.recovery_none}</p> }.into_any(),
        Recovery::NoDaysLeft => view! { <p>{t.recovery_over}</p> }.into_any(),
        Recovery::Plan(days) => view! { <Steps page days /> }.into_any(),
        Recovery::OutOfReach { needed, plausible, times_best } => {
            let amount = |value| names::amount(value, unit, locale);
            let sums = (t.recovery_sums)(&amount(needed), &amount(plausible));
            let times = times_best.map(|times| (t.recovery_too_far)(&times_text(times)));
            view! {
                <Message tone=Tone::Alert>
                    <b>{times}</b>
                    {sums}
                    {t.recovery_too_far_note}
                </Message>
            }
            .into_any()
        }
    }
}

/// 25,000 basis points are `2.5` times.
fn times_text(times: Ratio) -> String {
    let hundredth = Ratio::from_bp(times.bp() / 100);
    format::percent1(hundredth).trim_end_matches('%').to_owned()
}

/// The days that change, each with what it is asked now and then.
#[component]
fn Steps(page: Page, days: Vec<(Day, i64)>) -> impl IntoView {
    let locale = use_locale();
    let t = parts::text(locale);
    let unit = page.unit_now();
    let changed: Vec<Step> = page.table.with_untracked(|table| {
        table.as_ref().map(|table| steps(table, &days)).unwrap_or_default()
    });
    let plain = move |value: i64| names::plain_whole(value, unit);
    let row = move |step: Step| {
        view! {
            <tr>
                <th scope="row">{format::day_medium(step.day, locale)}</th>
                <td>{plain(step.now)}</td>
                <td>{plain(step.then)}</td>
                <td>{names::signed(step.then - step.now, unit, locale)}</td>
            </tr>
        }
    };
    view! {
        <p class="goals-note">{t.recovery_note}</p>
        <div class="goals-scroll" tabindex="0" role="region" aria-label=t.recovery_title>
            <table class="goals-table">
                <thead>
                    <tr>
                        <th scope="col">{t.col_day}</th>
                        <th scope="col">{t.col_now}</th>
                        <th scope="col">{t.col_then}</th>
                        <th scope="col">{t.col_more}</th>
                    </tr>
                </thead>
                <tbody>{changed.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}
