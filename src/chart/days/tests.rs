use proptest::prelude::*;

use super::draw::runs;
use super::*;
use crate::chart::measure::Estimate;

const SIZE: Size = Size { width: 700.0, height: 300.0 };

fn series(form: DayForm, values: Vec<Option<i64>>) -> DaySeries {
    let words = values.iter().map(|value| format!("{value:?}")).collect();
    DaySeries { name: "访客数".to_owned(), form, is_right: false, values, words }
}

fn chart(series: Vec<DaySeries>) -> DayChart {
    let n = series.iter().map(|one| one.values.len()).max().unwrap_or(0);
    let slots = (0..n).map(|slot| DaySlot {
        tick: format!("10-{slot:02}"),
        name: format!("10月{slot}日"),
        is_missing: series.iter().all(|one| one.values.get(slot).copied().flatten().is_none()),
    });
    DayChart {
        slots: slots.collect(),
        series,
        left: Axis { divisor: 100, caption: "元".to_owned() },
        ..DayChart::default()
    }
}

#[test]
fn stacked_bars_stand_on_each_other_and_the_axis_reaches_their_sum() {
    let one = chart(vec![
        series(DayForm::Stack, vec![Some(30_000), None]),
        series(DayForm::Stack, vec![Some(20_000), Some(10_000)]),
    ]);
    assert_eq!(
        [stack_top(&one, 0, 1), stack_top(&one, 0, 2), stack_top(&one, 1, 2)],
        [30_000, 50_000, 10_000]
    );
    let frame = DayFrame::of(&one, SIZE, &Estimate);
    assert_eq!((frame.left_ticks.first(), frame.left_ticks.last()), (Some(&0), Some(&60_000)));
    assert!((frame.y(60_000, false) - frame.top).abs() < 1e-9);
}

#[test]
fn lines_that_stay_close_together_are_shown_by_themselves_and_break_at_gaps() {
    let one = chart(vec![series(DayForm::Line, vec![Some(290), Some(310), None, Some(300)])]);
    let frame = DayFrame::of(&one, SIZE, &Estimate);
    assert!(0 < frame.left_ticks[0]);
    assert_eq!(runs(&one.series[0].values), [vec![(0, 290), (1, 310)], vec![(3, 300)]]);
    assert!(one.slots[2].is_missing);
    assert_eq!([-50.0, frame.x(1), 9_999.0].map(|x| frame.slot_near(x)), [0, 1, 3]);
}

#[test]
fn nothing_and_a_single_day_still_draw() {
    for one in [
        DayChart::default(),
        chart(vec![]),
        chart(vec![series(DayForm::Line, vec![None])]),
        chart(vec![series(DayForm::Bars, vec![Some(0)])]),
    ] {
        let text = days_svg(&one, SIZE, &ChartTheme::DARK, &Estimate);
        assert!(text.contains("</svg>") && !text.contains("NaN"), "{text}");
    }
}

proptest! {
    #[test]
    fn everything_stays_inside(
        values in prop::collection::vec(prop::option::of(-400_000_i64..2_000_000), 0..200),
        form in 0..6_usize, width in 280_u16..1_600, height in 160_u16..500,
    ) {
        let forms = [DayForm::Bars, DayForm::Stack, DayForm::Line, DayForm::Dots, DayForm::Target, DayForm::Earlier];
        let mut one = chart(vec![series(forms[form], values.clone()), series(DayForm::Line, values)]);
        one.right = Some(Axis { divisor: 1, caption: "%".to_owned() });
        one.series[1].is_right = true;
        let size = Size { width: width.into(), height: height.into() };
        let frame = DayFrame::of(&one, size, &Estimate);
        prop_assert!(frame.left < frame.right && frame.right <= size.width);
        for (place, series) in one.series.iter().enumerate() {
            for (slot, value) in series.values.iter().enumerate() {
                let Some(value) = *value else { continue };
                let value = if series.form == DayForm::Stack { stack_top(&one, slot, place + 1) } else { value };
                let (x, y) = (frame.x(slot), frame.y(value, series.is_right));
                prop_assert!(frame.left <= x && x <= frame.right);
                prop_assert!(frame.top - 1e-6 <= y && y <= frame.bottom + 1e-6);
                prop_assert_eq!(frame.slot_near(x), slot);
            }
        }
        let text = days_svg(&one, size, &ChartTheme::LIGHT, &Estimate);
        prop_assert!(!text.contains("NaN"));
    }
}
