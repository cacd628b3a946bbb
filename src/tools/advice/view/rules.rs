//! Every rule with its limits, which are the user's to change.

use leptos::prelude::*;

use crate::base::money::Money;
use crate::base::ratio::Ratio;
use crate::facts::metric::Unit;
use crate::knowledge::advice_rules::{AdviceRule, Cond, From, Scope, advice_rules};
use crate::tools::advice::edit::AdviceEdit;
use crate::tools::advice::text::{name, scope, unit};
use crate::tools::advice::view::state::Page;
use crate::ui::{CountField, MoneyField, RatioField, Section};

/// The rules by scope, folded.
#[component]
pub fn Rules(page: Page) -> impl IntoView {
    let t = page.t;
    let groups: Vec<_> = Scope::ALL
        .into_iter()
        .map(|of| {
            let rules: Vec<_> = advice_rules()
                .filter(|rule| rule.scope == of)
                .map(|rule| view! { <One page rule /> })
                .collect();
            view! {
                <h3 class="advice-scope">{scope(of, page.locale)}</h3>
                {rules}
            }
        })
        .collect();
    view! {
        <Section title=t.rules note=t.rules_note>
            <div class="advice-rules">{groups}</div>
        </Section>
    }
}

#[component]
fn One(page: Page, rule: &'static AdviceRule) -> impl IntoView {
    let t = page.t;
    let is_open = RwSignal::new(false);
    let subject = match rule.scope {
        Scope::Shop => "",
        Scope::Item => t.subject,
        Scope::Rating => t.subject_rating,
        Scope::Event => t.subject_event,
    };
    let fields = move || {
        let own = rule.when.iter().filter(|cond| matches!(cond.limit, From::Usual(_)));
        let fields: Vec<_> = own.map(|cond| view! { <Limit page rule cond /> }).collect();
        view! {
            <p class="muted small">{(t.rule_days)(rule.days)} " · " {(t.source)(rule.ids())}</p>
            <div class="advice-limits">{fields}</div>
        }
    };
    view! {
        <details on:toggle:target=move |event| is_open.set(event.target().open())>
            <summary>{rule.head(subject, page.locale)}</summary>
            <Show when=move || is_open.get()>{fields}</Show>
        </details>
    }
}

/// One limit, in its figure's unit; emptied, it is the rule's own again.
#[component]
fn Limit(page: Page, rule: &'static AdviceRule, cond: &'static Cond) -> impl IntoView {
    let limit = page.store.select(move |wb| wb.advice.limit(rule, cond, 0));
    let set = move |value: Option<i64>| {
        let (rule, cond) = (rule.key.to_owned(), cond.key.to_owned());
        page.edit(AdviceEdit::SetLimit { rule, cond, value });
    };
    let label = format!("{} {}", name(cond.figure, rule.scope, page.locale), cond.bound.sign());
    match unit(cond.figure, rule.scope) {
        Unit::BasisPoints => {
            let value = Signal::derive(move || {
                Some(Ratio::from_bp(i32::try_from(limit.get()).unwrap_or(i32::MAX)))
            });
            let commit = move |value: Option<Ratio>| set(value.map(|one| one.bp().into()));
            view! { <RatioField label value on_commit=commit /> }.into_any()
        }
        Unit::Fen | Unit::X100 | Unit::Centiseconds => {
            let value = Signal::derive(move || Some(Money::from_fen_clamped(limit.get())));
            let commit = move |value: Option<Money>| set(value.map(Money::fen));
            view! { <MoneyField label value on_commit=commit /> }.into_any()
        }
        // A rating is typed as hundredths of a star.
        Unit::X100000 => {
            let value = Signal::derive(move || Some(Money::from_fen_clamped(limit.get() / 1_000)));
            let commit =
                move |value: Option<Money>| set(value.map(|one| one.fen().saturating_mul(1_000)));
            view! { <MoneyField label value on_commit=commit /> }.into_any()
        }
        Unit::Count => {
            let value = Signal::derive(move || Some(limit.get()));
            view! { <CountField label value on_commit=set /> }.into_any()
        }
    }
}
