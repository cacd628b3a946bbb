//! The table's amounts by campaign and by product (T-94).

use leptos::prelude::*;

use crate::base::money::Money;
use crate::base::ratio::Ratio;
use crate::i18n::format;
use crate::tools::profit::calc::control::Control;
use crate::tools::profit::calc::parts::{PartSum, share_out};
use crate::tools::profit::model::ControlLine;
use crate::tools::profit::text::parts::text;
use crate::tools::profit::view::control::state::Page;
use crate::ui::grid::{Cell, CellTone, Column, Grid, Row, RowKind};
use crate::ui::{Section, Segmented};

/// Parts with their names; behind them all others, and what belongs to nobody.
type Named = (Vec<String>, Vec<PartSum>);

/// The table.
#[component]
pub fn Parts(page: Page) -> impl IntoView {
    let t = text(page.locale);
    let is_products = RwSignal::new(false);
    // What is typed into the table leaves these alone.
    let basis = page
        .store
        .select(|wb| (wb.facts.clone(), wb.calendar.clone(), wb.shop.clone(), wb.products.clone()));
    let campaigns = Memo::new(move |_| {
        basis.with(|_| ());
        page.store.with(|wb| wb.control_campaigns(page.year.get()))
    });
    let products = Memo::new(move |_| {
        basis.with(|_| ());
        let month = is_products.get().then(|| page.month.get());
        let found = |month| {
            page.store.with(|wb| {
                let found = wb.control_products(month);
                (wb.product_names_of(&found.names), found.months)
            })
        };
        month.map(found).unwrap_or_default()
    });
    let found: Memo<Named> = Memo::new(move |_| {
        page.section.with(|section| {
            page.months.with(|known| {
                let table = Control::new(&section.control, known);
                if is_products.get() {
                    products.with(|(names, months)| {
                        (names.clone(), share_out(&table, months, names.len() + 1))
                    })
                } else {
                    campaigns.with(|found| {
                        let name = |one: &crate::workbook::profit_parts::Campaign| {
                            let name = match page.locale {
                                crate::base::locale::Locale::Zh => &one.name.zh,
                                crate::base::locale::Locale::En => &one.name.en,
                            };
                            format!("{name} · {}", format::span_short(one.span, page.locale))
                        };
                        let names: Vec<String> = found.names.iter().map(name).collect();
                        let sums = share_out(&table, &found.months, names.len() + 1);
                        (names, sums)
                    })
                }
            })
        })
    });
    let columns = Signal::derive(move || {
        let yuan = t.yuan;
        vec![
            Column::text(if is_products.get() { t.product } else { t.campaign }, 160).grow(3),
            Column::number(t.days, "", 60),
            Column::number(t.net, yuan, 96),
            Column::number(t.goods, yuan, 96),
            Column::number(t.other, yuan, 96),
            Column::number(t.ads, yuan, 96),
            Column::number(t.ad_ratio, "%", 84),
            Column::number(t.profit, yuan, 96),
            Column::number(t.margin, "%", 84),
        ]
    });
    let rows = Signal::derive(move || {
        let cap = page.cap.get();
        let is_products = is_products.get();
        found.with(|(names, sums)| {
            let rest = if is_products { t.other_products } else { t.other_days };
            let names = names.iter().map(String::as_str).chain([rest, t.unallocated]);
            let mut rows: Vec<Row> = names
                .zip(sums)
                .enumerate()
                .map(|(at, (name, sum))| row(at, name, sum, cap, RowKind::Plain))
                .collect();
            rows.push(row(rows.len(), t.total, &total(sums), cap, RowKind::Total));
            rows
        })
    });
    let is_empty = Memo::new(move |_| found.with(|(names, _)| names.is_empty()));
    let note = Signal::derive(move || {
        if is_products.get() {
            (t.note_products)(&format::month_long(page.month.get(), page.locale))
        } else {
            (t.note_campaigns)(&page.year_name(page.year.get()))
        }
    });
    let more = move || {
        view! {
            <Segmented
                label=t.by
                options=vec![t.by_campaign.to_owned(), t.by_product.to_owned()]
                selected=Signal::derive(move || usize::from(is_products.get()))
                on_select=move |at| is_products.set(at == 1)
            />
        }
    };
    view! {
        <Section title=t.title note more>
            <p class="muted" hidden=move || !is_empty.get()>
                {move || if is_products.get() { t.no_products } else { t.no_campaigns }}
            </p>
            <Show when=move || !is_empty.get()>
                <Grid label=t.title columns rows />
                <p class="muted small">{t.help}</p>
            </Show>
        </Section>
    }
}

/// All of them together: the table's own sums.
fn total(sums: &[PartSum]) -> PartSum {
    let mut all = PartSum::default();
    for sum in sums {
        all.n_days += sum.n_days;
        for (line, amount) in &sum.lines {
            let sum = all.lines.entry(*line).or_default();
            *sum = *sum + *amount;
        }
    }
    all
}

fn row(at: usize, name: &str, sum: &PartSum, cap: Ratio, kind: RowKind) -> Row {
    let money = |value: Option<Money>| match value {
        None => Cell::new(format::NONE).tone(CellTone::Quiet),
        Some(value) => {
            let tone = if value < Money::ZERO { CellTone::Alert } else { CellTone::Plain };
            Cell::new(format::yuan_whole(value)).tone(tone)
        }
    };
    let percent = |ratio: Option<Ratio>, is_alert: bool| match ratio {
        None => Cell::new(format::NONE).tone(CellTone::Quiet),
        Some(ratio) => {
            let text = format::percent1(ratio).trim_end_matches('%').to_owned();
            Cell::new(text).tone(if is_alert { CellTone::Alert } else { CellTone::Plain })
        }
    };
    let some = |amount: Money| (amount != Money::ZERO).then_some(amount);
    let (goods, ads) = (sum.line(ControlLine::Goods), sum.ads());
    let other = sum.costs() - goods.unwrap_or_default() - ads;
    // What belongs to nobody sells nothing, and is taken off the profit all the same.
    let profit = sum.profit().or_else(|| some(Money::ZERO - sum.costs()));
    let (ad_ratio, margin) = (sum.ad_ratio(), sum.margin());
    let days = if sum.n_days == 0 { format::NONE.to_owned() } else { sum.n_days.to_string() };
    Row {
        key: i64::try_from(at).unwrap_or(i64::MAX),
        kind,
        cells: [
            Cell::new(name),
            Cell::new(days),
            money(sum.net()),
            money(goods),
            money(some(other)),
            money(some(ads)),
            percent(ad_ratio, ad_ratio.is_some_and(|ratio| cap.bp() < ratio.bp())),
            money(profit),
            percent(margin, margin.is_some_and(|margin| margin.bp() < 0)),
        ]
        .into(),
    }
}
