//! What spreadsheets put on the clipboard and take from it: TSV and HTML tables.

use crate::base::sheet::defused;

/// A block of texts, row by row. Rows may be of different length.
pub type Block = Vec<Vec<String>>;

/// Reads tab-separated values as Excel and WPS write them: fields with a tab, a line break or a
/// quote are quoted, quotes in them doubled, and the last line break ends no row.
pub fn read_tsv(text: &str) -> Block {
    let mut rows = Block::new();
    let mut row = Vec::new();
    let mut field = String::new();
    let mut chars = text.chars().peekable();
    let mut is_quoted = false;
    let mut is_at_start = true;
    while let Some(c) = chars.next() {
        match c {
            '"' if is_quoted && chars.peek() == Some(&'"') => {
                field.push('"');
                chars.next();
            }
            '"' if is_quoted => is_quoted = false,
            '"' if is_at_start => is_quoted = true,
            '\t' if !is_quoted => row.push(std::mem::take(&mut field)),
            '\r' if !is_quoted && chars.peek() == Some(&'\n') => continue,
            '\n' | '\r' if !is_quoted => {
                row.push(std::mem::take(&mut field));
                rows.push(std::mem::take(&mut row));
            }
            _ => field.push(c),
        }
        is_at_start = matches!(c, '\t' | '\n' | '\r') && !is_quoted;
    }
    if !field.is_empty() || !row.is_empty() {
        row.push(field);
        rows.push(row);
    }
    rows
}

/// Writes a block as tab-separated values that Excel and WPS take as numbers where they are, and
/// never as formulas.
pub fn write_tsv(block: &[Vec<String>]) -> String {
    let quoted = |field: &String| {
        let field = safe(field);
        if field.contains(['\t', '\n', '\r', '"']) {
            format!("\"{}\"", field.replace('"', "\"\""))
        } else {
            field
        }
    };
    let line = |row: &Vec<String>| row.iter().map(quoted).collect::<Vec<_>>().join("\t");
    block.iter().map(line).collect::<Vec<_>>().join("\r\n")
}

/// A field that no spreadsheet runs as a formula; a number with its sign (`-1,234.5`, `+3.2%`) stays
/// one.
fn safe(field: &str) -> String {
    let is_number = field.len() > 1
        && field.chars().skip(1).all(|c| c.is_ascii_digit() || [',', '.', '%'].contains(&c));
    if is_number { field.to_owned() } else { defused(field) }
}

/// Writes a block as an HTML table, for programs that prefer one.
pub fn write_html(block: &[Vec<String>]) -> String {
    let mut html = String::from("<table>");
    for row in block {
        html.push_str("<tr>");
        for field in row {
            html.push_str("<td>");
            html.push_str(&escaped(&safe(field)));
            html.push_str("</td>");
        }
        html.push_str("</tr>");
    }
    html.push_str("</table>");
    html
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('\n', "<br>")
}

/// A number as this program shows it, as a spreadsheet reads it: a true minus becomes a hyphen,
/// and the mark for "no value" an empty cell.
pub fn plain(text: &str) -> String {
    if text == crate::i18n::format::NONE { String::new() } else { text.replace('−', "-") }
}

/// Reads the first table of an HTML text; `None` where there is none.
///
/// The text comes from outside and is never made into elements: tags are only told from words.
pub fn read_html(html: &str) -> Option<Block> {
    // ASCII letters only change their case, so that places in one text are places in the other.
    let lower = html.to_ascii_lowercase();
    let start = lower.find("<table")?;
    let end = lower[start..].find("</table").map_or(html.len(), |end| start + end);
    let mut reader = TableReader::default();
    let mut rest = &html[start..end];
    while let Some(open) = rest.find('<') {
        reader.words(&rest[..open]);
        let Some(close) = rest[open..].find('>') else {
            rest = "";
            break;
        };
        reader.tag(&rest[open + 1..open + close]);
        rest = &rest[open + close + 1..];
    }
    reader.words(rest);
    reader.end_row();
    Some(reader.rows)
}

/// The most cells that one cell of a pasted table may span.
const MAX_SPAN: usize = 50;

#[derive(Default)]
struct TableReader {
    rows: Block,
    row: Vec<String>,
    cell: Option<(String, usize)>,
    has_row: bool,
}

impl TableReader {
    fn tag(&mut self, tag: &str) {
        let name: String = tag
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric() || *c == '/')
            .map(|c| c.to_ascii_lowercase())
            .collect();
        match name.as_str() {
            "tr" => {
                self.end_row();
                self.has_row = true;
            }
            "/tr" => self.end_row(),
            "td" | "th" => {
                self.end_cell();
                self.cell = Some((String::new(), span_of(tag)));
            }
            "/td" | "/th" => self.end_cell(),
            "br" | "br/" => self.words_raw("\n"),
            _ => {}
        }
    }

    fn words(&mut self, words: &str) {
        // Line breaks in the source are spaces on the page.
        let words = words.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
        self.words_raw(&unescaped(&words));
    }

    fn words_raw(&mut self, words: &str) {
        if let Some((text, _)) = &mut self.cell {
            text.push_str(words);
        }
    }

    fn end_cell(&mut self) {
        if let Some((text, span)) = self.cell.take() {
            self.row.push(text.trim().to_owned());
            self.row.extend(std::iter::repeat_n(String::new(), span - 1));
            self.has_row = true;
        }
    }

    fn end_row(&mut self) {
        self.end_cell();
        if std::mem::take(&mut self.has_row) {
            self.rows.push(std::mem::take(&mut self.row));
        }
    }
}

