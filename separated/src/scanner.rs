//! Records of a text with separators, in a buffer that may end in the midst of one.

use std::borrow::Cow;

use crate::marks::Marks;

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

/// Finds records. What it needs for one is used again for the next.
#[derive(Clone, Debug)]
pub struct Scanner {
    delimiter: u8,
    places: Vec<Place>,
}

impl Scanner {
    /// A scanner for a separator. Records end with `\n`, `\r` or both.
    pub fn new(delimiter: u8) -> Self {
        Self { delimiter, places: Vec::new() }
    }

    /// The records of a buffer; with `is_end` the buffer's end ends the last one as well, unless a
    /// quote is open.
    pub fn records<'a>(&'a mut self, buffer: &'a [u8], is_end: bool) -> Records<'a> {
        let marks = Marks::new(buffer, [self.delimiter, b'\n', b'\r', b'"']);
        Records { scanner: self, buffer, is_end, marks, at: 0, n_line_ends: 0 }
    }
}

/// The records of a buffer, one after the other.
#[derive(Debug)]
pub struct Records<'a> {
    scanner: &'a mut Scanner,
    buffer: &'a [u8],
    is_end: bool,
    marks: Marks<'a>,
    at: usize,
    n_line_ends: usize,
}

impl Records<'_> {
    /// Where the first record begins that was not found to be whole.
    pub fn at(&self) -> usize {
        self.at
    }

    /// How many line feeds are before that.
    pub fn n_line_ends(&self) -> usize {
        self.n_line_ends
    }

    /// The next record that is whole. Lines without a byte are passed over.
    #[inline(never)]
    pub fn record(&mut self) -> Option<Cells<'_>> {
        let (mut at, mut n_line_ends) = (self.at, 0);
        while let Some(end @ (b'\n' | b'\r')) = self.buffer.get(at) {
            n_line_ends += usize::from(*end == b'\n');
            at = self.marks.next() + 1;
        }
        if at >= self.buffer.len() {
            return None;
        }
        self.scanner.places.clear();
        loop {
            let (place, stop) = self.cell(at, &mut n_line_ends)?;
            self.scanner.places.push(place);
            at = stop + 1;
            match self.buffer.get(stop) {
                Some(byte) if *byte == self.scanner.delimiter => {}
                Some(byte) => {
                    n_line_ends += usize::from(*byte == b'\n');
                    break;
                }
                None if self.is_end => {
                    at = stop;
                    break;
                }
                None => return None,
            }
        }
        self.at = at;
        self.n_line_ends += n_line_ends;
        Some(Cells { buffer: self.buffer, places: &self.scanner.places })
    }

    /// A cell and the byte that ends it, which no mark is handed out for again.
    #[inline]
    fn cell(&mut self, at: usize, n_line_ends: &mut usize) -> Option<(Place, usize)> {
        let Some(b'"') = self.buffer.get(at) else {
            let stop = self.stop()?;
            return Some((place(at, stop, Form::Plain), stop));
        };
        // The one that opens it.
        self.marks.next();
        let (quote, is_doubled) = self.closing(n_line_ends)?;
        match self.buffer.get(quote + 1) {
            // The quote may be the first one of two.
            None if !self.is_end => None,
            // Where nothing but an end follows the quote, as nearly always.
            None => Some((place(at + 1, quote, quoted(is_doubled)), quote + 1)),
            Some(byte) if *byte == self.scanner.delimiter || matches!(byte, b'\n' | b'\r') => {
                self.marks.next();
                Some((place(at + 1, quote, quoted(is_doubled)), quote + 1))
            }
            Some(_) => {
                let stop = self.stop()?;
                Some((place(at, stop, Form::Tailed), stop))
            }
        }
    }

    /// The separator or line end that comes next, or the buffer's end where that is one.
    #[inline]
    fn stop(&mut self) -> Option<usize> {
        loop {
            let at = self.marks.next();
            match self.buffer.get(at) {
                Some(b'"') => {}
                Some(_) => return Some(at),
                None => return self.is_end.then_some(at),
            }
        }
    }

    /// The quote that closes a cell, and whether others are doubled in it.
    #[inline]
    fn closing(&mut self, n_line_ends: &mut usize) -> Option<(usize, bool)> {
        let mut is_doubled = false;
        loop {
            let at = self.marks.next();
            match self.buffer.get(at)? {
                b'"' if matches!(self.buffer.get(at + 1), Some(b'"')) => {
                    is_doubled = true;
                    self.marks.next();
                }
                b'"' => return Some((at, is_doubled)),
                byte => *n_line_ends += usize::from(*byte == b'\n'),
            }
        }
    }
}

fn quoted(is_doubled: bool) -> Form {
    if is_doubled { Form::Doubled } else { Form::Plain }
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
        let (mut scanner, mut rows) = (Scanner::new(b','), Vec::new());
        let mut records = scanner.records(text.as_bytes(), is_end);
        while let Some(cells) = records.record() {
            rows.push((0..cells.len()).map(|idx| cells.text(idx).into_owned()).collect());
        }
        let n_before = text.as_bytes()[..records.at()].iter().filter(|byte| **byte == b'\n');
        assert_eq!(records.n_line_ends(), n_before.count());
        (rows, records.at())
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
