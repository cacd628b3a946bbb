//! Charts: functions from numbers to strokes, generic over the drawing backend.
//!
//! Pure: a canvas draws them in the page, an SVG string in tests and in "save as SVG".

pub mod board;
pub mod bubbles;
pub mod card;
pub mod combo;
pub mod days;
pub mod draw;
pub mod ends;
pub mod frame;
pub mod heat;
pub mod intervals;
pub mod measure;
pub mod multiples;
pub mod pen;
pub mod player;
pub mod spans;
pub mod svg;
pub mod theme;
pub mod ticks;
pub mod trend;
pub mod value_curve;
