//! The profile on the decision factors, and the limits of the grades.

use leptos::prelude::*;

use crate::base::ratio::Ratio;
use crate::knowledge::rival_attributes::{Counts, RIVAL_ATTRIBUTES, RivalAttribute};
use crate::route::Route;
use crate::tools::rivals::calc::changes::limits;
use crate::tools::rivals::edit::RivalsEdit;
use crate::tools::rivals::text::attribute_name;
use crate::tools::rivals::view::state::Page;
use crate::ui::{CountField, LinkButton, RatioField, Section};

/// What competitors score on the decision factors (T-25).
#[component]
pub fn Profile(page: Page) -> impl IntoView {
    let t = page.t;
    let locale = page.locale;
    let rows = page.store.select(move |wb| wb.rival_profile(locale));
    let score = |score: Option<u8>| score.map_or("–".to_owned(), |score| score.to_string());
    let head = move || {
        let names = page.names.get();
        names
            .into_iter()
            .map(|(_, name)| view! { <th scope="col" data-align="end">{name}</th> })
            .collect_view()
    };
    let body = move || {
        rows.get()
            .into_iter()
            .map(|row| {
                let own = row.own;
                let cells = row
                    .rivals
                    .into_iter()
                    .map(|one| {
                        let is_ahead = one.zip(own).is_some_and(|(one, own)| own < one);
                        let mark = if is_ahead { "▲ " } else { "" };
                        let title = is_ahead.then_some(t.against[0]);
                        view! { <td data-align="end" title=title>{mark} {score(one)}</td> }
                    })
                    .collect_view();
                view! {
                    <tr>
                        <th scope="row">{row.name}</th>
                        <td data-align="end">{score(row.importance)}</td>
                        <td data-align="end"><b>{score(own)}</b></td>
                        {cells}
                    </tr>
                }
            })
            .collect_view()
    };
    let is_empty = move || rows.with(Vec::is_empty);
    let summary = move || {
        let names = page.names.get();
        rows.with(|rows| {
            let mut lines = Vec::new();
            for (idx, (_, name)) in names.iter().enumerate() {
                let (mut ahead, mut behind) = (Vec::new(), Vec::new());
                for row in rows {
                    let theirs = row.rivals.get(idx).copied().flatten();
                    match theirs.zip(row.own) {
                        Some((theirs, own)) if own < theirs => ahead.push(row.name.clone()),
                        Some((theirs, own)) if theirs < own => behind.push(row.name.clone()),
                        _ => {}
                    }
                }
                for (what, found) in t.against.iter().zip([ahead, behind]) {
                    if !found.is_empty() {
                        lines.push(format!("{name} · {what}: {}", found.join(t.and)));
                    }
                }
            }
            lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()
        })
    };
    let more = move || {
        view! { <LinkButton href=Route::Journey.href()>{t.to_factors}</LinkButton> }
    };
    view! {
        <Section title=t.profile note=t.profile_note more>
            <div class="table-scroll" role="group" tabindex="0" aria-label=t.profile hidden=is_empty>
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{t.profile_head[0]}</th>
                            <th scope="col" data-align="end">{t.profile_head[1]}</th>
                            <th scope="col" data-align="end">{t.profile_head[2]}</th>
                            {head}
                        </tr>
                    </thead>
                    <tbody>{body}</tbody>
                </table>
            </div>
            <ul class="rivals-summary">{summary}</ul>
            <p class="muted" hidden=move || !is_empty()>{t.no_profile}</p>
        </Section>
    }
}

/// From when on a change is important and urgent, for each attribute.
#[component]
pub fn Limits(page: Page) -> impl IntoView {
    let t = page.t;
    let rows = RIVAL_ATTRIBUTES.iter().filter(|row| row.counts != Counts::Words);
    view! {
        <details class="rivals-limits">
            <summary>{t.limits}</summary>
            <ul class="stack">
                {rows
                    .map(|row| {
                        view! {
                            <li class="rivals-limit">
                                <span>{attribute_name(row.key, page.locale)}</span>
                                <LimitField page row is_urgent=false />
                                <LimitField page row is_urgent=true />
                            </li>
                        }
                    })
                    .collect_view()}
            </ul>
        </details>
    }
}

#[component]
fn LimitField(page: Page, row: &'static RivalAttribute, is_urgent: bool) -> impl IntoView {
    let t = page.t;
    let pair = Memo::new(move |_| {
        page.section.with(|section| limits(section, row.key)).unwrap_or(row.limits)
    });
    let value = Signal::derive(move || {
        let pair = pair.get();
        Some(if is_urgent { pair.1 } else { pair.0 })
    });
    let set = move |limit: Option<i64>| {
        let (important, urgent) = pair.get_untracked();
        let limits = limit.map(|limit| {
            // The two keep their order: the one that is typed moves the other along.
            if is_urgent { (important.min(limit), limit) } else { (limit, urgent.max(limit)) }
        });
        page.edit(RivalsEdit::SetLimit { attribute: row.key.to_owned(), limits });
    };
    let label = format!(
        "{} {}",
        attribute_name(row.key, page.locale),
        t.limits_head[usize::from(is_urgent)]
    );
    let set_ratio = move |ratio: Option<Ratio>| set(ratio.map(|one| one.bp().into()));
    match row.counts {
        Counts::Place | Counts::Points100 => {
            let unit = if row.counts == Counts::Place { "" } else { "/100" };
            view! { <CountField label=label unit=unit value=value on_commit=set /> }.into_any()
        }
        _ => view! {
            <RatioField
                label=label
                value=Signal::derive(move || {
                    value.get().map(|bp| Ratio::from_bp(i32::try_from(bp).unwrap_or(i32::MAX)))
                })
                on_commit=set_ratio
            />
        }
        .into_any(),
    }
}
