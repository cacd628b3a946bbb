//! What each variant did: typed or pasted, a column a variant.

use leptos::prelude::*;

use crate::base::id::Id;
use crate::base::list;
use crate::i18n::format;
use crate::platform::random::new_id;
use crate::tools::trials::model::{Step, Trial, Variant};
use crate::tools::trials::text::{Text, percent};
use crate::tools::trials::view::state::Page;
use crate::ui::{
    Button, CountField, DateField, IconButton, IconName, MoneyField, Section, Select, TextField,
};

/// A count of a variant.
#[derive(Clone, Copy)]
struct Count {
    name: fn(&Text) -> &'static str,
    /// The field's name in the file format.
    field: &'static str,
    get: fn(&Variant) -> Option<i64>,
    set: fn(&mut Variant, Option<i64>),
    /// The rate that follows it, if one does.
    then: Option<Step>,
}

/// In the order of the funnel.
const COUNTS: [Count; 6] = [
    Count {
        name: |t| t.impressions,
        field: "trials.trials.variants.impressions",
        get: |one| one.impressions,
        set: |one, n| one.impressions = n,
        then: None,
    },
    Count {
        name: |t| t.clicks,
        field: "trials.trials.variants.clicks",
        get: |one| one.clicks,
        set: |one, n| one.clicks = n,
        then: Some(Step::Click),
    },
    Count {
        name: |t| t.visitors,
        field: "trials.trials.variants.visitors",
        get: |one| one.visitors,
        set: |one, n| one.visitors = n,
        then: None,
    },
    Count {
        name: |t| t.favourites,
        field: "trials.trials.variants.favourites",
        get: |one| one.favourites,
        set: |one, n| one.favourites = n,
        then: Some(Step::Favourite),
    },
    Count {
        name: |t| t.carts,
        field: "trials.trials.variants.carts",
        get: |one| one.carts,
        set: |one, n| one.carts = n,
        then: Some(Step::Cart),
    },
    Count {
        name: |t| t.buyers,
        field: "trials.trials.variants.buyers",
        get: |one| one.buyers,
        set: |one, n| one.buyers = n,
        then: Some(Step::Buy),
    },
];

/// The table. A variant is looked at by its id; a row knows the test.
#[component]
pub fn Numbers(page: Page, id: Id) -> impl IntoView {
    let t = page.t;
    let trial = page.trial_of(id);
    let ids = Memo::new(move |_| {
        trial.with(|one| {
            let variants = one.as_ref().map(|one| one.variants.as_slice()).unwrap_or_default();
            variants.iter().map(|variant| variant.id).collect::<Vec<_>>()
        })
    });
    let decides = Signal::derive(move || {
        let step = trial.with(|one| one.as_ref().map(|one| one.decides)).unwrap_or_default();
        Step::ALL.iter().position(|one| *one == step).unwrap_or(0)
    });
    let add = move |()| {
        page.change(id, |one| {
            let mut variant = Variant::new(new_id(), String::new());
            variant.from = one.variants.last().and_then(|last| last.from).or(Some(page.today));
            variant.to = one.variants.last().and_then(|last| last.to);
            one.variants.push(variant);
        });
    };
    let more = move || {
        view! {
            <Select
                label=t.decides
                options=Step::ALL.map(|step| (t.rates)(step).to_owned()).to_vec()
                selected=decides
                on_select=move |at: usize| {
                    page.change(id, |one| one.decides = Step::ALL[at.min(3)]);
                }
            />
            <Button icon=IconName::Table on_press=move |()| page.is_pasting.set(true)>
                {t.paste}
            </Button>
            <Button icon=IconName::Plus on_press=add>
                {t.add_variant}
            </Button>
        }
        .into_any()
    };
    view! {
        <Section title=t.numbers note=t.numbers_note more=more>
            <div class="table-scroll" role="group" tabindex="0" aria-label=t.numbers>
                <table class="table trials-table">
                    {move || table(page, id, trial, ids.get())}
                </table>
            </div>
        </Section>
    }
}

type Seen = Memo<Option<std::sync::Arc<Trial>>>;

/// Built anew when a variant comes or goes.
fn table(page: Page, id: Id, trial: Seen, variants: Vec<Id>) -> AnyView {
    let t = page.t;
    let look = move |variant: Id| Column { page, id, variant, trial };
    let columns: Vec<Column> = variants.into_iter().map(look).collect();
    let cells = |cell: fn(Column) -> AnyView| {
        columns.iter().map(|column| view! { <td>{cell(*column)}</td> }).collect_view()
    };
    let heads = columns.iter().map(|one| view! { <th scope="col">{one.head()}</th> });
    let counts = COUNTS.map(|count| {
        let fields = columns.iter().map(|one| view! { <td>{one.count(count)}</td> });
        let rates = count.then.map(|step| {
            let rates = columns.iter().map(|one| view! { <td>{one.rate(step)}</td> });
            let is_deciding =
                move || trial.with(|one| one.as_ref().is_some_and(|one| one.decides == step));
            view! {
                <tr class="trials-rate" data-kind=move || is_deciding().then_some("current")>
                    <th scope="row" title=(t.formulas)(step)>{(t.rates)(step)}</th>
                    {rates.collect_view()}
                </tr>
            }
        });
        view! {
            <tr>
                <th scope="row">{(count.name)(t)}</th>
                {fields.collect_view()}
            </tr>
            {rates}
        }
    });
    view! {
        <thead>
            <tr>
                <th scope="col">{t.row}</th>
                {heads.collect_view()}
            </tr>
        </thead>
        <tbody>
            <tr>
                <th scope="row">{t.from}</th>
                {cells(|one| one.day(true))}
            </tr>
            <tr>
                <th scope="row">{t.to}</th>
                {cells(|one| one.day(false))}
            </tr>
            {counts.into_iter().collect_view()}
            <tr>
                <th scope="row">{t.spend}</th>
                {cells(|one| one.spend())}
            </tr>
            <tr class="trials-rate">
                <th scope="row">{t.per_click}</th>
                {cells(|one| one.per_click())}
            </tr>
        </tbody>
    }
    .into_any()
}

