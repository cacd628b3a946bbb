//! Records of a text with separators, in a buffer that may end in the midst of one.

use std::borrow::Cow;

use crate::find::{Three, find};

/// How a cell is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// Its bytes are its text.
    Plain,
    /// Within quotes, some of its own doubled.
    Doubled,
    /// A quote at its start is closed before its end: `"8"x` says 8x.
    Tailed,
}

/// Where a cell stands in the buffer, without its quotes.
#[derive(Clone, Copy, Debug)]
struct Place {
    start: u32,
    end: u32,
    form: Form,
}

/// Finds records.
#[derive(Clone, Debug)]
pub struct Scanner {
    delimiter: u8,
    stops: Three,
    places: Vec<Place>,
}

impl Scanner {
    /// A scanner for a separator. Records end with `\n`, `\r` or both.
    pub fn new(delimiter: u8) -> Self {
        Self { delimiter, stops: Three::new([delimiter, b'\n', b'\r']), places: Vec::new() }
    }

    /// The cells of the record found last, of the buffer it was found in.
    pub fn cells<'a>(&'a self, buffer: &'a [u8]) -> Cells<'a> {
        Cells { buffer, places: &self.places }
    }

    /// Finds the record that begins at `at`, and says where the next one begins. `None` where the
    /// buffer ends before the record does; with `is_end` the buffer's end ends the record as well,
    /// unless a quote is open. Lines without a byte are passed over.
    pub fn record(&mut self, buffer: &[u8], mut at: usize, is_end: bool) -> Option<usize> {
        while let Some(b'\n' | b'\r') = buffer.get(at) {
            at += 1;
        }
        if at >= buffer.len() {
            return None;
        }
        self.places.clear();
        loop {
            let (place, stop) = self.cell(buffer, at, is_end)?;
            self.places.push(place);
            match buffer.get(stop) {
                Some(byte) if *byte == self.delimiter => at = stop + 1,
                Some(_) => return Some(stop + 1),
                None => return is_end.then_some(buffer.len()),
            }
        }
    }

    /// A cell and the byte that ends it.
    #[inline]
    fn cell(&self, buffer: &[u8], at: usize, is_end: bool) -> Option<(Place, usize)> {
        if buffer.get(at) != Some(&b'"') {
            let stop = self.stops.find(buffer, at);
            let is_whole = stop < buffer.len() || is_end;
            return is_whole.then(|| (place(at, stop, Form::Plain), stop));
        }
        let (quote, is_doubled) = closing(buffer, at + 1)?;
        match buffer.get(quote + 1) {
            // Where nothing but an end follows the quote, as nearly always.
            Some(byte) if !self.stops.has(*byte) => {
                let stop = self.stops.find(buffer, quote + 1);
                let is_whole = stop < buffer.len() || is_end;
                is_whole.then(|| (place(at, stop, Form::Tailed), stop))
            }
            // The quote may be the first one of two.
            None if !is_end => None,
            _ => {
                let form = if is_doubled { Form::Doubled } else { Form::Plain };
                Some((place(at + 1, quote, form), quote + 1))
            }
        }
    }
}

/// The quote that closes a cell whose text begins at `at`, and whether others are doubled in it.
#[inline]
fn closing(buffer: &[u8], mut at: usize) -> Option<(usize, bool)> {
    let mut is_doubled = false;
    loop {
        at = find(b'"', buffer, at)?;
        if buffer.get(at + 1) != Some(&b'"') {
            return Some((at, is_doubled));
        }
        is_doubled = true;
        at += 2;
    }
}

fn place(start: usize, end: usize, form: Form) -> Place {
    // Buffers are pieces of a few megabytes.
    Place { start: start as u32, end: end as u32, form }
}

/// The cells of a record.
#[derive(Clone, Copy, Debug)]
pub struct Cells<'a> {
    buffer: &'a [u8],
    places: &'a [Place],
}

impl<'a> Cells<'a> {
    /// How many cells.
    pub fn len(self) -> usize {
        self.places.len()
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.places.is_empty()
    }

