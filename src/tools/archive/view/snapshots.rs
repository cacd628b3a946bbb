//! The earlier versions, and going back to one of them.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::i18n::{format, words};
use crate::persist::snapshot::{Snapshot, SnapshotKey};
use crate::tools::archive::text::size;
use crate::tools::archive::view::Desk;
use crate::ui::{Button, ButtonKind, Dialog, Section};

/// The list, and the dialog that asks before.
#[component]
pub fn Snapshots(desk: Desk) -> impl IntoView {
    let Desk { t, workbook, locale, .. } = desk;
    let all = RwSignal::new(Vec::<Snapshot>::new());
    Effect::new(move || {
        // The database tells nobody: looked at again after each copy and each command.
        desk.done.track();
        workbook.copy_state().track();
        workbook.id().track();
        spawn_local(async move {
            let found = workbook.snapshots().await;
            // The page may have been left meanwhile.
            all.try_set(found);
        });
    });
    let chosen = RwSignal::new(None::<(SnapshotKey, String)>);
    let open = RwSignal::new(false);
    let note = Signal::derive(move || (t.n_snapshots)(all.read().len()));
    let go_back = move |()| {
        open.set(false);
        let Some((key, _)) = chosen.get_untracked() else { return };
        spawn_local(async move {
            if desk.told(workbook.go_back(key).await).is_some() {
                desk.toasts.say(t.gone_back.to_owned());
            }
        });
    };
    let actions = move || {
        view! {
            <Button on_press=move |()| open.set(false)>{t.cancel}</Button>
            <Button kind=ButtonKind::Primary on_press=go_back>
                {t.go_back}
            </Button>
        }
    };
    let title = Signal::derive(move || {
        chosen.get().map(|(_, at)| (t.go_back_question)(&at)).unwrap_or_default()
    });
    let row = move |one: Snapshot| {
        let at = format::time_short(&one.at);
        let name = if one.name.trim().is_empty() { t.unnamed.to_owned() } else { one.name.clone() };
        let (key, shown) = (one.key(), at.clone());
        let ask = move |()| {
            chosen.set(Some((key, shown.clone())));
            open.set(true);
        };
        view! {
            <tr>
                <td>{at}</td>
                <td data-wrap="">
                    <bdi>{name}</bdi>
                </td>
                <td data-wrap="">{words::snapshot_reason(one.reason, locale)}</td>
                <td data-align="end">{size(one.size)}</td>
                <td class="table-actions">
                    <Button kind=ButtonKind::Quiet on_press=ask>
                        {t.go_back}
                    </Button>
                </td>
            </tr>
        }
    };
    view! {
        <Section title=t.snapshots note>
            <p class="small muted">{t.snapshots_note}</p>
            <Show when=move || !all.read().is_empty()>
                <div class="table-scroll">
                    <table class="table">
                        <thead>
                            <tr>
                                <th scope="col">{t.made}</th>
                                <th scope="col">{t.name}</th>
                                <th scope="col">{t.why}</th>
                                <th scope="col" data-align="end">
                                    {t.size}
                                </th>
                                <th scope="col" data-align="end">
                                    <span class="visually-hidden">{t.actions}</span>
                                </th>
                            </tr>
                        </thead>
                        <tbody>
                            <For each=move || all.get() key=Snapshot::key let:one>
                                {row(one)}
                            </For>
                        </tbody>
                    </table>
                </div>
            </Show>
        </Section>
        <Dialog title open actions>
            <p>{t.go_back_note}</p>
        </Dialog>
    }
}
