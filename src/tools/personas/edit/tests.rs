use super::*;
use crate::base::evidence::Evidence;
use crate::base::money::Money;
use crate::tools::personas::model::needs::{Insight, InsightTarget, Need, NeedKind};
use crate::tools::personas::model::persona::{Claim, ShareRow};

fn id(bits: u64) -> Id {
    Id::from_bits(bits)
}

fn section(names: &[(u64, &str)]) -> Personas {
    let mut section = Personas::default();
    for (bits, name) in names {
        let persona = Persona::new(id(*bits), (*name).to_owned());
        PersonasEdit::Put(Box::new(persona)).apply(&mut section).unwrap();
    }
    section
}

fn names(section: &Personas) -> Vec<&str> {
    section.personas.iter().map(|persona| persona.name.as_str()).collect()
}

#[test]
fn personas_are_added_written_moved_and_removed() {
    let mut section = section(&[(1, "甲"), (2, "乙"), (3, "丙")]);
    let written =
        Persona { price_to: Some(Money::fen_const(22_000)), ..section.personas[1].clone() };
    let write = PersonasEdit::Write {
        persona: Box::new(written),
        field: "personas.personas.price_to",
        of: None,
    };
    let key = write.merge_key().unwrap();
    assert_eq!((key.field, key.of.as_str()), ("personas.personas.price_to", "0000000000000002"));
    write.apply(&mut section).unwrap();
    assert_eq!(section.personas[1].price_to, Some(Money::fen_const(22_000)));
    PersonasEdit::Move { id: id(3), to: 0 }.apply(&mut section).unwrap();
    assert_eq!(names(&section), ["丙", "甲", "乙"]);
    PersonasEdit::Remove(id(1)).apply(&mut section).unwrap();
    assert_eq!(names(&section), ["丙", "乙"]);
    let gone = PersonasEdit::Remove(id(1)).apply(&mut section);
    assert_eq!(gone, Err(EditError::NoSuchItem(id(1))));
}

#[test]
fn what_makes_no_sense_is_refused() {
    let refused = |change: fn(&mut Persona)| {
        let mut persona = Persona::new(id(1), "甲".to_owned());
        change(&mut persona);
        PersonasEdit::Put(Box::new(persona)).apply(&mut Personas::default()).unwrap_err()
    };
    let over = Some(Ratio::from_bp(10_001));
    let errors = [
        refused(|persona| persona.female = Some(Ratio::from_bp(-1))),
        refused(|persona| persona.age_to = Some(121)),
        refused(|persona| persona.price_from = Some(Money::fen_const(-1))),
        refused(|persona| persona.name = "长".repeat(MAX_NAME + 1)),
        refused(|persona| {
            persona.ages = vec![ShareRow::new(String::new(), Some(Ratio::from_bp(10_001)))];
        }),
        refused(|persona| {
            persona.needs = vec![Need {
                volume: Some(-1),
                ..Need::new(Id::from_bits(1), NeedKind::Hard, String::new())
            }];
        }),
        refused(|persona| {
            let text = "长".repeat(501);
            persona.set_evidence(Claim::Age, vec![Evidence { text, ..Evidence::default() }]);
        }),
    ];
    for (error, field) in errors.iter().zip([
        "personas.personas.female",
        "personas.personas.age",
        "personas.personas.price",
        "personas.personas.name",
        "personas.personas.rows.share",
        "personas.personas.needs.volume",
        "personas.personas.evidence",
    ]) {
        assert!(error.to_string().starts_with(field), "{error}");
    }
    let mut section = Personas::default();
    let region = Region { buyers: over, ..Region::default() };
    assert!(PersonasEdit::SetRegions(vec![region]).apply(&mut section).is_err());
    let segment = Segment { satisfaction: Some(6), ..Segment::default() };
    assert!(PersonasEdit::SetSegments(vec![segment]).apply(&mut section).is_err());
    let visits = vec![MallVisit::default(); MAX_ROWS + 1];
    assert!(PersonasEdit::SetVisits(visits).apply(&mut section).is_err());
    assert!(PersonasEdit::SetVisitors(Some(-1)).apply(&mut section).is_err());
    assert_eq!(section, Personas::default());
}

#[test]
fn every_link_is_found_and_let_go() {
    let mut section = section(&[(1, "甲"), (2, "乙")]);
    let (factor, task) = (Link::new(LinkKind::Factor, id(7)), Link::new(LinkKind::Task, id(8)));
    let persona = &mut section.personas[1];
    persona.occasions =
        vec![ShareRow { factor: Some(id(7)), ..ShareRow::new("生日".to_owned(), None) }];
    let mut insight = Insight::new(id(9), InsightTarget::ProductPage, "先答来不来得及".to_owned());
    insight.task = Some(id(8));
    persona.insights = vec![insight];
    let quote = Evidence { link: Some(factor), ..Evidence::default() };
    persona.set_evidence(Claim::Occasions, vec![quote.clone()]);
    let mut need = Need::new(id(10), NeedKind::Hard, "三天内到".to_owned());
    need.evidence = vec![quote];
    persona.needs = vec![need];
    assert_eq!(section.pointing_at(factor), [id(2)]);
    assert_eq!(section.pointing_at(task), [id(2)]);
    assert_eq!(section.pointing_at(Link::new(LinkKind::Factor, id(8))), []);
    section.let_go(factor);
    assert_eq!(section.pointing_at(factor), []);
    assert_eq!(section.pointing_at(task), [id(2)]);
    section.let_go(task);
    assert_eq!(section.personas[1].insights[0].task, None);
}
