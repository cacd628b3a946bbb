//! What is measured natively and in the browser alike: one edit of a goal, and all that follows.

use std::error::Error;

use zhanggui::base::calendar::Cut;
use zhanggui::base::day::{Day, Month};
use zhanggui::base::id::Id;
use zhanggui::base::span::Span;
use zhanggui::knowledge::events::{EventInstance, EventName};
use zhanggui::store::session::Session;
use zhanggui::tools::goals::calc::breakdown::breakdown;
use zhanggui::tools::goals::calc::splits::{PartDays, part_months};
use zhanggui::tools::goals::edit::{CellChange, GoalsEdit};
use zhanggui::tools::goals::model::{
    CellKey, CellRule, GoalUnit, Part, PartLock, Split, SplitBy, Target, YearPlan,
};
use zhanggui::workbook::Workbook;

/// The year of the plan.
pub const YEAR: i32 = 2026;
const N_PARTS: u64 = 500;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// A plan with locks and bounds that bind, and a split into 500 products.
pub struct Bench {
    session: Session,
    events: Vec<EventInstance>,
    /// The page keeps the table, so that an edit does not ask for its memory anew.
    cells: PartDays,
    amount: i64,
}

impl Bench {
    /// `has_locks`: whether 100 products have a locked month.
    pub fn new(has_locks: bool) -> Result<Self> {
        let cut = Cut::default();
        let mut session = Session::new(Workbook::default());
        let plan = YearPlan { splits: vec![split(has_locks)], ..plan(cut) };
        session.edit(GoalsEdit::PutPlan(Box::new(plan)).into(), 0)?;
        let cells = PartDays { year: cut.year(YEAR), cells: Vec::new() };
        Ok(Self { session, events: events(), cells, amount: 800_000 })
    }

    /// Types over a day by the way of every edit of the page: checks, undo step and all.
    fn edit(&mut self) -> Result<()> {
        self.amount += 1_234;
        let day = CellKey::Day(Month::new(YEAR, 11).first() + 10);
        let cells = vec![CellChange::lock(day, Some(self.amount))];
        self.session.edit(GoalsEdit::SetCells { year: YEAR, cells }.into(), 0)?;
        Ok(())
    }

    fn plan(&self) -> Result<&YearPlan> {
        Ok(self.session.workbook().goals.plan(YEAR).ok_or("no plan")?)
    }

    /// Types over a day and spreads the year; gives the amount of its last day.
    pub fn spread_days(&mut self) -> Result<i64> {
        self.edit()?;
        let days = breakdown(self.plan()?, &self.events, Cut::default())?;
        Ok(days.days.last().copied().unwrap_or_default())
    }

    /// Types over a day, spreads the year and its products by day; gives how many cells that is.
    pub fn spread_cells(&mut self) -> Result<usize> {
        self.edit()?;
        let plan = self.plan()?;
        let days = breakdown(plan, &self.events, Cut::default())?;
        let months = part_months(plan, &plan.splits[0], &days, Cut::default())?;
        self.cells.fill(&months, &days)?;
        Ok(self.cells.cells.len())
    }
}

/// A year of 12 million yuan with a season, weekdays, a locked month, a locked week that lies in
/// two months, a capped day and a floor under a quarter that bind.
fn plan(cut: Cut) -> YearPlan {
    let mut plan =
        YearPlan::new(Id::from_bits(1), YEAR, GoalUnit::Sales, Target::Amount(1_200_000_000));
    plan.shape.months =
        [8_000, 5_000, 9_000, 8_000, 8_000, 12_000, 7_000, 8_000, 9_000, 9_000, 20_000, 12_000];
    plan.shape.weekdays = [9_500, 9_400, 9_600, 9_800, 10_200, 10_900, 10_600];
    let lock = |period, amount| CellRule { lock: Some(amount), ..CellRule::new(period) };
    let march = Month::new(YEAR, 3);
    plan.cells = vec![
        CellRule { floor: Some(300_000_000), ..CellRule::new(CellKey::Quarter(2)) },
        lock(CellKey::Month(march), 93_913_000),
        lock(CellKey::Week(cut.week_of(march.last())), 21_000_000),
        CellRule { cap: Some(2_000_000), ..CellRule::new(CellKey::Day(march.first() + 7)) },
    ];
    plan
}

fn events() -> Vec<EventInstance> {
    let event = |month: u8, day: i32, before: i32, uplift_bp: u32| {
        let anchor: Day = Month::new(YEAR, month).first() + (day - 1);
        EventInstance {
            key: format!("{month}.{day}"),
            rule: None,
            name: EventName { zh: format!("{month}·{day}"), en: format!("{month}.{day}") },
            span: Span::new(anchor - before, anchor),
            anchor,
            uplift_bp,
        }
    };
    vec![
        event(1, 12, 6, 14_000),
        event(2, 14, 4, 16_000),
        event(3, 8, 4, 22_000),
        event(6, 1, 8, 15_000),
        event(6, 18, 3, 32_000),
        event(8, 8, 1, 15_000),
        event(9, 9, 2, 16_000),
        event(10, 31, 9, 14_000),
        event(11, 11, 0, 80_000),
        event(12, 12, 2, 25_000),
    ]
}

/// 500 products, the first of which sells 500 times the last.
fn split(has_locks: bool) -> Split {
    let part = |idx: u64| {
        let lock = |month: u8| PartLock {
            month: Month::new(YEAR, month),
            amount: 50_000,
            extra: Default::default(),
        };
        Part {
            id: Id::from_bits(100 + idx),
            name: format!("商品 {idx}"),
            weight: (N_PARTS * 10 / (idx + 1)) as u32 + 1,
            locks: if has_locks && idx < 100 { vec![lock(1 + (idx % 12) as u8)] } else { vec![] },
            extra: Default::default(),
        }
    };
    Split {
        id: Id::from_bits(2),
        by: SplitBy::Product,
        parts: (0..N_PARTS).map(part).collect(),
        extra: Default::default(),
    }
}
