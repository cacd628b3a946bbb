//! Another copy of the open workbook: as a new one, in its place, or merged into it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::i18n::copy_words::{Words, words};
use crate::persist::merge::{Choices, Conflict, Side};
use crate::platform::files;
use crate::store::StoreError;
use crate::store::copy::CopyPreview;
use crate::tools::archive::view::Desk;
use crate::ui::{Button, ButtonKind, Dialog, Segmented};

/// The id of the field that chooses a copy.
pub(super) const CHOOSE_COPY: &str = "choose-copy";
/// So many conflicts are listed.
const MAX_ROWS: usize = 200;
/// The places of the ways in the list of them.
const AS_NEW: usize = 0;
const REPLACE: usize = 1;
const MERGE: usize = 2;

/// The dialog, and the field that opens it.
#[component]
pub(super) fn CopyDialog(desk: Desk) -> impl IntoView {
    let t = words(desk.locale);
    let open = RwSignal::new(false);
    let text = StoredValue::new(String::new());
    let preview = RwSignal::new(None::<CopyPreview>);
    let way = RwSignal::new(AS_NEW);
    let choices = RwSignal::new(Choices::default());
    let look = move |file: web_sys::File| {
        spawn_local(async move {
            let read = files::text(&file).await.map_err(|_| StoreError::File);
            let looked = read.and_then(|read| {
                let preview = desk.workbook.look_at_copy(&read)?;
                text.set_value(read);
                Ok(preview)
            });
            if let Some(looked) = desk.told(looked) {
                preview.set(Some(looked));
                way.set(AS_NEW);
                choices.set(Choices::default());
                open.set(true);
            }
        });
    };
    let confirm = move |()| {
        open.set(false);
        let file = text.try_update_value(std::mem::take).unwrap_or_default();
        let workbook = desk.workbook;
        let (result, done) = match way.get_untracked() {
            REPLACE => (workbook.replace_by_copy(&file), Some(t.replaced)),
            MERGE => (workbook.merge_copy(&file, &choices.get_untracked()), Some(t.merged)),
            _ => (workbook.import_json(&file).map(drop), None),
        };
        if desk.told(result).is_some()
            && let Some(done) = done
        {
            desk.toasts.say(done.to_owned());
        }
    };
    let actions = move || {
        view! {
            <Button on_press=move |()| open.set(false)>{t.cancel}</Button>
            <Button kind=ButtonKind::Primary on_press=confirm>
                {t.confirm}
            </Button>
        }
    };
    let title = Signal::derive(move || {
        preview.read().as_ref().map(|preview| (t.title)(&preview.name)).unwrap_or_default()
    });
    view! {
        <input
            id=CHOOSE_COPY
            class="visually-hidden"
            type="file"
            tabindex="-1"
            aria-label=t.bring_in
            accept=".json,application/json"
            on:change:target=move |event| {
                let input = event.target();
                let file = input.files().and_then(|list| list.get(0));
                input.set_value("");
                if let Some(file) = file {
                    look(file);
                }
            }
        />
        <Dialog title open actions is_wide=true>
            <div class="stack">
                <div class="table-scroll">
                <Segmented
                    label=t.how
                    options=t.ways.map(str::to_owned).to_vec()
                    selected=way
                    on_select=move |idx| way.set(idx)
                />
                </div>
                <p class="muted">{move || t.notes.get(way.get()).copied()}</p>
                <Show when=move || way.get() == MERGE>
                    <Preview t preview choices />
                </Show>
            </div>
        </Dialog>
    }
}

/// What a merge would bring, and the conflicts.
#[component]
fn Preview(
    t: &'static Words,
    preview: RwSignal<Option<CopyPreview>>,
    choices: RwSignal<Choices>,
) -> impl IntoView {
    let CopyPreview { has_base, conflicts, counts, n_links, .. } = preview.get_untracked()?;
    let n_conflicts = conflicts.len();
    let n_more = n_conflicts.saturating_sub(MAX_ROWS);
    let is_same = n_conflicts == 0 && counts == Default::default();
    let all = move |side| move |()| choices.set(Choices::all(side));
    Some(view! {
        <p>{if is_same { t.is_same.to_owned() } else { (t.counts)(counts) }}</p>
        {(!has_base && !is_same).then(|| view! { <p>{t.no_base}</p> })}
        {(0 < n_links).then(|| view! { <p>{(t.n_links)(n_links)}</p> })}
        {(0 < n_conflicts)
            .then(|| {
                view! {
                    <p class="strong">{(t.n_conflicts)(n_conflicts)}</p>
                    <p>
                        <Button on_press=all(Side::Mine)>{t.all_mine}</Button>
                        " "
                        <Button on_press=all(Side::Theirs)>{t.all_theirs}</Button>
                    </p>
                    <div class="table-scroll">
                        <table class="table">
                            <thead>
                                <tr>
                                    <th scope="col">{t.place}</th>
                                    <th scope="col">{t.mine}</th>
                                    <th scope="col">{t.theirs}</th>
                                    <th scope="col">{t.choice}</th>
                                </tr>
                            </thead>
                            <tbody>
                                {conflicts
                                    .into_iter()
                                    .take(MAX_ROWS)
                                    .map(|conflict| view! { <Row t conflict choices /> })
                                    .collect_view()}
                            </tbody>
                        </table>
                    </div>
                    {(0 < n_more).then(|| view! { <p class="small">{(t.n_more)(n_more)}</p> })}
                }
            })}
    })
}

#[component]
fn Row(t: &'static Words, conflict: Conflict, choices: RwSignal<Choices>) -> impl IntoView {
    let place = t.place_of(&conflict);
    let mine = t.value_of(&conflict, conflict.mine.as_ref());
    let theirs = t.value_of(&conflict, conflict.theirs.as_ref());
    let (at, to) = (conflict.place.clone(), conflict.place);
    let selected = Signal::derive(move || usize::from(choices.read().at(&at) == Side::Theirs));
    let label = format!("{}: {place}", t.choice);
    view! {
        <tr>
            <th scope="row" data-wrap="">
                <bdi>{place}</bdi>
            </th>
            <td data-wrap="">
                <bdi>{mine}</bdi>
            </td>
            <td data-wrap="">
                <bdi>{theirs}</bdi>
            </td>
            <td>
                <Segmented
                    label
                    options=vec![t.mine.to_owned(), t.theirs.to_owned()]
                    selected
                    on_select=move |idx| {
                        let side = if idx == 0 { Side::Mine } else { Side::Theirs };
                        choices.update(|choices| {
                            choices.one.insert(to.clone(), side);
                        });
                    }
                />
            </td>
        </tr>
    }
}
