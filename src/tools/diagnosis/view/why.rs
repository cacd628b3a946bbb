//! What explains the difference, and what to do about it: each a sentence with its figures.

use leptos::prelude::*;

use crate::base::causes::Funnel;
use crate::base::id::Id;
use crate::base::ratio::Ratio;
use crate::i18n::format;
use crate::i18n::metric::metric_name;
use crate::knowledge::factor_checks::{FACTOR_CHECKS, asked};
use crate::route::Route;
use crate::tools::diagnosis::calc::findings::{Factor, Finding, findings, main_factor};
use crate::tools::diagnosis::calc::items::ItemChange;
use crate::tools::diagnosis::calc::verdict::{Verdict, figures};
use crate::tools::diagnosis::text::{doubt, factor};
use crate::tools::diagnosis::view::state::{Page, figure, money};
use crate::ui::{Button, ButtonKind, LinkButton, Section};

/// One finding in words.
#[derive(Clone, Debug, PartialEq)]
struct Said {
    /// What it is.
    head: String,
    /// Its figures.
    words: String,
    /// The task that it can become, and the product that it is about.
    task: Option<(String, Option<Id>)>,
}

/// What explains the difference, and what to check.
#[component]
pub fn Why(page: Page) -> impl IntoView {
    let t = page.t;
    let found = Memo::new(move |_| {
        let Some(verdict) = page.verdict.get() else { return Vec::new() };
        let items = page.items.get();
        let bar = page.bar();
        let found = page.facts.with(|facts| findings(&verdict, items.as_deref(), facts, bar));
        found.iter().map(|one| said(page, &verdict, one)).collect::<Vec<_>>()
    });
    let list = move || {
        let all = found.get();
        if all.is_empty() {
            return view! { <p class="muted">{t.nothing}</p> }.into_any();
        }
        let rows: Vec<_> = all.into_iter().map(|one| view! { <Line page one /> }).collect();
        view! { <ol class="diagnosis-why">{rows}</ol> }.into_any()
    };
    let main = Memo::new(move |_| {
        page.verdict.get().filter(|one| one.gap() != 0).map(|verdict| main_factor(&verdict))
    });
    view! {
        <Section title=t.why>
            {list}
            {move || main.get().map(|one| view! { <Checks page one /> })}
        </Section>
    }
}

#[component]
fn Line(page: Page, one: Said) -> impl IntoView {
    let Said { head, words, task } = one;
    let way = task.map(|(title, product)| {
        let open = product.map(|id| {
            view! {
                <LinkButton kind=ButtonKind::Link href=Route::Products.at(id)>
                    {page.t.open_item}
                </LinkButton>
            }
        });
        view! {
            {open}
            <TaskButton page title product />
        }
    });
    view! {
        <li>
            <p>
                <b>{head}</b>
            </p>
            <p>{words}</p>
            <p class="diagnosis-ways">{way}</p>
        </li>
    }
}

/// Makes a task, once.
#[component]
pub fn TaskButton(page: Page, title: String, product: Option<Id>) -> impl IntoView {
    let t = page.t;
    let is_made = page.has_task(title.clone());
    let name = StoredValue::new(title);
    let make = move |()| name.with_value(|title| page.make_task(title, product));
    view! {
        <Button
            kind=ButtonKind::Link
            disabled=Signal::derive(move || is_made.get())
            title=Signal::derive(move || name.get_value())
            on_press=make
        >
            {move || if is_made.get() { t.is_task } else { t.make_task }}
        </Button>
    }
}

/// What to check on the factor that moved most.
#[component]
fn Checks(page: Page, one: Factor) -> impl IntoView {
    let idx = one as usize;
    let head = (page.t.checks)(factor(one, page.locale), asked(idx, page.locale));
    let rows: Vec<_> = FACTOR_CHECKS
        .iter()
        .filter(|check| check.factor == idx)
        .map(|check| {
            let title = check.what(page.locale).to_owned();
            view! {
                <li>
                    <span>{check.what(page.locale)}</span>
                    " "
                    <span class="diagnosis-source">{check.source}</span>
                    " "
                    <TaskButton page title product=None />
                </li>
            }
        })
        .collect();
    view! {
        <h3 class="diagnosis-checks-head">{head}</h3>
        <ul class="diagnosis-checks">{rows}</ul>
    }
}

fn said(page: Page, verdict: &Verdict, finding: &Finding) -> Said {
    let t = page.t;
    let one = |factor: Factor, state: Funnel| figure(factor, figures(state)[factor as usize]);
    match finding {
        Finding::Against => {
            let (base, now) = (verdict.base.visitors, verdict.now.visitors);
            let people = Ratio::of((now - base).abs().round() as i64, base.round() as i64);
            let sales = Ratio::of(verdict.gap().abs(), verdict.base.sales);
            let percent = |ratio: Option<Ratio>| ratio.map_or(String::new(), format::percent1);
            let is_more = base < now;
            let head = if is_more { t.against_more } else { t.against_less };
            let visitors = Factor::Visitors;
            let words = format!(
                "{} {} → {}",
                factor(visitors, page.locale),
                one(visitors, verdict.base),
                one(visitors, verdict.now)
            );
            Said { head: head(&percent(people), &percent(sales)), words, task: None }
        }
        Finding::Main { factor: main, part } => {
            let head = if verdict.gap() < 0 { t.main_down } else { t.main_up };
            let who = asked(*main as usize, page.locale);
            let worth = format::signed_money(money(*part));
            let (from, to) = (one(*main, verdict.base), one(*main, verdict.now));
            let words = (t.main_words)(&from, &to, &worth, who);
            Said { head: head(factor(*main, page.locale)), words, task: None }
        }
        Finding::Item { item, rest, .. } => item_said(page, verdict, item, *rest),
        Finding::Ads { key, from, to } => {
            let name = metric_name(key, page.locale);
            let head = if from < to { t.ads_more } else { t.ads_less };
            let [from, to, change] = [
                format::money_whole(money(*from)),
                format::money_whole(money(*to)),
                format::signed_money(money(to - from)),
            ];
            let task = Some(((t.ads_task)(name, &from, &to), None));
            Said { head: head(name), words: (t.ads_words)(&from, &to, &change), task }
        }
    }
}

fn item_said(page: Page, verdict: &Verdict, item: &ItemChange, rest: (Funnel, Funnel)) -> Said {
    let t = page.t;
    let cvr = |state: Funnel| figure(Factor::Cvr, figures(state)[1]);
    let count = |people: f64| format::count(people.round() as i64);
    let (a, b) = (item.from, item.to);
    let numbers = [
        count(a.visitors),
        count(b.visitors),
        count(a.buyers),
        count(b.buyers),
        cvr(a),
        cvr(b),
        cvr(rest.0),
        cvr(rest.1),
    ];
    let words = (t.item_words)(&numbers.each_ref().map(String::as_str));
    let main = main_factor(verdict);
    let of = |state: Funnel| figure(main, figures(state)[main as usize]);
    let name = page.name(&item.id);
    let title = (t.item_task)(&name, factor(main, page.locale), &of(a), &of(b));
    Said { head: (t.one_item)(&name), words, task: Some((title, page.product(&item.id))) }
}

/// What to say beside an item's change of conversion; empty where it is sure.
pub fn item_doubt(page: Page, item: &ItemChange) -> &'static str {
    let sure = crate::tools::diagnosis::calc::sure::of_counts(item.from, item.to, page.bar());
    doubt(sure, page.locale)
}
