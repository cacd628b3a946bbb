//! Three lists as one: entries by their names, and the order of them.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::persist::merge::tree::Run;
use crate::persist::merge::{ConflictKind, Side, facts};

/// The fields that name the entries of a list for good, where they do so without two alike.
const KEYS: [&str; 17] = [
    "year",
    "id",
    "key",
    "of",
    "metric",
    "period",
    "stage",
    "level",
    "field",
    "candidate",
    "attribute",
    "source",
    "subject",
    "month",
    "persona",
    "product",
    "from",
];
/// Lists of records whose place says what they are: the twelve months.
const BY_PLACE: [&str; 1] = [".rates"];

/// Entries by their keys, in order.
type Keyed<'a> = Vec<(String, &'a Value)>;

impl Run<'_> {
    /// Entry by entry; `None` where only one of the lists can count.
    pub(super) fn list(
        &mut self,
        base: Option<&[Value]>,
        mine: &[Value],
        theirs: &[Value],
        place: &str,
        name: &str,
    ) -> Option<Value> {
        let of_base = base.unwrap_or_default();
        let is_of_numbers = of_base.iter().chain(mine).chain(theirs).any(Value::is_number);
        if is_of_numbers || BY_PLACE.iter().any(|list| place.ends_with(list)) {
            return self.by_place(base, mine, theirs, place, name);
        }
        let [of_base, mine, theirs] = keyed([of_base, mine, theirs], place)?;
        let has = |list: &Keyed<'_>| -> BTreeMap<String, Value> {
            list.iter().map(|(key, value)| (key.clone(), (*value).clone())).collect()
        };
        let (in_base, in_mine, in_theirs) = (has(&of_base), has(&mine), has(&theirs));
        let mut kept = BTreeMap::new();
        // In the order of the document, so that conflicts are listed as they are seen.
        let mut seen = BTreeSet::new();
        for (key, _) in mine.iter().chain(&theirs) {
            if !seen.insert(key) {
                continue;
            }
            let at = format!("{place}[{key}]");
            let (base, mine) = (in_base.get(key), in_mine.get(key));
            if let Some(value) = self.value(base, mine, in_theirs.get(key), &at, name) {
                kept.insert(key.clone(), value);
            }
        }
        let order = self.order([&of_base, &mine, &theirs], &kept, place, name);
        Some(order.into_iter().filter_map(|key| kept.remove(&key)).collect())
    }

    /// Lists of one length, where the place says what an entry is: weights of months, bounds.
    fn by_place(
        &mut self,
        base: Option<&[Value]>,
        mine: &[Value],
        theirs: &[Value],
        place: &str,
        name: &str,
    ) -> Option<Value> {
        let is_same = |list: &[Value]| list.len() == mine.len();
        if !is_same(theirs) || !base.is_none_or(is_same) {
            return None;
        }
        let mut all = Vec::new();
        for (idx, (mine, theirs)) in mine.iter().zip(theirs).enumerate() {
            let (base, at) = (base.map(|base| &base[idx]), format!("{place}[{idx}]"));
            all.push(self.value(base, Some(mine), Some(theirs), &at, name).unwrap_or_default());
        }
        Some(Value::Array(all))
    }

    /// The keys of what is kept: those that both lists have in the order of the copy that moved
    /// them, every other one behind what it stood behind.
    fn order(
        &mut self,
        [base, mine, theirs]: [&Keyed<'_>; 3],
        kept: &BTreeMap<String, Value>,
        place: &str,
        name: &str,
    ) -> Vec<String> {
        let keys = |list: &Keyed<'_>| -> BTreeSet<String> {
            list.iter().map(|(key, _)| key.clone()).collect()
        };
        let (in_base, in_mine, in_theirs) = (keys(base), keys(mine), keys(theirs));
        let is_shared =
            |key: &str| in_mine.contains(key) && in_theirs.contains(key) && kept.contains_key(key);
        let shared = |list: &Keyed<'_>| -> Vec<String> {
            list.iter().map(|(key, _)| key.clone()).filter(|key| is_shared(key)).collect()
        };
        let old = |list: &[String]| -> Vec<String> {
            list.iter().filter(|key| in_base.contains(*key)).cloned().collect()
        };
        let (of_base, of_mine, of_theirs) = (shared(base), shared(mine), shared(theirs));
        let (old_mine, old_theirs) = (old(&of_mine), old(&of_theirs));
        let is_still = old_mine == of_base && old_theirs == of_base;
        let frame = if self.has_base && is_still {
            // They differ in what both have added: not by the side, as below.
            of_mine.min(of_theirs)
        } else if of_mine == of_theirs || (self.has_base && old_theirs == of_base) {
            of_mine
        } else if self.has_base && old_mine == of_base {
            self.counts.changed += 1;
            of_theirs
        } else {
            let names = |list: &[String]| -> Value { list.iter().cloned().collect() };
            let (one, other) = (names(&of_mine), names(&of_theirs));
            let at = format!("{place}[]");
            match self.decide(ConflictKind::Order, &at, name, Some(&one), Some(&other)) {
                Side::Mine => of_mine,
                Side::Theirs => of_theirs,
            }
        };
        let (mut after_mine, mut after_theirs) =
            (between(mine, kept, is_shared), between(theirs, kept, is_shared));
        let mut all = Vec::new();
        for at in std::iter::once(None).chain(frame.into_iter().map(Some)) {
            all.extend(at.clone());
            let one = after_mine.remove(&at).unwrap_or_default();
            let other = after_theirs.remove(&at).unwrap_or_default();
            // By the key and not by the side, so that both copies come to the same.
            let (first, second) =
                if one.first() <= other.first() { (one, other) } else { (other, one) };
            all.extend(first.into_iter().chain(second));
        }
        all
    }
}

