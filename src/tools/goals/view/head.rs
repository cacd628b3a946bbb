//! The page's head: what it answers, by what it is looked at, and what can be done with all of it.

use leptos::prelude::*;

use crate::base::order;
use crate::i18n::{format, use_locale};
use crate::tools::goals::edit::GoalsEdit;
use crate::tools::goals::model::{Scenario, Scenarios};
use crate::tools::goals::text::{names, parts, text};
use crate::tools::goals::view::export::ExportMenu;
use crate::tools::goals::view::state::{Level, Page, Shown};
use crate::ui::{Button, IconName, Message, PageHead, Segmented, Select};

const LEVELS: [Level; 3] = [Level::Year, Level::Month, Level::Week];
const SCENARIOS: [Scenario; 3] = [Scenario::Floor, Scenario::Target, Scenario::Stretch];

/// Title, question, and the page's own controls.
#[component]
pub fn Head(page: Page) -> impl IntoView {
    let locale = use_locale();
    let t = text(locale);
    let question = Signal::derive(move || {
        let plan = page.plan.get();
        let is_learned = plan.as_ref().is_some_and(|plan| plan.shape.learned.is_some());
        let total = page.table.with(|table| table.as_ref().map_or(0, |table| table.total()));
        (t.question)(&names::exact(total, page.unit(), locale), is_learned)
    });
    view! {
        <PageHead title=t.title question actions=move || view! { <Actions page /> } />
        <ScenarioNote page />
    }
}

/// Year, level, scenario, versions, set-up, export.
#[component]
fn Actions(page: Page) -> impl IntoView {
    let locale = use_locale();
    let (t, p) = (text(locale), parts::text(locale));
    let level = Signal::derive(move || {
        LEVELS.iter().position(|level| *level == page.level.get()).unwrap_or(0)
    });
    let scenarios = Memo::new(move |_| {
        page.plan.get().map_or_else(Scenarios::default, |plan| plan.scenarios.clone())
    });
    let shown = Signal::derive(move || {
        let shown = scenarios.with(|all| all.shown);
        SCENARIOS.iter().position(|one| *one == shown).unwrap_or(1)
    });
    let show = move |idx: usize| show_scenario(page, SCENARIOS[idx.min(2)]);
    let version = move || {
        let plan = page.plan.get();
        let of = |id| plan.as_ref()?.baselines.iter().find(|one| one.id == id);
        match page.compared.get().and_then(of) {
            Some(version) => (p.compare_to)(&version.name),
            None => p.versions.to_owned(),
        }
    };
    view! {
        <YearSelect page />
        <Segmented
            label=t.level
            options=[t.level_year, t.level_month, t.level_week].map(str::to_owned).to_vec()
            selected=level
            on_select=move |idx: usize| page.level.set(LEVELS[idx.min(2)])
        />
        <Segmented
            label=t.scenario
            options=SCENARIOS.map(|one| names::scenario(one, locale).to_owned()).to_vec()
            selected=shown
            on_select=show
        />
        <Button icon=IconName::Freeze on_press=move |()| page.show(Shown::Versions)>
            {version}
        </Button>
        <ExportMenu page />
        <Button icon=IconName::Settings on_press=move |()| page.show(Shown::SetUp)>
            {t.set_up}
        </Button>
    }
}

/// The years with a plan, and those around today.
#[component]
pub fn YearSelect(page: Page) -> impl IntoView {
    let locale = use_locale();
    let t = text(locale);
    let planned =
        page.store.select(|wb| wb.goals.plans.iter().map(|plan| plan.year).collect::<Vec<i32>>());
    let years = Memo::new(move |_| {
        let now = page.cut.get().year_of(page.today);
        let mut years = planned.get();
        years.extend([now - 1, now, now + 1, page.year.get()]);
        order::sort(&mut years);
        years.dedup();
        years
    });
    let names = Signal::derive(move || {
        let start = page.cut.get().fiscal_start;
        years.get().into_iter().map(|year| format::year_name(year, start, locale)).collect()
    });
    let selected = Signal::derive(move || {
        years.with(|years| years.iter().position(|year| *year == page.year.get()).unwrap_or(0))
    });
    let choose = move |idx: usize| {
        let year = years.with_untracked(|years| years.get(idx).copied());
        if let Some(year) = year {
            page.look_at_year(year);
        }
    };
    view! { <Select label=t.choose_year options=names selected on_select=choose is_bare=true /> }
}

/// Why the other two scenarios cannot be typed over.
#[component]
fn ScenarioNote(page: Page) -> impl IntoView {
    let locale = use_locale();
    let t = text(locale);
    move || {
        let scenarios = page.plan.get()?.scenarios.clone();
        let ratio = match scenarios.shown {
            Scenario::Target => return None,
            Scenario::Floor => scenarios.floor,
            Scenario::Stretch => scenarios.stretch,
        };
        let name = names::scenario(scenarios.shown, locale);
        let back = move || {
            view! {
                <Button on_press=move |()| show_scenario(page, Scenario::Target)>
                    {t.to_target}
                </Button>
            }
        };
        Some(view! {
            <Message actions=back>{(t.scenario_note)(name, &format::percent1(ratio))}</Message>
        })
    }
}

fn show_scenario(page: Page, shown: Scenario) {
    let Some(plan) = page.plan.get_untracked() else { return };
    let scenarios = Scenarios { shown, ..plan.scenarios.clone() };
    page.edit(GoalsEdit::SetScenarios { year: plan.year, scenarios });
}
