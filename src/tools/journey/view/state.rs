//! What the parts of the page share: with whose eyes it is looked at, and which factor is chosen.

use leptos::prelude::*;

use crate::base::id::Id;
use crate::base::link::{Link, LinkKind};
use crate::base::list;
use crate::base::locale::Locale;
use crate::base::number::parse_count;
use crate::base::span::Span;
use crate::i18n::errors::edit_error;
use crate::i18n::{format, use_locale};
use crate::knowledge::factors::{FACTORS, TemplateFactor, shown_name};
use crate::platform::random::new_id;
use crate::store::{WorkbookStore, use_workbook};
use crate::tools::journey::calc::{FunnelRow, Lens, Line, funnel, latest, lines};
use crate::tools::journey::edit::{FactorField, JourneyEdit, SCALE};
use crate::tools::journey::model::{Factor, Stage};
use crate::tools::journey::text::{Text, text};
use crate::ui::{Toasts, use_toasts};
use crate::workbook::edit::Edit;

/// Over how many of the latest days the funnel counts.
const N_DAYS: i32 = 30;

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
    /// With whose eyes it is looked at; none for all customers.
    pub persona: RwSignal<Option<Id>>,
    /// The factor that is chosen.
    pub chosen: RwSignal<Option<Id>>,
    /// Why the last change was refused.
    pub refused: RwSignal<Option<String>>,
    /// The personas.
    pub personas: Memo<Vec<(Id, String)>>,
    /// The competitors.
    pub rivals: Memo<Vec<(Id, String)>>,
    /// The factors with what follows from their scores.
    pub lines: Memo<Vec<Line>>,
    /// The funnel of the latest days, and which days these are; none before an import.
    pub funnel: Memo<Option<(Span, [FunnelRow; 6])>>,
    /// What the template has and the workbook has not.
    pub missing: Memo<Vec<&'static str>>,
}

impl Page {
    /// The state of a page that opens. Called in the body of the page's component.
    pub fn new() -> Self {
        let (store, locale) = (use_workbook(), use_locale());
        let persona = RwSignal::new(None::<Id>);
        let personas = store.select(|wb| wb.persona_names());
        let rivals = store.select(|wb| wb.rival_names());
        let lines = store.select(move |wb| {
            let rivals: Vec<Id> = wb.rivals.rivals.iter().map(|rival| rival.id).collect();
            let lens = match persona.get() {
                Some(id) if wb.title_of(Link::new(LinkKind::Persona, id)).is_some() => {
                    Lens::One(id)
                }
                _ => Lens::All(wb.persona_weights()),
            };
            lines(&wb.journey, &lens, &rivals)
        });
        let missing = store.select(|wb| {
            let has = |key: &str| {
                wb.journey.factors.iter().any(|factor| factor.template.as_deref() == Some(key))
            };
            FACTORS.iter().map(|row| row.key).filter(|key| !has(key)).collect()
        });
        let first = lines.with_untracked(|lines| lines.first().map(|line| line.id));
        Self {
            store,
            locale,
            t: text(locale),
            toasts: use_toasts(),
            persona,
            chosen: RwSignal::new(first),
            refused: RwSignal::new(None),
            personas,
            rivals,
            lines,
            funnel: store.select(|wb| {
                let span = latest(&wb.facts, N_DAYS)?;
                Some((span, funnel(&wb.facts, span)))
            }),
            missing,
        }
    }

    /// Carries out an edit, or keeps why it was refused. Says whether it was carried out.
    pub fn edit(self, edit: impl Into<Edit>) -> bool {
        let refused = self.store.edit(edit).err().map(|error| edit_error(&error, self.locale));
        let is_done = refused.is_none();
        self.refused.set(refused);
        is_done
    }

    /// Changes a field of the chosen factor.
    pub fn set(self, field: FactorField) {
        if let Some(id) = self.chosen.get_untracked() {
            self.edit(JourneyEdit::Set { id, field });
        }
    }

    /// Takes over what the template has and the workbook has not, as one step.
    pub fn take_template(self) {
        let keys = self.missing.get_untracked();
        let rows = FACTORS.iter().filter(|row| keys.contains(&row.key));
        let factor = |row: &TemplateFactor| {
            let name = row.name(self.locale).to_owned();
            let factor = Factor::new(new_id(), name, row.stage);
            Factor { template: Some(row.key.to_owned()), ..factor }
        };
        let factors: Vec<Factor> = rows.map(factor).collect();
        if self.edit(JourneyEdit::PutAll(factors)) && self.chosen.get_untracked().is_none() {
            self.chosen.set(self.lines.with_untracked(|lines| lines.first().map(|line| line.id)));
        }
    }

    /// Adds a factor of the user's own, and chooses it.
    pub fn add_factor(self) {
        let stage = self.factor(|factor| factor.stage).unwrap_or(Stage::Consider);
        let factor = Factor::new(new_id(), self.t.new_factor.to_owned(), stage);
        let id = factor.id;
        if self.edit(JourneyEdit::Put(factor)) {
            self.chosen.set(Some(id));
        }
    }

    /// Looks at the chosen factor once.
    pub fn factor<T>(self, look: impl FnOnce(&Factor) -> T) -> Option<T> {
        let id = self.chosen.get_untracked()?;
        self.store.with(|wb| list::find(&wb.journey.factors, id).map(look))
    }

    /// What a factor is called.
    pub fn name_of(self, id: Id) -> String {
        self.store.with(|wb| wb.factor_name(id, self.locale).unwrap_or_default().to_owned())
    }

    /// The names of factors, told anew when they change. Called in the body of a component.
    pub fn names(self) -> Memo<Vec<(Id, String)>> {
        let locale = self.locale;
        self.store.select(move |wb| {
            let name = |factor: &Factor| {
                shown_name(factor.template.as_deref(), &factor.name, locale).to_owned()
            };
            wb.journey.factors.iter().map(|factor| (factor.id, name(factor))).collect()
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

/// The name of a thing in a list of names.
pub fn name_in(names: &[(Id, String)], id: Id) -> String {
    names.iter().find(|(other, _)| *other == id).map_or_else(String::new, |(_, name)| name.clone())
}

/// A score of 1–5 as it was typed: empty for none; `None` where it is not one.
pub fn score(text: &str) -> Option<Option<u8>> {
    let text = text.trim();
    if text.is_empty() || text == format::NONE {
        return Some(None);
    }
    let score = parse_count(text).ok().and_then(|count| u8::try_from(count).ok())?;
    (SCALE.0..=SCALE.1).contains(&score).then_some(Some(score))
}
