//! The events that come next, with the days until they begin.

use leptos::prelude::*;

use crate::home::calc::coming::Coming;
use crate::home::text::{amount, event, text};
use crate::i18n::{format, use_locale};
use crate::ui::Section;

/// The next events.
#[component]
pub fn ComingEvents(coming: Vec<Coming>, is_sales: bool) -> impl IntoView {
    let locale = use_locale();
    let t = text(locale);
    let row = move |coming: Coming| {
        let target = coming
            .target
            .map(|target| (t.event_target)(&amount(target, is_sales, locale), coming.is_locked));
        view! {
            <li>
                <b>{event(&coming.name, locale)}</b>
                <span class="today-countdown">{(t.starts_in)(coming.starts_in)}</span>
                <span class="muted">{format::span_short(coming.span, locale)}</span>
                <span class="today-event-target">{target}</span>
            </li>
        }
    };
    let is_none = coming.is_empty();
    view! {
        <Section title=t.coming>
            <ul class="today-events">{coming.into_iter().map(row).collect_view()}</ul>
            {is_none.then(|| view! { <p class="muted">{t.no_coming}</p> })}
        </Section>
    }
}
