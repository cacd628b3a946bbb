//! The answers to competitors' prices (T-30): none goes under break-even (N-11).

use leptos::prelude::*;

use crate::base::id::Id;
use crate::base::money::Money;
use crate::i18n::format;
use crate::platform::random::new_id;
use crate::tools::rivals::calc::response::{Answer, answers};
use crate::tools::rivals::edit::RivalsEdit;
use crate::tools::rivals::model::price::{PriceMode, PriceResponse, PriceStep};
use crate::tools::rivals::view::state::Page;
use crate::ui::{Button, IconButton, IconName, MoneyField, Section, Select, TextField};

/// The answers to competitors' prices; none goes under break-even.
#[component]
pub fn Answers(page: Page) -> impl IntoView {
    let t = page.t;
    let ids = Memo::new(move |_| {
        page.section.with(|section| section.responses.iter().map(|one| one.id).collect::<Vec<_>>())
    });
    let first_own =
        Signal::derive(move || page.section.with(|section| section.own.first().map(|one| one.id)));
    let add = move |()| {
        if let Some(own) = first_own.get_untracked() {
            let rival = page.chosen.get_untracked();
            page.edit(RivalsEdit::PutResponse(PriceResponse::new(new_id(), rival, own)));
        }
    };
    let more = move || {
        view! {
            <Button
                icon=IconName::Plus
                disabled=Signal::derive(move || first_own.get().is_none())
                on_press=add
            >
                {t.add_answer}
            </Button>
        }
    };
    view! {
        <Section title=t.answers note=t.answers_note more>
            <p class="muted" hidden=move || first_own.get().is_some()>{t.needs_own}</p>
            <ul class="stack">
                <For each=move || ids.get() key=|id| *id let:id>
                    <AnswerRow page id />
                </For>
            </ul>
        </Section>
    }
}