fn span_of(tag: &str) -> usize {
    let lower = tag.to_ascii_lowercase();
    let digits = lower.split_once("colspan").map(|(_, rest)| {
        rest.trim_start_matches(['=', '"', '\'', ' '])
            .chars()
            .take_while(char::is_ascii_digit)
            .collect::<String>()
    });
    digits.and_then(|digits| digits.parse().ok()).unwrap_or(1).clamp(1, MAX_SPAN)
}

fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('&') {
        plain.push_str(&rest[..start]);
        rest = &rest[start..];
        let entity = rest.find(';').filter(|end| *end <= 10).map(|end| (&rest[1..end], end));
        match entity.and_then(|(name, end)| Some((named_char(name)?, end))) {
            Some((c, end)) => {
                plain.push(c);
                rest = &rest[end + 1..];
            }
            None => {
                plain.push('&');
                rest = &rest[1..];
            }
        }
    }
    plain.push_str(rest);
    plain
}

fn named_char(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some('\u{A0}'),
        "yen" => Some('¥'),
        "minus" => Some('−'),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn block(rows: &[&[&str]]) -> Block {
        rows.iter().map(|row| row.iter().map(|field| (*field).to_owned()).collect()).collect()
    }

    #[test]
    fn tsv_is_read_as_spreadsheets_write_it() {
        assert_eq!(read_tsv("1\t2\r\n3\t4\r\n"), block(&[&["1", "2"], &["3", "4"]]));
        assert_eq!(read_tsv("a\n\nb"), block(&[&["a"], &[""], &["b"]]));
        assert_eq!(read_tsv("\"x\ny\"\t\"a\"\"b\"\n"), block(&[&["x\ny", "a\"b"]]));
        assert_eq!(read_tsv("5\" tape\t1"), block(&[&["5\" tape", "1"]]));
        assert_eq!(read_tsv("1\t"), block(&[&["1", ""]]));
        assert_eq!(read_tsv(""), Block::new());
    }

    #[test]
    fn a_table_of_a_spreadsheet_is_read() {
        let html = "<html><head><style>td{color:red}</style></head><body>\
            <!--StartFragment--><table border=0><colgroup><col></colgroup>\
            <tr><td class=xl65>1月</td><TD align=right>&yen;1,234.56</td></tr>\
            <tr><td colspan=2>a<br>b &amp; c</td></tr>\
            <tr><td>&#x4e00;</td><td></td></tr></table></body></html>";
        let expected = block(&[&["1月", "¥1,234.56"], &["a\nb & c", ""], &["一", ""]]);
        assert_eq!(read_html(html), Some(expected));
        assert_eq!(read_html("<p>no table</p>"), None);
    }

    #[test]
    fn odd_html_is_read_as_far_as_it_goes() {
        assert_eq!(read_html("<table><tr><td>1"), Some(block(&[&["1"]])));
        assert_eq!(read_html("<table><tr><td>1<b"), Some(block(&[&["1"]])));
        assert_eq!(read_html("<table>&bogus;</table>"), Some(Block::new()));
        assert_eq!(read_html("<table><td>1<td>2</table>"), Some(block(&[&["1", "2"]])));
        assert_eq!(
            read_html("<table><td colspan=\"9999999\">x</td></table>").map(|b| b[0].len()),
            Some(50)
        );
    }

    #[test]
    fn copied_numbers_are_numbers_elsewhere() {
        assert_eq!(plain("−1,264.00"), "-1,264.00");
        assert_eq!(plain("–"), "");
        let odd = block(&[&["-1,264.00", "+3.2%", "=1+1", "-a", "-"]]);
        assert_eq!(write_tsv(&odd), "-1,264.00\t+3.2%\t'=1+1\t'-a\t'-");
        assert_eq!(
            write_html(&block(&[&["<b>", "1&2"]])),
            "<table><tr><td>&lt;b&gt;</td><td>1&amp;2</td></tr></table>"
        );
    }

    proptest! {
        #[test]
        fn what_is_copied_can_be_pasted(
            rows in prop::collection::vec(prop::collection::vec("[a-z0-9\"\\t\\n ,一]{0,6}", 2..4), 1..5)
        ) {
            let safe: Block =
                rows.iter().map(|row| row.iter().map(|field| safe(field)).collect()).collect();
            prop_assert_eq!(read_tsv(&write_tsv(&rows)), safe);
        }

        #[test]
        fn nothing_on_the_clipboard_ends_the_program(text in "\\PC{0,200}") {
            let _ = (read_tsv(&text), read_html(&text), read_html(&format!("<table>{text}")));
        }
    }
}
