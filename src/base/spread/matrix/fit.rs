//! Tables with locked cells.

use std::collections::VecDeque;

use crate::base::spread::matrix::{CellLock, Line, MatrixError, common_sum, negated};

/// What a cell of weight zero counts for beside others.
const SLIGHT: f64 = 1e-20;
/// Lines within this of their sums count as there; whole numbers do the rest.
const NEAR: f64 = 0.01;
/// Enough for any table that was typed.
const MAX_SWEEPS: usize = 200;

/// Fills a table in proportion to `weights`, with both margins and the `locks` exact.
///
/// * `rows`, `cols`: what each row and column adds up to, all of one sign, each with one sum.
/// * `weights`: one a cell, row after row; only proportions within a row or column matter.
/// * `locks`: cells that are given; of two locks of one cell the later counts.
///
/// No cell has another sign than the total. The shares are those of iterative proportional
/// fitting over the free cells; rounding to whole numbers is a transportation problem, so a whole
/// table exists whenever a fractional one does.
///
/// # Errors
///
/// [`MatrixError::Over`] and [`MatrixError::Short`] say which lines cannot be reached, and by
/// how much; the other variants say what about the input makes no table.
///
/// # Source
///
/// Deming & Stephan (1940) for the fitting; controlled rounding as a flow after Cox & Ernst (1982).
pub fn fit(
    rows: &[i64],
    cols: &[i64],
    weights: &[u64],
    locks: &[CellLock],
) -> Result<Vec<i64>, MatrixError> {
    let total = common_sum(rows, cols)?;
    let n_cells = rows.len() * cols.len();
    if weights.len() != n_cells {
        return Err(MatrixError::WeightCount { n_cells, n_weights: weights.len() });
    }
    if total < 0 || (total == 0 && rows.iter().chain(cols).any(|&amount| amount < 0)) {
        let locks: Vec<CellLock> = locks
            .iter()
            .map(|lock| CellLock { amount: lock.amount.saturating_neg(), ..*lock })
            .collect();
        let mut cells = fit_gains(&negated(rows), &negated(cols), weights, &locks)?;
        cells.iter_mut().for_each(|cell| *cell = -*cell);
        return Ok(cells);
    }
    fit_gains(rows, cols, weights, locks)
}

/// Says whether a table with these margins and `locks` exists at all; see [`fit`].
///
/// # Errors
///
/// As [`fit`].
pub fn check(rows: &[i64], cols: &[i64], locks: &[CellLock]) -> Result<(), MatrixError> {
    let total = common_sum(rows, cols)?;
    if total < 0 {
        let locks: Vec<CellLock> = locks
            .iter()
            .map(|lock| CellLock { amount: lock.amount.saturating_neg(), ..*lock })
            .collect();
        return check_gains(&negated(rows), &negated(cols), &locks);
    }
    check_gains(rows, cols, locks)
}

/// [`check`] where nothing is negative: any whole table will do.
fn check_gains(rows: &[i64], cols: &[i64], locks: &[CellLock]) -> Result<(), MatrixError> {
    let mut table = Table::new(rows, cols, &locked(rows, cols, locks)?)?;
    table.open();
    for idx in 0..table.cells.len() {
        if table.is_free[idx] {
            table.put(idx, table.room(idx));
        }
    }
    table.route_rest()
}

/// The locked amount of each cell.
fn locked(rows: &[i64], cols: &[i64], locks: &[CellLock]) -> Result<Vec<Option<i64>>, MatrixError> {
    if rows.iter().chain(cols).any(|&amount| amount < 0) {
        return Err(MatrixError::MixedSigns(None));
    }
    let mut locked = vec![None; rows.len() * cols.len()];
    for lock in locks {
        let &CellLock { row, col, amount } = lock;
        if row >= rows.len() || col >= cols.len() {
            return Err(MatrixError::NoSuchCell { row, col });
        }
        if amount < 0 {
            return Err(MatrixError::MixedSigns(Some(*lock)));
        }
        locked[row * cols.len() + col] = Some(amount);
    }
    Ok(locked)
}

/// [`fit`] where nothing is negative.
fn fit_gains(
    rows: &[i64],
    cols: &[i64],
    weights: &[u64],
    locks: &[CellLock],
) -> Result<Vec<i64>, MatrixError> {
    let locked = locked(rows, cols, locks)?;
    let mut table = Table::new(rows, cols, &locked)?;
    let shares = table.shares(weights);
    table.put_floors(&shares);
    table.put_largest_remainders(&shares);
    // First with every cell between the whole numbers around its share: where the shares are
    // exact, that is enough. Where they are not, the margins come first.
    if table.route_rest().is_err() {
        table.open();
        table.route_rest()?;
    }
    Ok(table.cells.iter().zip(&locked).map(|(&cell, lock)| lock.unwrap_or(cell)).collect())
}

