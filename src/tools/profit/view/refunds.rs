//! What refunds cost, of all products or of one.

use leptos::prelude::*;

use crate::base::money::Money;
use crate::base::ratio::Ratio;
use crate::tools::profit::edit::ProfitEdit;
use crate::tools::profit::model::RefundTerms;
use crate::tools::profit::view::state::Page;
use crate::ui::{Checkbox, MoneyField, RatioField, Section};

/// What refunds cost. The product that is looked at may have terms of its own.
#[component]
pub fn Refunds(page: Page) -> impl IntoView {
    let t = page.t;
    let terms = page.terms();
    let is_own = Memo::new(move |_| {
        terms.with(|terms| terms.as_ref().is_some_and(|terms| terms.refunds.is_some()))
    });
    let refunds = Memo::new(move |_| {
        let id = page.chosen.get();
        page.section
            .with(|section| id.map_or_else(|| section.refunds.clone(), |id| section.refunds_of(id)))
    });
    let set_own = move |own: bool| {
        let now = refunds.get_untracked();
        page.set_terms(|terms| terms.refunds = own.then_some(now));
    };
    let change = move |change: &dyn Fn(&mut RefundTerms)| {
        let mut now = refunds.get_untracked();
        change(&mut now);
        if is_own.get_untracked() {
            page.set_terms(|terms| terms.refunds = Some(now));
        } else {
            page.edit(ProfitEdit::SetRefunds(now));
        }
    };
    let ratio = move |label: &'static str, field: fn(&mut RefundTerms) -> &mut Ratio| {
        let value = Signal::derive(move || Some(*field(&mut refunds.get())));
        let commit = move |to: Option<Ratio>| {
            change(&|terms| *field(terms) = to.unwrap_or_default());
        };
        view! { <RatioField label value on_commit=commit /> }
    };
    let money = move |label: &'static str, field: fn(&mut RefundTerms) -> &mut Money| {
        let value = Signal::derive(move || Some(*field(&mut refunds.get())));
        let commit = move |to: Option<Money>| {
            change(&|terms| *field(terms) = to.unwrap_or_default());
        };
        view! { <MoneyField label value on_commit=commit /> }
    };
    view! {
        <Section title=t.refunds>
            <div class="profit-pair">
                {ratio(t.refund_rate, |terms| &mut terms.rate)}
                {ratio(t.refund_before, |terms| &mut terms.before)}
                {ratio(t.refund_resale, |terms| &mut terms.resaleable)}
                {money(t.refund_freight, |terms| &mut terms.freight)}
                {money(t.refund_fee, |terms| &mut terms.fee)}
                {ratio(t.refund_kept, |terms| &mut terms.kept)}
            </div>
            <Checkbox label=t.refunds_own checked=is_own on_change=set_own />
            <p class="muted small" hidden=move || is_own.get()>{t.refunds_all}</p>
        </Section>
    }
}
