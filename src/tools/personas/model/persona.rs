//! One persona (T-12, T-13, T-16, T-19): distributions and words, each with its evidence.

use serde::{Deserialize, Serialize};

use crate::base::day::Day;
use crate::base::evidence::Evidence;
use crate::base::extra::Extra;
use crate::base::id::Id;
use crate::base::list::HasId;
use crate::base::money::Money;
use crate::base::ratio::Ratio;
use crate::base::record::Record;
use crate::tools::personas::model::needs::{Insight, Need};

/// One group of customers. Of whatever varies within the group it holds the distribution and
/// never a mean.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Persona {
    /// Its name for good.
    pub id: Id,
    /// What it is called.
    pub name: String,
    /// Its share of the shop's visitors; all personas' shares make 100 % at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<Ratio>,
    /// Its pay conversion; none where it buys as the whole shop does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cvr: Option<Ratio>,
    /// Its order value; none where it buys as the whole shop does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub aov: Option<Money>,
    /// The youngest, in years.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age_from: Option<u8>,
    /// The oldest, in years.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age_to: Option<u8>,
    /// Women; what is neither is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub female: Option<Ratio>,
    /// Men.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub male: Option<Ratio>,
    /// On a phone (常用终端).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mobile: Option<Ratio>,
    /// At a computer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub desktop: Option<Ratio>,
    /// The least that they pay.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price_from: Option<Money>,
    /// The most that they pay.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price_to: Option<Money>,
    /// Age bands (年龄段): `25–29`, `40 以上`.
    #[serde(default)]
    pub ages: Vec<ShareRow>,
    /// Provinces or cities.
    #[serde(default)]
    pub regions: Vec<ShareRow>,
    /// Bands of purchase power (消费层级).
    #[serde(default)]
    pub spending: Vec<ShareRow>,
    /// Membership levels (会员等级).
    #[serde(default)]
    pub levels: Vec<ShareRow>,
    /// Occasions of purchase (购买场景, T-16): for oneself, a wedding, a birthday …
    #[serde(default)]
    pub occasions: Vec<ShareRow>,
    /// What they do (职业/身份).
    #[serde(default)]
    pub occupation: String,
    /// Where they live and move (生活空间).
    #[serde(default)]
    pub life_space: String,
    /// What they like (生活态度/爱好).
    #[serde(default)]
    pub attitudes: Vec<String>,
    /// How they take prices and discounts (价格敏感/折扣偏好).
    #[serde(default)]
    pub price_attitude: String,
    /// What they read and watch (关注的媒体).
    #[serde(default)]
    pub media: Vec<String>,
    /// What they search for (搜索关键词).
    #[serde(default)]
    pub keywords: Vec<String>,
    /// What they look at most when they buy for themselves (T-16).
    #[serde(default)]
    pub own_detail: String,
    /// What they look at most when they buy for others (T-16).
    #[serde(default)]
    pub gift_detail: String,
    /// What they need (T-13).
    #[serde(default)]
    pub needs: Vec<Need>,
    /// What follows for the shop (T-19).
    #[serde(default)]
    pub insights: Vec<Insight>,
    /// What the claims above rest on.
    #[serde(default)]
    pub evidence: Vec<ClaimEvidence>,
    /// Where all of it comes from, in a line: orders, reviews, their number.
    #[serde(default)]
    pub source: String,
    /// When it was last checked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checked: Option<Day>,
    /// Until when it must be checked again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_by: Option<Day>,
    /// The description in the user's own Chinese; none for the one written from the fields.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words_zh: Option<String>,
    /// The description in the user's own English; none for the one written from the fields.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words_en: Option<String>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Persona {
    /// A persona of which only the name is known.
    pub fn new(id: Id, name: String) -> Self {
        Self {
            id,
            name,
            share: None,
            cvr: None,
            aov: None,
            age_from: None,
            age_to: None,
            female: None,
            male: None,
            mobile: None,
            desktop: None,
            price_from: None,
            price_to: None,
            ages: Vec::new(),
            regions: Vec::new(),
            spending: Vec::new(),
            levels: Vec::new(),
            occasions: Vec::new(),
            occupation: String::new(),
            life_space: String::new(),
            attitudes: Vec::new(),
            price_attitude: String::new(),
            media: Vec::new(),
            keywords: Vec::new(),
            own_detail: String::new(),
            gift_detail: String::new(),
            needs: Vec::new(),
            insights: Vec::new(),
            evidence: Vec::new(),
            source: String::new(),
            checked: None,
            review_by: None,
            words_zh: None,
            words_en: None,
            extra: Extra::new(),
        }
    }

    /// The rows of a distribution.
    pub fn rows(&self, of: Distribution) -> &Vec<ShareRow> {
        match of {
            Distribution::Ages => &self.ages,
            Distribution::Regions => &self.regions,
            Distribution::Spending => &self.spending,
            Distribution::Levels => &self.levels,
            Distribution::Occasions => &self.occasions,
        }
    }

    /// The rows of a distribution, for writing.
    pub fn rows_mut(&mut self, of: Distribution) -> &mut Vec<ShareRow> {
        match of {
            Distribution::Ages => &mut self.ages,
            Distribution::Regions => &mut self.regions,
            Distribution::Spending => &mut self.spending,
            Distribution::Levels => &mut self.levels,
            Distribution::Occasions => &mut self.occasions,
        }
    }

    /// The evidence of a claim.
    pub fn evidence_of(&self, claim: Claim) -> &[Evidence] {
        let found = self.evidence.iter().find(|entry| entry.claim == claim);
        found.map_or(&[], |entry| entry.pieces.as_slice())
    }

    /// Puts all the evidence of a claim; none takes the entry away.
    pub fn set_evidence(&mut self, claim: Claim, pieces: Vec<Evidence>) {
        match self.evidence.iter().position(|entry| entry.claim == claim) {
            Some(idx) if pieces.is_empty() => drop(self.evidence.remove(idx)),
            Some(idx) => self.evidence[idx].pieces = pieces,
            None if pieces.is_empty() => {}
            None => {
                self.evidence.push(ClaimEvidence { claim, pieces, extra: Extra::new() });
            }
        }
    }
}

