//! How a value on an axis was worked out, with its numbers.

use crate::base::locale::Locale;
use crate::base::money::Money;
use crate::i18n::format;
use crate::tools::products::calc::figures::Figures;
use crate::tools::products::model::{Measure, SalesRow};
use crate::tools::products::text::matrix::value;

/// `¥142,485 ÷ ¥88,000 = 1.62×`; `None` where a number is missing. `total` is what all products
/// sold.
pub fn working(
    measure: Measure,
    figures: &Figures,
    row: &SalesRow,
    total: Money,
    locale: Locale,
) -> Option<String> {
    let money = |amount: Option<Money>| amount.map(format::money_whole);
    let result = value(measure, figures.value(measure)?, locale);
    let text = match measure {
        Measure::Units | Measure::Revenue | Measure::CategoryGrowth => result,
        Measure::Margin => {
            format!("{} ÷ {} = {result}", money(figures.profit)?, money(figures.revenue)?)
        }
        Measure::UnitProfit => {
            let units = value(Measure::Units, figures.units?, locale);
            format!("{} ÷ {units} = {result}", money(figures.profit)?)
        }
        Measure::RelativeShare => {
            format!("{} ÷ {} = {result}", money(figures.revenue)?, money(row.rival)?)
        }
        Measure::ShopShare => {
            format!("{} ÷ {} = {result}", money(figures.revenue)?, format::money_whole(total))
        }
        Measure::MarketGrowth => {
            format!("{} ÷ {} − 1 = {result}", money(row.market)?, money(row.market_before)?)
        }
    };
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::id::Id;
    use crate::base::ratio::Ratio;

    #[test]
    fn the_numbers_stand_in_the_formula() {
        let yuan = |yuan: i64| Some(Money::fen_const(yuan * 100));
        let figures = Figures {
            id: Id::from_bits(1),
            units: Some(10),
            revenue: yuan(1_280),
            cost: yuan(882),
            profit: yuan(398),
            relative_share: Some(Ratio::from_bp(5_000)),
            shop_share: None,
            market_growth: Some(Ratio::from_bp(1_500)),
            category_growth: None,
            n_costs: 1,
        };
        let row = SalesRow {
            rival: yuan(2_560),
            market: yuan(1_150),
            market_before: yuan(1_000),
            ..SalesRow::new(Id::from_bits(9))
        };
        let told = |measure| working(measure, &figures, &row, Money::ZERO, Locale::Zh);
        let text = |text: &str| Some(text.to_owned());
        assert_eq!(told(Measure::RelativeShare), text("¥1,280 ÷ ¥2,560 = 0.50×"));
        assert_eq!(told(Measure::MarketGrowth), text("¥1,150 ÷ ¥1,000 − 1 = 15.0%"));
        assert_eq!(told(Measure::Margin), text("¥398 ÷ ¥1,280 = 31.1%"));
        assert_eq!(told(Measure::UnitProfit), text("¥398 ÷ 10 件 = ¥39.80"));
        assert_eq!(told(Measure::ShopShare), None);
    }
}
