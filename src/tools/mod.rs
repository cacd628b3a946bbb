//! One folder a tool. A tool imports no other tool.

pub mod ads;
pub mod advice;
pub mod archive;
pub mod boards;
pub mod calendar;
pub mod diagnosis;
pub mod goals;
pub mod import;
pub mod journey;
pub mod launch;
pub mod personas;
pub mod position;
pub mod products;
pub mod profit;
pub mod quadrant;
pub mod rivals;
pub mod shop;
pub mod swot;
pub mod tasks;
pub mod trials;
