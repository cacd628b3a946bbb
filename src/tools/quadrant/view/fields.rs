//! The four fields with their actions, the cuts, and what has moved.

use leptos::prelude::*;

use crate::base::link::{Link, LinkKind};
use crate::base::ratio::Ratio;
use crate::knowledge::life_quadrant::{LifeField, WATCH_DAYS};
use crate::platform::random::new_id;
use crate::tools::quadrant::calc::Placed;
use crate::tools::quadrant::edit::QuadrantEdit;
use crate::tools::quadrant::model::CutBy;
use crate::tools::quadrant::text::cut_by;
use crate::tools::quadrant::view::state::Page;
use crate::ui::{Button, ButtonKind, CountField, RatioField, Section, Select, Tag, TextArea, Tone};
use crate::workbook::edit::Edit;
use crate::workbook::make;

/// The longest title of a task, in characters.
const MAX_TITLE: usize = 300;
/// How many items that moved are listed.
const MAX_MOVED: usize = 12;

/// The fields.
#[component]
pub fn Fields(page: Page) -> impl IntoView {
    let all = LifeField::ALL.map(|field| view! { <One page field /> });
    view! { <Section title=page.t.fields>{all}</Section> }
}

/// What is to be done with an item, as a task says it.
fn title(page: Page, id: &str, field: LifeField) -> String {
    let action = page.section.with(|section| section.action(field, page.locale));
    let title = (page.t.task)(&page.name(id), &action);
    title.chars().take(MAX_TITLE).collect()
}

#[component]
fn One(page: Page, field: LifeField) -> impl IntoView {
    let (t, row) = (page.t, field.row());
    let ids = Memo::new(move |_| {
        page.map.with(|map| {
            let items = map.iter().flat_map(|map| &map.items);
            items.filter(|item| item.field == field).map(|item| item.id.clone()).collect::<Vec<_>>()
        })
    });
    let open = page.store.select(move |wb| {
        let ids = ids.get().into_iter();
        ids.filter(|id| !wb.has_open_task(&title(page, id, field))).collect::<Vec<String>>()
    });
    let make = move |()| {
        let edit = |id: &String| {
            let title = untrack(|| title(page, id, field));
            match page.products.with_untracked(|all| all.get(id).map(|(id, _)| *id)) {
                Some(id) => make::task(new_id(), title, Link::new(LinkKind::Product, id)),
                None => make::own_task(new_id(), title),
            }
        };
        let edits: Vec<Edit> = open.get_untracked().iter().map(edit).collect();
        let n = edits.len();
        if n != 0 && page.edit(Edit::All(edits)) {
            page.say_undoable((t.made)(n));
        }
    };
    let name = row.name(page.locale);
    let first = row.first(page.locale);
    let is_empty = Memo::new(move |_| ids.with(Vec::is_empty));
    let is_open = RwSignal::new(false);
    let own =
        Signal::derive(move || page.section.with(|section| section.own_action(field).to_owned()));
    let is_own = Memo::new(move |_| !own.read().trim().is_empty());
    let write = move |text: String| {
        page.edit(QuadrantEdit::Action(field, text));
    };
    let watched = move || {
        if field != LifeField::Watch {
            return None;
        }
        let days = page.section.with(|section| section.watch_days);
        let is_over = |id: &String| {
            page.stays.with(|all| all.get(id).is_some_and(|stay| days as usize <= stay.n_days))
        };
        let n = ids.with(|ids| ids.iter().filter(|id| is_over(id)).count());
        (n != 0).then(|| (t.watched)(n, days))
    };
    view! {
        <section class="quadrant-field" data-kind=(field as usize).to_string()>
            <h3>
                <span class="quadrant-mark" aria-hidden="true"></span>
                {name}
                <span class="quadrant-count">{move || (t.n_items)(ids.with(Vec::len))}</span>
            </h3>
            <p>
                {move || page.section.with(|section| section.action(field, page.locale))} " "
                <Show when=move || is_own.get()>
                    <Tag tone=Tone::Plain>{t.own}</Tag>
                </Show>
            </p>
            {(!first.is_empty()).then(|| view! { <p class="muted small">{first}</p> })}
            {move || watched().map(|words| view! { <p class="small">{words}</p> })}
            <Show when=move || is_open.get()>
                <TextArea
                    label=(t.rewrite_label)(name)
                    rows=2
                    value=own
                    on_commit=write
                />
                {(field == LifeField::Watch).then(|| view! { <WatchDays page /> })}
            </Show>
            <p class="row">
                <Button
                    kind=ButtonKind::Link
                    disabled=Signal::derive(move || open.read().is_empty())
                    on_press=make
                >
                    {move || {
                        if open.read().is_empty() && !is_empty.get() {
                            t.all_made
                        } else {
                            t.make_tasks
                        }
                    }}
                </Button>
                <Button
                    kind=ButtonKind::Link
                    on_press=move |()| is_open.update(|open| *open = !*open)
                >
                    {move || if is_open.get() { t.rewrite_done } else { t.rewrite }}
                </Button>
                <Show when=move || is_own.get()>
                    <Button kind=ButtonKind::Link on_press=move |()| write(String::new())>
                        {t.usual}
                    </Button>
                </Show>
            </p>
        </section>
    }
}

