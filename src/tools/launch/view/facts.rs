//! The fields of a card (T-44).

use leptos::prelude::*;

use crate::base::id::Id;
use crate::i18n::format;
use crate::tools::launch::calc::soonest;
use crate::tools::launch::model::{ItemVerdict, LaunchStage, NewItem};
use crate::tools::launch::view::state::Page;
use crate::ui::{CountField, DateField, Section, Select, TextArea, TextField};

/// A text of an item.
#[derive(Clone, Copy)]
struct Words {
    field: &'static str,
    get: fn(&NewItem) -> &String,
    set: fn(&mut NewItem, String),
}

const NAME: Words =
    Words { field: "launch.items.name", get: |one| &one.name, set: |one, text| one.name = text };
const OWNER: Words =
    Words { field: "launch.items.owner", get: |one| &one.owner, set: |one, text| one.owner = text };
const ORIGIN: Words = Words {
    field: "launch.items.origin",
    get: |one| &one.origin,
    set: |one, text| one.origin = text,
};
const PROBLEM: Words = Words {
    field: "launch.items.problem",
    get: |one| &one.problem,
    set: |one, text| one.problem = text,
};
const ADVANTAGE: Words = Words {
    field: "launch.items.advantage",
    get: |one| &one.advantage,
    set: |one, text| one.advantage = text,
};
const SUPPLIER: Words = Words {
    field: "launch.items.supplier",
    get: |one| &one.supplier,
    set: |one, text| one.supplier = text,
};

/// All fields of T-44.
#[component]
pub fn Facts(page: Page, id: Id) -> impl IntoView {
    let t = page.t;
    let item = page.item(id);
    let value = move |words: Words| {
        Signal::derive(move || {
            item.with(|one| one.as_ref().map(|one| (words.get)(one).clone())).unwrap_or_default()
        })
    };
    let line = move |label: &'static str, words: Words| {
        let commit =
            move |text: String| page.write(id, words.field, None, |one| (words.set)(one, text));
        view! { <TextField label value=value(words) on_commit=commit /> }
    };
    let area = move |label: &'static str, words: Words| {
        let commit =
            move |text: String| page.write(id, words.field, None, |one| (words.set)(one, text));
        view! { <TextArea label rows=2 value=value(words) on_commit=commit /> }
    };
    let of = move |look: fn(&NewItem) -> Option<i64>| {
        Signal::derive(move || item.with(|one| look(one.as_ref()?)))
    };
    let place = move |look: fn(&NewItem) -> usize| {
        Signal::derive(move || item.with(|one| one.as_ref().map_or(0, |one| look(one))))
    };
    let day = move |look: fn(&NewItem) -> Option<crate::base::day::Day>| {
        Signal::derive(move || item.with(|one| look(one.as_ref()?)))
    };
    let yes_no = move || vec![t.none.to_owned(), t.yes.to_owned(), t.no.to_owned()];
    let personas = Signal::derive(move || {
        let names = page.personas.get().into_iter().map(|(_, name)| name);
        [t.none.to_owned()].into_iter().chain(names).collect::<Vec<_>>()
    });
    let persona = Signal::derive(move || {
        let chosen = item.with(|one| one.as_ref().and_then(|one| one.persona));
        let at = page.personas.with(|all| all.iter().position(|(id, _)| Some(*id) == chosen));
        at.map_or(0, |at| at + 1)
    });
    let verdicts = [t.none].into_iter().chain(ItemVerdict::ALL.map(t.verdicts));
    let verdicts: Vec<String> = verdicts.map(str::to_owned).collect();
    let help = Signal::derive(move || {
        let day = item.with(|one| soonest(one.as_ref()?, page.today));
        day.map(|day| (t.soonest)(&format::day_medium(day, page.locale))).unwrap_or_default()
    });
    view! {
        <Section title=t.basics>
            <div class="fields">
                {line(t.name, NAME)}
                <Select
                    label=t.stage_field
                    options=LaunchStage::ALL.map(|one| (t.stage)(one).to_owned()).to_vec()
                    selected=place(|one| one.stage.idx())
                    on_select=move |at: usize| {
                        page.place(id, LaunchStage::ALL[at.min(3)], usize::MAX);
                    }
                />
                <DateField
                    label=t.since
                    value=day(|one| one.since)
                    on_commit=move |day| {
                        page.change(id, |one| one.since = day);
                    }
                />
                {line(t.owner, OWNER)}
                <Select
                    label=t.persona
                    options=personas
                    selected=persona
                    on_select=move |at: usize| {
                        let persona = page
                            .personas
                            .with_untracked(|all| Some(all.get(at.checked_sub(1)?)?.0));
                        page.change(id, |one| one.persona = persona);
                    }
                />
                <Select
                    label=t.fits
                    options=yes_no()
                    selected=place(|one| answer(one.fits_persona))
                    on_select=move |at: usize| {
                        page.change(id, |one| one.fits_persona = answered(at));
                    }
                />
            </div>
            <div class="launch-areas">
                {area(t.origin, ORIGIN)} {area(t.problem, PROBLEM)} {area(t.advantage, ADVANTAGE)}
            </div>
            <div class="fields">
                {line(t.supplier, SUPPLIER)}
                <CountField
                    label=t.lead_days
                    value=of(|one| one.lead_days)
                    help=help
                    on_commit=move |days| {
                        page.change(id, |one| one.lead_days = days);
                    }
                />
                <Select
                    label=t.small_batch
                    options=yes_no()
                    selected=place(|one| answer(one.small_batch))
                    on_select=move |at: usize| {
                        page.change(id, |one| one.small_batch = answered(at));
                    }
                />
                <CountField
                    label=t.min_order
                    value=of(|one| one.min_order)
                    on_commit=move |pieces| {
                        page.change(id, |one| one.min_order = pieces);
                    }
                />
                <Select
                    label=t.verdict
                    options=verdicts
                    selected=place(|one| {
                        let at = ItemVerdict::ALL.iter().position(|two| Some(*two) == one.verdict);
                        at.map_or(0, |at| at + 1)
                    })
                    on_select=move |at: usize| {
                        let verdict = at.checked_sub(1).map(|at| ItemVerdict::ALL[at.min(2)]);
                        page.change(id, |one| {
                            one.verdict = verdict;
                            one.judged_on = verdict.map(|_| page.today);
                        });
                    }
                />
                <DateField
                    label=t.judged_on
                    value=day(|one| one.judged_on)
                    on_commit=move |day| {
                        page.change(id, |one| one.judged_on = day);
                    }
                />
            </div>
        </Section>
    }
}

/// None, yes, no by their places.
fn answer(answer: Option<bool>) -> usize {
    match answer {
        None => 0,
        Some(true) => 1,
        Some(false) => 2,
    }
}

fn answered(at: usize) -> Option<bool> {
    [None, Some(true), Some(false)].get(at).copied().flatten()
}
