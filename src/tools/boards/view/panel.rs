//! One chart of the board: its head, and the figure of its kind.

mod figures;
mod parts;
mod time;

pub use figures::calendar;

use leptos::prelude::*;

use crate::base::id::Id;
use crate::base::list;
use crate::facts::measure::Measure;
use crate::i18n::measure;
use crate::knowledge::metrics::{measure as metric_of, measures};
use crate::tools::boards::edit::BoardsEdit;
use crate::tools::boards::model::{Panel, PanelKind};
use crate::tools::boards::text::panel_name;
use crate::tools::boards::view::panel::figures::{Funnel, Heat, Scatter};
use crate::tools::boards::view::panel::parts::{Multiples, SplitChoices, Waterfall};
use crate::tools::boards::view::panel::time::OverTime;
use crate::tools::boards::view::state::{Page, panel_handle_id};
use crate::ui::{DragHandle, Icon, IconName, Menu, MenuItem, Select, Step};
use crate::workbook::boards::parts::{is_amount, split_metrics};

/// A chart.
#[component]
pub fn OnePanel(page: Page, id: Id) -> impl IntoView {
    let t = page.t;
    let panel =
        Memo::new(move |_| page.section.with(|section| list::find(&section.charts(), id).cloned()));
    let kind = Memo::new(move |_| panel.with(|panel| panel.as_ref().map(|panel| panel.kind)));
    let name = Signal::derive(move || {
        panel.with(|panel| panel.as_ref().map_or(String::new(), |panel| title(page, panel)))
    });
    let walk = move |step: Step| match step {
        Step::Left | Step::Up => page.walk_panel(id, -1),
        Step::Right | Step::Down => page.walk_panel(id, 1),
    };
    let item = id.to_string();
    let (held, before) = (item.clone(), item.clone());
    let is_narrow = move || {
        let narrow = [PanelKind::Funnel, PanelKind::Heat, PanelKind::Scatter, PanelKind::Waterfall];
        kind.get().is_some_and(|kind| narrow.contains(&kind)).then_some("")
    };
    let figure = move || {
        kind.get().map(|kind| match kind {
            PanelKind::Funnel => view! { <Funnel page /> }.into_any(),
            PanelKind::Heat => view! { <Heat page panel /> }.into_any(),
            PanelKind::Scatter => view! { <Scatter page panel /> }.into_any(),
            PanelKind::Waterfall => view! { <Waterfall page panel /> }.into_any(),
            PanelKind::Multiples => view! { <Multiples page panel /> }.into_any(),
            _ => view! { <OverTime page panel /> }.into_any(),
        })
    };
    let n_metrics =
        Memo::new(move |_| panel.with(|panel| panel.as_ref().map_or(0, |one| one.metrics.len())));
    let choices = move || {
        if kind.get() == Some(PanelKind::Multiples) {
            return view! { <SplitChoices page panel /> }.into_any();
        }
        (0..n_metrics.get())
            .map(|place| view! { <Choice page panel place /> })
            .collect_view()
            .into_any()
    };
    view! {
        <li
            class="board-panel"
            data-narrow=is_narrow
            data-drop-item=item.clone()
            data-held=move || page.drag.is_held(&held).then_some("")
            data-over=move || page.drag.is_before(&before).then_some("")
        >
            <header class="board-panel-head">
                <DragHandle
                    drag=page.drag
                    item=item.clone()
                    id=panel_handle_id(id)
                    label=Signal::derive(move || (t.move_chart)(&name.read()))
                    help=t.move_help
                    on_step=walk
                >
                    {move || kind.get().map(|kind| panel_name(kind, page.locale))}
                </DragHandle>
                <div class="board-choices">{choices}</div>
                <PanelMenu page id panel name />
            </header>
            {figure}
        </li>
    }
}

/// What a chart is called: its figures, or its kind.
pub fn title(page: Page, panel: &Panel) -> String {
    let names: Vec<&str> = panel
        .metrics
        .iter()
        .filter_map(|key| metric_of(key).or_else(|| split_measure(panel, key)))
        .map(|figure| measure::name(&figure, page.locale))
        .collect();
    let kind = panel_name(panel.kind, page.locale);
    if names.is_empty() { kind.to_owned() } else { format!("{} · {kind}", names.join(" + ")) }
}

/// A figure that only the rows of products or sources have.
fn split_measure(panel: &Panel, key: &str) -> Option<Measure> {
    let found = split_metrics(panel.by.subject()).find(|metric| metric.key == key);
    found.map(Measure::of)
}

/// The figures that a chart of a kind can show.
fn figures_of(kind: PanelKind) -> impl Iterator<Item = Measure> {
    measures().filter(move |figure| kind != PanelKind::Waterfall || is_amount(figure))
}

/// Which figure a chart shows.
#[component]
fn Choice(page: Page, panel: Memo<Option<Panel>>, place: usize) -> impl IntoView {
    let t = page.t;
    let kind = panel.with_untracked(|panel| panel.as_ref().map(|panel| panel.kind));
    let kind = kind.unwrap_or(PanelKind::Line);
    let keys: Vec<&'static str> = figures_of(kind).map(|figure| figure.key).collect();
    let options: Vec<String> =
        figures_of(kind).map(|figure| page.name(&figure).to_owned()).collect();
    let keys = StoredValue::new(keys);
    let selected = Signal::derive(move || {
        panel.with(|panel| {
            let key = panel.as_ref().and_then(|panel| panel.metrics.get(place).cloned());
            keys.with_value(|keys| {
                keys.iter().position(|one| Some(*one) == key.as_deref()).unwrap_or(0)
            })
        })
    });
    let choose = move |idx: usize| {
        let key = keys.with_value(|keys| keys.get(idx).copied());
        let Some((mut panel, key)) = panel.get_untracked().zip(key) else { return };
        if let Some(metric) = panel.metrics.get_mut(place) {
            *metric = key.to_owned();
            page.edit(BoardsEdit::PutPanel(panel));
        }
    };
    let label = if place == 0 { t.figure.to_owned() } else { (t.figure_n)(place + 1) };
    view! { <Select label options selected on_select=choose is_bare=true /> }
}

#[component]
fn PanelMenu(
    page: Page,
    id: Id,
    panel: Memo<Option<Panel>>,
    name: Signal<String>,
) -> impl IntoView {
    let t = page.t;
    let remove = move || {
        if page.edit(BoardsEdit::RemovePanel(id)) {
            page.say_undoable(t.chart_removed.to_owned());
        }
    };
    let items = Signal::derive(move || {
        let mut items = vec![
            MenuItem::new(t.forward, move || page.walk_panel(id, -1))
                .with_icon(IconName::ChevronLeft),
            MenuItem::new(t.back, move || page.walk_panel(id, 1)).with_icon(IconName::ChevronRight),
        ];
        let panel = panel.get();
        let n = panel.as_ref().map_or(0, |panel| panel.metrics.len());
        let (least, most) = panel.as_ref().map_or((0, 0), |panel| panel.kind.n_metrics());
        if n < most {
            let more = MenuItem::new(t.add_figure, move || page.resize(id, true));
            items.push(more.with_icon(IconName::Plus));
        }
        if least < n {
            items.push(MenuItem::new(t.remove_figure, move || page.resize(id, false)));
        }
        items.push(MenuItem::new(t.remove_chart, remove).with_icon(IconName::Delete));
        items
    });
    view! {
        <Menu
            label=Signal::derive(move || (t.chart_menu)(&name.read()))
            items
            class="button button-quiet button-icon"
        >
            <Icon name=IconName::More />
        </Menu>
    }
}
