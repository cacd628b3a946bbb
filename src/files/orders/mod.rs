//! Orders and their lines: files with personal data, and files of any length.
//!
//! They are read in pieces (`intake`), decoded between characters (`text`), record by record,
//! into numbers (`cells`); only the columns that `columns` names are looked at, and become orders
//! (`list`) or sums of lines (`lines`). Who bought becomes a salted number (`salted`), and what
//! would leave is looked through before it does.

pub mod cells;
pub mod columns;
pub mod intake;
pub mod lines;
pub mod list;
pub mod salted;
pub mod text;

pub use list::state_name;
