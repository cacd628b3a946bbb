//! A table of variants that was pasted: from a spreadsheet, or a list of creatives.

use crate::base::id::Id;
use crate::base::number::{parse_count, parse_money};
use crate::knowledge::trial_columns::{PLAIN, TrialColumn, column};
use crate::tools::trials::edit::{MAX_COUNT, MAX_NAME, MAX_VARIANTS};
use crate::tools::trials::model::Variant;

/// What was understood of a pasted table.
#[derive(Clone, Debug, PartialEq)]
pub struct Pasted {
    /// A variant a line, without their ids.
    pub variants: Vec<Variant>,
    /// Lines that were left out, as they stand: without a number, totals, too many.
    pub skipped: Vec<String>,
    /// Cells that were no number of their column, as they stand.
    pub unread: Vec<String>,
}

/// Reads a table: cells parted by tabs, else by commas, else by spaces. A first line without a
/// number says what the columns are; without one they are those of [`PLAIN`].
pub fn read_table(text: &str) -> Pasted {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty()).peekable();
    let mut found = Pasted { variants: Vec::new(), skipped: Vec::new(), unread: Vec::new() };
    let is_heading = |line: &&str| cells(line).iter().all(|cell| parse_count(cell).is_err());
    let heading = lines.next_if(is_heading).map(cells).unwrap_or_default();
    let named: Vec<TrialColumn> = heading.iter().map(|cell| column(cell)).collect();
    let useful = named.iter().filter(|one| !matches!(one, TrialColumn::Other | TrialColumn::Name));
    let columns = if useful.count() == 0 { PLAIN.to_vec() } else { named };
    for line in lines {
        let (one, unread) = variant(&cells(line), &columns);
        let has_number =
            [one.impressions, one.clicks, one.visitors, one.buyers].iter().any(Option::is_some);
        if !has_number || MAX_VARIANTS <= found.variants.len() {
            found.skipped.push(line.trim().to_owned());
            continue;
        }
        found.unread.extend(unread);
        found.variants.push(one);
    }
    found
}

fn variant(cells: &[String], columns: &[TrialColumn]) -> (Variant, Vec<String>) {
    let mut one = Variant::new(Id::from_bits(0), String::new());
    let mut unread = Vec::new();
    for (cell, column) in cells.iter().zip(columns) {
        let is_none = matches!(cell.as_str(), "" | "-" | "--");
        let count = parse_count(cell).ok().filter(|count| (0..=MAX_COUNT).contains(count));
        let place = match column {
            TrialColumn::Name => {
                one.name = cell.chars().take(MAX_NAME).collect();
                continue;
            }
            TrialColumn::Spend => {
                one.spend = parse_money(cell).ok().filter(|spend| 0 <= spend.fen());
                if one.spend.is_none() && !is_none {
                    unread.push(cell.clone());
                }
                continue;
            }
            TrialColumn::Other => continue,
            TrialColumn::Impressions => &mut one.impressions,
            TrialColumn::Clicks => &mut one.clicks,
            TrialColumn::Visitors => &mut one.visitors,
            TrialColumn::Favourites => &mut one.favourites,
            TrialColumn::Carts => &mut one.carts,
            TrialColumn::Buyers => &mut one.buyers,
        };
        if count.is_none() && !is_none {
            unread.push(cell.clone());
        }
        *place = count;
    }
    (one, unread)
}

/// The cells of a line.
fn cells(line: &str) -> Vec<String> {
    let trim = |cell: &str| cell.trim().to_owned();
    if line.contains('\t') {
        return line.split('\t').map(trim).collect();
    }
    // A comma between digits stands within a number.
    let parts: Vec<String> = line.split([',', '\u{ff0c}']).map(trim).collect();
    let is_number = |cell: &String| parse_count(cell).is_ok();
    let grouped = |two: &[String]| is_number(&two[0]) && two[1].len() == 3 && is_number(&two[1]);
    if 1 < parts.len() && !parts.windows(2).any(grouped) {
        return parts;
    }
    line.split_whitespace().map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_list_of_creatives_is_read_by_its_headings() {
        let text = "创意名称\t展现量\t点击率\t点击量\t花费\n白底图\t1,0000\t2%\t20\t¥31.50\n\
                    场景图\t1,000\t4%\t40\t-\n合计\t\t\t\t\n";
        let found = read_table(text);
        assert_eq!(found.variants.len(), 2);
        let first = &found.variants[0];
        assert_eq!(
            (first.name.as_str(), first.clicks, first.impressions),
            ("白底图", Some(20), None)
        );
        assert_eq!(first.spend.map(|spend| spend.fen()), Some(3_150));
        assert_eq!(found.unread, ["1,0000"]);
        let second = &found.variants[1];
        assert_eq!(
            (second.impressions, second.clicks, second.spend),
            (Some(1_000), Some(40), None)
        );
        assert_eq!(found.skipped.len(), 1);
    }

    #[test]
    fn a_table_without_headings_has_the_usual_columns() {
        let found = read_table("A 1000 20\nB,1000,40\n");
        let counts: Vec<_> =
            found.variants.iter().map(|one| (one.impressions, one.clicks)).collect();
        assert_eq!(counts, [(Some(1_000), Some(20)), (Some(1_000), Some(40))]);
        assert_eq!(found.variants[1].name, "B");
        assert_eq!(read_table("").variants, []);
    }

    proptest! {
        #[test]
        fn reading_never_panics(text in "\\PC{0,80}", table in "[A\t,\n0-9访客]{0,60}") {
            let _ = (read_table(&text), read_table(&table));
        }
    }
}
