//! What holds for every table and every mapping.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::guess::{guess, guess_as};
use super::head::heads;
use super::peek::peek;
use super::*;
use crate::base::extra::Extra;
use crate::base::id::Id;
use crate::facts::mapping::{Feeds, MappedColumn, Scale};
use crate::files::decode::Decoders;
use crate::files::rows::{IssueKind, SeenRow, Skip};
use crate::files::{csv, read, read_by};

fn mapping(head: &Head, subject: Subject, columns: Vec<MappedColumn>) -> Mapping {
    Mapping {
        id: Id::from_bits(9),
        name: "我的表".to_owned(),
        headers: head.header_at(head.header).unwrap().fingerprint.clone(),
        subject,
        columns,
        extra: Extra::new(),
    }
}

fn head(name: &str, text: &str) -> Head {
    heads(name, &[csv::read(text).unwrap()]).remove(0)
}

/// The guess as the page would hand it over.
fn guessed(name: &str, text: &str) -> Chosen {
    let head = head(name, text);
    let (subject, columns) = guess(&head, head.header);
    let mapping = mapping(&head, subject, columns);
    let about = if mapping.fed(&Feeds::Date).is_some() { None } else { head.about };
    Chosen { mapping, table: 0, header: head.header, about }
}

fn known(chosen: &Chosen) -> Hand {
    let known = Mappings { mappings: vec![chosen.mapping.clone()], extra: Extra::new() };
    Hand { known, chosen: None }
}

fn by_hand(name: &str, text: &str, hand: &Hand) -> Result<ReadFile, Box<Refusal>> {
    read_by(name, text.as_bytes(), &Decoders::native(), hand)
}

const ODD: &str = "我的小表,,,,,\n导出人：示例,,,,,\n\
    交易日,销售额(万元),访问人数,成交转化率(%),手机号,自定义\n\
    2026-10-01,1.25,\"1,200\",3.25,16000009061,甲\n\
    2026-10-02,-,900,-,16000009062,乙\n\
    2026-10-03,x,1,1,16000009063,丙\n\
    合计,1.25,2101,,,\n";

#[test]
fn an_unknown_table_is_refused_with_its_head_and_read_by_hand_ever_after() {
    let refusal = by_hand("我的小表.csv", ODD, &Hand::default()).unwrap_err();
    assert!(matches!(refusal.reason, Reason::UnknownHeader { .. }));
    let head = &refusal.by_hand.as_ref().unwrap().heads[0];
    assert_eq!((head.header, head.headers.len(), head.n_rows), (2, 1, 7));
    assert_eq!(head.dropped.len(), 1);
    assert_eq!((head.dropped[0].name.as_str(), head.dropped[0].n_cells), ("手机号", 3));
    let chosen = guessed("我的小表.csv", ODD);
    let of = |name: &str| chosen.mapping.columns.iter().find(|one| one.name == name).unwrap();
    let metric = |key: &str| Feeds::Metric(key.to_owned());
    assert_eq!(chosen.mapping.subject, Subject::Shop);
    assert_eq!(of("交易日").feeds, Feeds::Date);
    assert_eq!(
        (&of("销售额(万元)").feeds, of("销售额(万元)").scale),
        (&metric("sales"), Scale::TenThousand)
    );
    assert_eq!(of("访问人数").feeds, metric("visitors"));
    assert_eq!(
        (&of("成交转化率(%)").feeds, of("成交转化率(%)").scale),
        (&metric("cvr"), Scale::Percent)
    );
    assert_eq!(of("自定义").feeds, Feeds::Nothing);
    assert_eq!(chosen.mapping.check(), Ok(()));

    let seen = peek(head, &chosen, 8).unwrap();
    let keys: Vec<_> = seen.columns.iter().map(|(_, metric)| metric.key).collect();
    assert_eq!(keys, ["sales", "visitors", "cvr"]);
    let SeenRow::Read { values, .. } = &seen.rows[0].1 else { panic!("{seen:?}") };
    assert_eq!(values, &[Some(1_250_000), Some(1_200), Some(325)]);
    let SeenRow::Read { values, .. } = &seen.rows[1].1 else { panic!("{seen:?}") };
    assert_eq!(values, &[None, Some(900), None]);
    let SeenRow::Refused(issue) = &seen.rows[2].1 else { panic!("{seen:?}") };
    assert_eq!((issue.row, issue.kind), (6, IssueKind::NotANumber));
    assert_eq!(seen.rows[3].1, SeenRow::Skipped(Skip::Summary));

    let hand = Hand { chosen: Some(chosen.clone()), ..Hand::default() };
    let first = by_hand("我的小表.csv", ODD, &hand).unwrap();
    let later = by_hand("下一张.csv", ODD, &known(&chosen)).unwrap();
    assert_eq!(first.table, later.table);
    let FileTable::Days(days) = &first.table else { panic!("{first:?}") };
    assert_eq!(days.columns["sales"], [Some(1_250_000), None]);
    assert_eq!(first.report.dialect.as_deref(), Some("hand:我的表"));
    assert_eq!(first.report.dropped_columns, ["手机号"]);
    assert_eq!((first.n_issues, first.n_approximate), (1, 1));
    assert!(first.by_hand.is_some());
}

