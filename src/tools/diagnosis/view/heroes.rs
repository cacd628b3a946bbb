//! The five items with the most visitors (T-84), and whether figures can be right (T-92).

use leptos::prelude::*;

use crate::i18n::format;
use crate::route::Route;
use crate::tools::diagnosis::calc::hero::{Flag, Hero, heroes};
use crate::tools::diagnosis::calc::sanity::{Doubt, doubts};
use crate::tools::diagnosis::calc::verdict::figures;
use crate::tools::diagnosis::text::checks::{flag, odd, odd_figures, text};
use crate::tools::diagnosis::text::doubt;
use crate::tools::diagnosis::view::state::{Page, ratio};
use crate::tools::diagnosis::view::why::TaskButton;
use crate::ui::change::Change;
use crate::ui::{ButtonKind, Delta, LinkButton, Section};

/// How many days of a doubt are named.
const MAX_DAYS: usize = 3;

/// The hero products.
#[component]
pub fn Heroes(page: Page) -> impl IntoView {
    let c = text(page.locale);
    let found = Memo::new(move |_| {
        let (changes, bar) = (page.items.get(), page.bar());
        let Some(span) = page.span.get() else { return Vec::new() };
        page.facts.with(|facts| heroes(facts, span, changes.as_deref(), bar))
    });
    let more = move || {
        view! {
            <LinkButton kind=ButtonKind::Link href=Route::Rivals.href()>
                {c.same}
            </LinkButton>
        }
    };
    let table = move || {
        let all = found.get();
        if all.is_empty() {
            return view! { <p class="muted">{c.heroes_none}</p> }.into_any();
        }
        let rows: Vec<_> = all.iter().map(|one| hero(page, one)).collect();
        let head = |name: &'static str| view! { <th scope="col" data-align="end">{name}</th> };
        view! {
            <div class="table-scroll" role="group" tabindex="0" aria-label=c.heroes>
                <table class="table diagnosis-items">
                    <thead>
                        <tr>
                            <th scope="col">{c.item}</th>
                            {[c.visitors, c.share, c.cvr, c.change, c.cart, c.refunds]
                                .map(head)
                                .collect_view()}
                            <th scope="col">{c.says}</th>
                            <th scope="col">
                                <span class="visually-hidden">{page.t.make_task}</span>
                            </th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <p class="muted small">{c.heroes_how}</p>
        }
        .into_any()
    };
    view! {
        <Section title=c.heroes note=c.heroes_note more>
            {table}
        </Section>
    }
}

fn hero(page: Page, one: &Hero) -> impl IntoView + use<> {
    let c = text(page.locale);
    let (t, locale) = (page.t, page.locale);
    let name = page.name(&one.id);
    let product = page.product(&one.id);
    let title = (c.hero_task)(&name);
    let head = match product {
        Some(id) => view! { <a href=Route::Products.at(id)>{name}</a> }.into_any(),
        None => view! { {name} }.into_any(),
    };
    let percent =
        |bp: Option<i64>| bp.map_or(format::NONE.to_owned(), |bp| format::percent(ratio(bp)));
    let rate = figures(one.now)[1];
    let points = rate.zip(one.before.and_then(|before| figures(before)[1])).map(|(b, a)| b - a);
    let is_sure = one.sure.is_some_and(|sure| sure.is_sure());
    let change = points.filter(|_| is_sure).map(|bp| Change::points(ratio(bp), locale));
    // No arrow where it may be chance.
    let doubted = one.sure.map_or(format::NONE, |sure| doubt(sure, locale));
    let mut says: Vec<String> = one.flags.iter().map(|one| flag(*one, locale).to_owned()).collect();
    if one.flags.contains(&Flag::Presale) {
        says.extend(one.order_cvr.map(|bp| (c.order_cvr)(&format::percent(ratio(bp)))));
    }
    let is_odd = (!says.is_empty()).then_some("fail");
    let says = if says.is_empty() { c.fine.to_owned() } else { (c.warns)(&says.join(t.comma)) };
    view! {
        <tr>
            <th scope="row" data-name="">{head}</th>
            <td data-align="end">{format::count(one.now.visitors.round() as i64)}</td>
            <td data-align="end">{one.share.map_or(format::NONE.to_owned(), format::percent1)}</td>
            <td data-align="end">{percent(rate)}</td>
            <td data-align="end">
                <Delta change=Signal::stored(change) />
                {(!is_sure).then_some(doubted)}
            </td>
            <td data-align="end">{percent(one.cart_rate)}</td>
            <td data-align="end">{one.refunds.map_or(format::NONE.to_owned(), format::percent1)}</td>
            <td data-wrap="">
                <span class="diagnosis-says" data-light=is_odd>
                    {says}
                </span>
            </td>
            <td>
                <TaskButton page title product />
            </td>
        </tr>
    }
}

/// What is odd about the figures.
#[component]
pub fn Sanity(page: Page) -> impl IntoView {
    let c = text(page.locale);
    let found = Memo::new(move |_| {
        let Some(span) = page.span.get() else { return Vec::new() };
        page.facts.with(|facts| doubts(facts, span))
    });
    let table = move || {
        let all = found.get();
        if all.is_empty() {
            return view! { <p>{c.sanity_fine}</p> }.into_any();
        }
        let rows: Vec<_> = all.iter().map(|one| odd_row(page, one)).collect();
        view! {
            <div class="table-scroll" role="group" tabindex="0" aria-label=c.sanity>
                <table class="table diagnosis-health">
                    <thead>
                        <tr>
                            {[c.odd, c.days, c.figures, c.instead]
                                .map(|name| view! { <th scope="col">{name}</th> })
                                .collect_view()}
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
        .into_any()
    };
    view! {
        <Section title=c.sanity note=c.sanity_note>
            {table}
        </Section>
    }
}

fn odd_row(page: Page, one: &Doubt) -> impl IntoView + use<> {
    let (c, locale) = (text(page.locale), page.locale);
    let (what, how) = odd(one.odd, locale);
    let named = one.days.iter().take(MAX_DAYS).map(|day| format::day_short(*day, locale));
    let days = named.collect::<Vec<_>>().join(c.comma);
    let days = if MAX_DAYS < one.days.len() { (c.more_days)(&days, one.days.len()) } else { days };
    let (a, b) = odd_figures(one.odd, locale);
    let said = |(x, y): (i64, i64)| {
        let of = |name: &str, n: i64| format!("{name} {}", format::count(n));
        (c.against)(&of(a, x), &of(b, y))
    };
    let figures = one.figures.map(said);
    let instead = one.order_cvr().map(|bp| (c.order_cvr)(&format::percent(ratio(bp))));
    let how = instead.map_or(how.to_owned(), |rate| format!("{how}{}{rate}", c.comma));
    view! {
        <tr>
            <th scope="row" data-wrap="">
                "⚠ "
                {what}
            </th>
            <td data-wrap="">{days}</td>
            <td data-wrap="">{figures}</td>
            <td data-wrap="">{how}</td>
        </tr>
    }
}
