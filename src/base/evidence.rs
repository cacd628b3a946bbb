//! What a claim rests on.

use serde::{Deserialize, Serialize};

use crate::base::day::Day;
use crate::base::edit::{EditError, check_len};
use crate::base::extra::Extra;
use crate::base::link::Link;
use crate::base::record::Record;

/// The longest text of a piece of evidence, in characters.
pub const MAX_TEXT: usize = 500;
/// The most pieces of evidence that one claim takes.
pub const MAX_PIECES: usize = 20;

/// Where a piece of evidence comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum EvidenceKind {
    /// 评价: what buyers wrote, own or a competitor's.
    Review,
    /// 关键词: what people search for.
    Keyword,
    /// 指标: a number of the workbook or the platform.
    Metric,
    /// 访谈: a talk, a poll, the customer service's log.
    Interview,
    /// Something seen: a shop, a page, a mall.
    #[default]
    Observation,
}

/// One piece of evidence for a claim.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Evidence {
    /// Where it comes from.
    pub kind: EvidenceKind,
    /// What it says. No buyer's name or number belongs here.
    pub text: String,
    /// When it was found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day: Option<Day>,
    /// A fact, or an assumption that is still to be checked.
    pub is_fact: bool,
    /// The metric that it quotes, by its key in the registry.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metric: Option<String>,
    /// The thing of the workbook that it quotes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<Link>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Something of the workbook that a piece of evidence can quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidenceSource {
    /// What it is called, for a list to choose from.
    pub name: String,
    /// What is quoted.
    pub target: Quoted,
}

/// What a piece of evidence quotes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Quoted {
    /// A metric, by its key in the registry.
    Metric(String),
    /// A thing of the workbook.
    Thing(Link),
}

/// How well a claim is supported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Support {
    /// By nothing.
    Nothing,
    /// By assumptions that are still to be checked.
    Assumption,
    /// By one fact at least.
    Fact,
}

/// How well these pieces support a claim. A piece without words and without a source supports
/// nothing.
pub fn support(pieces: &[Evidence]) -> Support {
    let said = pieces.iter().filter(|piece| piece.says_something());
    said.map(|piece| if piece.is_fact { Support::Fact } else { Support::Assumption })
        .max()
        .unwrap_or(Support::Nothing)
}

/// Refuses too many pieces, and those that are too long.
///
/// # Errors
///
/// [`EditError::TooMany`] and [`EditError::TooLong`] with `field`, the list's name in the file
/// format.
pub fn check_all(field: &'static str, pieces: &[Evidence]) -> Result<(), EditError> {
    if MAX_PIECES < pieces.len() {
        return Err(EditError::TooMany { field, max: MAX_PIECES });
    }
    pieces.iter().try_for_each(|piece| piece.check(field))
}

impl Evidence {
    /// Whether there is anything in it: words, a metric or a thing of the workbook.
    pub fn says_something(&self) -> bool {
        !self.text.trim().is_empty() || self.metric.is_some() || self.link.is_some()
    }

    /// What it quotes; of a metric and a thing, the metric.
    pub fn quoted(&self) -> Option<Quoted> {
        let metric = self.metric.clone().map(Quoted::Metric);
        metric.or_else(|| self.link.map(Quoted::Thing))
    }

    /// Lets it quote something else, or nothing.
    pub fn quote(&mut self, target: Option<Quoted>) {
        (self.metric, self.link) = match target {
            Some(Quoted::Metric(key)) => (Some(key), None),
            Some(Quoted::Thing(link)) => (None, Some(link)),
            None => (None, None),
        };
    }

    /// Lets go of a thing that was removed; says whether it had quoted it.
    pub fn let_go(&mut self, link: Link) -> bool {
        let has_quoted = self.link == Some(link);
        if has_quoted {
            self.link = None;
        }
        has_quoted
    }

    /// Refuses a text that is too long.
    ///
    /// # Errors
    ///
    /// [`EditError::TooLong`] with `field`, the evidence's name in the file format.
    pub fn check(&self, field: &'static str) -> Result<(), EditError> {
        check_len(field, &self.text, MAX_TEXT)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::id::Id;
    use crate::base::link::LinkKind;

    #[test]
    fn a_claim_is_supported_by_its_best_piece() {
        let empty = Evidence { is_fact: true, ..Evidence::default() };
        let guess = Evidence { text: "看起来".to_owned(), ..Evidence::default() };
        let fact = Evidence { text: "84 条评价".to_owned(), ..empty.clone() };
        assert_eq!(support(&[]), Support::Nothing);
        assert_eq!(support(std::slice::from_ref(&empty)), Support::Nothing);
        assert_eq!(support(&[empty, guess.clone()]), Support::Assumption);
        assert_eq!(support(&[fact, guess]), Support::Fact);
    }

    #[test]
    fn a_piece_quotes_one_thing_and_lets_go_of_it() {
        let link = Link::new(LinkKind::Factor, Id::from_bits(1));
        let mut piece = Evidence { metric: Some("cvr".to_owned()), ..Evidence::default() };
        piece.quote(Some(Quoted::Thing(link)));
        assert_eq!((piece.metric.clone(), piece.quoted()), (None, Some(Quoted::Thing(link))));
        assert!(!piece.let_go(Link::new(LinkKind::Factor, Id::from_bits(2))));
        assert!(piece.let_go(link));
        assert_eq!(piece.quoted(), None);
    }

    #[test]
    fn too_much_evidence_is_refused() {
        let many = vec![Evidence::default(); MAX_PIECES + 1];
        let field = "personas.personas.evidence";
        assert_eq!(check_all(field, &many), Err(EditError::TooMany { field, max: MAX_PIECES }));
        let long = Evidence { text: "长".repeat(MAX_TEXT + 1), ..Evidence::default() };
        assert_eq!(check_all(field, &[long]), Err(EditError::TooLong { field, max: MAX_TEXT }));
    }
}
