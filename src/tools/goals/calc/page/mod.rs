//! What the goals page shows, computed: the views only name and place it.

pub mod calendar;
pub mod cell;
pub mod conflict;
pub mod curve;
pub mod entry;
pub mod export;
pub mod learned;
pub mod needs;
pub mod parts;
pub mod period;
pub mod progress;
pub mod recovery;
pub mod setup;
pub mod strip;
pub mod table;
pub mod total;
