//! What to do next, each with the way to where it is done.

use leptos::prelude::*;

use crate::home::calc::steps::NextStep;
use crate::home::text::steps::{StepWords, step};
use crate::home::text::text;
use crate::i18n::store_words::store_error;
use crate::i18n::use_locale;
use crate::store::use_workbook;
use crate::ui::{Button, ButtonKind, LinkButton, Section, use_toasts};

/// The next steps, the most urgent first.
#[component]
pub fn Steps(steps: Vec<NextStep>, is_sales: bool) -> impl IntoView {
    let locale = use_locale();
    let t = text(locale);
    let is_none = steps.is_empty();
    let row = move |one: NextStep| view! { <StepRow words=step(&one, is_sales, locale) /> };
    view! {
        <Section title=t.steps>
            <ol class="today-steps">{steps.into_iter().map(row).collect_view()}</ol>
            {is_none.then(|| view! { <p class="muted">{t.no_steps}</p> })}
        </Section>
    }
}

#[component]
fn StepRow(words: StepWords) -> impl IntoView {
    let locale = use_locale();
    let workbook = use_workbook();
    let toasts = use_toasts();
    let download = move |()| {
        if let Err(error) = workbook.download() {
            toasts.say(store_error(&error, locale));
        }
    };
    let StepWords { title, note, way, route } = words;
    view! {
        <li>
            <div>
                <p>{title}</p>
                <p class="small muted">{note}</p>
            </div>
            {match route {
                Some(route) => {
                    view! {
                        <LinkButton kind=ButtonKind::Link href=route.href()>
                            {way}
                        </LinkButton>
                    }
                        .into_any()
                }
                None => {
                    view! {
                        <Button kind=ButtonKind::Link on_press=download>
                            {way}
                        </Button>
                    }
                        .into_any()
                }
            }}
        </li>
    }
}
