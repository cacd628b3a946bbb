//! XLSX, the least of it that Excel, WPS and LibreOffice open without a word: a stored zip of
//! five kinds of parts (ECMA-376, part 1).
//!
//! A library would cost the page more than the rest of the goals; what is written here is fixed
//! text around numbers.

use crate::base::day::Day;
use crate::base::sheet::{Cell, Sheet, decimal};
use crate::files::zip_out;

/// The media type of the file.
pub const MIME: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const DOC: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
const SHEET: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/// Cell formats of the style sheet, in its order: plain, bold, yuan, count, percent, date.
const FORMATS: [(u32, u32); 6] = [(0, 0), (0, 1), (4, 0), (3, 0), (10, 0), (14, 0)];

/// Writes tables as the sheets of one workbook.
///
/// Amounts are numbers in yuan, shares are numbers shown as percent, days are dates; texts are
/// inline strings, which are never formulas. Sheet names lose what Excel does not take.
pub fn write(sheets: &[Sheet]) -> Vec<u8> {
    let mut parts = vec![
        ("[Content_Types].xml".to_owned(), content_types(sheets.len())),
        ("_rels/.rels".to_owned(), root_rels()),
        ("xl/workbook.xml".to_owned(), workbook(sheets)),
        ("xl/_rels/workbook.xml.rels".to_owned(), workbook_rels(sheets.len())),
        ("xl/styles.xml".to_owned(), styles()),
    ];
    for (idx, sheet) in sheets.iter().enumerate() {
        parts.push((format!("xl/worksheets/sheet{}.xml", idx + 1), worksheet(sheet)));
    }
    zip_out::store(&parts)
}

fn content_types(n_sheets: usize) -> String {
    let mut xml = format!(
        "{XML}<Types xmlns=\"{TYPES}\"><Default Extension=\"rels\" \
         ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Override PartName=\"/xl/workbook.xml\" ContentType=\"{SHEET}.sheet.main+xml\"/>\
         <Override PartName=\"/xl/styles.xml\" ContentType=\"{SHEET}.styles+xml\"/>"
    );
    for number in 1..=n_sheets {
        xml += &format!(
            "<Override PartName=\"/xl/worksheets/sheet{number}.xml\" \
             ContentType=\"{SHEET}.worksheet+xml\"/>"
        );
    }
    xml + "</Types>"
}

