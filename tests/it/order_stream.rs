//! Files of orders that come in pieces: a border between two pieces changes nothing, memory has a
//! bound, and nothing of a person leaves.

use std::fmt::Write;

use proptest::prelude::*;
use zhanggui::base::id::Id;
use zhanggui::facts::edit::{FactsEdit, FileTable};
use zhanggui::facts::orders::line_merge::{item_lines, preview_lines};
use zhanggui::facts::orders::lines::{LineSums, LineTable, MAX_LINES};
use zhanggui::facts::set::FactSet;
use zhanggui::files::decode::Decoders;
use zhanggui::files::limits::HEAD_BYTES;
use zhanggui::files::orders::intake::Intake;
use zhanggui::files::refusal::{Reason, Refusal};
use zhanggui::files::rows::IssueKind;
use zhanggui::files::{ReadFile, read};
use zhanggui::persist::decode::from_file;
use zhanggui::persist::envelope::{Meta, to_file};
use zhanggui::workbook::Workbook;

pub const LIST: &str = "订单编号,买家会员名,买家应付货款,买家实际支付金额,订单状态,收货地址 ,联系手机,\
    订单创建时间,订单付款时间 ,退款金额\n\
    \"=\"\"4163071149018489122\"\"\",茶😀客,33.00,33.00,交易成功,上海 虚构路1号,'16000014384,\
    2026-10-31 23:45:49,2026-10-31 23:47:01,无退款申请\n\
    =\"4163071149018489123\",\"a \"\"b\"\",\nc\",39.00,1 039.5元,交易关闭,,,2026/10/30 9:05,,12.00\n\
    4.16307E+18,,1,1,交易成功,,,2026-10-31,,\n\
    4163071149018489125,x,1,十元,交易成功,,,2026-10-31,,\n\
    4163071149018489126,x,1,1\n\
    合计,,,72.00,,,,,,\n";

pub const LINES: &str = "订单编号,标题,价格,购买数量,商品属性,套餐信息,订单状态,商家编码,买家应付货款,\
    买家实付金额,退款状态,退款金额\n\
    =\"4163071149018489122\",收纳册,39.00,1,颜色:粉;尺寸:小,,交易成功,TX-013,33.00,33.00,,无退款申请\n\
    =\"4163071149018489122\",贺卡,19.00,2,,,交易成功,TX-035,38.00,38.00,,5.00\n\
    =\"4163071149018489124\",贺卡,19.00,两,,,交易成功,TX-035,38.00,38.00,,\n\
    =\"4163071149018489125\",贺卡,19.00,2,,,交易成功,13800138000,38.00,38.00,,\n\
    4.16307E+18,贺卡,19.00,2,,,交易成功,TX-035,38.00,38.00,,\n";

fn in_pieces(bytes: &[u8], cuts: &[usize]) -> Result<ReadFile, Box<Refusal>> {
    let head = &bytes[..bytes.len().min(HEAD_BYTES)];
    let mut intake = Intake::begin("订单.csv", head, &Decoders::native()).unwrap()?;
    let mut from = 0;
    for cut in cuts.iter().chain([&bytes.len()]) {
        intake.push(&bytes[from..(*cut).clamp(from, bytes.len())])?;
        from = (*cut).clamp(from, bytes.len());
    }
    intake.finish()
}

/// A text in each of the encodings that exports come in.
fn encodings(text: &str) -> Vec<Vec<u8>> {
    let wide: Vec<u16> = text.encode_utf16().collect();
    vec![
        text.as_bytes().to_vec(),
        format!("\u{feff}{text}").into_bytes(),
        encoding_rs::GB18030.encode(text).0.into_owned(),
        wide.iter().flat_map(|unit| unit.to_le_bytes()).collect(),
        [0xfeff].iter().chain(&wide).flat_map(|unit| unit.to_le_bytes()).collect(),
        [0xfeff].iter().chain(&wide).flat_map(|unit| unit.to_be_bytes()).collect(),
    ]
}

