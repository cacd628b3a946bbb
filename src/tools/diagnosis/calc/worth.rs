//! What a visitor is worth and costs, what would better it most (T-99), and how far the people who
//! ask are from the line (T-88, R-79).

use crate::base::money::div_round;
use crate::base::order;
use crate::base::rates::Hits;
use crate::base::ratio::Ratio;
use crate::base::span::Span;
use crate::facts::metric::{AD_SPEND, BUYERS, SALES, VISITORS};
use crate::facts::set::FactSet;
use crate::knowledge::traffic::Channel;
use crate::tools::diagnosis::calc::sources::Sources;

/// What a visitor is worth and costs over a period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Worth {
    /// Visitors.
    pub visitors: i64,
    /// Paying buyers.
    pub buyers: i64,
    /// 分.
    pub sales: i64,
    /// What advertising cost, 分; `None` where that is not known.
    pub spend: Option<i64>,
    /// What free sources brought, 分; `None` without figures of sources on all the days.
    pub free_sales: Option<i64>,
    /// What paid sources brought, 分.
    pub paid_sales: Option<i64>,
}

/// 访客价值: sales a visitor, with repeat orders × (1 + `repeat`), 分 (M-41, V-12).
pub fn value(sales: i64, visitors: i64, repeat: Ratio) -> Option<i64> {
    let more = i128::from(sales) * i128::from(10_000 + repeat.bp());
    (0 < visitors).then(|| div_round(more, i128::from(visitors) * 10_000) as i64)
}

impl Worth {
    /// What a visitor brings, 分.
    pub fn value(&self) -> Option<i64> {
        value(self.sales, self.visitors, Ratio::default())
    }

    /// 访客成本: what all visitors cost, those who came for nothing included, 分 (M-42).
    pub fn cost(&self) -> Option<i64> {
        let spend = self.spend?;
        (0 < self.visitors).then(|| div_round(spend.into(), self.visitors.into()) as i64)
    }

    /// 价值 × 毛利率 − 成本 of a visitor, 分.
    pub fn net(&self, margin: Ratio) -> Option<i64> {
        Some(times(self.value()?, margin) - self.cost()?)
    }
}

/// What can be bettered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lever {
    /// 客单价.
    Aov,
    /// 支付转化率.
    Cvr,
    /// 回购: so many more buyers come back once.
    Repeat,
    /// 免费流量.
    Free,
    /// 点击率: more paid visitors at the same cost.
    Ctr,
    /// 点击单价: the same visitors for less.
    Cpc,
}

impl Lever {
    /// Those of the value, then those of the cost.
    pub const ALL: [Self; 6] =
        [Self::Aov, Self::Cvr, Self::Repeat, Self::Free, Self::Ctr, Self::Cpc];
}

fn times(amount: i64, ratio: Ratio) -> i64 {
    div_round(i128::from(amount) * i128::from(ratio.bp()), 10_000) as i64
}

/// What each lever would bring over such a period if it were bettered by `by`, the most first: of
/// more sales what is left of them at `margin`, of lower cost what is saved; 分. What is not known
/// is left out. Of buyers who come back it is `by` of all buyers, once, at the same order value.
pub fn gains(worth: &Worth, by: Ratio, margin: Ratio) -> Vec<(Lever, i64)> {
    let of_sales = |sales: Option<i64>| Some(times(times(sales?, by), margin));
    let gain = |lever: Lever| match lever {
        Lever::Aov | Lever::Cvr | Lever::Repeat => of_sales(Some(worth.sales)),
        Lever::Free => of_sales(worth.free_sales),
        Lever::Ctr => of_sales(worth.paid_sales),
        Lever::Cpc => Some(times(worth.spend?, by)),
    };
    let mut all: Vec<(Lever, i64)> =
        Lever::ALL.into_iter().filter_map(|lever| Some((lever, gain(lever)?))).collect();
    order::sort_by(&mut all, |a, b| b.1.cmp(&a.1));
    all
}

/// What a visitor is worth over a period, on the days on which visitors, buyers and sales are
/// known; `None` without any. Sources count where they have figures on all days of the period.
pub fn worth(facts: &FactSet, span: Span, sources: Option<&Sources>) -> Option<Worth> {
    let sum = |key: &str| facts.sum(key, span).total;
    let spends = AD_SPEND.into_iter().filter_map(sum);
    let spend = spends.reduce(i64::saturating_add);
    let sources = sources.filter(|all| all.span == span && all.n_days == span.n_days());
    let of = |channel| sources.map(|all| all.of_channel(channel).state.sales);
    let (visitors, buyers, sales) = (sum(VISITORS)?, sum(BUYERS)?, sum(SALES)?);
    let (free_sales, paid_sales) = (of(Channel::Free), of(Channel::Paid));
    (0 < visitors).then_some(Worth { visitors, buyers, sales, spend, free_sales, paid_sales })
}

