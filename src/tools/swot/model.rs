//! The SWOT's section of the workbook (T-31).

use serde::{Deserialize, Serialize};

use crate::base::day::Day;
use crate::base::evidence::Evidence;
use crate::base::extra::Extra;
use crate::base::id::Id;
use crate::base::link::Link;
use crate::base::list::HasId;
use crate::base::record::Record;

/// Weights and ratings run from 1 to this.
pub const MAX_SCORE: u8 = 5;
/// What an entry has until somebody weighs it.
const MIDDLE: u8 = 3;

/// The SWOT's section of the workbook (T-31).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Swot {
    /// In the user's order; a quadrant shows its own in this order.
    pub entries: Vec<SwotEntry>,
    /// What pairs of entries were made into (TOWS).
    pub strategies: Vec<Strategy>,
    /// 核心竞争力 in one sentence; what it rests on are the entries with `is_core`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub competence: String,
    /// When somebody last went through all of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub checked: Option<Day>,
    /// The candidates that were not wanted; they are not proposed again.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub dismissed: Vec<Dismissed>,
    /// The limits of rules that were changed; the others stand in `knowledge`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub limits: Vec<RuleLimit>,
    /// What it looked like on earlier days.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub versions: Vec<SwotVersion>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

pub use crate::base::quadrant::Quadrant;

/// When something counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Horizon {
    /// 现在.
    Now,
    /// 本季度.
    Quarter,
    /// 本年.
    Year,
}

impl Horizon {
    /// Soonest first.
    pub const ALL: [Self; 3] = [Self::Now, Self::Quarter, Self::Year];
}

/// How far something is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Progress {
    /// 未做.
    #[default]
    Open,
    /// 在做.
    Doing,
    /// 做完.
    Done,
    /// 放弃.
    Dropped,
}

impl Progress {
    /// In the order in which things go.
    pub const ALL: [Self; 4] = [Self::Open, Self::Doing, Self::Done, Self::Dropped];
}

/// One entry of a quadrant.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct SwotEntry {
    /// Its name for good.
    pub id: Id,
    /// What it says.
    pub text: String,
    /// Where it stands.
    #[serde(default)]
    pub quadrant: Quadrant,
    /// How much it matters, 1 … 5.
    #[serde(default = "middle")]
    pub weight: u8,
    /// How strong, how bad, how likely it is, 1 … 5.
    #[serde(default = "middle")]
    pub rating: u8,
    /// When it counts; none until somebody said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub horizon: Option<Horizon>,
    /// Who looks after it; a colleague's name or role.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// 应对: what is done about it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub action: String,
    /// How far that is.
    #[serde(default)]
    pub status: Progress,
    /// Whether 核心竞争力 rests on it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_core: bool,
    /// The thing that it was made from: a factor, a persona, a competitor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Link>,
    /// The candidate that it was made from, by its key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub candidate: Option<String>,
    /// What it rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

fn middle() -> u8 {
    MIDDLE
}

impl SwotEntry {
    /// An entry of which only the words and the place are known.
    pub fn new(id: Id, quadrant: Quadrant, text: String) -> Self {
        Self {
            id,
            text,
            quadrant,
            weight: MIDDLE,
            rating: MIDDLE,
            horizon: None,
            owner: String::new(),
            action: String::new(),
            status: Progress::Open,
            is_core: false,
            source: None,
            candidate: None,
            evidence: Vec::new(),
            extra: Extra::new(),
        }
    }

    /// Weight × rating, 1 … 25.
    pub fn impact(&self) -> u32 {
        u32::from(self.weight) * u32::from(self.rating)
    }
}

impl HasId for SwotEntry {
    fn id(&self) -> Id {
        self.id
    }
}

/// What entries of two or more quadrants were made into (TOWS).
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Strategy {
    /// Its name for good.
    pub id: Id,
    /// What is done.
    pub text: String,
    /// The entries that it pairs.
    #[serde(default)]
    pub entries: Vec<Id>,
    /// By whom; a colleague's name or role.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// Until when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Day>,
    /// The metric that it promises to move, by its key in the registry.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub metric: Option<String>,
    /// How far it is.
    #[serde(default)]
    pub status: Progress,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Strategy {
    /// A strategy of which only the words and the pair are known.
    pub fn new(id: Id, text: String, entries: Vec<Id>) -> Self {
        Self {
            id,
            text,
            entries,
            owner: String::new(),
            due: None,
            metric: None,
            status: Progress::Open,
            extra: Extra::new(),
        }
    }
}

impl HasId for Strategy {
    fn id(&self) -> Id {
        self.id
    }
}

/// A candidate that was not wanted.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Dismissed {
    /// The candidate, by its key: the rule, and what it was about.
    pub candidate: String,
    /// When.
    pub at: Day,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A rule's limit that was changed.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct RuleLimit {
    /// The rule, by its key in `knowledge`.
    pub rule: String,
    /// The limit, in the unit of the rule.
    pub limit: i64,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What the SWOT looked like on a day.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct SwotVersion {
    /// Its name for good.
    pub id: Id,
    /// What it is called.
    pub name: String,
    /// The day.
    pub at: Day,
    /// The entries, with the ids that they have to this day.
    pub entries: Vec<SwotEntry>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl HasId for SwotVersion {
    fn id(&self) -> Id {
        self.id
    }
}
