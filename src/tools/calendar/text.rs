//! The words of the events page.

use crate::base::locale::Locale;

/// Every word that the page shows.
pub struct Text {
    /// The page's name.
    pub title: &'static str,
    /// What it is for.
    pub question: &'static str,
    /// Which fiscal year is looked at.
    pub year: &'static str,
    /// A fiscal year's name.
    pub year_name: fn(i32) -> String,
    /// The list of the trade's events.
    pub built_in_title: &'static str,
    /// Where their dates come from, and what the uplift means.
    pub built_in_note: &'static str,
    /// The list of the user's events.
    pub own_title: &'static str,
    /// Said where there are none.
    pub own_none: &'static str,
    /// Adds an own event.
    pub add: &'static str,
    /// What a new event is called at first.
    pub new_event: &'static str,
    /// The field of its name.
    pub name: &'static str,
    /// The field of the day itself.
    pub day: &'static str,
    /// The field of the days before.
    pub before: &'static str,
    /// The field of the days after.
    pub after: &'static str,
    /// The field of the uplift.
    pub uplift: &'static str,
    /// As it comes.
    pub built_in: &'static str,
    /// A built-in event that was changed.
    pub changed: &'static str,
    /// The event has no day in this year.
    pub no_date: &'static str,
    /// It is switched off.
    pub off: &'static str,
    /// First and last day, and how many.
    pub days: fn(&str, usize) -> String,
    /// What the plan asks of the days.
    pub target: fn(&str) -> String,
    /// What the days sold.
    pub actual: fn(&str) -> String,
    /// What history says, and on how many days.
    pub learned: fn(&str, usize) -> String,
    /// Takes what was learned.
    pub take: fn(&str) -> String,
    /// Removes an own event.
    pub remove: fn(&str) -> String,
    /// Brings a built-in event back as it was.
    pub restore: fn(&str) -> String,
    /// An own event was removed.
    pub removed: fn(&str) -> String,
    /// Takes the last step back.
    pub undo: &'static str,
    /// Leads to the goals.
    pub to_goals: &'static str,
    /// How much history learning takes.
    pub no_history: &'static str,
}

static ZH: Text = Text {
    title: "活动",
    question: "今年有哪些活动、在哪几天、比平常多卖多少？改了这里，目标马上按新的活动重新分到每天。",
    year: "年度",
    year_name: |year| format!("{year} 年"),
    built_in_title: "平台与节日",
    built_in_note: "活动日 = 平常一天 × 倍数，200% 是两倍；预售、开门红、主场各算一段。日期到 2035 年，农历节日按农历。",
    own_title: "自己的活动",
    own_none: "还没有自己的活动，例如店庆、会员日、上新。",
    add: "添加活动",
    new_event: "新活动",
    name: "名称",
    day: "当天",
    before: "前 n 天",
    after: "后 m 天",
    uplift: "倍数",
    built_in: "内置",
    changed: "已改",
    no_date: "这一年没有日期",
    off: "不计入目标",
    days: |days, n| format!("{days}，{n} 天"),
    target: |amount| format!("目标 {amount}"),
    actual: |amount| format!("实际 {amount}"),
    learned: |uplift, n| format!("历史是 {uplift}（{n} 天）"),
    take: |uplift| format!("采用 {uplift}"),
    remove: |name| format!("删除「{name}」"),
    restore: |name| format!("「{name}」恢复内置"),
    removed: |name| format!("已删除「{name}」"),
    undo: "撤销",
    to_goals: "看每天的目标",
    no_history: "导入满一年的日报后，这里会列出每个活动历史上的倍数。",
};

static EN: Text = Text {
    title: "Events",
    question: "Which events are there this year, on which days, and how much more do they sell? A change here spreads the goal anew at once.",
    year: "Year",
    year_name: |year| year.to_string(),
    built_in_title: "Platforms and festivals",
    built_in_note: "An event's day = a usual day × its uplift; 200% is twice. Presale, opening and main day are phases of their own. Dates reach 2035; lunar festivals follow the moon.",
    own_title: "Your own events",
    own_none: "None yet: an anniversary, a members' day, a launch.",
    add: "Add an event",
    new_event: "New event",
    name: "Name",
    day: "The day",
    before: "Days before",
    after: "Days after",
    uplift: "Uplift",
    built_in: "built in",
    changed: "changed",
    no_date: "no date this year",
    off: "does not count",
    days: |days, n| match n {
        1 => days.to_owned(),
        n => format!("{days}, {n} days"),
    },
    target: |amount| format!("target {amount}"),
    actual: |amount| format!("actual {amount}"),
    learned: |uplift, n| match n {
        1 => format!("history says {uplift} (1 day)"),
        n => format!("history says {uplift} ({n} days)"),
    },
    take: |uplift| format!("Use {uplift}"),
    remove: |name| format!("Remove “{name}”"),
    restore: |name| format!("Restore “{name}”"),
    removed: |name| format!("“{name}” was removed"),
    undo: "Undo",
    to_goals: "See every day's target",
    no_history: "With a full year of imported days, each event's uplift in history is listed here.",
};

/// The words in a language.
pub fn text(locale: Locale) -> &'static Text {
    match locale {
        Locale::Zh => &ZH,
        Locale::En => &EN,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_single_day_is_not_called_days() {
        assert_eq!((text(Locale::En).days)("Nov 11", 1), "Nov 11");
        assert_eq!((text(Locale::En).learned)("350%", 1), "history says 350% (1 day)");
        assert_eq!((text(Locale::Zh).days)("11月10日–11日", 2), "11月10日–11日，2 天");
    }
}
