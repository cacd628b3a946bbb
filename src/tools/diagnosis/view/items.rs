//! The change by product, and how much of it is volume, mix, rate and order value.

use leptos::prelude::*;

use crate::i18n::format;
use crate::route::Route;
use crate::tools::diagnosis::calc::findings::Factor;
use crate::tools::diagnosis::calc::items::{ItemCauses, ItemChange, ItemChanges};
use crate::tools::diagnosis::calc::verdict::Verdict;
use crate::tools::diagnosis::text::factor;
use crate::tools::diagnosis::view::state::{Page, item_span, money};
use crate::tools::diagnosis::view::why::item_doubt;
use crate::ui::change::Change;
use crate::ui::{Button, ButtonKind, Delta, LinkButton, Section};

/// How many products are shown at first.
const FIRST: usize = 8;

/// The table of the products.
#[component]
pub fn Items(page: Page) -> impl IntoView {
    let t = page.t;
    let is_all = RwSignal::new(false);
    let n_items =
        Memo::new(move |_| page.items.with(|items| items.as_ref().map_or(0, |i| i.items.len())));
    let note = Signal::derive(move || {
        page.verdict.get().map_or(String::new(), |verdict| {
            (t.items_note)(&page.days(verdict.span), &page.days(item_span(&verdict)))
        })
    });
    let more = move || {
        view! {
            <Show when=move || FIRST < n_items.get()>
                <Button kind=ButtonKind::Link on_press=move |()| is_all.update(|all| *all = !*all)>
                    {move || if is_all.get() { t.first_items.to_owned() } else { (t.all_items)(n_items.get()) }}
                </Button>
            </Show>
        }
    };
    let table = move || {
        let (Some(verdict), Some(items)) = (page.verdict.get(), page.items.get()) else {
            let way = view! {
                <LinkButton href=Route::Import.href()>{t.items_to_import}</LinkButton>
            };
            return view! { <p class="muted">{t.items_none}</p> <p>{way}</p> }.into_any();
        };
        rows(page, &verdict, &items, is_all.get()).into_any()
    };
    view! {
        <Section title=t.items note more>
            {table}
        </Section>
    }
}

fn rows(page: Page, verdict: &Verdict, items: &ItemChanges, is_all: bool) -> impl IntoView + use<> {
    let (t, locale) = (page.t, page.locale);
    let n_shown = if is_all { items.items.len() } else { FIRST.min(items.items.len()) };
    let shown: Vec<_> = items.items[..n_shown].iter().map(|item| row(page, item)).collect();
    let rest = &items.items[n_shown..];
    let rest_row = (!rest.is_empty()).then(|| {
        let from = rest.iter().fold(0_i64, |sum, item| sum.saturating_add(item.from.sales));
        let to = rest.iter().fold(0_i64, |sum, item| sum.saturating_add(item.to.sales));
        let part = ItemChanges { items: rest.to_vec(), ..ItemChanges::default() };
        cells((t.rest_items)(rest.len()), from, to, Some(part.total()), "")
    });
    // Only where both sides are imported days do items and shop tell of the same change.
    let outside = verdict.other.map(|_| {
        let sum = |of: fn(&ItemChange) -> i64| {
            items.items.iter().fold(0_i64, |sum, item| sum.saturating_add(of(item)))
        };
        let from = verdict.base.sales - sum(|item| item.from.sales);
        let to = verdict.now.sales - sum(|item| item.to.sales);
        (from, to)
    });
    let outside_row = outside
        .filter(|both| *both != (0, 0))
        .map(|(from, to)| cells(t.not_items.to_owned(), from, to, None, ""));
    let total = verdict
        .other
        .map(|_| cells(t.sum.to_owned(), verdict.base.sales, verdict.now.sales, None, "total"));
    let head = |name: String| view! { <th scope="col" data-align="end">{name}</th> };
    view! {
        <div class="table-scroll" role="group" tabindex="0" aria-label=t.items>
            <table class="table diagnosis-items">
                <thead>
                    <tr>
                        <th scope="col">{t.item}</th>
                        {head(page.days(item_span(verdict)))}
                        {head(page.days(verdict.span))}
                        {head(t.gap.to_owned())}
                        {Factor::ALL.map(|one| head(factor(one, locale).to_owned())).collect_view()}
                    </tr>
                </thead>
                <tbody>{shown} {rest_row} {outside_row} {total}</tbody>
            </table>
        </div>
    }
}

