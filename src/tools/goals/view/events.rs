//! The events of the year: which count, on which days, how much more they sell.

use leptos::prelude::*;

use crate::base::day::Day;
use crate::base::locale::Locale;
use crate::base::ratio::Ratio;
use crate::i18n::{format, use_locale};
use crate::knowledge::events::EventName;
use crate::platform::random;
use crate::tools::goals::calc::page::setup::{weight_of, weight_percent};
use crate::tools::goals::text::setup;
use crate::tools::goals::view::state::Page;
use crate::ui::{
    Button, Checkbox, CountField, IconButton, IconName, RatioField, Tag, TextField, Tone,
};
use crate::workbook::events::EventForm;

/// An uplift to begin with: half as much again.
const UPLIFT_BP: u32 = 15_000;
/// The most days before or after the day itself.
const MAX_REACH: i64 = 60;

/// All events, each editable in its row, and a way to add one.
#[component]
pub fn EventList(page: Page) -> impl IntoView {
    let t = setup::text(use_locale());
    let forms = page.store.select(move |wb| wb.event_forms(wb.shop.cut().year(page.year.get())));
    let keys = move || {
        forms.with(|forms| forms.iter().map(|form| form.key.clone()).collect::<Vec<String>>())
    };
    let add = move |()| {
        let span = page.cut.get_untracked().year(page.year.get_untracked());
        let form = EventForm {
            key: String::new(),
            rule: None,
            is_built_in: false,
            name: EventName { zh: t.new_event.to_owned(), en: t.new_event.to_owned() },
            is_on: true,
            before: 0,
            after: 0,
            uplift_bp: UPLIFT_BP,
            anchor: Some(page.today.clamp(span.from(), span.to())),
        };
        put(page, &form);
    };
    view! {
        <ul class="goals-list">
            <For each=keys key=|key| key.clone() let:key>
                <EventRow page forms key />
            </For>
        </ul>
        <div class="goals-inline">
            <Button icon=IconName::Plus on_press=add>{t.add_event}</Button>
        </div>
    }
}

fn put(page: Page, form: &EventForm) {
    let edit = page.store.with(|wb| wb.put_event(form, random::new_id()));
    page.edit(edit);
}

/// One event.
#[component]
fn EventRow(page: Page, forms: Memo<Vec<EventForm>>, key: String) -> impl IntoView {
    let locale = use_locale();
    let t = setup::text(locale);
    let form =
        Memo::new(move |_| forms.with(|forms| forms.iter().find(|form| form.key == key).cloned()));
    let change = move |change: &dyn Fn(&mut EventForm)| {
        if let Some(mut form) = form.get_untracked() {
            change(&mut form);
            put(page, &form);
        }
    };
    let drop = move |()| {
        let edit = form.with_untracked(|form| {
            page.store.with(|wb| form.as_ref().and_then(|form| wb.drop_event(form)))
        });
        if let Some(edit) = edit {
            page.edit(edit);
        }
    };
    let is_changed =
        move || form.with(|form| form.as_ref().is_some_and(|form| form.rule.is_some()));
    let drop_label = Signal::derive(move || {
        let is_own = form.with(|form| form.as_ref().is_some_and(|form| !form.is_built_in));
        if is_own { t.remove } else { t.restore }.to_owned()
    });
    let is_on =
        Signal::derive(move || form.with(|form| form.as_ref().is_some_and(|one| one.is_on)));
    let name = Signal::derive(move || {
        form.with(|form| form.as_ref().map(|form| name_of(&form.name, locale).to_owned()))
            .unwrap_or_default()
    });
    view! {
        <li class="goals-event">
            <Checkbox
                label=name
                checked=is_on
                on_change=move |is_on: bool| change(&|form| form.is_on = is_on)
            />
            <Source form />
            <EventDay form change=Callback::new(move |form: EventForm| put(page, &form)) />
            <Reach form change=Callback::new(move |form: EventForm| put(page, &form)) />
            <Show when=is_changed>
                <IconButton icon=IconName::Undo label=drop_label on_press=drop />
            </Show>
        </li>
    }
}

