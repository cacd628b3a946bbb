//! 销售额 = 访客数 × 支付转化率 × 客单价, with any of the four held.

use thiserror::Error;

use crate::base::edit::{EditError, check_range};
use crate::base::money::{Money, div_round};
use crate::base::ratio::Ratio;
use crate::tools::goals::calc::needs::{HistoryRates, div_up, visitors};
use crate::tools::goals::edit::limits::MAX_AMOUNT;
use crate::tools::goals::model::MonthRates;

/// Four numbers that hang together: sales = visitors × CVR × AOV.
///
/// All four are whole (分, visitors, basis points, 分), and no whole order value times a thousand
/// buyers gives every amount of sales. So the identity is exact with its residue:
///
/// `sales × 10⁴ = visitors × cvr_bp × aov_fen + residue`
///
/// and after an edit the residue is the smallest that the number which moved allows: within half
/// a 分 where the sales moved, within half a 分 for each buyer where the order value did. The order
/// value is an average, so it carries the residue: to the reader it is sales ÷ buyers, of which
/// `aov` is the nearest 分. The sales are the anchor and are never touched by rounding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Funnel {
    /// 支付金额 (M-01).
    pub sales: Money,
    /// 访客数 (M-03).
    pub visitors: i64,
    /// 支付转化率 (M-04).
    pub cvr: Ratio,
    /// 客单价 (M-06).
    pub aov: Money,
}

/// One of the four numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Member {
    /// 支付金额, in 分.
    Sales,
    /// 访客数.
    Visitors,
    /// 支付转化率, in basis points.
    Cvr,
    /// 客单价, in 分.
    Aov,
}

/// Which numbers an edit of another one must not move.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Held {
    /// 支付金额.
    pub sales: bool,
    /// 访客数.
    pub visitors: bool,
    /// 支付转化率.
    pub cvr: bool,
    /// 客单价.
    pub aov: bool,
}

impl Held {
    /// Whether a number is held.
    pub fn holds(self, member: Member) -> bool {
        match member {
            Member::Sales => self.sales,
            Member::Visitors => self.visitors,
            Member::Cvr => self.cvr,
            Member::Aov => self.aov,
        }
    }
}

/// Why an edit of one number could not move the others.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum FunnelError {
    /// All the others are held.
    #[error("all other numbers are held")]
    NothingFree,
    /// The others come to nothing, so no value of the free one brings the sales.
    #[error("the numbers that are held bring nothing")]
    Nothing,
    /// A number would leave its range, as a conversion above 100 %.
    #[error(transparent)]
    OutOfRange(#[from] EditError),
}

impl Funnel {
    /// What a month's sales ask for: typed rates first, then history's; visitors as typed, else
    /// as many as the sales need.
    ///
    /// Where visitors are typed the conversion gives way if it was not, else the order value, else
    /// nothing does and [`Funnel::residue_e4`] tells by how much the plan misses its sales.
    /// `None` where a number is missing or nothing can bring the sales.
    pub fn of_month(sales: Money, planned: &MonthRates, history: HistoryRates) -> Option<Self> {
        let (cvr, aov) = (planned.cvr.or(history.cvr), planned.aov.or(history.aov));
        let Some(typed) = planned.visitors else {
            let (cvr, aov) = (cvr?, aov?);
            return Some(Self { sales, visitors: visitors(sales, cvr, aov)?, cvr, aov });
        };
        let start = Self {
            sales,
            visitors: typed,
            cvr: cvr.unwrap_or_default(),
            aov: aov.unwrap_or_default(),
        };
        match (planned.cvr, planned.aov) {
            (None, _) if aov.is_some() => start.solved(Member::Cvr).ok(),
            (_, None) if cvr.is_some() => start.solved(Member::Aov).ok(),
            (Some(_), Some(_)) => Some(start),
            _ => None,
        }
    }

    /// Sales with the visitors and the conversion of several periods together: the order value is
    /// what brings them, to the nearest 分. `None` where nothing does.
    pub fn of_sum(sales: Money, visitors: i64, cvr: Ratio) -> Option<Self> {
        Self { sales, visitors, cvr, aov: Money::ZERO }.solved(Member::Aov).ok()
    }

    /// What is missing from the product to the sales, in 1/10⁴ 分; negative where the product
    /// is more.
    pub fn residue_e4(self) -> i128 {
        i128::from(self.sales.fen()) * 10_000 - self.product_e4()
    }

    fn product_e4(self) -> i128 {
        i128::from(self.visitors) * i128::from(self.cvr.bp()) * i128::from(self.aov.fen())
    }

