//! The one way to change a workbook.

use crate::base::edit::{EditError, MergeKey};
use crate::facts::edit::FactsEdit;
use crate::tools::calendar::edit::CalendarEdit;
use crate::tools::goals::edit::GoalsEdit;
use crate::tools::shop::edit::ShopEdit;
use crate::workbook::Workbook;

/// Everything that can happen to a workbook; one variant a tool.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// To the shop's settings.
    Shop(ShopEdit),
    /// To its events.
    Calendar(CalendarEdit),
    /// To its goals.
    Goals(GoalsEdit),
    /// To what was imported.
    Facts(FactsEdit),
    /// Several edits as one step: all are carried out, or none.
    All(Vec<Edit>),
}

impl Edit {
    /// The field that is being typed into, if it is one: such edits merge into one undo step.
    pub fn merge_key(&self) -> Option<MergeKey> {
        match self {
            Self::Shop(edit) => edit.merge_key(),
            Self::Calendar(edit) => edit.merge_key(),
            Self::Goals(edit) => edit.merge_key(),
            Self::Facts(_) | Self::All(_) => None,
        }
    }

    /// What kind of step this is, for the words of undo.
    pub fn step(&self) -> Step {
        match self {
            Self::Shop(_) => Step::Shop,
            Self::Calendar(_) => Step::Calendar,
            Self::Goals(edit) => match edit {
                GoalsEdit::PutPlan(_)
                | GoalsEdit::SetTarget { .. }
                | GoalsEdit::RemovePlan { .. } => Step::Target,
                GoalsEdit::SetCells { .. } => Step::Cells,
                GoalsEdit::SetShape { .. } => Step::Shape,
                GoalsEdit::SetRates { .. } => Step::Rates,
                GoalsEdit::Freeze { .. } | GoalsEdit::RemoveBaseline { .. } => Step::Baseline,
                GoalsEdit::SetScenarios { .. } => Step::Scenarios,
                _ => Step::Splits,
            },
            Self::Facts(FactsEdit::ApplyDays { file, .. }) => Step::Import(file.clone()),
            Self::All(edits) => edits.last().map_or(Step::Shop, Self::step),
        }
    }
}

/// A kind of undo step; its words are in `i18n`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A setting of the shop.
    Shop,
    /// An event.
    Calendar,
    /// The year's target.
    Target,
    /// Cells that were typed over, bounded or freed.
    Cells,
    /// The weights.
    Shape,
    /// A month's conversion, order value, advertising.
    Rates,
    /// The three levels.
    Scenarios,
    /// A split.
    Splits,
    /// A frozen version.
    Baseline,
    /// An import of this file.
    Import(String),
    /// Another workbook put in this one's place.
    Replace,
}

macro_rules! from_tool_edit {
    ($($tool:ident: $edit:ty),* $(,)?) => {
        $(impl From<$edit> for Edit {
            fn from(edit: $edit) -> Self {
                Self::$tool(edit)
            }
        })*
    };
}

from_tool_edit! {
    Shop: ShopEdit,
    Calendar: CalendarEdit,
    Goals: GoalsEdit,
    Facts: FactsEdit,
}

impl Workbook {
    /// Carries out `edit`. On an error the workbook may be half-changed: the caller works on a
    /// copy and throws it away, as [`crate::store::session::Session::edit`] does.
    ///
    /// # Errors
    ///
    /// Whatever the tool says about what cannot be done.
    pub fn apply(&mut self, edit: Edit) -> Result<(), EditError> {
        match edit {
            Edit::Shop(edit) => edit.apply(self.shop.make_mut()),
            Edit::Calendar(edit) => edit.apply(self.calendar.make_mut()),
            Edit::Goals(edit) => edit.apply(self.goals.make_mut(), self.shop.cut()),
            Edit::Facts(edit) => edit.apply(self.facts.make_mut()),
            Edit::All(edits) => edits.into_iter().try_for_each(|edit| self.apply(edit)),
        }
    }
}
