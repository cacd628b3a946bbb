//! Weights learned from history: shown beside the present ones, with what they rest on, before
//! they are taken.

use leptos::prelude::*;

use crate::base::day::{Month, Weekday};
use crate::base::locale::Locale;
use crate::i18n::{format, use_locale};
use crate::knowledge::events::built_in;
use crate::platform::random;
use crate::tools::goals::calc::learn::{LearnError, Weights};
use crate::tools::goals::calc::page::learned::{LearnedRow, Measure, learned_rows, shape_of};
use crate::tools::goals::edit::GoalsEdit;
use crate::tools::goals::model::{GoalUnit, Shape};
use crate::tools::goals::text::{names, setup};
use crate::tools::goals::view::state::Page;
use crate::ui::{Button, use_toasts};
use crate::workbook::edit::Edit;

/// What the imported history says of months, weekdays and events.
pub fn learned(page: Page, unit: GoalUnit) -> Result<Weights, LearnError> {
    page.store.with(|wb| wb.learned(unit))
}

/// The edit that gives the events the uplifts that were learned.
pub fn put_uplifts(page: Page, weights: &Weights) -> Edit {
    let uplifts: Vec<(String, u32)> =
        weights.uplifts.iter().map(|one| (one.key.clone(), one.uplift_bp)).collect();
    page.store.with(|wb| wb.put_uplifts(&uplifts, random::new_id))
}

/// A button that learns; what was learned, and a button that takes it.
#[component]
pub fn Learn(page: Page) -> impl IntoView {
    let locale = use_locale();
    let t = setup::text(locale);
    let learned_now = RwSignal::new(None::<Result<Weights, LearnError>>);
    let run = move |()| learned_now.set(Some(learned(page, page.unit_now())));
    let even_out = move |()| {
        let year = page.year.get_untracked();
        page.edit(GoalsEdit::SetShape { year, shape: Shape::default() });
    };
    view! {
        <div class="goals-inline">
            <Button on_press=run>{t.learn}</Button>
            <Button on_press=even_out>{t.reset_even}</Button>
        </div>
        <p class="goals-note">{t.learn_note}</p>
        {move || learned_now.get().map(|result| match result {
            Ok(weights) => view! { <Preview page weights done=move |()| learned_now.set(None) /> }
                .into_any(),
            Err(LearnError::TooShort { found, .. }) => {
                view! { <p class="goals-note" data-tone="alert">{(t.too_short)(found)}</p> }
                    .into_any()
            }
            Err(LearnError::NoUsualDays) => {
                view! { <p class="goals-note" data-tone="alert">{t.no_usual_days}</p> }.into_any()
            }
        })}
    }
}

/// What was learned, beside what counts now.
#[component]
fn Preview(page: Page, weights: Weights, #[prop(into)] done: Callback<()>) -> impl IntoView {
    let locale = use_locale();
    let t = setup::text(locale);
    let toasts = use_toasts();
    let shape = page.plan.get_untracked().map(|plan| plan.shape.clone()).unwrap_or_default();
    let uplift_now = |key: &str| {
        page.events
            .with_untracked(|events| {
                events.iter().find(|event| event.key == key).map(|event| event.uplift_bp)
            })
            .or_else(|| built_in(key).map(|event| event.uplift_bp))
    };
    let rows = learned_rows(&shape, &weights, uplift_now);
    let (from, to) = (weights.span.from(), weights.span.to());
    let source = (t.learned_from)(&format::day_long(from, locale), &format::day_long(to, locale));
    let take = move |()| {
        let shape =
            GoalsEdit::SetShape { year: page.year.get_untracked(), shape: shape_of(&weights) };
        let uplifts = put_uplifts(page, &weights);
        if page.edit(Edit::All(vec![uplifts, shape.into()])) {
            toasts.say(t.learn_done);
            done.run(());
        }
    };
    view! {
        <h3>{t.learn_preview}</h3>
        <p class="goals-note">{source}</p>
        <div class="goals-scroll" tabindex="0" role="region" aria-label=t.learn_preview>
            <table class="goals-table">
                <thead>
                    <tr>
                        <th scope="col"></th>
                        <th scope="col">{t.col_now}</th>
                        <th scope="col">{t.col_learned}</th>
                        <th scope="col">{t.col_days}</th>
                    </tr>
                </thead>
                <tbody>
                    {rows.into_iter().map(|row| preview_row(page, &row, locale)).collect_view()}
                </tbody>
            </table>
        </div>
        <div class="goals-inline"><Button on_press=take>{t.learn_apply}</Button></div>
    }
}

fn preview_row(page: Page, row: &LearnedRow, locale: Locale) -> impl IntoView + use<> {
    let t = setup::text(locale);
    let name = match &row.of {
        Measure::Month(number) => format::month_name(Month::new(2000, *number), locale),
        Measure::Weekday(idx) => {
            let weekday = Weekday::ALL[usize::from(*idx).min(6)];
            format::weekday_short(weekday, locale).to_owned()
        }
        Measure::Event(key) => event_name(page, key, locale),
    };
    let now = row.now.map_or_else(|| format::NONE.to_owned(), format::percent1);
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td>{now}</td>
            <td>{format::percent1(row.learned)}</td>
            <td>{(t.n_days)(row.n_days)}</td>
        </tr>
    }
}

fn event_name(page: Page, key: &str, locale: Locale) -> String {
    let span = page.cut.get_untracked().year(page.year.get_untracked());
    let forms = page.store.with(|wb| wb.event_forms(span));
    forms
        .iter()
        .find(|form| form.key == key)
        .map_or_else(|| key.to_owned(), |form| names::event(&form.name, locale).to_owned())
}