#[component]
fn AnswerRow(page: Page, id: Id) -> impl IntoView {
    let t = page.t;
    let answer = Memo::new(move |_| {
        page.section.with(|section| answers(section).into_iter().find(|one| one.response.id == id))
    });
    let refused = RwSignal::new(None::<String>);
    let change = move |change: &dyn Fn(&mut PriceResponse)| {
        let Some(mut one) =
            answer.with_untracked(|one| one.as_ref().map(|one| one.response.clone()))
        else {
            return;
        };
        change(&mut one);
        page.edit(RivalsEdit::PutResponse(one));
        // Why a price is not taken stands at the price, not at the head of the page.
        refused.set(page.refused.get_untracked());
        page.refused.set(None);
    };
    let of = move |look: fn(&PriceResponse) -> Option<Money>| {
        Signal::derive(move || answer.with(|one| one.as_ref().and_then(|one| look(&one.response))))
    };
    let words = move |look: fn(&PriceResponse) -> &String| {
        Signal::derive(move || {
            answer
                .with(|one| one.as_ref().map(|one| look(&one.response).clone()))
                .unwrap_or_default()
        })
    };
    let own = Memo::new(move |_| {
        page.section.with(|section| {
            section.own.iter().map(|one| (one.id, one.name.clone())).collect::<Vec<_>>()
        })
    });
    let own_at = Signal::derive(move || {
        let id = answer.with(|one| one.as_ref().map(|one| one.response.own));
        own.with(|own| own.iter().position(|one| Some(one.0) == id)).unwrap_or(0)
    });
    let rivals = Signal::derive(move || {
        let mut names = vec!["–".to_owned()];
        page.names.with(|all| names.extend(all.iter().map(|one| one.1.clone())));
        names
    });
    let rival_at = Signal::derive(move || {
        let id = answer.with(|one| one.as_ref().and_then(|one| one.response.rival));
        let at = page.names.with(|all| all.iter().position(|one| Some(one.0) == id));
        at.map_or(0, |at| at + 1)
    });
    let mode =
        move || answer.with(|one| one.as_ref().map_or(PriceMode::Normal, |one| one.response.mode));
    let step_at = Signal::derive(move || {
        let step = answer.with(|one| one.as_ref().map(|one| one.response.step));
        PriceStep::ALL.iter().position(|one| Some(*one) == step).unwrap_or(0)
    });
    let note = Signal::derive(move || {
        answer.with(|one| one.as_ref().map(|one| price_note(page, one)).unwrap_or_default())
    });
    let bundle = move || answer.with(|one| bundle_note(page, one.as_ref()?));
    let remove = move |()| {
        if page.edit(RivalsEdit::RemoveResponse(id)) {
            page.say_undoable(t.removed.to_owned());
        }
    };
    let choose_own = move |idx: usize| {
        if let Some(id) = own.with_untracked(|own| own.get(idx).map(|one| one.0)) {
            change(&|one| one.own = id);
        }
    };
    let choose_rival = move |idx: usize| {
        let found = idx
            .checked_sub(1)
            .and_then(|idx| page.names.with_untracked(|all| all.get(idx).map(|one| one.0)));
        change(&|one| one.rival = found);
    };
    view! {
        <li class="rivals-answer">
            <div class="fields">
                <Select label=t.rival options=rivals selected=rival_at on_select=choose_rival />
                <Select
                    label=t.own_head[0]
                    options=Signal::derive(move || own.with(|own| own.iter().map(|one| one.1.clone()).collect::<Vec<_>>()))
                    selected=own_at
                    on_select=choose_own
                />
                <MoneyField
                    label=t.their
                    value=of(|one| one.their)
                    on_commit=move |their| change(&|one| one.their = their)
                />
                <MoneyField
                    label=t.our
                    value=of(|one| one.price)
                    help=note
                    error=refused
                    on_commit=move |price| change(&|one| one.price = price)
                />
                <Select
                    label=t.mode
                    options=PriceMode::ALL.map(|one| (t.mode_name)(one).to_owned()).to_vec()
                    help=Signal::derive(move || (t.mode_help)(mode()).to_owned())
                    selected=Signal::derive(move || usize::from(mode() == PriceMode::Seizing))
                    on_select=move |idx: usize| change(&|one| one.mode = PriceMode::ALL[idx])
                />
                <Select
                    label=t.step
                    options=PriceStep::ALL.map(|one| (t.step_name)(one).to_owned()).to_vec()
                    selected=step_at
                    on_select=move |idx: usize| change(&|one| one.step = PriceStep::ALL[idx])
                />
                <TextField
                    label=t.result
                    value=words(|one| &one.result)
                    on_commit=move |text: String| change(&|one| one.result.clone_from(&text))
                />
                <TextField
                    label=t.decision
                    value=words(|one| &one.decision)
                    on_commit=move |text: String| change(&|one| one.decision.clone_from(&text))
                />
            </div>
            <div class="row">
                <p class="muted small rivals-words">{bundle}</p>
                <IconButton icon=IconName::Delete label=t.remove on_press=remove />
            </div>
        </li>
    }
}

/// What stands under our price: the floor, and what a piece earns.
fn price_note(page: Page, answer: &Answer) -> String {
    let t = page.t;
    if answer.is_under {
        return t.under.to_owned();
    }
    let floor = (t.floor)(answer.floor.map(format::money).as_deref());
    match answer.profit.zip(answer.margin) {
        Some((profit, margin)) => {
            let earns = (t.earns)(&format::money(profit), &format::percent(margin));
            format!("{floor} · {earns}")
        }
        None => floor,
    }
}

fn bundle_note(page: Page, answer: &Answer) -> Option<String> {
    let one = answer.bundle?;
    Some((page.t.bundle)(
        &format::money(one.price),
        &format::money(one.each),
        &format::percent1(one.discount),
        one.profit.map(format::money).as_deref(),
    ))
}
