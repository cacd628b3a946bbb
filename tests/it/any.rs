//! Workbooks and edits of any shape, for laws.

mod boards;
mod launch;
mod personas;
mod products;
mod profit;
mod rivals;
mod strategy;
mod swot;
mod trials;

use std::collections::BTreeMap;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::{option, sample};
use zhanggui::base::calendar::WeekStart;
use zhanggui::base::day::{Day, Month};
use zhanggui::base::extra::Extra;
use zhanggui::base::id::Id;
use zhanggui::base::money::Money;
use zhanggui::base::ratio::Ratio;
use zhanggui::base::span::Span;
use zhanggui::facts::chunk::Chunk;
use zhanggui::facts::edit::{DayTable, FactsEdit};
use zhanggui::facts::items::chunk::{Grain, ItemRef, Open};
use zhanggui::facts::items::subject::{KeyedFacts, Subject};
use zhanggui::facts::items::table::{ItemLabel, ItemTable};
use zhanggui::facts::mapping::edit::MappingsEdit;
use zhanggui::facts::mapping::{Feeds, MappedColumn, Mapping, Mappings, Scale};
use zhanggui::facts::orders::chunk::{OrderChunk, OrderRef};
use zhanggui::facts::orders::lines::{LineChunk, LineRef, LineRow, LineSums};
use zhanggui::facts::orders::table::{Order, Status};
use zhanggui::facts::set::{ChunkRef, FactSet, Import, Restated};
use zhanggui::knowledge::life_quadrant::LifeField;
use zhanggui::knowledge::traffic::Channel;
use zhanggui::tools::ads::model::{Ads, AdsBy, Decision, PlanNote};
use zhanggui::tools::advice::model::{Advice, AdviceLimit, Snooze};
use zhanggui::tools::calendar::edit::CalendarEdit;
use zhanggui::tools::calendar::model::{Calendar, EventRule};
use zhanggui::tools::diagnosis::model::{Basis, Diagnosis, SourceChannel};
use zhanggui::tools::goals::edit::{CellChange, GoalsEdit};
use zhanggui::tools::goals::model::{
    Baseline, CellKey, CellRule, GoalUnit, Goals, Learned, MonthRates, Part, PartLock, PeriodRates,
    RatePeriod, Scenario, Scenarios, Shape, Split, SplitBy, Target, YearPlan,
};
use zhanggui::tools::quadrant::edit::QuadrantEdit;
use zhanggui::tools::quadrant::model::{CutBy, CutRule, LifeQuadrant, OwnAction};
use zhanggui::tools::shop::edit::ShopEdit;
use zhanggui::tools::shop::model::Shop;
use zhanggui::workbook::Workbook;
use zhanggui::workbook::edit::Edit;

use self::launch::{launch, launch_edit};
use self::products::{products, products_edit};
use self::profit::{profit, profit_edit};
use self::rivals::{rivals, rivals_edit};
use self::swot::{swot, swot_edit};
use self::trials::{trials, trials_edit};

const YEARS: std::ops::Range<i32> = 2025..2028;

fn text() -> impl Strategy<Value = String> {
    prop_oneof![".{0,8}", "[店茶\"\\\\]{0,4}"]
}

fn id() -> impl Strategy<Value = Id> {
    (1_u64..6).prop_map(Id::from_bits)
}

fn unique_id() -> impl Strategy<Value = Id> {
    any::<u64>().prop_map(Id::from_bits)
}

fn day() -> impl Strategy<Value = Day> {
    (Day::MIN.number()..Day::MAX.number()).prop_map(Day::from_number)
}

fn month() -> impl Strategy<Value = Month> {
    (YEARS, 1_u8..=12).prop_map(|(year, month)| Month::new(year, month))
}

fn week_start() -> impl Strategy<Value = WeekStart> {
    prop_oneof![Just(WeekStart::Monday), Just(WeekStart::Sunday)]
}

fn shop() -> impl Strategy<Value = Shop> {
    (text(), any::<bool>(), 1_u8..=12, week_start(), 0..=10_000).prop_map(
        |(name, is_sample, fiscal_start, week_start, ad_cap)| Shop {
            name,
            is_sample,
            fiscal_start,
            week_start,
            ad_cap: Ratio::from_bp(ad_cap),
            extra: Extra::new(),
        },
    )
}

