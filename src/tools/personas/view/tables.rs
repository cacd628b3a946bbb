//! The tables around the personas: regions (T-14), mall visits (T-15), segments (T-21).

use leptos::prelude::*;

use crate::base::day::Day;
use crate::base::number::parse_count;
use crate::base::ratio::Ratio;
use crate::i18n::errors::number_error;
use crate::i18n::format;
use crate::knowledge::regions::{region_name, short_name};
use crate::tools::personas::calc::regions::{RegionReport, report};
use crate::tools::personas::edit::PersonasEdit;
use crate::tools::personas::model::tables::{MallVisit, Region, Segment};
use crate::tools::personas::text::describe::{list_comma, share_text};
use crate::tools::personas::text::fields;
use crate::tools::personas::text::tables::{Text, text};
use crate::tools::personas::view::rows::share_of;
use crate::tools::personas::view::sheet::{Sheet, edited};
use crate::tools::personas::view::state::Page;
use crate::ui::grid::model::{Cell, CellEdit, CellTone, Column};
use crate::ui::{Message, RatioField, Section, Tone};

/// Empty rows at the end of each table.
const N_SPARE: usize = 3;

fn plain(share: Option<Ratio>) -> String {
    share.map(|share| share_text(share).trim_end_matches('%').to_owned()).unwrap_or_default()
}

fn count_of(page: Page, column: &str, cell: &str) -> Result<Option<i64>, String> {
    if cell.is_empty() {
        return Ok(None);
    }
    let t = text(page.locale);
    let count = parse_count(cell);
    count.map(Some).map_err(|error| (t.bad_cell)(column, &number_error(&error, page.locale)))
}

fn cell_share(page: Page, column: &str, cell: &str) -> Result<Option<Ratio>, String> {
    let why = fields::text(page.locale).bad_share;
    share_of(cell).ok_or_else(|| (text(page.locale).bad_cell)(column, why))
}

/// Regions: where buyers are, where much comes back, where to advertise.
#[component]
pub fn RegionsView(page: Page) -> impl IntoView {
    let t = text(page.locale);
    let said = Memo::new(move |_| {
        page.all.with(|all| report(&all.regions, all.ad_cover, all.return_alert))
    });
    let columns = vec![
        Column::text(t.region, 96),
        Column::number(t.rank, "", 52).grow(0),
        Column::number(t.buyers, "%", 132).grow(0),
        Column::number(t.cumulative, "%", 72).grow(0),
        Column::number(t.region_visitors, "%", 92).grow(0),
        Column::number(t.returns, "%", 84).grow(0),
        Column::text(t.climate, 110),
        Column::text(t.customs, 110),
        Column::text(t.ads, 56).grow(0),
        Column::number(t.presale, "", 84).grow(0),
        Column::text(t.verdict, 92).grow(0),
    ];
    let rows =
        Signal::derive(move || page.all.with(|all| region_rows(page, &all.regions, &said.read())));
    let mut blank = vec![Cell::editable(""); 11];
    for idx in [1, 3, 10] {
        blank[idx] = Cell::new("");
    }
    let on_edit = Callback::new(move |edits: Vec<CellEdit>| {
        let old = page.all.with_untracked(|all| all.regions.clone());
        let set =
            |row: &mut Region, column: usize, cell: &str| set_region(page, t, row, column, cell);
        let new = edited(&old, &edits, Region::default, &set, |row| *row == Region::default())?;
        page.edit(PersonasEdit::SetRegions(new));
        Ok(())
    });
    view! {
        <Section title=t.regions_title note=t.regions_note>
            {move || advice(page, &said.read())}
            <Sheet label=t.regions_title columns rows blank n_spare=N_SPARE on_edit />
            <p class="field-note">{t.help}</p>
            <RegionRule page />
        </Section>
    }
}

fn region_rows(page: Page, regions: &[Region], said: &RegionReport) -> Vec<Vec<Cell>> {
    let t = text(page.locale);
    let mut rows = Vec::new();
    for (idx, region) in regions.iter().enumerate() {
        let Some(line) = said.lines.iter().find(|line| line.idx == idx) else { continue };
        let returns = Cell::editable(plain(region.returns));
        let verdict = match (line.is_outlier, line.is_recommended) {
            (true, _) => Cell::new(t.outlier).tone(CellTone::Alert),
            (false, true) => Cell::new(t.recommended).tone(CellTone::Strong),
            (false, false) => Cell::new(""),
        };
        rows.push(vec![
            Cell::editable(region_name(&region.name, page.locale)),
            Cell::new(line.rank.to_string()),
            Cell::editable(plain(region.buyers)),
            Cell::new(plain(line.cumulative)),
            Cell::editable(plain(region.visitors)),
            if line.is_outlier { returns.tone(CellTone::Alert) } else { returns },
            Cell::editable(region.climate.clone()),
            Cell::editable(region.customs.clone()),
            Cell::editable(if region.has_ads { t.yes } else { t.no }),
            Cell::editable(region.presale.map(format::count).unwrap_or_default()),
            verdict,
        ]);
    }
    rows
}

