//! The words of the matrix: its fields with what the source advises, cuts, flips.

use crate::base::locale::Locale;
use crate::base::money::Money;
use crate::base::ratio::Ratio;
use crate::base::words::words;
use crate::i18n::format;
use crate::tools::products::model::{BcgField, Measure};
use crate::tools::products::text::names::pick;

type S = &'static str;

words! {
    title: S = "波士顿矩阵", "BCG matrix";
    question: S = "哪些商品该继续推，哪些该带别人，哪些该停？", "Which products to push, which ones to lead others with, which to stop?";
    set: S = "坐标", "Axes";
    set_shop: S = "利润 × 销量", "Profit × sales";
    set_textbook: S = "增长 × 份额", "Growth × share";
    difference: S = "店铺版的“疯狗”是爆款：热销、利润薄，用来引流；教科书的“瘦狗”是低增长、低份额，该收缩。两者不是一回事。", "The shop's “mad dog” is a hit with a thin margin, there to attract; the textbook's “dog” grows little and leads nowhere. They are not the same.";
    period: S = "时段", "Period";
    compared: S = "对照", "Against";
    no_compare: S = "不对照", "Nothing";
    x_axis: S = "横轴", "Across";
    y_axis: S = "纵轴", "Upwards";
    proxy: S = "代理轴", "Proxy axis";
    proxy_words: S = "这根轴不是教科书要的数，只是拿得到的近似：", "This axis is not what the textbook asks for, only what can be had:";
    // The chart.
    chart: fn(&str, &str) -> String = |y, x| format!("{y} × {x}"), |y, x| format!("{y} × {x}");
    chart_note: fn(&str, usize) -> String = |days, n| format!("{days}，圆面积 = 支付金额，{n} 款"), |days, n| if n == 1 { format!("{days}, area = sales, 1 product") } else { format!("{days}, area = sales, {n} products") };
    summary: fn(&str, usize, &str) -> String = |name, n, fields| format!("{name}，{n} 款商品：{fields}。"), |name, n, fields| format!("{name} of {n} products: {fields}.");
    field_count: fn(&str, usize) -> String = |name, n| format!("{name} {n} 款"), |name, n| format!("{name} {n}");
    log: S = "（对数）", " (log)";
    log_reversed: S = "（对数，左大右小）", " (log, larger to the left)";
    cuts_printed: fn(&str, &str) -> String = |x, y| format!("切线：{x}；{y}"), |x, y| format!("Cuts: {x}; {y}");
    cut_at: fn(&str, &str) -> String = |name, value| format!("{name} {value}"), |name, value| format!("{name} {value}");
    cut_x: S = "横轴切线", "Cut across";
    cut_y: S = "纵轴切线", "Cut upwards";
    bubble_keys: S = "方向键逐个看商品，回车选中。", "Arrow keys go from product to product, Enter selects.";
    shelf: S = "产品结构：把图上的商品拖到一格，改它的角色", "Structure: drag a product from the chart here to change its role";
    role_set: fn(&str, &str) -> String = |name, role| format!("“{name}”的角色改为：{role}"), |name, role| format!("“{name}” is now: {role}");
    file_name: S = "波士顿矩阵", "bcg-matrix";
    keys: [S; 4] = ["1", "2", "3", "4"], ["1", "2", "3", "4"];
    before_key: S = "灰点：对照时段的位置", "Grey dots: where they stood in the other period";
    unplaced: fn(usize) -> String = |n| format!("{n} 款缺数据，没有画在图上"), |n| if n == 1 { "1 product lacks data and is not drawn".to_owned() } else { format!("{n} products lack data and are not drawn") };
    lacks: fn(&str, &str) -> String = |name, what| format!("{name}：缺{what}"), |name, what| format!("{name}: no {what}");
    fill_in: S = "去商品表补", "Fill in the product table";
    // The table beside it.
    col_product: S = "商品", "Product";
    col_field: S = "象限", "Field";
    col_before: S = "对照时段", "Before";
    col_revenue: S = "支付金额", "Sales";
    col_profit: S = "利润", "Profit";
    // The fields.
    fields: S = "各象限怎么做", "What to do in each field";
    n_products: fn(usize) -> String = |n| format!("{n} 款"), |n| if n == 1 { "1 product".to_owned() } else { format!("{n} products") };
    revenue: S = "支付金额", "Sales";
    profit: S = "利润", "Profit";
    derived: S = "推荐", "Our suggestion";
    own: S = "自己写的", "Own words";
    edit_advice: S = "改写", "Rewrite";
    advice_label: fn(&str) -> String = |name| format!("{name}怎么做"), |name| format!("What to do with: {name}");
    done: S = "完成", "Done";
    make_task: S = "建行动", "Make an action";
    task_of: fn(&str, &str, &str) -> String = |product, field, advice| format!("{product}（{field}）：{advice}"), |product, field, advice| format!("{product} ({field}): {advice}");
    made_task: fn(usize) -> String = |n| format!("已建 {n} 个行动"), |n| if n == 1 { "Made 1 action".to_owned() } else { format!("Made {n} actions") };
    all_made: S = "这一格的商品都已有行动", "Every product here has its action";
    empty_field: S = "没有商品", "No products";
    // Dependency.
    dependency: fn(&str, &str, &str) -> String = |name, share, limit| format!("{name} 一款占全部利润 {share}，超过 {limit} 的警戒线。它一出事，全店就没了利润：找第二款来分担。"), |name, share, limit| format!("{name} alone earns {share} of the profit, above your limit of {limit}. If it fails, so does the shop: grow a second one.");
    dependency_limit: S = "单款利润占比警戒线", "One product's share of the profit, at most";
    // Who flips.
    flips: S = "切线一动，谁会换象限", "Who changes fields if a cut moves";
    flips_note: fn(&str) -> String = |share| format!("切线上下移动不到 {share}"), |share| format!("Either cut moves by {share} or less");
    flips_share: S = "切线移动", "The cut moves by";
    flips_none: S = "切线移动这么多，没有商品换象限：这张图站得住。", "Nobody changes fields within that: the picture holds.";
    flip_down: fn(&str, &str) -> String = |axis, by| format!("{axis}切线再高 {by}"), |axis, by| format!("{axis}: cut {by} higher");
    flip_up: fn(&str, &str) -> String = |axis, by| format!("{axis}切线再低 {by}"), |axis, by| format!("{axis}: cut {by} lower");
    moved: S = "谁换了象限", "Who changed fields";
    moved_note: fn(&str) -> String = |days| format!("对照 {days}"), |days| format!("Against {days}");
    moved_none: S = "没有商品换象限。", "Nobody changed fields.";
    // The cuts.
    cuts: S = "切线", "Cuts";
    cuts_note: S = "输入，或在图上拖动；等于切线算高", "Type them, or drag them on the chart; a value at the cut is high";
    by_median: S = "中位数", "median";
    by_usual: S = "教科书", "textbook";
    by_user: S = "自己定的", "your own";
    reset: S = "恢复默认", "Back to the default";
    // The chosen product.
    chosen: fn(&str) -> String = |name| format!("选中：{name}"), |name| format!("Selected: {name}");
    chosen_none: S = "点一个圆，或用 Tab 和方向键选一款，这里显示它的账和算法。", "Click a bubble, or use Tab and the arrows: its figures and formulas appear here.";
    role: S = "角色", "Role";
    open: S = "打开商品档案", "Open its fact sheet";
    working: fn(&str, &str) -> String = |formula, numbers| format!("{formula}：{numbers}"), |formula, numbers| format!("{formula}: {numbers}");
    no_value: S = "缺数据", "no data";
    split_costs: S = "时段内成本变过：件数和金额按天数拆开，各用各的成本。", "Costs changed within the period: pieces and sales are split by days, each part at its own costs.";
    before_was: fn(&str) -> String = |name| format!("对照时段在{name}"), |name| format!("In the other period: {name}");
    actions_of: S = "它的行动", "Its actions";
    // Nothing yet.
    empty_title: S = "还没有可以放进矩阵的商品", "There are no products to place yet";
    empty_words: S = "先在商品页填商品，加一个时段，再填这个时段的支付件数和支付金额。", "Fill in the products first, add a period, and type what each one sold in it.";
    to_products: S = "去商品页", "To the products";
}