/// One variant of the table.
#[derive(Clone, Copy)]
struct Column {
    page: Page,
    id: Id,
    variant: Id,
    trial: Seen,
}

impl Column {
    fn of<T>(self, look: impl FnOnce(&Variant) -> Option<T>) -> Option<T> {
        self.trial.with(|one| look(list::find(&one.as_ref()?.variants, self.variant)?))
    }

    /// Changes a field; going on in the same field of the same variant is the same step.
    fn set(self, field: &'static str, change: impl FnOnce(&mut Variant)) {
        self.page.write(self.id, field, Some(self.variant), |trial| {
            if let Ok(one) = list::find_mut(&mut trial.variants, self.variant) {
                change(one);
            }
        });
    }

    /// What it is called, or its letter.
    fn name(self) -> String {
        self.trial.with(|one| {
            let Some(one) = one else { return String::new() };
            let place = one.variants.iter().position(|two| two.id == self.variant);
            place
                .and_then(|at| self.page.variant_names(one).into_iter().nth(at))
                .unwrap_or_default()
        })
    }

    /// The name of a field of this variant.
    fn label(self, field: &'static str) -> Signal<String> {
        let t = self.page.t;
        Signal::derive(move || (t.of_variant)(field, &self.name()))
    }

    fn head(self) -> AnyView {
        let (page, t) = (self.page, self.page.t);
        let value =
            Signal::derive(move || self.of(|one| Some(one.name.clone())).unwrap_or_default());
        let write = move |text: String| {
            self.set("trials.trials.variants.name", |one| one.name = text);
        };
        let remove = move |()| {
            page.change(self.id, |trial| {
                trial.variants.retain(|one| one.id != self.variant);
                if let Some(decision) = &mut trial.decision {
                    decision.taken = decision.taken.filter(|id| *id != self.variant);
                }
            });
        };
        view! {
            <div class="trials-head">
                <TextField
                    label=self.label(t.variant_name)
                    is_bare=true
                    value=value
                    placeholder=Signal::derive(move || self.name())
                    on_commit=write
                />
                <IconButton
                    icon=IconName::Delete
                    label=Signal::derive(move || (t.remove_variant)(&self.name()))
                    on_press=remove
                />
            </div>
        }
        .into_any()
    }

    fn day(self, is_first: bool) -> AnyView {
        let t = self.page.t;
        let value = Signal::derive(move || self.of(|one| if is_first { one.from } else { one.to }));
        let field =
            if is_first { "trials.trials.variants.from" } else { "trials.trials.variants.to" };
        view! {
            <DateField
                label=self.label(if is_first { t.from } else { t.to })
                is_bare=true
                value=value
                on_commit=move |day| {
                    self.set(field, |one| *(if is_first { &mut one.from } else { &mut one.to }) = day);
                }
            />
        }
        .into_any()
    }

    fn count(self, count: Count) -> AnyView {
        let value = Signal::derive(move || self.of(count.get));
        let wrong = Signal::derive(move || {
            let is_wrong = self.of(|one| {
                let (hits, of) = one.counts(count.then?);
                Some(of? < hits?)
            });
            (is_wrong == Some(true)).then(|| self.page.t.impossible.to_owned())
        });
        view! {
            <CountField
                label=self.label((count.name)(self.page.t))
                is_bare=true
                value=value
                error=wrong
                on_commit=move |n| self.set(count.field, |one| (count.set)(one, n))
            />
        }
        .into_any()
    }

    fn rate(self, step: Step) -> AnyView {
        let words = move || {
            self.of(|one| one.hits(step)).map_or("–".to_owned(), |hits| percent(hits.rate()))
        };
        view! { <span>{words}</span> }.into_any()
    }

    fn spend(self) -> AnyView {
        let t = self.page.t;
        let value = Signal::derive(move || self.of(|one| one.spend));
        view! {
            <MoneyField
                label=self.label(t.spend)
                is_bare=true
                value=value
                on_commit=move |spend| {
                    self.set("trials.trials.variants.spend", |one| one.spend = spend);
                }
            />
        }
        .into_any()
    }

    fn per_click(self) -> AnyView {
        let words = move || self.of(Variant::per_click).map_or("–".to_owned(), format::money);
        view! { <span>{words}</span> }.into_any()
    }
}
