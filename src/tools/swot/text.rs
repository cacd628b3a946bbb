//! The words of the SWOT page.

mod en;
pub mod markdown;
mod zh;

use crate::base::locale::Locale;
use crate::base::money::Money;
use crate::base::ratio::Ratio;
use crate::facts::metric::{Unit, metric};
use crate::i18n::{format, metric as metric_words};
use crate::knowledge::swot_rules::{Candidate, Figure, LimitUnit, SwotRule, fill, swot_rule, word};
use crate::tools::swot::calc::compare::Became;
use crate::tools::swot::calc::{Coverage, Way};
use crate::tools::swot::model::{Horizon, Progress, Quadrant};

/// Every word the page shows.
pub struct Text {
    /// The page's name.
    pub title: &'static str,
    /// What it is for.
    pub question: &'static str,
    /// What a quadrant is called.
    pub quadrant: fn(Quadrant) -> &'static str,
    /// Its standard handling (T-31).
    pub handling: fn(Quadrant) -> &'static str,
    /// How many entries it has.
    pub n_entries: fn(usize) -> String,
    /// For us, against us.
    pub axis: [&'static str; 2],
    /// Adds an entry to a quadrant.
    pub add: fn(Quadrant) -> String,
    /// What an entry says.
    pub text: &'static str,
    /// Moves an entry: its short name.
    pub move_it: fn(&str) -> String,
    /// How the keys move it.
    pub move_help: &'static str,
    /// Where it was moved to.
    pub moved: fn(&str) -> String,
    /// What can be done with an entry: its short name.
    pub menu: fn(&str) -> String,
    /// Opens an entry.
    pub edit: &'static str,
    /// One place up.
    pub up: &'static str,
    /// One place down.
    pub down: &'static str,
    /// Into another quadrant.
    pub to: fn(Quadrant) -> String,
    /// Makes a task of it.
    pub make_task: &'static str,
    /// Said when the task was made.
    pub task_made: &'static str,
    /// Removes it.
    pub remove: &'static str,
    /// Said when it was removed.
    pub removed: &'static str,
    /// Takes the last step back.
    pub undo: &'static str,
    /// Weight, and what it means.
    pub weight: &'static str,
    /// Rating of a quadrant, and what it means.
    pub rating: fn(Quadrant) -> &'static str,
    /// One of five.
    pub score: fn(u8) -> String,
    /// Weight × rating.
    pub impact: &'static str,
    /// What the bars of an entry say aloud.
    pub scores: fn(u8, u8, u32) -> String,
    /// When it counts.
    pub horizon: &'static str,
    /// The horizons; none for not said.
    pub horizon_name: fn(Option<Horizon>) -> &'static str,
    /// Who.
    pub owner: &'static str,
    /// What is done.
    pub action: &'static str,
    /// How far it is.
    pub status: &'static str,
    /// The steps.
    pub status_name: fn(Progress) -> &'static str,
    /// Whether core competence rests on it.
    pub is_core: &'static str,
    /// Says that a line leads to what an entry rests on.
    pub open_source: &'static str,
    /// What it was made from.
    pub made_from: &'static str,
    /// Closes a dialog.
    pub done: &'static str,
    /// Closes without doing.
    pub cancel: &'static str,
    /// The user's order, or by impact.
    pub sort: &'static str,
    /// The two.
    pub sorts: [&'static str; 2],
    /// The part with the totals.
    pub totals: &'static str,
    /// The heads of its columns.
    pub totals_head: [&'static str; 5],
    /// What the totals say: internal balance, external balance.
    pub balance: fn(i64, i64) -> String,
    /// The part with the strategies.
    pub tows: &'static str,
    /// How many, and how many entries they use.
    pub tows_note: fn(usize, &Coverage) -> String,
    /// The heads of its columns.
    pub tows_head: [&'static str; 5],
    /// What a way does.
    pub way: fn(Way) -> &'static str,
    /// Makes a strategy.
    pub pair: &'static str,
    /// The line that a strategy begins as: what is ours, what is outside.
    pub template: fn(&[String], &[String]) -> String,
    /// What a strategy does.
    pub strategy: &'static str,
    /// Which entries.
    pub pairs: &'static str,
    /// What pairing needs.
    pub pair_note: &'static str,
    /// Until when.
    pub due: &'static str,
    /// Which metric it moves.
    pub metric: &'static str,
    /// No metric.
    pub no_metric: &'static str,
    /// Saves it.
    pub save: &'static str,
    /// Nothing paired yet.
    pub no_strategies: &'static str,
    /// Strengths and opportunities without a strategy.
    pub unused: &'static str,
    /// Weaknesses and threats without one.
    pub unanswered: &'static str,
    /// Every one has a strategy.
    pub all_used: &'static str,
    /// Two entries that say the same.
    pub twice: &'static str,
    /// Which two, and how much alike.
    pub twice_words: fn(&str, &str, u32) -> String,
    /// No two do.
    pub not_twice: &'static str,
    /// Core competence.
    pub competence: &'static str,
    /// How it is written.
    pub competence_help: fn(&[String]) -> String,
    /// Opens the candidates.
    pub candidates: fn(usize) -> String,
    /// Their dialog.
    pub candidates_title: &'static str,
    /// What they are.
    pub candidates_note: &'static str,
    /// There are none.
    pub no_candidates: &'static str,
    /// Takes one over.
    pub accept: &'static str,
    /// Does not want it.
    pub dismiss: &'static str,
    /// The rule of a candidate, and its source.
    pub rule: fn(&str, &str) -> String,
    /// The rules and those that were not wanted.
    pub rules: &'static str,
    /// A rule's limit.
    pub limit: &'static str,
    /// Those not wanted.
    pub dismissed: fn(usize) -> String,
    /// Wants one again.
    pub restore: &'static str,
    /// The date of the last check.
    pub checked: fn(&str) -> String,
    /// Says that it was gone through today.
    pub check_today: &'static str,
    /// The menu of what goes out.
    pub export: &'static str,
    /// As a picture.
    pub png: &'static str,
    /// As text.
    pub markdown: &'static str,
    /// On paper.
    pub print: &'static str,
    /// Ranks a quadrant by pairs.
    pub rank: fn(Quadrant) -> String,
    /// The question of a pair.
    pub which: &'static str,
    /// How far it is.
    pub ranked: fn(usize, usize) -> String,
    /// Takes the order over.
    pub take_order: &'static str,
    /// The part on earlier versions.
    pub versions: &'static str,
    /// What it is for.
    pub versions_note: &'static str,
    /// The name of a new version.
    pub version_name: &'static str,
    /// Keeps the present.
    pub keep: &'static str,
    /// Compare from, to.
    pub compare: [&'static str; 2],
    /// The present.
    pub now: &'static str,
    /// What became of an entry.
    pub became: fn(&Became) -> String,
    /// Nothing has changed.
    pub same: &'static str,
    /// An empty page.
    pub empty_title: &'static str,
    /// How to begin.
    pub empty_words: &'static str,
    /// Begins with the candidates.
    pub empty_begin: &'static str,
    /// The part with the four quadrants, for those who cannot see it.
    pub board: &'static str,
}

/// The words in a language.
pub fn text(locale: Locale) -> &'static Text {
    match locale {
        Locale::Zh => &zh::ZH,
        Locale::En => &en::EN,
    }
}

/// What a candidate says and what that rests on.
pub fn candidate_words(candidate: &Candidate, locale: Locale) -> (String, String) {
    let Some(rule) = swot_rule(candidate.rule) else { return Default::default() };
    let mut figures = Vec::new();
    for one in &candidate.figures {
        figures.push(figure(one, locale));
    }
    (fill(word(rule.says, locale), &figures), fill(word(rule.basis, locale), &figures))
}

/// A figure in words.
fn figure(figure: &Figure, locale: Locale) -> String {
    match figure {
        Figure::Metric(key, value) => {
            let unit = metric(key).map_or(Unit::Count, |metric| metric.unit);
            metric_words::value(*value, unit)
        }
        Figure::MetricName(key) => metric_words::metric_name(key, locale).to_owned(),
        Figure::Percent(bp) => format::percent(ratio(*bp)),
        Figure::Times(bp) => {
            let x100 = bp / 100;
            format!("×{}.{:02}", x100 / 100, x100 % 100)
        }
        Figure::Money(fen) => format::money(Money::from_fen_clamped(*fen)),
        Figure::Count(n) => format::count(*n),
        Figure::Day(day) => format::day_short(*day, locale),
        Figure::Month(month) => format::month_long(*month, locale),
        Figure::Name(zh, en) => match locale {
            Locale::Zh => zh.clone(),
            Locale::En => en.clone(),
        },
    }
}

/// A rule's limit as it is shown.
pub fn limit_words(rule: &SwotRule, limit: i64, locale: Locale) -> String {
    match (rule.unit, locale) {
        (LimitUnit::Percent, _) => format::percent(ratio(limit)),
        (LimitUnit::Rating, _) => metric_words::value(limit, Unit::X100000),
        (LimitUnit::Days, Locale::Zh) => format!("{limit} 天"),
        (LimitUnit::Days, Locale::En) => format!("{limit} days"),
        (LimitUnit::Points, Locale::Zh) => format!("{limit} 分"),
        (LimitUnit::Points, Locale::En) => format!("{limit} points"),
    }
}

fn ratio(bp: i64) -> Ratio {
    Ratio::from_bp(i32::try_from(bp).unwrap_or(i32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_candidate_says_its_figures_in_both_languages() {
        let candidate = Candidate {
            rule: "cvr_up",
            key: "cvr_up".to_owned(),
            figures: vec![
                Figure::MetricName("cvr"),
                Figure::Metric("cvr", 300),
                Figure::Percent(2_000),
                Figure::Day("2026-10-04".parse().unwrap()),
                Figure::Day("2026-10-31".parse().unwrap()),
                Figure::Metric("cvr", 250),
            ],
            about: None,
            metric: Some("cvr"),
            day: None,
        };
        let (says, basis) = candidate_words(&candidate, Locale::Zh);
        assert_eq!(says, "支付转化率 3.00%，比去年同期高 20.00%");
        assert!(basis.contains("2.50%"), "{basis}");
        let (says, _) = candidate_words(&candidate, Locale::En);
        assert!(says.contains("3.00%"), "{says}");
        assert_eq!(figure(&Figure::Times(25_000), Locale::Zh), "×2.50");
    }
}
