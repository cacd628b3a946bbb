//! The words of tables that are read by hand.

use crate::base::locale::Locale;
use crate::base::words::words;
use crate::facts::items::subject::Subject;
use crate::facts::mapping::{MappingError, Scale};
use crate::facts::metric::Unit;
use crate::files::rows::Skip;

type S = &'static str;

/// The English ending of a count.
fn s(n: usize) -> &'static str {
    if n == 1 { "" } else { "s" }
}

words! {
    /// What stands over the panel.
    title: fn(&str) -> String = |file| format!("这张表还不认识：{file}"), |file| format!("Not a known table: {file}");
    title_edit: fn(&str) -> String = |name| format!("修改对应「{name}」"), |name| format!("Change the mapping “{name}”");
    why: S = "告诉程序每一列是什么。对应会存在工作簿里，下次表头相同的文件自动照此读。",
        "Say what each column is. The mapping is kept in the workbook and reads the next file with the same headers by itself.";
    tried: S = "照现在的对应还读不出：", "It cannot be read like this yet: ";
    dropped: fn(usize, usize) -> String = |columns, cells| format!("{columns} 列（{cells} 格）可能是个人信息，已在读取程序里丢弃：不显示，也不会保存。"),
        |columns, cells| format!("{columns} column{} ({cells} cell{}) may hold personal data and were dropped in the reader: neither shown nor kept.", s(columns), s(cells));

    head: S = "文件的头几行", "The first rows of the file";
    head_note: fn(usize) -> String = |n| format!("共 {n} 行；按纯文本显示"), |n| format!("{n} row{} in all; shown as plain text", s(n));
    row: S = "行", "Row";
    header_mark: S = "表头", "header";

    what: S = "这是什么表", "What the table is";
    name: S = "给这个对应起个名字", "A name for this mapping";
    list_name: S = "名字", "Name";
    name_of: fn(&str) -> String = |name| format!("「{name}」的名字"), |name| format!("Name of “{name}”");
    subject: S = "每一行说的是", "Each row is about";
    sheet: S = "工作表", "Sheet";
    sheet_at: fn(usize) -> String = |n| format!("第 {n} 张表"), |n| format!("Table {n}");
    header: S = "表头在哪一行", "The row of the header";
    header_at: fn(usize, &str) -> String = |row, names| format!("第 {row} 行：{names}"), |row, names| format!("Row {row}: {names}");
    date: S = "日期", "The date";
    whole_file: S = "整个文件是同一天或同一段时间", "One date for the whole file";
    from: S = "从哪天", "From";
    to: S = "到哪天", "To";
    about_help: S = "只存这一次的；下次从文件名或表头上方取，取不到会再问。",
        "For this file only; the next one takes it from its name or its notes, or asks again.";
    needs_date: S = "请填这个文件是哪一天的，或选出日期那一列。", "Say of which day the file is, or choose the column of the date.";
    none: S = "没有", "None";
    title_column: S = "名称", "Its name";
    code_column: fn(Subject) -> S = |subject| if subject == Subject::Item { "货号" } else { "场景（渠道）" },
        |subject| if subject == Subject::Item { "Its code" } else { "Channel" };

    columns: S = "其余各列", "The other columns";
    columns_note: fn(usize, usize) -> String = |used, of| format!("{of} 列里用上 {used} 列"), |used, of| format!("{used} of {of} are used");
    column: S = "列", "Column";
    samples: S = "头几格", "First cells";
    feeds: S = "对应到", "Feeds";
    feeds_of: fn(&str) -> String = |name| format!("「{name}」对应到"), |name| format!("“{name}” feeds");
    ignore: S = "不用这一列", "Not used";
    scale: S = "单位", "Unit";
    scale_of: fn(&str) -> String = |name| format!("「{name}」的单位"), |name| format!("Unit of “{name}”");
    more_columns: fn(usize) -> String = |n| format!("其余 {n} 列"), |n| format!("{n} more column{}", s(n));

    preview: S = "这样读出来", "Read like this";
    preview_note: S = "和上面的原文对一眼；“—”是没有数，不是 0", "Compare with the rows above; “—” is no value, not 0";
    when: S = "日期", "Date";
    refused: S = "这行不会导入：", "This row will be refused: ";
    skipped: fn(Skip) -> S = |skip| match skip {
        Skip::Summary => "合计行，跳过",
        Skip::Units => "单位行，跳过",
        Skip::Header => "又是表头，跳过",
        Skip::Repeat => "重复的行，跳过",
    }, |skip| match skip {
        Skip::Summary => "A row of sums, left out",
        Skip::Units => "A row of units, left out",
        Skip::Header => "The header again, left out",
        Skip::Repeat => "A repeat, left out",
    };

    read: S = "照此读这个文件", "Read the file like this";
    save: S = "保存对应", "Save the mapping";
    cancel: S = "取消", "Cancel";
    read_by: fn(&str) -> String = |name| format!("照你的对应「{name}」读的。"), |name| format!("Read with your mapping “{name}”.");
    is_new: S = "应用时存进工作簿，和导入是同一步，可一起撤销。", "It is kept in the workbook with the import, as one step that can be undone.";
    change: S = "改这个对应", "Change this mapping";

    list: S = "我的表格对应", "My table mappings";
    list_note: S = "表头相同的文件会自动照此读", "Files with the same headers are read by these";
    n_columns: fn(usize) -> String = |n| format!("{n} 列"), |n| format!("{n} column{}", s(n));
    used: S = "用上", "Used";
    edit: fn(&str) -> String = |name| format!("修改「{name}」"), |name| format!("Change “{name}”");
    remove: fn(&str) -> String = |name| format!("删除「{name}」"), |name| format!("Remove “{name}”");
    edit_short: S = "修改", "Change";
    removed: fn(&str) -> String = |name| format!("已删除对应「{name}」；读过的数据不受影响"), |name| format!("Mapping “{name}” removed; what was read by it stays");
    undo: S = "撤销", "Undo";
    broken: S = "用不了：", "Cannot be used: ";
    actions: S = "操作", "Actions";
}

