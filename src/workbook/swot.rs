//! What the SWOT says to the other sections: what it points at, and what its things are called.

use crate::base::evidence::Evidence;
use crate::base::id::Id;
use crate::base::link::{Link, LinkKind};
use crate::tools::swot::model::{Strategy, SwotEntry};
use crate::workbook::Workbook;

impl Workbook {
    /// The ids and sentences of the SWOT's entries, in the user's order.
    pub fn swot_names(&self) -> Vec<(Id, String)> {
        self.swot.entries.iter().map(|entry| (entry.id, entry.text.clone())).collect()
    }

    /// The SWOT's entries and strategies that point at the thing.
    pub(super) fn swot_pointing_at(&self, link: Link) -> Vec<Link> {
        let mut found = Vec::new();
        for entry in self.swot.entries.iter().filter(|entry| entry_points_at(entry, link)) {
            found.push(Link::new(LinkKind::Swot, entry.id));
        }
        for strategy in self.swot.strategies.iter().filter(|one| strategy_pairs(one, link)) {
            found.push(Link::new(LinkKind::Strategy, strategy.id));
        }
        found
    }

    /// Lets go of a removed thing. Strategies let go of an entry in the section's own edit.
    pub(super) fn swot_detach(&mut self, link: Link) {
        if !self.swot.entries.iter().any(|entry| entry_points_at(entry, link)) {
            return;
        }
        for entry in &mut self.swot.make_mut().entries {
            entry.source = entry.source.filter(|source| *source != link);
            for evidence in &mut entry.evidence {
                evidence.link = evidence.link.filter(|end| *end != link);
            }
        }
    }
}

fn entry_points_at(entry: &SwotEntry, link: Link) -> bool {
    let quotes = |evidence: &Evidence| evidence.link == Some(link);
    entry.source == Some(link) || entry.evidence.iter().any(quotes)
}

fn strategy_pairs(strategy: &Strategy, link: Link) -> bool {
    link.kind == LinkKind::Swot && strategy.entries.contains(&link.id)
}

#[cfg(test)]
mod tests {
    use crate::base::evidence::Evidence;
    use crate::base::id::Id;
    use crate::base::link::{Link, LinkKind};
    use crate::tools::rivals::edit::RivalsEdit;
    use crate::tools::rivals::model::Rival;
    use crate::tools::swot::edit::SwotEdit;
    use crate::tools::swot::model::{Quadrant, Strategy, SwotEntry};
    use crate::workbook::Workbook;

    #[test]
    fn removing_a_competitor_says_and_lets_go_of_what_rests_on_it() {
        let [rival, first, second, strategy] = [1, 2, 3, 4].map(Id::from_bits);
        let link = Link::new(LinkKind::Rival, rival);
        let mut made = SwotEntry::new(first, Quadrant::Threat, "对手降价".to_owned());
        made.source = Some(link);
        let mut rests = SwotEntry::new(second, Quadrant::Strength, "现货".to_owned());
        rests.evidence = vec![Evidence { link: Some(link), ..Evidence::default() }];
        let pair = Strategy::new(strategy, "不跟价".to_owned(), vec![second, first]);
        let name = "云岭茶庄".to_owned();
        let mut workbook = Workbook::default();
        for edit in [
            RivalsEdit::Put(Rival::new(rival, name)).into(),
            SwotEdit::Put(made).into(),
            SwotEdit::Put(rests).into(),
            SwotEdit::PutStrategy(pair).into(),
        ] {
            workbook.apply(edit).unwrap();
        }
        let entry = |id| Link::new(LinkKind::Swot, id);
        assert_eq!(workbook.pointing_at(link), [entry(first), entry(second)]);
        let pairs = [Link::new(LinkKind::Strategy, strategy)];
        assert_eq!(workbook.pointing_at(entry(first)), pairs);
        assert_eq!(workbook.title_of(pairs[0]), Some("不跟价"));

        workbook.apply(RivalsEdit::Remove(rival).into()).unwrap();
        assert_eq!(workbook.swot.entries[0].source, None);
        assert_eq!(workbook.swot.entries[1].evidence[0].link, None);
        workbook.apply(SwotEdit::Remove(first).into()).unwrap();
        assert_eq!(workbook.swot.strategies[0].entries, [second]);
    }
}
