//! The words of the import page.

use crate::base::locale::Locale;
use crate::facts::items::subject::Subject;
use crate::facts::merge::Of;
use crate::facts::metric::Unit;
use crate::files::mapping::BY_HAND;
use crate::files::protocol::Progress;
use crate::i18n::format::count;

pub mod mapping;
pub mod reasons;

type S = &'static str;

/// Declares the words with both languages side by side: one that is missing does not compile.
macro_rules! words {
    ($(#[$doc:meta])* $($key:ident: $kind:ty = $zh:expr, $en:expr;)*) => {
        $(#[$doc])*
        pub struct Text {
            $(pub $key: $kind,)*
        }

        static ZH: Text = Text { $($key: $zh,)* };
        static EN: Text = Text { $($key: $en,)* };

        /// The words in a language.
        pub fn text(locale: Locale) -> &'static Text {
            match locale {
                Locale::Zh => &ZH,
                Locale::En => &EN,
            }
        }
    };
}

/// The English ending of a count.
fn s(n: usize) -> &'static str {
    if n == 1 { "" } else { "s" }
}

/// What was imported.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Applied {
    /// How many files changed something.
    pub n_files: usize,
    /// Days of which nothing was known before.
    pub n_days: usize,
    /// The same of rows of items.
    pub n_rows: usize,
    /// The same of rows of sources, plans and the like.
    pub n_details: usize,
    /// Orders that were not known before.
    pub n_orders: usize,
    /// The same of lines of orders.
    pub n_lines: usize,
    /// Cells that said something else before.
    pub n_cells: usize,
}

/// Megabytes with one decimal.
fn megabytes(bytes: u64) -> String {
    format!("{}.{}", bytes / 1_000_000, bytes % 1_000_000 / 100_000)
}

