//! Sharing an amount out without losing a unit.

use thiserror::Error;

/// Why an amount could not be shared out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum AllocateError {
    /// There is nobody to share with.
    #[error("there are no shares")]
    NoShares,
    /// Nobody wants anything.
    #[error("all weights are zero")]
    ZeroWeights,
}

/// Splits `total` into one part per weight, to the unit, losing nothing.
///
/// * `total`: any unit (分, 件); may be negative.
/// * `weights`: relative, in any one unit; a zero weight gets a zero part.
///
/// The parts always add up to `total`. Each part is within one unit of its exact share; the
/// units left over by rounding down go to the largest remainders, and between equal remainders
/// to the earlier part.
///
/// # Errors
///
/// [`AllocateError::NoShares`] for no weights, [`AllocateError::ZeroWeights`] where all are zero.
///
/// # Source
///
/// Largest-remainder (Hamilton) apportionment; vectors V-07, V-08, V-09.
pub fn allocate(total: i64, weights: &[u64]) -> Result<Vec<i64>, AllocateError> {
    if weights.is_empty() {
        return Err(AllocateError::NoShares);
    }
    // Weights below 2⁶⁴ times an amount below 2⁶³ fit an i128 exactly.
    let weight_sum: u128 = weights.iter().map(|&weight| u128::from(weight)).sum();
    if weight_sum == 0 {
        return Err(AllocateError::ZeroWeights);
    }
    let divisor = weight_sum as i128;
    let mut remainders = Vec::with_capacity(weights.len());
    let mut parts = Vec::with_capacity(weights.len());
    let mut n_spare = i128::from(total);
    for (idx, &weight) in weights.iter().enumerate() {
        let exact = i128::from(total) * i128::from(weight);
        let part = exact.div_euclid(divisor);
        remainders.push((std::cmp::Reverse(exact.rem_euclid(divisor)), idx));
        parts.push(part as i64);
        n_spare -= part;
    }
    let n_spare = usize::try_from(n_spare).unwrap_or(0);
    if 0 < n_spare && n_spare < remainders.len() {
        remainders.select_nth_unstable(n_spare - 1);
    }
    for (_, idx) in remainders.iter().take(n_spare) {
        parts[*idx] += 1;
    }
    Ok(parts)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn v07_a_million_into_three() {
        assert_eq!(allocate(1_000_000, &[1, 1, 1]), Ok(vec![333_334, 333_333, 333_333]));
    }

    #[test]
    fn v08_a_year_over_twelve_months() {
        let months = allocate(1_200_000, &[8, 5, 9, 8, 8, 12, 7, 8, 9, 9, 20, 12]).unwrap();
        let expected = [
            83_478, 52_174, 93_913, 83_478, 83_478, 125_218, 73_044, 83_478, 93_913, 93_913,
            208_696, 125_217,
        ];
        assert_eq!(months, expected);
        let quarters: Vec<i64> = months.chunks(3).map(|quarter| quarter.iter().sum()).collect();
        assert_eq!(quarters, [229_565, 292_174, 250_435, 427_826]);
    }

    #[test]
    fn v09_a_november_with_its_eleventh() {
        let weights: Vec<u64> = (1..=30).map(|day| if day == 11 { 10 } else { 1 }).collect();
        let days = allocate(208_696, &weights).unwrap();
        assert_eq!(days[..5], [5_352; 5]);
        assert_eq!(days[10], 53_512);
        assert!(days.iter().enumerate().all(|(idx, &day)| idx < 5 || idx == 10 || day == 5_351));
    }

    #[test]
    fn losses_are_shared_out_too() {
        assert_eq!(allocate(-100, &[1, 1, 1]), Ok(vec![-33, -33, -34]));
        assert_eq!(allocate(5, &[0, 0]), Err(AllocateError::ZeroWeights));
        assert_eq!(allocate(5, &[]), Err(AllocateError::NoShares));
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_no_part_is_off_by_a_whole_unit(
            total in any::<i64>(),
            weights in prop::collection::vec(0_u64..1_000_000, 1..400),
        ) {
            prop_assume!(weights.iter().any(|&weight| weight != 0));
            let parts = allocate(total, &weights).unwrap();
            let weight_sum: i128 = weights.iter().map(|&weight| i128::from(weight)).sum();
            prop_assert_eq!(
                parts.iter().map(|&part| i128::from(part)).sum::<i128>(),
                i128::from(total)
            );
            for (&part, &weight) in parts.iter().zip(&weights) {
                let error =
                    i128::from(part) * weight_sum - i128::from(total) * i128::from(weight);
                prop_assert!(error.abs() < weight_sum);
            }
        }
    }
}
