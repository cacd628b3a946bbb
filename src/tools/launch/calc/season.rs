//! Whether it is time to launch a season's items (T-47, R-29): what competitors show, and how far
//! ahead of the event the day lies. And how far a bestseller is built (T-49).

use crate::base::day::Day;
use crate::base::ratio::Ratio;
use crate::base::span::Span;
use crate::knowledge::hits::HIT_STEPS;
use crate::tools::launch::model::{HitPlan, Season};

/// What the competitors say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Peers {
    /// Nobody looked.
    Unknown,
    /// None has launched: wait.
    NoneLaunched,
    /// Some launched, and too few of those that were looked at sell: wait.
    NotMoving,
    /// They launched, and it sells: go.
    Selling,
}

/// How many competitors were looked at, have launched, sell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    /// Looked at.
    pub n_seen: usize,
    /// Have launched.
    pub n_launched: usize,
    /// Have launched, and it sells.
    pub n_selling: usize,
    /// What that says.
    pub says: Peers,
}

/// Counts the competitors of a season; `enough` is the share of those that were looked at that
/// has to sell.
pub fn peers(season: &Season, enough: Ratio) -> Counted {
    let n_seen = season.seen.len();
    let n_launched = season.seen.iter().filter(|peer| peer.has_launched).count();
    let sells = |peer: &&_| {
        matches!(
            peer,
            crate::tools::launch::model::PeerSeen {
                has_launched: true,
                is_selling: Some(true),
                ..
            }
        )
    };
    let n_selling = season.seen.iter().filter(sells).count();
    let is_enough = i64::from(enough.bp()) * n_seen as i64 <= 10_000 * n_selling as i64;
    let says = match (n_seen, n_launched, n_selling) {
        (0, ..) => Peers::Unknown,
        (_, 0, _) => Peers::NoneLaunched,
        (.., 1..) if is_enough => Peers::Selling,
        _ => Peers::NotMoving,
    };
    Counted { n_seen, n_launched, n_selling, says }
}

/// How a launch lies to its event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timing {
    /// The day of the event.
    pub event: Day,
    /// The days on which a launch is in time.
    pub window: Span,
    /// How the launch lies to that.
    pub lies: Lies,
}

/// How a day lies to a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lies {
    /// So many days before it.
    Early(i32),
    /// Within.
    Within,
    /// So many days after it.
    Late(i32),
}

/// How a launch lies to the nearest of the event's days; `None` where there is none.
pub fn timing(season: &Season, launch: Day, events: &[Day]) -> Option<Timing> {
    let event = *events.iter().min_by_key(|day| (**day - launch).abs())?;
    let ahead = |days: i64| {
        let days = i32::try_from(days.clamp(0, 3_660)).unwrap_or(0);
        Day::from_number(event.number().saturating_sub(days).max(Day::MIN.number()))
    };
    // Bounds that are the wrong way round hold the same days.
    let window = Span::new(ahead(season.days_early), ahead(season.days_late));
    let lies = if launch < window.from() {
        Lies::Early(window.from() - launch)
    } else if window.to() < launch {
        Lies::Late(launch - window.to())
    } else {
        Lies::Within
    };
    Some(Timing { event, window, lies })
}

/// What a usual day of a month sells against one of the year, from the weights of the months;
/// `None` where all are zero.
pub fn month_index(months: &[u32; 12], day: Day) -> Option<Ratio> {
    let sum: i64 = months.iter().map(|weight| i64::from(*weight)).sum();
    let (_, month, _) = day.ymd();
    let weight = months.get(usize::from(month).checked_sub(1)?)?;
    Ratio::of(i64::from(*weight) * 12, sum)
}

