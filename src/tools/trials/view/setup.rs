//! What is tested, how, on whom.

use leptos::prelude::*;

use crate::base::id::Id;
use crate::tools::trials::model::{Audience, Trial, TrialMode, TrialOf};
use crate::tools::trials::view::state::Page;
use crate::ui::{Button, ButtonKind, IconName, Section, Select, TextField};

/// The fields of a test.
#[component]
pub fn Setup(page: Page, id: Id) -> impl IntoView {
    let t = page.t;
    let trial = page.trial_of(id);
    let name = Signal::derive(move || {
        trial.with(|one| one.as_ref().map(|one| one.name.clone())).unwrap_or_default()
    });
    let place = move |look: fn(&Trial) -> usize| {
        Signal::derive(move || trial.with(|one| one.as_ref().map_or(0, |one| look(one))))
    };
    let of = place(|one| TrialOf::ALL.iter().position(|of| *of == one.of).unwrap_or(0));
    let mode = place(|one| usize::from(one.mode == TrialMode::BeforeAfter));
    let audience = place(|one| {
        Audience::ALL.iter().position(|two| Some(*two) == one.audience).map_or(0, |at| at + 1)
    });
    let product = Signal::derive(move || {
        let chosen = trial.with(|one| one.as_ref().and_then(|one| one.product));
        let at = page.products.with(|all| all.iter().position(|(id, _)| Some(*id) == chosen));
        at.map_or(0, |at| at + 1)
    });
    let with_none =
        move |words: Vec<String>| [t.none.to_owned()].into_iter().chain(words).collect::<Vec<_>>();
    let audiences = with_none(Audience::ALL.map(|one| (t.audiences)(one).to_owned()).to_vec());
    let products = Signal::derive(move || {
        with_none(page.products.with(|all| all.iter().map(|(_, name)| name.clone()).collect()))
    });
    view! {
        <Section title=t.setup>
            <div class="fields">
                <TextField
                    label=t.name
                    value=name
                    placeholder=t.unnamed
                    on_commit=move |text| {
                        page.write(id, "trials.trials.name", None, |one| one.name = text);
                    }
                />
                <Select
                    label=t.of
                    options=TrialOf::ALL.map(|one| (t.ofs)(one).to_owned()).to_vec()
                    selected=of
                    on_select=move |at: usize| {
                        let of = TrialOf::ALL[at.min(3)];
                        page.change(id, |one| {
                            // The rate that the old kind moves is no longer the one to look at.
                            if one.decides == one.of.moves() {
                                one.decides = of.moves();
                            }
                            one.of = of;
                        });
                    }
                />
                <Select
                    label=t.mode
                    options=[TrialMode::Beside, TrialMode::BeforeAfter]
                        .map(|one| (t.modes)(one).to_owned())
                        .to_vec()
                    selected=mode
                    on_select=move |at: usize| {
                        let mode = [TrialMode::Beside, TrialMode::BeforeAfter][at.min(1)];
                        page.change(id, |one| one.mode = mode);
                    }
                />
                <Select
                    label=t.audience
                    options=audiences
                    selected=audience
                    on_select=move |at: usize| {
                        let who = at.checked_sub(1).map(|at| Audience::ALL[at.min(3)]);
                        page.change(id, |one| one.audience = who);
                    }
                />
                <Select
                    label=t.product
                    options=products
                    selected=product
                    on_select=move |at: usize| {
                        let product = page
                            .products
                            .with_untracked(|all| Some(all.get(at.checked_sub(1)?)?.0));
                        page.change(id, |one| one.product = product);
                    }
                />
            </div>
            <Button
                kind=ButtonKind::Quiet
                icon=IconName::Delete
                on_press=move |()| page.removed.set(Some(id))
            >
                {t.delete}
            </Button>
        </Section>
    }
}
