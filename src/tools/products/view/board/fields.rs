//! The four fields: what they come to, what to do, and actions of it.

use leptos::prelude::*;

use crate::base::id::Id;
use crate::base::link::{Link, LinkKind};
use crate::base::ratio::Ratio;
use crate::i18n::format;
use crate::platform::random::new_id;
use crate::tools::products::calc::matrix::FieldSum;
use crate::tools::products::edit::MatrixChange;
use crate::tools::products::model::{AxisSet, BcgField};
use crate::tools::products::text::matrix::{advice, field};
use crate::tools::products::view::board::Look;
use crate::tools::products::view::board::chart::kind;
use crate::ui::{Button, ButtonKind, Section, Tag, TextArea, Tone};
use crate::workbook::edit::Edit;
use crate::workbook::make;

/// The fields.
#[component]
pub fn Fields(look: Look) -> impl IntoView {
    let t = look.t;
    let set = Memo::new(move |_| look.board.with(|board| board.set));
    let all = move || {
        let set = set.get();
        BcgField::all(set).map(|one| view! { <One look set of=one /> })
    };
    view! {
        <Section title=t.fields>
            <div class="products-fields">{all}</div>
        </Section>
    }
}

/// What is to be done in a field: the user's words, else the source's.
fn words(look: Look, of: BcgField) -> String {
    let own = look.page.section.with(|section| section.matrix.own_advice(of).trim().to_owned());
    if own.is_empty() { advice(of, look.page.locale).to_owned() } else { own }
}

#[component]
fn One(look: Look, set: AxisSet, of: BcgField) -> impl IntoView {
    let (page, t) = (look.page, look.t);
    let name = field(of, page.locale);
    let sum = Memo::new(move |_| {
        look.board.with(|board| board.fields.iter().find(|sum| sum.field == of).cloned())
    });
    let told = move |look: fn(&FieldSum) -> Option<Ratio>| {
        move || {
            let share = sum.with(|sum| sum.as_ref().and_then(look));
            share.map_or(format::NONE.to_owned(), format::percent1)
        }
    };
    let n = move || (t.n_products)(sum.with(|sum| sum.as_ref().map_or(0, |sum| sum.n)));
    let is_open = RwSignal::new(false);
    let own = Signal::derive(move || {
        page.section.with(|section| section.matrix.own_advice(of).to_owned())
    });
    let open = page.store.select(move |wb| {
        look.board.with(|board| {
            let inside = board.standings.iter().filter(|one| one.field == of).map(|one| one.id);
            inside.filter(|id| wb.open_product_tasks(*id) == 0).collect::<Vec<Id>>()
        })
    });
    let make = move |()| {
        let ids = open.get_untracked();
        let what = untrack(|| words(look, of));
        let edit = |id: &Id| {
            let title = (t.task_of)(&page.name_of(*id), name, &what);
            let title: String = title.chars().take(300).collect();
            make::task(new_id(), title, Link::new(LinkKind::Product, *id))
        };
        let edits: Vec<Edit> = ids.iter().map(edit).collect();
        let n = edits.len();
        if n != 0 && page.edit(Edit::All(edits)) {
            page.say_undoable((t.made_task)(n));
        }
    };
    let tag = move || if own.read().trim().is_empty() { t.derived } else { t.own };
    let has_tag = move || of.is_derived() || !own.read().trim().is_empty();
    let is_empty = Memo::new(move |_| sum.with(|sum| sum.as_ref().is_none_or(|sum| sum.n == 0)));
    view! {
        <section class="products-field" data-kind=kind(set, of).to_string()>
            <h3>
                <span class="products-mark" aria-hidden="true"></span>
                {name}
                <span class="products-count">{n}</span>
            </h3>
            <p class="small products-shares">
                <span>{t.revenue} " " <b>{told(|sum| sum.revenue_share)}</b></span>
                <span>{t.profit} " " <b>{told(|sum| sum.profit_share)}</b></span>
            </p>
            <p>
                {move || words(look, of)} " "
                <Show when=has_tag>
                    <Tag tone=Tone::Plain>{tag}</Tag>
                </Show>
            </p>
            <Show when=move || is_open.get()>
                <TextArea
                    label=(t.advice_label)(name)
                    rows=2
                    value=own
                    on_commit=move |text| look.change(MatrixChange::Advice(of, text))
                />
            </Show>
            <p class="row">
                <Button
                    kind=ButtonKind::Link
                    disabled=Signal::derive(move || open.read().is_empty())
                    on_press=make
                >
                    {move || {
                        if open.read().is_empty() && !is_empty.get() {
                            t.all_made
                        } else {
                            t.make_task
                        }
                    }}
                </Button>
                <Button kind=ButtonKind::Link on_press=move |()| is_open.update(|open| *open = !*open)>
                    {move || if is_open.get() { t.done } else { t.edit_advice }}
                </Button>
            </p>
        </section>
    }
}
