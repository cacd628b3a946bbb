//! What a period's target takes: visitors, conversion, order value, buyers, advertising.

use leptos::prelude::*;

use crate::base::edit::EditError;
use crate::base::locale::Locale;
use crate::base::money::Money;
use crate::base::ratio::Ratio;
use crate::base::span::Span;
use crate::i18n::{format, use_locale};
use crate::tools::goals::calc::funnel::{Funnel, FunnelError, Held, Member};
use crate::tools::goals::calc::needs::Source;
use crate::tools::goals::calc::page::needs::{
    PeriodNeeds, funnel_edits, history, period_needs, visitors_daily,
};
use crate::tools::goals::edit::GoalsEdit;
use crate::tools::goals::model::{GoalUnit, MonthRates, RatePeriod, Scenario};
use crate::tools::goals::text::{Text, text};
use crate::tools::goals::view::needs_period::{first_period, period_name, periods};
use crate::tools::goals::view::state::{Page, Trouble};
use crate::ui::{CountField, MoneyField, RatioField, Section, Select};
use crate::workbook::edit::Edit;

/// What the block looks at.
#[derive(Clone, Copy)]
struct Block {
    page: Page,
    period: Memo<RatePeriod>,
    needs: Memo<Option<PeriodNeeds>>,
    planned: Memo<MonthRates>,
    /// The days that history speaks by.
    history: Memo<Option<Span>>,
    /// Visitors a day so far.
    daily: Memo<Option<i64>>,
    held: RwSignal<Held>,
    problem: RwSignal<Option<&'static str>>,
}

/// The block for one period; nothing for a plan in pieces, whose target has no order value.
#[component]
pub fn Needs(page: Page) -> impl IntoView {
    let locale = use_locale();
    let t = text(locale);
    let chosen = RwSignal::new(None::<RatePeriod>);
    let all = Memo::new(move |_| periods(page));
    let period = Memo::new(move |_| {
        let all = all.read();
        let chosen = chosen.get().filter(|chosen| all.contains(chosen));
        chosen.unwrap_or_else(|| first_period(page, &all))
    });
    let span = Memo::new(move |_| {
        let (year, cut) = (page.year.get(), page.cut.get());
        period.get().span(year, cut).unwrap_or_else(|| cut.year(year))
    });
    let planned = Memo::new(move |_| {
        let (plan, cut) = (page.plan.get(), page.cut.get());
        plan.map(|plan| plan.own_rates(period.get(), cut)).unwrap_or_default()
    });
    let month = move || span.get().from().month();
    let history = page.store.select(move |wb| history(&wb.facts, month()).span);
    let daily = page.store.select(move |wb| visitors_daily(&wb.facts, span.get()));
    let needs = Memo::new(move |_| {
        page.later.with(|table| period_needs(table.as_ref()?, period.get(), daily.get()))
    });
    // Visitors that the period plans are held; the sales are its target.
    let held_by = |own: &MonthRates| {
        let visitors = own.visitors.is_some();
        Held { sales: true, visitors, ..Held::default() }
    };
    let held = RwSignal::new(planned.with_untracked(held_by));
    let problem = RwSignal::new(None);
    let block = Block { page, period, needs, planned, history, daily, held, problem };
    let note = Signal::derive(move || block.problem.get().unwrap_or(t.hold_note).to_owned());
    let options = move || all.read().iter().map(|one| period_name(*one, t, locale)).collect();
    let selected = move || all.read().iter().position(|one| *one == period.get()).unwrap_or(0);
    let select = move |idx: usize| {
        chosen.set(all.read_untracked().get(idx).copied());
        block.problem.set(None);
        held.set(planned.with_untracked(held_by));
    };
    view! {
        <Show when=move || page.unit() == GoalUnit::Sales>
            <Section title=t.needs_title note>
                <div class="goals-period">
                    <Select
                        label=t.needs_period
                        options=Signal::derive(options)
                        selected=Signal::derive(selected)
                        on_select=select
                    />
                </div>
                <FunnelRow block />
                <Derived block />
            </Section>
        </Show>
    }
}

