//! What a campaign really added: its days over usual days, less what was put off before it and
//! bought ahead in it.

use crate::base::day::Day;
use crate::base::span::Span;
use crate::knowledge::events::{EventInstance, EventName};
use crate::tools::diagnosis::calc::baseline::Calendar;

/// How many days before speak for usual days.
const WINDOW: i32 = 56;

/// Some days against usual ones, 分.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Against {
    /// What they brought.
    pub actual: i64,
    /// What usual days would have.
    pub usual: i64,
    /// Days on which both are known.
    pub n_days: usize,
    /// Days of it.
    pub of_days: usize,
}

impl Against {
    /// Actual − usual.
    pub fn more(self) -> i64 {
        self.actual.saturating_sub(self.usual)
    }
}

/// A campaign's increment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Increment {
    /// The event's key.
    pub key: String,
    /// What it is called.
    pub name: EventName,
    /// Its days.
    pub span: Span,
    /// Its own days.
    pub during: Against,
    /// The days before it, as far as they are of no other event.
    pub before: Against,
    /// The days after it, likewise.
    pub after: Against,
}

impl Increment {
    /// What it really added: its own days and the dips around it.
    pub fn total(&self) -> i64 {
        [self.during, self.before, self.after]
            .into_iter()
            .fold(0, |sum, part| sum.saturating_add(part.more()))
    }
}

/// What an event added. Usual days are the means of their weekdays over the 56 days before the
/// days before it, events and dips left out; `None` where no day of the event has both.
pub fn increment(calendar: &Calendar<'_>, event: &EventInstance, n_dip: i32) -> Option<Increment> {
    let span = event.span;
    let first = span.from() - n_dip;
    let usual = calendar.weekdays(Span::new(first - WINDOW, first - 1), |_| true);
    let against = |days: &mut dyn Iterator<Item = Day>| {
        let mut found = Against::default();
        let (mut actual, mut expected) = (0.0, 0.0);
        for day in days {
            found.of_days += 1;
            let values = calendar.actual(day).zip(usual[day.weekday().idx()]);
            if let Some((was, usual)) = values {
                actual += was[2];
                expected += usual[2];
                found.n_days += 1;
            }
        }
        (found.actual, found.usual) = (actual.round() as i64, expected.round() as i64);
        found
    };
    let around = |from: Day, n: i32| {
        let days = (0..n).map(move |idx| from + idx);
        against(&mut days.filter(|day| calendar.event(*day).is_none()))
    };
    let during = against(&mut span.days());
    (0 < during.n_days).then(|| Increment {
        key: event.key.clone(),
        name: event.name.clone(),
        span,
        during,
        before: around(first, n_dip),
        after: around(span.to() + 1, n_dip),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::chunk::Chunk;
    use crate::facts::set::FactSet;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn event(key: &str, from: &str, to: &str) -> EventInstance {
        let span = Span::new(day(from), day(to));
        let name = EventName::default();
        let (rule, uplift_bp) = (None, 20_000);
        EventInstance { key: key.to_owned(), rule, name, span, anchor: span.to(), uplift_bp }
    }

    /// ¥10 a day; 60 on two days of an event, 8 on the three days before it, 7 on those after.
    fn facts() -> FactSet {
        let all = Span::new(day("2026-03-01"), day("2026-06-30"));
        let mut chunk = Chunk::empty(all);
        for day in all.days() {
            let sales = match day - self::day("2026-06-10") {
                0 | 1 => 6_000,
                -3..=-1 => 800,
                2..=4 => 700,
                _ => 1_000,
            };
            for (key, value) in [("visitors", 100), ("buyers", 5), ("sales", sales)] {
                chunk.set(key, day, Some(value));
            }
        }
        FactSet { shop_days: vec![chunk.into_ref().unwrap()], ..FactSet::default() }
    }

    #[test]
    fn dips_before_and_after_are_taken_off() {
        let (facts, events) = (facts(), [event("a", "2026-06-10", "2026-06-11")]);
        let calendar = Calendar::new(&facts, &events);
        let found = increment(&calendar, &events[0], 3).unwrap();
        assert_eq!((found.during.more(), found.during.n_days), (10_000, 2));
        // 3 × −2 and 3 × −3.
        assert_eq!((found.before.more(), found.after.more()), (-600, -900));
        assert_eq!(found.total(), 8_500);
        assert_eq!(increment(&calendar, &events[0], 0).unwrap().total(), 10_000);
    }

    #[test]
    fn the_days_of_another_event_are_no_dip() {
        let events =
            [event("a", "2026-06-10", "2026-06-11"), event("b", "2026-06-13", "2026-06-14")];
        let facts = facts();
        let calendar = Calendar::new(&facts, &events);
        let found = increment(&calendar, &events[0], 3).unwrap();
        assert_eq!((found.after.of_days, found.after.more()), (1, -300));
        assert_eq!(increment(&calendar, &event("c", "2027-01-01", "2027-01-02"), 3), None);
    }
}
