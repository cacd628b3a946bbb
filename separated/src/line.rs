//! A line of an order, where every cell of it is written as most are.

use crate::quick;
use crate::scanner::Cells;

/// Where the columns of a line stand; beyond every row where there is none.
#[derive(Clone, Copy, Debug)]
pub struct LinePlaces {
    /// The number of the order.
    pub order: usize,
    /// How many pieces.
    pub units: usize,
    /// What was paid.
    pub paid: usize,
    /// What was given back, or words for nothing.
    pub refund: usize,
    /// When.
    pub day: usize,
    /// What names the item: the first that says something.
    pub item: [usize; 3],
}

/// A line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuickLine<'a> {
    /// The digits of the order's number, five to twenty-four.
    pub order: &'a [u8],
    /// How many pieces.
    pub units: i64,
    /// What was paid, in hundredths.
    pub paid: i64,
    /// What was given back, in hundredths.
    pub refund: i64,
    /// The ten bytes of the day; nothing where the cell is empty.
    pub day: &'a [u8],
    /// The name of the item.
    pub item: &'a [u8],
}

/// Bytes of UTF-8 that other digits than those of ASCII begin with.
const WIDE: u8 = 0xef;

impl<'a> Cells<'a> {
    /// The line in a record; `None` where a cell is written otherwise, so that its text has to be
    /// asked, or is wrong.
    #[inline(never)]
    pub fn line(self, at: &LinePlaces) -> Option<QuickLine<'a>> {
        let order = quick::digits(self.bytes(at.order))?;
        if !(5..=24).contains(&order.len()) {
            return None;
        }
        let units = quick::count(self.bytes(at.units))?;
        let paid = quick::hundredths(self.bytes(at.paid))?;
        let refund = self.bytes(at.refund);
        let refund = match quick::hundredths(refund) {
            Some(refund) => refund,
            None if refund.iter().any(|byte| byte.is_ascii_digit() || *byte == WIDE) => {
                return None;
            }
            None => 0,
        };
        let day = self.bytes(at.day);
        let day = if day.is_empty() { day } else { quick::date(day).and(day.get(..10))? };
        let mut names = at.item.iter().map(|place| self.bytes(*place));
        let item = names.find(|name| !name.is_empty())?;
        let item = quick::digits(item).unwrap_or(item);
        Some(QuickLine { order, units, paid, refund, day, item })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Scanner;

    #[test]
    fn a_line_is_told_or_left_to_its_text() {
        let at =
            LinePlaces { order: 0, units: 1, paid: 2, refund: 3, day: 4, item: [usize::MAX, 5, 6] };
        let line = |text: &'static str| {
            let scanner = Box::leak(Box::new(Scanner::new(b',')));
            let records = Box::leak(Box::new(scanner.records(text.as_bytes(), true)));
            records.record().unwrap().line(&at)
        };
        let found = line("=\"4163071\",2,38.00,\u{65e0},2026-10-31 23:47:01,,TX").unwrap();
        assert_eq!((found.order, found.units, found.paid), (b"4163071".as_slice(), 2, 3_800));
        let rest = (found.refund, found.day, found.item);
        assert_eq!(rest, (0, b"2026-10-31".as_slice(), b"TX".as_slice()));
        assert_eq!(line("4163071,2,38,5,,A,").unwrap().refund, 500);
        for other in [
            "4.16E+18,2,38.00,,,A",
            "4163071,x,38.00,,,A",
            "4163071,2,-38.00,,,A",
            "4163071,2,38.00,5.005,,A",
            "4163071,2,38.00,\u{ff15},,A",
            "4163071,2,38.00,,2026/10/31,A",
            "4163071,2,38.00,,,,",
        ] {
            assert_eq!(line(other), None, "{other}");
        }
    }
}
