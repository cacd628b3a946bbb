//! Undo, redo, saving on demand: what the top bar's buttons and the keys do.

use leptos::prelude::*;

use crate::i18n::store_words::store_error;
use crate::i18n::text::text;
use crate::i18n::use_locale;
use crate::platform::document;
use crate::route::Route;
use crate::route::pages::has_page;
use crate::store::{WorkbookStore, use_workbook};
use crate::ui::{Toasts, use_toasts};
use crate::workbook::edit::Step;

/// What can be done with the open workbook from anywhere.
#[derive(Clone, Copy)]
pub struct History {
    workbook: WorkbookStore,
    toasts: Toasts,
    locale: crate::base::locale::Locale,
    route: Signal<Route>,
}

impl History {
    /// Of the open workbook; called in the body of a component.
    pub fn of_page(route: Signal<Route>) -> Self {
        Self { workbook: use_workbook(), toasts: use_toasts(), locale: use_locale(), route }
    }

    /// Takes back the last step, says which, and goes where it was.
    pub fn undo(self) {
        if let Some(step) = self.workbook.undo() {
            self.toasts.say((text(self.locale).undone)(&step));
            self.go_to(&step);
        }
    }

    /// Brings back the last step that was taken back.
    pub fn redo(self) {
        if let Some(step) = self.workbook.redo() {
            self.toasts.say((text(self.locale).redone)(&step));
            self.go_to(&step);
        }
    }

    /// Stores at once, and hands the workbook over as a file.
    pub fn export(self) {
        document::blur();
        self.workbook.save_now();
        let t = text(self.locale);
        match self.workbook.download() {
            Ok(name) => self.toasts.say((t.downloaded)(&name)),
            Err(error) => self.toasts.say(store_error(&error, self.locale)),
        }
    }

    fn go_to(self, step: &Step) {
        let here = self.route.get_untracked();
        // A product's facts are seen on its matrix as well, the ad cap on the control table: who is
        // there stays there.
        let is_seen = matches!(
            (step, here),
            (Step::Products, Route::Matrix) | (Step::AdCap, Route::ProfitControl)
        );
        if let Some(to) = page_of(step).filter(|to| has_page(*to) && *to != here && !is_seen) {
            document::go(&to.href());
        }
    }
}

/// The page on which a step is seen; none for steps that are seen everywhere.
fn page_of(step: &Step) -> Option<Route> {
    match step {
        Step::Shop | Step::AdCap => Some(Route::Settings),
        Step::Import(_) | Step::Replace => None,
        Step::Personas => Some(Route::Personas),
        Step::Journey => Some(Route::Journey),
        Step::Rivals => Some(Route::Rivals),
        Step::Swot => Some(Route::Swot),
        Step::Position => Some(Route::Position),
        Step::Products => Some(Route::Products),
        Step::Matrix => Some(Route::Matrix),
        Step::Profit => Some(Route::Profit),
        Step::Launch => Some(Route::Launch),
        Step::Trials => Some(Route::Trials),
        Step::ProfitControl => Some(Route::ProfitControl),
        Step::Quadrant => Some(Route::Quadrant),
        Step::Diagnosis => Some(Route::Diagnosis),
        Step::Boards => Some(Route::Boards),
        Step::Advice => Some(Route::Advice),
        Step::Ads => Some(Route::Ads),
        Step::Mapping => Some(Route::Import),
        Step::Tasks => None,
        _ => Some(Route::Goals),
    }
}
