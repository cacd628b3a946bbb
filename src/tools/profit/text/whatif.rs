//! The words of what-if, tornado and waterfall.

use crate::base::locale::Locale;
use crate::base::money::Money;
use crate::base::ratio::Ratio;
use crate::base::words::words;
use crate::i18n::format;
use crate::tools::profit::calc::whatif::{Fall, FallOf, Lever, Swing};
use crate::tools::profit::model::PriceStep;
use crate::tools::profit::text::{control, names};

type S = &'static str;

words! {
    title: S = "如果……会怎样", "What if";
    note: S = "拖动或输入，只是试算，不会存进工作簿", "Drag or type; nothing of it is kept in the workbook";
    reset: S = "全部归零", "Put all back";
    volume_first: S = "填了每月件数，才能算一个月。", "Type the pieces of a month first.";
    lever_by: S = "改变 %", "Change, %";
    now: S = "现在", "Now";
    then: S = "试算", "Then";
    change: S = "差额", "Change";
    month_profit: S = "每月利润", "Profit a month";
    unit_profit: S = "每件利润", "Profit a piece";
    paid: S = "到手价", "Buyer pays";
    same: fn(&str, &str) -> String = |need, now| format!("要赚回现在的利润，一个月得卖 {need} 件（现在 {now} 件）。"), |need, now| format!("To earn what it earns now, {need} pieces a month must be sold (now {now}).");
    never: S = "这样一件也不赚，卖多少都赚不回现在的利润。", "A piece earns nothing then; no number of pieces earns what it earns now.";
    tornado: S = "哪一项最动利润", "What moves the profit most";
    tornado_note: S = "每次只动一项，其他不变；越宽越要盯", "One at a time, all else as it is; watch the widest";
    by: S = "各动", "Each by";
    tornado_summary: fn(&str, &str, &str) -> String = |by, lever, width| format!("各项上下动 {by}，{lever}最动利润，最多相差 {width}。"), |by, lever, width| format!("Each moved by {by} up and down: {lever} moves the profit most, by up to {width}.");
    waterfall: S = "一个月的钱去哪了", "Where the money of a month goes";
    waterfall_note: S = "标价合计一步步扣到净利润", "From the list price of all pieces to the profit";
    waterfall_summary: fn(&str, &str, &str) -> String = |list, profit, most| format!("标价合计 {list}，最后剩 {profit}；扣得最多的是{most}。"), |list, profit, most| format!("Of {list} at list price {profit} is left; {most} takes most.");
    control_waterfall: S = "从销售到利润", "From sales to profit";
    control_summary: fn(&str, &str, &str) -> String = |list, profit, most| format!("支付金额 {list}，最后剩 {profit}；扣得最多的是{most}。"), |list, profit, most| format!("Of {list} paid {profit} is left; {most} takes most.");
    nothing: S = "–", "–";
    head_item: S = "项目", "Line";
    head_amount: S = "金额", "Amount";
    head_left: S = "剩下", "Left";
    head_down: S = "下调时利润", "Profit when down";
    head_up: S = "上调时利润", "Profit when up";
    head_width: S = "最多相差", "Apart at most";
    yuan: S = "元", "¥";
    many_yuan: S = "万元", "¥K";
    volume: S = "每月件数", "Pieces a month";
    pieces_unit: S = "件", "pcs";
}

/// What a lever is called.
pub fn lever(lever: Lever, locale: Locale) -> &'static str {
    let words = match lever {
        Lever::Price => ("标价", "List price"),
        Lever::Volume => ("销量", "Pieces sold"),
        Lever::Goods => ("进货价", "Goods"),
        Lever::Freight => ("运费", "Parcels"),
        Lever::Commission => ("佣金率", "Commission"),
        Lever::Ads => ("推广占比", "Advertising"),
        Lever::Refunds => ("退款率", "Refund rate"),
    };
    match locale {
        Locale::Zh => words.0,
        Locale::En => words.1,
    }
}

/// What a bar of a waterfall is called.
pub fn fall(of: FallOf, steps: &[PriceStep], locale: Locale) -> String {
    let words = match of {
        FallOf::Step(id) => {
            let step = steps.iter().find(|step| step.id == id);
            return step.map(|step| names::step(step, locale)).unwrap_or_default();
        }
        FallOf::Line(line) => return names::line(line, locale).to_owned(),
        FallOf::Control(line) => return control::line(line, locale).to_owned(),
        FallOf::List => ("标价合计（GMV）", "List price (GMV)"),
        FallOf::Received => ("商家实收", "Shop receives"),
        FallOf::Net => ("净销售额", "Net sales"),
        FallOf::Profit => ("净利润", "Net profit"),
    };
    match locale {
        Locale::Zh => words.0.to_owned(),
        Locale::En => words.1.to_owned(),
    }
}

/// What a waterfall says in one sentence, by the words of its page.
pub fn waterfall_summary(
    falls: &[Fall],
    steps: &[PriceStep],
    words: fn(&str, &str, &str) -> String,
    locale: Locale,
) -> String {
    let (Some(first), Some(last)) = (falls.first(), falls.last()) else { return String::new() };
    let mut most = None::<&Fall>;
    for one in falls.iter().filter(|one| !one.is_sum && one.to < one.from) {
        if most.is_none_or(|most| most.from - most.to < one.from - one.to) {
            most = Some(one);
        }
    }
    let name = most.map_or(format::NONE.to_owned(), |most| fall(most.of, steps, locale));
    let money = |amount| format::money_compact(amount, locale);
    words(&money(first.to), &money(last.to), &name)
}

/// What a tornado says in one sentence.
pub fn tornado_summary(swings: &[Swing], by: Ratio, locale: Locale) -> String {
    let Some(first) = swings.first() else { return String::new() };
    let width = format::money_compact(Money::from_fen_clamped(first.width()), locale);
    let by = format!("±{}", format::percent0(by));
    (text(locale).tornado_summary)(&by, lever(first.lever, locale), &width)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tools::profit::calc::unit::UnitLine;

    fn yuan(yuan: i64) -> Money {
        Money::fen_const(yuan * 100)
    }

    #[test]
    fn a_waterfall_is_told_by_its_ends_and_its_largest_step() {
        let bar = |of, from, to, is_sum| Fall { of, from: yuan(from), to: yuan(to), is_sum };
        let falls = [
            bar(FallOf::List, 0, 128, true),
            bar(FallOf::Line(UnitLine::Ads), 128, 118, false),
            bar(FallOf::Line(UnitLine::Goods), 118, 58, false),
            bar(FallOf::Profit, 0, 58, true),
        ];
        let words = waterfall_summary(&falls, &[], text(Locale::Zh).waterfall_summary, Locale::Zh);
        assert_eq!(words, "标价合计 ¥128，最后剩 ¥58；扣得最多的是货。");
        let words = text(Locale::Zh).waterfall_summary;
        assert_eq!(waterfall_summary(&[], &[], words, Locale::Zh), "");
    }

    #[test]
    fn a_tornado_names_its_widest() {
        let swings =
            [Swing { lever: Lever::Price, down: yuan(40), up: yuan(160), base: yuan(100) }];
        let words = tornado_summary(&swings, Ratio::from_bp(1_000), Locale::Zh);
        assert_eq!(words, "各项上下动 ±10%，标价最动利润，最多相差 ¥120。");
    }
}