/// For how long an item keeps its slot.
#[component]
fn WatchDays(page: Page) -> impl IntoView {
    let value =
        Signal::derive(move || Some(i64::from(page.section.with(|section| section.watch_days))));
    let set = move |days: Option<i64>| {
        let days = days.map_or(WATCH_DAYS, |days| u32::try_from(days).unwrap_or(0));
        page.edit(QuadrantEdit::WatchDays(days));
    };
    view! { <CountField label=page.t.watch_days unit=page.t.unit_days value on_commit=set /> }
}

/// What decides where the axes are cut, and the numbers.
#[component]
pub fn Cuts(page: Page) -> impl IntoView {
    view! {
        <Section title=page.t.cuts>
            <div class="quadrant-pair">
                <Rule page is_traffic=true />
                <Rule page is_traffic=false />
            </div>
        </Section>
    }
}

#[component]
fn Rule(page: Page, is_traffic: bool) -> impl IntoView {
    let t = page.t;
    let axis = if is_traffic { t.visitors } else { t.rate };
    let options: Vec<String> =
        CutBy::ALL.iter().map(|by| cut_by(*by, page.locale).to_owned()).collect();
    let selected = Signal::derive(move || {
        page.section.with(|section| {
            let rule = if is_traffic { &section.traffic } else { &section.rate };
            CutBy::ALL.iter().position(|by| *by == rule.by).unwrap_or(0)
        })
    });
    let choose = move |idx: usize| {
        let by = CutBy::ALL[idx.min(CutBy::ALL.len() - 1)];
        page.edit(QuadrantEdit::CutBy { is_traffic, by });
    };
    let cut = move || {
        page.map.with(|map| {
            let cuts = map.as_ref()?.cuts;
            if is_traffic { cuts.traffic } else { cuts.rate }
        })
    };
    let set = move |value: Option<i64>| {
        page.edit(QuadrantEdit::CutAt { is_traffic, value });
    };
    let label = (t.cut_value)(axis);
    let field = if is_traffic {
        view! { <CountField label value=Signal::derive(cut) on_commit=set /> }.into_any()
    } else {
        let ratio = |bp: i64| Ratio::from_bp(i32::try_from(bp).unwrap_or(i32::MAX));
        let value = Signal::derive(move || cut().map(ratio));
        let commit = move |share: Option<Ratio>| set(share.map(|share| share.bp().into()));
        view! { <RatioField label value on_commit=commit /> }.into_any()
    };
    view! {
        <div class="stack">
            <Select label=(t.cut_by)(axis) options selected on_select=choose />
            {field}
        </div>
    }
}

/// Items that have changed their field since the time before.
#[component]
pub fn Moved(page: Page) -> impl IntoView {
    let t = page.t;
    let lines = move || {
        page.map.with(|map| {
            let Some(map) = map else { return ().into_any() };
            if map.before.is_none() {
                return view! { <p class="muted">{t.moved_no_before}</p> }.into_any();
            }
            let lines: Vec<_> = map.moved().take(MAX_MOVED).map(|item| line(page, item)).collect();
            if lines.is_empty() {
                return view! { <p class="muted">{t.moved_none}</p> }.into_any();
            }
            view! { <ul class="quadrant-moved">{lines}</ul> }.into_any()
        })
    };
    let note = Signal::derive(move || {
        page.map
            .with(|map| map.as_ref().map_or(String::new(), |map| (t.n_items)(map.moved().count())))
    });
    view! {
        <Section title=t.moved note>
            {lines}
        </Section>
    }
}

fn line(page: Page, item: &Placed) -> impl IntoView + use<> {
    let old = item.before.map_or(item.field, |old| old.field);
    let name = |field: LifeField| field.row().name(page.locale);
    let (id, called) = (item.id.clone(), page.name(&item.id));
    view! {
        <li>
            <Button kind=ButtonKind::Link on_press=move |()| page.chosen.set(Some(id.clone()))>
                {called}
            </Button>
            <span class="small">{(page.t.moved_line)(name(old), name(item.field))}</span>
        </li>
    }
}
