//! The words of the next steps, and where each of them is done.

use crate::base::locale::Locale;
use crate::base::ratio::Ratio;
use crate::home::calc::steps::NextStep;
use crate::home::text::{amount, event};
use crate::i18n::format;
use crate::route::Route;

/// A step in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepWords {
    /// What to do.
    pub title: String,
    /// Why, with figures.
    pub note: String,
    /// The way's name.
    pub way: &'static str,
    /// Where it leads; `None` for the download of a backup.
    pub route: Option<Route>,
}

/// A step in a language.
pub fn step(step: &NextStep, is_sales: bool, locale: Locale) -> StepWords {
    let zh = locale == Locale::Zh;
    let amount = |value: i64| amount(value, is_sales, locale);
    let span = |span| format::span_short(span, locale);
    let pick = |in_zh: &'static str, in_en: &'static str| if zh { in_zh } else { in_en };
    let import = (pick("去导入", "Import"), Some(Route::Import));
    let goals = (pick("去目标页", "Open goals"), Some(Route::Goals));
    let (title, note, (way, route)) = match step {
        NextStep::FirstImport => (
            pick("导入历史数据", "Import your history").to_owned(),
            pick(
                "生意参谋导出的日数据；满一年就能学出季节与星期。",
                "The platform's daily figures; a year of them teaches season and weekdays.",
            )
            .to_owned(),
            import,
        ),
        NextStep::Import { span: days } => {
            let (n, days) = (days.n_days(), span(*days));
            let title =
                if zh { format!("导入 {days}的数据") } else { format!("Import {days}") };
            let note =
                if zh { format!("缺 {n} 天。") } else { format!("{} missing.", days_en(n)) };
            (title, note, import)
        }
        NextStep::FillHoles { n_days, latest } => {
            let latest = span(*latest);
            let title = pick("补上中间缺的日子", "Fill the days that are missing").to_owned();
            let note = if zh {
                format!("共 {n_days} 天，最近的是 {latest}。")
            } else {
                format!("{}, the latest {latest}.", days_en(n_days))
            };
            (title, note, import)
        }
        NextStep::SetGoal { year } => {
            let title = if zh {
                format!("设定 {year} 年目标")
            } else {
                format!("Set a target for {year}")
            };
            let note = pick("一个数就够，之后再调。", "One number is enough to begin with.");
            (title, note.to_owned(), goals)
        }
        NextStep::SolveConflict => (
            pick("解开互相矛盾的锁定", "Solve the contradicting locks").to_owned(),
            pick(
                "锁定的数加起来对不上，目标拆不到天。",
                "They cannot add up, so there is no target by day.",
            )
            .to_owned(),
            goals,
        ),
        NextStep::LearnWeights { n_days } => {
            let title = pick("从历史学出季节与星期", "Learn season and weekdays from history");
            let note = if zh {
                format!("有 {n_days} 天的历史，现在每天仍是平均分。")
            } else {
                format!("There are {n_days} days of history; the plan still counts all days alike.")
            };
            (title.to_owned(), note, goals)
        }
        NextStep::SetRates { month } => {
            let month = format::month_name(*month, locale);
            let title = if zh {
                format!("填{month}的转化率与客单价")
            } else {
                format!("Plan conversion and order value of {month}")
            };
            let note =
                pick("有了它们才算得出要多少访客。", "They tell how many visitors are needed.");
            (title, note.to_owned(), goals)
        }
        NextStep::CatchUp { span: days, by, n_left, required, planned } => {
            let (by, days) = (amount(*by), span(*days));
            let (required, planned) = (amount(*required), amount(*planned));
            let title = if zh { format!("补回 {by}") } else { format!("Catch up {by}") };
            let note = if zh {
                format!("{days}余 {n_left} 天，平均每天要 {required}，原计划 {planned}。")
            } else {
                format!(
                    "{days}: {} left, {required} a day; planned were {planned}.",
                    days_en(n_left)
                )
            };
            (title, note, goals)
        }
        NextStep::OutOfReach { span: days, needed, plausible, times_best } => {
            let (days, needed, plausible) = (span(*days), amount(*needed), amount(*plausible));
            let title = if zh {
                format!("{days}的目标够不着，改小或改计划")
            } else {
                format!("The target of {days} is out of reach: lower it or re-plan")
            };
            let note = if zh {
                format!("还差 {needed}，余下的天最多约 {plausible}{}。", times(*times_best, zh))
            } else {
                format!(
                    "{needed} are missing, the days left bring {plausible} at best{}.",
                    times(*times_best, zh)
                )
            };
            (title, note, goals)
        }
        NextStep::Prepare { name, span: days, starts_in, target } => {
            let (name, days) = (event(name, locale), span(*days));
            let title = if zh { format!("准备{name}") } else { format!("Prepare {name}") };
            let target = target.map(amount);
            let note = match (zh, target) {
                (true, Some(target)) => format!("{starts_in} 天后开始，{days}，目标 {target}。"),
                (true, None) => format!("{starts_in} 天后开始，{days}。"),
                (false, Some(target)) => {
                    format!("Begins in {}: {days}, target {target}.", days_en(starts_in))
                }
                (false, None) => format!("Begins in {}: {days}.", days_en(starts_in)),
            };
            (title, note, goals)
        }
        NextStep::PlanNextYear { year, days_left } => {
            let title = if zh {
                format!("设定 {year} 年目标")
            } else {
                format!("Set a target for {year}")
            };
            let note = if zh {
                format!("今年还有 {days_left} 天。")
            } else {
                format!("{} of this year left.", days_en(days_left))
            };
            (title, note, goals)
        }
        NextStep::ExportBackup => (
            pick("下载一份备份", "Download a backup").to_owned(),
            pick(
                "数据只在本浏览器里，清理浏览器会一并清掉。",
                "The data are in this browser alone; clearing it clears them.",
            )
            .to_owned(),
            (pick("下载", "Download"), None),
        ),
    };
    StepWords { title, note, way, route }
}