fn rule() -> impl Strategy<Value = EventRule> {
    let built_in = prop::option::of(Just("double_11".to_owned()));
    (id(), built_in, text(), any::<bool>(), 0_u8..60, 0_u8..60, 0_u32..1_000_000, vec(day(), 0..3))
        .prop_map(|(id, built_in, name, is_on, before, after, uplift_bp, days)| EventRule {
            id,
            built_in,
            name,
            is_on,
            before,
            after,
            uplift_bp,
            days,
            extra: Extra::new(),
        })
}

fn target() -> impl Strategy<Value = Target> {
    prop_oneof![
        (0_i64..9_000_000_000_000_000).prop_map(Target::Amount),
        (0_i64..1_000_000_000_000, -9_999..100_000)
            .prop_map(|(base, growth)| Target::Growth { base, growth: Ratio::from_bp(growth) }),
    ]
}

fn shape() -> impl Strategy<Value = Shape> {
    let weight = 0_u32..1_000_000;
    let learned = prop::option::of((day(), day()));
    (prop::array::uniform12(weight.clone()), prop::array::uniform7(weight), learned).prop_map(
        |(months, weekdays, learned)| Shape {
            months,
            weekdays,
            learned: learned.map(|(from, to)| Learned::from_span(Span::new(from, to))),
            extra: Extra::new(),
        },
    )
}

fn cell_key() -> impl Strategy<Value = CellKey> {
    prop_oneof![
        (0_u8..4).prop_map(CellKey::Quarter),
        month().prop_map(CellKey::Month),
        month().prop_map(|month| CellKey::Week(month.first())),
        month().prop_map(|month| CellKey::Day(month.last())),
    ]
}

fn amount() -> impl Strategy<Value = Option<i64>> {
    prop::option::of(0_i64..1_000_000_000)
}

fn cell() -> impl Strategy<Value = CellRule> {
    (cell_key(), amount(), amount(), amount(), text()).prop_map(
        |(period, lock, floor, cap, note)| CellRule {
            lock,
            floor,
            cap,
            note,
            ..CellRule::new(period)
        },
    )
}

fn rates() -> impl Strategy<Value = MonthRates> {
    (amount(), amount(), amount(), prop::option::of(0..10_000)).prop_map(
        |(cvr, aov, visitors, ad_cap)| MonthRates {
            cvr: cvr.map(|cvr| Ratio::from_bp((cvr % 10_000) as i32)),
            aov: aov.map(Money::fen_const),
            visitors,
            ad_cap: ad_cap.map(Ratio::from_bp),
            extra: Extra::new(),
        },
    )
}

fn period_rates() -> impl Strategy<Value = PeriodRates> {
    (rate_period(), rates()).prop_map(|(period, rates)| PeriodRates {
        period,
        rates,
        extra: Extra::new(),
    })
}

fn rate_period() -> impl Strategy<Value = RatePeriod> {
    prop_oneof![Just(RatePeriod::Year), cell_key().prop_map(RatePeriod::Cell)]
}

fn scenarios() -> impl Strategy<Value = Scenarios> {
    let shown = prop_oneof![Just(Scenario::Floor), Just(Scenario::Target), Just(Scenario::Stretch)];
    (0..10_000, 10_000..30_000, shown).prop_map(|(floor, stretch, shown)| Scenarios {
        floor: Ratio::from_bp(floor),
        stretch: Ratio::from_bp(stretch),
        shown,
        extra: Extra::new(),
    })
}

fn part() -> impl Strategy<Value = Part> {
    (unique_id(), text(), 0_u32..1_000, vec((month(), 0_i64..1_000_000), 0..2)).prop_map(
        |(id, name, weight, locks)| Part {
            id,
            name,
            weight,
            locks: locks.into_iter().map(|(month, amount)| PartLock::new(month, amount)).collect(),
            extra: Extra::new(),
        },
    )
}

fn split() -> impl Strategy<Value = Split> {
    let by = prop_oneof![Just(SplitBy::Product), Just(SplitBy::Channel), Just(SplitBy::Owner)];
    (unique_id(), by, vec(part(), 0..3)).prop_map(|(id, by, parts)| Split {
        id,
        by,
        parts,
        extra: Extra::new(),
    })
}

fn baseline() -> impl Strategy<Value = Baseline> {
    (unique_id(), text(), day(), vec(0_i64..1_000_000, 0..5)).prop_map(|(id, name, at, days)| {
        Baseline { id, name, at, from: None, days, extra: Extra::new() }
    })
}

