//! Focus and divergence, each explained.

use leptos::prelude::*;

use crate::base::ratio::Ratio;
use crate::i18n::format;
use crate::tools::position::calc::{Figures, figures};
use crate::tools::position::text::tenths;
use crate::tools::position::view::state::Page;
use crate::ui::Section;

/// One figure: what it is, of today and of the target, and what it means.
type Line = (String, String, String, &'static str);

/// The figures of today's curve and of the target's.
#[component]
pub fn FigureTable(page: Page) -> impl IntoView {
    let t = page.t;
    let lines = Memo::new(move |_| {
        let rivals = page.rivals.get();
        page.lines.with(|lines| {
            let of_rival = |place: usize| -> Vec<Option<u8>> {
                lines.iter().map(|line| line.rivals.get(place).copied().flatten()).collect()
            };
            let others: Vec<Vec<Option<u8>>> = (0..rivals.len()).map(of_rival).collect();
            let today: Vec<Option<u8>> = lines.iter().map(|line| line.today).collect();
            let target: Vec<Option<u8>> = lines.iter().map(|line| line.target).collect();
            let names: Vec<&str> = rivals.iter().map(|(_, name)| name.as_str()).collect();
            table(page, &names, &figures(&today, &others), &figures(&target, &others))
        })
    });
    let row = |(name, today, target, help): Line| {
        view! {
            <tr>
                <th scope="row" data-wrap="">
                    {name}
                    <span class="muted small position-help" hidden=help.is_empty()>{help}</span>
                </th>
                <td data-align="end">{today}</td>
                <td data-align="end">{target}</td>
            </tr>
        }
    };
    view! {
        <Section title=t.figures>
            <div class="table-scroll">
                <table class="table position-figures">
                    <thead>
                        <tr>
                            <th scope="col">{t.figure}</th>
                            <th scope="col" data-align="end">{t.today}</th>
                            <th scope="col" data-align="end">{t.target}</th>
                        </tr>
                    </thead>
                    <tbody>{move || lines.get().into_iter().map(row).collect_view()}</tbody>
                </table>
            </div>
        </Section>
    }
}

fn table(page: Page, rivals: &[&str], today: &Figures, target: &Figures) -> Vec<Line> {
    let t = page.t;
    let percent =
        |ratio: Option<Ratio>| ratio.map_or_else(|| format::NONE.to_owned(), format::percent1);
    let points = |value: Option<i32>| value.map_or_else(|| format::NONE.to_owned(), tenths);
    let turns = |figures: &Figures| match figures.n {
        0 | 1 => format::NONE.to_owned(),
        _ => figures.n_turns.to_string(),
    };
    let mut lines: Vec<Line> = vec![
        (t.focus.to_owned(), percent(today.focus), percent(target.focus), t.focus_help),
        (t.turns.to_owned(), turns(today), turns(target), t.turns_help),
    ];
    // Whoever has no score has no distance; what the figures mean is said once.
    let mut helps = (t.distance_help, t.shape_help);
    for (place, name) in rivals.iter().enumerate() {
        let (one, two) = (today.rivals[place], target.rivals[place]);
        if one.distance.or(two.distance).is_none() {
            continue;
        }
        let distances = (points(one.distance), points(two.distance));
        lines.push(((t.distance)(name), distances.0, distances.1, helps.0));
        let shapes = (percent(one.shape), percent(two.shape));
        lines.push(((t.shape)(name), shapes.0, shapes.1, helps.1));
        helps = ("", "");
    }
    lines
}
