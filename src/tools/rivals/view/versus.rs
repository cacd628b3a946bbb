//! One own product against one product of a competitor (T-24).

use leptos::prelude::*;

use crate::base::id::Id;
use crate::base::link::{Link, LinkKind};
use crate::base::list;
use crate::i18n::format;
use crate::platform::clock;
use crate::platform::random::new_id;
use crate::tools::rivals::calc::series::Point;
use crate::tools::rivals::calc::versus::{Fact, Verdict, Versus as Sheet, VersusRow, versus};
use crate::tools::rivals::edit::RivalsEdit;
use crate::tools::rivals::model::{Observation, RivalProduct};
use crate::tools::rivals::text::compare::text;
use crate::tools::rivals::text::{attribute_name, difference_words, value_words};
use crate::tools::rivals::view::fields::{AttributeFields, Form};
use crate::tools::rivals::view::state::Page;
use crate::ui::{Button, ButtonKind, DateField, Dialog, Section, Select, TextField};
use crate::workbook::make;

/// A product of a competitor: whose, and which.
type Target = (Id, Id);

/// The sheet, with the choice of the two.
#[component]
pub fn Versus(page: Page) -> impl IntoView {
    let t = text(page.locale);
    // Every product of a competitor, with its shop's name before it.
    let targets = Memo::new(move |_| {
        page.section.with(|section| {
            let mut all: Vec<(Target, String)> = Vec::new();
            for rival in &section.rivals {
                for product in &rival.products {
                    let name = format!("{} · {}", rival.name, product.name);
                    all.push(((rival.id, product.id), name));
                }
            }
            all
        })
    });
    let own = Memo::new(move |_| {
        page.section.with(|section| {
            section.own.iter().map(|one| (one.id, one.name.clone())).collect::<Vec<_>>()
        })
    });
    let wanted = RwSignal::new(None::<Target>);
    let target = Memo::new(move |_| {
        let wanted = wanted.get();
        targets.with(|all| {
            let chosen = all.iter().find(|one| Some(one.0) == wanted).or(all.first());
            chosen.map(|one| one.0)
        })
    });
    let product = Memo::new(move |_| {
        let (rival, product) = target.get()?;
        page.section.with(|section| {
            let rival = list::find(&section.rivals, rival)?;
            list::find(&rival.products, product).cloned()
        })
    });
    // The own product that it is matched with, or else the first.
    let matched = Memo::new(move |_| {
        let matched = product.with(|product| product.as_ref().and_then(|one| one.own));
        matched.or(own.with(|own| own.first().map(|one| one.0)))
    });
    let sheet = Memo::new(move |_| {
        let ((rival, product), own) = (target.get()?, matched.get()?);
        page.section.with(|section| versus(section, own, rival, product))
    });
    let target_names = Signal::derive(move || {
        targets.with(|all| all.iter().map(|one| one.1.clone()).collect::<Vec<_>>())
    });
    let own_names = Signal::derive(move || {
        own.with(|all| all.iter().map(|one| one.1.clone()).collect::<Vec<_>>())
    });
    let target_at = Signal::derive(move || {
        targets.with(|all| all.iter().position(|one| Some(one.0) == target.get())).unwrap_or(0)
    });
    let own_at = Signal::derive(move || {
        own.with(|all| all.iter().position(|one| Some(one.0) == matched.get())).unwrap_or(0)
    });
    let choose_target = move |idx: usize| {
        wanted.set(targets.with_untracked(|all| all.get(idx).map(|one| one.0)));
    };
    let put = move |change: &dyn Fn(&mut RivalProduct)| {
        let (Some((rival, _)), Some(mut product)) =
            (target.get_untracked(), product.get_untracked())
        else {
            return;
        };
        change(&mut product);
        page.edit(RivalsEdit::PutProduct { rival, product });
    };
    let choose_own = move |idx: usize| {
        let id = own.with_untracked(|all| all.get(idx).map(|one| one.0));
        put(&|product| product.own = id);
    };
    let noting = RwSignal::new(false);
    let own_name = Signal::derive(move || {
        own.with(|all| all.iter().find(|one| Some(one.0) == matched.get()).map(|one| one.1.clone()))
            .unwrap_or_default()
    });
    let more = move || {
        view! {
            <Show when=move || matched.get().is_some()>
                <Button on_press=move |()| noting.set(true)>{t.note_ours}</Button>
            </Show>
        }
    };
    let has_both = move || sheet.with(Option::is_some);
    view! {
        <Section title=t.versus note=t.versus_note more>
            <Show
                when=has_both
                fallback=move || view! { <p class="muted">{t.needs_both}</p> }
            >
                <div class="fields rivals-pair">
                    <Select label=t.own_product options=own_names selected=own_at on_select=choose_own />
                    <Select
                        label=t.their_product
                        options=target_names
                        selected=target_at
                        on_select=choose_target
                    />
                </div>
                <SheetTable page sheet />
                <Todo page target=target.into() product=product.into() put=Callback::new(move |todo: String| {
                    put(&|product| product.todo.clone_from(&todo));
                }) />
            </Show>
        </Section>
        <NoteOurs page own=matched.into() name=own_name open=noting />
    }
}

