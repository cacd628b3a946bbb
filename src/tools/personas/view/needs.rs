//! Needs: in the form by kind, and all of them against the products (T-13).

use leptos::prelude::*;

use crate::base::evidence::Evidence;
use crate::base::id::Id;
use crate::base::list;
use crate::base::number::parse_count;
use crate::i18n::format;
use crate::platform::random;
use crate::tools::personas::calc::needs::coverage;
use crate::tools::personas::edit::PersonasEdit;
use crate::tools::personas::model::needs::{Need, NeedKind, NeedSource};
use crate::tools::personas::model::persona::Persona;
use crate::tools::personas::text::fields;
use crate::tools::personas::text::tables::text;
use crate::tools::personas::text::{need_kind, need_source};
use crate::tools::personas::view::sheet::Sheet;
use crate::tools::personas::view::state::Page;
use crate::ui::grid::model::{Cell, CellEdit, Column};
use crate::ui::{Button, EvidenceButton, IconButton, IconName, Section, TextField};
use crate::workbook::edit::Edit;

const KINDS: [NeedKind; 2] = [NeedKind::Hard, NeedKind::Latent];
const SOURCES: [NeedSource; 5] = [
    NeedSource::Suggestions,
    NeedSource::Keywords,
    NeedSource::Reviews,
    NeedSource::Service,
    NeedSource::OldCustomers,
];

/// The needs of a kind of the persona that is looked at.
#[component]
pub fn NeedList(page: Page, kind: NeedKind) -> impl IntoView {
    let t = fields::text(page.locale);
    let ids = Memo::new(move |_| {
        page.persona.with(|one| {
            let needs = one.iter().flat_map(|one| &one.needs);
            needs.filter(|need| need.kind == kind).map(|need| need.id).collect::<Vec<Id>>()
        })
    });
    let add = move |()| {
        let need = Need::new(random::new_id(), kind, String::new());
        page.put(&|persona| persona.needs.push(need.clone()));
    };
    view! {
        <ul class="personas-needs">
            <For each=move || ids.get() key=|id| *id let:id>
                <NeedRow page id />
            </For>
        </ul>
        <div>
            <Button icon=IconName::Plus on_press=add>
                {t.add_need}
            </Button>
        </div>
    }
}

#[component]
fn NeedRow(page: Page, id: Id) -> impl IntoView {
    let t = fields::text(page.locale);
    let need = Memo::new(move |_| {
        page.persona
            .with(|one| one.as_ref().and_then(|one| list::find(&one.needs, id).cloned()))
            .unwrap_or_else(|| Need::new(id, NeedKind::Hard, String::new()))
    });
    let write = move |field: &'static str, change: &dyn Fn(&mut Need)| {
        page.write(field, Some(id), &|persona| {
            if let Ok(need) = list::find_mut(&mut persona.needs, id) {
                change(need);
            }
        });
    };
    let words = Signal::derive(move || need.read().text.clone());
    let set_words = move |words: String| {
        write("personas.personas.needs.text", &|need| need.text.clone_from(&words));
    };
    let set_evidence = move |pieces: Vec<Evidence>| {
        write("personas.personas.needs.evidence", &|need| need.evidence.clone_from(&pieces));
    };
    let remove = move |()| {
        page.put(&|persona| persona.needs.retain(|one| one.id != id));
    };
    view! {
        <li class="personas-need">
            <TextField label=t.need is_bare=true value=words on_commit=set_words />
            <EvidenceButton
                subject=words
                value=Signal::derive(move || need.read().evidence.clone())
                on_change=set_evidence
                sources=page.sources
            />
            <IconButton icon=IconName::Delete label=t.remove_need on_press=remove />
        </li>
    }
}

/// All needs against the products.
#[component]
pub fn NeedsView(page: Page) -> impl IntoView {
    let t = text(page.locale);
    let has_any = Memo::new(move |_| page.persona.with(Option::is_some));
    let coverage = Memo::new(move |_| page.all.with(|all| coverage(&all.personas)));
    let note = Signal::derive(move || {
        let coverage = coverage.read();
        (t.needs_note)(coverage.n_met, coverage.n_needs)
    });
    let at = move |(person, idx): (usize, usize)| {
        page.all.with(|all| {
            let persona = &all.personas.get(person)?;
            let need = persona.needs.get(idx)?;
            let volume =
                need.volume.map(|volume| format!("{} {}", t.volume, format::count(volume)));
            let notes: Vec<String> = [
                Some(persona.name.clone()),
                Some(need_kind(need.kind, page.locale).to_owned()),
                volume,
            ]
            .into_iter()
            .flatten()
            .collect();
            Some((need.text.clone(), notes.join(" · ")))
        })
    };
    let unmet = move || {
        let places = coverage.read().unmet.clone();
        if places.is_empty() {
            return view! { <p class="muted">{t.unmet_none}</p> }.into_any();
        }
        let items = places.into_iter().filter_map(at).map(|(words, note)| {
            view! { <li><b>{words}</b> " " <span class="small muted">{note}</span></li> }
        });
        view! { <ol class="personas-unmet">{items.collect_view()}</ol> }.into_any()
    };
    let products = move || {
        let products = coverage.read().products.clone();
        let rows = products.into_iter().map(|(name, places)| {
            let needs: Vec<String> =
                places.into_iter().filter_map(at).map(|(words, _)| words).collect();
            let n = needs.len();
            view! {
                <tr>
                    <th scope="row">{name}</th>
                    <td data-align="end">{n}</td>
                    <td data-wrap="">{needs.join(" · ")}</td>
                </tr>
            }
        });
        rows.collect_view()
    };
    let has_products = move || !coverage.read().products.is_empty();
    view! {
        <Section title=t.needs_title note>
            <Show
                when=move || has_any.get()
                fallback=move || view! { <p class="muted">{t.no_personas}</p> }
            >
                <NeedSheet page />
                <p class="field-note">{t.help}</p>
            </Show>
        </Section>
        <div class="columns" data-columns="2">
            <Section title=t.unmet_title note=t.unmet_note>
                {unmet}
            </Section>
            <Section title=t.coverage_title>
                <Show when=has_products>
                    <div class="table-scroll">
                        <table class="table">
                            <thead>
                                <tr>
                                    <th scope="col">{t.product}</th>
                                    <th scope="col" data-align="end">{t.needs_title}</th>
                                    <th scope="col">{t.need}</th>
                                </tr>
                            </thead>
                            <tbody>{products}</tbody>
                        </table>
                    </div>
                </Show>
            </Section>
        </div>
    }
}

