//! The room that is left, the second copy, the last backup, and whether the browser keeps it all.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::i18n::{format, words};
use crate::persist::room::{Fullness, fullness, percent};
use crate::persist::shelf::{ORIGIN_UNITS, Shelf};
use crate::platform::lasting;
use crate::tools::archive::text::size;
use crate::tools::archive::view::Desk;
use crate::ui::ruler_scale::RulerData;
use crate::ui::{Button, Message, Ruler, Section, Tone};

/// The section.
#[component]
pub fn Storage(desk: Desk, shelf: Memo<Shelf>) -> impl IntoView {
    let Desk { t, workbook, .. } = desk;
    let used = Signal::derive(move || (t.used)(&size(shelf.read().used), &size(ORIGIN_UNITS)));
    let data = Signal::derive(move || RulerData {
        target: ORIGIN_UNITS as i64,
        actual: shelf.read().used as i64,
        ..RulerData::default()
    });
    let aside = move || Some(shelf.read().n_set_aside).filter(|n| 0 < *n).map(t.set_aside);
    let copied = workbook.copy_state();
    let copy = move || words::copy_state(&copied.get(), desk.locale);
    let forecast = move || {
        let used = shelf.read().used;
        let left = workbook.days_left(used).map(t.days_left).unwrap_or_default();
        format!("{} {left}", (t.fullness)(percent(used)))
    };
    let is_tight = Memo::new(move |_| fullness(shelf.read().used) == Fullness::Tight);
    view! {
        <Section title=t.storage note=used>
            <div class="stack">
                <Ruler data label=used />
                <p class="small">{forecast}</p>
                <Show when=move || is_tight.get()>
                    <Message tone=Tone::Alert>{t.tight}</Message>
                </Show>
                <p class="small">{copy}</p>
                <Backup desk />
                <Kept desk />
                {move || aside().map(|words| view! { <p class="small alert-text">{words}</p> })}
            </div>
        </Section>
    }
}

/// How old the last backup file of the open workbook is.
#[component]
fn Backup(desk: Desk) -> impl IntoView {
    let Desk { t, workbook, .. } = desk;
    let words = move || {
        desk.done.track();
        workbook.save_state().track();
        workbook.id().track();
        let backup = workbook.backup();
        match backup.at {
            Some(at) => (t.backup)(&format::time_short(&at), backup.n_days),
            None => t.no_backup.to_owned(),
        }
    };
    let download = move |()| {
        desk.told(workbook.download());
    };
    view! {
        <p class="small">{words}</p>
        <p>
            <Button on_press=download>{t.back_up}</Button>
        </p>
    }
}

/// Whether the browser has promised to keep what is stored; nothing where it cannot be asked.
#[component]
fn Kept(desk: Desk) -> impl IntoView {
    let t = desk.t;
    let kept = RwSignal::new(None::<bool>);
    spawn_local(async move {
        // The page may have been left meanwhile.
        kept.try_set(lasting::is_kept().await);
    });
    let ask = move |()| {
        spawn_local(async move {
            let answer = lasting::ask_to_keep().await;
            if answer != Some(true) {
                desk.toasts.say(t.refused.to_owned());
            }
            kept.try_set(answer);
        });
    };
    view! {
        <Show when=move || kept.get() == Some(true)>
            <p class="small">{t.kept}</p>
        </Show>
        <Show when=move || kept.get() == Some(false)>
            <p class="small">{t.not_kept}</p>
            <p>
                <Button on_press=ask>{t.ask_to_keep}</Button>
            </p>
        </Show>
    }
}
