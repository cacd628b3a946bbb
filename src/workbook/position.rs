//! What the positioning says to the other sections: what it points at, and what is let go.

use crate::base::id::Id;
use crate::base::link::{Link, LinkKind};
use crate::base::list;
use crate::base::score::Score;
use crate::tools::position::model::{ChainLink, Change, CurveFactor};
use crate::workbook::Workbook;

impl Workbook {
    /// What a link of the chain is called by the user; none where the kind's name does.
    pub fn chain_link(&self, id: Id) -> Option<&ChainLink> {
        list::find(&self.position.chain, id)
    }

    /// The positioning's things that point at the thing.
    pub(super) fn position_pointing_at(&self, link: Link) -> Vec<Link> {
        let mut found = Vec::new();
        for factor in self.position.curve.iter().filter(|factor| curve_points_at(factor, link)) {
            found.push(Link::new(LinkKind::CurveFactor, factor.id));
        }
        for change in self.position.changes.iter().filter(|one| change_points_at(one, link)) {
            found.push(Link::new(LinkKind::Change, change.id));
        }
        found
    }

    /// Lets go of a removed thing.
    pub(super) fn position_detach(&mut self, link: Link) {
        let quotes = self.position.claims.iter().flat_map(|claim| &claim.evidence);
        let is_quoted = quotes.into_iter().any(|evidence| evidence.link == Some(link));
        if !is_quoted && self.position_pointing_at(link).is_empty() {
            return;
        }
        let position = self.position.make_mut();
        for factor in &mut position.curve {
            match link.kind {
                LinkKind::Factor => factor.factor = factor.factor.filter(|id| *id != link.id),
                LinkKind::Rival => factor.rivals.retain(|score: &Score| score.of != link.id),
                _ => {}
            }
        }
        for change in &mut position.changes {
            change.source = change.source.filter(|source| *source != link);
        }
        for evidence in position.claims.iter_mut().flat_map(|claim| &mut claim.evidence) {
            evidence.link = evidence.link.filter(|end| *end != link);
        }
    }
}

fn curve_points_at(factor: &CurveFactor, link: Link) -> bool {
    match link.kind {
        LinkKind::Factor => factor.factor == Some(link.id),
        LinkKind::Rival => factor.rivals.iter().any(|score| score.of == link.id),
        _ => false,
    }
}

fn change_points_at(change: &Change, link: Link) -> bool {
    change.source == Some(link)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::evidence::Evidence;
    use crate::tools::journey::edit::JourneyEdit;
    use crate::tools::journey::model::{Factor, Stage};
    use crate::tools::position::edit::{ClaimField, PositionEdit};
    use crate::tools::position::model::Level;

    #[test]
    fn removing_a_factor_leaves_its_curve_and_its_change_sound() {
        let [factor, curve, change] = [1, 2, 3].map(Id::from_bits);
        let link = Link::new(LinkKind::Factor, factor);
        let mut workbook = Workbook::default();
        let mut on_curve = CurveFactor::new(curve, "做工".to_owned());
        on_curve.factor = Some(factor);
        let day = "2026-10-22".parse().unwrap();
        let evidence = vec![Evidence { link: Some(link), ..Evidence::default() }];
        for edit in [
            JourneyEdit::Put(Factor::new(factor, "做工".to_owned(), Stage::Consider)).into(),
            PositionEdit::Put(on_curve).into(),
            PositionEdit::PutChange(Change::new(change, "换皮料".to_owned(), day, Some(link)))
                .into(),
            PositionEdit::SetClaim { level: Level::Goods, field: ClaimField::Evidence(evidence) }
                .into(),
        ] {
            workbook.apply(edit).unwrap();
        }
        let ends = [(LinkKind::CurveFactor, curve), (LinkKind::Change, change)];
        assert_eq!(workbook.pointing_at(link), ends.map(|(kind, id)| Link::new(kind, id)));
        let ends = Link::new(LinkKind::Change, change);
        assert_eq!(workbook.title_of(ends), Some("换皮料"));
        workbook.apply(JourneyEdit::Remove(factor).into()).unwrap();
        assert_eq!(workbook.position.curve[0].factor, None);
        assert_eq!(workbook.position.changes[0].source, None);
        assert_eq!(workbook.position.claims[0].evidence[0].link, None);
    }
}
