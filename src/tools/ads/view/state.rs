//! What the parts of the page share.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use crate::base::locale::Locale;
use crate::base::money::Money;
use crate::base::ratio::Ratio;
use crate::base::span::Span;
use crate::facts::set::FactSet;
use crate::i18n::errors::edit_error;
use crate::i18n::{format, use_locale};
use crate::platform::clock::today;
use crate::store::{WorkbookStore, use_workbook};
use crate::tools::ads::calc::curve::{Curve, NoCurve};
use crate::tools::ads::calc::{Plan, Review, curves, review};
use crate::tools::ads::edit::AdsEdit;
use crate::tools::ads::model::{Ads, PlanNote};
use crate::tools::ads::text::{Text, text};
use crate::ui::{Toasts, use_toasts};
use crate::workbook::edit::Edit;
use crate::workbook::shared::Shared;

/// The curves of the plans, by their keys.
pub type Curves = BTreeMap<String, Result<Curve, NoCurve>>;

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
    pub section: Memo<Shared<Ads>>,
    /// What was imported.
    pub facts: Memo<Shared<FactSet>>,
    /// What the products earn before advertising.
    pub earned: Memo<Option<Ratio>>,
    /// What advertising came to; none without figures of it.
    pub review: Memo<Option<Arc<Review>>>,
    /// How sales answer to spending.
    pub curves: Memo<Arc<Curves>>,
    /// The key of the plan that is looked at.
    pub chosen: RwSignal<Option<String>>,
    /// Why the last change was refused.
    pub refused: RwSignal<Option<String>>,
}

impl Page {
    /// The state of a page that opens. Called in the body of the page's component.
    pub fn new() -> Self {
        let (store, locale) = (use_workbook(), use_locale());
        let section = store.select(|wb| wb.ads.clone());
        let facts = store.select(|wb| wb.facts.clone());
        let earned = store.select(|wb| wb.margin_before_ads(today()));
        let found = Memo::new(move |_| {
            let earned = earned.get();
            section.with(|one| facts.with(|facts| review(one, facts, earned).map(Arc::new)))
        });
        let last = Memo::new(move |_| found.with(|one| one.as_ref().map(|one| one.span.to())));
        let events = store.select(move |wb| {
            let Some(to) = last.get() else { return Vec::new() };
            wb.event_days(Span::new(to - 365, to))
        });
        let fitted = Memo::new(move |_| {
            let Some(to) = last.get() else { return Arc::default() };
            let fit = |facts: &Shared<FactSet>| {
                section.with(|one| events.with(|events| curves(one, facts, to, events)))
            };
            Arc::new(facts.with(fit))
        });
        Self {
            store,
            locale,
            t: text(locale),
            toasts: use_toasts(),
            section,
            facts,
            earned,
            review: found,
            curves: fitted,
            chosen: RwSignal::new(None),
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

    /// Changes what is noted of a plan.
    pub fn note(self, key: &str, change: impl FnOnce(&mut PlanNote)) {
        let mut note = self.section.with_untracked(|section| {
            let known = section.note(key).cloned();
            known.unwrap_or_else(|| PlanNote { key: key.to_owned(), ..PlanNote::default() })
        });
        change(&mut note);
        self.edit(AdsEdit::Note(note));
    }

    /// What is noted of a plan.
    pub fn noted(self, key: &str) -> PlanNote {
        self.section.with(|section| section.note(key).cloned()).unwrap_or_default()
    }

    /// What a plan is called.
    pub fn name(self, plan: &Plan) -> String {
        if plan.name.trim().is_empty() { self.t.unnamed.to_owned() } else { plan.name.clone() }
    }

    /// The chosen plan, where it is in the period.
    pub fn chosen_plan(self) -> Option<Plan> {
        let key = self.chosen.get()?;
        let plan = |review: &Arc<Review>| review.plans.iter().find(|one| one.key == key).cloned();
        self.review.with(|review| review.as_ref().and_then(plan))
    }

    /// A period in words.
    pub fn days(self, span: Span) -> String {
        format::span_short(span, self.locale)
    }

    /// Says that something was done, and offers to take it back.
    pub fn say_undoable(self, said: String) {
        let store = self.store;
        self.toasts.say_with(said, self.t.undo, move || {
            store.undo();
        });
    }
}

/// A return as `2.43`, cut after two places towards zero: what is short of breaking even is never
/// shown as if it did.
pub fn times(roi: Ratio) -> String {
    let hundredths = i64::from(roi.bp()).div_euclid(100);
    format!("{}.{:02}", hundredths.div_euclid(100), hundredths.rem_euclid(100))
}

/// A value in words, `–` for none.
pub fn shown<T>(value: Option<T>, words: impl Fn(T) -> String) -> String {
    value.map_or_else(|| format::NONE.to_owned(), words)
}

/// An amount as `¥1,234.50`.
pub fn money(amount: Money) -> String {
    format::money(amount)
}
