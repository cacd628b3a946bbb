//! Three trees of values as one.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::persist::merge::facts::Log;
use crate::persist::merge::{Choices, Conflict, ConflictKind, Counts, Side};

/// What names a thing to the user, in this order.
const NAMES: [&str; 5] = ["name", "title", "text", "statement", "year"];

/// One merge under way.
pub(super) struct Run<'a> {
    choices: &'a Choices,
    /// Whether there is an ancestor at all.
    pub(super) has_base: bool,
    pub(super) conflicts: Vec<Conflict>,
    pub(super) counts: Counts,
    /// Chunks of days that were put together, by their names.
    pub(super) joined: Vec<(String, Value)>,
    pub(super) log: Log,
}

impl<'a> Run<'a> {
    pub(super) fn new(choices: &'a Choices, has_base: bool) -> Self {
        Self {
            choices,
            has_base,
            conflicts: Vec::new(),
            counts: Counts::default(),
            joined: Vec::new(),
            log: Log::default(),
        }
    }

    /// What a place holds after the merge; `None` is "not there", in and out.
    pub(super) fn value(
        &mut self,
        base: Option<&Value>,
        mine: Option<&Value>,
        theirs: Option<&Value>,
        place: &str,
        name: &str,
    ) -> Option<Value> {
        if mine == theirs || base == theirs {
            return mine.cloned();
        }
        if base == mine {
            match (mine, theirs) {
                (None, _) => self.counts.added += 1,
                (_, None) => self.counts.removed += 1,
                // Entries of a list and fields of a record are counted one by one.
                (Some(_), Some(theirs)) => match theirs {
                    Value::Object(_) | Value::Array(_) => {}
                    _ => self.counts.changed += 1,
                },
            }
            let is_leaf = !matches!(
                (mine, theirs),
                (Some(Value::Object(_)), Some(Value::Object(_)))
                    | (Some(Value::Array(_)), Some(Value::Array(_)))
            );
            if is_leaf {
                return theirs.cloned();
            }
        }
        if let (Some(mine), Some(theirs)) = (mine, theirs) {
            if let Some(fact) = self.fact(base, mine, theirs, place) {
                return fact;
            }
            let merged = match (mine, theirs) {
                (Value::Object(mine), Value::Object(theirs)) => {
                    let base = base.and_then(Value::as_object);
                    self.record(base, mine, theirs, place, name)
                }
                (Value::Array(mine), Value::Array(theirs)) => {
                    let base = base.and_then(Value::as_array).map(Vec::as_slice);
                    self.list(base, mine, theirs, place, name)
                }
                _ => None,
            };
            if merged.is_some() {
                return merged;
            }
        }
        if base == mine {
            self.counts.changed += 1;
            return theirs.cloned();
        }
        let kind = if mine.is_none() || theirs.is_none() {
            ConflictKind::Removal
        } else {
            ConflictKind::Value
        };
        let name = mine.or(theirs).and_then(called).unwrap_or_else(|| name.to_owned());
        match self.decide(kind, place, &name, mine, theirs) {
            Side::Mine => mine.cloned(),
            Side::Theirs => theirs.cloned(),
        }
    }

    /// Lists a conflict, and says which copy counts.
    pub(super) fn decide(
        &mut self,
        kind: ConflictKind,
        place: &str,
        name: &str,
        mine: Option<&Value>,
        theirs: Option<&Value>,
    ) -> Side {
        self.conflicts.push(Conflict {
            place: place.to_owned(),
            name: name.to_owned(),
            mine: mine.cloned(),
            theirs: theirs.cloned(),
            kind,
        });
        self.choices.at(place)
    }

    /// Field by field; `None` where the fields belong together and only one copy can count.
    fn record(
        &mut self,
        base: Option<&Map<String, Value>>,
        mine: &Map<String, Value>,
        theirs: &Map<String, Value>,
        place: &str,
        name: &str,
    ) -> Option<Value> {
        if is_word(mine, theirs) || is_word(theirs, mine) {
            return None;
        }
        let name = name_of(mine).or_else(|| name_of(theirs)).unwrap_or_else(|| name.to_owned());
        let none = Map::new();
        let base = base.unwrap_or(&none);
        let fields: BTreeSet<&String> = mine.keys().chain(theirs.keys()).collect();
        let mut merged = Map::new();
        for field in fields {
            let at = format!("{place}.{field}");
            let value = self.value(base.get(field), mine.get(field), theirs.get(field), &at, &name);
            if let Some(value) = value {
                merged.insert(field.clone(), value);
            }
        }
        Some(Value::Object(merged))
    }
}

/// Whether an object is no record but one value: a link, or a variant with what it carries. Mixed
/// of two copies it would be neither.
fn is_word(one: &Map<String, Value>, other: &Map<String, Value>) -> bool {
    let is_link = one.len() == 2 && one.contains_key("kind") && one.contains_key("id");
    let is_variant = one.len() == 1 && one.keys().ne(other.keys());
    is_link || is_variant
}

/// What a record calls itself.
fn name_of(record: &Map<String, Value>) -> Option<String> {
    NAMES.iter().find_map(|field| match record.get(*field) {
        Some(Value::String(name)) if !name.trim().is_empty() => Some(name.clone()),
        Some(Value::Number(year)) => Some(year.to_string()),
        _ => None,
    })
}

fn called(value: &Value) -> Option<String> {
    value.as_object().and_then(name_of)
}
