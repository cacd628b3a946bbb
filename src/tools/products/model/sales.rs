//! What products sold, period by period.

use serde::Serialize;

use crate::base::day::Day;
use crate::base::extra::Extra;
use crate::base::id::Id;
use crate::base::list::HasId;
use crate::base::money::Money;
use crate::base::ratio::Ratio;
use crate::base::record::Record;
use crate::base::span::Span;

/// Days over which sales are told.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct SalesPeriod {
    /// Its name for good.
    pub id: Id,
    /// What it is called; empty for its days.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl SalesPeriod {
    /// A period that is called after its days.
    pub fn new(id: Id, span: Span) -> Self {
        Self { id, name: String::new(), from: span.from(), to: span.to(), extra: Extra::new() }
    }

    /// Its days.
    pub fn span(&self) -> Span {
        Span::new(self.from, self.to)
    }
}

impl HasId for SalesPeriod {
    fn id(&self) -> Id {
        self.id
    }
}

/// What a product and its market sold in a period (T-43). What nobody said is none, and not zero.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct SalesRow {
    /// The period.
    pub period: Id,
    /// 支付件数: pieces that were paid for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub units: Option<i64>,
    /// 支付金额, 分.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revenue: Option<Money>,
    /// What the largest competitor's like product sold, 分.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rival: Option<Money>,
    /// What the market sold, 分.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub market: Option<Money>,
    /// What the market sold in the period before, 分.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub market_before: Option<Money>,
    /// How its category grew, as the platform says it: stands in for the market's growth where
    /// the market's sales are not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category_growth: Option<Ratio>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl SalesRow {
    /// A row in which nothing is known.
    pub fn new(period: Id) -> Self {
        Self {
            period,
            units: None,
            revenue: None,
            rival: None,
            market: None,
            market_before: None,
            category_growth: None,
            extra: Extra::new(),
        }
    }
}
