//! The weights of months and weekdays, each to be typed over.

use leptos::prelude::*;

use crate::base::day::{Month, Weekday};
use crate::base::ratio::Ratio;
use crate::i18n::{format, use_locale};
use crate::tools::goals::calc::page::setup::{weight_of, weight_percent};
use crate::tools::goals::edit::GoalsEdit;
use crate::tools::goals::model::Shape;
use crate::tools::goals::text::setup;
use crate::tools::goals::view::state::Page;
use crate::ui::RatioField;

/// One field a month and a weekday; 100 % is a usual day.
#[component]
pub fn ShapeForm(page: Page) -> impl IntoView {
    let locale = use_locale();
    let t = setup::text(locale);
    let shape =
        Memo::new(move |_| page.plan.get().map_or_else(Shape::default, |plan| plan.shape.clone()));
    let put = move |shape: Shape| {
        page.edit(GoalsEdit::SetShape { year: page.year.get_untracked(), shape });
    };
    // What is typed over is no longer what was learned.
    let set = move |change: &dyn Fn(&mut Shape)| {
        let mut shape = shape.get_untracked();
        change(&mut shape);
        shape.learned = None;
        put(shape);
    };
    let months = (0..12).map(|idx: usize| {
        let label = format::month_name(Month::new(2000, idx as u8 + 1), locale);
        let value = Signal::derive(move || Some(weight_percent(shape.with(|all| all.months[idx]))));
        let commit = move |v: Option<Ratio>| {
            if let Some(weight) = v.and_then(weight_of) {
                set(&|shape| shape.months[idx] = weight);
            }
        };
        view! { <RatioField label value on_commit=commit /> }
    });
    let weekdays = Weekday::ALL.into_iter().map(|weekday| {
        let idx = weekday.idx();
        let label = format::weekday_short(weekday, locale).to_owned();
        let value =
            Signal::derive(move || Some(weight_percent(shape.with(|all| all.weekdays[idx]))));
        let commit = move |v: Option<Ratio>| {
            if let Some(weight) = v.and_then(weight_of) {
                set(&|shape| shape.weekdays[idx] = weight);
            }
        };
        view! { <RatioField label value on_commit=commit /> }
    });
    let source = move || {
        shape.with(|shape| {
            shape.learned.as_ref().map_or_else(
                || t.typed.to_owned(),
                |from| {
                    let (first, last) =
                        (format::day_long(from.from, locale), format::day_long(from.to, locale));
                    (t.learned_from)(&first, &last)
                },
            )
        })
    };
    view! {
        <p class="goals-note">{source}</p>
        <h3>{t.months}</h3>
        <div class="goals-weights" data-of="months">{months.collect_view()}</div>
        <h3>{t.weekdays}</h3>
        <div class="goals-weights" data-of="weekdays">{weekdays.collect_view()}</div>
    }
}
