//! Who changes fields if a cut moves (features §3, 5), and who did since the period before.

use crate::base::id::Id;
use crate::base::order;
use crate::base::ratio::Ratio;
use crate::tools::products::calc::matrix::{Axis, Board, Standing};
use crate::tools::products::model::BcgField;

/// A product that changes fields if a cut moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flip {
    /// The product.
    pub id: Id,
    /// Whether it is the cut to the right that moves, or the one upwards.
    pub is_x: bool,
    /// The field that it is in.
    pub from: BcgField,
    /// The field that it comes into.
    pub to: BcgField,
    /// By how much its value is above the cut (≥ 0: it is high and falls once the cut is more
    /// than that higher), or below it (< 0: it rises once the cut is that much lower).
    pub above: i64,
}

impl Flip {
    /// By how much the cut must move, at least; above zero.
    pub fn shift(&self) -> i64 {
        if self.above < 0 { -self.above } else { self.above.saturating_add(1) }
    }
}

/// How far a cut moves for a share of it.
pub fn shift_of(axis: &Axis, share: Ratio) -> i64 {
    let Some(cut) = axis.cut else { return 0 };
    let part = i128::from(cut.unsigned_abs()) * i128::from(share.bp().max(0)) / 10_000;
    i64::try_from(part).unwrap_or(i64::MAX)
}

/// Who changes fields if one of the cuts moves up or down by `share` of itself, or by less; who
/// needs the smallest part of the shift first.
///
/// One pass and one sort: O(n log n).
pub fn flips(board: &Board, share: Ratio) -> Vec<Flip> {
    let mut found: Vec<(i128, Flip)> = Vec::new();
    for is_x in [true, false] {
        let axis = if is_x { &board.x } else { &board.y };
        let (Some(cut), shift) = (axis.cut, shift_of(axis, share)) else { continue };
        for one in &board.standings {
            let value = if is_x { one.x } else { one.y };
            let flip = Flip {
                id: one.id,
                is_x,
                from: one.field,
                to: other_side(board, one, is_x),
                above: value.saturating_sub(cut),
            };
            if flip.shift() <= shift {
                // In parts of the cut, so that both axes can be compared.
                let part =
                    i128::from(flip.shift()) * 1_000_000 / i128::from(cut.unsigned_abs().max(1));
                found.push((part, flip));
            }
        }
    }
    order::sort_by_key(&mut found, |(part, _)| *part);
    found.into_iter().map(|(_, flip)| flip).collect()
}

fn other_side(board: &Board, one: &Standing, is_x: bool) -> BcgField {
    let (x, y) = (board.x.is_high(one.x), board.y.is_high(one.y));
    BcgField::of(board.set, x ^ is_x, y ^ !is_x)
}

/// The products that stand in another field than in the period before.
pub fn moved(board: &Board) -> Vec<&Standing> {
    let has_moved = |one: &&Standing| one.before.is_some_and(|before| before.field != one.field);
    board.standings.iter().filter(has_moved).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tools::products::calc::laws::shop;
    use crate::tools::products::calc::matrix::board;
    use crate::tools::products::model::{Cut, Measure};

    #[test]
    fn those_nearest_to_a_cut_come_first() {
        // The cut of the pieces is 100; all margins are 50 % and so is their cut.
        let mut section = shop(&[(131, 131, 50), (88, 88, 50), (119, 119, 50), (100, 100, 50)]);
        section.matrix.cuts = vec![
            Cut { measure: Measure::Units, value: 100, extra: Default::default() },
            Cut { measure: Measure::Margin, value: 4_000, extra: Default::default() },
        ];
        let board = board(&section);
        let told = |share| -> Vec<(u64, i64)> {
            let found = flips(&board, Ratio::from_bp(share));
            found.iter().map(|flip| (flip.id.bits(), flip.shift())).collect()
        };
        // 100 is high: one more and it falls; 88 rises when the cut comes down by 12.
        assert_eq!(told(2_000), [(4, 1), (2, 12), (3, 20)]);
        assert_eq!(told(100), [(4, 1)]);
        assert_eq!(told(0), []);
        // All margins are 1,000 above 4,000: a quarter of the cut, and one.
        assert_eq!(told(2_500).len(), 3);
        assert_eq!(told(2_503).len(), 7);
        let first = flips(&board, Ratio::from_bp(2_000))[1];
        assert_eq!((first.from, first.to), (BcgField::ShopStar, BcgField::ShopCow));
    }

    #[test]
    fn who_left_a_field_is_named() {
        // In the earlier period of the helper everything sold half as much.
        let mut section = shop(&[(150, 150, 50), (60, 60, 50)]);
        section.matrix.cuts =
            vec![Cut { measure: Measure::Units, value: 100, extra: Default::default() }];
        section.matrix.compared = Some(section.periods[0].id);
        let board = board(&section);
        let ids: Vec<u64> = moved(&board).iter().map(|one| one.id.bits()).collect();
        assert_eq!(ids, [1]);
    }
}
