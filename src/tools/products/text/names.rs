//! The names of columns, roles, stages and measures.

use crate::base::locale::Locale;
use crate::tools::products::calc::list::SortBy;
use crate::tools::products::model::{LifeStage, Measure, Role};

type S = &'static str;

pub(super) fn pick((zh, en): (S, S), locale: Locale) -> S {
    match locale {
        Locale::Zh => zh,
        Locale::En => en,
    }
}

/// A role.
pub fn role(role: Role, locale: Locale) -> S {
    pick(role_words(role), locale)
}

pub(super) fn role_words(role: Role) -> (S, S) {
    match role {
        Role::Image => ("形象", "Image"),
        Role::Traffic => ("引流", "Traffic"),
        Role::Experience => ("体验", "Trial"),
        Role::Regular => ("常规", "Regular"),
        Role::Campaign => ("活动", "Promotional"),
    }
}

/// How products of a role are priced (T-41, R-05 … ).
pub fn role_pricing(role: Role, locale: Locale) -> S {
    let words = match role {
        Role::Image => ("撑起品牌档次，不打折", "Carries the brand: no discounts"),
        Role::Traffic => (
            "价格坚持不轻易调整，不上聚划算、淘金币",
            "Hold the price; keep it out of deep-discount events",
        ),
        Role::Experience => ("低门槛，引人买第一次", "A low first step for new customers"),
        Role::Regular => ("保住利润率", "Keep the margin"),
        Role::Campaign => ("活动价先算保本价", "Work out the break-even before a campaign price"),
    };
    pick(words, locale)
}

/// A stage of a product's life.
pub fn stage(stage: LifeStage, locale: Locale) -> S {
    pick(stage_words(stage), locale)
}

pub(super) fn stage_words(stage: LifeStage) -> (S, S) {
    match stage {
        LifeStage::Start => ("冷启期", "Launch"),
        LifeStage::Growth => ("成长期", "Growth"),
        LifeStage::Hit => ("爆品期", "Hit"),
        LifeStage::Mature => ("成熟期", "Mature"),
        LifeStage::Decline => ("衰退期", "Decline"),
    }
}

/// A column of the table of products.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Col {
    /// What the product is called; always there.
    Name,
    /// The platform's number.
    ItemId,
    /// The role.
    Role,
    /// Whom it is for.
    Persona,
    /// The list price.
    Price,
    /// The goods, as they cost today.
    Goods,
    /// What a piece earns.
    Profit,
    /// That as a share of the price.
    Margin,
    /// The lowest price that loses nothing.
    BreakEven,
    /// Pieces in stock.
    Stock,
    /// The stage of its life.
    Stage,
    /// Since when it is for sale.
    Launched,
    /// How complete the sheet is.
    Sheet,
    /// Pieces sold in the period.
    Units,
    /// Sales of the period.
    Revenue,
    /// What was earned in the period.
    Earned,
    /// The largest competitor's sales.
    Rival,
    /// Own ÷ the largest competitor's.
    Share,
    /// The market's sales before the period.
    MarketBefore,
    /// The market's sales.
    Market,
    /// The market's growth.
    Growth,
    /// The category's growth.
    CategoryGrowth,
    /// What is to be done about the stock.
    State,
    /// Pieces a day.
    Daily,
    /// For how many days the stock lasts.
    Cover,
    /// Pieces on order.
    OnOrder,
    /// From the order to the shelf.
    Lead,
    /// Days of safety.
    Safety,
    /// The reorder point.
    Point,
    /// The suggested order.
    Suggested,
}

impl Col {
    /// What the fact sheets show, the name first.
    pub const FACTS: [Self; 13] = [
        Self::Name,
        Self::ItemId,
        Self::Role,
        Self::Persona,
        Self::Price,
        Self::Goods,
        Self::Profit,
        Self::Margin,
        Self::BreakEven,
        Self::Stock,
        Self::Stage,
        Self::Launched,
        Self::Sheet,
    ];
    /// What the sales show, the name first.
    pub const SALES: [Self; 10] = [
        Self::Name,
        Self::Units,
        Self::Revenue,
        Self::Earned,
        Self::Rival,
        Self::Share,
        Self::MarketBefore,
        Self::Market,
        Self::Growth,
        Self::CategoryGrowth,
    ];

