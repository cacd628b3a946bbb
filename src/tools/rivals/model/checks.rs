//! What is compared and checked regularly: differences, changes of shops, same items (T-26 … T-28).

use serde::{Deserialize, Serialize};

use crate::base::day::Day;
use crate::base::extra::Extra;
use crate::base::id::Id;
use crate::base::list::HasId;
use crate::base::money::Money;
use crate::base::record::Record;

/// What tells us from our peers in one aspect, and what came of adjusting it (T-26).
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Difference {
    /// Its name for good.
    pub id: Id,
    /// The own product; none for the shop as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own: Option<Id>,
    /// What is compared.
    pub aspect: Aspect,
    /// How it is with us.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub ours: String,
    /// How it is with competitors; one that nothing was said of has no entry.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub peers: Vec<PeerWords>,
    /// What the difference is.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub difference: String,
    /// How we adjust it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub adjustment: String,
    /// When it was adjusted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adjusted: Option<Day>,
    /// Page views (流量) in the time before; the user's time, the same before and after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub views_before: Option<i64>,
    /// Page views in the time after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub views_after: Option<i64>,
    /// Visitors in the time before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub visitors_before: Option<i64>,
    /// Visitors in the time after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub visitors_after: Option<i64>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Difference {
    /// A comparison of which nothing is said.
    pub fn new(id: Id, own: Option<Id>, aspect: Aspect) -> Self {
        Self {
            id,
            own,
            aspect,
            ours: String::new(),
            peers: Vec::new(),
            difference: String::new(),
            adjustment: String::new(),
            adjusted: None,
            views_before: None,
            views_after: None,
            visitors_before: None,
            visitors_after: None,
            extra: Extra::new(),
        }
    }

    /// What was said of a competitor; empty for nothing.
    pub fn peer(&self, rival: Id) -> &str {
        self.peers.iter().find(|peer| peer.of == rival).map_or("", |peer| &peer.text)
    }

    /// Says something of a competitor; nothing takes the entry away.
    pub fn set_peer(&mut self, rival: Id, text: String) {
        match self.peers.iter_mut().find(|peer| peer.of == rival) {
            Some(_) if text.is_empty() => self.peers.retain(|peer| peer.of != rival),
            Some(peer) => peer.text = text,
            None if text.is_empty() => {}
            None => self.peers.push(PeerWords { of: rival, text, extra: Extra::new() }),
        }
    }
}

impl HasId for Difference {
    fn id(&self) -> Id {
        self.id
    }
}

/// How something is with a competitor.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct PeerWords {
    /// The competitor.
    pub of: Id,
    /// How it is with it.
    pub text: String,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What is compared with peers: five of the goods, three of the listing (T-26).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Aspect {
    /// 材质.
    Material,
    /// 工料.
    Work,
    /// 图片, as far as they are better or worse made.
    Pictures,
    /// 服务.
    Service,
    /// 价格.
    Price,
    /// 标题 of the listing.
    Title,
    /// 图片 of the listing.
    ListingPictures,
    /// 详情描述.
    Details,
}

impl Aspect {
    /// In the order of the source.
    pub const ALL: [Self; 8] = [
        Self::Material,
        Self::Work,
        Self::Pictures,
        Self::Service,
        Self::Price,
        Self::Title,
        Self::ListingPictures,
        Self::Details,
    ];
}

/// What a shop has changed, and what we can learn from it (T-27): ideas, never copies (N-06).
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct ShopChange {
    /// Its name for good.
    pub id: Id,
    /// When it was seen.
    pub day: Day,
    /// The shop; a competitor of the register or any other.
    pub shop: String,
    /// What has changed; empty where the shop was looked at and nothing has.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub what: String,
    /// Why it is good.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub good: String,
    /// What we can learn from it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub idea: String,
    /// Where we use it: a product, a page.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub applied_to: String,
    /// How far that is.
    #[serde(default)]
    pub status: IdeaStatus,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl ShopChange {
    /// A shop that was looked at.
    pub fn new(id: Id, day: Day, shop: String) -> Self {
        let (what, good, idea, applied_to) = Default::default();
        let status = IdeaStatus::default();
        Self { id, day, shop, what, good, idea, applied_to, status, extra: Extra::new() }
    }
}

impl HasId for ShopChange {
    fn id(&self) -> Id {
        self.id
    }
}

/// How far an idea is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum IdeaStatus {
    /// Written down.
    #[default]
    Noted,
    /// Being tried.
    Trying,
    /// In use.
    Applied,
    /// Given up.
    Dropped,
}

impl IdeaStatus {
    /// In the order of a life.
    pub const ALL: [Self; 4] = [Self::Noted, Self::Trying, Self::Applied, Self::Dropped];
}

/// A look for products like an own one (T-28).
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct SameItem {
    /// Its name for good.
    pub id: Id,
    /// When we looked.
    pub day: Day,
    /// The own product.
    pub own: Id,
    /// How many are the same; 0 for none, none while nobody counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<i64>,
    /// The lowest of their prices.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Money>,
    /// The highest of their prices.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Money>,
    /// Whether somebody shows our pictures; none while nobody looked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theft: Option<bool>,
    /// Whether the pictures are our own: only then is there something to complain of.
    #[serde(default)]
    pub is_our_picture: bool,
    /// How far the complaint is.
    #[serde(default)]
    pub complaint: Complaint,
    /// What came of it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub outcome: String,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl SameItem {
    /// A look of which nothing is written down.
    pub fn new(id: Id, day: Day, own: Id) -> Self {
        Self {
            id,
            day,
            own,
            count: None,
            from: None,
            to: None,
            theft: None,
            is_our_picture: true,
            complaint: Complaint::default(),
            outcome: String::new(),
            extra: Extra::new(),
        }
    }
}

impl HasId for SameItem {
    fn id(&self) -> Id {
        self.id
    }
}

/// How far a complaint is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Complaint {
    /// None was made.
    #[default]
    None,
    /// It was made.
    Filed,
    /// The pictures were taken down.
    Upheld,
    /// It was refused.
    Refused,
}

impl Complaint {
    /// In the order of a complaint.
    pub const ALL: [Self; 4] = [Self::None, Self::Filed, Self::Upheld, Self::Refused];
}
