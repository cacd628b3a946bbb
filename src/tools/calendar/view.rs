//! The events page: every event of a year, its days and its uplift, each changed in its row.

use leptos::prelude::*;

use crate::base::day::Day;
use crate::base::edit::EditError;
use crate::base::locale::Locale;
use crate::base::money::Money;
use crate::base::ratio::Ratio;
use crate::i18n::errors::edit_error;
use crate::i18n::{format, use_locale};
use crate::knowledge::events::EventName;
use crate::platform::{clock, random};
use crate::route::Route;
use crate::store::{WorkbookStore, use_workbook};
use crate::tools::calendar::text::{Text, text};
use crate::ui::{
    Button, Checkbox, CountField, IconButton, IconName, LinkButton, Message, PageHead, RatioField,
    Section, Select, Tag, TextField, Tone, use_toasts,
};
use crate::workbook::edit::Edit;
use crate::workbook::event_year::EventYear;
use crate::workbook::events::EventForm;

/// An uplift to begin with: half as much again.
const UPLIFT_BP: u32 = 15_000;
/// The most days before or after the day itself.
const MAX_REACH: i64 = 60;

/// One event: what it is, what it comes to, and what history says of it.
#[derive(Clone, Debug, PartialEq)]
struct EventRow {
    form: EventForm,
    year: EventYear,
    /// Uplift in history and the days that it rests on.
    learned: Option<(u32, usize)>,
    is_money: bool,
}

/// What the page's parts share. A copy is the same page.
#[derive(Clone, Copy)]
struct Page {
    store: WorkbookStore,
    rows: Memo<Vec<EventRow>>,
    refused: RwSignal<Option<EditError>>,
}

impl Page {
    fn edit(self, edit: Edit) -> bool {
        let refused = self.store.edit(edit).err();
        let is_done = refused.is_none();
        self.refused.set(refused);
        is_done
    }

    fn put(self, form: &EventForm) {
        self.edit(self.store.with(|wb| wb.put_event(form, random::new_id())));
    }

    fn keys(self, is_built_in: bool) -> Vec<String> {
        self.rows.with(|rows| {
            let own = rows.iter().filter(|row| row.form.is_built_in == is_built_in);
            own.map(|row| row.form.key.clone()).collect()
        })
    }
}

/// The page.
#[component]
pub fn EventsPage() -> impl IntoView {
    let locale = use_locale();
    let t = text(locale);
    let store = use_workbook();
    let today = clock::today();
    let now = store.with(|wb| wb.shop.cut().year_of(today));
    let year = RwSignal::new(now);
    // Learning looks at all of history: only when that, or the events themselves, have changed.
    let source =
        store.select(move |wb| (wb.facts.clone(), wb.calendar.clone(), wb.unit_of(year.get())));
    let learned = Memo::new(move |_| {
        source.with(|(.., unit)| {
            let learned = store.with(|wb| wb.learned(*unit));
            learned.map(|weights| weights.uplifts).unwrap_or_default()
        })
    });
    let rows = store.select(move |wb| {
        let year = year.get();
        let forms = wb.event_forms(wb.shop.cut().year(year));
        let is_money = wb.unit_of(year) == Default::default();
        let row = |(form, year): (EventForm, EventYear)| {
            let learned = learned.with(|all| {
                let found = all.iter().find(|one| one.key == form.key)?;
                Some((found.uplift_bp, found.n_days))
            });
            EventRow { form, year, learned, is_money }
        };
        forms.into_iter().zip(wb.event_year(year)).map(row).collect::<Vec<_>>()
    });
    let page = Page { store, rows, refused: RwSignal::new(None) };
    let add = move |()| {
        let span = store.with(|wb| wb.shop.cut().year(year.get_untracked()));
        page.put(&EventForm {
            key: String::new(),
            rule: None,
            is_built_in: false,
            name: EventName { zh: t.new_event.to_owned(), en: t.new_event.to_owned() },
            is_on: true,
            before: 0,
            after: 0,
            uplift_bp: UPLIFT_BP,
            anchor: Some(today.clamp(span.from(), span.to())),
        });
    };
    let years = [now - 1, now, now + 1];
    let actions = move || {
        view! {
            <Select
                label=t.year
                is_bare=true
                options=years.map(t.year_name).to_vec()
                selected=Signal::derive(move || {
                    years.iter().position(|one| *one == year.get()).unwrap_or(1)
                })
                on_select=move |idx: usize| year.set(years[idx.min(2)])
            />
            <LinkButton href=Route::Goals.href()>{t.to_goals}</LinkButton>
        }
    };
    let refused = move || page.refused.get().map(|error| edit_error(&error, locale));
    let has_learned = move || learned.with(|all| !all.is_empty());
    view! {
        <div class="page">
            <PageHead title=t.title question=t.question actions />
            {move || refused().map(|why| view! { <Message tone=Tone::Alert>{why}</Message> })}
            <Section title=t.own_title more=move || view! {
                <Button icon=IconName::Plus on_press=add>{t.add}</Button>
            }>
                <p class="muted" hidden=move || !page.keys(false).is_empty()>{t.own_none}</p>
                <EventList page is_built_in=false />
            </Section>
            <Section title=t.built_in_title note=t.built_in_note>
                <p class="muted" hidden=has_learned>{t.no_history}</p>
                <EventList page is_built_in=true />
            </Section>
        </div>
    }
}

