//! The table of the products.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::base::id::Id;
use crate::base::link::{Link, LinkKind};
use crate::i18n::links::users_of_product;
use crate::platform::random::new_id;
use crate::tools::products::edit::{ProductChange, ProductsEdit};
use crate::tools::products::model::{Product, Role};
use crate::tools::products::text::columns::View;
use crate::tools::products::text::names::{self, Col};
use crate::tools::products::text::read::{Known, error, field};
use crate::tools::products::view::cells::{self, Around};
use crate::tools::products::view::look::Look;
use crate::tools::products::view::rows::Rows;
use crate::tools::products::view::state::Page;
use crate::tools::products::view::stock::Stock;
use crate::ui::grid::{CellEdit, MAX_FROZEN, Sort, new_row};
use crate::ui::{
    Button, EmptyState, Grid, Icon, IconName, Menu, MenuItem, RemovalDialog, Section, Segmented,
    Select,
};
use crate::workbook::edit::Edit;

/// The table with what is found, sorted and shown in it.
#[component]
pub fn List(page: Page) -> impl IntoView {
    let t = page.t;
    let look = Look::new(page);
    let is_open = RwSignal::new(false);
    let has_products = Memo::new(move |_| !page.section.read().products.is_empty());
    let note = Signal::derive(move || {
        let all = page.section.with(|section| section.products.len());
        (t.list_note)(look.order.with(|order| order.len()), all)
    });
    let begin = move || {
        view! {
            <Button kind=crate::ui::ButtonKind::Primary on_press=move |()| is_open.set(true)>
                {t.begin}
            </Button>
        }
    };
    view! {
        <Show
            when=move || has_products.get() || is_open.get()
            fallback=move || {
                view! {
                    <EmptyState title=t.empty_title actions=begin>
                        <p>{t.empty_words}</p>
                    </EmptyState>
                }
            }
        >
            <Section title=t.list note>
                <Tools look />
                <Show when=move || look.view.get() == View::Stock>
                    <Stock look />
                </Show>
                <Table look />
                <p class="muted small">{t.help}</p>
            </Section>
        </Show>
    }
}

/// What is looked for, how it is sorted, which columns are there.
#[component]
fn Tools(look: Look) -> impl IntoView {
    let (page, t) = (look.page, look.page.t);
    let roles = move || {
        let names = Role::ALL.map(|role| names::role(role, page.locale).to_owned());
        [t.all_roles.to_owned(), t.no_role.to_owned()].into_iter().chain(names).collect::<Vec<_>>()
    };
    let choose_role = move |idx: usize| {
        look.role.set(match idx {
            0 => None,
            1 => Some(None),
            idx => Some(Role::ALL.get(idx - 2).copied()),
        });
    };
    let chosen_role = Signal::derive(move || match look.role.get() {
        None => 0,
        Some(None) => 1,
        Some(Some(role)) => role as usize + 2,
    });
    let columns = Signal::derive(move || column_items(look));
    let asking = RwSignal::new(false);
    let remove = move |()| {
        let points = |id: &Id| {
            let link = link_of(*id);
            look.page
                .store
                .with(|wb| !wb.pointing_at(link).is_empty() || !wb.uses_of_product(*id).is_empty())
        };
        if look.selected_ids().iter().any(points) {
            asking.set(true);
        } else {
            remove_selected(look);
        }
    };
    let n_selected = Memo::new(move |_| look.selected_ids().len());
    view! {
        <Removal look asking />
        <div class="products-tools">
            <Segmented
                label=t.view
                options=[t.view_sheet, t.view_sales, t.view_stock].map(str::to_owned).to_vec()
                selected=Signal::derive(move || look.view.get() as usize)
                on_select=move |idx: usize| look.view.set(View::ALL[idx.min(2)])
            />
            <input
                type="search"
                class="field-input products-search"
                aria-label=t.search
                placeholder=t.search
                prop:value=look.text
                on:input:target=move |event| look.text.set(event.target().value())
            />
            <Select
                label=t.role
                is_bare=true
                options=roles()
                selected=chosen_role
                on_select=choose_role
            />
            <Menu label=t.columns items=columns>
                {t.columns}
                <Icon name=IconName::ChevronDown />
            </Menu>
            <Freeze look />
            <Show when=move || look.sort.get().is_some()>
                <Button on_press=move |()| look.sort.set(None)>{t.stored_order}</Button>
            </Show>
            <Show when=move || n_selected.get() != 0>
                <Button icon=IconName::Delete on_press=remove>
                    {move || (t.delete_rows)(n_selected.get())}
                </Button>
            </Show>
        </div>
    }
}

