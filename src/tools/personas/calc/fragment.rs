//! A persona as text, carried from one workbook to another by the clipboard.

use serde::{Deserialize, Serialize};

use crate::base::id::Id;
use crate::tools::personas::model::persona::Persona;

/// The shape of the text that this version writes.
const VERSION: u32 = 1;

#[derive(Serialize, Deserialize)]
struct Fragment {
    zhanggui_persona: u32,
    persona: Persona,
}

/// The persona as text. Its share of the visitors stays behind: it is that of this shop.
pub fn to_text(persona: &Persona) -> String {
    let persona = Persona { share: None, ..persona.clone() };
    let fragment = Fragment { zhanggui_persona: VERSION, persona };
    // A record of texts and whole numbers cannot fail to be written.
    serde_json::to_string_pretty(&fragment).unwrap_or_default()
}

/// The persona in a text of [`to_text`], with ids of its own and without what leads to things of
/// the workbook that it comes from; `None` for any other text.
pub fn from_text(text: &str, new_id: &mut dyn FnMut() -> Id) -> Option<Persona> {
    let Fragment { zhanggui_persona, mut persona } = serde_json::from_str(text.trim()).ok()?;
    if zhanggui_persona != VERSION {
        return None;
    }
    persona.id = new_id();
    persona.share = None;
    for need in &mut persona.needs {
        need.id = new_id();
    }
    for insight in &mut persona.insights {
        (insight.id, insight.task) = (new_id(), None);
    }
    for row in &mut persona.occasions {
        row.factor = None;
    }
    let claims = persona.evidence.iter_mut().flat_map(|entry| &mut entry.pieces);
    let needs = persona.needs.iter_mut().flat_map(|need| &mut need.evidence);
    for piece in claims.chain(needs) {
        piece.link = None;
    }
    Some(persona)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::evidence::Evidence;
    use crate::base::link::{Link, LinkKind};
    use crate::base::ratio::Ratio;
    use crate::tools::personas::model::needs::{Insight, InsightTarget, Need, NeedKind};
    use crate::tools::personas::model::persona::{Claim, ShareRow};

    fn persona() -> Persona {
        let [id, need, insight, task] = [1, 2, 3, 4].map(Id::from_bits);
        let mut persona = Persona::new(id, "送女友礼物的他".to_owned());
        persona.share = Some(Ratio::from_bp(4_100));
        persona.female = Some(Ratio::from_bp(900));
        persona.needs = vec![Need::new(need, NeedKind::Hard, "3 天内到".to_owned())];
        let made = Insight::new(insight, InsightTarget::Supply, "贺卡".to_owned());
        persona.insights = vec![Insight { task: Some(task), ..made }];
        persona.occasions =
            vec![ShareRow { factor: Some(task), ..ShareRow::new("生日".to_owned(), None) }];
        let link = Some(Link::new(LinkKind::Task, task));
        let piece = Evidence { link, text: "评价 84 条".to_owned(), ..Evidence::default() };
        persona.set_evidence(Claim::ALL[0], vec![piece]);
        persona
    }

    #[test]
    fn a_persona_arrives_with_its_words_and_without_ties_to_where_it_comes_from() {
        let mut number = 100;
        let mut new_id = || {
            number += 1;
            Id::from_bits(number)
        };
        let sent = persona();
        let come = from_text(&to_text(&sent), &mut new_id).unwrap();
        assert_eq!((&come.name, come.female), (&sent.name, sent.female));
        assert_eq!((come.share, come.occasions[0].factor), (None, None));
        assert_eq!((come.id, come.needs[0].id), (Id::from_bits(101), Id::from_bits(102)));
        assert_eq!((come.insights[0].id, come.insights[0].task), (Id::from_bits(103), None));
        let piece = &come.evidence[0].pieces[0];
        assert_eq!((piece.text.as_str(), piece.link), ("评价 84 条", None));
    }

    #[test]
    fn other_texts_are_no_personas() {
        let later =
            to_text(&persona()).replace("\"zhanggui_persona\": 1", "\"zhanggui_persona\": 2");
        for text in ["", "{}", "年龄\t22%", "{\"zhanggui_persona\":1}", later.as_str()] {
            assert!(from_text(text, &mut || Id::from_bits(9)).is_none(), "{text}");
        }
    }
}
