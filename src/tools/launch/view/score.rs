//! The scorecard of an item (T-45): a score a criterion, what it comes to, what to mend.

use leptos::prelude::*;

use crate::base::id::Id;
use crate::knowledge::launch::criterion;
use crate::tools::launch::calc::{Criterion, Scorecard, criteria, scorecard};
use crate::tools::launch::text::{criterion_name, pick, points};
use crate::tools::launch::view::board::outcome_tone;
use crate::tools::launch::view::state::Page;
use crate::ui::{Section, Segmented, Tag};

/// The scorecard.
#[component]
pub fn Score(page: Page, id: Id) -> impl IntoView {
    let (t, locale) = (page.t, page.locale);
    let item = page.item(id);
    let counted = Memo::new(move |_| {
        page.section.with(|section| {
            let all = criteria(section).into_iter().filter(|one| one.weight != 0);
            all.map(|one| (one.key.clone(), criterion_name(&one, locale))).collect::<Vec<_>>()
        })
    });
    let card = Memo::new(move |_| {
        item.with(|one| {
            let one = one.as_ref()?;
            Some(page.section.with(|section| scorecard(section, one)))
        })
    });
    let row = move |(key, name): (String, String)| {
        let question = criterion(&key).map(|one| pick(one.question, locale));
        let (looked, set) = (key.clone(), key);
        let selected = Signal::derive(move || {
            item.with(|one| one.as_ref().and_then(|one| one.mark(&looked))).map_or(0, usize::from)
        });
        let options = [t.score_none, "1", "2", "3", "4", "5"].map(str::to_owned).to_vec();
        let choose = move |at: usize| {
            let points = u8::try_from(at).ok().filter(|points| (1..=5).contains(points));
            page.change(id, |one| one.set_mark(&set, points));
        };
        view! {
            <li class="launch-criterion">
                <div>
                    <b>{name.clone()}</b>
                    <p class="muted small">{question}</p>
                </div>
                <Segmented label=(t.score_of)(&name) options selected on_select=choose />
            </li>
        }
    };
    let tag = move || {
        card.with(|card| {
            let outcome = card.as_ref()?.outcome;
            Some(view! { <Tag tone=outcome_tone(outcome)>{(t.outcome)(outcome)}</Tag> })
        })
    };
    view! {
        <Section title=t.scorecard more=move || tag.into_any()>
            <ul class="launch-criteria">
                {move || counted.get().into_iter().map(row).collect_view()}
            </ul>
            {move || card.get().map(|card| said(page, &card))}
        </Section>
    }
}

/// The mean, what is open, what to mend first.
fn said(page: Page, card: &Scorecard) -> impl IntoView + use<> {
    let (t, locale) = (page.t, page.locale);
    let (all, line) = page.section.with(|section| (criteria(section), section.pass_line));
    let found = |key: &str| all.iter().find(|one| one.key == key);
    let name = |key: &String| found(key).map(|one: &Criterion| criterion_name(one, locale));
    let open: Vec<String> = card.open.iter().filter_map(name).collect();
    let fixes: Vec<String> = card
        .to_fix
        .iter()
        .filter_map(|key| {
            let advice = criterion(key).map(|one| pick(one.fix, locale)).unwrap_or_default();
            Some(format!("{} — {advice}", name(key)?).trim_end_matches(" — ").to_owned())
        })
        .collect();
    let mean = card.mean.map(|mean| (t.mean)(&points(mean), &points(line)));
    let lines = fixes.iter().map(|line| view! { <li>{line.clone()}</li> }).collect_view();
    view! {
        <p>{mean}</p>
        {(!open.is_empty())
            .then(|| view! { <p class="muted small">{(t.still_open)(&open.join(t.comma))}</p> })}
        {(!fixes.is_empty())
            .then(|| {
                view! {
                    <p>
                        <b>{t.to_fix}</b>
                    </p>
                    <ul class="launch-fixes">{lines}</ul>
                }
            })}
    }
}
