//! What the table is: its name, what its rows are about, when, and which.

use leptos::prelude::*;

use crate::base::day::Day;
use crate::facts::items::subject::Subject;
use crate::facts::mapping::{Feeds, MAX_MAPPING_NAME, has_title, key_parts};
use crate::i18n::use_locale;
use crate::tools::import::text::mapping::{key_part, subject, text};
use crate::tools::import::view::mapping::StepSection;
use crate::tools::import::view::mapping::draft::Draft;
use crate::ui::{DateField, Select, TextField};

/// In the order in which shops have them.
const SUBJECTS: [Subject; 8] = [
    Subject::Shop,
    Subject::Item,
    Subject::Source,
    Subject::SearchWord,
    Subject::AdPlan,
    Subject::AdItem,
    Subject::AdAudience,
    Subject::Affiliate,
];

/// What the table is.
#[component]
pub fn What(
    /// The mapping that is made.
    draft: RwSignal<Draft>,
    /// Whether nothing says yet when its rows are.
    lacks_date: Signal<bool>,
) -> impl IntoView {
    let locale = use_locale();
    let t = text(locale);
    let name = Signal::derive(move || draft.with(|draft| draft.chosen.mapping.name.clone()));
    let rename = move |name: String| {
        let name = name.chars().take(MAX_MAPPING_NAME).collect();
        draft.update(|draft| draft.chosen.mapping.name = name);
    };
    let about = Memo::new(move |_| draft.with(|draft| draft.chosen.mapping.subject));
    let subjects: Vec<String> =
        SUBJECTS.iter().map(|one| subject(*one, locale).to_owned()).collect();
    let chosen = Signal::derive(move || {
        SUBJECTS.iter().position(|one| *one == about.get()).unwrap_or_default()
    });
    let choose = move |place: usize| {
        if let Some(subject) = SUBJECTS.get(place) {
            draft.update(|draft| draft.set_subject(*subject));
        }
    };
    let has_date = Memo::new(move |_| draft.with(Draft::has_date));
    let keys = move || {
        let subject = about.get();
        let parts = (0_u8..).zip(key_parts(subject)).map(|(part, is_needed)| {
            let label = key_part(subject, part, locale);
            view! { <ColumnSelect draft label feeds=Feeds::Key(part) is_needed=*is_needed /> }
        });
        let parts = parts.collect_view();
        let more = has_title(subject).then(|| {
            let code = (t.code_column)(subject);
            view! {
                <ColumnSelect draft label=t.title_column feeds=Feeds::Title is_needed=false />
                <ColumnSelect draft label=code feeds=Feeds::Code is_needed=false />
            }
        });
        view! {
            {parts}
            {more}
        }
    };
    view! {
        <StepSection number=2 title=t.what>
            <div class="mapping-fields">
                <TextField label=t.name value=name on_commit=rename />
                <Select label=t.subject options=subjects selected=chosen on_select=choose />
                <Place draft />
                <DateSelect draft />
                {move || (!has_date.get()).then(|| view! { <About draft lacks_date /> })}
                {keys}
            </div>
        </StepSection>
    }
}

