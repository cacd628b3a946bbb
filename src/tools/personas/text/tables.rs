//! The words of the tables around the personas.

use crate::base::locale::Locale;
use crate::tools::personas::text::words;

type S = &'static str;

/// The words in a language.
pub fn text(locale: Locale) -> &'static Text {
    match locale {
        Locale::Zh => &ZH,
        Locale::En => &EN,
    }
}

words! {
    help: S = "直接打字，或从 Excel 粘贴；清空第一列就删掉这一行。", "Type, or paste from a spreadsheet. Clear the first column to drop a row.";
    new_row: S = "＋ 新增", "+ New";
    verdict: S = "建议", "Advice";
    bad_cell: fn(&str, &str) -> String =
        |column, why| format!("{column}：{why}"),
        |column, why| format!("{column}: {why}");
    one_of: fn(&str) -> String = |names| format!("请填 {names} 之一。"), |names| format!("Type one of {names}.");
    one_to_five: S = "请填 1 到 5。", "Type 1 to 5.";
    yes: S = "投", "on";
    no: S = "不投", "off";

    needs_title: S = "需求表", "Needs";
    needs_note: fn(usize, usize) -> String =
        |met, all| format!("{all} 条需求，{met} 条有产品满足"),
        |met, all| format!("{all} needs, {met} met by a product");
    need: S = "需求", "Need";
    persona: S = "画像", "Persona";
    kind: S = "类型", "Kind";
    source: S = "来源", "Source";
    keyword: S = "关键词", "Keyword";
    volume: S = "月搜索量", "Searches a month";
    product: S = "我们的产品", "Our product";
    unmet_title: S = "还没有产品满足的需求", "Needs that no product meets";
    unmet_note: S = "按搜索量排，搜得多的在前", "The most searched first";
    unmet_none: S = "每条需求都有产品满足。", "A product meets every need.";
    coverage_title: S = "产品满足哪些需求", "What every product is good for";
    no_personas: S = "先写一个画像，需求写在画像里。", "Write a persona first: needs belong to one.";

    regions_title: S = "地域分布与适配", "Regions";
    regions_note: S = "买家在哪里，哪里退得多，投哪里", "Where buyers are, where much comes back, where to advertise";
    region: S = "省、市", "Region";
    rank: S = "排名", "Rank";
    buyers: S = "付款买家占比", "Buyers";
    cumulative: S = "累计", "Cumulative";
    region_visitors: S = "访客占比", "Visitors";
    returns: S = "退货率", "Returns";
    climate: S = "气候、季节", "Climate";
    customs: S = "民俗", "Customs";
    ads: S = "投放", "Ads";
    presale: S = "预售单数", "Presale orders";
    recommended: S = "建议投放", "Advertise";
    outlier: S = "退货偏高", "Many returns";
    outlier_words: fn(&str, &str, &str) -> String =
        |names, rate, all| format!("{names}的退货率（{rate}）明显高于整体 {all}：查气候、民俗和描述是否适合当地，再决定投放。"),
        |names, rate, all| format!("{names}: returns ({rate}) well above {all} overall. Check climate, customs and description before advertising there.");
    recommend_words: fn(&str, &str) -> String =
        |names, share| format!("建议投放：{names}，合计占买家 {share}。"),
        |names, share| format!("Advertise in {names}: {share} of the buyers.");
    ad_cover: S = "建议投放覆盖买家", "Regions cover this much of the buyers";
    return_alert: S = "退货率达到整体的多少算偏高", "Returns stand out from this multiple of the whole";

    visits_title: S = "线下调研", "Mall visits";
    visits_note: S = "同类品牌在哪个商场、几楼、谁在买", "In which mall, on which floor, who buys";
    brand: S = "品牌、代理", "Brand";
    mall: S = "商场", "Mall";
    location: S = "地段", "Location";
    floor: S = "楼层", "Floor";
    traffic: S = "人流量", "Traffic";
    ages: S = "买家年龄", "Buyers' age";
    prices: S = "价位", "Prices";
    note: S = "说明什么、照片", "What it implies, photos";
    day: S = "日期", "Date";
    bad_day: S = "日期写成 2026-10-21。", "Write the date as 2026-10-21.";

    segments_title: S = "细分与扩展路线", "Segments";
    segments_note: S = "先服务谁、再扩展到谁，从上到下", "Who comes first, who next, from top to bottom";
    segment: S = "细分人群", "Segment";
    size: S = "估计人数", "Size";
    biggest_need: S = "最大的需求", "Biggest need";
    best_product: S = "最合适的产品", "Best product";
    satisfaction: S = "满意度", "Satisfaction";
    next_need: S = "下一个需求", "Next need";
    next_product: S = "下一个产品（找到或研发）", "Next product";
}