/// The name of an event in a language.
pub fn name_of(name: &EventName, locale: Locale) -> &str {
    match locale {
        Locale::Zh => &name.zh,
        Locale::En => &name.en,
    }
}

/// Where the event comes from.
#[component]
fn Source(form: Memo<Option<EventForm>>) -> impl IntoView {
    let t = setup::text(use_locale());
    move || {
        form.with(|form| {
            form.as_ref().map(|form| match (form.is_built_in, form.rule) {
                (true, None) => (Tone::Plain, t.built_in),
                (true, Some(_)) => (Tone::Info, t.changed),
                (false, _) => (Tone::Info, t.own),
            })
        })
        .map(|(tone, word)| view! { <Tag tone>{word}</Tag> })
    }
}

/// The day itself: shown for a built-in event, typed for an own one, with its name.
#[component]
fn EventDay(form: Memo<Option<EventForm>>, change: Callback<EventForm>) -> impl IntoView {
    let locale = use_locale();
    let t = setup::text(locale);
    let is_own = form.with_untracked(|form| form.as_ref().is_some_and(|form| !form.is_built_in));
    if !is_own {
        let days = move || {
            form.with(|form| {
                let form = form.as_ref()?;
                Some(form.anchor.map_or_else(
                    || t.no_date.to_owned(),
                    |day| {
                        let reach = (t.span)(form.before, form.after);
                        format!("{} · {reach}", format::day_medium(day, locale))
                    },
                ))
            })
        };
        return view! { <span class="goals-note">{days}</span> }.into_any();
    }
    let with = move |edit: &dyn Fn(&mut EventForm)| {
        if let Some(mut form) = form.get_untracked() {
            edit(&mut form);
            change.run(form);
        }
    };
    let name = Signal::derive(move || {
        form.with(|form| form.as_ref().map(|form| form.name.zh.clone())).unwrap_or_default()
    });
    let day = move || {
        form.with(|form| form.as_ref().and_then(|form| form.anchor)).map(|day| day.to_string())
    };
    let set_name = move |text: String| {
        with(&|form| form.name = EventName { zh: text.clone(), en: text.clone() });
    };
    let set_day = move |text: String| {
        if let Ok(day) = text.parse::<Day>() {
            with(&|form| form.anchor = Some(day));
        }
    };
    view! {
        <div class="goals-pair">
            <TextField label=t.event_name is_bare=true value=name on_commit=set_name />
            <input
                type="date"
                class="field-input"
                aria-label=t.col_date
                prop:value=day
                on:change:target=move |event| set_day(event.target().value())
            />
        </div>
    }
    .into_any()
}

/// Days before and after, and the uplift.
#[component]
fn Reach(form: Memo<Option<EventForm>>, change: Callback<EventForm>) -> impl IntoView {
    let t = setup::text(use_locale());
    let with = move |edit: &dyn Fn(&mut EventForm)| {
        if let Some(mut form) = form.get_untracked() {
            edit(&mut form);
            change.run(form);
        }
    };
    let count = move |of: fn(&EventForm) -> u8| {
        Signal::derive(move || form.with(|form| form.as_ref().map(|form| i64::from(of(form)))))
    };
    let reach = |days: Option<i64>| days.unwrap_or(0).clamp(0, MAX_REACH) as u8;
    let uplift = Signal::derive(move || {
        form.with(|form| form.as_ref().map(|form| weight_percent(form.uplift_bp)))
    });
    let set_uplift = move |value: Option<Ratio>| {
        if let Some(uplift) = value.and_then(weight_of) {
            with(&|form| form.uplift_bp = uplift);
        }
    };
    let set_before = move |days| with(&|form| form.before = reach(days));
    let set_after = move |days| with(&|form| form.after = reach(days));
    view! {
        <div class="goals-reach">
            <CountField label=t.col_before value=count(|form| form.before) on_commit=set_before />
            <CountField label=t.col_after value=count(|form| form.after) on_commit=set_after />
            <RatioField label=t.col_uplift value=uplift on_commit=set_uplift />
        </div>
    }
}
