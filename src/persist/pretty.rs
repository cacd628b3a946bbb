//! JSON for people: one field a line, a list of numbers on one line.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

/// `value` as JSON with two blanks of indentation and a final line end.
///
/// # Errors
///
/// What serialising says; records of texts, integers and maps with text keys have nothing to say.
pub fn to_string(value: &impl Serialize) -> Result<String, serde_json::Error> {
    let mut bytes = Vec::new();
    value.serialize(&mut Serializer::with_formatter(&mut bytes, Pretty::default()))?;
    bytes.push(b'\n');
    // JSON of texts is UTF-8, and so is all that is written between them.
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// What an open object or list needs to know to be closed.
#[derive(Clone, Copy)]
struct Level {
    is_list: bool,
    /// Whether something in it began on a line of its own.
    is_broken: bool,
}

#[derive(Default)]
struct Pretty {
    levels: Vec<Level>,
}

impl Pretty {
    fn new_line<W: ?Sized + Write>(&self, writer: &mut W, n_levels: usize) -> io::Result<()> {
        writer.write_all(b"\n")?;
        (0..n_levels).try_for_each(|_| writer.write_all(b"  "))
    }

    fn close<W: ?Sized + Write>(&mut self, writer: &mut W, end: &[u8]) -> io::Result<()> {
        if self.levels.pop().is_some_and(|level| level.is_broken) {
            self.new_line(writer, self.levels.len())?;
        }
        writer.write_all(end)
    }
}

impl Formatter for Pretty {
    fn begin_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.levels.push(Level { is_list: true, is_broken: false });
        writer.write_all(b"[")
    }

    fn end_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.close(writer, b"]")
    }

    fn begin_array_value<W: ?Sized + Write>(
        &mut self,
        writer: &mut W,
        first: bool,
    ) -> io::Result<()> {
        if first { Ok(()) } else { writer.write_all(b",") }
    }

    fn begin_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        let n_levels = self.levels.len();
        if let Some(list) = self.levels.last_mut().filter(|level| level.is_list) {
            list.is_broken = true;
            self.new_line(writer, n_levels)?;
        }
        self.levels.push(Level { is_list: false, is_broken: false });
        writer.write_all(b"{")
    }

    fn end_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.close(writer, b"}")
    }

    fn begin_object_key<W: ?Sized + Write>(
        &mut self,
        writer: &mut W,
        first: bool,
    ) -> io::Result<()> {
        if let Some(level) = self.levels.last_mut() {
            level.is_broken = true;
        }
        if !first {
            writer.write_all(b",")?;
        }
        self.new_line(writer, self.levels.len())
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        writer.write_all(b": ")
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn numbers_share_a_line_and_records_do_not() {
        let value = json!({"a": [1, null, 3], "b": [{"c": []}, {"d": {}}], "e": "店"});
        let expected = "{\n  \"a\": [1,null,3],\n  \"b\": [\n    {\n      \"c\": []\n    },\n    {\n      \"d\": {}\n    }\n  ],\n  \"e\": \"店\"\n}\n";
        assert_eq!(to_string(&value).unwrap(), expected);
    }
}
