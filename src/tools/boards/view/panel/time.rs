//! Figures by day and by week.

use leptos::prelude::*;

use crate::base::span::Span;
use crate::chart::combo::{Axis, Band, band};
use crate::chart::days::{DayChart, DayForm, DaySeries, DaySlot};
use crate::facts::measure::Measure;
use crate::facts::metric::Unit;
use crate::i18n::{format, measure};
use crate::knowledge::metrics;
use crate::tools::boards::model::{Panel, PanelKind};
use crate::tools::boards::view::panel::title;
use crate::tools::boards::view::state::Page;
use crate::ui::DayFigure;
use crate::workbook::Workbook;
use crate::workbook::boards::series::Course;

/// Lines, bars, stacked bars, or bars and a line.
#[component]
pub fn OverTime(page: Page, panel: Memo<Option<Panel>>) -> impl IntoView {
    let chart = page.store.select(move |wb| {
        let (panel, range) = (panel.get()?, page.range.get()?);
        Some(chart_of(page, wb, &panel, range))
    });
    let summary = Signal::derive(move || {
        let chart = chart.get().unwrap_or_default();
        summary(page, &chart)
    });
    let file_name = Signal::derive(move || {
        panel.with(|panel| {
            (page.t.file)(&panel.as_ref().map_or(String::new(), |panel| title(page, panel)))
        })
    });
    // A slot is a day, or a week of a stacked chart.
    let zoom = move |(first, last): (usize, usize)| {
        let Some(range) = page.range.get_untracked() else { return };
        let is_by_week = panel.with_untracked(|panel| {
            panel.as_ref().is_some_and(|panel| panel.kind == PanelKind::Stacked)
        });
        let slots: Vec<Span> = if is_by_week {
            page.store.with(|wb| wb.shop.cut().weeks(range))
        } else {
            range.days().map(Span::day).collect()
        };
        if let (Some(first), Some(last)) = (slots.get(first), slots.get(last)) {
            page.zoom.set(Some(Span::new(first.from(), last.to())));
        }
    };
    view! {
        <p class="small muted">{summary}</p>
        <DayFigure
            chart=Signal::derive(move || chart.get().unwrap_or_default())
            summary
            on_zoom=zoom
            file_name
        />
    }
}

fn chart_of(page: Page, wb: &Workbook, panel: &Panel, range: Span) -> DayChart {
    let figures: Vec<Measure> =
        panel.metrics.iter().filter_map(|key| metrics::measure(key)).collect();
    let Some(first) = figures.first().copied() else { return DayChart::default() };
    if panel.kind == PanelKind::Stacked {
        return stacked(page, wb, &figures, range);
    }
    let shift = page.with(|board| {
        let earlier = board.earlier.as_ref()?;
        Some(board.span.from() - earlier.span.from())
    });
    let course = wb.course(first, range, shift.flatten());
    let mut series = own_series(page, panel.kind, &course);
    let mut right = None;
    if let Some(other) = figures.get(1).filter(|_| panel.kind == PanelKind::Combo) {
        let course = wb.course(*other, range, None);
        let line = series_of(page, other, page.name(other), DayForm::Line, course.values);
        series.push(DaySeries { is_right: true, ..line });
        right = Some(axis(page, other, largest(&series, true)));
    }
    let slots = range.days().map(|day| DaySlot {
        tick: format::day_numeric(day),
        name: format::day_medium(day, page.locale),
        is_missing: !wb.facts.has(day),
    });
    let events = wb.events(range).into_iter();
    let bands: Vec<Band> = events
        .filter_map(|event| band(event.span, range, event.name.name(page.locale).to_owned()))
        .collect();
    let notes = wb.boards.notes.iter().filter(|note| range.contains(note.day));
    let notes = notes.map(|note| ((note.day - range.from()) as usize, note.text.clone()));
    DayChart {
        slots: slots.collect(),
        left: axis(page, &first, largest(&series, false)),
        right,
        bands,
        notes: notes.collect(),
        series,
    }
}

/// A figure with its mean, its target and what it was before, as the kind of the chart has them.
fn own_series(page: Page, kind: PanelKind, course: &Course) -> Vec<DaySeries> {
    let t = page.t;
    let figure = &course.measure;
    let make = |name: &str, form, values: &[Option<i64>]| {
        series_of(page, figure, name, form, values.to_vec())
    };
    let name = page.name(figure);
    let has_means = course.means.iter().any(Option::is_some);
    let mut series = match kind {
        PanelKind::Line if has_means => vec![
            make(t.mean_of_7, DayForm::Line, &course.means),
            make(t.each_day, DayForm::Dots, &course.values),
        ],
        PanelKind::Line => vec![make(name, DayForm::Line, &course.values)],
        _ => vec![make(name, DayForm::Bars, &course.values)],
    };
    if course.targets.iter().any(Option::is_some) {
        series.push(make(t.target, DayForm::Target, &course.targets));
    }
    if course.before.iter().any(Option::is_some) && kind != PanelKind::Combo {
        let days = page.with(|board| {
            board.earlier.as_ref().map(|earlier| board.span.from() - earlier.span.from())
        });
        let name = (t.days_before)(days.flatten().unwrap_or(0));
        series.push(make(&name, DayForm::Earlier, &course.before));
    }
    series
}