/// How far the people who asked are from buying as often as they should.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Inquiry {
    /// Those who asked, and those of them who bought.
    pub hits: Hits,
    /// Wilson's interval of the rate, 0–1.
    pub between: (f64, f64),
    /// How many more of them must buy until the limit is kept; nothing where it is.
    pub short: i64,
    /// What these would bring at the shop's order value, 分.
    pub worth: Option<i64>,
}

/// 询单转化率 against its limit in basis points (M-54), with how sure it is; `None` without figures.
pub fn inquiry(facts: &FactSet, span: Span, limit: i64, z: f64) -> Option<Inquiry> {
    let sum = |key: &str| facts.sum(key, span).total;
    let hits = Hits::new(sum("inquiry_buyers")?, sum("inquirers")?)?;
    // ⌈limit × asked⌉ − bought.
    let needed = (i128::from(limit) * i128::from(hits.of) + 9_999).div_euclid(10_000);
    let short = i64::try_from(needed).unwrap_or(i64::MAX).saturating_sub(hits.hits).max(0);
    let worth = sum(SALES).zip(sum(BUYERS).filter(|buyers| 0 < *buyers)).map(|(sales, buyers)| {
        div_round(i128::from(sales) * i128::from(short), buyers.into()) as i64
    });
    Some(Inquiry { hits, between: hits.wilson(z), short, worth })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::day::Day;
    use crate::facts::chunk::Chunk;

    #[test]
    fn v12_value_of_a_visitor() {
        // 1,000 visitors at 3 % and ¥200; at 3.2 % and ¥220; a fifth of the buyers comes back.
        assert_eq!(value(600_000, 1_000, Ratio::default()), Some(600));
        assert_eq!(value(32 * 22_000, 1_000, Ratio::default()), Some(704));
        assert_eq!(value(600_000, 1_000, Ratio::from_bp(2_000)), Some(720));
        assert_eq!(value(600_000, 0, Ratio::default()), None);
    }

    fn shop() -> Worth {
        Worth {
            visitors: 1_000,
            buyers: 30,
            sales: 600_000,
            spend: Some(50_000),
            free_sales: Some(300_000),
            paid_sales: Some(120_000),
        }
    }

    #[test]
    fn a_tenth_better_brings_most_where_most_is_sold() {
        let worth = shop();
        assert_eq!((worth.value(), worth.cost()), (Some(600), Some(50)));
        // ¥6.00 × 40 % − ¥0.50.
        assert_eq!(worth.net(Ratio::from_bp(4_000)), Some(190));
        let (by, margin) = (Ratio::from_bp(1_000), Ratio::from_bp(4_000));
        let expected = [
            (Lever::Aov, 24_000),
            (Lever::Cvr, 24_000),
            (Lever::Repeat, 24_000),
            (Lever::Free, 12_000),
            (Lever::Cpc, 5_000),
            (Lever::Ctr, 4_800),
        ];
        assert_eq!(gains(&worth, by, margin), expected);
        let unknown = Worth { spend: None, free_sales: None, paid_sales: None, ..worth };
        assert_eq!(gains(&unknown, by, margin).len(), 3);
    }

    #[test]
    fn who_asked_and_did_not_buy_is_counted_up_to_the_line() {
        let first: Day = "2026-10-01".parse().unwrap();
        let span = Span::new(first, first + 1);
        let mut chunk = Chunk::empty(span);
        for day in span.days() {
            for (key, value) in [
                ("inquirers", 51),
                ("inquiry_buyers", 20),
                ("visitors", 1_000),
                ("buyers", 30),
                ("sales", 600_000),
                ("ad_keyword", 25_000),
            ] {
                chunk.set(key, day, Some(value));
            }
        }
        let facts = FactSet { shop_days: vec![chunk.into_ref().unwrap()], ..FactSet::default() };
        // Half of 102 is 51, 40 bought: 11 short, ¥200 each.
        let found = inquiry(&facts, span, 5_000, 1.96).unwrap();
        assert_eq!((found.short, found.worth), (11, Some(220_000)));
        assert!(found.between.0 < 40.0 / 102.0 && 40.0 / 102.0 < found.between.1);
        assert_eq!(inquiry(&facts, span, 3_900, 1.96).unwrap().short, 0);
        let worth = worth(&facts, span, None).unwrap();
        assert_eq!((worth.cost(), worth.free_sales), (Some(25), None));
    }
}
