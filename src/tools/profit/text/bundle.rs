//! The words of sets and of products that draw buyers.

use crate::base::words::words;

type S = &'static str;

words! {
    bundles: S = "套餐设计", "Sets";
    bundles_note: S = "重新包装 + 文化主题；一个包裹，到手价按标价分摊，各担各的佣金、推广和退款", "New packaging and a theme; one parcel, what is paid shared by list prices, each with its own commission, advertising and refunds";
    add: S = "加一个套餐", "Add a set";
    none: S = "还没有套餐。明日之星和小金牛适合做 2–3 件的套餐（R-16）。", "No sets yet. Sets of 2 or 3 suit rising stars (R-16).";
    new_name: S = "新套餐", "New set";
    name: S = "套餐名称", "Name of the set";
    theme: S = "主题与包装", "Theme and packaging";
    price: S = "套餐价", "Price of the set";
    rival: S = "对手单件价", "A competitor's single price";
    item: S = "商品", "Product";
    pieces: S = "件数", "Pieces";
    pieces_unit: S = "件", "pcs";
    add_item: S = "加一款商品", "Add a product";
    remove_item: S = "从套餐里拿掉", "Take out of the set";
    remove: fn(&str) -> String = |name| format!("删除套餐“{name}”"), |name| format!("Delete the set “{name}”");
    takes_steps: S = "套餐价再用券和满减（单品折扣、会员价不叠加）", "Coupons and order discounts come off it too (single discounts and members' prices do not)";
    stacked: fn(&str, &str, &str) -> String = |price, steps, paid| format!("套餐价 {price}：{steps}；到手价 {paid}。"), |price, steps, paid| format!("Price {price}: {steps}; paid {paid}.");
    no_steps: S = "还没有对全部商品生效的券或满减。", "There is no coupon or order discount for all products yet.";
    no_sum: S = "加上商品和套餐价就能算；商品要有定价和成本。", "Needs products with prices and costs, and a price of the set.";
    singles: fn(&str, &str, &str) -> String = |singles, discount, each| format!("分开买 {singles}，套餐便宜 {discount}，合每件 {each}。"), |singles, discount, each| format!("Apart {singles}; the set is {discount} cheaper, {each} a piece.");
    against: fn(&str, bool) -> String = |by, cheaper| if cheaper { format!("每件比对手便宜 {by}。") } else { format!("每件比对手贵 {by}。") }, |by, cheaper| if cheaper { format!("A piece is {by} cheaper than the competitor's.") } else { format!("A piece is {by} dearer than the competitor's.") };
    earns: fn(&str, &str, &str, &str) -> String = |profit, margin, apart, apart_margin| format!("一套赚 {profit}，利润率 {margin}；分开卖赚 {apart}，利润率 {apart_margin}。"), |profit, margin, apart, apart_margin| format!("A set earns {profit}, a margin of {margin}; apart {apart}, a margin of {apart_margin}.");
    uplift: fn(&str) -> String = |by| format!("比单买第一款，一单多收 {by}。"), |by| format!("An order is worth {by} more than the first product alone.");
    shares: fn(&str) -> String = |parts| format!("到手价分摊：{parts}"), |parts| format!("Shares of what is paid: {parts}");
    accept: S = "可以做", "Accept";
    thin: S = "利润太薄", "Margin too thin";
    loss: S = "亏本", "It loses money";
    comma: S = "、", ", ";
    // The pull.
    pull: S = "引流款带动测算", "Does the pull pay?";
    pull_note: S = "引流款、疯狗可以不赚钱，但要算清它带动了多少（T-131）", "A product that draws buyers need not earn, if what it brings does (T-131)";
    buyers: S = "一个月的买家", "Buyers in a month";
    buyers_unit: S = "人", "";
    attach: S = "连带率（还买了别的）", "Bought something else too";
    attached: S = "每笔连带的利润", "Profit of such a purchase";
    ads: S = "推广费", "Advertising";
    members: S = "新增会员", "New members";
    member_value: S = "一个会员值多少", "Worth of a member";
    needs: S = "填了买家数和连带率，再有每月件数，就能算。", "Needs buyers, how many bought something else, and the pieces of a month.";
    own: S = "自己的利润（不计推广）", "Its own profit, before advertising";
    attached_all: S = "连带的利润", "Profit of what was bought beside it";
    members_all: S = "会员的价值", "Worth of the members";
    ads_all: S = "推广费", "Advertising";
    net: S = "合计", "In all";
    even_attach: fn(&str, &str) -> String = |even, now| format!("保本连带率 {even}，现在 {now}。"), |even, now| format!("It breaks even where {even} buy something else; now {now}.");
    even_never: S = "连带率到 100% 也保不了本。", "Not even if all of them did.";
    keep: S = "带动划算：保留。", "The pull pays: keep it.";
    raise: fn(&str) -> String = |by| format!("还差一点：每件提价 {by} 就保本。"), |by| format!("Nearly: at {by} more a piece it breaks even.");
    cut: S = "带动不够：减量，把流量导到转化率更高的商品。", "It does not pay: sell fewer, and lead visitors to what converts better.";
    aov: fn(&str, &str) -> String = |ratio, verdict| format!("全店客单价 ÷ 这款到手价 = {ratio}（M-07，健康线 1.3）：{verdict}"), |ratio, verdict| format!("Order value of the shop ÷ price paid = {ratio} (M-07, healthy from 1.3): {verdict}");
    aov_good: S = "带动了别的商品。", "it draws other sales along.";
    aov_bad: S = "没有带动别的商品。", "it does not draw other sales along.";
    line: S = "项目", "Line";
}
