//! The pinned figures.

use leptos::prelude::*;

use crate::base::span::Span;
use crate::facts::compare::Change;
use crate::facts::measure::Rule;
use crate::i18n::{format, measure};
use crate::tools::boards::edit::BoardsEdit;
use crate::tools::boards::view::spark::Spark;
use crate::tools::boards::view::state::{Page, TILES, handle_id};
use crate::ui::change::Change as Shown;
use crate::ui::{
    Button, ButtonKind, Delta, DragHandle, Icon, IconName, Menu, MenuItem, Section, Step,
};
use crate::workbook::boards::TileFigures;

/// All of them, in the user's order.
#[component]
pub fn Tiles(page: Page) -> impl IntoView {
    let t = page.t;
    let more = move || {
        view! {
            <Button
                kind=ButtonKind::Link
                icon=IconName::Plus
                on_press=move |()| page.is_picking.set(true)
            >
                {t.add_tile}
            </Button>
        }
    };
    view! {
        <Section title=t.tiles more>
            <ul
                class="board-tiles"
                data-drop-list=TILES
                data-drop-rows=""
                data-over=move || page.drag.is_at_end(TILES).then_some("")
            >
                <For each=move || page.keys.get() key=|key| *key let:key>
                    <Tile page key />
                </For>
            </ul>
        </Section>
    }
}

/// A change as it is shown.
pub fn shown(change: Change, now: i64, page: Page) -> Shown {
    Shown { direction: change.sign(now).cmp(&0), text: measure::change(change, page.locale) }
}

#[component]
fn Tile(page: Page, key: &'static str) -> impl IntoView {
    let t = page.t;
    let tile = Memo::new(move |_| page.tile(key, Clone::clone));
    let name = Memo::new(move |_| {
        tile.with(|tile| tile.as_ref().map_or(key, |tile| page.name(&tile.measure)))
    });
    let value = Memo::new(move |_| {
        tile.with(|tile| {
            let tile = tile.as_ref()?;
            Some(measure::parts(tile.reading.value?, tile.measure.unit, page.locale))
        })
    });
    let number = move || value.get().map_or_else(|| format::NONE.to_owned(), |value| value.0);
    let unit = move || value.get().map(|value| value.1);
    let days = Signal::derive(move || {
        tile.with(|tile| tile.as_ref().map(|tile| tile.spark.clone()).unwrap_or_default())
    });
    let walk = move |step: Step| match step {
        Step::Left | Step::Up => page.walk(key, -1),
        Step::Right | Step::Down => page.walk(key, 1),
    };
    view! {
        <li
            class="board-tile"
            data-drop-item=key
            data-held=move || page.drag.is_held(key).then_some("")
            data-over=move || page.drag.is_before(key).then_some("")
        >
            <div class="board-tile-head">
                <DragHandle
                    drag=page.drag
                    item=key.to_owned()
                    id=handle_id(key)
                    label=Signal::derive(move || (t.move_it)(name.get()))
                    help=t.move_help
                    on_step=walk
                >
                    {move || name.get()}
                </DragHandle>
                <Status page tile />
                <TileMenu page key name />
            </div>
            <button
                type="button"
                class="board-value"
                title=t.explain
                aria-haspopup="dialog"
                on:click=move |_| page.explained.set(Some(key))
            >
                {number}
                <small>{unit}</small>
            </button>
            <Spark days />
            <Lines page tile />
        </li>
    }
}

#[component]
fn Status(page: Page, tile: Memo<Option<TileFigures>>) -> impl IntoView {
    let t = page.t;
    move || {
        let is_met = tile.with(|tile| tile.as_ref().and_then(TileFigures::is_met))?;
        let (icon, words) =
            if is_met { (IconName::Check, t.met) } else { (IconName::Alert, t.missed) };
        Some(view! {
            <span class="board-status" data-met=is_met.then_some("")>
                <Icon name=icon size=12 />
                {words}
            </span>
        })
    }
}

