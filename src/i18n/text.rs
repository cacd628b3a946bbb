//! The words of the shell: navigation, history, saving, settings of the screen.

mod steps;

use self::steps::{en_step, zh_step};
use crate::base::locale::Locale;
use crate::route::{Group, Route};
use crate::workbook::edit::Step;

/// Every word that belongs to no tool.
pub struct Text {
    /// The program's name.
    pub app: &'static str,
    /// Where the data are; stands at the foot of the navigation.
    pub privacy: &'static str,
    /// The link that jumps over the navigation.
    pub skip: &'static str,
    /// The navigation's name for those who cannot see it.
    pub navigation: &'static str,
    /// The name of the list of all pages, on a phone.
    pub all_pages: &'static str,
    /// A workbook that has no name yet.
    pub unnamed: &'static str,
    /// The fictional workbook's mark.
    pub sample: &'static str,
    /// Says of the open workbook that it is the sample: the important part.
    pub sample_is_open: &'static str,
    /// The rest of it.
    pub sample_words: &'static str,
    /// Throws the sample away.
    pub discard_sample: &'static str,
    /// After that.
    pub sample_discarded: &'static str,
    /// Brings it back.
    pub bring_back: &'static str,
    /// A page's name.
    pub page: fn(Route) -> &'static str,
    /// A page's name where there is little room.
    pub page_short: fn(Route) -> &'static str,
    /// A group of pages.
    pub group: fn(Group) -> &'static str,
    /// What a page answers; stands under its title.
    pub not_found: &'static str,
    /// What to do about it.
    pub not_found_way: &'static str,
    /// Said to screen readers while the file of a page is fetched.
    pub page_waiting: &'static str,
    /// The file of a page did not come.
    pub page_failed: &'static str,
    /// Why that may be, and that nothing is lost.
    pub page_failed_why: &'static str,
    /// The button that asks for it again.
    pub page_again: &'static str,
    /// The undo button, with the step that it would take back.
    pub undo: fn(Option<&Step>) -> String,
    /// The redo button, with the step that it would bring back.
    pub redo: fn(Option<&Step>) -> String,
    /// After undo: what was taken back.
    pub undone: fn(&Step) -> String,
    /// After redo: what was brought back.
    pub redone: fn(&Step) -> String,
    /// The other language, in its own words.
    pub other_language: &'static str,
    /// The other language's tag.
    pub other_tag: &'static str,
    /// The theme button.
    pub theme: &'static str,
    /// The button of further pages on a phone.
    pub more: &'static str,
    /// Closes a dialog or a notice.
    pub close: &'static str,
    /// A workbook, said of the open one.
    pub workbook: &'static str,
    /// Leads to the list of workbooks.
    pub all_workbooks: &'static str,
    /// Makes a workbook.
    pub new_workbook: &'static str,
    /// Opens a workbook file.
    pub open_workbook: &'static str,
    /// Downloads the open workbook.
    pub export: &'static str,
    /// Prints the page.
    pub print: &'static str,
    /// The browser did not hand a file over.
    pub unreadable_file: &'static str,
    /// Said while files are dragged over the window.
    pub drop: &'static str,
    /// What can be dropped.
    pub drop_note: &'static str,
    /// The workbook could not be stored.
    pub not_saved: &'static str,
    /// What is still true, and what to do.
    pub not_saved_way: &'static str,
    /// Downloads the workbook.
    pub download_backup: &'static str,
    /// Tries to store again.
    pub retry: &'static str,
    /// Another tab has stored a later version.
    pub conflict: &'static str,
    /// What to do about it.
    pub conflict_way: &'static str,
    /// Keeps what is on the screen.
    pub keep_copy: &'static str,
    /// Opens what the other tab has stored.
    pub open_theirs: &'static str,
    /// Downloads what is stored as it is.
    pub download_raw: &'static str,
    /// Loads the page anew.
    pub reload: &'static str,
    /// Closes a notice.
    pub understood: &'static str,
    /// Undoes from within a notice.
    pub undo_word: &'static str,
    /// Closes a dialog without doing anything.
    pub cancel: &'static str,
    /// After an export: under which name.
    pub downloaded: fn(&str) -> String,
    /// After a workbook file was opened.
    pub opened: fn(&str) -> String,
    /// A workbook file that was not opened, and why.
    pub not_opened: fn(&str, &str) -> String,
    /// The name of a copy that is kept after a conflict.
    pub conflict_copy: fn(&str) -> String,
    /// How long a notice still stays.
    pub seconds: fn(u8) -> String,
    /// Words of tables.
    pub grid: GridText,
}

