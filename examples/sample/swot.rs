//! The sample's SWOT: the entries of X-02, in their counts O3 S2 W4 T2, with weights, evidence and
//! strategies that are invented.

use zhanggui::base::evidence::{Evidence, EvidenceKind};
use zhanggui::base::id::Id;
use zhanggui::base::link::{Link, LinkKind};
use zhanggui::base::locale::Locale;
use zhanggui::tools::swot::edit::SwotEdit;
use zhanggui::tools::swot::model::{Horizon, Progress, Quadrant, Strategy, SwotEntry};

use crate::rivals::MIRROR;

/// Words in Chinese and in English.
type Words = (&'static str, &'static str);

fn say(words: Words, locale: Locale) -> String {
    match locale {
        Locale::Zh => words.0.to_owned(),
        Locale::En => words.1.to_owned(),
    }
}

fn id(number: u64) -> Id {
    Id::from_bits(4_000 + number)
}

/// Sentence, quadrant, weight and rating, when; what it rests on.
type Row = (Words, Quadrant, (u8, u8), Horizon, Option<(EvidenceKind, Words)>);

const ROWS: [Row; 11] = [
    (
        ("视觉流程完善", "Visual design runs by a process"),
        Quadrant::Strength,
        (4, 4),
        Horizon::Now,
        Some((
            EvidenceKind::Review,
            (
                "近 30 天 62 条评价提到“好看”“高级”",
                "62 reviews of the last 30 days say “beautiful” or “fine”",
            ),
        )),
    ),
    (
        ("现货库存", "Everything is in stock"),
        Quadrant::Strength,
        (5, 4),
        Horizon::Now,
        Some((EvidenceKind::Metric, ("24 小时内发货 97%", "97% leave within 24 hours"))),
    ),
    (
        ("客户认知度、忠诚度低", "Few know the brand, few come back"),
        Quadrant::Weakness,
        (5, 4),
        Horizon::Year,
        Some((EvidenceKind::Metric, ("老买家占比低", "A low share of returning buyers"))),
    ),
    (
        ("商品组合、新品机制待完善", "Range and launches need a method"),
        Quadrant::Weakness,
        (4, 3),
        Horizon::Quarter,
        None,
    ),
    (
        ("精细化执行力低", "Details are not carried out"),
        Quadrant::Weakness,
        (3, 3),
        Horizon::Quarter,
        None,
    ),
    (
        ("供应链对厂家控制弱", "Little hold on the makers"),
        Quadrant::Weakness,
        (3, 4),
        Horizon::Year,
        None,
    ),
    (
        ("移动端消费增加，社会化营销", "Mobile buying and social marketing grow"),
        Quadrant::Opportunity,
        (4, 4),
        Horizon::Quarter,
        None,
    ),
    (
        ("淘宝爆款流量优势还会维持", "The traffic of bestsellers will last a while"),
        Quadrant::Opportunity,
        (3, 3),
        Horizon::Year,
        None,
    ),
    (
        ("移动端占比 33%", "33% of sales are mobile"),
        Quadrant::Opportunity,
        (4, 3),
        Horizon::Now,
        Some((EvidenceKind::Metric, ("店铺后台，9 月", "The shop's own figures for September"))),
    ),
    (
        ("对手模仿，价格战，会员忠诚度低", "Copies, a price war, members that leave"),
        Quadrant::Threat,
        (5, 4),
        Horizon::Now,
        Some((
            EvidenceKind::Observation,
            ("对手把同款降到 ¥108", "A competitor cut the same box to ¥108"),
        )),
    ),
    (
        ("线下其他材质进入淘宝", "Makers of other materials come online"),
        Quadrant::Threat,
        (2, 3),
        Horizon::Year,
        None,
    ),
];

/// Sentence, what it pairs, who, until when, how far.
const STRATEGIES: [(Words, [u64; 2], Words, &str, Progress); 4] = [
    (
        (
            "双11 主推当天发货，手机主图写明",
            "Promise same-day parcels on the mobile main image for Double 11",
        ),
        [2, 7],
        ("阿武", "Wu"),
        "2026-11-05",
        Progress::Doing,
    ),
    (
        ("双11 后对老买家发返场券，建会员日", "Coupons and a members' day after Double 11"),
        [3, 7],
        ("小林", "Lin"),
        "2026-11-15",
        Progress::Open,
    ),
    (
        ("不跟 ¥108 的价，做礼赠套餐和贺卡", "No price war: a gift set with a card"),
        [1, 10],
        ("李倩", "Qian"),
        "2026-10-30",
        Progress::Doing,
    ),
    (
        (
            "每月两款测款，跟厂家签独家版型",
            "Test two designs a month, sign exclusives with the makers",
        ),
        [6, 10],
        ("李倩", "Qian"),
        "2026-12-20",
        Progress::Open,
    ),
];

/// Everything of the SWOT page.
pub fn edits(locale: Locale) -> Vec<SwotEdit> {
    let (mut before, mut edits) = (Vec::new(), Vec::new());
    for (number, (text, quadrant, (weight, rating), horizon, basis)) in (1..).zip(ROWS) {
        let mut entry = SwotEntry::new(id(number), quadrant, say(text, locale));
        entry.weight = weight;
        entry.rating = rating;
        entry.horizon = Some(horizon);
        entry.is_core = number == 1 || number == 2;
        // In summer there were fewer threats, and the first one was lighter.
        if number != 11 {
            let mut old = entry.clone();
            old.rating = old.rating.min(3);
            before.push(SwotEdit::Put(old));
        }
        if number == 10 {
            entry.source = Some(Link::new(LinkKind::Rival, MIRROR));
        }
        if let Some((kind, words)) = basis {
            entry.evidence.push(Evidence {
                kind,
                text: say(words, locale),
                day: "2026-10-21".parse().ok(),
                is_fact: true,
                // Entry 3 quotes what the shop's days count.
                metric: (number == 3).then(|| "returning_buyers".to_owned()),
                ..Evidence::default()
            });
        }
        edits.push(SwotEdit::Put(entry));
    }
    for (number, (text, pair, owner, due, status)) in (21..).zip(STRATEGIES) {
        let mut strategy =
            Strategy::new(id(number), say(text, locale), pair.into_iter().map(id).collect());
        strategy.owner = say(owner, locale);
        strategy.due = due.parse().ok();
        strategy.status = status;
        strategy.metric = Some(if number == 22 { "returning_buyers" } else { "cvr" }.to_owned());
        edits.push(SwotEdit::PutStrategy(strategy));
    }
    let competence = ("现货当天发的礼赠首饰盒", "Gift boxes that leave the same day");
    edits.push(SwotEdit::SetCompetence(say(competence, locale)));
    edits.push(SwotEdit::SetChecked("2026-10-21".parse().ok()));
    if let Ok(at) = "2026-07-01".parse() {
        before.push(SwotEdit::Keep { id: id(31), name: say(("年中", "Midyear"), locale), at });
    }
    before.extend(edits);
    before
}
