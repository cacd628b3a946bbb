//! An axis from values to pixels and back, with its ticks.

use crate::base::order;
use crate::chart::bubbles::BubbleAxis;
use crate::chart::ticks::tick_label;

/// How an axis writes its numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AxisUnit {
    /// As they are.
    #[default]
    Count,
    /// 分, written in yuan.
    Fen,
    /// Basis points, written in per cent.
    Percent,
    /// Basis points, written as multiples.
    Times,
}

impl AxisUnit {
    fn divisor(self) -> i64 {
        match self {
            Self::Count => 1,
            Self::Fen | Self::Percent => 100,
            Self::Times => 10_000,
        }
    }

    fn write(self, value: i64) -> String {
        let number = tick_label(value, self.divisor());
        match self {
            Self::Count | Self::Fen => number,
            Self::Percent => format!("{number}%"),
            Self::Times => format!("{number}×"),
        }
    }
}

/// An axis from values to pixels and back.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    is_log: bool,
    /// The least and the greatest value, as they are measured: on a log axis their logarithms.
    from: f64,
    to: f64,
    /// Where these two stand, in CSS pixels.
    from_px: f64,
    to_px: f64,
    /// Round values with how they are written.
    pub ticks: Vec<(i64, String)>,
}

impl Scale {
    /// The axis over these values; it has no place in the picture yet.
    pub fn of(axis: &BubbleAxis, values: &[i64]) -> Self {
        let usable = || values.iter().copied().filter(|value| !axis.is_log || 0 < *value);
        let least = usable().min().unwrap_or(if axis.is_log { 1 } else { 0 });
        let most = usable().max().unwrap_or(if axis.is_log { 10 } else { 1 });
        let (from, to) = if axis.is_log {
            let (from, to) = ((least as f64).ln(), (most as f64).ln());
            if to - from < 0.7 { (from - 0.7, to + 0.7) } else { (from, to) }
        } else {
            let (from, to) = (least as f64, most as f64);
            let room = (from.abs().max(to.abs()) * 0.1).max(axis.unit.divisor() as f64);
            if to - from < room { (from - room, to + room) } else { (from, to) }
        };
        let mut scale =
            Self { is_log: axis.is_log, from, to, from_px: 0.0, to_px: 1.0, ticks: Vec::new() };
        let ticks = if axis.is_log { scale.log_ticks() } else { scale.even_ticks(axis.unit) };
        scale.ticks = ticks.into_iter().map(|value| (value, axis.unit.write(value))).collect();
        scale
    }

    /// Puts the least value at one place and the greatest at another.
    pub fn spread(&mut self, from_px: f64, to_px: f64) {
        (self.from_px, self.to_px) = (from_px, to_px);
    }

    /// Where a value stands; one beyond an end stands there.
    pub fn at(&self, value: i64) -> f64 {
        let measured = self.measured(value);
        let share = ((measured - self.from) / (self.to - self.from)).clamp(0.0, 1.0);
        self.from_px + share * (self.to_px - self.from_px)
    }

    /// The value at a place, to the whole.
    pub fn value_at(&self, px: f64) -> i64 {
        let width = self.to_px - self.from_px;
        let share = if width == 0.0 { 0.0 } else { (px - self.from_px) / width };
        let measured = self.from + share.clamp(0.0, 1.0) * (self.to - self.from);
        // Casting saturates.
        if self.is_log { measured.exp().round() as i64 } else { measured.round() as i64 }
    }

    /// The value some hundredths of the axis away from another, at least one unit.
    pub fn stepped(&self, value: i64, hundredths: f64) -> i64 {
        let step = (self.to - self.from) * hundredths / 100.0;
        let measured = (self.measured(value) + step).clamp(self.from, self.to);
        let next = if self.is_log { measured.exp() } else { measured }.round() as i64;
        match (next == value, 0.0 < hundredths) {
            (false, _) => next,
            (true, true) => value.saturating_add(1),
            (true, false) => value.saturating_sub(1),
        }
    }

    fn measured(&self, value: i64) -> f64 {
        match (self.is_log, value) {
            (true, value) if value <= 0 => self.from,
            (true, value) => (value as f64).ln(),
            (false, value) => value as f64,
        }
    }

    /// 1, 2 and 5 times powers of ten; only powers where these would be many.
    fn log_ticks(&self) -> Vec<i64> {
        let (from, to) = (self.from.exp(), self.to.exp());
        let mut all = Vec::new();
        let mut power = 1_i64;
        while (power as f64) <= to {
            for times in [1, 2, 5] {
                let value = power.saturating_mul(times);
                if (from..=to).contains(&(value as f64)) {
                    all.push(value);
                }
            }
            let Some(next) = power.checked_mul(10) else { break };
            power = next;
        }
        if 8 < all.len() {
            all.retain(|value| value.to_string().starts_with('1'));
        }
        if all.len() < 2 {
            // Less than a step of these: round numbers in between.
            all = even(from, to, 1);
        }
        order::sort(&mut all);
        all
    }

    fn even_ticks(&self, unit: AxisUnit) -> Vec<i64> {
        even(self.from, self.to, (unit.divisor() / 100).max(1))
    }
}

/// Some five round values between two; steps are 1, 2 or 5 times a power of ten of `unit`.
fn even(from: f64, to: f64, unit: i64) -> Vec<i64> {
    let least = ((to - from) / 5.0).max(unit as f64);
    let mut step = unit as f64;
    'found: loop {
        for times in [1.0, 2.0, 5.0] {
            if least <= step * times {
                step *= times;
                break 'found;
            }
        }
        step *= 10.0;
    }
    let first = (from / step).ceil();
    (0..12)
        .map(|nth| (first + f64::from(nth)) * step)
        .take_while(|value| *value <= to)
        .map(|value| value.round() as i64)
        .collect()
}
