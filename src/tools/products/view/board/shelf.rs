//! The roles as places to put a bubble: what the structure is, and a way to change it.

use leptos::prelude::*;

use crate::base::list;
use crate::tools::products::edit::ProductField;
use crate::tools::products::model::Role;
use crate::tools::products::text::names;
use crate::tools::products::view::board::Look;
use crate::ui::{Drag, DropPlace};

/// No role, and the five in the order of their source.
fn roles() -> impl Iterator<Item = Option<Role>> {
    Role::ALL.into_iter().map(Some).chain([None])
}

/// The drag that takes a bubble to a role. The same is chosen in the panel of the chosen product.
pub fn use_role_drag(look: Look) -> Drag {
    let drop = move |(item, place): (String, DropPlace)| {
        let (Ok(idx), Ok(to)) = (item.parse::<usize>(), place.list.parse::<usize>()) else {
            return;
        };
        let id = look.board.with_untracked(|board| board.standings.get(idx).map(|one| one.id));
        let (Some(id), Some(role)) = (id, roles().nth(to)) else { return };
        let page = look.page;
        let now = page.section.with_untracked(|section| {
            list::find(&section.products, id).and_then(|product| product.role)
        });
        if now != role && page.set(id, ProductField::Role(role)) {
            page.say_undoable((look.t.role_set)(&page.name_of(id), name(look, role)));
        }
    };
    Drag::new(Callback::new(drop))
}

fn name(look: Look, role: Option<Role>) -> &'static str {
    role.map_or(look.page.t.no_role, |role| names::role(role, look.page.locale))
}

/// The roles, each with how many of the products on the chart have it.
#[component]
pub fn Shelf(look: Look, drag: Drag) -> impl IntoView {
    let counts = Memo::new(move |_| {
        let mut counts = [0_usize; Role::ALL.len() + 1];
        look.page.section.with(|section| {
            look.board.with(|board| {
                for standing in &board.standings {
                    let role = list::find(&section.products, standing.id).and_then(|one| one.role);
                    counts[role.map_or(Role::ALL.len(), |role| role as usize)] += 1;
                }
            });
        });
        counts
    });
    let place = move |(idx, role): (usize, Option<Role>)| {
        let list = idx.to_string();
        let over = {
            let list = list.clone();
            move || drag.is_at_end(&list).then_some("")
        };
        view! {
            <li data-drop-list=list data-over=over>
                {name(look, role)} " " <b>{move || counts.get()[idx]}</b>
            </li>
        }
    };
    view! {
        <p class="muted small">{look.t.shelf}</p>
        <ul class="products-shelf" aria-label=look.page.t.roles>
            {roles().enumerate().map(place).collect_view()}
        </ul>
    }
}
