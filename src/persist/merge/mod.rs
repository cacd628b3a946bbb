//! Bringing two copies of a workbook together again.
//!
//! The merge knows no tool: it works on the documents' JSON form, field by field and entry by
//! entry, so that a new section needs no code here and fields that nobody knows are merged like
//! all others. What comes out is read and checked as any file is.

mod facts;
mod list;
mod tree;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::base::link::Link;
use crate::persist::decode::{self, DecodeError, Problem};
use crate::persist::envelope::{self, Meta};
use crate::persist::place::Place;
use crate::workbook::Workbook;

use self::tree::Run;

/// One of the two copies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Side {
    /// The open one.
    #[default]
    Mine,
    /// The one that comes in.
    Theirs,
}

/// Which copy counts where both changed the same.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// Where nothing else is said.
    pub all: Side,
    /// At these places; see [`Conflict::place`].
    pub one: BTreeMap<String, Side>,
}

impl Choices {
    /// The same copy everywhere.
    pub fn all(side: Side) -> Self {
        Self { all: side, one: BTreeMap::new() }
    }

    /// What counts at a place.
    pub fn at(&self, place: &str) -> Side {
        self.one.get(place).copied().unwrap_or(self.all)
    }
}

/// What both copies changed, each in its own way.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// Where: `workbook.personas.personas[0000000000000201].share`. No two have the same.
    pub place: String,
    /// What the thing is called that it belongs to; empty where there is no such thing.
    pub name: String,
    /// What the open copy says; `None`: it has removed it, or never had it.
    pub mine: Option<Value>,
    /// What the other one says.
    pub theirs: Option<Value>,
    /// What of it is in conflict.
    pub kind: ConflictKind,
}

/// What is in conflict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConflictKind {
    /// The value.
    Value,
    /// Whether it is there: one copy removed what the other one changed.
    Removal,
    /// The order of a list: the values are its entries' keys.
    Order,
}

/// How much would come in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Fields and entries of the other copy that are taken because only it changed them.
    pub changed: usize,
    /// Those that only it has.
    pub added: usize,
    /// Those that it removed.
    pub removed: usize,
}

/// Two copies as one.
#[derive(Clone, Debug, PartialEq)]
pub struct Merged {
    /// The document, checked as a file is.
    pub workbook: Workbook,
    /// Where both changed the same, in the order of the document.
    pub conflicts: Vec<Conflict>,
    /// What comes in without a question.
    pub counts: Counts,
    /// Things that are gone and were still pointed at: those links are gone with them.
    pub n_links: usize,
}

/// Brings `theirs` into `mine`, measured against the copy that both come from.
///
/// A change that only one copy made counts. Where both changed the same thing differently, or one
/// changed what the other removed, `choices` say which counts, and the conflict is listed.
/// Without an ancestor nothing tells a removal from an addition: what only one copy has stays, and
/// every other difference is a conflict. Days of the shop are joined cell by cell, and where both
/// have a value the later import counts; other facts that both changed in one quarter are a
/// conflict of that quarter.
///
/// # Errors
///
/// The result is no workbook, though both copies are: a list would be out of order, say.
pub fn merge(
    base: Option<&Workbook>,
    mine: &Workbook,
    theirs: &Workbook,
    choices: &Choices,
) -> Result<Merged, DecodeError> {
    let base = base.map(document).transpose()?;
    let (mut mine_file, theirs_file) = (document(mine)?, document(theirs)?);
    let mut run = Run::new(choices, base.is_some());
    let part = |file: &'_ Value| file.get("workbook").cloned();
    let (of_base, of_mine, of_theirs) =
        (base.as_ref().and_then(part), part(&mine_file), part(&theirs_file));
    run.take_facts(&mine_file, &theirs_file);
    let merged = run.value(of_base.as_ref(), of_mine.as_ref(), of_theirs.as_ref(), "workbook", "");
    // What one copy has as it is, it also pointed at as it does.
    let is_one_of_them = merged == of_mine || merged == of_theirs;
    for chunks in ["chunks", "item_chunks", "order_chunks", "line_chunks"] {
        // Equal names are equal content: the union takes nothing away. What nothing refers to is
        // left out by the reader.
        let theirs = theirs_file.get(chunks).and_then(Value::as_object).cloned();
        let joined = if chunks == "chunks" { std::mem::take(&mut run.joined) } else { Vec::new() };
        let Some(file) = mine_file.as_object_mut() else { continue };
        let all = file.entry(chunks).or_insert_with(|| Value::Object(Default::default()));
        if let Some(all) = all.as_object_mut() {
            all.extend(theirs.into_iter().flatten());
            all.extend(joined);
        }
    }
    if let Some(file) = mine_file.as_object_mut() {
        file.insert("workbook".to_owned(), merged.unwrap_or_default());
    }
    let mut workbook = decode::from_file(&mine_file.to_string())?.workbook;
    let n_links = if is_one_of_them { 0 } else { let_go(&mut workbook, mine, theirs) };
    Ok(Merged { workbook, conflicts: run.conflicts, counts: run.counts, n_links })
}

/// Takes the links away that lead to what one of the copies had and the result has not.
fn let_go(workbook: &mut Workbook, mine: &Workbook, theirs: &Workbook) -> usize {
    let left: BTreeSet<Link> = workbook.things().into_iter().collect();
    let had: BTreeSet<Link> = mine.things().into_iter().chain(theirs.things()).collect();
    let gone: Vec<Link> = had.difference(&left).copied().collect();
    workbook.let_go(&gone)
}

/// A copy as a file would hold it.
fn document(workbook: &Workbook) -> Result<Value, DecodeError> {
    let failed = |error: serde_json::Error| DecodeError::Field {
        place: Place::default(),
        problem: Problem::BadValue,
        detail: error.to_string(),
    };
    let text = envelope::to_file(workbook, &Meta::default()).map_err(failed)?;
    serde_json::from_str(&text).map_err(failed)
}

#[cfg(test)]
mod tests;