fn set_region(
    page: Page,
    t: &Text,
    row: &mut Region,
    column: usize,
    cell: &str,
) -> Result<(), String> {
    match column {
        0 => {
            let name = region_name(cell, crate::base::locale::Locale::Zh);
            row.name = short_name(name).to_owned();
        }
        2 => row.buyers = cell_share(page, t.buyers, cell)?,
        4 => row.visitors = cell_share(page, t.region_visitors, cell)?,
        5 => row.returns = cell_share(page, t.returns, cell)?,
        6 => row.climate = cell.to_owned(),
        7 => row.customs = cell.to_owned(),
        8 if cell == t.yes => row.has_ads = true,
        8 if cell == t.no || cell.is_empty() => row.has_ads = false,
        8 => {
            let names = (t.one_of)(&[t.yes, t.no].join("/"));
            return Err((t.bad_cell)(t.ads, &names));
        }
        9 => row.presale = count_of(page, t.presale, cell)?,
        _ => {}
    }
    Ok(())
}

/// What follows from the table, with its figures.
fn advice(page: Page, said: &RegionReport) -> AnyView {
    let t = text(page.locale);
    page.all.with(|all| {
        let name = |idx: usize| region_name(&all.regions[idx].name, page.locale).to_owned();
        let recommended: Vec<&_> = said.lines.iter().filter(|line| line.is_recommended).collect();
        let names: Vec<String> = recommended.iter().map(|line| name(line.idx)).collect();
        let covered: i32 = recommended
            .iter()
            .filter_map(|line| all.regions[line.idx].buyers.or(all.regions[line.idx].visitors))
            .map(Ratio::bp)
            .sum();
        let comma = list_comma(page.locale);
        let where_to = (!names.is_empty())
            .then(|| (t.recommend_words)(&names.join(comma), &share_text(Ratio::from_bp(covered))));
        let outliers: Vec<usize> =
            said.lines.iter().filter(|line| line.is_outlier).map(|line| line.idx).collect();
        let alert = said.returns.filter(|_| !outliers.is_empty()).map(|overall| {
            let names: Vec<String> = outliers.iter().map(|idx| name(*idx)).collect();
            let rates: Vec<String> = outliers
                .iter()
                .filter_map(|idx| all.regions[*idx].returns.map(share_text))
                .collect();
            (t.outlier_words)(&names.join(comma), &rates.join(comma), &share_text(overall))
        });
        view! {
            {where_to.map(|words| view! { <p class="personas-advice">{words}</p> })}
            {alert.map(|words| view! { <Message tone=Tone::Alert>{words}</Message> })}
        }
        .into_any()
    })
}

/// The two thresholds, for the user to change.
#[component]
fn RegionRule(page: Page) -> impl IntoView {
    let t = text(page.locale);
    let set = move |cover: Option<Ratio>, alert: Option<Ratio>| {
        let (old_cover, old_alert) =
            page.all.with_untracked(|all| (all.ad_cover, all.return_alert));
        page.edit(PersonasEdit::SetRegionRule {
            ad_cover: cover.unwrap_or(old_cover),
            return_alert: alert.unwrap_or(old_alert),
        });
    };
    view! {
        <div class="personas-rule">
            <RatioField
                label=t.ad_cover
                is_required=true
                value=Signal::derive(move || page.all.with(|all| Some(all.ad_cover)))
                on_commit=move |cover| set(cover, None)
            />
            <RatioField
                label=t.return_alert
                is_required=true
                value=Signal::derive(move || page.all.with(|all| Some(all.return_alert)))
                on_commit=move |alert| set(None, alert)
            />
        </div>
    }
}

