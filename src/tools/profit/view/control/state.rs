//! What the parts of the table's page share.

use std::sync::Arc;

use leptos::prelude::*;

use crate::base::day::{Day, Month};
use crate::base::locale::Locale;
use crate::base::ratio::Ratio;
use crate::i18n::errors::edit_error;
use crate::i18n::format;
use crate::i18n::use_locale;
use crate::platform::clock;
use crate::store::{WorkbookStore, use_workbook};
use crate::tools::profit::calc::control::{Control, MonthKnown};
use crate::tools::profit::model::Profit;
use crate::tools::profit::text::control::{Text, text};
use crate::workbook::edit::Edit;
use crate::workbook::shared::Shared;

/// What of the year is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// One month with all that is told of it.
    Month,
    /// The budgets of twelve months.
    Budget,
    /// What they really came to.
    Actual,
    /// The differences.
    Variance,
}

impl Look {
    /// In the order of the choice.
    pub const ALL: [Self; 4] = [Self::Month, Self::Budget, Self::Actual, Self::Variance];
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
    /// The section.
    pub section: Memo<Shared<Profit>>,
    /// The years that can be looked at.
    pub years: Memo<Vec<i32>>,
    /// The fiscal year that is looked at.
    pub year: RwSignal<i32>,
    /// Its months, with what plan and imports say.
    pub months: Memo<Arc<Vec<MonthKnown>>>,
    /// The place of the month that is looked at.
    pub place: RwSignal<usize>,
    /// That month.
    pub month: Memo<Month>,
    /// What is shown.
    pub look: RwSignal<Look>,
    /// The most that advertising may cost.
    pub cap: Memo<Ratio>,
    /// Why the last change was refused.
    pub refused: RwSignal<Option<String>>,
}

impl Page {
    /// The state of a page that opens, at the last month that is over. Called in the body of the
    /// page's component.
    pub fn new() -> Self {
        let (store, locale) = (use_workbook(), use_locale());
        let today: Day = clock::today();
        let cut = store.with(|wb| wb.shop.cut());
        let last = today.month().plus(-1);
        let year = RwSignal::new(cut.year_of(last.first()));
        let first_place = cut.months(year.get_untracked()).iter().position(|one| *one == last);
        let place = RwSignal::new(first_place.unwrap_or(0));
        let months = store.select(move |wb| Arc::new(wb.control_months(year.get())));
        let month = Memo::new(move |_| {
            let known = months.with(|all| all.get(place.get()).map(|known| known.month));
            known.unwrap_or(last)
        });
        let now = cut.year_of(today);
        let years = store.select(move |wb| {
            let typed = wb.profit.control.iter().map(|cell| cut.year_of(cell.month.first()));
            let imported = wb.facts.span().map(|span| cut.year_of(span.from()));
            let first = typed.chain(imported).min().unwrap_or(now).clamp(now - 20, now);
            (first..=now + 1).rev().collect::<Vec<_>>()
        });
        Self {
            store,
            locale,
            t: text(locale),
            section: store.select(|wb| wb.profit.clone()),
            years,
            year,
            months,
            place,
            month,
            look: RwSignal::new(Look::Month),
            cap: store.select(|wb| wb.shop.ad_cap),
            refused: RwSignal::new(None),
        }
    }

    /// Looks at the table and the month that is looked at.
    pub fn with<T>(self, look: impl FnOnce(&Control<'_>, Month) -> T) -> T {
        let month = self.month.get();
        self.section.with(|section| {
            self.months.with(|months| look(&Control::new(&section.control, months), month))
        })
    }

    /// Carries out an edit, or says why it was refused.
    pub fn try_edit(self, edit: impl Into<Edit>) -> Result<(), String> {
        self.store.edit(edit).map_err(|error| edit_error(&error, self.locale))
    }

    /// What a year is called.
    pub fn year_name(self, year: i32) -> String {
        let start = self.store.with(|wb| wb.shop.cut().fiscal_start);
        format::year_name(year, start, self.locale)
    }
}
