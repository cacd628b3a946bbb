//! From the list price to what is paid (到手价) and what the shop receives, with a trace of every
//! step in 分 (T-52, features §3 no. 15).

use crate::base::allocate::allocate;
use crate::base::id::Id;
use crate::base::money::Money;
use crate::tools::profit::edit::MAX_PIECES;
use crate::tools::profit::model::{PriceStep, StepRule};

/// One order: so many pieces of a product, and what else lies in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    /// The list price of a piece.
    pub price: Money,
    /// How many pieces; at least one.
    pub pieces: i64,
    /// What else is bought with them, after its own discounts.
    pub beside: Money,
}

impl Order {
    /// One piece and nothing else.
    pub fn of_one(price: Money) -> Self {
        Self { price, pieces: 1, beside: Money::ZERO }
    }
}

/// What became of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It took something.
    Taken,
    /// The order does not reach its threshold; so much is missing.
    Below(Money),
    /// Another step of its group was first.
    Excluded,
    /// There was nothing to take.
    Nothing,
}

/// One step of the trace.
#[derive(Clone, Debug, PartialEq)]
pub struct TraceRow {
    /// The step.
    pub step: Id,
    /// What became of it.
    pub outcome: Outcome,
    /// What it took off the whole order.
    pub taken: Money,
    /// Its share in each line; they add up to `taken`.
    pub parts: Vec<Money>,
    /// How much of each share the shop bears.
    pub borne: Vec<Money>,
    /// What the whole order comes to after it.
    pub after: Money,
}

/// From the list price to what is paid. Lines are the pieces, one by one, and last what else is in
/// the order, if there is something.
#[derive(Clone, Debug, PartialEq)]
pub struct Trace {
    /// What the lines cost before the first step.
    pub list: Vec<Money>,
    /// The steps in their order.
    pub rows: Vec<TraceRow>,
    /// What the buyer pays for each line.
    pub paid: Vec<Money>,
    /// What the shop receives for each line: what is paid, and what the platform bears.
    pub received: Vec<Money>,
    /// By how much the list price of a piece may rise before some step could take otherwise than
    /// now; none where no rise does that.
    pub(super) steady: Option<i64>,
}

impl Trace {
    /// 到手价 of a piece. Shares of a coupon may differ by a 分 between pieces: the first piece has
    /// the larger share.
    pub fn piece_paid(&self) -> Money {
        self.paid.first().copied().unwrap_or_default()
    }

    /// What the shop receives for that piece.
    pub fn piece_received(&self) -> Money {
        self.received.first().copied().unwrap_or_default()
    }

    /// What the whole order comes to.
    pub fn total_paid(&self) -> Money {
        self.paid.iter().copied().sum()
    }

    /// What the shop receives for the whole order.
    pub fn total_received(&self) -> Money {
        self.received.iter().copied().sum()
    }

    /// The whole order before the first step.
    pub fn total_list(&self) -> Money {
        self.list.iter().copied().sum()
    }
}

/// Takes the steps off an order, one after another, in the order in which they stand.
///
/// * A share or an amount of each piece is taken of the pieces alone; a share is rounded half away
///   from zero to the 分. Nothing costs less than nothing.
/// * A threshold counts what the whole order comes to at that step. What is taken off is shared out
///   among all lines by what they come to, by the largest remainder.
/// * Of the steps of a group only the first that takes something does.
/// * Lines are all below [`MAX_PIECES`]; what a file says beyond a step's bounds counts as the
///   nearest that is within them.
/// * What the platform bears of a step is received by the shop all the same.
pub fn trace(steps: &[PriceStep], order: Order) -> Trace {
    let n_pieces = order.pieces.clamp(1, MAX_PIECES) as usize;
    let mut list = vec![order.price; n_pieces];
    if Money::ZERO < order.beside {
        list.push(order.beside);
    }
    let mut lines = list.clone();
    let mut received = list.clone();
    let mut used = Vec::new();
    let mut steady = None::<i64>;
    let mut rows = Vec::with_capacity(steps.len());
    for step in steps {
        let total: Money = lines.iter().copied().sum();
        let is_excluded = step.group != 0 && used.contains(&step.group);
        let (outcome, parts) = if is_excluded {
            (Outcome::Excluded, vec![Money::ZERO; lines.len()])
        } else {
            taken(step, &lines, n_pieces, total)
        };
        let sum: Money = parts.iter().copied().sum();
        if step.group != 0 && Money::ZERO < sum {
            used.push(step.group);
        }
        if !is_excluded && let Some(rise) = turn(step, outcome, total, n_pieces) {
            steady = Some(steady.map_or(rise, |least| least.min(rise)));
        }
        let share = |part: &Money| part.times(step.borne).clamp(Money::ZERO, *part);
        let borne: Vec<Money> = parts.iter().map(share).collect();
        for (idx, part) in parts.iter().enumerate() {
            lines[idx] = lines[idx] - *part;
            received[idx] = received[idx] - borne[idx];
        }
        rows.push(TraceRow {
            step: step.id,
            outcome,
            taken: sum,
            parts,
            borne,
            after: total - sum,
        });
    }
    Trace { list, rows, paid: lines, received, steady }
}

