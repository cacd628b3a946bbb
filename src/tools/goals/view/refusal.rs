//! Why a change was not made, and the ways out.

use leptos::prelude::*;

use crate::base::locale::Locale;
use crate::i18n::{errors, use_locale};
use crate::tools::goals::calc::page::conflict::{Explained, Member, Place, Refusal};
use crate::tools::goals::model::{CellKey, GoalUnit};
use crate::tools::goals::text::{names, parts};
use crate::tools::goals::view::state::{Page, Shown, Trouble};
use crate::ui::{Button, Message, Tone};
use crate::workbook::edit::Edit;

/// The message over the page; nothing while nothing was refused.
#[component]
pub fn TroubleMessage(page: Page) -> impl IntoView {
    let locale = use_locale();
    let t = parts::text(locale);
    move || {
        page.trouble.get().map(|trouble| match trouble {
            Trouble::Refused(refusal) => view! { <RefusalMessage page refusal /> }.into_any(),
            Trouble::Other(error) => {
                let dismiss = move || {
                    view! {
                        <Button on_press=move |()| page.trouble.set(None)>{t.dismiss}</Button>
                    }
                };
                view! {
                    <Message tone=Tone::Alert actions=dismiss>
                        {errors::edit_error(&error, locale)}
                    </Message>
                }
                .into_any()
            }
        })
    }
}

/// A conflict: who asks for what, by how much it does not fit, and what to do.
#[component]
fn RefusalMessage(page: Page, refusal: Refusal) -> impl IntoView {
    let locale = use_locale();
    let t = parts::text(locale);
    let unit = page.unit_now();
    let exact = move |value| names::exact(value, unit, locale);
    let (sentence, by) = (sentence(&refusal, unit, locale), exact(refusal.by));
    let way_out = refusal.way_out().map(|(place, amount)| {
        let name = match place {
            Place::Cell(key) => (t.month_target)(&names::period(key, locale)),
            other => names::place(other, locale),
        };
        match refusal.explained {
            Explained::TooLittle { .. } => (t.lower)(&name, &exact(amount)),
            _ => (t.raise)(&name, &exact(amount)),
        }
    });
    let n_cells = refusal.cells().len();
    let edits = page.plan.get_untracked().map(|plan| refusal.resolve(&plan)).unwrap_or_default();
    let resolve = move |()| {
        page.edit(Edit::All(edits.iter().cloned().map(Edit::Goals).collect()));
    };
    let ways = move || {
        view! {
            {way_out.map(|label| view! { <Button on_press=resolve>{label}</Button> })}
            {(0 < n_cells).then(|| view! {
                <Button on_press=move |()| page.show(Shown::Locks)>
                    {(t.see_locks)(n_cells)}
                </Button>
            })}
            <Button on_press=move |()| page.trouble.set(None)>{t.dismiss}</Button>
        }
    };
    view! {
        <Message tone=Tone::Alert actions=ways>
            <b>{t.refused}</b>
            {sentence}
            <b>{by}</b>
            {t.unchanged}
        </Message>
    }
}

/// The whole message as one sentence, for a cell that stays open.
pub fn refusal_text(refusal: &Refusal, unit: GoalUnit, locale: Locale) -> String {
    let t = parts::text(locale);
    let by = names::exact(refusal.by, unit, locale);
    format!("{}{}{by}{}", t.refused, sentence(refusal, unit, locale), t.unchanged)
}

/// The sentence up to the amount by which it does not fit.
fn sentence(refusal: &Refusal, unit: GoalUnit, locale: Locale) -> String {
    let t = parts::text(locale);
    let exact = |value| names::exact(value, unit, locale);
    match &refusal.explained {
        Explained::TooMuch { whole, parts, sum } => {
            let amount = exact(whole.at_most.unwrap_or_default());
            let whole = names::place(whole.place, locale);
            match parts.as_slice() {
                [one] => (t.too_much_one)(&names::member(one, unit, locale), &whole, &amount),
                _ => (t.too_much)(&together(parts, unit, locale), &exact(*sum), &whole, &amount),
            }
        }
        Explained::TooLittle { whole, parts, sum } => {
            let amount = exact(whole.at_least.unwrap_or_default());
            let whole = names::place(whole.place, locale);
            (t.too_little)(&together(parts, unit, locale), &exact(*sum), &whole, &amount)
        }
        Explained::Crossed { members } => {
            let names: Vec<String> =
                members.iter().map(|member| names::member(member, unit, locale)).collect();
            (t.crossed)(&names::list(&names, locale))
        }
    }
}

/// Several parts: by name up to three, else by number.
fn together(members: &[Member], unit: GoalUnit, locale: Locale) -> String {
    const BY_NAME: usize = 3;
    let t = parts::text(locale);
    if members.len() <= BY_NAME {
        let names: Vec<String> =
            members.iter().map(|member| names::member(member, unit, locale)).collect();
        return names::list(&names, locale);
    }
    let is_day = |member: &Member| matches!(member.place, Place::Cell(CellKey::Day(_)));
    if members.iter().all(is_day) {
        (t.n_locked_days)(members.len())
    } else {
        (t.n_locked_cells)(members.len())
    }
}