    /// The value of one number in its unit: 分, visitors, basis points, 分.
    pub fn get(self, member: Member) -> i64 {
        match member {
            Member::Sales => self.sales.fen(),
            Member::Visitors => self.visitors,
            Member::Cvr => self.cvr.bp().into(),
            Member::Aov => self.aov.fen(),
        }
    }

    fn with(mut self, member: Member, value: i64) -> Result<Self, EditError> {
        match member {
            Member::Sales => {
                check_range("sales", value, 0, MAX_AMOUNT)?;
                self.sales = Money::from_fen_clamped(value);
            }
            Member::Visitors => {
                check_range("goals.plans.rates.visitors", value, 0, MAX_AMOUNT)?;
                self.visitors = value;
            }
            Member::Cvr => {
                check_range("goals.plans.rates.cvr", value, 0, 10_000)?;
                self.cvr = Ratio::from_bp(value as i32);
            }
            Member::Aov => {
                check_range("goals.plans.rates.aov", value, 0, MAX_AMOUNT)?;
                self.aov = Money::from_fen_clamped(value);
            }
        }
        Ok(self)
    }

    /// Sets one number (held or not) and moves a free one so that the identity holds again.
    ///
    /// The first that is free and can, in this order: sales (they follow from the rest), visitors
    /// (they can be bought; rounded up, so that they suffice), order value, conversion (both to
    /// the nearest). Where visitors or conversion moved and the order value is free as well, it
    /// takes up what their coarser steps left.
    ///
    /// # Errors
    ///
    /// See [`FunnelError`]; of several free numbers the first one's reason is told.
    pub fn edit(self, member: Member, value: i64, held: Held) -> Result<Self, FunnelError> {
        let edited = self.with(member, value)?;
        let is_free = |other: &Member| *other != member && !held.holds(*other);
        let order = [Member::Sales, Member::Visitors, Member::Aov, Member::Cvr];
        let mut refusal = None;
        for other in order.into_iter().filter(is_free) {
            match edited.solved(other) {
                Ok(moved) if other == Member::Visitors && is_free(&Member::Aov) => {
                    return Ok(moved.solved(Member::Aov).unwrap_or(moved));
                }
                Ok(moved) => return Ok(moved),
                Err(error) => refusal = refusal.or(Some(error)),
            }
        }
        Err(refusal.unwrap_or(FunnelError::NothingFree))
    }

