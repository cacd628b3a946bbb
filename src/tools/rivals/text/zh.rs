//! The words in Chinese.

use super::Text;
use crate::tools::rivals::calc::changes::Grade;
use crate::tools::rivals::model::price::{PriceMode, PriceStep};
use crate::tools::rivals::model::{FoundBy, RivalClass};

/// The words.
pub static ZH: Text = Text {
    title: "竞争对手",
    question: "盯哪几家，他们变了什么，我们怎么应对？",
    add: "加对手",
    new_name: "新对手",
    empty_title: "先登记 4 家同行",
    empty_words: "两家卖得比我们好的，两家和我们差不多的，风格要相近。每次去看，把价格、销量、主图记下来，这里会说出上次之后变了什么。",
    register: "名单",
    mix: |mix| {
        let mut words =
            format!("{} 家：比我们好 {}，差不多 {}", mix.n_all, mix.n_better, mix.n_similar);
        if mix.is_few() {
            words.push_str("。建议关注 3–5 家");
        }
        if mix.is_many() {
            words.push_str("。超过 5 家，盯不过来");
        }
        match mix.lacking() {
            (0, 0) => words.push_str("。搭配合适"),
            (better, 0) => words.push_str(&format!("。还缺 {better} 家更好的")),
            (0, similar) => words.push_str(&format!("。还缺 {similar} 家差不多的")),
            (better, similar) => {
                words.push_str(&format!("。还缺 {better} 家更好的、{similar} 家差不多的"));
            }
        }
        words
    },
    register_head: ["店铺", "对比", "价格带", "风格接近", "来源", "最近看过"],
    name: "店铺名称",
    url: "店铺链接",
    open: "打开",
    platform: "平台",
    class: "和我们比",
    class_name: |class| match class {
        RivalClass::Better => "比我们好",
        RivalClass::Similar => "差不多",
    },
    style: "风格接近（1–5）",
    found: "怎么找到的",
    found_name: |found| match found {
        FoundBy::PriceSearch => "价格区间搜索",
        FoundBy::Advertising => "直通车第一页",
        FoundBy::Ranking => "行业排名",
        FoundBy::Other => "其他",
    },
    price_from: "常卖价从",
    price_to: "到",
    strength: "公司实力和人员（看公开招聘）",
    launches: "新品策略",
    products: "盯的商品",
    add_product: "加商品",
    whole_shop: "整店",
    edit: |name| format!("编辑 {name}"),
    remove: "删除",
    remove_note: "它的观察记录会一起删除。",
    removed: "已删除",
    undo: "撤销",
    and: "、",
    parts: "，、；;",
    done: "完成",
    cancel: "取消",
    changes: "上次看过之后变了什么",
    since: |day| day.map_or("还没有看过".to_owned(), |day| format!("看到 {day} 为止")),
    no_changes: "没有变化。",
    looked: "我看过了",
    grade: |grade| match grade {
        Grade::Urgent => "要应对",
        Grade::Important => "要想想",
        Grade::Low => "知道就好",
    },
    task: "做成任务",
    threat: "记为威胁",
    opportunity: "记为机会",
    made: "已加到 SWOT",
    made_task: "已做成任务",
    rarely: "不常看的：整店、流量和打法",
    order: "对手变了，先看对手，再看消费者，再看市场，最后看自己；不自动跟价。",
    observe: "记一次观察",
    observe_note: "看到什么填什么，空着的不记。",
    rival: "对手",
    product: "商品",
    day: "日期",
    source: "在哪里看到",
    real: "实数",
    index: "平台指数：不是真实的数，只能和自己比",
    index_mark: "指数",
    other: "其他（名称）",
    other_words: "看到的",
    save: "记下",
    saved: |n| format!("记下 {n} 条"),
    history: "历史",
    no_history: "还没有记录。",
    take_back: |what| format!("删除最近一条：{what}"),
    history_head: ["看什么", "最近", "上一次", "走势"],
    profile: "按决策因素给对手画像",
    profile_note: "分数在购买决策页打，1–5",
    no_profile: "还没有给决策因素打分。",
    to_factors: "去打分",
    profile_head: ["因素", "重要性", "我们"],
    against: ["比我们强", "比我们弱"],
    bands: "价格带",
    bands_note: "对手取最近看到的到手价，没有就取价格；销量只算实数，不算指数",
    no_bands: "还没有价格。记下对手的价格，或填我们的商品价格。",
    bands_head: ["价格带", "对手", "对手月销（件）", "我们", "我们月销（件）"],
    band: |from, to| match (from, to) {
        (None, None) => "全部".to_owned(),
        (None, Some(to)) => format!("{to} 以下"),
        (Some(from), None) => format!("{from} 起"),
        (Some(from), Some(to)) => format!("{from}–{to}"),
    },
    edges: "分界（元）",
    edges_help: "用空格隔开，例如 100 150 200；留空按价格自动分。",
    own: "我们的商品",
    own_note: "价格带和应对表用到；成本是货、快递、赠品合计，费率是佣金加推广",
    add_own: "加商品",
    own_head: ["商品", "价格", "成本", "费率", "月销", "保本价"],
    answers: "价格应对表",
    answers_note: "低于保本价的定价一律不接受",
    add_answer: "加一条应对",
    needs_own: "先在上面加一款我们的商品。",
    their: "对手价",
    our: "我们的价",
    floor: |floor| {
        floor.map_or("保本价未知，先填成本".to_owned(), |floor| format!("保本价 {floor}"))
    },
    earns: |profit, margin| format!("每件赚 {profit}，利润率 {margin}"),
    under: "按现在的成本，这个价低于保本价",
    mode: "处境",
    mode_name: |mode| match mode {
        PriceMode::Normal => "普通环境",
        PriceMode::Seizing => "对手抢占市场",
    },
    mode_help: |mode| match mode {
        PriceMode::Normal => "按品牌定位和消费者价值导向定价",
        PriceMode::Seizing => "可以降价试探对手的决心，或打包；到保本价为止",
    },
    step: "走到哪一步",
    step_name: |step| match step {
        PriceStep::Hold => "按定位保持",
        PriceStep::Cut => "直接降价",
        PriceStep::Watch => "看对手跟不跟",
        PriceStep::Resolve => "看对手的决心",
        PriceStep::Floor => "到底线了",
        PriceStep::Bundle => "打包加文化主题",
    },
    bundle: |price, each, discount, profit| {
        let earns = profit.map_or("成本未知".to_owned(), |profit| format!("两件赚 {profit}"));
        format!("另一条路：两件 {price}（每件 {each}，省 {discount}），{earns}")
    },
    result: "结果",
    decision: "决定",
    limits: "分级的界限",
    limits_head: ["要想想，从", "要应对，从"],
};
