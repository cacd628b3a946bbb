//! For whom the map is shown: presets, and views of the user's own.

use leptos::prelude::*;

use crate::base::extra::Extra;
use crate::base::list;
use crate::knowledge::lanes::PRESETS;
use crate::platform::random::new_id;
use crate::tools::journey::calc::{Shown, shown_views, toggled};
use crate::tools::journey::edit::JourneyEdit;
use crate::tools::journey::model::{Lane, LaneView};
use crate::tools::journey::text::lane_name;
use crate::tools::journey::view::state::Page;
use crate::ui::{Button, ButtonKind, Menu, MenuItem, Select, TextField};

/// The view in a place of the list; everything where there is none. Called in the body of a
/// component.
pub fn chosen_view(page: Page, place: RwSignal<usize>) -> Memo<Shown> {
    page.store.select(move |wb| {
        let mut views = shown_views(&wb.journey);
        let place = place.get();
        if place < views.len() { views.swap_remove(place) } else { views.swap_remove(0) }
    })
}

/// Chooses a view, changes what it shows, names it.
#[component]
pub fn ViewBar(page: Page, place: RwSignal<usize>, view: Memo<Shown>) -> impl IntoView {
    let (t, locale) = (page.t, page.locale);
    let names = page.store.select(move |wb| {
        let name = |view: Shown| match view.preset.and_then(|preset| PRESETS.get(preset)) {
            Some(preset) => preset.name(locale).to_owned(),
            None if view.is_all() => t.view_all.to_owned(),
            None => view.name,
        };
        shown_views(&wb.journey).into_iter().map(name).collect::<Vec<String>>()
    });
    // A place whose view was removed, by undo for one, shows everything.
    let selected = Signal::derive(move || {
        let place = place.get();
        if place < names.with(Vec::len) { place } else { 0 }
    });
    let rows = Signal::derive(move || {
        let shown = view.get();
        let mut items: Vec<MenuItem> = Lane::ALL
            .map(|lane| {
                let label = lane_name(lane, locale);
                let is_on = shown.lanes.contains(&lane);
                let toggle = move || {
                    let lanes = view.with_untracked(|view| toggled(&view.lanes, lane));
                    change(page, place, view, |view| view.lanes = lanes);
                };
                MenuItem::new(label, toggle).checked(is_on)
            })
            .to_vec();
        let mood = move || change(page, place, view, |view| view.has_mood = !view.has_mood);
        items.push(MenuItem::new(t.mood, mood).checked(shown.has_mood));
        items
    });
    let own = Memo::new(move |_| view.with(|view| view.id.filter(|_| view.preset.is_none())));
    let remove = move |()| {
        let Some(id) = view.with_untracked(|view| view.id) else { return };
        let is_own = own.get_untracked().is_some();
        if page.edit(JourneyEdit::RemoveView(id)) {
            if is_own {
                place.set(0);
            }
            let said = if is_own { t.view_removed } else { t.view_is_reset };
            page.say_undoable(said.to_owned());
        }
    };
    view! {
        <div class="row journey-views">
            <span class="muted" aria-hidden="true">{t.view}</span>
            <Select
                label=t.view
                options=names
                selected
                on_select=move |idx| place.set(idx)
                is_bare=true
            />
            <Menu label=t.view_rows items=rows>
                {t.view_rows}
            </Menu>
            <Show when=move || own.get().is_some()>
                <TextField
                    label=t.view_name
                    is_bare=true
                    value=Signal::derive(move || view.with(|view| view.name.clone()))
                    on_commit=move |name: String| {
                        change(page, place, view, |view| view.name = name)
                    }
                />
            </Show>
            <Show when=move || view.with(|view| view.id.is_some())>
                <Button kind=ButtonKind::Quiet on_press=remove>
                    {move || if own.get().is_some() { t.view_delete } else { t.view_reset }}
                </Button>
            </Show>
        </div>
    }
}

/// Changes the chosen view; of the one that shows everything a view of the user's own is made.
fn change(
    page: Page,
    place: RwSignal<usize>,
    view: Memo<Shown>,
    change: impl FnOnce(&mut LaneView),
) {
    let shown = view.get_untracked();
    let stored =
        shown.id.and_then(|id| page.store.with(|wb| list::find(&wb.journey.views, id).cloned()));
    let is_new_own = shown.is_all();
    let mut view = stored.unwrap_or_else(|| LaneView {
        id: new_id(),
        preset: shown.preset.and_then(|idx| PRESETS.get(idx)).map(|preset| preset.key.to_owned()),
        name: if is_new_own { page.t.view_own.to_owned() } else { String::new() },
        lanes: shown.lanes,
        has_mood: shown.has_mood,
        extra: Extra::new(),
    });
    change(&mut view);
    if page.edit(JourneyEdit::PutView(view)) && is_new_own {
        let n_views = page.store.with(|wb| shown_views(&wb.journey).len());
        place.set(n_views.saturating_sub(1));
    }
}
