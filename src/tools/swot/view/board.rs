//! The four quadrants.

use leptos::prelude::*;

use crate::base::id::Id;
use crate::base::link::{Link, LinkKind};
use crate::i18n::links::{Source, entry_source};
use crate::tools::swot::calc::{self, Coded};
use crate::tools::swot::model::{MAX_SCORE, Quadrant, SwotEntry};
use crate::tools::swot::view::state::{Page, handle_id, list_name};
use crate::ui::{DragHandle, Icon, IconButton, IconName, Menu, MenuItem, NewLine, Step};

/// The four quadrants, two by two.
#[component]
pub fn Board(page: Page) -> impl IntoView {
    let t = page.t;
    view! {
        <section aria-label=t.board>
            <div class="swot-axis" aria-hidden="true">
                <span>{t.axis[0]}</span>
                <span>{t.axis[1]}</span>
            </div>
            <div class="swot-matrix">
                {Quadrant::ALL.map(|quadrant| view! { <QuadrantView page quadrant /> })}
            </div>
            <p class="visually-hidden" role="status">{page.said}</p>
        </section>
    }
}

#[component]
fn QuadrantView(page: Page, quadrant: Quadrant) -> impl IntoView {
    let t = page.t;
    let rows = Memo::new(move |_| {
        page.swot.with(|swot| calc::quadrant(swot, quadrant, page.by_impact.get()))
    });
    let ids = move || rows.with(|rows| rows.iter().map(|row| row.entry.id).collect::<Vec<_>>());
    let is_adding = RwSignal::new(false);
    let name = list_name(quadrant);
    let letter = quadrant.letter().to_string();
    let shown = letter.clone();
    let title_id = format!("{name}-title");
    let labelled = title_id.clone();
    view! {
        <section class="swot-quadrant" data-quadrant=letter aria-labelledby=labelled>
            <header class="swot-head">
                <b class="swot-letter" aria-hidden="true">{shown}</b>
                <h2 id=title_id>{(t.quadrant)(quadrant)}</h2>
                <span class="muted small">{(t.handling)(quadrant)}</span>
                <span class="swot-count muted small">
                    {move || (t.n_entries)(rows.with(Vec::len))}
                </span>
                <IconButton
                    icon=IconName::Plus
                    label=(t.add)(quadrant)
                    on_press=move |()| is_adding.set(true)
                />
            </header>
            <ul class="swot-list" data-drop-list=name data-over=move || page.drag.is_at_end(name).then_some("")>
                <For each=ids key=|id| *id let:id>
                    <Row page rows id />
                </For>
            </ul>
            <Show when=move || is_adding.get()>
                <NewLine
                    label=(page.t.add)(quadrant)
                    is_adding
                    on_add=move |typed| page.add(quadrant, typed)
                />
            </Show>
        </section>
    }
}

#[component]
fn Row(page: Page, rows: Memo<Vec<Coded>>, id: Id) -> impl IntoView {
    let t = page.t;
    let row =
        Memo::new(move |_| rows.with(|rows| rows.iter().find(|row| row.entry.id == id).cloned()));
    let code = Signal::derive(move || {
        row.with(|row| row.as_ref().map(|row| row.code.clone())).unwrap_or_default()
    });
    let of = move |look: fn(&SwotEntry) -> String| {
        Signal::derive(move || {
            row.with(|row| row.as_ref().map(|row| look(&row.entry))).unwrap_or_default()
        })
    };
    let text = of(|entry| entry.text.clone());
    let source = page
        .store
        .select(move |wb| row.with(|row| entry_source(wb, &row.as_ref()?.entry, page.locale)));
    let source_line = move || {
        let Source { words, href } = source.get()?;
        let inner = view! { <Icon name=IconName::ChevronRight size=10 /> {words} };
        Some(match href {
            Some(href) => {
                view! { <a class="swot-source" href=href title=t.open_source>{inner}</a> }
                    .into_any()
            }
            None => view! { <span class="swot-source">{inner}</span> }.into_any(),
        })
    };
    let step = move |step: Step| walk(page, id, step);
    let name = id.to_string();
    let (held, before, item) = (name.clone(), name.clone(), name.clone());
    view! {
        <li
            class="swot-row"
            data-drop-item=name
            data-held=move || page.drag.is_held(&held).then_some("")
            data-over=move || page.drag.is_before(&before).then_some("")
        >
            <DragHandle
                drag=page.drag
                item=item
                id=handle_id(id)
                label=Signal::derive(move || (t.move_it)(&code.read()))
                help=t.move_help
                on_step=step
            >
                {code}
            </DragHandle>
            <div class="swot-words">
                <button
                    type="button"
                    class="swot-text"
                    aria-haspopup="dialog"
                    on:click=move |_| page.opened.set(Some(id))
                >
                    {text}
                </button>
                {source_line}
            </div>
            <Bars page row />
            <RowMenu page id code />
        </li>
    }
}

