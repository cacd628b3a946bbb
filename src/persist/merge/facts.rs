//! Facts: chunks are immutable, so copies differ in which they refer to.

use serde_json::Value;

use crate::base::day::Day;
use crate::base::span::Span;
use crate::facts::chunk::{Chunk, join, quarter_of};
use crate::persist::merge::tree::Run;
use crate::persist::merge::{ConflictKind, Side};

const FACTS: &str = "workbook.facts";
/// What numbers of orders are made with; of two makes they cannot stand in one list.
const SALTED: [&str; 4] = ["orders", "order_lines", "salt", "salt_more"];

/// What both copies know of their imports, and the chunks that they refer to.
#[derive(Default)]
pub(super) struct Log {
    mine: Vec<(String, Span)>,
    theirs: Vec<(String, Span)>,
    my_chunks: Value,
    their_chunks: Value,
}

impl Run<'_> {
    /// Takes note of the facts of both files.
    pub(super) fn take_facts(&mut self, mine: &Value, theirs: &Value) {
        self.log = Log {
            mine: imports(mine),
            theirs: imports(theirs),
            my_chunks: mine.get("chunks").cloned().unwrap_or_default(),
            their_chunks: theirs.get("chunks").cloned().unwrap_or_default(),
        };
    }

    /// A place of the facts where records and lists are not what they are elsewhere; `None` for
    /// every other place.
    pub(super) fn fact(
        &mut self,
        base: Option<&Value>,
        mine: &Value,
        theirs: &Value,
        place: &str,
    ) -> Option<Option<Value>> {
        let of = place.strip_prefix(FACTS)?;
        if of.is_empty() {
            return self.salted(base, mine, theirs);
        }
        // A reference to a chunk is one value.
        let is_ref =
            mine.get("from").is_some() && mine.get("to").is_some() && !of.starts_with(".imports");
        if !is_ref || base == Some(mine) {
            return is_ref.then(|| {
                self.counts.changed += 1;
                Some(theirs.clone())
            });
        }
        let joined = of.starts_with(".shop_days[").then(|| self.join(mine, theirs)).flatten();
        Some(joined.or_else(|| {
            let side = self.decide(ConflictKind::Value, place, "", Some(mine), Some(theirs));
            Some(if side == Side::Mine { mine.clone() } else { theirs.clone() })
        }))
    }

    /// Orders that were made with two salts: only one copy's can stay.
    fn salted(
        &mut self,
        base: Option<&Value>,
        mine: &Value,
        theirs: &Value,
    ) -> Option<Option<Value>> {
        let salt = |facts: &Value| (facts.get("salt").cloned(), facts.get("salt_more").cloned());
        let (one, other) = (salt(mine), salt(theirs));
        if one == other || one.0.is_none() || other.0.is_none() {
            return None;
        }
        let only = |facts: &Value| -> Value {
            let fields = SALTED
                .iter()
                .filter_map(|field| Some(((*field).to_owned(), facts.get(*field)?.clone())));
            Value::Object(fields.collect())
        };
        let place = format!("{FACTS}.orders");
        let (of_mine, of_theirs) = (only(mine), only(theirs));
        let of_base = base.map(only);
        let side = if of_base.as_ref() == Some(&of_theirs) {
            Side::Mine
        } else if of_base.as_ref() == Some(&of_mine) {
            self.counts.changed += 1;
            Side::Theirs
        } else {
            self.decide(ConflictKind::Value, &place, "", Some(&of_mine), Some(&of_theirs))
        };
        let taken = if side == Side::Mine { mine } else { theirs };
        let put = |facts: &Value| -> Value {
            let mut facts = facts.clone();
            if let Some(fields) = facts.as_object_mut() {
                fields.retain(|field, _| !SALTED.contains(&field.as_str()));
                fields.extend(only(taken).as_object().cloned().into_iter().flatten());
            }
            facts
        };
        let base = base.map(put);
        Some(self.value(base.as_ref(), Some(&put(mine)), Some(&put(theirs)), FACTS, ""))
    }

    /// One quarter of the shop's days out of both copies': where both have a value, the later
    /// import's counts, as it would have in one workbook.
    fn join(&mut self, mine: &Value, theirs: &Value) -> Option<Value> {
        let mine = chunk(&self.log.my_chunks, mine)?;
        let theirs = chunk(&self.log.their_chunks, theirs)?;
        let mut joined = join([&theirs, &mine].into_iter(), mine.span()?);
        let latest = |log: &[(String, Span)], day: Day| {
            log.iter().filter(|(_, span)| span.contains(day)).map(|(at, _)| at.clone()).max()
        };
        for (metric, column) in &theirs.columns {
            for (day, value) in (0..).map(|n| theirs.from.map(|from| from + n)).zip(column) {
                let (Some(day), Some(_)) = (day, value) else { continue };
                if latest(&self.log.mine, day) < latest(&self.log.theirs, day) {
                    joined.set(metric, day, *value);
                }
            }
        }
        let mut wanted = joined.clone().into_ref()?;
        wanted.chunk = None;
        let columns = serde_json::to_value(&joined).ok()?;
        self.joined.push((wanted.id.clone(), columns));
        self.counts.changed += 1;
        serde_json::to_value(&wanted).ok()
    }
}

/// How the entries of a list of facts are named.
pub(super) fn key_of(place: &str) -> Option<fn(&Value) -> Option<String>> {
    let of = place.strip_prefix(FACTS)?;
    if of == ".shop_days" || of == ".item_days" || of == ".orders" || of.ends_with("].days") {
        Some(|chunk| {
            let day: Day = chunk.get("from")?.as_str()?.parse().ok()?;
            Some(quarter_of(day).from().to_string())
        })
    } else if of == ".item_periods" || of.ends_with("].periods") {
        Some(|chunk| {
            Some(format!("{}–{}", chunk.get("from")?.as_str()?, chunk.get("to")?.as_str()?))
        })
    } else {
        None
    }
}

/// Lists of which only one copy's can count: two chunks may have the same lines.
pub(super) fn is_whole(place: &str) -> bool {
    place.strip_prefix(FACTS) == Some(".order_lines")
}

fn chunk(chunks: &Value, wanted: &Value) -> Option<Chunk> {
    // By way of text: the records are read in one way only.
    serde_json::from_str(&chunks.get(wanted.get("id")?.as_str()?)?.to_string()).ok()
}

/// When and for which days files of the whole shop came in.
fn imports(file: &Value) -> Vec<(String, Span)> {
    let imports = file.pointer("/workbook/facts/imports").and_then(Value::as_array);
    let of_shop =
        |import: &&Value| import.get("is_of_items").is_none() && import.get("subject").is_none();
    let read = |import: &Value| {
        let day = |field| import.get(field)?.as_str()?.parse::<Day>().ok();
        let (from, to) = (day("from")?, day("to")?);
        (from <= to).then(|| Some((import.get("at")?.as_str()?.to_owned(), Span::new(from, to))))?
    };
    imports.into_iter().flatten().filter(of_shop).filter_map(read).collect()
}
