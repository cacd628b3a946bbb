//! What the parts of the page share.

use leptos::prelude::*;

use crate::base::id::Id;
use crate::base::list;
use crate::base::locale::Locale;
use crate::i18n::errors::edit_error;
use crate::i18n::use_locale;
use crate::store::{WorkbookStore, use_workbook};
use crate::tools::position::calc::{CurveLine, curve_line};
use crate::tools::position::model::CurveFactor;
use crate::tools::position::text::{Text, text};
use crate::ui::{Toasts, use_toasts};
use crate::workbook::Workbook;
use crate::workbook::edit::Edit;

/// The page's state. A copy of the handle is the same page.
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
    /// Why the last change was refused.
    pub refused: RwSignal<Option<String>>,
    /// The competitors.
    pub rivals: Memo<Vec<(Id, String)>>,
    /// The factors of the curve with what follows from their scores.
    pub lines: Memo<Vec<CurveLine>>,
    /// What the factors of the curve are called.
    pub names: Memo<Vec<String>>,
}

impl Page {
    /// The state of a page that opens. Called in the body of the page's component.
    pub fn new() -> Self {
        let (store, locale) = (use_workbook(), use_locale());
        let lines = store.select(|wb| {
            let rivals: Vec<Id> = wb.rivals.rivals.iter().map(|rival| rival.id).collect();
            let line = |factor: &CurveFactor| {
                let importance = factor.factor.and_then(|id| wb.factor_importance(id));
                curve_line(factor, importance, &rivals, &wb.position.limits)
            };
            wb.position.curve.iter().map(line).collect::<Vec<_>>()
        });
        let names = store.select(move |wb| {
            let factors = wb.position.curve.iter();
            factors.map(|factor| curve_name(wb, factor, locale)).collect::<Vec<_>>()
        });
        Self {
            store,
            locale,
            t: text(locale),
            toasts: use_toasts(),
            refused: RwSignal::new(None),
            rivals: store.select(Workbook::rival_names),
            lines,
            names,
        }
    }

    /// Carries out an edit, or keeps why it was refused. Says whether it was carried out.
    pub fn edit(self, edit: impl Into<Edit>) -> bool {
        let refused = self.store.edit(edit).err().map(|error| edit_error(&error, self.locale));
        let is_done = refused.is_none();
        self.refused.set(refused);
        is_done
    }

    /// What a factor of the curve is called.
    pub fn name_of(self, id: Id) -> String {
        self.store.with(|wb| {
            let factor = list::find(&wb.position.curve, id);
            factor.map(|factor| curve_name(wb, factor, self.locale)).unwrap_or_default()
        })
    }

    /// Says that something was done, and offers to take it back.
    pub fn say_undoable(self, said: String) {
        let store = self.store;
        self.toasts.say_with(said, self.t.undo, move || {
            store.undo();
        });
    }
}

/// What a factor of the curve is called. One that still has its decision factor's name follows
/// that factor's language.
fn curve_name(workbook: &Workbook, factor: &CurveFactor, locale: Locale) -> String {
    let linked = factor.factor.and_then(|id| {
        let source = list::find(&workbook.journey.factors, id)?;
        (source.name == factor.name).then(|| workbook.factor_name(id, locale)).flatten()
    });
    linked.unwrap_or(&factor.name).to_owned()
}