/// Sales = visitors × conversion × order value, each editable, each holdable.
#[component]
fn FunnelRow(block: Block) -> impl IntoView {
    let locale = use_locale();
    let t = text(locale);
    let source = move |of: fn(&PeriodNeeds) -> Option<Source>| {
        block.needs.with(|needs| needs.as_ref().and_then(of)).map(|source| match source {
            Source::Planned => t.from_plan_back.to_owned(),
            Source::Setting => t.from_shop.to_owned(),
            Source::Around => t.from_around.to_owned(),
            Source::Parts => t.from_parts.to_owned(),
            Source::History => {
                let span = block.history.get();
                (t.from_history)(&span.map(|span| span_name(span, locale)).unwrap_or_default())
            }
        })
    };
    let funnel = move || block.needs.with(|needs| needs.as_ref().and_then(|needs| needs.funnel));
    let fen = move |member| funnel().map(|funnel| Money::from_fen_clamped(funnel.get(member)));
    let rates = move || block.needs.with(|needs| needs.as_ref().map(|needs| needs.rates));
    let cvr = move || funnel().map(|funnel| funnel.cvr).or_else(|| Some(rates()?.cvr?.value));
    let aov = move || fen(Member::Aov).or_else(|| Some(rates()?.aov?.value));
    let set = move |member, value| commit(block, member, value, t);
    let set_money =
        move |member| Callback::new(move |value: Option<Money>| set(member, value.map(Money::fen)));
    let set_cvr = move |value: Option<Ratio>| set(Member::Cvr, value.map(|cvr| cvr.bp().into()));
    let cvr_source = move || source(|needs| Some(needs.rates.cvr?.source));
    let aov_source = move || source(|needs| Some(needs.rates.aov?.source));
    view! {
        <div class="goals-funnel">
            <div class="goals-need">
                <MoneyField
                    label=t.gmv
                    value=Signal::derive(move || fen(Member::Sales))
                    on_commit=set_money(Member::Sales)
                />
                <HoldToggle block member=Member::Sales />
            </div>
            <span class="goals-operator" aria-hidden="true">"="</span>
            <div class="goals-need">
                <CountField
                    label=t.visitors
                    value=Signal::derive(move || funnel().map(|funnel| funnel.visitors))
                    on_commit=move |value| set(Member::Visitors, value)
                />
                <HoldToggle block member=Member::Visitors />
            </div>
            <span class="goals-operator" aria-hidden="true">"×"</span>
            <div class="goals-need">
                <RatioField
                    label=t.cvr
                    value=Signal::derive(cvr)
                    on_commit=set_cvr
                />
                <HoldToggle block member=Member::Cvr />
                <span class="goals-note">{cvr_source}</span>
            </div>
            <span class="goals-operator" aria-hidden="true">"×"</span>
            <div class="goals-need">
                <MoneyField
                    label=t.aov
                    value=Signal::derive(aov)
                    on_commit=set_money(Member::Aov)
                />
                <HoldToggle block member=Member::Aov />
                <span class="goals-note">{aov_source}</span>
            </div>
        </div>
    }
}

/// The days that history spoke for: `2025年11月`, `10月1日–21日`.
fn span_name(span: Span, locale: Locale) -> String {
    let month = span.from().month();
    if (span.from(), span.to()) == (month.first(), month.last()) {
        format::month_long(month, locale)
    } else {
        format::span_short(span, locale)
    }
}

/// Whether a number stays when another one is edited.
#[component]
fn HoldToggle(block: Block, member: Member) -> impl IntoView {
    let t = text(use_locale());
    let name = match member {
        Member::Sales => t.gmv,
        Member::Visitors => t.visitors,
        Member::Cvr => t.cvr,
        Member::Aov => t.aov,
    };
    let toggle = move |_| {
        block.held.update(|held| {
            let one = match member {
                Member::Sales => &mut held.sales,
                Member::Visitors => &mut held.visitors,
                Member::Cvr => &mut held.cvr,
                Member::Aov => &mut held.aov,
            };
            *one = !*one;
        });
    };
    view! {
        <label class="goals-hold">
            <input
                type="checkbox"
                prop:checked=move || block.held.get().holds(member)
                on:change=toggle
                aria-label=(t.hold)(name)
            />
            {t.held}
        </label>
    }
}

/// Buyers, advertising, and what the days left take.
#[component]
fn Derived(block: Block) -> impl IntoView {
    let locale = use_locale();
    let t = text(locale);
    let figures = move || {
        let needs = block.needs.get()?;
        let daily_now = block.daily.get();
        let name = period_name(block.period.get(), t, locale);
        let cap = needs.rates.ad_cap;
        let cap_source = match cap.source {
            Source::Planned => t.from_plan,
            Source::Around => t.from_around,
            Source::Parts => t.from_parts,
            Source::History | Source::Setting => t.from_shop,
        };
        let cap_note = format!("{} · {cap_source}", (t.of_target)(&format::percent1(cap.value)));
        Some(view! {
            <Figure
                label=t.buyers.to_owned()
                value=needs.whole.buyers.map_or_else(|| t.none.to_owned(), format::count)
                note=String::new()
            />
            <Figure
                label=t.ad_cap.to_owned()
                value=format::money_whole(needs.whole.ad_budget)
                note=cap_note
            />
            {needs.rest.map(|rest| {
                let visitors = match (rest.visitors_daily, daily_now) {
                    (Some(need), Some(now)) => {
                        (t.daily_so_far)(&format::count(need), &format::count(now))
                    }
                    (Some(need), None) => (t.daily)(&format::count(need)),
                    _ => t.none.to_owned(),
                };
                view! {
                    <Figure
                        label=(t.still_needed)(&name)
                        value=format::money_whole(rest.amount)
                        note=(t.n_days_daily)(rest.n_days, &format::money_whole(rest.daily))
                    />
                    <Figure label=t.visitors.to_owned() value=visitors note=String::new() />
                    {rest.cvr_at_same_visitors.map(|cvr| view! {
                        <Figure
                            label=t.same_visitors.to_owned()
                            value=format::percent(cvr)
                            note=t.cvr_needed.to_owned()
                        />
                    })}
                }
            })}
            {needs.funnel.is_none().then(|| view! { <p class="goals-note">{t.no_rates}</p> })}
        })
    };
    let ad_cap =
        move || block.needs.with(|needs| needs.as_ref().map(|needs| needs.rates.ad_cap.value));
    let set_ad_cap = move |value| {
        let rates = MonthRates { ad_cap: value, ..block.planned.get_untracked() };
        set_rates(block, rates);
    };
    view! {
        <div class="goals-derived">
            <dl class="goals-figures">{figures}</dl>
            <div class="goals-need">
                <RatioField label=t.ad_share value=Signal::derive(ad_cap) on_commit=set_ad_cap />
            </div>
        </div>
    }
}

