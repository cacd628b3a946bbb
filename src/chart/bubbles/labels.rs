//! Where labels stand: beside their bubble, over nothing.

use crate::chart::pen::Point;

/// Height of a label's box.
const HEIGHT: f64 = 14.0;
/// Between the edge of a label's box and its text.
pub const PAD: f64 = 2.0;
/// Between a bubble and its label; from the second on a line leads to it.
const DISTANCES: [f64; 4] = [3.0, 12.0, 24.0, 40.0];
/// From this distance on a line leads from the bubble to its label.
const LEADER_FROM: f64 = 8.0;

/// A bubble, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Circle {
    /// Its middle.
    pub x: f64,
    /// Its middle.
    pub y: f64,
    /// Its radius.
    pub r: f64,
}

/// A label that wants a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Label {
    /// The place of its bubble among the circles.
    pub circle: usize,
    /// The width of its text.
    pub width: f64,
}

/// A box, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Its left edge.
    pub left: f64,
    /// Its upper edge.
    pub top: f64,
    /// Its right edge.
    pub right: f64,
    /// Its lower edge.
    pub bottom: f64,
}

impl Place {
    /// Whether the two have a point in common, edges left aside.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// Whether the other lies in it, edges included.
    pub fn holds(&self, other: &Self) -> bool {
        self.left <= other.left
            && other.right <= self.right
            && self.top <= other.top
            && other.bottom <= self.bottom
    }

    /// Whether a bubble reaches into it.
    pub fn touches(&self, circle: Circle) -> bool {
        let (x, y) = self.nearest(circle);
        let (dx, dy) = (x - circle.x, y - circle.y);
        dx * dx + dy * dy < circle.r * circle.r
    }

    fn nearest(&self, circle: Circle) -> Point {
        (circle.x.clamp(self.left, self.right), circle.y.clamp(self.top, self.bottom))
    }

    /// The line from a bubble's edge to the box, where that stands apart from it.
    pub fn leader(&self, circle: Circle) -> Option<(Point, Point)> {
        let to = self.nearest(circle);
        let (dx, dy) = (to.0 - circle.x, to.1 - circle.y);
        let length = dx.hypot(dy);
        if length - circle.r < LEADER_FROM {
            return None;
        }
        let at = |share: f64| (circle.x + dx * share, circle.y + dy * share);
        Some((at(circle.r / length), at(1.0)))
    }
}

/// The places of labels, in the order of the circles. Those that come first choose first; each
/// takes the first free of eight sides at four distances. A label is over no circle, over no other
/// label, over nothing that is `taken`, and inside of `room`; one that finds no such place has
/// none, and is read in the table.
pub fn place_labels(
    room: Place,
    circles: &[Circle],
    labels: &[Label],
    taken: &[Place],
) -> Vec<Option<Place>> {
    let mut places = vec![None; circles.len()];
    let mut near = Near::new(room);
    for circle in circles {
        near.put_circle(*circle);
    }
    for place in taken {
        near.put_box(*place);
    }
    for label in labels {
        let Some(circle) = circles.get(label.circle) else { continue };
        let is_free = |place: &Place| room.holds(place) && near.is_free(place);
        let free = DISTANCES
            .iter()
            .flat_map(|distance| sides(*circle, label.width, *distance))
            .find(is_free);
        if let Some(place) = free {
            near.put_box(place);
            places[label.circle] = Some(place);
        }
    }
    places
}

/// The side of a square of [`Near`], in CSS pixels: as wide as a short label.
const SQUARE: f64 = 40.0;
/// The most squares in a row or a column.
const MAX_SQUARES: f64 = 200.0;

/// What stands where, by squares: a place is held against what is near it alone. 200 labels that
/// try 32 places each would else be held against 400 things every time.
struct Near {
    room: Place,
    n_columns: usize,
    n_rows: usize,
    squares: Vec<(Vec<Circle>, Vec<Place>)>,
}

