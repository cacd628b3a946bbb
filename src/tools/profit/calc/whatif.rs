//! What if: a month of a product with other prices, costs and pieces, which of them moves the
//! profit most, and where the money of the month goes.

use crate::base::day::Month;
use crate::base::id::Id;
use crate::base::money::Money;
use crate::base::order;
use crate::base::ratio::Ratio;
use crate::tools::profit::calc::control::{Control, ControlRow, Side};
use crate::tools::profit::calc::product::Earned;
use crate::tools::profit::calc::stack::{Order, Trace, trace};
use crate::tools::profit::calc::unit::{Terms, Unit, UnitCosts, UnitLine};
use crate::tools::profit::model::{ControlLine, RefundTerms};

/// What can be changed to see what comes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lever {
    /// The list price.
    Price,
    /// Pieces a month.
    Volume,
    /// The goods.
    Goods,
    /// The parcel.
    Freight,
    /// The platform's share.
    Commission,
    /// Advertising.
    Ads,
    /// The rate of refunds.
    Refunds,
}

impl Lever {
    /// In the order of the page.
    pub const ALL: [Self; 7] = [
        Self::Price,
        Self::Volume,
        Self::Goods,
        Self::Freight,
        Self::Commission,
        Self::Ads,
        Self::Refunds,
    ];
}

/// The most that a lever is moved either way: by half of what it is.
pub const MOST: i32 = 5_000;

/// How far each lever is moved, in basis points of what it is; nothing of it is stored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moves([i32; 7]);

impl Moves {
    /// How far a lever is moved.
    pub fn of(self, lever: Lever) -> Ratio {
        Ratio::from_bp(self.0[lever as usize])
    }

    /// With a lever moved so far, at most by [`MOST`] either way.
    #[must_use]
    pub fn with(mut self, lever: Lever, by: Ratio) -> Self {
        self.0[lever as usize] = by.bp().clamp(-MOST, MOST);
        self
    }

    /// Whether no lever is moved.
    pub fn is_none(self) -> bool {
        self.0 == [0; 7]
    }

    /// A lever moved by so much more than it is: 1.1 × 1.1 = 1.21.
    fn and(mut self, lever: Lever, by: Ratio) -> Self {
        let now = &mut self.0[lever as usize];
        let both = i64::from(10_000 + *now) * i64::from(10_000 + by.bp());
        *now = i32::try_from((both + 5_000) / 10_000 - 10_000).unwrap_or(i32::MAX);
        self
    }
}

/// A month of a product.
#[derive(Clone, Debug, PartialEq)]
pub struct MonthOf {
    /// From the list price to what is paid.
    pub trace: Trace,
    /// What a piece earns.
    pub unit: Unit,
    /// Pieces.
    pub volume: i64,
}

impl MonthOf {
    /// A month of a product with the levers moved. Amounts and shares are rounded half away from
    /// zero to the 分 and the basis point; `None` where the pieces of a month are not known.
    pub fn of(earned: &Earned, moves: Moves) -> Option<Self> {
        let moved = |lever: Lever| Ratio::from_bp(10_000_i32.saturating_add(moves.of(lever).bp()));
        let money = |amount: Money, lever: Lever| amount.times(moved(lever));
        let share = |ratio: Ratio, lever: Lever| {
            let bp = Money::fen_const(ratio.bp().into()).times(moved(lever)).fen();
            Ratio::from_bp(i32::try_from(bp).unwrap_or(i32::MAX))
        };
        let volume = Money::from_fen_clamped(earned.volume?).times(moved(Lever::Volume)).fen();
        let price = money(earned.order.price, Lever::Price);
        let trace = trace(&earned.steps, Order { price, ..earned.order });
        let now = earned.terms.costs();
        let costs = UnitCosts {
            goods: money(now.goods, Lever::Goods),
            freight: money(now.freight, Lever::Freight),
            gift: now.gift,
            commission: share(now.commission, Lever::Commission),
            ads: share(now.ads, Lever::Ads),
        };
        let now = earned.terms.refunds();
        let refunds = RefundTerms { rate: share(now.rate, Lever::Refunds), ..now.clone() };
        let unit = Terms::new(costs, refunds).unit(trace.piece_received());
        Some(Self { trace, unit, volume })
    }

    /// What so many pieces come to: amount × pieces, exact within the limits of money.
    fn all(&self, piece: Money) -> Money {
        let fen = i128::from(piece.fen()) * i128::from(self.volume);
        Money::from_fen_clamped(i64::try_from(fen).unwrap_or(i64::MAX))
    }

    /// What the month earns.
    pub fn profit(&self) -> Money {
        self.all(self.unit.profit)
    }