/// The events of one origin, in the order of the year.
#[component]
fn EventList(page: Page, is_built_in: bool) -> impl IntoView {
    view! {
        <ul class="events">
            <For each=move || page.keys(is_built_in) key=|key| key.clone() let:key>
                <EventItem page key />
            </For>
        </ul>
    }
}

/// One event.
#[component]
fn EventItem(page: Page, key: String) -> impl IntoView {
    let locale = use_locale();
    let t = text(locale);
    let toasts = use_toasts();
    let row = Memo::new(move |_| {
        page.rows.with(|rows| rows.iter().find(|row| row.form.key == key).cloned())
    });
    let change = Callback::new(move |form: EventForm| page.put(&form));
    let with = move |edit: &dyn Fn(&mut EventForm)| {
        if let Some(mut row) = row.get_untracked() {
            edit(&mut row.form);
            change.run(row.form);
        }
    };
    let name = Signal::derive(move || {
        row.with(|row| row.as_ref().map(|row| name_of(&row.form, locale))).unwrap_or_default()
    });
    let is_on =
        Signal::derive(move || row.with(|row| row.as_ref().is_some_and(|row| row.form.is_on)));
    let is_own = row.with_untracked(|row| row.as_ref().is_some_and(|row| !row.form.is_built_in));
    let has_rule = move || row.with(|row| row.as_ref().is_some_and(|row| row.form.rule.is_some()));
    let drop_label = Signal::derive(move || {
        let words = if is_own { t.remove } else { t.restore };
        name.with(|name| words(name))
    });
    let drop = move |()| {
        let Some(row) = row.get_untracked() else { return };
        let edit = page.store.with(|wb| wb.drop_event(&row.form));
        if edit.is_some_and(|edit| page.edit(edit)) && is_own {
            toasts.say_with((t.removed)(&name_of(&row.form, locale)), t.undo, move || {
                page.store.undo();
            });
        }
    };
    let drop_icon = if is_own { IconName::Delete } else { IconName::Undo };
    let set_on = move |is_on: bool| with(&|form| form.is_on = is_on);
    let facts = move || row.with(|row| row.as_ref().map(|row| facts(row, t, locale)));
    view! {
        <li class="event">
            <div class="event-head">
                <Checkbox label=name checked=is_on on_change=set_on />
                {move || (!is_own && has_rule()).then(|| view! {
                    <Tag tone=Tone::Info>{t.changed}</Tag>
                })}
            </div>
            <p class="event-facts">{facts}</p>
            <Fields row change />
            <div class="event-ends">
                <Learned row change />
                <Show when=has_rule>
                    <IconButton icon=drop_icon label=drop_label on_press=drop />
                </Show>
            </div>
        </li>
    }
}

/// What an event is called.
fn name_of(form: &EventForm, locale: Locale) -> String {
    match locale {
        Locale::Zh => form.name.zh.clone(),
        Locale::En => form.name.en.clone(),
    }
}