impl HasId for Persona {
    fn id(&self) -> Id {
        self.id
    }
}

/// A distribution of a persona that the user makes the rows of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Distribution {
    /// Age bands.
    Ages,
    /// Provinces or cities.
    Regions,
    /// Purchase power.
    Spending,
    /// Membership levels.
    Levels,
    /// Occasions.
    Occasions,
}

impl Distribution {
    /// All of them, as they stand on the card.
    pub const ALL: [Self; 5] =
        [Self::Ages, Self::Regions, Self::Occasions, Self::Spending, Self::Levels];
}

/// One row of a distribution.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct ShareRow {
    /// The band, the place, the occasion.
    pub name: String,
    /// Its share; none where only the name is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<Ratio>,
    /// The decision factor that counts most in it (occasions, T-16).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub factor: Option<Id>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl ShareRow {
    /// A row with a share.
    pub fn new(name: String, share: Option<Ratio>) -> Self {
        Self { name, share, factor: None, extra: Extra::new() }
    }
}

/// What is claimed of a persona. Needs carry their own evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Claim {
    /// Its share of the visitors, conversion, order value.
    Weight,
    /// Age.
    Age,
    /// Gender.
    Gender,
    /// Regions.
    Regions,
    /// Purchase power.
    Spending,
    /// Membership.
    Levels,
    /// Occupation.
    Occupation,
    /// Life space.
    LifeSpace,
    /// Attitudes.
    Attitudes,
    /// Price sensitivity and the prices that they pay.
    Price,
    /// Phone or computer.
    Terminal,
    /// Media.
    Media,
    /// Keywords.
    Keywords,
    /// Occasions.
    Occasions,
    /// What counts for oneself and for others.
    Details,
}

impl Claim {
    /// All of them, as they stand on the page.
    pub const ALL: [Self; 15] = [
        Self::Age,
        Self::Gender,
        Self::Regions,
        Self::Occupation,
        Self::LifeSpace,
        Self::Attitudes,
        Self::Occasions,
        Self::Details,
        Self::Price,
        Self::Spending,
        Self::Levels,
        Self::Keywords,
        Self::Media,
        Self::Terminal,
        Self::Weight,
    ];
}

/// The evidence of one claim.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct ClaimEvidence {
    /// Of which claim.
    pub claim: Claim,
    /// The pieces.
    pub pieces: Vec<Evidence>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}
