//! What was observed, as histories: one a competitor, product and attribute.

use crate::base::day::Day;
use crate::base::id::Id;
use crate::base::list;
use crate::tools::rivals::model::price::OwnPoint;
use crate::tools::rivals::model::{Observation, Rival, RivalProduct};

/// The history of one attribute.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// The product; none for the shop as a whole.
    pub product: Option<Id>,
    /// What the product is called.
    pub product_name: Option<String>,
    /// What was looked at, by its key.
    pub attribute: String,
    /// By day; of several on one day the one written down last.
    pub points: Vec<Point>,
}

/// What was seen on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// The day.
    pub day: Day,
    /// The number, in the attribute's unit.
    pub number: Option<i64>,
    /// The words.
    pub note: String,
    /// Which observation it is.
    pub id: Id,
}

impl Series {
    /// The last one until a day.
    pub fn until(&self, day: Day) -> Option<&Point> {
        self.points.iter().rev().find(|point| point.day <= day)
    }

    /// The last one.
    pub fn last(&self) -> Option<&Point> {
        self.points.last()
    }
}

/// All histories of a competitor, in the order in which they were begun.
pub fn all_series(rival: &Rival) -> Vec<Series> {
    histories(&rival.observations, &rival.products)
}

/// All histories of an own product, in the order in which they were begun.
pub fn own_series(own: &OwnPoint) -> Vec<Series> {
    histories(&own.seen, &[])
}

fn histories(observations: &[Observation], products: &[RivalProduct]) -> Vec<Series> {
    let mut all: Vec<Series> = Vec::new();
    for seen in observations {
        let is_it = |one: &Series| one.product == seen.product && one.attribute == seen.attribute;
        let idx = all.iter().position(is_it).unwrap_or_else(|| {
            let product = seen.product.and_then(|id| list::find(products, id));
            all.push(Series {
                product: seen.product,
                product_name: product.map(|product| product.name.clone()),
                attribute: seen.attribute.clone(),
                points: Vec::new(),
            });
            all.len() - 1
        });
        let points = &mut all[idx].points;
        let point =
            Point { day: seen.day, number: seen.number, note: seen.note.clone(), id: seen.id };
        let at = points.partition_point(|old| old.day < seen.day);
        match points.get_mut(at) {
            Some(old) if old.day == seen.day => *old = point,
            _ => points.insert(at, point),
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_history_is_by_day_and_keeps_the_last_word_of_a_day() {
        let mut rival = Rival::new(Id::from_bits(1), "木作坊".to_owned());
        let day = |n| Day::from_number(20_000 + n);
        for (bits, at, number) in [(10, 3, 300), (11, 1, 100), (12, 3, 310), (13, 2, 200)] {
            let mut seen = Observation::new(Id::from_bits(bits), day(at), None, "price".to_owned());
            seen.number = Some(number);
            rival.observations.push(seen);
        }
        let all = all_series(&rival);
        assert_eq!(all.len(), 1);
        let numbers: Vec<_> = all[0].points.iter().filter_map(|point| point.number).collect();
        assert_eq!(numbers, [100, 200, 310]);
        assert_eq!(all[0].until(day(2)).and_then(|point| point.number), Some(200));
        assert_eq!(all[0].until(day(0)), None);
    }
}
