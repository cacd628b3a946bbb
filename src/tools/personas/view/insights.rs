//! What follows from a persona (T-19): where in the shop, and the task that it became.

use leptos::prelude::*;

use crate::base::id::Id;
use crate::base::list;
use crate::platform::random;
use crate::tools::personas::model::needs::{Insight, InsightTarget};
use crate::tools::personas::model::persona::Persona;
use crate::tools::personas::text::fields::text;
use crate::tools::personas::text::insight_target;
use crate::tools::personas::view::state::Page;
use crate::ui::{Button, DateField, IconButton, IconName, Select, TextField};
use crate::workbook::insights::TaskChange;

const TARGETS: [InsightTarget; 5] = [
    InsightTarget::ProductPage,
    InsightTarget::ShopLook,
    InsightTarget::Categories,
    InsightTarget::AdPictures,
    InsightTarget::Supply,
];

/// All insights of the persona, and a way to add one.
#[component]
pub fn Insights(page: Page) -> impl IntoView {
    let t = text(page.locale);
    let ids = Memo::new(move |_| {
        let ids = |one: &Persona| one.insights.iter().map(|one| one.id).collect::<Vec<Id>>();
        page.persona.with(|one| one.as_ref().map(|one| ids(one)).unwrap_or_default())
    });
    let add = move |()| {
        let insight = Insight::new(random::new_id(), InsightTarget::ProductPage, String::new());
        page.put(&|persona| persona.insights.push(insight.clone()));
    };
    view! {
        <p class="small muted">{t.uses_note}</p>
        <ul class="personas-insights">
            <For each=move || ids.get() key=|id| *id let:id>
                <InsightRow page id />
            </For>
        </ul>
        <div>
            <Button icon=IconName::Plus on_press=add>
                {t.add_insight}
            </Button>
        </div>
    }
}

#[component]
fn InsightRow(page: Page, id: Id) -> impl IntoView {
    let t = text(page.locale);
    let insight = Memo::new(move |_| {
        page.persona
            .with(|one| one.as_ref().and_then(|one| list::find(&one.insights, id).cloned()))
            .unwrap_or_else(|| Insight::new(id, InsightTarget::ProductPage, String::new()))
    });
    let write = move |change: &dyn Fn(&mut Insight)| {
        page.write("personas.personas.insights", Some(id), &|persona| {
            if let Ok(insight) = list::find_mut(&mut persona.insights, id) {
                change(insight);
            }
        });
    };
    let remove = move |()| {
        page.put(&|persona| persona.insights.retain(|one| one.id != id));
    };
    let options = TARGETS.map(|target| insight_target(target, page.locale).to_owned()).to_vec();
    let target = Signal::derive(move || {
        TARGETS.iter().position(|one| *one == insight.read().target).unwrap_or(0)
    });
    let set_words = move |words: String| write(&|insight| insight.text.clone_from(&words));
    view! {
        <li class="personas-insight">
            <Select
                label=t.insight_target
                options
                selected=target
                on_select=move |idx: usize| write(&|insight| insight.target = TARGETS[idx])
            />
            <IconButton icon=IconName::Delete label=t.remove_insight on_press=remove />
            <TextField
                label=t.insight
                value=Signal::derive(move || insight.read().text.clone())
                on_commit=set_words
            />
            <TaskOf page insight />
        </li>
    }
}

/// The task that an insight became, or the way to make one.
#[component]
fn TaskOf(page: Page, insight: Memo<Insight>) -> impl IntoView {
    let t = text(page.locale);
    let task = page.store.select(move |wb| {
        insight.read().task.and_then(|id| list::find(&wb.tasks.tasks, id).cloned())
    });
    let has_task = Memo::new(move |_| task.read().is_some());
    let make = move |()| {
        let persona = page.persona.with_untracked(|one| one.as_ref().map(|one| one.id));
        let insight = insight.with_untracked(|insight| insight.id);
        let edit = page.store.with(|wb| wb.insight_task(persona?, insight, random::new_id()).ok());
        if let Some(edit) = edit {
            page.edit(edit);
        }
    };
    let is_blank = Signal::derive(move || insight.read().text.trim().is_empty());
    let change = move |change: TaskChange| {
        let edit = task.with_untracked(|task| task.as_ref().map(|task| change.of(task)));
        if let Some(edit) = edit {
            page.edit(edit);
        }
    };
    let states = t.task_states.map(str::to_owned).to_vec();
    let state = Signal::derive(move || task.read().as_ref().map_or(0, |task| task.status as usize));
    let owner = Signal::derive(move || {
        task.read().as_ref().map(|task| task.owner.clone()).unwrap_or_default()
    });
    let due = Signal::derive(move || task.read().as_ref().and_then(|task| task.due));
    view! {
        <Show
            when=move || has_task.get()
            fallback=move || {
                view! {
                    <Button icon=IconName::Check disabled=is_blank on_press=make>
                        {t.make_task}
                    </Button>
                }
            }
        >
            <div class="personas-task">
                <Select
                    label=t.task
                    options=states.clone()
                    selected=state
                    on_select=move |idx: usize| change(TaskChange::Status(idx))
                />
                <TextField
                    label=t.task_owner
                    value=owner
                    on_commit=move |name: String| change(TaskChange::Owner(name))
                />
                <DateField
                    label=t.task_due
                    value=due
                    on_commit=move |day| change(TaskChange::Due(day))
                />
            </div>
        </Show>
    }
}
