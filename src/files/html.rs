//! The largest table of an HTML page, as plain text. No markup is kept, nothing is run or loaded.

use crate::files::limits::MAX_COLUMNS;
use crate::files::refusal::Reason;
use crate::files::table::{Cell, Table};

/// Elements whose content is not text.
const SKIPPED: [&str; 6] = ["script", "style", "iframe", "noscript", "template", "title"];

/// The table with the most rows; its rows count from the table's first.
///
/// # Errors
///
/// [`Reason::NoTableInHtml`], and the limits of [`Table::push`].
pub fn read(html: &str) -> Result<Table, Reason> {
    let mut scan = Scan::default();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        scan.add_text(&rest[..at]);
        rest = &rest[at..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            rest = comment.find("-->").map_or("", |end| &comment[end + 3..]);
            continue;
        }
        let Some(end) = tag_end(rest) else { break };
        let tag = &rest[1..end];
        rest = &rest[end + 1..];
        let name = tag_name(tag);
        if SKIPPED.contains(&name.as_str()) && !tag.ends_with('/') {
            rest = after_closing(rest, &name);
            continue;
        }
        scan.tag(&name, tag)?;
    }
    scan.end_table()?;
    scan.largest.filter(|table| !table.rows.is_empty()).ok_or(Reason::NoTableInHtml)
}

#[derive(Default)]
struct Scan {
    largest: Option<Table>,
    table: Option<Table>,
    n_rows: usize,
    row: Option<Vec<Cell>>,
    cell: Option<(String, usize)>,
}

impl Scan {
    fn tag(&mut self, name: &str, tag: &str) -> Result<(), Reason> {
        match name {
            "table" => {
                self.end_table()?;
                self.table = Some(Table::default());
                self.n_rows = 0;
            }
            "/table" => self.end_table()?,
            "tr" if self.table.is_some() => {
                self.end_row()?;
                self.row = Some(Vec::new());
            }
            "/tr" => self.end_row()?,
            "td" | "th" if self.table.is_some() => {
                self.end_cell();
                self.row.get_or_insert_default();
                self.cell = Some((String::new(), columns(tag)));
            }
            "/td" | "/th" => self.end_cell(),
            "br" | "br/" | "p" | "/p" | "div" | "/div" => self.add_text(" "),
            _ => {}
        }
        Ok(())
    }

    fn add_text(&mut self, text: &str) {
        if let Some((cell, _)) = &mut self.cell {
            cell.push_str(text);
        }
    }

    fn end_cell(&mut self) {
        let (Some((text, n_columns)), Some(row)) = (self.cell.take(), &mut self.row) else {
            return;
        };
        row.push(Cell::text(unescape(&text).trim()));
        row.extend(std::iter::repeat_n(Cell::Empty, n_columns - 1));
    }

    fn end_row(&mut self) -> Result<(), Reason> {
        self.end_cell();
        if let (Some(row), Some(table)) = (self.row.take(), &mut self.table) {
            self.n_rows += 1;
            table.push(self.n_rows, row)?;
        }
        Ok(())
    }

    fn end_table(&mut self) -> Result<(), Reason> {
        self.end_row()?;
        if let Some(table) = self.table.take() {
            let n_rows = self.largest.as_ref().map_or(0, |largest| largest.rows.len());
            if self.largest.is_none() || table.rows.len() > n_rows {
                self.largest = Some(table);
            }
        }
        Ok(())
    }
}

/// Where a tag ends: the first `>` outside of quotes.
fn tag_end(text: &str) -> Option<usize> {
    let mut quote = None;
    text.bytes().position(|byte| match quote {
        Some(open) => {
            if byte == open {
                quote = None;
            }
            false
        }
        None => {
            if byte == b'"' || byte == b'\'' {
                quote = Some(byte);
            }
            byte == b'>'
        }
    })
}

fn tag_name(tag: &str) -> String {
    let end = tag.find(|char: char| char.is_whitespace()).unwrap_or(tag.len());
    tag[..end].trim_end_matches(|char| char == '/' && end > 1).to_ascii_lowercase()
}

/// What follows `</name>`; nothing, where it is never closed.
fn after_closing<'a>(text: &'a str, name: &str) -> &'a str {
    let mut rest = text;
    while let Some(at) = rest.find("</") {
        let (closing, from) = (&rest[at + 2..], at + 2 + name.len());
        if closing.len() >= name.len()
            && closing.as_bytes()[..name.len()].eq_ignore_ascii_case(name.as_bytes())
        {
            return rest[from..].find('>').map_or("", |end| &rest[from + end + 1..]);
        }
        rest = closing;
    }
    ""
}

/// How many columns a cell spans.
fn columns(tag: &str) -> usize {
    let tag = tag.to_ascii_lowercase();
    let Some((_, value)) = tag.split_once("colspan") else { return 1 };
    let value = value.trim_start_matches([' ', '=', '"', '\'']);
    let end = value.find(|char: char| !char.is_ascii_digit()).unwrap_or(value.len());
    value[..end].parse().unwrap_or(1).clamp(1, MAX_COLUMNS)
}

/// Replaces the entities of HTML that exports use.
fn unescape(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.bytes().take(12).position(|byte| byte == b';');
        let char = end.and_then(|end| entity(&rest[1..end]));
        match (char, end) {
            (Some(char), Some(end)) => {
                plain.push(char);
                rest = &rest[end + 1..];
            }
            _ => {
                plain.push('&');
                rest = &rest[1..];
            }
        }
    }
    plain.push_str(rest);
    plain
}

fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let number = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => number.parse(),
        };
        return char::from_u32(number.ok()?);
    }
    Some(match name {
        "nbsp" => '\u{a0}',
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "yen" => '¥',
        "mdash" => '—',
        "ndash" => '–',
        "minus" => '\u{2212}',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn rows(html: &str) -> Vec<Vec<Cell>> {
        read(html).unwrap().rows.into_iter().map(|row| row.cells).collect()
    }

    #[test]
    fn a_table_is_text_and_nothing_else() {
        let html = "<html><script>var t='<table>'</script><TABLE><tr><th colspan=2>a&nbsp;&amp;b\
                    <th>c</th></tr><tr><td onclick=\"x('>')\">1<td><b>2</b><!-- </td> -->\
                    </td><td>3&lt;4</td></tr></table>";
        let text = Cell::text;
        let expected = [
            vec![text("a\u{a0}&b"), Cell::Empty, text("c")],
            vec![text("1"), text("2"), text("3<4")],
        ];
        assert_eq!(rows(html), expected);
    }

    #[test]
    fn a_page_without_a_table_is_refused() {
        let refused = read("<html><form>login</form></html>");
        assert_eq!(refused, Err(Reason::NoTableInHtml));
    }

    proptest! {
        #[test]
        fn no_page_ends_the_program(html in "(<[/!a-z&;'\" 客>-]{0,9}|</?t[drh]>|<table>|客)*") {
            let _ = read(&html);
        }
    }
}
