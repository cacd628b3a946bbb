//! Entries for the SWOT, proposed by named rules from the workbook's own numbers.
//!
//! The rules are data (`knowledge::swot_rules`); here is what each probe looks at. A rule that
//! lacks its numbers proposes nothing.

mod facts;
mod things;

use crate::base::day::Day;
use crate::knowledge::swot_rules::{Candidate, Figure, Probe, SWOT_RULES, SwotRule};
use crate::workbook::Workbook;

impl Workbook {
    /// All candidates, in the order of the rules: also those that were dismissed or are entries
    /// already.
    pub fn all_candidates(&self, today: Day) -> Vec<Candidate> {
        let mut found = Vec::new();
        for rule in SWOT_RULES {
            let limit = self.swot_limit(rule);
            match rule.probe {
                Probe::MetricUp(key) => facts::year_change(self, rule, key, limit, &mut found),
                Probe::MetricDown(key) => facts::year_change(self, rule, key, -limit, &mut found),
                Probe::ShareOver(part, whole) => {
                    facts::share(self, rule, (part, whole), |bp| limit <= bp, &mut found);
                }
                Probe::ShareUnder(part, whole) => {
                    facts::share(self, rule, (part, whole), |bp| bp <= limit, &mut found);
                }
                Probe::AdOverCap => facts::ads(self, rule, limit, &mut found),
                Probe::RatingOver(key) => facts::rating(self, rule, key, limit, true, &mut found),
                Probe::RatingUnder(key) => facts::rating(self, rule, key, limit, false, &mut found),
                Probe::EventAhead => things::events(self, rule, limit, today, &mut found),
                Probe::SeasonAhead => facts::season(self, rule, limit, today, &mut found),
                Probe::RivalPriceDown => things::rivals(self, rule, "price", -limit, &mut found),
                Probe::RivalPriceUp => things::rivals(self, rule, "price", limit, &mut found),
                Probe::RivalSalesUp => things::rivals(self, rule, "units", limit, &mut found),
                Probe::FactorGap | Probe::FactorLead | Probe::FactorBehind => {
                    things::factors(self, rule, limit, &mut found);
                }
            }
        }
        found
    }

    /// The candidates that are neither dismissed nor entries already.
    pub fn candidates(&self, today: Day) -> Vec<Candidate> {
        let mut found = self.all_candidates(today);
        found.retain(|one| {
            let is_entry =
                self.swot.entries.iter().any(|entry| entry.candidate.as_ref() == Some(&one.key));
            let is_dismissed = self.swot.dismissed.iter().any(|old| old.candidate == one.key);
            !is_entry && !is_dismissed
        });
        found
    }

    /// The limit of a rule: the user's, or that of the rule.
    pub fn swot_limit(&self, rule: &SwotRule) -> i64 {
        let changed = self.swot.limits.iter().find(|one| one.rule == rule.key);
        changed.map_or(rule.limit, |one| one.limit)
    }
}

/// A candidate about the shop as a whole.
fn of_shop(rule: &'static SwotRule, figures: Vec<Figure>) -> Candidate {
    let key = rule.key.to_owned();
    Candidate { rule: rule.key, key, figures, about: None, metric: None, day: None }
}

/// `after ÷ before − 1` in basis points, rounded half away from zero; `None` where nothing was
/// before.
fn change_bp(before: i64, after: i64) -> Option<i64> {
    let bp = crate::base::ratio::Ratio::of(after.checked_sub(before)?, before)?;
    Some(bp.bp().into())
}

#[cfg(test)]
mod tests;
