//! The answers to competitors' prices (T-30): what they earn, and what must not be.

use crate::base::list;
use crate::base::money::Money;
use crate::base::ratio::Ratio;
use crate::tools::rivals::model::Rivals;
use crate::tools::rivals::model::price::{OwnPoint, PriceResponse};

/// The bundle costs this share of two single pieces (R-07: 2 × 50 → 90).
const BUNDLE: Ratio = Ratio::from_bp(9_000);

/// An answer with what follows from it.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The answer.
    pub response: PriceResponse,
    /// What the competitor is called; none after it was removed.
    pub rival: Option<String>,
    /// The own product.
    pub own: OwnPoint,
    /// The lowest price that loses nothing; none while the cost is not known.
    pub floor: Option<Money>,
    /// What a piece earns at the price.
    pub profit: Option<Money>,
    /// That as a share of the price.
    pub margin: Option<Ratio>,
    /// Whether the price is under the floor as the costs are now.
    pub is_under: bool,
    /// The other way: two pieces in one parcel.
    pub bundle: Option<Bundle>,
}

/// Two pieces for a little less than twice the competitor's price.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bundle {
    /// What both cost together.
    pub price: Money,
    /// What one of them costs.
    pub each: Money,
    /// What is off against two single pieces.
    pub discount: Ratio,
    /// What both earn; none while the cost is not known.
    pub profit: Option<Money>,
}

/// Every answer with what follows from it, in the user's order.
pub fn answers(section: &Rivals) -> Vec<Answer> {
    let mut all = Vec::new();
    for response in &section.responses {
        let Some(own) = list::find(&section.own, response.own) else { continue };
        let floor = own.break_even();
        let profit = response.price.and_then(|price| own.profit_at(price));
        let margin = response
            .price
            .zip(profit)
            .and_then(|(price, profit)| Ratio::of(profit.fen(), price.fen()));
        let rival = response.rival.and_then(|id| list::find(&section.rivals, id));
        all.push(Answer {
            rival: rival.map(|rival| rival.name.clone()),
            floor,
            profit,
            margin,
            is_under: response.price.zip(floor).is_some_and(|(price, floor)| price < floor),
            bundle: response.their.and_then(|their| bundle(own, their)),
            own: own.clone(),
            response: response.clone(),
        });
    }
    all
}

/// The bundle against a price: nine tenths of two of them, to the whole yuan.
pub fn bundle(own: &OwnPoint, their: Money) -> Option<Bundle> {
    let both = Money::from_fen_clamped(their.fen().saturating_mul(2));
    let price = Money::from_fen_clamped(both.times(BUNDLE).fen() / 100 * 100);
    let saved = (both - price).fen();
    let discount = Ratio::of(saved, both.fen())?;
    let each = price.per(2)?;
    // Both go in one parcel, but how much that saves nobody has said: twice the cost of one.
    let profit = own.cost.map(|cost| {
        price - price.times(own.rate.unwrap_or_default()) - Money::from_fen_clamped(cost.fen() * 2)
    });
    Some(Bundle { price, each, discount, profit })
}