words! {
    /// What the import page says.
    title: S = "导入", "Import";
    question: S = "把平台导出的文件放进来，先看它说了什么，再决定要不要。",
        "Drop the platform's exports here, see what they say, then decide.";
    preview_title: S = "导入预览", "Import preview";
    preview_question: S = "这些文件说了什么，会改动什么？确认之前，工作簿没有任何变化。",
        "What do these files say, and what would change? Nothing changes until you confirm.";

    drop: S = "把文件拖到这里", "Drop files here";
    choose: S = "选择文件", "Choose files";
    drop_note: S = "可以一次放多个：.xls .xlsx .csv .txt，或导出的工作簿 .json。文件只在本机读，没有上传。",
        "Several at once: .xls, .xlsx, .csv, .txt, or an exported workbook (.json). They are read on this machine and sent nowhere.";
    sources_title: S = "能读什么", "What can be read";
    sources: [(S, S); 9] = [
        ("生意参谋 · 店铺整体日报", "自助取数下载的 .xls、.xlsx、.csv 或 Unicode 文本；列可以任选，表头在第几行都行"),
        ("生意参谋 · 商品排行", "单日或整月的 .xls、.xlsx、.csv，也认按天的商品明细；按 商品ID 记到每件商品"),
        ("生意参谋 · 流量来源、搜索词", "无线店铺流量来源（新旧版式）和三级流量来源详情；日期取自文件名，汇总行不与明细相加"),
        ("万相台 · 计划、商品、人群报表", ".csv 或 .xlsx，直通车、引力魔方等旧名归到今天的渠道；商品报表与计划报表是同一笔钱，不相加"),
        ("千牛 · 订单、订单明细", "按买家算复购与分层，按商品算每天卖了多少，一百万行也行；不留姓名、电话、地址：会员名变成加盐的编号，个人信息列在读取程序里丢弃"),
        ("月报、数据概览、退款分析、淘宝联盟", "整月一个数的报表另存；概览按天横排的也认"),
        ("旧列名也认", "支付商品件数、下单商品件数、直通车消耗……自动对到现在的名字"),
        ("别的表格", "不认识的 .csv、.xls、.xlsx 会让你说明各列是什么，存在工作簿里，下次表头相同就自动读"),
        ("掌柜工作簿", "别处导出的 .zhanggui.json，作为新的工作簿打开"),
    ], [
        ("Sycm · shop by day", "Self-service downloads as .xls, .xlsx, .csv or Unicode text, with any of the columns and the header on any row"),
        ("Sycm · item ranking", "Single days or whole months as .xls, .xlsx or .csv, and items by day; kept by item number"),
        ("Sycm · traffic sources, search words", "Old and new layout; the date is taken from the file's name, and subtotals are not added to their parts"),
        ("Ads · campaigns, items, audiences", ".csv or .xlsx; old channel names become today's; items are the same money as their campaigns and are not added"),
        ("Orders and their lines", "A million lines at once. What each item sold a day, repeat purchases and segments by buyer without names, phones or addresses: a buyer becomes a salted number, personal columns are dropped in the reader"),
        ("Monthly report, overview, refunds, affiliate", "Months as one figure are kept beside the days; the overview with days across is read too"),
        ("Older column names", "are matched to today's"),
        ("Other tables", "Say once what the columns of an unknown .csv, .xls or .xlsx are; the next one with the same headers is read by that"),
        ("Zhanggui workbooks", "A .zhanggui.json exported elsewhere opens as a new workbook"),
    ];

    reading: fn(usize, usize) -> String = |idx, n| format!("正在读第 {idx} 个，共 {n} 个文件…"),
        |idx, n| format!("Reading file {idx} of {n}…");
    read_label: S = "读到哪里了", "How far the file is read";
    read_so_far: fn(Progress) -> String = |at| format!(
            "{}%：已读 {} / {} MB，{} 行",
            at.percent(), megabytes(at.done), megabytes(at.of), count(at.records as i64),
        ),
        |at| format!(
            "{}%: {} of {} MB, {} rows",
            at.percent(), megabytes(at.done), megabytes(at.of), count(at.records as i64),
        );
    read_stop: S = "停止读取", "Stop reading";
    n_files: fn(usize) -> String = |n| format!("{n} 个文件"), |n| format!("{n} file{}", s(n));
    files_note: S = "按内容识别，不看文件名；读在本机，没有上传",
        "Recognised by content, not by name; read on this machine, sent nowhere";
    file: S = "文件", "File";
    report: S = "认出的报表", "Recognised as";
    period: S = "时间", "Period";
    header: S = "表头", "Header";
    rows: S = "读懂", "Read";
    note: S = "说明", "Note";
    result: S = "结果", "Result";
    header_row: S = "行", "Row";
    full_stop: S = "。", ".";
    with_unit: fn(&str, Unit) -> String = |name, unit| match unit {
        Unit::Fen => format!("{name}（元）"),
        _ => name.to_owned(),
    }, |name, unit| match unit {
        Unit::Fen => format!("{name}, ¥"),
        _ => name.to_owned(),
    };
    row: fn(usize) -> String = |row| format!("第 {row} 行"), |row| format!("row {row}");
    n_rows: fn(usize) -> String = |n| format!("{n} 行"), |n| format!("{n} row{}", s(n));
    ready: S = "可导入", "Ready";
    partly: S = "部分", "Partly";
    no_change: S = "没有变化", "No change";
    refused: S = "拒收", "Refused";
    unknown: S = "不认识", "Unknown";
    to_map: S = "待对应", "To be mapped";
    is_reading: S = "在读", "Reading";
    new_days: fn(usize) -> String = |n| format!("新增 {n} 天"), |n| format!("{n} new day{}", s(n));
    new_rows: fn(usize) -> String = |n| format!("新增 {n} 行"), |n| format!("{n} new row{}", s(n));
    new_things: fn(usize, S) -> String = |n, thing| format!("{n} 个新的{thing}"),
        |n, thing| format!("{n} new: {}", thing.to_lowercase());
    new_items: fn(usize) -> String = |n| format!("{n} 件新商品"), |n| format!("{n} new item{}", s(n));
    ratios_short: fn(usize, usize) -> String = |same, of| format!("比率核对 {same}/{of}"),
        |same, of| format!("ratios {same} of {of} agree");
    n_restated: fn(usize) -> String = |n| format!("{n} 处改写"), |n| format!("{n} restated");
    n_filled: fn(usize) -> String = |n| format!("补上 {n} 处空缺"), |n| format!("{n} gap{} filled", s(n));
    n_refused_rows: fn(usize) -> String = |n| format!("{n} 行拒收"), |n| format!("{n} row{} refused", s(n));
    n_approximate: fn(usize) -> String =
        |n| format!("{n} 处是平台取整过的数（如 2.5万）"),
        |n| format!("{n} value{} rounded by the platform (such as 2.5万)", s(n));
    list_comma: S = "，", ", ";
    select: fn(&str) -> String = |file| format!("看 {file} 会改动什么"),
        |file| format!("Show what {file} would change");
    leave_out: S = "不导入", "Leave out";
    remove: fn(&str) -> String = |file| format!("不导入 {file}"), |file| format!("Leave out {file}");

    restated: S = "改写的旧数", "Restated figures";
    restated_note: fn(usize, usize) -> String =
        |n, days| format!("平台重算过：{n} 处，{days} 天"),
        |n, days| format!("Recomputed by the platform: {n} cell{}, {days} day{}", s(n), s(days));
    restated_items: fn(usize, usize) -> String =
        |n, rows| format!("平台重算过：{n} 处，{rows} 行"),
        |n, rows| format!("Recomputed by the platform: {n} cell{}, {rows} row{}", s(n), s(rows));
    restated_none: S = "没有一处与已有的数不同。", "Nothing differs from what is already there.";
    all_cells: fn(usize) -> String = |n| format!("全部 {n} 处"), |n| format!("All {n}");
    fewer_cells: S = "收起", "Show fewer";
    day: S = "日期", "Date";
    item: S = "商品", "Item";
    metric: S = "指标", "Metric";
    old: S = "原来", "Was";
    new: S = "现在", "Is";
    difference: S = "差", "Change";
    totals: S = "合计：导入前 → 导入后", "Totals: before → after";
    totals_more: fn(usize) -> String = |n| format!("全部 {n} 项"), |n| format!("All {n}");
    before: S = "导入前", "Before";
    after: S = "导入后", "After";
    is_new: S = "新", "new";
    partial: fn(usize, usize) -> String = |n, of| format!("{n}/{of} 天"), |n, of| format!("{n} of {of} days");

    first_days: S = "头几天", "The first days";
    first_rows: S = "头几行", "The first rows";
    first_days_note: S = "和原文件对一眼：数在不在该在的列里", "Compare with the file: is each figure in its column?";

    columns: S = "列", "Columns";
    columns_note: fn(usize, usize) -> String =
        |read, left| format!("读懂 {read} 列，没用上 {left} 列"),
        |read, left| format!("{read} read, {left} left out");
    columns_read: S = "读懂的列", "Columns that are read";
    columns_checked: S = "只核对、不存的列", "Columns that are checked, not kept";
    columns_checked_why: S = "比率可以由分子分母重算；累计、评分和平均时长不能跨天相加。",
        "Ratios follow from their parts; running totals, scores and mean times do not add up over days.";
    ratios: fn(usize, usize) -> String = |same, of| format!("文件自带的比率重算核对：{of} 个里 {same} 个一致。"),
        |same, of| format!("The file's own ratios, recomputed: {same} of {of} agree.");
    columns_left: S = "没用上的列", "Columns left out";
    renamed: fn(&str, &str) -> String = |name, now| format!("{name}（现名 {now}）"), |name, now| format!("{name} ({now})");
    personal: S = "出于隐私丢弃的列", "Columns dropped for privacy";
    personal_cells: fn(&str, usize) -> String = |name, n| format!("{name}（{n} 格）"), |name, n| format!("{name} ({n} cell{})", s(n));
    new_orders: fn(usize) -> String = |n| format!("新增 {n} 笔订单"), |n| format!("{n} new order{}", s(n));
    new_lines: fn(usize) -> String = |n| format!("新增 {n} 行明细"), |n| format!("{n} new order line{}", s(n));
    changed_lines: fn(usize) -> String = |n| format!("{n} 行有更新"), |n| format!("{n} line{} changed", s(n));
    lines_summed: S = "行数多，按商品与日期合计保存", "many lines: kept as sums by item and day";
    lines_by_month: S = "行数很多，按商品与月份合计保存", "very many lines: kept as sums by item and month";
    changed_orders: fn(usize) -> String = |n| format!("{n} 笔状态有更新"), |n| format!("{n} order{} changed", s(n));
    personal_note: fn(usize) -> String = |n| format!("{n} 列，从未离开读取程序"),
        |n| format!("{n} column{}, never left the reader", s(n));

    issues: S = "拒收的行", "Refused rows";
    issues_note: fn(usize) -> String = |n| format!("{n} 行，其余照常导入"),
        |n| format!("{n} row{}; the others are imported", s(n));
    rows_more: fn(usize) -> String = |n| format!("还有 {n} 处，未列出。"), |n| format!("{n} more are not listed.");
    issues_more: fn(usize) -> String = |n| format!("还有 {n} 行，未列出。"), |n| format!("{n} more are not listed.");
    download_issues: S = "下载清单", "Download the list";
    issues_file: S = "拒收的行", "refused rows";
    reason: S = "原因", "Reason";
    column: S = "列名", "Column";
    value: S = "内容", "Content";
    refused_files: S = "拒收的文件", "Refused files";
    nothing_changed: S = "未作任何修改。", "Nothing was changed.";
    details: S = "详细信息", "Details";

    apply: fn(usize) -> String = |n| format!("应用 {n} 个文件，可撤销"),
        |n| format!("Apply {n} file{}, can be undone", s(n));
    nothing_to_apply: S = "没有要应用的变化", "Nothing to apply";
    cancel: S = "取消", "Cancel";
    back: S = "完成", "Done";
    more_files: S = "再加文件", "Add files";
    applied: fn(&Applied) -> String = |of| {
            let also = |n: usize, what: &str, unit: &str| match n {
                0 => String::new(),
                _ => format!("、{what} {n} {unit}"),
            };
            let rows = also(of.n_rows, "商品", "行");
            let details = also(of.n_details, "流量与推广", "行");
            let orders = also(of.n_orders, "订单", "笔");
            let lines = also(of.n_lines, "订单明细", "行");
            let (files, days, cells) = (of.n_files, of.n_days, of.n_cells);
            format!("已导入 {files} 个文件：新增 {days} 天{rows}{details}{orders}{lines}，改写 {cells} 处。")
        },
        |of| {
            let also = |n: usize, one: &str, rest: &str| match n {
                0 => String::new(),
                _ => format!(", {n} {one}{}{rest}", s(n)),
            };
            let rows = also(of.n_rows, "row", " of items");
            let details = also(of.n_details, "row", " of traffic and ads");
            let orders = also(of.n_orders, "order", "");
            let lines = also(of.n_lines, "order line", "");
            let (files, days, cells) = (of.n_files, of.n_days, of.n_cells);
            let (files_s, days_s) = (s(files), s(days));
            format!("Imported {files} file{files_s}: {days} new day{days_s}{rows}{details}{orders}{lines}, {cells} restated.")
        };
    opened: fn(&str) -> String = |name| format!("已作为新的工作簿打开：{name}"), |name| format!("Opened as a new workbook: {name}");
    products_missing: fn(usize) -> String = |n| format!("有 {n} 件导入过的商品还不在商品表里。"),
        |n| format!("{n} imported item{} not in the product list yet.", if n == 1 { " is" } else { "s are" });
    add_products: fn(usize) -> String = |n| format!("把这 {n} 件加入商品表"), |n| format!("Add {n} to the products");
    products_added: fn(usize) -> String = |n| format!("已加入 {n} 件商品"), |n| format!("{n} product{} added", s(n));
    undo: S = "撤销", "Undo";
    to_goals: S = "去拆目标", "Set a target";

    log: S = "导入过的文件", "Earlier imports";
    log_note: fn(usize) -> String = |n| format!("{n} 次，最近的在上"), |n| format!("{n}, latest first");
    log_empty: S = "还没有导入过。", "Nothing has been imported yet.";
    log_at: S = "何时", "When";
    log_new: S = "新增", "New";
    log_restated: S = "改写", "Restated";
    log_period: fn(&str) -> String = |span| format!("工作簿里有 {span} 的数据"), |span| format!("The workbook has data of {span}");
}

