//! A table that leaves the program: values with their kinds, no layout.

use crate::base::day::Day;

/// One cell of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// No value.
    Empty,
    /// Words.
    Text(String),
    /// An amount in 分, written in yuan with two decimals.
    Fen(i64),
    /// A whole number.
    Count(i64),
    /// Basis points, written as a share of one (9,512 is 0.9512).
    Bp(i32),
    /// A day, written `YYYY-MM-DD`.
    Day(Day),
}

/// A table with its headings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// What it is called.
    pub name: String,
    /// One heading a column.
    pub header: Vec<String>,
    /// One entry a column each.
    pub rows: Vec<Vec<Cell>>,
}

/// A number of 1/10ⁿ units with a decimal point, exact: `decimal(-5, 2)` is `-0.05`.
pub fn decimal(value: i64, n_decimals: usize) -> String {
    let sign = if value < 0 { "-" } else { "" };
    let digits = format!("{:0>width$}", value.unsigned_abs(), width = n_decimals + 1);
    let (whole, part) = digits.split_at(digits.len() - n_decimals);
    format!("{sign}{whole}{}{part}", if n_decimals == 0 { "" } else { "." })
}

/// A text that a spreadsheet will not run as a formula.
///
/// Excel and WPS evaluate a cell of a CSV that begins with `=`, `+`, `-`, `@`, a tab or a carriage
/// return; an apostrophe before it makes it a text (OWASP, CSV injection). Excel of Chinese and
/// Japanese Windows takes the full-width ＝＋－＠ for the same. Only texts come here: a number is
/// written as a number, and a negative one keeps its sign.
pub fn defused(text: &str) -> String {
    const FORMULA: [char; 12] =
        ['=', '+', '-', '@', '\t', '\r', '\n', '|', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];
    if text.trim_start_matches([' ', '\u{3000}', '\u{feff}']).starts_with(FORMULA) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_exact() {
        assert_eq!(decimal(123_456, 2), "1234.56");
        assert_eq!(decimal(-5, 2), "-0.05");
        assert_eq!(decimal(i64::MIN, 2), "-92233720368547758.08");
        assert_eq!(decimal(7, 0), "7");
        assert_eq!(decimal(9_512, 4), "0.9512");
    }

    #[test]
    fn formulas_become_texts() {
        let full_width =
            ["＝1+1", "＋1", "－1", "＠SUM(A1)", "　＝1", " =1", "\u{feff}=1", "|calc"];
        let plain = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"];
        for text in plain.into_iter().chain(full_width) {
            assert_eq!(defused(text), format!("'{text}"));
        }
        assert_eq!(defused("a=b"), "a=b");
        assert_eq!(defused(""), "");
    }
}
