//! What a product that draws buyers brings beside itself (T-131).

use leptos::prelude::*;

use crate::base::money::Money;
use crate::base::ratio::Ratio;
use crate::i18n::format;
use crate::tools::profit::calc::bundle::{PullSum, Verdict, pull_sum};
use crate::tools::profit::calc::unit::UnitLine;
use crate::tools::profit::edit::ProfitEdit;
use crate::tools::profit::model::Pull;
use crate::tools::profit::text::bundle::text;
use crate::tools::profit::view::state::Page;
use crate::ui::{CountField, Message, MoneyField, RatioField, Section, Tone};

/// M-07 is healthy from so much on.
const HEALTHY: i32 = 13_000;

/// Whether the pull of the product that is looked at pays.
#[component]
pub fn PullThrough(page: Page) -> impl IntoView {
    let t = text(page.locale);
    let pull = Memo::new(move |_| {
        let id = page.chosen.get()?;
        let found = page
            .section
            .with(|section| section.pulls.iter().find(|pull| pull.product == id).cloned());
        Some(found.unwrap_or_else(|| Pull::new(id)))
    });
    let change = move |change: &dyn Fn(&mut Pull)| {
        if let Some(mut now) = pull.get_untracked() {
            change(&mut now);
            page.edit(ProfitEdit::PutPull(now));
        }
    };
    let money = move |look: fn(&Pull) -> Option<Money>| {
        Signal::derive(move || pull.with(|pull| pull.as_ref().and_then(look)))
    };
    let count = move |look: fn(&Pull) -> Option<i64>| {
        Signal::derive(move || pull.with(|pull| pull.as_ref().and_then(look)))
    };
    let attach = Signal::derive(move || pull.with(|pull| pull.as_ref().and_then(|one| one.attach)));
    let set_attach = move |to: Option<Ratio>| change(&|pull| pull.attach = to);
    let sum = Memo::new(move |_| {
        page.earned.with(|earned| {
            let earned = earned.as_ref()?;
            // Advertising is told apart here: it must not count twice.
            let piece = earned.unit.profit - earned.unit.amount(UnitLine::Ads);
            let units = earned.volume?;
            pull.with(|pull| pull_sum(pull.as_ref()?, units, piece, earned.unit.received))
        })
    });
    let aov = page.shop_order_value();
    let ratio = move || {
        let (aov, earned) = (aov.get()?, page.earned.get()?);
        let ratio = Ratio::of(aov.fen(), earned.trace.piece_paid().fen())?;
        let said = format!("{}.{:02}", ratio.bp() / 10_000, ratio.bp() % 10_000 / 100);
        let verdict = if HEALTHY <= ratio.bp() { t.aov_good } else { t.aov_bad };
        Some((t.aov)(&said, verdict))
    };
    let row = |name: &'static str, amount: Money, kind: Option<&'static str>| {
        view! {
            <tr data-kind=kind>
                <th scope="row">{name}</th>
                <td data-align="end">{format::money(amount)}</td>
            </tr>
        }
    };
    let table = move |sum: PullSum| {
        view! {
            <table class="table">
                <tbody>
                    {row(t.own, sum.own, None)} {row(t.attached_all, sum.attached, None)}
                    {row(t.members_all, sum.members, None)} {row(t.ads_all, -sum.ads, None)}
                    {row(t.net, sum.net, Some("total"))}
                </tbody>
            </table>
        }
    };
    let verdict = move |sum: &PullSum| {
        let (tone, words) = match sum.verdict {
            Verdict::Keep => (Tone::Done, t.keep.to_owned()),
            Verdict::RaisePrice(by) => (Tone::Alert, (t.raise)(&format::money(by))),
            Verdict::CutVolume => (Tone::Alert, t.cut.to_owned()),
        };
        let now = attach.get().map_or(format::NONE.to_owned(), format::percent1);
        let even = sum
            .even_attach
            .map_or(t.even_never.to_owned(), |even| (t.even_attach)(&format::percent1(even), &now));
        view! { <Message tone>{words} " " {even}</Message> }
    };
    let body = move || match sum.get() {
        None => view! { <p class="muted">{t.needs}</p> }.into_any(),
        Some(sum) => {
            let said = verdict(&sum);
            view! {
                {table(sum)}
                {said}
            }
            .into_any()
        }
    };
    view! {
        <Section title=t.pull note=t.pull_note>
            <div class="columns" data-columns="2">
                <div class="profit-pair">
                    <CountField
                        label=t.buyers
                        value=count(|pull| pull.buyers)
                        unit=t.buyers_unit
                        on_commit=move |to| change(&|pull| pull.buyers = to)
                    />
                    <RatioField label=t.attach value=attach on_commit=set_attach />
                    <MoneyField
                        label=t.attached
                        value=money(|pull| pull.attached)
                        on_commit=move |to| change(&|pull| pull.attached = to)
                    />
                    <MoneyField
                        label=t.ads
                        value=money(|pull| pull.ads)
                        on_commit=move |to| change(&|pull| pull.ads = to)
                    />
                    <CountField
                        label=t.members
                        value=count(|pull| pull.members)
                        unit=t.buyers_unit
                        on_commit=move |to| change(&|pull| pull.members = to)
                    />
                    <MoneyField
                        label=t.member_value
                        value=money(|pull| pull.member_value)
                        on_commit=move |to| change(&|pull| pull.member_value = to)
                    />
                </div>
                <div class="stack">
                    {body} <p class="muted small">{ratio}</p>
                </div>
            </div>
        </Section>
    }
}
