//! Whether what is on the screen is stored: said in the top bar, and at length where it is not.

use leptos::prelude::*;

use crate::i18n::store_words::store_error;
use crate::i18n::text::text;
use crate::i18n::use_locale;
use crate::i18n::words;
use crate::persist::mirror::CopyState;
use crate::persist::state::SaveState;
use crate::platform::{document, page};
use crate::route::Route;
use crate::route::pages::has_page;
use crate::store::use_workbook;
use crate::ui::{Button, ButtonKind, Icon, IconName, Message, Tone, use_toasts};

/// The state in a few words; leads to the workbooks and their storage.
#[component]
pub fn SaveBadge() -> impl IntoView {
    let locale = use_locale();
    let workbook = use_workbook();
    let (stored, copied) = (workbook.save_state(), workbook.copy_state());
    // Saved is what stands twice; where there is no second place, what stands once.
    let state = Memo::new(move |_| match stored.get() {
        SaveState::Saved { .. } if copied.get() == CopyState::Waiting => SaveState::Pending,
        state => state,
    });
    let tone = move || match state.get() {
        SaveState::Failed(_) | SaveState::Conflict | SaveState::ReadOnly(_) => Some("alert"),
        SaveState::New | SaveState::Saved { .. } | SaveState::Pending => None,
    };
    let icon = move || match state.get() {
        SaveState::New | SaveState::Saved { .. } => IconName::Check,
        SaveState::Pending => IconName::Edit,
        _ => IconName::Alert,
    };
    let words = move || words::save_state(&state.get(), locale);
    let place = Route::Archive;
    let href = has_page(place).then(|| place.href());
    view! {
        <a class="save-badge" href=href data-tone=tone>
            {move || view! { <Icon name=icon() size=14 /> }}
            <span role="status">{words}</span>
        </a>
    }
}

/// What must be read before going on: not stored, changed elsewhere, restored from an older
/// version. Nothing where all is well.
#[component]
pub fn SaveMessages() -> impl IntoView {
    let locale = use_locale();
    let t = text(locale);
    let workbook = use_workbook();
    let toasts = use_toasts();
    let state = workbook.save_state();
    let notices = workbook.notices();
    let download = move |()| {
        if let Err(error) = workbook.download() {
            toasts.say(store_error(&error, locale));
        }
    };
    let say = move |result: Result<(), crate::store::StoreError>| {
        if let Err(error) = result {
            toasts.say(store_error(&error, locale));
        }
    };
    let keep = move |()| {
        let name = workbook.with(|wb| (t.conflict_copy)(&wb.shop.name));
        say(workbook.keep_as_copy(&name).map(|_| ()));
    };
    let message = move || match state.get() {
        SaveState::Failed(error) => {
            let reason = words::save_error(&error, locale);
            let copied = workbook.copy_state();
            let place = move || words::only_copy(&copied.get(), locale);
            let actions = move || {
                view! {
                    <Button kind=ButtonKind::Primary on_press=download>{t.download_backup}</Button>
                    <a class="button" href=Route::Archive.href()>{words::manage_storage(locale)}</a>
                    <Button on_press=move |()| { workbook.save_now(); }>{t.retry}</Button>
                }
            };
            view! {
                <Message tone=Tone::Alert actions>
                    <b>{t.not_saved}</b>
                    {reason}
                    <span>{place}</span>
                    {t.not_saved_way}
                </Message>
            }
            .into_any()
        }
        SaveState::Conflict => {
            let actions = move || {
                view! {
                    <Button kind=ButtonKind::Primary on_press=keep>{t.keep_copy}</Button>
                    <Button on_press=move |()| say(workbook.open_stored())>{t.open_theirs}</Button>
                }
            };
            view! {
                <Message tone=Tone::Alert actions>
                    <b>{t.conflict}</b>
                    {t.conflict_way}
                </Message>
            }
            .into_any()
        }
        SaveState::ReadOnly(reason) => {
            let id = workbook.id();
            let raw = move |()| say(workbook.download_of(id.get_untracked()).map(|_| ()));
            let actions = move || {
                view! {
                    <Button kind=ButtonKind::Primary on_press=raw>{t.download_raw}</Button>
                    <Button on_press=move |()| page::reload()>{t.reload}</Button>
                }
            };
            view! {
                <Message tone=Tone::Alert actions>{words::read_only(&reason, locale)}</Message>
            }
            .into_any()
        }
        SaveState::New | SaveState::Saved { .. } | SaveState::Pending => ().into_any(),
    };
    let told = move || {
        notices
            .get()
            .iter()
            .map(|notice| {
                let words = words::notice(notice, locale);
                let actions = move || {
                    view! {
                        <Button on_press=move |()| workbook.dismiss_notices()>{t.understood}</Button>
                    }
                };
                view! { <Message tone=Tone::Alert actions>{words}</Message> }
            })
            .collect_view()
    };
    // Put off until the page is loaded again, or a file is downloaded.
    let is_put_off = RwSignal::new(false);
    let backup = Memo::new(move |_| {
        state.track();
        let is_own = !workbook.with(|wb| wb.shop.is_sample);
        Some(workbook.backup()).filter(|backup| is_own && backup.is_due && !is_put_off.get())
    });
    let reminder = move || {
        backup.get().map(|backup| {
            let words = words::backup_due(&backup, locale);
            let save = move |()| {
                download(());
                is_put_off.set(true);
            };
            let actions = move || {
                view! {
                    <Button kind=ButtonKind::Primary on_press=save>{t.download_backup}</Button>
                    <Button on_press=move |()| is_put_off.set(true)>{t.understood}</Button>
                }
            };
            view! { <Message actions>{words}</Message> }
        })
    };
    view! { <div class="save-messages">{message} {told} {reminder}</div> }
}

/// The button that prints the page.
#[component]
pub fn PrintButton() -> impl IntoView {
    let t = text(use_locale());
    view! {
        <Button icon=IconName::Print on_press=move |()| document::print()>
            {t.print}
        </Button>
    }
}
