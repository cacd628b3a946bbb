//! Whether the pages, the visitors' worth, the service and the ratings of a period are in order
//! (T-80, T-85, T-88, T-99), by the limits of the registry.

use crate::base::money::div_round;
use crate::base::order;
use crate::base::span::Span;
use crate::facts::measure::{Grade, Limit, Measure, Rule};
use crate::facts::set::FactSet;
use crate::knowledge::metrics::measure;

/// What is looked at, in this order; the first two decide with the order value what the pages need.
pub const LINES: [&str; 9] = [
    "bounce_rate",
    "pages_per_visitor",
    "returning_share",
    "visitor_value",
    "visitor_cost",
    "inquiry_cvr",
    "rating_item",
    "rating_logistics",
    "rating_service",
];
/// How many of them are of the pages.
const N_PAGE: usize = 2;
/// 全店客单价 ÷ 主打款客单价, in hundredths, from which on it passes (T-80).
pub const ORDER_VALUE_PASS: i64 = 130;

/// How a value stands by its limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Light {
    /// It fails.
    Fail,
    /// It passes.
    Pass,
    /// It is good.
    Good,
    /// There is no limit for it.
    Open,
}

/// One figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    /// Which one.
    pub measure: Measure,
    /// In its unit: worked out from its parts; of an opaque one the middle of its days, and of a
    /// rating the last of them.
    pub value: i64,
    /// Days with a value.
    pub n_days: usize,
    /// How it stands.
    pub light: Light,
}

/// 全店客单价 against 主打款客单价.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderValue {
    /// 商品ID of the best-visited item.
    pub item: String,
    /// Of all, 分.
    pub all: i64,
    /// Of that item, 分.
    pub hero: i64,
    /// All ÷ hero, in hundredths, rounded half away from zero.
    pub ratio: i64,
}

impl OrderValue {
    /// How it stands.
    pub fn light(&self) -> Light {
        if self.ratio < ORDER_VALUE_PASS { Light::Fail } else { Light::Pass }
    }
}

/// What the pages need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pages {
    /// Something fails: mend the pages before adding promotion.
    Mend,
    /// All is good: leave them as they are.
    Leave,
    /// They pass.
    Pass,
    /// Nothing is known.
    Unknown,
}

/// The check-up of a period.
#[derive(Clone, Debug, PartialEq)]
pub struct Health {
    /// The figures that are known.
    pub lines: Vec<Line>,
    /// The order values.
    pub order_value: Option<OrderValue>,
    /// What the pages need.
    pub pages: Pages,
}

/// Tells the value of a limit: the user's, else the source's; `None` where neither says one.
pub type LimitOf<'a> = &'a dyn Fn(&Measure, &Limit) -> Option<i64>;

/// How a value stands by a measure's limits of passing and being good.
pub fn light(of: &Measure, value: i64, limit_of: LimitOf<'_>) -> Light {
    let mut found = None;
    for limit in of.limits.iter().filter(|one| matches!(one.grade, Grade::Pass | Grade::Good)) {
        let Some(line) = limit_of(of, limit) else { continue };
        let is_kept = limit.bound.holds(value, line);
        found = match (limit.grade, is_kept, found) {
            (Grade::Good, true, _) => Some(Light::Good),
            (_, true, _) => Some(Light::Pass),
            (_, false, None) => Some(Light::Fail),
            (_, false, found) => found,
        };
    }
    found.unwrap_or(Light::Open)
}

/// The check-up of a period. Bounce and depth depend on where visitors come from.
pub fn health(facts: &FactSet, span: Span, limit_of: LimitOf<'_>) -> Health {
    let line = |key| line(facts, span, key, limit_of);
    let lines: Vec<Line> = LINES.into_iter().filter_map(line).collect();
    let order_value = order_value(facts, span);
    let page = |line: &&Line| LINES[..N_PAGE].contains(&line.measure.key);
    let mut lights: Vec<Light> = lines.iter().filter(page).map(|line| line.light).collect();
    let is_whole = lights.len() == N_PAGE;
    let is_good = lights.iter().all(|light| *light == Light::Good);
    lights.extend(order_value.as_ref().map(OrderValue::light));
    let pages = if lights.is_empty() {
        Pages::Unknown
    } else if lights.contains(&Light::Fail) {
        Pages::Mend
    } else if is_whole && is_good {
        Pages::Leave
    } else {
        Pages::Pass
    };
    Health { lines, order_value, pages }
}

