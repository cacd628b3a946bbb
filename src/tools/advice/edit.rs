//! What a user can do to advice: set limits, keep it quiet.

use crate::base::day::Day;
use crate::base::edit::{EditError, MergeKey, check_len, check_range};
use crate::base::extra::Extra;
use crate::knowledge::advice_rules::{From, rule};
use crate::tools::advice::model::{Advice, AdviceLimit, Snooze};

/// The most that is kept quiet at once; what was over first goes first.
const MAX_SNOOZED: usize = 500;
/// The longest name of a piece of advice.
const MAX_KEY: usize = 120;
/// The largest limit.
const MAX_LIMIT: i64 = 1_000_000_000_000;

/// One change.
#[derive(Clone, Debug, PartialEq)]
pub enum AdviceEdit {
    /// Sets a limit, or takes the rule's own again.
    SetLimit {
        /// The rule.
        rule: String,
        /// Its condition.
        cond: String,
        /// In the figure's unit.
        value: Option<i64>,
    },
    /// Keeps a piece of advice quiet until a day.
    Snooze {
        /// Rule and subject.
        key: String,
        /// The day on which it is said again.
        until: Day,
    },
    /// Says it again.
    Wake(String),
}

impl AdviceEdit {
    /// The field that is being typed into: none here.
    pub fn merge_key(&self) -> Option<MergeKey> {
        None
    }

    /// Carries the edit out.
    ///
    /// # Errors
    ///
    /// For a limit that there is not or that is not the user's, one beyond ±10¹², or an overlong
    /// name.
    pub fn apply(self, section: &mut Advice) -> Result<(), EditError> {
        match self {
            Self::SetLimit { rule: of, cond, value } => {
                let found = rule(&of).and_then(|rule| {
                    let cond = rule.when.iter().find(|one| one.key == cond)?;
                    matches!(cond.limit, From::Usual(_)).then_some((rule, cond))
                });
                let Some((rule, cond)) = found else {
                    return Err(EditError::TooMany { field: "advice.limits", max: 0 });
                };
                check_range("advice.limits.value", value.unwrap_or(0), -MAX_LIMIT, MAX_LIMIT)?;
                let key = rule.limit_key(cond);
                let old = section.limits.iter().position(|limit| limit.key == key);
                let own = value.filter(|value| cond.limit != From::Usual(*value));
                match (own, old) {
                    (Some(value), Some(idx)) => section.limits[idx].value = value,
                    (Some(value), None) => {
                        section.limits.push(AdviceLimit { key, value, extra: Extra::new() });
                    }
                    (None, Some(idx)) => drop(section.limits.remove(idx)),
                    (None, None) => {}
                }
            }
            Self::Snooze { key, until } => {
                check_len("advice.snoozed.key", &key, MAX_KEY)?;
                section.snoozed.retain(|one| one.key != key);
                if MAX_SNOOZED <= section.snoozed.len() {
                    let first = section.snoozed.iter().map(|one| one.until).min();
                    let idx = section.snoozed.iter().position(|one| Some(one.until) == first);
                    idx.map(|idx| section.snoozed.remove(idx));
                }
                section.snoozed.push(Snooze { key, until, extra: Extra::new() });
            }
            Self::Wake(key) => section.snoozed.retain(|one| one.key != key),
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limit(rule: &str, cond: &str, value: Option<i64>) -> AdviceEdit {
        AdviceEdit::SetLimit { rule: rule.to_owned(), cond: cond.to_owned(), value }
    }

    #[test]
    fn a_limit_is_the_users_until_it_is_the_rules_again() {
        let mut section = Advice::default();
        let (one, rule) = ("visitors_fell", rule("visitors_fell").unwrap());
        limit(one, "change", Some(-3_000)).apply(&mut section).unwrap();
        limit(one, "change", Some(-2_500)).apply(&mut section).unwrap();
        assert_eq!(section.limit(rule, &rule.when[0], 0), -2_500);
        limit(one, "change", None).apply(&mut section).unwrap();
        assert_eq!((section.limit(rule, &rule.when[0], 0), section.limits.len()), (-1_500, 0));
        // The rule's own value needs no place.
        limit(one, "change", Some(-1_500)).apply(&mut section).unwrap();
        assert_eq!(section, Advice::default());
        for (rule, cond) in [("none", "x"), (one, "none"), ("rate_fell", "moved")] {
            assert!(limit(rule, cond, Some(1)).apply(&mut section).is_err(), "{rule}.{cond}");
        }
    }

    #[test]
    fn what_is_quiet_is_said_again_on_its_day() {
        let mut section = Advice::default();
        let day = |text: &str| -> Day { text.parse().unwrap() };
        let (key, until) = ("rate_fell/shop".to_owned(), day("2026-11-30"));
        AdviceEdit::Snooze { key: key.clone(), until }.apply(&mut section).unwrap();
        assert_eq!(section.quiet_until(&key, day("2026-11-29")), Some(until));
        assert_eq!(section.quiet_until(&key, until), None);
        AdviceEdit::Wake(key).apply(&mut section).unwrap();
        assert_eq!(section, Advice::default());
    }
}