/// The attributes of both, side by side.
#[component]
fn SheetTable(page: Page, sheet: Memo<Option<Sheet>>) -> impl IntoView {
    let t = text(page.locale);
    let rows = move || {
        let rows = sheet.with(|sheet| sheet.as_ref().map(|sheet| sheet.rows.clone()));
        rows.unwrap_or_default()
            .into_iter()
            .map(|row| view! { <SheetRow page row /> })
            .collect_view()
    };
    let words = move || {
        sheet.with(|sheet| {
            let sheet = sheet.as_ref()?;
            let n = |verdict| sheet.n(verdict);
            Some(if sheet.rows.is_empty() {
                t.nothing_seen.to_owned()
            } else {
                (t.sheet_words)(n(Verdict::Better), n(Verdict::Equal), n(Verdict::Worse))
            })
        })
    };
    let is_empty =
        move || sheet.with(|sheet| sheet.as_ref().is_none_or(|sheet| sheet.rows.is_empty()));
    view! {
        <div
            class="table-scroll"
            role="group"
            tabindex="0"
            aria-label=t.versus
            hidden=is_empty
        >
            <table class="table">
                <thead>
                    <tr>
                        {t.heads
                            .iter()
                            .enumerate()
                            .map(|(idx, &head)| {
                                let align = (1 < idx).then_some("end");
                                view! { <th scope="col" data-align=align>{head}</th> }
                            })
                            .collect_view()}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <p>{words}</p>
    }
}

#[component]
fn SheetRow(page: Page, row: VersusRow) -> impl IntoView {
    let (t, locale) = (text(page.locale), page.locale);
    let key = row.attribute.clone();
    let side = |fact: Option<Fact>| match fact {
        None => view! { <span class="muted">{t.unknown}</span> }.into_any(),
        Some(fact) => {
            let seen = match fact.day {
                Some(day) => format::day_short(day, locale),
                None => t.listed.to_owned(),
            };
            let point = Point {
                day: fact.day.unwrap_or(crate::base::day::Day::MIN),
                number: fact.number,
                note: fact.note,
                id: Id::from_bits(0),
            };
            view! {
                {value_words(&key, &point)}
                " "
                <span class="muted small">{seen}</span>
            }
            .into_any()
        }
    };
    let wraps = [&row.ours, &row.theirs].into_iter().flatten().any(|fact| fact.number.is_none());
    let wraps = wraps.then_some("");
    let (ours, theirs) = (side(row.ours), side(row.theirs));
    let by = match row.by {
        Some(by) => {
            let percent = row.ratio.map(|ratio| {
                let over = crate::base::ratio::Ratio::from_bp(ratio.bp() - 10_000);
                format!(" · {}", format::signed_percent(over))
            });
            difference_words(&row.attribute, by, locale) + &percent.unwrap_or_default()
        }
        None if row.is_index && row.verdict.is_some() => t.index_only.to_owned(),
        None => format::NONE.to_owned(),
    };
    let ratio = row.ratio.map_or(format::NONE.to_owned(), format::percent1);
    let verdict = row.verdict.map(|verdict| {
        let (sign, words) = (t.verdict)(verdict);
        let tone = match verdict {
            Verdict::Better => "info",
            Verdict::Equal => "plain",
            Verdict::Worse => "alert",
        };
        view! {
            <span class="tag" data-tone=tone>
                <span aria-hidden="true">{sign}</span>
                " "
                {words}
            </span>
        }
    });
    view! {
        <tr>
            <th scope="row">
                {attribute_name(&row.attribute, locale)}
                {row.is_index.then(|| view! { " " <span class="tag">{page.t.index_mark}</span> })}
            </th>
            <td>{verdict}</td>
            <td data-align="end" data-wrap=wraps>{ours}</td>
            <td data-align="end" data-wrap=wraps>{theirs}</td>
            <td data-align="end">{by}</td>
            <td data-align="end">{ratio}</td>
        </tr>
    }
}

