//! What has changed since the last look, and how much it matters.

use crate::base::day::Day;
use crate::base::id::Id;
use crate::base::order;
use crate::base::ratio::Ratio;
use crate::knowledge::rival_attributes::{Counts, rival_attribute};
use crate::tools::rivals::calc::series::{Point, all_series};
use crate::tools::rivals::model::Rivals;

/// How much a change matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// Good to know.
    Low,
    /// To be thought about.
    Important,
    /// To be answered.
    Urgent,
}

/// One change.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Whose.
    pub rival: Id,
    /// What the shop is called.
    pub rival_name: String,
    /// What the product is called; none for the shop as a whole.
    pub product: Option<String>,
    /// What has changed, by its key.
    pub attribute: String,
    /// What was known at the last look.
    pub before: Point,
    /// What is known now.
    pub after: Point,
    /// By how much, in the unit of the attribute's limits: basis points of the value before (of
    /// the whole for a share), places, 1/100 of a point; none for words.
    pub by: Option<i64>,
    /// How much it matters.
    pub grade: Grade,
}

/// What was observed after the last look and differs from what was known then, what matters most
/// first. A history that began after the last look is held against its own beginning.
pub fn changes(section: &Rivals) -> Vec<Change> {
    let mut found = Vec::new();
    for rival in &section.rivals {
        for series in all_series(rival) {
            let looked = section.looked.unwrap_or(Day::MIN);
            let before = series.until(looked).or(series.points.first());
            let (Some(before), Some(after)) = (before, series.last()) else { continue };
            if after.day <= looked || before.day == after.day {
                continue;
            }
            let limits = limits(section, &series.attribute);
            let Some((by, grade)) = graded(&series.attribute, before, after, limits) else {
                continue;
            };
            found.push(Change {
                rival: rival.id,
                rival_name: rival.name.clone(),
                product: series.product_name.clone(),
                attribute: series.attribute.clone(),
                before: before.clone(),
                after: after.clone(),
                by,
                grade,
            });
        }
    }
    order::sort_by(&mut found, |a, b| (b.grade, b.after.day).cmp(&(a.grade, a.after.day)));
    found
}

/// From when on a change of an attribute is important and urgent: the user's limits, or those of
/// `knowledge`. None for words.
pub fn limits(section: &Rivals, attribute: &str) -> Option<(i64, i64)> {
    let row = rival_attribute(attribute).filter(|row| row.counts != Counts::Words)?;
    let own = section.limits.iter().find(|limit| limit.attribute == attribute);
    Some(own.map_or(row.limits, |own| (own.important, own.urgent)))
}

/// By how much two observations differ, and how much that matters; `None` where they do not.
fn graded(
    attribute: &str,
    before: &Point,
    after: &Point,
    limits: Option<(i64, i64)>,
) -> Option<(Option<i64>, Grade)> {
    let (Some(limits), Some(old), Some(new)) = (limits, before.number, after.number) else {
        let is_other = before.note.trim() != after.note.trim() || before.number != after.number;
        // A new main image or promotion is a move of the competitor's; other words are notes.
        let is_move = rival_attribute(attribute).is_some();
        return is_other.then_some((None, if is_move { Grade::Important } else { Grade::Low }));
    };
    if old == new {
        return None;
    }
    let by = match rival_attribute(attribute).map(|row| row.counts) {
        Some(Counts::Place | Counts::Points100 | Counts::Share) => new - old,
        _ => i64::from(Ratio::of(new - old, old).map_or(i32::MAX, Ratio::bp)),
    };
    let grade = match by.saturating_abs() {
        size if limits.1 <= size => Grade::Urgent,
        size if limits.0 <= size => Grade::Important,
        _ => Grade::Low,
    };
    Some((Some(by), grade))
}