    /// How many pieces earn as much as `profit`, rounded up; `None` where a piece earns nothing.
    pub fn pieces_for(&self, profit: Money) -> Option<i64> {
        let unit = self.unit.profit.fen();
        (0 < unit).then(|| (profit.fen().max(0) + unit - 1) / unit)
    }

    /// From the list price of all pieces to the profit, step by step.
    pub fn falls(&self) -> Vec<Fall> {
        let list = self.trace.list.first().copied().unwrap_or_default();
        let mut falls = Falls::from(FallOf::List, self.all(list));
        for row in &self.trace.rows {
            let borne = row.borne.first().copied().unwrap_or_default();
            falls.add(FallOf::Step(row.step), -self.all(borne));
        }
        falls.sum(FallOf::Received);
        for (line, amount) in self.unit.lines {
            falls.add(FallOf::Line(line), self.all(amount));
        }
        falls.sum(FallOf::Profit);
        falls.0
    }
}

/// What a bar of a waterfall is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FallOf {
    /// List price of all pieces (GMV).
    List,
    /// What a step of the price takes of what the shop receives.
    Step(Id),
    /// What the shop receives.
    Received,
    /// A line of a piece.
    Line(UnitLine),
    /// A line of the control table.
    Control(ControlLine),
    /// Net sales of the control table.
    Net,
    /// What is left.
    Profit,
}

/// A bar of a waterfall: where it begins and ends. A sum begins at nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fall {
    /// What it is.
    pub of: FallOf,
    /// Where it begins, 分.
    pub from: Money,
    /// Where it ends, 分.
    pub to: Money,
    /// Whether it is a sum of all before it.
    pub is_sum: bool,
}

struct Falls(Vec<Fall>);

impl Falls {
    fn from(of: FallOf, amount: Money) -> Self {
        Self(vec![Fall { of, from: Money::ZERO, to: amount, is_sum: true }])
    }

    fn end(&self) -> Money {
        self.0.last().map_or(Money::ZERO, |fall| fall.to)
    }

    /// What changes nothing has no bar.
    fn add(&mut self, of: FallOf, amount: Money) {
        if amount != Money::ZERO {
            let from = self.end();
            self.0.push(Fall { of, from, to: from + amount, is_sum: false });
        }
    }

    fn sum(&mut self, of: FallOf) {
        let to = self.end();
        self.0.push(Fall { of, from: Money::ZERO, to, is_sum: true });
    }
}

/// From the sales of a month of the control table to its profit; nothing without sales.
pub fn control_falls(table: &Control<'_>, month: Month, side: Side) -> Vec<Fall> {
    let value = |line| table.amount(month, ControlRow::Line(line), side).value;
    let Some(sales) = value(ControlLine::Sales) else { return Vec::new() };
    let mut falls = Falls::from(FallOf::Control(ControlLine::Sales), sales);
    for line in ControlLine::ALL.into_iter().skip(1) {
        if let Some(amount) = value(line) {
            falls.add(FallOf::Control(line), -amount);
        }
        if line == ControlLine::Refunds {
            falls.sum(FallOf::Net);
        }
    }
    falls.sum(FallOf::Profit);
    falls.0
}

/// What a lever does to the profit of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Swing {
    /// The lever.
    pub lever: Lever,
    /// The profit with the lever down by so much.
    pub down: Money,
    /// The profit with it up.
    pub up: Money,
    /// The profit with it as it is.
    pub base: Money,
}

impl Swing {
    /// How far the three lie apart: a threshold can make the profit rise either way.
    pub fn width(&self) -> i64 {
        let ends = [self.down, self.up, self.base].map(Money::fen);
        ends.into_iter().max().unwrap_or(0) - ends.into_iter().min().unwrap_or(0)
    }
}