#[test]
fn nothing_of_a_person_is_in_the_head() {
    let text = "日期,收货人姓名,客户,联系方式,金额,说明,编码\n\
        2026-10-01,示例甲,示例乙,demo@example.com,12.00,好,1\n\
        2026-10-02,示例丙,示例丁,16000009061,13.00,虚构街道演示路102号,2\n\
        2026-10-03,示例丙,示例丁,-,13.00,好,330106199003077712\n";
    let head = head("甲.csv", text);
    let json = serde_json::to_string(&head).unwrap();
    for text in ["示例", "@", "16000009061", "演示路", "330106"] {
        assert!(!json.contains(text), "{text} in {json}");
    }
    let dropped: Vec<usize> = head.dropped.iter().map(|one| one.column).collect();
    assert_eq!(dropped, [1, 2, 3, 5, 6]);
    assert_eq!(head.n_dropped_cells(), 14 + 1);
    // A mapping from outside cannot bring them back.
    let mut chosen = guessed("甲.csv", text);
    let name = "收货人姓名".to_owned();
    chosen.mapping.subject = Subject::AdPlan;
    let title = MappedColumn { name, feeds: Feeds::Title, ..MappedColumn::default() };
    let key =
        MappedColumn { name: "客户".to_owned(), feeds: Feeds::Key(0), ..MappedColumn::default() };
    chosen.mapping.columns.retain(|one| one.feeds == Feeds::Date);
    chosen.mapping.columns.extend([title, key]);
    chosen.mapping.columns.push(MappedColumn {
        name: "金额".to_owned(),
        feeds: Feeds::Metric("spend".to_owned()),
        ..MappedColumn::default()
    });
    let hand = Hand { chosen: Some(chosen), ..Hand::default() };
    assert!(by_hand("甲.csv", text, &hand).is_err());
}

#[test]
fn figures_about_people_stay_and_a_table_of_one_date_takes_it_from_its_name() {
    let text = "计划,花费,引导买家数,说明\n春季,12.5,3,好\n秋季,20,4,好\n";
    let chosen = guessed("推广_20261019.csv", text);
    assert_eq!(chosen.mapping.subject, Subject::AdPlan);
    assert_eq!(chosen.about.map(|about| about.0.to_string()), Some("2026-10-19".to_owned()));
    let hand = known(&chosen);
    let read = by_hand("推广_20261020.csv", text, &hand).unwrap();
    assert_eq!(read.report.period.unwrap().from.to_string(), "2026-10-20");
    let FileTable::Items(table) = read.table else { panic!() };
    assert_eq!(table.items.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), ["春季", "秋季"]);
    let refusal = by_hand("推广.csv", text, &hand).unwrap_err();
    assert_eq!(refusal.reason, Reason::InvalidDateInName);
    assert!(refusal.by_hand.unwrap().chosen.is_some());
    // One day of the shop, whose date nothing says but somebody.
    let shop = "销售额,访客\n\"1,000\",20\n";
    let mut chosen = guessed("今天.csv", shop);
    let day: Day = "2026-10-05".parse().unwrap();
    chosen.about = Some((day, day));
    let hand = Hand { chosen: Some(chosen.clone()), ..Hand::default() };
    let FileTable::Days(days) = by_hand("今天.csv", shop, &hand).unwrap().table else { panic!() };
    assert_eq!((days.days, &days.columns["sales"]), (vec![day], &vec![Some(100_000)]));
    // A month as one figure stands beside the days.
    chosen.about = Some((day.month().first(), day.month().last()));
    let hand = Hand { chosen: Some(chosen), ..Hand::default() };
    let read = by_hand("今天.csv", shop, &hand).unwrap();
    assert_eq!(read.table.of(), crate::facts::merge::Of::Each(Subject::Shop));
}

