//! What a figure is made of: the waterfall, and small charts side by side.

use leptos::prelude::*;

use crate::base::ratio::Ratio;
use crate::chart::combo::Axis;
use crate::chart::multiples::{MultiplesCell, MultiplesChart};
use crate::chart::spans::{Span as Bar, SpanChart, SpanRow, Tone};
use crate::facts::measure::Measure;
use crate::facts::metric::Unit;
use crate::i18n::{format, measure};
use crate::tools::boards::edit::BoardsEdit;
use crate::tools::boards::model::{Panel, Split};
use crate::tools::boards::text::split_name;
use crate::tools::boards::view::panel::title;
use crate::tools::boards::view::state::Page;
use crate::ui::{MultiplesFigure, Select, SpanFigure};
use crate::workbook::boards::parts::{FallStep, PartCourses, split_metrics};

/// An amount, what is taken from it, and what is left, over the period of the board.
#[component]
pub fn Waterfall(page: Page, panel: Memo<Option<Panel>>) -> impl IntoView {
    let t = page.t;
    let steps = page.store.select(move |wb| {
        let keys = panel.with(|panel| panel.as_ref().map(|panel| panel.metrics.clone()))?;
        page.with(|board| wb.waterfall(&keys, board.span))
    });
    let chart = Signal::derive(move || {
        steps.with(|steps| waterfall(page, steps.as_deref().unwrap_or_default()))
    });
    let summary = Signal::derive(move || {
        steps.with(|steps| {
            let steps = steps.as_deref().unwrap_or_default();
            let (Some(first), Some(last)) = (steps.first(), steps.last()) else {
                return t.fall_empty.to_owned();
            };
            let share = Ratio::of(last.left, first.left);
            let share = share.map_or_else(|| format::NONE.to_owned(), format::percent1);
            let name = page.name(&first.measure);
            (t.fall_summary)(name, &amount(page, first.left), &amount(page, last.left), &share)
        })
    });
    let file_name = file_name(page, panel);
    view! { <SpanFigure chart summary file_name /> }
}

fn amount(page: Page, fen: i64) -> String {
    measure::value(fen, Unit::Fen, page.locale)
}

fn waterfall(page: Page, steps: &[FallStep]) -> SpanChart {
    let t = page.t;
    let Some(first) = steps.first().map(|step| step.left) else { return SpanChart::default() };
    let share = |value: i64| {
        Ratio::of(value, first).map_or_else(|| format::NONE.to_owned(), format::percent1)
    };
    let mut rows: Vec<SpanRow> = Vec::new();
    let mut before = 0;
    for step in steps {
        let value = step.reading.value.unwrap_or(0);
        let is_first = rows.is_empty();
        let span = match is_first {
            true => Bar { from: 0, to: step.left, tone: Tone::Sum },
            false if value < 0 => Bar { from: before, to: step.left, tone: Tone::More },
            false => Bar { from: before, to: step.left, tone: Tone::Less },
        };
        let shown = if is_first { value } else { value.saturating_neg() };
        let words = if is_first {
            amount(page, shown)
        } else {
            measure::difference(shown, Unit::Fen, page.locale)
        };
        rows.push(SpanRow {
            name: page.name(&step.measure).to_owned(),
            spans: vec![span],
            cells: vec![words.clone(), share(value), amount(page, step.left)],
            words,
        });
        before = step.left;
    }
    let words = amount(page, before);
    rows.push(SpanRow {
        name: t.fall_left.to_owned(),
        spans: vec![Bar { from: 0, to: before, tone: Tone::Sum }],
        cells: vec![words.clone(), share(before), words.clone()],
        words,
    });
    let (divisor, unit) = measure::axis(Unit::Fen, first.max(before), page.locale);
    SpanChart {
        rows,
        base: 0,
        is_running: true,
        divisor,
        caption: (t.fall_caption)(unit),
        heads: t.fall_heads.map(str::to_owned).to_vec(),
    }
}

/// One figure by day, a small chart a product or source.
#[component]
pub fn Multiples(page: Page, panel: Memo<Option<Panel>>) -> impl IntoView {
    let t = page.t;
    let figure = Memo::new(move |_| panel.with(|panel| figure_of(panel.as_ref()?)));
    let parts = page.store.select(move |wb| {
        let ((by, figure), range) = (figure.get()?, page.range.get()?);
        Some(wb.part_courses(by.subject(), figure.key, range))
    });
    let chart = Memo::new(move |_| {
        let (_, figure) = figure.get()?;
        parts.with(|parts| Some(chart_of(page, &figure, parts.as_ref()?)))
    });
    let summary = Signal::derive(move || {
        let Some((by, figure)) = figure.get() else { return String::new() };
        let name = page.name(&figure);
        parts.with(|parts| {
            let Some(first) = parts.as_ref().and_then(|parts| parts.parts.first()) else {
                return (t.multiples_empty)(name, split_name(by, page.locale));
            };
            let (n, n_more) = parts.as_ref().map_or((0, 0), |one| (one.parts.len(), one.n_more));
            let said =
                (t.multiples_summary)(name, n, &first.name, &words(page, first.total, &figure));
            if n_more == 0 { said } else { format!("{said} {}", (t.multiples_more)(n_more)) }
        })
    });
    let has_parts = Memo::new(move |_| {
        parts.with(|parts| parts.as_ref().is_some_and(|one| !one.parts.is_empty()))
    });
    let file_name = file_name(page, panel);
    let figure = move || {
        if !has_parts.get() {
            return view! { <p class="muted">{summary}</p> }.into_any();
        }
        let chart = Signal::derive(move || chart.get().unwrap_or_default());
        view! { <MultiplesFigure chart summary file_name /> }.into_any()
    };
    view! { {figure} }
}

