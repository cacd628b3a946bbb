//! The advice: what is the case, on which figures, what to do.

use leptos::prelude::*;

use crate::i18n::format;
use crate::knowledge::advice_rules::{Figure, Own, Scope};
use crate::platform::clock::today;
use crate::route::Route;
use crate::tools::advice::calc::{Given, Seen};
use crate::tools::advice::edit::AdviceEdit;
use crate::tools::advice::text::{name, scope, value};
use crate::tools::advice::view::state::Page;
use crate::ui::{Button, ButtonKind, LinkButton, Menu, MenuItem, Section};

/// How many of a scope are shown at first.
const FIRST: usize = 6;
/// For how many days advice can be kept quiet.
const SNOOZE: [i32; 4] = [1, 7, 14, 30];

/// The advice of one scope that is not kept quiet.
#[component]
pub fn Group(page: Page, of: Scope) -> impl IntoView {
    let t = page.t;
    let is_all = RwSignal::new(false);
    let mine = Memo::new(move |_| {
        let given = page.given.get();
        given
            .iter()
            .filter(|one| one.rule.scope == of && page.quiet(&one.key()).is_none())
            .cloned()
            .collect::<Vec<_>>()
    });
    let n = Memo::new(move |_| mine.with(Vec::len));
    let shown = move || {
        let all = mine.get();
        let n = if is_all.get() { all.len() } else { FIRST };
        all.into_iter().take(n).collect::<Vec<_>>()
    };
    let more = move || {
        (FIRST < n.get()).then(|| {
            let words = if is_all.get() { t.less.to_owned() } else { (t.more)(n.get() - FIRST) };
            view! {
                <Button kind=ButtonKind::Link on_press=move |()| is_all.update(|all| *all = !*all)>
                    {words}
                </Button>
            }
        })
    };
    view! {
        <Show when=move || 0 < n.get()>
            <Section
                title=scope(of, page.locale)
                note=Signal::derive(move || (t.n_given)(n.get(), 0))
            >
                <ul class="advice-list">
                    <For each=shown key=Given::key let:given>
                        <One page given />
                    </For>
                </ul>
                {more}
            </Section>
        </Show>
    }
}

#[component]
fn One(page: Page, given: Given) -> impl IntoView {
    let (t, locale, rule) = (page.t, page.locale, given.rule);
    let key = StoredValue::new(given.key());
    // What is shown follows the figures, the line stays.
    let now = Memo::new(move |_| {
        let given = page.given.get();
        key.with_value(|key| given.iter().find(|one| one.key() == *key).cloned())
    });
    let subject = given.subject.clone();
    let (product, title, head) = untrack(|| {
        let head = rule.head(&page.name(&subject), locale);
        (page.product(&subject), page.task_title(&given), head)
    });
    let title = StoredValue::new(title);
    let is_made = page.store.select(move |wb| title.with_value(|title| wb.has_open_task(title)));
    let make = move |()| page.make_task(title.get_value(), product);
    let snooze = Signal::derive(move || {
        SNOOZE
            .into_iter()
            .map(|n| {
                MenuItem::new((t.snooze_days)(n), move || {
                    let edit = AdviceEdit::Snooze { key: key.get_value(), until: today() + n };
                    page.do_undoable(edit, t.snoozed);
                })
            })
            .collect::<Vec<_>>()
    });
    let label = Signal::stored(format!("{}: {head}", t.snooze));
    let figures = move || {
        let given = now.get()?;
        let seen: Vec<_> = given.figures.iter().map(|seen| figure(page, &given, seen)).collect();
        Some(seen)
    };
    let days = move || {
        let span = now.get()?.span?;
        Some(format::span_short(span, locale))
    };
    let is_plan = rule.when.iter().any(|cond| cond.figure == Figure::Own(Own::Attained));
    let is_rate = matches!(rule.key, "rate_fell" | "visitors_fell" | "visitor_value_fell");
    let to_diagnosis = (is_plan || is_rate).then(|| {
        view! {
            <LinkButton kind=ButtonKind::Link href=Route::Diagnosis.href()>
                {t.open_diagnosis}
            </LinkButton>
        }
    });
    let to_product = product.map(|id| {
        view! {
            <LinkButton kind=ButtonKind::Link href=Route::Products.at(id)>
                {t.open_item}
            </LinkButton>
        }
    });
    view! {
        <li>
            <p class="advice-head">
                <b>{head}</b>
                <span class="advice-days">{days}</span>
            </p>
            <ul class="advice-figures" aria-label=t.figures>
                {figures}
            </ul>
            <p>{rule.what(locale)}</p>
            <p class="advice-ways">
                <Button
                    kind=ButtonKind::Link
                    disabled=Signal::derive(move || is_made.get())
                    on_press=make
                >
                    {move || if is_made.get() { t.is_task } else { t.make_task }}
                </Button>
                {to_product}
                {to_diagnosis}
                <Menu label items=snooze class="button button-link">
                    {t.snooze}
                </Menu>
                <span class="diagnosis-source">{(t.source)(rule.ids())}</span>
            </p>
        </li>
    }
}

/// A figure with its value, and the limit that it passed.
fn figure(page: Page, given: &Given, seen: &Seen) -> impl IntoView + use<> {
    let (of, locale) = (given.rule.scope, page.locale);
    let said = |number: i64| value(seen.figure, of, number, locale);
    let limit = seen.limit.map(|(bound, limit)| (page.t.limit)(bound.sign(), &said(limit)));
    view! {
        <li>
            {name(seen.figure, of, locale)}
            " "
            <b>{said(seen.value)}</b>
            {limit.map(|limit| view! { <span class="advice-limit">{limit}</span> })}
        </li>
    }
}

/// What is kept quiet, until when, and the way to see it now.
#[component]
pub fn Quiet(page: Page) -> impl IntoView {
    let t = page.t;
    let quiet = Memo::new(move |_| {
        let given = page.given.get();
        let one = |given: &Given| {
            let until = page.quiet(&given.key())?;
            let head = given.rule.head(&page.name(&given.subject), page.locale);
            Some((given.key(), head, until))
        };
        given.iter().filter_map(one).collect::<Vec<_>>()
    });
    let lines = move || {
        let all = quiet.get();
        if all.is_empty() {
            return view! { <p class="muted">{t.quiet_none}</p> }.into_any();
        }
        let rows: Vec<_> = all
            .into_iter()
            .map(|(key, head, until)| {
                let wake = move |()| {
                    page.edit(AdviceEdit::Wake(key.clone()));
                };
                view! {
                    <li>
                        <span>{head}</span>
                        " "
                        <span class="muted">{(t.until)(&format::day_short(until, page.locale))}</span>
                        " "
                        <Button kind=ButtonKind::Link on_press=wake>
                            {t.wake}
                        </Button>
                    </li>
                }
            })
            .collect();
        view! { <ul class="advice-quiet">{rows}</ul> }.into_any()
    };
    view! {
        <Section title=t.quiet>
            {lines}
        </Section>
    }
}
