//! What the new products say to the other sections: how one becomes a product, what they point
//! at, and what is let go.

use crate::base::day::Day;
use crate::base::extra::Extra;
use crate::base::id::Id;
use crate::base::link::{Link, LinkKind};
use crate::base::list;
use crate::tools::launch::edit::LaunchEdit;
use crate::tools::launch::model::{ItemVerdict, NewItem, Season};
use crate::tools::products::edit::ProductsEdit;
use crate::tools::products::model::{LifeStage, Product, SheetEntry};
use crate::workbook::Workbook;
use crate::workbook::edit::Edit;

impl Workbook {
    /// The edit that makes a product of a new one, as one step: a product under the new id with
    /// what is known of it, and the item linked to it and passed. `None` where there is no such
    /// item, or it is a product already.
    pub fn list_item(&self, id: Id, product: Id, today: Day) -> Option<Edit> {
        let item = list::find(&self.launch.items, id).filter(|item| item.product.is_none())?;
        let mut made = Product::new(product, item.name.clone());
        made.persona = item.persona;
        made.launched = Some(item.plan.launch_on.unwrap_or(today));
        made.stage = Some(LifeStage::Start);
        let entry = |key: &str, text: &str| SheetEntry {
            key: key.to_owned(),
            text: text.to_owned(),
            extra: Extra::new(),
        };
        for (key, text) in [("advantages", &item.advantage), ("usage", &item.problem)] {
            if !text.trim().is_empty() {
                made.sheet.push(entry(key, text));
            }
        }
        let mut item = item.clone();
        item.product = Some(product);
        item.verdict = Some(ItemVerdict::Go);
        item.judged_on = Some(item.judged_on.unwrap_or(today));
        let product = ProductsEdit::Put(vec![made]).into();
        Some(Edit::All(vec![product, LaunchEdit::Put(Box::new(item)).into()]))
    }

    /// Whether a product is there to draw visitors: such bestsellers stay out of deals.
    pub fn draws_visitors(&self, product: Id) -> bool {
        let found = list::find(&self.products.products, product);
        found.is_some_and(|product| product.may_deal() == Some(false))
    }

    /// The new products that point at the thing.
    pub(super) fn launch_pointing_at(&self, link: Link) -> Vec<Link> {
        let items = self.launch.items.iter().filter(|item| points_at(item, link));
        items.map(|item| Link::new(LinkKind::NewItem, item.id)).collect()
    }

    /// Lets go of a removed thing.
    pub(super) fn launch_detach(&mut self, link: Link) {
        self.launch_forget(link);
        if !self.launch.items.iter().any(|item| points_at(item, link)) {
            return;
        }
        for item in &mut self.launch.make_mut().items {
            if points_at(item, link) {
                match link.kind {
                    LinkKind::Persona => item.persona = None,
                    _ => item.product = None,
                }
            }
        }
    }

    /// What was seen of a removed competitor goes, and the steps of a removed product.
    fn launch_forget(&mut self, link: Link) {
        let Link { kind, id } = link;
        let has_seen = |season: &Season| season.seen.iter().any(|peer| peer.rival == id);
        if kind == LinkKind::Rival && self.launch.seasons.iter().any(has_seen) {
            for season in &mut self.launch.make_mut().seasons {
                season.seen.retain(|peer| peer.rival != id);
            }
        }
        if kind == LinkKind::Product && self.launch.hits.iter().any(|plan| plan.product == id) {
            self.launch.make_mut().hits.retain(|plan| plan.product != id);
        }
    }
}

fn points_at(item: &NewItem, link: Link) -> bool {
    match link.kind {
        LinkKind::Persona => item.persona == Some(link.id),
        LinkKind::Product => item.product == Some(link.id),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::session::Session;
    use crate::tools::launch::model::{HitPlan, HitStep, LaunchStage, PeerSeen};
    use crate::tools::personas::edit::PersonasEdit;
    use crate::tools::personas::model::persona::Persona;
    use crate::tools::products::model::Role;
    use crate::tools::rivals::edit::RivalsEdit;
    use crate::tools::rivals::model::Rival;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn an_item_becomes_a_product_in_one_step_that_undo_takes_back() {
        let [persona, item, product] = [1, 2, 3].map(Id::from_bits);
        let mut session = Session::new(Workbook::default());
        let who = Persona::new(persona, "送礼的人".to_owned());
        session.edit(PersonasEdit::Put(Box::new(who)).into(), 0).unwrap();
        let since = day("2026-10-01");
        let mut one = NewItem::new(item, "皮质首饰盒".to_owned(), LaunchStage::Check, since);
        one.persona = Some(persona);
        one.advantage = "头层牛皮".to_owned();
        one.plan.launch_on = Some(day("2026-12-01"));
        session.edit(LaunchEdit::Put(Box::new(one)).into(), 0).unwrap();
        let before = session.workbook().clone();
        let edit = before.list_item(item, product, day("2026-11-22")).unwrap();
        session.edit(edit, 0).unwrap();

        let workbook = session.workbook();
        let made = &workbook.products.products[0];
        assert_eq!((made.name.as_str(), made.persona), ("皮质首饰盒", Some(persona)));
        assert_eq!(made.launched, Some(day("2026-12-01")));
        assert_eq!(made.sheet_text("advantages"), "头层牛皮");
        let listed = &workbook.launch.items[0];
        assert_eq!((listed.product, listed.is_open()), (Some(product), false));
        assert_eq!(listed.judged_on, Some(day("2026-11-22")));
        // It is a product once.
        assert_eq!(workbook.list_item(item, Id::from_bits(4), day("2026-11-22")), None);
        let link = Link::new(LinkKind::NewItem, item);
        assert_eq!(workbook.pointing_at(Link::new(LinkKind::Product, product)), [link]);

        let mut removed = workbook.clone();
        removed.apply(ProductsEdit::Remove(product).into()).unwrap();
        removed.apply(PersonasEdit::Remove(persona).into()).unwrap();
        let left = &removed.launch.items[0];
        assert_eq!((left.product, left.persona, left.is_open()), (None, None, true));

        session.undo().unwrap();
        assert!(*session.workbook() == before);
    }

    #[test]
    fn what_was_seen_of_a_competitor_and_done_for_a_product_goes_with_them() {
        let [rival, product, season] = [1, 2, 3].map(Id::from_bits);
        let mut workbook = Workbook::default();
        let other = Rival::new(rival, "镜月".to_owned());
        workbook.apply(RivalsEdit::Put(other).into()).unwrap();
        let mut item = Product::new(product, "首饰盒".to_owned());
        item.role = Some(Role::Traffic);
        workbook.apply(ProductsEdit::Put(vec![item]).into()).unwrap();
        assert!(workbook.draws_visitors(product) && !workbook.draws_visitors(rival));
        let mut spring = Season::new(season, "春装".to_owned());
        let extra = Extra::new();
        spring.seen.push(PeerSeen {
            rival,
            has_launched: true,
            is_selling: None,
            seen_on: None,
            extra,
        });
        workbook.apply(LaunchEdit::PutSeason(spring).into()).unwrap();
        let mut step = HitStep::new("page".to_owned());
        step.done_on = Some(day("2026-10-01"));
        let plan = HitPlan { product, steps: vec![step], extra: Extra::new() };
        workbook.apply(LaunchEdit::PutHits { plan, step: "page" }.into()).unwrap();
        workbook.apply(RivalsEdit::Remove(rival).into()).unwrap();
        workbook.apply(ProductsEdit::Remove(product).into()).unwrap();
        assert!(workbook.launch.seasons[0].seen.is_empty() && workbook.launch.hits.is_empty());
    }
}
