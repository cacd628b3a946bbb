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
        (x - circle.x).hypot(y - circle.y) < circle.r
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
    let mut taken = taken.to_vec();
    for label in labels {
        let Some(circle) = circles.get(label.circle) else { continue };
        let is_free = |place: &Place| {
            room.holds(place)
                && !taken.iter().any(|other| place.overlaps(other))
                && !circles.iter().any(|circle| place.touches(*circle))
        };
        let free = DISTANCES
            .iter()
            .flat_map(|distance| sides(*circle, label.width, *distance))
            .find(is_free);
        if let Some(place) = free {
            taken.push(place);
            places[label.circle] = Some(place);
        }
    }
    places
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
