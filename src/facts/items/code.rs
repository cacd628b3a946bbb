//! A column of integers as a short text.
//!
//! Most figures of an item's day are nothing, zero or a small number. Each is written by an
//! (s,c)-dense code: characters that continue a number and characters that end it, so that
//! numbers below 60 take one character, below 1,980 two, below 63,420 three. Only characters that
//! JSON writes as themselves are used.

/// How many characters end a number.
const STOPS: u64 = 60;
/// How many characters continue one.
const GOES: u64 = 32;
/// What comes after it is how many cells without a value follow one another, less one.
const NONES: u64 = 0;
/// One zero.
const ZERO: u64 = 1;
/// What comes after it is how many zeros follow one another, less two.
const ZEROS: u64 = 2;
/// What comes after it is how far below −1 the value is.
const NEGATIVE: u64 = 3;
/// What is written of the value 1.
const ONE: u64 = 4;

/// The character of a digit: printable, and neither a blank nor one that JSON escapes.
fn character(digit: u64) -> char {
    // The digits are below 92, and so stay within ASCII.
    let byte = b'!' + digit as u8;
    char::from(byte + u8::from(byte >= b'"') + u8::from(byte + 1 >= b'\\'))
}

fn digit(byte: u8) -> Option<u64> {
    match byte {
        b'!' => Some(0),
        b'#'..=b'[' => Some(u64::from(byte - b'"')),
        b']'..=b'~' => Some(u64::from(byte - b'#')),
        _ => None,
    }
}

fn put(text: &mut String, number: u64) {
    let stop = number % STOPS;
    let mut rest = number / STOPS;
    let mut goes = Vec::new();
    while rest > 0 {
        rest -= 1;
        goes.push(character(STOPS + rest % GOES));
        rest /= GOES;
    }
    text.extend(goes.iter().rev());
    text.push(character(stop));
}

/// Writes a column; cells without a value at its end are left out.
pub fn encode(column: &[Option<i64>]) -> String {
    let mut text = String::new();
    let n_cells = column.iter().rposition(Option::is_some).map_or(0, |last| last + 1);
    let column = &column[..n_cells];
    let mut idx = 0;
    while idx < n_cells {
        let cell = column[idx];
        let n_same = column[idx..].iter().take_while(|other| **other == cell).count();
        match cell {
            None => {
                put(&mut text, NONES);
                put(&mut text, n_same as u64 - 1);
                idx += n_same;
            }
            Some(0) if n_same > 1 => {
                put(&mut text, ZEROS);
                put(&mut text, n_same as u64 - 2);
                idx += n_same;
            }
            Some(0) => {
                put(&mut text, ZERO);
                idx += 1;
            }
            Some(value) => {
                let size = value.unsigned_abs() - 1;
                if value < 0 {
                    put(&mut text, NEGATIVE);
                    put(&mut text, size);
                } else {
                    put(&mut text, size + ONE);
                }
                idx += 1;
            }
        }
    }
    text
}

/// Reads a column of `n_cells`. What is no code ends it, and the cells that are left have no
/// value: a text from outside can be anything.
pub fn decode(text: &str, n_cells: usize) -> Vec<Option<i64>> {
    let mut column: Vec<Option<i64>> = Values::of(text).take(n_cells).collect();
    column.resize(n_cells, None);
    column
}

/// The cells of a column up to the last that has a value.
#[derive(Clone, Debug)]
pub struct Values<'a> {
    bytes: std::slice::Iter<'a, u8>,
    /// A cell that stands several times, and how often it is still to come.
    run: (Option<i64>, u64),
}

impl<'a> Values<'a> {
    /// The cells that a text says.
    pub fn of(text: &'a str) -> Self {
        Self { bytes: text.as_bytes().iter(), run: (None, 0) }
    }

    fn number(&mut self) -> Option<u64> {
        let mut rest = 0_u64;
        loop {
            let digit = digit(*self.bytes.next()?)?;
            if digit < STOPS {
                return rest.checked_mul(STOPS)?.checked_add(digit);
            }
            rest = rest.checked_mul(GOES)?.checked_add(digit - STOPS + 1)?;
        }
    }

    fn run_of(&mut self, cell: Option<i64>, n_cells: Option<u64>) -> Option<Option<i64>> {
        self.run = (cell, n_cells?.checked_sub(1)?);
        Some(cell)
    }
}

impl Iterator for Values<'_> {
    type Item = Option<i64>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.run.1 > 0 {
            self.run.1 -= 1;
            return Some(self.run.0);
        }
        match self.number()? {
            NONES => {
                let n_cells = self.number()?.checked_add(1);
                self.run_of(None, n_cells)
            }
            ZERO => Some(Some(0)),
            ZEROS => {
                let n_cells = self.number()?.checked_add(2);
                self.run_of(Some(0), n_cells)
            }
            NEGATIVE => {
                let size = i64::try_from(self.number()?).ok()?.checked_add(1)?;
                Some(Some(-size))
            }
            number => i64::try_from(number - ONE).ok()?.checked_add(1).map(Some),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn small_numbers_take_one_character_and_none_of_json() {
        assert_eq!(encode(&[]), "");
        assert_eq!(encode(&[None, None]), "");
        // 1 is written as 4, 56 as 59; 57 is the first with two characters.
        assert_eq!(encode(&[Some(1), Some(56)]), "&^");
        assert_eq!(encode(&[Some(57)]).len(), 2);
        assert_eq!(encode(&[Some(1_976)]).len(), 2);
        assert_eq!(encode(&[Some(1_977)]).len(), 3);
        assert_eq!(encode(&[Some(0), Some(0), Some(0), None, Some(-1)]), "$#!!%!");
        for digit_of in 0..STOPS + GOES {
            let char = character(digit_of);
            assert!(char.is_ascii_graphic() && char != '"' && char != '\\', "{char}");
            assert_eq!(digit(char as u8), Some(digit_of));
        }
        assert_eq!(character(STOPS + GOES - 1), '~');
    }

    proptest! {
        #[test]
        fn a_column_comes_back(
            column in prop::collection::vec(
                prop_oneof![
                    Just(None),
                    Just(Some(0)),
                    (0_i64..400).prop_map(Some),
                    (-9_000_000_000_000_000_i64..=9_000_000_000_000_000).prop_map(Some),
                ],
                0..120,
            ),
        ) {
            prop_assert_eq!(decode(&encode(&column), column.len()), column);
        }

        #[test]
        fn whatever_text_comes_has_as_many_cells_as_asked(text in ".{0,40}", n in 0_usize..100) {
            prop_assert_eq!(decode(&text, n).len(), n);
        }
    }
}
