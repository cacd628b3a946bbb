//! A percentage table that was pasted: names and shares, however they were written (T-12).

use crate::base::allocate::allocate;
use crate::base::number::parse_millionths;
use crate::base::ratio::Ratio;

/// What the numbers of a pasted table were.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PastedAs {
    /// Percentages, with or without their sign: 22, 22%.
    Percent,
    /// Parts of 1: 0.22.
    Fraction,
    /// People or orders: their shares are worked out, and make 100 %.
    Count,
}

/// A pasted table as it was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pasted {
    /// Names with their shares, in the order of the table.
    pub rows: Vec<(String, Ratio)>,
    /// What the numbers were.
    pub kind: PastedAs,
    /// Lines without a name or a number, as they stand: headings, notes, totals.
    pub skipped: Vec<String>,
}

/// The most rows that are read.
pub const MAX_PASTED: usize = 200;

/// Reads a table: a name and a number a line, in cells of a spreadsheet or parted by spaces,
/// commas or a colon. `None` where no line has both.
///
/// Shares are rounded half up to the basis point. Of several numbers in a line the last one
/// counts.
pub fn read_table(text: &str) -> Option<Pasted> {
    let mut rows: Vec<(String, i64, bool)> = Vec::new();
    let mut skipped = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        match read_line(line) {
            Some(row) if rows.len() < MAX_PASTED && !is_total(&row.0) => rows.push(row),
            _ => skipped.push(line.trim().to_owned()),
        }
    }
    if rows.is_empty() {
        return None;
    }
    let (kind, shares) = shares(&rows);
    let names = rows.into_iter().map(|(name, ..)| name);
    Some(Pasted { rows: names.zip(shares).collect(), kind, skipped })
}

/// 1 in millionths.
const ONE: i64 = 1_000_000;

fn shares(rows: &[(String, i64, bool)]) -> (PastedAs, Vec<Ratio>) {
    let sum: i64 = rows.iter().map(|row| row.1).fold(0, i64::saturating_add);
    let is_percent = rows.iter().any(|row| row.2);
    // A little more than the whole is rounding; 1 % alone is far more often a percentage.
    if !is_percent && sum <= ONE + ONE / 100 && rows.iter().all(|row| row.1 < ONE) {
        let share = |value: i64| bp(value, ONE / 10_000);
        return (PastedAs::Fraction, rows.iter().map(|row| share(row.1)).collect());
    }
    if is_percent || sum <= 101 * ONE {
        let share = |value: i64| bp(value, ONE / 100);
        return (PastedAs::Percent, rows.iter().map(|row| share(row.1)).collect());
    }
    let weights: Vec<u64> = rows.iter().map(|row| row.1.unsigned_abs()).collect();
    let shares = allocate(10_000, &weights).unwrap_or_default();
    let ratio = |bp: i64| Ratio::from_bp(i32::try_from(bp).unwrap_or(0));
    (PastedAs::Count, shares.into_iter().map(ratio).collect())
}

/// Millionths as basis points of a whole, at most 100 %.
fn bp(value: i64, per_bp: i64) -> Ratio {
    let bp = (value + per_bp / 2) / per_bp;
    Ratio::from_bp(i32::try_from(bp.clamp(0, 10_000)).unwrap_or(0))
}

fn is_total(name: &str) -> bool {
    let name = name.trim().to_lowercase();
    matches!(name.as_str(), "total" | "sum" | "all")
        || TOTALS.iter().any(|total| name.starts_with(total))
}

/// How totals are named in exports of the platform: U+5408 U+8BA1, U+603B U+8BA1.
const TOTALS: [&str; 2] = ["\u{5408}\u{8ba1}", "\u{603b}\u{8ba1}"];

/// The name and the number of a line, the number not below zero.
fn read_line(line: &str) -> Option<(String, i64, bool)> {
    let cells = cells(line);
    let (place, value) = cells
        .iter()
        .enumerate()
        .rev()
        .find_map(|(place, cell)| Some((place, parse_millionths(cell).ok()?)))?;
    let name = cells[..place].iter().find(|cell| parse_millionths(cell).is_err())?;
    let is_shown = name.chars().any(char::is_alphanumeric) && 0 <= value.0;
    is_shown.then(|| (name.clone(), value.0, value.1))
}

