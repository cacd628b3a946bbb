//! One own product against one product of a competitor (T-24).

use crate::base::day::Day;
use crate::base::id::Id;
use crate::base::list;
use crate::base::ratio::Ratio;
use crate::knowledge::rival_attributes::{Best, Counts, RIVAL_ATTRIBUTES, rival_attribute};
use crate::tools::rivals::calc::series::{Series, all_series, own_series};
use crate::tools::rivals::model::Rivals;
use crate::tools::rivals::model::price::OwnPoint;

/// How our value stands against theirs, as a buyer sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Ours is better.
    Better,
    /// Both are the same.
    Equal,
    /// Ours is worse.
    Worse,
}

/// What is known of one side.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fact {
    /// When it was seen; none for a price or sales that stand in the list of own products.
    pub day: Option<Day>,
    /// The number, in the attribute's unit.
    pub number: Option<i64>,
    /// The words.
    pub note: String,
}

/// One attribute of both.
#[derive(Clone, Debug, PartialEq)]
pub struct VersusRow {
    /// The attribute, by its key.
    pub attribute: String,
    /// What is known of ours.
    pub ours: Option<Fact>,
    /// What is known of theirs.
    pub theirs: Option<Fact>,
    /// Ours − theirs, in the attribute's unit; none for words, and for indices, whose differences
    /// mean nothing.
    pub by: Option<i64>,
    /// Ours ÷ theirs; only where the attribute counts an amount.
    pub ratio: Option<Ratio>,
    /// Which is better; none for words, and where one side is not known.
    pub verdict: Option<Verdict>,
    /// Whether the numbers are indices of the platform.
    pub is_index: bool,
}

/// The sheet: every attribute that is known of either side, in the order of `knowledge`, then the
/// user's own.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Versus {
    /// The attributes.
    pub rows: Vec<VersusRow>,
}

impl Versus {
    /// How many attributes stand so.
    pub fn n(&self, verdict: Verdict) -> usize {
        self.rows.iter().filter(|row| row.verdict == Some(verdict)).count()
    }
}

/// An own product held against a product of a competitor, by what was last seen of both; `None`
/// where either is not there.
pub fn versus(section: &Rivals, own: Id, rival: Id, product: Id) -> Option<Versus> {
    let own = list::find(&section.own, own)?;
    let rival = list::find(&section.rivals, rival)?;
    list::find(&rival.products, product)?;
    let mut theirs = all_series(rival);
    theirs.retain(|series| series.product == Some(product));
    let ours = own_series(own);
    let mut keys: Vec<&str> = RIVAL_ATTRIBUTES.iter().map(|row| row.key).collect();
    for series in ours.iter().chain(&theirs) {
        if !keys.contains(&series.attribute.as_str()) {
            keys.push(&series.attribute);
        }
    }
    let mut rows = Vec::new();
    for key in keys {
        let (ours, theirs) = (own_fact(own, &ours, key), last(&theirs, key));
        if ours.is_some() || theirs.is_some() {
            rows.push(compared(key, ours, theirs));
        }
    }
    Some(Versus { rows })
}

fn last(all: &[Series], key: &str) -> Option<Fact> {
    let series = all.iter().find(|one| one.attribute == key)?;
    let point = series.last()?;
    Some(Fact { day: Some(point.day), number: point.number, note: point.note.clone() })
}

/// What was last seen of an own product; or else what its row in the list says.
fn own_fact(own: &OwnPoint, seen: &[Series], key: &str) -> Option<Fact> {
    let listed = match key {
        "final_price" => own.price.map(|price| price.fen()),
        "units" => own.monthly_units,
        _ => None,
    };
    let listed = listed.map(|number| Fact { number: Some(number), ..Fact::default() });
    last(seen, key).or(listed)
}

