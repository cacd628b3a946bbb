//! What a user can do to the comparisons and checks (T-26 … T-28).

use crate::base::edit::{EditError, MergeKey, check_len, check_range};
use crate::base::id::Id;
use crate::base::list;
use crate::tools::rivals::edit::{MAX_NAME, MAX_NOTE, MAX_NUMBER, check_amount};
use crate::tools::rivals::model::Rivals;
use crate::tools::rivals::model::checks::{Difference, SameItem, ShopChange};

/// The most comparisons.
pub const MAX_DIFFERENCES: usize = 1_000;
/// The most changes of shops, and the most looks for same items: years of days.
pub const MAX_CHECKS: usize = 20_000;

/// One change of the comparisons and checks.
#[derive(Clone, Debug, PartialEq)]
pub enum CheckEdit {
    /// Adds comparisons, or puts each in the place of the one with its id.
    PutDifferences(Vec<Difference>),
    /// Removes a comparison.
    RemoveDifference(Id),
    /// Adds a change of a shop, or puts it in the place of the one with its id.
    PutShopChange(ShopChange),
    /// Removes a change of a shop.
    RemoveShopChange(Id),
    /// Adds a look for same items, or puts it in the place of the one with its id.
    PutSameItem(SameItem),
    /// Removes a look for same items.
    RemoveSameItem(Id),
}

impl CheckEdit {
    /// Carries the edit out.
    ///
    /// # Errors
    ///
    /// [`EditError`] for a thing that is not there, a text that is too long, a number out of its
    /// range, a list that is full.
    pub fn apply(self, section: &mut Rivals) -> Result<(), EditError> {
        match self {
            Self::PutDifferences(all) => {
                for one in all {
                    check_difference(section, &one)?;
                    let list = &mut section.differences;
                    list::put(list, one, "rivals.differences", MAX_DIFFERENCES)?;
                }
                Ok(())
            }
            Self::RemoveDifference(id) => list::remove(&mut section.differences, id).map(drop),
            Self::PutShopChange(change) => {
                let texts = [&change.what, &change.good, &change.idea, &change.applied_to];
                check_len("rivals.shop_changes.shop", &change.shop, MAX_NAME)?;
                for text in texts {
                    check_len("rivals.shop_changes.what", text, MAX_NOTE)?;
                }
                list::put(&mut section.shop_changes, change, "rivals.shop_changes", MAX_CHECKS)
            }
            Self::RemoveShopChange(id) => list::remove(&mut section.shop_changes, id).map(drop),
            Self::PutSameItem(look) => {
                list::find(&section.own, look.own).ok_or(EditError::NoSuchItem(look.own))?;
                check_amount("rivals.same_items.from", look.from)?;
                check_amount("rivals.same_items.to", look.to)?;
                let count = look.count.unwrap_or(0);
                check_range("rivals.same_items.count", count, 0, MAX_NUMBER)?;
                check_len("rivals.same_items.outcome", &look.outcome, MAX_NOTE)?;
                list::put(&mut section.same_items, look, "rivals.same_items", MAX_CHECKS)
            }
            Self::RemoveSameItem(id) => list::remove(&mut section.same_items, id).map(drop),
        }
    }

    /// The record that is being typed into.
    pub fn merge_key(&self) -> Option<MergeKey> {
        let (field, id) = match self {
            Self::PutDifferences(all) => match all.as_slice() {
                [one] => ("rivals.differences", one.id),
                _ => return None,
            },
            Self::PutShopChange(change) => ("rivals.shop_changes", change.id),
            Self::PutSameItem(look) => ("rivals.same_items", look.id),
            _ => return None,
        };
        Some(MergeKey { field, of: id.to_string() })
    }
}

fn check_difference(section: &Rivals, one: &Difference) -> Result<(), EditError> {
    if let Some(own) = one.own {
        list::find(&section.own, own).ok_or(EditError::NoSuchItem(own))?;
    }
    let texts = [&one.ours, &one.difference, &one.adjustment].into_iter();
    for text in texts.chain(one.peers.iter().map(|peer| &peer.text)) {
        check_len("rivals.differences.ours", text, MAX_NOTE)?;
    }
    let numbers = [one.views_before, one.views_after, one.visitors_before, one.visitors_after];
    for number in numbers {
        check_range("rivals.differences.views_before", number.unwrap_or(0), 0, MAX_NUMBER)?;
    }
    Ok(())
}