fn column_items(look: Look) -> Vec<MenuItem> {
    let all = look.view.get().cols();
    let shown = look.cols.get();
    // The first column names the rows and stays.
    let item = |col: &Col| {
        let col = *col;
        let toggle = move || look.change_columns(|columns| columns.toggle(col));
        MenuItem::new(names::column(col, look.page.locale).0, toggle).checked(shown.contains(&col))
    };
    all.iter().skip(1).map(item).collect()
}

/// Up to which column they stay in sight while the others scroll.
#[component]
fn Freeze(look: Look) -> impl IntoView {
    let (t, locale) = (look.page.t, look.page.locale);
    let held = move || look.cols.get().into_iter().take(MAX_FROZEN).collect::<Vec<_>>();
    let options = Signal::derive(move || {
        let name = |col: Col| (t.freeze_to)(names::column(col, locale).0);
        held().into_iter().map(name).collect::<Vec<_>>()
    });
    let selected = Signal::derive(move || {
        look.columns.with(|columns| columns.n_frozen(look.view.get())).min(MAX_FROZEN) - 1
    });
    let choose = move |idx: usize| {
        if let Some(col) = untrack(held).get(idx) {
            let view = look.view.get_untracked();
            look.change_columns(|columns| columns.freeze(view, *col));
        }
    };
    view! {
        <div class="products-freeze">
            <Select label=t.freeze is_bare=true options selected on_select=choose />
        </div>
    }
}

fn link_of(id: Id) -> Link {
    Link::new(LinkKind::Product, id)
}

/// Asks before products are removed that others point at, and names these.
#[component]
fn Removal(look: Look, asking: RwSignal<bool>) -> impl IntoView {
    let (page, locale) = (look.page, look.page.locale);
    let names = page.store.select(move |wb| {
        let ids = look.selected_ids();
        let names: Vec<&str> = ids.iter().filter_map(|id| wb.title_of(link_of(*id))).collect();
        names.join(page.t.comma)
    });
    let items = page.store.select(move |wb| {
        let ids = look.selected_ids();
        ids.iter().flat_map(|id| users_of_product(wb, *id, locale)).collect::<Vec<_>>()
    });
    view! {
        <RemovalDialog
            open=asking
            name=names
            items
            note=page.t.remove_note
            on_remove=move |()| remove_selected(look)
        />
    }
}

fn remove_selected(look: Look) {
    let ids = look.selected_ids();
    let edits: Vec<Edit> = ids.iter().map(|id| ProductsEdit::Remove(*id).into()).collect();
    let n = edits.len();
    if n != 0 && look.page.edit(Edit::All(edits)) {
        look.selected.set(Vec::new());
        look.page.say_undoable((look.page.t.removed)(n));
    }
}

