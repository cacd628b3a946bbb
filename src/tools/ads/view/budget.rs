//! The same budget, shared out anew.

use leptos::prelude::*;

use crate::base::money::Money;
use crate::base::ratio::Ratio;
use crate::i18n::format;
use crate::platform::random::new_id;
use crate::tools::ads::calc::budget::{Share, Unshared, change, share_out};
use crate::tools::ads::calc::{Review, shares};
use crate::tools::ads::edit::AdsEdit;
use crate::tools::ads::text::no_curve;
use crate::tools::ads::view::state::{Curves, Page, money, shown, times};
use crate::ui::change::Change;
use crate::ui::grid::{Cell, CellTone, Column, Grid, Row};
use crate::ui::{Button, MoneyField, RatioField, Section};
use crate::workbook::edit::Edit;
use crate::workbook::make;

/// What is suggested.
#[derive(Clone, Debug, PartialEq)]
struct Suggested {
    shares: Vec<Share>,
    parts: Result<Vec<Money>, Unshared>,
    budget: Money,
}

fn suggested(page: Page) -> Option<Suggested> {
    let review = page.review.get()?;
    let shares =
        page.section.with(|section| page.curves.with(|curves| shares(section, &review, curves)));
    let now: Money = shares.iter().map(|share| share.now).sum();
    let budget = page.section.with(|section| section.budget).unwrap_or(now);
    let parts = share_out(budget, &shares);
    Some(Suggested { shares, parts, budget })
}

/// The suggestion with its fields.
#[component]
pub fn Budget(page: Page) -> impl IntoView {
    let t = page.t;
    let found = Memo::new(move |_| suggested(page));
    let columns = Signal::derive(move || {
        vec![
            Column::text(t.name, 150).grow(3),
            Column::number(t.now_daily, "", 84),
            Column::number(t.marginal_short, "", 96),
            Column::number(t.then_daily, "", 84),
            Column::number(t.change, "", 72),
            Column::number(t.marginal_short, "", 96),
        ]
    });
    let rows = Signal::derive(move || {
        let (Some(found), Some(review)) = (found.get(), page.review.get()) else {
            return Vec::new();
        };
        page.curves.with(|curves| rows(page, &found, &review, curves))
    });
    let words = move || {
        found.with(|found| {
            let found = found.as_ref()?;
            Some(match &found.parts {
                Ok(parts) => (t.result)(&format::signed_money(change(&found.shares, parts))),
                Err(Unshared::FloorsAbove(sum)) => (t.floors_above)(&money(*sum)),
                Err(Unshared::CapsBelow(sum)) => (t.caps_below)(&money(*sum)),
                Err(Unshared::NothingToMove) => t.nothing_to_move.to_owned(),
            })
        })
    };
    let open =
        Memo::new(move |_| page.review.with(|one| tasks(page, &found.get(), one.as_deref())));
    let undone = page.store.select(move |wb| {
        open.with(|all| {
            all.iter().filter(|title| !wb.has_open_task(title)).cloned().collect::<Vec<_>>()
        })
    });
    let make = move |()| {
        let titles = undone.get_untracked();
        let edits: Vec<Edit> =
            titles.into_iter().map(|title| make::own_task(new_id(), title)).collect();
        let n = edits.len();
        if n != 0 && page.edit(Edit::All(edits)) {
            page.say_undoable((t.made)(n));
        }
    };
    let total = Signal::derive(move || page.section.with(|section| section.budget));
    let step = Signal::derive(move || Some(page.section.with(|section| section.step)));
    let help = Signal::derive(move || {
        let now = found.with(|found| {
            found.as_ref().map(|one| one.shares.iter().map(|share| share.now).sum::<Money>())
        });
        shown(now, |now| format!("{} · {}", t.budget_help, money(now)))
    });
    let set_total = move |to: Option<Money>| {
        page.edit(AdsEdit::Budget(to));
    };
    let set_step = move |to: Option<Ratio>| {
        page.edit(AdsEdit::Step(to.unwrap_or_default()));
    };
    view! {
        <Section title=t.budget note=t.budget_note>
            <div class="ads-pair">
                <MoneyField
                    label=t.budget_total
                    help
                    value=total
                    on_commit=set_total
                />
                <RatioField
                    label=t.step
                    help=t.step_help
                    is_required=true
                    value=step
                    on_commit=set_step
                />
            </div>
            <p class="small">{words}</p>
            <Grid label=t.budget columns rows />
            <p class="row">
                <Button
                    disabled=Signal::derive(move || undone.read().is_empty())
                    on_press=make
                >
                    {t.make_tasks}
                </Button>
            </p>
        </Section>
    }
}

fn rows(page: Page, found: &Suggested, review: &Review, curves: &Curves) -> Vec<Row> {
    let t = page.t;
    let each = review.plans.iter().zip(&found.shares).enumerate();
    each.map(|(idx, (plan, share))| {
        let part = found.parts.as_ref().ok().and_then(|parts| parts.get(idx).copied());
        let next = |spend: Money| share.curve?.marginal_roi(spend.fen());
        let why = match curves.get(&plan.key) {
            Some(Err(why)) => no_curve(*why, page.locale),
            _ => String::new(),
        };
        let (then, moved) = match part {
            Some(part) if share.curve.is_some() => (
                Cell::new(money(part)).tone(CellTone::Strong),
                Cell::change(moved(share.now, part)),
            ),
            Some(_) => (Cell::new(t.keeps).tone(CellTone::Quiet).note(why.clone()), none()),
            None => (none(), none()),
        };
        Row {
            key: i64::try_from(idx).unwrap_or(i64::MAX),
            cells: [
                Cell::new(page.name(plan)),
                Cell::new(money(share.now)),
                Cell::new(shown(next(share.now), yuan)).note(why),
                then,
                moved,
                Cell::new(shown(part.and_then(next), yuan)),
            ]
            .into(),
            ..Row::default()
        }
    })
    .collect()
}

fn none() -> Cell {
    Cell::new(format::NONE).tone(CellTone::Quiet)
}

fn moved(now: Money, then: Money) -> Option<Change> {
    Some(Change::money(then - now))
}

/// What would have to be done for the suggestion.
fn tasks(page: Page, found: &Option<Suggested>, review: Option<&Review>) -> Vec<String> {
    let (Some(found), Some(review)) = (found, review) else { return Vec::new() };
    let Ok(parts) = &found.parts else { return Vec::new() };
    let each = review.plans.iter().zip(found.shares.iter().zip(parts));
    each.filter(|(_, (share, part))| share.curve.is_some() && share.now != **part)
        .map(|(plan, (share, part))| {
            (page.t.task_budget)(&page.name(plan), &money(share.now), &money(*part))
        })
        .collect()
}

/// What the next yuan brings.
fn yuan(next: Ratio) -> String {
    format!("¥{}", times(next))
}
