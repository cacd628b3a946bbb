//! How an item is brought to market (T-46).

use leptos::prelude::*;

use crate::base::day::Day;
use crate::base::extra::Extra;
use crate::base::id::Id;
use crate::base::list;
use crate::i18n::format;
use crate::platform::random::new_id;
use crate::tools::launch::calc::{budget, soonest};
use crate::tools::launch::model::{Channel, LaunchPlan, NewItem};
use crate::tools::launch::view::state::Page;
use crate::ui::{
    Button, DateField, IconButton, IconName, MoneyField, Section, TextArea, TextField,
};

/// A day of the plan.
#[derive(Clone, Copy)]
struct PlanDay {
    get: fn(&LaunchPlan) -> Option<Day>,
    set: fn(&mut LaunchPlan, Option<Day>),
}

/// The plan.
#[component]
pub fn Plan(page: Page, id: Id) -> impl IntoView {
    let t = page.t;
    let item = page.item(id);
    let text = move |look: fn(&LaunchPlan) -> &String| {
        Signal::derive(move || {
            item.with(|one| one.as_ref().map(|one| look(&one.plan).clone())).unwrap_or_default()
        })
    };
    let day = move |label: &'static str, day: PlanDay| {
        let value = Signal::derive(move || item.with(|one| (day.get)(&one.as_ref()?.plan)));
        let commit = move |to| {
            page.change(id, |one| (day.set)(&mut one.plan, to));
        };
        view! { <DateField label value on_commit=commit /> }
    };
    let warnings = move || item.with(|one| one.as_ref().map(|one| warnings(page, one)));
    let ids = Memo::new(move |_| {
        item.with(|one| {
            let channels = one.as_ref().map(|one| one.plan.channels.as_slice()).unwrap_or_default();
            channels.iter().map(|channel| channel.id).collect::<Vec<_>>()
        })
    });
    let sum = move || {
        let sum = item.with(|one| budget(&one.as_ref()?.plan));
        sum.map(|sum| (t.budget_sum)(&format::money_whole(sum)))
    };
    let add = move |()| {
        let channel =
            Channel { id: new_id(), name: String::new(), budget: None, extra: Extra::new() };
        page.change(id, |one| one.plan.channels.push(channel));
    };
    let set_strategy = move |text: String| {
        page.write(id, "launch.items.plan.strategy", None, |one| one.plan.strategy = text);
    };
    let set_how = move |text: String| {
        page.write(id, "launch.items.plan.ready_how", None, |one| one.plan.ready_how = text);
    };
    view! {
        <Section title=t.plan>
            <div class="fields">
                {day(t.ready_by, PlanDay { get: |one| one.ready_by, set: |one, day| one.ready_by = day })}
                {day(t.launch_on, PlanDay { get: |one| one.launch_on, set: |one, day| one.launch_on = day })}
                {day(t.trial_from, PlanDay { get: |one| one.trial_from, set: |one, day| one.trial_from = day })}
                {day(t.trial_to, PlanDay { get: |one| one.trial_to, set: |one, day| one.trial_to = day })}
            </div>
            <p class="alert-text small" role="status">{warnings}</p>
            <div class="launch-areas">
                <TextArea label=t.strategy rows=2 value=text(|one| &one.strategy) on_commit=set_strategy />
                <TextArea label=t.ready_how rows=2 value=text(|one| &one.ready_how) on_commit=set_how />
            </div>
            <h3>{t.channels}</h3>
            <ul class="launch-rows">
                <For each=move || ids.get() key=|channel| *channel let:channel>
                    <Line page id channel />
                </For>
            </ul>
            <div class="row">
                <Button icon=IconName::Plus on_press=add>
                    {t.add_channel}
                </Button>
                <span class="muted small">{sum}</span>
            </div>
        </Section>
    }
}

/// Days that do not fit together.
fn warnings(page: Page, item: &NewItem) -> String {
    let t = page.t;
    let mut lines = Vec::new();
    let Some(launch_on) = item.plan.launch_on else { return String::new() };
    if let Some(day) = item.plan.ready_by.filter(|day| launch_on < *day) {
        lines.push((t.late)(&format::day_medium(day, page.locale)));
    }
    let goods = soonest(item, page.today).filter(|_| item.product.is_none());
    if let Some(day) = goods.filter(|day| launch_on < *day) {
        lines.push((t.goods_late)(&format::day_medium(day, page.locale)));
    }
    lines.join(" ")
}

#[component]
fn Line(page: Page, id: Id, channel: Id) -> impl IntoView {
    let t = page.t;
    let item = page.item(id);
    let of = move |one: &NewItem| list::find(&one.plan.channels, channel).cloned();
    let now = Memo::new(move |_| item.with(|one| of(one.as_ref()?)));
    let place = Memo::new(move |_| {
        item.with(|one| {
            let channels = one.as_ref().map(|one| one.plan.channels.as_slice()).unwrap_or_default();
            channels.iter().position(|one| one.id == channel).map_or(0, |at| at + 1)
        })
    });
    let name = Signal::derive(move || {
        now.with(|one| one.as_ref().map(|one| one.name.clone())).unwrap_or_default()
    });
    let budget = Signal::derive(move || now.with(|one| one.as_ref()?.budget));
    let rename = move |text: String| {
        page.write(id, "launch.items.plan.channels.name", Some(channel), |one| {
            if let Ok(line) = list::find_mut(&mut one.plan.channels, channel) {
                line.name = text;
            }
        });
    };
    let spend = move |budget| {
        page.change(id, |one| {
            if let Ok(line) = list::find_mut(&mut one.plan.channels, channel) {
                line.budget = budget;
            }
        });
    };
    let remove = move |()| {
        page.change(id, |one| one.plan.channels.retain(|line| line.id != channel));
    };
    let label = move |words: fn(usize) -> String| Signal::derive(move || words(place.get()));
    view! {
        <li class="launch-row">
            <TextField label=label(t.channel_n) is_bare=true value=name placeholder=t.channel on_commit=rename />
            <MoneyField label=label(t.budget_n) is_bare=true value=budget on_commit=spend />
            <IconButton icon=IconName::Delete label=label(t.remove_channel) on_press=remove />
        </li>
    }
}
