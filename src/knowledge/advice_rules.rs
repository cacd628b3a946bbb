//! The decision rules (§3) that imported figures can fire, as data: what is looked at, from which
//! value on, what to do. One mechanism evaluates them (`tools/advice/calc`).
//!
//! A rule fires where all its conditions hold and every figure is known. Nothing of §8 is here.

mod shop;
mod things;

use crate::base::locale::Locale;
use crate::facts::measure::Bound;
use crate::facts::metric::Unit;

/// What a rule is asked of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scope {
    /// The shop.
    Shop,
    /// Each item.
    Item,
    /// Each of the three ratings.
    Rating,
    /// Each event to come.
    Event,
}

impl Scope {
    /// In the order of the page.
    pub const ALL: [Self; 4] = [Self::Shop, Self::Item, Self::Rating, Self::Event];
}

/// A figure that a condition looks at, over the rule's days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Figure {
    /// A figure of the registry, or of the item.
    Now(&'static str),
    /// The same over as many days before.
    Before(&'static str),
    /// How much more it is than before, in basis points of that.
    Change(&'static str),
    /// The middle of the daily values of what cannot be worked out from several days.
    Median(&'static str),
    /// What is worked out in its own way.
    Own(Own),
}

/// Figures that are no metric.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Own {
    /// This month's sales of its target, on the days with figures.
    Attained,
    /// What visitors brought or cost against that target, of it.
    ByVisitors,
    /// What conversion brought or cost.
    ByRate,
    /// What the order value brought or cost.
    ByValue,
    /// 1 where the conversion rose beyond chance against the days before, −1 where it fell, else 0.
    RateMoved,
    /// Days without any figure among those looked at.
    MissingDays,
    /// The best-selling item's share of what all items sold.
    TopShare,
    /// The place by visitors, 1 being the first.
    VisitorRank,
    /// The place by sales in the days before.
    SalesRankBefore,
    /// Days that the stock lasts at the pace of late.
    CoverDays,
    /// What is left of the price that buyers pay after the piece's costs, of that price.
    UnitMargin,
    /// The last known value of a rating.
    Rating,
    /// Ratings that count: reviews of the last 180 days.
    Ratings,
    /// Five-star ratings that bring it to the line (T-85): (line − value) × n ÷ (5 − line).
    StarsNeeded,
    /// Days until an event begins.
    DaysAhead,
    /// The uplift that the calendar has for it.
    Uplift,
}

impl Own {
    /// The unit of its integer.
    pub const fn unit(self) -> Unit {
        match self {
            Self::Attained
            | Self::ByVisitors
            | Self::ByRate
            | Self::ByValue
            | Self::TopShare
            | Self::UnitMargin
            | Self::Uplift => Unit::BasisPoints,
            Self::Rating => Unit::X100000,
            _ => Unit::Count,
        }
    }
}

/// One condition of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cond {
    /// Its name within the rule, for good.
    pub key: &'static str,
    /// What is looked at.
    pub figure: Figure,
    /// On which side of the limit it must be.
    pub bound: Bound,
    /// Where the limit comes from while the user has set none.
    pub limit: From,
}

/// Where a limit comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum From {
    /// The source, or this program's own assumption; in the figure's unit. The user may change it.
    Usual(i64),
    /// What the shop lets advertising cost; changed in its settings.
    AdCap,
    /// A matter of logic, as "no buyers": there is nothing to change.
    Fixed(i64),
}

/// One rule.
#[derive(Clone, Copy, Debug)]
pub struct AdviceRule {
    /// Its name for good.
    pub key: &'static str,
    /// What it is asked of.
    pub scope: Scope,
    /// How many last days it looks at.
    pub days: i32,
    /// All of them must hold.
    pub when: &'static [Cond],
    /// Further figures that are shown with it.
    pub shows: &'static [Figure],
    /// What is the case, `{}` being the subject: Chinese, English.
    pub head: (&'static str, &'static str),
    /// What to do.
    pub what: (&'static str, &'static str),
    /// Ids of the rule, the tool and, where a limit is this program's own, `[D]`.
    pub source: &'static str,
}

impl PartialEq for AdviceRule {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

impl AdviceRule {
    /// What is the case, of a subject.
    pub fn head(&self, subject: &str, locale: Locale) -> String {
        pick(self.head, locale).replace("{}", subject)
    }

    /// What to do.
    pub fn what(&self, locale: Locale) -> &'static str {
        pick(self.what, locale)
    }

    /// The ids of its rules and tools, without what is said of its limits.
    pub fn ids(&self) -> &'static str {
        self.source.split(';').next().unwrap_or(self.source)
    }

    /// The name of one of its limits in a workbook.
    pub fn limit_key(&self, cond: &Cond) -> String {
        format!("{}.{}", self.key, cond.key)
    }
}

fn pick((zh, en): (&'static str, &'static str), locale: Locale) -> &'static str {
    match locale {
        Locale::Zh => zh,
        Locale::En => en,
    }
}

/// Visitors below which a rate says nothing; this program's assumption.
const ENOUGH: Cond = cond("least", Figure::Now("visitors"), Bound::AtLeast, From::Usual(200));
/// The same of the days before.
const ENOUGH_BEFORE: Cond =
    cond("least_before", Figure::Before("visitors"), Bound::AtLeast, From::Usual(200));

const fn cond(key: &'static str, figure: Figure, bound: Bound, limit: From) -> Cond {
    Cond { key, figure, bound, limit }
}

/// The rules, in the order in which they are told within a scope.
pub fn advice_rules() -> impl Iterator<Item = &'static AdviceRule> {
    shop::SHOP.iter().chain(things::THINGS)
}

/// The rule with this key.
pub fn rule(key: &str) -> Option<&'static AdviceRule> {
    advice_rules().find(|rule| rule.key == key)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn names_are_unique_and_every_rule_says_both_what_is_and_what_to_do() {
        let keys: BTreeSet<_> = advice_rules().map(|rule| rule.key).collect();
        assert_eq!(keys.len(), advice_rules().count());
        assert!(24 <= keys.len(), "{}", keys.len());
        for rule in advice_rules() {
            let conds: BTreeSet<_> = rule.when.iter().map(|cond| cond.key).collect();
            assert_eq!(conds.len(), rule.when.len(), "{}", rule.key);
            for locale in [Locale::Zh, Locale::En] {
                assert_eq!(rule.head("X", locale).contains('X'), rule.scope != Scope::Shop);
                assert!(!rule.what(locale).is_empty());
            }
            assert!(rule.source.contains("R-") || rule.source.contains("T-"), "{}", rule.key);
            assert!(!rule.when.is_empty() && 0 < rule.days);
        }
    }

    #[test]
    fn nothing_is_advised_that_must_not_be() {
        // §8: fake orders, rewards for reviews, dealings with platform staff.
        for rule in advice_rules() {
            let said = format!("{}{}{}{}", rule.head.0, rule.what.0, rule.head.1, rule.what.1);
            for word in ["刷单", "返现", "改评", "删评", "小二", "抄", "fake", "cash-back"]
            {
                assert!(!said.contains(word), "{}: {word}", rule.key);
            }
        }
    }
}
