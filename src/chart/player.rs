//! Players of a chart: each has its colour and its mark, the same in every chart.

use plotters_backend::DrawingBackend;

use crate::chart::pen::{Drawn, Pen, Point};
use crate::chart::theme::{ChartTheme, Rgb};

/// Whose line it is; each is told by its colour, its dashes and its marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Player {
    /// We, today: solid, round.
    Today,
    /// We, as we want to be: dashed, round and hollow.
    Target,
    /// The competitor in this place of the list: thin, square, upright or lying.
    Rival(usize),
    /// The industry's average: dotted, without marks.
    Industry,
}

/// The mark of a player at a point.
pub(super) fn mark<B: DrawingBackend>(
    pen: &mut Pen<'_, B>,
    (x, y): Point,
    player: Player,
    color: Rgb,
    theme: &ChartTheme,
) -> Drawn<B> {
    match player {
        Player::Today => pen.dot((x, y), 4.0, color),
        Player::Target => {
            pen.dot((x, y), 4.0, color)?;
            pen.dot((x, y), 2.25, theme.page)
        }
        Player::Rival(place) => {
            square(pen, (x, y), place, 1.0, color)?;
            // A fifth competitor has the first one's colour: its marks are hollow.
            if place / theme.others.len() % 2 == 1 {
                square(pen, (x, y), place, 0.5, theme.page)?;
            }
            Ok(())
        }
        Player::Industry => pen.fill((x - 4.0, y - 0.75), (x + 4.0, y + 0.75), color),
    }
}

/// An upright or a lying square, by the competitor's place.
fn square<B: DrawingBackend>(
    pen: &mut Pen<'_, B>,
    (x, y): Point,
    place: usize,
    size: f64,
    color: Rgb,
) -> Drawn<B> {
    let (half, tip) = (3.0 * size, 4.0 * size);
    if place.is_multiple_of(2) {
        pen.fill((x - half, y - half), (x + half, y + half), color)
    } else {
        pen.area(&[(x, y - tip), (x + tip, y), (x, y + tip), (x - tip, y)], color)
    }
}

/// The colour of a player.
pub(super) fn color_of(player: Player, theme: &ChartTheme) -> Rgb {
    match player {
        Player::Today => theme.actual,
        Player::Target => theme.target,
        Player::Rival(place) => theme.others[place % theme.others.len()],
        Player::Industry => theme.quiet,
    }
}
