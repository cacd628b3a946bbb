//! Reading a workbook from text that may be anything.

use serde::Deserialize;
use serde_json::Value;
use thiserror::Error;

use crate::persist::envelope::{Envelope, FORMAT, Meta};
use crate::persist::migrate::{self, MigrateError};
use crate::persist::place::{Of, Place};
use crate::workbook::Workbook;
use crate::workbook::check::check;
use crate::workbook::normalize::normalize;

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 20_000_000;
/// The most objects and lists inside of each other.
pub const MAX_DEPTH: usize = 64;

/// A workbook that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Decoded {
    /// The document.
    pub workbook: Workbook,
    /// What is said about it.
    pub meta: Meta,
    /// How many chunks of facts it refers to that are not there.
    pub n_missing: usize,
}

/// Why a text is no workbook. Nothing has been changed.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum DecodeError {
    /// The file is larger than any workbook.
    #[error("{size} bytes are more than {max}")]
    TooLarge {
        /// Its bytes.
        size: usize,
        /// The most.
        max: usize,
    },
    /// There is nothing in the file.
    #[error("the file is empty")]
    Empty,
    /// Objects and lists are nested too deeply.
    #[error("{place}: nested more than {MAX_DEPTH} deep")]
    TooDeep {
        /// Where the limit is passed.
        place: Place,
    },
    /// It is not JSON, or it was cut off.
    #[error("{place}: not JSON")]
    NotJson {
        /// Where the first thing is that is not JSON.
        place: Place,
    },
    /// It is JSON, but of something else.
    #[error("`format` is not {FORMAT}")]
    NotAWorkbook,
    /// The number of the format's version is missing or was never given out.
    #[error("`schema` is not a version of the format")]
    NoSchema,
    /// A newer version of the program has written it.
    #[error("schema {found} is newer than {}", migrate::CURRENT)]
    TooNew {
        /// Its schema.
        found: u32,
    },
    /// A value is missing or not what belongs there.
    #[error("{place}: {problem:?}: {detail}")]
    Field {
        /// Where.
        place: Place,
        /// What is wrong.
        problem: Problem,
        /// In the words of the library, for a report of the error.
        detail: String,
    },
    /// A chunk of facts is not what its name says: it was changed or damaged.
    #[error("the facts `{id}` do not match their name")]
    Facts {
        /// The name.
        id: String,
    },
}

/// What is wrong with a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The object lacks this field.
    Missing(String),
    /// The object has this field twice.
    Twice(String),
    /// Another kind of value belongs there: a text for a number, a list for an object.
    WrongKind,
    /// The text is none of the words that may stand there.
    UnknownWord,
    /// The right kind, but no such value: a date that is none, an amount beyond the limit.
    BadValue,
}

/// Reads an export file, chunks included.
///
/// # Errors
///
/// Why it cannot be opened, and where.
pub fn from_file(text: &str) -> Result<Decoded, DecodeError> {
    if MAX_BYTES < text.len() {
        return Err(DecodeError::TooLarge { size: text.len(), max: MAX_BYTES });
    }
    let envelope = read(text.trim_start_matches('\u{feff}'))?;
    for (id, chunk) in &envelope.chunks {
        if chunk.content_id() != *id {
            return Err(DecodeError::Facts { id: id.clone() });
        }
    }
    for (id, chunk) in &envelope.item_chunks {
        if chunk.content_id() != *id {
            return Err(DecodeError::Facts { id: id.clone() });
        }
    }
    for (id, chunk) in &envelope.order_chunks {
        if chunk.content_id() != *id {
            return Err(DecodeError::Facts { id: id.clone() });
        }
    }
    for (id, chunk) in &envelope.line_chunks {
        if chunk.content_id() != *id {
            return Err(DecodeError::Facts { id: id.clone() });
        }
    }
    let mut workbook = envelope.workbook;
    let mut n_missing = 0;
    // Written to only if there is something to write: a section that is shared is copied.
    if workbook.facts.has_chunks() {
        let facts = workbook.facts.make_mut();
        for wanted in facts.keyed_refs_mut() {
            wanted.chunk = envelope.item_chunks.get(&wanted.id).cloned();
            match &wanted.chunk {
                None => n_missing += 1,
                Some(chunk) if (chunk.from, chunk.to) == (wanted.from, wanted.to) => {}
                Some(_) => return Err(DecodeError::Facts { id: wanted.id.clone() }),
            }
        }
        for wanted in &mut facts.orders {
            wanted.chunk = envelope.order_chunks.get(&wanted.id).cloned();
            match &wanted.chunk {
                None => n_missing += 1,
                Some(chunk) if (chunk.from, chunk.to) == (wanted.from, wanted.to) => {}
                Some(_) => return Err(DecodeError::Facts { id: wanted.id.clone() }),
            }
        }
        for wanted in &mut facts.order_lines {
            wanted.chunk = envelope.line_chunks.get(&wanted.id).cloned();
            n_missing += usize::from(wanted.chunk.is_none());
        }
        for wanted in &mut facts.shop_days {
            wanted.chunk = envelope.chunks.get(&wanted.id).cloned();
            match wanted.chunk.as_ref().map(|chunk| chunk.span()) {
                None => n_missing += 1,
                Some(Some(span)) if (span.from(), span.to()) == (wanted.from, wanted.to) => {}
                Some(_) => return Err(DecodeError::Facts { id: wanted.id.clone() }),
            }
        }
    }
    let meta =
        Meta { created: envelope.created, modified: envelope.modified, extra: envelope.extra };
    normalize(&mut workbook);
    check(&workbook).map_err(|path| DecodeError::Field {
        place: Place { line_column: None, path },
        problem: Problem::BadValue,
        detail: "out of bounds".to_owned(),
    })?;
    Ok(Decoded { workbook, meta, n_missing })
}