/// The cells of a line: parted by tabs, or else by a colon, a comma that is no separator of
/// thousands, or spaces before the number.
fn cells(line: &str) -> Vec<String> {
    let part = |text: &str| text.trim().to_owned();
    let full: &[char] = &['\u{ff1a}', '\u{ff0c}', ':', ';', '|'];
    let by = |parts: Vec<&str>| -> Vec<String> {
        parts.into_iter().map(part).filter(|cell| !cell.is_empty()).collect()
    };
    if line.contains('\t') {
        return by(line.split('\t').collect());
    }
    let parts = by(line.split(full).collect());
    if 1 < parts.len() {
        return parts;
    }
    // "Guangdong, 1,234": the first comma parts, those within the number do not.
    if let Some((name, number)) = line.split_once(',')
        && parse_millionths(number).is_ok()
        && parse_millionths(name).is_err()
    {
        return by(vec![name, number]);
    }
    match line.trim().rsplit_once(char::is_whitespace) {
        Some((name, number)) => by(vec![name, number]),
        None => stuck_together(line.trim()),
    }
}

/// A name with its number right behind it, where the number is a percentage.
fn stuck_together(line: &str) -> Vec<String> {
    let is_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | '%' | '\u{ff05}');
    let number: String = line.chars().rev().take_while(|c| is_number(*c)).collect();
    let number: String = number.chars().rev().collect();
    let name = line.strip_suffix(number.as_str()).unwrap_or(line);
    vec![name.to_owned(), number]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str) -> (PastedAs, Vec<(String, i32)>, usize) {
        let pasted = read_table(text).expect(text);
        let rows = pasted.rows.into_iter().map(|(name, share)| (name, share.bp())).collect();
        (pasted.kind, rows, pasted.skipped.len())
    }

    fn rows(rows: &[(&str, i32)]) -> Vec<(String, i32)> {
        rows.iter().map(|(name, bp)| ((*name).to_owned(), *bp)).collect()
    }

    #[test]
    fn percentages_are_read_however_they_are_written() {
        let want = rows(&[("广东", 1_420), ("浙江", 1_180)]);
        for text in [
            "广东\t14.2%\n浙江\t11.8%\n",
            "省份\t占比\n广东\t14.2\n浙江\t11.8",
            "广东 14.2%\r\n浙江 11.8%\r\n合计 26%",
            "广东：14.2％\n浙江：11.8％",
            "广东,14.2%\n浙江,11.8%",
            "1\t广东\t2,301\t14.2%\n2\t浙江\t1,911\t11.8%",
            "广东14.2%\n\n浙江11.8%",
        ] {
            let (kind, read, _) = read(text);
            assert_eq!((kind, read), (PastedAs::Percent, want.clone()), "{text}");
        }
    }

    #[test]
    fn fractions_and_counts_become_shares() {
        let (kind, read_rows, _) = read("18-24\t0.2234\n25-29\t0.7766");
        assert_eq!(
            (kind, read_rows),
            (PastedAs::Fraction, rows(&[("18-24", 2_234), ("25-29", 7_766)]))
        );
        // 1 : 1 : 1 of 10,000: the largest remainder goes to the first.
        let (kind, read_rows, n_skipped) =
            read("地区\t买家\n广东\t1,200\n浙江\t1,200\n江苏\t1,200");
        let want = rows(&[("广东", 3_334), ("浙江", 3_333), ("江苏", 3_333)]);
        assert_eq!((kind, read_rows, n_skipped), (PastedAs::Count, want, 1));
        let (kind, read_rows, _) = read("Guangdong, 1,234\nZhejiang, 1,234");
        let want = rows(&[("Guangdong", 5_000), ("Zhejiang", 5_000)]);
        assert_eq!((kind, read_rows), (PastedAs::Count, want));
    }

    #[test]
    fn what_is_no_table_is_refused() {
        for text in ["", "\n\n", "只有文字", "12\t13", "合计\t100%"] {
            assert_eq!(read_table(text), None, "{text}");
        }
    }

    proptest! {
        /// Any text is read without harm, and counts make exactly 100 %.
        #[test]
        fn any_text_is_read(text in "[\\PC\t\n]{0,80}") {
            if let Some(pasted) = read_table(&text) {
                for (_, share) in &pasted.rows {
                    prop_assert!((0..=10_000).contains(&share.bp()));
                }
            }
        }

        #[test]
        fn counts_make_the_whole(counts in prop::collection::vec(200..1_000_000_i64, 1..20)) {
            let text: String =
                counts.iter().enumerate().map(|(idx, n)| format!("r{idx}x\t{n}\n")).collect();
            let pasted = read_table(&text).expect("a table");
            prop_assert_eq!(pasted.kind, PastedAs::Count);
            let sum: i32 = pasted.rows.iter().map(|(_, share)| share.bp()).sum();
            prop_assert_eq!(sum, 10_000);
        }
    }
}