    /// What stock and replenishment show, the name first (T-54).
    pub const STOCK: [Self; 10] = [
        Self::Name,
        Self::State,
        Self::Stock,
        Self::Daily,
        Self::Cover,
        Self::Suggested,
        Self::OnOrder,
        Self::Lead,
        Self::Safety,
        Self::Point,
    ];

    /// Hidden until somebody asks for them.
    pub const HIDDEN_FIRST: [Self; 3] = [Self::Profit, Self::BreakEven, Self::Launched];

    /// The word under which a browser keeps it; such a word never changes.
    pub fn word(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::ItemId => "item_id",
            Self::Role => "role",
            Self::Persona => "persona",
            Self::Price => "price",
            Self::Goods => "goods",
            Self::Profit => "profit",
            Self::Margin => "margin",
            Self::BreakEven => "break_even",
            Self::Stock => "stock",
            Self::Stage => "stage",
            Self::Launched => "launched",
            Self::Sheet => "sheet",
            Self::Units => "units",
            Self::Revenue => "revenue",
            Self::Earned => "earned",
            Self::Rival => "rival",
            Self::Share => "share",
            Self::MarketBefore => "market_before",
            Self::Market => "market",
            Self::Growth => "growth",
            Self::CategoryGrowth => "category_growth",
            Self::State => "stock_state",
            Self::Daily => "daily",
            Self::Cover => "cover",
            Self::OnOrder => "on_order",
            Self::Lead => "lead",
            Self::Safety => "safety",
            Self::Point => "point",
            Self::Suggested => "suggested",
        }
    }

    /// The column of such a word.
    pub fn of_word(word: &str) -> Option<Self> {
        let mut all = Self::FACTS.into_iter().chain(Self::SALES).chain(Self::STOCK);
        all.find(|col| col.word() == word)
    }

    /// What the column sorts by; `None` where it does not.
    pub fn sorts(self) -> Option<SortBy> {
        match self {
            Self::Name => Some(SortBy::Name),
            Self::ItemId => Some(SortBy::ItemId),
            Self::Role => Some(SortBy::Role),
            Self::Price => Some(SortBy::Price),
            Self::Goods => Some(SortBy::Goods),
            Self::Profit => Some(SortBy::Profit),
            Self::Margin => Some(SortBy::Margin),
            Self::Stock => Some(SortBy::Stock),
            Self::Stage => Some(SortBy::Stage),
            Self::Launched => Some(SortBy::Launched),
            Self::Sheet => Some(SortBy::Sheet),
            Self::Units => Some(SortBy::Units),
            Self::Revenue => Some(SortBy::Revenue),
            Self::State => Some(SortBy::State),
            Self::Daily => Some(SortBy::Daily),
            Self::Cover => Some(SortBy::Cover),
            Self::OnOrder => Some(SortBy::OnOrder),
            Self::Lead => Some(SortBy::Lead),
            Self::Safety => Some(SortBy::Safety),
            Self::Point => Some(SortBy::Point),
            Self::Suggested => Some(SortBy::Suggested),
            _ => None,
        }
    }
}

