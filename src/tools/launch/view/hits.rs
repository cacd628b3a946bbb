//! How far products are built into bestsellers (T-49): thirteen steps a product.

use leptos::prelude::*;

use crate::base::extra::Extra;
use crate::base::id::Id;
use crate::knowledge::hits::{HIT_STEPS, HitStepKind};
use crate::platform::random::new_id;
use crate::tools::launch::calc::season::progress;
use crate::tools::launch::edit::LaunchEdit;
use crate::tools::launch::model::{HitPlan, HitStep};
use crate::tools::launch::text::pick;
use crate::tools::launch::text::season::text;
use crate::tools::launch::view::state::Page;
use crate::ui::{Button, DateField, IconName, Message, NewLine, Section, Select, TextField};
use crate::workbook::products::new_product;

/// The list of a product that is chosen.
#[component]
pub fn Hits(page: Page) -> impl IntoView {
    let t = text(page.locale);
    let products = page.store.select(|wb| wb.product_names());
    let first = page.section.with_untracked(|section| section.hits.first().map(|one| one.product));
    let chosen = RwSignal::new(first);
    let options = Signal::derive(move || {
        let names = products.get().into_iter().map(|(_, name)| name);
        [t.choose.to_owned()].into_iter().chain(names).collect::<Vec<_>>()
    });
    let selected = Signal::derive(move || {
        let id = chosen.get();
        let at = products.with(|all| all.iter().position(|(one, _)| Some(*one) == id));
        at.map_or(0, |at| at + 1)
    });
    let choose = move |at: usize| {
        let id = products.with_untracked(|all| Some(all.get(at.checked_sub(1)?)?.0));
        chosen.set(id);
    };
    let is_there = Memo::new(move |_| {
        let id = chosen.get()?;
        products.with(|all| all.iter().any(|(one, _)| *one == id)).then_some(id)
    });
    let is_empty = Memo::new(move |_| products.with(Vec::is_empty));
    let is_adding = RwSignal::new(false);
    let add = move |name: String| {
        let id = new_id();
        let is_added = page.edit(new_product(id, name));
        if is_added {
            chosen.set(Some(id));
        }
        is_added
    };
    let more = move || {
        view! {
            <Button icon=IconName::Plus on_press=move |()| is_adding.set(true)>
                {t.add_product}
            </Button>
        }
    };
    view! {
        <Section title=t.hits note=t.hits_note more>
            <Show when=move || is_adding.get()>
                <NewLine label=t.add_product.to_owned() is_adding on_add=add />
            </Show>
            <p class="muted" hidden=move || !is_empty.get()>{t.no_products}</p>
            <div class="launch-enough" hidden=move || is_empty.get()>
                <Select label=t.product options selected on_select=choose />
            </div>
            {move || is_there.get().map(|product| view! { <List page product /> })}
        </Section>
    }
}

#[component]
fn List(page: Page, product: Id) -> impl IntoView {
    let t = text(page.locale);
    let plan = Memo::new(move |_| plan_of(page, product));
    let state = move || {
        let (n_done, next) = plan.with(progress);
        let next = next.and_then(|key| HIT_STEPS.iter().find(|step| step.key == key));
        let next =
            next.map_or(t.all_done.to_owned(), |step| (t.next)(pick(step.name, page.locale)));
        format!("{} · {next}", (t.progress)(n_done, HIT_STEPS.len()))
    };
    let is_traffic = page.store.select(move |wb| wb.draws_visitors(product));
    view! {
        <p role="status">{state}</p>
        <Show when=move || is_traffic.get()>
            <Message>{t.traffic}</Message>
        </Show>
        <div class="table-scroll" role="group" tabindex="0" aria-label=t.hits>
            <table class="table launch-hits">
                <thead>
                    <tr>
                        <th scope="col">{t.step}</th>
                        <th scope="col">{t.done_on}</th>
                        <th scope="col">{t.owner}</th>
                        <th scope="col">{t.before}</th>
                        <th scope="col">{t.after}</th>
                    </tr>
                </thead>
                <tbody>
                    {HIT_STEPS
                        .iter()
                        .map(|kind| view! { <Row page plan kind /> })
                        .collect_view()}
                </tbody>
            </table>
        </div>
    }
}

fn plan_of(page: Page, product: Id) -> HitPlan {
    let found = page
        .section
        .with(|section| section.hits.iter().find(|one| one.product == product).cloned());
    found.unwrap_or(HitPlan { product, steps: Vec::new(), extra: Extra::new() })
}

#[component]
fn Row(page: Page, plan: Memo<HitPlan>, kind: &'static HitStepKind) -> impl IntoView {
    let t = text(page.locale);
    let (name, metric) = (pick(kind.name, page.locale), pick(kind.metric, page.locale));
    let step = Memo::new(move |_| {
        plan.with(|plan| plan.steps.iter().find(|step| step.key == kind.key).cloned())
    });
    let change = move |change: &dyn Fn(&mut HitStep)| {
        let mut now = plan.get_untracked();
        let place = now.steps.iter().position(|step| step.key == kind.key);
        let place = place.unwrap_or_else(|| {
            now.steps.push(HitStep::new(kind.key.to_owned()));
            now.steps.len() - 1
        });
        change(&mut now.steps[place]);
        now.steps.retain(|step| !step.is_blank());
        page.edit(LaunchEdit::PutHits { plan: now, step: kind.key });
    };
    let words = move |look: fn(&HitStep) -> &String| {
        Signal::derive(move || {
            step.with(|step| step.as_ref().map(|step| look(step).clone())).unwrap_or_default()
        })
    };
    let day = Signal::derive(move || step.with(|step| step.as_ref()?.done_on));
    let label = move |field: &'static str| (t.of_step)(field, name);
    view! {
        <tr>
            <th scope="row" data-wrap="">
                {name}
                <span class="launch-metric muted small">{metric}</span>
            </th>
            <td>
                <DateField
                    label=label(t.done_on)
                    is_bare=true
                    value=day
                    on_commit=move |day| change(&|step| step.done_on = day)
                />
            </td>
            <td>
                <TextField
                    label=label(t.owner)
                    is_bare=true
                    value=words(|step| &step.owner)
                    on_commit=move |text: String| change(&|step| step.owner.clone_from(&text))
                />
            </td>
            <td>
                <TextField
                    label=label(t.before)
                    is_bare=true
                    value=words(|step| &step.before)
                    on_commit=move |text: String| change(&|step| step.before.clone_from(&text))
                />
            </td>
            <td>
                <TextField
                    label=label(t.after)
                    is_bare=true
                    value=words(|step| &step.after)
                    on_commit=move |text: String| change(&|step| step.after.clone_from(&text))
                />
            </td>
        </tr>
    }
}
