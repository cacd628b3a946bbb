//! What the register and the observations of competitors say.

pub mod bands;
pub mod changes;
pub mod checks;
pub mod response;
pub mod series;
#[cfg(test)]
mod tests;
pub mod trends;
pub mod versus;

use crate::base::id::Id;
use crate::base::money::Money;
use crate::tools::rivals::calc::series::{Series, all_series};
use crate::tools::rivals::model::{Rival, RivalClass, Rivals};

/// How many of each are watched, against 3–5 with two that do better and two that do as well
/// (T-23).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mix {
    /// How many are watched.
    pub n_all: usize,
    /// How many do better.
    pub n_better: usize,
    /// How many do about as well.
    pub n_similar: usize,
}

impl Mix {
    /// The fewest and the most that should be watched.
    pub const WATCHED: (usize, usize) = (3, 5);
    /// How many of either class there should be.
    pub const OF_EACH: usize = 2;

    /// Whether too few are watched.
    pub fn is_few(self) -> bool {
        self.n_all < Self::WATCHED.0
    }

    /// Whether too many are watched.
    pub fn is_many(self) -> bool {
        Self::WATCHED.1 < self.n_all
    }

    /// How many that do better and how many that do as well are lacking.
    pub fn lacking(self) -> (usize, usize) {
        let lacks = |n: usize| Self::OF_EACH.saturating_sub(n);
        (lacks(self.n_better), lacks(self.n_similar))
    }
}

/// Who is watched.
pub fn mix(section: &Rivals) -> Mix {
    let n_all = section.rivals.len();
    let is_better = |rival: &&Rival| rival.class == RivalClass::Better;
    let n_better = section.rivals.iter().filter(is_better).count();
    Mix { n_all, n_better, n_similar: n_all - n_better }
}

/// What a product of a competitor costs, or the shop as a whole: what was last seen as the price
/// after discounts, or else as the price.
pub fn last_price(all: &[Series], product: Option<Id>) -> Option<Money> {
    let last = |key: &str| {
        let it = all.iter().find(|one| one.product == product && one.attribute == key)?;
        it.points.iter().rev().find_map(|point| point.number)
    };
    last("final_price").or_else(|| last("price")).map(Money::from_fen_clamped)
}

/// The products of a competitor that have a price, with what was last seen sold a month. The shop
/// as a whole counts as one where no product has a price.
pub fn priced(rival: &Rival) -> Vec<Priced> {
    let all = all_series(rival);
    let units = |product| {
        let it = all.iter().find(|one| one.product == product && one.attribute == "units")?;
        it.points.iter().rev().find_map(|point| point.number)
    };
    let mut found = Vec::new();
    for product in &rival.products {
        if let Some(price) = last_price(&all, Some(product.id)) {
            let name = format!("{} · {}", rival.name, product.name);
            found.push(Priced { name, price, units: units(Some(product.id)) });
        }
    }
    if found.is_empty()
        && let Some(price) = last_price(&all, None)
    {
        found.push(Priced { name: rival.name.clone(), price, units: units(None) });
    }
    found
}

/// What stands on an own product and goes with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OwnUses {
    /// Answers to prices.
    pub n_answers: usize,
    /// Aspects of its sheet of differences.
    pub n_differences: usize,
    /// Looks for same items.
    pub n_looks: usize,
    /// Competitors' products that it is held against.
    pub n_matched: usize,
}

/// What stands on an own product.
pub fn own_uses(section: &Rivals, own: Id) -> OwnUses {
    let products = section.rivals.iter().flat_map(|rival| &rival.products);
    OwnUses {
        n_answers: section.responses.iter().filter(|one| one.own == own).count(),
        n_differences: section.differences.iter().filter(|one| one.own == Some(own)).count(),
        n_looks: section.same_items.iter().filter(|one| one.own == own).count(),
        n_matched: products.filter(|one| one.own == Some(own)).count(),
    }
}

/// Something with a price.
#[derive(Clone, Debug, PartialEq)]
pub struct Priced {
    /// What it is called.
    pub name: String,
    /// What it costs.
    pub price: Money,
    /// Pieces sold a month; none where nobody knows. An index of the platform is none.
    pub units: Option<i64>,
}