/// The free cells of a table that is being filled.
struct Table {
    n_cols: usize,
    is_free: Vec<bool>,
    /// What is in the free cells; zero in locked ones.
    cells: Vec<i64>,
    /// The least and the most that a cell may be rounded to.
    ranges: Vec<(i64, i64)>,
    /// What the rows' free cells still lack.
    row_rests: Vec<i64>,
    /// What the columns' free cells still lack.
    col_rests: Vec<i64>,
}

impl Table {
    /// An empty table: what is locked is taken from the margins.
    fn new(rows: &[i64], cols: &[i64], locked: &[Option<i64>]) -> Result<Self, MatrixError> {
        let n_cols = cols.len();
        let mut row_rests: Vec<i128> = rows.iter().map(|&row| row.into()).collect();
        let mut col_rests: Vec<i128> = cols.iter().map(|&col| col.into()).collect();
        for (idx, amount) in locked.iter().enumerate() {
            let amount = i128::from(amount.unwrap_or(0));
            row_rests[idx / n_cols] -= amount;
            col_rests[idx % n_cols] -= amount;
        }
        let rests = |rests: Vec<i128>, line: fn(usize) -> Line| {
            let line_rest = |(idx, rest): (usize, i128)| {
                let by = i64::try_from(-rest).unwrap_or(i64::MAX);
                if rest < 0 { Err(MatrixError::Over { line: line(idx), by }) } else { Ok(-by) }
            };
            rests.into_iter().enumerate().map(line_rest).collect::<Result<Vec<i64>, _>>()
        };
        Ok(Self {
            n_cols,
            is_free: locked.iter().map(Option::is_none).collect(),
            cells: vec![0; locked.len()],
            ranges: vec![(0, 0); locked.len()],
            row_rests: rests(row_rests, Line::Row)?,
            col_rests: rests(col_rests, Line::Col)?,
        })
    }

    /// The free cells' exact shares, by proportional fitting; floats live here only.
    fn shares(&self, weights: &[u64]) -> Vec<f64> {
        let most = weights.iter().copied().max().unwrap_or(0).max(1) as f64;
        let share = |(&weight, &is_free): (&u64, &bool)| {
            if is_free { (weight as f64 / most).max(SLIGHT) } else { 0.0 }
        };
        let mut shares: Vec<f64> = weights.iter().zip(&self.is_free).map(share).collect();
        if shares.is_empty() {
            return shares;
        }
        for _ in 0..MAX_SWEEPS {
            let mut col_sums = vec![0.0; self.n_cols];
            for (own, &rest) in shares.chunks_mut(self.n_cols).zip(&self.row_rests) {
                let factor = factor(rest, own.iter().sum());
                for (share, col_sum) in own.iter_mut().zip(&mut col_sums) {
                    *share *= factor;
                    *col_sum += *share;
                }
            }
            let ends = self.col_rests.iter().zip(&col_sums);
            let worst =
                ends.clone().fold(0.0, |worst, (&rest, sum)| (rest as f64 - sum).abs().max(worst));
            if worst <= NEAR {
                break;
            }
            let factors: Vec<f64> = ends.map(|(&rest, &sum)| factor(rest, sum)).collect();
            for own in shares.chunks_mut(self.n_cols) {
                own.iter_mut().zip(&factors).for_each(|(share, factor)| *share *= factor);
            }
        }
        shares
    }

    /// Lets every free cell take any amount.
    fn open(&mut self) {
        self.ranges = self.is_free.iter().map(|&is_free| range(0, is_free, i64::MAX)).collect();
    }

    /// Puts `amount` into a cell.
    fn put(&mut self, idx: usize, amount: i64) {
        self.cells[idx] += amount;
        self.row_rests[idx / self.n_cols] -= amount;
        self.col_rests[idx % self.n_cols] -= amount;
    }

    /// The most that a cell can still take from its row and column.
    fn room(&self, idx: usize) -> i64 {
        self.row_rests[idx / self.n_cols].min(self.col_rests[idx % self.n_cols])
    }

    /// The whole part of each share.
    fn put_floors(&mut self, shares: &[f64]) {
        for (idx, share) in shares.iter().enumerate() {
            let floor = share.floor() as i64;
            self.ranges[idx] = range(floor, self.is_free[idx], floor.saturating_add(1));
            self.put(idx, self.ranges[idx].0.clamp(0, self.room(idx)));
        }
    }

