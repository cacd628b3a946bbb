//! What a persona needs (T-13), and what follows for the shop (T-19).

use serde::{Deserialize, Serialize};

use crate::base::evidence::Evidence;
use crate::base::extra::Extra;
use crate::base::id::Id;
use crate::base::list::HasId;
use crate::base::record::Record;

/// What they need (T-13).
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Need {
    /// Its name for good.
    pub id: Id,
    /// What they need.
    pub text: String,
    /// Hard or latent.
    #[serde(default)]
    pub kind: NeedKind,
    /// Where it was found.
    #[serde(default)]
    pub source: NeedSource,
    /// The keyword that shows it.
    #[serde(default)]
    pub keyword: String,
    /// How often that is searched, a month.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub volume: Option<i64>,
    /// The product of ours that meets it; empty while none does.
    #[serde(default)]
    pub product: String,
    /// What it rests on.
    #[serde(default)]
    pub evidence: Vec<Evidence>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Need {
    /// A need of which only the words are known.
    pub fn new(id: Id, kind: NeedKind, text: String) -> Self {
        Self {
            id,
            text,
            kind,
            source: NeedSource::default(),
            keyword: String::new(),
            volume: None,
            product: String::new(),
            evidence: Vec::new(),
            extra: Extra::new(),
        }
    }
}

impl HasId for Need {
    fn id(&self) -> Id {
        self.id
    }
}

/// Whether a need is said or felt.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum NeedKind {
    /// 硬性: without it they do not buy.
    #[default]
    Hard,
    /// 潜在: they do not say it.
    Latent,
}

/// Where a need was found (T-13).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum NeedSource {
    /// 淘宝下拉框.
    Suggestions,
    /// 热门关键词.
    Keywords,
    /// 评价.
    #[default]
    Reviews,
    /// 客服聊天.
    Service,
    /// 老客群.
    OldCustomers,
}

/// What follows from what is known (T-19).
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Insight {
    /// Its name for good.
    pub id: Id,
    /// What was understood, and what is done about it.
    pub text: String,
    /// Where in the shop.
    #[serde(default)]
    pub target: InsightTarget,
    /// The task that it became; who, until when and how far stand there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub task: Option<Id>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Insight {
    /// An insight that is no task yet.
    pub fn new(id: Id, target: InsightTarget, text: String) -> Self {
        Self { id, text, target, task: None, extra: Extra::new() }
    }
}

impl HasId for Insight {
    fn id(&self) -> Id {
        self.id
    }
}

/// Where an insight is put to use (T-19).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum InsightTarget {
    /// 产品内页优化.
    #[default]
    ProductPage,
    /// 店铺视觉呈现.
    ShopLook,
    /// 产品分类设置.
    Categories,
    /// 推广图片卖点提炼.
    AdPictures,
    /// 反向匹配供应链.
    Supply,
}
