//! TOWS: entries are paired into strategies, and what is left over is named.

use leptos::prelude::*;

use crate::base::day::Day;
use crate::base::id::Id;
use crate::base::link::{Link, LinkKind};
use crate::facts::metric::SHOP_DAY;
use crate::i18n::format;
use crate::i18n::metric::{metric_name, name_of};
use crate::platform::clock;
use crate::platform::random::new_id;
use crate::tools::swot::calc::{self, Coded, Way, twice};
use crate::tools::swot::edit::{StrategyField, SwotEdit};
use crate::tools::swot::model::{Progress, Strategy};
use crate::tools::swot::view::state::Page;
use crate::ui::{
    Button, ButtonKind, Checkbox, DateField, Dialog, Icon, IconName, Menu, MenuItem, Section,
    Select, TextField, anchor,
};

/// The strategy that is being written: whether it is new, and what it says so far.
#[derive(Clone, Copy)]
pub struct Draft {
    /// Whether the dialog is open.
    pub open: RwSignal<bool>,
    strategy: RwSignal<Strategy>,
    /// Whether the sentence is still the template's.
    is_template: RwSignal<bool>,
}

impl Draft {
    /// Nothing is written.
    pub fn new() -> Self {
        let empty = Strategy::new(Id::from_bits(0), String::new(), Vec::new());
        Self {
            open: RwSignal::new(false),
            strategy: RwSignal::new(empty),
            is_template: RwSignal::new(true),
        }
    }

    /// Begins a new strategy.
    pub fn begin(self) {
        self.strategy.set(Strategy::new(new_id(), String::new(), Vec::new()));
        self.is_template.set(true);
        self.open.set(true);
    }

    /// Opens one that is there.
    fn edit(self, strategy: Strategy) {
        self.strategy.set(strategy);
        self.is_template.set(false);
        self.open.set(true);
    }
}

/// The strategies by their way, and what they leave.
#[component]
pub fn Tows(page: Page, draft: Draft) -> impl IntoView {
    let t = page.t;
    let note = Signal::derive(move || {
        page.swot.with(|swot| (t.tows_note)(swot.strategies.len(), &calc::coverage(swot)))
    });
    let more = move || {
        view! {
            <Button kind=ButtonKind::Link on_press=move |()| draft.begin()>{t.pair}</Button>
        }
    };
    let groups = move || {
        page.swot.with(|swot| {
            let mut groups = Vec::new();
            for way in Way::ALL {
                let rows = calc::strategies(swot, way);
                if !rows.is_empty() {
                    groups.push(view! { <WayGroup page draft way rows /> });
                }
            }
            groups
        })
    };
    view! {
        <Section title=t.tows note more>
            <table class="table swot-tows">
                <thead>
                    <tr>
                        {t.tows_head.map(|head| view! { <th scope="col">{head}</th> })}
                        <th scope="col"><span class="visually-hidden">{t.edit}</span></th>
                    </tr>
                </thead>
                {groups}
            </table>
            <p class="muted" hidden=move || page.swot.with(|swot| !swot.strategies.is_empty())>
                {t.no_strategies}
            </p>
            <Left page />
        </Section>
        <DraftDialog page draft />
    }
}

#[component]
fn WayGroup(
    page: Page,
    draft: Draft,
    way: Way,
    rows: Vec<(Vec<String>, Strategy)>,
) -> impl IntoView {
    let t = page.t;
    view! {
        <tbody>
            <tr class="swot-way">
                <th colspan="6" scope="rowgroup">
                    <b>{way.letters()}</b>
                    " "
                    {(t.way)(way)}
                </th>
            </tr>
            {rows
                .into_iter()
                .map(|(codes, strategy)| view! { <StrategyRow page draft codes strategy /> })
                .collect_view()}
        </tbody>
    }
}

