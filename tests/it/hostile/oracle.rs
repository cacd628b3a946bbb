//! What must hold of anything that comes from outside, whatever it is: it is refused with a
//! reason, or it becomes something that the program can keep, write and read again, and count
//! with. The fuzz targets and the pass in CI ask the same.

use std::collections::BTreeSet;

use zhanggui::base::day::Day;
use zhanggui::base::extra::Extra;
use zhanggui::base::id::Id;
use zhanggui::base::number;
use zhanggui::base::ratio::Ratio;
use zhanggui::base::sheet::decimal;
use zhanggui::facts::edit::{FactsEdit, FileTable};
use zhanggui::facts::mapping::Mapping;
use zhanggui::facts::mapping::edit::MappingsEdit;
use zhanggui::facts::metric::Unit;
use zhanggui::files::decode::Decoders;
use zhanggui::files::mapping::guess::guess;
use zhanggui::files::mapping::peek::peek;
use zhanggui::files::mapping::{Chosen, Hand};
use zhanggui::files::orders::intake::Intake;
use zhanggui::files::refusal::Refusal;
use zhanggui::files::table::Cell;
use zhanggui::files::values::{self, Date};
use zhanggui::files::{self, ReadFile, csv, html, zip_out};
use zhanggui::home;
use zhanggui::persist::decode::from_file;
use zhanggui::persist::envelope::{Meta, to_file};
use zhanggui::persist::merge::{Choices, Side as Copy, merge};
use zhanggui::tools::profit::calc::control::{Control, ControlRow, Side};
use zhanggui::tools::profit::calc::product::Earned;
use zhanggui::tools::profit::calc::whatif::{MonthOf, Moves, tornado};
use zhanggui::tools::{launch, products, profit, quadrant, swot, trials};
use zhanggui::workbook::Workbook;
use zhanggui::workbook::edit::Edit;

const GOLDEN: &str = include_str!("../../golden/workbook_v1.json");
const NOW: &str = "2026-11-21T14:03:27";

fn today() -> Day {
    Day::new(2026, 11, 21).expect("a day of the calendar")
}

/// A file that somebody drops on the page.
pub fn dropped(name: &str, bytes: &[u8]) {
    let read = match files::read(name, bytes, &Decoders::native()) {
        Ok(read) => read,
        Err(refusal) => match by_hand(name, bytes, &refusal) {
            Some(read) => read,
            None => return,
        },
    };
    assert!(read.issues.len() <= read.n_issues);
    assert!(read.ratios.1 <= read.ratios.0);
    let (id, file, dialect, at) =
        (Id::from_bits(7), name.to_owned(), String::new(), NOW.to_owned());
    let edit = match read.table {
        FileTable::Days(table) => FactsEdit::ApplyDays { id, file, dialect, at, table },
        FileTable::Items(table) => FactsEdit::ApplyItems { id, file, dialect, at, table },
        FileTable::Orders(table) => FactsEdit::ApplyOrders { id, file, dialect, at, table },
        FileTable::Lines(table) => FactsEdit::ApplyLines { id, file, dialect, at, table },
    };
    let mut workbook = Workbook::default();
    // What a reader lets through, the workbook may still refuse; it is then as before.
    if workbook.apply(Edit::Facts(edit)).is_err() {
        assert_eq!(workbook, Workbook::default());
    }
    kept(&workbook);
    counted(&workbook);
}

/// The same in pieces: where they end changes nothing.
pub fn dropped_in_pieces(name: &str, bytes: &[u8], cut: usize) {
    let decoders = Decoders::native();
    let Some(intake) = Intake::begin(name, bytes, &decoders) else { return };
    let (first, rest) = bytes.split_at(cut.min(bytes.len()));
    let in_pieces = intake.and_then(|mut intake| {
        intake.push(first)?;
        intake.push(rest)?;
        intake.finish()
    });
    assert_eq!(in_pieces, files::read(name, bytes, &decoders));
}

/// A table that no dialect knows, read as the page would propose it.
fn by_hand(name: &str, bytes: &[u8], refusal: &Refusal) -> Option<ReadFile> {
    let head = refusal.by_hand.as_ref()?.heads.first()?;
    let (subject, columns) = guess(head, head.header);
    let headers = head.header_at(head.header)?.fingerprint.clone();
    let (id, extra) = (Id::from_bits(8), Extra::new());
    let mapping = Mapping { id, name: String::new(), headers, subject, columns, extra };
    if mapping.check().is_ok() {
        let put = MappingsEdit::Put(Box::new(mapping.clone()));
        assert_eq!(Workbook::default().apply(Edit::Mappings(put)), Ok(()));
    }
    let about = head.about.or(Some((today(), today())));
    let chosen = Chosen { mapping, table: head.place, header: head.header, about };
    let _ = peek(head, &chosen, 30);
    let hand = Hand { chosen: Some(chosen), ..Hand::default() };
    files::read_by(name, bytes, &Decoders::native(), &hand).ok()
}

/// The text of a table that was decoded already.
pub fn table(text: &str) {
    let _ = csv::read(text);
    let _ = html::read(text);
}

