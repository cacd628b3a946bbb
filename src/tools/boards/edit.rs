//! What a user can do to the board.

use crate::base::day::Day;
use crate::base::edit::{EditError, MergeKey, check_len, check_range};
use crate::base::extra::Extra;
use crate::base::id::Id;
use crate::base::list;
use crate::base::order;
use crate::base::period::PeriodKind;
use crate::base::span::Span;
use crate::facts::compare::Basis;
use crate::facts::measure::Grade;
use crate::knowledge::metrics::measure;
use crate::tools::boards::model::{Boards, DayNote, OwnLimit, Panel};

/// The most pinned figures.
pub const MAX_TILES: usize = 24;
/// The most charts.
pub const MAX_PANELS: usize = 24;
/// The most notes.
pub const MAX_NOTES: usize = 2_000;
/// The longest note, in characters.
pub const MAX_NOTE: usize = 200;
/// The longest key of a figure.
const MAX_KEY: usize = 60;
/// The most days of a period.
const MAX_DAYS: i64 = 3_700;
/// The largest limit.
const MAX_LIMIT: i64 = 1_000_000_000_000;

/// One change.
#[derive(Clone, Debug, PartialEq)]
pub enum BoardsEdit {
    /// Looks at the period of a kind that ends or runs on a day; none for the last known day.
    Period {
        /// The kind.
        kind: PeriodKind,
        /// Its last day.
        until: Option<Day>,
    },
    /// Looks at a run of days.
    Days(Span),
    /// Holds it against something else.
    Against(Basis),
    /// Pins a figure at a place; one that is pinned moves there.
    Pin {
        /// Its key.
        metric: String,
        /// The place, counted without it; behind the end is the end.
        at: usize,
    },
    /// Takes a figure off.
    Unpin(String),
    /// Adds a chart, or puts it in the place of the one with its id.
    PutPanel(Panel),
    /// Takes a chart off.
    RemovePanel(Id),
    /// Moves a chart to a place, counted without it.
    MovePanel {
        /// Which one.
        id: Id,
        /// The place; behind the end is the end.
        to: usize,
    },
    /// Sets a limit of a figure, in its unit; none for that of the source.
    Limit {
        /// The figure's key.
        metric: String,
        /// Which of its limits.
        grade: Grade,
        /// The value.
        value: Option<i64>,
    },
    /// Notes something of a day, or puts it in the place of the note with its id.
    PutNote(DayNote),
    /// Takes a note off.
    RemoveNote(Id),
}

impl BoardsEdit {
    /// The field that is being typed into: none here.
    pub fn merge_key(&self) -> Option<MergeKey> {
        None
    }

    /// Carries the edit out.
    ///
    /// # Errors
    ///
    /// For a thing that is not there, a text that is too long, a number out of its range, a list
    /// that is full, a chart with too few or too many figures.
    pub fn apply(self, section: &mut Boards) -> Result<(), EditError> {
        match self {
            Self::Period { kind, until } => {
                (section.kind, section.until, section.from) = (kind, until, None);
            }
            Self::Days(span) => {
                let n_days = i64::try_from(span.n_days()).unwrap_or(i64::MAX);
                check_range("boards.period", n_days, 1, MAX_DAYS)?;
                section.kind = PeriodKind::Custom;
                (section.from, section.until) = (Some(span.from()), Some(span.to()));
            }
            Self::Against(basis) => section.basis = basis,
            Self::Pin { metric, at } => {
                check_len("boards.tiles", &metric, MAX_KEY)?;
                let mut tiles = section.pinned();
                tiles.retain(|other| *other != metric);
                if MAX_TILES <= tiles.len() {
                    return Err(EditError::TooMany { field: "boards.tiles", max: MAX_TILES });
                }
                tiles.insert(at.min(tiles.len()), metric);
                section.tiles = Some(tiles);
            }
            Self::Unpin(metric) => {
                let mut tiles = section.pinned();
                let n_before = tiles.len();
                tiles.retain(|other| *other != metric);
                if tiles.len() != n_before {
                    section.tiles = Some(tiles);
                }
            }
            Self::PutPanel(panel) => {
                let (least, most) = panel.kind.n_metrics();
                let n = panel.metrics.len() as i64;
                check_range("boards.panels.metrics", n, least as i64, most as i64)?;
                for key in &panel.metrics {
                    check_len("boards.panels.metrics", key, MAX_KEY)?;
                }
                let mut panels = section.charts();
                list::put(&mut panels, panel, "boards.panels", MAX_PANELS)?;
                section.panels = Some(panels);
            }
            Self::RemovePanel(id) => {
                let mut panels = section.charts();
                list::remove(&mut panels, id)?;
                section.panels = Some(panels);
            }
            Self::MovePanel { id, to } => {
                let mut panels = section.charts();
                list::move_to(&mut panels, id, to)?;
                section.panels = Some(panels);
            }
            Self::Limit { metric, grade, value } => {
                check_len("boards.limits.metric", &metric, MAX_KEY)?;
                check_range("boards.limits", value.unwrap_or(0), -MAX_LIMIT, MAX_LIMIT)?;
                set_limit(&mut section.limits, metric, grade, value)?;
            }
            Self::PutNote(note) => {
                check_len("boards.notes.text", &note.text, MAX_NOTE)?;
                list::put(&mut section.notes, note, "boards.notes", MAX_NOTES)?;
                order::sort_by_key(&mut section.notes, |note| (note.day, note.id));
            }
            Self::RemoveNote(id) => {
                list::remove(&mut section.notes, id)?;
            }
        }
        Ok(())
    }
}

