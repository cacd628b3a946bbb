//! What days like these usually bring: aligned by weekday, by the day of an event, and by how the
//! shop has been doing of late.

use std::collections::BTreeMap;

use crate::base::causes::Funnel;
use crate::base::day::Day;
use crate::base::span::Span;
use crate::facts::set::FactSet;
use crate::knowledge::events::EventInstance;
use crate::tools::diagnosis::calc::period::day_values;

/// How many days before a period speak for its usual days: eight of each weekday.
const WINDOW: i32 = 56;
/// The last of them that speak for how the shop is doing now.
const LATE: i32 = 28;

/// Visitors, buyers, 分.
pub type Values = [f64; 3];

/// What a day usually brings, and where that comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct DayBase {
    /// The day.
    pub day: Day,
    /// What it brought.
    pub actual: Option<Values>,
    /// What such a day brings.
    pub expected: Option<Values>,
    /// The day of an earlier event that it is held against; `None` for usual days.
    pub like: Option<Day>,
}

/// Days with their events, to look usual days up.
#[derive(Debug)]
pub struct Calendar<'a> {
    facts: &'a FactSet,
    events: &'a [EventInstance],
    by_day: BTreeMap<Day, usize>,
}

impl<'a> Calendar<'a> {
    /// Of the days of the facts; `events` should reach as far. Of several events of a day the one
    /// with the greatest uplift counts.
    pub fn new(facts: &'a FactSet, events: &'a [EventInstance]) -> Self {
        let mut by_day: BTreeMap<Day, usize> = BTreeMap::new();
        for (idx, event) in events.iter().enumerate() {
            for day in event.span.days() {
                let best = by_day.entry(day).or_insert(idx);
                if events[*best].uplift_bp < event.uplift_bp {
                    *best = idx;
                }
            }
        }
        Self { facts, events, by_day }
    }

    /// The event of a day.
    pub fn event(&self, day: Day) -> Option<&'a EventInstance> {
        self.events.get(*self.by_day.get(&day)?)
    }

    /// What a day brought.
    pub fn actual(&self, day: Day) -> Option<Values> {
        day_values(self.facts, day).map(|values| values.map(|value| value as f64))
    }

    /// The mean of each weekday's usual days in a span that `keep` keeps.
    pub fn weekdays(&self, span: Span, keep: impl Fn(Day) -> bool) -> [Option<Values>; 7] {
        let mut sums = [([0.0; 3], 0_u32); 7];
        for day in span.days().filter(|day| self.event(*day).is_none() && keep(*day)) {
            if let Some(values) = self.actual(day) {
                let (sum, n) = &mut sums[day.weekday().idx()];
                *n += 1;
                for (sum, value) in sum.iter_mut().zip(values) {
                    *sum += value;
                }
            }
        }
        sums.map(|(sum, n)| (0 < n).then(|| sum.map(|sum| sum / f64::from(n))))
    }

    /// How the shop was doing in the weeks before a day: the mean of its weekdays' usual days.
    fn level(&self, before: Day, n_days: i32) -> Option<Values> {
        let all = self.weekdays(Span::new(before - n_days, before - 1), |_| true);
        let mut level = [0.0; 3];
        for day in all {
            for (sum, value) in level.iter_mut().zip(day?) {
                *sum += value / 7.0;
            }
        }
        Some(level)
    }

    /// How much more now than then; 1 where one of them says nothing.
    fn trend(now: Option<Values>, then: Option<Values>) -> Values {
        let (Some(now), Some(then)) = (now, then) else { return [1.0; 3] };
        std::array::from_fn(|idx| if 0.0 < then[idx] { now[idx] / then[idx] } else { 1.0 })
    }

    /// What the days of a period usually bring, from days before it alone.
    ///
    /// A usual day brings the mean of its weekday's usual days of the 56 days before the period,
    /// times how the last 28 of them did against all. A day T±n of an event brings what T±n of the
    /// same event last brought, times how the shop was doing before the period against how it was
    /// before that event. Both for visitors, buyers and sales each.
    pub fn baseline(&self, span: Span) -> Vec<DayBase> {
        let usual = self.weekdays(Span::new(span.from() - WINDOW, span.from() - 1), |_| true);
        let level = self.level(span.from(), WINDOW);
        let late = Self::trend(self.level(span.from(), LATE), level);
        let times = |values: Values, by: Values| std::array::from_fn(|idx| values[idx] * by[idx]);
        let one = |day: Day| {
            let actual = self.actual(day);
            let Some(event) = self.event(day) else {
                let expected = usual[day.weekday().idx()].map(|values| times(values, late));
                return DayBase { day, actual, expected, like: None };
            };
            let found = self.same_day_before(event, day);
            let like = found.map(|(like, _)| like);
            let expected = found.map(|(like, first)| {
                let then = self.level(first, WINDOW);
                times(self.actual(like).unwrap_or_default(), Self::trend(level, then))
            });
            DayBase { day, actual, expected, like }
        };
        span.days().map(one).collect()
    }

    /// The same day of the latest earlier time that this event was, and that time's first day.
    fn same_day_before(&self, event: &EventInstance, day: Day) -> Option<(Day, Day)> {
        let earlier = self.events.iter().rev();
        let mut earlier =
            earlier.filter(|other| other.key == event.key && other.anchor < event.anchor);
        earlier.find_map(|other| {
            let like = other.anchor + (day - event.anchor);
            self.actual(like)?;
            Some((like, other.span.from()))
        })
    }
}

