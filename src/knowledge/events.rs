//! The events of the trade, as data, and the days on which they fall.

use crate::base::day::Day;
use crate::base::id::Id;
use crate::base::locale::Locale;
use crate::base::order;
use crate::base::span::Span;
use crate::knowledge::lunar::{self, Festival};

/// An event on its days of one year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventInstance {
    /// The built-in key (`double_11`) or the id of an own event.
    pub key: String,
    /// The user's rule behind it; `None` for a built-in event as it comes.
    pub rule: Option<Id>,
    /// What it is called.
    pub name: EventName,
    /// The days that belong to it, T−n … T+m.
    pub span: Span,
    /// The day itself, T.
    pub anchor: Day,
    /// What a day of it sells against a usual day, in basis points: 30,000 is three times.
    pub uplift_bp: u32,
}

/// A name in both languages; what the user typed stands in both.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct EventName {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

impl EventName {
    /// The name in a language.
    pub fn name(&self, locale: Locale) -> &str {
        match locale {
            Locale::Zh => &self.zh,
            Locale::En => &self.en,
        }
    }
}

/// When a built-in event falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Every year on this month and day.
    Solar(u8, u8),
    /// With the moon.
    Lunar(Festival),
    /// A number of days before a festival of the moon.
    Before(Festival, u8),
}

/// One row of the built-in table.
#[derive(Clone, Copy, Debug)]
pub struct BuiltIn {
    /// Its name in the file format, for good.
    pub key: &'static str,
    /// Chinese name.
    pub zh: &'static str,
    /// English name.
    pub en: &'static str,
    /// The day itself.
    pub when: When,
    /// Days before that belong to it.
    pub before: u8,
    /// Days after that belong to it.
    pub after: u8,
    /// Default uplift in basis points. An assumption of this program, to be learned or changed.
    pub uplift_bp: u32,
}

const fn row(
    key: &'static str,
    names: (&'static str, &'static str),
    when: When,
    (before, after): (u8, u8),
    uplift_bp: u32,
) -> BuiltIn {
    BuiltIn { key, zh: names.0, en: names.1, when, before, after, uplift_bp }
}

use Festival::{MidAutumn, Qixi, Spring};
use When::{Before, Lunar, Solar};

/// The built-in events, in the order of the year (E-01 … E-05 and the platform's own days).
///
/// Reach and uplift are this program's defaults; phases of one event are rows of their own, so
/// that each has its own days and its own uplift.
pub static BUILT_IN: &[BuiltIn] = &[
    row("new_year_goods", ("年货节", "New Year Goods"), Before(Spring, 24), (0, 6), 14_000),
    row("spring_festival", ("春节", "Spring Festival"), Lunar(Spring), (3, 6), 4_500),
    row("valentine", ("情人节", "Valentine's Day"), Solar(2, 14), (5, 0), 13_000),
    row("women_3_8", ("3.8 节", "Women's Day 3.8"), Solar(3, 8), (4, 0), 15_000),
    row("sale_4_18", ("4·18", "4·18 Sale"), Solar(4, 18), (1, 0), 11_500),
    row("labour_day", ("五一", "Labour Day"), Solar(5, 1), (0, 4), 11_000),
    row("presale_618", ("618 预售", "618 presale"), Solar(5, 24), (0, 6), 10_500),
    row("burst_618", ("618 开门红", "618 opening"), Solar(5, 31), (0, 3), 16_000),
    row("main_618", ("618", "618"), Solar(6, 18), (2, 0), 20_000),
    row("qixi", ("七夕", "Qixi"), Lunar(Qixi), (6, 0), 14_000),
    row("sale_8_8", ("8.8", "8.8 Sale"), Solar(8, 8), (0, 0), 11_500),
    row("sale_9_9", ("9.9", "9.9 Sale"), Solar(9, 9), (0, 0), 12_000),
    row("mid_autumn", ("中秋", "Mid-Autumn"), Lunar(MidAutumn), (10, 0), 13_500),
    row("national_day", ("国庆", "National Day"), Solar(10, 1), (0, 6), 9_000),
    row("presale_11", ("双11 预售", "Double 11 presale"), Solar(10, 24), (0, 6), 10_500),
    row("first_wave_11", ("双11 第一波", "Double 11 first wave"), Solar(10, 31), (0, 3), 17_000),
    row("double_11", ("双11", "Double 11"), Solar(11, 11), (1, 0), 35_000),
    row("double_12", ("双12", "Double 12"), Solar(12, 12), (1, 0), 22_000),
];

/// The built-in event with this key.
pub fn built_in(key: &str) -> Option<&'static BuiltIn> {
    BUILT_IN.iter().find(|event| event.key == key)
}

impl BuiltIn {
    /// The day itself in a calendar year; `None` where the lunar table ends.
    pub fn anchor(&self, year: i32) -> Option<Day> {
        match self.when {
            Solar(month, day) => Day::new(year, month, day),
            Lunar(festival) => lunar::festival(festival, year),
            Before(festival, n) => Some(lunar::festival(festival, year)? - i32::from(n)),
        }
    }
}