fn plan(year: i32) -> impl Strategy<Value = YearPlan> {
    let unit = prop_oneof![Just(GoalUnit::Sales), Just(GoalUnit::Units)];
    (
        (unique_id(), unit, target(), shape(), vec(cell(), 0..4)),
        (vec(rates(), 12), vec(period_rates(), 0..3)),
        (scenarios(), vec(split(), 0..2), vec(baseline(), 0..2)),
    )
        .prop_map(
            move |(
                (id, unit, target, shape, cells),
                (rates, period_rates),
                (scenarios, splits, baselines),
            )| {
                YearPlan {
                    shape,
                    cells,
                    rates,
                    period_rates,
                    scenarios,
                    splits,
                    baselines,
                    ..YearPlan::new(id, year, unit, target)
                }
            },
        )
}

fn chunk_ref(quarter: i32) -> impl Strategy<Value = ChunkRef> {
    let cell = (0_i32..90, prop::option::of(any::<i64>()));
    vec(("[a-z]{1,6}", cell), 0..20).prop_map(move |cells| {
        let from = Month::new(2026, 1).plus(quarter * 3).first();
        let mut chunk = Chunk::empty(Span::new(from, from + 89));
        for (metric, (offset, value)) in cells {
            chunk.set(&metric, from + offset, value);
        }
        chunk.into_ref().expect("a quarter has days")
    })
}

/// Items of a quarter's days, or of one period.
fn item_ref(span: Span, grain: Grain) -> impl Strategy<Value = ItemRef> {
    let value = -9_000_000_000_000_000_i64..9_000_000_000_000_000;
    let cell = ("[0-9]{8,13}", "[a-z]{1,6}", 0_usize..90, value, any::<bool>());
    (vec(cell, 0..20), text(), text()).prop_map(move |(cells, title, code)| {
        let mut open = Open::new(grain, span);
        for (id, metric, cell, value, is_rounded) in cells {
            let cell = if grain == Grain::Day { cell } else { 0 };
            open.name(&id, &title, &code);
            open.set(&id, &metric, cell, value, is_rounded);
        }
        open.close().into_ref()
    })
}

fn items() -> impl Strategy<Value = (Vec<ItemRef>, Vec<ItemRef>)> {
    let from = Month::new(2026, 1).first();
    let (span, month) = (Span::new(from, from + 89), Span::new(from, from + 30));
    (vec(item_ref(span, Grain::Day), 0..2), vec(item_ref(month, Grain::Period), 0..2))
}

/// Orders of one quarter.
fn orders() -> impl Strategy<Value = Vec<OrderRef>> {
    let from = Month::new(2026, 1).first();
    let key = || 0_u64..1 << 48;
    let days = (0_i32..90, prop::option::of(0_i32..20), 0_i32..90);
    let money = (0_i64..9_000_000, prop::option::of(0_i64..9_000_000));
    let marks = (any::<bool>(), any::<bool>(), prop::option::of(0_usize..2), 0_usize..6);
    let one = (key(), prop::option::of(key()), days, money, marks);
    let one = one.prop_map(move |(id, buyer, (created, paid, seen), (fen, refund), marks)| Order {
        id,
        buyer,
        created: from + created,
        paid: paid.map(|n| from + created + n),
        paid_fen: fen,
        refund_fen: refund,
        status: Status::ALL[marks.3],
        is_staged: marks.0,
        is_mobile: marks.1,
        province: marks.2,
        seen: from + created + seen,
    });
    vec(one, 0..12).prop_map(|mut orders| {
        orders.sort_by_key(|order| order.id);
        orders.dedup_by_key(|order| order.id);
        let provinces = ["浙江省".to_owned(), "上海".to_owned()];
        let chunk = OrderChunk::of(&orders, &provinces, Extra::new());
        assert_eq!(chunk.iter().flat_map(OrderChunk::orders).collect::<Vec<_>>(), orders);
        chunk.into_iter().map(OrderChunk::into_ref).collect()
    })
}

