//! What a user can do to the competitors.

pub mod checks;
#[cfg(test)]
mod tests;

use crate::base::day::Day;
use crate::base::edit::{EditError, MergeKey, check_len, check_range};
use crate::base::id::Id;
use crate::base::list;
use crate::base::money::Money;
use crate::base::order;
use crate::tools::rivals::edit::checks::CheckEdit;
use crate::tools::rivals::model::price::{OwnPoint, PriceResponse};
use crate::tools::rivals::model::{
    FoundBy, GradeLimit, Observation, Rival, RivalClass, RivalProduct, Rivals,
};

/// The most competitors.
pub const MAX: usize = 100;
/// The most products of one competitor.
pub const MAX_PRODUCTS: usize = 50;
/// The most observations of one competitor.
pub const MAX_OBSERVATIONS: usize = 5_000;
/// The most own products on the map, and the most answers.
pub const MAX_ROWS: usize = 200;
/// The most inner edges of price bands.
pub const MAX_EDGES: usize = 12;
/// The longest name, in characters.
pub const MAX_NAME: usize = 200;
/// The longest note, in characters.
pub const MAX_NOTE: usize = 500;
/// The largest number that is observed.
pub(crate) const MAX_NUMBER: i64 = 1_000_000_000_000;

/// One change.
#[derive(Clone, Debug, PartialEq)]
pub enum RivalsEdit {
    /// Adds one, or puts it in the place of the one with its id.
    Put(Rival),
    /// Changes one field of one.
    Set {
        /// Which one.
        id: Id,
        /// The field and what it becomes.
        field: RivalField,
    },
    /// Removes one.
    Remove(Id),
    /// Moves one to a place among the others.
    Move {
        /// Which one.
        id: Id,
        /// Its place, counted without it.
        to: usize,
    },
    /// Adds a product of a competitor, or puts it in the place of the one with its id.
    PutProduct {
        /// Whose.
        rival: Id,
        /// The product.
        product: RivalProduct,
    },
    /// Removes a product with what was seen of it.
    RemoveProduct {
        /// Whose.
        rival: Id,
        /// The product.
        product: Id,
    },
    /// Writes down what was seen, all in one step; each is added, or put in the place of the one
    /// with its id.
    Observe {
        /// Of whom.
        rival: Id,
        /// What was seen.
        observations: Vec<Observation>,
    },
    /// Takes an observation back.
    RemoveObservation {
        /// Of whom.
        rival: Id,
        /// Which one.
        observation: Id,
    },
    /// Writes down what was seen of an own product, all in one step.
    ObserveOwn {
        /// Of which one.
        own: Id,
        /// What was seen; its observations name no product.
        observations: Vec<Observation>,
    },
    /// Takes an observation of an own product back.
    RemoveOwnObservation {
        /// Of which one.
        own: Id,
        /// Which one.
        observation: Id,
    },
    /// Says until when the changes were looked at.
    SetLooked(Option<Day>),
    /// Sets the limits of an attribute's grades; none for those in `knowledge`.
    SetLimit {
        /// The attribute, by its key.
        attribute: String,
        /// Important from, urgent from.
        limits: Option<(i64, i64)>,
    },
    /// Sets the inner edges of the price bands; none for bands found from the prices.
    SetBands(Vec<Money>),
    /// Adds an own product to the map, or puts it in the place of the one with its id.
    PutOwn(OwnPoint),
    /// Removes an own product with the answers that name it.
    RemoveOwn(Id),
    /// Adds an answer to a price, or puts it in the place of the one with its id. A price under
    /// the own product's break-even is refused (N-11).
    PutResponse(PriceResponse),
    /// Removes an answer.
    RemoveResponse(Id),
    /// Changes the comparisons and checks (T-26 … T-28).
    Check(CheckEdit),
}

/// A field of a competitor.
#[derive(Clone, Debug, PartialEq)]
pub enum RivalField {
    /// What the shop is called.
    Name(String),
    /// Its address.
    Url(String),
    /// Where it sells.
    Platform(String),
    /// Whether it does better than we do.
    Class(RivalClass),
    /// How much its style is like ours.
    Style(Option<u8>),
    /// How it was found.
    Found(FoundBy),
    /// The lowest of its usual prices.
    PriceFrom(Option<Money>),
    /// The highest of its usual prices.
    PriceTo(Option<Money>),
    /// Company strength and staff.
    Strength(String),
    /// How it brings out new products.
    Launches(String),
}

impl RivalField {
    /// The name of a field that is typed into.
    fn typed(&self) -> Option<&'static str> {
        match self {
            Self::Name(_) => Some("rivals.rivals.name"),
            Self::Url(_) => Some("rivals.rivals.url"),
            Self::Platform(_) => Some("rivals.rivals.platform"),
            Self::Strength(_) => Some("rivals.rivals.strength"),
            Self::Launches(_) => Some("rivals.rivals.launches"),
            _ => None,
        }
    }
}

