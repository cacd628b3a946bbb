//! The rows of a distribution: typed, or pasted as a table.

use leptos::prelude::*;

use crate::base::id::Id;
use crate::base::number::parse_ratio;
use crate::base::ratio::Ratio;
use crate::knowledge::regions::{region_name, short_name};
use crate::tools::personas::calc::shares::{Rest, rest_of};
use crate::tools::personas::model::persona::{Distribution, ShareRow};
use crate::tools::personas::text::describe::share_text;
use crate::tools::personas::text::fields::{distribution_name, text};
use crate::tools::personas::text::text as page_text;
use crate::tools::personas::view::sheet::{Sheet, edited};
use crate::tools::personas::view::state::Page;
use crate::ui::grid::model::{Cell, CellEdit, Column};
use crate::ui::{Button, ButtonKind};

/// A share between 0 and 100 %; none for an empty text.
pub fn share_of(text: &str) -> Option<Option<Ratio>> {
    if text.is_empty() {
        return Some(None);
    }
    let share = parse_ratio(text).ok()?;
    (0..=10_000).contains(&share.bp()).then_some(Some(share))
}

/// The table of a distribution, what it adds up to, and the way to paste one.
#[component]
pub fn ShareTable(page: Page, of: Distribution) -> impl IntoView {
    let (t, p) = (text(page.locale), page_text(page.locale));
    let factors = page.store.select(|wb| wb.factor_names());
    let with_factor = of == Distribution::Occasions;
    let mut columns = vec![Column::text(t.col_name, 96), Column::number(t.col_share, "%", 64)];
    let mut blank = vec![Cell::editable(""), Cell::editable("")];
    if with_factor {
        columns.push(Column::text(t.col_factor, 104));
        blank.push(Cell::editable(""));
    }
    let share_rows = move || {
        page.persona.with(|one| one.as_ref().map(|one| one.rows(of).clone()).unwrap_or_default())
    };
    let rows = Signal::derive(move || {
        let line = |row: ShareRow| {
            let share = row.share.map(|share| share_text(share).trim_end_matches('%').to_owned());
            let mut cells = vec![
                Cell::editable(region_name(&row.name, page.locale)),
                Cell::editable(share.unwrap_or_default()),
            ];
            if with_factor {
                let name = factors.with(|all| name_of(all, row.factor));
                cells.push(Cell::editable(name));
            }
            cells
        };
        share_rows().into_iter().map(line).collect::<Vec<_>>()
    });
    let on_edit = Callback::new(move |edits: Vec<CellEdit>| {
        let old = untrack(share_rows);
        let set = |row: &mut ShareRow, column: usize, cell: &str| {
            match column {
                0 => {
                    row.name =
                        short_name(region_name(cell, crate::base::locale::Locale::Zh)).to_owned()
                }
                1 => row.share = share_of(cell).ok_or_else(|| t.bad_share.to_owned())?,
                _ if cell.is_empty() => row.factor = None,
                _ => {
                    let found = factors.with_untracked(|all| {
                        all.iter().find(|(_, name)| name == cell).map(|(id, _)| *id)
                    });
                    row.factor = Some(found.ok_or_else(|| (t.no_such_factor)(cell))?);
                }
            }
            Ok(())
        };
        let blank = || ShareRow::new(String::new(), None);
        let is_empty = |row: &ShareRow| row.name.is_empty() && row.share.is_none();
        let new = edited(&old, &edits, blank, &set, is_empty)?;
        page.put(&|persona| persona.rows_mut(of).clone_from(&new));
        Ok(())
    });
    let rest = move || {
        let rows = share_rows();
        let sum: i32 = rows.iter().filter_map(|row| row.share).map(Ratio::bp).sum();
        let sum = share_text(Ratio::from_bp(sum));
        let (is_alert, words) = match rest_of(&rows) {
            Rest::Nothing => (false, t.clear_help.to_owned()),
            Rest::Whole => (false, t.rest_whole.to_owned()),
            Rest::Unknown(rest) => (false, (t.rest_unknown)(&sum, &share_text(rest))),
            Rest::Over(over) => (true, (t.rest_over)(&sum, &share_text(over))),
        };
        view! { <p class="field-note" data-tone=is_alert.then_some("alert")>{words}</p> }
    };
    view! {
        <div class="personas-shares">
            <Sheet
                label=distribution_name(of, page.locale)
                columns
                rows
                blank
                n_spare=2
                on_edit
            />
            <div class="personas-shares-foot">
                {rest}
                <Button kind=ButtonKind::Link on_press=move |()| page.paste_into(of)>
                    {p.paste}
                </Button>
            </div>
        </div>
    }
}

fn name_of(names: &[(Id, String)], id: Option<Id>) -> String {
    let found = names.iter().find(|(one, _)| Some(*one) == id);
    found.map(|(_, name)| name.clone()).unwrap_or_default()
}
