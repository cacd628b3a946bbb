//! The funnel, the heat calendar, the scatter.

use leptos::prelude::*;

use crate::base::order;
use crate::base::ratio::Ratio;
use crate::base::span::Span;
use crate::chart::bubbles::{AxisUnit, Bubble, BubbleAxis, BubbleChart};
use crate::chart::heat::{HeatChart, HeatDay, Shade, step_of};
use crate::chart::spans::{Span as Bar, SpanChart, SpanRow, Tone};
use crate::facts::measure::Measure;
use crate::facts::metric::Unit;
use crate::i18n::{format, measure};
use crate::knowledge::metrics;
use crate::tools::boards::model::Panel;
use crate::tools::boards::view::panel::title;
use crate::tools::boards::view::state::Page;
use crate::ui::{BubbleFigure, BubbleWords, Cut, HeatFigure, RowTable, SpanFigure};
use crate::workbook::Workbook;

/// From being seen to being paid, over the period of the board.
#[component]
pub fn Funnel(page: Page) -> impl IntoView {
    let t = page.t;
    let chart = page.store.select(move |wb| {
        page.with(|board| funnel(page, wb, board.span, board.earlier.as_ref().map(|e| e.span)))
            .unwrap_or_default()
    });
    let summary = page.store.select(move |wb| {
        let steps = page.with(|board| wb.funnel(board.span, None))?;
        let first = steps.iter().find(|step| !step.is_of_ads)?;
        let last = steps.last()?;
        let share = Ratio::of(last.reading.value?, first.reading.value?)?;
        let (first, last) = (page.name(&first.measure), page.name(&last.measure));
        Some((t.funnel_summary)(first, last, &format::percent(share)))
    });
    let file_name = (t.file)("funnel");
    view! {
        <SpanFigure
            chart
            summary=Signal::derive(move || summary.get().unwrap_or_default())
            file_name
        />
    }
}

fn funnel(page: Page, wb: &Workbook, span: Span, earlier: Option<Span>) -> SpanChart {
    let t = page.t;
    let none = || format::NONE.to_owned();
    let percent = |share: Option<Ratio>| share.map_or_else(none, format::percent);
    let row = |step: crate::workbook::boards::series::FunnelStep| {
        let value = step.reading.value.unwrap_or(0);
        let count = format::count(value);
        let change = step.change.map_or_else(none, |change| measure::change(change, page.locale));
        let words = match step.share {
            Some(share) => (t.funnel_words)(&count, &format::percent1(share)),
            None => count.clone(),
        };
        let name = page.name(&step.measure);
        let (name, tone) = match step.is_of_ads {
            true => ((t.of_ads)(name), Tone::More),
            false => (name.to_owned(), Tone::Sum),
        };
        SpanRow {
            name,
            spans: vec![Bar { from: 0, to: value, tone }],
            words,
            cells: vec![count, percent(step.share), percent(step.share_before), change],
        }
    };
    SpanChart {
        rows: wb.funnel(span, earlier).into_iter().map(row).collect(),
        divisor: 1,
        caption: t.funnel_caption.to_owned(),
        heads: t.funnel_heads.map(str::to_owned).to_vec(),
        ..SpanChart::default()
    }
}

/// A figure, a square a day.
#[component]
pub fn Heat(page: Page, panel: Memo<Option<Panel>>) -> impl IntoView {
    let t = page.t;
    let figure = Memo::new(move |_| {
        panel.with(|panel| panel.as_ref()?.metrics.first().and_then(|key| metrics::measure(key)))
    });
    let chart = page.store.select(move |wb| {
        let (figure, range) = (figure.get()?, page.range.get()?);
        let values: Vec<Option<i64>> = range.days().map(|day| figure.on(&wb.facts, day)).collect();
        let mut sorted: Vec<i64> = values.iter().copied().flatten().collect();
        order::sort(&mut sorted);
        let day = |place: usize| {
            let value = values.get(place).copied().flatten();
            let words = value.map_or_else(
                || t.no_value.to_owned(),
                |value| measure::value(value, figure.unit, page.locale),
            );
            let shade = value.map_or(Shade::Missing, |value| Shade::Step(step_of(value, &sorted)));
            (words, shade, false)
        };
        Some(calendar(page, wb, range, day))
    });
    let summary = page.store.select(move |wb| {
        let (figure, range) = (figure.get()?, page.range.get()?);
        let reading = figure.reading(&wb.facts, range);
        let name = page.name(&figure);
        Some(format!(
            "{name}: {}",
            (t.days_known)(&page.days(range), reading.n_days, reading.of_days)
        ))
    });
    let file_name = Signal::derive(move || {
        panel.with(|panel| {
            (t.file)(&panel.as_ref().map_or(String::new(), |panel| title(page, panel)))
        })
    });
    view! {
        <p class="small muted">{move || summary.get()}</p>
        <HeatFigure
            chart=Signal::derive(move || chart.get().unwrap_or_default())
            summary=Signal::derive(move || summary.get().unwrap_or_default())
            head=t.heat_head
            file_name
        />
    }
}

