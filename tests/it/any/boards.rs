//! Random boards.

use proptest::collection::vec;
use proptest::prelude::*;

use zhanggui::base::extra::Extra;
use zhanggui::base::period::PeriodKind;
use zhanggui::facts::compare::Basis;
use zhanggui::tools::boards::model::{Boards, DayNote, OwnLimit, Panel, PanelKind, Split};

use super::{day, id, text};

fn key() -> impl Strategy<Value = String> {
    "[a-z_]{1,12}"
}

fn panel() -> impl Strategy<Value = Panel> {
    let kind = prop::sample::select(PanelKind::ALL.to_vec());
    let by = prop::sample::select(Split::ALL.to_vec());
    (id(), kind, vec(key(), 0..4), by).prop_map(|(id, kind, metrics, by)| Panel {
        id,
        kind,
        metrics,
        by,
        extra: Extra::new(),
    })
}

fn limit() -> impl Strategy<Value = OwnLimit> {
    (key(), key(), -1_000_000_i64..1_000_000).prop_map(|(metric, grade, value)| OwnLimit {
        metric,
        grade,
        value,
        extra: Extra::new(),
    })
}

pub fn boards() -> impl Strategy<Value = Boards> {
    let looked = (
        prop::sample::select(PeriodKind::ALL.to_vec()),
        prop::option::of(day()),
        prop::option::of(day()),
        prop::sample::select(Basis::ALL.to_vec()),
    );
    let notes =
        vec((id(), day(), text()).prop_map(|(id, day, text)| DayNote::new(id, day, text)), 0..3);
    let lists = (
        prop::option::of(vec(key(), 0..4)),
        prop::option::of(vec(panel(), 0..3)),
        vec(limit(), 0..3),
        notes,
    );
    (looked, lists).prop_map(|((kind, until, from, basis), (tiles, panels, limits, notes))| {
        Boards { kind, until, from, basis, tiles, panels, limits, notes, extra: Extra::new() }
    })
}
