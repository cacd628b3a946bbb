//! What the tests of products and pictures say to the other sections, and hear of them.

use crate::base::day::Day;
use crate::base::id::Id;
use crate::base::link::{Link, LinkKind};
use crate::base::list;
use crate::knowledge::events::EventInstance;
use crate::tools::trials::model::Trial;
use crate::workbook::Workbook;

impl Workbook {
    /// The events that fall on days of a test: what they sell is not what the test sells
    /// (先看时间节点, T-47, T-48).
    pub fn trial_events(&self, id: Id, today: Day) -> Vec<EventInstance> {
        let span = list::find(&self.trials.trials, id).and_then(|trial| trial.span(today));
        span.map(|span| self.events(span)).unwrap_or_default()
    }

    /// The tests that point at the thing.
    pub(super) fn trials_pointing_at(&self, link: Link) -> Vec<Link> {
        let trials = self.trials.trials.iter().filter(|trial| points_at(trial, link));
        trials.map(|trial| Link::new(LinkKind::Trial, trial.id)).collect()
    }

    /// Lets go of a removed thing.
    pub(super) fn trials_detach(&mut self, link: Link) {
        if !self.trials.trials.iter().any(|trial| points_at(trial, link)) {
            return;
        }
        for trial in &mut self.trials.make_mut().trials {
            if points_at(trial, link) {
                trial.product = None;
            }
        }
    }
}

fn points_at(trial: &Trial, link: Link) -> bool {
    link.kind == LinkKind::Product && trial.product == Some(link.id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tools::products::edit::ProductsEdit;
    use crate::tools::products::model::Product;
    use crate::tools::trials::edit::TrialsEdit;
    use crate::tools::trials::model::Variant;

    #[test]
    fn a_test_lets_go_of_its_product_and_knows_the_events_of_its_days() {
        let [product, trial] = [1, 2].map(Id::from_bits);
        let mut one = Trial::new(trial, "主图".to_owned());
        one.product = Some(product);
        let mut variant = Variant::new(Id::from_bits(3), "A".to_owned());
        variant.from = "2026-11-08".parse().ok();
        variant.to = "2026-11-12".parse().ok();
        one.variants = vec![variant];
        let mut workbook = Workbook::default();
        let item = Product::new(product, "月光首饰盒".to_owned());
        workbook.apply(ProductsEdit::Put(vec![item]).into()).unwrap();
        workbook.apply(TrialsEdit::Put(Box::new(one)).into()).unwrap();
        let link = Link::new(LinkKind::Trial, trial);
        assert_eq!(workbook.title_of(link), Some("主图"));
        assert_eq!(workbook.pointing_at(Link::new(LinkKind::Product, product)), [link]);
        let today = "2026-11-22".parse().unwrap();
        assert_eq!(workbook.trial_events(trial, today).len(), 1);
        workbook.apply(ProductsEdit::Remove(product).into()).unwrap();
        assert_eq!(workbook.trials.trials[0].product, None);
        workbook.apply(TrialsEdit::Remove(trial).into()).unwrap();
        assert_eq!(workbook.title_of(link), None);
    }
}
