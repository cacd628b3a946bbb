//! How much of a persona is supported: "7 of 12 claims have evidence".

use crate::base::evidence::{Support, support};
use crate::tools::personas::model::persona::{Claim, Persona};

/// How many claims a persona makes, and what they rest on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ClaimCount {
    /// Claims: fields that say something, and needs.
    pub total: usize,
    /// Those with evidence, be it an assumption.
    pub supported: usize,
    /// Those with a fact.
    pub facts: usize,
}

/// Whether a persona says anything about this.
pub fn is_made(persona: &Persona, claim: Claim) -> bool {
    match claim {
        Claim::Weight => persona.share.is_some() || persona.cvr.is_some() || persona.aov.is_some(),
        Claim::Age => {
            persona.age_from.is_some() || persona.age_to.is_some() || !persona.ages.is_empty()
        }
        Claim::Gender => persona.female.is_some() || persona.male.is_some(),
        Claim::Regions => !persona.regions.is_empty(),
        Claim::Spending => !persona.spending.is_empty(),
        Claim::Levels => !persona.levels.is_empty(),
        Claim::Occupation => is_said(&persona.occupation),
        Claim::LifeSpace => is_said(&persona.life_space),
        Claim::Attitudes => !persona.attitudes.is_empty(),
        Claim::Price => {
            let has_price = persona.price_from.is_some() || persona.price_to.is_some();
            has_price || is_said(&persona.price_attitude)
        }
        Claim::Terminal => persona.mobile.is_some() || persona.desktop.is_some(),
        Claim::Media => !persona.media.is_empty(),
        Claim::Keywords => !persona.keywords.is_empty(),
        Claim::Occasions => !persona.occasions.is_empty(),
        Claim::Details => is_said(&persona.own_detail) || is_said(&persona.gift_detail),
    }
}

fn is_said(text: &str) -> bool {
    !text.trim().is_empty()
}

/// Counts the claims of a persona. Each field that says something is one, each need is one.
pub fn count(persona: &Persona) -> ClaimCount {
    let fields = Claim::ALL
        .into_iter()
        .filter(|claim| is_made(persona, *claim))
        .map(|claim| support(persona.evidence_of(claim)));
    let needs = persona.needs.iter().filter(|need| is_said(&need.text));
    let mut count = ClaimCount::default();
    for support in fields.chain(needs.map(|need| support(&need.evidence))) {
        count.total += 1;
        count.supported += usize::from(support != Support::Nothing);
        count.facts += usize::from(support == Support::Fact);
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::evidence::Evidence;
    use crate::base::id::Id;
    use crate::base::ratio::Ratio;
    use crate::tools::personas::model::needs::{Need, NeedKind};

    fn piece(is_fact: bool) -> Vec<Evidence> {
        vec![Evidence { text: "84 条评价".to_owned(), is_fact, ..Evidence::default() }]
    }

    #[test]
    fn claims_are_counted_with_what_they_rest_on() {
        let mut persona = Persona::new(Id::from_bits(1), "长辈".to_owned());
        assert_eq!(count(&persona), ClaimCount::default());
        persona.age_from = Some(35);
        persona.female = Some(Ratio::from_bp(5_200));
        persona.occupation = " ".to_owned();
        persona.life_space = "退休老干部生活空间".to_owned();
        persona.needs.push(Need::new(Id::from_bits(2), NeedKind::Hard, "三天内到".to_owned()));
        persona.needs.push(Need::new(Id::from_bits(3), NeedKind::Latent, String::new()));
        persona.set_evidence(Claim::Age, piece(true));
        persona.needs[0].evidence = piece(false);
        // Evidence of what is not claimed does not count.
        persona.set_evidence(Claim::Media, piece(true));
        assert_eq!(count(&persona), ClaimCount { total: 4, supported: 2, facts: 1 });
        persona.set_evidence(Claim::Age, Vec::new());
        assert_eq!(persona.evidence.len(), 1);
        assert_eq!(count(&persona), ClaimCount { total: 4, supported: 1, facts: 0 });
    }
}