/// The days of a range as squares; `of` says of a place what it says and how it is filled.
pub fn calendar(
    page: Page,
    wb: &Workbook,
    range: Span,
    of: impl Fn(usize) -> (String, Shade, bool),
) -> HeatChart {
    let cut = wb.shop.cut();
    let first = cut.week_of(range.from());
    let weeks = cut.weeks(range);
    let mut month = None;
    let columns = weeks.iter().map(|week| {
        let own = week.from().month();
        let is_new = month.replace(own) != Some(own);
        if is_new { format::month_name(own, page.locale) } else { String::new() }
    });
    let rows = cut.weekdays().map(|day| format::weekday_narrow(day, page.locale).to_owned());
    let day = |(place, day): (usize, crate::base::day::Day)| {
        let past = usize::try_from(day - first).unwrap_or(0);
        let (words, shade, is_marked) = of(place);
        let name = format::day_long(day, page.locale);
        HeatDay { column: past / 7, row: past % 7, name, words, shade, is_marked }
    };
    HeatChart {
        columns: columns.collect(),
        rows: rows.to_vec(),
        days: range.days().enumerate().map(day).collect(),
    }
}

/// Two figures, a dot a day.
#[component]
pub fn Scatter(page: Page, panel: Memo<Option<Panel>>) -> impl IntoView {
    let t = page.t;
    let figures = Memo::new(move |_| {
        panel.with(|panel| {
            let metrics = &panel.as_ref()?.metrics;
            Some((metrics::measure(metrics.first()?)?, metrics::measure(metrics.get(1)?)?))
        })
    });
    let chart = page.store.select(move |wb| {
        let ((x, y), range) = (figures.get()?, page.range.get()?);
        let bubble = |day| {
            Some(Bubble {
                name: format::day_numeric(day),
                x: x.on(&wb.facts, day)?,
                y: y.on(&wb.facts, day)?,
                area: 0,
                kind: 0,
                before: None,
                is_chosen: false,
            })
        };
        Some(BubbleChart {
            x: axis(page, &x),
            y: axis(page, &y),
            bubbles: range.days().filter_map(bubble).collect(),
            ..BubbleChart::default()
        })
    });
    let summary = Signal::derive(move || {
        let n = chart.with(|chart| chart.as_ref().map_or(0, |chart| chart.bubbles.len()));
        figures
            .get()
            .map_or_else(String::new, |(x, y)| (t.scatter_summary)(page.name(&x), page.name(&y), n))
    });
    let words = BubbleWords {
        cut_x: "",
        cut_y: "",
        keys: t.scatter_keys,
        value: Callback::new(move |(is_x, value): Cut| {
            figures.get_untracked().map_or_else(String::new, |(x, y)| {
                let unit = if is_x { x.unit } else { y.unit };
                measure::value(value, unit, page.locale)
            })
        }),
    };
    let file_name = Signal::derive(move || {
        panel.with(|panel| {
            (t.file)(&panel.as_ref().map_or(String::new(), |panel| title(page, panel)))
        })
    });
    let heads = Signal::derive(move || {
        figures.get().map_or_else(Vec::new, |(x, y)| {
            [t.note_day, page.name(&x), page.name(&y)].map(str::to_owned).to_vec()
        })
    });
    let rows = Signal::derive(move || {
        let Some((x, y)) = figures.get() else { return Vec::new() };
        let words = |value: i64, of: &Measure| measure::value(value, of.unit, page.locale);
        chart.with(|chart| {
            let days = chart.iter().flat_map(|chart| &chart.bubbles);
            days.map(|one| (one.name.clone(), vec![words(one.x, &x), words(one.y, &y)])).collect()
        })
    });
    view! {
        <p class="small muted">{summary}</p>
        <BubbleFigure
            chart=Signal::derive(move || chart.get().unwrap_or_default())
            summary
            words
            on_choose=move |_: usize| {}
            on_cut=move |_: Cut| {}
            file_name
        />
        <RowTable heads rows />
    }
}

fn axis(page: Page, figure: &Measure) -> BubbleAxis {
    let unit = match figure.unit {
        Unit::Fen | Unit::X100 | Unit::Centiseconds => AxisUnit::Fen,
        Unit::BasisPoints => AxisUnit::Percent,
        Unit::Count | Unit::X100000 => AxisUnit::Count,
    };
    BubbleAxis { title: page.name(figure).to_owned(), unit, ..BubbleAxis::default() }
}
