//! What was decided, and what is done about it.

use leptos::prelude::*;

use crate::base::id::Id;
use crate::base::link::{Link, LinkKind};
use crate::i18n::links::linked;
use crate::platform::random::new_id;
use crate::tools::trials::model::TrialDecision;
use crate::tools::trials::view::state::Page;
use crate::ui::{Button, DateField, IconName, LinkedList, Section, Select, TextArea};
use crate::workbook::make::task;

/// The decision on a test.
#[component]
pub fn Decision(page: Page, id: Id) -> impl IntoView {
    let t = page.t;
    let trial = page.trial_of(id);
    let decision = Memo::new(move |_| trial.with(|one| one.as_ref()?.decision.clone()));
    let options = Signal::derive(move || {
        let names = trial.with(|one| one.as_ref().map(|one| page.variant_names(one)));
        let first = [t.undecided.to_owned(), t.nobody.to_owned()].into_iter();
        first.chain(names.unwrap_or_default()).collect::<Vec<_>>()
    });
    let selected = Signal::derive(move || {
        let Some(decision) = decision.get() else { return 0 };
        let at = trial.with(|one| {
            one.as_ref()?.variants.iter().position(|variant| Some(variant.id) == decision.taken)
        });
        at.map_or(1, |at| at + 2)
    });
    let choose = move |at: usize| {
        page.change(id, |one| {
            if at == 0 {
                one.decision = None;
                return;
            }
            let taken = at.checked_sub(2).and_then(|at| one.variants.get(at)).map(|one| one.id);
            match &mut one.decision {
                Some(decision) => decision.taken = taken,
                None => one.decision = Some(TrialDecision::new(taken, page.today)),
            }
        });
    };
    let day = Signal::derive(move || decision.with(|one| one.as_ref().map(|one| one.decided_on)));
    let why = Signal::derive(move || {
        decision.with(|one| one.as_ref().map(|one| one.why.clone())).unwrap_or_default()
    });
    let link = Link::new(LinkKind::Trial, id);
    let items = page.store.select(move |wb| linked(wb, &wb.pointing_at(link), page.locale));
    let make = move |()| {
        let Some(one) = trial.get_untracked() else { return };
        let (name, names) = (page.name(&one), page.variant_names(&one));
        let taken = one.decision.as_ref().and_then(|decision| decision.taken);
        let at = one.variants.iter().position(|variant| Some(variant.id) == taken);
        let title = match at.and_then(|at| names.get(at)) {
            Some(variant) => (t.task)(&name, variant),
            None => (t.task_go_on)(&name),
        };
        // A name may be as long as a task's title.
        let title = title.chars().take(300).collect();
        if page.edit(task(new_id(), title, link)) {
            page.say_undoable(t.task_made);
        }
    };
    let is_decided = Memo::new(move |_| decision.read().is_some());
    view! {
        <Section title=t.decision>
            <div class="stack">
                <Select label=t.taken options selected on_select=choose />
                <Show when=move || is_decided.get()>
                    <DateField
                        label=t.decided_on
                        value=day
                        on_commit=move |day| {
                            page.change(id, |one| {
                                if let (Some(decision), Some(day)) = (&mut one.decision, day) {
                                    decision.decided_on = day;
                                }
                            });
                        }
                    />
                    <TextArea
                        label=t.why
                        rows=2
                        value=why
                        on_commit=move |text| {
                            page.write(id, "trials.trials.decision.why", None, |one| {
                                if let Some(decision) = &mut one.decision {
                                    decision.why = text;
                                }
                            });
                        }
                    />
                </Show>
                <div class="row">
                    <Button icon=IconName::Plus on_press=make>
                        {t.make_task}
                    </Button>
                </div>
                <LinkedList items />
            </div>
        </Section>
    }
}
