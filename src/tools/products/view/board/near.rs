//! Who changes fields if a cut moves, and who did.

use leptos::prelude::*;

use crate::base::id::Id;
use crate::base::list;
use crate::base::ratio::Ratio;
use crate::i18n::format;
use crate::tools::products::calc::matrix::compared;
use crate::tools::products::calc::near::{Flip, flips, moved};
use crate::tools::products::text::matrix::{difference, field, value};
use crate::tools::products::text::names;
use crate::tools::products::view::board::Look;
use crate::ui::Section;

/// How far the cuts move at first.
const FIRST: i32 = 15;
/// Lines that are shown.
const MOST: usize = 12;

/// Who changes fields if a cut moves.
#[component]
pub fn Flips(look: Look) -> impl IntoView {
    let (page, t) = (look.page, look.t);
    let percent = RwSignal::new(FIRST);
    let share = move || Ratio::from_bp(percent.get() * 100);
    let found = Memo::new(move |_| look.board.with(|board| flips(board, share())));
    let row = move |flip: Flip| {
        let (x, y) = look.axes();
        let measure = if flip.is_x { x } else { y };
        let by = difference(measure, flip.shift(), page.locale);
        let words = if flip.above < 0 { t.flip_up } else { t.flip_down };
        let words = words(names::measure(measure, page.locale), &by);
        view! {
            <li class="products-flip">
                <Name look id=flip.id />
                <span class="muted">{field(flip.from, page.locale)}</span>
                <span aria-hidden="true">"→"</span>
                <b>{field(flip.to, page.locale)}</b>
                <span class="small products-by">{words}</span>
            </li>
        }
    };
    let note = Signal::derive(move || (t.flips_note)(&format::percent0(share())));
    view! {
        <Section title=t.flips note>
            <label class="products-range">
                <span class="field-label">{t.flips_share}</span>
                <input
                    type="range"
                    min="0"
                    max="50"
                    step="1"
                    prop:value=move || percent.get().to_string()
                    aria-valuetext=move || format::percent0(share())
                    on:input:target=move |event| {
                        if let Ok(value) = event.target().value().parse() {
                            percent.set(value);
                        }
                    }
                />
                <span>{move || format!("±{}", format::percent0(share()))}</span>
            </label>
            <ul class="products-flips">
                {move || found.get().into_iter().take(MOST).map(row).collect_view()}
            </ul>
            <p class="muted small" hidden=move || !found.read().is_empty()>
                {t.flips_none}
            </p>
        </Section>
    }
}

/// A product by its name; a press looks at it.
#[component]
fn Name(look: Look, id: Id) -> impl IntoView {
    let page = look.page;
    view! {
        <button
            type="button"
            class="button button-link"
            on:click=move |_| page.chosen.set(Some(id))
        >
            {page.name_of(id)}
        </button>
    }
}

/// Who stands in another field than in the period before.
#[component]
pub fn Moved(look: Look) -> impl IntoView {
    let (page, t) = (look.page, look.t);
    let against = Memo::new(move |_| {
        page.section.with(|section| {
            let period = list::find(&section.periods, compared(section)?)?;
            Some(page.period_name(period))
        })
    });
    let rows = move || {
        let (x, y) = look.axes();
        look.board.with(|board| {
            let row = |one: &crate::tools::products::calc::matrix::Standing| {
                let before = one.before?;
                // The axis over whose cut it went; both where it went over both.
                let over_x = board.x.is_high(before.x) != board.x.is_high(one.x);
                let over_y = board.y.is_high(before.y) != board.y.is_high(one.y);
                let change = |measure, from, to| {
                    let (from, to) =
                        (value(measure, from, page.locale), value(measure, to, page.locale));
                    format!("{from} → {to}")
                };
                let mut changes = Vec::new();
                if over_x {
                    changes.push(change(x, before.x, one.x));
                }
                if over_y {
                    changes.push(change(y, before.y, one.y));
                }
                Some(view! {
                    <li class="products-flip">
                        <Name look id=one.id />
                        <span class="muted">{field(before.field, page.locale)}</span>
                        <span aria-hidden="true">"→"</span>
                        <b>{field(one.field, page.locale)}</b>
                        <span class="small products-by">{changes.join("; ")}</span>
                    </li>
                })
            };
            moved(board).into_iter().take(MOST).filter_map(row).collect_view()
        })
    };
    let note = Signal::derive(move || (t.moved_note)(&against.get().unwrap_or_default()));
    let is_empty = move || look.board.with(|board| moved(board).is_empty());
    view! {
        <Show when=move || against.read().is_some()>
            <Section title=t.moved note>
                <ul class="products-flips">{rows}</ul>
                <p class="muted small" hidden=move || !is_empty()>
                    {t.moved_none}
                </p>
            </Section>
        </Show>
    }
}