#[component]
fn StrategyRow(page: Page, draft: Draft, codes: Vec<String>, strategy: Strategy) -> impl IntoView {
    let t = page.t;
    let is_ended = matches!(strategy.status, Progress::Done | Progress::Dropped);
    let is_due = !is_ended && strategy.due.is_some_and(|due| due <= clock::today());
    let due = strategy.due.map(|due| format::day_short(due, page.locale));
    let metric = strategy.metric.as_deref().map(|key| metric_name(key, page.locale).to_owned());
    let tags =
        codes.into_iter().map(|code| view! { <span class="tag">{code}</span> }).collect_view();
    let (id, title) = (strategy.id, strategy.text.clone());
    let opened = strategy.clone();
    let name = title.clone();
    let items = Signal::derive(move || {
        let (edited, title) = (opened.clone(), title.clone());
        let mut items = vec![
            MenuItem::new(t.edit, move || draft.edit(edited.clone())).with_icon(IconName::Edit),
        ];
        for status in Progress::ALL {
            let set = move || {
                page.edit(SwotEdit::SetStrategy { id, field: StrategyField::Status(status) });
            };
            let item = MenuItem::new((t.status_name)(status), set);
            items.push(item.checked(status == opened.status));
        }
        let link = Link::new(LinkKind::Strategy, id);
        items.push(MenuItem::new(t.make_task, move || page.make_task(title.clone(), link)));
        let remove = move || page.remove(link);
        items.push(MenuItem::new(t.remove, remove).with_icon(IconName::Delete));
        items
    });
    view! {
        <tr id=anchor(id) tabindex="-1">
            <td class="swot-tags">{tags}</td>
            <td data-wrap="">
                {strategy.text}
                {metric.map(|name| view! { <span class="swot-metric muted small">" → " {name}</span> })}
            </td>
            <td class="muted">{strategy.owner}</td>
            <td class=if is_due { "alert-text" } else { "muted" }>{due}</td>
            <td>
                <span class="tag" data-tone=(strategy.status == Progress::Doing).then_some("info")>
                    {(t.status_name)(strategy.status)}
                </span>
            </td>
            <td>
                <Menu label=(t.menu)(&name) items class="button button-quiet button-icon">
                    <Icon name=IconName::More />
                </Menu>
            </td>
        </tr>
    }
}

/// What no strategy uses or answers, what is said twice, and core competence.
#[component]
fn Left(page: Page) -> impl IntoView {
    let t = page.t;
    let coverage = Memo::new(move |_| {
        let coverage = page.swot.with(|swot| calc::coverage(swot));
        (coverage.unused, coverage.unanswered)
    });
    let list = move |unused: bool| {
        coverage.with(|(first, second)| {
            let rows = if unused { first } else { second };
            if rows.is_empty() {
                return view! { <span class="muted">{t.all_used}</span> }.into_any();
            }
            rows.iter()
                .map(|one| {
                    let title = one.entry.text.clone();
                    view! { <span class="tag" title=title>{one.code.clone()}</span> " " }
                })
                .collect_view()
                .into_any()
        })
    };
    let twice = move || {
        page.swot.with(|swot| {
            let found = twice::said_twice(swot);
            if found.is_empty() {
                return vec![t.not_twice.to_owned()];
            }
            let words = |one: &twice::Twice| {
                (t.twice_words)(&one.first.code, &one.second.code, one.likeness_bp / 100)
            };
            found.iter().take(5).map(words).collect()
        })
    };
    let core = Signal::derive(move || {
        page.swot.with(|swot| {
            let ids: Vec<Id> =
                swot.entries.iter().filter(|one| one.is_core).map(|one| one.id).collect();
            (t.competence_help)(&calc::codes(swot, &ids))
        })
    });
    view! {
        <dl class="swot-left">
            <dt>{t.unused}</dt>
            <dd>{move || list(true)}</dd>
            <dt>{t.unanswered}</dt>
            <dd>{move || list(false)}</dd>
            <dt>{t.twice}</dt>
            <dd>
                {move || twice().into_iter().map(|words| view! { <p>{words}</p> }).collect_view()}
            </dd>
        </dl>
        <TextField
            label=t.competence
            help=core
            value=Signal::derive(move || page.swot.with(|swot| swot.competence.clone()))
            on_commit=move |text| {
                page.edit(SwotEdit::SetCompetence(text));
            }
        />
    }
}

