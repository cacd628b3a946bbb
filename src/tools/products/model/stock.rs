//! By what stock is judged (T-54): every limit is the user's.

use serde::Serialize;

use crate::base::extra::Extra;
use crate::base::record::Record;

/// By what stock is judged, unless a product says otherwise (T-54).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct StockRules {
    /// Over so many last days with figures sales are averaged.
    pub days: i64,
    /// From the order to the shelf, in days.
    pub lead_days: i64,
    /// For how many days more there should be goods.
    pub safety_days: i64,
    /// What lasts for so many days or fewer runs low.
    pub low_days: i64,
    /// What sells fewer pieces in 30 days sells poorly and is not ordered again.
    pub slow: i64,
    /// For how many days an order should last beside lead time and safety.
    pub cover_days: i64,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Default for StockRules {
    fn default() -> Self {
        Self {
            days: 30,
            lead_days: 7,
            safety_days: 3,
            low_days: 14,
            slow: 3,
            cover_days: 30,
            extra: Extra::new(),
        }
    }
}