/// The places of all needs: persona and need.
fn places(personas: &[Persona]) -> Vec<(usize, usize)> {
    let mut places = Vec::new();
    for (person, persona) in personas.iter().enumerate() {
        places.extend((0..persona.needs.len()).map(|idx| (person, idx)));
    }
    places
}

#[component]
fn NeedSheet(page: Page) -> impl IntoView {
    let t = text(page.locale);
    let columns = vec![
        Column::text(t.need, 180).grow(2),
        Column::text(t.persona, 120),
        Column::text(t.kind, 72).grow(0),
        Column::text(t.source, 96),
        Column::text(t.keyword, 120),
        Column::number(t.volume, "", 96).grow(0),
        Column::text(t.product, 120),
    ];
    let rows = Signal::derive(move || {
        page.all.with(|all| {
            let line = |(person, idx): (usize, usize)| {
                let persona: &Persona = &all.personas[person];
                let need = &persona.needs[idx];
                vec![
                    Cell::editable(need.text.clone()),
                    Cell::new(persona.name.clone()),
                    Cell::editable(need_kind(need.kind, page.locale)),
                    Cell::editable(need_source(need.source, page.locale)),
                    Cell::editable(need.keyword.clone()),
                    Cell::editable(need.volume.map(format::count).unwrap_or_default()),
                    Cell::editable(need.product.clone()),
                ]
            };
            places(&all.personas).into_iter().map(line).collect::<Vec<_>>()
        })
    });
    let mut blank = vec![Cell::editable(""); 7];
    blank[1] = Cell::new("");
    let on_edit = Callback::new(move |edits: Vec<CellEdit>| take(page, &edits));
    view! { <Sheet label=t.needs_title columns rows blank n_spare=2 on_edit /> }
}

/// Takes cells over as one step. A row below the last one is a new need of the persona that is
/// looked at; a need whose words are cleared is dropped.
fn take(page: Page, edits: &[CellEdit]) -> Result<(), String> {
    let mut personas = page.all.with_untracked(|all| all.personas.clone());
    let chosen = page.persona.with_untracked(|one| one.as_ref().map(|one| one.id));
    let Some(own) = personas.iter().position(|one| Some(one.id) == chosen) else { return Ok(()) };
    let mut places = places(&personas);
    let mut touched = Vec::new();
    for edit in edits {
        let Ok(row) = usize::try_from(edit.row) else { continue };
        while places.len() <= row {
            places.push((own, personas[own].needs.len()));
            personas[own].needs.push(Need::new(random::new_id(), NeedKind::Hard, String::new()));
        }
        let (person, idx) = places[row];
        set(page, &mut personas[person].needs[idx], edit.column, edit.text.trim())?;
        if !touched.contains(&person) {
            touched.push(person);
        }
    }
    let edits = touched.into_iter().map(|person| {
        let mut persona = personas[person].clone();
        persona.needs.retain(|need| !need.text.is_empty());
        Edit::from(PersonasEdit::Put(Box::new(persona)))
    });
    page.edit(Edit::All(edits.collect()));
    Ok(())
}

fn set(page: Page, need: &mut Need, column: usize, cell: &str) -> Result<(), String> {
    let t = text(page.locale);
    let one_of = |names: Vec<&str>| (t.one_of)(&names.join("/"));
    match column {
        0 => need.text = cell.to_owned(),
        2 => {
            let found = KINDS.into_iter().find(|kind| need_kind(*kind, page.locale) == cell);
            let names = || KINDS.map(|kind| need_kind(kind, page.locale)).to_vec();
            need.kind = found.ok_or_else(|| (t.bad_cell)(t.kind, &one_of(names())))?;
        }
        3 => {
            let found = SOURCES.into_iter().find(|one| need_source(*one, page.locale) == cell);
            let names = || SOURCES.map(|one| need_source(one, page.locale)).to_vec();
            need.source = found.ok_or_else(|| (t.bad_cell)(t.source, &one_of(names())))?;
        }
        4 => need.keyword = cell.to_owned(),
        5 if cell.is_empty() => need.volume = None,
        5 => {
            let volume = parse_count(cell).map_err(|error| {
                let why = crate::i18n::errors::number_error(&error, page.locale);
                (t.bad_cell)(t.volume, &why)
            })?;
            need.volume = Some(volume);
        }
        6 => need.product = cell.to_owned(),
        _ => {}
    }
    Ok(())
}
