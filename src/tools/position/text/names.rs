//! The names of levels, faces, actions, links and departments.

use crate::base::locale::Locale;
use crate::tools::position::calc::Reason;
use crate::tools::position::model::{
    ChainAction, ChainKind, ChainRole, Department, FaceKind, FourAction, Level, PriceTier,
};

type S = &'static str;

fn pick((zh, en): (S, S), locale: Locale) -> S {
    match locale {
        Locale::Zh => zh,
        Locale::En => en,
    }
}

/// A level, and what being first on it means.
pub fn level(level: Level, locale: Locale) -> (S, S) {
    let (name, words) = match level {
        Level::Goods => (
            ("商品层面", "Goods"),
            ("商品量、商品组合、管理流程", "Their number, combination and management"),
        ),
        Level::Customers => (
            ("消费者层面", "Customers"),
            ("满足某一群人的需求", "The needs of one group of people"),
        ),
        Level::Region => (("区域层面", "Region"), ("某个区域内的第一", "First within one region")),
    };
    (pick(name, locale), pick(words, locale))
}

/// A price class.
pub fn price_tier(tier: PriceTier, locale: Locale) -> S {
    let names = match tier {
        PriceTier::Low => ("低价", "Low"),
        PriceTier::Middle => ("中端", "Middle"),
        PriceTier::Upper => ("中高端", "Upper middle"),
        PriceTier::High => ("高端", "High"),
    };
    pick(names, locale)
}

/// A face, and what belongs on it.
pub fn face(kind: FaceKind, locale: Locale) -> (S, S) {
    let (name, words) = match kind {
        FaceKind::TradeArea => (
            ("商圈面", "Trade area"),
            ("搜什么词的人、多大规模、我们占多少", "Who searches for what, how many, our share"),
        ),
        FaceKind::Goods => (
            ("商品层面", "Goods"),
            ("产品结构、主价格、生命周期", "Structure, main price, life cycle"),
        ),
        FaceKind::Customers => (
            ("消费者层面", "Customers"),
            ("和别家不同的视觉、设计、风格", "Looks, design and style unlike others'"),
        ),
        FaceKind::Operations => (
            ("运营层面", "Operations"),
            ("服务、培训、流程化表格化", "Service, training, processes in tables"),
        ),
        FaceKind::Promotion => (
            ("促销层面", "Promotion"),
            ("主题营销、互动联合、平台沟通", "Themes, alliances, talks with the platform"),
        ),
    };
    (pick(name, locale), pick(words, locale))
}

/// One of the four actions.
pub fn four_action(action: FourAction, locale: Locale) -> S {
    let names = match action {
        FourAction::Eliminate => ("剔除", "Eliminate"),
        FourAction::Reduce => ("减少", "Reduce"),
        FourAction::Raise => ("增加", "Raise"),
        FourAction::Create => ("创造", "Create"),
    };
    pick(names, locale)
}

/// Why an action is suggested.
pub fn reason(reason: Reason, locale: Locale) -> S {
    let words = match reason {
        Reason::NobodyOffers => ("没有人提供，顾客想要", "wanted, and nobody offers it"),
        Reason::LittleWanted => ("不重要，我们却给得多", "little wanted, and we give much"),
        Reason::MuchWanted => ("很重要，还不够", "much wanted, and not enough yet"),
        Reason::TargetBelow => ("目标低于今天", "the target is below today"),
        Reason::TargetAbove => ("目标高于今天", "the target is above today"),
    };
    pick(words, locale)
}

/// A link of the chain.
pub fn chain_kind(kind: ChainKind, locale: Locale) -> S {
    let names = match kind {
        ChainKind::Material => ("原材料采购", "Raw materials"),
        ChainKind::Design => ("设计", "Design"),
        ChainKind::Production => ("生产加工", "Production"),
        ChainKind::Channel => ("渠道平台", "Channels"),
        ChainKind::Transport => ("运输流通", "Logistics, packaging"),
        ChainKind::Customer => ("消费者", "Customers"),
    };
    pick(names, locale)
}

/// Where a shop stands in the chain.
pub fn chain_role(role: ChainRole, locale: Locale) -> S {
    let names = match role {
        ChainRole::Factory => ("工厂", "A factory"),
        ChainRole::Brand => ("品牌商", "A brand"),
        ChainRole::Channel => ("渠道", "A channel"),
        ChainRole::Retail => ("零售", "A retailer"),
    };
    pick(names, locale)
}

/// What is done about a link.
pub fn chain_action(action: ChainAction, locale: Locale) -> S {
    let names = match action {
        ChainAction::Keep => ("保留", "Keep"),
        ChainAction::Raise => ("加大", "Raise"),
        ChainAction::Drop => ("剔除", "Drop"),
    };
    pick(names, locale)
}

/// A department.
pub fn department(department: Department, locale: Locale) -> S {
    let names = match department {
        Department::Product => ("产品", "Products"),
        Department::Price => ("价格", "Prices"),
        Department::Pages => ("页面", "Pages"),
        Department::Service => ("客服话术", "Service scripts"),
        Department::Warehouse => ("仓储包装", "Warehouse, packaging"),
        Department::Advertising => ("推广", "Advertising"),
        Department::Supply => ("供应链", "Supply chain"),
        Department::Campaigns => ("活动", "Campaigns"),
    };
    pick(names, locale)
}
