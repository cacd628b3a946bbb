//! What the parts of the page share: which year, month and version is looked at, what was
//! refused, which dialog is open.

use std::sync::Arc;

use leptos::prelude::*;

use crate::base::calendar::Cut;
use crate::base::day::{Day, Month};
use crate::base::edit::EditError;
use crate::base::id::Id;
use crate::knowledge::events::EventInstance;
use crate::platform::{clock, page};
use crate::store::{WorkbookStore, use_workbook};
use crate::tools::goals::calc::breakdown::breakdown;
use crate::tools::goals::calc::forecast::{past_plan, past_span};
use crate::tools::goals::calc::needs::Rates;
use crate::tools::goals::calc::page::conflict::{Refusal, explain};
use crate::tools::goals::calc::page::needs::history;
use crate::tools::goals::calc::page::table::YearTable;
use crate::tools::goals::edit::{CellChange, GoalsEdit};
use crate::tools::goals::model::{CellKey, GoalUnit, YearPlan};
use crate::workbook::Workbook;
use crate::workbook::edit::Edit;

/// What the page is looked at by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Quarters and months.
    Year,
    /// One month: chart, calendar, days.
    Month,
    /// Weeks.
    Week,
}

/// A dialog of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// Target, shape, events.
    SetUp,
    /// One cell.
    Cell(CellKey),
    /// All locks and bounds.
    Locks,
    /// Frozen versions.
    Versions,
    /// The recovery plan.
    Recovery,
}

/// Which dialogs are open.
#[derive(Clone, Copy)]
pub struct Dialogs {
    /// The set-up.
    pub set_up: RwSignal<bool>,
    /// One cell …
    pub cell: RwSignal<bool>,
    /// … and which.
    pub cell_key: RwSignal<CellKey>,
    /// Locks and bounds.
    pub locks: RwSignal<bool>,
    /// Frozen versions.
    pub versions: RwSignal<bool>,
    /// The recovery plan.
    pub recovery: RwSignal<bool>,
}

/// What the page could not do.
#[derive(Clone, Debug, PartialEq)]
pub enum Trouble {
    /// A change that cannot hold with the rest.
    Refused(Refusal),
    /// Any other refusal.
    Other(EditError),
}

/// The page's state. A copy of the handle is the same page.
#[derive(Clone, Copy)]
pub struct Page {
    /// The open workbook.
    pub store: WorkbookStore,
    /// The day on which the page was opened.
    pub today: Day,
    /// The fiscal year.
    pub year: RwSignal<i32>,
    /// By what it is looked at.
    pub level: RwSignal<Level>,
    /// The month that is looked at.
    pub month: RwSignal<Month>,
    /// The frozen version that is compared to.
    pub compared: RwSignal<Option<Id>>,
    /// What was refused last.
    pub trouble: RwSignal<Option<Trouble>>,
    /// Which dialogs are open.
    pub dialogs: Dialogs,
    /// How the shop cuts time.
    pub cut: Memo<Cut>,
    /// The plan of the year.
    pub plan: Memo<Option<Arc<YearPlan>>>,
    /// The events that touch the year.
    pub events: Memo<Arc<Vec<EventInstance>>>,
    /// The year with targets and actuals; `None` without a plan, or with one that cannot hold.
    pub table: Memo<Option<YearTable>>,
    /// The same for what stands around the table that is typed into (strip, chart, calendar,
    /// progress): it follows one frame later, so that what was typed is painted at once.
    pub later: RwSignal<Option<YearTable>>,
}

impl Page {
    /// The state of a page that opens on today. Called in the body of the page's component.
    pub fn new() -> Self {
        let store = use_workbook();
        let today = clock::today();
        let opening = store.with(|wb| opening_year(wb.goals.plans.iter(), wb.shop.cut(), today));
        let year = RwSignal::new(opening);
        let compared = RwSignal::new(None);
        let cut = store.select(|wb| wb.shop.cut());
        let plan = store.select(move |wb| wb.goals.plan(year.get()).cloned().map(Arc::new));
        let events = store.select(move |wb| Arc::new(wb.events(wb.shop.cut().year(year.get()))));
        let actual = store.select(move |wb| {
            Arc::new(wb.actuals(unit_of(wb, year.get()), wb.shop.cut().year(year.get())))
        });
        let past_actual = store.select(move |wb| {
            let span = past_span(wb.shop.cut().year(year.get()));
            Arc::new(wb.actuals(unit_of(wb, year.get()), span))
        });
        let past_events =
            store.select(move |wb| Arc::new(wb.events(past_span(wb.shop.cut().year(year.get())))));
        let broken_down = Memo::new(move |_| {
            let plan = plan.get()?;
            let all = breakdown(&plan, &events.read(), cut.get()).ok()?;
            let span = past_span(cut.get().year(plan.year));
            let past = past_plan(&plan.shape, &past_events.read(), span, &all);
            Some((Arc::new(all.days), Arc::new(past)))
        });
        let rates = store.select(move |wb| {
            let months = wb.shop.cut().months(year.get());
            let (plan, cut) = (wb.goals.plan(year.get()), wb.shop.cut());
            let all = months.iter().enumerate().map(|(idx, month)| {
                let planned = plan.and_then(|plan| plan.rates.get(idx)).cloned();
                let around = plan.map(|plan| plan.rates_around(idx, cut)).unwrap_or_default();
                let history = history(&wb.facts, *month).rates;
                Rates::of_month(&planned.unwrap_or_default(), &around, history, wb.shop.ad_cap)
            });
            Arc::new(all.collect::<Vec<_>>())
        });
        let table = Memo::new(move |_| {
            let (plan, targets) = plan.get().zip(broken_down.get())?;
            let (targets, past_plan) = targets;
            let past_actual = past_actual.get();
            let version = plan.baselines.iter().find(|version| Some(version.id) == compared.get());
            let baseline = version.map(|version| Arc::new(version.on(cut.get().year(plan.year))));
            let (cut, actual) = (cut.get(), actual.get());
            let span = cut.year(plan.year);
            let rates = (plan.unit == GoalUnit::Sales).then(|| rates.get());
            Some(YearTable {
                plan,
                cut,
                span,
                today,
                targets,
                actual,
                past_plan,
                past_actual,
                baseline,
                rates,
            })
        });
        let later = follow(table);
        let month = store.with(|wb| {
            let span = wb.shop.cut().year(opening);
            today.clamp(span.from(), span.to()).month()
        });
        Self {
            store,
            today,
            year,
            level: RwSignal::new(Level::Month),
            month: RwSignal::new(month),
            compared,
            trouble: RwSignal::new(None),
            dialogs: Dialogs {
                set_up: RwSignal::new(false),
                cell: RwSignal::new(false),
                cell_key: RwSignal::new(CellKey::Month(month)),
                locks: RwSignal::new(false),
                versions: RwSignal::new(false),
                recovery: RwSignal::new(false),
            },
            cut,
            plan,
            events,
            table,
            later,
        }
    }

