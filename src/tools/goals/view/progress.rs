//! Month and year against what they should be by now, and where they are heading.

use leptos::prelude::*;

use crate::i18n::{format, use_locale};
use crate::tools::goals::calc::page::progress::{Progress, progress};
use crate::tools::goals::calc::page::table::YearTable;
use crate::tools::goals::model::CellKey;
use crate::tools::goals::text::{names, text};
use crate::tools::goals::view::needs::Figure;
use crate::tools::goals::view::state::{Page, Shown};
use crate::ui::ruler_scale::RulerData;
use crate::ui::{Button, ButtonKind, Ruler, Section};

/// The month that is looked at, and the year.
#[component]
pub fn ProgressSection(page: Page) -> impl IntoView {
    let locale = use_locale();
    let t = text(locale);
    let month = Memo::new(move |_| {
        let key = CellKey::Month(page.month.get());
        page.later
            .with(|table| progress(table.as_ref()?, key.span(page.year.get(), page.cut.get())?))
    });
    let year = Memo::new(move |_| {
        page.later.with(|table| table.as_ref().and_then(|table| progress(table, table.span)))
    });
    let month_name = Signal::derive(move || format::month_name(page.month.get(), locale));
    let can_recover = move |progress: Option<Progress>| {
        progress
            .is_some_and(|all| 0 < all.state.n_left && all.state.gap().is_some_and(|gap| gap < 0))
    };
    let is_behind = move || {
        let is_editable =
            page.later.with(|table| table.as_ref().is_some_and(YearTable::is_editable));
        is_editable && (can_recover(month.get()) || can_recover(year.get()))
    };
    let more = move || {
        view! {
            <Show when=is_behind>
                <Button kind=ButtonKind::Primary on_press=move |()| page.show(Shown::Recovery)>
                    {t.recover}
                </Button>
            </Show>
        }
    };
    view! {
        <Section title=t.progress_title more>
            <PeriodProgress page name=month_name progress=month />
            <PeriodProgress page name=Signal::stored(t.year_whole.to_owned()) progress=year />
        </Section>
    }
}

/// One period: ruler, and its figures.
#[component]
fn PeriodProgress(
    page: Page,
    name: Signal<String>,
    progress: Memo<Option<Progress>>,
) -> impl IntoView {
    let locale = use_locale();
    let t = text(locale);
    let data = Signal::derive(move || {
        progress.get().map_or_else(RulerData::default, |all| RulerData {
            target: all.state.target,
            actual: all.state.actual.unwrap_or(0),
            due: all.state.actual.map(|_| all.state.expected),
            forecast: all.forecast.map(|forecast| (forecast.low, forecast.high)),
        })
    });
    let label = Signal::derive(move || {
        let amount = |value| names::amount(value, page.unit(), locale);
        progress.get().map_or_else(String::new, |all| {
            let actual = all.state.actual.map_or_else(|| t.none.to_owned(), amount);
            let gap = all
                .state
                .gap()
                .map_or_else(|| t.none.to_owned(), |gap| names::signed(gap, page.unit(), locale));
            (t.chart_summary)(&name.get(), &amount(all.state.target), &actual, &gap)
        })
    });
    view! {
        <div class="goals-progress">
            <h3>{name}</h3>
            <Ruler data label />
            <dl class="goals-figures">
                {move || progress.get().map(|all| view! { <Figures page all /> })}
            </dl>
        </div>
    }
}

/// Attainment, what should be there, the gap, the rate that is needed, the forecast.
#[component]
fn Figures(page: Page, all: Progress) -> impl IntoView {
    let locale = use_locale();
    let t = text(locale);
    let unit = page.unit_now();
    let amount = move |value| names::amount(value, unit, locale);
    let or_none = |value: Option<String>| value.unwrap_or_else(|| t.none.to_owned());
    let Progress { state, forecast } = all;
    let n_days = match state.of_days {
        0 => String::new(),
        of_days => (t.n_of_days)(state.n_days, of_days),
    };
    let left = match state.n_left {
        0 => t.over_now.to_owned(),
        n_left => (t.required_for)(n_left),
    };
    let forecast = match forecast {
        Some(forecast) => (
            amount(forecast.mid),
            (t.forecast_range)(&amount(forecast.low), &amount(forecast.high)),
        ),
        None if state.n_left == 0 => (t.none.to_owned(), t.over_now.to_owned()),
        None => (t.none.to_owned(), t.no_forecast.to_owned()),
    };
    view! {
        <Figure
            label=t.attained.to_owned()
            value=names::share(state.done())
            note=(t.end_target)(&amount(state.target))
        />
        <Figure
            label=t.expected.to_owned()
            value=or_none(state.actual.map(|_| amount(state.expected)))
            note=n_days
        />
        <Figure
            label=t.gap.to_owned()
            value=or_none(state.gap().map(|gap| names::signed(gap, unit, locale)))
            note=or_none(state.actual.map(|actual| (t.quarter_actual)(&amount(actual))))
        />
        <Figure
            label=t.required.to_owned()
            value=or_none(state.required_daily.map(amount))
            note=left
        />
        <Figure label=t.forecast.to_owned() value=forecast.0 note=forecast.1 />
    }
}
