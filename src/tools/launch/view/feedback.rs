//! What was heard in the trial sale, and what came of it (T-46).

use leptos::prelude::*;

use crate::base::extra::Extra;
use crate::base::id::Id;
use crate::base::list;
use crate::platform::random::new_id;
use crate::tools::launch::model::Feedback;
use crate::tools::launch::view::state::Page;
use crate::ui::{Button, DateField, IconButton, IconName, Section, TextField};

/// The log.
#[component]
pub fn FeedbackLog(page: Page, id: Id) -> impl IntoView {
    let t = page.t;
    let item = page.item(id);
    let ids = Memo::new(move |_| {
        item.with(|one| {
            let heard = one.as_ref().map(|one| one.plan.feedback.as_slice()).unwrap_or_default();
            heard.iter().map(|one| one.id).collect::<Vec<_>>()
        })
    });
    let add = move |()| {
        let heard = Feedback {
            id: new_id(),
            heard_on: page.today,
            said: String::new(),
            answer: String::new(),
            extra: Extra::new(),
        };
        page.change(id, |one| one.plan.feedback.push(heard));
    };
    view! {
        <Section title=t.feedback>
            <ul class="launch-rows">
                <For each=move || ids.get() key=|heard| *heard let:heard>
                    <Line page id heard />
                </For>
            </ul>
            <Button icon=IconName::Plus on_press=add>
                {t.add_feedback}
            </Button>
        </Section>
    }
}

#[component]
fn Line(page: Page, id: Id, heard: Id) -> impl IntoView {
    let t = page.t;
    let item = page.item(id);
    let now = Memo::new(move |_| {
        item.with(|one| {
            let all = &one.as_ref()?.plan.feedback;
            let place = all.iter().position(|one| one.id == heard)?;
            Some((place + 1, all[place].clone()))
        })
    });
    let text = move |look: fn(&Feedback) -> &String| {
        Signal::derive(move || {
            now.with(|one| one.as_ref().map(|(_, one)| look(one).clone())).unwrap_or_default()
        })
    };
    let label = move |words: fn(usize) -> String| {
        Signal::derive(move || words(now.with(|one| one.as_ref().map_or(0, |(place, _)| *place))))
    };
    let day = Signal::derive(move || now.with(|one| Some(one.as_ref()?.1.heard_on)));
    let write = move |field: &'static str, set: fn(&mut Feedback, String), text: String| {
        page.write(id, field, Some(heard), |one| {
            if let Ok(line) = list::find_mut(&mut one.plan.feedback, heard) {
                set(line, text);
            }
        });
    };
    let set_day = move |day| {
        page.change(id, |one| {
            if let (Ok(line), Some(day)) = (list::find_mut(&mut one.plan.feedback, heard), day) {
                line.heard_on = day;
            }
        });
    };
    let remove = move |()| {
        page.change(id, |one| one.plan.feedback.retain(|line| line.id != heard));
    };
    let said =
        move |text| write("launch.items.plan.feedback.said", |one, text| one.said = text, text);
    let answer =
        move |text| write("launch.items.plan.feedback.answer", |one, text| one.answer = text, text);
    view! {
        <li class="launch-row" data-kind="feedback">
            <DateField label=label(t.heard_on_n) is_bare=true value=day on_commit=set_day />
            <TextField label=label(t.heard_n) is_bare=true value=text(|one| &one.said) on_commit=said />
            <TextField label=label(t.answer_n) is_bare=true value=text(|one| &one.answer) on_commit=answer />
            <IconButton icon=IconName::Delete label=label(t.remove_feedback) on_press=remove />
        </li>
    }
}
