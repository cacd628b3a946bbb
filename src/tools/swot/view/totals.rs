//! What the quadrants come to, and how they were on earlier days.

use leptos::prelude::*;

use crate::base::id::Id;
use crate::base::list;
use crate::i18n::format;
use crate::platform::clock;
use crate::platform::random::new_id;
use crate::tools::swot::calc::compare::compare;
use crate::tools::swot::calc::rank::Ranking;
use crate::tools::swot::calc::{self};
use crate::tools::swot::edit::SwotEdit;
use crate::tools::swot::model::{Quadrant, Swot, SwotEntry};
use crate::tools::swot::view::state::Page;
use crate::ui::{Button, ButtonKind, Dialog, IconButton, IconName, Section, Select, TextField};

/// Counts, impact and weighted rating of each quadrant.
#[component]
pub fn Totals(page: Page) -> impl IntoView {
    let t = page.t;
    let note = Signal::derive(move || {
        let [s, w, o, threat] =
            page.swot.with(|swot| calc::totals(swot)).map(|one| i64::from(one.impact));
        (t.balance)(s - w, o - threat)
    });
    let rows = move || {
        let totals = page.swot.with(|swot| calc::totals(swot));
        Quadrant::ALL.map(|quadrant| {
            let total = totals[quadrant.idx()];
            let rating = total.rating_x100().map_or("–".to_owned(), |x100| {
                format!("{}.{:02}", x100 / 100, x100 % 100)
            });
            view! {
                <tr>
                    <th scope="row">{quadrant.letter().to_string()} " " {(t.quadrant)(quadrant)}</th>
                    <td data-align="end">{total.n_entries}</td>
                    <td data-align="end">{total.n_supported}</td>
                    <td data-align="end">{total.impact}</td>
                    <td data-align="end">{rating}</td>
                </tr>
            }
        })
    };
    view! {
        <Section title=t.totals note>
            <div class="table-scroll" role="group" tabindex="0" aria-label=t.totals>
                <table class="table">
                    <thead>
                        <tr>
                            {t
                                .totals_head
                                .into_iter()
                                .enumerate()
                                .map(|(idx, head)| {
                                    view! { <th scope="col" data-align=(idx != 0).then_some("end")>{head}</th> }
                                })
                                .collect_view()}
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </Section>
    }
}

/// Keeps versions, and compares two.
#[component]
pub fn Versions(page: Page) -> impl IntoView {
    let t = page.t;
    let name = RwSignal::new(String::new());
    let (from, to) = (RwSignal::new(0_usize), RwSignal::new(0_usize));
    let keep = move |()| {
        let today = clock::today();
        let typed = name.get_untracked().trim().to_owned();
        let kept = if typed.is_empty() { today.to_string() } else { typed };
        if page.edit(SwotEdit::Keep { id: new_id(), name: kept, at: today }) {
            name.set(String::new());
        }
    };
    // The present stands first in "to", the versions first in "from".
    let names = move |present_first: bool| {
        Signal::derive(move || {
            page.swot.with(|swot| {
                let mut names = Vec::new();
                for one in &swot.versions {
                    names.push(format!("{} · {}", one.name, format::day_numeric(one.at)));
                }
                names.insert(if present_first { 0 } else { names.len() }, t.now.to_owned());
                names
            })
        })
    };
    let differences = move || {
        page.swot.with(|swot| {
            let before = entries_at(swot, from.get());
            let after = match to.get().checked_sub(1) {
                None => swot.entries.clone(),
                Some(idx) => entries_at(swot, idx),
            };
            compare(&before, &after)
        })
    };
    let rows = move || {
        let found = differences();
        let is_same = found.is_empty();
        let rows = found
            .into_iter()
            .map(|one| {
                let became: Vec<String> =
                    one.became.iter().map(|became| (t.became)(became)).collect();
                view! {
                    <li>
                        <b>{one.entry.quadrant.letter().to_string()}</b>
                        <span>{one.entry.text}</span>
                        <span class="muted small">{became.join(" · ")}</span>
                    </li>
                }
            })
            .collect_view();
        view! {
            <ul class="swot-differences">{rows}</ul>
            <p class="muted" hidden=!is_same>{t.same}</p>
        }
    };
    let remove = move |()| {
        let id = page.store.with(|wb| wb.swot.versions.get(from.get_untracked()).map(|one| one.id));
        if let Some(id) = id
            && page.edit(SwotEdit::RemoveVersion(id))
        {
            from.set(0);
            to.set(0);
            page.say_undoable(t.removed.to_owned());
        }
    };
    let has_versions = move || page.swot.with(|swot| !swot.versions.is_empty());
    view! {
        <Section title=t.versions note=t.versions_note>
            <div class="swot-keep">
                <TextField label=t.version_name value=name on_commit=move |text| name.set(text) />
                <Button icon=IconName::Freeze on_press=keep>{t.keep}</Button>
            </div>
            <Show when=has_versions>
                <div class="swot-keep">
                    <Select label=t.compare[0] options=names(false) selected=from on_select=move |idx| from.set(idx) />
                    <Select label=t.compare[1] options=names(true) selected=to on_select=move |idx| to.set(idx) />
                    <IconButton icon=IconName::Delete label=t.remove on_press=remove />
                </div>
                {rows}
            </Show>
        </Section>
    }
}

