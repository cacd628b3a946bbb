//! The boards' section of the workbook (T-73 … T-78). Every figure on it is calculated.

use serde::{Deserialize, Serialize};

use crate::base::calendar::Cut;
use crate::base::day::Day;
use crate::base::extra::Extra;
use crate::base::id::Id;
use crate::base::list::HasId;
use crate::base::period::PeriodKind;
use crate::base::record::Record;
use crate::base::span::Span;
use crate::facts::compare::Basis;
use crate::facts::items::subject::Subject;
use crate::facts::measure::Grade;
use crate::knowledge::metrics::USUAL;

/// What is watched, and how.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Boards {
    /// What kind of period is looked at.
    pub kind: PeriodKind,
    /// Its last day; none for the last day with figures.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Day>,
    /// The first day of a run of days of one's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Day>,
    /// What it is held against.
    pub basis: Basis,
    /// Keys of the pinned figures, in their order; none for the usual ones.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tiles: Option<Vec<String>>,
    /// The charts, in their order; none for the usual ones.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub panels: Option<Vec<Panel>>,
    /// Limits that the user set in the place of the source's.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub limits: Vec<OwnLimit>,
    /// What was noted of single days, in their order; the charts show it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<DayNote>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Boards {
    /// The keys of the pinned figures.
    pub fn pinned(&self) -> Vec<String> {
        self.tiles.clone().unwrap_or_else(|| USUAL.map(str::to_owned).to_vec())
    }

    /// The charts.
    pub fn charts(&self) -> Vec<Panel> {
        self.panels.clone().unwrap_or_else(usual_panels)
    }

    /// The days that are looked at; `known` is the last day with figures.
    pub fn span(&self, known: Day, cut: Cut) -> Span {
        let until = self.until.unwrap_or(known);
        match (self.kind, self.from) {
            (PeriodKind::Custom, Some(from)) => Span::new(from, until),
            _ => self.kind.until(until, cut),
        }
    }

    /// The limit that the user set, in the figure's unit.
    pub fn limit(&self, metric: &str, grade: Grade) -> Option<i64> {
        let own = self.limits.iter().find(|own| own.metric == metric && own.grade == grade.key());
        own.map(|own| own.value)
    }
}

/// A chart of the board.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Panel {
    /// Its name for good.
    pub id: Id,
    /// How it is drawn.
    pub kind: PanelKind,
    /// Keys of the figures that it shows; what each is for follows from the kind.
    pub metrics: Vec<String>,
    /// By what small charts side by side tell a figure apart.
    #[serde(default, skip_serializing_if = "Split::is_usual")]
    pub by: Split,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Panel {
    /// A chart of these figures.
    pub fn new(id: Id, kind: PanelKind, metrics: &[&str]) -> Self {
        let metrics = metrics.iter().map(|&key| key.to_owned()).collect();
        Self { id, kind, metrics, by: Split::default(), extra: Extra::new() }
    }
}

impl HasId for Panel {
    fn id(&self) -> Id {
        self.id
    }
}

/// How a chart is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PanelKind {
    /// 折线: one figure by day, its mean of seven days, its target and what it was before.
    Line,
    /// 柱形: one figure by day.
    Bar,
    /// 堆叠: figures of one unit on top of each other, by week.
    Stacked,
    /// 组合: one figure as bars and another as a line, each with its axis.
    Combo,
    /// 漏斗: from being seen to being paid.
    Funnel,
    /// 日历热图: one figure, a square a day.
    Heat,
    /// 散点: two figures, a dot a day.
    Scatter,
    /// 瀑布: an amount, what is taken from it, and what is left.
    Waterfall,
    /// 小图: one figure by day, a small chart a product or source, all on one scale.
    Multiples,
}

/// By what a figure is told apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Split {
    /// By product, as the item rows have it.
    #[default]
    Product,
    /// By traffic source; sources below which nothing stands.
    Source,
}

impl Split {
    /// In the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Product, Self::Source];

    /// Whether it need not be written.
    fn is_usual(&self) -> bool {
        *self == Self::default()
    }

    /// The rows that it is told apart by.
    pub const fn subject(self) -> Subject {
        match self {
            Self::Product => Subject::Item,
            Self::Source => Subject::Source,
        }
    }
}

impl PanelKind {
    /// In the order in which they are offered.
    pub const ALL: [Self; 9] = [
        Self::Line,
        Self::Bar,
        Self::Combo,
        Self::Stacked,
        Self::Funnel,
        Self::Waterfall,
        Self::Multiples,
        Self::Heat,
        Self::Scatter,
    ];

    /// How many figures it takes: at least and at most.
    pub const fn n_metrics(self) -> (usize, usize) {
        match self {
            Self::Line | Self::Bar | Self::Heat | Self::Multiples => (1, 1),
            Self::Combo | Self::Scatter => (2, 2),
            Self::Stacked => (1, 6),
            Self::Waterfall => (2, 6),
            Self::Funnel => (0, 0),
        }
    }

    /// The figures of a chart that is added.
    pub const fn first_metrics(self) -> &'static [&'static str] {
        match self {
            Self::Funnel => &[],
            Self::Combo | Self::Scatter => &["sales", "cvr"],
            Self::Waterfall => &["sales", "refunds", "ad_spend"],
            Self::Stacked => &["new_visitors", "returning_visitors"],
            Self::Line | Self::Bar | Self::Heat | Self::Multiples => &["sales"],
        }
    }

    /// Whether days run along its foot.
    pub const fn is_over_time(self) -> bool {
        matches!(self, Self::Line | Self::Bar | Self::Stacked | Self::Combo)
    }
}

/// The charts of a board that nobody has arranged yet. Their ids become those of the workbook once
/// it is.
fn usual_panels() -> Vec<Panel> {
    let of = |bits: u64, kind, metrics: &[&str]| Panel::new(Id::from_bits(bits), kind, metrics);
    vec![
        of(1, PanelKind::Line, &["cvr"]),
        of(2, PanelKind::Funnel, &[]),
        of(3, PanelKind::Combo, &["sales", "visitors"]),
        of(4, PanelKind::Heat, &["visitors"]),
        of(5, PanelKind::Stacked, &["new_visitors", "returning_visitors"]),
        of(6, PanelKind::Scatter, &["visitors", "cvr"]),
        of(7, PanelKind::Multiples, &["sales"]),
        of(8, PanelKind::Waterfall, &["sales", "refunds", "ad_spend"]),
    ]
}

/// A limit that the user set.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct OwnLimit {
    /// The figure's key.
    pub metric: String,
    /// Which of its limits: the key of the grade.
    pub grade: String,
    /// In the figure's unit.
    pub value: i64,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What was noted of a day.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct DayNote {
    /// Its name for good.
    pub id: Id,
    /// The day.
    pub day: Day,
    /// What was noted.
    pub text: String,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl DayNote {
    /// A note.
    pub fn new(id: Id, day: Day, text: String) -> Self {
        Self { id, day, text, extra: Extra::new() }
    }
}

impl HasId for DayNote {
    fn id(&self) -> Id {
        self.id
    }
}
