//! Tables whose rows and columns both add up.

mod fit;

use thiserror::Error;

pub use fit::{check, fit};

use crate::base::allocate::allocate;

/// Below this (more than any goal may be) a product of two amounts over their total can be guessed
/// in floating point to less than half a unit.
const GUESSED: i64 = 1 << 50;

/// A cell that was typed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CellLock {
    /// The row, from 0.
    pub row: usize,
    /// The column, from 0.
    pub col: usize,
    /// Its amount.
    pub amount: i64,
}

/// A row or a column of a table, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// A row.
    Row(usize),
    /// A column.
    Col(usize),
}

/// Why a table could not be filled.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum MatrixError {
    /// The rows come to something else than the columns.
    #[error("the rows come to {rows}, the columns to {cols}")]
    SumsDiffer {
        /// What the rows add up to.
        rows: i128,
        /// What the columns add up to.
        cols: i128,
    },
    /// The amounts are beyond what can be added up.
    #[error("a total of {0} is beyond the limit")]
    TooLarge(i128),
    /// There must be one weight a cell.
    #[error("{n_cells} cells take {n_cells} weights, not {n_weights}")]
    WeightCount {
        /// Rows × columns.
        n_cells: usize,
        /// How many weights were given.
        n_weights: usize,
    },
    /// A lock is of a cell that the table does not have.
    #[error("there is no cell in row {row}, column {col}")]
    NoSuchCell {
        /// The row, from 0.
        row: usize,
        /// The column, from 0.
        col: usize,
    },
    /// A locked cell has another sign than the total; so has a row or column, with no cell named.
    #[error("gains and losses cannot be fitted in one table")]
    MixedSigns(Option<CellLock>),
    /// The locked cells of a row or column come to more than the line.
    #[error("the locked cells of {line:?} come to {by} more than the line")]
    Over {
        /// The row or column.
        line: Line,
        /// By how much.
        by: i64,
    },
    /// Some rows have only few columns left, and these cannot take them.
    #[error("rows {rows:?} need {by} more than columns {cols:?} have left")]
    Short {
        /// The rows.
        rows: Vec<usize>,
        /// All columns in which these rows have a cell that is not locked; may be none.
        cols: Vec<usize>,
        /// By how much.
        by: i64,
    },
}

/// Fills a table in proportion to its margins: each cell is about row × column ÷ total.
///
/// * `rows`, `cols`: what each row and column adds up to, in one unit, each with the same sum.
///
/// Returns rows × columns cells, row after row. All rows and columns add up to the unit. Where
/// all margins have one sign no cell has the other, and a cell is less than three units from its
/// exact share. Time and memory go with the number of cells.
///
/// The cell is the difference of rounded cumulative products R(i,j) = round(P_i·Q_j ÷ T), which
/// telescopes along rows and columns, so both margins are exact in one pass. Where a share is
/// near nothing the difference may be −1: then a unit is moved around a rectangle of cells.
///
/// # Errors
///
/// [`MatrixError::SumsDiffer`], [`MatrixError::TooLarge`].
pub fn split(rows: &[i64], cols: &[i64]) -> Result<Vec<i64>, MatrixError> {
    let mut cells = Vec::new();
    split_into(rows, cols, &mut cells)?;
    Ok(cells)
}

/// [`split`] into a buffer that is used again; what was in it is gone.
///
/// # Errors
///
/// As [`split`].
pub fn split_into(rows: &[i64], cols: &[i64], cells: &mut Vec<i64>) -> Result<(), MatrixError> {
    let total = common_sum(rows, cols)?;
    let mut all = rows.iter().chain(cols);
    cells.clear();
    if all.clone().all(|&amount| amount >= 0) {
        split_gains(rows, cols, total, cells);
    } else if all.all(|&amount| amount <= 0) {
        split_gains(&negated(rows), &negated(cols), -total, cells);
        cells.iter_mut().for_each(|cell| *cell = -*cell);
    } else {
        split_mixed(rows, cols, cells);
    }
    Ok(())
}

/// What rows and columns both add up to.
fn common_sum(rows: &[i64], cols: &[i64]) -> Result<i64, MatrixError> {
    let sum = |amounts: &[i64]| amounts.iter().map(|&amount| i128::from(amount)).sum::<i128>();
    let (rows, cols) = (sum(rows), sum(cols));
    if rows != cols {
        return Err(MatrixError::SumsDiffer { rows, cols });
    }
    // A negated total must fit too.
    i64::try_from(rows).ok().filter(|&sum| sum != i64::MIN).ok_or(MatrixError::TooLarge(rows))
}