/// What a step takes of each line.
fn taken(
    step: &PriceStep,
    lines: &[Money],
    n_pieces: usize,
    total: Money,
) -> (Outcome, Vec<Money>) {
    let of_piece = |take: &dyn Fn(Money) -> Money| {
        let part = |(idx, line): (usize, &Money)| {
            if idx < n_pieces { take(*line).clamp(Money::ZERO, *line) } else { Money::ZERO }
        };
        lines.iter().enumerate().map(part).collect::<Vec<_>>()
    };
    let parts = match step.rule {
        StepRule::Percent => of_piece(&|line| line.times(step.percent)),
        StepRule::Cut => of_piece(&|_| step.amount),
        StepRule::Price => of_piece(&|line| line - step.amount),
        StepRule::Once | StepRule::Every => {
            if total < step.from {
                return (Outcome::Below(step.from - total), vec![Money::ZERO; lines.len()]);
            }
            let times = match step.rule {
                StepRule::Every if 0 < step.from.fen() => total.fen() / step.from.fen(),
                _ => 1,
            };
            let cut = step.amount.fen().saturating_mul(times).clamp(0, total.fen());
            shared(cut, lines)
        }
    };
    let is_taken = parts.iter().any(|part| Money::ZERO < *part);
    (if is_taken { Outcome::Taken } else { Outcome::Nothing }, parts)
}

/// An amount shared out among lines by what they come to, by the largest remainder; no line gives
/// more than it has, as long as the amount is not more than all of them.
pub fn shared(amount: i64, lines: &[Money]) -> Vec<Money> {
    let weights: Vec<u64> =
        lines.iter().map(|line| u64::try_from(line.fen()).unwrap_or(0)).collect();
    match allocate(amount, &weights) {
        Ok(parts) => parts.into_iter().map(Money::from_fen_clamped).collect(),
        // Nothing costs anything: there is nothing to take off.
        Err(_) => vec![Money::ZERO; lines.len()],
    }
}

