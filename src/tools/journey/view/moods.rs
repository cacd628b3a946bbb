//! The curve of the mood over the stages: chart, sentence and table.

use leptos::prelude::*;

use crate::base::id::Id;
use crate::chart::player::Player;
use crate::chart::value_curve::{CurveChart, CurveLine, Scale};
use crate::i18n::errors::edit_error;
use crate::i18n::format;
use crate::knowledge::factors::Stage;
use crate::tools::journey::calc::{mood_finding, mood_scores};
use crate::tools::journey::edit::{JourneyEdit, MoodChange, MoodOf, SCALE};
use crate::tools::journey::text::{mood_name, stage_name};
use crate::tools::journey::view::state::{Page, score};
use crate::ui::grid::model::{Cell, CellEdit, CellTone, Column, Row, RowKind};
use crate::ui::{CurveFigure, Grid, Scored, Section, Select};

/// One line of the curve.
#[derive(Clone, PartialEq)]
struct MoodLine {
    of: MoodOf,
    name: String,
    scores: [Option<u8>; 5],
}

/// The curve and its table.
#[component]
pub fn Moods(page: Page) -> impl IntoView {
    let (t, locale) = (page.t, page.locale);
    let all = page.store.select(move |wb| {
        let line =
            |of: MoodOf, name: String| MoodLine { of, name, scores: mood_scores(&wb.journey, of) };
        let mut lines = vec![
            line(MoodOf::Today, t.mood_today.to_owned()),
            line(MoodOf::Target, t.mood_target.to_owned()),
        ];
        let personas = wb.persona_names().into_iter();
        lines.extend(personas.map(|(id, name)| line(MoodOf::Persona(id), name)));
        lines
    });
    let edited = RwSignal::new(MoodOf::Today);
    // A persona of whom nobody said anything has no line until it is chosen.
    let drawn = Memo::new(move |_| {
        let (mut lines, edited) = (all.get(), edited.get());
        let is_said = |line: &MoodLine| line.scores.iter().any(Option::is_some);
        let is_ours = |line: &MoodLine| !matches!(line.of, MoodOf::Persona(_));
        lines.retain(|line| is_ours(line) || is_said(line) || line.of == edited);
        lines
    });
    let place_in = move |lines: &Vec<MoodLine>| {
        let edited = edited.get();
        lines.iter().position(|line| line.of == edited).unwrap_or(0)
    };
    let chart = Signal::derive(move || CurveChart {
        factors: Stage::ALL.map(|stage| stage_name(stage, locale).to_owned()).to_vec(),
        lines: drawn.with(|lines| lines.iter().enumerate().map(drawn_line).collect()),
        scale: Scale {
            low: SCALE.0,
            top: SCALE.1,
            ticks: (SCALE.0..=SCALE.1)
                .map(|mood| (mood, format!("{mood} {}", mood_name(mood, locale))))
                .collect(),
        },
    });
    let summary = Signal::derive(move || {
        let (today, target) = all.with(|lines| (lines[0].scores, lines[1].scores));
        let Some(found) = mood_finding(&today, &target) else { return t.mood_none.to_owned() };
        let name = |stage: Stage| stage_name(stage, locale);
        let (low, high) = (found.low, found.high);
        let says = (t.mood_says)(name(low.0), low.1, name(high.0), high.1);
        let below: Vec<&str> = found.below.into_iter().map(name).collect();
        let end = if below.is_empty() {
            t.mood_met.to_owned()
        } else {
            (t.mood_below)(&below.join(t.comma))
        };
        says + &end
    });
    let on_score = move |(place, value): Scored| {
        if let Some(stage) = Stage::ALL.get(place).copied() {
            let change = MoodChange { stage, of: edited.get_untracked(), value };
            page.edit(JourneyEdit::SetMoods(vec![change]));
        }
    };
    let names = Signal::derive(move || {
        all.with(|lines| lines.iter().map(|line| line.name.clone()).collect())
    });
    let select = move |idx: usize| {
        let of = all.with_untracked(|lines| lines.get(idx).map(|line| line.of));
        edited.set(of.unwrap_or(MoodOf::Today));
    };
    let more = move || {
        view! {
            <span class="muted" aria-hidden="true">{t.mood_edited}</span>
            <Select
                label=t.mood_edited
                options=names
                selected=Signal::derive(move || all.with(place_in))
                on_select=select
                is_bare=true
            />
        }
    };
    view! {
        <Section title=t.mood note=t.mood_note more>
            <p>{summary}</p>
            <div class="journey-mood">
                <CurveFigure
                    chart
                    summary
                    edited=Signal::derive(move || drawn.with(place_in))
                    on_score
                    file_name=t.mood_file
                />
            </div>
            <MoodTable page all />
        </Section>
    }
}

fn drawn_line((place, line): (usize, &MoodLine)) -> CurveLine {
    let player = match line.of {
        MoodOf::Today => Player::Today,
        MoodOf::Target => Player::Target,
        MoodOf::Persona(_) => Player::Rival(place.saturating_sub(2)),
    };
    CurveLine { name: line.name.clone(), player, scores: line.scores.to_vec() }
}

/// Who in the rows, stages in the columns; what is typed or pasted is one step.
#[component]
fn MoodTable(page: Page, all: Memo<Vec<MoodLine>>) -> impl IntoView {
    let (t, locale) = (page.t, page.locale);
    let columns = Signal::derive(move || {
        let mut columns = vec![Column::text(t.mood_who, 112).grow(2)];
        columns.extend(Stage::ALL.map(|stage| Column::number(stage_name(stage, locale), "", 56)));
        columns
    });
    let rows = Signal::derive(move || {
        let shown = |value: &Option<u8>| Cell {
            text: value.map_or_else(|| format::NONE.to_owned(), |value| value.to_string()),
            edit: Some(value.map(|value| value.to_string()).unwrap_or_default()),
            tone: if value.is_none() { CellTone::Quiet } else { CellTone::Plain },
            note: value.map(|value| mood_name(value, locale).to_owned()).unwrap_or_default(),
            ..Cell::default()
        };
        let row = |line: &MoodLine| {
            let mut cells = vec![Cell::new(line.name.clone())];
            cells.extend(line.scores.iter().map(shown));
            Row { key: key(line.of), kind: RowKind::Plain, cells: cells.into() }
        };
        all.with(|lines| lines.iter().map(row).collect())
    });
    let on_edit = Callback::new(move |cells: Vec<CellEdit>| {
        let lines = all.get_untracked();
        let mut changes = Vec::with_capacity(cells.len());
        for cell in cells {
            let stage = cell.column.checked_sub(1).and_then(|idx| Stage::ALL.get(idx));
            let line = lines.iter().find(|line| key(line.of) == cell.row);
            let (Some(stage), Some(line)) = (stage, line) else { continue };
            let value = score(&cell.text).ok_or_else(|| t.score_wanted.to_owned())?;
            changes.push(MoodChange { stage: *stage, of: line.of, value });
        }
        let edit = JourneyEdit::SetMoods(changes);
        page.store.edit(edit).map_err(|error| edit_error(&error, locale))
    });
    view! { <Grid label=t.mood_table columns rows on_edit /> }
}

fn key(of: MoodOf) -> i64 {
    match of {
        MoodOf::Today => -1,
        MoodOf::Target => -2,
        MoodOf::Persona(id) => Id::bits(id).cast_signed(),
    }
}
