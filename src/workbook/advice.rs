//! What the decision rules see of a workbook.

use std::collections::BTreeMap;

use crate::base::causes::causes;
use crate::base::day::Day;
use crate::base::ratio::Ratio;
use crate::base::span::Span;
use crate::tools::advice::calc::{AHEAD, Given, Inputs, ItemCard, PlanFigures, advice};
use crate::tools::diagnosis::calc::period::{known_part, last_day, month_of};
use crate::tools::diagnosis::calc::verdict::sums;
use crate::workbook::Workbook;

impl Workbook {
    /// Everything that the rules advise today, what is kept quiet included.
    pub fn advice(&self, today: Day) -> Vec<Given> {
        let mut events = self.events(Span::new(today, today + AHEAD));
        // What has begun is no event to come.
        events.retain(|event| today <= event.span.from());
        let inputs = Inputs {
            facts: &self.facts,
            events: &events,
            today,
            ad_cap: self.shop.ad_cap.bp().into(),
            plan: self.plan_figures(),
            cards: self.item_cards(today),
        };
        advice(&self.advice, &inputs)
    }

    /// The month of the last day with figures, to that day, against its target.
    fn plan_figures(&self) -> Option<PlanFigures> {
        let span = known_part(month_of(last_day(&self.facts)?), &self.facts);
        let planned = self.planned(span)?;
        let (now, _) = sums(&self.facts, span);
        let of_target = |fen: i64| Ratio::of(fen, planned.state.sales).map(|one| one.bp().into());
        let parts = causes(planned.state, now).parts();
        Some(PlanFigures {
            span,
            attained: of_target(now.sales)?,
            by: [of_target(parts[0])?, of_target(parts[1])?, of_target(parts[2])?],
        })
    }

    /// What the list of products says of items, by 商品ID; of two with the same the first.
    fn item_cards(&self, today: Day) -> BTreeMap<String, ItemCard> {
        let mut cards = BTreeMap::new();
        for product in self.products.products.iter().filter(|one| !one.item_id.is_empty()) {
            let cost = product.cost_on(today).map(|cost| {
                let terms = cost.terms();
                (terms.fixed, terms.rate)
            });
            let card = ItemCard { stock: product.stock, cost };
            cards.entry(product.item_id.trim().to_owned()).or_insert(card);
        }
        cards
    }
}
