//! Two to four personas side by side.

use leptos::prelude::*;

use crate::base::card::Card;
use crate::base::id::Id;
use crate::tools::personas::text::card::{card, evidence_count};
use crate::tools::personas::text::fields;
use crate::tools::personas::text::text;
use crate::tools::personas::view::state::Page;
use crate::ui::{Checkbox, Section};

/// The most that stand side by side.
const MAX: usize = 4;

/// The comparison, and which ones are in it.
#[component]
pub fn Compare(page: Page) -> impl IntoView {
    let t = text(page.locale);
    let first = page
        .all
        .with_untracked(|all| all.personas.iter().take(MAX).map(|one| one.id).collect::<Vec<Id>>());
    let chosen = RwSignal::new(first);
    let all = Memo::new(move |_| {
        page.all.with(|all| {
            let names = all.personas.iter().map(|one| (one.id, one.name.clone()));
            names.collect::<Vec<_>>()
        })
    });
    let is_few = move || all.read().len() < 2;
    let choice = move |(id, name): (Id, String)| {
        let checked = Signal::derive(move || chosen.read().contains(&id));
        let disabled = Signal::derive(move || !checked.get() && MAX <= chosen.read().len());
        let toggle = move |is_on: bool| {
            chosen.update(|chosen| {
                chosen.retain(|one| *one != id);
                if is_on {
                    chosen.push(id);
                }
            });
        };
        view! { <Checkbox label=name checked disabled on_change=toggle /> }
    };
    view! {
        <Section title=t.mode_names[1] note=t.compare_note>
            <Show
                when=move || !is_few()
                fallback=move || view! { <p class="muted">{t.compare_few}</p> }
            >
                <div class="personas-choice" role="group" aria-label=t.compare_choose>
                    {move || all.get().into_iter().map(choice).collect_view()}
                </div>
                {move || table(page, &chosen.read())}
            </Show>
        </Section>
    }
}

/// One row: what it is, and what each persona says.
struct Line {
    name: String,
    values: Vec<String>,
}

fn table(page: Page, chosen: &[Id]) -> AnyView {
    let t = fields::text(page.locale);
    // In the order of the list, whatever the order in which they were chosen.
    let cards: Vec<(Card, String, String)> = page.all.with(|all| {
        let shown = all.personas.iter().enumerate().filter(|(_, one)| chosen.contains(&one.id));
        shown
            .map(|(idx, one)| {
                let share = one.share.map(crate::tools::personas::text::describe::share_text);
                let card = card(one, idx == 0, page.today, page.locale);
                (card, share.unwrap_or_default(), evidence_count(one, page.locale))
            })
            .collect()
    });
    let mut lines = vec![line(t.share, cards.iter().map(|one| one.1.clone()).collect())];
    lines.push(line(
        text(page.locale).compare_brief,
        cards.iter().map(|one| one.0.subtitle.clone()).collect(),
    ));
    let mut names: Vec<(bool, String)> = Vec::new();
    for (card, ..) in &cards {
        let bars = card.bars.iter().map(|block| (true, block.title.clone()));
        for name in bars.chain(card.facts.iter().map(|(name, _)| (false, name.clone()))) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    for (is_bar, name) in names {
        let values = cards.iter().map(|(card, ..)| value(card, is_bar, &name)).collect();
        lines.push(Line { name, values });
    }
    lines.push(line(t.uses, cards.iter().map(|one| one.0.uses.join(" · ")).collect()));
    lines.push(line(t.source, cards.iter().map(|one| one.2.clone()).collect()));
    let heads = cards.iter().map(|(card, ..)| {
        view! {
            <th scope="col">
                <span class="persona-avatar" data-colour=card.colour aria-hidden="true">
                    {card.letter.clone()}
                </span>
                {card.name.clone()}
            </th>
        }
    });
    let rows = lines.into_iter().filter(|line| line.values.iter().any(|value| !value.is_empty()));
    let rows = rows.map(|line| {
        let differs = line.values.windows(2).any(|pair| pair[0] != pair[1]);
        let cells = line.values.into_iter().map(|value| {
            let text = if value.is_empty() { crate::i18n::format::NONE.to_owned() } else { value };
            view! { <td data-differs=differs.then_some("")>{text}</td> }
        });
        view! {
            <tr>
                <th scope="row">{line.name}</th>
                {cells.collect_view()}
            </tr>
        }
    });
    view! {
        <div class="table-scroll" tabindex="0" role="group" aria-label=text(page.locale).mode_names[1]>
            <table class="personas-compare">
                <thead>
                    <tr>
                        <td></td>
                        {heads.collect_view()}
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn line(name: &str, values: Vec<String>) -> Line {
    Line { name: name.to_owned(), values }
}

fn value(card: &Card, is_bar: bool, name: &str) -> String {
    if is_bar {
        let block = card.bars.iter().find(|block| block.title == name);
        let rows = block.map(|block| {
            let rows = block.rows.iter().map(|row| format!("{} {}", row.name, row.text));
            rows.collect::<Vec<String>>().join(" · ")
        });
        return rows.unwrap_or_default();
    }
    let fact = card.facts.iter().find(|(one, _)| one == name);
    fact.map(|(_, value)| value.clone()).unwrap_or_default()
}