fn line(facts: &FactSet, span: Span, key: &str, limit_of: LimitOf<'_>) -> Option<Line> {
    let of = measure(key)?;
    let (value, n_days) = match of.rule {
        Rule::Opaque(_) => {
            let mut values: Vec<i64> = span.days().filter_map(|day| of.on(facts, day)).collect();
            let n_days = values.len();
            let last = *values.last()?;
            order::sort(&mut values);
            let middle = values.get((n_days - 1) / 2).copied()?;
            (if key.starts_with("rating_") { last } else { middle }, n_days)
        }
        Rule::Sum(_) | Rule::Ratio { .. } => {
            let reading = of.reading(facts, span);
            (reading.value?, reading.n_days)
        }
    };
    Some(Line { measure: of, value, n_days, light: light(&of, value, limit_of) })
}

fn order_value(facts: &FactSet, span: Span) -> Option<OrderValue> {
    let all = measure("aov")?.reading(facts, span).value.filter(|all| 0 < *all)?;
    let sums = facts.item_sums(span, &["visitors", "buyers", "sales"]);
    let of = |sums: &[crate::facts::set::Sum], idx: usize| {
        sums.get(idx).and_then(|sum| sum.total).unwrap_or(0)
    };
    let (item, found) = sums.items.iter().max_by_key(|(_, sums)| of(sums, 0))?;
    let buyers = of(found, 1);
    if buyers <= 0 {
        return None;
    }
    let hero = div_round(of(found, 2).into(), buyers.into()) as i64;
    let ratio = div_round(i128::from(all) * 100, hero.into());
    (0 < hero).then(|| OrderValue { item: item.clone(), all, hero, ratio: ratio as i64 })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::day::Day;
    use crate::facts::chunk::Chunk;
    use crate::facts::measure::LimitFrom;

    fn of_source(_: &Measure, limit: &Limit) -> Option<i64> {
        match limit.from {
            LimitFrom::Source(value) => Some(value),
            LimitFrom::AdCap | LimitFrom::User => None,
        }
    }

    #[test]
    fn v21_lights_of_bounce_and_depth() {
        let lights = |key: &str, values: [i64; 4]| {
            let of = measure(key).unwrap();
            values.map(|value| light(&of, value, &of_source))
        };
        use Light::{Fail, Good, Pass};
        assert_eq!(lights("bounce_rate", [6_990, 7_000, 5_990, 6_000]), [Pass, Fail, Good, Pass]);
        assert_eq!(lights("pages_per_visitor", [240, 250, 350, 360]), [Fail, Pass, Pass, Good]);
        assert_eq!(light(&measure("visitor_value").unwrap(), 100, &of_source), Light::Open);
        // The user's own limit counts: a shop that asks for 65 %.
        let own = |_: &Measure, limit: &Limit| (limit.grade == Grade::Pass).then_some(6_500);
        assert_eq!(light(&measure("bounce_rate").unwrap(), 6_600, &own), Fail);
    }

    fn facts(bounce: [i64; 3], views: i64) -> (FactSet, Span) {
        let first: Day = "2026-10-01".parse().unwrap();
        let span = Span::new(first, first + 2);
        let mut chunk = Chunk::empty(span);
        for (day, bounce) in span.days().zip(bounce) {
            let values = [
                ("bounce_rate", bounce),
                ("page_views", views),
                ("visitors", 100),
                ("buyers", 3),
                ("sales", 60_000),
                ("rating_item", 470_000 + bounce),
            ];
            for (key, value) in values {
                chunk.set(key, day, Some(value));
            }
        }
        (FactSet { shop_days: vec![chunk.into_ref().unwrap()], ..FactSet::default() }, span)
    }

    #[test]
    fn one_light_that_fails_says_mend_the_pages() {
        let pages = |bounce, views| {
            let (facts, span) = facts(bounce, views);
            health(&facts, span, &of_source).pages
        };
        assert_eq!(pages([5_000, 7_000, 7_100], 300), Pages::Mend);
        assert_eq!(pages([5_000, 6_500, 7_100], 300), Pages::Pass);
        assert_eq!(pages([5_000, 5_900, 7_100], 360), Pages::Leave);
        let (empty, span) = (FactSet::default(), Span::day("2026-10-01".parse().unwrap()));
        assert_eq!(health(&empty, span, &of_source).pages, Pages::Unknown);
    }

    #[test]
    fn v12_a_visitors_value_is_what_a_visitor_brings() {
        // 3 % × ¥200 = ¥6.00 a visitor.
        let (facts, span) = facts([6_000; 3], 300);
        let found = health(&facts, span, &of_source);
        let value = found.lines.iter().find(|line| line.measure.key == "visitor_value").unwrap();
        assert_eq!((value.value, value.n_days), (600, 3));
        // Of a rating the last day counts.
        let rating = found.lines.iter().find(|line| line.measure.key == "rating_item").unwrap();
        assert_eq!((rating.value, rating.light), (476_000, Light::Fail));
    }
}