fn negated(amounts: &[i64]) -> Vec<i64> {
    amounts.iter().map(|&amount| amount.saturating_neg()).collect()
}

/// [`split`] where nothing is negative.
fn split_gains(rows: &[i64], cols: &[i64], total: i64, cells: &mut Vec<i64>) {
    cells.reserve(rows.len() * cols.len());
    let mut above = vec![0_i64; cols.len()];
    let share = Share::of(total);
    let mut row_sum = 0;
    let mut has_negative = false;
    for &row in rows {
        row_sum += row;
        let (mut col_sum, mut left, mut left_above) = (0, 0, 0);
        for (&col, above) in cols.iter().zip(&mut above) {
            col_sum += col;
            let corner = share.round(row_sum, col_sum);
            let cell = corner - left - *above + left_above;
            has_negative |= cell < 0;
            cells.push(cell);
            (left, left_above) = (corner, *above);
            *above = corner;
        }
    }
    if has_negative {
        lift_negatives(cells, cols.len());
    }
}

/// Rounded shares of products in one total: `part × other ÷ total`.
#[derive(Clone, Copy)]
struct Share {
    total: i64,
    /// `1 ÷ total`, where a guess in floating point can be mended.
    per_total: Option<f64>,
}

impl Share {
    fn of(total: i64) -> Self {
        let is_small = (1..GUESSED).contains(&total);
        Self { total, per_total: is_small.then(|| 1.0 / total as f64) }
    }

    /// `part × other ÷ total`, rounded half up; 0 of a total of nothing. No factor is negative or
    /// above the total.
    #[inline]
    fn round(self, part: i64, other: i64) -> i64 {
        let total = self.total;
        if let Some(per_total) = self.per_total {
            // The guess is less than half a unit from the truth, so at most one off after
            // rounding; what is left of the product is then within two totals, and wrapping
            // arithmetic tells it exactly.
            let guess = (part as f64 * other as f64 * per_total + 0.5) as i64;
            let left = part.wrapping_mul(other).wrapping_sub(guess.wrapping_mul(total));
            guess + i64::from(2 * left >= total) - i64::from(2 * left < -total)
        } else if total == 0 {
            0
        } else {
            let twice = 2 * i128::from(part) * i128::from(other) + i128::from(total);
            (twice / (2 * i128::from(total))) as i64
        }
    }
}

/// Moves units around rectangles until no cell is negative; rows and columns keep their sums.
///
/// A negative cell's row does not add up to less than nothing, so it has a cell above zero; so
/// has its column. One unit from each of the two comes to the negative cell and to the fourth
/// corner, which only grows.
fn lift_negatives(cells: &mut [i64], n_cols: usize) {
    let n_rows = cells.len() / n_cols;
    for idx in 0..cells.len() {
        while cells[idx] < 0 {
            let (row, col) = (idx / n_cols, idx % n_cols);
            // The nearest first: next to a −1 there is most often the unit that it lacks.
            let other_col = (1..n_cols)
                .map(|step| (col + step) % n_cols)
                .find(|other| cells[row * n_cols + other] > 0);
            let other_row = (1..n_rows)
                .map(|step| (row + step) % n_rows)
                .find(|other| cells[other * n_cols + col] > 0);
            let (Some(other_col), Some(other_row)) = (other_col, other_row) else { break };
            cells[idx] += 1;
            cells[row * n_cols + other_col] -= 1;
            cells[other_row * n_cols + col] -= 1;
            cells[other_row * n_cols + other_col] += 1;
        }
    }
}

