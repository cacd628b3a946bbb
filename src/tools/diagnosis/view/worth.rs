//! What a visitor is worth and costs, and which lever brings most (T-99).

use leptos::prelude::*;

use crate::base::ratio::Ratio;
use crate::i18n::format;
use crate::platform::clock::today;
use crate::tools::diagnosis::calc::worth::{gains, worth};
use crate::tools::diagnosis::text::checks::{lever, text};
use crate::tools::diagnosis::view::state::{Page, money};
use crate::tools::diagnosis::view::why::TaskButton;
use crate::ui::{RatioField, Section};

/// How much better a lever is taken to be, unless another is typed.
const USUAL: Ratio = Ratio::from_bp(1_000);
/// The most that a lever is taken to be better by.
const MOST: i32 = 10_000;

/// A visitor's value and cost, and the levers.
#[component]
pub fn Worth(page: Page) -> impl IntoView {
    let c = text(page.locale);
    let by = RwSignal::new(USUAL);
    let margin = page.store.select(|wb| wb.margin_before_ads(today()));
    let found = Memo::new(move |_| {
        let sources = page.sources.get();
        let span = page.span.get()?;
        page.facts.with(|facts| worth(facts, span, sources.as_deref()))
    });
    let fen = |fen: i64| format::money(money(fen));
    let said = move || {
        let one = found.get()?;
        let per = |part: i64, of: i64| {
            Ratio::of(part, of).map_or(format::NONE.to_owned(), format::percent)
        };
        let aov = crate::base::money::div_round(one.sales.into(), one.buyers.max(1).into()) as i64;
        let mut lines =
            vec![(c.value_is)(&fen(one.value()?), &per(one.buyers, one.visitors), &fen(aov))];
        lines.extend(one.cost().map(|cost| (c.cost_is)(&fen(cost))));
        match margin.get() {
            Some(margin) => {
                let net = one.net(margin);
                lines.extend(net.map(|net| (c.net_is)(&fen(net), &format::percent1(margin))));
            }
            None => lines.push(c.margin_unknown.to_owned()),
        }
        if one.free_sales.is_none() {
            lines.push(c.gains_partly.to_owned());
        }
        Some(lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view())
    };
    let rows = move || {
        let one = found.get()?;
        let margin = margin.get().unwrap_or(Ratio::from_bp(10_000));
        let better = by.get();
        let all = gains(&one, better, margin).into_iter();
        let rows = all.map(|(which, gain)| {
            let name = lever(which, page.locale);
            let gained = format::money_whole(money(gain));
            let title = (c.worth_task)(name, &format::percent0(better), &gained);
            view! {
                <tr>
                    <th scope="row" data-wrap="">{name}</th>
                    <td data-align="end">{gained}</td>
                    <td>
                        <TaskButton page title product=None />
                    </td>
                </tr>
            }
        });
        Some(rows.collect_view())
    };
    let set = move |to: Option<Ratio>| {
        let bp = to.unwrap_or(USUAL).bp().clamp(1, MOST);
        by.set(Ratio::from_bp(bp));
    };
    let has_any = Memo::new(move |_| found.with(Option::is_some));
    view! {
        <Section title=c.worth note=c.worth_note>
            <Show
                when=move || has_any.get()
                fallback=move || view! { <p class="muted">{c.worth_none}</p> }
            >
                {said}
                <div class="diagnosis-field">
                    <RatioField
                        label=c.by
                        is_required=true
                        value=Signal::derive(move || Some(by.get()))
                        on_commit=set
                    />
                </div>
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{c.lever}</th>
                            <th scope="col" data-align="end">{c.gain}</th>
                            <th scope="col">
                                <span class="visually-hidden">{page.t.make_task}</span>
                            </th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </Show>
        </Section>
    }
}
