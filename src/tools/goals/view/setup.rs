//! The set-up: how much, in what, and (in the dialog) shape, levels, events.

use leptos::prelude::*;

use crate::base::money::Money;
use crate::base::ratio::Ratio;
use crate::i18n::use_locale;
use crate::platform::random;
use crate::route::Route;
use crate::tools::goals::calc::page::learned::shape_of;
use crate::tools::goals::calc::page::setup::{Draft, Mode};
use crate::tools::goals::edit::GoalsEdit;
use crate::tools::goals::model::{GoalUnit, Scenarios, Shape};
use crate::tools::goals::text::{names, setup};
use crate::tools::goals::view::learn::{Learn, learned, put_uplifts};
use crate::tools::goals::view::shape::ShapeForm;
use crate::tools::goals::view::state::Page;
use crate::ui::{
    Button, ButtonKind, Checkbox, CountField, Dialog, EmptyState, LinkButton, MoneyField,
    RatioField, Section, Segmented, use_toasts,
};
use crate::workbook::edit::Edit;

/// What a year without a plan shows: the form, and nothing else.
#[component]
pub fn FirstSetUp(page: Page) -> impl IntoView {
    let t = crate::tools::goals::text::text(use_locale());
    view! {
        <EmptyState title=t.empty_title>
            <p>{t.empty_body}</p>
            <p>{t.empty_history}</p>
            {move || {
                // Another year has another last year: the form begins anew.
                page.year.track();
                view! { <TargetForm page on_done=move |()| () /> }
            }}
        </EmptyState>
    }
}

/// Everything that shapes the plan, to change at any time.
#[component]
pub fn SetUpDialog(page: Page) -> impl IntoView {
    let t = setup::text(use_locale());
    let open = page.dialogs.set_up;
    let actions = move || {
        view! {
            <RemovePlan page />
            <Button on_press=move |()| open.set(false)>{t.close}</Button>
        }
    };
    view! {
        <Dialog title=t.title open actions is_wide=true>
            <TargetForm page on_done=move |()| open.set(false) />
            <Levels page />
            <Section title=t.shape_title note=t.shape_note.to_owned()>
                <ShapeForm page />
                <Learn page />
            </Section>
            <Section title=t.events_title note=t.events_note.to_owned()>
                <LinkButton href=Route::Events.href()>{t.to_events}</LinkButton>
            </Section>
            <p class="goals-note">{t.fiscal_note}</p>
        </Dialog>
    }
}

const UNITS: [GoalUnit; 2] = [GoalUnit::Sales, GoalUnit::Units];
const MODES: [Mode; 2] = [Mode::Amount, Mode::Growth];

/// The place of a choice among those that are offered; the first for one that is not.
fn place_of<T: PartialEq>(all: &[T], one: T) -> usize {
    all.iter().position(|other| *other == one).unwrap_or(0)
}

/// Sum of a fiscal year's sales or units, the days with a value, and all its days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct LastYear {
    total: Option<i64>,
    n_days: usize,
    of_days: usize,
}