/// Lines of orders, or sums of them by item and day.
fn order_lines() -> impl Strategy<Value = Vec<LineRef>> {
    let from = Month::new(2026, 1).first();
    let sums = (1_i64..9, 0_i64..99, -900_i64..9_000_000, 0_i64..9_000);
    let row = (0_u64..1 << 48, prop::option::of(0_i32..90), 0_usize..3, sums);
    (vec(row, 0..12), any::<bool>(), any::<bool>()).prop_map(move |(rows, is_single, by_month)| {
        let row = |(order, day, item, (lines, units, paid_fen, refund_fen))| LineRow {
            order: Some(order).filter(|_| is_single),
            day: Option::map(day, |n: i32| from + n),
            item,
            sums: LineSums { lines, units, paid_fen, refund_fen },
        };
        let items = ["TX-001", "994280026318", "首饰盒"].map(str::to_owned);
        let chunk = LineChunk::of(rows.into_iter().map(row).collect(), &items, by_month);
        chunk.into_iter().map(LineChunk::into_ref).collect()
    })
}

/// Sources and plans, in the order of their subjects.
fn keyed() -> impl Strategy<Value = Vec<KeyedFacts>> {
    let of = |subject| {
        items().prop_map(move |(days, periods)| KeyedFacts {
            subject,
            days,
            periods,
            extra: Extra::new(),
        })
    };
    (of(Subject::Source), of(Subject::AdPlan), any::<bool>())
        .prop_map(|(one, other, is_both)| if is_both { vec![one, other] } else { vec![other] })
}

fn import() -> impl Strategy<Value = Import> {
    let item = prop_oneof![Just(String::new()), "[0-9]{8,13}".prop_map(String::from)];
    let restated = (day(), item, "[a-z]{1,6}", amount(), amount()).prop_map(
        |(day, item, metric, old, new)| Restated {
            day,
            item,
            metric,
            old,
            new,
            extra: Extra::new(),
        },
    );
    (unique_id(), text(), day(), day(), any::<u32>(), vec(restated, 0..3), any::<bool>()).prop_map(
        |(id, file, from, to, n_new, restated, is_of_items)| Import {
            is_of_items,
            subject: (!is_of_items && n_new % 2 == 0).then_some(Subject::Source),
            id,
            file,
            dialect: "sycm.shop_day".to_owned(),
            at: "2026-11-21T14:03:27".to_owned(),
            from,
            to,
            n_new,
            n_restated: restated.len() as u32,
            restated,
            extra: Extra::new(),
        },
    )
}

type Sold = (Vec<OrderRef>, Vec<LineRef>, bool);
type Figures = (Vec<ChunkRef>, Vec<Import>, (Vec<ItemRef>, Vec<ItemRef>), Vec<KeyedFacts>, Sold);

fn fact_set((shop_days, imports, (item_days, item_periods), keyed, sold): Figures) -> FactSet {
    let (orders, order_lines, is_old) = sold;
    let is_salted = !orders.is_empty() || !order_lines.is_empty();
    FactSet {
        shop_days,
        item_days,
        item_periods,
        keyed,
        orders,
        order_lines,
        salt: is_salted.then(|| Id::from_bits(0x5a17)),
        // Workbooks of early versions have half a salt.
        salt_more: (is_salted && !is_old).then(|| Id::from_bits(0x7a57)),
        imports,
        extra: Extra::new(),
    }
}

fn life_quadrant() -> impl Strategy<Value = LifeQuadrant> {
    let rule = || {
        (prop::sample::select(CutBy::ALL.to_vec()), prop::option::of(0_i64..1_000_000))
            .prop_map(|(by, value)| CutRule { by, value, extra: Extra::new() })
    };
    let days = prop::option::of((day(), day()));
    let actions = vec((life_field(), text()), 0..3).prop_map(|actions| {
        let action = |(field, text)| OwnAction { field, text, extra: Extra::new() };
        actions.into_iter().map(action).collect::<Vec<_>>()
    });
    let own = (vec("[0-9]{8,13}", 0..3), 1_u32..366, actions);
    (1_u32..366, days, any::<bool>(), rule(), rule(), own).prop_map(
        |(last_days, days, compare, traffic, rate, (presale, watch_days, actions))| LifeQuadrant {
            watch_days,
            actions,
            last_days,
            from: days.map(|days| days.0),
            to: days.map(|days| days.1),
            compare,
            traffic,
            rate,
            presale,
            extra: Extra::new(),
        },
    )
}