fn stacked(page: Page, wb: &Workbook, figures: &[Measure], range: Span) -> DayChart {
    let weeks: Vec<Span> = wb.shop.cut().weeks(range);
    let by_week: Vec<Vec<(Span, crate::facts::measure::Reading)>> =
        figures.iter().map(|figure| wb.by_week(figure, range)).collect();
    let series: Vec<DaySeries> = figures
        .iter()
        .zip(&by_week)
        .map(|(figure, weeks)| {
            let values = weeks.iter().map(|(_, reading)| reading.value).collect();
            series_of(page, figure, page.name(figure), DayForm::Stack, values)
        })
        .collect();
    let slot = |(place, week): (usize, &Span)| {
        let n_days =
            by_week.iter().filter_map(|weeks| Some(weeks.get(place)?.1.n_days)).max().unwrap_or(0);
        DaySlot {
            tick: format::day_numeric(week.from()),
            name: (page.t.week_of)(&page.days(*week), n_days, week.n_days()),
            is_missing: n_days == 0,
        }
    };
    let slots: Vec<DaySlot> = weeks.iter().enumerate().map(slot).collect();
    let top = (0..weeks.len())
        .map(|slot| series.iter().filter_map(|one| one.values.get(slot).copied().flatten()).sum())
        .max()
        .unwrap_or(0);
    let names: Vec<&str> = figures.iter().map(|figure| page.name(figure)).collect();
    let left = figures.first().map(|figure| axis(page, figure, top)).unwrap_or_default();
    let left = Axis { caption: names.join(" + "), ..left };
    DayChart { slots, series, left, ..DayChart::default() }
}

fn series_of(
    page: Page,
    figure: &Measure,
    name: &str,
    form: DayForm,
    values: Vec<Option<i64>>,
) -> DaySeries {
    let words = values.iter().map(|value| {
        value.map_or_else(String::new, |value| measure::value(value, figure.unit, page.locale))
    });
    DaySeries { name: name.to_owned(), form, is_right: false, words: words.collect(), values }
}

fn largest(series: &[DaySeries], is_right: bool) -> i64 {
    let own = series.iter().filter(|one| one.is_right == is_right);
    own.flat_map(|one| one.values.iter().copied().flatten()).max().unwrap_or(0)
}

/// How the numbers of an axis are written, by the unit and the largest of them.
fn axis(page: Page, figure: &Measure, most: i64) -> Axis {
    let (divisor, unit) = measure::axis(figure.unit, most, page.locale);
    let name = page.name(figure);
    let caption = if unit.is_empty() { name.to_owned() } else { format!("{name} ({unit})") };
    // A percentage is counted in hundredths of a per cent.
    let divisor = if figure.unit == Unit::BasisPoints { 100 } else { divisor };
    Axis { divisor, caption }
}

/// The lowest and the highest of the first series with a value a day.
fn summary(page: Page, chart: &DayChart) -> String {
    let plain =
        |series: &&DaySeries| matches!(series.form, DayForm::Dots | DayForm::Bars | DayForm::Stack);
    let series = chart.series.iter().find(plain).or(chart.series.first());
    let Some(series) = series else { return String::new() };
    // The caption of the axis is the figure's name, with its unit behind it.
    let figure = chart.left.caption.split(" (").next().unwrap_or_default();
    let name = if series.form == DayForm::Dots { figure } else { &series.name };
    let known = || {
        let values = series.values.iter().enumerate();
        values.filter_map(|(slot, value)| Some((slot, (*value)?)))
    };
    let (low, high) = (known().min_by_key(|one| one.1), known().max_by_key(|one| one.1));
    let Some((low, high)) = low.zip(high) else { return (page.t.chart_empty)(name) };
    let words = |slot: usize| series.words.get(slot).cloned().unwrap_or_default();
    let day = |slot: usize| chart.slots.get(slot).map_or("", |slot| slot.tick.as_str());
    (page.t.chart_summary)(name, &words(low.0), day(low.0), &words(high.0), day(high.0))
}