/// Year, unit, and the target itself.
#[component]
fn TargetForm(page: Page, #[prop(into)] on_done: Callback<()>) -> impl IntoView {
    let t = setup::text(use_locale());
    let last_year = move |year: i32, unit: GoalUnit| {
        page.store.with(|wb| {
            let span = wb.shop.cut().year(year - 1);
            let values: Vec<i64> = span.days().filter_map(|day| wb.actual(unit, day)).collect();
            LastYear {
                total: (!values.is_empty()).then(|| values.iter().sum()),
                n_days: values.len(),
                of_days: span.n_days(),
            }
        })
    };
    let plan = page.plan.get_untracked();
    let year = page.year.get_untracked();
    let unit = plan.as_ref().map_or(GoalUnit::Sales, |plan| plan.unit);
    let full = Some(last_year(year, unit)).filter(|last| last.n_days == last.of_days);
    let full = full.and_then(|last| last.total);
    let draft = RwSignal::new(match &plan {
        Some(plan) => Draft::of(plan, full),
        None => Draft::new(year, full),
    });
    let change = move |change: &dyn Fn(&mut Draft)| draft.update(change);
    let set_unit = move |unit: GoalUnit| {
        let base = last_year(draft.with_untracked(|draft| draft.year), unit).total;
        change(&|draft| *draft = Draft { unit, amount: None, base, ..draft.clone() });
    };
    let is_new_unit =
        move || draft.with(|draft| page.plan.get().is_some_and(|plan| plan.unit != draft.unit));
    let is_first = plan.is_none();
    let can_learn = is_first && learned(page, unit).is_ok();
    let learns = RwSignal::new(can_learn);
    let is_missing = RwSignal::new(false);
    let save = move |()| {
        let unit = draft.with_untracked(|draft| draft.unit);
        let weights = learns.get_untracked().then(|| learned(page, unit).ok()).flatten();
        let shape = match &weights {
            Some(weights) => shape_of(weights),
            // A new year goes on with the shape of the last one that has a plan.
            None => page.store.with(|wb| {
                wb.goals.plans.last().map_or_else(Shape::default, |plan| plan.shape.clone())
            }),
        };
        let plan = page.plan.get_untracked();
        let edit =
            draft.with_untracked(|draft| draft.edit(plan.as_deref(), random::new_id(), shape));
        is_missing.set(edit.is_none());
        let Some(edit) = edit else { return };
        let edits = weights.map(|weights| put_uplifts(page, &weights)).into_iter();
        if page.edit(Edit::All(edits.chain([edit.into()]).collect())) {
            on_done.run(());
        }
    };
    view! {
        <div class="goals-form">
            <div class="row">
                <Segmented
                    label=t.unit
                    options=vec![t.unit_sales.to_owned(), t.unit_units.to_owned()]
                    selected=Signal::derive(move || place_of(&UNITS, draft.with(|draft| draft.unit)))
                    on_select=move |idx: usize| set_unit(UNITS[idx.min(1)])
                />
                <Segmented
                    label=t.mode
                    options=vec![t.mode_amount.to_owned(), t.mode_growth.to_owned()]
                    selected=Signal::derive(move || place_of(&MODES, draft.with(|draft| draft.mode)))
                    on_select=move |idx: usize| change(&|draft| draft.mode = MODES[idx.min(1)])
                />
            </div>
            <Show
                when=move || draft.with(|draft| draft.mode == Mode::Amount)
                fallback=move || view! { <GrowthFields draft last_year=move || {
                    let (year, unit) = draft.with(|draft| (draft.year, draft.unit));
                    last_year(year, unit)
                } /> }
            >
                <AmountField draft />
            </Show>
            <Show when=is_new_unit><p class="goals-note" data-tone="alert">{t.unit_changed}</p></Show>
            <Show when=move || can_learn>
                <Checkbox
                    label=t.learn_first
                    checked=learns
                    on_change=move |is_on| learns.set(is_on)
                />
            </Show>
            <p class="goals-note" data-tone="alert" role="alert" hidden=move || !is_missing.get()>
                {t.missing_amount}
            </p>
            <div class="goals-inline">
                <Button kind=ButtonKind::Primary on_press=save>
                    {if is_first { t.create } else { t.save }}
                </Button>
            </div>
        </div>
    }
}

/// The typed target in the form's unit.
#[component]
fn AmountField(draft: RwSignal<Draft>) -> impl IntoView {
    let t = setup::text(use_locale());
    let set = move |amount: Option<i64>| draft.update(|draft| draft.amount = amount);
    let set_money = move |amount: Option<Money>| set(amount.map(Money::fen));
    let amount = move || draft.with(|draft| draft.amount);
    move || match draft.with(|draft| draft.unit) {
        GoalUnit::Sales => view! {
            <MoneyField
                label=t.amount_yuan
                help=t.amount_hint
                value=Signal::derive(move || amount().map(Money::from_fen_clamped))
                on_commit=set_money
            />
        }
        .into_any(),
        GoalUnit::Units => view! {
            <CountField
                label=t.amount_units
                help=t.amount_hint
                value=Signal::derive(amount)
                on_commit=set
            />
        }
        .into_any(),
    }
}

