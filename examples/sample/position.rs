//! The sample's positioning: three levels, the value curve, the chain, and a change that others
//! follow. All of it is invented.

use zhanggui::base::id::Id;
use zhanggui::base::link::{Link, LinkKind};
use zhanggui::base::locale::Locale;
use zhanggui::base::score::Score;
use zhanggui::tools::position::edit::{ClaimField, PositionEdit, StatementField};
use zhanggui::tools::position::model::{
    ChainAction, ChainKind, ChainLink, ChainRole, Change, CurveFactor, Department, FaceKind,
    Follower, FourAction, Level, PriceTier,
};

use crate::journey::factor;
use crate::rivals::{MIRROR, WOOD};

/// Words in Chinese and in English.
type Words = (&'static str, &'static str);

fn say(words: Words, locale: Locale) -> String {
    match locale {
        Locale::Zh => words.0.to_owned(),
        Locale::En => words.1.to_owned(),
    }
}

fn id(number: u64) -> Id {
    Id::from_bits(5_000 + number)
}

/// Level, can we lead, feasibility, attractiveness, why.
const LEVELS: [(Level, bool, u8, u8, Words); 3] = [
    (Level::Goods, false, 2, 3, ("款数只有头部的三分之一", "A third of the leaders' range")),
    (
        Level::Customers,
        true,
        4,
        5,
        (
            "送女友、闺蜜的礼物：评价里提得最多，回头率高",
            "Gifts for a girlfriend: reviews speak of it most, and they come back",
        ),
    ),
    (
        Level::Region,
        false,
        2,
        2,
        ("仓在杭州，对送达快慢影响小", "The warehouse in Hangzhou matters little"),
    ),
];

const FACES: [(FaceKind, Words); 5] = [
    (
        FaceKind::TradeArea,
        ("“生日礼物 女”“首饰盒”两组词", "The words for “birthday gift” and “jewellery box”"),
    ),
    (
        FaceKind::Goods,
        ("镜面双层为形象款，折叠款引流", "The mirror box leads, the folding box draws"),
    ),
    (FaceKind::Customers, ("暖色、手写体、开盒动作", "Warm colours, handwriting, the opening")),
    (
        FaceKind::Operations,
        ("24 小时发货，贺卡 30 分钟内写好", "Out in 24 hours, cards in 30 minutes"),
    ),
    (FaceKind::Promotion, ("七夕、圣诞两场礼物专题", "Two gift themes: Qixi and Christmas")),
];