fn advice() -> impl Strategy<Value = Advice> {
    let limit = (text(), -1_000_000_i64..1_000_000).prop_map(|(key, value)| AdviceLimit {
        key,
        value,
        extra: Extra::new(),
    });
    let snooze =
        (text(), day()).prop_map(|(key, until)| Snooze { key, until, extra: Extra::new() });
    (vec(limit, 0..3), vec(snooze, 0..3)).prop_map(|(limits, snoozed)| Advice {
        limits,
        snoozed,
        extra: Extra::new(),
    })
}

fn mapping() -> impl Strategy<Value = Mapping> {
    let feeds = prop_oneof![
        Just(Feeds::Nothing),
        Just(Feeds::Date),
        (0_u8..3).prop_map(Feeds::Key),
        Just(Feeds::Title),
        Just(Feeds::Code),
        prop_oneof![Just("sales".to_owned()), text()].prop_map(Feeds::Metric),
    ];
    let scale = sample::select(vec![Scale::Plain, Scale::TenThousand, Scale::Percent]);
    let column = (text(), feeds, scale).prop_map(|(name, feeds, scale)| MappedColumn {
        name,
        feeds,
        scale,
        extra: Extra::new(),
    });
    let subject = sample::select(Subject::ALL.to_vec());
    (unique_id(), text(), "[0-9a-f]{16}", subject, vec(column, 0..5)).prop_map(
        |(id, name, headers, subject, columns)| Mapping {
            id,
            name,
            headers,
            subject,
            columns,
            extra: Extra::new(),
        },
    )
}

fn mappings() -> impl Strategy<Value = Mappings> {
    vec(mapping(), 0..3).prop_map(|mappings| Mappings { mappings, extra: Extra::new() })
}

fn mappings_edit() -> impl Strategy<Value = MappingsEdit> {
    let days = |mapping: Mapping| {
        let column = |name: &str, feeds| MappedColumn {
            name: name.to_owned(),
            feeds,
            ..MappedColumn::default()
        };
        let sales = Feeds::Metric("sales".to_owned());
        let columns = vec![column("日", Feeds::Date), column("额", sales)];
        Mapping { subject: Subject::Shop, columns, ..mapping }
    };
    let put = |mapping| MappingsEdit::Put(Box::new(mapping));
    prop_oneof![
        mapping().prop_map(put),
        mapping().prop_map(move |mapping| put(days(mapping))),
        (id(), text()).prop_map(|(id, name)| MappingsEdit::Rename(id, name)),
        id().prop_map(MappingsEdit::Remove),
    ]
}

fn ads() -> impl Strategy<Value = Ads> {
    let money = || option::of((0_i64..1_000_000).prop_map(Money::fen_const));
    let decision = option::of(sample::select(Decision::ALL.to_vec()));
    let note = (text(), decision, text(), money()).prop_map(|(key, decision, why, cap)| PlanNote {
        key,
        decision,
        why,
        cap,
        ..PlanNote::default()
    });
    let by = sample::select(AdsBy::ALL.to_vec());
    let margin = option::of((1..=10_000).prop_map(Ratio::from_bp));
    (1_u32..=366, by, margin, money(), vec(note, 0..3)).prop_map(
        |(last_days, by, margin, budget, notes)| Ads {
            last_days,
            by,
            margin,
            budget,
            notes,
            ..Ads::default()
        },
    )
}

fn diagnosis() -> impl Strategy<Value = Diagnosis> {
    let days = prop::option::of((day(), day()));
    let basis = prop::sample::select(Basis::ALL.to_vec());
    let numbers = (1_u32..5_000, 5_000_i32..9_990, 0_u32..31, prop::option::of(1_i64..90_000));
    let channel = (text(), prop::sample::select(Channel::ALL.to_vec()))
        .prop_map(|(source, channel)| SourceChannel { source, channel, extra: Extra::new() });
    (prop::option::of(1_u32..400), days, basis, numbers, vec(channel, 0..3)).prop_map(
        |(last_days, days, basis, (least, confidence, dip_days, n_ratings), channels)| Diagnosis {
            channels,
            n_ratings,
            last_days,
            from: days.map(|days| days.0),
            to: days.map(|days| days.1),
            basis,
            least,
            confidence: Ratio::from_bp(confidence),
            dip_days,
            extra: Extra::new(),
        },
    )
}

fn life_field() -> impl Strategy<Value = LifeField> {
    prop::sample::select(LifeField::ALL.to_vec())
}

