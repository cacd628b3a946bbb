//! What a user can do to the calendar.

use crate::base::edit::{EditError, MergeKey, check_len, check_range};
use crate::base::id::Id;
use crate::tools::calendar::model::{Calendar, EventRule};

/// The most own and changed events.
pub const MAX_EVENTS: usize = 200;
/// The most days before or after the day itself.
pub const MAX_REACH: i64 = 60;
/// The largest uplift: 100 times a usual day.
pub const MAX_UPLIFT: i64 = 1_000_000;

/// One change of the calendar.
#[derive(Clone, Debug, PartialEq)]
pub enum CalendarEdit {
    /// Adds an event, or puts it in the place of the one with the same id or built-in key.
    Put(EventRule),
    /// Removes an own event, or brings the built-in one back as it was.
    Remove(Id),
    /// Sets the uplifts of several events at once, as learned from history.
    PutAll(Vec<EventRule>),
}

impl CalendarEdit {
    /// Carries the edit out.
    pub fn apply(self, calendar: &mut Calendar) -> Result<(), EditError> {
        match self {
            Self::Put(rule) => put(calendar, rule)?,
            Self::PutAll(rules) => {
                for rule in rules {
                    put(calendar, rule)?;
                }
            }
            Self::Remove(id) => {
                let n_before = calendar.rules.len();
                calendar.rules.retain(|rule| rule.id != id);
                if calendar.rules.len() == n_before {
                    return Err(EditError::NoSuchItem(id));
                }
            }
        }
        Ok(())
    }

    /// The field that is being typed into, if it is one.
    pub fn merge_key(&self) -> Option<MergeKey> {
        match self {
            Self::Put(rule) => Some(MergeKey { field: "calendar.rules", of: rule.id.to_string() }),
            Self::Remove(_) | Self::PutAll(_) => None,
        }
    }
}

fn put(calendar: &mut Calendar, rule: EventRule) -> Result<(), EditError> {
    check_len("calendar.rules.name", &rule.name, 100)?;
    check_range("calendar.rules.before", rule.before.into(), 0, MAX_REACH)?;
    check_range("calendar.rules.after", rule.after.into(), 0, MAX_REACH)?;
    check_range("calendar.rules.uplift_bp", rule.uplift_bp.into(), 0, MAX_UPLIFT)?;
    let same = |old: &EventRule| {
        old.id == rule.id || (rule.built_in.is_some() && old.built_in == rule.built_in)
    };
    match calendar.rules.iter().position(same) {
        Some(idx) => calendar.rules[idx] = rule,
        None if calendar.rules.len() < MAX_EVENTS => calendar.rules.push(rule),
        None => return Err(EditError::TooMany { field: "calendar.rules", max: MAX_EVENTS }),
    }
    Ok(())
}
