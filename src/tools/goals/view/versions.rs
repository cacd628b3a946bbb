//! Frozen versions: keep the days as they are, compare to them, throw them away.

use leptos::prelude::*;

use crate::base::id::Id;
use crate::i18n::{format, use_locale};
use crate::platform::random;
use crate::tools::goals::edit::GoalsEdit;
use crate::tools::goals::model::Baseline;
use crate::tools::goals::text::{names, parts};
use crate::tools::goals::view::state::Page;
use crate::ui::{Button, ButtonKind, Dialog, IconButton, IconName, TextField, use_toasts};

/// The dialog of the frozen versions.
#[component]
pub fn VersionsDialog(page: Page) -> impl IntoView {
    let locale = use_locale();
    let t = parts::text(locale);
    let toasts = use_toasts();
    let versions = Memo::new(move |_| {
        let plan = page.plan.get();
        plan.iter().flat_map(|plan| plan.baselines.iter().map(|one| one.id)).collect::<Vec<Id>>()
    });
    let name = RwSignal::new((t.version_default)(versions.read_untracked().len() + 1));
    let open = page.dialogs.versions;
    let freeze = move |()| {
        let Some(days) = page
            .table
            .with_untracked(|table| table.as_ref().map(|table| table.targets.as_ref().clone()))
        else {
            return;
        };
        let baseline = Baseline {
            id: random::new_id(),
            name: name.get_untracked().trim().to_owned(),
            at: page.today,
            from: None,
            days,
            extra: Default::default(),
        };
        let (id, said) = (baseline.id, (t.frozen)(&baseline.name));
        if page.edit(GoalsEdit::Freeze { year: page.year.get_untracked(), baseline }) {
            page.compared.set(Some(id));
            toasts.say(said);
            name.set((t.version_default)(versions.read_untracked().len() + 1));
        }
    };
    let actions = move || view! { <Button on_press=move |()| open.set(false)>{t.close}</Button> };
    view! {
        <Dialog title=t.versions_title open actions>
            <p class="goals-note">{t.versions_note}</p>
            <div class="goals-inline">
                <TextField label=t.version_name value=name on_commit=move |text| name.set(text) />
                <Button kind=ButtonKind::Primary on_press=freeze>{t.freeze}</Button>
            </div>
            <p class="goals-note" hidden=move || !versions.read().is_empty()>{t.no_versions}</p>
            <ul class="goals-list">
                <For each=move || versions.get() key=|id| *id let:id>
                    <VersionRow page id />
                </For>
            </ul>
        </Dialog>
    }
}

/// One frozen version.
#[component]
fn VersionRow(page: Page, id: Id) -> impl IntoView {
    let locale = use_locale();
    let t = parts::text(locale);
    let version = Memo::new(move |_| {
        let plan = page.plan.get()?;
        plan.baselines.iter().find(|one| one.id == id).cloned()
    });
    let name = move || version.read().as_ref().map(|one| one.name.clone());
    let facts = move || {
        version.get().map(|one| {
            let total = names::exact(one.days.iter().sum(), page.unit(), locale);
            let at = format::day_long(one.at, locale);
            (t.version_facts)(&at, &total)
        })
    };
    let is_compared = move || page.compared.get() == Some(id);
    let compare = move |()| page.compared.set((!is_compared()).then_some(id));
    let label = Signal::derive(move || if is_compared() { t.compare_none } else { t.compare });
    let remove = move |()| {
        let year = page.year.get_untracked();
        if page.edit(GoalsEdit::RemoveBaseline { year, baseline: id }) && is_compared() {
            page.compared.set(None);
        }
    };
    view! {
        <li class="goals-version">
            <p>
                <b>{name}</b>
                <br />
                <span class="goals-note">{facts}</span>
            </p>
            <Button on_press=compare>{move || label.get()}</Button>
            <IconButton icon=IconName::Delete label=t.remove on_press=remove />
        </li>
    }
}
