//! The words of the profit-control table by campaign and product.

use crate::base::words::words;

type S = &'static str;

words! {
    title: S = "按活动、按商品", "By campaign and product";
    by: S = "怎么分", "Shared by";
    by_campaign: S = "按活动", "Campaign";
    by_product: S = "按商品", "Product";
    note_campaigns: fn(&str) -> String = |year| format!("{year}实际；一天只算进一个活动，先算天数少的"), |year| format!("Actual, {year}; a day counts for one campaign, the shortest first");
    note_products: fn(&str) -> String = |month| format!("{month}实际；按导入的商品数据"), |month| format!("Actual, {month}; from imported items");
    campaign: S = "活动", "Campaign";
    product: S = "商品", "Product";
    days: S = "有数的天", "Days";
    net: S = "净销售额", "Net sales";
    goods: S = "货", "Goods";
    other: S = "其他费用", "Other costs";
    ads: S = "推广", "Advertising";
    ad_ratio: S = "推广占比", "Ads ÷ sales";
    profit: S = "利润", "Profit";
    margin: S = "利润率", "Margin";
    other_days: S = "没有活动的日子", "Days without a campaign";
    other_products: S = "没对上商品的销售", "Sales of no listed product";
    unallocated: S = "未分摊费用", "Unallocated";
    total: S = "合计（与上表一致）", "Total (that of the table above)";
    yuan: S = "¥", "¥";
    no_campaigns: S = "这一年的活动还没有导入的日报。", "No imported days fall into a campaign of this year.";
    no_products: S = "这个月还没有能对上商品ID的导入商品数据。", "No imported items of this month belong to a product of the list.";
    help: S = "销售、退款、推广按各自的日子或商品算；商品的货、运费、赠品、佣金按它自己的成本；其余各行按销售占比分到分，加起来与上表一致。", "Sales, refunds and advertising by their own days or items; a product's goods, parcels, gifts and commission by its own costs; other lines by sales, to the 分, and all add up to the table above.";
}