fn times(times_best: Option<Ratio>, zh: bool) -> String {
    let Some(ratio) = times_best else { return String::new() };
    let share = format::percent0(ratio);
    if zh {
        format!("，平均每天要做到历史最好一天的 {share}")
    } else {
        format!("; each must reach {share} of the best day ever")
    }
}

/// `1 day`, `3 days`.
fn days_en(n: impl std::fmt::Display) -> String {
    let n = n.to_string();
    let s = if n == "1" { "" } else { "s" };
    format!("{n} day{s}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::span::Span;

    #[test]
    fn every_step_says_what_why_and_where_in_both_languages() {
        let days = Span::new("2026-07-01".parse().unwrap(), "2026-07-31".parse().unwrap());
        let steps = [
            NextStep::FirstImport,
            NextStep::Import { span: days },
            NextStep::FillHoles { n_days: 3, latest: days },
            NextStep::SetGoal { year: 2026 },
            NextStep::SolveConflict,
            NextStep::LearnWeights { n_days: 730 },
            NextStep::SetRates { month: days.from().month() },
            NextStep::CatchUp { span: days, by: 5, n_left: 10, required: 2, planned: 1 },
            NextStep::OutOfReach { span: days, needed: 9, plausible: 5, times_best: None },
            NextStep::Prepare { name: Default::default(), span: days, starts_in: 3, target: None },
            NextStep::PlanNextYear { year: 2027, days_left: 30 },
            NextStep::ExportBackup,
        ];
        let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
        for one in &steps {
            let (zh, en) = (step(one, true, Locale::Zh), step(one, true, Locale::En));
            assert!(!zh.title.is_empty() && !zh.note.is_empty() && !zh.way.is_empty());
            assert!(!format!("{}{}{}", en.title, en.note, en.way).contains(is_han), "{en:?}");
            assert_eq!(zh.route, en.route);
        }
    }

    #[test]
    fn what_is_out_of_reach_is_said_plainly() {
        let days = Span::new("2026-07-01".parse().unwrap(), "2026-07-31".parse().unwrap());
        let reach = NextStep::OutOfReach {
            span: days,
            needed: 1_150_000,
            plausible: 1_000_000,
            times_best: Some(Ratio::from_bp(11_500)),
        };
        let words = step(&reach, true, Locale::Zh);
        assert_eq!(
            words.note,
            "还差 ¥11,500，余下的天最多约 ¥10,000，平均每天要做到历史最好一天的 115%。"
        );
    }
}
