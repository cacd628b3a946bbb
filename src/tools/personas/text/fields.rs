//! The words of a persona's fields.

use crate::base::locale::Locale;
use crate::tools::personas::model::persona::{Claim, Distribution};
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
    edit: S = "编辑", "Edit";
    edit_note: S = "改动立即反映在卡片上", "The card follows at once";
    quick: S = "先答这 8 个问题", "Eight questions first";
    more: S = "补充（都可以不填）", "More (all optional)";

    name: S = "怎么称呼这群人", "What do you call them?";
    name_example: S = "例如：送女友礼物的他", "For example: he who buys for her";
    age: S = "多大年纪", "How old are they?";
    age_from: S = "年龄从", "Age from";
    age_to: S = "到", "to";
    age_wrong: fn(u8, u8) -> String =
        |from, to| format!("最大 {to} 岁小于最小 {from} 岁，请改其中一个。"),
        |from, to| format!("The oldest, {to}, is younger than the youngest, {from}. Change one.");
    years: S = "岁", "yrs";
    gender: S = "男女各占多少", "Women and men";
    female: S = "女性占比", "Women";
    male: S = "男性占比", "Men";
    regions: S = "主要在哪些地方", "Where are they?";
    occasions: S = "为谁买、什么时候买", "For whom, and when?";
    hard: S = "最看重什么（硬性需求）", "What must it have? (hard needs)";
    latent: S = "心里想要什么、怕什么（潜在需求）", "What do they wish for, or fear? (latent needs)";
    price: S = "愿意花多少", "What do they pay?";
    price_from: S = "最低价", "From";
    price_to: S = "能接受的最高价", "To";
    price_wrong: fn(&str, &str) -> String =
        |from, to| format!("最高价 {to} 低于最低价 {from}，请改其中一个。"),
        |from, to| format!("The most, {to}, is less than the least, {from}. Change one.");
    need: S = "需求", "Need";
    add_need: S = "加一条", "Add one";
    remove_need: S = "删除这条需求", "Remove this need";

    people: S = "人群", "People";
    ages: S = "年龄分布", "Age bands";
    occupation: S = "职业、身份", "Occupation";
    life_space: S = "生活空间", "Where they live and move";
    attitudes: S = "生活态度、爱好", "Attitudes and likes";
    tags_help: S = "用顿号或逗号分开", "Part them by commas";
    money: S = "消费", "Spending";
    spending: S = "购买能力（消费层级）", "Purchase power";
    levels: S = "会员等级", "Membership levels";
    price_attitude: S = "价格敏感、折扣偏好", "Prices and discounts";
    reach: S = "触达", "Reach";
    terminal: S = "常用终端", "Phone or computer";
    mobile: S = "手机占比", "Phone";
    desktop: S = "电脑占比", "Computer";
    media: S = "关注的媒体", "Media";
    keywords: S = "搜索关键词", "Keywords";
    details: S = "最关心的细节", "What they look at most";
    own_detail: S = "为自己买，最关心", "When they buy for themselves";
    gift_detail: S = "送别人，最关心", "When they buy for others";
    weight: S = "占比与价值", "Weight";
    share: S = "占访客的比例", "Share of visitors";
    cvr: S = "支付转化率", "Pay conversion";
    aov: S = "客单价", "Order value";
    shop_rate: fn(&str) -> String = |rate| format!("留空按全店 {rate}"), |rate| format!("Empty: the shop's {rate}");
    uses: S = "用在哪里", "What follows from it";
    uses_note: S = "洞察落到页面、图片、供应链", "From insight to page, picture, supply";
    insight: S = "洞察与做法", "Insight, and what to do";
    insight_target: S = "落在哪里", "Where";
    add_insight: S = "加一条洞察", "Add an insight";
    remove_insight: S = "删除这条洞察", "Remove this insight";
    make_task: S = "做成任务", "Make a task";
    task: S = "任务", "Task";
    task_states: [S; 4] = ["待办", "进行中", "已完成", "已放弃"], ["open", "under way", "done", "dropped"];
    task_owner: S = "负责人", "Owner";
    task_due: S = "截止日期", "Due";
    sentence: S = "一句话描述", "In one sentence";
    sentence_help: S = "空着就按上面的内容自动写", "Empty: written from the fields";
    sentence_zh: S = "中文", "Chinese";
    sentence_en: S = "英文", "English";
    sentence_auto: S = "改回自动写", "Write it from the fields";
    source: S = "来源与复核", "Source and review";
    source_line: S = "数据来源", "Where it comes from";
    source_example: S = "例如：订单 1,012 单、评价 84 条、客服记录", "For example: 1,012 orders, 84 reviews, service chats";
    checked: S = "核对日期", "Checked on";
    review_by: S = "下次复核", "Review by";

    col_name: S = "名称", "Name";
    col_share: S = "占比", "Share";
    col_factor: S = "最看重的因素", "Key factor";
    clear_help: S = "清空名称就删掉这一行；可从 Excel 粘贴", "Clear the name to drop a row; paste from a spreadsheet";
    bad_share: S = "占比要填 0 到 100 之间的数，例如 14.2%。", "A share is a number from 0 to 100, such as 14.2%.";
    no_such_factor: fn(&str) -> String =
        |name| format!("没有叫“{name}”的决策因素，请先在购买决策页添加。"),
        |name| format!("No decision factor is called “{name}”. Add it on the journey page first.");
    rest_unknown: fn(&str, &str) -> String =
        |sum, rest| format!("合计 {sum}，余 {rest} 记为未知。"),
        |sum, rest| format!("Total {sum}; the other {rest} are unknown.");
    rest_whole: S = "合计 100%。", "Total 100%.";
    rest_over: fn(&str, &str) -> String =
        |sum, over| format!("合计 {sum}，超出 {over}，请改小其中一个。"),
        |sum, over| format!("Total {sum}, {over} too much. Make one of them smaller.");
}

/// What is claimed, in a word or two.
pub fn claim_name(claim: Claim, locale: Locale) -> &'static str {
    let t = text(locale);
    match (claim, locale) {
        (Claim::Weight, _) => t.weight,
        (Claim::Age, Locale::Zh) => "年龄",
        (Claim::Age, Locale::En) => "Age",
        (Claim::Gender, Locale::Zh) => "性别",
        (Claim::Gender, Locale::En) => "Gender",
        (Claim::Regions, Locale::Zh) => "地域",
        (Claim::Regions, Locale::En) => "Regions",
        (Claim::Spending, _) => t.spending,
        (Claim::Levels, _) => t.levels,
        (Claim::Occupation, _) => t.occupation,
        (Claim::LifeSpace, _) => t.life_space,
        (Claim::Attitudes, _) => t.attitudes,
        (Claim::Price, Locale::Zh) => "价格",
        (Claim::Price, Locale::En) => "Price",
        (Claim::Terminal, _) => t.terminal,
        (Claim::Media, _) => t.media,
        (Claim::Keywords, _) => t.keywords,
        (Claim::Occasions, Locale::Zh) => "购买场景",
        (Claim::Occasions, Locale::En) => "Occasions",
        (Claim::Details, _) => t.details,
    }
}

/// What is distributed.
pub fn distribution_name(of: Distribution, locale: Locale) -> &'static str {
    let claim = match of {
        Distribution::Ages => Claim::Age,
        Distribution::Regions => Claim::Regions,
        Distribution::Spending => Claim::Spending,
        Distribution::Levels => Claim::Levels,
        Distribution::Occasions => Claim::Occasions,
    };
    claim_name(claim, locale)
}
