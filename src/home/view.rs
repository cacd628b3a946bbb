//! The home page.

mod coming;
mod coverage;
mod empty;
mod gaps;
mod latest;
mod pace;
mod steps;
mod target;

use leptos::prelude::*;

use crate::base::day::Day;
use crate::home::calc::steps::NextStep;
use crate::home::calc::{Today, is_empty, today};
use crate::home::text::text;
use crate::home::view::coming::ComingEvents;
use crate::home::view::coverage::CoverageSection;
use crate::home::view::empty::Empty;
use crate::home::view::gaps::LargestGaps;
use crate::home::view::latest::Latest;
use crate::home::view::pace::Paces;
use crate::home::view::steps::Steps;
use crate::home::view::target::Target;
use crate::i18n::{format, use_locale};
use crate::platform::{clock, page};
use crate::route::Route;
use crate::route::pages::{View, part};
use crate::store::use_workbook;
use crate::ui::{Button, ButtonKind, IconName, LinkButton, PageHead};

/// The page. A first visit has nothing to report on, and does not fetch what reports.
#[component]
pub fn TodayPage(
    /// The report, which may be a part that comes later.
    report: View,
) -> impl IntoView {
    let is_empty = use_workbook().select(is_empty);
    let shown = move || match is_empty.get() {
        true => Empty().into_any(),
        false => part(report),
    };
    view! { <div class="page">{shown}</div> }
}

/// The report of the day that it is.
#[component]
pub fn TodayReport() -> impl IntoView {
    let day = use_today();
    let report = use_workbook().select(move |wb| today(wb, day.get()));
    move || view! { <Report report=report.get() /> }
}

/// The day of the machine. A page that was left open over night is told when it is looked at.
fn use_today() -> Signal<Day> {
    let day = RwSignal::new(clock::today());
    let listener = window_event_listener(leptos::ev::focus, move |_| {
        let now = clock::today();
        if day.get_untracked() != now {
            day.set(now);
        }
    });
    on_cleanup(move || listener.remove());
    day.into()
}

/// The morning's report of a workbook with something in it.
#[component]
fn Report(report: Today) -> impl IntoView {
    let is_sales = report.is_sales;
    let Today { target, plan, latest, bars, month, whole_year, gaps, coming, steps, .. } = report;
    let paces = PaceNames { day: report.day, year: report.year, fiscal_start: report.fiscal_start };
    view! {
        <Head day=report.day steps=steps.clone() />
        <div class="today-hero">
            <Target day=report.day target plan is_sales />
            <Latest latest bars is_sales />
            <Paces names=paces month whole_year is_sales />
        </div>
        <div class="today-lower">
            <div class="today-column">
                <LargestGaps gaps is_sales />
                <ComingEvents coming is_sales />
            </div>
            <div class="today-column">
                <Steps steps is_sales />
                <CoverageSection coverage=report.coverage />
            </div>
        </div>
    }
}

/// What the running periods are named by.
#[derive(Clone, Copy, Debug)]
pub struct PaceNames {
    /// The day it is.
    pub day: Day,
    /// The running fiscal year.
    pub year: i32,
    /// Its first month, 1–12.
    pub fiscal_start: u8,
}

/// Title, question, and the two things that are done each morning.
#[component]
fn Head(day: Day, steps: Vec<NextStep>) -> impl IntoView {
    let locale = use_locale();
    let t = text(locale);
    let week = format::week_name(day.iso_week(), locale);
    let question = (t.question)(&format::day_medium(day, locale), &week);
    let is_late = steps.iter().any(|step| matches!(step, NextStep::Import { .. }));
    let (kind, words) = match is_late {
        true => (ButtonKind::Primary, t.import_yesterday),
        false => (ButtonKind::Plain, t.import),
    };
    let actions = move || {
        view! {
            <Button icon=IconName::Print on_press=|()| page::print()>
                {t.print}
            </Button>
            <LinkButton kind icon=IconName::Import href=Route::Import.href()>
                {words}
            </LinkButton>
        }
    };
    view! { <PageHead title=t.title question actions /> }
}
