//! Orders without anything about a person: a buyer is a salted number.
//!
//! One short line an order is kept, since a later export changes the state of orders that an
//! earlier one had, and since repeat purchases are told by buyer. Days, buyers and cohorts are
//! calculated from them (`read`). The lines of orders are beside them (`lines`, `line_merge`).

pub mod chunk;
pub mod line_merge;
pub mod lines;
pub mod merge;
pub mod read;
pub mod salt;
pub mod table;