/// Reads the body of a stored frame. The facts are not attached: `n_missing` is 0.
///
/// # Errors
///
/// Why it cannot be opened, and where.
pub fn from_body(text: &str) -> Result<Decoded, DecodeError> {
    let mut envelope = read(text)?;
    normalize(&mut envelope.workbook);
    let meta =
        Meta { created: envelope.created, modified: envelope.modified, extra: envelope.extra };
    Ok(Decoded { workbook: envelope.workbook, meta, n_missing: 0 })
}

/// What must be known before anything else is looked at.
#[derive(Deserialize)]
struct Head {
    #[serde(default)]
    format: Value,
    #[serde(default)]
    schema: Value,
}

fn read(text: &str) -> Result<Envelope, DecodeError> {
    if text.trim().is_empty() {
        return Err(DecodeError::Empty);
    }
    check_depth(text)?;
    let head: Head = serde_json::from_str(text).map_err(|error| match error.classify() {
        serde_json::error::Category::Data => DecodeError::NotAWorkbook,
        _ => explain(text, &error),
    })?;
    if head.format != FORMAT {
        return Err(DecodeError::NotAWorkbook);
    }
    let schema = head.schema.as_u64().and_then(|schema| u32::try_from(schema).ok());
    let schema = schema.ok_or(DecodeError::NoSchema)?;
    if schema == migrate::CURRENT {
        return typed(text);
    }
    let mut value: Value = serde_json::from_str(text).map_err(|error| explain(text, &error))?;
    migrate::migrate(&mut value, schema).map_err(|error| match error {
        MigrateError::TooNew { found } => DecodeError::TooNew { found },
        MigrateError::Unknown { .. } => DecodeError::NoSchema,
        MigrateError::Failed { problem, .. } => DecodeError::Field {
            place: Place::default(),
            problem: Problem::BadValue,
            detail: problem,
        },
    })?;
    // By way of text: reading the records from a value too would be a second copy of all that
    // code in the page. Lines and columns are those of the new text, so only paths are told.
    typed(&value.to_string()).map_err(|error| match error {
        DecodeError::Field { mut place, problem, detail } => {
            place.line_column = None;
            DecodeError::Field { place, problem, detail }
        }
        error => error,
    })
}

/// The one place that reads the records.
fn typed(text: &str) -> Result<Envelope, DecodeError> {
    serde_json::from_str(text).map_err(|error| explain(text, &error))
}

/// Refuses deep nesting before a parser that calls itself sees it.
fn check_depth(text: &str) -> Result<(), DecodeError> {
    let (mut depth, mut in_text, mut is_escaped) = (0_usize, false, false);
    for (offset, byte) in text.bytes().enumerate() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' if in_text => is_escaped = true,
            b'"' => in_text = !in_text,
            b'{' | b'[' if !in_text => {
                depth += 1;
                if MAX_DEPTH < depth {
                    let place = Place::of_offset(text, offset, Of::Value);
                    return Err(DecodeError::TooDeep { place });
                }
            }
            b'}' | b']' if !in_text => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    Ok(())
}