/// What we are going to do about it, and the task that it becomes.
#[component]
fn Todo(
    page: Page,
    target: Signal<Option<Target>>,
    product: Signal<Option<RivalProduct>>,
    put: Callback<String>,
) -> impl IntoView {
    let t = text(page.locale);
    let todo = Signal::derive(move || {
        product.with(|product| product.as_ref().map(|one| one.todo.clone())).unwrap_or_default()
    });
    let source = move || target.get().map(|(rival, _)| Link::new(LinkKind::Rival, rival));
    let is_task = page.store.select(move |wb| {
        let (source, todo) = (source(), todo.get());
        wb.tasks.tasks.iter().any(|task| task.source == source && task.title == todo)
    });
    let make_task = move |()| {
        if let Some((rival, _)) = target.get_untracked() {
            let link = Link::new(LinkKind::Rival, rival);
            if page.edit(make::task(new_id(), todo.get_untracked(), link)) {
                page.say_undoable(page.t.made_task.to_owned());
            }
        }
    };
    let is_off = Signal::derive(move || todo.with(|todo| todo.trim().is_empty()) || is_task.get());
    view! {
        <div class="rivals-todo">
            <TextField label=t.todo value=todo on_commit=move |text| put.run(text) />
            <Button disabled=is_off on_press=make_task>
                {move || if is_task.get() { t.is_task } else { t.make_task }}
            </Button>
        </div>
    }
}

/// Writes down what was seen of an own product.
#[component]
fn NoteOurs(
    page: Page,
    own: Signal<Option<Id>>,
    name: Signal<String>,
    open: RwSignal<bool>,
) -> impl IntoView {
    let t = text(page.locale);
    let form = Form::new();
    let day = RwSignal::new(Some(clock::today()));
    let save = move |()| {
        let (Some(own), Some(day)) = (own.get_untracked(), day.get_untracked()) else { return };
        let new = |key: &str| Observation::new(new_id(), day, None, key.to_owned());
        let observations = form.observations(new);
        let n_seen = observations.len();
        if n_seen != 0 && page.edit(RivalsEdit::ObserveOwn { own, observations }) {
            form.clear();
            open.set(false);
            page.say_undoable((page.t.saved)(n_seen));
        }
    };
    let actions = move || {
        view! {
            <Button on_press=move |()| open.set(false)>{page.t.cancel}</Button>
            <Button kind=ButtonKind::Primary on_press=save>
                {page.t.save}
            </Button>
        }
    };
    let title = Signal::derive(move || (t.ours_of)(&name.get()));
    view! {
        <Dialog title open is_wide=true actions>
            <div class="stack">
                <DateField label=page.t.day value=day on_commit=move |value| day.set(value) />
                <AttributeFields page form />
            </div>
        </Dialog>
    }
}
