//! The monthly profit-control table (T-94): what was typed into it.

use serde::{Deserialize, Serialize};

use crate::base::day::Month;
use crate::base::extra::Extra;
use crate::base::money::Money;
use crate::base::record::Record;

/// What was typed for a line of a month. A cell of which nothing was typed is not there: the budget
/// of the sales is then the plan's, and an actual amount that of the imported days.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct ControlCell {
    /// The month.
    pub month: Month,
    /// The line.
    pub line: ControlLine,
    /// What was budgeted, 分.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget: Option<Money>,
    /// What it really came to, 分.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actual: Option<Money>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl ControlCell {
    /// A cell of which nothing was typed.
    pub fn new(month: Month, line: ControlLine) -> Self {
        Self { month, line, budget: None, actual: None, extra: Extra::new() }
    }
}

/// A line of the table, in the order of the source (T-94).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ControlLine {
    /// 支付金额.
    Sales,
    /// 退款.
    Refunds,
    /// 货.
    Goods,
    /// 包装.
    Packaging,
    /// 运费.
    Freight,
    /// 赠品.
    Gifts,
    /// 平台佣金.
    Commission,
    /// 另付的优惠: discounts that are not taken off the sales already.
    Discounts,
    /// 全站推广.
    AdsSitewide,
    /// 关键词推广 (直通车).
    AdsKeyword,
    /// 精准人群推广 (钻展).
    AdsAudience,
    /// 智能场景.
    AdsSmart,
    /// 淘宝客.
    AdsAffiliate,
    /// Other advertising.
    AdsOther,
    /// 员工提成.
    Bonus,
    /// 未分摊: what belongs to no product and no channel, 房租、软件.
    Unallocated,
}

impl ControlLine {
    /// In the order of the table.
    pub const ALL: [Self; 16] = [
        Self::Sales,
        Self::Refunds,
        Self::Goods,
        Self::Packaging,
        Self::Freight,
        Self::Gifts,
        Self::Commission,
        Self::Discounts,
        Self::AdsSitewide,
        Self::AdsKeyword,
        Self::AdsAudience,
        Self::AdsSmart,
        Self::AdsAffiliate,
        Self::AdsOther,
        Self::Bonus,
        Self::Unallocated,
    ];

    /// Whether it is advertising (M-35).
    pub fn is_ads(self) -> bool {
        matches!(
            self,
            Self::AdsSitewide
                | Self::AdsKeyword
                | Self::AdsAudience
                | Self::AdsSmart
                | Self::AdsAffiliate
                | Self::AdsOther
        )
    }
}