#[test]
fn two_columns_of_one_meaning_are_told_apart_by_hand() {
    let text = "日期,支付件数,支付商品件数,访客数\n2026-10-01,5,6,7\n";
    let refusal = by_hand("a.csv", text, &Hand::default()).unwrap_err();
    assert!(matches!(refusal.reason, Reason::DuplicateHeader { .. }));
    let chosen = guessed("a.csv", text);
    let read = by_hand("a.csv", text, &known(&chosen)).unwrap();
    let FileTable::Days(days) = read.table else { panic!() };
    assert_eq!(days.columns["units"], [Some(5)]);
}

#[test]
fn a_table_without_names_has_nothing_to_map_and_markup_stays_text() {
    assert!(heads("a.csv", &[csv::read("1,2\n3,4\n").unwrap()]).is_empty());
    let text = "<b>日</b>,<script>x</script>,额\n2026-10-01,<img src=x>,1\n";
    let head = head("a.csv", text);
    assert_eq!(head.headers[0].names, ["<b>日</b>", "<script>x</script>", "额"]);
    assert_eq!(head.samples(0, 1, 3), ["<img src=x>"]);
}

/// Headers of built-in dialects, each with what follows its columns.
const BUILT_IN: [(&str, &[&str]); 5] = [
    ("统计日期", &["访客数", "浏览量", "支付金额", "支付买家数", "支付转化率", "客单价"]),
    ("统计日期,商品ID,商品名称", &["商品访客数", "支付件数", "支付金额", "商品支付转化率"]),
    ("日期,计划ID,计划名字,场景名字", &["展现量", "点击量", "花费", "点击率", "平均点击花费"]),
    ("日期,计划ID,主体ID,主体名称", &["展现量", "点击量", "花费", "总成交金额", "投入产出比"]),
    ("统计日期,一级来源,二级来源,三级来源", &["访客数", "支付金额", "支付买家数", "支付转化率"]),
];

fn figure() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => (0_u32..5_000).prop_map(|n| n.to_string()),
        2 => (0_u32..900_000).prop_map(|n| format!("{}.{:02}", n / 100, n % 100)),
        1 => (0_u32..10_000).prop_map(|n| format!("{}.{:02}%", n / 100, n % 100)),
        2 => select(vec!["-", "", "2.5万", "-3", "x", "#DIV/0!", "1,23", "0.03331"])
            .prop_map(str::to_owned),
    ]
}

fn key(name: &str) -> BoxedStrategy<String> {
    match name {
        "统计日期" | "日期" => prop_oneof![
            8 => (1_u32..29).prop_map(|day| format!("2026-10-{day:02}")),
            1 => select(vec!["合计", "2026-13-01", "", "20261001"]).prop_map(str::to_owned),
        ]
        .boxed(),
        "商品ID" | "主体ID" | "计划ID" => prop_oneof![
            8 => (0_u64..4).prop_map(|n| (994_280_026_318 + n).to_string()),
            1 => select(vec!["6.5E+12", "-", "x"]).prop_map(str::to_owned),
        ]
        .boxed(),
        _ => select(vec!["手淘搜索", "盒", "汇总", "-", "关键词推广", ""])
            .prop_map(str::to_owned)
            .boxed(),
    }
}

fn built_in() -> impl Strategy<Value = String> {
    select(BUILT_IN.to_vec()).prop_flat_map(|(keys, metrics)| {
        let row: Vec<BoxedStrategy<String>> =
            keys.split(',').map(key).chain(metrics.iter().map(|_| figure().boxed())).collect();
        vec(row, 1..12).prop_map(move |rows| {
            let lines = rows.into_iter().map(|row| {
                let cells = row.into_iter().map(|cell| match cell.contains(',') {
                    true => format!("\"{cell}\""),
                    false => cell,
                });
                cells.collect::<Vec<_>>().join(",")
            });
            let head = format!("{keys},{}", metrics.join(","));
            std::iter::once(head).chain(lines).collect::<Vec<_>>().join("\n")
        })
    })
}