    /// A cell's bytes without blanks around them, as they are written; nothing where there is no
    /// such cell.
    pub fn bytes(self, idx: usize) -> &'a [u8] {
        let Some(place) = self.places.get(idx) else { return &[] };
        let cell = self.buffer.get(place.start as usize..place.end as usize);
        cell.unwrap_or_default().trim_ascii()
    }

    /// What a cell says, without blanks around it.
    pub fn text(self, idx: usize) -> Cow<'a, str> {
        let text = String::from_utf8_lossy(self.bytes(idx));
        match self.places.get(idx).map(|place| place.form) {
            None | Some(Form::Plain) => text,
            Some(Form::Doubled) => Cow::Owned(text.replace("\"\"", "\"")),
            Some(Form::Tailed) => Cow::Owned(tailed(&text).trim_ascii().to_owned()),
        }
    }
}

/// What `"8"x` says.
fn tailed(text: &str) -> String {
    let mut chars = text.strip_prefix('"').unwrap_or(text).chars().peekable();
    let mut said = String::new();
    while let Some(char) = chars.next() {
        if char == '"' && chars.next_if_eq(&'"').is_none() {
            break;
        }
        said.push(char);
    }
    said.extend(chars);
    said
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn all(text: &str, is_end: bool) -> (Vec<Vec<String>>, usize) {
        let (mut scanner, mut at, mut rows) = (Scanner::new(b','), 0, Vec::new());
        while let Some(next) = scanner.record(text.as_bytes(), at, is_end) {
            let cells = scanner.cells(text.as_bytes());
            rows.push((0..cells.len()).map(|idx| cells.text(idx).into_owned()).collect());
            at = next;
        }
        (rows, at)
    }

    #[test]
    fn quotes_hold_separators_and_line_ends() {
        let (rows, _) = all("a,\"b,\n\"\"c\"\"\",d\r\n\n1,,\n=\"7\",\"8\"x,9", true);
        assert_eq!(rows[0], ["a", "b,\n\"c\"", "d"]);
        assert_eq!(rows[1], ["1", "", ""]);
        assert_eq!(rows[2], ["=\"7\"", "8x", "9"]);
    }

    #[test]
    fn an_unfinished_record_waits_for_the_rest() {
        assert_eq!(all("a,b\nc,", false), (vec![vec!["a".into(), "b".into()]], 4));
        assert_eq!(all("a,b\n\"c", false).1, 4);
        // A quote at the end may be the first of two.
        assert_eq!(all("a,\"b\"", false).0.len(), 0);
        assert_eq!(all("a,\"b\"", true).0, [["a", "b"]]);
        // An open quote is never a whole record.
        assert_eq!(all("a,\"b", true).0.len(), 0);
    }

    proptest! {
        #![proptest_config(ProptestConfig {
            failure_persistence: None,
            ..ProptestConfig::with_cases(2_000)
        })]

        #[test]
        fn records_are_those_of_the_csv_crate(text in "[a1,\"\n\r]{0,40}") {
            let mut reader = csv::ReaderBuilder::new()
                .has_headers(false)
                .flexible(true)
                .from_reader(text.as_bytes());
            let theirs: Vec<Vec<String>> = reader
                .records()
                .map(|record| record.unwrap())
                .map(|record| record.iter().map(|cell| cell.trim_ascii().to_owned()).collect())
                .collect();
            let (rows, _) = all(&text, true);
            // With an open quote the crate takes all that is left as a record.
            prop_assert!(rows.len() == theirs.len() || rows.len() + 1 == theirs.len());
            prop_assert_eq!(&rows[..], &theirs[..rows.len()]);
        }

        #[test]
        fn a_border_anywhere_changes_nothing(text in "[a1,\"\n]{0,40}", cut in 0_usize..40) {
            let (whole, end) = all(&text, true);
            let cut = cut.min(text.len());
            let (mut rows, at) = all(&text[..cut], false);
            let (rest, rest_end) = all(&text[at..], true);
            rows.extend(rest);
            prop_assert_eq!((rows, at + rest_end), (whole, end));
        }
    }
}