/// The heading of a column, and its unit.
pub fn column(col: Col, locale: Locale) -> (S, S) {
    let yuan = pick(("元", "¥"), locale);
    let (pieces, days) = (pick(("件", "pcs"), locale), pick(("天", "days"), locale));
    let (words, unit) = match col {
        Col::Name => (("商品", "Product"), ""),
        Col::ItemId => (("商品ID", "Item ID"), ""),
        Col::Role => (("角色", "Role"), ""),
        Col::Persona => (("客户", "Persona"), ""),
        Col::Price => (("定价", "List price"), yuan),
        Col::Goods => (("货本", "Goods"), yuan),
        Col::Profit => (("每件利润", "Profit a piece"), yuan),
        Col::Margin => (("利润率", "Margin"), "%"),
        Col::BreakEven => (("保本价", "Break-even"), yuan),
        Col::Stock => (("库存", "Stock"), pieces),
        Col::Stage => (("阶段", "Stage"), ""),
        Col::Launched => (("上架日", "On sale since"), ""),
        Col::Sheet => (("档案", "Sheet"), "%"),
        Col::Units => (("支付件数", "Pieces"), pieces),
        Col::Revenue => (("支付金额", "Sales"), yuan),
        Col::Earned => (("利润", "Profit"), yuan),
        Col::Rival => (("最大对手销售", "Largest rival"), yuan),
        Col::Share => (("相对份额", "Relative share"), "×"),
        Col::MarketBefore => (("市场，上期", "Market before"), yuan),
        Col::Market => (("市场，本期", "Market"), yuan),
        Col::Growth => (("市场增长", "Market growth"), "%"),
        Col::CategoryGrowth => (("类目增速（代理）", "Category growth (proxy)"), "%"),
        Col::State => (("状态", "State"), ""),
        Col::Daily => (("日均", "A day"), pieces),
        Col::Cover => (("可卖", "Lasts for"), days),
        Col::OnOrder => (("在途", "On order"), pieces),
        Col::Lead => (("到货周期", "Lead time"), days),
        Col::Safety => (("安全天数", "Safety"), days),
        Col::Point => (("补货点", "Reorder point"), pieces),
        Col::Suggested => (("建议补", "Suggested"), pieces),
    };
    (pick(words, locale), unit)
}

/// What an axis counts, in full; what stands in for something says so.
pub fn measure(measure: Measure, locale: Locale) -> S {
    let words = match measure {
        Measure::Units => ("支付件数", "Pieces sold"),
        Measure::Revenue => ("支付金额", "Sales"),
        Measure::Margin => ("利润率", "Margin"),
        Measure::UnitProfit => ("每件利润", "Profit a piece"),
        Measure::RelativeShare => ("相对市场份额", "Relative market share"),
        Measure::ShopShare => {
            ("店内占比（代理，不是市场份额）", "Share of the shop (a proxy, not a market share)")
        }
        Measure::MarketGrowth => ("市场增长率", "Market growth"),
        Measure::CategoryGrowth => {
            ("类目增速（代理，不是本市场）", "Category growth (a proxy for the market's)")
        }
    };
    pick(words, locale)
}

/// How a measure is worked out, in words.
pub fn formula(measure: Measure, locale: Locale) -> S {
    let words = match measure {
        Measure::Units => ("时段内支付件数", "Pieces paid for in the period"),
        Measure::Revenue => ("时段内支付金额", "Amount paid in the period"),
        Measure::Margin => ("利润率 = 利润 ÷ 支付金额", "Margin = profit ÷ sales"),
        Measure::UnitProfit => ("每件利润 = 利润 ÷ 支付件数", "Profit a piece = profit ÷ pieces"),
        Measure::RelativeShare => (
            "相对份额 = 本品支付金额 ÷ 最大对手同款销售额",
            "Relative share = own sales ÷ the largest competitor's",
        ),
        Measure::ShopShare => (
            "店内占比 = 本品支付金额 ÷ 全部商品支付金额",
            "Share of the shop = own sales ÷ all products' sales",
        ),
        Measure::MarketGrowth => (
            "市场增长率 = 市场本期销售 ÷ 市场上期销售 − 1",
            "Market growth = market's sales ÷ its sales before − 1",
        ),
        Measure::CategoryGrowth => {
            ("类目增速：平台给出的类目增长", "Category growth as the platform states it")
        }
    };
    pick(words, locale)
}