/// Name, decision factor, today, target, industry, two competitors.
type Row = (Words, Option<&'static str>, u8, u8, u8, [u8; 2]);

const CURVE: [Row; 8] = [
    (("价格合理", "Fair price"), Some("fair_price"), 7, 6, 7, [9, 4]),
    (("做工和品质", "Workmanship and quality"), Some("workmanship"), 7, 8, 6, [5, 9]),
    (("送礼是否上档次", "Worthy as a gift"), Some("gift_worthy"), 6, 9, 6, [7, 7]),
    (("24小时内发货", "Ships within 24 hours"), Some("ships_in_24h"), 9, 9, 6, [5, 5]),
    (("代写贺卡", "Handwritten greeting card"), Some("greeting_card"), 3, 9, 2, [2, 4]),
    (("包装安全细致", "Safe, careful packaging"), Some("packaging"), 7, 8, 6, [6, 7]),
    (("有特价活动", "Special offers"), Some("special_offers"), 7, 3, 7, [9, 3]),
    (("到货日承诺", "A promised day of arrival"), None, 0, 8, 0, [0, 0]),
];

/// Everything of the page.
pub fn edits(locale: Locale) -> Vec<PositionEdit> {
    let mut all = Vec::new();
    for (level, can_lead, feasibility, attraction, reason) in LEVELS {
        let fields = [
            ClaimField::CanLead(Some(can_lead)),
            ClaimField::Feasibility(Some(feasibility)),
            ClaimField::Attraction(Some(attraction)),
            ClaimField::Reason(say(reason, locale)),
        ];
        all.extend(fields.map(|field| PositionEdit::SetClaim { level, field }));
    }
    all.push(PositionEdit::Choose(Some(Level::Customers)));
    let statement = [
        StatementField::Field(say(
            ("送女友、闺蜜礼物的人", "those who give to a girlfriend"),
            locale,
        )),
        StatementField::Proposition(say(
            ("打开就有仪式感，写好卡、准时到", "A moment when it opens; card written, on time"),
            locale,
        )),
        StatementField::PriceTier(Some(PriceTier::Upper)),
        StatementField::Slogan(say(("打开，就是心意", "Open it, and you know"), locale)),
    ];
    all.extend(statement.map(PositionEdit::SetStatement));
    for (kind, text) in FACES {
        all.push(PositionEdit::SetFace { kind, text: say(text, locale) });
        all.push(PositionEdit::SetFaceFits { kind, fits: Some(true) });
    }
    all.push(PositionEdit::PutAll(curve(locale)));
    all.push(PositionEdit::SetRole(Some(ChainRole::Brand)));
    all.push(PositionEdit::PutLinks(chain(locale)));
    all.push(PositionEdit::PutChange(change(locale)));
    all
}

fn curve(locale: Locale) -> Vec<CurveFactor> {
    let row = |(number, (name, key, today, target, industry, rivals)): (u64, Row)| {
        let mut made = CurveFactor::new(id(number), say(name, locale));
        made.factor = key.map(factor);
        made.importance = key.is_none().then_some(4);
        (made.today, made.target) = (Some(today), Some(target));
        made.industry = Some(industry);
        made.rivals = vec![Score::new(MIRROR, rivals[0]), Score::new(WOOD, rivals[1])];
        made.action = (key == Some("special_offers")).then_some(FourAction::Reduce);
        made
    };
    (1..).zip(CURVE).map(row).collect()
}

/// A link of the chain: its kind, who does it and whether that is ourselves, what the position asks
/// of it, what it is today and whether that conforms, and what is to be done.
type LinkRow = (ChainKind, Words, bool, Words, Words, bool, Option<ChainAction>);

fn chain(locale: Locale) -> Vec<ChainLink> {
    let rows: [LinkRow; 6] = [
        (
            ChainKind::Material,
            ("两家板材商", "Two board suppliers"),
            false,
            ("环保板，批次色差可控", "Low emission, even colour"),
            ("第二家色差偏大", "The second varies in colour"),
            false,
            Some(ChainAction::Drop),
        ),
        (
            ChainKind::Design,
            ("自己", "Ourselves"),
            true,
            ("开盒动作有记忆点", "An opening to remember"),
            ("镜面款做到了", "The mirror box has it"),
            true,
            Some(ChainAction::Raise),
        ),
        (
            ChainKind::Production,
            ("义乌工厂", "A works in Yiwu"),
            false,
            ("合页 1 万次不松", "Hinges for 10,000 openings"),
            ("抽检 98% 合格", "98% of samples pass"),
            true,
            Some(ChainAction::Keep),
        ),
        (
            ChainKind::Channel,
            ("天猫旗舰店", "Tmall flagship store"),
            true,
            ("礼物词有排名", "Ranks for gift words"),
            ("“生日礼物 女”第 2 页", "“Birthday gift” on page 2"),
            false,
            Some(ChainAction::Raise),
        ),
        (
            ChainKind::Transport,
            ("杭州仓、顺丰", "Hangzhou warehouse, SF Express"),
            true,
            ("24 小时内发货", "Out within 24 hours"),
            ("97% 达到", "97% are"),
            true,
            Some(ChainAction::Keep),
        ),
        (
            ChainKind::Customer,
            ("送礼的人和收礼的人", "Who gives, and who receives"),
            false,
            ("收到当天会发朋友圈", "Shared on the day"),
            ("晒单率 6%", "6% share a photo"),
            false,
            None,
        ),
    ];
    let link = |(number, (kind, who, is_ours, standard, state, conforms, action))| {
        let mut made = ChainLink::new(id(number), kind);
        (made.who, made.is_ours) = (say(who, locale), Some(is_ours));
        (made.standard, made.state) = (say(standard, locale), say(state, locale));
        (made.conforms, made.serves_next, made.action) = (Some(conforms), Some(conforms), action);
        made
    };
    (21..).zip(rows).map(link).collect()
}

fn change(locale: Locale) -> Change {
    let mut made = Change {
        id: id(41),
        title: say(("贺卡改为当天手写", "Cards are written by hand on the day"), locale),
        reason: say(("评价说字太小、像打印", "Reviews: small letters, looks printed"), locale),
        day: "2026-10-26".parse().ok(),
        source: Some(Link::new(LinkKind::Factor, factor("greeting_card"))),
        followers: Vec::new(),
        extra: Default::default(),
    };
    let rows: [(Department, bool, Words, Words, bool); 4] = [
        (
            Department::Pages,
            true,
            ("首屏加贺卡样张", "Show a card first"),
            ("美工", "Design"),
            true,
        ),
        (
            Department::Service,
            true,
            ("下单后问贺卡内容", "Ask for the words after the order"),
            ("客服", "Service"),
            true,
        ),
        (
            Department::Warehouse,
            true,
            ("打包台加写卡位", "A desk for writing at the packing table"),
            ("仓库", "Warehouse"),
            false,
        ),
        (Department::Price, false, ("", ""), ("", ""), false),
    ];
    for (department, needs, what, owner, is_done) in rows {
        made.followers.push(Follower {
            department,
            needs: Some(needs),
            what: say(what, locale),
            owner: say(owner, locale),
            due: needs.then(|| "2026-11-05".parse().ok()).flatten(),
            is_done,
            extra: Default::default(),
        });
    }
    made
}
