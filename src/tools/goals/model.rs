//! The goals' section of the workbook.

use serde::{Deserialize, Serialize};

use crate::base::day::{Day, Month};
use crate::base::extra::Extra;
use crate::base::id::Id;
use crate::base::money::Money;
use crate::base::ratio::Ratio;
use crate::base::record::Record;
use crate::base::span::Span;
pub use crate::tools::goals::cell_key::{CellKey, CellKeyError};
pub use crate::tools::goals::rate_period::{PeriodRates, RatePeriod};

/// The plans of all years.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Goals {
    /// One plan a fiscal year, in the order of the years.
    pub plans: Vec<YearPlan>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Goals {
    /// The plan of a fiscal year.
    pub fn plan(&self, year: i32) -> Option<&YearPlan> {
        self.plans.iter().find(|plan| plan.year == year)
    }
}

/// What is counted: every amount of a plan is in this unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum GoalUnit {
    /// 支付金额, in 分.
    #[default]
    Sales,
    /// 支付件数, in 件.
    Units,
}

/// The goal of one fiscal year.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct YearPlan {
    /// Its name for good.
    pub id: Id,
    /// The fiscal year, named after the calendar year in which it begins.
    pub year: i32,
    /// What is counted.
    pub unit: GoalUnit,
    /// How much.
    pub target: Target,
    /// How the year is shaped.
    pub shape: Shape,
    /// Cells that were typed over or bounded, at any level.
    pub cells: Vec<CellRule>,
    /// What a month plans for conversion, order value and advertising; twelve, fiscal order.
    pub rates: Vec<MonthRates>,
    /// The same of the year, its quarters, weeks and days, each at most once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub period_rates: Vec<PeriodRates>,
    /// 保底 / 目标 / 冲刺.
    pub scenarios: Scenarios,
    /// Second margins: by product, channel or owner.
    pub splits: Vec<Split>,
    /// Frozen versions, oldest first.
    pub baselines: Vec<Baseline>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl YearPlan {
    /// A plan with nothing but its target.
    pub fn new(id: Id, year: i32, unit: GoalUnit, target: Target) -> Self {
        Self {
            id,
            year,
            unit,
            target,
            shape: Shape::default(),
            cells: Vec::new(),
            rates: vec![MonthRates::default(); 12],
            period_rates: Vec::new(),
            scenarios: Scenarios::default(),
            splits: Vec::new(),
            baselines: Vec::new(),
            extra: Extra::new(),
        }
    }

    /// The year's target in its unit, before any scenario.
    pub fn total(&self) -> i64 {
        self.target.total()
    }

    /// The rule of a cell.
    pub fn cell(&self, period: CellKey) -> Option<&CellRule> {
        self.cells.iter().find(|cell| cell.period == period)
    }
}

/// How the year's amount was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Target {
    /// Typed.
    Amount(i64),
    /// Last year's actual × (1 + growth).
    Growth {
        /// Last year's actual, in the plan's unit.
        base: i64,
        /// 1,678 is +16.78 %.
        growth: Ratio,
    },
}

impl Target {
    /// The year's amount; growth is rounded half away from zero to the unit.
    pub fn total(self) -> i64 {
        match self {
            Self::Amount(amount) => amount,
            Self::Growth { base, growth } => Money::from_fen_clamped(base)
                .times(Ratio::from_bp(growth.bp().saturating_add(10_000)))
                .fen(),
        }
    }
}

/// The shape of a year: weights relative to an average of 10,000.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Shape {
    /// One weight a calendar month, January first: what a usual day of it sells.
    pub months: [u32; 12],
    /// One weight a weekday, Monday first.
    pub weekdays: [u32; 7],
    /// Where the weights come from; `None` when they were typed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub learned: Option<Learned>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Default for Shape {
    fn default() -> Self {
        Self { months: [10_000; 12], weekdays: [10_000; 7], learned: None, extra: Extra::new() }
    }
}