fn set(rival: &mut Rival, field: RivalField) {
    match field {
        RivalField::Name(name) => rival.name = name,
        RivalField::Url(url) => rival.url = url,
        RivalField::Platform(platform) => rival.platform = platform,
        RivalField::Class(class) => rival.class = class,
        RivalField::Style(style) => rival.style = style,
        RivalField::Found(found) => rival.found = found,
        RivalField::PriceFrom(price) => rival.price_from = price,
        RivalField::PriceTo(price) => rival.price_to = price,
        RivalField::Strength(strength) => rival.strength = strength,
        RivalField::Launches(launches) => rival.launches = launches,
    }
}

impl RivalsEdit {
    /// Carries the edit out.
    ///
    /// # Errors
    ///
    /// [`EditError`] for a thing that is not there, a text that is too long, a number out of its
    /// range, a list that is full; [`EditError::UnderBreakEven`] for a price that loses money.
    pub fn apply(self, section: &mut Rivals) -> Result<(), EditError> {
        match self {
            Self::Put(rival) => {
                check_rival(&rival)?;
                list::put(&mut section.rivals, rival, "rivals.rivals", MAX)
            }
            Self::Set { id, field } => {
                let rival = list::find_mut(&mut section.rivals, id)?;
                set(rival, field);
                check_rival(rival)
            }
            Self::Remove(id) => {
                list::remove(&mut section.rivals, id)?;
                for response in &mut section.responses {
                    response.rival = response.rival.filter(|rival| *rival != id);
                }
                for one in &mut section.differences {
                    one.peers.retain(|peer| peer.of != id);
                }
                Ok(())
            }
            Self::Move { id, to } => list::move_to(&mut section.rivals, id, to),
            Self::PutProduct { rival, product } => {
                check_len("rivals.rivals.products.name", &product.name, MAX_NAME)?;
                check_len("rivals.rivals.products.todo", &product.todo, MAX_NOTE)?;
                if let Some(own) = product.own {
                    list::find(&section.own, own).ok_or(EditError::NoSuchItem(own))?;
                }
                let rival = list::find_mut(&mut section.rivals, rival)?;
                list::put(&mut rival.products, product, "rivals.rivals.products", MAX_PRODUCTS)
            }
            Self::RemoveProduct { rival, product } => {
                let rival = list::find_mut(&mut section.rivals, rival)?;
                list::remove(&mut rival.products, product)?;
                rival.observations.retain(|seen| seen.product != Some(product));
                Ok(())
            }
            Self::Observe { rival, observations } => {
                let rival = list::find_mut(&mut section.rivals, rival)?;
                for seen in &observations {
                    check_seen(seen)?;
                    if let Some(product) = seen.product {
                        list::find_mut(&mut rival.products, product)?;
                    }
                }
                put_seen(&mut rival.observations, observations)
            }
            Self::RemoveObservation { rival, observation } => {
                let rival = list::find_mut(&mut section.rivals, rival)?;
                list::remove(&mut rival.observations, observation).map(drop)
            }
            Self::ObserveOwn { own, observations } => {
                let own = list::find_mut(&mut section.own, own)?;
                observations.iter().try_for_each(check_seen)?;
                put_seen(&mut own.seen, observations)
            }
            Self::RemoveOwnObservation { own, observation } => {
                let own = list::find_mut(&mut section.own, own)?;
                list::remove(&mut own.seen, observation).map(drop)
            }
            Self::SetLooked(day) => {
                section.looked = day;
                Ok(())
            }
            Self::SetLimit { attribute, limits } => set_limit(section, attribute, limits),
            Self::SetBands(edges) => set_bands(section, edges),
            Self::PutOwn(point) => {
                check_own(&point)?;
                list::put(&mut section.own, point, "rivals.own", MAX_ROWS)
            }
            Self::RemoveOwn(id) => {
                list::remove(&mut section.own, id)?;
                section.responses.retain(|response| response.own != id);
                section.same_items.retain(|look| look.own != id);
                section.differences.retain(|one| one.own != Some(id));
                for product in section.rivals.iter_mut().flat_map(|one| &mut one.products) {
                    product.own = product.own.filter(|own| *own != id);
                }
                Ok(())
            }
            Self::PutResponse(response) => {
                check_response(section, &response)?;
                list::put(&mut section.responses, response, "rivals.responses", MAX_ROWS)
            }
            Self::RemoveResponse(id) => list::remove(&mut section.responses, id).map(drop),
            Self::Check(edit) => edit.apply(section),
        }
    }