/// The weight as five bars; its rating and impact are said with it.
#[component]
fn Bars(page: Page, row: Memo<Option<Coded>>) -> impl IntoView {
    let t = page.t;
    let weight = move || row.with(|row| row.as_ref().map_or(0, |row| row.entry.weight));
    let words = move || {
        row.with(|row| {
            row.as_ref().map(|row| {
                let entry = &row.entry;
                (t.scores)(entry.weight, entry.rating, entry.impact())
            })
        })
    };
    let impact = move || row.with(|row| row.as_ref().map(|row| row.entry.impact()));
    view! {
        <span class="swot-score" role="img" aria-label=words title=words>
            <span class="swot-bars">
                {(1..=MAX_SCORE)
                    .map(|idx| view! { <i data-on=move || (idx <= weight()).then_some("")></i> })
                    .collect_view()}
            </span>
            <span class="swot-impact">{impact}</span>
        </span>
    }
}

/// One step of a handle: within the quadrant, or to the one beside it.
fn walk(page: Page, id: Id, step: Step) {
    let Some((quadrant, at)) = page.place_of(id) else { return };
    let idx = quadrant.idx();
    match step {
        Step::Up => page.place(id, quadrant, at.saturating_sub(1)),
        Step::Down => page.place(id, quadrant, at + 1),
        Step::Left => page.place(id, Quadrant::ALL[(idx + 3) % 4], usize::MAX),
        Step::Right => page.place(id, Quadrant::ALL[(idx + 1) % 4], usize::MAX),
    }
}

#[component]
fn RowMenu(page: Page, id: Id, code: Signal<String>) -> impl IntoView {
    let t = page.t;
    let items = Signal::derive(move || {
        let mut items = vec![
            MenuItem::new(t.edit, move || page.opened.set(Some(id))).with_icon(IconName::Edit),
            MenuItem::new(t.up, move || walk(page, id, Step::Up)).with_icon(IconName::Up),
            MenuItem::new(t.down, move || walk(page, id, Step::Down)).with_icon(IconName::Down),
        ];
        let here = page.entry(id, |entry| entry.quadrant);
        for quadrant in Quadrant::ALL.into_iter().filter(|one| Some(*one) != here) {
            items.push(MenuItem::new((t.to)(quadrant), move || {
                page.place(id, quadrant, usize::MAX)
            }));
        }
        let task = move || {
            let title = page.entry(id, |entry| {
                if entry.action.is_empty() { entry.text.clone() } else { entry.action.clone() }
            });
            page.make_task(title.unwrap_or_default(), Link::new(LinkKind::Swot, id));
        };
        items.push(MenuItem::new(t.make_task, task).with_icon(IconName::Check));
        let remove = move || page.remove(Link::new(LinkKind::Swot, id));
        items.push(MenuItem::new(t.remove, remove).with_icon(IconName::Delete));
        items
    });
    view! {
        <Menu
            label=Signal::derive(move || (t.menu)(&code.read()))
            items
            class="button button-quiet button-icon"
        >
            <Icon name=IconName::More />
        </Menu>
    }
}