/// Writes a strategy.
#[component]
fn DraftDialog(page: Page, draft: Draft) -> impl IntoView {
    let t = page.t;
    let can_save = Signal::derive(move || {
        let is_paired = draft
            .strategy
            .with(|one| page.swot.with(|swot| calc::way(swot, &one.entries)) != Way::Unpaired);
        is_paired && draft.strategy.with(|one| !one.text.trim().is_empty())
    });
    let save = move |()| {
        if page.edit(SwotEdit::PutStrategy(draft.strategy.get_untracked())) {
            draft.open.set(false);
        }
    };
    let actions = move || {
        view! {
            <Button on_press=move |()| draft.open.set(false)>{t.cancel}</Button>
            <Button
                kind=ButtonKind::Primary
                disabled=Signal::derive(move || !can_save.get())
                on_press=save
            >
                {t.save}
            </Button>
        }
    };
    view! {
        <Dialog title=t.strategy open=draft.open is_wide=true actions>
            <DraftFields page draft />
        </Dialog>
    }
}

#[component]
fn DraftFields(page: Page, draft: Draft) -> impl IntoView {
    let t = page.t;
    let strategy = draft.strategy;
    let toggle = move |id: Id, is_in: bool| {
        strategy.update(|one| {
            one.entries.retain(|entry| *entry != id);
            if is_in {
                one.entries.push(id);
            }
        });
        if draft.is_template.get_untracked() {
            let text = strategy.with_untracked(|one| template(page, &one.entries));
            strategy.update(|one| one.text = text);
        }
    };
    let choice = move |one: Coded| {
        let id = one.entry.id;
        let label = format!("{} {}", one.code, one.entry.text);
        view! {
            <Checkbox
                label
                checked=Signal::derive(move || strategy.with(|one| one.entries.contains(&id)))
                on_change=move |is_in| toggle(id, is_in)
            />
        }
    };
    let column = move |is_internal: bool| {
        let mut rows = page.store.with(|wb| calc::coded(&wb.swot));
        rows.retain(|one| one.entry.quadrant.is_internal() == is_internal);
        view! { <div class="swot-choices">{rows.into_iter().map(choice).collect_view()}</div> }
    };
    let mut metrics = vec![t.no_metric.to_owned()];
    metrics.extend(SHOP_DAY.iter().map(|metric| name_of(metric, page.locale).to_owned()));
    let metric_at = move || {
        strategy.with(|one| {
            let key = one.metric.as_deref();
            key.and_then(|key| SHOP_DAY.iter().position(|row| row.key == key))
                .map_or(0, |at| at + 1)
        })
    };
    let set_metric = move |idx: usize| {
        let metric =
            idx.checked_sub(1).and_then(|idx| SHOP_DAY.get(idx)).map(|row| row.key.to_owned());
        strategy.update(|one| one.metric = metric);
    };
    let set_due = move |due: Option<Day>| strategy.update(|one| one.due = due);
    let set_text = move |text: String| {
        draft.is_template.set(false);
        strategy.update(|one| one.text = text);
    };
    view! {
        <p class="muted">{t.pair_note}</p>
        <fieldset class="swot-pairs">
            <legend class="visually-hidden">{t.pairs}</legend>
            {column(true)}
            {column(false)}
        </fieldset>
        <TextField
            label=t.strategy
            value=Signal::derive(move || strategy.with(|one| one.text.clone()))
            on_commit=set_text
            error=page.refused
        />
        <div class="fields">
            <TextField
                label=t.owner
                value=Signal::derive(move || strategy.with(|one| one.owner.clone()))
                on_commit=move |owner| strategy.update(|one| one.owner = owner)
            />
            <DateField
                label=t.due
                value=Signal::derive(move || strategy.with(|one| one.due))
                on_commit=set_due
            />
            <Select
                label=t.metric
                options=metrics
                selected=Signal::derive(metric_at)
                on_select=set_metric
            />
        </div>
    }
}

/// The sentence that a strategy begins as, from what it pairs.
fn template(page: Page, ids: &[Id]) -> String {
    page.store.with(|wb| {
        let (mut ours, mut outside) = (Vec::new(), Vec::new());
        for code in calc::codes(&wb.swot, ids) {
            if code.starts_with(['S', 'W']) {
                ours.push(code);
            } else {
                outside.push(code);
            }
        }
        (page.t.template)(&ours, &outside)
    })
}