    /// Looks at another fiscal year, at the month nearest to today.
    pub fn look_at_year(self, year: i32) {
        let span = self.cut.get_untracked().year(year);
        self.year.set(year);
        self.month.set(self.today.clamp(span.from(), span.to()).month());
        self.compared.set(None);
        self.trouble.set(None);
    }

    /// Opens a dialog.
    pub fn show(self, shown: Shown) {
        let open = match shown {
            Shown::SetUp => self.dialogs.set_up,
            Shown::Cell(key) => {
                self.dialogs.cell_key.set(key);
                self.dialogs.cell
            }
            Shown::Locks => self.dialogs.locks,
            Shown::Versions => self.dialogs.versions,
            Shown::Recovery => self.dialogs.recovery,
        };
        open.set(true);
    }

    /// Opens the locks of the whole year: what was refused last is set aside.
    pub fn show_locks(self) {
        self.trouble.set(None);
        self.show(Shown::Locks);
    }

    /// Looks at a month's days.
    pub fn look_at_month(self, month: Month) {
        self.month.set(month);
        self.level.set(Level::Month);
    }

    /// Carries out an edit, or keeps why it was refused for the page to say. Says whether it was
    /// carried out.
    pub fn edit(self, edit: impl Into<Edit>) -> bool {
        self.finish(self.store.edit(edit), Vec::new())
    }

    /// Types over, bounds or frees cells as one step.
    pub fn set_cells(self, cells: Vec<CellChange>) -> bool {
        if cells.is_empty() {
            return true;
        }
        let edit = GoalsEdit::SetCells { year: self.year.get_untracked(), cells: cells.clone() };
        self.finish(self.store.edit(edit), cells)
    }

    fn finish(self, result: Result<(), EditError>, tried: Vec<CellChange>) -> bool {
        let trouble = match result {
            Ok(()) => None,
            Err(EditError::Conflict(conflict)) => {
                let cut = self.cut.get_untracked();
                self.plan
                    .get_untracked()
                    .map(|plan| Trouble::Refused(explain(&plan, cut, tried, &conflict)))
            }
            Err(error) => Some(Trouble::Other(error)),
        };
        let is_done = trouble.is_none();
        self.trouble.set(trouble);
        is_done
    }

    /// The unit of the plan's amounts, as it is now.
    pub fn unit_now(self) -> GoalUnit {
        self.plan.with_untracked(|plan| plan.as_ref().map_or(GoalUnit::Sales, |plan| plan.unit))
    }

    /// The unit of the plan's amounts.
    pub fn unit(self) -> GoalUnit {
        self.plan.with(|plan| plan.as_ref().map_or(GoalUnit::Sales, |plan| plan.unit))
    }
}

/// A copy of the table that follows it after the next paint; at once where it is of another year.
fn follow(table: Memo<Option<YearTable>>) -> RwSignal<Option<YearTable>> {
    let later = RwSignal::new(table.get_untracked());
    // The edge to the browser: what follows waits for its paint.
    Effect::new(move |_| {
        let next = table.get();
        let is_same_year = later.with_untracked(|shown| {
            shown.as_ref().map(|shown| shown.span) == next.as_ref().map(|next| next.span)
        });
        if !is_same_year {
            later.set(next);
        } else if later.with_untracked(|shown| *shown != next) {
            page::after_paint(move || {
                if let Some(next) = table.try_get_untracked() {
                    later.try_set(next);
                }
            });
        }
    });
    later
}

fn unit_of(workbook: &Workbook, year: i32) -> GoalUnit {
    workbook.goals.plan(year).map_or(GoalUnit::Sales, |plan| plan.unit)
}

/// The year that the page opens with: today's if it has a plan or none has, else the last one.
fn opening_year<'a>(plans: impl Iterator<Item = &'a YearPlan>, cut: Cut, today: Day) -> i32 {
    let now = cut.year_of(today);
    let years: Vec<i32> = plans.map(|plan| plan.year).collect();
    if years.contains(&now) { now } else { years.last().copied().unwrap_or(now) }
}
