//! A table that no dialect knows, and somebody who says what it is.

mod columns;
pub mod draft;
mod head;
pub mod list;
mod preview;
mod what;

use leptos::prelude::*;

use crate::files::header::shown;
use crate::files::mapping::Chosen;
use crate::files::refusal::Reason;
use crate::i18n::use_locale;
use crate::tools::import::text::mapping::{problem, text};
use crate::tools::import::text::reasons::reason;
use crate::tools::import::view::mapping::columns::Columns;
use crate::tools::import::view::mapping::draft::Draft;
use crate::tools::import::view::mapping::head::HeadRows;
use crate::tools::import::view::mapping::preview::Preview;
use crate::tools::import::view::mapping::what::What;
use crate::ui::{Button, ButtonKind, Message, Section, Tone};

/// Where a mapping is made or changed: what the file says, what each column is, what becomes of
/// the first rows.
#[component]
pub fn MappingPanel(
    /// What is proposed.
    start: Draft,
    /// The file; empty for a mapping that is changed without one.
    file: String,
    /// Why it could not be read by what was tried last.
    tried: Option<Reason>,
    /// Receives what was chosen.
    on_done: Callback<Chosen>,
    /// Leaves everything as it is.
    on_cancel: Option<Callback<()>>,
) -> impl IntoView {
    let locale = use_locale();
    let t = text(locale);
    let has_file = !start.heads.is_empty();
    let title = match has_file {
        true => (t.title)(&shown(&file)),
        false => (t.title_edit)(&start.chosen.mapping.name),
    };
    let draft = RwSignal::new(start);
    let wrong = Memo::new(move |_| {
        draft.with(|draft| {
            let subject = draft.chosen.mapping.subject;
            draft.check().err().map(|error| problem(&error, subject, locale))
        })
    });
    let cannot = Signal::derive(move || wrong.with(Option::is_some));
    let lacks_date = Memo::new(move |_| draft.with(Draft::lacks_date));
    let is_blocked = Signal::derive(move || cannot.get() || lacks_date.get());
    let done = move |()| on_done.run(draft.get_untracked().finish());
    let dropped = Memo::new(move |_| {
        draft.with(|draft| {
            let head = draft.head()?;
            (!head.dropped.is_empty()).then(|| (head.dropped.len(), head.n_dropped_cells()))
        })
    });
    let buttons = move || {
        view! {
            {on_cancel
                .map(|on_cancel| {
                    view! { <Button on_press=on_cancel>{t.cancel}</Button> }
                })}
            <Button kind=ButtonKind::Primary disabled=is_blocked on_press=done>
                {if has_file { t.read } else { t.save }}
            </Button>
        }
    };
    let tried = tried.map(|why| {
        view! { <Message tone=Tone::Alert>{t.tried} {reason(&why, locale)}</Message> }
    });
    view! {
        <div class="mapping stack">
            <header class="mapping-head">
                <h2>{title}</h2>
                <p>{t.why}</p>
            </header>
            {tried}
            {move || {
                dropped
                    .get()
                    .map(|(n_columns, n_cells)| {
                        view! { <Message>{(t.dropped)(n_columns, n_cells)}</Message> }
                    })
            }}
            {has_file.then(|| view! { <HeadRows draft /> })}
            <What draft lacks_date=lacks_date.into() />
            <Columns draft />
            {has_file.then(|| view! { <Preview draft /> })}
            <footer class="mapping-actions">
                <p class="small" role="status">
                    {wrong}
                </p>
                <div class="row">{buttons()}</div>
            </footer>
        </div>
    }
}

/// What of a step of the panel is for whoever works through it in order.
#[component]
fn StepSection(
    /// Which step it is.
    number: u8,
    /// Its heading.
    #[prop(into)]
    title: Signal<String>,
    /// A few words.
    #[prop(optional, into)]
    note: Signal<String>,
    /// What is in it.
    children: Children,
) -> impl IntoView {
    let title = Signal::derive(move || format!("{number} · {}", title.get()));
    view! {
        <Section title note>
            {children()}
        </Section>
    }
}
