//! What a user can do to the shop's settings.

use crate::base::calendar::WeekStart;
use crate::base::edit::{EditError, MergeKey, check_len, check_range};
use crate::base::ratio::Ratio;
use crate::tools::shop::model::Shop;

/// The longest name, in characters.
pub const MAX_NAME: usize = 200;

/// One change of the shop's settings.
#[derive(Clone, Debug, PartialEq)]
pub enum ShopEdit {
    /// Names the workbook.
    Rename(String),
    /// Sets the first month of the fiscal year.
    SetFiscalStart(u8),
    /// Sets the day on which weeks begin.
    SetWeekStart(WeekStart),
    /// Sets the most that advertising may cost, as a share of sales.
    SetAdCap(Ratio),
}

impl ShopEdit {
    /// Carries the edit out.
    pub fn apply(self, shop: &mut Shop) -> Result<(), EditError> {
        match self {
            Self::Rename(name) => {
                check_len("shop.name", &name, MAX_NAME)?;
                shop.name = name;
            }
            Self::SetFiscalStart(month) => {
                check_range("shop.fiscal_start", month.into(), 1, 12)?;
                shop.fiscal_start = month;
            }
            Self::SetWeekStart(week_start) => shop.week_start = week_start,
            Self::SetAdCap(ad_cap) => {
                check_range("shop.ad_cap", ad_cap.bp().into(), 0, 10_000)?;
                shop.ad_cap = ad_cap;
            }
        }
        Ok(())
    }

    /// The field that is being typed into, if it is one.
    pub fn merge_key(&self) -> Option<MergeKey> {
        match self {
            Self::Rename(_) => Some(MergeKey { field: "shop.name", of: String::new() }),
            _ => None,
        }
    }
}