/// [`split`] of gains and losses together: there is no proportion to keep, but both margins are.
fn split_mixed(rows: &[i64], cols: &[i64], cells: &mut Vec<i64>) {
    let mut weights: Vec<u64> = cols.iter().map(|col| col.unsigned_abs()).collect();
    if weights.iter().all(|&weight| weight == 0) {
        // Rows that cancel out against columns of nothing: any share will do.
        weights.fill(1);
    }
    let mut rests = cols.to_vec();
    for &row in rows {
        let parts = allocate(row, &weights).unwrap_or_else(|_| vec![0; cols.len()]);
        for (rest, part) in rests.iter_mut().zip(&parts) {
            *rest -= part;
        }
        cells.extend(parts);
    }
    // The columns' rests add up to nothing, so one row can take them all.
    for (cell, rest) in cells.iter_mut().zip(&rests) {
        *cell += rest;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn margins(cells: &[i64], n_rows: usize, n_cols: usize) -> (Vec<i64>, Vec<i64>) {
        let rows = (0..n_rows).map(|row| cells[row * n_cols..][..n_cols].iter().sum());
        let cols = (0..n_cols).map(|col| (0..n_rows).map(|row| cells[row * n_cols + col]).sum());
        (rows.collect(), cols.collect())
    }

    #[test]
    fn a_small_table() {
        // Exact shares: 3.3 3.3 3.3 / 6.7 6.7 6.7.
        let cells = split(&[10, 20], &[10, 10, 10]).unwrap();
        assert_eq!(cells, [3, 4, 3, 7, 6, 7]);
        assert_eq!(split(&[0, 0], &[0]).unwrap(), [0, 0]);
        assert_eq!(split(&[], &[]), Ok(vec![]));
        assert_eq!(split(&[-3], &[-1, -2]).unwrap(), [-1, -2]);
        assert!(matches!(split(&[3], &[2]), Err(MatrixError::SumsDiffer { rows: 3, cols: 2 })));
    }

    #[test]
    fn gains_beside_losses_still_add_up() {
        let cells = split(&[5, -5], &[3, -4, 1]).unwrap();
        assert_eq!(margins(&cells, 2, 3), (vec![5, -5], vec![3, -4, 1]));
        assert_eq!(split(&[1, -1], &[0]).unwrap(), [1, -1]);
        assert_eq!(margins(&split(&[1, -1], &[0, 0]).unwrap(), 2, 2), (vec![1, -1], vec![0, 0]));
    }

    /// Two margins with one sum: the second is cut from the first's.
    fn two_margins(most: i64) -> impl Strategy<Value = (Vec<i64>, Vec<i64>)> {
        let rows = prop::collection::vec(0..most, 1..40);
        let weights = prop::collection::vec(0_u64..1_000, 1..40);
        (rows, weights).prop_filter_map("all weights are zero", |(rows, weights)| {
            let cols = allocate(rows.iter().sum(), &weights).ok()?;
            Some((rows, cols))
        })
    }

    proptest! {
        #[test]
        fn both_margins_are_exact_and_no_cell_is_negative(
            (rows, cols) in prop_oneof![
                two_margins(4), two_margins(100_000), two_margins(20_000_000_000_000),
                two_margins(1 << 56),
            ],
        ) {
            let cells = split(&rows, &cols).unwrap();
            prop_assert!(cells.iter().all(|&cell| cell >= 0));
            prop_assert_eq!(margins(&cells, rows.len(), cols.len()), (rows, cols));
        }

        #[test]
        fn cells_are_near_their_shares((rows, cols) in two_margins(1_000_000)) {
            let total: i64 = rows.iter().sum();
            let cells = split(&rows, &cols).unwrap();
            for (idx, &cell) in cells.iter().enumerate() {
                let product = rows[idx / cols.len()] * cols[idx % cols.len()];
                prop_assert!((cell * total - product).abs() <= 3 * total);
            }
        }

        #[test]
        fn the_guess_is_mended_exactly(
            total in prop_oneof![1_i64..GUESSED, GUESSED - 1_000..GUESSED + 1_000],
            first in 0.0..=1.0_f64,
            second in 0.0..=1.0_f64,
        ) {
            let part = ((total as f64 * first) as i64).min(total);
            let other = ((total as f64 * second) as i64).min(total);
            let twice = 2 * i128::from(part) * i128::from(other) + i128::from(total);
            let exact = twice / (2 * i128::from(total));
            prop_assert_eq!(i128::from(Share::of(total).round(part, other)), exact);
        }

        #[test]
        fn mixed_signs_add_up(
            rows in prop::collection::vec(-1_000_i64..1_000, 1..10),
            cols in prop::collection::vec(-1_000_i64..1_000, 1..10),
        ) {
            let mut rows = rows;
            rows.push(cols.iter().sum::<i64>() - rows.iter().sum::<i64>());
            let cells = split(&rows, &cols).unwrap();
            prop_assert_eq!(margins(&cells, rows.len(), cols.len()), (rows, cols));
        }
    }
}
