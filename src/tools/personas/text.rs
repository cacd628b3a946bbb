//! The words of the personas' page.

pub mod card;
pub mod describe;
pub mod fields;
pub mod tables;

use crate::base::locale::Locale;
use crate::tools::personas::model::needs::{InsightTarget, NeedKind, NeedSource};

type S = &'static str;

/// Declares the words with both languages side by side, so that a missing one does not compile.
macro_rules! words {
    ($($key:ident: $kind:ty = $zh:expr, $en:expr;)*) => {
        /// Every word of the page that is not of its fields or tables.
        pub struct Text {
            $(pub $key: $kind,)*
        }

        static ZH: Text = Text { $($key: $zh,)* };
        static EN: Text = Text { $($key: $en,)* };
    };
}

pub(crate) use words;

/// The words in a language.
pub fn text(locale: Locale) -> &'static Text {
    match locale {
        Locale::Zh => &ZH,
        Locale::En => &EN,
    }
}

words! {
    title: S = "客户画像", "Personas";
    question: S = "买的人是谁，为什么买，怕什么？", "Who buys, why, and what do they fear?";
    new: S = "新画像", "New persona";
    new_name: fn(usize) -> String = |n| format!("画像 {n}"), |n| format!("Persona {n}");
    remove_note: S = "它给决策因素和旅程心情打的分会一起去掉。", "Its scores of decision factors and of the journey's mood go with it.";
    print_title: S = "打印哪些画像？", "Print which cards?";
    print_note: S = "每张画像一页 A4。", "One A4 page each.";
    print_n: fn(usize) -> String = |n| format!("打印 {n} 张"), |n| if n == 1 { "Print 1 card".to_owned() } else { format!("Print {n} cards") };
    print_compare: S = "打印对比", "Print the comparison";
    carry: S = "复制到别的工作簿", "Copy for another workbook";
    carried: S = "已复制。到另一份工作簿的客户画像页，点“粘贴画像”。", "Copied. In the other workbook, choose “Paste a persona” on this page.";
    not_carried: S = "浏览器不让复制。", "The browser does not let this page copy.";
    take_in: S = "粘贴画像", "Paste a persona";
    take_in_words: S = "把从另一份工作簿复制的画像贴在这里。占比和指向那边内容的连接不带过来。", "Paste what was copied in the other workbook. Its share, and links to things over there, stay behind.";
    take_in_field: S = "画像文本", "The copied text";
    take_in_now: S = "加进来", "Take it in";
    no_persona: S = "这不是从掌柜复制的画像，没有加进任何内容。", "This is no persona copied from Zhanggui; nothing was added.";
    print: S = "打印 A4", "Print A4";
    save_png: S = "存为 PNG", "Save as PNG";
    modes: S = "看什么", "What is shown";
    mode_names: [S; 6] =
        ["画像卡", "并排比较", "需求", "地域", "线下调研", "细分路线"],
        ["Card", "Compare", "Needs", "Regions", "Mall visits", "Segments"];

    empty_title: S = "先写一个最常见的买家", "Begin with the buyer you meet most often";
    empty_words: S =
        "八个问题就够：叫什么、多大、男女、在哪里、为谁买、最看重什么、心里想要什么、愿意花多少。其余的以后再补。",
        "Eight questions are enough: name, age, gender, place, occasion, what they must have, what they wish for, what they pay. The rest can wait.";
    empty_evidence: S = "每一条都可以附上证据：评价、关键词、指标或访谈。不写买家的姓名和账号。", "Each answer can carry its evidence: a review, a keyword, a metric, an interview. Buyers' names and accounts stay out.";

    list: S = "所有画像", "All personas";
    list_share: fn(&str) -> String = |share| format!("访客 {share}"), |share| format!("{share} of visitors");
    list_no_share: S = "还没有占比", "no share yet";
    unassigned: fn(&str) -> String = |share| format!("未归入 {share}"), |share| format!("In none: {share}");
    over: fn(&str) -> String =
        |over| format!("各画像占比合计超出 {over}，请改小其中一个。"),
        |over| format!("The personas' shares exceed 100% by {over}. Make one of them smaller.");
    whole: S = "占比合计 100%", "The shares make 100%";
    main: S = "主画像", "Main";
    overdue: fn(i32) -> String = |n| format!("已过期 {n} 天"), |n| format!("Stale for {n} days");
    due_soon: fn(i32) -> String =
        |n| match n {
            0 => "今天该复核".to_owned(),
            n => format!("{n} 天后复核"),
        },
        |n| match n {
            0 => "Review today".to_owned(),
            n => format!("Review in {n} days"),
        };
    review_words: S = "请按新的数据核对一遍，再改复核日期。", "Check it against new data, then set the next review.";

    implied_title: S = "按占比推算的销售额", "Sales implied by the shares";
    implied_note: S = "占比 × 转化率 × 客单价", "share × conversion × order value";
    visitors: S = "一个月的访客数", "Visitors of a month";
    visitors_help: fn(Option<(&str, &str)>) -> String =
        |facts| match facts {
            Some((count, span)) => format!("留空就用 {span} 的 {count} 位"),
            None => "还没有导入数据，请填一个数".to_owned(),
        },
        |facts| match facts {
            Some((count, span)) => format!("Empty: the {count} of {span}"),
            None => "No data imported yet: type a number".to_owned(),
        };
    implied: S = "推算", "Implied";
    goal: fn(&str) -> String = |month| format!("{month}目标"), |month| format!("Goal for {month}");
    no_goal: S = "这个月还没有销售目标", "No sales goal for this month";
    gap: S = "差距", "Difference";
    needed: S = "达成需要访客", "Visitors needed";
    others: S = "未归入的访客", "Visitors in none";
    rates_of_shop: fn(&str, &str) -> String =
        |cvr, aov| format!("没填转化率或客单价的，按全店 {cvr}、{aov} 算。"),
        |cvr, aov| format!("Where conversion or order value is empty, the shop's {cvr} and {aov} count.");
    no_rates: S = "全店转化率与客单价未知：导入数据，或在每个画像里填。", "The shop's conversion and order value are not known: import data, or fill them in for each persona.";
    part_unknown: S = "缺占比、转化率或客单价", "share, conversion or order value missing";

    compare_note: S = "选 2 到 4 个并排看，相同的地方变淡", "Choose 2 to 4; what is the same is pale";
    compare_brief: S = "概况", "In brief";
    compare_choose: S = "比较哪几个", "Which ones";
    compare_few: S = "至少要两个画像才能比较。", "It takes two personas to compare.";

    paste: S = "粘贴百分比表", "Paste a table";
    paste_title: fn(&str) -> String = |of| format!("粘贴：{of}"), |of| format!("Paste: {of}");
    paste_words: S = "从 Excel、WPS 或网页复制两列（名称、占比或人数），粘贴到这里。", "Copy two columns from a spreadsheet or a page (name, share or count) and paste them here.";
    paste_field: S = "表格", "Table";
    paste_kind: [S; 3] =
        ["数字按百分比读", "数字是小数，已换成百分比", "数字是人数，已换成占比"],
        ["Read as percentages", "Fractions, turned into percentages", "Counts, turned into shares"];
    paste_rows: fn(usize) -> String = |n| format!("读到 {n} 行"), |n| format!("{n} rows");
    paste_skipped: fn(&str) -> String = |lines| format!("跳过：{lines}"), |lines| format!("Left out: {lines}");
    paste_none: S = "没有读到“名称＋数字”的行。", "No line has a name and a number.";
    paste_apply: S = "替换这张表", "Replace the table";
    cancel: S = "取消", "Cancel";
    undo: S = "撤销", "Undo";

    copy: S = "复制一份", "Duplicate";
    copy_of: fn(&str) -> String = |name| format!("{name}（副本）"), |name| format!("{name} (copy)");
    move_up: S = "上移", "Move up";
    move_down: S = "下移", "Move down";
    remove: S = "删除画像", "Delete";
    removed: fn(&str) -> String = |name| format!("已删除“{name}”"), |name| format!("Deleted “{name}”");
    share_png_failed: S = "浏览器没有生成图片。", "The browser made no picture.";
    page_of: fn(usize, usize) -> String = |n, of| format!("客户画像 {n} / {of}"), |n, of| format!("Persona {n} of {of}");
}

