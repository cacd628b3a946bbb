//! From the list price to what is paid: the order, the steps, and the trace of them.

use leptos::prelude::*;

use crate::base::id::Id;
use crate::base::list;
use crate::base::money::Money;
use crate::i18n::format;
use crate::platform::random::new_id;
use crate::tools::profit::calc::product::Earned;
use crate::tools::profit::calc::stack::{Outcome, TraceRow};
use crate::tools::profit::edit::ProfitEdit;
use crate::tools::profit::model::{PriceStep, StepKind};
use crate::tools::profit::text::{names, told};
use crate::tools::profit::view::state::Page;
use crate::tools::profit::view::step::StepRow;
use crate::ui::{
    CountField, Icon, IconName, Menu, MenuItem, Message, MoneyField, Section, Select, Tone,
};

/// From the list price to what is paid.
#[component]
pub fn Stack(page: Page) -> impl IntoView {
    let t = page.t;
    let open = RwSignal::new(None::<Id>);
    let ids = Memo::new(move |_| {
        page.section.with(|section| section.steps.iter().map(|step| step.id).collect::<Vec<_>>())
    });
    let kinds = Signal::derive(move || {
        let item = |kind: StepKind| {
            MenuItem::new(names::kind(kind, page.locale), move || {
                let step = PriceStep::new(new_id(), kind);
                let id = step.id;
                if page.edit(ProfitEdit::PutStep(step)) {
                    open.set(Some(id));
                }
            })
        };
        StepKind::ALL.map(item).to_vec()
    });
    let more = move || {
        view! {
            <Menu label=t.add_step items=kinds>
                {t.add_step}
                <Icon name=IconName::ChevronDown />
            </Menu>
        }
    };
    let is_below = page.of(|earned| earned.is_below_lowest.then_some(()));
    view! {
        <Section title=t.stack note=t.stack_note more>
            <div class="columns" data-columns="2">
                <div class="stack">
                    <OrderFields page />
                    <p class="muted" hidden=move || !ids.read().is_empty()>{t.no_step}</p>
                    <ul class="profit-steps">
                        <For each=move || ids.get() key=|id| *id let:id>
                            <StepRow page id open />
                        </For>
                    </ul>
                </div>
                <div class="stack">
                    <Show when=move || is_below.get().is_some()>
                        <Message tone=Tone::Alert>{t.below_lowest}</Message>
                    </Show>
                    <TraceTable page />
                </div>
            </div>
        </Section>
    }
}

/// The product, and how it is usually bought.
#[component]
fn OrderFields(page: Page) -> impl IntoView {
    let t = page.t;
    let terms = page.terms();
    let names = Signal::derive(move || {
        page.products.with(|all| all.iter().map(|row| page.name(&row.product)).collect::<Vec<_>>())
    });
    let selected = Signal::derive(move || {
        let chosen = page.chosen.get();
        page.products
            .with(|all| all.iter().position(|row| Some(row.product.id) == chosen).unwrap_or(0))
    });
    let choose = move |idx: usize| {
        page.named.set(page.products.with_untracked(|all| all.get(idx).map(|row| row.product.id)));
    };
    let pieces = Signal::derive(move || {
        terms.with(|terms| terms.as_ref().and_then(|one| one.pieces).or(Some(1)))
    });
    let beside =
        Signal::derive(move || terms.with(|terms| terms.as_ref().and_then(|one| one.beside)));
    let lowest =
        Signal::derive(move || terms.with(|terms| terms.as_ref().and_then(|one| one.lowest)));
    let set_pieces = move |n: Option<i64>| {
        page.set_terms(|terms| terms.pieces = n.filter(|n| *n != 1));
    };
    view! {
        <div class="profit-pair profit-order">
            <Select label=t.one options=names selected on_select=choose />
            <CountField label=t.pieces value=pieces unit=t.pieces_unit on_commit=set_pieces />
            <MoneyField
                label=t.beside
                value=beside
                help=t.beside_help
                on_commit=move |to| page.set_terms(|terms| terms.beside = to)
            />
            <MoneyField
                label=t.lowest
                value=lowest
                on_commit=move |to| page.set_terms(|terms| terms.lowest = to)
            />
        </div>
    }
}

/// One line of the trace as it is shown.
#[derive(Clone, PartialEq)]
struct Told {
    name: String,
    note: String,
    is_quiet: bool,
    cells: [String; 4],
}

fn told_row(page: Page, row: &TraceRow) -> Told {
    let step = page.section.with(|section| list::find(&section.steps, row.step).cloned());
    let name = step.as_ref().map(|step| names::step(step, page.locale)).unwrap_or_default();
    let takes = step.as_ref().map(|step| told::takes(step, page.locale)).unwrap_or_default();
    let is_taken = row.outcome == Outcome::Taken;
    let note = if is_taken {
        takes
    } else {
        format!("{takes} · {}", told::outcome(row.outcome, page.locale))
    };
    let minus = |amount: Money| {
        if amount == Money::ZERO { format::NONE.to_owned() } else { format::money(-amount) }
    };
    let piece = row.parts.first().copied().unwrap_or_default();
    let borne = row.borne.first().copied().unwrap_or_default();
    let cells = [minus(row.taken), minus(piece), minus(borne), format::money(row.after)];
    Told { name, note, is_quiet: !is_taken, cells }
}

/// What stands before the steps, and what is left after them.
fn told_ends(page: Page, earned: &Earned) -> (Told, [Told; 2]) {
    let t = page.t;
    let trace = &earned.trace;
    let end = |name: &str, total: Money, piece: Money| Told {
        name: name.to_owned(),
        note: String::new(),
        is_quiet: false,
        cells: [String::new(), format::money(piece), String::new(), format::money(total)],
    };
    let first = end(t.trace_list, trace.total_list(), earned.order.price);
    let paid = end(t.paid, trace.total_paid(), trace.piece_paid());
    let received = end(t.received, trace.total_received(), trace.piece_received());
    (first, [paid, received])
}

/// Every step in 分.
#[component]
fn TraceTable(page: Page) -> impl IntoView {
    let t = page.t;
    let lines = Memo::new(move |_| {
        let earned = page.earned.get()?;
        let (first, last) = told_ends(page, &earned);
        let steps = earned.trace.rows.iter().map(|row| told_row(page, row)).collect::<Vec<_>>();
        Some((first, steps, last))
    });
    let row = |told: Told, kind: Option<&'static str>| {
        let quiet = told.is_quiet.then_some("");
        view! {
            <tr data-kind=kind data-quiet=quiet>
                <th scope="row" data-wrap="">
                    {told.name} " " <span class="muted small">{told.note}</span>
                </th>
                {told.cells.map(|cell| view! { <td data-align="end">{cell}</td> }).collect_view()}
            </tr>
        }
    };
    let body = move || {
        lines.get().map(|(first, steps, last)| {
            let mut rows = vec![row(first, None)];
            rows.extend(steps.into_iter().map(|told| row(told, None)));
            rows.extend(last.map(|told| row(told, Some("total"))));
            rows
        })
    };
    view! {
        <div class="table-scroll" role="group" tabindex="0" aria-label=t.trace>
            <table class="table profit-trace">
                <thead>
                    <tr>
                        <th scope="col">{t.trace}</th>
                        <th scope="col" data-align="end">{t.trace_taken}</th>
                        <th scope="col" data-align="end">{t.trace_piece}</th>
                        <th scope="col" data-align="end">{t.trace_borne}</th>
                        <th scope="col" data-align="end">{t.trace_after}</th>
                    </tr>
                </thead>
                <tbody>{body}</tbody>
            </table>
        </div>
    }
}
