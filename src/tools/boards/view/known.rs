//! How much is known of each day, and what was noted of single days.

use leptos::prelude::*;

use crate::base::day::Day;
use crate::base::id::Id;
use crate::chart::heat::Shade;
use crate::facts::measure::Measure;
use crate::i18n::format;
use crate::knowledge::metrics;
use crate::platform::random::new_id;
use crate::route::Route;
use crate::tools::boards::edit::BoardsEdit;
use crate::tools::boards::model::DayNote;
use crate::tools::boards::view::panel::calendar;
use crate::tools::boards::view::state::Page;
use crate::ui::{Button, DateField, HeatFigure, IconButton, IconName, Section, TextField};
use crate::workbook::boards::series::{DayState, Known};

/// The calendar of gaps: of the pinned figures, day by day.
#[component]
pub fn Gaps(page: Page) -> impl IntoView {
    let t = page.t;
    let states = page.store.select(move |wb| {
        let range = page.range.get()?;
        let figures: Vec<Measure> =
            page.keys.with(|keys| keys.iter().filter_map(|key| metrics::measure(key)).collect());
        Some((range, figures.len(), wb.day_states(&figures, range)))
    });
    let count = move |fits: fn(&DayState) -> bool| {
        states.with(|states| {
            states.as_ref().map_or(0, |states| states.2.iter().filter(|one| fits(one)).count())
        })
    };
    let note = Signal::derive(move || {
        (t.gaps_note)(
            count(|one| one.known == Known::Whole),
            count(|one| one.known == Known::Part),
            count(|one| one.is_restated),
            count(|one| one.known == Known::Missing),
        )
    });
    let chart = Signal::derive(move || {
        states.with(|states| {
            let Some((range, n, states)) = states else { return Default::default() };
            let of = |place: usize| {
                let Some(state) = states.get(place) else {
                    return (String::new(), Shade::Missing, false);
                };
                let (words, shade) = match state.known {
                    Known::Whole => (t.gap_whole.to_owned(), Shade::Whole),
                    Known::Part => ((t.gap_part)(state.n_there, *n), Shade::Part),
                    Known::Missing => (t.gap_missing.to_owned(), Shade::Missing),
                };
                let later = if state.is_restated { t.gap_restated } else { "" };
                (format!("{words}{later}"), shade, state.is_restated)
            };
            page.store.with(|wb| calendar(page, wb, *range, of))
        })
    });
    let more = move || view! { <a href=Route::Import.href()>{t.gap_import}</a> };
    let marks = ["whole", "part", "missing", "restated"];
    let keys = marks.into_iter().zip(t.gap_keys);
    let keys = keys.map(|(mark, name)| view! { <li data-mark=mark>{name}</li> }).collect_view();
    view! {
        <Section title=t.gaps note more>
            <ul class="board-marks">{keys}</ul>
            <HeatFigure
                chart
                summary=note
                head=t.gaps_head
                file_name=Signal::stored((t.file)("gaps"))
            />
        </Section>
    }
}

/// What was noted of single days.
#[component]
pub fn Notes(page: Page) -> impl IntoView {
    let t = page.t;
    let ids = move || {
        page.section.with(|section| section.notes.iter().map(|one| one.id).collect::<Vec<_>>())
    };
    let day = RwSignal::new(None::<Day>);
    let text = RwSignal::new(String::new());
    let at = Signal::derive(move || day.get().or_else(|| page.with(|board| board.span.to())));
    let is_empty = Signal::derive(move || text.read().trim().is_empty());
    let set_day = move |typed: Option<Day>| day.set(typed);
    let set_text = move |typed: String| text.set(typed);
    let add = move |()| {
        let Some(day) = at.get_untracked() else { return };
        let words = text.get_untracked().trim().to_owned();
        if !words.is_empty() && page.edit(BoardsEdit::PutNote(DayNote::new(new_id(), day, words))) {
            text.set(String::new());
        }
    };
    view! {
        <Section title=t.notes>
            <p class="muted small">{t.notes_words}</p>
            <ul class="board-notes">
                <For each=ids key=|id| *id let:id>
                    <Note page id />
                </For>
            </ul>
            <div class="board-note-new">
                <DateField
                    label=t.note_day
                    value=at
                    on_commit=set_day
                />
                <TextField
                    label=t.note_text
                    value=text
                    on_commit=set_text
                />
                <Button icon=IconName::Plus disabled=is_empty on_press=add>
                    {t.add_note}
                </Button>
            </div>
        </Section>
    }
}

#[component]
fn Note(page: Page, id: Id) -> impl IntoView {
    let t = page.t;
    let note = Memo::new(move |_| {
        page.section.with(|section| section.notes.iter().find(|note| note.id == id).cloned())
    });
    let day =
        move || note.with(|note| note.as_ref().map(|note| format::day_long(note.day, page.locale)));
    let text = Signal::derive(move || {
        note.with(|note| note.as_ref().map_or(String::new(), |note| note.text.clone()))
    });
    let remove = move |()| {
        if page.edit(BoardsEdit::RemoveNote(id)) {
            page.say_undoable(t.note_removed.to_owned());
        }
    };
    view! {
        <li>
            <b>{day}</b>
            <span>{text}</span>
            <IconButton
                icon=IconName::Delete
                label=Signal::derive(move || (t.remove_note)(&text.read()))
                on_press=remove
            />
        </li>
    }
}
