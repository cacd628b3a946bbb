//! Components that know no tool and no store: values in, callbacks out.
//!
//! What can be computed without a browser is in pure files (`change`, `ruler_scale`, `grid/clip`,
//! `grid/model`, `grid/select`), which are tested natively.

pub mod change;
pub mod grid;
pub mod icon_name;
pub mod ruler_scale;

#[cfg(target_arch = "wasm32")]
mod button;
#[cfg(target_arch = "wasm32")]
mod chart;
#[cfg(target_arch = "wasm32")]
mod choice;
#[cfg(target_arch = "wasm32")]
mod delta;
#[cfg(target_arch = "wasm32")]
mod dialog;
#[cfg(target_arch = "wasm32")]
mod drag;
#[cfg(target_arch = "wasm32")]
mod evidence;
#[cfg(target_arch = "wasm32")]
mod field;
#[cfg(target_arch = "wasm32")]
mod icon;
#[cfg(target_arch = "wasm32")]
mod linked;
#[cfg(target_arch = "wasm32")]
mod menu;
#[cfg(target_arch = "wasm32")]
mod message;
#[cfg(target_arch = "wasm32")]
mod new_line;
#[cfg(target_arch = "wasm32")]
mod ruler;
#[cfg(target_arch = "wasm32")]
mod section;
#[cfg(target_arch = "wasm32")]
mod toast;

pub use icon_name::IconName;

#[cfg(target_arch = "wasm32")]
pub use {
    button::{Button, ButtonKind, IconButton, LinkButton},
    chart::{
        Brush, BrushWords, BubbleFigure, BubbleWords, ComboFigure, CurveFigure, Cut, DayFigure,
        HeatFigure, IntervalFigure, MultiplesFigure, RowCells, RowTable, Scored, SpanFigure,
        TrendFigure,
    },
    choice::{Checkbox, Segmented, Select, Switch},
    delta::Delta,
    dialog::{Dialog, open_for},
    drag::{Drag, DragHandle, DropPlace, Step},
    evidence::{EvidenceButton, EvidenceList},
    field::{CountField, DateField, MoneyField, RatioField, TextArea, TextField},
    grid::Grid,
    icon::Icon,
    linked::{LinkedList, RemovalDialog, anchor},
    menu::{Menu, MenuItem},
    message::{EmptyState, Message, Tag, Tone},
    new_line::NewLine,
    ruler::Ruler,
    section::{PageHead, Section, Tile},
    toast::{ToastStack, Toasts, use_toasts},
};

/// A name for one element of the page, which labels and descriptions refer to.
#[cfg(target_arch = "wasm32")]
pub(crate) fn element_id(kind: &str) -> String {
    use std::cell::Cell;
    thread_local!(static NEXT: Cell<u32> = const { Cell::new(0) });
    let number = NEXT.replace(NEXT.get().wrapping_add(1));
    format!("{kind}-{number}")
}
