//! The words of the archive page.

use crate::base::locale::Locale;
use crate::i18n::format;

/// Every word the archive page shows.
pub struct Text {
    /// The page's name.
    pub title: &'static str,
    /// What it answers.
    pub question: &'static str,
    /// The list of workbooks.
    pub workbooks: &'static str,
    /// How many there are.
    pub n_workbooks: fn(usize) -> String,
    /// The columns of the list.
    pub name: &'static str,
    /// When it was last stored.
    pub saved: &'static str,
    /// What it takes.
    pub size: &'static str,
    /// What can be done.
    pub actions: &'static str,
    /// The open workbook's mark.
    pub open_now: &'static str,
    /// Opens a workbook.
    pub open: &'static str,
    /// Names one.
    pub rename: &'static str,
    /// Copies one.
    pub duplicate: &'static str,
    /// A copy's name.
    pub copy_of: fn(&str) -> String,
    /// Downloads one.
    pub download: &'static str,
    /// Throws one away.
    pub delete: &'static str,
    /// After throwing away.
    pub deleted: fn(&str) -> String,
    /// The menu of a row.
    pub more: fn(&str) -> String,
    /// Makes a workbook.
    pub create: &'static str,
    /// Opens a file.
    pub open_file: &'static str,
    /// Opens the sample.
    pub sample: &'static str,
    /// A workbook without a name.
    pub unnamed: &'static str,
    /// Written by a newer version.
    pub newer: &'static str,
    /// Cannot be read.
    pub damaged: &'static str,
    /// Nothing stored yet.
    pub none_yet: &'static str,
    /// The trash.
    pub trash: &'static str,
    /// How long things stay in it.
    pub trash_note: &'static str,
    /// Takes out of the trash.
    pub restore: &'static str,
    /// Removes for good.
    pub forget: &'static str,
    /// Asks before removing for good.
    pub forget_question: fn(&str) -> String,
    /// What cannot be taken back.
    pub forget_note: &'static str,
    /// The earlier versions.
    pub snapshots: &'static str,
    /// How many there are.
    pub n_snapshots: fn(usize) -> String,
    /// When they are made and how long they are kept.
    pub snapshots_note: &'static str,
    /// When one was made.
    pub made: &'static str,
    /// Why it was made.
    pub why: &'static str,
    /// Goes back to one.
    pub go_back: &'static str,
    /// Asks before it.
    pub go_back_question: fn(&str) -> String,
    /// That it can be taken back.
    pub go_back_note: &'static str,
    /// After it.
    pub gone_back: &'static str,
    /// The room that all takes.
    pub storage: &'static str,
    /// How much of it.
    pub used: fn(&str, &str) -> String,
    /// How full it is, in percent.
    pub fullness: fn(usize) -> String,
    /// That it will soon be full, and what helps.
    pub tight: &'static str,
    /// In how many days it is full.
    pub days_left: fn(i64) -> String,
    /// When the last file was downloaded, and how many days ago.
    pub backup: fn(&str, i32) -> String,
    /// None was downloaded.
    pub no_backup: &'static str,
    /// Downloads one.
    pub back_up: &'static str,
    /// The browser has promised to keep what is stored.
    pub kept: &'static str,
    /// It has not, and what that means.
    pub not_kept: &'static str,
    /// Asks for it.
    pub ask_to_keep: &'static str,
    /// It said no.
    pub refused: &'static str,
    /// Damaged texts that were set aside.
    pub set_aside: fn(usize) -> String,
    /// What is imported.
    pub facts: &'static str,
    /// From when to when.
    pub facts_span: fn(&str, usize) -> String,
    /// Nothing imported.
    pub no_facts: &'static str,
    /// Leads to the import page.
    pub to_import: &'static str,
    /// The list of imports.
    pub imports: &'static str,
    /// The columns of the list.
    pub file: &'static str,
    /// The days of a file.
    pub period: &'static str,
    /// How many of them were new.
    pub new_days: &'static str,
    /// How many cells said something else before.
    pub restated: &'static str,
    /// When it was imported.
    pub imported: &'static str,
    /// The dialog's buttons.
    pub cancel: &'static str,
    /// Keeps a new name.
    pub save: &'static str,
}

/// The words in a language.
pub fn text(locale: Locale) -> &'static Text {
    match locale {
        Locale::Zh => &ZH,
        Locale::En => &EN,
    }
}

/// A size in UTF-16 units, as kilobytes: what the browser counts.
pub fn size(units: usize) -> String {
    let tenths = units.saturating_mul(10).div_ceil(1_024);
    if tenths < 100 {
        format!("{}.{} KB", tenths / 10, tenths % 10)
    } else {
        format!("{} KB", format::count(i64::try_from(tenths / 10).unwrap_or(i64::MAX)))
    }
}