/// By how much the list price of a piece has to rise at least before the step takes otherwise.
fn turn(step: &PriceStep, outcome: Outcome, total: Money, n_pieces: usize) -> Option<i64> {
    let pieces = i64::try_from(n_pieces).unwrap_or(i64::MAX);
    let rise = |missing: i64| Some((missing + pieces - 1) / pieces);
    match (step.rule, outcome) {
        (_, Outcome::Below(missing)) => rise(missing.fen()),
        (StepRule::Every, _) if 0 < step.from.fen() => {
            rise(step.from.fen() - total.fen() % step.from.fen())
        }
        // It may begin to take, and shut others of its group out.
        (_, Outcome::Nothing) if step.group != 0 => Some(1),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::ratio::Ratio;
    use crate::tools::profit::model::StepKind;

    fn yuan(yuan: i64) -> Money {
        Money::fen_const(yuan * 100)
    }

    fn step(bits: u64, kind: StepKind, change: impl FnOnce(&mut PriceStep)) -> PriceStep {
        let mut step = PriceStep::new(Id::from_bits(bits), kind);
        change(&mut step);
        step
    }

    /// 9 折, 店铺券 满 200 减 20, 跨店 每满 300 减 50, 平台券 满 199 减 10 borne by the platform.
    fn stack() -> Vec<PriceStep> {
        vec![
            step(1, StepKind::Item, |step| step.percent = Ratio::from_bp(1_000)),
            step(2, StepKind::ShopCoupon, |step| {
                (step.from, step.amount) = (yuan(200), yuan(20));
            }),
            step(3, StepKind::CrossShop, |step| (step.from, step.amount) = (yuan(300), yuan(50))),
            step(4, StepKind::PlatformCoupon, |step| {
                (step.from, step.amount) = (yuan(199), yuan(10));
            }),
        ]
    }

    fn fen(amounts: &[Money]) -> Vec<i64> {
        amounts.iter().map(|amount| amount.fen()).collect()
    }

    #[test]
    fn one_piece_goes_through_the_steps_that_it_reaches() {
        // 268 × 0.9 = 241.20; −20 = 221.20; below 300 by 78.80; −10 (the platform's) = 211.20.
        let trace = trace(&stack(), Order::of_one(yuan(268)));
        let told: Vec<_> =
            trace.rows.iter().map(|row| (row.outcome, row.taken.fen(), row.after.fen())).collect();
        assert_eq!(
            told,
            [
                (Outcome::Taken, 2_680, 24_120),
                (Outcome::Taken, 2_000, 22_120),
                (Outcome::Below(Money::fen_const(7_880)), 0, 22_120),
                (Outcome::Taken, 1_000, 21_120),
            ]
        );
        assert_eq!(trace.piece_paid().fen(), 21_120);
        assert_eq!(trace.piece_received().fen(), 22_120);
    }

    #[test]
    fn a_coupon_of_the_order_is_shared_out_by_the_largest_remainder() {
        // Two pieces of 100 and 150 beside: 每满 300 减 50 takes 50 of 350: 14.29, 14.29, 21.42,
        // since 1428.57, 1428.57, 2142.86 leave two 分 for 2142.86 and the first 1428.57.
        let steps = [step(3, StepKind::CrossShop, |step| {
            (step.from, step.amount) = (yuan(300), yuan(50));
        })];
        let order = Order { price: yuan(100), pieces: 2, beside: yuan(150) };
        let trace = trace(&steps, order);
        assert_eq!(fen(&trace.rows[0].parts), [1_429, 1_428, 2_143]);
        assert_eq!(fen(&trace.paid), [8_571, 8_572, 12_857]);
        assert_eq!(trace.total_paid(), yuan(300));
    }

    #[test]
    fn every_full_threshold_counts_and_nothing_costs_less_than_nothing() {
        let steps = [
            step(1, StepKind::CrossShop, |step| (step.from, step.amount) = (yuan(300), yuan(50))),
            step(2, StepKind::RedPacket, |step| step.amount = yuan(900)),
        ];
        let trace = trace(&steps, Order::of_one(yuan(650)));
        assert_eq!(trace.rows[0].taken, yuan(100));
        assert_eq!((trace.rows[1].taken, trace.piece_paid()), (yuan(550), Money::ZERO));
        // The platform bears the red packet.
        assert_eq!(trace.piece_received(), yuan(550));
    }

    #[test]
    fn of_a_group_the_first_that_takes_something_does() {
        let mut steps = stack();
        steps[1].group = 1;
        steps[3].group = 1;
        let outcome = |price| trace(&steps, Order::of_one(price)).rows[3].outcome;
        assert_eq!(outcome(yuan(268)), Outcome::Excluded);
        // 220 × 0.9 = 198 reaches neither.
        assert_eq!(outcome(yuan(220)), Outcome::Below(yuan(1)));
    }

    #[test]
    fn a_members_price_holds_where_it_is_lower() {
        let steps = [step(1, StepKind::Member, |step| step.amount = yuan(99))];
        assert_eq!(trace(&steps, Order::of_one(yuan(128))).piece_paid(), yuan(99));
        let lower = trace(&steps, Order::of_one(yuan(88)));
        assert_eq!((lower.piece_paid(), lower.rows[0].outcome), (yuan(88), Outcome::Nothing));
    }
}