fn any_feeds() -> impl Strategy<Value = Feeds> {
    prop_oneof![
        Just(Feeds::Nothing),
        Just(Feeds::Date),
        (0_u8..4).prop_map(Feeds::Key),
        Just(Feeds::Title),
        Just(Feeds::Code),
        select(vec!["sales", "visitors", "cvr", "spend", "x"])
            .prop_map(|key| Feeds::Metric(key.to_owned())),
    ]
}

fn any_chosen() -> impl Strategy<Value = Chosen> {
    let scale = select(vec![Scale::Plain, Scale::TenThousand, Scale::Percent]);
    let name = select(vec!["a", "b", "c", "日期", "手机", "#2", "a (2)"]);
    let column = (name, any_feeds(), scale).prop_map(|(name, feeds, scale)| MappedColumn {
        name: name.to_owned(),
        feeds,
        scale,
        extra: Extra::new(),
    });
    let about = prop::option::of((0_i32..300, 0_i32..400));
    (select(Subject::ALL.to_vec()), vec(column, 0..6), 0_usize..4, 0_usize..2, about).prop_map(
        |(subject, columns, header, table, about)| {
            let from: Day = "2026-01-01".parse().unwrap();
            let id = Id::from_bits(1);
            let (name, headers) = ("x".to_owned(), "y".to_owned());
            let extra = Extra::new();
            Chosen {
                mapping: Mapping { id, name, headers, subject, columns, extra },
                table,
                header,
                about: about.map(|(at, n)| (from + at, from + at + n)),
            }
        },
    )
}

proptest! {
    #[test]
    fn what_is_mapped_as_a_dialect_is_read_as_by_it(text in built_in()) {
        let direct = read("a.csv", text.as_bytes(), &Decoders::native());
        let table = csv::read(&text).unwrap();
        let Some(head) = heads("a.csv", std::slice::from_ref(&table)).pop() else {
            return Ok(());
        };
        prop_assume!(head.header == 0);
        let subject = match &direct {
            Ok(read) => match read.table.of() {
                crate::facts::merge::Of::Each(subject) => subject,
                _ => Subject::Shop,
            },
            Err(_) => return Ok(()),
        };
        let columns = guess_as(&head, 0, subject);
        let chosen = Chosen { mapping: mapping(&head, subject, columns), table: 0, header: 0, about: None };
        // A column of dates in which hardly a date stands is not guessed.
        prop_assume!(chosen.mapping.fed(&Feeds::Date).is_some());
        let mut seen = Refusal::unseen("a.csv", Reason::EmptyFile);
        let by_hand = super::read_by(&table, &chosen, &[], &mut seen);
        let (direct, by_hand) = (direct.unwrap(), by_hand.unwrap());
        prop_assert_eq!(&by_hand.table, &direct.table);
        prop_assert_eq!(&by_hand.issues, &direct.issues);
        prop_assert_eq!(&by_hand.columns, &direct.columns);
        prop_assert_eq!(&by_hand.report.skip_rows, &direct.report.skip_rows);
        prop_assert_eq!(&by_hand.report.totals, &direct.report.totals);
        prop_assert_eq!(by_hand.ratios, direct.ratios);
        prop_assert_eq!(by_hand.n_approximate, direct.n_approximate);
    }

    #[test]
    fn no_mapping_ends_the_program(
        chosen in any_chosen(),
        text in "(a|b|日期|手机|,|\\n|2026-10-01|1\\.5|2万|合计|\"|-|994280026318){0,60}",
    ) {
        let hand = Hand { chosen: Some(chosen.clone()), known: Mappings::default() };
        let _ = by_hand("x_20261001.csv", &text, &hand);
        let hand = Hand { known: known(&chosen).known, chosen: None };
        let _ = by_hand("x.csv", &text, &hand);
        if let Ok(table) = csv::read(&text) {
            for head in heads("x.csv", &[table]) {
                let _ = guess(&head, head.header);
                let _ = peek(&head, &chosen, 30);
            }
        }
        let _ = chosen.mapping.check();
    }
}
