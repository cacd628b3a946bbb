//! Tests of mappings, and what others make them of.

use super::*;

pub(crate) fn mapping(subject: Subject, columns: &[(&str, Feeds)]) -> Mapping {
    let column = |(name, feeds): &(&str, Feeds)| MappedColumn {
        name: (*name).to_owned(),
        feeds: feeds.clone(),
        ..MappedColumn::default()
    };
    Mapping {
        id: Id::from_bits(7),
        name: "日报".to_owned(),
        headers: "00ff00ff00ff00ff".to_owned(),
        subject,
        columns: columns.iter().map(column).collect(),
        extra: Extra::new(),
    }
}

pub(crate) fn metric(key: &str) -> Feeds {
    Feeds::Metric(key.to_owned())
}

#[test]
fn what_a_table_cannot_be_read_by_is_named() {
    let of = |subject, columns: &[(&str, Feeds)]| mapping(subject, columns).check();
    let sales = ("营业额", metric("sales"));
    let good = [("天", Feeds::Date), sales.clone(), ("备用", Feeds::Nothing)];
    assert_eq!(of(Subject::Shop, &good), Ok(()));
    assert_eq!(of(Subject::Shop, &good[..1]), Err(MappingError::NoMetric));
    assert_eq!(of(Subject::Item, &good), Err(MappingError::NoKey(0)));
    let unknown = MappingError::UnknownMetric { column: "x".into(), metric: "y".into() };
    assert_eq!(of(Subject::Shop, &[("x", metric("y"))]), Err(unknown));
    let twice = [sales.clone(), ("成交", metric("sales"))];
    assert_eq!(of(Subject::Shop, &twice), Err(MappingError::Twice("成交".into())));
    let dates = [("天", Feeds::Date), ("日", Feeds::Date), sales.clone()];
    assert_eq!(of(Subject::Shop, &dates), Err(MappingError::Twice("日".into())));
    let title = [("名称", Feeds::Title), sales.clone()];
    assert_eq!(of(Subject::Shop, &title), Err(MappingError::NoSuchPlace("名称".into())));
    let part = [("计划", Feeds::Key(1)), sales.clone()];
    assert_eq!(of(Subject::AdPlan, &part), Err(MappingError::NoSuchPlace("计划".into())));
    let same = [sales.clone(), sales];
    assert_eq!(of(Subject::Shop, &same), Err(MappingError::SameName("营业额".into())));
}

#[test]
fn what_it_is_written_as_reads_back_and_unknown_fields_stay() {
    let json = r##"{"id":"0000000000000007","name":"日报","headers":"00ff00ff00ff00ff",
        "subject":"ad_plan","columns":[{"name":"天","feeds":"@date"},
        {"name":"计划","feeds":"@key0","later":1},{"name":"#3"},
        {"name":"万元","feeds":"sales","scale":"ten_thousand"}],"more":[2]}"##;
    let read: Mapping = serde_json::from_str(json).unwrap();
    assert_eq!(read.check(), Ok(()));
    assert_eq!(read.columns[3].scale, Scale::TenThousand);
    let again: Mapping = serde_json::from_str(&serde_json::to_string(&read).unwrap()).unwrap();
    assert_eq!(again, read);
    let later = Feeds::from("@later".to_owned());
    assert_eq!(String::from(later.clone()), "@later", "a word of a newer version stays");
    assert!(mapping(Subject::Shop, &[("x", later)]).check().is_err());
    assert!(again.extra.contains_key("more") && again.columns[1].extra.contains_key("later"));
}