/// Sets a limit that a figure has; one that it has not would judge nothing.
fn set_limit(
    limits: &mut Vec<OwnLimit>,
    metric: String,
    grade: Grade,
    value: Option<i64>,
) -> Result<(), EditError> {
    let is_known = measure(&metric)
        .is_some_and(|measure| measure.limits.iter().any(|limit| limit.grade == grade));
    if !is_known {
        return Err(EditError::OutOfRange {
            field: "boards.limits.grade",
            value: 0,
            min: 1,
            max: 1,
        });
    }
    limits.retain(|own| own.metric != metric || own.grade != grade.key());
    if let Some(value) = value {
        let grade = grade.key().to_owned();
        limits.push(OwnLimit { metric, grade, value, extra: Extra::new() });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::metrics::USUAL;
    use crate::tools::boards::model::PanelKind;

    fn pin(section: &mut Boards, metric: &str, at: usize) {
        BoardsEdit::Pin { metric: metric.to_owned(), at }.apply(section).unwrap();
    }

    #[test]
    fn a_board_starts_with_the_usual_figures_and_is_arranged() {
        let mut section = Boards::default();
        assert_eq!(section.pinned(), USUAL);
        pin(&mut section, "aov", 0);
        assert_eq!(section.pinned()[..2], ["aov", "sales"]);
        assert_eq!(section.pinned().len(), USUAL.len());
        pin(&mut section, "bounce_rate", 99);
        assert_eq!(section.pinned().last().map(String::as_str), Some("bounce_rate"));
        BoardsEdit::Unpin("sales".to_owned()).apply(&mut section).unwrap();
        assert!(!section.pinned().contains(&"sales".to_owned()));
        // Taking off what is not there changes nothing.
        let before = section.clone();
        BoardsEdit::Unpin("sales".to_owned()).apply(&mut section).unwrap();
        assert_eq!(section, before);
        for idx in section.pinned().len()..MAX_TILES {
            pin(&mut section, &format!("m{idx}"), 0);
        }
        assert!(BoardsEdit::Pin { metric: "x".to_owned(), at: 0 }.apply(&mut section).is_err());
    }

    #[test]
    fn charts_are_put_moved_and_taken_off() {
        let mut section = Boards::default();
        let first = section.charts()[0].id;
        BoardsEdit::MovePanel { id: first, to: 2 }.apply(&mut section).unwrap();
        assert_eq!(section.charts()[2].id, first);
        BoardsEdit::RemovePanel(first).apply(&mut section).unwrap();
        assert!(BoardsEdit::RemovePanel(first).apply(&mut section).is_err());
        let id = Id::from_bits(0xAB);
        let combo = Panel::new(id, PanelKind::Combo, &["sales"]);
        assert!(BoardsEdit::PutPanel(combo).apply(&mut section).is_err());
        let combo = Panel::new(id, PanelKind::Combo, &["sales", "cvr"]);
        BoardsEdit::PutPanel(combo.clone()).apply(&mut section).unwrap();
        assert_eq!(section.charts().last(), Some(&combo));
    }

    #[test]
    fn a_limit_is_the_users_until_it_is_given_back() {
        let mut section = Boards::default();
        let set = |value| BoardsEdit::Limit {
            metric: "bounce_rate".to_owned(),
            grade: Grade::Pass,
            value,
        };
        set(Some(6_500)).apply(&mut section).unwrap();
        set(Some(6_400)).apply(&mut section).unwrap();
        assert_eq!(section.limit("bounce_rate", Grade::Pass), Some(6_400));
        set(None).apply(&mut section).unwrap();
        assert_eq!(section, Boards::default());
        let odd = BoardsEdit::Limit { metric: "sales".to_owned(), grade: Grade::Pass, value: None };
        assert!(odd.apply(&mut section).is_err());
    }

    #[test]
    fn notes_stand_in_the_order_of_their_days() {
        let mut section = Boards::default();
        for (bits, day) in [(1, "2026-10-15"), (2, "2026-10-01")] {
            let note = DayNote::new(Id::from_bits(bits), day.parse().unwrap(), "换主图".to_owned());
            BoardsEdit::PutNote(note).apply(&mut section).unwrap();
        }
        assert_eq!(section.notes[0].id, Id::from_bits(2));
        BoardsEdit::RemoveNote(Id::from_bits(2)).apply(&mut section).unwrap();
        assert_eq!(section.notes.len(), 1);
        let long = DayNote::new(Id::from_bits(3), section.notes[0].day, "长".repeat(MAX_NOTE + 1));
        assert!(BoardsEdit::PutNote(long).apply(&mut section).is_err());
    }

    #[test]
    fn a_run_of_days_is_ones_own_until_another_period_is_chosen() {
        let mut section = Boards::default();
        let span = Span::new("2026-10-05".parse().unwrap(), "2026-10-09".parse().unwrap());
        BoardsEdit::Days(span).apply(&mut section).unwrap();
        let known = "2026-10-31".parse().unwrap();
        let cut = crate::base::calendar::Cut::default();
        assert_eq!(section.span(known, cut), span);
        let day = BoardsEdit::Period { kind: PeriodKind::Day, until: None };
        day.apply(&mut section).unwrap();
        assert_eq!(section.span(known, cut), Span::day(known));
    }
}