/// What only one list has, by the shared entry that it stands behind.
fn between(
    list: &Keyed<'_>,
    kept: &BTreeMap<String, Value>,
    is_shared: impl Fn(&str) -> bool,
) -> BTreeMap<Option<String>, Vec<String>> {
    let mut after: BTreeMap<Option<String>, Vec<String>> = BTreeMap::new();
    let mut behind = None;
    for (key, _) in list {
        if is_shared(key) {
            behind = Some(key.clone());
        } else if kept.contains_key(key) {
            after.entry(behind.clone()).or_default().push(key.clone());
        }
    }
    after
}

/// The lists with the keys of their entries; `None` for lists that are only whole.
fn keyed<'a>(lists: [&'a [Value]; 3], place: &str) -> Option<[Keyed<'a>; 3]> {
    if let Some(key) = facts::key_of(place) {
        return Some([by(lists[0], &key)?, by(lists[1], &key)?, by(lists[2], &key)?]);
    }
    if facts::is_whole(place) {
        return None;
    }
    for field in KEYS {
        let key = |value: &Value| match value.get(field) {
            Some(Value::String(text)) => Some(text.clone()),
            Some(value @ (Value::Number(_) | Value::Object(_))) => Some(value.to_string()),
            _ => None,
        };
        if let (Some(base), Some(mine), Some(theirs)) =
            (by(lists[0], &key), by(lists[1], &key), by(lists[2], &key))
        {
            return Some([base, mine, theirs]);
        }
    }
    Some(lists.map(by_content))
}

/// Entries by a key that all of them have and no two alike.
fn by<'a>(list: &'a [Value], key: &dyn Fn(&Value) -> Option<String>) -> Option<Keyed<'a>> {
    let mut seen = BTreeSet::new();
    list.iter()
        .map(|value| {
            let key = key(value)?;
            seen.insert(key.clone()).then_some((key, value))
        })
        .collect()
}

/// Entries without a name are what they say; the second that says the same is another one.
fn by_content(list: &[Value]) -> Keyed<'_> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    list.iter()
        .map(|value| {
            let text = value.to_string();
            let n = seen.entry(text.clone()).or_default();
            *n += 1;
            let key = if *n == 1 { text } else { format!("{text}#{n}") };
            (key, value)
        })
        .collect()
}