fn root_rels() -> String {
    format!(
        "{XML}<Relationships xmlns=\"{RELS}\"><Relationship Id=\"rId1\" \
         Type=\"{DOC}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    )
}

fn workbook_rels(n_sheets: usize) -> String {
    let mut xml = format!(
        "{XML}<Relationships xmlns=\"{RELS}\"><Relationship Id=\"rId0\" Type=\"{DOC}/styles\" \
         Target=\"styles.xml\"/>"
    );
    for number in 1..=n_sheets {
        xml += &format!(
            "<Relationship Id=\"rId{number}\" Type=\"{DOC}/worksheet\" \
             Target=\"worksheets/sheet{number}.xml\"/>"
        );
    }
    xml + "</Relationships>"
}

fn workbook(sheets: &[Sheet]) -> String {
    let mut xml = format!("{XML}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{DOC}\"><sheets>");
    for (idx, sheet) in sheets.iter().enumerate() {
        let number = idx + 1;
        xml += &format!(
            "<sheet name=\"{}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>",
            escaped(&sheet_name(&sheet.name, number))
        );
    }
    xml + "</sheets></workbook>"
}

/// A name that Excel takes: at most 31 characters, none of `[]:*?/\`, not empty.
fn sheet_name(name: &str, number: usize) -> String {
    let name: String =
        name.chars().filter(|c| !"[]:*?/\\".contains(*c)).take(31).collect::<String>();
    if name.trim().is_empty() { format!("Sheet{number}") } else { name }
}

fn styles() -> String {
    let mut xml = format!(
        "{XML}<styleSheet xmlns=\"{MAIN}\"><fonts count=\"2\"><font/><font><b/></font></fonts>\
         <fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders>\
         <cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"{}\">",
        FORMATS.len()
    );
    for (format, font) in FORMATS {
        xml += &format!(
            "<xf numFmtId=\"{format}\" fontId=\"{font}\" fillId=\"0\" borderId=\"0\" xfId=\"0\" \
             applyNumberFormat=\"1\" applyFont=\"1\"/>"
        );
    }
    xml + "</cellXfs></styleSheet>"
}

fn worksheet(sheet: &Sheet) -> String {
    let mut xml = format!(
        "{XML}<worksheet xmlns=\"{MAIN}\"><sheetViews><sheetView workbookViewId=\"0\">\
         <pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>\
         </sheetView></sheetViews><cols><col min=\"1\" max=\"{}\" width=\"14\" \
         customWidth=\"1\"/></cols><sheetData><row r=\"1\">",
        sheet.header.len().max(1)
    );
    for (idx, name) in sheet.header.iter().enumerate() {
        push_text(&mut xml, &place(idx, 0), 1, name);
    }
    xml += "</row>";
    for (row_idx, row) in sheet.rows.iter().enumerate() {
        xml += &format!("<row r=\"{}\">", row_idx + 2);
        for (idx, cell) in row.iter().enumerate() {
            push_cell(&mut xml, &place(idx, row_idx + 1), cell);
        }
        xml += "</row>";
    }
    xml + "</sheetData></worksheet>"
}

fn push_cell(xml: &mut String, place: &str, cell: &Cell) {
    let (style, number) = match cell {
        Cell::Empty => return,
        Cell::Text(text) => return push_text(xml, place, 0, text),
        Cell::Fen(fen) => (2, decimal(*fen, 2)),
        Cell::Count(count) => (3, count.to_string()),
        Cell::Bp(bp) => (4, decimal((*bp).into(), 4)),
        Cell::Day(day) => (5, serial(*day).to_string()),
    };
    *xml += &format!("<c r=\"{place}\" s=\"{style}\"><v>{number}</v></c>");
}

fn push_text(xml: &mut String, place: &str, style: u32, text: &str) {
    *xml += &format!(
        "<c r=\"{place}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is>\
         </c>",
        escaped(text)
    );
}

/// Excel's number of a day: 2000-01-01 is 36,526 in the 1900 system.
fn serial(day: Day) -> i32 {
    day - Day::MIN + 36_526
}

/// The place of a cell, both counted from zero: `place(27, 0)` is `AB1`.
fn place(column_idx: usize, row_idx: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column_idx + 1;
    while 0 < rest {
        letters.push(char::from(b'A' + ((rest - 1) % 26) as u8));
        rest = (rest - 1) / 26;
    }
    let column: String = letters.into_iter().rev().collect();
    format!("{column}{}", row_idx + 1)
}

/// A text inside of XML; characters that XML cannot hold are dropped.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '"' => out += "&quot;",
            '\t' | '\n' => out.push(c),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c < ' ' => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use calamine::{Data, Reader, Xlsx};

    use super::*;

    #[test]
    fn columns_have_letters() {
        assert_eq!(place(0, 0), "A1");
        assert_eq!(place(25, 9), "Z10");
        assert_eq!(place(26, 0), "AA1");
        assert_eq!(place(701, 0), "ZZ1");
        assert_eq!(place(702, 0), "AAA1");
    }

    #[test]
    fn another_reader_reads_what_was_written() {
        let day: Day = "2026-11-11".parse().unwrap();
        let sheets = [
            Sheet {
                name: "a/b:c".to_owned(),
                header: vec!["<day>".to_owned(), "n & \u{1}m".to_owned()],
                rows: vec![
                    vec![Cell::Day(day), Cell::Fen(123_456)],
                    vec![Cell::Text("=1+1".to_owned()), Cell::Empty],
                    vec![Cell::Bp(9_512), Cell::Count(-7)],
                ],
            },
            Sheet { name: String::new(), header: vec![], rows: vec![] },
        ];
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(write(&sheets))).unwrap();
        assert_eq!(book.sheet_names(), ["abc", "Sheet2"]);
        let range = book.worksheet_range("abc").unwrap();
        assert_eq!(range[(0, 0)], Data::String("<day>".to_owned()));
        assert_eq!(range[(0, 1)], Data::String("n & m".to_owned()));
        assert_eq!(range[(1, 0)].to_string(), "46337");
        assert_eq!(range[(1, 1)], Data::Float(1_234.56));
        assert_eq!(range[(2, 0)], Data::String("=1+1".to_owned()));
        assert_eq!(range[(3, 0)], Data::Float(0.951_2));
        assert_eq!(range[(3, 1)], Data::Float(-7.0));
    }
}