/// Mall visits.
#[component]
pub fn VisitsView(page: Page) -> impl IntoView {
    let t = text(page.locale);
    let columns = vec![
        Column::text(t.brand, 110),
        Column::text(t.mall, 110),
        Column::text(t.location, 96),
        Column::text(t.floor, 60).grow(0),
        Column::text(t.traffic, 110),
        Column::text(t.ages, 84),
        Column::text(t.prices, 96),
        Column::text(t.note, 140).grow(2),
        Column::text(t.day, 92).grow(0),
    ];
    let rows = Signal::derive(move || {
        let line = |row: &MallVisit| {
            let day = row.day.map(|day| day.to_string()).unwrap_or_default();
            let texts = [
                &row.brand,
                &row.mall,
                &row.location,
                &row.floor,
                &row.traffic,
                &row.ages,
                &row.prices,
                &row.note,
                &day,
            ];
            texts.map(|text| Cell::editable(text.clone())).to_vec()
        };
        page.all.with(|all| all.visits.iter().map(line).collect::<Vec<_>>())
    });
    let set = move |row: &mut MallVisit, column: usize, cell: &str| {
        let slot = match column {
            0 => &mut row.brand,
            1 => &mut row.mall,
            2 => &mut row.location,
            3 => &mut row.floor,
            4 => &mut row.traffic,
            5 => &mut row.ages,
            6 => &mut row.prices,
            7 => &mut row.note,
            _ if cell.is_empty() => {
                row.day = None;
                return Ok(());
            }
            _ => {
                let day = cell.parse::<Day>().map_err(|_| (t.bad_cell)(t.day, t.bad_day))?;
                row.day = Some(day);
                return Ok(());
            }
        };
        cell.clone_into(slot);
        Ok(())
    };
    let on_edit = Callback::new(move |edits: Vec<CellEdit>| {
        let old = page.all.with_untracked(|all| all.visits.clone());
        let new =
            edited(&old, &edits, MallVisit::default, &set, |row| *row == MallVisit::default())?;
        page.edit(PersonasEdit::SetVisits(new));
        Ok(())
    });
    let blank = vec![Cell::editable(""); 9];
    view! {
        <Section title=t.visits_title note=t.visits_note>
            <Sheet label=t.visits_title columns rows blank n_spare=N_SPARE on_edit />
            <p class="field-note">{t.help}</p>
        </Section>
    }
}

/// The ladder of segments.
#[component]
pub fn SegmentsView(page: Page) -> impl IntoView {
    let t = text(page.locale);
    let columns = vec![
        Column::text(t.segment, 120),
        Column::number(t.size, "", 96).grow(0),
        Column::text(t.biggest_need, 130),
        Column::text(t.best_product, 130),
        Column::number(t.satisfaction, "1–5", 84).grow(0),
        Column::text(t.next_need, 130),
        Column::text(t.next_product, 150),
    ];
    let rows = Signal::derive(move || {
        let line = |row: &Segment| {
            vec![
                Cell::editable(row.name.clone()),
                Cell::editable(row.size.map(format::count).unwrap_or_default()),
                Cell::editable(row.need.clone()),
                Cell::editable(row.product.clone()),
                Cell::editable(row.satisfaction.map(|n| n.to_string()).unwrap_or_default()),
                Cell::editable(row.next_need.clone()),
                Cell::editable(row.next_product.clone()),
            ]
        };
        page.all.with(|all| all.segments.iter().map(line).collect::<Vec<_>>())
    });
    let set = move |row: &mut Segment, column: usize, cell: &str| {
        match column {
            0 => row.name = cell.to_owned(),
            1 => row.size = count_of(page, t.size, cell)?,
            2 => row.need = cell.to_owned(),
            3 => row.product = cell.to_owned(),
            4 => {
                let n = count_of(page, t.satisfaction, cell)?;
                if n.is_some_and(|n| !(1..=5).contains(&n)) {
                    return Err((t.bad_cell)(t.satisfaction, t.one_to_five));
                }
                row.satisfaction = n.and_then(|n| u8::try_from(n).ok());
            }
            5 => row.next_need = cell.to_owned(),
            _ => row.next_product = cell.to_owned(),
        }
        Ok(())
    };
    let on_edit = Callback::new(move |edits: Vec<CellEdit>| {
        let old = page.all.with_untracked(|all| all.segments.clone());
        let new = edited(&old, &edits, Segment::default, &set, |row| *row == Segment::default())?;
        page.edit(PersonasEdit::SetSegments(new));
        Ok(())
    });
    let blank = vec![Cell::editable(""); 7];
    view! {
        <Section title=t.segments_title note=t.segments_note>
            <Sheet label=t.segments_title columns rows blank n_spare=N_SPARE on_edit />
            <p class="field-note">{t.help}</p>
        </Section>
    }
}