/// By what a chart tells its figure apart, and the figure as those rows have it.
fn figure_of(panel: &Panel) -> Option<(Split, Measure)> {
    let key = panel.metrics.first()?;
    let metric = split_metrics(panel.by.subject()).find(|metric| metric.key == key.as_str())?;
    Some((panel.by, Measure::of(metric)))
}

fn words(page: Page, value: Option<i64>, figure: &Measure) -> String {
    value.map_or_else(
        || page.t.no_value.to_owned(),
        |value| measure::value(value, figure.unit, page.locale),
    )
}

fn chart_of(page: Page, figure: &Measure, parts: &PartCourses) -> MultiplesChart {
    let days = page.range.get_untracked();
    let most = parts.parts.iter().flat_map(|part| part.values.iter().copied().flatten()).max();
    let (divisor, unit) = measure::axis(figure.unit, most.unwrap_or(0), page.locale);
    let name = page.name(figure);
    let cells = parts.parts.iter().map(|part| MultiplesCell {
        name: part.name.clone(),
        total: words(page, part.total, figure),
        values: part.values.clone(),
        words: part.values.iter().map(|value| words(page, *value, figure)).collect(),
    });
    MultiplesChart {
        slots: days
            .into_iter()
            .flat_map(|days| days.days())
            .map(|day| (format::day_numeric(day), format::day_medium(day, page.locale)))
            .collect(),
        cells: cells.collect(),
        axis: Axis {
            divisor,
            caption: if unit.is_empty() { name.to_owned() } else { format!("{name} ({unit})") },
        },
        head: page.t.note_day.to_owned(),
    }
}

/// By what the figure is told apart, and which figure it is.
#[component]
pub fn SplitChoices(page: Page, panel: Memo<Option<Panel>>) -> impl IntoView {
    let t = page.t;
    let by = Memo::new(move |_| {
        panel.with(|panel| panel.as_ref().map(|one| one.by)).unwrap_or_default()
    });
    let splits: Vec<String> = Split::ALL.map(|by| split_name(by, page.locale).to_owned()).to_vec();
    let chosen =
        Signal::derive(move || Split::ALL.iter().position(|one| *one == by.get()).unwrap_or(0));
    let split = move |place: usize| {
        let (Some(mut panel), Some(by)) = (panel.get_untracked(), Split::ALL.get(place)) else {
            return;
        };
        panel.by = *by;
        // What these rows do not have gives way to what all have.
        if figure_of(&panel).is_none() {
            panel.metrics = vec![FIRST.to_owned()];
        }
        page.edit(BoardsEdit::PutPanel(panel));
    };
    let figures = move || {
        let by = by.get();
        let options: Vec<String> = split_metrics(by.subject())
            .map(|metric| page.name(&Measure::of(metric)).to_owned())
            .collect();
        let key = Memo::new(move |_| panel.with(|panel| panel.as_ref()?.metrics.first().cloned()));
        let selected = Signal::derive(move || {
            key.with(|key| {
                split_metrics(by.subject())
                    .position(|metric| Some(metric.key) == key.as_deref())
                    .unwrap_or(0)
            })
        });
        let choose = move |place: usize| {
            let found = split_metrics(by.subject()).nth(place);
            if let (Some(mut panel), Some(metric)) = (panel.get_untracked(), found) {
                panel.metrics = vec![metric.key.to_owned()];
                page.edit(BoardsEdit::PutPanel(panel));
            }
        };
        view! { <Select label=t.figure.to_owned() options selected on_select=choose is_bare=true /> }
    };
    view! {
        {figures}
        <Select label=t.by.to_owned() options=splits selected=chosen on_select=split is_bare=true />
    }
}

/// Every kind of row has it.
const FIRST: &str = "sales";

fn file_name(page: Page, panel: Memo<Option<Panel>>) -> Signal<String> {
    Signal::derive(move || {
        panel.with(|panel| {
            (page.t.file)(&panel.as_ref().map_or(String::new(), |panel| title(page, panel)))
        })
    })
}