/// What a table says to those who cannot see it, and when something is refused.
pub struct GridText {
    /// A cell that was fixed by hand.
    pub locked: &'static str,
    /// Pasted into cells that cannot be typed over.
    pub nothing_to_edit: &'static str,
    /// How many cells were pasted into or filled.
    pub n_changed: fn(usize) -> String,
    /// How many cells were copied.
    pub n_copied: fn(usize) -> String,
    /// Sorts by a column.
    pub order_by: fn(&str) -> String,
    /// A cell's name: its row and its column.
    pub cell: fn(&str, &str) -> String,
}

/// The words in a language.
pub fn text(locale: Locale) -> &'static Text {
    match locale {
        Locale::Zh => &ZH,
        Locale::En => &EN,
    }
}

static ZH: Text = Text {
    app: "掌柜",
    privacy: "数据只保存在本浏览器",
    skip: "跳到内容",
    navigation: "工具",
    all_pages: "全部页面",
    unnamed: "未命名的工作簿",
    sample: "示例",
    sample_is_open: "这是示例店铺。",
    sample_words: "数字是虚构的，可以随便改。",
    discard_sample: "丢掉示例",
    sample_discarded: "示例已丢掉",
    bring_back: "撤销",
    page: |route| match route {
        Route::Today => "今天",
        Route::Personas => "客户画像",
        Route::Journey => "购买决策",
        Route::Rivals => "竞争对手",
        Route::Swot => "SWOT",
        Route::Position => "定位与价值曲线",
        Route::Products => "商品",
        Route::Matrix => "波士顿矩阵",
        Route::Profit => "定价与利润",
        Route::Launch => "新品",
        Route::Trials => "测款测图",
        Route::ProfitControl => "利润控制表",
        Route::Quadrant => "生命周期四象限",
        Route::Diagnosis => "诊断",
        Route::Boards => "看板",
        Route::Advice => "建议",
        Route::Ads => "推广",
        Route::Goals => "目标拆解",
        Route::Events => "活动",
        Route::Import => "导入",
        Route::Archive => "数据档案",
        Route::Settings => "设置",
        Route::NotFound => "没有这一页",
    },
    page_short: |route| match route {
        Route::Personas => "画像",
        Route::Journey => "决策",
        Route::Rivals => "对手",
        Route::Position => "定位",
        Route::Products => "商品",
        Route::Matrix => "矩阵",
        Route::Profit => "利润",
        Route::Launch => "新品",
        Route::Trials => "测图",
        Route::ProfitControl => "控制表",
        Route::Quadrant => "四象限",
        Route::Goals => "目标",
        Route::Archive => "档案",
        Route::NotFound => "没有",
        other => (ZH.page)(other),
    },
    group: |group| match group {
        Group::Home => "首页",
        Group::See => "看清",
        Group::Place => "定位",
        Group::Goals => "目标",
        Group::Data => "数据",
        Group::App => "工作簿",
    },
    not_found: "地址里的这一页不存在，或者还没有做好。",
    not_found_way: "回到今天",
    page_waiting: "正在打开这一页",
    page_failed: "这一页没能打开",
    page_failed_why: "没有连上网络，或者网站刚更新过。你的数没有变，别的页照常可用。连上网后再试；还不行，刷新一次页面。",
    page_again: "再试一次",
    undo: |step| named("撤销", "：", step.map(zh_step)),
    redo: |step| named("重做", "：", step.map(zh_step)),
    undone: |step| format!("已撤销：{}", zh_step(step)),
    redone: |step| format!("已重做：{}", zh_step(step)),
    other_language: "English",
    other_tag: "en",
    theme: "切换深浅色",
    more: "更多",
    close: "关闭",
    workbook: "工作簿",
    all_workbooks: "所有工作簿",
    new_workbook: "新建工作簿",
    open_workbook: "打开工作簿文件",
    export: "导出工作簿（Ctrl+S）",
    print: "打印",
    unreadable_file: "文件读不出来，可能被移动了。",
    drop: "松开以导入",
    drop_note: "生意参谋导出的 xls、xlsx、csv，或 .zhanggui.json 工作簿",
    not_saved: "未能写入浏览器存储。",
    not_saved_way: "可以继续编辑，每 10 秒再试一次。",
    download_backup: "下载备份文件",
    retry: "重试",
    conflict: "另一个标签页保存了更新的内容。",
    conflict_way: "这里没有覆盖它。可以把这里的内容另存为副本，或者打开那边的版本。",
    keep_copy: "另存为副本",
    open_theirs: "打开那边的版本",
    download_raw: "原样下载",
    reload: "刷新页面",
    understood: "知道了",
    undo_word: "撤销",
    cancel: "取消",
    downloaded: |name| format!("已下载 {name}"),
    opened: |name| format!("已打开 {name}"),
    not_opened: |name, reason| format!("{name} 没有打开。{reason}"),
    conflict_copy: |name| format!("{name}（冲突副本）"),
    seconds: |n| format!("{n} 秒"),
    grid: GridText {
        locked: "已锁定",
        nothing_to_edit: "这些格子不能改，没有改动。",
        n_changed: |n| format!("改了 {n} 格"),
        n_copied: |n| format!("复制了 {n} 格"),
        order_by: |column| format!("按{column}排序"),
        cell: |row, column| format!("{row}，{column}"),
    },
};

