//! What happens in the stages, and what of it is shown to whom.

use serde::Serialize;

use crate::base::extra::Extra;
use crate::base::id::Id;
use crate::base::list::HasId;
use crate::base::record::Record;
use crate::base::score::Score;
use crate::knowledge::factors::Stage;
use crate::knowledge::lanes::Lane;

/// What happens in a stage of the way to a purchase, and what is wrong with it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct StageNote {
    /// Which stage.
    pub stage: Stage,
    /// Where the customer meets us.
    pub touch: String,
    /// What the customer does.
    pub doing: String,
    /// What the customer thinks.
    pub thinking: String,
    /// What hurts.
    pub pain: String,
    /// What could be made of it.
    pub chance: String,
    /// How customers feel in it today, 1–5.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mood: Option<u8>,
    /// How they are to feel, 1–5.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target_mood: Option<u8>,
    /// How single personas feel today, 1–5.
    pub moods: Vec<Score>,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl StageNote {
    /// What stands in a lane.
    pub fn lane(&self, lane: Lane) -> &str {
        match lane {
            Lane::Touch => &self.touch,
            Lane::Doing => &self.doing,
            Lane::Thinking => &self.thinking,
            Lane::Pain => &self.pain,
            Lane::Chance => &self.chance,
        }
    }

    /// What stands in a lane, for writing.
    pub fn lane_mut(&mut self, lane: Lane) -> &mut String {
        match lane {
            Lane::Touch => &mut self.touch,
            Lane::Doing => &mut self.doing,
            Lane::Thinking => &mut self.thinking,
            Lane::Pain => &mut self.pain,
            Lane::Chance => &mut self.chance,
        }
    }

    /// Whether it says nothing, so that it need not be kept.
    pub fn is_blank(&self) -> bool {
        let scores = self.mood.or(self.target_mood);
        scores.is_none()
            && self.moods.is_empty()
            && self.extra.is_empty()
            && Lane::ALL.iter().all(|lane| self.lane(*lane).is_empty())
    }
}

/// What the map shows to somebody: a preset that was changed, or a view of the user's own.
#[derive(Clone, Debug, PartialEq, Serialize, Record)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct LaneView {
    /// Its name for good.
    pub id: Id,
    /// The key of the preset that it is; none for one of the user's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preset: Option<String>,
    /// What it is called; a preset has its own name.
    #[serde(default)]
    pub name: String,
    /// The rows that it shows.
    #[serde(default)]
    pub lanes: Vec<Lane>,
    /// Whether it shows the curve of the mood.
    #[serde(default)]
    pub has_mood: bool,
    /// What this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl HasId for LaneView {
    fn id(&self) -> Id {
        self.id
    }
}
