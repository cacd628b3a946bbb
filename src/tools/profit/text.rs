//! The words of the pages on price and profit.

pub mod bundle;
pub mod control;
pub mod cross;
pub mod names;
pub mod parts;
pub mod told;
pub mod whatif;

use crate::base::words::words;

type S = &'static str;

words! {
    title: S = "定价与利润", "Price and profit";
    question: S = "卖一件到底赚多少，卖多少钱才够？", "What does a piece really earn, and at which price is it enough?";
    unnamed: S = "未命名", "Untitled";
    undo: S = "撤销", "Undo";
    none: S = "–", "–";
    to_products: S = "去商品表填定价和成本", "Type prices and costs in the product table";
    to_products_short: S = "商品表", "Product table";
    empty_title: S = "先有商品，才有利润", "Products first, then their profit";
    empty_words: S = "这里用商品表里的定价和当天生效的成本。先在商品表里填一款，再回来。", "This page takes list prices and the costs in force today from the product table. Type one product there and come back.";
    // The list.
    list: S = "每款一件赚多少", "What a piece of each product earns";
    list_note: fn(usize, usize, usize) -> String = |all, thin, loss| format!("{all} 款能算：{thin} 款没到目标利润率，{loss} 款卖一件亏一件"), |all, thin, loss| format!("{all} products can be worked out: {thin} under the margin wanted, {loss} losing money");
    missing: fn(usize) -> String = |n| format!("另有 {n} 款缺定价或成本，没有算。"), |n| format!("{n} more lack a price or costs and are left out.");
    product: S = "商品", "Product";
    price: S = "标价", "List price";
    paid: S = "到手价", "Buyer pays";
    received: S = "商家实收", "Shop receives";
    profit: S = "每件利润", "Profit a piece";
    margin: S = "利润率", "Margin";
    even_price: S = "保本标价", "Break-even price";
    even_roi: S = "保本 ROI", "Break-even ROI";
    wanted_price: S = "达标标价", "Price for the target";
    thin: S = "没到目标利润率。不要轻易卖利润率低的商品，引流款除外，但要算清带动（R-25）。", "Under the margin wanted. Thin margins are for products that draw visitors, and only if the pull pays (R-25).";
    loss: S = "卖一件亏一件", "Every piece loses money";
    below_lowest: S = "到手价低于历史最低价，报活动和价保会受影响", "The buyer pays less than ever before: promotions and price protection count it";
    // One product.
    one: S = "看哪一款", "Product";
    // The stack.
    stack: S = "到手价怎么来的", "From list price to what is paid";
    stack_note: S = "按从上到下的顺序扣；整单的券按金额分摊，最大余数法，一分不差", "Taken off from the top down; what is taken off a whole order is shared by amounts, largest remainder, to the fen";
    add_step: S = "加一步优惠", "Add a discount";
    no_step: S = "还没有优惠：到手价就是标价。", "No discount yet: the buyer pays the list price.";
    step: S = "优惠", "Discount";
    kind: S = "类型", "Kind";
    name: S = "名称（可空）", "Name (optional)";
    rule: S = "怎么扣", "How it takes";
    percent: S = "减多少 %", "Off, %";
    amount: S = "减多少", "Amount off";
    member_price: S = "会员价", "Member price";
    from: S = "满多少", "From an order of";
    borne: S = "商家承担", "Borne by the shop";
    group: S = "互斥组", "Excludes";
    group_help: S = "同组只用第一个能用的", "Of one group only the first that applies counts";
    no_group: S = "可叠加", "Stacks";
    group_name: fn(u8) -> String = |n| format!("互斥组 {n}"), |n| format!("Group {n}");
    whom: S = "用于", "Holds for";
    everyone: S = "全部商品", "All products";
    only: fn(&str) -> String = |name| format!("只限 {name}"), |name| format!("{name} only");
    is_on: S = "生效", "Counts";
    edit_step: fn(&str) -> String = |name| format!("改“{name}”"), |name| format!("Change “{name}”");
    done: S = "好了", "Done";
    remove_step: fn(&str) -> String = |name| format!("删除“{name}”"), |name| format!("Delete “{name}”");
    up: fn(&str) -> String = |name| format!("“{name}”上移"), |name| format!("Move “{name}” up");
    down: fn(&str) -> String = |name| format!("“{name}”下移"), |name| format!("Move “{name}” down");
    trace: S = "逐步记录", "Step by step";
    trace_taken: S = "整单减", "Off the order";
    trace_piece: S = "摊到一件", "Share of a piece";
    trace_borne: S = "商家出", "The shop bears";
    trace_after: S = "整单剩", "Order after it";
    trace_list: S = "标价合计", "List price";
    order: S = "一单通常怎么买", "A usual order";
    pieces: S = "一单几件", "Pieces";
    beside: S = "一起买的其他商品", "Other goods in the order";
    beside_help: S = "打折后金额；凑满减、分摊券都算它", "After discounts; thresholds count it, coupons are shared with it";
    lowest: S = "历史最低价", "Lowest price ever";
    volume: S = "每月件数", "Pieces a month";
    volume_help: fn(Option<i64>) -> String = |n| n.map_or(String::new(), |n| format!("不填就按销量折算：{n} 件")), |n| n.map_or(String::new(), |n| format!("Empty: as sold, {n}"));
    pieces_unit: S = "件", "pcs";
    // The unit.
    unit: S = "一件赚在哪、花在哪", "Where the money of a piece goes";
    unit_note: S = "支付一件的平均账，退款摊在里面；每行四舍五入到分，加起来正好", "The average of a piece that was paid for, refunds included; every line is rounded to the fen (¥0.01), and they add up exactly";
    line: S = "项目", "Line";
    of_received: S = "占实收", "Of what is received";
    formula: S = "利润率 = 每件利润 ÷ 商家实收（退款前，M-48）；佣金和推广按实收的比例", "Margin = profit a piece ÷ what the shop receives, before refunds (M-48); commission and advertising are shares of what is received";
    even: S = "保本线", "Break-even";
    even_note: S = "过了这条线，一件也不赚", "Beyond these a piece earns nothing";
    even_price_why: S = "固定成本 ÷ 每收 1 元留下的部分，再倒推标价", "Fixed costs ÷ what is left of each yuan received, worked back to the list price";
    even_roi_why: S = "1 ÷ 不计推广的利润率", "1 ÷ the margin before advertising";
    even_click: S = "保本点击价", "Break-even CPC";
    even_click_why: fn(Option<&str>) -> String = |cvr| cvr.map_or("填了转化率才能算".to_owned(), |cvr| format!("不计推广的利润 × 转化率 {cvr}")), |cvr| cvr.map_or("Needs the conversion".to_owned(), |cvr| format!("Profit before advertising × conversion of {cvr}"));
    even_cvr: S = "保本转化率", "Break-even conversion";
    even_cvr_why: fn(Option<&str>) -> String = |click| click.map_or("填了点击价才能算".to_owned(), |click| format!("点击价 {click} ÷ 不计推广的利润")), |click| click.map_or("Needs the price of a click".to_owned(), |click| format!("A click at {click} ÷ profit before advertising"));
    even_refunds: S = "保本退款率", "Break-even refund rate";
    even_refunds_why: fn(&str) -> String = |now| format!("现在 {now}"), |now| format!("Now {now}");
    conversion: S = "支付转化率", "Conversion";
    click: S = "点击价 CPC", "Price of a click (CPC)";
    // Refunds.
    refunds: S = "退款", "Refunds";
    refunds_own: S = "这款单独设", "This product has its own";
    refunds_all: S = "全部商品共用这组退款数", "All products share these";
    refund_rate: S = "退款率", "Refund rate";
    refund_before: S = "其中没发货就退", "Of these before shipping";
    refund_resale: S = "退回能再卖", "Returns that sell again";
    refund_freight: S = "退回运费 / 运费险", "Parcel back or its insurance";
    refund_fee: S = "每笔退不回的费用", "Fees that do not come back";
    refund_kept: S = "佣金不退的部分", "Commission that is kept";
    // The solver.
    solver: S = "倒推价格", "Work the price out";
    solver_note: S = "从想要的结果倒推标价：优惠一步步加回去，试到分", "From what is wanted back to the list price, through every discount, to the fen (¥0.01)";
    target: S = "目标利润率", "Margin wanted";
    rounding: S = "价格尾数", "Price ending";
    wanted_paid: S = "想要的到手价", "Wanted price paid";
    solved_margin: fn(&str, &str, &str, &str) -> String = |price, paid, profit, margin| format!("标价 {price}，到手 {paid}，每件赚 {profit}，利润率 {margin}。"), |price, paid, profit, margin| format!("A list price of {price}: the buyer pays {paid}, a piece earns {profit}, a margin of {margin}.");
    solved_none: S = "这样的成本和优惠，多高的标价也到不了。", "With these costs and discounts no price reaches it.";
    solved_goods: fn(&str, &str) -> String = |goods, now| format!("标价不动，进货价最多 {goods}（现在 {now}）。"), |goods, now| format!("At the present price the goods may cost {goods} at most (now {now}).");
    solved_goods_none: S = "标价不动，进货价为零也到不了。", "At the present price not even goods for nothing reach it.";
    solved_round: S = "最低标价，按尾数向上取；利润率用没有取整的数比较", "The lowest list price, rounded up to its ending; margins are compared before rounding";
}
