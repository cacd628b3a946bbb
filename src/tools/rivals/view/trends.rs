//! One attribute of all competitors over time.

use leptos::prelude::*;

use crate::base::day::Day;
use crate::chart::player::Player;
use crate::chart::trend::{TrendAxis, TrendChart, TrendLine, TrendPoint, days_of};
use crate::i18n::format;
use crate::knowledge::rival_attributes::{Counts, rival_attribute};
use crate::tools::rivals::calc::trends::{Trend, Whose, charted, trends};
use crate::tools::rivals::text::compare::{axis_unit, text, trends_sentence};
use crate::tools::rivals::text::{attribute_name, value_words};
use crate::tools::rivals::view::state::Page;
use crate::ui::{Message, Section, Select, Tone, TrendFigure};

/// The courses of an attribute that is chosen.
#[component]
pub fn Trends(page: Page) -> impl IntoView {
    let (t, locale) = (text(page.locale), page.locale);
    let keys = Memo::new(move |_| page.section.with(|section| charted(section)));
    let wanted = RwSignal::new(None::<&'static str>);
    // The one that was chosen while it has numbers, or else the first.
    let key = Memo::new(move |_| {
        let wanted = wanted.get();
        keys.with(|keys| {
            let chosen = keys.iter().find(|key| Some(**key) == wanted).or(keys.first());
            chosen.copied().unwrap_or_default()
        })
    });
    let found = Memo::new(move |_| page.section.with(|section| trends(section, key.get())));
    let chart = Signal::derive(move || found.with(|found| drawn(page, key.get(), found)));
    let summary = Signal::derive(move || {
        let name = attribute_name(key.get(), locale);
        found.with(|found| trends_sentence(key.get(), &name, found, locale))
    });
    let is_index =
        move |key: &str| rival_attribute(key).is_some_and(|row| row.counts == Counts::Index);
    let options = Signal::derive(move || {
        keys.with(|keys| {
            let mut names = Vec::new();
            for key in keys {
                let name = attribute_name(key, locale);
                let mark = if is_index(key) && !name.contains(page.t.index_mark) {
                    format!(" · {}", page.t.index_mark)
                } else {
                    String::new()
                };
                names.push(name + &mark);
            }
            names
        })
    });
    let at = Signal::derive(move || {
        keys.with(|keys| keys.iter().position(|one| *one == key.get())).unwrap_or(0)
    });
    let choose = move |idx: usize| wanted.set(keys.with_untracked(|keys| keys.get(idx).copied()));
    let is_empty = move || keys.with(Vec::is_empty);
    view! {
        <Section title=t.trends note=t.trends_note>
            <Show
                when=move || !is_empty()
                fallback=move || view! { <p class="muted">{t.no_trends}</p> }
            >
                <div class="rivals-choice">
                    <Select label=t.attribute options selected=at on_select=choose />
                </div>
                <Show when=move || is_index(key.get())>
                    <Message tone=Tone::Plain>{t.index_warning}</Message>
                </Show>
                <TrendFigure chart summary seen_on=t.seen_on file_name=t.file_name />
                <p class="small">{summary}</p>
            </Show>
        </Section>
    }
}

fn drawn(page: Page, key: &str, found: &[Trend]) -> TrendChart {
    let mut lines: Vec<TrendLine> = Vec::with_capacity(found.len());
    for trend in found {
        let mut points = Vec::with_capacity(trend.points.len());
        for point in &trend.points {
            let Some(value) = point.number else { continue };
            points.push(TrendPoint {
                day: point.day.number(),
                value,
                words: value_words(key, point),
            });
        }
        let player = match trend.whose {
            Whose::Own(_) => Player::Today,
            Whose::Rival(place) => Player::Rival(place),
        };
        lines.push(TrendLine { name: name_of(page, trend, found), player, points });
    }
    let name = |day: i32| format::day_short(Day::from_number(day), page.locale);
    let counts = rival_attribute(key).map(|row| row.counts);
    let axis = TrendAxis {
        unit: axis_unit(key, page.locale).to_owned(),
        divisor: match counts {
            Some(Counts::Fen | Counts::Points100 | Counts::Share) => 100,
            _ => 1,
        },
        is_reversed: counts == Some(Counts::Place),
    };
    let days = days_of(&lines).into_iter().map(|day| (day, name(day))).collect();
    TrendChart { days, lines, axis }
}

/// A line has its shop's name; where a shop has several lines, its product's too.
fn name_of(page: Page, trend: &Trend, all: &[Trend]) -> String {
    let same = all.iter().filter(|other| other.name == trend.name).count();
    if same < 2 {
        return trend.name.clone();
    }
    let whole = text(page.locale).whole_shop;
    format!("{} · {}", trend.name, trend.product.as_deref().unwrap_or(whole))
}