/// The history that weights were learned from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Learned {
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Learned {
    /// Learned from the days of this span.
    pub fn from_span(span: Span) -> Self {
        Self { from: span.from(), to: span.to(), extra: Extra::new() }
    }
}

/// What the user said about one cell.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct CellRule {
    /// Which cell.
    pub period: CellKey,
    /// The amount it was typed over with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lock: Option<i64>,
    /// Not less than this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub floor: Option<i64>,
    /// Not more than this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cap: Option<i64>,
    /// Why.
    #[serde(default)]
    pub note: String,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl CellRule {
    /// A cell about which nothing is said yet.
    pub fn new(period: CellKey) -> Self {
        Self {
            period,
            lock: None,
            floor: None,
            cap: None,
            note: String::new(),
            extra: Extra::new(),
        }
    }

    /// Whether nothing is said about the cell.
    pub fn is_empty(&self) -> bool {
        self.lock.is_none()
            && self.floor.is_none()
            && self.cap.is_none()
            && self.note.is_empty()
            && self.extra.is_empty()
    }
}

/// What a month or another period plans; `None` is "from the periods around it or history".
#[derive(Clone, Debug, Default, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct MonthRates {
    /// 支付转化率 (M-04).
    pub cvr: Option<Ratio>,
    /// 客单价 (M-06).
    pub aov: Option<Money>,
    /// 访客数 (M-03), where it is held.
    pub visitors: Option<i64>,
    /// The most that advertising may cost, as a share of sales; `None` is the shop's setting.
    pub ad_cap: Option<Ratio>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Three levels of the same goal.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Scenarios {
    /// 保底, as a share of the target.
    pub floor: Ratio,
    /// 冲刺, as a share of the target.
    pub stretch: Ratio,
    /// Which one the pages show.
    pub shown: Scenario,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Default for Scenarios {
    fn default() -> Self {
        Self {
            floor: Ratio::from_bp(8_500),
            stretch: Ratio::from_bp(12_000),
            shown: Scenario::Target,
            extra: Extra::new(),
        }
    }
}

/// One of the three levels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Scenario {
    /// 保底.
    Floor,
    /// 目标.
    #[default]
    Target,
    /// 冲刺.
    Stretch,
}

/// What a split is by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SplitBy {
    /// 商品.
    Product,
    /// 渠道.
    Channel,
    /// 负责人.
    Owner,
}

/// A second margin: the same goal by product, channel or owner.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Split {
    /// Its name for good.
    pub id: Id,
    /// By what.
    pub by: SplitBy,
    /// The parts.
    pub parts: Vec<Part>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// One product, channel or owner of a split.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Part {
    /// Its name for good.
    pub id: Id,
    /// What it is called.
    pub name: String,
    /// Its share relative to the others.
    pub weight: u32,
    /// Cells that were typed over: a part's amount in a month.
    #[serde(default)]
    pub locks: Vec<PartLock>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A part's amount in one month.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct PartLock {
    /// The month.
    pub month: Month,
    /// The amount, in the plan's unit.
    pub amount: i64,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl PartLock {
    /// An amount for a month, in the plan's unit.
    pub fn new(month: Month, amount: i64) -> Self {
        Self { month, amount, extra: Extra::new() }
    }
}

/// A version of the plan that no longer changes.
///
/// Its days are kept as amounts, not as weights: what was agreed must not move when the table of
/// events does.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Baseline {
    /// Its name for good.
    pub id: Id,
    /// What it is called.
    pub name: String,
    /// When it was frozen.
    pub at: Day,
    /// The day of the first amount; `None` for the first day of the plan's year. It is written
    /// down when the shop's fiscal year comes to begin in another month.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Day>,
    /// One amount a day of the year, in the plan's unit.
    pub days: Vec<i64>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Baseline {
    /// The amounts of the days of a year; `None` for those that the version does not have.
    pub fn on(&self, year: Span) -> Vec<Option<i64>> {
        let from = self.from.unwrap_or(year.from());
        let amount = |day: Day| self.days.get(usize::try_from(day - from).ok()?).copied();
        year.days().map(amount).collect()
    }
}