fn quadrant_edit() -> impl Strategy<Value = QuadrantEdit> {
    let by = prop::sample::select(CutBy::ALL.to_vec());
    let item = || prop_oneof!["[0-9]{8,13}".prop_map(String::from), text()];
    prop_oneof![
        (0_u32..400).prop_map(QuadrantEdit::LastDays),
        (day(), 0_i32..400).prop_map(|(from, n)| {
            let from = from.min(Day::MAX + -400);
            QuadrantEdit::Period(Span::new(from, from + n))
        }),
        any::<bool>().prop_map(QuadrantEdit::Compare),
        (any::<bool>(), by).prop_map(|(is_traffic, by)| QuadrantEdit::CutBy { is_traffic, by }),
        (any::<bool>(), prop::option::of(-2_i64..2_000_000))
            .prop_map(|(is_traffic, value)| QuadrantEdit::CutAt { is_traffic, value }),
        (item(), any::<bool>()).prop_map(|(item, is_on)| QuadrantEdit::Presale { item, is_on }),
        (0_u32..400).prop_map(QuadrantEdit::WatchDays),
        (life_field(), text()).prop_map(|(field, text)| QuadrantEdit::Action(field, text)),
    ]
}

/// Rows of items as a reader hands them over; of days and of longer periods, some out of order.
fn item_table() -> impl Strategy<Value = ItemTable> {
    let label = (text(), text());
    let items = prop::collection::btree_map("[0-9]{8,13}", label, 1..4);
    let periods = prop::collection::btree_set((0_i32..200, 0_i32..40), 1..4);
    let places = prop::collection::btree_set((0_usize..4, 0_usize..4), 0..8);
    let value = prop::option::of(-1_000_000_i64..1_000_000_000);
    (items, periods, places, vec(vec(value, 8), 1..3), any::<bool>()).prop_map(
        |(items, periods, places, columns, is_rounded)| {
            let from = Month::new(2026, 1).first();
            let periods: Vec<(Day, Day)> =
                periods.into_iter().map(|(at, n)| (from + at, from + at + n)).collect();
            // Mostly rows of what is there: a place beyond it is refused.
            let rows: Vec<(usize, usize)> = places.into_iter().collect();
            let names = ["visitors", "buyers", "sales"].map(str::to_owned);
            let cut = |column: Vec<Option<i64>>| column.into_iter().take(rows.len()).collect();
            let columns = names.into_iter().zip(columns.into_iter().map(cut)).collect();
            let rounded = (is_rounded && !rows.is_empty()).then(|| (0, "visitors".to_owned()));
            let items = items.into_iter();
            ItemTable {
                subject: Subject::Item,
                items: items.map(|(id, (title, code))| ItemLabel { id, title, code }).collect(),
                periods,
                rows,
                columns,
                rounded: rounded.into_iter().collect(),
            }
        },
    )
}

/// A workbook as edits and imports could have made it, and some that they could not.
pub fn any_workbook() -> impl Strategy<Value = Workbook> {
    let plans = (0_usize..3)
        .prop_flat_map(|n| YEARS.take(n).map(|year| plan(year).boxed()).collect::<Vec<_>>());
    let facts = (0_usize..3).prop_flat_map(|n| {
        (0..n as i32).map(|quarter| chunk_ref(quarter).boxed()).collect::<Vec<_>>()
    });
    let figures =
        (facts, vec(import(), 0..2), items(), keyed(), (orders(), order_lines(), any::<bool>()));
    let figures = (figures, mappings());
    let new = (trials(), launch(), life_quadrant(), diagnosis(), boards::boards(), advice(), ads());
    let own = (shop(), vec(rule(), 0..3), plans, figures, products(), profit(), new);
    (own, personas::personas(), strategy::journey(), strategy::position(), swot(), rivals())
        .prop_map(
            |(
                (shop, rules, plans, figures, products, profit, new),
                personas,
                journey,
                position,
                swot,
                rivals,
            )| {
                let (figures, mappings) = figures;
                let (trials, launch, quadrant, diagnosis, boards, advice, ads) = new;
                Workbook {
                    personas: personas.into(),
                    journey: journey.into(),
                    position: position.into(),
                    swot: swot.into(),
                    rivals: rivals.into(),
                    products: products.into(),
                    profit: profit.into(),
                    trials: trials.into(),
                    launch: launch.into(),
                    quadrant: quadrant.into(),
                    diagnosis: diagnosis.into(),
                    boards: boards.into(),
                    advice: advice.into(),
                    ads: ads.into(),
                    shop: shop.into(),
                    calendar: Calendar { rules, extra: Extra::new() }.into(),
                    goals: Goals { plans, extra: Extra::new() }.into(),
                    mappings: mappings.into(),
                    facts: fact_set(figures).into(),
                    ..Workbook::default()
                }
            },
        )
}

