//! What the columns of an unknown table may be: by the names that dialects know, by words of the
//! trade (formats §4.6), by likeness. A guess is a proposal; whoever confirms it has looked.

use crate::base::order;
use crate::facts::items::subject::Subject;
use crate::facts::mapping::{Feeds, MappedColumn, Scale, has_title, key_parts};
use crate::facts::metric::{Metric, Unit};
use crate::files::header::{is_date_name, normalise};
use crate::files::mapping::dress::keyed_of;
use crate::files::mapping::head::Head;
use crate::files::table::Cell;
use crate::files::values::{Date, date};

/// Words for a metric that no export uses, of any table: word, metric key. Longer ones come before
/// those that they contain.
const SYNONYMS: &[(&str, &str)] = &[
    ("gmv", "sales"),
    ("销售额", "sales"),
    ("销售金额", "sales"),
    ("成交额", "sales"),
    ("成交金额", "sales"),
    ("营业额", "sales"),
    ("营业收入", "sales"),
    ("付款金额", "sales"),
    ("sales", "sales"),
    ("revenue", "sales"),
    ("成交人数", "buyers"),
    ("付款人数", "buyers"),
    ("支付人数", "buyers"),
    ("买家数", "buyers"),
    ("buyers", "buyers"),
    ("访客", "visitors"),
    ("访问人数", "visitors"),
    ("来访人数", "visitors"),
    ("进店人数", "visitors"),
    ("uv", "visitors"),
    ("visitors", "visitors"),
    ("浏览次数", "page_views"),
    ("pv", "page_views"),
    ("销量", "units"),
    ("销售件数", "units"),
    ("成交件数", "units"),
    ("units", "units"),
    ("订单数", "orders"),
    ("成交笔数", "orders"),
    ("付款笔数", "orders"),
    ("orders", "orders"),
    ("退款金额", "refunds"),
    ("退款", "refunds"),
    ("refunds", "refunds"),
    ("成交转化率", "cvr"),
    ("成交率", "cvr"),
    ("转化率", "cvr"),
    ("笔单价", "aov"),
    ("客单", "aov"),
    ("消耗", "spend"),
    ("广告费", "spend"),
    ("推广费", "spend"),
    ("投产", "roi"),
    ("roi", "roi"),
    ("曝光", "impressions"),
    ("展现", "impressions"),
    ("展示", "impressions"),
    ("曝光量", "impressions"),
    ("展示量", "impressions"),
    ("点击次数", "clicks"),
    ("点击", "clicks"),
];

/// Words in the name of the column that says what a row is about.
const KEY_WORDS: [(Subject, &[&[&str]]); 7] = [
    (Subject::Item, &[&["商品id", "宝贝id", "商品编号", "商品编码", "itemid", "id", "spu"]]),
    (Subject::Source, &[&["一级来源", "流量来源", "来源", "渠道", "source"], &["二级"], &["三级"]]),
    (Subject::SearchWord, &[&["来源名称", "搜索词", "关键词", "词", "keyword"]]),
    (Subject::AdPlan, &[&["计划id", "计划", "campaign"]]),
    (Subject::AdItem, &[&["计划id", "计划"], &["主体id", "商品id", "宝贝id", "商品", "宝贝"]]),
    (
        Subject::AdAudience,
        &[&["计划id", "计划"], &["主体id", "商品id", "宝贝id"], &["人群", "audience"]],
    ),
    (Subject::Affiliate, &[&["数据内容", "推广者", "达人", "淘宝客"]]),
];
/// Words in the name of the column that says what a thing is called.
const TITLE_WORDS: [&str; 7] = ["名称", "名字", "标题", "title", "name", "品名", "商品"];
/// Words in the name of the column of its code, or of its channel.
const CODE_WORDS: [&str; 6] = ["货号", "商家编码", "款号", "场景", "渠道", "channel"];
/// Words in the name of a column of dates.
const DATE_WORDS: [&str; 6] = ["日期", "时间", "date", "day", "账期", "周期"];

/// Two names that are less alike than this, in percent, are not taken for one.
const MIN_LIKENESS: usize = 60;

/// Whether a name is one of a column that some dialect knows.
pub fn known_name(name: &str) -> bool {
    let is = |names: &[&str]| names.iter().any(|other| normalise(other) == normalise(name));
    is_date_name(name)
        || Subject::ALL.iter().any(|subject| {
            let keyed = keyed_of(*subject);
            keyed.metric(name).is_some()
                || keyed.keys.iter().any(|names| is(names))
                || is(keyed.title)
                || is(keyed.code)
        })
}