/// How many steps of a bestseller are done, and the key of the next one.
pub fn progress(plan: &HitPlan) -> (usize, Option<&'static str>) {
    let is_done =
        |key: &str| plan.steps.iter().any(|step| step.key == key && step.done_on.is_some());
    let n_done = HIT_STEPS.iter().filter(|step| is_done(step.key)).count();
    let next = HIT_STEPS.iter().find(|step| !is_done(step.key)).map(|step| step.key);
    (n_done, next)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::base::extra::Extra;
    use crate::base::id::Id;
    use crate::tools::launch::model::{HitStep, PeerSeen};

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn season(peers: &[(bool, Option<bool>)]) -> Season {
        let mut season = Season::new(Id::from_bits(1), "春装".to_owned());
        for (number, (has_launched, is_selling)) in peers.iter().enumerate() {
            season.seen.push(PeerSeen {
                rival: Id::from_bits(number as u64),
                has_launched: *has_launched,
                is_selling: *is_selling,
                seen_on: None,
                extra: Extra::new(),
            });
        }
        season
    }

    #[track_caller]
    fn check(seen: &[(bool, Option<bool>)], expected: Peers) {
        assert_eq!(peers(&season(seen), Ratio::from_bp(5_000)).says, expected);
    }

    #[test]
    fn peers_that_sell_say_go_and_all_else_says_wait() {
        check(&[], Peers::Unknown);
        check(&[(false, None), (false, Some(true))], Peers::NoneLaunched);
        check(&[(true, Some(false)), (true, None)], Peers::NotMoving);
        check(&[(true, Some(true)), (true, Some(false))], Peers::Selling);
        // One of three is under a half.
        check(&[(true, Some(true)), (true, Some(false)), (false, None)], Peers::NotMoving);
    }

    #[test]
    fn a_launch_is_early_in_time_or_late_by_days() {
        let season = season(&[]);
        let events = [day("2026-03-08"), day("2027-03-08")];
        let lies = |launch: &str| timing(&season, day(launch), &events).unwrap();
        // Six weeks before 8 March is 25 January, ten days before it 26 February.
        assert_eq!(lies("2026-01-24").lies, Lies::Early(1));
        assert_eq!(lies("2026-01-25").lies, Lies::Within);
        assert_eq!(lies("2026-02-26").lies, Lies::Within);
        assert_eq!(lies("2026-02-28").lies, Lies::Late(2));
        assert_eq!(lies("2026-03-20").lies, Lies::Late(22));
        assert_eq!(lies("2026-12-30").event, day("2027-03-08"));
        assert_eq!(timing(&season, day("2026-01-24"), &[]), None);
    }

    #[test]
    fn a_month_is_told_against_the_usual_one() {
        let mut months = [100; 12];
        months[10] = 1_300;
        // (11 × 100 + 1,300) ÷ 12 = 200.
        assert_eq!(month_index(&months, day("2026-11-05")), Some(Ratio::from_bp(65_000)));
        assert_eq!(month_index(&months, day("2026-10-05")), Some(Ratio::from_bp(5_000)));
        assert_eq!(month_index(&[0; 12], day("2026-10-05")), None);
    }

    #[test]
    fn steps_that_are_done_count_and_the_first_that_is_not_is_next() {
        let mut plan =
            HitPlan { product: Id::from_bits(1), steps: Vec::new(), extra: Extra::new() };
        assert_eq!(progress(&plan), (0, Some("needs")));
        for key in ["needs", "page"] {
            let mut step = HitStep::new(key.to_owned());
            assert!(step.is_blank());
            step.done_on = Some(day("2026-10-01"));
            plan.steps.push(step);
        }
        assert_eq!(progress(&plan), (2, Some("value")));
    }

    proptest! {
        #[test]
        fn a_day_lies_in_one_place(
            launch in 0_i32..1_000, early in 0_i64..200, late in 0_i64..200, event in 0_i32..1_000,
        ) {
            let mut season = season(&[]);
            (season.days_early, season.days_late) = (early, late);
            let base = day("2025-01-01");
            let found = timing(&season, base + launch, &[base + event]).unwrap();
            prop_assert_eq!(found.window.contains(base + launch), found.lies == Lies::Within);
            if let Lies::Early(days) | Lies::Late(days) = found.lies {
                prop_assert!(0 < days);
            }
        }
    }
}