fn table() -> impl Strategy<Value = DayTable> {
    (0_i32..400, vec(prop::option::of(0_i64..1_000_000), 1..40)).prop_map(|(offset, values)| {
        let from = Month::new(2026, 1).first() + offset;
        DayTable {
            days: (0..values.len()).map(|idx| from + idx as i32).collect(),
            columns: BTreeMap::from([("sales".to_owned(), values)]),
        }
    })
}

fn goals_edit() -> impl Strategy<Value = GoalsEdit> {
    let change = (cell_key(), prop::option::of(amount()), prop::option::of(text()))
        .prop_map(|(period, lock, note)| CellChange { period, lock, floor: None, cap: None, note });
    prop_oneof![
        YEARS.prop_flat_map(plan).prop_map(|plan| GoalsEdit::PutPlan(Box::new(plan))),
        YEARS.prop_map(|year| GoalsEdit::RemovePlan { year }),
        (YEARS, target()).prop_map(|(year, target)| GoalsEdit::SetTarget { year, target }),
        (YEARS, shape()).prop_map(|(year, shape)| GoalsEdit::SetShape { year, shape }),
        (YEARS, vec(change, 0..3)).prop_map(|(year, cells)| GoalsEdit::SetCells { year, cells }),
        (YEARS, month(), rates()).prop_map(|(year, month, rates)| GoalsEdit::SetRates {
            year,
            month,
            rates
        }),
        (YEARS, period_rates()).prop_map(|(year, PeriodRates { period, rates, .. })| {
            GoalsEdit::SetPeriodRates { year, period, rates }
        }),
        (YEARS, scenarios())
            .prop_map(|(year, scenarios)| GoalsEdit::SetScenarios { year, scenarios }),
        (YEARS, split()).prop_map(|(year, split)| GoalsEdit::PutSplit { year, split }),
        (YEARS, baseline()).prop_map(|(year, baseline)| GoalsEdit::Freeze { year, baseline }),
    ]
}

/// Any edit a user could make, some of them on things that are not there.
pub fn any_edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        text().prop_map(|name| ShopEdit::Rename(name).into()),
        any::<u8>().prop_map(|month| ShopEdit::SetFiscalStart(month % 15).into()),
        week_start().prop_map(|start| ShopEdit::SetWeekStart(start).into()),
        (-1..20_000).prop_map(|bp| ShopEdit::SetAdCap(Ratio::from_bp(bp)).into()),
        rule().prop_map(|rule| CalendarEdit::Put(rule).into()),
        vec(rule(), 0..3).prop_map(|rules| CalendarEdit::PutAll(rules).into()),
        id().prop_map(|id| CalendarEdit::Remove(id).into()),
        goals_edit().prop_map(Edit::Goals),
        personas::personas_edit().prop_map(Edit::Personas),
        strategy::journey_edit().prop_map(Edit::Journey),
        strategy::position_edit().prop_map(Edit::Position),
        swot_edit().prop_map(Edit::Swot),
        rivals_edit().prop_map(Edit::Rivals),
        products_edit().prop_map(Edit::Products),
        profit_edit().prop_map(Edit::Profit),
        trials_edit().prop_map(Edit::Trials),
        launch_edit().prop_map(Edit::Launch),
        (unique_id(), text(), table()).prop_map(|(id, file, table)| {
            Edit::Facts(FactsEdit::ApplyDays {
                id,
                file,
                dialect: "sycm.shop_day".to_owned(),
                at: "2026-11-21T14:03:27".to_owned(),
                table,
            })
        }),
        (unique_id(), text(), item_table()).prop_map(|(id, file, table)| {
            Edit::Facts(FactsEdit::ApplyItems {
                id,
                file,
                dialect: "sycm.items".to_owned(),
                at: "2026-11-21T14:03:27".to_owned(),
                table,
            })
        }),
        quadrant_edit().prop_map(Edit::Quadrant),
        mappings_edit().prop_map(Edit::Mappings),
    ]
}
