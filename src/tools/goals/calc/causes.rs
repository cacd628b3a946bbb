//! Which factor moved sales, and by how much (T-79).

/// What moved sales between two states of visitors × conversion × order value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Causes {
    /// By 访客数 (M-03).
    pub visitors: i64,
    /// By 支付转化率 (M-04).
    pub cvr: i64,
    /// By 客单价 (M-06).
    pub aov: i64,
}

/// One state of the identity sales = visitors × conversion × order value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Funnel {
    /// People.
    pub visitors: i64,
    /// Paying buyers.
    pub buyers: i64,
    /// In 分.
    pub sales: i64,
}

/// Shares the gap between two states out to the three factors, to the unit and with no residual.
///
/// Log-mean Divisia (T-79, vector V-05): with L = (a − b) ÷ ln(a ÷ b), a factor that went from x
/// to y brought L × ln(y ÷ x). The three exact parts add up to the gap with no residual; they are
/// rounded by largest remainder, as every division of this program is, so that the whole units add
/// up to `to.sales − from.sales` as well, and each is less than one unit from its exact part.
/// `None` where a state has a factor that is zero.
pub fn causes(from: Funnel, to: Funnel) -> Option<Causes> {
    let positive = |state: Funnel| 0 < state.visitors && 0 < state.buyers && 0 < state.sales;
    if !positive(from) || !positive(to) {
        return None;
    }
    let gap = to.sales - from.sales;
    let ln = |a: i64, b: i64| (a as f64 / b as f64).ln();
    let log_sales = ln(to.sales, from.sales);
    let mean = if gap == 0 { from.sales as f64 } else { gap as f64 / log_sales };
    let log_visitors = ln(to.visitors, from.visitors);
    let log_cvr = ln(to.buyers, from.buyers) - log_visitors;
    let log_aov = log_sales - log_visitors - log_cvr;
    let [visitors, cvr, aov] = rounded([log_visitors, log_cvr, log_aov].map(|log| mean * log), gap);
    Some(Causes { visitors, cvr, aov })
}

/// Exact parts as whole numbers that add up to `sum`: each is rounded down, and the units that are
/// missing then go to the largest remainders.
fn rounded(exact: [f64; 3], sum: i64) -> [i64; 3] {
    let mut parts = exact.map(|part| part.floor() as i64);
    let mut order = [0, 1, 2];
    let remainder = |idx: usize| exact[idx] - exact[idx].floor();
    crate::base::order::sort_by(&mut order, |&a, &b| remainder(b).total_cmp(&remainder(a)));
    let missing = sum - parts.iter().sum::<i64>();
    // Three exact parts miss at most two units. Of amounts beyond 2⁵³ a float does not know its
    // last units: what it is off by is shared out in turn.
    for (place, idx) in order.into_iter().enumerate() {
        parts[idx] += missing.div_euclid(3) + i64::from((place as i64) < missing.rem_euclid(3));
    }
    parts
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn v05_the_gap_is_shared_out_with_no_residual() {
        // 1,000 × 3 % × ¥200 against 900 × 2.8 % × ¥205; people × 10 keep buyers whole.
        let from = Funnel { visitors: 10_000, buyers: 300, sales: 6_000_000 };
        let to = Funnel { visitors: 9_000, buyers: 252, sales: 5_166_000 };
        let causes = causes(from, to).unwrap();
        assert_eq!((causes.visitors, causes.cvr, causes.aov), (-587_132, -384_470, 137_602));
    }

    #[test]
    fn what_rounding_leaves_goes_to_the_largest_remainders() {
        assert_eq!(rounded([1.4, 2.4, 3.2], 7), [2, 2, 3]);
        assert_eq!(rounded([-1.5, -0.2, 0.7], -1), [-2, 0, 1]);
        assert_eq!(rounded([5.0, 0.0, 0.0], 5), [5, 0, 0]);
    }

    proptest! {
        #[test]
        fn causes_always_add_up(
            from in (1_i64..1_000_000, 1_i64..1_000_000, 1_i64..1_000_000_000_000),
            to in (1_i64..1_000_000, 1_i64..1_000_000, 1_i64..1_000_000_000_000),
        ) {
            let state = |(visitors, buyers, sales)| Funnel { visitors, buyers, sales };
            let parts = causes(state(from), state(to)).unwrap();
            prop_assert_eq!(parts.visitors + parts.cvr + parts.aov, to.2 - from.2);
        }
    }
}
