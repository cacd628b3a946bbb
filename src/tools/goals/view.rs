//! The goals page: the year's target, broken down to the day and held against real sales.

mod calendar;
mod cell;
mod chart;
mod export;
mod head;
mod learn;
mod locks;
mod needs;
mod needs_period;
mod progress;
mod recovery;
mod refusal;
mod rows;
mod setup;
mod shape;
mod splits;
mod state;
mod strip;
mod tables;
mod versions;

use leptos::prelude::*;

use crate::i18n::use_locale;
use crate::tools::goals::text::{parts, text};
use crate::tools::goals::view::calendar::MonthCalendar;
use crate::tools::goals::view::cell::CellDialog;
use crate::tools::goals::view::chart::GoalChart;
use crate::tools::goals::view::head::{Head, YearSelect};
use crate::tools::goals::view::locks::LocksDialog;
use crate::tools::goals::view::needs::Needs;
use crate::tools::goals::view::progress::ProgressSection;
use crate::tools::goals::view::recovery::RecoveryDialog;
use crate::tools::goals::view::refusal::TroubleMessage;
use crate::tools::goals::view::setup::{FirstSetUp, SetUpDialog};
use crate::tools::goals::view::splits::Splits;
use crate::tools::goals::view::state::{Level, Page, Shown};
use crate::tools::goals::view::strip::YearStrip;
use crate::tools::goals::view::tables::{DayTable, MonthTable, WeekTable};
use crate::tools::goals::view::versions::VersionsDialog;
use crate::ui::{Button, Message, PageHead, Tone};

/// The page.
#[component]
pub fn GoalsPage() -> impl IntoView {
    let page = Page::new();
    let has_plan = Memo::new(move |_| page.plan.with(Option::is_some));
    view! {
        <div class="page">
            <Show when=move || has_plan.get() fallback=move || view! { <NoPlan page /> }>
                <Head page />
                <TroubleMessage page />
                <BrokenPlan page />
                <YearStrip page />
                {move || match page.level.get() {
                    Level::Year => view! { <YearView page /> }.into_any(),
                    Level::Month => view! { <MonthView page /> }.into_any(),
                    Level::Week => view! { <WeekView page /> }.into_any(),
                }}
                <Splits page />
            </Show>
        </div>
        <CellDialog page />
        <LocksDialog page />
        <VersionsDialog page />
        <SetUpDialog page />
        <RecoveryDialog page />
    }
}

/// A year without a plan: the form that makes one.
#[component]
fn NoPlan(page: Page) -> impl IntoView {
    let t = text(use_locale());
    view! {
        <PageHead title=t.title actions=move || view! { <YearSelect page /> } />
        <TroubleMessage page />
        <FirstSetUp page />
    }
}

/// The year: its months, and where it is heading.
#[component]
fn YearView(page: Page) -> impl IntoView {
    view! {
        <div class="goals-month">
            <GoalChart page />
            <ProgressSection page />
        </div>
        <MonthTable page />
        <Needs page />
    }
}

/// The weeks of the year.
#[component]
fn WeekView(page: Page) -> impl IntoView {
    view! {
        <div class="goals-month">
            <GoalChart page />
            <ProgressSection page />
        </div>
        <WeekTable page />
        <Needs page />
    }
}

/// One month: what it should do, how it goes, and what it takes.
#[component]
fn MonthView(page: Page) -> impl IntoView {
    view! {
        <div class="goals-month">
            <div class="goals-column">
                <GoalChart page />
                <ProgressSection page />
                <Needs page />
            </div>
            <div class="goals-column">
                <MonthCalendar page />
                <DayTable page />
            </div>
        </div>
    }
}

/// What is said where a setting of the shop has made the plan's locks contradict each other.
#[component]
fn BrokenPlan(page: Page) -> impl IntoView {
    let locale = use_locale();
    let (t, p) = (text(locale), parts::text(locale));
    let is_broken = move || page.plan.with(Option::is_some) && page.table.with(Option::is_none);
    let see = move || {
        view! {
            <Button on_press=move |()| page.show(Shown::Locks)>{p.locks_title}</Button>
        }
    };
    view! {
        <Show when=is_broken>
            <Message tone=Tone::Alert actions=see>{t.cannot_spread}</Message>
        </Show>
    }
}