/// What a field is called.
pub fn field(field: BcgField, locale: Locale) -> S {
    let words = match field {
        BcgField::ShopCow => ("金牛", "Cash cow"),
        BcgField::ShopStar => ("明日之星", "Rising star"),
        BcgField::ShopDog => ("疯狗", "Mad dog"),
        BcgField::ShopChild => ("问题儿童", "Problem child"),
        BcgField::BookStar => ("明星", "Star"),
        BcgField::BookCow => ("金牛", "Cash cow"),
        BcgField::BookQuestion => ("问题", "Question mark"),
        BcgField::BookDog => ("瘦狗", "Dog"),
    };
    pick(words, locale)
}

/// What the source advises in a field (R-14 … R-18); ours where it is silent.
pub fn advice(field: BcgField, locale: Locale) -> S {
    let words = match field {
        BcgField::ShopCow => (
            "扩大销量、延长时间：首页主推持续曝光，等新的金牛上来再换；广告配合，上新找替代。",
            "Sell more of it, for longer: keep it on the home page until a successor is up; support it with advertising and look for the next one.",
        ),
        BcgField::ShopStar => (
            "做 2–3 件套餐给更多折扣，养成大金牛。",
            "Sets of two or three at a bigger discount: grow it into a cash cow.",
        ),
        BcgField::ShopDog => (
            "吸引人气，带动其他商品，塑造质优价美；不追求这一款的利润。",
            "Let it attract, sell other products and show that we are good value; do not look for profit in it.",
        ),
        BcgField::ShopChild => (
            "30 天内换图、换价、改页面或测款，不见效就清仓。",
            "Thirty days for new pictures, price, page or test; clear it if nothing helps.",
        ),
        BcgField::BookStar => {
            ("投入：守住份额，跟上市场的增长。", "Invest: hold the share as the market grows.")
        }
        BcgField::BookCow => {
            ("收割并维持：少投入，多回款。", "Harvest and keep up: little in, much out.")
        }
        BcgField::BookQuestion => {
            ("择优投入，其余放弃。", "Invest in the best of them, give the others up.")
        }
        BcgField::BookDog => ("收缩，退出。", "Shrink it, leave."),
    };
    pick(words, locale)
}

