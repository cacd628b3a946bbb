//! What the parts of the page share.

use std::sync::Arc;

use leptos::prelude::*;

use crate::base::id::Id;
use crate::base::locale::Locale;
use crate::base::span::Span;
use crate::facts::measure::{Measure, Rule};
use crate::i18n::errors::edit_error;
use crate::i18n::{format, measure, use_locale};
use crate::knowledge::metrics::{measure as measure_of, measures};
use crate::platform::{document, page};
use crate::store::{WorkbookStore, use_workbook};
use crate::tools::boards::edit::BoardsEdit;
use crate::tools::boards::model::Boards;
use crate::tools::boards::text::{Text, panel_name, text};
use crate::ui::{Drag, DropPlace, Toasts, use_toasts};
use crate::workbook::boards::{Board, TileFigures};
use crate::workbook::edit::Edit;
use crate::workbook::shared::Shared;

/// The name of the list of pinned figures.
pub const TILES: &str = "tiles";
/// The name of the list of charts.
pub const PANELS: &str = "panels";
/// So many days the charts look at at least: twelve weeks.
const LEAST_DAYS: i32 = 84;

/// The state of the page. A copy of the handle is the same page.
#[derive(Clone, Copy)]
pub struct Page {
    /// The open workbook.
    pub store: WorkbookStore,
    /// The language.
    pub locale: Locale,
    /// The words.
    pub t: &'static Text,
    /// Notices.
    pub toasts: Toasts,
    /// The section.
    pub section: Memo<Shared<Boards>>,
    /// The figures; none while nothing was imported.
    pub board: Memo<Option<Arc<Board>>>,
    /// Keys of the pinned figures that there are.
    pub keys: Memo<Vec<&'static str>>,
    /// The days that the charts look at: what was looked at closer, or the period with the weeks
    /// before it.
    pub range: Memo<Option<Span>>,
    /// The days that are looked at closer.
    pub zoom: RwSignal<Option<Span>>,
    /// What is dragged.
    pub drag: Drag,
    /// The figure that is explained.
    pub explained: RwSignal<Option<&'static str>>,
    /// Whether figures are being picked.
    pub is_picking: RwSignal<bool>,
    /// Why the last change was refused.
    pub refused: RwSignal<Option<String>>,
    /// What was done, for those who cannot see it.
    pub said: RwSignal<String>,
}

impl Page {
    /// The state of a page that opens. Called in the body of the page's component.
    pub fn new() -> Self {
        let (store, locale) = (use_workbook(), use_locale());
        let refused = RwSignal::new(None);
        let board = store.select(|wb| wb.board().map(Arc::new));
        let keys = Memo::new(move |_| {
            board.with(|board| {
                let tiles = board.iter().flat_map(|board| &board.tiles);
                tiles.map(|tile| tile.measure.key).collect::<Vec<_>>()
            })
        });
        let zoom = RwSignal::new(None::<Span>);
        let range = Memo::new(move |_| {
            board.with(|board| {
                let board = board.as_ref()?;
                let first = board.span.from().min(board.span.to() - (LEAST_DAYS - 1));
                let usual = Span::new(first.max(board.known.from()), board.span.to());
                Some(zoom.get().unwrap_or(usual))
            })
        });
        // Another period: what was looked at closer belonged to the one before.
        let span = Memo::new(move |_| board.with(|board| board.as_ref().map(|one| one.span)));
        Effect::new(move |before: Option<Option<Span>>| {
            let now = span.get();
            if before.is_some_and(|before| before != now) {
                zoom.set(None);
            }
            now
        });
        let drop = move |(item, place): (String, DropPlace)| {
            let edit = match (place.list == TILES, item.parse::<Id>()) {
                (true, _) if measure_of(&item).is_some() => {
                    BoardsEdit::Pin { metric: item, at: place.at }
                }
                (false, Ok(id)) => BoardsEdit::MovePanel { id, to: place.at },
                // A figure dropped among the charts, or a chart among the figures.
                _ => return,
            };
            refused.set(store.edit(edit).err().map(|error| edit_error(&error, locale)));
        };
        Self {
            store,
            locale,
            t: text(locale),
            toasts: use_toasts(),
            section: store.select(|wb| wb.boards.clone()),
            board,
            keys,
            range,
            zoom,
            drag: Drag::new(Callback::new(drop)),
            explained: RwSignal::new(None),
            is_picking: RwSignal::new(false),
            refused,
            said: RwSignal::new(String::new()),
        }
    }

