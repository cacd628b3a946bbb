//! What the comparisons and the daily checks say (T-26 … T-28).

use crate::base::day::Day;
use crate::base::id::Id;
use crate::base::money::Money;
use crate::base::order;
use crate::base::ratio::Ratio;
use crate::tools::rivals::calc::series::own_series;
use crate::tools::rivals::model::Rivals;
use crate::tools::rivals::model::checks::{Complaint, Difference, SameItem};
use crate::tools::rivals::model::price::OwnPoint;

/// How many shops a designer looks at a day (T-27).
pub const SHOPS_A_DAY: usize = 10;
/// How many own products are checked for same items (T-28).
pub const CHECKED: usize = 5;

/// What came of an adjustment (T-26).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Effect {
    /// The change of page views, as a share of those before; none where either is not known, or
    /// there were none before.
    pub views: Option<Ratio>,
    /// The change of visitors.
    pub visitors: Option<Ratio>,
}

/// What came of an adjustment.
pub fn effect(one: &Difference) -> Effect {
    let change = |before: Option<i64>, after: Option<i64>| {
        let (before, after) = before.zip(after)?;
        Ratio::of(after.saturating_sub(before), before)
    };
    Effect {
        views: change(one.views_before, one.views_after),
        visitors: change(one.visitors_before, one.visitors_after),
    }
}

/// How far a sheet of differences is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SheetState {
    /// Aspects.
    pub n: usize,
    /// Those of which the difference is written down.
    pub n_written: usize,
    /// Those that were adjusted.
    pub n_adjusted: usize,
    /// Those adjusted ones after which visitors grew.
    pub n_grown: usize,
}

/// How far the sheet of an own product, or of the shop as a whole, is.
pub fn sheet_state(section: &Rivals, own: Option<Id>) -> SheetState {
    let mut state = SheetState::default();
    for one in section.differences.iter().filter(|one| one.own == own) {
        state.n += 1;
        state.n_written += usize::from(!one.difference.trim().is_empty());
        if one.adjusted.is_some() {
            state.n_adjusted += 1;
            let is_grown = effect(one).visitors.is_some_and(|change| 0 < change.bp());
            state.n_grown += usize::from(is_grown);
        }
    }
    state
}

/// How many different shops were looked at on a day. Blanks and the case of letters do not make
/// another shop; one without a name is none.
pub fn shops_on(section: &Rivals, day: Day) -> usize {
    let on_day = section.shop_changes.iter().filter(|one| one.day == day);
    let mut shops: Vec<String> = on_day.map(|one| one.shop.trim().to_lowercase()).collect();
    order::sort(&mut shops);
    shops.dedup();
    shops.iter().filter(|shop| !shop.is_empty()).count()
}

/// How many of the seven days that end with `today` had all [`SHOPS_A_DAY`] shops.
pub fn full_days(section: &Rivals, today: Day) -> usize {
    let days = (0..7).map(|back| Day::from_number(today.number().saturating_sub(back)));
    days.filter(|day| SHOPS_A_DAY <= shops_on(section, *day)).count()
}

/// An own product with its last look for same items (T-28).
#[derive(Clone, Debug, PartialEq)]
pub struct SameRow {
    /// The own product.
    pub own: Id,
    /// What it is called.
    pub name: String,
    /// The last look.
    pub last: Option<SameItem>,
    /// Whether that was today.
    pub is_today: bool,
    /// By how much the cheapest of the same items undercuts our price, and that as a share of our
    /// price; none where it does not, or a price is not known.
    pub undercut: Option<(Money, Ratio)>,
    /// Whether our own picture is used and nobody has complained.
    pub wants_complaint: bool,
}

/// The own products that bring the most traffic, by the visitors last seen, then by the pieces
/// sold a month, then by their order: the first five, each with its last look.
pub fn same_rows(section: &Rivals, today: Day) -> Vec<SameRow> {
    let mut own: Vec<&OwnPoint> = section.own.iter().collect();
    order::sort_by_key(&mut own, |one| {
        let visitors = last_number(one, "visitors");
        let units = last_number(one, "units").or(one.monthly_units);
        std::cmp::Reverse((visitors, units))
    });
    own.truncate(CHECKED);
    own.into_iter().map(|own| same_row(section, own, today)).collect()
}

fn same_row(section: &Rivals, own: &OwnPoint, today: Day) -> SameRow {
    // Of several on one day the one written down last.
    let looks = section.same_items.iter().filter(|look| look.own == own.id);
    let last = looks.max_by_key(|look| look.day).cloned();
    let price = last_number(own, "final_price")
        .map(Money::from_fen_clamped)
        .or(own.price)
        .or(last_number(own, "price").map(Money::from_fen_clamped));
    let undercut = last.as_ref().and_then(|look| {
        let (price, from) = price.zip(look.from)?;
        let by = price - from;
        let share = Ratio::of(by.fen(), price.fen())?;
        (0 < by.fen()).then_some((by, share))
    });
    SameRow {
        own: own.id,
        name: own.name.clone(),
        is_today: last.as_ref().is_some_and(|look| look.day == today),
        undercut,
        wants_complaint: last.as_ref().is_some_and(wants_complaint),
        last,
    }
}

/// Whether somebody uses a picture that is ours, and nobody has complained yet.
pub fn wants_complaint(look: &SameItem) -> bool {
    look.theft == Some(true) && look.is_our_picture && look.complaint == Complaint::None
}