#[test]
fn a_border_at_every_byte_of_every_encoding_changes_nothing() {
    for text in [LIST, LINES] {
        let plain = read("订单.csv", text.as_bytes(), &Decoders::native()).unwrap();
        for (idx, bytes) in encodings(text).into_iter().enumerate() {
            let whole = read("订单.csv", &bytes, &Decoders::native()).unwrap();
            assert_eq!((&whole.table, &whole.issues), (&plain.table, &plain.issues));
            // Those with a mark and those without go the same way.
            let step = if idx % 2 == 0 { 1 } else { 7 };
            for cut in (0..=bytes.len()).step_by(step) {
                assert_eq!(in_pieces(&bytes, &[cut]).as_ref(), Ok(&whole), "{cut}");
            }
            let all: Vec<usize> = (1..bytes.len()).collect();
            assert_eq!(in_pieces(&bytes, &all).as_ref(), Ok(&whole));
        }
    }
}

#[test]
fn rows_that_do_not_fit_are_named_with_their_place() {
    let kinds = |text: &str| {
        let read = read("订单.csv", text.as_bytes(), &Decoders::native()).unwrap();
        let issue = |issue: zhanggui::files::rows::RowIssue| (issue.row, issue.column, issue.kind);
        let issues: Vec<_> = read.issues.into_iter().map(issue).collect();
        (read.report.rows, issues, read.report.skip_rows.len())
    };
    let of = |row, column: &str, kind| (row, column.to_owned(), kind);
    let expected = vec![
        of(4, "订单编号", IssueKind::DamagedId),
        of(5, "买家实际支付金额", IssueKind::NotANumber),
        of(6, "", IssueKind::CellCount),
    ];
    assert_eq!(kinds(LIST), (2, expected, 1));
    let expected = vec![
        of(4, "购买数量", IssueKind::NotANumber),
        of(5, "商家编码", IssueKind::PersonalData),
        of(6, "订单编号", IssueKind::DamagedId),
    ];
    assert_eq!(kinds(LINES), (2, expected, 0));
    let said = serde_json::to_string(&in_pieces(LINES.as_bytes(), &[]).unwrap()).unwrap();
    assert!(!said.contains("13800138000"));
}

proptest! {
    #[test]
    fn borders_anywhere_change_nothing(
        cells in prop::collection::vec("[0-9a,\"\n\r =.元-]{0,12}", 0..30),
        mut cuts in prop::collection::vec(0_usize..900, 0..8),
        is_list in any::<bool>(),
    ) {
        cuts.sort_unstable();
        let head = if is_list { LIST } else { LINES };
        let text = format!("{}\n{}", head.lines().next().unwrap(), cells.join(","));
        for bytes in [text.as_bytes().to_vec(), encoding_rs::GB18030.encode(&text).0.into_owned()] {
            let whole = in_pieces(&bytes, &[]);
            prop_assert_eq!(in_pieces(&bytes, &cuts), whole);
        }
    }
}

#[test]
fn what_is_broken_is_refused_wherever_it_stands() {
    let reason = |bytes: &[u8]| in_pieces(bytes, &[bytes.len() / 2]).unwrap_err().reason.code();
    let head = LINES.lines().next().unwrap();
    assert_eq!(
        reason(format!("{head}\n4163071149018489122,\"open\n1,2").as_bytes()),
        "unbalanced_quote"
    );
    assert_eq!(reason(format!("{head}\n").as_bytes()), "no_data_rows");
    let mut lost = format!("{head}\n");
    lost.push_str(&format!("{}\n", LINES.lines().nth(1).unwrap()).repeat(4_000));
    // What is broken is not in the part that is looked at first.
    assert!(lost.len() > HEAD_BYTES);
    let whole = lost.clone();
    lost.push_str("4163071149018489122,\u{fffd},1\n");
    assert_eq!(reason(lost.as_bytes()), "replacement_characters");
    let refused = in_pieces(lost.as_bytes(), &[9]).unwrap_err().reason;
    assert_eq!(refused, Reason::ReplacementCharacters { line: 4_002 });
    let mut foreign = whole.into_bytes();
    foreign.extend_from_slice(b"\xff\xff,\n");
    assert_eq!(reason(&foreign), "undecodable");
    // A quote in a file of any length is given up at a record of two megabytes.
    let open = format!("{head}\n\"{}", "x,\n".repeat(900_000));
    assert_eq!(reason(open.as_bytes()), "unbalanced_quote");
}

