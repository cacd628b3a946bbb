//! Two SWOTs of different days, entry by entry.

use crate::base::list;
use crate::tools::swot::model::{Quadrant, SwotEntry};

/// What became of an entry.
#[derive(Clone, Debug, PartialEq)]
pub enum Became {
    /// It was not there.
    Added,
    /// It is not there any more.
    Removed,
    /// It stood in another quadrant: from.
    Moved(Quadrant),
    /// Its impact is another one: before.
    Weighed(u32),
    /// It says something else: before.
    Reworded(String),
}

/// An entry and what became of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// The entry as it is later; a removed one as it was.
    pub entry: SwotEntry,
    /// What became of it; several things where several have changed.
    pub became: Vec<Became>,
}

/// What has changed from `before` to `after`: entries are told by their ids. What is new or
/// changed comes in the later order, then what is gone in the earlier one.
pub fn compare(before: &[SwotEntry], after: &[SwotEntry]) -> Vec<Difference> {
    let mut found = Vec::new();
    for entry in after {
        let mut became = Vec::new();
        match list::find(before, entry.id) {
            None => became.push(Became::Added),
            Some(old) => {
                if old.quadrant != entry.quadrant {
                    became.push(Became::Moved(old.quadrant));
                }
                if old.impact() != entry.impact() {
                    became.push(Became::Weighed(old.impact()));
                }
                if old.text != entry.text {
                    became.push(Became::Reworded(old.text.clone()));
                }
            }
        }
        if !became.is_empty() {
            found.push(Difference { entry: entry.clone(), became });
        }
    }
    for entry in before.iter().filter(|entry| list::find(after, entry.id).is_none()) {
        found.push(Difference { entry: entry.clone(), became: vec![Became::Removed] });
    }
    found
}