/// A value of a measure with its unit: `120 件`, `36.0%`, `1.25×`, `¥1,234`.
pub fn value(measure: Measure, value: i64, locale: Locale) -> String {
    let ratio = || Ratio::from_bp(i32::try_from(value).unwrap_or(i32::MAX));
    match measure {
        Measure::Units => match locale {
            Locale::Zh => format!("{} 件", format::count(value)),
            Locale::En => format!("{} pcs", format::count(value)),
        },
        Measure::Revenue => format::money_whole(Money::from_fen_clamped(value)),
        Measure::UnitProfit => format::money(Money::from_fen_clamped(value)),
        Measure::RelativeShare => times(value),
        Measure::Margin | Measure::ShopShare | Measure::MarketGrowth | Measure::CategoryGrowth => {
            format::percent1(ratio())
        }
    }
}

/// A difference of a measure, without a sign.
pub fn difference(measure: Measure, by: i64, locale: Locale) -> String {
    match measure {
        Measure::Margin | Measure::ShopShare | Measure::MarketGrowth | Measure::CategoryGrowth => {
            let by = Ratio::from_bp(i32::try_from(by).unwrap_or(i32::MAX));
            format::points(by, locale).trim_start_matches('+').to_owned()
        }
        Measure::RelativeShare => times_exact(by),
        _ => value(measure, by, locale),
    }
}

/// `1.25×`, `0.50×`: two places, rounded half away from zero.
pub fn times(bp: i64) -> String {
    let hundredths = crate::base::money::div_round(bp.into(), 100) as i64;
    let sign = if hundredths < 0 { format::MINUS } else { "" };
    let abs = hundredths.unsigned_abs();
    format!("{sign}{}.{:02}×", format::count((abs / 100) as i64), abs % 100)
}

/// The same with all four places, for differences that may be tiny.
fn times_exact(bp: i64) -> String {
    let abs = bp.unsigned_abs();
    format!("{}.{:04}×", format::count((abs / 10_000) as i64), abs % 10_000)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tools::products::model::AxisSet;

    #[test]
    fn the_two_dogs_never_share_a_name() {
        for locale in Locale::ALL {
            let mad = field(BcgField::ShopDog, locale);
            let names = BcgField::all(AxisSet::Textbook).map(|one| field(one, locale));
            assert!(!names.contains(&mad), "{mad}");
            for set in AxisSet::ALL {
                let names = BcgField::all(set).map(|one| field(one, locale));
                for (idx, name) in names.iter().enumerate() {
                    assert!(!names[..idx].contains(name), "{name}");
                }
            }
        }
    }

    #[test]
    fn values_have_their_units() {
        let zh = |measure, number| value(measure, number, Locale::Zh);
        assert_eq!(zh(Measure::Units, 1_200), "1,200 件");
        assert_eq!(zh(Measure::Margin, 3_109), "31.1%");
        assert_eq!(zh(Measure::RelativeShare, 12_345), "1.23×");
        assert_eq!(zh(Measure::UnitProfit, 3_980), "¥39.80");
        assert_eq!(difference(Measure::Margin, 101, Locale::En), "1.01 pp");
        assert_eq!(difference(Measure::RelativeShare, 1, Locale::En), "0.0001×");
    }
}
