//! What a claim rests on.

use serde::{Deserialize, Serialize};

use crate::base::day::Day;
use crate::base::edit::{EditError, check_len};
use crate::base::extra::Extra;
use crate::base::link::Link;

/// The longest text of a piece of evidence, in characters.
pub const MAX_TEXT: usize = 500;

/// Where a piece of evidence comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum EvidenceKind {
    /// 评价: what buyers wrote, own or a competitor's.
    Review,
    /// 关键词: what people search for.
    Keyword,
    /// 指标: a number of the workbook or the platform.
    Metric,
    /// 访谈: a talk, a poll, the customer service's log.
    Interview,
    /// Something seen: a shop, a page, a mall.
    #[default]
    Observation,
}

/// One piece of evidence for a claim.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Evidence {
    /// Where it comes from.
    pub kind: EvidenceKind,
    /// What it says. No buyer's name or number belongs here.
    pub text: String,
    /// When it was found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day: Option<Day>,
    /// A fact, or an assumption that is still to be checked.
    pub is_fact: bool,
    /// The metric that it quotes, by its key in the registry.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metric: Option<String>,
    /// The thing of the workbook that it quotes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<Link>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Evidence {
    /// Refuses a text that is too long.
    ///
    /// # Errors
    ///
    /// [`EditError::TooLong`] with `field`, the evidence's name in the file format.
    pub fn check(&self, field: &'static str) -> Result<(), EditError> {
        check_len(field, &self.text, MAX_TEXT)
    }
}