/// What the user says about an event: in the place of a built-in one, or an own one.
#[derive(Clone, Copy, Debug)]
pub struct Override<'a> {
    /// The user's rule.
    pub id: Id,
    /// The built-in event that it replaces.
    pub built_in: Option<&'a str>,
    /// What it is called; empty for the built-in name.
    pub name: &'a str,
    /// Whether it counts.
    pub is_on: bool,
    /// Days before the day itself.
    pub before: u8,
    /// Days after the day itself.
    pub after: u8,
    /// Uplift in basis points.
    pub uplift_bp: u32,
    /// The days themselves; empty for those of the built-in table.
    pub days: &'a [Day],
}

/// The events that have a day in `span`, by their first day and then by key.
///
/// An override whose `days` name a day in a calendar year replaces the table's day of that year
/// only; in the other years the table's day stands.
pub fn instances(span: Span, overrides: &[Override<'_>]) -> Vec<EventInstance> {
    // An event of the year before or after may reach into the span.
    let years = span.from().ymd().0 - 1..=span.to().ymd().0 + 1;
    let mut events = Vec::new();
    for event in BUILT_IN {
        let own = overrides.iter().find(|own| own.built_in == Some(event.key));
        if own.is_some_and(|own| !own.is_on) {
            continue;
        }
        for year in years.clone() {
            let moved = own.and_then(|own| own.days.iter().find(|day| day.ymd().0 == year));
            let Some(anchor) = moved.copied().or_else(|| event.anchor(year)) else { continue };
            events.push(built_in_instance(event, own, anchor));
        }
    }
    for own in overrides.iter().filter(|own| own.built_in.is_none() && own.is_on) {
        events.extend(own.days.iter().map(|&anchor| EventInstance {
            key: own.id.to_string(),
            rule: Some(own.id),
            name: EventName { zh: own.name.to_owned(), en: own.name.to_owned() },
            span: reach(anchor, own.before, own.after),
            anchor,
            uplift_bp: own.uplift_bp,
        }));
    }
    events.retain(|event| event.span.overlap(span).is_some());
    order::sort_by(&mut events, |a, b| (a.span.from(), &a.key).cmp(&(b.span.from(), &b.key)));
    events
}

fn built_in_instance(event: &BuiltIn, own: Option<&Override<'_>>, anchor: Day) -> EventInstance {
    let (before, after, uplift_bp) = own
        .map_or((event.before, event.after, event.uplift_bp), |own| {
            (own.before, own.after, own.uplift_bp)
        });
    let name = match own.map(|own| own.name).filter(|name| !name.is_empty()) {
        Some(name) => EventName { zh: name.to_owned(), en: name.to_owned() },
        None => EventName { zh: event.zh.to_owned(), en: event.en.to_owned() },
    };
    EventInstance {
        key: event.key.to_owned(),
        rule: own.map(|own| own.id),
        name,
        span: reach(anchor, before, after),
        anchor,
        uplift_bp,
    }
}

fn reach(anchor: Day, before: u8, after: u8) -> Span {
    Span::new(anchor - i32::from(before), anchor + i32::from(after))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn year(year: i32) -> Span {
        Span::new(Day::new(year, 1, 1).unwrap(), Day::new(year, 12, 31).unwrap())
    }

    fn own(built_in: Option<&'static str>, days: &'static [Day]) -> Override<'static> {
        Override {
            id: Id::from_bits(7),
            built_in,
            name: "",
            is_on: true,
            before: 0,
            after: 0,
            uplift_bp: 20_000,
            days,
        }
    }

    #[test]
    fn every_built_in_event_has_a_day_in_every_year_through_2035() {
        for y in 2024..=2035 {
            let events = instances(year(y), &[]);
            for event in BUILT_IN {
                assert!(events.iter().any(|found| found.key == event.key), "{} {y}", event.key);
            }
        }
    }

    #[test]
    fn keys_are_unique_and_moving_events_move() {
        for (idx, event) in BUILT_IN.iter().enumerate() {
            assert!(BUILT_IN[..idx].iter().all(|other| other.key != event.key));
        }
        let anchor = |y: i32| built_in("mid_autumn").unwrap().anchor(y);
        assert_eq!(anchor(2025), Some(day("2025-10-06")));
        assert_eq!(anchor(2026), Some(day("2026-09-25")));
    }

    #[test]
    fn a_switched_off_event_is_gone_and_a_moved_one_stands_on_its_new_day() {
        let off = Override { is_on: false, ..own(Some("double_12"), &[]) };
        assert!(instances(year(2026), &[off]).iter().all(|event| event.key != "double_12"));

        static MOVED: [Day; 1] = [Day::from_number(20_800)];
        let events = instances(year(MOVED[0].ymd().0), &[own(Some("double_11"), &MOVED)]);
        let moved = events.iter().find(|event| event.key == "double_11").unwrap();
        assert_eq!((moved.span, moved.uplift_bp), (Span::day(MOVED[0]), 20_000));
        let next = instances(year(MOVED[0].ymd().0 + 1), &[own(Some("double_11"), &MOVED)]);
        assert!(next.iter().any(|event| event.key == "double_11" && event.anchor.ymd().1 == 11));
    }

    #[test]
    fn an_event_that_reaches_into_the_span_belongs_to_it() {
        let events = instances(Span::day(day("2026-10-05")), &[]);
        assert!(events.iter().any(|event| event.key == "national_day"));
    }
}
