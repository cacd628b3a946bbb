//! The one table of all pages: read, moved in, typed into, copied from and pasted into as in a
//! spreadsheet.
//!
//! - `model`: what it shows, as plain values.
//! - `select`, `keys`, `clip`, `fit`: cursor, keys, clipboard, widths; pure.
//! - `state`: the signals of one table, and what its commands do.
//! - `view`, `row`: what stands on the screen.
//!
//! The cell under the cursor holds a real input, so that input methods, dictation and screen
//! readers meet what they know. While nothing is typed it is transparent and its text selected:
//! the first key replaces it. One effect a row sets what has changed in its cells, which keeps a
//! year's table quick; rows beyond [`WINDOW_FROM`] are drawn only while they are in sight.

pub mod clip;
pub mod fit;
pub mod keys;
pub mod model;
pub mod select;

#[cfg(target_arch = "wasm32")]
mod row;
#[cfg(target_arch = "wasm32")]
mod state;
#[cfg(target_arch = "wasm32")]
mod view;

#[cfg(target_arch = "wasm32")]
pub use view::Grid;

pub use model::{Align, Cell, CellEdit, CellTone, Column, NEW_ROW, Row, RowKind, Sort, new_row};

/// From how many rows on only those in sight are drawn. A year of days is below: the browser's
/// own search and print find all of it.
pub const WINDOW_FROM: usize = 400;

/// How many columns can stay in sight while the others scroll: more would leave those no room.
pub const MAX_FROZEN: usize = 4;
