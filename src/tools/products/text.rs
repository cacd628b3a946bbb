//! The words of the pages on products and on their matrix.

pub mod columns;
pub mod matrix;
pub mod names;
pub mod read;
pub mod stock;
pub mod working;

use crate::base::words::words;

type S = &'static str;

words! {
    title: S = "商品", "Products";
    question: S = "卖什么，每一款起什么作用，赚不赚钱？", "What do we sell, what is each product there for, and does it earn?";
    comma: S = "、", ", ";
    undo: S = "撤销", "Undo";
    more: S = "更多", "More";
    delete: S = "删除", "Delete";
    none: S = "不填", "None";
    unnamed: S = "未命名", "Untitled";
    // Before there is one.
    empty_title: S = "还没有商品", "No products yet";
    empty_words: S = "在表里输入第一款，或从 Excel、WPS 复制整块粘贴：名称、商品ID、角色、定价、成本、库存。贴几行就长几行。", "Type the first one into the table, or paste a block from Excel or WPS: name, item ID, role, price, cost, stock. The table grows by as many rows as are pasted.";
    begin: S = "开始填表", "Start the table";
    // The table.
    list: S = "商品表", "Product table";
    list_note: fn(usize, usize) -> String = |n, all| if n == all { format!("{all} 款") } else { format!("{all} 款中的 {n} 款") }, |n, all| match (n, all) { (1, 1) => "1 product".to_owned(), (n, all) if n == all => format!("{all} products"), (n, all) => format!("{n} of {all} products") };
    view: S = "看什么", "Show";
    view_sheet: S = "资料", "Facts";
    view_sales: S = "销量与份额", "Sales and share";
    view_stock: S = "库存与补货", "Stock";
    search: S = "找名称或商品ID", "Find a name or an item ID";
    all_roles: S = "全部角色", "All roles";
    no_role: S = "未定角色", "No role";
    columns: S = "显示的列", "Columns shown";
    freeze: S = "冻结", "Freeze";
    freeze_to: fn(&str) -> String = |name| format!("冻结到：{name}"), |name| format!("Freeze up to: {name}");
    stored_order: S = "回到原来的顺序", "Back to the stored order";
    new_row: S = "新商品", "New product";
    help: S = "直接输入即覆盖；F2 修改；Ctrl+D 向下填充；Ctrl+C/V 与 Excel、WPS 互贴，粘贴会自动加行；点表头排序，不改存储顺序。", "Type to replace, F2 to change, Ctrl+D fills down, Ctrl+C/V to and from Excel or WPS; a paste adds rows. A heading sorts without touching the stored order.";
    delete_rows: fn(usize) -> String = |n| format!("删除选中的 {n} 款"), |n| if n == 1 { "Delete the selected product".to_owned() } else { format!("Delete the {n} selected products") };
    remove_note: S = "套餐会去掉这款；只属于这款的优惠、费用设置、带动测算、关联销售记录和爆款清单会一起删除，时段里的销量也是。", "Sets lose the product; discounts, terms, pulls, cross-sell looks and bestseller steps that are its alone go with it, and so do its sales by period.";
    removed: fn(usize) -> String = |n| format!("已删除 {n} 款商品"), |n| if n == 1 { "Deleted 1 product".to_owned() } else { format!("Deleted {n} products") };
    // The structure by roles.
    roles: S = "产品结构", "Structure by roles";
    roles_note: S = "五类角色各有多少款、占多少销售", "How many products and how much of the sales each role has";
    roles_missing: fn(&str) -> String = |names| format!("还没有：{names}"), |names| format!("Nobody in: {names}");
    role: S = "角色", "Role";
    n_products: S = "款数", "Products";
    share: S = "销售占比", "Share of sales";
    margin: S = "利润率", "Margin";
    pricing_hint: S = "定价提醒", "Pricing";
    // The periods.
    periods: S = "时段", "Periods";
    period: S = "时段", "Period";
    no_period: S = "先加一个时段，再填这个时段的销量。", "Add a period first; then its sales can be typed.";
    add_period: S = "加一个时段", "Add a period";
    period_name: S = "名称（可空）", "Name (optional)";
    period_from: S = "从", "From";
    period_to: S = "到", "To";
    remove_period: S = "删除时段和它的销量", "Delete the period and its sales";
    // One product.
    details: fn(&str) -> String = |name| format!("商品档案：{name}"), |name| format!("Fact sheet: {name}");
    details_none: S = "在表里选一款，这里显示它的档案、成本和去处。", "Select a product in the table to see its fact sheet, costs and links.";
    filled: fn(usize, usize) -> String = |n, all| format!("填了 {n} / {all} 项"), |n, all| format!("{n} of {all} filled");
    missing: fn(&str) -> String = |names| format!("还缺：{names}"), |names| format!("Missing: {names}");
    pricing: S = "定价规则", "Pricing rule";
    in_deals: S = "可报聚划算 / 淘金币", "May go into deals";
    by_role: S = "按角色", "As the role says";
    yes: S = "可以", "Yes";
    no: S = "不可以", "No";
    move_up: S = "上移", "Move up";
    move_down: S = "下移", "Move down";
    made: S = "连着它的", "Linked to it";
    // Costs.
    costs: S = "成本", "Costs";
    costs_note: S = "每一行从它的日期起生效，之前的账不变", "Each row counts from its date on; what lies before stays as it was";
    cost_from: S = "从哪天起", "From";
    goods: S = "货", "Goods";
    freight: S = "运费", "Parcel";
    gift: S = "赠品", "Gift";
    commission: S = "平台佣金", "Commission";
    ads: S = "推广", "Advertising";
    add_cost: S = "加一行成本", "Add costs";
    remove_cost: S = "删除这行成本", "Delete these costs";
    from_start: S = "一直", "From the start";
    unit_sum: fn(&str, &str, &str) -> String = |profit, margin, floor| format!("按定价每件赚 {profit}，利润率 {margin}，保本价 {floor}"), |profit, margin, floor| format!("At the list price a piece earns {profit}, a margin of {margin}; it breaks even at {floor}");
    unit_formula: S = "每件利润 = 定价 − 货 − 运费 − 赠品 − 定价 ×（佣金 + 推广）；保本价 =（货 + 运费 + 赠品）÷（1 − 佣金 − 推广）", "Profit a piece = price − goods − parcel − gift − price × (commission + advertising); break-even = (goods + parcel + gift) ÷ (1 − commission − advertising)";
    to_matrix: S = "去波士顿矩阵", "To the BCG matrix";
}
