//! What the parts of the page share.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use crate::base::id::Id;
use crate::base::link::{Link, LinkKind};
use crate::base::locale::Locale;
use crate::base::money::Money;
use crate::base::ratio::Ratio;
use crate::base::span::Span;
use crate::facts::items::table::ItemLabel;
use crate::facts::set::FactSet;
use crate::i18n::errors::edit_error;
use crate::i18n::{format, use_locale};
use crate::knowledge::events::EventInstance;
use crate::platform::document;
use crate::platform::random::new_id;
use crate::store::{WorkbookStore, use_workbook};
use crate::tools::diagnosis::calc::findings::Factor;
use crate::tools::diagnosis::calc::items::{ItemChanges, changes};
use crate::tools::diagnosis::calc::period::{before, known_part, period};
use crate::tools::diagnosis::calc::sources::{SourceChanges, Sources, source_changes, sources};
use crate::tools::diagnosis::calc::sure::Bar;
use crate::tools::diagnosis::calc::verdict::{Verdict, verdict};
use crate::tools::diagnosis::model::{Basis, Diagnosis};
use crate::tools::diagnosis::text::traffic::{Text as TrafficText, text as traffic_text};
use crate::tools::diagnosis::text::{Text, text};
use crate::ui::{Toasts, use_toasts};
use crate::workbook::edit::Edit;
use crate::workbook::make;
use crate::workbook::shared::Shared;

/// The longest title of a task, in characters.
const MAX_TITLE: usize = 300;

/// What is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// Where the difference comes from.
    #[default]
    Why,
    /// Where visitors come from.
    Traffic,
    /// Whether all is in order.
    Checks,
}

impl Tab {
    /// In their order.
    pub const ALL: [Self; 3] = [Self::Why, Self::Traffic, Self::Checks];

    /// The one that the address names.
    fn of_address() -> Self {
        match document::hash().rsplit('/').next() {
            Some("traffic") => Self::Traffic,
            Some("checks") => Self::Checks,
            _ => Self::Why,
        }
    }
}

/// The state of the page. A copy of the handle is the same page.
#[derive(Clone, Copy)]
pub struct Page {
    /// The open workbook.
    pub store: WorkbookStore,
    /// The language.
    pub locale: Locale,
    /// The words.
    pub t: &'static Text,
    /// The words on sources.
    pub w: &'static TrafficText,
    toasts: Toasts,
    /// The section.
    pub section: Memo<Shared<Diagnosis>>,
    /// What was imported.
    pub facts: Memo<Shared<FactSet>>,
    /// The events around all figures.
    pub events: Memo<Arc<Vec<EventInstance>>>,
    /// How the period went; none without figures or anything to hold them against.
    pub verdict: Memo<Option<Arc<Verdict>>>,
    /// The items' changes, against the other period or the one before.
    pub items: Memo<Option<Arc<ItemChanges>>>,
    /// The days that are looked at: without those after the last with figures.
    pub span: Memo<Option<Span>>,
    /// The period's sources; none without figures of them.
    pub sources: Memo<Option<Arc<Sources>>>,
    /// Their changes, against the other period or the one before.
    pub source_changes: Memo<Option<Arc<SourceChanges>>>,
    /// What is looked at.
    pub tab: RwSignal<Tab>,
    products: Memo<BTreeMap<String, (Id, String)>>,
    labels: Memo<Arc<BTreeMap<String, ItemLabel>>>,
    /// Why the last change was refused.
    pub refused: RwSignal<Option<String>>,
}