/// Lines with days of their own: 40 items, a year of days.
fn dated(n_lines: usize) -> (String, LineSums) {
    let head = LINES.lines().next().unwrap();
    let mut text = format!("{head},订单付款时间\n");
    let mut sums = LineSums::default();
    for idx in 0..n_lines {
        let day = zhanggui::base::day::Day::new(2026, 1, 1).unwrap() + (idx * 365 / n_lines) as i32;
        let (item, units, paid) = (idx * 7 % 40, 1 + idx % 3, 1_990 + (idx as i64 * 37) % 5_000);
        let (yuan, fen) = (paid / 100, paid % 100);
        writeln!(
            text,
            "=\"{}\",礼盒,1.00,{units},,,交易成功,TX-{item:03},1.00,{yuan}.{fen:02},,无退款申请,{day} 10:00:00",
            4_163_000_000_000_000_000 + idx / 2,
        )
        .unwrap();
        sums.add(&LineSums { lines: 1, units: units as i64, paid_fen: paid, refund_fen: 0 });
    }
    (text, sums)
}

fn apply(facts: &mut FactSet, table: LineTable) {
    FactsEdit::ApplyLines {
        id: Id::from_bits(facts.imports.len() as u64 + 1),
        file: "明细.csv".to_owned(),
        dialect: "orders.detail".to_owned(),
        at: "2026-11-21T14:03:27".to_owned(),
        table,
    }
    .apply(facts)
    .unwrap();
}

fn all(facts: &FactSet) -> LineSums {
    let (sold, mut all) = (item_lines(facts), LineSums::default());
    let days = sold.days.values().flat_map(|items| items.values());
    days.chain(sold.undated.values()).for_each(|sums| all.add(sums));
    all
}

fn lines(text: &str) -> LineTable {
    match read("明细.csv", text.as_bytes(), &Decoders::native()).unwrap().table {
        FileTable::Lines(table) => table,
        other => panic!("{:?}", other.of()),
    }
}

#[test]
fn many_lines_are_kept_as_sums_by_item_and_day() {
    let n_lines = 2 * MAX_LINES;
    let (text, sums) = dated(n_lines);
    let table = lines(&text);
    assert!(!table.chunk.is_single());
    assert!(table.chunk.n_rows <= 365 * 40);
    let mut facts = FactSet::default();
    apply(&mut facts, table.clone());
    assert_eq!(all(&facts), sums);
    assert_eq!(item_lines(&facts).days.len(), 365);
    assert!(preview_lines(&facts, &table).is_no_change());
    // A later export that tells a few days line by line takes the place of their sums.
    let mut part = text.lines().next().unwrap().to_owned();
    for line in text.lines().filter(|line| line.contains(",2026-03-0")) {
        part = part + "\n" + line;
    }
    apply(&mut facts, lines(&part));
    assert_eq!(all(&facts), sums);
    apply(&mut facts, table);
    assert_eq!(all(&facts), sums);
    let workbook = Workbook { facts: facts.into(), ..Workbook::default() };
    let stored = to_file(&workbook, &Meta::new("2026-11-21T14:03:27")).unwrap();
    eprintln!("{n_lines} lines in {} characters", stored.chars().count());
    assert!(stored.len() < 200_000, "{}", stored.len());
    assert_eq!(from_file(&stored).unwrap().workbook, workbook);
}

#[test]
fn beyond_the_limit_older_lines_become_sums() {
    let (text, sums) = dated(MAX_LINES);
    let table = lines(&text);
    assert!(table.chunk.is_single());
    let mut facts = FactSet::default();
    apply(&mut facts, table);
    let (head, first) = text.split_once('\n').unwrap();
    let row =
        first.lines().next().unwrap().replace("4163", "5163").replace("2026-01-01", "2027-01-01");
    apply(&mut facts, lines(&format!("{head}\n{row}")));
    let kept: Vec<bool> =
        facts.order_lines.iter().map(|one| one.chunk.as_ref().unwrap().is_single()).collect();
    assert_eq!(kept, [false, true]);
    assert_eq!(all(&facts).lines, sums.lines + 1);
    assert_eq!(all(&facts).paid_fen, sums.paid_fen + 1_990);
}