    /// One unit more for some cells of each row: those with the largest remainders, counting what
    /// the rows above have left undone in their columns, so that few columns lack any at the end.
    fn put_largest_remainders(&mut self, shares: &[f64]) {
        let mut undone = vec![0.0; self.n_cols];
        for (row, own) in shares.chunks(self.n_cols.max(1)).enumerate() {
            let first = row * self.n_cols;
            let mut order: Vec<usize> = (0..self.n_cols).collect();
            order.retain(|col| own[*col].fract() > 0.0);
            for &col in &order {
                undone[col] += own[col].fract();
            }
            order.sort_by(|&a, &b| undone[b].total_cmp(&undone[a]));
            for col in order {
                let idx = first + col;
                if self.room(idx) > 0 && self.cells[idx] < self.ranges[idx].1 {
                    self.put(idx, 1);
                    undone[col] -= 1.0;
                }
            }
        }
    }

    /// Brings what rows still lack to the columns that lack it, by augmenting paths.
    fn route_rest(&mut self) -> Result<(), MatrixError> {
        for row in 0..self.row_rests.len() {
            while self.row_rests[row] > 0 {
                self.augment(row)?;
            }
        }
        Ok(())
    }

    /// Sends as much as possible from `start` along one shortest path: into a free cell of the
    /// row, out of another cell of that column into that cell's row, and so on, to a column that
    /// still lacks something.
    fn augment(&mut self, start: usize) -> Result<(), MatrixError> {
        let n_cols = self.n_cols;
        // The row that a column was reached from, and the column that a row was reached from.
        let mut row_before = vec![None; n_cols];
        let mut col_before: Vec<Option<usize>> = vec![None; self.row_rests.len()];
        let mut queue = VecDeque::from([start]);
        let mut end = None;
        'search: while let Some(row) = queue.pop_front() {
            for (col, row_before) in row_before.iter_mut().enumerate() {
                let idx = row * n_cols + col;
                if row_before.is_some() || self.cells[idx] >= self.ranges[idx].1 {
                    continue;
                }
                *row_before = Some(row);
                if self.col_rests[col] > 0 {
                    end = Some(col);
                    break 'search;
                }
                for (other, col_before) in col_before.iter_mut().enumerate() {
                    let idx = other * n_cols + col;
                    let is_new = other != start && col_before.is_none();
                    if is_new && self.cells[idx] > self.ranges[idx].0 {
                        *col_before = Some(col);
                        queue.push_back(other);
                    }
                }
            }
        }
        let Some(end) = end else {
            let is_reached = |row: usize| row == start || col_before[row].is_some();
            let rows: Vec<usize> =
                (0..self.row_rests.len()).filter(|&row| is_reached(row)).collect();
            // Nothing but these rows fills these columns, and the columns are full: what the rows
            // lack has no place to go.
            let by = rows.iter().map(|&row| self.row_rests[row]).sum();
            let cols = (0..n_cols).filter(|&col| row_before[col].is_some()).collect();
            return Err(MatrixError::Short { rows, cols, by });
        };
        // Back along the path: cells that gain, and cells that give.
        let (mut gaining, mut giving) = (Vec::new(), Vec::new());
        let mut col = end;
        while let Some(row) = row_before[col] {
            gaining.push(row * n_cols + col);
            let Some(before) = col_before[row] else { break };
            giving.push(row * n_cols + before);
            col = before;
        }
        let gains = gaining.iter().map(|&idx| self.ranges[idx].1 - self.cells[idx]);
        let gifts = giving.iter().map(|&idx| self.cells[idx] - self.ranges[idx].0);
        let rests = [self.row_rests[start], self.col_rests[end]];
        let amount = gains.chain(gifts).chain(rests).min().unwrap_or(0);
        gaining.into_iter().for_each(|idx| self.put(idx, amount));
        giving.into_iter().for_each(|idx| self.put(idx, -amount));
        Ok(())
    }
}

/// The range of a free cell; a locked one has none.
fn range(least: i64, is_free: bool, most: i64) -> (i64, i64) {
    if is_free { (least, most) } else { (0, 0) }
}