/// Which lever moves the profit most (tornado): each of them by so much down and up, the others
/// as they are moved; the widest first. Empty where the pieces of a month are not known.
pub fn tornado(earned: &Earned, moves: Moves, by: Ratio) -> Vec<Swing> {
    let profit = |lever: Lever, by: i32| {
        let moves = moves.and(lever, Ratio::from_bp(by));
        MonthOf::of(earned, moves).map(|month| month.profit())
    };
    let Some(base) = MonthOf::of(earned, moves).map(|month| month.profit()) else {
        return Vec::new();
    };
    let mut swings: Vec<Swing> = Lever::ALL
        .into_iter()
        .filter_map(|lever| {
            let (down, up) = (profit(lever, -by.bp())?, profit(lever, by.bp())?);
            Some(Swing { lever, down, up, base })
        })
        .collect();
    order::sort_by_key(&mut swings, |swing| std::cmp::Reverse(swing.width()));
    swings
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::tools::profit::calc::product::Priced;
    use crate::tools::profit::model::{PriceStep, Profit, StepKind};

    fn yuan(yuan: i64) -> Money {
        Money::fen_const(yuan * 100)
    }

    /// V-14, 600 pieces a month.
    fn earned(section: &Profit) -> Earned {
        let costs = UnitCosts {
            goods: yuan(60),
            freight: yuan(6),
            gift: yuan(3),
            commission: Ratio::from_bp(500),
            ads: Ratio::from_bp(1_000),
        };
        let product = Priced {
            id: Id::from_bits(1),
            name: String::new(),
            price: Some(yuan(128)),
            costs: Some(costs),
            monthly: Some(600),
        };
        Earned::of(section, &product).unwrap()
    }

    #[test]
    fn a_month_is_the_piece_times_the_pieces() {
        let earned = earned(&Profit::default());
        let month = MonthOf::of(&earned, Moves::default()).unwrap();
        assert_eq!(month.profit(), yuan(23_880));
        // 10 % dearer: 140.80 × 85 % − 69 = 50.68; 23,880 ÷ 50.68 = 471.2.
        let dearer = Moves::default().with(Lever::Price, Ratio::from_bp(1_000));
        let dearer = MonthOf::of(&earned, dearer).unwrap();
        assert_eq!(dearer.unit.profit.fen(), 5_068);
        assert_eq!(dearer.pieces_for(month.profit()), Some(472));
        let fewer = Moves::default().with(Lever::Volume, Ratio::from_bp(-5_000));
        assert_eq!(MonthOf::of(&earned, fewer).unwrap().profit(), yuan(11_940));
    }

    #[test]
    fn the_price_moves_the_profit_most() {
        let swings = tornado(&earned(&Profit::default()), Moves::default(), Ratio::from_bp(1_000));
        let told: Vec<_> = swings.iter().map(|swing| (swing.lever, swing.width())).collect();
        // Price ±10 %: 12.80 × 85 % × 600 × 2; goods 6 × 600 × 2; pieces 60 × 39.80 × 2.
        assert_eq!(told[0], (Lever::Price, 1_305_600));
        assert_eq!(told[1], (Lever::Goods, 720_000));
        assert_eq!(told[2], (Lever::Volume, 477_600));
        assert_eq!(told.last().unwrap().0, Lever::Refunds);
        assert!(swings[0].down < swings[0].up && swings[1].up < swings[1].down);
    }

    #[test]
    fn a_threshold_that_is_missed_counts_as_far_as_it_moves_the_profit() {
        let swing = |down, up| Swing {
            lever: Lever::Price,
            down: yuan(down),
            up: yuan(up),
            base: yuan(100),
        };
        assert_eq!((swing(120, 140).width(), swing(80, 130).width()), (4_000, 5_000));
    }

    #[test]
    fn moves_are_held_within_their_bounds() {
        let moves = Moves::default().with(Lever::Ads, Ratio::from_bp(90_000));
        assert_eq!(moves.of(Lever::Ads).bp(), MOST);
        assert!(!moves.is_none() && Moves::default().is_none());
        assert_eq!(moves.and(Lever::Ads, Ratio::from_bp(1_000)).of(Lever::Ads).bp(), 6_500);
    }

    proptest! {
        /// Every bar begins where the one before it ended, sums say what they are sums of, and the
        /// last is the profit.
        #[test]
        fn a_waterfall_adds_up(
            price in 1_i64..100_000, percent in 0..9_000_i32, cut in 0_i64..9_000, volume in 0_i64..9_000,
            rate in 0..9_000_i32, by in prop::collection::vec(-5_000..5_000_i32, 7),
        ) {
            let mut section = Profit::default();
            section.refunds.rate = Ratio::from_bp(rate);
            section.steps = vec![
                PriceStep {
                    percent: Ratio::from_bp(percent),
                    ..PriceStep::new(Id::from_bits(1), StepKind::Item)
                },
                PriceStep {
                    amount: Money::fen_const(cut),
                    ..PriceStep::new(Id::from_bits(2), StepKind::Other)
                },
            ];
            let mut earned = earned(&section);
            earned.order.price = Money::fen_const(price);
            earned.volume = Some(volume);
            let moves = Lever::ALL.into_iter().zip(by).fold(Moves::default(), |moves, (lever, by)| {
                moves.with(lever, Ratio::from_bp(by))
            });
            let month = MonthOf::of(&earned, moves).unwrap();
            let falls = month.falls();
            let mut end = falls[0].to;
            for fall in &falls[1..] {
                if fall.is_sum {
                    prop_assert_eq!((fall.from, fall.to), (Money::ZERO, end));
                } else {
                    prop_assert_eq!(fall.from, end);
                }
                end = fall.to;
            }
            prop_assert_eq!(end, month.profit());
        }
    }
}
