//! The exports that are recognised, as data: by their columns, never by the file's name.

use crate::facts::metric::{Metric, SHOP_DAY, Unit};
use crate::files::header::normalise;
use crate::files::keyed::{
    AD_AUDIENCES, AD_ITEMS, AD_PLANS, AFFILIATES, ITEMS, Keyed, SOURCES, WORDS,
};
use crate::files::limits::{MAX_COUNT, MAX_FEN};

/// One kind of export.
#[derive(Debug)]
pub struct Dialect {
    /// Its name in reports.
    pub id: &'static str,
    /// The columns that tell rows apart: all are needed.
    pub key: &'static [&'static str],
    /// Columns that other exports do not have; of these …
    pub marks: &'static [&'static str],
    /// … at least so many tell the dialect, with or without its key.
    pub n_marks: usize,
    /// What becomes of its rows.
    pub use_as: Use,
}

/// What becomes of the rows of a dialect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// They are days of the whole shop.
    ShopDays,
    /// The same with the days across and the measures down.
    ShopDaysAcross,
    /// They are days or longer periods of single things: items, sources, plans …
    Each(&'static Keyed),
    /// They are orders.
    Orders,
    /// They are lines of orders.
    OrderLines,
    /// Recognised and refused: this version has no place for them.
    Nothing,
}

/// The dialect whose rows are days of the shop.
pub const SHOP_DAY_ID: &str = "sycm.shop_day";
/// The same columns with a period in each row: visitors of a month are no sum of days.
pub const SHOP_PERIOD_ID: &str = "sycm.shop_period";

/// The names of the date column, the canonical one first.
pub const DATE_NAMES: [&str; 3] = ["统计日期", "日期", "统计时间"];

/// Every dialect; the first that fits counts, so the more special ones come first. Sources:
/// formats §4.1 – 4.5.
pub static DIALECTS: &[Dialect] = &[
    Dialect {
        id: "orders.detail",
        key: &["订单编号"],
        marks: &["购买数量", "商品属性", "套餐信息", "商家编码", "退款状态", "买家应付货款"],
        n_marks: 4,
        use_as: Use::OrderLines,
    },
    Dialect {
        id: "orders.list",
        key: &["订单编号"],
        marks: &[
            "订单编号",
            "买家会员名",
            "买家应付货款",
            "买家实际支付金额",
            "订单状态",
            "订单创建时间",
            "订单付款时间",
            "收货人姓名",
        ],
        n_marks: 3,
        use_as: Use::Orders,
    },
    Dialect {
        id: "ads.audience",
        key: &["日期", "计划ID"],
        marks: &["人群名字", "计划ID", "场景ID"],
        n_marks: 3,
        use_as: Use::Each(&AD_AUDIENCES),
    },
    Dialect {
        id: "ads.item",
        key: &["日期", "主体ID"],
        marks: &["主体ID", "主体名称", "展现量", "花费"],
        n_marks: 3,
        use_as: Use::Each(&AD_ITEMS),
    },
    Dialect {
        id: "ads.plan",
        key: &["日期", "计划ID"],
        marks: &["计划ID", "计划名字", "场景ID", "展现量", "花费"],
        n_marks: 3,
        use_as: Use::Each(&AD_PLANS),
    },
    Dialect {
        id: "sycm.flow_keyword",
        key: &["来源名称"],
        marks: &["来源名称"],
        n_marks: 1,
        use_as: Use::Each(&WORDS),
    },
    Dialect {
        id: "sycm.flow_source",
        key: &["一级来源"],
        marks: &["一级来源", "二级来源", "三级来源"],
        n_marks: 2,
        use_as: Use::Each(&SOURCES),
    },
    Dialect {
        id: "sycm.item_rank",
        key: &["商品ID"],
        marks: &["商品ID", "商品名称", "主商品ID", "商品状态", "竞争力评分", "年累计支付金额"],
        n_marks: 4,
        use_as: Use::Each(&ITEMS),
    },
    Dialect {
        id: "sycm.item_day_plain",
        key: &["商品ID"],
        marks: &ITEM_ID_NAMES,
        n_marks: 1,
        use_as: Use::Each(&ITEMS),
    },
    Dialect {
        id: "taobaoke.daily",
        key: &["日期"],
        marks: &["付款佣金支出", "付款服务费支出", "结算佣金支出", "点击量(进店量)"],
        n_marks: 2,
        use_as: Use::Each(&AFFILIATES),
    },
    Dialect {
        id: "alipay.ledger",
        key: &["业务流水号"],
        marks: &["业务流水号", "商户订单号", "收入(+元)", "支出(-元)"],
        n_marks: 3,
        use_as: Use::Nothing,
    },
    Dialect {
        id: "sycm.refund",
        key: &["日期"],
        marks: &["发起退款金额", "发起退款率", "退款成功金额", "支付金额(剔退款)"],
        n_marks: 2,
        use_as: Use::ShopDays,
    },
    Dialect {
        id: "sycm.overview_transposed",
        key: &["指标"],
        marks: &["指标"],
        n_marks: 1,
        use_as: Use::ShopDaysAcross,
    },
    Dialect {
        id: SHOP_DAY_ID,
        key: &["统计日期"],
        // Its marks are the columns of the registry; a part of them makes a report.
        marks: &[],
        n_marks: 2,
        use_as: Use::ShopDays,
    },
];

