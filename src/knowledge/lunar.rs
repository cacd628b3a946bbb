//! The civil dates of lunar festivals.
//!
//! A table and not a calculation: the browsers' own Chinese calendar puts 春节 2027 on 02-07 and
//! 2030 on 02-02, a day off each. Source: the almanac dates of GB/T 33661-2017 as published by
//! the Hong Kong Observatory. The tests below check every row twice: against the well-known
//! packed table of lunar years, and against computed new moons.

use crate::base::day::Day;

/// A festival whose day follows the moon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Festival {
    /// 春节, the first day of the first month.
    Spring,
    /// 七夕, the seventh day of the seventh month.
    Qixi,
    /// 中秋, the fifteenth day of the eighth month.
    MidAutumn,
}

/// The first year of the table.
pub const FIRST_YEAR: i32 = 2020;
/// The last year of the table.
pub const LAST_YEAR: i32 = 2036;

/// Month and day of 春节, 七夕 and 中秋, [`FIRST_YEAR`] first.
const DATES: [[(u8, u8); 3]; 17] = [
    [(1, 25), (8, 25), (10, 1)],
    [(2, 12), (8, 14), (9, 21)],
    [(2, 1), (8, 4), (9, 10)],
    [(1, 22), (8, 22), (9, 29)],
    [(2, 10), (8, 10), (9, 17)],
    [(1, 29), (8, 29), (10, 6)],
    [(2, 17), (8, 19), (9, 25)],
    [(2, 6), (8, 8), (9, 15)],
    [(1, 26), (8, 26), (10, 3)],
    [(2, 13), (8, 16), (9, 22)],
    [(2, 3), (8, 5), (9, 12)],
    [(1, 23), (8, 24), (10, 1)],
    [(2, 11), (8, 12), (9, 19)],
    [(1, 31), (8, 1), (9, 8)],
    [(2, 19), (8, 20), (9, 27)],
    [(2, 8), (8, 10), (9, 16)],
    [(1, 28), (8, 28), (10, 4)],
];

/// The civil day of a festival in a calendar year; `None` outside of the table.
pub fn festival(festival: Festival, year: i32) -> Option<Day> {
    let row = DATES.get(usize::try_from(year - FIRST_YEAR).ok()?)?;
    let (month, day) = row[festival as usize];
    Day::new(year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lunar years 2020–2036 in the encoding that most calendars carry: bits 15–4 are the lengths
    /// of the months (1 = 30 days, first month highest), bits 3–0 the leap month, bit 16 its
    /// length. Independent of the table above: only day counts, anchored on 2020-01-25.
    const PACKED: [u32; 17] = [
        0x07954, 0x06aa0, 0x0ad50, 0x05b52, 0x04b60, 0x0a6e6, 0x0a4e0, 0x0d260, 0x0ea65, 0x0d530,
        0x05aa0, 0x076a3, 0x096d0, 0x04afb, 0x04ad0, 0x0a4d0, 0x1d0b6,
    ];

    /// Days before lunar month `month` of a packed year; 13 for the whole year.
    fn days_before(packed: u32, month: u32) -> i32 {
        let leap = packed & 0xf;
        (1..month)
            .map(|m| {
                let length = |bit: u32| 29 + i32::from(packed & bit != 0);
                let own = length(0x10000 >> m);
                if m == leap { own + length(0x10000) } else { own }
            })
            .sum()
    }

    #[test]
    fn every_festival_is_where_the_lengths_of_lunar_months_put_it() {
        let mut first = Day::new(2020, 1, 25).unwrap();
        for (packed, year) in PACKED.into_iter().zip(FIRST_YEAR..) {
            assert_eq!(festival(Festival::Spring, year), Some(first));
            assert_eq!(festival(Festival::Qixi, year), Some(first + days_before(packed, 7) + 6));
            let mid_autumn = first + days_before(packed, 8) + 14;
            assert_eq!(festival(Festival::MidAutumn, year), Some(mid_autumn));
            first = first + days_before(packed, 13);
        }
        assert_eq!(PACKED.len() as i32, LAST_YEAR - FIRST_YEAR + 1);
    }

    /// The civil day in China of the new moon number `k` after January 2000.
    ///
    /// Meeus, *Astronomical Algorithms*, chapter 49, with its main periodic terms: good to some
    /// minutes, while no new moon of these years falls that close to midnight in China.
    fn new_moon(k: f64) -> Day {
        let t = k / 1236.85;
        let mean = 2_451_550.097_66 + 29.530_588_861 * k + 0.000_154_37 * t * t;
        let rad = |degrees: f64| degrees.to_radians();
        let e = 1.0 - 0.002_516 * t - 0.000_007_4 * t * t;
        let sun = rad(2.5534 + 29.105_356_70 * k - 0.000_001_4 * t * t);
        let moon = rad(201.5643 + 385.816_935_28 * k + 0.010_758_2 * t * t);
        let node = rad(160.7108 + 390.670_502_84 * k - 0.001_611_8 * t * t);
        let correction = -0.40720 * moon.sin()
            + 0.17241 * e * sun.sin()
            + 0.01608 * (2.0 * moon).sin()
            + 0.01039 * (2.0 * node).sin()
            + 0.00739 * e * (moon - sun).sin()
            - 0.00514 * e * (moon + sun).sin()
            + 0.00208 * e * e * (2.0 * sun).sin()
            - 0.00111 * (moon - 2.0 * node).sin()
            - 0.00057 * (moon + 2.0 * node).sin()
            + 0.00056 * e * (2.0 * moon + sun).sin()
            - 0.00042 * (3.0 * moon).sin()
            + 0.00042 * e * (sun + 2.0 * node).sin()
            + 0.00038 * e * (sun - 2.0 * node).sin()
            - 0.00024 * e * (2.0 * moon - sun).sin();
        // Terrestrial time runs about 70 s ahead; China is 8 h ahead of universal time.
        let china = mean + correction - 70.0 / 86_400.0 + 8.0 / 24.0;
        // Julian days begin at noon; 2,440,587.5 is 1970-01-01 00:00.
        Day::from_number((china - 2_440_587.5).floor() as i32)
    }

    fn is_new_moon(day: Day) -> bool {
        let near = ((f64::from(day.number()) + 2_440_588.0 - 2_451_550.1) / 29.530_59).round();
        [near - 1.0, near, near + 1.0].iter().any(|&k| new_moon(k) == day)
    }

    #[test]
    fn every_festival_falls_on_its_day_of_the_moon() {
        for year in FIRST_YEAR..=LAST_YEAR {
            let spring = festival(Festival::Spring, year).unwrap();
            let qixi = festival(Festival::Qixi, year).unwrap();
            let mid_autumn = festival(Festival::MidAutumn, year).unwrap();
            assert!(is_new_moon(spring), "{spring}");
            assert!(is_new_moon(qixi - 6), "{qixi}");
            assert!(is_new_moon(mid_autumn - 14), "{mid_autumn}");
            // 七夕 and 中秋 are in neighbouring months, six or seven months after 春节.
            assert!((37..=38).contains(&(mid_autumn - qixi)), "{year}");
            assert!((182..=214).contains(&(qixi - spring)), "{year}");
        }
    }

    #[test]
    fn the_years_that_browsers_get_wrong_are_right() {
        assert_eq!(festival(Festival::Spring, 2027), Day::new(2027, 2, 6));
        assert_eq!(festival(Festival::Spring, 2030), Day::new(2030, 2, 3));
        assert_eq!(festival(Festival::Spring, 2019), None);
        assert_eq!(festival(Festival::Spring, 2037), None);
    }
}
