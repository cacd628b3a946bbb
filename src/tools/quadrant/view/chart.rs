//! The chart: an item a bubble.

use leptos::prelude::*;

use crate::chart::bubbles::{AxisUnit, Bubble, BubbleAxis, BubbleChart};
use crate::i18n::format;
use crate::knowledge::life_quadrant::LifeField;
use crate::tools::quadrant::calc::Placed;
use crate::tools::quadrant::edit::QuadrantEdit;
use crate::tools::quadrant::text::cut_by;
use crate::tools::quadrant::view::state::{Page, percent};
use crate::ui::{BubbleFigure, BubbleWords, Cut, Section};

/// The most characters of a label: whole titles of items are sentences.
const MAX_LABEL: usize = 14;

/// The chart with its basis and its source.
#[component]
pub fn Chart(page: Page) -> impl IntoView {
    let t = page.t;
    let chart = Memo::new(move |_| chart_of(page));
    let note = Signal::derive(move || {
        page.map.with(|map| {
            map.as_ref().map_or(String::new(), |map| {
                let basis = if map.is_of_days { t.basis_days } else { t.basis_once };
                (t.note)(&page.days(map.span), map.n_days, map.span.n_days(), basis)
            })
        })
    });
    let summary = Signal::derive(move || {
        page.map.with(|map| {
            map.as_ref().map_or(String::new(), |map| {
                let parts = LifeField::ALL
                    .map(|field| (t.part)(field.row().name(page.locale), map.n_in(field)));
                (t.summary)(map.items.len(), &parts.join(t.comma))
            })
        })
    });
    let words = BubbleWords {
        cut_x: t.cut_x,
        cut_y: t.cut_y,
        keys: t.keys,
        value: Callback::new(move |(is_x, number): Cut| {
            if is_x { (t.people)(&format::count(number)) } else { percent(number) }
        }),
    };
    let choose = move |idx: usize| {
        let id = page.map.with_untracked(|map| {
            map.as_ref().and_then(|map| map.items.get(idx).map(|item| item.id.clone()))
        });
        page.chosen.set(id);
    };
    let cut = move |(is_traffic, value): Cut| {
        page.edit(QuadrantEdit::CutAt { is_traffic, value: Some(value.max(0)) });
    };
    let has_before = Memo::new(move |_| {
        page.map.with(|map| map.as_ref().is_some_and(|map| map.before.is_some()))
    });
    let unvisited = move || {
        let n = page.map.with(|map| map.as_ref().map_or(0, |map| map.unvisited.len()));
        (n > 0).then(|| (t.unvisited)(n))
    };
    let source = move || {
        let span = page.map.with(|map| map.as_ref().map(|map| map.span))?;
        page.facts.with(|facts| {
            let import = facts.item_source(span)?;
            let file = crate::files::header::shown(&import.file);
            Some((t.source)(&file, &format::time_short(&import.at)))
        })
    };
    view! {
        <Section title=t.chart note>
            <p class="small">{summary}</p>
            <BubbleFigure chart summary words on_choose=choose on_cut=cut file_name=t.file_name />
            <p class="muted small" hidden=move || !has_before.get()>
                {t.before_key}
            </p>
            <p class="muted small">{unvisited}</p>
            <p class="muted small">{source}</p>
        </Section>
    }
}

fn chart_of(page: Page) -> BubbleChart {
    let t = page.t;
    let chosen = page.chosen.get();
    let (by_x, by_y) = page.section.with(|section| (section.traffic.by, section.rate.by));
    page.map.with(|map| {
        let Some(map) = map else { return BubbleChart::default() };
        let axis = |title: &str, unit: AxisUnit, cut: Option<i64>| BubbleAxis {
            title: title.to_owned(),
            unit,
            cut,
            ..BubbleAxis::default()
        };
        let name = |field: LifeField| field.row().name(page.locale).to_owned();
        let bubble = |item: &Placed| {
            let is_chosen = chosen.as_ref() == Some(&item.id);
            Bubble {
                name: short(&page.name(&item.id)),
                x: item.visitors,
                y: item.rate,
                area: item.sales,
                kind: item.field as usize,
                // Where the field is the same, an arrow is noise unless it is asked for.
                before: item
                    .before
                    .filter(|old| old.field != item.field || is_chosen)
                    .map(|old| (old.visitors, old.rate)),
                is_chosen,
            }
        };
        let cut = |cut: Option<i64>, shown: fn(i64) -> String| {
            cut.map_or_else(|| format::NONE.to_owned(), shown)
        };
        // A few items draw most visitors: equal factors are equal steps.
        let x = axis(t.visitors, AxisUnit::Count, map.cuts.traffic);
        BubbleChart {
            x: BubbleAxis { is_log: true, ..x },
            y: axis(t.rate_unit, AxisUnit::Percent, map.cuts.rate),
            corners: [
                name(LifeField::Feed),
                name(LifeField::Push),
                name(LifeField::Watch),
                name(LifeField::Lift),
            ],
            note: (t.cuts_printed)(
                &cut(map.cuts.traffic, format::count),
                cut_by(by_x, page.locale),
                &cut(map.cuts.rate, percent),
                cut_by(by_y, page.locale),
            ),
            bubbles: map.items.iter().map(bubble).collect(),
        }
    })
}

fn short(name: &str) -> String {
    match name.char_indices().nth(MAX_LABEL) {
        Some((end, _)) => format!("{}…", name[..end].trim_end()),
        None => name.to_owned(),
    }
}
