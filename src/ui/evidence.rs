//! What a claim rests on: a button that says how much there is, and the editor that it opens.

use leptos::prelude::*;

use crate::base::evidence::{Evidence, EvidenceKind, EvidenceSource, MAX_PIECES, Support, support};
use crate::i18n::evidence::{KINDS, text};
use crate::i18n::use_locale;
use crate::platform::clock;
use crate::ui::button::{Button, ButtonKind, IconButton};
use crate::ui::choice::{Checkbox, Select};
use crate::ui::dialog::Dialog;
use crate::ui::field::{DateField, TextField};
use crate::ui::icon::Icon;
use crate::ui::icon_name::IconName;

/// How much evidence a claim has; opens its editor.
#[component]
pub fn EvidenceButton(
    /// What is claimed, in a word or two.
    #[prop(into)]
    subject: Signal<String>,
    /// The evidence.
    #[prop(into)]
    value: Signal<Vec<Evidence>>,
    /// Receives all of the evidence each time that the user has changed it.
    #[prop(into)]
    on_change: Callback<Vec<Evidence>>,
    /// What of the workbook can be quoted; see `i18n::evidence::sources`.
    #[prop(optional, into)]
    sources: Signal<Vec<EvidenceSource>>,
) -> impl IntoView {
    let t = text(use_locale());
    let open = RwSignal::new(false);
    let state = Signal::derive(move || {
        value.with(|pieces| {
            let n_said = pieces.iter().filter(|piece| piece.says_something()).count();
            (n_said, support(pieces))
        })
    });
    let words = move || {
        let (n_said, support) = state.get();
        (t.count)(n_said, support)
    };
    let title = Signal::derive(move || (t.title)(&subject.read()));
    let mark = move || match state.get().1 {
        Support::Nothing => IconName::Plus,
        Support::Assumption => IconName::Info,
        Support::Fact => IconName::Check,
    };
    view! {
        <button
            type="button"
            class="evidence-button"
            data-support=move || support_name(state.get().1)
            aria-haspopup="dialog"
            aria-label=move || format!("{} {}", title.read(), words())
            on:click=move |_| open.set(true)
        >
            {move || view! { <Icon name=mark() size=12 /> }}
            <span>{words}</span>
        </button>
        <Dialog
            title
            open
            is_wide=true
            actions=move || {
                view! {
                    <Button kind=ButtonKind::Primary on_press=move |()| open.set(false)>
                        {t.done}
                    </Button>
                }
            }
        >
            <EvidenceList value on_change sources />
        </Dialog>
    }
}

fn support_name(support: Support) -> &'static str {
    match support {
        Support::Nothing => "nothing",
        Support::Assumption => "assumption",
        Support::Fact => "fact",
    }
}

/// All the evidence of a claim, each piece editable, and a way to add one.
#[component]
pub fn EvidenceList(
    /// The evidence.
    #[prop(into)]
    value: Signal<Vec<Evidence>>,
    /// Receives all of the evidence each time that the user has changed it.
    #[prop(into)]
    on_change: Callback<Vec<Evidence>>,
    /// What of the workbook can be quoted.
    #[prop(optional, into)]
    sources: Signal<Vec<EvidenceSource>>,
) -> impl IntoView {
    let t = text(use_locale());
    let places = Memo::new(move |_| value.with(Vec::len));
    let add = move |()| {
        let mut pieces = value.get_untracked();
        let day = Some(clock::today());
        pieces.push(Evidence { day, ..Evidence::default() });
        on_change.run(pieces);
    };
    let is_full = Signal::derive(move || MAX_PIECES <= places.get());
    view! {
        <p class="muted">{t.note}</p>
        <ul class="evidence-list">
            <For each=move || 0..places.get() key=|place| *place let:place>
                <Piece value on_change sources place />
            </For>
        </ul>
        <div>
            <Button icon=IconName::Plus disabled=is_full on_press=add>
                {t.add}
            </Button>
        </div>
    }
}

/// One piece, told by its place: what is typed into one must not build the others anew.
#[component]
fn Piece(
    value: Signal<Vec<Evidence>>,
    on_change: Callback<Vec<Evidence>>,
    sources: Signal<Vec<EvidenceSource>>,
    place: usize,
) -> impl IntoView {
    let t = text(use_locale());
    let piece =
        Memo::new(move |_| value.with(|pieces| pieces.get(place).cloned()).unwrap_or_default());
    let change = move |change: &dyn Fn(&mut Evidence)| {
        let mut pieces = value.get_untracked();
        if let Some(piece) = pieces.get_mut(place) {
            change(piece);
            on_change.run(pieces);
        }
    };
    let remove = move |()| {
        let mut pieces = value.get_untracked();
        if place < pieces.len() {
            pieces.remove(place);
            on_change.run(pieces);
        }
    };
    let kinds: Vec<String> = KINDS.map(|kind| (t.kind_name)(kind).to_owned()).to_vec();
    let kind = Signal::derive(move || kind_place(piece.read().kind));
    // Nothing stands first; what was quoted and is not in the list any more stands last.
    let quotes = Signal::derive(move || {
        let mut names = vec![t.quotes_nothing.to_owned()];
        sources.with(|all| names.extend(all.iter().map(|source| source.name.clone())));
        if quoted_place(&piece.read(), &sources.read()) == names.len() {
            names.push(t.gone.to_owned());
        }
        names
    });
    let quoted = Signal::derive(move || quoted_place(&piece.read(), &sources.read()));
    let quote = move |place: usize| {
        let target = place
            .checked_sub(1)
            .and_then(|place| sources.with_untracked(|all| all.get(place).cloned()));
        change(&|piece| piece.quote(target.clone().map(|source| source.target)));
    };
    let has_sources = move || sources.with(|all| !all.is_empty());
    view! {
        <li class="evidence-piece">
            <Select
                label=t.kind
                options=kinds
                selected=kind
                on_select=move |place: usize| change(&|piece| piece.kind = KINDS[place])
            />
            <TextField
                label=t.words
                value=Signal::derive(move || piece.read().text.clone())
                on_commit=move |text: String| change(&|piece| piece.text.clone_from(&text))
            />
            <DateField
                label=t.day
                value=Signal::derive(move || piece.read().day)
                on_commit=move |day| change(&|piece| piece.day = day)
            />
            <IconButton icon=IconName::Delete label=t.remove on_press=remove />
            <div class="evidence-more">
                <Checkbox
                    label=t.is_fact
                    checked=Signal::derive(move || piece.read().is_fact)
                    on_change=move |is_fact| change(&|piece| piece.is_fact = is_fact)
                />
                <Show when=has_sources>
                    <Select label=t.quotes options=quotes selected=quoted on_select=quote />
                </Show>
            </div>
        </li>
    }
}

fn kind_place(kind: EvidenceKind) -> usize {
    KINDS.iter().position(|one| *one == kind).unwrap_or(0)
}

/// The place of what is quoted in the list: 0 for nothing, one past the end for what is gone.
fn quoted_place(piece: &Evidence, sources: &[EvidenceSource]) -> usize {
    let Some(target) = piece.quoted() else { return 0 };
    let found = sources.iter().position(|source| source.target == target);
    found.map_or(sources.len() + 1, |place| place + 1)
}
