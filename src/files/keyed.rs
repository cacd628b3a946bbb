//! Exports whose rows are about single things, as data: which columns name the thing.

use crate::facts::items::metric::ads::channel;
use crate::facts::items::subject::{PART, Subject};
use crate::facts::metric::Metric;
use crate::files::dialects::{
    ALIASES, FINER_THAN_ITEMS, ITEM_ALIASES, ITEM_CODE_NAMES, ITEM_ID_NAMES, ITEM_TITLE_NAMES,
    is_personal, metric_of,
};
use crate::files::header::{Header, is_date_name, normalise};
use crate::files::refusal::Reason;

/// Which columns of an export name the thing that a row is about.
#[derive(Debug, PartialEq, Eq)]
pub struct Keyed {
    /// What the rows are about.
    pub subject: Subject,
    /// The columns of the key, each with all its names. The last is needed; others come and go.
    pub keys: &'static [&'static [&'static str]],
    /// Names of the column that says what the thing is called.
    pub title: &'static [&'static str],
    /// Names of the column with its code, or with its channel.
    pub code: &'static [&'static str],
    /// Older and other names of columns → their names in the registry.
    pub aliases: &'static [(&'static str, &'static str)],
    /// Columns that cut the thing further: such rows are not the thing's.
    pub finer: &'static [&'static str],
}

/// Items of the shop.
pub static ITEMS: Keyed = Keyed {
    subject: Subject::Item,
    keys: &[&ITEM_ID_NAMES],
    title: &ITEM_TITLE_NAMES,
    code: &ITEM_CODE_NAMES,
    aliases: ITEM_ALIASES,
    finer: &FINER_THAN_ITEMS,
};

/// The whole shop over longer periods: nothing but the period tells rows apart.
pub static SHOP_PERIODS: Keyed = Keyed {
    subject: Subject::Shop,
    keys: &[],
    title: &[],
    code: &[],
    aliases: ALIASES,
    finer: &[],
};
/// The key of its rows.
pub const WHOLE_SHOP: &str = "shop";

/// Older names of the columns of sources.
const FLOW_ALIASES: &[(&str, &str)] = &[
    ("新访客数", "新访客"),
    ("商品收藏人数", "收藏商品买家数"),
    ("收藏人数", "收藏商品买家数"),
    ("商品加购人数", "加购人数"),
];

/// Traffic sources.
pub static SOURCES: Keyed = Keyed {
    subject: Subject::Source,
    keys: &[&["一级来源"], &["二级来源"], &["三级来源"]],
    title: &[],
    code: &[],
    aliases: FLOW_ALIASES,
    finer: &["商品ID", "商品名称", "SKUID"],
};

/// Search words.
pub static WORDS: Keyed = Keyed {
    subject: Subject::SearchWord,
    keys: &[&["来源名称"]],
    title: &[],
    code: &[],
    aliases: FLOW_ALIASES,
    finer: &["商品ID", "商品名称", "SKUID"],
};

const PLAN_ID: &[&str] = &["计划ID", "推广计划ID"];
const PLAN_TITLE: &[&str] = &["计划名字", "计划名称"];
const CHANNEL: &[&str] = &["场景名字", "场景名称", "推广场景"];
const AD_ITEM: &[&str] = &["主体ID", "商品ID", "宝贝ID"];
/// Older names of the columns of 万相台, as 直通车 wrote them.
const AD_ALIASES: &[(&str, &str)] = &[
    ("展现数", "展现量"),
    ("点击数", "点击量"),
    ("总花费", "花费"),
    ("消耗", "花费"),
    ("投产比", "投入产出比"),
    ("总收藏数(宝贝)", "收藏宝贝数"),
    ("千次展现成本", "千次展现花费"),
    ("平均点击成本", "平均点击花费"),
];
/// What cuts an advertisement further than the reports that are kept.
const FINER_THAN_ADS: &[&str] =
    &["关键词", "关键词ID", "创意ID", "创意名字", "地域", "省份", "城市", "资源位", "小时"];

/// Advertising plans.
pub static AD_PLANS: Keyed = Keyed {
    subject: Subject::AdPlan,
    keys: &[PLAN_ID],
    title: PLAN_TITLE,
    code: CHANNEL,
    aliases: AD_ALIASES,
    finer: FINER_THAN_ADS,
};