fn last_number(own: &OwnPoint, attribute: &str) -> Option<i64> {
    let all = own_series(own);
    let series = all.iter().find(|one| one.attribute == attribute)?;
    series.points.iter().rev().find_map(|point| point.number)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::tools::rivals::model::Observation;
    use crate::tools::rivals::model::checks::{Aspect, ShopChange};

    fn id(bits: u64) -> Id {
        Id::from_bits(bits)
    }

    fn day(n: i32) -> Day {
        Day::from_number(20_000 + n)
    }

    #[test]
    fn an_adjustment_is_held_against_the_time_before() {
        let mut one = Difference::new(id(1), None, Aspect::Title);
        (one.visitors_before, one.visitors_after) = (Some(800), Some(1_000));
        (one.views_before, one.views_after) = (Some(0), Some(1_000));
        // 200 of 800 are a quarter more; of nothing there is no share.
        let expected = Effect { views: None, visitors: Some(Ratio::from_bp(2_500)) };
        assert_eq!(effect(&one), expected);
        one.adjusted = Some(day(1));
        one.difference = "我们没有场景词".to_owned();
        let own = Difference::new(id(2), Some(id(9)), Aspect::Title);
        let section = Rivals { differences: vec![one, own], ..Rivals::default() };
        let state = SheetState { n: 1, n_written: 1, n_adjusted: 1, n_grown: 1 };
        assert_eq!(sheet_state(&section, None), state);
        assert_eq!(sheet_state(&section, Some(id(9))), SheetState { n: 1, ..Default::default() });
    }

    #[test]
    fn a_peer_without_words_has_no_entry() {
        let mut one = Difference::new(id(1), None, Aspect::Work);
        one.set_peer(id(2), "双层烤漆".to_owned());
        one.set_peer(id(3), String::new());
        assert_eq!((one.peer(id(2)), one.peer(id(3)), one.peers.len()), ("双层烤漆", "", 1));
        one.set_peer(id(2), String::new());
        assert_eq!(one.peers, []);
    }

    #[test]
    fn ten_different_shops_make_a_full_day() {
        let mut section = Rivals::default();
        for n in 0..9 {
            section.shop_changes.push(ShopChange::new(id(n), day(1), format!("店 {n}")));
        }
        section.shop_changes.push(ShopChange::new(id(20), day(1), " 店 8".to_owned()));
        section.shop_changes.push(ShopChange::new(id(21), day(1), " ".to_owned()));
        assert_eq!((shops_on(&section, day(1)), full_days(&section, day(3))), (9, 0));
        section.shop_changes.push(ShopChange::new(id(22), day(1), "店 9".to_owned()));
        assert_eq!((shops_on(&section, day(1)), full_days(&section, day(3))), (10, 1));
        assert_eq!((full_days(&section, day(7)), full_days(&section, day(8))), (1, 0));
    }

    fn own(bits: u64, price: i64, units: Option<i64>) -> OwnPoint {
        OwnPoint {
            price: Some(Money::fen_const(price)),
            monthly_units: units,
            ..OwnPoint::new(id(bits), format!("品 {bits}"))
        }
    }

    #[test]
    fn the_first_five_by_traffic_are_checked_and_an_undercut_is_a_figure() {
        let units = [10, 20, 30, 40, 50, 60];
        let mut section = Rivals::default();
        for (n, units) in (1..).zip(units) {
            section.own.push(own(n, 12_800, Some(units)));
        }
        // Visitors count before pieces.
        let mut seen = Observation::new(id(70), day(1), None, "visitors".to_owned());
        seen.number = Some(900);
        section.own[0].seen.push(seen);
        let mut look = SameItem::new(id(80), day(1), id(6));
        look.from = Some(Money::fen_const(9_900));
        section.same_items.push(SameItem { id: id(81), day: day(0), ..look.clone() });
        section.same_items.push(look);
        let rows = same_rows(&section, day(1));
        let ids: Vec<Id> = rows.iter().map(|row| row.own).collect();
        assert_eq!(ids, [1, 6, 5, 4, 3].map(id));
        // ¥29 of ¥128 are 22.66 %.
        let undercut = Some((Money::fen_const(2_900), Ratio::from_bp(2_266)));
        assert_eq!((rows[1].undercut, rows[1].is_today), (undercut, true));
        assert_eq!((rows[0].last.clone(), rows[0].is_today), (None, false));
        assert!(!same_rows(&section, day(2))[1].is_today);
    }

    #[test]
    fn only_our_own_picture_is_a_reason_to_complain_and_only_once() {
        let mut look = SameItem::new(id(1), day(1), id(2));
        assert!(!wants_complaint(&look));
        look.theft = Some(true);
        assert!(wants_complaint(&look));
        look.is_our_picture = false;
        assert!(!wants_complaint(&look));
        (look.is_our_picture, look.complaint) = (true, Complaint::Filed);
        assert!(!wants_complaint(&look));
    }

    proptest! {
        #[test]
        fn no_more_than_five_are_checked_and_each_undercut_is_below_our_price(
            rows in prop::collection::vec((1_i64..100_000, prop::option::of(0_i64..9_999)), 0..12),
            from in 1_i64..100_000,
        ) {
            let mut section = Rivals::default();
            for (n, (price, units)) in (1..).zip(rows) {
                section.own.push(own(n, price, units));
                let mut look = SameItem::new(id(100 + n), day(1), id(n));
                look.from = Some(Money::fen_const(from));
                section.same_items.push(look);
            }
            let found = same_rows(&section, day(1));
            prop_assert_eq!(found.len(), section.own.len().min(CHECKED));
            for row in found {
                let own = section.own.iter().find(|own| own.id == row.own).unwrap();
                let price = own.price.unwrap().fen();
                prop_assert_eq!(row.undercut.map(|one| one.0.fen()), (from < price).then(|| price - from));
                prop_assert!(row.undercut.is_none_or(|one| (0..=10_000).contains(&one.1.bp())));
            }
        }
    }
}
