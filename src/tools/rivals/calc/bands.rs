//! The map of prices (T-29): bands, who is in them, and what is sold there.

use crate::base::money::Money;
use crate::base::ratio::Ratio;
use crate::tools::rivals::calc::{Priced, priced};
use crate::tools::rivals::model::Rivals;

/// The most bands that are found from the prices.
const MOST: i64 = 6;
/// Widths of bands that read as round: 分.
const WIDTHS: [i64; 12] = [
    500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000,
    5_000_000,
];

/// A band of prices, with what is in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Band {
    /// From this price on; none for the lowest band.
    pub from: Option<Money>,
    /// Below this price; none for the highest band.
    pub to: Option<Money>,
    /// What competitors sell in it.
    pub rivals: Vec<Priced>,
    /// What we sell in it.
    pub own: Vec<Priced>,
    /// What competitors sell a month in it, as far as it is known.
    pub units: Option<i64>,
    /// What we sell a month in it, as far as it is known.
    pub own_units: Option<i64>,
    /// The band's share of all that is known to be sold.
    pub share: Option<Ratio>,
}

/// The bands, the lowest first. Prices without bands of the user's are cut into at most seven of
/// a round width. No prices, no bands.
pub fn bands(section: &Rivals) -> Vec<Band> {
    let rivals: Vec<Priced> = section.rivals.iter().flat_map(priced).collect();
    let mut own = Vec::new();
    for point in &section.own {
        if let Some(price) = point.price {
            own.push(Priced { name: point.name.clone(), price, units: point.monthly_units });
        }
    }
    if rivals.is_empty() && own.is_empty() {
        return Vec::new();
    }
    let edges = if section.bands.is_empty() {
        let prices: Vec<i64> = rivals.iter().chain(&own).map(|one| one.price.fen()).collect();
        round_edges(&prices)
    } else {
        section.bands.clone()
    };
    let mut bands = vec![Band::default(); edges.len() + 1];
    for (idx, edge) in edges.iter().enumerate() {
        bands[idx].to = Some(*edge);
        bands[idx + 1].from = Some(*edge);
    }
    let add = |sum: &mut Option<i64>, units: Option<i64>| {
        if let Some(units) = units {
            *sum = Some(sum.unwrap_or(0).saturating_add(units));
        }
    };
    let place = |price: Money| edges.partition_point(|edge| *edge <= price);
    for one in rivals {
        let band = &mut bands[place(one.price)];
        add(&mut band.units, one.units);
        band.rivals.push(one);
    }
    for one in own {
        let band = &mut bands[place(one.price)];
        add(&mut band.own_units, one.units);
        band.own.push(one);
    }
    let sold = |band: &Band| band.units.unwrap_or(0).saturating_add(band.own_units.unwrap_or(0));
    let all = bands.iter().fold(0_i64, |sum, band| sum.saturating_add(sold(band)));
    for band in &mut bands {
        band.share = Ratio::of(sold(band), all);
    }
    bands
}

/// Edges at multiples of a round width, so that at most [`MOST`] lie between the prices.
fn round_edges(prices: &[i64]) -> Vec<Money> {
    let (Some(low), Some(high)) = (prices.iter().min(), prices.iter().max()) else {
        return Vec::new();
    };
    let fits = |width: &&i64| high / **width - low / **width <= MOST;
    let width = WIDTHS.iter().find(fits).copied().unwrap_or((high - low).max(1));
    (low / width + 1..=high / width).map(|n| Money::from_fen_clamped(n * width)).collect()
}