pub(super) fn delta(fen: i64) -> impl IntoView {
    let mut change = Change::money(money(fen));
    change.text = change.text.replace('¥', "");
    view! { <Delta change=Signal::stored(Some(change)) /> }
}

fn row(page: Page, item: &ItemChange) -> impl IntoView + use<> {
    let name = page.name(&item.id);
    let id = item.id.clone();
    let doubted = item_doubt(page, item);
    let head = match page.product(&item.id) {
        Some(product) => view! { <a href=Route::Products.at(product)>{name}</a> }.into_any(),
        None => view! { {name} }.into_any(),
    };
    let causes = item.causes;
    view! {
        <tr>
            <th scope="row" data-name="" title=id>{head}</th>
            <td data-align="end">{format::yuan_whole(money(item.from.sales))}</td>
            <td data-align="end">{format::yuan_whole(money(item.to.sales))}</td>
            <td data-align="end">
                <b>{delta(item.gap())}</b>
            </td>
            <td data-align="end">{delta(causes.visitors())}</td>
            <td data-align="end">
                {if doubted.is_empty() {
                    delta(causes.rate).into_any()
                } else {
                    view! {
                        <span title=doubted>
                            {format::signed_money(money(causes.rate)).replace('¥', "")}
                            <span class="diagnosis-doubt">{doubted}</span>
                        </span>
                    }
                        .into_any()
                }}
            </td>
            <td data-align="end">{delta(causes.aov)}</td>
        </tr>
    }
}

pub(super) fn cells(
    name: String,
    from: i64,
    to: i64,
    causes: Option<ItemCauses>,
    kind: &'static str,
) -> impl IntoView {
    let part = |of: fn(ItemCauses) -> i64| causes.map(|causes| delta(of(causes)));
    view! {
        <tr data-kind=kind>
            <th scope="row">{name}</th>
            <td data-align="end">{format::yuan_whole(money(from))}</td>
            <td data-align="end">{format::yuan_whole(money(to))}</td>
            <td data-align="end">
                <b>{delta(to - from)}</b>
            </td>
            <td data-align="end">{part(ItemCauses::visitors)}</td>
            <td data-align="end">{part(|causes| causes.rate)}</td>
            <td data-align="end">{part(|causes| causes.aov)}</td>
        </tr>
    }
}

/// How much of the change is volume, mix, rate and order value.
#[component]
pub fn Mix(page: Page) -> impl IntoView {
    let t = page.t;
    let table = move || {
        let (verdict, items) = (page.verdict.get()?, page.items.get()?);
        Some(mix(page, &verdict, &items))
    };
    view! {
        <Show when=move || page.items.with(Option::is_some)>
            <Section title=t.mix note=t.mix_note>
                {table}
            </Section>
        </Show>
    }
}

fn mix(page: Page, verdict: &Verdict, items: &ItemChanges) -> impl IntoView + use<> {
    let t = page.t;
    let total = items.total();
    let outside = verdict.other.map(|_| verdict.gap().saturating_sub(total.total()));
    let sum = total.total().saturating_add(outside.unwrap_or(0));
    let line = |(name, fen, kind): (&'static str, i64, &'static str)| {
        let change = Signal::stored(Some(Change::money_exact(money(fen))));
        view! {
            <tr data-kind=kind>
                <th scope="row" data-wrap="">{name}</th>
                <td data-align="end">
                    <Delta change />
                </td>
            </tr>
        }
    };
    let parts = [total.volume, total.mix, total.rate, total.aov];
    let mut lines: Vec<_> =
        t.mix_parts.into_iter().zip(parts).map(|(name, fen)| (name, fen, "")).collect();
    lines.extend(outside.filter(|fen| *fen != 0).map(|fen| (t.not_items, fen, "")));
    lines.push((t.sum, sum, "total"));
    let lines: Vec<_> = lines.into_iter().map(line).collect();
    view! {
        <table class="table">
            <thead>
                <tr>
                    <th scope="col">{t.part}</th>
                    <th scope="col" data-align="end">{t.part_amount}</th>
                </tr>
            </thead>
            <tbody>{lines}</tbody>
        </table>
    }
}
