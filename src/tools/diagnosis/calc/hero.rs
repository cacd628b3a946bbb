//! The five items with the most visitors: what their figures say is to be checked (T-84, R-87).

use crate::base::causes::Funnel;
use crate::base::money::div_round;
use crate::base::order;
use crate::base::ratio::Ratio;
use crate::base::span::Span;
use crate::facts::metric::{BUYERS, REFUNDS, SALES, VISITORS};
use crate::facts::set::{FactSet, Sum};
use crate::tools::diagnosis::calc::items::ItemChanges;
use crate::tools::diagnosis::calc::sure::{Bar, Sure, of_counts};

/// How many items are checked: other items may be left.
pub const CHECKED: usize = 5;
/// What is asked of each item, in this order.
const METRICS: [&str; 6] = [VISITORS, BUYERS, SALES, "order_buyers", "cart_adders", REFUNDS];

/// What the figures of an item say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Flag {
    /// Its conversion fell, and that is no chance (R-13: first the page, then whether the traffic
    /// fits).
    Fell,
    /// It converts clearly worse than all other items together.
    Below,
    /// It is ordered and not paid: a presale; its order conversion says how it does.
    Presale,
}

/// One of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Hero {
    /// 商品ID.
    pub id: String,
    /// In the period.
    pub now: Funnel,
    /// Before; `None` where that cannot be compared.
    pub before: Option<Funnel>,
    /// Its share of all items' visitors.
    pub share: Option<Ratio>,
    /// How sure its conversion's change is.
    pub sure: Option<Sure>,
    /// 下单转化率, basis points.
    pub order_cvr: Option<i64>,
    /// 加购率, basis points (M-22).
    pub cart_rate: Option<i64>,
    /// Refunds of its sales, by the day of completion.
    pub refunds: Option<Ratio>,
    /// What its figures say.
    pub flags: Vec<Flag>,
}

/// The best-visited items of a period; none without figures of items.
pub fn heroes(facts: &FactSet, span: Span, changes: Option<&ItemChanges>, bar: Bar) -> Vec<Hero> {
    let sums = facts.item_sums(span, &METRICS);
    let of = |sums: &[Sum], place: usize| sums.get(place).and_then(|sum| sum.total);
    let state = |sums: &[Sum]| {
        let at = |place| of(sums, place).unwrap_or(0);
        Funnel::of(at(0), at(1), at(2))
    };
    let all = sums.items.values().fold(Funnel::default(), |all, one| all.plus(state(one)));
    let mut items: Vec<(&String, &Vec<Sum>)> = sums.items.iter().collect();
    order::sort_by(&mut items, |a, b| of(b.1, 0).cmp(&of(a.1, 0)));
    let one = |(id, sums): (&String, &Vec<Sum>)| {
        let now = state(sums);
        let visitors = of(sums, 0).unwrap_or(0);
        let rate = |part: Option<i64>| {
            let part = part.filter(|_| 0 < visitors)?;
            Some(div_round(i128::from(part) * 10_000, visitors.into()) as i64)
        };
        let before = changes.map(|all| {
            let own = all.items.iter().find(|item| item.id == *id);
            own.map_or_else(Funnel::default, |item| item.from)
        });
        let sure = before.map(|before| of_counts(before, now, bar));
        let rest = Funnel {
            visitors: all.visitors - now.visitors,
            buyers: all.buyers - now.buyers,
            sales: all.sales.saturating_sub(now.sales),
        };
        let order_cvr = rate(of(sums, 3));
        let is_presale = of(sums, 1) == Some(0)
            && order_cvr.is_some_and(|rate| 0 < rate)
            && bar.least <= now.visitors;
        let mut flags = Vec::new();
        if is_presale {
            flags.push(Flag::Presale);
        } else {
            if sure == Some(Sure::Down) {
                flags.push(Flag::Fell);
            }
            if of_counts(rest, now, bar) == Sure::Down {
                flags.push(Flag::Below);
            }
        }
        Hero {
            id: id.clone(),
            now,
            before,
            share: Ratio::of(visitors, all.visitors.round() as i64),
            sure,
            order_cvr,
            cart_rate: rate(of(sums, 4)),
            refunds: of(sums, 5).and_then(|refunds| Ratio::of(refunds, now.sales)),
            flags,
        }
    };
    items.into_iter().take(CHECKED).map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::id::Id;
    use crate::facts::edit::FactsEdit;
    use crate::facts::items::table::{ItemLabel, ItemTable};
    use crate::tools::diagnosis::calc::items::parted;
    use crate::tools::diagnosis::model::Diagnosis;

    fn facts(rows: &[(&str, [i64; 6])]) -> (FactSet, Span) {
        let day = "2026-10-01".parse().unwrap();
        let column = |at: usize| rows.iter().map(|row| Some(row.1[at])).collect::<Vec<_>>();
        let label = |id: &str| ItemLabel { id: id.to_owned(), ..ItemLabel::default() };
        let table = ItemTable {
            items: rows.iter().map(|row| label(row.0)).collect(),
            periods: vec![(day, day)],
            rows: (0..rows.len()).map(|row| (0, row)).collect(),
            columns: METRICS
                .iter()
                .enumerate()
                .map(|(at, key)| ((*key).to_owned(), column(at)))
                .collect(),
            ..ItemTable::default()
        };
        let mut facts = FactSet::default();
        let text = || "items".to_owned();
        let id = Id::from_bits(1);
        let edit = FactsEdit::ApplyItems { id, file: text(), dialect: text(), at: text(), table };
        edit.apply(&mut facts).unwrap();
        (facts, Span::day(day))
    }

    #[test]
    fn the_first_five_are_checked_and_only_what_is_sure_is_flagged() {
        let (facts, span) = facts(&[
            ("1", [10_000, 100, 1_000_000, 120, 500, 50_000]),
            ("2", [5_000, 150, 1_500_000, 160, 300, 0]),
            ("3", [1_000, 0, 0, 30, 80, 0]),
            ("4", [400, 12, 1, 12, 9, 0]),
            ("5", [300, 9, 1, 9, 9, 0]),
            ("6", [200, 6, 1, 6, 9, 0]),
        ]);
        let state = Funnel::of;
        let changes = ItemChanges {
            items: parted(vec![
                ("1".to_owned(), state(8_000, 240, 2_400_000), state(10_000, 100, 1_000_000)),
                ("2".to_owned(), state(5_000, 140, 1_400_000), state(5_000, 150, 1_500_000)),
            ]),
            ..ItemChanges::default()
        };
        let bar = Bar::of(&Diagnosis::default());
        let found = heroes(&facts, span, Some(&changes), bar);
        let said: Vec<_> = found.iter().map(|one| (one.id.as_str(), one.flags.clone())).collect();
        assert_eq!(
            said,
            [
                ("1", vec![Flag::Fell, Flag::Below]),
                ("2", vec![]),
                ("3", vec![Flag::Presale]),
                ("4", vec![]),
                ("5", vec![]),
            ]
        );
        // 30 orders of 1,000 visitors; 500 of 10,000 put it in their cart; ¥500 of ¥10,000 back.
        assert_eq!(found[2].order_cvr, Some(300));
        assert_eq!((found[0].cart_rate, found[0].refunds), (Some(500), Some(Ratio::from_bp(500))));
        assert_eq!(found[1].sure, Some(Sure::Open));
        // Without anything before only the other items are there to compare with.
        let alone = heroes(&facts, span, None, bar);
        assert_eq!((alone[0].sure, alone[0].flags.as_slice()), (None, [Flag::Below].as_slice()));
        assert_eq!(heroes(&FactSet::default(), span, None, bar), []);
    }
}