/// What a row of a keyed table is about.
pub fn thing(of: Of, locale: Locale) -> &'static str {
    let (zh, en) = match of {
        Of::Shop | Of::Each(Subject::Shop) => ("店铺", "Shop"),
        Of::Orders => ("订单", "Order"),
        Of::Lines => ("订单明细", "Order line"),
        Of::Each(Subject::Item) => ("商品", "Item"),
        Of::Each(Subject::Source) => ("来源", "Source"),
        Of::Each(Subject::SearchWord) => ("搜索词", "Search word"),
        Of::Each(Subject::AdPlan) => ("计划", "Plan"),
        Of::Each(Subject::AdItem) => ("计划 › 商品", "Plan › item"),
        Of::Each(Subject::AdAudience) => ("计划 › 商品 › 人群", "Plan › item › audience"),
        Of::Each(Subject::Affiliate) => ("推广内容", "Content"),
    };
    match locale {
        Locale::Zh => zh,
        Locale::En => en,
    }
}

/// The name of a dialect.
pub fn dialect(id: &str, locale: Locale) -> String {
    if let Some(name) = id.strip_prefix(BY_HAND) {
        return match locale {
            Locale::Zh => format!("按你的对应「{name}」"),
            Locale::En => format!("Your mapping “{name}”"),
        };
    }
    let (zh, en) = match id {
        "sycm.shop_day" => ("生意参谋 · 店铺日报", "Sycm · shop by day"),
        "sycm.shop_period" => ("生意参谋 · 店铺周报/月报", "Sycm · shop by period"),
        "sycm.item_rank" => ("生意参谋 · 商品排行", "Sycm · item ranking"),
        "sycm.item_day_plain" => ("商品每日数据", "Items by day"),
        "sycm.flow_source" => ("生意参谋 · 流量来源", "Sycm · traffic sources"),
        "sycm.flow_keyword" => ("生意参谋 · 搜索词", "Sycm · search keywords"),
        "sycm.refund" => ("生意参谋 · 退款分析", "Sycm · refunds"),
        "sycm.overview_transposed" => ("生意参谋 · 数据概览", "Sycm · overview"),
        "ads.plan" => ("万相台 · 计划报表", "Ads · campaigns"),
        "ads.item" => ("万相台 · 商品报表", "Ads · items"),
        "ads.audience" => ("万相台 · 人群报表", "Ads · audiences"),
        "orders.list" => ("千牛 · 订单", "Orders"),
        "orders.detail" => ("千牛 · 订单明细", "Order lines"),
        "taobaoke.daily" => ("淘宝联盟 · 效果报表", "Affiliate report"),
        "alipay.ledger" => ("支付宝 · 账务明细", "Alipay ledger"),
        other => return other.to_owned(),
    };
    match locale {
        Locale::Zh => zh.to_owned(),
        Locale::En => en.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::dialects::{DIALECTS, SHOP_PERIOD_ID};

    #[test]
    fn every_dialect_has_a_name() {
        for id in DIALECTS.iter().map(|dialect| dialect.id).chain([SHOP_PERIOD_ID]) {
            for locale in Locale::ALL {
                assert_ne!(dialect(id, locale), id);
            }
        }
    }
}
