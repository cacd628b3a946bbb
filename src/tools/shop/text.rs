//! The words of the settings page: the shop, and the screen.

use crate::base::calendar::WeekStart;
use crate::base::locale::Locale;
use crate::base::prefs::{ColourRule, Theme};

/// Every word the settings page shows.
pub struct Text {
    /// The page's name.
    pub title: &'static str,
    /// What it is for.
    pub question: &'static str,
    /// The part on the shop.
    pub shop: &'static str,
    /// Where these settings are kept.
    pub shop_note: &'static str,
    /// The shop's name.
    pub name: &'static str,
    /// An example of one.
    pub name_example: &'static str,
    /// The first month of the fiscal year.
    pub fiscal_start: &'static str,
    /// What follows from it.
    pub fiscal_help: &'static str,
    /// A month as the start of the fiscal year.
    pub month: fn(u8) -> String,
    /// On which day weeks begin.
    pub week_start: &'static str,
    /// The two.
    pub week_day: fn(WeekStart) -> &'static str,
    /// The most that advertising may cost.
    pub ad_cap: &'static str,
    /// What it is a share of.
    pub ad_cap_help: &'static str,
    /// The part on the screen.
    pub screen: &'static str,
    /// Where these settings are kept.
    pub screen_note: &'static str,
    /// The language.
    pub language: &'static str,
    /// A language in its own words.
    pub language_name: fn(Locale) -> &'static str,
    /// Light or dark.
    pub theme: &'static str,
    /// The three.
    pub theme_name: fn(Theme) -> &'static str,
    /// Which colour is up.
    pub colours: &'static str,
    /// The three.
    pub colours_name: fn(ColourRule) -> &'static str,
    /// How the colours look.
    pub colours_example: &'static str,
    /// The part on the data.
    pub data: &'static str,
    /// Where they are.
    pub data_note: &'static str,
    /// Leads to the workbooks.
    pub to_archive: &'static str,
    /// The keys.
    pub keys: &'static str,
    /// Which keys do what.
    pub key_list: &'static [(&'static str, &'static str)],
}

/// The words in a language.
pub fn text(locale: Locale) -> &'static Text {
    match locale {
        Locale::Zh => &ZH,
        Locale::En => &EN,
    }
}

fn language_name(locale: Locale) -> &'static str {
    match locale {
        Locale::Zh => "中文",
        Locale::En => "English",
    }
}

static ZH: Text = Text {
    title: "设置",
    question: "店铺怎么分期，屏幕怎么显示？改了马上生效。",
    shop: "店铺",
    shop_note: "随工作簿保存，可以撤销",
    name: "店铺或工作簿名称",
    name_example: "例如：汀匣礼品旗舰店",
    fiscal_start: "财年从哪个月开始",
    fiscal_help: "年目标、季度和累计都按它切分。",
    month: |month| format!("{month}月"),
    week_start: "一周从哪天开始",
    week_day: |start| match start {
        WeekStart::Monday => "周一",
        WeekStart::Sunday => "周日",
    },
    ad_cap: "推广费上限",
    ad_cap_help: "占支付金额的比例。目标拆解里按它给出每期的推广费上限。",
    screen: "屏幕",
    screen_note: "只保存在这个浏览器",
    language: "语言",
    language_name,
    theme: "深浅色",
    theme_name: |theme| match theme {
        Theme::System => "跟随系统",
        Theme::Light => "浅色",
        Theme::Dark => "深色",
    },
    colours: "涨跌配色",
    colours_name: |colours| match colours {
        ColourRule::RedUp => "红涨绿跌",
        ColourRule::GreenUp => "绿涨红跌",
        ColourRule::BlueUp => "蓝涨橙跌",
    },
    colours_example: "看起来是",
    data: "数据",
    data_note: "工作簿、导入的数据和设置都只在本浏览器里；清除浏览器数据会一并删除，请定期导出。",
    to_archive: "管理工作簿与存储",
    keys: "键盘",
    key_list: &[
        ("Ctrl+Z", "撤销"),
        ("Ctrl+Shift+Z，Ctrl+Y", "重做"),
        ("Ctrl+S", "保存并导出工作簿"),
        ("方向键，Tab，Enter", "在表格里移动"),
        ("F2，双击", "改单元格；直接打字是替换"),
        ("Shift+方向键", "选一片格子"),
        ("Ctrl+C，Ctrl+V", "与 Excel、WPS 互相复制粘贴"),
        ("Ctrl+D", "向下填充"),
        ("Delete", "清空格子，回到自动分配"),
        ("Esc，再按 Tab", "离开表格"),
    ],
};

static EN: Text = Text {
    title: "Settings",
    question: "How is time cut for the shop, and how does the screen look? Changes apply at once.",
    shop: "Shop",
    shop_note: "Kept with the workbook; can be undone",
    name: "Name of the shop or workbook",
    name_example: "For example: Tingxia Gifts",
    fiscal_start: "The fiscal year begins in",
    fiscal_help: "Targets, quarters and totals to date are cut by it.",
    month: |month| {
        const NAMES: [&str; 12] = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        NAMES[usize::from(month.clamp(1, 12)) - 1].to_owned()
    },
    week_start: "A week begins on",
    week_day: |start| match start {
        WeekStart::Monday => "Monday",
        WeekStart::Sunday => "Sunday",
    },
    ad_cap: "Advertising cap",
    ad_cap_help: "A share of sales. The goals page derives each period's budget cap from it.",
    screen: "Screen",
    screen_note: "Kept in this browser only",
    language: "Language",
    language_name,
    theme: "Light or dark",
    theme_name: |theme| match theme {
        Theme::System => "System",
        Theme::Light => "Light",
        Theme::Dark => "Dark",
    },
    colours: "Up and down",
    colours_name: |colours| match colours {
        ColourRule::RedUp => "Red up",
        ColourRule::GreenUp => "Green up",
        ColourRule::BlueUp => "Blue up",
    },
    colours_example: "Looks like",
    data: "Data",
    data_note: "Workbooks, imported data and settings are in this browser only. Clearing the \
         browser's data deletes them too: export now and then.",
    to_archive: "Manage workbooks and storage",
    keys: "Keyboard",
    key_list: &[
        ("Ctrl+Z", "Undo"),
        ("Ctrl+Shift+Z, Ctrl+Y", "Redo"),
        ("Ctrl+S", "Save, and export the workbook"),
        ("Arrows, Tab, Enter", "Move in a table"),
        ("F2, double click", "Change a cell; typing replaces it"),
        ("Shift+arrows", "Select cells"),
        ("Ctrl+C, Ctrl+V", "Copy to and paste from Excel and WPS"),
        ("Ctrl+D", "Fill down"),
        ("Delete", "Clear cells: back to automatic"),
        ("Esc, then Tab", "Leave a table"),
    ],
};