/// What the whole of a table under a header may be.
pub fn guess(head: &Head, header: usize) -> (Subject, Vec<MappedColumn>) {
    let all = Subject::ALL.map(|subject| (subject, guess_as(head, header, subject)));
    let score = |subject: Subject, columns: &[MappedColumn]| {
        let fed = |wanted: fn(&Feeds) -> bool| columns.iter().filter(|c| wanted(&c.feeds)).count();
        let parts = key_parts(subject);
        let n_keys = fed(|feeds| matches!(feeds, Feeds::Key(_)));
        let is_whole = (0_u8..).zip(parts).all(|(part, is_needed)| {
            !is_needed || columns.iter().any(|column| column.feeds == Feeds::Key(part))
        });
        let n_metrics = fed(|feeds| matches!(feeds, Feeds::Metric(_)));
        // A table with a key is about what the key says, if only figures follow.
        (is_whole && 0 < n_metrics, 3 * n_keys.min(parts.len()) + n_metrics)
    };
    // Of two that are as likely the first.
    let mut best = (Subject::Shop, guess_as(head, header, Subject::Shop));
    for (subject, columns) in all {
        if score(best.0, &best.1) < score(subject, &columns) {
            best = (subject, columns);
        }
    }
    best
}

/// What the columns of a table about this may be; one that is not known feeds nothing.
pub fn guess_as(head: &Head, header: usize, subject: Subject) -> Vec<MappedColumn> {
    let Some(row) = head.header_at(header) else { return Vec::new() };
    let named: Vec<(usize, &String)> =
        row.names.iter().enumerate().filter(|(_, name)| !name.is_empty()).collect();
    let mut columns: Vec<MappedColumn> = named
        .iter()
        .map(|(_, name)| MappedColumn { name: (*name).clone(), ..MappedColumn::default() })
        .collect();
    feed_date(head, row.place, &named, &mut columns);
    feed_metrics(subject, &mut columns, true);
    feed_key(subject, &mut columns);
    feed_metrics(subject, &mut columns, false);
    for (column, (place, _)) in columns.iter_mut().zip(&named) {
        column.scale = scale(subject, column, &head.samples(row.place, *place, 8));
    }
    columns
}

fn feed_date(head: &Head, header: usize, named: &[(usize, &String)], columns: &mut [MappedColumn]) {
    let is_day = |text: &&str| {
        matches!(date(&Cell::text(text), head.is_1904), Date::Day(_) | Date::Range(_))
    };
    let are_days = |idx: usize| {
        let samples = head.samples(header, named[idx].0, 8);
        !samples.is_empty()
            && samples.iter().filter(|text| is_day(text)).count() * 2 > samples.len()
    };
    let says = |idx: &usize| {
        let name = normalise(named[*idx].1);
        name.ends_with('日') || DATE_WORDS.iter().any(|word| name.contains(word))
    };
    // A plain number may look like the number of a day: its column must say that it is one.
    let is_written = |idx: &usize| {
        let samples = head.samples(header, named[*idx].0, 8);
        let has_mark = |text: &&&str| text.contains(['-', '/', '年', '.']);
        samples.iter().filter(has_mark).count() * 2 > samples.len()
    };
    let all = 0..named.len();
    let found = all
        .clone()
        .find(|idx| is_date_name(named[*idx].1) && are_days(*idx))
        .or_else(|| all.clone().find(|idx| says(idx) && are_days(*idx)))
        .or_else(|| all.clone().find(|idx| is_written(idx) && are_days(*idx)));
    if let Some(idx) = found {
        columns[idx].feeds = Feeds::Date;
    }
}

fn feed_key(subject: Subject, columns: &mut [MappedColumn]) {
    let words = KEY_WORDS.iter().find(|(of, _)| *of == subject).map_or(&[][..], |(_, words)| words);
    for (part, words) in (0_u8..).zip(words) {
        feed_word(columns, words, &Feeds::Key(part));
    }
    if has_title(subject) {
        let keyed = keyed_of(subject);
        feed_word(columns, keyed.title, &Feeds::Title);
        feed_word(columns, keyed.code, &Feeds::Code);
        let is_fed = |columns: &[MappedColumn], what| columns.iter().any(|one| one.feeds == what);
        if !is_fed(columns, Feeds::Title) {
            feed_word(columns, &TITLE_WORDS, &Feeds::Title);
        }
        if !is_fed(columns, Feeds::Code) {
            feed_word(columns, &CODE_WORDS, &Feeds::Code);
        }
    }
}