/// Items in advertising plans: the same money as the plans.
pub static AD_ITEMS: Keyed = Keyed {
    subject: Subject::AdItem,
    keys: &[PLAN_ID, AD_ITEM],
    title: &["主体名称", "商品名称", "宝贝名称"],
    code: CHANNEL,
    aliases: AD_ALIASES,
    finer: FINER_THAN_ADS,
};

/// Audiences of advertising plans: the same money as the plans.
pub static AD_AUDIENCES: Keyed = Keyed {
    subject: Subject::AdAudience,
    keys: &[PLAN_ID, AD_ITEM, &["人群名字", "人群名称"]],
    title: PLAN_TITLE,
    code: CHANNEL,
    aliases: AD_ALIASES,
    finer: FINER_THAN_ADS,
};

/// What 淘宝联盟 brought.
pub static AFFILIATES: Keyed = Keyed {
    subject: Subject::Affiliate,
    keys: &[&["数据内容"]],
    title: &[],
    code: &[],
    aliases: &[],
    finer: &["商品ID", "淘宝客ID", "推广者"],
};

impl Keyed {
    /// The metric that a column means.
    pub fn metric(&self, name: &str) -> Option<&'static Metric> {
        metric_of(name, self.subject.metrics(), self.aliases)
    }
}

/// What the columns of a keyed table are.
#[derive(Debug)]
pub struct KeyedColumns {
    /// Which columns name what.
    pub keyed: &'static Keyed,
    /// The column of the date or period; without one the whole file is about one period.
    pub date: Option<usize>,
    /// The columns of the key; one that the file does not have is `None`.
    pub keys: Vec<Option<usize>>,
    /// The column of the title.
    pub title: Option<usize>,
    /// The column of the code or channel.
    pub code: Option<usize>,
    /// Columns that are read: index, name as in the file, metric.
    pub metrics: Vec<(usize, String, &'static Metric)>,
    /// Names of columns that mean nothing here.
    pub left_out: Vec<String>,
    /// Names of columns that were dropped since they may hold personal data.
    pub personal: Vec<String>,
}

impl KeyedColumns {
    /// The column that tells one thing from another where all else is the same.
    pub fn id(&self) -> usize {
        self.keys.iter().rev().flatten().copied().next().unwrap_or(0)
    }
}

fn is_one_of(name: &str, all: &[&str]) -> bool {
    let name = normalise(name);
    all.iter().any(|other| normalise(other) == name)
}

/// Tells the columns of a keyed table apart.
///
/// # Errors
///
/// [`Reason::DuplicateHeader`] where two columns mean the same, [`Reason::MissingKeyColumn`]
/// where none says which thing a row is about.
pub fn columns(header: &Header, keyed: &'static Keyed) -> Result<KeyedColumns, Reason> {
    let mut columns = KeyedColumns {
        keyed,
        date: None,
        keys: vec![None; keyed.keys.len()],
        title: None,
        code: None,
        metrics: Vec::new(),
        left_out: Vec::new(),
        personal: Vec::new(),
    };
    for (idx, name) in header.names.iter().enumerate() {
        let once = |is_first: bool| {
            if is_first { Ok(()) } else { Err(Reason::DuplicateHeader { name: name.clone() }) }
        };
        if name.is_empty() {
            continue;
        }
        if is_date_name(name) {
            once(columns.date.is_none())?;
            columns.date = Some(idx);
        } else if let Some(place) = keyed.keys.iter().position(|names| is_one_of(name, names)) {
            once(columns.keys[place].is_none())?;
            columns.keys[place] = Some(idx);
        } else if is_one_of(name, keyed.title) && columns.title.is_none() {
            columns.title = Some(idx);
        } else if is_one_of(name, keyed.code) && columns.code.is_none() {
            columns.code = Some(idx);
        } else if let Some(metric) = keyed.metric(name) {
            once(columns.metrics.iter().all(|(_, _, other)| other.key != metric.key))?;
            columns.metrics.push((idx, name.clone(), metric));
        } else if is_personal(name) {
            columns.personal.push(name.clone());
        } else {
            columns.left_out.push(name.clone());
        }
    }
    match (columns.keys.last(), keyed.keys.last()) {
        (Some(None), Some(names)) => Err(Reason::MissingKeyColumn { column: names[0].to_owned() }),
        _ => Ok(columns),
    }
}

/// One part of a key that is words: plain, without what separates parts, channels by today's name.
pub fn part(text: &str) -> String {
    let shown = crate::files::header::shown(text);
    let shown = if matches!(shown.as_str(), "-" | "--" | "—") { "" } else { &shown };
    channel(shown).replace(PART, ">")
}
