//! The same items as a table that sorts and filters.

use leptos::prelude::*;

use crate::base::money::Money;
use crate::base::order;
use crate::i18n::format;
use crate::knowledge::life_quadrant::LifeField;
use crate::tools::quadrant::calc::Placed;
use crate::tools::quadrant::view::state::{Page, percent};
use crate::ui::grid::{Cell, Column, Grid, Row, Sort};
use crate::ui::{Section, Select, TextField};

/// The place of the visitors among the columns: what the table is sorted by at first.
const VISITORS: usize = 2;

/// The table.
#[component]
pub fn Table(page: Page) -> impl IntoView {
    let t = page.t;
    let sort = RwSignal::new((VISITORS, false));
    let field = RwSignal::new(None::<LifeField>);
    let search = RwSignal::new(String::new());
    let shown = Memo::new(move |_| {
        let (by, is_up) = sort.get();
        let (field, wanted) = (field.get(), search.get().trim().to_lowercase());
        let stays = page.stays.get();
        let stay = |item: &Placed| stays.get(&item.id).map_or(0, |stay| stay.n_days);
        page.map.with(|map| {
            let items = map.iter().flat_map(|map| &map.items);
            let mut items: Vec<(String, Placed)> = items
                .filter(|item| field.is_none_or(|field| item.field == field))
                .map(|item| (page.name(&item.id), item.clone()))
                .filter(|(name, item)| {
                    name.to_lowercase().contains(&wanted) || item.id.contains(&wanted)
                })
                .collect();
            order::sort_by(&mut items, |(a_name, a), (b_name, b)| {
                let order = match by {
                    0 => a_name.cmp(b_name),
                    1 => a.field.cmp(&b.field),
                    3 => a.rate.cmp(&b.rate),
                    4 => a.buyers.cmp(&b.buyers),
                    5 => a.sales.cmp(&b.sales),
                    6 => stay(a).cmp(&stay(b)),
                    7 => a.before.map(|old| old.field).cmp(&b.before.map(|old| old.field)),
                    _ => a.visitors.cmp(&b.visitors),
                };
                if is_up { order } else { order.reverse() }
            });
            items
        })
    });
    let columns = Signal::derive(move || {
        let (by, is_up) = sort.get();
        let sorted = |idx: usize| match (by == idx, is_up) {
            (false, _) => Sort::Able,
            (true, true) => Sort::Up,
            (true, false) => Sort::Down,
        };
        vec![
            Column::text(t.item, 150).grow(3).sorted(sorted(0)),
            Column::text(t.field, 104).fit().sorted(sorted(1)),
            Column::number(t.visitors, t.unit_people, 72).sorted(sorted(VISITORS)),
            Column::number(t.rate, "", 84).sorted(sorted(3)),
            Column::number(t.buyers, t.unit_people, 80).sorted(sorted(4)),
            Column::number(t.sales, "", 80).sorted(sorted(5)),
            Column::number(t.days, t.unit_days, 56).sorted(sorted(6)),
            Column::text(t.field_before, 104).fit().sorted(sorted(7)),
        ]
    });
    let rows = Signal::derive(move || {
        let stays = page.stays.get();
        let name_of = |field: LifeField| field.row().name(page.locale).to_owned();
        let row = |(idx, (name, item)): (usize, &(String, Placed))| {
            let days = stays.get(&item.id).map_or(format::NONE.to_owned(), |stay| {
                if stay.is_least { (t.least)(stay.n_days) } else { stay.n_days.to_string() }
            });
            let before = item.before.map_or(format::NONE.to_owned(), |old| name_of(old.field));
            Row {
                key: i64::try_from(idx).unwrap_or(i64::MAX),
                cells: [
                    name.clone(),
                    name_of(item.field),
                    format::count(item.visitors),
                    percent(item.rate),
                    format::count(item.buyers),
                    format::money_whole(Money::from_fen_clamped(item.sales)),
                    days,
                    before,
                ]
                .map(Cell::new)
                .into(),
                ..Row::default()
            }
        };
        shown.with(|items| items.iter().enumerate().map(row).collect::<Vec<_>>())
    });
    let on_sort = move |idx: usize| {
        // Texts begin with the first, numbers with the greatest.
        let is_text = matches!(idx, 0 | 1 | 7);
        sort.update(|(by, is_up)| {
            (*by, *is_up) = (idx, if *by == idx { !*is_up } else { is_text });
        });
    };
    let on_move = move |(key, _): (i64, usize)| {
        let id = usize::try_from(key).ok().and_then(|idx| {
            shown.with_untracked(|items| items.get(idx).map(|(_, item)| item.id.clone()))
        });
        if id.is_some() {
            page.chosen.set(id);
        }
    };
    let fields = LifeField::ALL.map(|field| field.row().name(page.locale).to_owned());
    let fields: Vec<String> = [t.all_fields.to_owned()].into_iter().chain(fields).collect();
    let chosen_field = Signal::derive(move || field.get().map_or(0, |field| field as usize + 1));
    let choose = move |idx: usize| {
        field.set(idx.checked_sub(1).and_then(|idx| LifeField::ALL.get(idx).copied()));
    };
    view! {
        <Section title=t.table note=t.table_note>
            <div class="quadrant-tools">
                <Select label=t.filter options=fields selected=chosen_field on_select=choose />
                <TextField
                    label=t.search
                    value=search
                    on_commit=move |text: String| search.set(text)
                />
            </div>
            <Grid label=t.table columns rows on_sort on_move />
        </Section>
    }
}