/// The entries of a version by its place; those of the present behind the last.
fn entries_at(swot: &Swot, idx: usize) -> Vec<SwotEntry> {
    swot.versions.get(idx).map_or_else(|| swot.entries.clone(), |one| one.entries.clone())
}

/// Ranks the entries of a quadrant by pairs.
#[component]
pub fn RankDialog(page: Page, of: RwSignal<Option<Quadrant>>) -> impl IntoView {
    let t = page.t;
    let open = RwSignal::new(false);
    let ranking = RwSignal::new(Ranking::default());
    Effect::new(move || {
        if let Some(quadrant) = of.get() {
            let ids: Vec<Id> = page.store.with(|wb| {
                calc::quadrant(&wb.swot, quadrant, false).iter().map(|one| one.entry.id).collect()
            });
            ranking.set(Ranking::new(&ids));
        }
        open.set(of.get().is_some());
    });
    Effect::new(move || {
        if !open.get() && of.get_untracked().is_some() {
            of.set(None);
        }
    });
    let take = move |()| {
        if let Some(quadrant) = of.get_untracked() {
            let order = ranking.with_untracked(|one| one.ranked().to_vec());
            page.edit(SwotEdit::Arrange { quadrant, order });
            open.set(false);
        }
    };
    let is_done = move || ranking.with(|one| one.question().is_none());
    let actions = move || {
        view! {
            <Button
                kind=ButtonKind::Primary
                disabled=Signal::derive(move || !is_done())
                on_press=take
            >
                {t.take_order}
            </Button>
        }
    };
    let text_of = move |id: Id| {
        page.store
            .with(|wb| list::find(&wb.swot.entries, id).map(|one| one.text.clone()))
            .unwrap_or_default()
    };
    let answer = move |is_first: bool| ranking.update(|one| one.answer(is_first));
    let body = move || {
        let question = ranking.with(Ranking::question);
        let (done, all) = ranking.with(Ranking::progress);
        let list = move || {
            let ids = ranking.with(|one| one.ranked().to_vec());
            ids.into_iter().map(|id| view! { <li>{text_of(id)}</li> }).collect_view()
        };
        view! {
            {match question {
                Some((first, second)) => view! {
                    <p>{t.which}</p>
                    <div class="swot-pair">
                        <button type="button" class="button" on:click=move |_| answer(true)>
                            {text_of(first)}
                        </button>
                        <button type="button" class="button" on:click=move |_| answer(false)>
                            {text_of(second)}
                        </button>
                    </div>
                }
                .into_any(),
                None => view! { <ol class="swot-order">{list()}</ol> }.into_any(),
            }}
            <p class="muted small" role="status">{(t.ranked)(done, all)}</p>
        }
    };
    let title = Signal::derive(move || of.get().map(|one| (t.rank)(one)).unwrap_or_default());
    view! {
        <Dialog title open actions>
            {body}
        </Dialog>
    }
}
