//! What a user can do to the items' quadrant.

use crate::base::edit::{EditError, MergeKey, check_len, check_range};
use crate::base::span::Span;
use crate::facts::items::table::MAX_ITEM_ID;
use crate::tools::quadrant::model::{CutBy, LifeQuadrant};

/// The most items that are marked as presale.
const MAX_PRESALE: usize = 2_000;
/// The most days of a period.
const MAX_DAYS: i64 = 366;
/// The largest number of a cut.
const MAX_CUT: i64 = 1_000_000_000_000;

/// One change.
#[derive(Clone, Debug, PartialEq)]
pub enum QuadrantEdit {
    /// Looks at so many last days with figures.
    LastDays(u32),
    /// Looks at a period.
    Period(Span),
    /// Holds it against the time before, or not.
    Compare(bool),
    /// Says what decides where an axis is cut.
    CutBy {
        /// Whether it is the visitors' axis.
        is_traffic: bool,
        /// What decides.
        by: CutBy,
    },
    /// Types where an axis is cut; that it is a number of the user's follows, unless it is the
    /// peers' already. None goes back to the median.
    CutAt {
        /// Whether it is the visitors' axis.
        is_traffic: bool,
        /// Visitors, or basis points.
        value: Option<i64>,
    },
    /// Says that an item is on presale, or is no longer.
    Presale {
        /// 商品ID.
        item: String,
        /// Whether it is.
        is_on: bool,
    },
}

impl QuadrantEdit {
    /// The field that is being typed into: none here.
    pub fn merge_key(&self) -> Option<MergeKey> {
        None
    }

    /// Carries the edit out.
    ///
    /// # Errors
    ///
    /// For a period of no days or more than a year, a cut below 0 or beyond its bound, too many
    /// items or an overlong id.
    pub fn apply(self, section: &mut LifeQuadrant) -> Result<(), EditError> {
        match self {
            Self::LastDays(n_days) => {
                check_range("quadrant.last_days", n_days.into(), 1, MAX_DAYS)?;
                section.last_days = n_days;
                (section.from, section.to) = (None, None);
            }
            Self::Period(span) => {
                let n_days = i64::try_from(span.n_days()).unwrap_or(i64::MAX);
                check_range("quadrant.period", n_days, 1, MAX_DAYS)?;
                (section.from, section.to) = (Some(span.from()), Some(span.to()));
            }
            Self::Compare(is_on) => section.compare = is_on,
            Self::CutBy { is_traffic, by } => {
                let rule = if is_traffic { &mut section.traffic } else { &mut section.rate };
                rule.by = by;
                if !by.is_typed() {
                    rule.value = None;
                }
            }
            Self::CutAt { is_traffic, value } => {
                check_range("quadrant.cut", value.unwrap_or(0), 0, MAX_CUT)?;
                let rule = if is_traffic { &mut section.traffic } else { &mut section.rate };
                rule.value = value;
                match value {
                    None => rule.by = CutBy::Median,
                    Some(_) if !rule.by.is_typed() => rule.by = CutBy::Number,
                    Some(_) => {}
                }
            }
            Self::Presale { item, is_on } => {
                check_len("quadrant.presale", &item, MAX_ITEM_ID)?;
                section.presale.retain(|other| *other != item);
                if is_on {
                    if MAX_PRESALE <= section.presale.len() {
                        let (field, max) = ("quadrant.presale", MAX_PRESALE);
                        return Err(EditError::TooMany { field, max });
                    }
                    section.presale.push(item);
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_typed_cut_is_the_users_own_and_none_is_the_median_again() {
        let mut section = LifeQuadrant::default();
        let cut = |value| QuadrantEdit::CutAt { is_traffic: false, value };
        cut(Some(250)).apply(&mut section).unwrap();
        assert_eq!((section.rate.by, section.rate.value), (CutBy::Number, Some(250)));
        let peers = QuadrantEdit::CutBy { is_traffic: false, by: CutBy::Peers };
        peers.apply(&mut section).unwrap();
        cut(Some(310)).apply(&mut section).unwrap();
        assert_eq!((section.rate.by, section.rate.value), (CutBy::Peers, Some(310)));
        cut(None).apply(&mut section).unwrap();
        assert_eq!(section, LifeQuadrant::default());
        assert!(cut(Some(-1)).apply(&mut section).is_err());
        assert!(QuadrantEdit::LastDays(0).apply(&mut section).is_err());
    }

    #[test]
    fn an_item_is_on_presale_once_or_not() {
        let mut section = LifeQuadrant::default();
        for is_on in [true, true, false] {
            let item = "994280026318".to_owned();
            QuadrantEdit::Presale { item, is_on }.apply(&mut section).unwrap();
            assert_eq!(section.presale.len(), usize::from(is_on));
        }
    }
}
