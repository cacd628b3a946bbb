//! What holds whatever the numbers are.

use proptest::collection::vec;
use proptest::prelude::*;

use crate::base::id::Id;
use crate::base::money::Money;
use crate::base::ratio::Ratio;
use crate::tools::profit::calc::solve::{Aim, list_price};
use crate::tools::profit::calc::stack::{Order, trace};
use crate::tools::profit::calc::unit::{Terms, UnitCosts};
use crate::tools::profit::model::{PriceStep, RefundTerms, Rounding, StepKind, StepRule};

fn share() -> impl Strategy<Value = Ratio> {
    (0..=10_000).prop_map(Ratio::from_bp)
}

fn steps(most: i64) -> impl Strategy<Value = Vec<PriceStep>> {
    let money = move || (0..most).prop_map(Money::fen_const);
    let rule = prop::sample::select(StepRule::ALL.to_vec());
    let step = (rule, share(), money(), money(), share(), 0_u8..3).prop_map(
        |(rule, percent, amount, from, borne, group)| PriceStep {
            rule,
            percent,
            amount,
            from,
            borne,
            group,
            ..PriceStep::new(Id::from_bits(1), StepKind::Other)
        },
    );
    vec(step, 0..6)
}

fn order(most: i64) -> impl Strategy<Value = Order> {
    (1..most, 1_i64..6, 0..most).prop_map(|(price, pieces, beside)| Order {
        price: Money::fen_const(price),
        pieces,
        beside: Money::fen_const(beside),
    })
}

fn terms() -> impl Strategy<Value = Terms> {
    let money = || (0_i64..100_000).prop_map(Money::fen_const);
    (
        (money(), money(), money(), 0..3_000_i32, 0..3_000_i32),
        (0..4_000_i32, share(), share(), money(), money(), share()),
    )
        .prop_map(
            |(
                (goods, freight, gift, commission, ads),
                (rate, before, resaleable, back, fee, kept),
            )| {
                let rate = Ratio::from_bp(rate);
                let (commission, ads) = (Ratio::from_bp(commission), Ratio::from_bp(ads));
                let costs = UnitCosts { goods, freight, gift, commission, ads };
                let refunds = RefundTerms {
                    rate,
                    before,
                    resaleable,
                    freight: back,
                    fee,
                    kept,
                    ..RefundTerms::default()
                };
                Terms::new(costs, refunds)
            },
        )
}

proptest! {
    /// Every step, and every line, adds up exactly; nothing is paid that was not asked for.
    #[test]
    fn a_trace_adds_up(steps in steps(200_000), order in order(200_000)) {
        let trace = trace(&steps, order);
        let mut left = trace.total_list();
        for row in &trace.rows {
            prop_assert_eq!(row.parts.iter().copied().sum::<Money>(), row.taken);
            left = left - row.taken;
            prop_assert_eq!(row.after, left);
            for (part, borne) in row.parts.iter().zip(&row.borne) {
                prop_assert!(Money::ZERO <= *borne && borne <= part);
            }
        }
        prop_assert_eq!(trace.total_paid(), left);
        for (idx, paid) in trace.paid.iter().enumerate() {
            prop_assert!(Money::ZERO <= *paid && *paid <= trace.received[idx]);
            let borne: Money = trace.rows.iter().map(|row| row.borne[idx]).sum();
            let parts: Money = trace.rows.iter().map(|row| row.parts[idx]).sum();
            prop_assert_eq!(trace.list[idx] - parts, *paid);
            prop_assert_eq!(trace.list[idx] - borne, trace.received[idx]);
        }
    }

    /// The lines of a piece add up exactly, and are off by half a 分 each at most.
    #[test]
    fn a_unit_adds_up(terms in terms(), received in 0_i64..500_000) {
        let unit = terms.unit(Money::fen_const(received));
        let lines: Money = unit.lines.iter().map(|line| line.1).sum();
        prop_assert_eq!(unit.received + lines, unit.profit);
        let exact = terms.exact(unit.received);
        let off = i128::from(unit.profit.fen()) * 1_000_000_000_000 - exact;
        prop_assert!(off.abs() <= 5_000_000_000_000, "{}", off);
    }

}

proptest! {
    // Looking at every price takes its time.
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// The price that is found is the first of all, as looking at every one finds it.
    #[test]
    fn the_lowest_list_price_is_found(
        steps in steps(300), order in order(300), wanted in 1_i64..300, is_paid in any::<bool>(),
    ) {
        let wanted = Money::fen_const(wanted);
        let aim = if is_paid { Aim::Paid } else { Aim::Received };
        let brings = |price: i64| {
            let trace = trace(&steps, Order { price: Money::fen_const(price), ..order });
            if is_paid { trace.piece_paid() } else { trace.piece_received() }
        };
        let first = (1..1_500).find(|price| wanted <= brings(*price)).map(Money::fen_const);
        let found = list_price(&steps, order, aim, wanted, Rounding::Fen)
            .filter(|price| price.fen() < 1_500);
        prop_assert_eq!(found, first);
    }
}
