//! The words around evidence, and what of a workbook it can quote.

use crate::base::evidence::{EvidenceKind, EvidenceSource, Quoted, Support};
use crate::base::id::Id;
use crate::base::link::{Link, LinkKind};
use crate::base::locale::Locale;
use crate::facts::metric::SHOP_DAY;
use crate::i18n::metric::name_of;
use crate::workbook::Workbook;

/// What the editor of evidence says.
pub struct Text {
    /// Says how many pieces a claim has, and how good they are.
    pub count: fn(usize, Support) -> String,
    /// The editor's title: evidence for what.
    pub title: fn(&str) -> String,
    /// What belongs here and what does not.
    pub note: &'static str,
    /// Adds a piece.
    pub add: &'static str,
    /// Removes a piece.
    pub remove: &'static str,
    /// Where a piece comes from.
    pub kind: &'static str,
    /// The kinds.
    pub kind_name: fn(EvidenceKind) -> &'static str,
    /// What it says.
    pub words: &'static str,
    /// When it was found.
    pub day: &'static str,
    /// Whether it is a fact.
    pub is_fact: &'static str,
    /// What of the workbook it quotes.
    pub quotes: &'static str,
    /// Nothing of the workbook.
    pub quotes_nothing: &'static str,
    /// What was quoted is no longer there.
    pub gone: &'static str,
    /// Closes the editor.
    pub done: &'static str,
}

/// The words in a language.
pub fn text(locale: Locale) -> &'static Text {
    match locale {
        Locale::Zh => &ZH,
        Locale::En => &EN,
    }
}

static ZH: Text = Text {
    count: |n, support| match support {
        Support::Nothing => "加证据".to_owned(),
        Support::Assumption => format!("{n} 条证据，待核实"),
        Support::Fact => format!("{n} 条证据"),
    },
    title: |subject| format!("证据：{subject}"),
    note: "写看到了什么、从哪里看到的。不要写买家的姓名、电话或账号。",
    add: "加一条证据",
    remove: "删除这条证据",
    kind: "来源",
    kind_name: |kind| match kind {
        EvidenceKind::Review => "评价",
        EvidenceKind::Keyword => "关键词",
        EvidenceKind::Metric => "指标",
        EvidenceKind::Interview => "访谈、客服",
        EvidenceKind::Observation => "观察",
    },
    words: "内容",
    day: "日期",
    is_fact: "已核实的事实（不勾是假设）",
    quotes: "引用工作簿里的",
    quotes_nothing: "不引用",
    gone: "引用的内容已删除",
    done: "完成",
};

static EN: Text = Text {
    count: |n, support| match (support, n) {
        (Support::Nothing, _) => "Add evidence".to_owned(),
        (Support::Assumption, n) => format!("Evidence: {n}, unchecked"),
        (Support::Fact, n) => format!("Evidence: {n}"),
    },
    title: |subject| format!("Evidence: {subject}"),
    note: "Say what was seen, and where. Leave out buyers' names, numbers and accounts.",
    add: "Add a piece of evidence",
    remove: "Remove this piece",
    kind: "Comes from",
    kind_name: |kind| match kind {
        EvidenceKind::Review => "Reviews",
        EvidenceKind::Keyword => "Keywords",
        EvidenceKind::Metric => "A metric",
        EvidenceKind::Interview => "Interviews, service chats",
        EvidenceKind::Observation => "Observation",
    },
    words: "What it says",
    day: "Date",
    is_fact: "A checked fact (unticked: an assumption)",
    quotes: "Quotes from the workbook",
    quotes_nothing: "Nothing",
    gone: "What was quoted is gone",
    done: "Done",
};

/// The kinds, in the order in which they are offered.
pub const KINDS: [EvidenceKind; 5] = [
    EvidenceKind::Review,
    EvidenceKind::Keyword,
    EvidenceKind::Metric,
    EvidenceKind::Interview,
    EvidenceKind::Observation,
];

/// Everything of the workbook that a piece of evidence can quote: factors, competitors, personas,
/// and the metrics of the registry.
pub fn sources(workbook: &Workbook, locale: Locale) -> Vec<EvidenceSource> {
    let thing = |kind: LinkKind, names: Vec<(Id, String)>| {
        names.into_iter().map(move |(id, name)| EvidenceSource {
            name: format!("{}{name}", kind_prefix(kind, locale)),
            target: Quoted::Thing(Link::new(kind, id)),
        })
    };
    let mut all = Vec::new();
    all.extend(thing(LinkKind::Factor, workbook.factor_names()));
    all.extend(thing(LinkKind::Rival, workbook.rival_names()));
    all.extend(thing(LinkKind::Persona, workbook.persona_names()));
    all.extend(SHOP_DAY.iter().map(|metric| EvidenceSource {
        name: format!("{}{}", metric_prefix(locale), name_of(metric, locale)),
        target: Quoted::Metric(metric.key.to_owned()),
    }));
    all
}

fn kind_prefix(kind: LinkKind, locale: Locale) -> &'static str {
    match (kind, locale) {
        (LinkKind::Factor, Locale::Zh) => "因素：",
        (LinkKind::Factor, Locale::En) => "Factor: ",
        (LinkKind::Rival, Locale::Zh) => "对手：",
        (LinkKind::Rival, Locale::En) => "Competitor: ",
        (LinkKind::Persona, Locale::Zh) => "画像：",
        (LinkKind::Persona, Locale::En) => "Persona: ",
        _ => "",
    }
}

fn metric_prefix(locale: Locale) -> &'static str {
    match locale {
        Locale::Zh => "指标：",
        Locale::En => "Metric: ",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tools::personas::edit::PersonasEdit;
    use crate::tools::personas::model::persona::Persona;

    #[test]
    fn things_of_the_workbook_and_metrics_can_be_quoted() {
        let mut workbook = Workbook::default();
        let persona = Persona::new(Id::from_bits(1), "送礼的人".to_owned());
        workbook.apply(PersonasEdit::Put(Box::new(persona)).into()).unwrap();
        let all = sources(&workbook, Locale::Zh);
        assert_eq!(all[0].name, "画像：送礼的人");
        assert_eq!(all[0].target, Quoted::Thing(Link::new(LinkKind::Persona, Id::from_bits(1))));
        let cvr = Quoted::Metric("cvr".to_owned());
        assert!(all.iter().any(|one| one.target == cvr && one.name == "指标：支付转化率"));
    }
}