/// Columns of tables that cut the shop's day further: by item, plan, person, source. Adding such
/// rows up as days of the shop would be wrong, whatever else they hold.
pub const FINER_CUTS: [&str; 12] = [
    "商品ID",
    "商品名称",
    "宝贝ID",
    "宝贝名称",
    "SKU",
    "SKUID",
    "计划ID",
    "计划名称",
    "订单编号",
    "关键词",
    "渠道",
    "客服昵称",
];

/// Columns of tables that cut an item further: adding such rows up as the item's would be wrong.
pub const FINER_THAN_ITEMS: [&str; 12] = [
    "SKU",
    "SKUID",
    "SKU名称",
    "计划ID",
    "计划名称",
    "订单编号",
    "关键词",
    "来源名称",
    "一级来源",
    "流量来源",
    "渠道",
    "客服昵称",
];

/// The columns that name an item: its number, its title, its code.
pub const ITEM_ID_NAMES: [&str; 3] = ["商品ID", "宝贝ID", "商品编号"];
/// The names of an item's title.
pub const ITEM_TITLE_NAMES: [&str; 3] = ["商品名称", "商品标题", "宝贝名称"];
/// The names of the seller's own code of an item.
pub const ITEM_CODE_NAMES: [&str; 3] = ["货号", "商家编码", "商品货号"];

/// Older and other names of a column of items → its name in the registry (formats §4.1, §4.2).
pub const ITEM_ALIASES: &[(&str, &str)] = &[
    ("访客数", "商品访客数"),
    ("浏览量", "商品浏览量"),
    ("支付商品件数", "支付件数"),
    ("下单商品件数", "下单件数"),
    ("加购件数", "商品加购件数"),
    ("加购人数", "商品加购人数"),
    ("收藏人数", "商品收藏人数"),
    ("商品收藏买家数", "商品收藏人数"),
    ("支付转化率", "商品支付转化率"),
    ("详情页跳出率", "商品详情页跳出率"),
    ("UV价值", "访客平均价值"),
    ("退款金额(完结时间)", "成功退款金额"),
];

/// Older and other names of a column → its name in the registry (formats §4.2).
pub const ALIASES: &[(&str, &str)] = &[
    ("支付商品件数", "支付件数"),
    ("下单商品件数", "下单件数"),
    ("加购商品件数", "加购件数"),
    ("店铺访客数", "访客数"),
    ("UV", "访客数"),
    ("店铺浏览量", "浏览量"),
    ("PV", "浏览量"),
    ("跳出率", "跳失率"),
    ("店铺跳失率", "跳失率"),
    ("新访客", "新访客数"),
    ("老访客", "老访客数"),
    ("商品收藏人数", "商品收藏买家数"),
    ("店铺收藏人数", "店铺收藏买家数"),
    ("访客平均价值", "UV价值"),
    ("退款金额(完结时间)", "成功退款金额"),
    ("退款成功金额", "成功退款金额"),
    ("旺旺人工响应时长", "旺旺人工响应时长(秒)"),
    ("平均支付签收时长", "平均支付_签收时长(秒)"),
    ("平均支付_签收时长", "平均支付_签收时长(秒)"),
    ("直通车消耗", "关键词推广花费"),
    ("钻石展位消耗", "精准人群推广花费"),
    ("钻石展位花费", "精准人群推广花费"),
];

