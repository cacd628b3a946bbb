//! Where the month and the year stand, and where they are heading.

use leptos::prelude::*;

use crate::base::money::Money;
use crate::home::calc::Pace;
use crate::home::text::{amount, amount_compact, share, signed, text};
use crate::home::view::PaceNames;
use crate::i18n::{format, use_locale};
use crate::ui::change::Change;
use crate::ui::ruler_scale::RulerData;
use crate::ui::{Delta, Ruler};

/// Month and year, and the key to their rulers; nothing without a goal.
#[component]
pub fn Paces(
    names: PaceNames,
    month: Option<Pace>,
    whole_year: Option<Pace>,
    is_sales: bool,
) -> impl IntoView {
    let locale = use_locale();
    let t = text(locale);
    let month_name = format::month_name(names.day.month(), locale);
    let year_name = format::year_name(names.year, names.fiscal_start, locale);
    let pace = move |name: String, pace: Option<Pace>| {
        pace.map(|pace| view! { <PeriodPace names name pace is_sales /> })
    };
    let has_any = month.is_some() || whole_year.is_some();
    let key = move || {
        let marks = [
            ("actual", t.key_actual),
            ("forecast", t.key_forecast),
            ("due", t.key_due),
            ("target", t.key_target),
        ];
        let mark = |(kind, words): (&'static str, &'static str)| {
            view! {
                <span class="key">
                    <i class="today-mark" data-kind=kind></i>
                    {words}
                </span>
            }
        };
        view! { <p class="today-keys">{marks.into_iter().map(mark).collect_view()}</p> }
    };
    view! {
        <div class="today-part today-paces" hidden=!has_any>
            {pace(month_name, month)}
            {pace(year_name, whole_year)}
            {key()}
        </div>
    }
}

/// One period: what was done, the ruler, and what it means.
#[component]
fn PeriodPace(names: PaceNames, name: String, pace: Pace, is_sales: bool) -> impl IntoView {
    let locale = use_locale();
    let t = text(locale);
    let Pace { state, forecast } = pace;
    let n_day = (names.day - state.span.from()) as usize + 1;
    let compact = |value: i64| amount_compact(value, is_sales, locale);
    let actual = state.actual.map_or_else(|| format::NONE.to_owned(), compact);
    let whole = (t.pace_target)(&compact(state.target), &share(state.done()));
    let data = RulerData {
        target: state.target,
        actual: state.actual.unwrap_or(0),
        due: state.actual.map(|_| state.expected),
        forecast: forecast.map(|forecast| (forecast.low, forecast.high)),
    };
    let heading = forecast.map_or_else(
        || t.no_forecast.to_owned(),
        |forecast| (t.forecast)(&compact(forecast.low), &compact(forecast.high)),
    );
    let due = state.gap().map(|gap| {
        let word = match gap {
            0 => t.on_plan,
            1.. => t.ahead,
            _ => t.behind,
        };
        let change = match is_sales {
            true => Change::money(Money::from_fen_clamped(gap)),
            false => Change { direction: gap.cmp(&0), text: signed(gap, is_sales, locale) },
        };
        (compact(state.expected), word, change)
    });
    let due_words = due.as_ref().map_or_else(
        || t.pace_unknown.to_owned(),
        |(expected, word, change)| format!("{} {expected}, {word} {}", t.due, change.text),
    );
    let label = (t.pace_label)(&name, &actual, &format!("{whole}, {due_words}, {heading}"));
    let required = state
        .required_daily
        .filter(|_| state.actual.is_some())
        .map(|daily| (t.required)(state.n_left, &amount(daily, is_sales, locale)));
    let has_holes = state.actual.is_some() && state.n_days < state.of_days;
    let holes = has_holes.then(|| (t.pace_days)(state.n_days, state.of_days));
    let section_name = name.clone();
    view! {
        <section class="today-pace" aria-label=section_name>
            <p class="today-line">
                <span class="strong">{name}</span>
                <span class="small muted">{(t.pace_of)(n_day, state.span.n_days())}</span>
            </p>
            <p class="today-line">
                <span class="today-big">{actual}</span>
                <span class="muted">{whole}</span>
            </p>
            <Ruler data=Signal::stored(data) label=Signal::stored(label) />
            <p class="today-line small">
                {match due {
                    None => view! { <span class="muted">{t.pace_unknown}</span> }.into_any(),
                    Some((expected, word, change)) => {
                        view! {
                            <span>
                                {t.due} " " <b>{expected}</b> " · " {word} " "
                                <Delta change=Signal::stored(Some(change)) />
                            </span>
                        }
                            .into_any()
                    }
                }}
                <span class="muted">{heading}</span>
            </p>
            <p class="today-line small muted">
                <span>{required}</span>
                <span>{holes}</span>
            </p>
        </section>
    }
}
