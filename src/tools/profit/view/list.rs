//! Every product with what a piece of it earns.

use leptos::prelude::*;

use crate::base::id::Id;
use crate::base::money::Money;
use crate::base::ratio::Ratio;
use crate::i18n::format;
use crate::tools::profit::calc::product::{Earned, Standing};
use crate::tools::profit::model::Rounding;
use crate::tools::profit::text::told;
use crate::tools::profit::view::state::{Page, Row as Line};
use crate::ui::grid::{Cell, CellTone, Column, Row, RowKind};
use crate::ui::{Grid, Section};

/// Every product with what a piece of it earns; the one under the cursor is looked at.
#[component]
pub fn List(page: Page) -> impl IntoView {
    let t = page.t;
    let target = Memo::new(move |_| page.section.with(|section| section.target));
    let note = Signal::derive(move || {
        let target = target.get();
        page.products.with(|all| {
            let known = all.iter().filter_map(|row| row.earned.as_ref());
            let (mut n, mut thin, mut loss) = (0, 0, 0);
            for earned in known {
                n += 1;
                match earned.standing(target) {
                    Standing::Thin => thin += 1,
                    Standing::Loss => loss += 1,
                    Standing::Reached => {}
                }
            }
            (t.list_note)(n, thin, loss)
        })
    });
    let n_missing = Memo::new(move |_| {
        page.products.with(|all| all.iter().filter(|row| row.earned.is_none()).count())
    });
    let columns = Signal::derive(move || {
        vec![
            Column::text(t.product, 180).grow(4),
            Column::number(t.price, "¥", 92),
            Column::number(t.paid, "¥", 92),
            Column::number(t.received, "¥", 104),
            Column::number(t.profit, "¥", 104),
            Column::number(t.margin, "%", 84),
            Column::number(t.even_price, "¥", 116),
            Column::number(t.even_roi, "", 104),
            Column::number(t.wanted_price, "¥", 128),
        ]
    });
    let rows = Signal::derive(move || {
        let (target, chosen) = (target.get(), page.chosen.get());
        let rounding = page.section.with(|section| section.rounding);
        page.products.with(|all| {
            all.iter().map(|line| row(page, line, target, rounding, chosen)).collect::<Vec<_>>()
        })
    });
    let choose = move |(key, _): (i64, usize)| {
        let id = Id::from_bits(key.cast_unsigned());
        if page.named.get_untracked() != Some(id) {
            page.named.set(Some(id));
        }
    };
    view! {
        <Section title=t.list note>
            <div class="profit-list">
                <Grid label=t.list columns rows on_move=choose />
            </div>
            <p class="muted small" hidden=move || n_missing.get() == 0>
                {move || (t.missing)(n_missing.get())}
            </p>
        </Section>
    }
}

fn row(page: Page, line: &Line, target: Ratio, rounding: Rounding, chosen: Option<Id>) -> Row {
    let product = &line.product;
    let mut cells = vec![Cell::new(page.name(product)), money(product.price)];
    match &line.earned {
        Some(earned) => cells.extend(worked_out(page, earned, target, rounding)),
        None => cells.extend((0..7).map(|_| none())),
    }
    let kind = if chosen == Some(product.id) { RowKind::Current } else { RowKind::Plain };
    Row { key: product.id.bits().cast_signed(), kind, cells: cells.into() }
}

fn worked_out(page: Page, earned: &Earned, target: Ratio, rounding: Rounding) -> [Cell; 7] {
    let t = page.t;
    let (tone, why) = match earned.standing(target) {
        Standing::Reached => (CellTone::Plain, ""),
        Standing::Thin => (CellTone::Alert, t.thin),
        Standing::Loss => (CellTone::Alert, t.loss),
    };
    let paid = money(Some(earned.trace.piece_paid()));
    let paid =
        if earned.is_below_lowest { paid.tone(CellTone::Alert).note(t.below_lowest) } else { paid };
    let roi = earned.terms.even_roi(earned.unit.received);
    let percent = |ratio: Ratio| format::percent1(ratio).trim_end_matches('%').to_owned();
    let profit_tone =
        if earned.unit.profit < Money::ZERO { CellTone::Alert } else { CellTone::Strong };
    [
        paid,
        money(Some(earned.unit.received)),
        money(Some(earned.unit.profit)).tone(profit_tone),
        earned
            .unit
            .margin()
            .map_or_else(none, |margin| Cell::new(percent(margin)).tone(tone).note(why)),
        money(earned.break_even().map(|solved| solved.price)),
        roi.map_or_else(none, |roi| Cell::new(told::roi(roi))),
        money(earned.price_for(target, rounding).map(|solved| solved.price)),
    ]
}

fn none() -> Cell {
    Cell::new(format::NONE).tone(CellTone::Quiet)
}

fn money(amount: Option<Money>) -> Cell {
    amount.map_or_else(none, |amount| {
        let text = match amount.fen() % 100 {
            0 => format::yuan_whole(amount),
            _ => format::yuan(amount),
        };
        Cell::new(text)
    })
}