/// A kind of need in a word.
pub fn need_kind(kind: NeedKind, locale: Locale) -> &'static str {
    match (kind, locale) {
        (NeedKind::Hard, Locale::Zh) => "硬性",
        (NeedKind::Latent, Locale::Zh) => "潜在",
        (NeedKind::Hard, Locale::En) => "hard",
        (NeedKind::Latent, Locale::En) => "latent",
    }
}

/// Where a need was found.
pub fn need_source(source: NeedSource, locale: Locale) -> &'static str {
    match (source, locale) {
        (NeedSource::Suggestions, Locale::Zh) => "下拉框",
        (NeedSource::Keywords, Locale::Zh) => "热门关键词",
        (NeedSource::Reviews, Locale::Zh) => "评价",
        (NeedSource::Service, Locale::Zh) => "客服聊天",
        (NeedSource::OldCustomers, Locale::Zh) => "老客群",
        (NeedSource::Suggestions, Locale::En) => "suggestions",
        (NeedSource::Keywords, Locale::En) => "keywords",
        (NeedSource::Reviews, Locale::En) => "reviews",
        (NeedSource::Service, Locale::En) => "service chats",
        (NeedSource::OldCustomers, Locale::En) => "old customers",
    }
}

/// Where an insight is put to use.
pub fn insight_target(target: InsightTarget, locale: Locale) -> &'static str {
    match (target, locale) {
        (InsightTarget::ProductPage, Locale::Zh) => "产品内页优化",
        (InsightTarget::ShopLook, Locale::Zh) => "店铺视觉呈现",
        (InsightTarget::Categories, Locale::Zh) => "产品分类设置",
        (InsightTarget::AdPictures, Locale::Zh) => "推广图片卖点",
        (InsightTarget::Supply, Locale::Zh) => "反向匹配供应链",
        (InsightTarget::ProductPage, Locale::En) => "Product page",
        (InsightTarget::ShopLook, Locale::En) => "Look of the shop",
        (InsightTarget::Categories, Locale::En) => "Categories",
        (InsightTarget::AdPictures, Locale::En) => "Ad pictures",
        (InsightTarget::Supply, Locale::En) => "Supply chain",
    }
}
