//! Where in a JSON text something is wrong.

use std::fmt;

/// A place in a JSON text, as a person finds it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Line and column, both from 1; the column counts characters. `None` where the place is
    /// known by its path only.
    pub line_column: Option<(usize, usize)>,
    /// The path of keys and indices from 0: `workbook.goals.plans[0].target`; empty for the
    /// whole.
    pub path: String,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some((line, column)) = self.line_column {
            write!(f, "{line}:{column} ")?;
        }
        write!(f, "{}", self.path)
    }
}

/// Whether the place is a field of an object or the object itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// The value that was being read.
    Value,
    /// The object or list around it.
    Parent,
}

impl Place {
    /// The place of a line and a column in bytes, both from 1 as `serde_json` counts them.
    pub fn of_byte_column(text: &str, line: usize, column: usize, of: Of) -> Self {
        let start = match line.checked_sub(2) {
            None => 0,
            Some(n) => text.match_indices('\n').nth(n).map_or(text.len(), |(idx, _)| idx + 1),
        };
        Self::of_offset(text, start.saturating_add(column.saturating_sub(1)), of)
    }

    /// The place of a byte of the text.
    pub fn of_offset(text: &str, offset: usize, of: Of) -> Self {
        let mut end = offset.min(text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        let before = &text[..end];
        let line = before.matches('\n').count() + 1;
        let line_start = before.rfind('\n').map_or(0, |idx| idx + 1);
        let column = before[line_start..].chars().count() + 1;
        Self { line_column: Some((line, column)), path: path(before, of) }
    }
}

enum Level {
    Object(Option<String>),
    List(usize),
}

/// The path of the value that is being read where the text ends.
fn path(before: &str, of: Of) -> String {
    let mut levels: Vec<Level> = Vec::new();
    let mut last_text: Option<String> = None;
    let mut rest = before.char_indices();
    while let Some((start, char)) = rest.next() {
        match char {
            '{' => levels.push(Level::Object(None)),
            '[' => levels.push(Level::List(0)),
            '}' | ']' => {
                levels.pop();
            }
            ',' => match levels.last_mut() {
                Some(Level::List(idx)) => *idx += 1,
                Some(Level::Object(key)) => *key = None,
                None => {}
            },
            ':' => {
                if let Some(Level::Object(key)) = levels.last_mut() {
                    *key = last_text.take();
                }
            }
            '"' => {
                let mut is_escaped = false;
                let end = rest.by_ref().find(|(_, char)| {
                    let is_end = *char == '"' && !is_escaped;
                    is_escaped = *char == '\\' && !is_escaped;
                    is_end
                });
                last_text = end.map(|(end, _)| before[start + 1..end].to_owned());
            }
            _ => {}
        }
    }
    if of == Of::Parent {
        levels.pop();
    }
    let mut path = String::new();
    for level in levels {
        match level {
            Level::Object(Some(key)) => {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(&key);
            }
            Level::Object(None) => {}
            Level::List(idx) => path.push_str(&format!("[{idx}]")),
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, at: &str, of: Of, expected: &str) {
        let place = Place::of_offset(text, text.find(at).unwrap(), of);
        assert_eq!(place.to_string(), expected);
    }

    #[test]
    fn a_place_is_a_line_a_column_and_a_path() {
        let text = "{\n  \"店\": {\"name\": \"a,\\\"b]\", \"months\": [1, 2, x]}\n}";
        check(text, "x]", Of::Value, "2:44 店.months[2]");
        check(text, "x]", Of::Parent, "2:44 店.months");
        check(text, "{\n", Of::Value, "1:1 ");
        check(text, "\"a,", Of::Value, "2:17 店.name");
    }

    #[test]
    fn any_offset_is_some_place() {
        let text = "{\"店\":[{\"a\":\"\\\\\"}]}]]";
        for offset in 0..text.len() + 3 {
            Place::of_offset(text, offset, Of::Value);
            Place::of_offset(text, offset, Of::Parent);
        }
        assert_eq!(Place::of_byte_column(text, 9, 9, Of::Value).line_column, Some((1, 21)));
    }
}
