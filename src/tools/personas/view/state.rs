//! What the parts of the page share: which persona is looked at, how, and what was refused.

use std::sync::Arc;

use leptos::prelude::*;

use crate::base::day::Day;
use crate::base::evidence::EvidenceSource;
use crate::base::id::Id;
use crate::base::list;
use crate::base::locale::Locale;
use crate::i18n::errors::edit_error;
use crate::i18n::evidence::sources;
use crate::platform::{clock, random};
use crate::store::{WorkbookStore, use_workbook};
use crate::tools::personas::edit::PersonasEdit;
use crate::tools::personas::model::Personas;
use crate::tools::personas::model::persona::{Distribution, Persona};
use crate::workbook::edit::Edit;
use crate::workbook::segments::SegmentReport;
use crate::workbook::shared::Shared;

/// What is shown, in the order of the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// One persona: card and form.
    Card,
    /// Several side by side.
    Compare,
    /// All needs (T-13).
    Needs,
    /// Regions (T-14).
    Regions,
    /// Mall visits (T-15).
    Visits,
    /// Segments (T-21).
    Segments,
}

impl Mode {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Card, Self::Compare, Self::Needs, Self::Regions, Self::Visits, Self::Segments];
}

/// The page's state. A copy of the handle is the same page.
#[derive(Clone, Copy)]
pub struct Page {
    /// The open workbook.
    pub store: WorkbookStore,
    /// The language.
    pub locale: Locale,
    /// The day on which the page was opened.
    pub today: Day,
    /// What is shown.
    pub mode: RwSignal<Mode>,
    /// The section.
    pub all: Memo<Shared<Personas>>,
    /// Which persona was chosen; none for the first one.
    chosen: RwSignal<Option<Id>>,
    /// The one that is looked at; none while there is no persona.
    pub persona: Memo<Option<Arc<Persona>>>,
    /// What the personas imply for the month.
    pub report: Memo<SegmentReport>,
    /// What of the workbook evidence can quote.
    pub sources: Memo<Vec<EvidenceSource>>,
    /// What was refused last.
    pub trouble: RwSignal<Option<String>>,
    /// Which table is pasted into; none while the dialog is closed.
    pub pasted: RwSignal<Distribution>,
    /// Whether that dialog is open.
    pub is_pasting: RwSignal<bool>,
    /// Whether the dialog is open that asks which cards to print.
    pub is_printing: RwSignal<bool>,
    /// The cards that are on their way to the printer; empty for the one on the screen.
    pub printed: RwSignal<Vec<Id>>,
    /// Whether the dialog that asks before a removal is open.
    pub is_removing: RwSignal<bool>,
}

impl Page {
    /// The state of a page that opens on the first persona. Called in the body of its component.
    pub fn new(locale: Locale) -> Self {
        let store = use_workbook();
        let today = clock::today();
        let all = store.select(|wb| wb.personas.clone());
        let chosen = RwSignal::new(None::<Id>);
        let persona = Memo::new(move |_| {
            all.with(|all| {
                let found = chosen.get().and_then(|id| list::find(&all.personas, id));
                found.or_else(|| all.personas.first()).cloned().map(Arc::new)
            })
        });
        Self {
            store,
            locale,
            today,
            mode: RwSignal::new(Mode::Card),
            all,
            chosen,
            persona,
            report: store.select(move |wb| wb.segment_report(today)),
            sources: store.select(move |wb| sources(wb, locale)),
            trouble: RwSignal::new(None),
            pasted: RwSignal::new(Distribution::Ages),
            is_pasting: RwSignal::new(false),
            is_printing: RwSignal::new(false),
            printed: RwSignal::new(Vec::new()),
            is_removing: RwSignal::new(false),
        }
    }

    /// Looks at a persona.
    pub fn choose(self, id: Id) {
        self.chosen.set(Some(id));
        self.mode.set(Mode::Card);
        self.trouble.set(None);
    }

    /// Carries out an edit, or keeps why it was refused. Says whether it was carried out.
    pub fn edit(self, edit: impl Into<Edit>) -> bool {
        self.finish(edit.into())
    }

    fn finish(self, edit: Edit) -> bool {
        let refused = self.store.edit(edit).err().map(|error| edit_error(&error, self.locale));
        let is_done = refused.is_none();
        self.trouble.set(refused);
        is_done
    }

    /// Changes a field of the persona that is looked at; typing on in the same field is one step.
    pub fn write(self, field: &'static str, of: Option<Id>, change: &dyn Fn(&mut Persona)) -> bool {
        let Some(persona) = self.persona.get_untracked() else { return false };
        let mut persona = Box::new((*persona).clone());
        change(&mut persona);
        self.finish(PersonasEdit::Write { persona, field, of }.into())
    }

    /// Changes the persona that is looked at in a step of its own.
    pub fn put(self, change: &dyn Fn(&mut Persona)) -> bool {
        let Some(persona) = self.persona.get_untracked() else { return false };
        let mut persona = Box::new((*persona).clone());
        change(&mut persona);
        self.finish(PersonasEdit::Put(persona).into())
    }

    /// Adds a persona and looks at it.
    pub fn add(self, persona: Persona) {
        let id = persona.id;
        if self.edit(PersonasEdit::Put(Box::new(persona))) {
            self.choose(id);
        }
    }

    /// Adds an empty persona of that name and looks at it.
    pub fn add_new(self, name: String) {
        self.add(Persona::new(random::new_id(), name));
    }

    /// Opens the dialog that takes a table.
    pub fn paste_into(self, of: Distribution) {
        self.pasted.set(of);
        self.is_pasting.set(true);
    }
}
