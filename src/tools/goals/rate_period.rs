//! What periods other than months plan for conversion, order value and visitors.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::base::calendar::Cut;
use crate::base::extra::Extra;
use crate::base::record::Record;
use crate::base::span::Span;
use crate::tools::goals::cell_key::{CellKey, CellKeyError};
use crate::tools::goals::model::{MonthRates, YearPlan};

/// A period that plans something: the whole year, or one of its periods.
///
/// In JSON: `"year"`, else as a [`CellKey`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(with = "String"))]
#[serde(try_from = "String", into = "String")]
pub enum RatePeriod {
    /// The fiscal year.
    Year,
    /// A quarter, month, week or day of it.
    Cell(CellKey),
}

/// How the whole year is written.
const YEAR: &str = "year";

impl RatePeriod {
    /// The days of the period that are in the plan's year; `None` where none is.
    pub fn span(self, year: i32, cut: Cut) -> Option<Span> {
        match self {
            Self::Year => Some(cut.year(year)),
            Self::Cell(key) => key.span(year, cut),
        }
    }

    /// The same period in its one written form.
    pub fn normal(self, cut: Cut) -> Self {
        match self {
            Self::Year => Self::Year,
            Self::Cell(key) => Self::Cell(key.normal(cut)),
        }
    }
}

impl fmt::Display for RatePeriod {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year => f.write_str(YEAR),
            Self::Cell(key) => key.fmt(f),
        }
    }
}

impl TryFrom<String> for RatePeriod {
    type Error = CellKeyError;

    fn try_from(text: String) -> Result<Self, CellKeyError> {
        if text == YEAR { Ok(Self::Year) } else { CellKey::try_from(text).map(Self::Cell) }
    }
}

impl From<RatePeriod> for String {
    fn from(period: RatePeriod) -> Self {
        period.to_string()
    }
}

/// What a year, quarter, week or day plans; months have their own list.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct PeriodRates {
    /// Which period.
    pub period: RatePeriod,
    /// What it plans.
    pub rates: MonthRates,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl MonthRates {
    /// Whether nothing is planned.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl YearPlan {
    /// What a period itself plans: nothing of the periods around it or in it.
    pub fn own_rates(&self, period: RatePeriod, cut: Cut) -> MonthRates {
        if let RatePeriod::Cell(CellKey::Month(month)) = period {
            let idx = cut.months(self.year).iter().position(|other| *other == month);
            return idx.and_then(|idx| self.rates.get(idx)).cloned().unwrap_or_default();
        }
        let own = self.period_rates.iter().find(|other| other.period.normal(cut) == period);
        own.map(|own| own.rates.clone()).unwrap_or_default()
    }

    /// What the quarter of a month and then the year plan: what the month goes by where it plans
    /// nothing itself. Visitors are an amount of their own period and pass on to no other.
    pub fn rates_around(&self, month_idx: usize, cut: Cut) -> MonthRates {
        let quarter = RatePeriod::Cell(CellKey::Quarter((month_idx / 3) as u8));
        let (near, far) = (self.own_rates(quarter, cut), self.own_rates(RatePeriod::Year, cut));
        MonthRates {
            cvr: near.cvr.or(far.cvr),
            aov: near.aov.or(far.aov),
            ad_cap: near.ad_cap.or(far.ad_cap),
            ..MonthRates::default()
        }
    }
}