/// What brings `sum` to `rest`; 1 where nothing can.
fn factor(rest: i64, sum: f64) -> f64 {
    let factor = rest as f64 / sum;
    if factor.is_finite() { factor } else { 1.0 }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn lock(row: usize, col: usize, amount: i64) -> CellLock {
        CellLock { row, col, amount }
    }

    #[test]
    fn a_locked_cell_moves_its_row_and_its_column() {
        // The free rest is [30−20, 60] × [20, 50] without the locked cell: 20 of the first column
        // can only come from the second row.
        let cells = fit(&[30, 60], &[40, 50], &[1, 1, 1, 1], &[lock(0, 0, 20)]).unwrap();
        assert_eq!(cells, [20, 10, 20, 40]);
        let free = fit(&[30, 60], &[40, 50], &[4, 5, 4, 5], &[]).unwrap();
        assert_eq!(free, [13, 17, 27, 33]);
    }

    #[test]
    fn a_line_that_is_locked_beyond_its_sum_is_told() {
        let weights = [1; 4];
        let found = fit(&[30, 60], &[40, 50], &weights, &[lock(0, 0, 20), lock(0, 1, 13)]);
        assert_eq!(found, Err(MatrixError::Over { line: Line::Row(0), by: 3 }));
        let found = fit(&[30, 60], &[40, 50], &weights, &[lock(0, 0, 10), lock(1, 0, 35)]);
        assert_eq!(found, Err(MatrixError::Over { line: Line::Col(0), by: 5 }));
        let found = fit(&[30, 60], &[40, 50], &weights, &[lock(0, 0, 10), lock(0, 1, 13)]);
        assert_eq!(found, Err(MatrixError::Short { rows: vec![0], cols: vec![], by: 7 }));
        let found = fit(&[30, 60], &[40, 50], &weights, &[lock(1, 0, 5)]);
        assert_eq!(found, Err(MatrixError::Short { rows: vec![1], cols: vec![1], by: 5 }));
    }

    #[test]
    fn what_makes_no_table_is_told() {
        assert!(matches!(fit(&[1], &[2], &[1], &[]), Err(MatrixError::SumsDiffer { .. })));
        assert!(matches!(fit(&[1], &[1], &[], &[]), Err(MatrixError::WeightCount { .. })));
        assert!(matches!(
            fit(&[1], &[1], &[1], &[lock(0, 1, 1)]),
            Err(MatrixError::NoSuchCell { row: 0, col: 1 })
        ));
        assert!(matches!(fit(&[2, -1], &[1], &[1; 2], &[]), Err(MatrixError::MixedSigns(None))));
        assert_eq!(fit(&[-3], &[-1, -2], &[1; 2], &[lock(0, 1, -2)]), Ok(vec![-1, -2]));
        assert_eq!(fit(&[], &[], &[], &[]), Ok(vec![]));
    }

    /// A table that exists, its margins, and which of its cells are locked.
    fn possible() -> impl Strategy<Value = (Vec<i64>, usize, Vec<bool>)> {
        (1_usize..25, 1_usize..13).prop_flat_map(|(n_rows, n_cols)| {
            let cell = prop_oneof![1 => Just(0_i64), 3 => 0_i64..2_000];
            let n_cells = n_rows * n_cols;
            let locks = prop::collection::vec(prop::bool::weighted(0.4), n_cells);
            (prop::collection::vec(cell, n_cells), Just(n_cols), locks)
        })
    }

    fn margins(cells: &[i64], n_cols: usize) -> (Vec<i64>, Vec<i64>) {
        let rows = cells.chunks(n_cols).map(|row| row.iter().sum()).collect();
        let cols = (0..n_cols).map(|col| cells.iter().skip(col).step_by(n_cols).sum()).collect();
        (rows, cols)
    }

    proptest! {
        #[test]
        fn what_can_be_filled_is_filled_to_the_unit(
            (wanted, n_cols, is_locked) in possible(),
            seed in prop::collection::vec(0_u64..50, 300),
        ) {
            let (rows, cols) = margins(&wanted, n_cols);
            let locks: Vec<CellLock> = (0..wanted.len())
                .filter(|&idx| is_locked[idx])
                .map(|idx| lock(idx / n_cols, idx % n_cols, wanted[idx]))
                .collect();
            let cells = fit(&rows, &cols, &seed[..wanted.len()], &locks).unwrap();
            prop_assert!(cells.iter().all(|&cell| cell >= 0));
            prop_assert!((0..cells.len()).all(|idx| !is_locked[idx] || cells[idx] == wanted[idx]));
            prop_assert_eq!(margins(&cells, n_cols), (rows, cols));
        }

        #[test]
        fn free_cells_are_near_their_shares(
            rows in prop::collection::vec(1_i64..100_000, 1..30),
            parts in prop::collection::vec(1_u64..1_000, 1..12),
        ) {
            let total: i64 = rows.iter().sum();
            let cols = crate::base::allocate::allocate(total, &parts).unwrap();
            let weights: Vec<u64> = rows
                .iter()
                .flat_map(|&row| cols.iter().map(move |&col| (row * col) as u64))
                .collect();
            let cells = fit(&rows, &cols, &weights, &[]).unwrap();
            for (idx, &cell) in cells.iter().enumerate() {
                let exact = rows[idx / cols.len()] * cols[idx % cols.len()];
                prop_assert!((cell * total - exact).abs() <= total);
            }
        }
    }
}
