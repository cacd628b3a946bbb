//! The card: read only, and built anew with every change. The picture and the print show the same.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::base::card::{BarBlock, BarKind, BarRow, Card};
use crate::base::id::Id;
use crate::base::list;
use crate::platform::{canvas, download};
use crate::store::use_workbook;
use crate::tools::personas::text::card::card;
use crate::tools::personas::text::text;
use crate::tools::personas::view::state::Page;
use crate::ui::Tag;
use crate::ui::Tone;

/// The card of the persona that is looked at, now.
fn card_now(page: Page) -> Option<Card> {
    let persona = page.persona.get()?;
    card_of(page, persona.id)
}

/// The card of a persona, now.
fn card_of(page: Page, id: Id) -> Option<Card> {
    page.all.with(|all| {
        let persona = list::find(&all.personas, id)?;
        let is_main = all.personas.first().is_some_and(|one| one.id == id);
        Some(card(persona, is_main, page.today, page.locale))
    })
}

/// The card that is looked at. While others are printed it stays off the paper.
#[component]
pub fn CardView(page: Page) -> impl IntoView {
    let id = Memo::new(move |_| page.persona.with(|one| one.as_ref().map(|one| one.id)));
    let is_off_paper = move || (!page.printed.read().is_empty()).then_some("");
    view! {
        <article class="persona-card" data-screen-only=is_off_paper>
            {move || id.get().map(|id| view! { <Sheet page id /> })}
        </article>
    }
}

/// A card with what stands above it on paper: the page's own head is gone there.
#[component]
pub fn Sheet(page: Page, id: Id) -> impl IntoView {
    let t = text(page.locale);
    let shop = use_workbook().select(|wb| wb.shop.name.clone());
    let number = move || {
        page.all.with(|all| {
            let place = all.personas.iter().position(|one| one.id == id);
            (t.page_of)(place.unwrap_or(0) + 1, all.personas.len())
        })
    };
    view! {
        <div class="persona-paper-head" aria-hidden="true">
            <b>{shop}</b>
            <span>{number}</span>
        </div>
        {move || card_of(page, id).map(card_view)}
    }
}

fn card_view(card: Card) -> AnyView {
    let tags = card.tags.into_iter().map(|(words, needs_one)| {
        let tone = if needs_one { Tone::Alert } else { Tone::Info };
        view! { <Tag tone>{words}</Tag> }
    });
    let facts =
        card.facts.into_iter().map(|(name, value)| view! { <dt>{name}</dt><dd>{value}</dd> });
    let uses = card.uses;
    view! {
        <header class="persona-head">
            <span class="persona-avatar" data-colour=card.colour data-size="large" aria-hidden="true">
                {card.letter}
            </span>
            <div class="persona-head-words">
                <h2>{card.name}</h2>
                <p class="muted">{card.subtitle}</p>
            </div>
            <div class="persona-tags">{tags.collect_view()}</div>
        </header>
        <blockquote class="persona-sentence">{card.sentence}</blockquote>
        <div class="persona-bars">{card.bars.into_iter().map(block_view).collect_view()}</div>
        <dl class="persona-facts">{facts.collect_view()}</dl>
        {(!uses.is_empty())
            .then(|| {
                view! {
                    <section class="persona-uses">
                        <h3>{card.uses_title}</h3>
                        <ul>{uses.into_iter().map(|words| view! { <li>{words}</li> }).collect_view()}</ul>
                    </section>
                }
            })}
        <footer class="persona-foot small muted">{card.footer}</footer>
    }
    .into_any()
}

fn kind_name(kind: BarKind) -> &'static str {
    match kind {
        BarKind::Plain => "plain",
        BarKind::Unknown => "unknown",
        BarKind::Others => "others",
    }
}

fn block_view(block: BarBlock) -> AnyView {
    let full = block.full();
    let head = view! {
        <h3>
            {block.title.clone()} " " <span class="muted">{block.note.clone()}</span>
        </h3>
    };
    if block.is_stacked {
        let bars = block.rows.iter().map(|row| {
            let share = row.share.unwrap_or(0).to_string();
            view! { <span data-kind=kind_name(row.kind) style:--share=share></span> }
        });
        let bars = bars.collect_view();
        let words: Vec<String> =
            block.rows.iter().map(|row| format!("{} {}", row.name, row.text)).collect();
        return view! {
            <section class="persona-block" data-stacked="">
                {head} <div class="persona-stack" aria-hidden="true">{bars}</div>
                <p class="persona-stack-words">{words.join(" · ")}</p>
            </section>
        }
        .into_any();
    }
    let line = move |row: BarRow| {
        let share = row.share.filter(|_| row.kind != BarKind::Others);
        let width = share.map(|share| format!("{}%", i64::from(share) * 100 / i64::from(full)));
        view! {
            <tr>
                <th scope="row">{row.name}</th>
                <td aria-hidden="true">
                    {width
                        .map(|width| {
                            view! {
                                <span
                                    class="persona-bar"
                                    data-kind=kind_name(row.kind)
                                    style:--width=width
                                ></span>
                            }
                        })}
                </td>
                <td class="persona-share">{row.text}</td>
            </tr>
        }
    };
    view! {
        <section class="persona-block">
            {head} <table class="persona-table">
                <tbody>{block.rows.into_iter().map(line).collect_view()}</tbody>
            </table>
        </section>
    }
    .into_any()
}

/// Saves the card as a picture.
pub fn save_picture(page: Page) {
    let Some(card) = untrack(|| card_now(page)) else { return };
    let t = text(page.locale);
    let name = format!("{}.png", card.name);
    let drawn = canvas::draw_card(&card, move |blob| {
        spawn_local(async move {
            let bytes = canvas::bytes(blob).await;
            let is_saved = bytes.is_some_and(|it| download::save(&name, "image/png", &it).is_ok());
            page.trouble.set((!is_saved).then(|| t.share_png_failed.to_owned()));
        });
    });
    if drawn.is_none() {
        page.trouble.set(Some(t.share_png_failed.to_owned()));
    }
}