/// Its days, what they are asked, what they sold.
fn facts(row: &EventRow, t: &'static Text, locale: Locale) -> String {
    if !row.form.is_on {
        return t.off.to_owned();
    }
    let Some(span) = row.year.span else { return t.no_date.to_owned() };
    let amount = |value: i64| {
        if row.is_money {
            format::money_compact(Money::from_fen_clamped(value), locale)
        } else {
            format::count_compact(value, locale)
        }
    };
    let parts = [
        Some((t.days)(&format::span_short(span, locale), span.n_days())),
        row.year.target.map(|value| (t.target)(&amount(value))),
        row.year.actual.map(|value| (t.actual)(&amount(value))),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// What history says of the event, and taking it over.
#[component]
fn Learned(row: Memo<Option<EventRow>>, change: Callback<EventForm>) -> impl IntoView {
    let t = text(use_locale());
    let found = move || row.with(|row| row.as_ref().and_then(|row| row.learned));
    let said = move || found().map(|(uplift, n_days)| (t.learned)(&percent(uplift), n_days));
    let is_other = move || {
        row.with(|row| {
            row.as_ref()
                .and_then(|row| Some(row.learned?.0 != row.form.uplift_bp))
                .unwrap_or_default()
        })
    };
    let label = move || found().map(|(uplift, _)| (t.take)(&percent(uplift)));
    let take = move |()| {
        if let Some((EventRow { form, .. }, (uplift_bp, _))) =
            row.get_untracked().and_then(|row| row.learned.map(|learned| (row, learned)))
        {
            change.run(EventForm { uplift_bp, ..form });
        }
    };
    view! {
        <span class="event-facts">{said}</span>
        <Show when=is_other>
            <Button on_press=take>{label}</Button>
        </Show>
    }
}

/// 35,000 basis points are `350%`.
fn percent(bp: u32) -> String {
    format::percent0(Ratio::from_bp(i32::try_from(bp).unwrap_or(i32::MAX)))
}

/// Name and day of an own event; reach and uplift of any.
#[component]
fn Fields(row: Memo<Option<EventRow>>, change: Callback<EventForm>) -> impl IntoView {
    let t = text(use_locale());
    let with = move |edit: &dyn Fn(&mut EventForm)| {
        if let Some(mut row) = row.get_untracked() {
            edit(&mut row.form);
            change.run(row.form);
        }
    };
    let count = move |of: fn(&EventForm) -> u8| {
        Signal::derive(move || row.with(|row| row.as_ref().map(|row| i64::from(of(&row.form)))))
    };
    let reach = |days: Option<i64>| days.unwrap_or(0).clamp(0, MAX_REACH) as u8;
    let uplift = Signal::derive(move || {
        let bp = row.with(|row| row.as_ref().map(|row| row.form.uplift_bp))?;
        Some(Ratio::from_bp(i32::try_from(bp).unwrap_or(i32::MAX)))
    });
    let set_uplift = move |value: Option<Ratio>| {
        if let Some(uplift) = value.and_then(|ratio| u32::try_from(ratio.bp()).ok()) {
            with(&|form| form.uplift_bp = uplift);
        }
    };
    let set_before = move |days| with(&|form| form.before = reach(days));
    let set_after = move |days| with(&|form| form.after = reach(days));
    let is_own = row.with_untracked(|row| row.as_ref().is_some_and(|row| !row.form.is_built_in));
    view! {
        <div class="event-fields">
            {is_own.then(|| view! { <OwnFields row change /> })}
            <CountField label=t.before value=count(|form| form.before) on_commit=set_before />
            <CountField label=t.after value=count(|form| form.after) on_commit=set_after />
            <RatioField label=t.uplift value=uplift on_commit=set_uplift />
        </div>
    }
}

/// What an own event is called, and its day.
#[component]
fn OwnFields(row: Memo<Option<EventRow>>, change: Callback<EventForm>) -> impl IntoView {
    let t = text(use_locale());
    let name = Signal::derive(move || {
        row.with(|row| row.as_ref().map(|row| row.form.name.zh.clone())).unwrap_or_default()
    });
    let day = move || {
        row.with(|row| row.as_ref().and_then(|row| row.form.anchor)).map(|day| day.to_string())
    };
    let set_name = move |text: String| {
        if let Some(EventRow { form, .. }) = row.get_untracked() {
            let name = EventName { zh: text.clone(), en: text };
            change.run(EventForm { name, ..form });
        }
    };
    let set_day = move |text: String| {
        if let (Ok(day), Some(row)) = (text.parse::<Day>(), row.get_untracked()) {
            change.run(EventForm { anchor: Some(day), ..row.form });
        }
    };
    view! {
        <TextField label=t.name value=name on_commit=set_name />
        <label class="field">
            <span class="field-label">{t.day}</span>
            <input
                type="date"
                class="field-input"
                prop:value=day
                on:change:target=move |event| set_day(event.target().value())
            />
        </label>
    }
}
