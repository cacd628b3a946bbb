//! What a user can do to the items' quadrant.

use crate::base::edit::{EditError, MergeKey, check_len, check_range};
use crate::base::extra::Extra;
use crate::base::order;
use crate::base::span::Span;
use crate::facts::items::table::MAX_ITEM_ID;
use crate::knowledge::life_quadrant::LifeField;
use crate::tools::quadrant::model::{CutBy, LifeQuadrant, OwnAction};

/// The most items that are marked as presale.
const MAX_PRESALE: usize = 2_000;
/// The most days of a period.
const MAX_DAYS: i64 = 366;
/// The longest text of what is done in a field, in characters.
pub const MAX_ACTION: usize = 200;
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
    /// Watches items of little traffic and low conversion for so many days.
    WatchDays(u32),
    /// Says what is done in a field; an empty text brings the source's words back.
    Action(LifeField, String),
}

impl QuadrantEdit {
    /// The field that is being typed into, if it is one.
    pub fn merge_key(&self) -> Option<MergeKey> {
        let Self::Action(field, _) = self else { return None };
        Some(MergeKey { field: "quadrant.actions", of: format!("{field:?}") })
    }

    /// Carries the edit out.
    ///
    /// # Errors
    ///
    /// For a period of no days or more than a year, a cut below 0 or beyond its bound, too many
    /// items, an overlong id or text.
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
            Self::WatchDays(n_days) => {
                check_range("quadrant.watch_days", n_days.into(), 1, MAX_DAYS)?;
                section.watch_days = n_days;
            }
            Self::Action(field, text) => {
                check_len("quadrant.actions", &text, MAX_ACTION)?;
                section.actions.retain(|one| one.field != field);
                if !text.trim().is_empty() {
                    section.actions.push(OwnAction { field, text, extra: Extra::new() });
                    order::sort_by_key(&mut section.actions, |one| one.field);
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
    fn what_is_done_in_a_field_is_the_users_until_it_is_emptied() {
        use crate::base::locale::Locale;

        let mut section = LifeQuadrant::default();
        let write = |field, text: &str| QuadrantEdit::Action(field, text.to_owned());
        for edit in [
            write(LifeField::Watch, "下架"),
            write(LifeField::Push, "补货"),
            QuadrantEdit::WatchDays(7),
        ] {
            edit.apply(&mut section).unwrap();
        }
        assert_eq!(section.action(LifeField::Push, Locale::En), "补货");
        assert_eq!(section.actions[0].field, LifeField::Push);
        write(LifeField::Watch, " ").apply(&mut section).unwrap();
        let usual = section.action(LifeField::Watch, Locale::Zh);
        assert_eq!(usual, "继续给位置展示；观察 7 天仍无变化就撤掉");
        let before = section.clone();
        let long = "长".repeat(MAX_ACTION + 1);
        assert!(write(LifeField::Lift, &long).apply(&mut section).is_err());
        assert!(QuadrantEdit::WatchDays(0).apply(&mut section).is_err());
        assert_eq!(section, before);
        let key = |field| write(field, "a").merge_key();
        assert!(key(LifeField::Lift).is_some() && key(LifeField::Lift) != key(LifeField::Feed));
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
