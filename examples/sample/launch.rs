//! The sample's new products, on their way from a piece of leather to the shelf. All invented.

use zhanggui::base::day::Day;
use zhanggui::base::extra::Extra;
use zhanggui::base::id::Id;
use zhanggui::base::locale::Locale;
use zhanggui::base::money::Money;
use zhanggui::tools::launch::edit::LaunchEdit;
use zhanggui::tools::launch::model::{
    Channel, Feedback, HitPlan, HitStep, ItemVerdict, LaunchStage, NewItem, PeerSeen, Season,
};

use crate::personas::{GIFT, OWN};
use crate::products::product;
use crate::rivals::{MIRROR, WOOD};

/// Words in Chinese and in English.
type Words = (&'static str, &'static str);

fn say(words: Words, locale: Locale) -> String {
    match locale {
        Locale::Zh => words.0.to_owned(),
        Locale::En => words.1.to_owned(),
    }
}

fn day(text: &str) -> Day {
    text.parse().unwrap_or(Day::MIN)
}

struct Row {
    name: Words,
    stage: LaunchStage,
    since: &'static str,
    owner: Words,
    origin: Words,
    problem: Words,
    advantage: Words,
    supplier: Words,
    /// Lead time in days, whether a small batch is made, the minimum order.
    supply: Option<(i64, bool, i64)>,
    persona: Id,
    verdict: Option<ItemVerdict>,
    /// In the order of the criteria; 0 for none.
    marks: [u8; 4],
}

const NOBODY: Words = ("", "");

const ROWS: [Row; 6] = [
    Row {
        name: ("羊皮纹旅行首饰包", "Lambskin travel jewellery pouch"),
        stage: LaunchStage::Find,
        since: "2026-10-12",
        owner: ("小宋", "Song"),
        origin: ("设计部在皮料展看到的新纹", "A new grain seen at the leather fair"),
        problem: ("出差时项链不打结", "Necklaces do not tangle on a trip"),
        advantage: ("软皮可卷，重 180 克", "Rolls up, 180 g"),
        supplier: NOBODY,
        supply: None,
        persona: OWN,
        verdict: None,
        marks: [0; 4],
    },
    Row {
        name: ("磁吸分格耳钉盒", "Magnetic box for ear studs"),
        stage: LaunchStage::Find,
        since: "2026-08-30",
        owner: ("李倩", "Qian"),
        origin: ("同行热销款", "Sells well at competitors"),
        problem: ("耳钉总找不到另一只", "The other stud is never lost again"),
        advantage: NOBODY,
        supplier: NOBODY,
        supply: None,
        persona: OWN,
        verdict: None,
        marks: [0; 4],
    },
    Row {
        name: ("新年红丝绒礼盒", "New Year gift box in red velvet"),
        stage: LaunchStage::Style,
        since: "2026-10-15",
        owner: ("李倩", "Qian"),
        origin: ("去年年货节缺货", "Sold out at last year's festival"),
        problem: ("过年送礼要体面，来不及包装", "A gift that is ready, with no wrapping to do"),
        advantage: ("丝绒内衬，附贺卡", "Velvet lining, card included"),
        supplier: NOBODY,
        supply: None,
        persona: GIFT,
        verdict: None,
        marks: [0; 4],
    },
    Row {
        name: ("樱桃木三层首饰柜", "Cherry wood cabinet, three drawers"),
        stage: LaunchStage::Supply,
        since: "2026-09-28",
        owner: ("阿武", "Wu"),
        origin: ("胡桃木款评价里问得最多", "Asked for in reviews of the walnut box"),
        problem: ("首饰多，一个盒子放不下", "More jewellery than one box holds"),
        advantage: ("实木榫卯，可叠放", "Solid wood, stackable"),
        supplier: ("曹县木作", "Caoxian Woodworks"),
        supply: Some((45, true, 150)),
        persona: OWN,
        verdict: None,
        marks: [0; 4],
    },
    Row {
        name: ("母亲节刻字首饰盒", "Engraved box for Mother's Day"),
        stage: LaunchStage::Check,
        since: "2026-10-18",
        owner: ("李倩", "Qian"),
        origin: ("客服记录：常问能不能刻字", "Customer service: can it be engraved?"),
        problem: ("送妈妈的礼物想有名字", "A gift for a mother that bears her name"),
        advantage: ("激光刻字，48 小时发货", "Laser engraving, sent within 48 hours"),
        supplier: ("东莞皮艺", "Dongguan Leather"),
        supply: Some((12, true, 50)),
        persona: GIFT,
        verdict: Some(ItemVerdict::Go),
        marks: [4, 4, 3, 5],
    },
    Row {
        name: ("香氛首饰托盘", "Scented jewellery tray"),
        stage: LaunchStage::Check,
        since: "2026-10-10",
        owner: ("小宋", "Song"),
        origin: ("店长收集的家居热款", "A home bestseller the shop collected"),
        problem: ("进门随手放首饰", "A place for jewellery by the door"),
        advantage: ("石膏吸香，可补", "Plaster that takes scent again"),
        supplier: ("景德镇小作坊", "A small workshop in Jingdezhen"),
        supply: Some((30, false, 500)),
        persona: OWN,
        verdict: Some(ItemVerdict::Revise),
        marks: [2, 3, 2, 3],
    },
];

