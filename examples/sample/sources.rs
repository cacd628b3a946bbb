//! Where the sample's visitors come from. The sample exports have two days of sources, one in each
//! layout; the days before are made here from the shop's own days, so that what the sources bring
//! adds up to what the shop took.

use std::collections::BTreeMap;
use std::error::Error;

use zhanggui::base::allocate::allocate;
use zhanggui::base::day::Day;
use zhanggui::base::span::Span;
use zhanggui::facts::items::subject::Subject;
use zhanggui::facts::items::table::{ItemLabel, ItemTable};
use zhanggui::facts::items::views::AdsBy;
use zhanggui::facts::set::FactSet;

/// What the page asks of a source.
pub const METRICS: [&str; 3] = ["visitors", "buyers", "sales"];
/// People come by several sources: visits by source of a hundred visitors of the shop.
const VISITS_PER_100: i64 = 139;
/// What a source's name stands at the end of.
type Source = (&'static str, u64, f64, u64);

/// Sources that are not bought: key in the old layout, share of the visits, conversion in percent,
/// order value against the others.
const FREE: [Source; 12] = [
    ("淘内免费›手淘搜索›手淘搜索", 437, 2.3, 100),
    (FEED, 210, 0.9, 96),
    ("淘内免费›手淘推荐›购物车猜你喜欢", 46, 1.4, 104),
    ("淘内免费›手淘推荐›订单页推荐", 30, 0.8, 95),
    ("淘内免费›淘内免费其他›淘内免费其他", 109, 2.4, 100),
    ("淘内免费›逛逛›逛逛", 42, 1.6, 88),
    ("付费流量›淘宝客›淘宝客", 30, 5.2, 92),
    ("自主访问›我的淘宝›我的淘宝", 129, 4.6, 108),
    ("自主访问›购物车›购物车", 126, 5.4, 112),
    ("自主访问›直接访问›直接访问", 40, 1.8, 100),
    ("淘外APP›示例内容平台›示例内容平台", 19, 2.6, 84),
    ("其它来源›其它来源›其它来源", 17, 0.4, 90),
];
/// The feed that sent many in September who did not buy.
const FEED: &str = "淘内免费›手淘推荐›首页推荐";
/// Sources that are bought: channel of the report of plans, conversion in percent.
const PAID: [(&str, f64); 4] =
    [("关键词推广", 2.0), ("精准人群推广", 1.5), ("智能场景", 1.0), ("全站推广", 1.8)];

/// The days of a span as an export of sources in the old layout.
pub fn table(facts: &FactSet, span: Span) -> Result<ItemTable, Box<dyn Error>> {
    let ads = facts.ad_series(span, &["clicks"], AdsBy::Channel);
    let keys: BTreeMap<String, (f64, u64)> = FREE
        .iter()
        .map(|(key, _, cvr, value)| ((*key).to_owned(), (*cvr, *value)))
        .chain(PAID.iter().map(|(name, cvr)| (format!("付费流量›{name}›{name}"), (*cvr, 98))))
        .collect();
    let mut owed = vec![0.0; keys.len()];
    let mut table = ItemTable {
        subject: Subject::Source,
        items: keys
            .keys()
            .map(|id| ItemLabel { id: id.clone(), title: String::new(), code: String::new() })
            .collect(),
        periods: span.days().map(|day| (day, day)).collect(),
        ..ItemTable::default()
    };
    let mut columns: [Vec<Option<i64>>; 3] = Default::default();
    for (at, day) in span.days().enumerate() {
        let of_shop = |key: &str| facts.value(key, day).ok_or("a day of the shop is missing");
        let (visitors, buyers, sales) =
            (of_shop("visitors")?, of_shop("buyers")?, of_shop("sales")?);
        let clicks = |name: &str| ads.get(name).and_then(|columns| columns[0][at]).unwrap_or(0);
        let came = came(visitors, day, clicks)?;
        // Whole buyers a day, and over time as many as the conversion says.
        let weights: Vec<f64> = keys.iter().map(|(key, (cvr, _))| came[key] as f64 * cvr).collect();
        let all: f64 = weights.iter().sum();
        for (owed, weight) in owed.iter_mut().zip(&weights) {
            *owed += buyers as f64 * weight / all;
        }
        let bought = settle(&mut owed, buyers);
        let worth: Vec<u64> = keys
            .values()
            .zip(&bought)
            .map(|((_, value), bought)| value * bought.unsigned_abs())
            .collect();
        let paid = if sales == 0 { vec![0; keys.len()] } else { allocate(sales, &worth)? };
        for (place, key) in keys.keys().enumerate() {
            table.rows.push((at, place));
            let values = [came[key].max(bought[place]), bought[place], paid[place]];
            for (column, value) in columns.iter_mut().zip(values) {
                column.push(Some(value));
            }
        }
    }
    table.columns = METRICS.iter().map(|key| (*key).to_owned()).zip(columns).collect();
    Ok(table)
}

/// The visitors of each source on a day.
fn came(
    visitors: i64,
    day: Day,
    clicks: impl Fn(&str) -> i64,
) -> Result<BTreeMap<String, i64>, Box<dyn Error>> {
    let mut came = BTreeMap::new();
    let visits = visitors * VISITS_PER_100 / 100;
    let mut rest = visits;
    for (name, _) in PAID {
        let own = (clicks(name) * 9 / 10).min(visits / 4);
        rest -= own;
        came.insert(format!("付费流量›{name}›{name}"), own);
    }
    let is_september = day.ymd().1 == 9;
    let weight = |(key, share, _, _): &Source| match (*key, is_september) {
        (FEED, true) => share * 11 / 5,
        _ => *share,
    };
    let shares = allocate(rest, &FREE.iter().map(weight).collect::<Vec<_>>())?;
    came.extend(FREE.iter().zip(shares).map(|((key, ..), n)| ((*key).to_owned(), n)));
    Ok(came)
}

/// Whole numbers that add up to `sum`, as near to what is owed as can be; what is left stays owed.
fn settle(owed: &mut [f64], sum: i64) -> Vec<i64> {
    let mut parts = vec![0_i64; owed.len()];
    for _ in 0..sum {
        let mut most = 0;
        for place in 0..owed.len() {
            if owed[most] < owed[place] {
                most = place;
            }
        }
        parts[most] += 1;
        owed[most] -= 1.0;
    }
    parts
}
