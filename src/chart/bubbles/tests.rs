//! Laws of the layout over random charts of up to 200 bubbles.

use proptest::prelude::*;

use super::*;
use crate::chart::measure::Estimate;

const SIZE: Size = Size { width: 760.0, height: 560.0 };

fn bubble(name: &str, x: i64, y: i64, area: i64) -> Bubble {
    let name = name.to_owned();
    Bubble { name, x, y, area, kind: 0, before: None, is_chosen: false }
}

fn chart(bubbles: Vec<Bubble>) -> BubbleChart {
    let axis = |unit, is_log| BubbleAxis {
        title: "支付件数".to_owned(),
        unit,
        is_log,
        is_reversed: false,
        cut: Some(3_600),
    };
    BubbleChart {
        x: BubbleAxis { cut: Some(120), ..axis(AxisUnit::Count, true) },
        y: axis(AxisUnit::Percent, false),
        corners: ["明日之星", "金牛", "问题儿童", "疯狗"].map(str::to_owned),
        note: "切线：支付件数 120 件；利润率 36.0%".to_owned(),
        bubbles,
    }
}

fn any_chart() -> impl Strategy<Value = BubbleChart> {
    let name = prop_oneof!["[a-z ]{1,24}", "[月光镜面首饰盒]{1,12}"];
    let before = prop::option::of((-10_i64..10_000, -5_000_i64..9_000));
    let one = (name, -5_i64..20_000, -5_000_i64..9_000, -100_i64..10_000_000, 0_usize..4, before)
        .prop_map(|(name, x, y, area, kind, before)| Bubble {
            kind,
            before,
            ..bubble(&name, x, y, area)
        });
    (prop::collection::vec(one, 0..200), any::<bool>(), any::<bool>()).prop_map(
        |(bubbles, is_log, is_reversed)| {
            let mut chart = chart(bubbles);
            (chart.x.is_log, chart.x.is_reversed) = (is_log, is_reversed);
            if let Some(first) = chart.bubbles.first_mut() {
                first.is_chosen = true;
            }
            chart
        },
    )
}

#[test]
fn a_reversed_axis_has_its_large_values_at_the_left() {
    let mut chart = chart(vec![bubble("a", 100, 0, 1), bubble("b", 10_000, 0, 1)]);
    chart.x.is_reversed = true;
    let frame = BubbleFrame::of(&chart, SIZE, &Estimate);
    assert!(frame.circles[1].x < frame.circles[0].x);
    // The geometric mean is half way.
    let middle = (frame.circles[0].x + frame.circles[1].x) / 2.0;
    assert!((frame.x.at(1_000) - middle).abs() < 0.01);
}

#[test]
fn the_area_stands_for_the_amount() {
    let chart = chart(vec![bubble("a", 10, 0, 400), bubble("b", 1_000, 0, 100)]);
    let frame = BubbleFrame::of(&chart, SIZE, &Estimate);
    assert!((frame.circles[0].r / frame.circles[1].r - 2.0).abs() < 1e-9);
}

#[test]
fn ticks_are_round_and_say_their_unit() {
    let chart = chart(vec![bubble("a", 18, 2_000, 1), bubble("b", 900, 5_700, 1)]);
    let frame = BubbleFrame::of(&chart, SIZE, &Estimate);
    let texts = |scale: &Scale| scale.ticks.iter().map(|tick| tick.1.clone()).collect::<Vec<_>>();
    assert_eq!(texts(&frame.x), ["20", "50", "100", "200", "500"]);
    assert_eq!(texts(&frame.y), ["20%", "30%", "40%", "50%"]);
}

#[test]
fn a_chart_of_nothing_still_draws_and_the_cuts_are_printed() {
    let mut empty = chart(Vec::new());
    (empty.x.cut, empty.y.cut) = (None, None);
    for chart in [BubbleChart::default(), empty, chart(vec![bubble("甲", 0, 0, 0)])] {
        let text = bubbles_svg(&chart, SIZE, &ChartTheme::LIGHT, &Estimate);
        assert!(text.contains("</svg>") && !text.contains("NaN"), "{text}");
        assert!(text.contains(&chart.note));
    }
}

#[test]
fn two_hundred_bubbles_are_laid_out_and_most_of_an_ordinary_shop_is_named() {
    let row = |idx: i64| bubble(&format!("商品{idx}"), 3 + idx * idx % 997, idx * 37 % 6_000, idx);
    let chart = chart((0..24).map(row).collect());
    let frame = BubbleFrame::of(&chart, SIZE, &Estimate);
    assert!(22 <= frame.labels.iter().flatten().count());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn labels_never_overlap_and_everything_stays_inside(
        chart in any_chart(), width in 300_u16..1_200, height in 260_u16..700,
    ) {
        let size = Size { width: width.into(), height: height.into() };
        let frame = BubbleFrame::of(&chart, size, &Estimate);
        let BubbleFrame { left, right, top, bottom, .. } = frame;
        let room = Place { left, top, right, bottom };
        for circle in &frame.circles {
            let Circle { x, y, r } = *circle;
            let box_ = Place { left: x - r, right: x + r, top: y - r, bottom: y + r };
            prop_assert!(room.holds(&box_), "{circle:?} in {room:?}");
        }
        let labels: Vec<Place> = frame.labels.iter().flatten().copied().collect();
        for (idx, label) in labels.iter().enumerate() {
            prop_assert!(room.holds(label));
            prop_assert!(labels[..idx].iter().all(|other| !label.overlaps(other)));
            prop_assert!(frame.circles.iter().all(|circle| !label.touches(*circle)));
        }
        let taken = frame.cut_boxes(&chart);
        prop_assert!(labels.iter().all(|label| taken.iter().all(|cut| !label.overlaps(cut))));
    }

    #[test]
    fn a_place_is_the_value_that_stands_there(
        chart in any_chart(), value in 1_i64..20_000,
    ) {
        let frame = BubbleFrame::of(&chart, SIZE, &Estimate);
        let at = frame.x.at(value);
        // Beyond the ends a value stands at the end.
        prop_assert!((frame.x.at(frame.x.value_at(at)) - at).abs() < 40.0);
        let next = frame.x.stepped(value, 1.0);
        prop_assert!(next != value);
    }
}

#[test]
fn names_of_quadrants_that_do_not_fit_beside_one_another_stand_on_two_lines() {
    let mut narrow = chart(Vec::new());
    narrow.corners = [
        "Little traffic, high conversion",
        "Much traffic, high conversion",
        "Little traffic, low conversion",
        "Much traffic, low conversion",
    ]
    .map(str::to_owned);
    for width in [320.0, 760.0] {
        let frame = BubbleFrame::of(&narrow, Size { width, ..SIZE }, &Estimate);
        let places: Vec<Place> = frame.corners.iter().flatten().copied().collect();
        assert_eq!(places.len(), 4);
        for (idx, place) in places.iter().enumerate() {
            assert!(places[idx + 1..].iter().all(|other| !place.overlaps(other)), "{width}");
        }
        let is_one_line = (places[0].top - places[1].top).abs() < 0.5;
        assert_eq!(is_one_line, width > 400.0);
    }
}