impl Near {
    fn new(room: Place) -> Self {
        let n = |from: f64, to: f64| ((to - from) / SQUARE).ceil().clamp(1.0, MAX_SQUARES) as usize;
        let (n_columns, n_rows) = (n(room.left, room.right), n(room.top, room.bottom));
        Self { room, n_columns, n_rows, squares: vec![Default::default(); n_columns * n_rows] }
    }

    /// The squares that a place reaches into. What lies outside of the room counts to its edge.
    fn squares(&self, place: &Place) -> impl Iterator<Item = usize> + use<> {
        let at = |from: f64, n: usize| {
            move |value: f64| (((value - from) / SQUARE).max(0.0) as usize).min(n - 1)
        };
        let (x, y) = (at(self.room.left, self.n_columns), at(self.room.top, self.n_rows));
        let (columns, rows) = (x(place.left)..=x(place.right), y(place.top)..=y(place.bottom));
        let n_columns = self.n_columns;
        rows.flat_map(move |row| columns.clone().map(move |column| row * n_columns + column))
    }

    fn put_circle(&mut self, circle: Circle) {
        let Circle { x, y, r } = circle;
        let around = Place { left: x - r, top: y - r, right: x + r, bottom: y + r };
        for square in self.squares(&around) {
            self.squares[square].0.push(circle);
        }
    }

    fn put_box(&mut self, place: Place) {
        for square in self.squares(&place) {
            self.squares[square].1.push(place);
        }
    }

    fn is_free(&self, place: &Place) -> bool {
        self.squares(place).all(|square| {
            let (circles, boxes) = &self.squares[square];
            !boxes.iter().any(|other| place.overlaps(other))
                && !circles.iter().any(|circle| place.touches(*circle))
        })
    }
}

/// Right, left, above, below, and the four corners.
fn sides(circle: Circle, text_width: f64, gap: f64) -> [Place; 8] {
    let (width, height) = (text_width + 2.0 * PAD, HEIGHT);
    let away = circle.r + gap;
    // On a diagonal the edge of a bubble is nearer by the root of a half.
    let corner = circle.r * std::f64::consts::FRAC_1_SQRT_2 + gap;
    let at = |left: f64, top: f64| Place { left, top, right: left + width, bottom: top + height };
    let (x, y) = (circle.x, circle.y);
    let (middle, centre) = (y - height / 2.0, x - width / 2.0);
    [
        at(x + away, middle),
        at(x - away - width, middle),
        at(centre, y - away - height),
        at(centre, y + away),
        at(x + corner, y - corner - height),
        at(x + corner, y + corner),
        at(x - corner - width, y - corner - height),
        at(x - corner - width, y + corner),
    ]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// Squares only leave out what is far away.
        #[test]
        fn what_is_near_is_all_that_is_in_the_way(
            circles in prop::collection::vec((-20.0_f64..700.0, -20.0_f64..420.0, 0.0_f64..40.0), 0..60),
            boxes in prop::collection::vec((0.0_f64..600.0, 0.0_f64..380.0, 1.0_f64..160.0), 0..40),
            tried in prop::collection::vec((0.0_f64..600.0, 0.0_f64..380.0, 1.0_f64..160.0), 1..40),
        ) {
            let room = Place { left: 33.0, top: 20.0, right: 640.0, bottom: 400.0 };
            let of = |(left, top, width): (f64, f64, f64)| Place {
                left, top, right: left + width, bottom: top + HEIGHT,
            };
            let boxes: Vec<Place> = boxes.into_iter().map(of).collect();
            let circles: Vec<Circle> =
                circles.into_iter().map(|(x, y, r)| Circle { x, y, r }).collect();
            let mut near = Near::new(room);
            circles.iter().for_each(|circle| near.put_circle(*circle));
            boxes.iter().for_each(|place| near.put_box(*place));
            for place in tried.into_iter().map(of).filter(|place| room.holds(place)) {
                let is_free = !boxes.iter().any(|other| place.overlaps(other))
                    && !circles.iter().any(|circle| place.touches(*circle));
                prop_assert_eq!(near.is_free(&place), is_free);
            }
        }
    }
}