#[component]
fn Table(look: Look) -> impl IntoView {
    let (page, t) = (look.page, look.page.t);
    let columns = Signal::derive(move || {
        let sort = look.sort.get();
        page.personas.with(|personas| {
            let made = |col: &Col| {
                let sort = match (col.sorts(), sort) {
                    (None, _) => Sort::No,
                    (Some(by), Some((chosen, true))) if by == chosen => Sort::Down,
                    (Some(by), Some((chosen, false))) if by == chosen => Sort::Up,
                    (Some(_), _) => Sort::Able,
                };
                cells::column(*col, page.locale, sort, personas)
            };
            look.cols.with(|cols| cols.iter().map(made).collect::<Vec<_>>())
        })
    });
    let made = Memo::new(move |old| rows(look, old));
    let rows = Signal::derive(move || {
        let mut rows = made.with(Rows::rows);
        if !look.is_filtered() {
            rows.push(look.cols.with(|cols| cells::new_row(cols, t.new_row)));
        }
        rows
    });
    let on_edit = Callback::new(move |cells: Vec<CellEdit>| take(look, cells));
    // None, up, down, none: the stored order is one press away.
    let on_sort = move |idx: usize| {
        let by = look.cols.with_untracked(|cols| cols.get(idx).and_then(|col| col.sorts()));
        let Some(by) = by else { return };
        look.sort.update(|sort| {
            *sort = match *sort {
                Some((old, false)) if old == by => Some((by, true)),
                Some((old, true)) if old == by => None,
                _ => Some((by, false)),
            };
        });
    };
    let on_move = move |(key, _): (i64, usize)| {
        if new_row(key).is_none() {
            page.choose_at_rest(Id::from_bits(key.cast_unsigned()));
        }
    };
    // A product that the address names is in sight at first; no row has the key 0.
    let start = page.chosen.get_untracked().map_or(0, |id| id.bits().cast_signed());
    view! {
        <Grid
            label=t.list
            columns
            rows
            on_edit
            on_move
            on_sort
            start
            frozen=Signal::derive(move || {
                look.columns.with(|columns| columns.n_frozen(look.view.get()))
            })
            on_rows=move |keys| look.selected.set(keys)
        />
    }
}

fn rows(look: Look, old: Option<&Rows>) -> Rows {
    let page = look.page;
    let (cols, order, figures) = (look.cols.get(), look.order.get(), page.figures.get());
    let period = page.period.get();
    page.personas.with(|personas| {
        let around = Around {
            locale: page.locale,
            today: page.today,
            period,
            personas,
            unnamed: page.t.unnamed,
        };
        let lines = look.lines.get();
        page.section.with(|section| {
            Rows::new(old, &order, (&section.products, &figures, &lines), (&cols, &around))
        })
    })
}

/// Takes over what was typed, pasted, filled or cleared, as one step; texts behind the last row
/// make products.
fn take(look: Look, cells: Vec<CellEdit>) -> Result<(), String> {
    let page = look.page;
    let (cols, personas) = (look.cols.get_untracked(), page.personas.get_untracked());
    let period = page.period.get_untracked();
    let known = Known { today: page.today, period, personas: &personas };
    let mut made: BTreeMap<usize, Id> = BTreeMap::new();
    let mut changes = Vec::with_capacity(cells.len());
    for cell in cells {
        let Some(col) = cols.get(cell.column).copied() else { continue };
        let place = new_row(cell.row);
        if place.is_some() && cell.text.trim().is_empty() {
            continue;
        }
        let field = field(col, &cell.text, &known).map_err(|why| {
            let name = names::column(col, page.locale).0;
            format!("{name} · {}", error(&why, page.locale))
        })?;
        let id = match place {
            Some(place) => *made.entry(place).or_insert_with(new_id),
            None => Id::from_bits(cell.row.cast_unsigned()),
        };
        changes.push(ProductChange { id, field });
    }
    if changes.is_empty() {
        return Ok(());
    }
    let change = Edit::from(ProductsEdit::Set(changes));
    if made.is_empty() {
        return page.try_edit(change);
    }
    let products = made.into_values().map(|id| Product::new(id, String::new())).collect();
    page.try_edit(Edit::All(vec![ProductsEdit::Put(products).into(), change]))
}