const KEYS: [&str; 4] = ["recognition", "findability", "price", "persona_fit"];

/// Everything of the page.
pub fn edits(locale: Locale) -> Vec<LaunchEdit> {
    let items = (7_001..).zip(&ROWS).map(|(number, row)| made(number, row, locale));
    let mut edits: Vec<_> = items.map(|item| LaunchEdit::Put(Box::new(item))).collect();
    let name = say(("年货礼盒", "New Year gift boxes"), locale);
    let mut season = Season::new(Id::from_bits(7_301), name);
    season.event = Some("new_year_goods".to_owned());
    season.own_launch = Some(day("2026-11-20"));
    for (rival, has_launched, is_selling) in [(MIRROR, true, Some(false)), (WOOD, true, Some(true))]
    {
        let (seen_on, extra) = (Some(day("2026-10-20")), Extra::new());
        season.seen.push(PeerSeen { rival, has_launched, is_selling, seen_on, extra });
    }
    edits.push(LaunchEdit::PutSeason(season));
    let steps = [
        ("needs", "2026-08-03", NOBODY, NOBODY),
        ("page", "2026-09-12", ("2.6%", "2.6%"), ("3.1%", "3.1%")),
        ("title", "2026-09-20", ("每天 210", "210 a day"), ("每天 268", "268 a day")),
        ("reviews", "2026-10-09", ("42", "42"), ("117", "117")),
    ];
    let steps = steps.map(|(key, done, before, after)| {
        let mut step = HitStep::new(key.to_owned());
        step.done_on = Some(day(done));
        step.owner = say(("李倩", "Qian"), locale);
        (step.before, step.after) = (say(before, locale), say(after, locale));
        step
    });
    let plan = HitPlan { product: product(0), steps: steps.to_vec(), extra: Extra::new() };
    edits.push(LaunchEdit::PutHits { plan, step: "reviews" });
    edits
}

fn made(number: u64, row: &Row, locale: Locale) -> NewItem {
    let id = Id::from_bits(number);
    let mut item = NewItem::new(id, say(row.name, locale), row.stage, day(row.since));
    item.owner = say(row.owner, locale);
    item.origin = say(row.origin, locale);
    item.problem = say(row.problem, locale);
    item.advantage = say(row.advantage, locale);
    item.supplier = say(row.supplier, locale);
    item.persona = Some(row.persona);
    if let Some((days, small, pieces)) = row.supply {
        (item.lead_days, item.min_order) = (Some(days), Some(pieces));
        item.small_batch = Some(small);
    }
    item.verdict = row.verdict;
    item.judged_on = row.verdict.map(|_| day("2026-10-20"));
    item.fits_persona = row.verdict.map(|verdict| verdict == ItemVerdict::Go);
    for (key, points) in KEYS.into_iter().zip(row.marks) {
        item.set_mark(key, Some(points).filter(|points| *points != 0));
    }
    if row.verdict == Some(ItemVerdict::Go) {
        plan(&mut item, locale);
    }
    item
}

fn plan(item: &mut NewItem, locale: Locale) {
    let plan = &mut item.plan;
    plan.strategy = say(
        ("老客先试，晒图征集，过线再开直通车", "Regulars first, ask for pictures, then search ads"),
        locale,
    );
    plan.ready_by = Some(day("2026-11-05"));
    plan.ready_how =
        say(("实拍一天，刻字样图三张", "One day of shooting, three engraved samples"), locale);
    plan.launch_on = Some(day("2026-11-20"));
    (plan.trial_from, plan.trial_to) = (Some(day("2026-11-20")), Some(day("2026-12-04")));
    for (number, (name, yuan)) in (7_101..).zip([
        (("老客群", "Regulars' group"), 300),
        (("直通车", "Search ads"), 2_400),
        (("达人寄样", "Samples to creators"), 900),
    ]) {
        plan.channels.push(Channel {
            id: Id::from_bits(number),
            name: say(name, locale),
            budget: Some(Money::fen_const(yuan * 100)),
            extra: Extra::new(),
        });
    }
    plan.feedback.push(Feedback {
        id: Id::from_bits(7_201),
        heard_on: day("2026-10-20"),
        said: say(("老客群：字体想选手写体", "Regulars: a handwritten font, please"), locale),
        answer: say(("加一款手写体", "A handwritten font was added"), locale),
        extra: Extra::new(),
    });
}
