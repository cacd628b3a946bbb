//! What was seen: written down, and what has changed.

use leptos::prelude::*;

use crate::base::day::Day;
use crate::base::id::Id;
use crate::base::link::{Link, LinkKind};
use crate::base::quadrant::Quadrant;
use crate::i18n::format;
use crate::knowledge::rival_attributes::{Counts, rival_attribute};
use crate::platform::clock;
use crate::platform::random::new_id;
use crate::tools::rivals::calc::changes::{Change, Grade, changes};
use crate::tools::rivals::edit::RivalsEdit;
use crate::tools::rivals::model::Observation;
use crate::tools::rivals::text::{change_sentence, change_words};
use crate::tools::rivals::view::fields::{AttributeFields, Form};
use crate::tools::rivals::view::state::Page;
use crate::ui::{
    Button, ButtonKind, DateField, Icon, IconName, Menu, MenuItem, Section, Select, TextField,
};
use crate::workbook::make;

/// What has changed since the last look.
#[component]
pub fn Changes(page: Page) -> impl IntoView {
    let t = page.t;
    let found = Memo::new(move |_| page.section.with(|section| changes(section)));
    let note = Signal::derive(move || {
        let day = page.section.with(|section| section.looked);
        (t.since)(day.map(|day| format::day_short(day, page.locale)).as_deref())
    });
    let looked = move |()| {
        page.edit(RivalsEdit::SetLooked(Some(clock::today())));
    };
    let more = move || view! { <Button kind=ButtonKind::Link on_press=looked>{t.looked}</Button> };
    view! {
        <Section title=t.changes note more>
            <ul>
                {move || {
                    found
                        .get()
                        .into_iter()
                        .map(|change| view! { <ChangeRow page change /> })
                        .collect_view()
                }}
            </ul>
            <p class="muted">
                {move || if found.with(Vec::is_empty) { t.no_changes } else { t.order }}
            </p>
        </Section>
    }
}

#[component]
fn ChangeRow(page: Page, change: Change) -> impl IntoView {
    let t = page.t;
    let sentence = change_sentence(&change, page.locale);
    let is_index =
        rival_attribute(&change.attribute).is_some_and(|row| row.counts == Counts::Index);
    let (rival, text) = (change.rival, sentence.clone());
    let to_swot = move |quadrant: Quadrant, text: String| {
        let edit = page.store.with(|wb| wb.swot_of_rival(new_id(), quadrant, text, rival));
        if page.edit(edit) {
            page.say_undoable(t.made.to_owned());
        }
    };
    let items = Signal::derive(move || {
        let [task, threat, chance] = [text.clone(), text.clone(), text.clone()];
        vec![
            MenuItem::new(t.threat, move || to_swot(Quadrant::Threat, threat.clone())),
            MenuItem::new(t.opportunity, move || to_swot(Quadrant::Opportunity, chance.clone())),
            MenuItem::new(t.task, move || {
                let link = Link::new(LinkKind::Rival, rival);
                if page.edit(make::task(new_id(), task.clone(), link)) {
                    page.say_undoable(t.made_task.to_owned());
                }
            }),
        ]
    });
    let tone = match change.grade {
        Grade::Urgent => "alert",
        Grade::Important => "info",
        Grade::Low => "plain",
    };
    view! {
        <li class="rivals-change">
            <span class="tag" data-tone=tone>{(t.grade)(change.grade)}</span>
            <span class="rivals-words">
                {sentence.clone()}
                " "
                <b>{change_words(&change, page.locale)}</b>
                {is_index.then(|| view! { " " <span class="tag">{t.index_mark}</span> })}
                <span class="muted small">
                    " "
                    {format::day_short(change.after.day, page.locale)}
                </span>
            </span>
            <Menu label=sentence items class="button button-quiet button-icon">
                <Icon name=IconName::More />
            </Menu>
        </li>
    }
}

/// Writes down what was seen, several attributes as one step.
#[component]
pub fn Observe(page: Page) -> impl IntoView {
    let t = page.t;
    let form = Form::new();
    let product = RwSignal::new(None::<Id>);
    let day = RwSignal::new(Some(clock::today()));
    let source = RwSignal::new(String::new());
    let (other, other_words) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let products = Memo::new(move |_| {
        page.section.with(|section| {
            let rival = section.rivals.iter().find(|rival| Some(rival.id) == page.chosen.get());
            let pair = |one: &crate::tools::rivals::model::RivalProduct| (one.id, one.name.clone());
            rival
                .map(|rival| rival.products.iter().map(pair).collect::<Vec<_>>())
                .unwrap_or_default()
        })
    });
    let save = move |()| {
        let (Some(rival), Some(day)) = (page.chosen.get_untracked(), day.get_untracked()) else {
            return;
        };
        let product = product
            .get_untracked()
            .filter(|id| products.with_untracked(|all| all.iter().any(|one| one.0 == *id)));
        let source = source.get_untracked();
        let new = |attribute: &str| Observation {
            source: source.clone(),
            ..Observation::new(new_id(), day, product, attribute.to_owned())
        };
        let mut observations = form.observations(new);
        let (name, note) = (other.get_untracked(), other_words.get_untracked());
        if !name.trim().is_empty() && !note.trim().is_empty() {
            observations.push(Observation { note, ..new(name.trim()) });
        }
        let n_seen = observations.len();
        if n_seen != 0 && page.edit(RivalsEdit::Observe { rival, observations }) {
            form.clear();
            other.set(String::new());
            other_words.set(String::new());
            page.say_undoable((t.saved)(n_seen));
        }
    };
    let products_shown = Signal::derive(move || {
        let mut names = vec![t.whole_shop.to_owned()];
        products.with(|all| names.extend(all.iter().map(|one| one.1.clone())));
        names
    });
    let product_at = Signal::derive(move || {
        let at = products.with(|all| all.iter().position(|one| Some(one.0) == product.get()));
        at.map_or(0, |at| at + 1)
    });
    let choose_product = move |idx: usize| {
        let found = idx
            .checked_sub(1)
            .and_then(|idx| products.with_untracked(|all| all.get(idx).map(|one| one.0)));
        product.set(found);
    };
    let set_day = move |value: Option<Day>| day.set(value);
    view! {
        <Section title=t.observe note=t.observe_note>
            <div class="stack">
                <div class="fields">
                    <ChooseRival page />
                    <Select label=t.product options=products_shown selected=product_at on_select=choose_product />
                    <DateField label=t.day value=day on_commit=set_day />
                    <TextField label=t.source value=source on_commit=move |text| source.set(text) />
                </div>
                <AttributeFields page form />
                <div class="fields">
                    <TextField label=t.other value=other on_commit=move |text| other.set(text) />
                    <TextField label=t.other_words value=other_words on_commit=move |text| other_words.set(text) />
                </div>
                <div>
                    <Button on_press=save>
                        {t.save}
                    </Button>
                </div>
            </div>
        </Section>
    }
}

/// Which competitor is looked at.
#[component]
fn ChooseRival(page: Page) -> impl IntoView {
    let options = Signal::derive(move || {
        page.names.with(|names| names.iter().map(|one| one.1.clone()).collect::<Vec<_>>())
    });
    let at = Signal::derive(move || {
        page.names
            .with(|names| names.iter().position(|one| Some(one.0) == page.chosen.get()))
            .unwrap_or(0)
    });
    let choose = move |idx: usize| {
        page.chosen.set(page.names.with_untracked(|names| names.get(idx).map(|one| one.0)));
    };
    view! { <Select label=page.t.rival options selected=at on_select=choose /> }
}