    /// Moves one number to where the residue is smallest; visitors to where it is not positive.
    fn solved(self, member: Member) -> Result<Self, FunnelError> {
        if member == Member::Sales {
            let fen = div_round(self.product_e4(), 10_000);
            return Ok(self.with(member, i64::try_from(fen).unwrap_or(i64::MAX))?);
        }
        let others = Self { sales: self.sales, ..self.with(member, 1)? }.product_e4();
        let sales = i128::from(self.sales.fen()) * 10_000;
        if others == 0 {
            return if sales == 0 { Ok(self) } else { Err(FunnelError::Nothing) };
        }
        let value = match member {
            Member::Visitors => div_up(sales, others).unwrap_or(i64::MAX),
            _ => i64::try_from(div_round(sales, others)).unwrap_or(i64::MAX),
        };
        Ok(self.with(member, value)?)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn funnel(sales: i64, visitors: i64, cvr: i32, aov: i64) -> Funnel {
        Funnel {
            sales: Money::fen_const(sales),
            visitors,
            cvr: Ratio::from_bp(cvr),
            aov: Money::fen_const(aov),
        }
    }

    fn sales_held() -> Held {
        Held { sales: true, ..Held::default() }
    }

    #[test]
    fn a_better_conversion_needs_fewer_visitors() {
        let before = funnel(20_000_000, 33_334, 300, 20_000);
        // 20,000,000 ÷ (4 % × 20,000) = 25,000 exactly.
        let after = before.edit(Member::Cvr, 400, sales_held()).unwrap();
        assert_eq!(after, funnel(20_000_000, 25_000, 400, 20_000));
        assert_eq!(after.residue_e4(), 0);
    }

    #[test]
    fn the_order_value_takes_up_what_whole_visitors_leave() {
        // ¥100 from 7 % × ¥3: 476.19 visitors, so 477, and 100 ÷ 33.39 buyers = ¥2.99.
        let after = funnel(10_000, 1, 700, 1).edit(Member::Aov, 300, sales_held()).unwrap();
        assert_eq!(after, funnel(10_000, 477, 700, 300));
        let after = funnel(10_000, 1, 1, 300).edit(Member::Cvr, 700, sales_held()).unwrap();
        assert_eq!(after, funnel(10_000, 477, 700, 299));
    }

    #[test]
    fn with_nothing_held_the_sales_follow() {
        let after = funnel(0, 33_333, 300, 20_000).edit(Member::Visitors, 33_333, Held::default());
        // 33,333 × 3 % × ¥200 = ¥199,998.
        assert_eq!(after, Ok(funnel(19_999_800, 33_333, 300, 20_000)));
    }

    #[test]
    fn what_cannot_move_is_told() {
        let all = Held { sales: true, visitors: true, cvr: true, aov: true };
        let start = funnel(20_000_000, 33_334, 300, 20_000);
        assert_eq!(start.edit(Member::Aov, 1, all), Err(FunnelError::NothingFree));
        let only_cvr = Held { cvr: false, ..all };
        let found = start.edit(Member::Visitors, 500, only_cvr);
        assert!(matches!(found, Err(FunnelError::OutOfRange(EditError::OutOfRange { .. }))));
        assert_eq!(start.edit(Member::Visitors, 0, only_cvr), Err(FunnelError::Nothing));
        assert!(start.edit(Member::Cvr, 10_001, sales_held()).is_err());
    }

    #[test]
    fn a_month_counts_with_what_was_typed_and_then_with_history() {
        let history =
            HistoryRates { cvr: Some(Ratio::from_bp(300)), aov: Some(Money::fen_const(20_000)) };
        let sales = Money::fen_const(20_000_000);
        let month = Funnel::of_month(sales, &MonthRates::default(), history);
        assert_eq!(month, Some(funnel(20_000_000, 33_334, 300, 20_000)));
        let typed = MonthRates { visitors: Some(20_000), ..MonthRates::default() };
        let month = Funnel::of_month(sales, &typed, history);
        assert_eq!(month, Some(funnel(20_000_000, 20_000, 500, 20_000)));
        let typed = MonthRates { cvr: Some(Ratio::from_bp(400)), ..typed };
        let month = Funnel::of_month(sales, &typed, history);
        assert_eq!(month, Some(funnel(20_000_000, 20_000, 400, 25_000)));
        assert_eq!(Funnel::of_month(sales, &typed, HistoryRates::default()), month);
        let none = Funnel::of_month(sales, &MonthRates::default(), HistoryRates::default());
        assert_eq!(none, None);
    }

    fn member() -> impl Strategy<Value = Member> {
        prop::sample::select(vec![Member::Sales, Member::Visitors, Member::Cvr, Member::Aov])
    }

    proptest! {
        #[test]
        fn held_numbers_stay_and_the_residue_is_the_smallest(
            (sales, visitors, cvr, aov) in
                (0_i64..1_000_000_000, 0_i64..1_000_000, 0_i32..=10_000, 0_i64..100_000),
            edited in member(),
            value in 0_i64..1_000_000,
            held in any::<[bool; 4]>(),
        ) {
            let held = Held { sales: held[0], visitors: held[1], cvr: held[2], aov: held[3] };
            let before = funnel(sales, visitors, cvr, aov);
            let Ok(after) = before.edit(edited, value, held) else { return Ok(()) };
            prop_assert_eq!(after.get(edited), value);
            let all = [Member::Sales, Member::Visitors, Member::Cvr, Member::Aov];
            for other in all.into_iter().filter(|&other| other != edited && held.holds(other)) {
                prop_assert_eq!(after.get(other), before.get(other));
            }
            let is_free = |member: Member| member != edited && !held.holds(member);
            let residue = after.residue_e4();
            let step = |member: Member| {
                let near = after.with(member, after.get(member) + 1);
                near.map(|near| (near.residue_e4() - residue).abs())
            };
            if is_free(Member::Sales) {
                prop_assert!(residue.abs() <= 5_000);
            } else if is_free(Member::Visitors) && !is_free(Member::Aov) {
                if let Ok(step) = step(Member::Visitors) {
                    prop_assert!(residue <= 0 && -residue < step.max(1));
                }
            } else if is_free(Member::Aov) {
                if let Ok(step) = step(Member::Aov) {
                    prop_assert!(2 * residue.abs() <= step);
                }
            } else if is_free(Member::Cvr)
                && let Ok(step) = step(Member::Cvr)
            {
                prop_assert!(2 * residue.abs() <= step);
            }
        }
    }
}
