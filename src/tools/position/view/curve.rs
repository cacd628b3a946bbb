//! The value curve: chart and table of its scores (T-36).

use leptos::prelude::*;

use crate::base::id::Id;
use crate::base::number::parse_count;
use crate::base::order::{sort, sort_by_key};
use crate::chart::player::Player;
use crate::chart::value_curve::{CurveChart, CurveLine as ChartLine};
use crate::i18n::errors::edit_error;
use crate::i18n::format;
use crate::platform::random::new_id;
use crate::tools::position::calc::CurveLine;
use crate::tools::position::edit::{CurveChange, CurveScore, PositionEdit};
use crate::tools::position::model::CurveFactor;
use crate::tools::position::text::names;
use crate::tools::position::view::state::Page;
use crate::ui::grid::model::{Cell, CellEdit, CellTone, Column, Row, RowKind};
use crate::ui::{Button, ButtonKind, CurveFigure, Grid, IconName, Scored, Section, Segmented};
use crate::workbook::edit::Edit;

/// How many decision factors begin a curve.
const N_FIRST: usize = 10;
/// Columns before those of the competitors.
const RIVALS_FROM: usize = 4;

/// The curve, or how to begin one.
#[component]
pub fn Curve(page: Page) -> impl IntoView {
    let t = page.t;
    let has_curve = Memo::new(move |_| !page.lines.read().is_empty());
    let add = move |()| {
        page.edit(PositionEdit::Put(CurveFactor::new(new_id(), t.new_factor.to_owned())));
    };
    let more = move || {
        view! {
            <TakeFactors page kind=ButtonKind::Plain />
            <Button icon=IconName::Plus on_press=add>
                {t.add_factor}
            </Button>
        }
    };
    view! {
        <Section title=t.curve note=t.curve_note more>
            <Show
                when=move || has_curve.get()
                fallback=move || view! { <p class="muted">{t.curve_none}</p> }
            >
                <CurveChartView page />
                <ScoreTable page />
            </Show>
        </Section>
    }
}

/// Takes the most important decision factors that the curve has not.
#[component]
fn TakeFactors(page: Page, kind: ButtonKind) -> impl IntoView {
    let t = page.t;
    let wanted = page.store.select(|wb| {
        let is_new = |id: &Id| !wb.position.curve.iter().any(|one| one.factor == Some(*id));
        let factors = wb.journey.factors.iter().map(|factor| factor.id).filter(is_new);
        let mut factors: Vec<(i32, usize, Id)> = factors
            .enumerate()
            .map(|(place, id)| (-wb.factor_importance(id).unwrap_or(0), place, id))
            .collect();
        sort(&mut factors);
        factors.truncate(N_FIRST);
        // On the curve they stand in the customer's order again.
        sort_by_key(&mut factors, |(_, place, _)| *place);
        factors.into_iter().map(|(_, _, id)| id).collect::<Vec<_>>()
    });
    let take = move |()| {
        let edit = page.store.with(|wb| wb.curve_factors(&wanted.read_untracked(), new_id));
        if let Some(edit) = edit {
            page.edit(edit);
        }
    };
    view! {
        <Show when=move || !wanted.read().is_empty()>
            <Button kind on_press=take>
                {move || (t.take_factors)(wanted.with(Vec::len))}
            </Button>
        </Show>
    }
}

/// The chart, and which of our two lines its dots move.
#[component]
fn CurveChartView(page: Page) -> impl IntoView {
    let t = page.t;
    let edited = RwSignal::new(1_usize);
    let chart = Signal::derive(move || CurveChart {
        factors: page.names.get(),
        lines: players(page, &page.lines.read(), &page.rivals.read()),
        ..CurveChart::default()
    });
    let summary = Signal::derive(move || {
        let chart = chart.read();
        let players: Vec<&str> = chart.lines.iter().map(|line| line.name.as_str()).collect();
        (t.curve_summary)(chart.factors.len(), &players.join(t.comma))
    });
    let on_score = move |(place, value): Scored| {
        let id = page.lines.with_untracked(|lines| lines.get(place).map(|line| line.id));
        let field = [CurveScore::Today, CurveScore::Target][edited.get_untracked().min(1)];
        if let Some(id) = id {
            page.edit(PositionEdit::SetScores(vec![CurveChange { id, field, value }]));
        }
    };
    view! {
        <p class="row">
            <span class="muted" aria-hidden="true">{t.edited}</span>
            <Segmented
                label=t.edited
                options=vec![t.today.to_owned(), t.target.to_owned()]
                selected=edited
                on_select=move |idx| edited.set(idx)
            />
        </p>
        <CurveFigure chart summary edited on_score file_name=t.file_name />
    }
}

/// Ours first, then the competitors, then the industry; a player without a score has no line.
fn players(page: Page, lines: &[CurveLine], rivals: &[(Id, String)]) -> Vec<ChartLine> {
    let t = page.t;
    let line = |name: &str, player, scores: Vec<Option<u8>>| ChartLine {
        name: name.to_owned(),
        player,
        scores,
    };
    let mut all = vec![
        line(t.today, Player::Today, lines.iter().map(|line| line.today).collect()),
        line(t.target, Player::Target, lines.iter().map(|line| line.target).collect()),
    ];
    for (place, (_, name)) in rivals.iter().enumerate() {
        let scores = lines.iter().map(|line| line.rivals.get(place).copied().flatten());
        all.push(line(name, Player::Rival(place), scores.collect()));
    }
    let industry = lines.iter().map(|line| line.industry).collect();
    all.push(line(t.industry, Player::Industry, industry));
    let ours = [Player::Today, Player::Target];
    all.retain(|line| ours.contains(&line.player) || line.scores.iter().any(Option::is_some));
    all
}

