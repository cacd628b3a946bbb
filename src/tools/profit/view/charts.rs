//! Waterfalls and tornados as charts.

use crate::base::locale::Locale;
use crate::base::money::Money;
use crate::chart::spans::{Span, SpanChart, SpanRow, Tone};
use crate::i18n::format;
use crate::tools::profit::calc::whatif::{Fall, Swing};
use crate::tools::profit::model::PriceStep;
use crate::tools::profit::text::whatif::{fall, lever, text};

/// The amounts of an axis are in yuan, from a hundred thousand on in 万 or K.
fn axis(most: i64, locale: Locale) -> (i64, &'static str) {
    match locale {
        _ if most < 10_000_000 => (100, text(locale).yuan),
        Locale::Zh => (1_000_000, text(locale).many_yuan),
        Locale::En => (100_000, text(locale).many_yuan),
    }
}

/// A waterfall. Bars that take away are told with a minus.
pub fn waterfall(falls: &[Fall], steps: &[PriceStep], locale: Locale) -> SpanChart {
    let t = text(locale);
    let mut rows = Vec::with_capacity(falls.len());
    for one in falls {
        let amount = one.to - one.from;
        let tone = match one.is_sum {
            true => Tone::Sum,
            false if amount < Money::ZERO => Tone::Less,
            false => Tone::More,
        };
        let words = format::money_compact(amount, locale);
        let cells = vec![format::money(amount), format::money(one.to)];
        let spans = vec![Span { from: one.from.fen(), to: one.to.fen(), tone }];
        rows.push(SpanRow { name: fall(one.of, steps, locale), spans, words, cells });
    }
    let most = falls.iter().map(|one| one.to.fen().abs()).max().unwrap_or(0);
    let (divisor, unit) = axis(most, locale);
    let heads = [t.head_item, t.head_amount, t.head_left].map(str::to_owned).to_vec();
    SpanChart { rows, base: 0, is_running: true, divisor, caption: unit.to_owned(), heads }
}

/// A tornado around the profit as it is.
pub fn tornado(swings: &[Swing], profit: Money, locale: Locale) -> SpanChart {
    let t = text(locale);
    let mut rows = Vec::with_capacity(swings.len());
    for swing in swings {
        let span = |to: Money| Span {
            from: profit.fen(),
            to: to.fen(),
            tone: if to < profit { Tone::Less } else { Tone::More },
        };
        let width = Money::from_fen_clamped(swing.width());
        rows.push(SpanRow {
            name: lever(swing.lever, locale).to_owned(),
            spans: vec![span(swing.down), span(swing.up)],
            words: format::money_compact(width, locale),
            cells: [swing.down, swing.up, width].map(format::money).to_vec(),
        });
    }
    let ends = || swings.iter().flat_map(|swing| [swing.down.fen().abs(), swing.up.fen().abs()]);
    let (divisor, unit) = axis(ends().max().unwrap_or(0), locale);
    let heads = [t.head_item, t.head_down, t.head_up, t.head_width].map(str::to_owned).to_vec();
    let caption = format!("{} · {unit}", t.month_profit);
    SpanChart { rows, base: profit.fen(), is_running: false, divisor, caption, heads }
}