/// Last year's actual, growth, and what they come to.
#[component]
fn GrowthFields(
    draft: RwSignal<Draft>,
    last_year: impl Fn() -> LastYear + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let locale = use_locale();
    let t = setup::text(locale);
    let set = move |base: Option<i64>| draft.update(|draft| draft.base = base);
    let set_money = move |base: Option<Money>| set(base.map(Money::fen));
    let set_growth = move |growth: Option<Ratio>| {
        draft.update(|draft| draft.growth = growth.unwrap_or_default());
    };
    let base = move || draft.with(|draft| draft.base);
    let from = move || {
        let last = last_year();
        let year = draft.with(|draft| draft.year - 1);
        match last.total {
            Some(_) => (t.base_from)(year, last.n_days, last.of_days),
            None => (t.base_none)(year),
        }
    };
    let field = move || match draft.with(|draft| draft.unit) {
        GoalUnit::Sales => view! {
            <MoneyField
                label=t.base_yuan
                value=Signal::derive(move || base().map(Money::from_fen_clamped))
                on_commit=set_money
            />
        }
        .into_any(),
        GoalUnit::Units => view! {
            <CountField label=t.base_units value=Signal::derive(base) on_commit=set />
        }
        .into_any(),
    };
    let result = move || {
        draft.with(|draft| {
            let total = draft.target()?.total();
            Some((t.growth_result)(&names::exact(total, draft.unit, locale)))
        })
    };
    view! {
        <div class="goals-pair">
            {field}
            <RatioField
                label=t.growth
                value=Signal::derive(move || Some(draft.with(|draft| draft.growth)))
                on_commit=set_growth
            />
        </div>
        <p class="goals-note">{from}</p>
        <p><b>{result}</b></p>
    }
}

/// What 保底 and 冲刺 are.
#[component]
fn Levels(page: Page) -> impl IntoView {
    let t = setup::text(use_locale());
    let levels = Memo::new(move |_| {
        page.plan.get().map_or_else(Scenarios::default, |plan| plan.scenarios.clone())
    });
    let set = move |scenarios: Scenarios| {
        page.edit(GoalsEdit::SetScenarios { year: page.year.get_untracked(), scenarios });
    };
    let default = Scenarios::default();
    let (floor, stretch) = (default.floor, default.stretch);
    let set_floor = move |v: Option<Ratio>| {
        set(Scenarios { floor: v.unwrap_or(floor), ..levels.get_untracked() });
    };
    let set_stretch = move |v: Option<Ratio>| {
        set(Scenarios { stretch: v.unwrap_or(stretch), ..levels.get_untracked() });
    };
    view! {
        <Section title=t.levels_title>
            <div class="goals-pair">
                <RatioField
                    label=t.floor_share
                    value=Signal::derive(move || Some(levels.with(|levels| levels.floor)))
                    on_commit=set_floor
                />
                <RatioField
                    label=t.stretch_share
                    value=Signal::derive(move || Some(levels.with(|levels| levels.stretch)))
                    on_commit=set_stretch
                />
            </div>
        </Section>
    }
}

/// Throws the year's plan away; the toast takes it back.
#[component]
fn RemovePlan(page: Page) -> impl IntoView {
    let t = setup::text(use_locale());
    let toasts = use_toasts();
    let remove = move |()| {
        let year = page.year.get_untracked();
        page.dialogs.set_up.set(false);
        if page.edit(GoalsEdit::RemovePlan { year }) {
            toasts.say_with((t.removed_plan)(year), t.undo, move || {
                page.store.undo();
            });
        }
    };
    view! { <Button on_press=remove>{t.remove_plan}</Button> }
}