/// The actual and the usual state of the days on which both are known, and how many these are.
pub fn states(days: &[DayBase]) -> (Funnel, Funnel, usize) {
    let (mut actual, mut expected, mut n_days) = ([0.0; 3], [0.0; 3], 0);
    for day in days {
        if let (Some(was), Some(usual)) = (day.actual, day.expected) {
            for idx in 0..3 {
                actual[idx] += was[idx];
                expected[idx] += usual[idx];
            }
            n_days += 1;
        }
    }
    (funnel(actual), funnel(expected), n_days)
}

fn funnel([visitors, buyers, sales]: Values) -> Funnel {
    Funnel { visitors, buyers, sales: sales.round() as i64 }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::facts::chunk::Chunk;
    use crate::knowledge::events::EventName;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn facts(span: Span, values: impl Fn(Day) -> Option<[i64; 3]>) -> FactSet {
        let mut chunk = Chunk::empty(span);
        for day in span.days() {
            let values = values(day);
            for (idx, key) in ["visitors", "buyers", "sales"].into_iter().enumerate() {
                chunk.set(key, day, values.map(|values| values[idx]));
            }
        }
        FactSet { shop_days: vec![chunk.into_ref().unwrap()], ..FactSet::default() }
    }

    fn event(key: &str, anchor: &str, before: i32, after: i32) -> EventInstance {
        let anchor = day(anchor);
        EventInstance {
            key: key.to_owned(),
            rule: None,
            name: EventName::default(),
            span: Span::new(anchor - before, anchor + after),
            anchor,
            uplift_bp: 20_000,
        }
    }

    #[test]
    fn a_usual_day_is_held_against_its_weekday_and_the_trend() {
        // Mondays 60, other days 30; from the fifth week on half as much again. The eight weeks'
        // Mondays are 75 on the mean, the late level is 1.2 of all: 90, which Mondays are now.
        let all = Span::new(day("2026-07-06"), day("2026-08-31"));
        let late = day("2026-08-03");
        let facts = facts(all, |day| {
            let usual = if day.weekday().idx() == 0 { 60 } else { 30 };
            let value = if late <= day { usual * 3 / 2 } else { usual };
            Some([value * 10, value, value * 100])
        });
        let calendar = Calendar::new(&facts, &[]);
        let monday = calendar.baseline(Span::day(day("2026-08-31"))).remove(0);
        assert_eq!((monday.day.weekday().idx(), monday.like), (0, None));
        let expected = monday.expected.unwrap();
        for (found, by_hand) in expected.into_iter().zip([900.0, 90.0, 9_000.0]) {
            assert!((found - by_hand).abs() < 1e-6, "{expected:?}");
        }
        assert_eq!(monday.actual, Some([900.0, 90.0, 9_000.0]));
    }

    #[test]
    fn a_day_of_an_event_is_held_against_the_same_day_of_the_event_before() {
        // 100 a day, 300 on the day before the event's, 900 on its day; a year later twice that.
        let all = Span::new(day("2025-01-01"), day("2026-06-30"));
        let events = [event("x", "2025-06-18", 1, 0), event("x", "2026-06-18", 1, 0)];
        let growth = |day: Day| if day.ymd().0 == 2026 { 2 } else { 1 };
        let by_event = |day: Day| match (day + 1, day) {
            (next, _) if events.iter().any(|event| event.anchor == next) => 3,
            (_, same) if events.iter().any(|event| event.anchor == same) => 9,
            _ => 1,
        };
        let facts = facts(all, |day| {
            let value = 100 * growth(day) * by_event(day);
            Some([value, value / 10, value * 10])
        });
        let calendar = Calendar::new(&facts, &events);
        let days = calendar.baseline(Span::new(day("2026-06-17"), day("2026-06-18")));
        let likes: Vec<_> = days.iter().map(|day| day.like).collect();
        assert_eq!(likes, [Some(day("2025-06-17")), Some(day("2025-06-18"))]);
        let (actual, expected, n_days) = states(&days);
        assert_eq!((actual.sales, expected.sales, n_days), (24_000, 24_000, 2));
        // What has no earlier event has no baseline, and is no day of the comparison.
        let first = calendar.baseline(Span::new(day("2025-06-17"), day("2025-06-18")));
        assert_eq!(states(&first).2, 0);
    }

    #[test]
    fn days_without_figures_are_left_out_on_both_sides() {
        let all = Span::new(day("2026-07-06"), day("2026-09-06"));
        let facts = facts(all, |day| (day != self::day("2026-09-02")).then_some([100, 10, 1_000]));
        let days =
            Calendar::new(&facts, &[]).baseline(Span::new(day("2026-08-31"), day("2026-09-06")));
        let (actual, expected, n_days) = states(&days);
        assert_eq!((actual.sales, expected.sales, n_days), (6_000, 6_000, 6));
    }

    proptest! {
        #[test]
        fn a_shop_that_goes_on_as_ever_is_at_its_baseline(
            weekdays in prop::array::uniform7(1_i64..10_000),
            missing in prop::collection::btree_set(1_i32..50, 0..6),
            n_days in 1_i32..40,
        ) {
            let all = Span::new(day("2026-01-05"), day("2026-06-28"));
            let first = day("2026-04-06");
            let is_missing = |day: Day| missing.contains(&(first - day));
            let facts = facts(all, |day| {
                let value = weekdays[day.weekday().idx()];
                (!is_missing(day)).then_some([value * 30, value, value * 200])
            });
            let span = Span::new(first, first + (n_days - 1));
            let (actual, expected, n) = states(&Calendar::new(&facts, &[]).baseline(span));
            prop_assert_eq!(n, span.n_days());
            // A missing day may shift the level of four weeks against that of eight no more than
            // rounding does: levels are means of weekdays.
            prop_assert!((actual.sales - expected.sales).abs() <= 1, "{actual:?} {expected:?}");
        }
    }
}
