//! The charts of the board: which there are, and what they look through.

use leptos::prelude::*;

use crate::base::span::Span;
use crate::i18n::{format, measure};
use crate::knowledge::metrics;
use crate::platform::random::new_id;
use crate::tools::boards::edit::BoardsEdit;
use crate::tools::boards::model::{Panel, PanelKind};
use crate::tools::boards::text::panel_name;
use crate::tools::boards::view::panel::OnePanel;
use crate::tools::boards::view::state::{PANELS, Page};
use crate::ui::{Brush, BrushWords, Button, ButtonKind, Icon, IconName, Menu, MenuItem, Section};

/// The window over all days, and the charts.
#[component]
pub fn Panels(page: Page) -> impl IntoView {
    let t = page.t;
    let more = move || view! { <Add page /> };
    let ids = move || {
        page.section.with(|section| section.charts().iter().map(|one| one.id).collect::<Vec<_>>())
    };
    view! {
        <Section title=t.charts more>
            <Window page />
            <ul
                class="board-panels"
                data-drop-list=PANELS
                data-drop-rows=""
                data-over=move || page.drag.is_at_end(PANELS).then_some("")
            >
                <For each=ids key=|id| *id let:id>
                    <OnePanel page id />
                </For>
            </ul>
        </Section>
    }
}

#[component]
fn Add(page: Page) -> impl IntoView {
    let add = move |kind: PanelKind| {
        page.edit(BoardsEdit::PutPanel(Panel::new(new_id(), kind, kind.first_metrics())));
    };
    let items = Signal::derive(move || {
        PanelKind::ALL
            .map(|kind| MenuItem::new(panel_name(kind, page.locale), move || add(kind)))
            .to_vec()
    });
    view! {
        <Menu label=page.t.add_chart items class="button button-link">
            <Icon name=IconName::Plus />
            {page.t.add_chart}
        </Menu>
    }
}

/// The days that the charts look at, as a window over all that are known.
#[component]
fn Window(page: Page) -> impl IntoView {
    let t = page.t;
    let known = Memo::new(move |_| page.with(|board| board.known));
    let values = page.store.select(move |wb| {
        let (known, first) = (known.get()?, page.keys.with(|keys| keys.first().copied())?);
        let figure = metrics::measure(first)?;
        Some(known.days().map(|day| figure.on(&wb.facts, day)).collect::<Vec<_>>())
    });
    let window = Signal::derive(move || {
        let (Some(known), Some(range)) = (known.get(), page.range.get()) else { return (0, 0) };
        let place = |day| usize::try_from(day - known.from()).unwrap_or(0);
        (place(range.from()), place(range.to()).min(known.n_days() - 1))
    });
    let change = move |(first, last): (usize, usize)| {
        let Some(known) = known.get_untracked() else { return };
        let day = |place: usize| known.from() + i32::try_from(place).unwrap_or(0);
        page.zoom.set(Some(Span::new(day(first), day(last))));
    };
    let words = BrushWords {
        label: t.brush,
        first: t.brush_first,
        last: t.brush_last,
        place: Callback::new(move |place: usize| {
            let day = known.get_untracked().map(|known| known.from() + place as i32);
            day.map_or_else(String::new, |day| format::day_long(day, page.locale))
        }),
    };
    let note = move || {
        let range = page.range.get()?;
        let n_days = page.store.with(|wb| range.days().filter(|day| wb.facts.has(*day)).count());
        Some((t.brush_note)(&page.days(range), n_days, range.n_days()))
    };
    let name = move || {
        let key = page.keys.with(|keys| keys.first().copied())?;
        metrics::measure(key).map(|figure| measure::name(&figure, page.locale))
    };
    view! {
        <div class="board-window">
            <p class="small muted">
                {name}
                " · "
                {note}
                " "
                <Show when=move || page.zoom.read().is_some()>
                    <Button kind=ButtonKind::Link on_press=move |()| page.zoom.set(None)>
                        {t.whole_range}
                    </Button>
                </Show>
            </p>
            <Brush
                values=Signal::derive(move || values.get().unwrap_or_default())
                window
                words
                on_change=change
            />
        </div>
    }
}
