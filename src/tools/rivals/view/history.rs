//! What was seen, as histories.

use leptos::prelude::*;

use crate::i18n::format;
use crate::knowledge::rival_attributes::{Counts, rival_attribute};
use crate::tools::rivals::calc::series::{Series, all_series};
use crate::tools::rivals::edit::RivalsEdit;
use crate::tools::rivals::text::{attribute_name, value_words};
use crate::tools::rivals::view::state::Page;
use crate::ui::{IconButton, IconName, Section};

/// The histories of the competitor that is looked at.
#[component]
pub fn History(page: Page) -> impl IntoView {
    let t = page.t;
    let all = Memo::new(move |_| {
        page.section.with(|section| {
            let rival = section.rivals.iter().find(|rival| Some(rival.id) == page.chosen.get());
            rival.map(all_series).unwrap_or_default()
        })
    });
    let name = Signal::derive(move || {
        page.names
            .with(|names| {
                names.iter().find(|one| Some(one.0) == page.chosen.get()).map(|one| one.1.clone())
            })
            .unwrap_or_default()
    });
    view! {
        <Section title=t.history note=name>
            <div class="table-scroll" role="group" tabindex="0" aria-label=t.history hidden=move || all.with(Vec::is_empty)>
                <table class="table">
                    <thead>
                        <tr>
                            {t.history_head.map(|head| view! { <th scope="col">{head}</th> })}
                            <td></td>
                        </tr>
                    </thead>
                    <tbody>
                        {move || {
                            all.get()
                                .into_iter()
                                .map(|series| view! { <SeriesRow page series /> })
                                .collect_view()
                        }}
                    </tbody>
                </table>
            </div>
            <p class="muted" hidden=move || all.with(|all| !all.is_empty())>{t.no_history}</p>
        </Section>
    }
}

#[component]
fn SeriesRow(page: Page, series: Series) -> impl IntoView {
    let t = page.t;
    let is_index =
        rival_attribute(&series.attribute).is_some_and(|row| row.counts == Counts::Index);
    let at = |back: usize| {
        let point =
            series.points.len().checked_sub(back + 1).and_then(|idx| series.points.get(idx));
        point.map(|point| {
            let value = value_words(&series.attribute, point);
            view! {
                {value}
                " "
                <span class="muted small">{format::day_short(point.day, page.locale)}</span>
            }
        })
    };
    let (last, before) = (at(0), at(1));
    let what = series.product_name.clone();
    let last_seen = series.last().map(|point| {
        let name = attribute_name(&series.attribute, page.locale);
        (point.id, (t.take_back)(&format!("{name} {}", value_words(&series.attribute, point))))
    });
    let remove = last_seen.map(|(observation, label)| {
        let take_back = move |()| {
            if let Some(rival) = page.chosen.get_untracked()
                && page.edit(RivalsEdit::RemoveObservation { rival, observation })
            {
                page.say_undoable(t.removed.to_owned());
            }
        };
        view! { <IconButton icon=IconName::Delete label=label on_press=take_back /> }
    });
    view! {
        <tr>
            <th scope="row">
                {attribute_name(&series.attribute, page.locale)}
                {is_index.then(|| view! { " " <span class="tag">{t.index_mark}</span> })}
                {what.map(|name| view! { <span class="muted small">" · " {name}</span> })}
            </th>
            <td>{last}</td>
            <td>{before}</td>
            <td>
                <StepLine series />
            </td>
            <td>{remove}</td>
        </tr>
    }
}

/// The course of a number as a step line: it stays as it was seen until it was seen otherwise.
#[component]
fn StepLine(series: Series) -> impl IntoView {
    const WIDTH: i64 = 120;
    const HEIGHT: i64 = 22;
    let mut points = Vec::new();
    for point in &series.points {
        if let Some(number) = point.number {
            points.push((i64::from(point.day.number()), number));
        }
    }
    let (Some(first), Some(last)) = (points.first().copied(), points.last().copied()) else {
        return ().into_any();
    };
    let low = points.iter().map(|one| one.1).min().unwrap_or(0);
    let high = points.iter().map(|one| one.1).max().unwrap_or(0);
    let x = |day: i64| 2 + (day - first.0) * (WIDTH - 4) / (last.0 - first.0).max(1);
    let y = |value: i64| {
        let share =
            i128::from(value - low) * i128::from(HEIGHT - 4) / i128::from((high - low).max(1));
        HEIGHT - 2 - i64::try_from(share).unwrap_or(0)
    };
    let mut path = format!("M{} {}", x(first.0), y(first.1));
    for (day, value) in points.iter().skip(1) {
        path.push_str(&format!("H{}V{}", x(*day), y(*value)));
    }
    let (end_x, end_y) = (x(last.0), y(last.1));
    view! {
        <svg class="rivals-course" width="120" height="22" viewBox="0 0 120 22" aria-hidden="true">
            <path d=path></path>
            <circle cx=end_x cy=end_y r="2"></circle>
        </svg>
    }
    .into_any()
}
