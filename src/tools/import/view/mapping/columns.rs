//! What the columns feed that are neither date nor key.

use leptos::prelude::*;

use crate::facts::mapping::{Feeds, Scale};
use crate::facts::metric::Metric;
use crate::i18n::metric::name_of;
use crate::i18n::use_locale;
use crate::tools::import::text::mapping::{scale, text};
use crate::tools::import::view::mapping::StepSection;
use crate::tools::import::view::mapping::draft::Draft;
use crate::ui::{Button, ButtonKind, Select};

/// How many columns are shown at first: tables of advertising have ninety.
const N_FIRST: usize = 30;

/// The columns, each with its first cells and what it feeds.
#[component]
pub fn Columns(
    /// The mapping that is made.
    draft: RwSignal<Draft>,
) -> impl IntoView {
    let t = text(use_locale());
    let has_file = draft.with_untracked(|draft| !draft.heads.is_empty());
    let are_all = RwSignal::new(false);
    // The columns of figures; those that say when and what stand above.
    let free = Memo::new(move |_| {
        draft.with(|draft| {
            let columns = draft.chosen.mapping.columns.iter().enumerate();
            let free = columns
                .filter(|(_, column)| matches!(column.feeds, Feeds::Nothing | Feeds::Metric(_)));
            free.map(|(idx, column)| (idx, column.name.clone())).collect::<Vec<_>>()
        })
    });
    let note = Signal::derive(move || {
        let n_used = draft.with(|draft| draft.chosen.mapping.n_metrics());
        (t.columns_note)(n_used, free.with(Vec::len))
    });
    let shown = move || {
        let n = if are_all.get() { usize::MAX } else { N_FIRST };
        free.get().into_iter().take(n).collect::<Vec<_>>()
    };
    let n_more = Memo::new(move |_| match are_all.get() {
        true => 0,
        false => free.with(Vec::len).saturating_sub(N_FIRST),
    });
    view! {
        <StepSection number=3 title=t.columns note>
            <table class="table mapping-columns">
                <thead>
                    <tr>
                        <th>{t.column}</th>
                        {has_file.then(|| view! { <th>{t.samples}</th> })}
                        <th>{t.feeds}</th>
                        <th>{t.scale}</th>
                    </tr>
                </thead>
                <tbody>
                    <For
                        each=shown
                        key=|(idx, name)| (*idx, name.clone())
                        children=move |(idx, name)| view! { <ColumnRow draft idx name has_file /> }
                    />
                </tbody>
            </table>
            <Show when=move || n_more.get() != 0>
                <Button kind=ButtonKind::Link on_press=move |()| are_all.set(true)>
                    {move || (t.more_columns)(n_more.get())}
                </Button>
            </Show>
        </StepSection>
    }
}

/// One column.
#[component]
fn ColumnRow(draft: RwSignal<Draft>, idx: usize, name: String, has_file: bool) -> impl IntoView {
    let locale = use_locale();
    let t = text(locale);
    let (label, scale_label) = ((t.feeds_of)(&name), (t.scale_of)(&name));
    let samples = {
        let name = name.clone();
        move || draft.with(|draft| draft.samples(&name))
    };
    let subject = Memo::new(move |_| draft.with(|draft| draft.chosen.mapping.subject));
    let options = Signal::derive(move || {
        let metrics = subject.get().metrics().iter().map(|one| name_of(one, locale).to_owned());
        std::iter::once(t.ignore.to_owned()).chain(metrics).collect::<Vec<_>>()
    });
    let metric = move || -> Option<&'static Metric> {
        draft.with(|draft| draft.chosen.mapping.metric(draft.column(idx)?))
    };
    let selected = Signal::derive(move || {
        let key = metric().map(|metric| metric.key);
        let mut all = subject.get().metrics().iter();
        key.and_then(|key| all.position(|one| one.key == key)).map_or(0, |place| place + 1)
    });
    let choose = move |place: usize| {
        let metric =
            place.checked_sub(1).and_then(|idx| subject.get_untracked().metrics().get(idx));
        let feeds = metric.map_or(Feeds::Nothing, |metric| Feeds::Metric(metric.key.to_owned()));
        draft.update(|draft| draft.feed(idx, &feeds));
    };
    let unit = Memo::new(move |_| metric().map(|metric| metric.unit));
    let scales = move || {
        unit.track();
        let metric = metric()?;
        let all = Scale::of(metric);
        let options: Vec<String> =
            all.iter().map(|one| scale(*one, metric.unit, locale).to_owned()).collect();
        if let [only] = all {
            return Some(view! { <span>{scale(*only, metric.unit, locale)}</span> }.into_any());
        }
        let selected = Signal::derive(move || {
            let own = draft.with(|draft| draft.column(idx).map(|column| column.scale));
            all.iter().position(|one| Some(*one) == own).unwrap_or_default()
        });
        let choose = move |place: usize| {
            if let Some(scale) = all.get(place) {
                draft.update(|draft| draft.set_scale(idx, *scale));
            }
        };
        let label = scale_label.clone();
        Some(view! { <Select label options selected on_select=choose is_bare=true /> }.into_any())
    };
    view! {
        <tr data-kind=move || metric().is_none().then_some("unused")>
            <th scope="row" data-wrap="">{name}</th>
            {has_file
                .then(|| {
                    view! {
                        <td class="mapping-samples" data-wrap="" data-label=t.samples>
                            {samples}
                        </td>
                    }
                })}
            <td data-label=t.feeds>
                <Select label options selected on_select=choose is_bare=true />
            </td>
            <td data-label=t.scale>{scales}</td>
        </tr>
    }
}