/// Units that some files write behind a column's name.
const NAME_UNITS: [&str; 6] = ["(元)", "(人)", "(次)", "(件)", "(%)", "(单)"];

/// The metric that a column of a shop's day means.
pub fn shop_day_metric(name: &str) -> Option<&'static Metric> {
    metric_of(name, SHOP_DAY, ALIASES)
}

/// The metric of a registry that a column means, by its name, an older one, or with a unit.
pub(super) fn metric_of(
    name: &str,
    registry: &'static [Metric],
    aliases: &[(&str, &str)],
) -> Option<&'static Metric> {
    let name = normalise(name);
    let of = |name: &str| {
        let alias = aliases.iter().find(|(other, _)| normalise(other) == name);
        let name = alias.map_or_else(|| name.to_owned(), |(_, zh)| normalise(zh));
        registry.iter().find(|metric| normalise(metric.zh) == name)
    };
    of(&name).or_else(|| NAME_UNITS.iter().find_map(|unit| of(name.strip_suffix(unit)?)))
}

/// The least and the largest value that makes sense in a column; outside of it the row's columns
/// are shifted or the file is wrong.
pub fn bounds(metric: &Metric) -> (i64, i64) {
    match (metric.key, metric.unit) {
        // More than 600 s a page is a column that does not belong there.
        ("stay_time", _) => (0, 60_000),
        (_, Unit::BasisPoints) => (0, 10_000),
        (_, Unit::Fen) => (-MAX_FEN, MAX_FEN),
        // The platform's ratings go from 1 to 5; 0 stands for none.
        (_, Unit::X100000) => (0, 500_000),
        (_, Unit::Count | Unit::X100 | Unit::Centiseconds) => (0, MAX_COUNT),
    }
}

/// Parts of names of columns that may hold personal data: dropped wherever they stand.
const PERSONAL: [&str; 34] = [
    "买家会员",
    "买家昵称",
    "买家姓名",
    "买家留言",
    "买家支付宝",
    "会员名",
    "昵称",
    "旺旺号",
    "旺旺ID",
    "nick",
    "手机",
    "电话",
    "联系",
    "地址",
    "邮编",
    "身份证",
    "邮箱",
    "email",
    "phone",
    "mobile",
    "支付宝账",
    "支付宝帐",
    "银行卡",
    "备注",
    "留言",
    "收货人",
    "收件人",
    "物流单号",
    "运单号",
    "发票抬头",
    "交易对方",
    "对方账",
    "姓名",
    "操作人",
];

/// Whether a column that is not a metric may hold personal data.
pub fn is_personal(name: &str) -> bool {
    let name = normalise(name);
    PERSONAL.iter().any(|part| name.contains(&normalise(part)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_names_mean_the_same_column() {
        let key = |name| shop_day_metric(name).map(|metric| metric.key);
        assert_eq!(key("支付商品件数"), Some("units"));
        assert_eq!(key(" 支付金额（元）"), Some("sales"));
        assert_eq!(key("支付\u{2060}金额"), Some("sales"));
        assert_eq!(key("uv价值"), Some("visitor_value"));
        assert_eq!(key("支付金额(剔退款)"), None);
        assert_eq!(key("旺旺人工响应时长（秒）"), Some("response_time"));
    }

    #[test]
    fn every_alias_leads_to_a_metric_and_no_metric_is_personal() {
        for (alias, _) in ALIASES {
            assert!(shop_day_metric(alias).is_some(), "{alias}");
        }
        for (alias, _) in ITEM_ALIASES {
            assert!(ITEMS.metric(alias).is_some(), "{alias}");
        }
        for name in ["买家会员名", "收货地址 ", "联系手机", "订单备注", "交易对方"]
        {
            assert!(is_personal(name), "{name}");
            assert!(shop_day_metric(name).is_none(), "{name}");
        }
    }
}