/// A workbook that somebody was sent. Says whether it was opened.
pub fn sent(text: &str) -> bool {
    let Ok(decoded) = from_file(text) else { return false };
    kept(&decoded.workbook);
    counted(&decoded.workbook);
    true
}

/// A copy of a workbook that is merged: three files with `\0` between them, theirs, mine and the one
/// that both come from; what is missing is the golden file. Says whether they were merged.
pub fn merged(text: &str) -> bool {
    let mut parts = text.split('\0');
    let mut next = || from_file(parts.next().unwrap_or(GOLDEN)).map(|decoded| decoded.workbook);
    let (Ok(theirs), Ok(mine), Ok(base)) = (next(), next(), next()) else { return false };
    let alone = merge(Some(&theirs), &theirs, &theirs, &Choices::default());
    assert_eq!(alone.expect("a copy merges with itself").workbook, theirs);
    let mut is_merged = false;
    for base in [None, Some(&base)] {
        for side in [Copy::Mine, Copy::Theirs] {
            // Two good copies may make a bad one: facts that overlap, say. It is refused then.
            let Ok(merged) = merge(base, &mine, &theirs, &Choices::all(side)) else { continue };
            let places: BTreeSet<_> = merged.conflicts.iter().map(|one| &one.place).collect();
            assert_eq!(places.len(), merged.conflicts.len());
            kept(&merged.workbook);
            counted(&merged.workbook);
            is_merged = true;
        }
    }
    is_merged
}

/// Written and read again, a workbook is the same one.
fn kept(workbook: &Workbook) {
    let text = to_file(workbook, &Meta::new(NOW)).expect("a workbook can be written");
    let again = from_file(&text).expect("what was written can be read");
    assert_eq!(&again.workbook, workbook);
}

/// Nothing that is worked out from a workbook ends the program.
fn counted(workbook: &Workbook) {
    let _ = home::calc::today(workbook, today());
    let _ = quadrant::calc::map(&workbook.quadrant, &workbook.facts);
    for stage in launch::model::LaunchStage::ALL {
        let _ = launch::calc::in_stage(&workbook.launch, stage);
    }
    for item in &workbook.launch.items {
        let _ = launch::calc::scorecard(&workbook.launch, item);
        let _ = launch::calc::days_in_stage(item, today());
        let _ = launch::calc::budget(&item.plan);
    }
    for trial in &workbook.trials.trials {
        let _ = trials::calc::reading(trial, today());
    }
    let _ = swot::calc::totals(&workbook.swot);
    let _ = swot::calc::coverage(&workbook.swot);
    let _ = products::calc::matrix::board(&workbook.products);
    for period in &workbook.products.periods {
        let _ = products::calc::figures::figures(&workbook.products, period.id);
    }
    for product in &workbook.products.products {
        let _ = products::calc::list::earns(product, today());
    }
    let _ = profit::calc::cross::expected(&workbook.profit.determinants);
    let priced = workbook.priced(today());
    for product in &priced {
        let Some(earned) = Earned::of(&workbook.profit, product) else { continue };
        let even = Moves::default();
        let _ = MonthOf::of(&earned, even).map(|month| (month.falls(), month.profit()));
        let _ = tornado(&earned, even, Ratio::from_bp(1_000));
    }
    let months = workbook.control_months(2026);
    let control = Control::new(&workbook.profit.control, &months);
    for row in ControlRow::all() {
        for side in [Side::Budget, Side::Actual] {
            let _ = control.total(row, side);
        }
    }
    for known in &months {
        let _ = control.ad_check(known.month, Side::Actual, workbook.shop.ad_cap);
    }
}

/// A cell of an export, in every unit that a column can have.
pub fn value(text: &str) {
    let cell = Cell::text(text);
    for unit in [Unit::Fen, Unit::Count, Unit::BasisPoints, Unit::X100, Unit::Centiseconds] {
        if let Ok(Some(number)) = values::number(&cell, unit) {
            assert!(number.value.unsigned_abs() < 1 << 62);
        }
    }
    for is_1904 in [false, true] {
        if let Date::Range(span) = values::date(&cell, is_1904) {
            assert!(span.from() <= span.to());
        }
    }
    // What people type or paste into a field.
    let _ = number::parse_count(text);
    let _ = number::parse_ratio(text);
    if let Ok(money) = number::parse_money(text) {
        assert_eq!(number::parse_money(&decimal(money.fen(), 2)), Ok(money));
    }
}

/// A spreadsheet with this sheet and these shared strings.
pub fn packed(sheet: &str, strings: &str) -> Vec<u8> {
    const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>"#;
    const ROOT: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
    const BOOK: &str = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
    const RELS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#;
    zip_out::store(
        &[
            ("[Content_Types].xml", TYPES),
            ("_rels/.rels", ROOT),
            ("xl/workbook.xml", BOOK),
            ("xl/_rels/workbook.xml.rels", RELS),
            ("xl/worksheets/sheet1.xml", sheet),
            ("xl/sharedStrings.xml", strings),
        ]
        .map(|(name, text)| (name.to_owned(), text.to_owned())),
    )
}
