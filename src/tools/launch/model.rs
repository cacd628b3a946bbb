//! The section of new products (T-44 … T-47, T-49).

mod plan;
mod season;

use serde::{Deserialize, Serialize};

use crate::base::day::Day;
use crate::base::extra::Extra;
use crate::base::id::Id;
use crate::base::list::HasId;
use crate::base::ratio::Ratio;
use crate::base::record::Record;

pub use plan::{Channel, Feedback, LaunchPlan};
pub use season::{HitPlan, HitStep, PeerSeen, Season};

/// The lowest and the highest score of a criterion (T-45).
pub const SCORES: (u8, u8) = (1, 5);

/// The section of new products (T-44, T-45, T-46).
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Launch {
    /// In the user's order; the order within a stage is theirs among each other.
    pub items: Vec<NewItem>,
    /// What the user changed of the criteria, and those of the user's own (T-45).
    pub criteria: Vec<CriterionRule>,
    /// From which weighted mean on an item passes, in hundredths of a point: 350 is 3.5.
    pub pass_line: u32,
    /// Under which score a criterion fails by itself.
    pub floor: u8,
    /// From how many days on in one stage an item stands out.
    pub long_wait: u16,
    /// Seasons whose items are to be launched (T-47).
    pub seasons: Vec<Season>,
    /// Which share of the competitors that were looked at has to sell before it is time.
    pub enough: Ratio,
    /// How far products are built into bestsellers (T-49).
    pub hits: Vec<HitPlan>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Default for Launch {
    fn default() -> Self {
        Self {
            items: Vec::new(),
            criteria: Vec::new(),
            pass_line: 350,
            floor: 2,
            long_wait: 30,
            seasons: Vec::new(),
            enough: Ratio::from_bp(5_000),
            hits: Vec::new(),
            extra: Extra::new(),
        }
    }
}

/// A criterion whose weight the user set, or one of the user's own.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct CriterionRule {
    /// Its key in `knowledge`, or a key of its own.
    pub key: String,
    /// What it is called; empty for one of `knowledge`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// How much it counts beside the others; 0 leaves it out.
    pub weight: u32,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A product that is not for sale yet: a card of the board (T-44).
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct NewItem {
    /// Its name for good.
    pub id: Id,
    /// What it is called.
    pub name: String,
    /// Where it stands.
    #[serde(default)]
    pub stage: LaunchStage,
    /// Since when it stands there; none where nobody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Day>,
    /// Who brings it on; a colleague's name or role.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// Where the idea came from: a material, a style that sells.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub origin: String,
    /// What it solves for the customer.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub problem: String,
    /// What its material or its features are better in.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub advantage: String,
    /// Whom it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub persona: Option<Id>,
    /// Whether it fits that persona; none where nobody judged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fits_persona: Option<bool>,
    /// Who makes it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub supplier: String,
    /// Days from the order to the goods.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead_days: Option<i64>,
    /// Whether the supplier makes a small batch; none where nobody asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub small_batch: Option<bool>,
    /// The fewest pieces of an order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_order: Option<i64>,
    /// What was decided on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verdict: Option<ItemVerdict>,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub judged_on: Option<Day>,
    /// How it scores, a mark a criterion; one that nobody scored has none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Mark>,
    /// How it is brought to market.
    #[serde(default)]
    pub plan: LaunchPlan,
    /// The product that it became.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product: Option<Id>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl NewItem {
    /// An item of which only the name is known, in a stage since a day.
    pub fn new(id: Id, name: String, stage: LaunchStage, since: Day) -> Self {
        Self {
            id,
            name,
            stage,
            since: Some(since),
            owner: String::new(),
            origin: String::new(),
            problem: String::new(),
            advantage: String::new(),
            persona: None,
            fits_persona: None,
            supplier: String::new(),
            lead_days: None,
            small_batch: None,
            min_order: None,
            verdict: None,
            judged_on: None,
            marks: Vec::new(),
            plan: LaunchPlan::default(),
            product: None,
            extra: Extra::new(),
        }
    }

    /// What it scores on a criterion; none where nobody said.
    pub fn mark(&self, key: &str) -> Option<u8> {
        self.marks.iter().find(|mark| mark.key == key).map(|mark| mark.points)
    }

    /// Writes a score, or takes it away.
    pub fn set_mark(&mut self, key: &str, points: Option<u8>) {
        self.marks.retain(|mark| mark.key != key);
        if let Some(points) = points {
            self.marks.push(Mark { key: key.to_owned(), points, extra: Extra::new() });
        }
    }

    /// Whether it stands on the board: it is not a product yet, and was not given up.
    pub fn is_open(&self) -> bool {
        self.product.is_none() && self.verdict != Some(ItemVerdict::Stop)
    }
}

impl HasId for NewItem {
    fn id(&self) -> Id {
        self.id
    }
}

/// How an item scores on one criterion.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Mark {
    /// The criterion.
    pub key: String,
    /// 1–5.
    pub points: u8,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// The stages on the way to being for sale (T-44).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum LaunchStage {
    /// A: 找皮料和元素, 收集热销款式.
    #[default]
    Find,
    /// B: 产品部定风格.
    Style,
    /// C: 供应商: 生产周期, 小批量.
    Supply,
    /// D: 上线前考核.
    Check,
}

impl LaunchStage {
    /// From first to last.
    pub const ALL: [Self; 4] = [Self::Find, Self::Style, Self::Supply, Self::Check];

    /// 0 for A … 3 for D.
    pub const fn idx(self) -> usize {
        self as usize
    }

    /// The letter of the source.
    pub const fn letter(self) -> char {
        match self {
            Self::Find => 'A',
            Self::Style => 'B',
            Self::Supply => 'C',
            Self::Check => 'D',
        }
    }
}

/// What was decided on an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ItemVerdict {
    /// It goes on.
    Go,
    /// Something is mended first.
    Revise,
    /// It is given up.
    Stop,
}

impl ItemVerdict {
    /// From yes to no.
    pub const ALL: [Self; 3] = [Self::Go, Self::Revise, Self::Stop];
}