/// Target, gap, change; of how many days the figure is.
#[component]
fn Lines(page: Page, tile: Memo<Option<TileFigures>>) -> impl IntoView {
    let t = page.t;
    let target = move || {
        tile.with(|tile| {
            let tile = tile.as_ref()?;
            let aim = tile.aim?;
            let sign = match aim.grade {
                None if aim.bound == crate::facts::measure::Bound::AtLeast => "",
                _ => aim.bound.sign(),
            };
            let value = measure::compact(aim.value, tile.measure.unit, page.locale);
            let space = if sign.is_empty() { "" } else { " " };
            Some(format!("{sign}{space}{value}"))
        })
    };
    let gap = Signal::derive(move || {
        tile.with(|tile| {
            let tile = tile.as_ref()?;
            let gap = tile.gap()?;
            let text = measure::difference(gap, tile.measure.unit, page.locale);
            Some(Shown { direction: gap.cmp(&0), text })
        })
    });
    let change = Signal::derive(move || {
        tile.with(|tile| {
            let tile = tile.as_ref()?;
            Some(shown(tile.change?, tile.reading.value?, page))
        })
    });
    let versus = move || {
        let earlier = page.with(|board| board.earlier.as_ref().map(|earlier| earlier.span));
        earlier.flatten().map(|span| (t.versus)(&short(span)))
    };
    let known = move || {
        tile.with(|tile| {
            let tile = tile.as_ref()?;
            let reading = tile.reading;
            if reading.value.is_none() && matches!(tile.measure.rule, Rule::Opaque(_)) {
                return (0 < reading.n_days).then(|| t.no_sum.to_owned());
            }
            (reading.n_days < reading.of_days)
                .then(|| (t.part_of_days)(reading.n_days, reading.of_days))
        })
    };
    let or_none = move |words: Option<String>| words.unwrap_or_else(|| format::NONE.to_owned());
    view! {
        <dl class="board-lines">
            <div>
                <dt>{t.target}</dt>
                <dd>{move || or_none(target())}</dd>
            </div>
            <div>
                <dt>{t.gap}</dt>
                <dd>
                    <Delta change=gap />
                    {move || gap.read().is_none().then_some(format::NONE)}
                </dd>
            </div>
            <Show when=move || versus().is_some()>
                <div>
                    <dt>{versus}</dt>
                    <dd>
                        <Delta change />
                        {move || change.read().is_none().then_some(format::NONE)}
                    </dd>
                </div>
            </Show>
        </dl>
        <p class="board-known">{known}</p>
    }
}

/// Days in little room, with their year: `2026-09-01–09-30`.
fn short(span: Span) -> String {
    let (from, to) = (format::day_numeric(span.from()), format::day_numeric(span.to()));
    let year = span.from().ymd().0;
    if span.from() == span.to() {
        format!("{year}-{from}")
    } else {
        format!("{year}-{from}–{to}")
    }
}

#[component]
fn TileMenu(page: Page, key: &'static str, name: Memo<&'static str>) -> impl IntoView {
    let t = page.t;
    let items = Signal::derive(move || {
        vec![
            MenuItem::new(t.explain, move || page.explained.set(Some(key)))
                .with_icon(IconName::Info),
            MenuItem::new(t.forward, move || page.walk(key, -1)).with_icon(IconName::ChevronLeft),
            MenuItem::new(t.back, move || page.walk(key, 1)).with_icon(IconName::ChevronRight),
            MenuItem::new(t.unpin, move || unpin(page, key)).with_icon(IconName::Delete),
        ]
    });
    view! {
        <Menu
            label=Signal::derive(move || (t.menu)(name.get()))
            items
            class="button button-quiet button-icon"
        >
            <Icon name=IconName::More />
        </Menu>
    }
}

fn unpin(page: Page, key: &'static str) {
    let name = page.tile(key, |tile| page.name(&tile.measure)).unwrap_or(key);
    if page.edit(BoardsEdit::Unpin(key.to_owned())) {
        page.say_undoable((page.t.unpinned)(name));
    }
}
