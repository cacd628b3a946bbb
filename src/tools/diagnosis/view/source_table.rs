//! The sources as a table that sorts; to which channel one counts is the user's to say (T-81).

use std::cmp::Ordering;

use leptos::prelude::*;

use crate::base::causes::Funnel;
use crate::base::money::div_round;
use crate::base::order;
use crate::base::ratio::Ratio;
use crate::i18n::format;
use crate::knowledge::traffic::{Channel, source_name};
use crate::tools::diagnosis::calc::sources::{Source, Sources};
use crate::tools::diagnosis::calc::sure::{Sure, hits, of_counts};
use crate::tools::diagnosis::calc::verdict::figures;
use crate::tools::diagnosis::edit::DiagnosisEdit;
use crate::tools::diagnosis::text::doubt;
use crate::tools::diagnosis::view::state::{Page, money, ratio};
use crate::tools::diagnosis::view::traffic::{cvr, people, per, shown, sure_words, times};
use crate::ui::change::Change;
use crate::ui::grid::{Cell, CellEdit, CellTone, Column, Row, RowKind, Sort};
use crate::ui::{Grid, Section};

/// Places of columns.
const CHANNEL: usize = 1;
/// What the table is sorted by at first.
const VISITORS: usize = 2;

/// What a line of the table says; what it is sorted by.
#[derive(Clone, Debug, PartialEq)]
struct Line {
    source: Source,
    before: Option<Funnel>,
}

impl Line {
    fn cost(&self) -> Option<i64> {
        self.source.cost.map(|cost| cost.0)
    }

    fn value(&self) -> Option<i64> {
        per(self.source.state.sales, people(self.source.state))
    }

    fn cost_each(&self) -> Option<i64> {
        per(self.cost()?, people(self.source.state))
    }

    /// 价值 − 成本 of a visitor; what costs nothing keeps all it is worth.
    fn left(&self) -> Option<i64> {
        Some(self.value()?.saturating_sub(self.cost_each().unwrap_or(0)))
    }

    /// In hundredths.
    fn roi(&self) -> Option<i64> {
        let cost = self.cost().filter(|cost| 0 < *cost)?;
        Some(div_round(i128::from(self.source.state.sales) * 100, cost.into()) as i64)
    }

    fn change(&self) -> Option<Ratio> {
        let before = people(self.before?);
        Ratio::of(people(self.source.state).saturating_sub(before), before)
    }

    fn points(&self) -> Option<i64> {
        Some(cvr(self.source.state)? - cvr(self.before?)?)
    }
}

