//! What the goals page shows, computed: the views only name and place it.

pub mod calendar;
pub mod conflict;
pub mod table;
