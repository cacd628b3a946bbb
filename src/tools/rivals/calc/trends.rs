//! One attribute of all competitors, and of our own products, over time.

use crate::base::id::Id;
use crate::knowledge::rival_attributes::{Counts, RIVAL_ATTRIBUTES};
use crate::tools::rivals::calc::series::{Point, Series, all_series, own_series};
use crate::tools::rivals::model::Rivals;

/// Whose course it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// An own product.
    Own(Id),
    /// The competitor in this place of the register.
    Rival(usize),
}

/// The course of an attribute.
#[derive(Clone, Debug, PartialEq)]
pub struct Trend {
    /// Whose.
    pub whose: Whose,
    /// What the shop is called, or the own product.
    pub name: String,
    /// What the competitor's product is called; none for the shop as a whole.
    pub product: Option<String>,
    /// What was seen, by day; every point has a number.
    pub points: Vec<Point>,
}

/// The attributes of which a number was seen, in the order of `knowledge`: real ones and indices,
/// each of which is a chart of its own.
pub fn charted(section: &Rivals) -> Vec<&'static str> {
    let mut keys = Vec::new();
    for row in RIVAL_ATTRIBUTES.iter().filter(|row| row.counts != Counts::Words) {
        let rivals = section.rivals.iter().flat_map(|rival| &rival.observations);
        let mut seen = rivals.chain(section.own.iter().flat_map(|own| &own.seen));
        if seen.any(|one| one.attribute == row.key && one.number.is_some()) {
            keys.push(row.key);
        }
    }
    keys
}

/// The courses of an attribute: of our own products, then of the competitors in the order of the
/// register. What has no number has no course.
pub fn trends(section: &Rivals, attribute: &str) -> Vec<Trend> {
    let mut all = Vec::new();
    for own in &section.own {
        for series in own_series(own) {
            all.extend(trend(series, attribute, Whose::Own(own.id), &own.name));
        }
    }
    for (place, rival) in section.rivals.iter().enumerate() {
        for series in all_series(rival) {
            all.extend(trend(series, attribute, Whose::Rival(place), &rival.name));
        }
    }
    all
}

fn trend(series: Series, attribute: &str, whose: Whose, name: &str) -> Option<Trend> {
    if series.attribute != attribute {
        return None;
    }
    let mut points = series.points;
    points.retain(|point| point.number.is_some());
    let (name, product) = (name.to_owned(), series.product_name);
    (!points.is_empty()).then_some(Trend { whose, name, product, points })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::day::Day;
    use crate::tools::rivals::model::price::OwnPoint;
    use crate::tools::rivals::model::{Observation, Rival, RivalProduct};

    fn seen(bits: u64, at: i32, product: Option<Id>, key: &str, n: Option<i64>) -> Observation {
        let day = Day::from_number(20_000 + at);
        let mut seen = Observation::new(Id::from_bits(bits), day, product, key.to_owned());
        seen.number = n;
        seen
    }

    #[test]
    fn every_attribute_is_a_chart_of_its_own_and_ours_come_first() {
        let product = Id::from_bits(3);
        let mut rival = Rival::new(Id::from_bits(2), "镜月".to_owned());
        rival.products = vec![RivalProduct::new(product, "双层盒".to_owned())];
        rival.observations = vec![
            seen(10, 5, Some(product), "price", Some(10_800)),
            seen(11, 1, Some(product), "price", Some(12_800)),
            seen(12, 1, None, "trade_index", Some(182_340)),
            seen(13, 1, None, "promotion", None),
            seen(14, 2, None, "price", None),
        ];
        let mut own = OwnPoint::new(Id::from_bits(4), "首饰盒".to_owned());
        own.seen = vec![seen(15, 3, None, "price", Some(11_800))];
        let other = Rival::new(Id::from_bits(5), "木作坊".to_owned());
        let section = Rivals { rivals: vec![other, rival], own: vec![own], ..Rivals::default() };
        // The index is charted, but never together with a real number.
        assert_eq!(charted(&section), ["price", "trade_index"]);
        let found = trends(&section, "price");
        let whose: Vec<Whose> = found.iter().map(|one| one.whose).collect();
        assert_eq!(whose, [Whose::Own(Id::from_bits(4)), Whose::Rival(1)]);
        let numbers: Vec<_> = found[1].points.iter().filter_map(|one| one.number).collect();
        assert_eq!(numbers, [12_800, 10_800]);
        assert_eq!(found[1].product.as_deref(), Some("双层盒"));
        assert_eq!(trends(&section, "trade_index").len(), 1);
        assert_eq!(trends(&section, "units"), []);
    }
}