/// One figure with its name.
#[component]
pub fn Figure(label: String, value: String, note: String) -> impl IntoView {
    view! {
        <div>
            <dt>{label}</dt>
            <dd class="goals-figure">{value}</dd>
            <dd class="goals-note">{note}</dd>
        </div>
    }
}

/// Carries out an edit of one of the four numbers. A cleared rate goes back to history.
fn commit(block: Block, member: Member, value: Option<i64>, t: &'static Text) {
    let page = block.page;
    let (year, period) = (page.year.get_untracked(), block.period.get_untracked());
    let planned = block.planned.get_untracked();
    let Some(value) = value else {
        let mut rates = planned;
        match member {
            Member::Sales => return,
            Member::Visitors => rates.visitors = None,
            Member::Cvr => rates.cvr = None,
            Member::Aov => rates.aov = None,
        }
        set_rates(block, rates);
        return;
    };
    let before = block.needs.with_untracked(|needs| needs.as_ref().and_then(|needs| needs.funnel));
    let held = block.held.get_untracked();
    let start = before.unwrap_or_else(|| start(block));
    match start.edit(member, value, held) {
        Ok(after) => {
            if before.is_some_and(|before| before.sales != after.sales) && !can_set_sales(page) {
                block.problem.set(Some(t.only_target));
                return;
            }
            block.problem.set(None);
            let edits = funnel_edits(year, period, &planned, before, after, member, held);
            page.edit(Edit::All(edits.into_iter().map(Edit::Goals).collect()));
        }
        // A rate typed while another is still missing is kept: it moves nothing yet.
        Err(FunnelError::Nothing) if before.is_none() => {
            let rates = typed(planned, member, value);
            set_rates(block, rates);
        }
        Err(FunnelError::NothingFree | FunnelError::Nothing) => block.problem.set(Some(t.all_held)),
        Err(FunnelError::OutOfRange(error)) => out_of_range(page, error),
    }
}

/// 保底 and 冲刺 follow from the target: their amounts cannot be typed over.
fn can_set_sales(page: Page) -> bool {
    page.plan.with_untracked(|plan| {
        plan.as_ref().is_some_and(|plan| plan.scenarios.shown == Scenario::Target)
    })
}

fn set_rates(block: Block, rates: MonthRates) {
    let (year, period) = (block.page.year.get_untracked(), block.period.get_untracked());
    block.page.edit(GoalsEdit::SetPeriodRates { year, period, rates });
}

fn out_of_range(page: Page, error: EditError) {
    page.trouble.set(Some(Trouble::Other(error)));
}

fn typed(mut rates: MonthRates, member: Member, value: i64) -> MonthRates {
    match member {
        Member::Sales => {}
        Member::Visitors => rates.visitors = Some(value),
        Member::Cvr => rates.cvr = i32::try_from(value).ok().map(Ratio::from_bp),
        Member::Aov => rates.aov = Some(Money::from_fen_clamped(value)),
    }
    rates
}

/// The numbers of a period that has no rates yet: whatever is known of them.
fn start(block: Block) -> Funnel {
    let needs = block.needs.get_untracked();
    let rates = needs.map(|needs| needs.rates);
    let target = block.page.table.with_untracked(|table| {
        let table = table.as_ref()?;
        let span = block.period.get_untracked().span(table.plan.year, table.cut)?;
        Some(table.sum(span))
    });
    Funnel {
        sales: Money::from_fen_clamped(target.unwrap_or(0)),
        visitors: 0,
        cvr: rates.and_then(|rates| rates.cvr).map(|cvr| cvr.value).unwrap_or_default(),
        aov: rates.and_then(|rates| rates.aov).map(|aov| aov.value).unwrap_or_default(),
    }
}
