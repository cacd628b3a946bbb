//! The 25 factors that decide a purchase, as a template (T-17), and the stages that they count in.

use serde::{Deserialize, Serialize};

use crate::base::locale::Locale;

/// A stage of the way to a purchase (T-17). The text names the factors; grouping them is this
/// program's.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// 认知: hears of us.
    Aware,
    /// 考虑: looks and compares.
    #[default]
    Consider,
    /// 购买: asks, orders, pays.
    Buy,
    /// 收货: waits, unpacks, returns.
    Receive,
    /// 传播: tells, comes back.
    Share,
}

impl Stage {
    /// In the customer's order.
    pub const ALL: [Self; 5] = [Self::Aware, Self::Consider, Self::Buy, Self::Receive, Self::Share];
}

/// One step of the funnel from being seen to being bought from again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FunnelStep {
    /// Chinese.
    pub zh: &'static str,
    /// English.
    pub en: &'static str,
    /// The stage that it tells of.
    pub stage: Stage,
    /// The metric of the shop's day that counts it; none for a step that no file of the shop's
    /// days has.
    pub metric: Option<&'static str>,
}

const fn step(
    zh: &'static str,
    en: &'static str,
    stage: Stage,
    metric: Option<&'static str>,
) -> FunnelStep {
    FunnelStep { zh, en, stage, metric }
}

/// 曝光 → 点击 → 访客 → 加购 → 支付 → 复购, of which the shop's days know all but the first two.
pub static FUNNEL: [FunnelStep; 6] = [
    step("曝光", "Impressions", Stage::Aware, None),
    step("点击", "Clicks", Stage::Aware, None),
    step("访客", "Visitors", Stage::Consider, Some("visitors")),
    step("加购", "Added to cart", Stage::Consider, Some("cart_adders")),
    step("支付", "Paid", Stage::Buy, Some("buyers")),
    step("复购", "Bought again", Stage::Share, Some("returning_buyers")),
];

/// One factor of the template.
#[derive(Clone, Copy, Debug)]
pub struct TemplateFactor {
    /// Its name in the file format, for good.
    pub key: &'static str,
    /// Chinese, the words of the source.
    pub zh: &'static str,
    /// English.
    pub en: &'static str,
    /// Where it counts.
    pub stage: Stage,
}

impl TemplateFactor {
    /// What it is called.
    pub fn name(&self, locale: Locale) -> &'static str {
        match locale {
            Locale::Zh => self.zh,
            Locale::En => self.en,
        }
    }
}

const fn row(
    key: &'static str,
    zh: &'static str,
    en: &'static str,
    stage: Stage,
) -> TemplateFactor {
    TemplateFactor { key, zh, en, stage }
}

use Stage::{Aware, Buy, Consider, Receive, Share};

/// The 25 factors of the source, by stage and within it in the source's order (T-17).
pub static FACTORS: &[TemplateFactor] = &[
    row("advertising", "广告投放力度", "Strength of advertising", Aware),
    row("spokesperson", "情感角色代言", "Emotional role, spokesperson", Aware),
    row("workmanship", "做工和品质", "Workmanship and quality", Consider),
    row("function_size", "功能性和尺寸", "Function and size", Consider),
    row("looks", "外观漂亮", "Good looks", Consider),
    row("gift_worthy", "送礼是否上档次", "Worthy as a gift", Consider),
    row("page_design", "界面设计风格", "Style of the pages", Consider),
    row("description", "介绍详细清晰", "Detailed, clear description", Consider),
    row("fair_price", "价格合理", "Fair price", Consider),
    row("expert_advice", "给我专家建议", "Expert advice", Buy),
    row("communication", "沟通与互动的通畅", "Easy conversation", Buy),
    row("reachable", "随时联系到你", "Reachable at any time", Buy),
    row("special_offers", "有特价活动", "Special offers", Buy),
    row("free_shipping", "包邮", "Free shipping", Buy),
    row("thoughtful_gift", "有贴心礼物", "A thoughtful extra", Receive),
    row("greeting_card", "代写贺卡", "Handwritten greeting card", Receive),
    row("ships_in_24h", "24小时内发货", "Ships within 24 hours", Receive),
    row("chases_courier", "帮我催快递", "Chases the courier for me", Receive),
    row("packaging", "包装安全细致", "Safe, careful packaging", Receive),
    row("easy_returns", "退换货方便", "Easy returns and exchanges", Receive),
    row("fast_refund", "退款快", "Fast refunds", Receive),
    row("vip_service", "VIP专属服务", "VIP service", Share),
    row("new_products", "新品信息", "News of new products", Share),
    row("word_of_mouth", "口碑传播", "Word of mouth", Share),
    row("brand_culture", "品牌文化", "Brand culture", Share),
];

/// The factor of the template with this key.
pub fn factor(key: &str) -> Option<&'static TemplateFactor> {
    FACTORS.iter().find(|factor| factor.key == key)
}

/// What a factor is called: a name that is still the template's follows the language, any other
/// is the user's.
pub fn shown_name<'a>(template: Option<&str>, name: &'a str, locale: Locale) -> &'a str {
    match template.and_then(factor) {
        Some(row) if name == row.zh || name == row.en => row.name(locale),
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::facts::metric::metric;

    #[test]
    fn the_template_has_the_25_factors_of_the_source_by_stage() {
        assert_eq!(FACTORS.len(), 25);
        let keys: BTreeSet<_> = FACTORS.iter().map(|factor| factor.key).collect();
        let names: BTreeSet<_> = FACTORS.iter().map(|factor| factor.zh).collect();
        assert_eq!((keys.len(), names.len()), (25, 25));
        assert!(FACTORS.is_sorted_by_key(|factor| factor.stage));
    }

    #[test]
    fn a_name_of_the_template_follows_the_language_and_an_own_one_does_not() {
        let (zh, en) = (Locale::Zh, Locale::En);
        assert_eq!(shown_name(Some("fair_price"), "价格合理", en), "Fair price");
        assert_eq!(shown_name(Some("fair_price"), "Fair price", zh), "价格合理");
        assert_eq!(shown_name(Some("fair_price"), "价格公道", en), "价格公道");
        assert_eq!(shown_name(None, "价格合理", en), "价格合理");
    }

    #[test]
    fn the_funnel_counts_with_metrics_of_the_registry() {
        assert!(FUNNEL.iter().filter_map(|step| step.metric).all(|key| metric(key).is_some()));
        assert!(FUNNEL.is_sorted_by_key(|step| step.stage));
    }
}
