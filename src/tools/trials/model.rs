//! The section of the tests of products and pictures (T-48).

use serde::{Deserialize, Serialize};

use crate::base::day::Day;
use crate::base::extra::Extra;
use crate::base::id::Id;
use crate::base::list::HasId;
use crate::base::money::Money;
use crate::base::rates::Hits;
use crate::base::ratio::Ratio;
use crate::base::record::Record;
use crate::base::span::Span;

/// The section of the tests of products and pictures (T-48).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Trials {
    /// In the order in which they were made.
    pub trials: Vec<Trial>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// One test: some variants, of which one is to be taken.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Trial {
    /// Its name for good.
    pub id: Id,
    /// What it is called.
    pub name: String,
    /// What differs between the variants.
    #[serde(default)]
    pub of: TrialOf,
    /// Whether the variants run beside each other or one after another.
    #[serde(default)]
    pub mode: TrialMode,
    /// Who sees them; none where nobody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audience: Option<Audience>,
    /// The rate that decides.
    #[serde(default)]
    pub decides: Step,
    /// The product that it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product: Option<Id>,
    /// How large it was planned.
    #[serde(default)]
    pub plan: TrialPlan,
    /// What is tested; the first is what there was before.
    #[serde(default)]
    pub variants: Vec<Variant>,
    /// What was decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<TrialDecision>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Trial {
    /// A test without variants.
    pub fn new(id: Id, name: String) -> Self {
        Self {
            id,
            name,
            of: TrialOf::default(),
            mode: TrialMode::default(),
            audience: None,
            decides: Step::default(),
            product: None,
            plan: TrialPlan::default(),
            variants: Vec::new(),
            decision: None,
            extra: Extra::new(),
        }
    }

    /// From the first day of any variant to the last; none where no variant has a first day.
    pub fn span(&self, today: Day) -> Option<Span> {
        let spans = self.variants.iter().filter_map(|one| one.span(today));
        spans.reduce(|a, b| Span::new(a.from().min(b.from()), a.to().max(b.to())))
    }
}

impl HasId for Trial {
    fn id(&self) -> Id {
        self.id
    }
}

/// What differs between the variants of a test.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum TrialOf {
    /// 款: the product itself.
    Product,
    /// 图: its picture.
    #[default]
    Image,
    /// 文案: the words.
    Words,
    /// 详情: the page.
    Page,
}

impl TrialOf {
    /// In the order of the source.
    pub const ALL: [Self; 4] = [Self::Product, Self::Image, Self::Words, Self::Page];

    /// The rate that a change of this moves first: a picture and words the clicks, a page what
    /// visitors do on it ([003]).
    pub fn moves(self) -> Step {
        match self {
            Self::Product | Self::Image | Self::Words => Step::Click,
            Self::Page => Step::Buy,
        }
    }
}

/// How the variants of a test run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum TrialMode {
    /// On the same days.
    #[default]
    Beside,
    /// The old one until a day, the new one from then on.
    BeforeAfter,
}

/// Who sees a test.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// 老顾客.
    Regulars,
    /// 钻展.
    Display,
    /// 直通车.
    Search,
    /// Everybody who comes.
    Everyone,
}

impl Audience {
    /// In the order of the source.
    pub const ALL: [Self; 4] = [Self::Regulars, Self::Display, Self::Search, Self::Everyone];
}

/// A step that some of those before it take: its share is a rate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// 点击率: clicks of impressions.
    #[default]
    Click,
    /// 收藏率: of visitors.
    Favourite,
    /// 加购率: of visitors.
    Cart,
    /// 支付转化率: buyers of visitors.
    Buy,
}

impl Step {
    /// In the order of the funnel.
    pub const ALL: [Self; 4] = [Self::Click, Self::Favourite, Self::Cart, Self::Buy];
}

/// How large a test was planned (T-48: minimum sample).
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct TrialPlan {
    /// The least relative lift that is worth finding.
    pub lift: Ratio,
    /// How probably it is found if it is there.
    pub power: Ratio,
    /// How probably one is found that is not there; two-sided.
    pub alpha: Ratio,
    /// The rate that is expected without a change; none for that of the first variant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base_rate: Option<Ratio>,
    /// The fewest impressions or visitors a variant before anything is said.
    pub min_base: i64,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Default for TrialPlan {
    fn default() -> Self {
        Self {
            lift: Ratio::from_bp(2_000),
            power: Ratio::from_bp(8_000),
            alpha: Ratio::from_bp(500),
            base_rate: None,
            min_base: 100,
            extra: Extra::new(),
        }
    }
}

/// One of the things that are tested, and what it did. What nobody said is none, and not zero.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Variant {
    /// Its name for good.
    pub id: Id,
    /// What it is called.
    pub name: String,
    /// The first day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Day>,
    /// The last day; none while it runs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Day>,
    /// 展现量.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub impressions: Option<i64>,
    /// 点击量.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clicks: Option<i64>,
    /// 访客.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub visitors: Option<i64>,
    /// 收藏.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub favourites: Option<i64>,
    /// 加购.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carts: Option<i64>,
    /// 支付买家.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub buyers: Option<i64>,
    /// What its advertising cost, 分.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spend: Option<Money>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Variant {
    /// A variant of which only the name is known.
    pub fn new(id: Id, name: String) -> Self {
        Self {
            id,
            name,
            from: None,
            to: None,
            impressions: None,
            clicks: None,
            visitors: None,
            favourites: None,
            carts: None,
            buyers: None,
            spend: None,
            extra: Extra::new(),
        }
    }

    /// How many took a step, and how many could have; each none where nobody said.
    pub fn counts(&self, step: Step) -> (Option<i64>, Option<i64>) {
        match step {
            Step::Click => (self.clicks, self.impressions),
            Step::Favourite => (self.favourites, self.visitors),
            Step::Cart => (self.carts, self.visitors),
            Step::Buy => (self.buyers, self.visitors),
        }
    }

    /// The rate of a step; none where a number is missing or the two are no rate.
    pub fn hits(&self, step: Step) -> Option<Hits> {
        let (hits, of) = self.counts(step);
        Hits::new(hits?, of?)
    }

    /// What a click cost, rounded half away from zero to the 分.
    pub fn per_click(&self) -> Option<Money> {
        self.spend?.per(self.clicks?)
    }

    /// Its days up to `today`; none before the first, and where nobody said which that is.
    pub fn span(&self, today: Day) -> Option<Span> {
        let from = self.from?;
        let to = self.to.map_or(today, |to| to.min(today));
        (from <= to).then(|| Span::new(from, to))
    }
}

impl HasId for Variant {
    fn id(&self) -> Id {
        self.id
    }
}

/// What was decided on a test.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct TrialDecision {
    /// The variant that is taken; none where none is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken: Option<Id>,
    /// When.
    pub decided_on: Day,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl TrialDecision {
    /// A decision without its reason.
    pub fn new(taken: Option<Id>, decided_on: Day) -> Self {
        Self { taken, decided_on, why: String::new(), extra: Extra::new() }
    }
}