/// The table of the scores; what is typed or pasted is one step.
#[component]
fn ScoreTable(page: Page) -> impl IntoView {
    let t = page.t;
    let columns = Signal::derive(move || {
        let mut columns = vec![
            Column::text(t.col_factor, 168).grow(3),
            Column::number(t.col_importance, "", 64),
            Column::number(t.today, "", 72),
            Column::number(t.target, "", 72),
        ];
        page.rivals.with(|rivals| {
            columns.extend(rivals.iter().map(|(_, name)| Column::number(name.clone(), "", 84)));
        });
        columns.push(Column::number(t.industry, "", 72));
        columns.push(Column::number(t.col_delta, "", 84));
        columns.push(Column::text(t.col_action, 108));
        columns
    });
    let rows = Signal::derive(move || {
        page.names.with(|names| {
            page.lines.with(|lines| {
                lines.iter().zip(names).map(|(line, name)| row(page, line, name)).collect()
            })
        })
    });
    let on_edit = Callback::new(move |cells: Vec<CellEdit>| take(page, cells));
    view! { <Grid label=t.scores columns rows on_edit /> }
}

fn key(id: Id) -> i64 {
    id.bits().cast_signed()
}

fn row(page: Page, line: &CurveLine, name: &str) -> Row {
    let t = page.t;
    let score = |value: Option<u8>| Cell {
        text: value.map_or_else(|| format::NONE.to_owned(), |value| value.to_string()),
        edit: Some(value.map(|value| value.to_string()).unwrap_or_default()),
        tone: if value.is_none() { CellTone::Quiet } else { CellTone::Plain },
        ..Cell::default()
    };
    let is_linked = page.store.with(|wb| {
        let factor = wb.position.curve.iter().find(|factor| factor.id == line.id);
        factor.and_then(|factor| factor.factor).is_some_and(|id| wb.factor_importance(id).is_some())
    });
    let importance = match line.importance {
        Some(value) if is_linked => Cell::new(points(value)).note(t.from_factor),
        other => score(other.and_then(|value| u8::try_from(value / 100).ok())),
    };
    let delta = match line.delta {
        None => Cell::new(format::NONE).tone(CellTone::Quiet),
        Some(delta) => Cell::new(format::signed_count(delta.into())),
    };
    let action = match (line.action, line.suggested) {
        (Some(action), _) => Cell::new(names::four_action(action, page.locale)),
        (None, Some((action, reason))) => {
            let name = names::four_action(action, page.locale);
            Cell::new((t.suggested_mark)(name))
                .tone(CellTone::Quiet)
                .note(names::reason(reason, page.locale))
        }
        (None, None) => Cell::new(format::NONE).tone(CellTone::Quiet),
    };
    let today = score(line.today);
    let today =
        if line.is_over_delivered { today.tone(CellTone::Alert).note(t.over) } else { today };
    let mut cells = vec![Cell::editable(name), importance, today, score(line.target)];
    cells.extend(line.rivals.iter().map(|value| score(*value)));
    cells.extend([score(line.industry), delta, action]);
    Row { key: key(line.id), kind: RowKind::Plain, cells: cells.into() }
}

/// A score in hundredths with up to two decimals.
fn points(hundredths: i32) -> String {
    let text = format!("{}.{:02}", hundredths / 100, hundredths % 100);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Takes over what was typed or pasted, as one step.
fn take(page: Page, cells: Vec<CellEdit>) -> Result<(), String> {
    let (lines, rivals) = (page.lines.get_untracked(), page.rivals.get_untracked());
    let mut edits: Vec<Edit> = Vec::new();
    let mut scores = Vec::new();
    for cell in cells {
        let Some(line) = lines.iter().find(|line| key(line.id) == cell.row) else { continue };
        let id = line.id;
        let field = match cell.column {
            0 => {
                edits.push(PositionEdit::Rename { id, name: cell.text.trim().to_owned() }.into());
                continue;
            }
            1 => CurveScore::Importance,
            2 => CurveScore::Today,
            3 => CurveScore::Target,
            column if column == RIVALS_FROM + rivals.len() => CurveScore::Industry,
            column => match column.checked_sub(RIVALS_FROM).and_then(|idx| rivals.get(idx)) {
                Some((id, _)) => CurveScore::Rival(*id),
                None => continue,
            },
        };
        let (range, wanted) = if field == CurveScore::Importance {
            (1..=5, page.t.importance_wanted)
        } else {
            (0..=10, page.t.score_wanted)
        };
        let value = score(&cell.text, range).ok_or_else(|| wanted.to_owned())?;
        scores.push(CurveChange { id, field, value });
    }
    if !scores.is_empty() {
        edits.push(PositionEdit::SetScores(scores).into());
    }
    let edit = if edits.len() == 1 { edits.remove(0) } else { Edit::All(edits) };
    page.store.edit(edit).map_err(|error| edit_error(&error, page.locale))
}

/// A score as it was typed: empty for none; `None` where it is not one.
fn score(text: &str, range: std::ops::RangeInclusive<i64>) -> Option<Option<u8>> {
    let text = text.trim();
    if text.is_empty() || text == format::NONE {
        return Some(None);
    }
    let score = parse_count(text).ok().filter(|score| range.contains(score))?;
    u8::try_from(score).ok().map(Some)
}