    /// Carries out an edit, or keeps why it was refused. Says whether it was carried out.
    pub fn edit(self, edit: impl Into<Edit>) -> bool {
        let refused = self.store.edit(edit).err().map(|error| edit_error(&error, self.locale));
        let is_done = refused.is_none();
        self.refused.set(refused);
        is_done
    }

    /// Looks at the board as it is.
    pub fn with<T>(self, look: impl FnOnce(&Board) -> T) -> Option<T> {
        self.board.with(|board| board.as_deref().map(look))
    }

    /// Looks at a figure of the board.
    pub fn tile<T>(self, key: &str, look: impl FnOnce(&TileFigures) -> T) -> Option<T> {
        self.with(|board| board.tiles.iter().find(|tile| tile.measure.key == key).map(look))
            .flatten()
    }

    /// What a figure is called.
    pub fn name(self, figure: &Measure) -> &'static str {
        measure::name(figure, self.locale)
    }

    /// A run of days in words.
    pub fn days(self, span: Span) -> String {
        format::span_short(span, self.locale)
    }

    /// Moves a pinned figure by some places, says where it is now, and keeps the focus on it.
    pub fn walk(self, key: &'static str, by: isize) {
        let keys = self.keys.get_untracked();
        let Some(at) = keys.iter().position(|one| *one == key) else { return };
        let to = at.saturating_add_signed(by).min(keys.len().saturating_sub(1));
        if to == at || !self.edit(BoardsEdit::Pin { metric: key.to_owned(), at: to }) {
            return;
        }
        let name = self.tile(key, |tile| self.name(&tile.measure)).unwrap_or(key);
        self.said.set((self.t.moved)(name, to + 1, keys.len()));
        page::after(0, move || document::focus(&handle_id(key)));
    }

    /// Moves a chart by some places, says where it is now, and keeps the focus on it.
    pub fn walk_panel(self, id: Id, by: isize) {
        let panels = self.section.with_untracked(|section| section.charts());
        let Some(at) = panels.iter().position(|one| one.id == id) else { return };
        let to = at.saturating_add_signed(by).min(panels.len().saturating_sub(1));
        if to == at || !self.edit(BoardsEdit::MovePanel { id, to }) {
            return;
        }
        let name = panel_name(panels[at].kind, self.locale);
        self.said.set((self.t.moved)(name, to + 1, panels.len()));
        page::after(0, move || document::focus(&panel_handle_id(id)));
    }

    /// Gives a chart one figure more — the first that it has not — or takes its last one off.
    pub fn resize(self, id: Id, is_more: bool) {
        let panels = self.section.with_untracked(|section| section.charts());
        let Some(mut panel) = panels.into_iter().find(|panel| panel.id == id) else { return };
        if is_more {
            let unit = panel.metrics.first().and_then(|key| measure_of(key)).map(|one| one.unit);
            let fits = |figure: &Measure| {
                Some(figure.unit) == unit
                    && matches!(figure.rule, Rule::Sum(_))
                    && !panel.metrics.iter().any(|key| key == figure.key)
            };
            let Some(figure) = measures().find(fits) else { return };
            panel.metrics.push(figure.key.to_owned());
        } else {
            panel.metrics.pop();
        }
        self.edit(BoardsEdit::PutPanel(panel));
    }

    /// Says that something was done, and offers to take it back.
    pub fn say_undoable(self, said: String) {
        let store = self.store;
        self.toasts.say_with(said, self.t.undo, move || {
            store.undo();
        });
    }
}

/// The id of the handle of a chart.
pub fn panel_handle_id(id: Id) -> String {
    format!("panel-{id}")
}

/// The id of the handle of a pinned figure.
pub fn handle_id(key: &str) -> String {
    format!("tile-{key}")
}