/// The table.
#[component]
pub fn Table(page: Page) -> impl IntoView {
    let w = page.w;
    let sort = RwSignal::new((VISITORS, false));
    let lines = Memo::new(move |_| {
        let (by, is_up) = sort.get();
        let changes = page.source_changes.get();
        let mut lines = page.sources.with(|all| {
            let of = |source: &Source| {
                let known = changes.as_ref().and_then(|all| {
                    let is_it = |source: &Source, name: &str| source.name == name;
                    all.lines
                        .iter()
                        .find(|one| is_it(source, &one.change.id) && one.channel == source.channel)
                });
                let before = changes
                    .as_ref()
                    .map(|_| known.map_or_else(Funnel::default, |one| one.change.from));
                Line { source: source.clone(), before }
            };
            all.as_deref().map_or(Vec::new(), |all| all.lines.iter().map(of).collect())
        });
        order::sort_by(&mut lines, |a, b| {
            let order = compared(page, by, a, b);
            if is_up { order } else { order.reverse() }
        });
        lines
    });
    let columns = Signal::derive(move || columns(page, sort.get()));
    let rows = Signal::derive(move || {
        let Some(all) = page.sources.get() else { return Vec::new() };
        // All together stands first: a long table ends out of sight.
        let mut rows = vec![total(page, &all)];
        lines.with(|lines| {
            rows.extend(lines.iter().enumerate().map(|(idx, line)| row(page, idx, line, &all)));
        });
        rows
    });
    let on_sort = move |idx: usize| {
        sort.update(|(by, is_up)| {
            (*by, *is_up) = (idx, if *by == idx { !*is_up } else { idx <= CHANNEL });
        });
    };
    let on_edit = Callback::new(move |edits: Vec<CellEdit>| {
        let names = Channel::ALL.map(|one| one.name(page.locale));
        for edit in edits.into_iter().filter(|edit| edit.column == CHANNEL) {
            let typed = edit.text.trim();
            let channel = Channel::ALL.into_iter().find(|one| one.name(page.locale) == typed);
            if channel.is_none() && !typed.is_empty() {
                return Err((w.channel_unknown)(&names.join(w.comma)));
            }
            let place = usize::try_from(edit.row).unwrap_or(usize::MAX);
            let source =
                lines.with_untracked(|all| all.get(place).map(|one| one.source.name.clone()));
            if let Some(source) = source {
                page.edit(DiagnosisEdit::Channel { source, channel });
            }
        }
        Ok(())
    });
    let note = Signal::derive(move || {
        page.sources.with(|all| {
            all.as_ref().map_or(String::new(), |all| {
                (w.table_note)(&page.days(all.span), all.n_days, all.span.n_days())
            })
        })
    });
    view! {
        <Section title=w.table note>
            <Grid label=w.table columns rows on_sort on_edit />
            <p class="muted small">{w.value_note} " " {w.people_unknown} " " {w.table_help}</p>
        </Section>
    }
}

fn columns(page: Page, (by, is_up): (usize, bool)) -> Vec<Column> {
    let w = page.w;
    let sorted = |idx: usize| match (by == idx, is_up) {
        (false, _) => Sort::Able,
        (true, true) => Sort::Up,
        (true, false) => Sort::Down,
    };
    let channels = Channel::ALL.map(|one| one.name(page.locale).to_owned()).to_vec();
    let mut all = vec![
        Column::text(w.source, 120).grow(3).fit().sorted(sorted(0)),
        Column::text(w.channel, 72).fit().choices(channels).sorted(sorted(CHANNEL)),
    ];
    let numbers = [
        (w.visitors, 68),
        (w.share, 60),
        (w.change, 76),
        (w.cvr, 76),
        (w.cvr_change, 96),
        (w.aov, 72),
        (w.sales, 72),
        (w.value, 60),
        (w.cost, 64),
        (w.cost_each, 64),
        (w.roi, 48),
        (w.left, 84),
    ];
    for (idx, (title, width)) in numbers.into_iter().enumerate() {
        all.push(Column::number(title, "", width).fit().sorted(sorted(idx + VISITORS)));
    }
    all
}

fn compared(page: Page, by: usize, a: &Line, b: &Line) -> Ordering {
    let name = |line: &Line| source_name(&line.source.name, page.locale).to_owned();
    let aov = |line: &Line| figures(line.source.state)[2];
    match by {
        0 => name(a).cmp(&name(b)),
        1 => a.source.channel.cmp(&b.source.channel),
        4 => a.change().cmp(&b.change()),
        5 => cvr(a.source.state).cmp(&cvr(b.source.state)),
        6 => a.points().cmp(&b.points()),
        7 => aov(a).cmp(&aov(b)),
        8 => a.source.state.sales.cmp(&b.source.state.sales),
        9 => a.value().cmp(&b.value()),
        10 => a.cost().cmp(&b.cost()),
        11 => a.cost_each().cmp(&b.cost_each()),
        12 => a.roi().cmp(&b.roi()),
        13 => a.left().cmp(&b.left()),
        _ => a.source.state.visitors.total_cmp(&b.source.state.visitors),
    }
}

