//! Where things stand on a progress ruler.

use crate::base::money::div_round;

/// What a ruler shows, all in one unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RulerData {
    /// The whole target; the track.
    pub target: i64,
    /// What has been reached; the bar.
    pub actual: i64,
    /// What should have been reached by now; the tick.
    pub due: Option<i64>,
    /// Between what the end is expected; the band.
    pub forecast: Option<(i64, i64)>,
}

/// The same in hundredths of a percent of the ruler's width, 0–10,000.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RulerMarks {
    /// Where the track ends: at the target.
    pub track: i64,
    /// Where the bar ends.
    pub bar: i64,
    /// Where the tick stands.
    pub due: Option<i64>,
    /// From where to where the band goes.
    pub band: Option<(i64, i64)>,
}

impl RulerData {
    /// The marks on a ruler that is as long as the largest of target, actual and forecast.
    pub fn marks(&self) -> RulerMarks {
        let forecast_end = self.forecast.map_or(0, |(_, high)| high);
        let whole = self.target.max(self.actual).max(forecast_end).max(1);
        let place = |value: i64| div_round(i128::from(value.max(0)) * 10_000, whole.into()) as i64;
        RulerMarks {
            track: place(self.target),
            bar: place(self.actual),
            due: self.due.map(place),
            band: self.forecast.map(|(low, high)| (place(low), place(high.max(low)))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_value_is_the_end_of_the_ruler() {
        let data = RulerData { target: 132_600, actual: 82_600, due: Some(79_300), forecast: None };
        let marks = data.marks();
        assert_eq!((marks.track, marks.bar, marks.due), (10_000, 6_229, Some(5_980)));
        let data = RulerData { forecast: Some((129_000, 140_000)), ..data };
        assert_eq!(data.marks().track, 9_471);
        assert_eq!(data.marks().band, Some((9_214, 10_000)));
    }

    #[test]
    fn nothing_and_less_than_nothing_stand_at_the_start() {
        let marks = RulerData { actual: -5, ..RulerData::default() }.marks();
        assert_eq!((marks.track, marks.bar), (0, 0));
    }
}