static EN: Text = Text {
    app: "Zhanggui",
    privacy: "Your data stay in this browser",
    skip: "Skip to content",
    navigation: "Tools",
    all_pages: "All pages",
    unnamed: "Untitled workbook",
    sample: "Sample",
    sample_is_open: "This is the sample shop.",
    sample_words: "Its figures are fictional: change what you like.",
    discard_sample: "Discard the sample",
    sample_discarded: "The sample was discarded",
    bring_back: "Undo",
    page: |route| match route {
        Route::Today => "Today",
        Route::Personas => "Personas",
        Route::Journey => "Purchase decision",
        Route::Rivals => "Competitors",
        Route::Swot => "SWOT",
        Route::Position => "Positioning",
        Route::Products => "Products",
        Route::Matrix => "BCG matrix",
        Route::Profit => "Price and profit",
        Route::Launch => "New products",
        Route::Trials => "A/B tests",
        Route::ProfitControl => "Profit control",
        Route::Quadrant => "Traffic × conversion",
        Route::Diagnosis => "Diagnosis",
        Route::Boards => "Board",
        Route::Advice => "Advice",
        Route::Ads => "Advertising",
        Route::Goals => "Goals",
        Route::Events => "Events",
        Route::Import => "Import",
        Route::Archive => "Data archive",
        Route::Settings => "Settings",
        Route::NotFound => "No such page",
    },
    page_short: |route| match route {
        Route::Journey => "Journey",
        Route::Rivals => "Rivals",
        Route::Position => "Position",
        Route::Products => "Products",
        Route::Matrix => "BCG",
        Route::Profit => "Profit",
        Route::Launch => "Launch",
        Route::Trials => "Tests",
        Route::ProfitControl => "Control",
        Route::Quadrant => "Traffic",
        Route::Archive => "Archive",
        Route::NotFound => "None",
        other => (EN.page)(other),
    },
    group: |group| match group {
        Group::Home => "Home",
        Group::See => "See clearly",
        Group::Place => "Position",
        Group::Goals => "Goals",
        Group::Data => "Data",
        Group::App => "Workbook",
    },
    not_found: "The page in the address does not exist, or is not finished yet.",
    not_found_way: "Go to Today",
    page_waiting: "Opening the page",
    page_failed: "This page could not be opened",
    page_failed_why: "There is no connection, or the site has just been updated. Your figures are unchanged, and the other pages still work. Try again once you are online; if that does not help, reload the page.",
    page_again: "Try again",
    undo: |step| named("Undo", ": ", step.map(en_step)),
    redo: |step| named("Redo", ": ", step.map(en_step)),
    undone: |step| format!("Undone: {}", en_step(step)),
    redone: |step| format!("Redone: {}", en_step(step)),
    other_language: "中文",
    other_tag: "zh-CN",
    theme: "Switch light and dark",
    more: "More",
    close: "Close",
    workbook: "Workbook",
    all_workbooks: "All workbooks",
    new_workbook: "New workbook",
    open_workbook: "Open a workbook file",
    export: "Export the workbook (Ctrl+S)",
    print: "Print",
    unreadable_file: "The file could not be read; perhaps it was moved.",
    drop: "Let go to import",
    drop_note: "xls, xlsx and csv exports, or a .zhanggui.json workbook",
    not_saved: "The browser did not store your changes. ",
    not_saved_way: " You can go on working; it is tried again every 10 seconds.",
    download_backup: "Download a backup",
    retry: "Try again",
    conflict: "Another tab has stored a later version. ",
    conflict_way: "It was not overwritten. Keep what is here as a copy, or open the other version.",
    keep_copy: "Keep as a copy",
    open_theirs: "Open the other version",
    download_raw: "Download as it is",
    reload: "Reload",
    understood: "Got it",
    undo_word: "Undo",
    cancel: "Cancel",
    downloaded: |name| format!("Downloaded {name}"),
    opened: |name| format!("Opened {name}"),
    not_opened: |name, reason| format!("{name} was not opened. {reason}"),
    conflict_copy: |name| format!("{name} (conflict copy)"),
    seconds: |n| format!("{n} s"),
    grid: GridText {
        locked: "locked",
        nothing_to_edit: "These cells cannot be changed. Nothing was changed.",
        n_changed: |n| {
            if n == 1 { "1 cell changed".to_owned() } else { format!("{n} cells changed") }
        },
        n_copied: |n| if n == 1 { "1 cell copied".to_owned() } else { format!("{n} cells copied") },
        order_by: |column| format!("Sort by {column}"),
        cell: |row, column| format!("{row}, {column}"),
    },
};

fn named(action: &str, colon: &str, step: Option<String>) -> String {
    step.map_or_else(|| action.to_owned(), |step| format!("{action}{colon}{step}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn undo_names_the_step() {
        let step = Step::Import("日报.xls".to_owned());
        assert_eq!((text(Locale::Zh).undo)(Some(&step)), "撤销：导入 日报.xls");
        assert_eq!((text(Locale::En).undo)(Some(&Step::Shape)), "Undo: weights");
        assert_eq!((text(Locale::En).redo)(None), "Redo");
    }

    #[test]
    fn every_page_has_a_name_of_its_own_in_both_languages() {
        for locale in Locale::ALL {
            let names: Vec<_> =
                Route::ALL.iter().map(|route| (text(locale).page)(*route)).collect();
            for (idx, name) in names.iter().enumerate() {
                assert!(!name.is_empty() && !names[..idx].contains(name), "{name}");
            }
        }
    }
}