fn row(page: Page, idx: usize, line: &Line, all: &Sources) -> Row {
    let (w, state) = (page.w, line.source.state);
    let fen = |fen: i64| format::money(money(fen));
    let share = Ratio::of(people(state), people(all.total()));
    let change = match line.before {
        Some(before) if people(before) == 0 && 0 < people(state) => Cell::new(w.fresh),
        Some(before) => {
            let was = (w.was)(&format::count(people(before)));
            Cell::change(line.change().map(Change::percent)).note(was)
        }
        None => Cell::change(None),
    };
    let between = hits(state).map(|hits| hits.wilson(page.bar().z)).map(|(low, high)| {
        let said = |rate: f64| format::percent(ratio((rate * 10_000.0).round() as i64));
        (w.between)(&sure_words(page), &said(low), &said(high))
    });
    let cost_note = line.source.cost.filter(|(_, n)| *n < all.n_days);
    let cost_note = cost_note.map(|(_, n)| (w.cost_days)(n, all.n_days)).unwrap_or_default();
    let left_tone =
        if line.left().is_some_and(|left| left < 0) { CellTone::Alert } else { CellTone::Plain };
    let channel = line.source.channel.name(page.locale);
    Row {
        key: i64::try_from(idx).unwrap_or(i64::MAX),
        cells: [
            Cell::new(source_name(&line.source.name, page.locale)),
            Cell::editable(channel),
            Cell::new(format::count(people(state))),
            Cell::new(shown(share, format::percent1)),
            change,
            Cell::new(shown(cvr(state), |bp| format::percent(ratio(bp))))
                .note(between.unwrap_or_default())
                .tone(CellTone::Strong),
            points(page, line),
            Cell::new(shown(figures(state)[2], fen)),
            Cell::new(format::money_whole(money(state.sales))),
            Cell::new(shown(line.value(), fen)),
            Cell::new(shown(line.cost(), |fen| format::money_whole(money(fen)))).note(cost_note),
            Cell::new(shown(line.cost_each(), fen)),
            Cell::new(shown(line.roi(), times)),
            Cell::new(shown(line.left(), fen)).tone(left_tone),
        ]
        .into(),
        ..Row::default()
    }
}

/// How its conversion changed; with an arrow only where that is sure.
fn points(page: Page, line: &Line) -> Cell {
    let (Some(points), Some(before)) = (line.points(), line.before) else {
        return Cell::change(None);
    };
    let sure = of_counts(before, line.source.state, page.bar());
    let change = Change::points(ratio(points), page.locale);
    match sure {
        Sure::Up | Sure::Down => Cell::change(Some(change)),
        Sure::Open | Sure::Few => {
            Cell::new(doubt(sure, page.locale)).tone(CellTone::Quiet).note(change.text)
        }
    }
}

fn total(page: Page, all: &Sources) -> Row {
    let state = all.total();
    let fen = |fen: i64| format::money(money(fen));
    let cost = all.lines.iter().filter_map(|one| one.cost);
    let source = Source {
        name: String::new(),
        channel: Channel::Other,
        state,
        cost: cost.reduce(|a, b| (a.0.saturating_add(b.0), a.1.min(b.1))),
    };
    let line = Line { source, before: None };
    Row {
        key: i64::MAX,
        kind: RowKind::Total,
        cells: [
            Cell::new(page.w.together),
            Cell::new(""),
            Cell::new(format::count(people(state))),
            Cell::new(format::percent1(Ratio::from_bp(10_000))),
            Cell::new(""),
            Cell::new(shown(cvr(state), |bp| format::percent(ratio(bp)))),
            Cell::new(""),
            Cell::new(shown(figures(state)[2], fen)),
            Cell::new(format::money_whole(money(state.sales))),
            Cell::new(shown(line.value(), fen)),
            Cell::new(shown(line.cost(), |fen| format::money_whole(money(fen)))),
            Cell::new(shown(line.cost_each(), fen)),
            Cell::new(shown(line.roi(), times)),
            Cell::new(shown(line.left(), fen)),
        ]
        .into(),
    }
}