/// Feeds the first column that is free and whose name is, or else has, one of the words.
fn feed_word(columns: &mut [MappedColumn], words: &[&str], feeds: &Feeds) {
    let fits = |name: &str, is_whole: bool| {
        let name = normalise(name);
        words.iter().map(|word| normalise(word)).any(|word| match is_whole {
            true => name == word,
            // 日均… and 占比 of words are figures.
            false => 1 < word.chars().count() && name.contains(&word) && !name.contains('率'),
        })
    };
    for is_whole in [true, false] {
        let free = columns
            .iter_mut()
            .find(|column| column.feeds == Feeds::Nothing && fits(&column.name, is_whole));
        if let Some(column) = free {
            column.feeds = feeds.clone();
            return;
        }
    }
}

/// Feeds metrics: those that a dialect knows by name, or the ones that are alike, most alike first.
fn feed_metrics(subject: Subject, columns: &mut [MappedColumn], by_name: bool) {
    let keyed = keyed_of(subject);
    if by_name {
        for idx in 0..columns.len() {
            let Some(metric) = keyed.metric(&columns[idx].name) else { continue };
            feed_metric(columns, idx, metric);
        }
        return;
    }
    let mut pairs: Vec<(usize, usize, &Metric)> = Vec::new();
    for (idx, column) in columns.iter().enumerate() {
        let name = bare(&column.name);
        let said = SYNONYMS.iter().find(|(word, _)| *word == name);
        if let Some(metric) = said.and_then(|(_, key)| subject.metric(key)) {
            pairs.push((100, idx, metric));
        }
        for metric in subject.metrics() {
            let alike = likeness(&name, &bare(metric.zh)).max(likeness(&name, &bare(metric.en)));
            if MIN_LIKENESS <= alike {
                pairs.push((alike, idx, metric));
            }
        }
    }
    order::sort_by_key(&mut pairs, |(alike, _, _)| usize::MAX - alike);
    for (_, idx, metric) in pairs {
        feed_metric(columns, idx, metric);
    }
}

fn feed_metric(columns: &mut [MappedColumn], idx: usize, metric: &Metric) {
    let feeds = Feeds::Metric(metric.key.to_owned());
    if columns[idx].feeds == Feeds::Nothing && columns.iter().all(|one| one.feeds != feeds) {
        columns[idx].feeds = feeds;
    }
}

/// A name without its unit in brackets.
fn bare(name: &str) -> String {
    let name = normalise(name);
    match name.split_once('(') {
        Some((before, _)) if !before.is_empty() => before.to_owned(),
        _ => name,
    }
}

/// How alike two names are, in percent: twice the pairs of neighbouring characters that both have,
/// by all that they have (Dice's coefficient).
fn likeness(one: &str, other: &str) -> usize {
    let pairs = |name: &str| {
        let chars: Vec<char> = name.chars().collect();
        chars.windows(2).map(|pair| (pair[0], pair[1])).collect::<Vec<_>>()
    };
    let (one, mut other) = (pairs(one), pairs(other));
    let n_all = one.len() + other.len();
    let mut n_both = 0_usize;
    for pair in one {
        if let Some(idx) = other.iter().position(|own| *own == pair) {
            other.swap_remove(idx);
            n_both += 1;
        }
    }
    (200 * n_both).checked_div(n_all).unwrap_or(0)
}

/// What the numbers of a column count, by its name. Never by their size: a rate may be above 1.
fn scale(subject: Subject, column: &MappedColumn, samples: &[&str]) -> Scale {
    let Feeds::Metric(key) = &column.feeds else { return Scale::Plain };
    let Some(metric) = subject.metric(key) else { return Scale::Plain };
    let name = normalise(&column.name);
    let says = |marks: [&str; 3]| marks.iter().any(|mark| name.contains(mark));
    match metric.unit {
        Unit::BasisPoints if says(["(%)", "%", "百分"]) => {
            let is_said = samples.iter().any(|text| text.contains('%'));
            if is_said { Scale::Plain } else { Scale::Percent }
        }
        Unit::Fen | Unit::Count if says(["(万", "万元", "万次"]) => Scale::TenThousand,
        _ => Scale::Plain,
    }
}