    /// The field that is being typed into, if it is one.
    pub fn merge_key(&self) -> Option<MergeKey> {
        let (field, of) = match self {
            Self::Set { id, field } => (field.typed()?, id.to_string()),
            Self::PutProduct { product, .. } => ("rivals.rivals.products", product.id.to_string()),
            Self::SetLimit { attribute, .. } => ("rivals.limits", attribute.clone()),
            Self::PutOwn(point) => ("rivals.own", point.id.to_string()),
            Self::PutResponse(response) => ("rivals.responses", response.id.to_string()),
            Self::Check(edit) => return edit.merge_key(),
            _ => return None,
        };
        Some(MergeKey { field, of })
    }
}

fn check_rival(rival: &Rival) -> Result<(), EditError> {
    check_len("rivals.rivals.name", &rival.name, MAX_NAME)?;
    check_len("rivals.rivals.url", &rival.url, MAX_NOTE)?;
    check_len("rivals.rivals.platform", &rival.platform, MAX_NAME)?;
    check_len("rivals.rivals.strength", &rival.strength, MAX_NOTE)?;
    check_len("rivals.rivals.launches", &rival.launches, MAX_NOTE)?;
    check_range("rivals.rivals.style", rival.style.unwrap_or(1).into(), 1, 5)?;
    for price in [rival.price_from, rival.price_to] {
        check_amount("rivals.rivals.price_from", price)?;
    }
    Ok(())
}

fn check_seen(seen: &Observation) -> Result<(), EditError> {
    check_len("rivals.rivals.observations.attribute", &seen.attribute, 60)?;
    check_len("rivals.rivals.observations.note", &seen.note, MAX_NOTE)?;
    check_len("rivals.rivals.observations.source", &seen.source, MAX_NAME)?;
    let number = seen.number.unwrap_or(0);
    check_range("rivals.rivals.observations.number", number, 0, MAX_NUMBER)
}

fn put_seen(list: &mut Vec<Observation>, seen: Vec<Observation>) -> Result<(), EditError> {
    let mut all = seen.into_iter();
    all.try_for_each(|one| list::put(list, one, "rivals.rivals.observations", MAX_OBSERVATIONS))
}

fn set_limit(
    section: &mut Rivals,
    attribute: String,
    limits: Option<(i64, i64)>,
) -> Result<(), EditError> {
    section.limits.retain(|old| old.attribute != attribute);
    if let Some((important, urgent)) = limits {
        check_len("rivals.limits.attribute", &attribute, 60)?;
        check_range("rivals.limits.important", important, 0, 1_000_000)?;
        check_range("rivals.limits.urgent", urgent, important, 1_000_000)?;
        let extra = Default::default();
        section.limits.push(GradeLimit { attribute, important, urgent, extra });
    }
    Ok(())
}

fn set_bands(section: &mut Rivals, mut edges: Vec<Money>) -> Result<(), EditError> {
    order::sort(&mut edges);
    edges.dedup();
    if MAX_EDGES < edges.len() {
        return Err(EditError::TooMany { field: "rivals.bands", max: MAX_EDGES });
    }
    edges.iter().try_for_each(|edge| check_range("rivals.bands", edge.fen(), 1, MAX_NUMBER))?;
    section.bands = edges;
    Ok(())
}

fn check_own(point: &OwnPoint) -> Result<(), EditError> {
    check_len("rivals.own.name", &point.name, MAX_NAME)?;
    check_amount("rivals.own.price", point.price)?;
    check_amount("rivals.own.cost", point.cost)?;
    let rate = point.rate.unwrap_or_default().bp();
    check_range("rivals.own.rate", rate.into(), 0, 9_900)?;
    check_range("rivals.own.monthly_units", point.monthly_units.unwrap_or(0), 0, MAX_NUMBER)
}

fn check_response(section: &Rivals, response: &PriceResponse) -> Result<(), EditError> {
    check_len("rivals.responses.result", &response.result, MAX_NOTE)?;
    check_len("rivals.responses.decision", &response.decision, MAX_NOTE)?;
    check_amount("rivals.responses.their", response.their)?;
    check_amount("rivals.responses.price", response.price)?;
    let own = list::find(&section.own, response.own);
    let own = own.ok_or(EditError::NoSuchItem(response.own))?;
    if let Some(price) = response.price {
        // A price that stood before costs were typed may stay while other fields are written.
        let before = list::find(&section.responses, response.id);
        let is_old = before.is_some_and(|old| old.price == Some(price) && old.own == own.id);
        let floor = own.break_even();
        if !is_old && floor.is_none_or(|floor| price < floor) {
            return Err(EditError::UnderBreakEven { price, floor });
        }
    }
    Ok(())
}

fn check_amount(field: &'static str, amount: Option<Money>) -> Result<(), EditError> {
    check_range(field, amount.map_or(0, Money::fen), 0, MAX_NUMBER)
}

impl From<CheckEdit> for RivalsEdit {
    fn from(edit: CheckEdit) -> Self {
        Self::Check(edit)
    }
}
