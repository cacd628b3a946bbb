//! What the decision factors say to the other sections: what they point at, and what is let go.

use crate::base::id::Id;
use crate::base::link::{Link, LinkKind};
use crate::base::list;
use crate::base::locale::Locale;
use crate::base::ratio::Ratio;
use crate::base::score::Score;
use crate::knowledge::factors::shown_name;
use crate::tools::journey::calc::{Lens, importance};
use crate::tools::journey::model::{Factor, Visit};
use crate::workbook::Workbook;

impl Workbook {
    /// What a decision factor is called in a language: words of the template follow it.
    pub fn factor_name(&self, id: Id, locale: Locale) -> Option<&str> {
        let factor = list::find(&self.journey.factors, id)?;
        Some(shown_name(factor.template.as_deref(), &factor.name, locale))
    }

    /// The personas and how much each of them counts: its share of the shop's visitors in basis
    /// points, 0 for one without a share. All 0 means that each counts the same.
    pub fn persona_weights(&self) -> Vec<(Id, u32)> {
        let weight = |share: Option<Ratio>| {
            share.and_then(|share| u32::try_from(share.bp()).ok()).unwrap_or(0)
        };
        self.personas.personas.iter().map(|one| (one.id, weight(one.share))).collect()
    }

    /// How important a decision factor is to all personas by their weights, in hundredths of a
    /// point (100–500); `None` where nobody said.
    pub fn factor_importance(&self, id: Id) -> Option<i32> {
        let factor = list::find(&self.journey.factors, id)?;
        let lens = Lens::All(self.persona_weights());
        importance(factor, &lens).map(|importance| importance.value)
    }

    /// The decision factors that point at the thing. Scores of a persona or a competitor point at
    /// it, and so does what a score rests on.
    pub(super) fn journey_pointing_at(&self, link: Link) -> Vec<Link> {
        let factors = self.journey.factors.iter().filter(|factor| points_at(factor, link));
        factors.map(|factor| Link::new(LinkKind::Factor, factor.id)).collect()
    }

    /// Lets go of a removed thing.
    pub(super) fn journey_detach(&mut self, link: Link) {
        let is_meant = |visit: &Visit| visit_points_at(visit, link);
        let feels = |score: &Score| link.kind == LinkKind::Persona && score.of == link.id;
        let stages = self.journey.stages.iter().any(|note| note.moods.iter().any(feels));
        if !stages
            && !self.journey.visits.iter().any(is_meant)
            && !self.journey.factors.iter().any(|factor| points_at(factor, link))
        {
            return;
        }
        let journey = self.journey.make_mut();
        for note in &mut journey.stages {
            note.moods.retain(|score| !feels(score));
        }
        journey.stages.retain(|note| !note.is_blank());
        for factor in &mut journey.factors {
            let other = |score: &Score| score.of != link.id;
            match link.kind {
                LinkKind::Persona => factor.personas.retain(other),
                LinkKind::Rival => factor.rivals.retain(other),
                _ => {}
            }
            for evidence in &mut factor.evidence {
                evidence.link = evidence.link.filter(|end| *end != link);
            }
        }
        for visit in journey.visits.iter_mut().filter(|visit| visit_points_at(visit, link)) {
            match link.kind {
                LinkKind::Factor => visit.factor = None,
                _ => visit.rival = None,
            }
        }
    }
}

fn points_at(factor: &Factor, link: Link) -> bool {
    let scores = match link.kind {
        LinkKind::Persona => factor.personas.as_slice(),
        LinkKind::Rival => factor.rivals.as_slice(),
        _ => &[],
    };
    scores.iter().any(|score| score.of == link.id)
        || factor.evidence.iter().any(|evidence| evidence.link == Some(link))
}

fn visit_points_at(visit: &Visit, link: Link) -> bool {
    let end = match link.kind {
        LinkKind::Factor => visit.factor,
        LinkKind::Rival => visit.rival,
        _ => None,
    };
    end == Some(link.id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::evidence::Evidence;
    use crate::tools::journey::edit::JourneyEdit;
    use crate::tools::journey::model::Stage;
    use crate::tools::personas::edit::PersonasEdit;

    #[test]
    fn removing_a_persona_takes_its_scores_and_nothing_else() {
        let [persona, factor, visit] = [1, 2, 3].map(Id::from_bits);
        let link = Link::new(LinkKind::Persona, persona);
        let mut one = Factor::new(factor, "做工".to_owned(), Stage::Consider);
        one.personas = vec![Score::new(persona, 5), Score::new(factor, 1)];
        one.rivals = vec![Score::new(persona, 2)];
        one.evidence = vec![Evidence { link: Some(link), ..Evidence::default() }];
        let mut workbook = Workbook::default();
        workbook.personas.make_mut().personas.push(
            serde_json::from_value(serde_json::json!({ "id": persona, "name": "妈妈" })).unwrap(),
        );
        workbook.apply(JourneyEdit::Put(one).into()).unwrap();
        let mut note = Visit::new(visit, "2026-10-22".parse().unwrap());
        note.factor = Some(factor);
        workbook.apply(JourneyEdit::PutVisit(note).into()).unwrap();
        assert_eq!(workbook.pointing_at(link), [Link::new(LinkKind::Factor, factor)]);

        workbook.apply(PersonasEdit::Remove(persona).into()).unwrap();
        let left = &workbook.journey.factors[0];
        assert_eq!(left.personas, [Score::new(factor, 1)]);
        assert_eq!((left.rivals.len(), left.evidence[0].link), (1, None));

        workbook.apply(JourneyEdit::Remove(factor).into()).unwrap();
        assert_eq!(workbook.journey.visits[0].factor, None);
    }
}