impl Page {
    /// The state of a page that opens. Called in the body of the page's component.
    pub fn new() -> Self {
        let (store, locale) = (use_workbook(), use_locale());
        let section = store.select(|wb| wb.diagnosis.clone());
        let facts = store.select(|wb| wb.facts.clone());
        let events = store.select(|wb| wb.events_of_facts());
        let events = Memo::new(move |_| Arc::new(events.get()));
        let found = store.select(move |wb| {
            let events = events.get();
            verdict(&wb.diagnosis, &wb.facts, &events, |span| wb.planned(span))
        });
        let found = Memo::new(move |_| found.get().map(Arc::new));
        let items = Memo::new(move |_| {
            let verdict = found.get()?;
            let other = item_span(&verdict);
            facts.with(|facts| changes(facts, other, verdict.span)).map(Arc::new)
        });
        let of_sources = move |span: Span| {
            section.with(|section| {
                facts.with(|facts| sources(facts, span, &|name| section.channel_of(name)))
            })
        };
        let span = Memo::new(move |_| {
            section.with(|one| facts.with(|facts| Some(known_part(period(one, facts)?, facts))))
        });
        let now_sources = Memo::new(move |_| of_sources(span.get()?).map(Arc::new));
        let source_changes = Memo::new(move |_| {
            let now = now_sources.get()?;
            let other = found.get().map_or_else(|| before(now.span), |one| item_span(&one));
            source_changes(of_sources(other)?, (*now).clone()).map(Arc::new)
        });
        Self {
            store,
            locale,
            t: text(locale),
            w: traffic_text(locale),
            span,
            sources: now_sources,
            source_changes,
            tab: RwSignal::new(Tab::of_address()),
            toasts: use_toasts(),
            section,
            facts,
            events,
            verdict: found,
            items,
            products: store.select(|wb| wb.products_by_item()),
            labels: Memo::new(move |_| Arc::new(facts.with(|facts| facts.item_labels()))),
            refused: RwSignal::new(None),
        }
    }

    /// Carries out an edit, or keeps why it was refused. Says whether it was carried out.
    pub fn edit(self, edit: impl Into<Edit>) -> bool {
        let refused = self.store.edit(edit).err().map(|error| edit_error(&error, self.locale));
        let is_done = refused.is_none();
        self.refused.set(refused);
        is_done
    }

    /// What an item is called: as its product, else as the files say, else its number.
    pub fn name(self, id: &str) -> String {
        let product = self.products.with(|all| all.get(id).map(|(_, name)| name.clone()));
        let title = || self.labels.with(|all| all.get(id).map(|label| label.title.clone()));
        let is_said = |name: &String| !name.trim().is_empty();
        product.filter(is_said).or_else(|| title().filter(is_said)).unwrap_or_else(|| id.to_owned())
    }

    /// The product of an item.
    pub fn product(self, id: &str) -> Option<Id> {
        self.products.with(|all| all.get(id).map(|(id, _)| *id))
    }

    /// A period in words: a whole month by its name.
    pub fn days(self, span: Span) -> String {
        let month = span.from().month();
        if (span.from(), span.to()) == (month.first(), month.last()) {
            return format::month_long(month, self.locale);
        }
        format::span_short(span, self.locale)
    }

    /// What the period is held against, in words.
    pub fn other(self, verdict: &Verdict) -> String {
        match (verdict.other, verdict.basis) {
            (Some(span), _) => self.days(span),
            (None, Basis::Baseline) => self.t.the_baseline.to_owned(),
            (None, _) => self.t.the_target.to_owned(),
        }
    }

    /// How sure changes must be.
    pub fn bar(self) -> Bar {
        self.section.with(|section| Bar::of(section))
    }

    /// Makes a task, of a product where it is about one, and says so.
    pub fn make_task(self, title: &str, product: Option<Id>) {
        let title = cut(title);
        let edit = match product {
            Some(id) => make::task(new_id(), title, Link::new(LinkKind::Product, id)),
            None => make::own_task(new_id(), title),
        };
        if self.edit(edit) {
            let store = self.store;
            self.toasts.say_with(self.t.made, self.t.undo, move || {
                store.undo();
            });
        }
    }

    /// Whether a task of this title is still to be done.
    pub fn has_task(self, title: String) -> Memo<bool> {
        self.store.select(move |wb| wb.has_open_task(&cut(&title)))
    }
}

fn cut(title: &str) -> String {
    title.chars().take(MAX_TITLE).collect()
}

/// The days that items are held against: those of the verdict, else those before.
pub fn item_span(verdict: &Verdict) -> Span {
    verdict.other.unwrap_or_else(|| before(verdict.span))
}

/// 分 as money.
pub fn money(fen: i64) -> Money {
    Money::from_fen_clamped(fen)
}

/// A figure of a factor with its unit: people, percent, ¥.
pub fn figure(factor: Factor, value: Option<i64>) -> String {
    let Some(value) = value else { return format::NONE.to_owned() };
    match factor {
        Factor::Visitors => format::count(value),
        Factor::Cvr => format::percent(ratio(value)),
        Factor::Aov => format::money(money(value)),
    }
}

/// Basis points as a ratio.
pub fn ratio(bp: i64) -> Ratio {
    Ratio::from_bp(i32::try_from(bp).unwrap_or(i32::MAX))
}
