//! Takes a percentage table from the clipboard: what was understood is shown before it is taken.

use leptos::prelude::*;

use crate::base::ratio::Ratio;
use crate::knowledge::regions::short_name;
use crate::tools::personas::calc::paste::{PastedAs, read_table};
use crate::tools::personas::calc::shares::{Rest, rest};
use crate::tools::personas::model::persona::{Distribution, ShareRow};
use crate::tools::personas::text::describe::share_text;
use crate::tools::personas::text::fields::{self, distribution_name};
use crate::tools::personas::text::text;
use crate::tools::personas::view::state::Page;
use crate::ui::{Button, ButtonKind, Dialog, TextArea};

/// The dialog.
#[component]
pub fn PasteDialog(page: Page) -> impl IntoView {
    let t = text(page.locale);
    let typed = RwSignal::new(String::new());
    let read = Memo::new(move |_| read_table(&typed.read()));
    let open = page.is_pasting;
    let title =
        Signal::derive(move || (t.paste_title)(distribution_name(page.pasted.get(), page.locale)));
    let nothing = Signal::derive(move || read.read().is_none());
    let close = move || {
        open.set(false);
        typed.set(String::new());
    };
    let apply = move |()| {
        let Some(table) = read.get_untracked() else { return };
        let of = page.pasted.get_untracked();
        let rows: Vec<ShareRow> = table
            .rows
            .into_iter()
            .map(|(name, share)| {
                let name = if of == Distribution::Regions { short_name(&name) } else { &name };
                ShareRow::new(name.chars().take(200).collect(), Some(share))
            })
            .collect();
        if page.put(&|persona| persona.rows_mut(of).clone_from(&rows)) {
            close();
        }
    };
    let actions = move || {
        view! {
            <Button on_press=move |()| close()>{t.cancel}</Button>
            <Button kind=ButtonKind::Primary disabled=nothing on_press=apply>
                {t.paste_apply}
            </Button>
        }
    };
    view! {
        <Dialog title open actions>
            <p class="muted">{t.paste_words}</p>
            <TextArea
                label=t.paste_field
                rows=7
                value=typed
                on_commit=move |text: String| typed.set(text)
            />
            {move || preview(page, typed, read)}
        </Dialog>
    }
}

fn preview(
    page: Page,
    typed: RwSignal<String>,
    read: Memo<Option<crate::tools::personas::calc::paste::Pasted>>,
) -> Option<AnyView> {
    let (t, f) = (text(page.locale), fields::text(page.locale));
    if typed.read().trim().is_empty() {
        return None;
    }
    let Some(table) = read.get() else {
        return Some(view! { <p class="alert-text" role="status">{t.paste_none}</p> }.into_any());
    };
    let kind = match table.kind {
        PastedAs::Percent => t.paste_kind[0],
        PastedAs::Fraction => t.paste_kind[1],
        PastedAs::Count => t.paste_kind[2],
    };
    let sum: i32 = table.rows.iter().map(|(_, share)| share.bp()).sum();
    let sum = share_text(Ratio::from_bp(sum));
    let total = match rest(table.rows.iter().map(|(_, share)| Some(*share))) {
        Rest::Unknown(left) => (f.rest_unknown)(&sum, &share_text(left)),
        Rest::Over(over) => (f.rest_over)(&sum, &share_text(over)),
        Rest::Whole | Rest::Nothing => f.rest_whole.to_owned(),
    };
    let skipped =
        (!table.skipped.is_empty()).then(|| (t.paste_skipped)(&table.skipped.join(" / ")));
    let n_rows = table.rows.len();
    let rows = table.rows.into_iter().map(|(name, share)| {
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td data-align="end">{share_text(share)}</td>
            </tr>
        }
    });
    let body = view! {
        <p role="status">{(t.paste_rows)(n_rows)} " · " {kind} " · " {total}</p>
        <div class="personas-preview" tabindex="0" role="group" aria-label=t.paste_field>
            <table class="table">
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
        <p class="small muted">{skipped}</p>
    };
    Some(body.into_any())
}