/// Which table of the file, and which row names its columns; where there is something to choose.
#[component]
fn Place(draft: RwSignal<Draft>) -> impl IntoView {
    let t = text(use_locale());
    let sheets = draft.with_untracked(|draft| {
        let heads = draft.heads.iter().map(|head| {
            let name = head.sheet.clone().filter(|name| !name.is_empty());
            (head.place, name.unwrap_or_else(|| (t.sheet_at)(head.place + 1)))
        });
        heads.collect::<Vec<_>>()
    });
    let sheet = (1 < sheets.len()).then(|| {
        let (places, names): (Vec<usize>, Vec<String>) = sheets.into_iter().unzip();
        let places = StoredValue::new(places);
        let selected = Signal::derive(move || {
            let place = draft.with(|draft| draft.chosen.table);
            places.with_value(|all| all.iter().position(|one| *one == place)).unwrap_or_default()
        });
        let choose = move |idx: usize| {
            if let Some(place) = places.with_value(|all| all.get(idx).copied()) {
                draft.update(|draft| draft.set_table(place));
            }
        };
        view! { <Select label=t.sheet options=names selected on_select=choose /> }
    });
    let rows = Memo::new(move |_| {
        draft.with(|draft| {
            let head = draft.head()?;
            let rows = head.headers.iter().map(|row| {
                let number = head.rows.get(row.place).map_or(0, |row| row.number);
                let names = row.names.iter().filter(|name| !name.is_empty()).take(3);
                let names: Vec<&str> = names.map(String::as_str).collect();
                (row.place, (t.header_at)(number, &names.join(" · ")))
            });
            Some(rows.collect::<Vec<_>>())
        })
    });
    let header = move || {
        let rows = rows.get().filter(|rows| 1 < rows.len())?;
        let (places, names): (Vec<usize>, Vec<String>) = rows.into_iter().unzip();
        let places = StoredValue::new(places);
        let selected = Signal::derive(move || {
            let place = draft.with(|draft| draft.chosen.header);
            places.with_value(|all| all.iter().position(|one| *one == place)).unwrap_or_default()
        });
        let choose = move |idx: usize| {
            if let Some(place) = places.with_value(|all| all.get(idx).copied()) {
                draft.update(|draft| draft.set_header(place));
            }
        };
        Some(view! { <Select label=t.header options=names selected on_select=choose /> })
    };
    view! {
        {sheet}
        {header}
    }
}

/// The column of dates, or one date for the whole file.
#[component]
fn DateSelect(draft: RwSignal<Draft>) -> impl IntoView {
    let t = text(use_locale());
    view! { <ColumnSelect draft label=t.date feeds=Feeds::Date is_needed=false none=t.whole_file /> }
}

/// The names of the columns, one of which feeds this.
#[component]
fn ColumnSelect(
    draft: RwSignal<Draft>,
    label: &'static str,
    feeds: Feeds,
    is_needed: bool,
    #[prop(optional)] none: Option<&'static str>,
) -> impl IntoView {
    let t = text(use_locale());
    let none = none.unwrap_or(if is_needed { "…" } else { t.none });
    let names = Memo::new(move |_| {
        draft.with(|draft| {
            let columns = draft.chosen.mapping.columns.iter();
            columns.map(|column| column.name.clone()).collect::<Vec<_>>()
        })
    });
    let options = Signal::derive(move || {
        let mut all = vec![none.to_owned()];
        all.extend(names.get());
        all
    });
    let feeds = StoredValue::new(feeds);
    let selected = Signal::derive(move || {
        draft.with(|draft| {
            let mut columns = draft.chosen.mapping.columns.iter();
            let place = feeds.with_value(|feeds| columns.position(|one| one.feeds == *feeds));
            place.map_or(0, |place| place + 1)
        })
    });
    let choose = move |place: usize| {
        let name = place.checked_sub(1).and_then(|idx| names.with(|all| all.get(idx).cloned()));
        draft.update(|draft| feeds.with_value(|feeds| draft.feed_by(feeds, name.as_deref())));
    };
    view! { <Select label options selected on_select=choose /> }
}

/// When the whole file is.
#[component]
fn About(draft: RwSignal<Draft>, lacks_date: Signal<bool>) -> impl IntoView {
    let t = text(use_locale());
    let has_file = draft.with_untracked(|draft| !draft.heads.is_empty());
    let about = Memo::new(move |_| draft.with(|draft| draft.chosen.about));
    let from = Signal::derive(move || about.get().map(|about| about.0));
    let to = Signal::derive(move || about.get().map(|about| about.1));
    let set = move |from: Option<Day>, to: Option<Day>| {
        draft.update(|draft| draft.set_about(from, to));
    };
    let error = Signal::derive(move || lacks_date.get().then(|| t.needs_date.to_owned()));
    let help =
        Signal::derive(move || if lacks_date.get() { String::new() } else { t.about_help.into() });
    let set_from = move |day: Option<Day>| {
        // Emptied, it says nothing of the file any more.
        set(day, to.get_untracked().filter(|to| day.is_some_and(|day| day <= *to)));
    };
    let set_to = move |day: Option<Day>| set(from.get_untracked(), day);
    has_file.then(|| {
        view! {
            <DateField
                label=t.from
                value=from
                error
                help
                on_commit=set_from
            />
            <DateField label=t.to value=to on_commit=set_to />
        }
    })
}