/// The library's error as one of ours, with the place found in the text.
fn explain(text: &str, error: &serde_json::Error) -> DecodeError {
    use serde_json::error::Category;
    let detail = error.to_string();
    let problem = problem(&detail);
    let of = match problem {
        Problem::Missing(_) | Problem::Twice(_) => Of::Parent,
        _ => Of::Value,
    };
    match error.classify() {
        Category::Data => {
            let place = Place::of_byte_column(text, error.line(), error.column(), of);
            DecodeError::Field { place, problem, detail }
        }
        Category::Eof => {
            DecodeError::NotJson { place: Place::of_offset(text, text.len(), Of::Value) }
        }
        Category::Syntax | Category::Io => DecodeError::NotJson {
            place: Place::of_byte_column(text, error.line(), error.column(), Of::Value),
        },
    }
}

/// Sorts the library's messages; each begins with words that say of which sort it is.
fn problem(message: &str) -> Problem {
    let name = || message.split('`').nth(1).unwrap_or_default().to_owned();
    if message.starts_with("missing field") {
        Problem::Missing(name())
    } else if message.starts_with("duplicate field") {
        Problem::Twice(name())
    } else if message.starts_with("invalid type") || message.starts_with("invalid length") {
        Problem::WrongKind
    } else if message.starts_with("unknown variant") {
        Problem::UnknownWord
    } else {
        Problem::BadValue
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file with the given text in place of the name's value.
    fn file(name: &str) -> String {
        format!(
            "{{\n\"format\":\"zhanggui.workbook\",\"schema\":1,\n\"workbook\":{{\"shop\":{{\"name\":{name}}}}}}}"
        )
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(from_file(text).unwrap_err().to_string(), expected);
    }

    #[test]
    fn a_small_file_opens() {
        let decoded = from_file(&format!("\u{feff}{}", file("\"店\""))).unwrap();
        assert_eq!(decoded.workbook.shop.name, "店");
        assert_eq!(decoded.n_missing, 0);
    }

    #[test]
    fn what_is_no_workbook_is_told_apart() {
        check("", "the file is empty");
        check("  \n", "the file is empty");
        check("{\"format\":", "1:11 format: not JSON");
        check("日期,支付金额", "1:1 : not JSON");
        check("[1,2]", "`format` is not zhanggui.workbook");
        check("{\"a\":1}", "`format` is not zhanggui.workbook");
        check("{\"format\":\"zhanggui.workbook\"}", "`schema` is not a version of the format");
        check(&file("1").replace("schema\":1", "schema\":2"), "schema 2 is newer than 1");
        check(
            &file("1").replace("schema\":1", "schema\":0"),
            "`schema` is not a version of the format",
        );
    }

    #[test]
    fn a_wrong_value_is_told_by_its_place() {
        let Err(DecodeError::Field { place, problem, .. }) = from_file(&file("12")) else {
            panic!("a name is no number");
        };
        assert_eq!(place.path, "workbook.shop.name");
        assert_eq!(place.line_column.map(|(line, _)| line), Some(3));
        assert_eq!(problem, Problem::WrongKind);

        let rule = r#""a"}, "calendar": {"rules": [{"id": "0000000000000001", "is_on": true}]"#;
        let Err(DecodeError::Field { place, problem, .. }) = from_file(&file(rule)) else {
            panic!("an event has days before it");
        };
        assert_eq!(place.path, "workbook.calendar.rules[0]");
        assert_eq!(problem, Problem::Missing("before".to_owned()));
    }

    #[test]
    fn nesting_has_an_end() {
        let deep = format!("{}1{}", "[".repeat(40_000), "]".repeat(40_000));
        assert!(matches!(from_file(&file(&deep)), Err(DecodeError::TooDeep { .. })));
    }

    #[test]
    fn a_file_may_be_too_large() {
        let text = file(&format!("\"{}\"", "x".repeat(MAX_BYTES)));
        assert!(matches!(from_file(&text), Err(DecodeError::TooLarge { .. })));
    }
}