/// What each row of a table is about.
pub fn subject(subject: Subject, locale: Locale) -> &'static str {
    let (zh, en) = match subject {
        Subject::Shop => {
            ("整个店铺的一天（或一段时间）", "The whole shop on a day (or over a period)")
        }
        Subject::Item => ("一件商品", "An item"),
        Subject::Source => ("一个流量来源", "A traffic source"),
        Subject::SearchWord => ("一个搜索词", "A search word"),
        Subject::AdPlan => ("一个推广计划", "An advertising plan"),
        Subject::AdItem => ("推广计划里的一件商品", "An item in an advertising plan"),
        Subject::AdAudience => ("推广计划里的一个人群", "An audience of an advertising plan"),
        Subject::Affiliate => ("淘宝联盟的一项推广", "What an affiliate brought"),
    };
    match locale {
        Locale::Zh => zh,
        Locale::En => en,
    }
}

/// A part of what a row is about.
pub fn key_part(subject: Subject, part: u8, locale: Locale) -> &'static str {
    let (zh, en) = match (subject, part) {
        (Subject::Shop, _) => ("店铺", "Shop"),
        (Subject::Item, _) | (Subject::AdItem | Subject::AdAudience, 1) => {
            ("商品 ID", "Item number")
        }
        (Subject::Source, 0) => ("来源（一级）", "Source (level 1)"),
        (Subject::Source, 1) => ("来源（二级）", "Source (level 2)"),
        (Subject::Source, _) => ("来源（三级）", "Source (level 3)"),
        (Subject::SearchWord, _) => ("搜索词", "Search word"),
        (Subject::AdPlan | Subject::AdItem | Subject::AdAudience, 0) => {
            ("计划（ID 或名称）", "Plan (number or name)")
        }
        (Subject::AdAudience | Subject::AdPlan | Subject::AdItem, _) => ("人群", "Audience"),
        (Subject::Affiliate, _) => ("推广内容", "Content"),
    };
    match locale {
        Locale::Zh => zh,
        Locale::En => en,
    }
}

/// What one of a column's numbers counts.
pub fn scale(scale: Scale, unit: Unit, locale: Locale) -> &'static str {
    let (zh, en) = match (scale, unit) {
        (Scale::Plain, Unit::Fen) => ("元", "¥"),
        (Scale::Plain, Unit::Count) => ("个", "Each"),
        (Scale::Plain, Unit::BasisPoints) => ("小数或带 %", "Fraction, or with %"),
        (Scale::Plain, Unit::Centiseconds) => ("秒", "Seconds"),
        (Scale::Plain, Unit::X100 | Unit::X100000) => ("原样", "As it is"),
        (Scale::TenThousand, Unit::Fen) => ("万元", "¥10,000"),
        (Scale::TenThousand, _) => ("万", "10,000"),
        (Scale::Percent, _) => ("百分数（省了 %）", "Percent, without %"),
    };
    match locale {
        Locale::Zh => zh,
        Locale::En => en,
    }
}

/// Why no table can be read by a mapping, and what to do.
pub fn problem(error: &MappingError, of: Subject, locale: Locale) -> String {
    let zh = locale == Locale::Zh;
    match error {
        MappingError::NoKey(part) => {
            let part = key_part(of, *part, locale);
            if zh {
                format!("请选「{part}」是哪一列。")
            } else {
                format!("Choose the column of: {part}.")
            }
        }
        MappingError::NoMetric if zh => "请至少让一列对应到一个指标。".to_owned(),
        MappingError::NoMetric => "Let at least one column feed a metric.".to_owned(),
        MappingError::UnknownMetric { column, .. } if zh => {
            format!("「{column}」对应的指标，这个版本不认识。")
        }
        MappingError::UnknownMetric { column, .. } => {
            format!("“{column}” feeds a metric that this version does not know.")
        }
        MappingError::Twice(column) if zh => format!("「{column}」和另一列对应到同一处。"),
        MappingError::Twice(column) => format!("“{column}” feeds what another column feeds."),
        MappingError::NoSuchPlace(column) if zh => format!("这种表没有「{column}」对应的位置。"),
        MappingError::NoSuchPlace(column) => format!("Such a table has no place for “{column}”."),
        MappingError::SameName(column) if zh => format!("有两列都叫「{column}」。"),
        MappingError::SameName(column) => format!("Two columns are named “{column}”."),
        MappingError::Scale(column) if zh => format!("「{column}」的单位与指标不符。"),
        MappingError::Scale(column) => format!("The unit of “{column}” does not fit its metric."),
    }
}

/// The name that a mapping has until somebody gives it another: the file's, without its dates.
pub fn first_name(file: &str, of: Subject, locale: Locale) -> String {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let words = stem.split(|char: char| char.is_ascii_digit()).next().unwrap_or_default();
    let name = words.trim_matches(|char: char| !char.is_alphanumeric());
    let name: String = name.chars().filter(|char| !char.is_control()).take(30).collect();
    if name.is_empty() { subject(of, locale).to_owned() } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mapping_is_named_by_its_file_without_dates() {
        let name = |file| first_name(file, Subject::Item, Locale::Zh);
        assert_eq!(name("代运营日报_2026-10-01_2026-10-31.xlsx"), "代运营日报");
        assert_eq!(name("日报_10月.csv"), "日报");
        assert_eq!(name("20261031.csv"), "一件商品");
    }
}