fn compared(key: &str, ours: Option<Fact>, theirs: Option<Fact>) -> VersusRow {
    let row = rival_attribute(key);
    let number = |fact: &Option<Fact>| fact.as_ref().and_then(|fact| fact.number);
    let both = number(&ours).zip(number(&theirs));
    let counts = row.map_or(Counts::Words, |row| row.counts);
    let is_index = counts == Counts::Index;
    let (mut by, mut ratio, mut verdict) = (None, None, None);
    if let Some((own, their)) = both.filter(|_| counts != Counts::Words) {
        by = (!is_index).then_some(own.saturating_sub(their));
        if matches!(counts, Counts::Fen | Counts::Pieces) {
            ratio = Ratio::of(own, their);
        }
        let order = match row.map(|row| row.best) {
            Some(Best::High) => Some(their.cmp(&own)),
            Some(Best::Low) => Some(own.cmp(&their)),
            _ => None,
        };
        verdict = order.map(|order| match order {
            std::cmp::Ordering::Less => Verdict::Better,
            std::cmp::Ordering::Equal => Verdict::Equal,
            std::cmp::Ordering::Greater => Verdict::Worse,
        });
    }
    VersusRow { attribute: key.to_owned(), ours, theirs, by, ratio, verdict, is_index }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::base::money::Money;
    use crate::tools::rivals::model::{Observation, Rival, RivalProduct};

    const OWN: Id = Id::from_bits(1);
    const RIVAL: Id = Id::from_bits(2);
    const PRODUCT: Id = Id::from_bits(3);

    fn seen(at: i32, product: Option<Id>, attribute: &str, number: i64) -> Observation {
        let bits = 100 + at.unsigned_abs();
        let day = Day::from_number(20_000 + at);
        let mut seen =
            Observation::new(Id::from_bits(bits.into()), day, product, attribute.to_owned());
        seen.number = Some(number);
        seen
    }

    fn section(ours: Vec<Observation>, theirs: Vec<Observation>) -> Rivals {
        let mut own = OwnPoint::new(OWN, "首饰盒".to_owned());
        own.price = Some(Money::fen_const(11_800));
        own.monthly_units = Some(420);
        own.seen = ours;
        let mut rival = Rival::new(RIVAL, "镜月".to_owned());
        rival.products = vec![RivalProduct::new(PRODUCT, "双层盒".to_owned())];
        rival.observations = theirs;
        Rivals { own: vec![own], rivals: vec![rival], ..Rivals::default() }
    }

    #[test]
    fn a_sheet_by_hand() {
        let of_it = Some(PRODUCT);
        let theirs = vec![
            seen(1, of_it, "final_price", 12_800),
            seen(5, of_it, "final_price", 10_800),
            seen(5, of_it, "units", 4_200),
            seen(5, of_it, "rank", 1),
            seen(5, of_it, "trade_index", 236_810),
            seen(5, of_it, "search_share", 4_000),
            // Of the shop as a whole: not on this sheet.
            seen(5, None, "reviews", 9_000),
        ];
        let ours = vec![
            seen(4, None, "rank", 3),
            seen(4, None, "rating", 486),
            seen(4, None, "trade_index", 100_000),
            seen(4, None, "search_share", 5_000),
        ];
        let sheet = versus(&section(ours, theirs), OWN, RIVAL, PRODUCT).unwrap();
        let row = |key: &str| sheet.rows.iter().find(|row| row.attribute == key).unwrap();
        // ¥118 against ¥108 is ¥10 dearer, 109.26 % of theirs, and worse for the buyer.
        let price = row("final_price");
        assert_eq!((price.by, price.ratio), (Some(1_000), Some(Ratio::from_bp(10_926))));
        assert_eq!(price.verdict, Some(Verdict::Worse));
        assert_eq!(price.ours.as_ref().unwrap().day, None);
        assert_eq!(price.theirs.as_ref().unwrap().day, Some(Day::from_number(20_005)));
        // 420 of 4,200 pieces are a tenth of theirs.
        let units = row("units");
        assert_eq!((units.by, units.ratio), (Some(-3_780), Some(Ratio::from_bp(1_000))));
        // Place 3 against 1 is two places worse, and no ratio.
        let rank = row("rank");
        assert_eq!((rank.by, rank.ratio, rank.verdict), (Some(2), None, Some(Verdict::Worse)));
        // Indices have an order and no difference; a share of search has no better side.
        let index = row("trade_index");
        assert!(index.is_index);
        assert_eq!((index.by, index.ratio, index.verdict), (None, None, Some(Verdict::Worse)));
        assert_eq!((row("search_share").by, row("search_share").verdict), (Some(1_000), None));
        // What is known of one side only stands there without a verdict.
        assert_eq!((row("rating").theirs.clone(), row("rating").verdict), (None, None));
        let keys: Vec<&str> = sheet.rows.iter().map(|row| row.attribute.as_str()).collect();
        let wanted = ["final_price", "units", "rank", "rating", "search_share", "trade_index"];
        assert_eq!(keys, wanted);
        assert_eq!(sheet.n(Verdict::Worse), 4);
    }

    #[test]
    fn what_was_seen_of_ours_counts_before_the_list_and_words_stand_side_by_side() {
        let mut image = seen(3, None, "main_image", 0);
        (image.number, image.note) = (None, "白底".to_owned());
        let mut live = seen(2, Some(PRODUCT), "直播", 0);
        (live.number, live.note) = (None, "每晚 8 点".to_owned());
        let ours = vec![seen(1, None, "units", 500), image];
        let sheet = versus(&section(ours, vec![live]), OWN, RIVAL, PRODUCT).unwrap();
        let units = sheet.rows.iter().find(|row| row.attribute == "units").unwrap();
        assert_eq!(units.ours.as_ref().and_then(|fact| fact.number), Some(500));
        let last = sheet.rows.last().unwrap();
        assert_eq!((last.attribute.as_str(), last.verdict, last.by), ("直播", None, None));
        let gone = Id::from_bits(9);
        assert_eq!(versus(&section(vec![], vec![]), OWN, RIVAL, gone), None);
    }

    proptest! {
        /// What is better on one side is worse on the other, by the same difference.
        #[test]
        fn the_sheet_turns_around(
            key in prop::sample::select(
                RIVAL_ATTRIBUTES.iter().map(|row| row.key).collect::<Vec<_>>(),
            ),
            ours in 0_i64..1_000_000_000_000, theirs in 0_i64..1_000_000_000_000,
        ) {
            let of = |ours, theirs| {
                let ours = vec![seen(1, None, key, ours)];
                let theirs = vec![seen(1, Some(PRODUCT), key, theirs)];
                let sheet = versus(&section(ours, theirs), OWN, RIVAL, PRODUCT).unwrap();
                sheet.rows.into_iter().find(|row| row.attribute == key).unwrap()
            };
            let (one, other) = (of(ours, theirs), of(theirs, ours));
            prop_assert_eq!(one.by, other.by.map(|by| -by));
            let turned = other.verdict.map(|verdict| match verdict {
                Verdict::Better => Verdict::Worse,
                Verdict::Equal => Verdict::Equal,
                Verdict::Worse => Verdict::Better,
            });
            prop_assert_eq!(one.verdict, turned);
            prop_assert!(one.verdict.is_none_or(|v| (v == Verdict::Equal) == (ours == theirs)));
        }
    }
}