static ZH: Text = Text {
    title: "数据档案",
    question: "这个浏览器里有哪些工作簿，导入过什么，占了多少地方？",
    workbooks: "工作簿",
    n_workbooks: |n| format!("{n} 份"),
    name: "名称",
    saved: "上次保存",
    size: "大小",
    actions: "操作",
    open_now: "正在用",
    open: "打开",
    rename: "改名",
    duplicate: "复制一份",
    copy_of: |name| format!("{name} 副本"),
    download: "下载",
    delete: "删除",
    deleted: |name| format!("已删除“{name}”"),
    more: |name| format!("{name} 的更多操作"),
    create: "新建工作簿",
    open_file: "打开工作簿文件",
    sample: "打开示例",
    unnamed: "未命名的工作簿",
    newer: "由更新的版本写成",
    damaged: "读不出来",
    none_yet: "还没有保存过工作簿。改动之后会自动保存。",
    trash: "回收站",
    trash_note: "30 天后清除",
    restore: "取回",
    forget: "彻底删除",
    forget_question: |name| format!("彻底删除“{name}”？"),
    forget_note: "删除之后不能取回。需要的话请先下载一份。",
    snapshots: "历史版本",
    n_snapshots: |n| format!("{n} 个"),
    snapshots_note: "导入、替换、恢复、删除之前自动留一份；编辑时每小时一份（当天最多 12 份），之前 14 天\
                     每天一份，共不超过 50 MB。",
    made: "时间",
    why: "缘由",
    go_back: "恢复",
    go_back_question: |at| format!("恢复到 {at} 的版本？"),
    go_back_note: "现在的内容会先留成一个历史版本，恢复之后也可以撤销。",
    gone_back: "已恢复",
    storage: "存储",
    used: |used, all| format!("已用 {used}，上限约 {all}"),
    fullness: |percent| format!("已用 {percent}%。"),
    tight: "存储空间快满了：删掉不用的工作簿，或者下载备份后清空回收站。",
    days_left: |n| format!("照最近的速度，约 {n} 天后写满。"),
    backup: |at, n| match n {
        0 => format!("最近一次备份文件：{at}（今天）。"),
        n => format!("最近一次备份文件：{at}（{n} 天前）。"),
    },
    no_backup: "这份工作簿还没有下载过备份文件。",
    back_up: "下载备份文件",
    kept: "浏览器已答应长期保留这里的数据。",
    not_kept: "磁盘紧张时，浏览器可能自行清掉网站数据。可以请它长期保留；有的浏览器会问你一声，\
               有的自己决定。",
    ask_to_keep: "请浏览器长期保留",
    refused: "浏览器没有答应。常用这个页面或把它加入书签之后再试，并定期下载备份。",
    set_aside: |n| format!("另外存放了 {n} 份损坏的内容"),
    facts: "导入的数据",
    facts_span: |span, n| format!("{span}，其中 {n} 天有数"),
    no_facts: "这份工作簿还没有导入数据。",
    to_import: "去导入",
    imports: "导入记录",
    file: "文件",
    period: "日期",
    new_days: "新增",
    restated: "改写的数",
    imported: "导入时间",
    cancel: "取消",
    save: "保存",
};

static EN: Text = Text {
    title: "Data archive",
    question: "Which workbooks are in this browser, what was imported, how much room do they take?",
    workbooks: "Workbooks",
    n_workbooks: |n| n.to_string(),
    name: "Name",
    saved: "Last saved",
    size: "Size",
    actions: "Actions",
    open_now: "Open now",
    open: "Open",
    rename: "Rename",
    duplicate: "Duplicate",
    copy_of: |name| format!("{name} copy"),
    download: "Download",
    delete: "Delete",
    deleted: |name| format!("Deleted “{name}”"),
    more: |name| format!("More for {name}"),
    create: "New workbook",
    open_file: "Open a workbook file",
    sample: "Open the sample",
    unnamed: "Untitled workbook",
    newer: "written by a newer version",
    damaged: "cannot be read",
    none_yet: "No workbook has been stored yet. Changes are saved by themselves.",
    trash: "Trash",
    trash_note: "emptied after 30 days",
    restore: "Restore",
    forget: "Delete for good",
    forget_question: |name| format!("Delete “{name}” for good?"),
    forget_note: "This cannot be undone. Download it first if you may need it.",
    snapshots: "Earlier versions",
    n_snapshots: |n| n.to_string(),
    snapshots_note: "Kept before each import, replacement, return and deletion; every hour while \
                     you edit (at most 12 of today), and one of each of the last 14 days; 50 MB \
                     in all.",
    made: "Time",
    why: "Reason",
    go_back: "Go back",
    go_back_question: |at| format!("Go back to the version of {at}?"),
    go_back_note: "What is here now is kept as an earlier version first, and the step can be undone.",
    gone_back: "Went back to the earlier version",
    storage: "Storage",
    used: |used, all| format!("{used} used of about {all}"),
    fullness: |percent| format!("{percent}% used."),
    tight: "Storage is nearly full: delete workbooks that you do not need, or download a backup and \
            empty the trash.",
    days_left: |n| format!("At the present pace it is full in about {n} days."),
    backup: |at, n| match n {
        0 => format!("Last backup file: {at} (today)."),
        1 => format!("Last backup file: {at} (yesterday)."),
        n => format!("Last backup file: {at} ({n} days ago)."),
    },
    no_backup: "No backup file of this workbook has been downloaded yet.",
    back_up: "Download a backup file",
    kept: "The browser has promised to keep the data of this page.",
    not_kept: "When the disk is nearly full, browsers may clear the data of a page by themselves. \
               You can ask yours to keep them; some ask you back, some decide alone.",
    ask_to_keep: "Ask the browser to keep them",
    refused: "The browser did not agree. Try again when you have used or bookmarked the page for a \
              while, and download a backup now and then.",
    set_aside: |n| format!("{n} damaged texts are set aside"),
    facts: "Imported data",
    facts_span: |span, n| format!("{span}, {n} days with figures"),
    no_facts: "Nothing has been imported into this workbook yet.",
    to_import: "Go to import",
    imports: "Imports",
    file: "File",
    period: "Days",
    new_days: "New",
    restated: "Restated",
    imported: "Imported",
    cancel: "Cancel",
    save: "Save",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_said_in_kilobytes() {
        assert_eq!(size(0), "0.0 KB");
        assert_eq!(size(1_024), "1.0 KB");
        assert_eq!(size(5_242_880), "5,120 KB");
    }
}
