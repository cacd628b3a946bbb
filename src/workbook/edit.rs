//! The one way to change a workbook.

use crate::base::edit::{EditError, MergeKey};
use crate::base::link::{Link, LinkKind};
use crate::facts::edit::FactsEdit;
use crate::facts::mapping::edit::MappingsEdit;
use crate::tools::ads::edit::AdsEdit;
use crate::tools::advice::edit::AdviceEdit;
use crate::tools::boards::edit::BoardsEdit;
use crate::tools::calendar::edit::CalendarEdit;
use crate::tools::diagnosis::edit::DiagnosisEdit;
use crate::tools::goals::edit::GoalsEdit;
use crate::tools::journey::edit::JourneyEdit;
use crate::tools::launch::edit::LaunchEdit;
use crate::tools::personas::edit::PersonasEdit;
use crate::tools::position::edit::PositionEdit;
use crate::tools::products::edit::ProductsEdit;
use crate::tools::profit::edit::ProfitEdit;
use crate::tools::quadrant::edit::QuadrantEdit;
use crate::tools::rivals::edit::RivalsEdit;
use crate::tools::shop::edit::ShopEdit;
use crate::tools::swot::edit::SwotEdit;
use crate::tools::tasks::edit::TasksEdit;
use crate::tools::trials::edit::TrialsEdit;
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
    /// To the section of the same name.
    Personas(PersonasEdit),
    /// To the section of the same name.
    Journey(JourneyEdit),
    /// To the section of the same name.
    Rivals(RivalsEdit),
    /// To the section of the same name.
    Swot(SwotEdit),
    /// To the section of the same name.
    Position(PositionEdit),
    /// To the section of the same name.
    Products(ProductsEdit),
    /// To the section of the same name.
    Profit(ProfitEdit),
    /// To the section of the same name.
    Launch(LaunchEdit),
    /// To the section of the same name.
    Trials(TrialsEdit),
    /// To the section of the same name.
    Quadrant(QuadrantEdit),
    /// To the section of the same name.
    Diagnosis(DiagnosisEdit),
    /// To the section of the same name.
    Boards(BoardsEdit),
    /// To the section of the same name.
    Advice(AdviceEdit),
    Ads(AdsEdit),
    /// To the section of the same name.
    Tasks(TasksEdit),
    /// To how tables are read that no dialect knows.
    Mappings(MappingsEdit),
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
            Self::Personas(edit) => edit.merge_key(),
            Self::Journey(edit) => edit.merge_key(),
            Self::Rivals(edit) => edit.merge_key(),
            Self::Swot(edit) => edit.merge_key(),
            Self::Position(edit) => edit.merge_key(),
            Self::Products(edit) => edit.merge_key(),
            Self::Profit(edit) => edit.merge_key(),
            Self::Launch(edit) => edit.merge_key(),
            Self::Trials(edit) => edit.merge_key(),
            Self::Quadrant(edit) => edit.merge_key(),
            Self::Diagnosis(edit) => edit.merge_key(),
            Self::Boards(edit) => edit.merge_key(),
            Self::Advice(edit) => edit.merge_key(),
            Self::Ads(edit) => edit.merge_key(),
            Self::Tasks(edit) => edit.merge_key(),
            Self::Mappings(edit) => edit.merge_key(),
            Self::Facts(_) | Self::All(_) => None,
        }
    }

    /// The thing that this takes out of the workbook, if others may point at it: the links to it
    /// go in the same step.
    pub fn removes(&self) -> Option<Link> {
        let (kind, id) = match self {
            Self::Personas(PersonasEdit::Remove(id)) => (LinkKind::Persona, *id),
            Self::Journey(JourneyEdit::Remove(id)) => (LinkKind::Factor, *id),
            Self::Rivals(RivalsEdit::Remove(id)) => (LinkKind::Rival, *id),
            Self::Swot(SwotEdit::Remove(id)) => (LinkKind::Swot, *id),
            Self::Swot(SwotEdit::RemoveStrategy(id)) => (LinkKind::Strategy, *id),
            Self::Position(PositionEdit::Remove(id)) => (LinkKind::CurveFactor, *id),
            Self::Position(PositionEdit::RemoveLink(id)) => (LinkKind::ChainLink, *id),
            Self::Position(PositionEdit::RemoveChange(id)) => (LinkKind::Change, *id),
            Self::Products(ProductsEdit::Remove(id)) => (LinkKind::Product, *id),
            Self::Launch(LaunchEdit::Remove(id)) => (LinkKind::NewItem, *id),
            Self::Trials(TrialsEdit::Remove(id)) => (LinkKind::Trial, *id),
            Self::Tasks(TasksEdit::Remove(id)) => (LinkKind::Task, *id),
            _ => return None,
        };
        Some(Link::new(kind, id))
    }

    /// What kind of step this is, for the words of undo.
    pub fn step(&self) -> Step {
        match self {
            Self::Shop(ShopEdit::SetAdCap(_)) => Step::AdCap,
            Self::Shop(_) => Step::Shop,
            Self::Calendar(_) => Step::Calendar,
            Self::Goals(edit) => match edit {
                GoalsEdit::PutPlan(_)
                | GoalsEdit::SetTarget { .. }
                | GoalsEdit::RemovePlan { .. } => Step::Target,
                GoalsEdit::SetCells { .. } => Step::Cells,
                GoalsEdit::SetShape { .. } => Step::Shape,
                GoalsEdit::SetRates { .. } | GoalsEdit::SetPeriodRates { .. } => Step::Rates,
                GoalsEdit::Freeze { .. } | GoalsEdit::RemoveBaseline { .. } => Step::Baseline,
                GoalsEdit::SetScenarios { .. } => Step::Scenarios,
                _ => Step::Splits,
            },
            Self::Personas(_) => Step::Personas,
            Self::Journey(_) => Step::Journey,
            Self::Rivals(_) => Step::Rivals,
            Self::Swot(_) => Step::Swot,
            Self::Position(_) => Step::Position,
            Self::Products(edit) => match edit {
                ProductsEdit::SetMatrix(_) => Step::Matrix,
                _ => Step::Products,
            },
            Self::Profit(ProfitEdit::SetControl(_)) => Step::ProfitControl,
            Self::Profit(_) => Step::Profit,
            Self::Launch(_) => Step::Launch,
            Self::Trials(_) => Step::Trials,
            Self::Quadrant(_) => Step::Quadrant,
            Self::Diagnosis(_) => Step::Diagnosis,
            Self::Boards(_) => Step::Boards,
            Self::Advice(_) => Step::Advice,
            Self::Ads(_) => Step::Ads,
            Self::Tasks(_) => Step::Tasks,
            Self::Mappings(_) => Step::Mapping,
            Self::Facts(
                FactsEdit::ApplyDays { file, .. }
                | FactsEdit::ApplyItems { file, .. }
                | FactsEdit::ApplyOrders { file, .. }
                | FactsEdit::ApplyLines { file, .. },
            ) => Step::Import(file.clone()),
            Self::All(edits) => edits.last().map_or(Step::Shop, Self::step),
        }
    }
}

/// A kind of undo step; its words are in `i18n`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A setting of the shop.
    Shop,
    /// The most that advertising may cost, which is set in two places.
    AdCap,
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
    /// A persona.
    Personas,
    /// A decision factor.
    Journey,
    /// A competitor.
    Rivals,
    /// The SWOT.
    Swot,
    /// The positioning or the value curve.
    Position,
    /// A product.
    Products,
    /// Price and profit.
    Profit,
    /// The profit-control table.
    ProfitControl,
    /// How the matrix of the products is looked at.
    Matrix,
    /// A new product.
    Launch,
    /// A test of products or pictures (T-48).
    Trials,
    /// How the quadrant of the items is looked at.
    Quadrant,
    /// How the diagnosis is looked at.
    Diagnosis,
    /// What the board shows.
    Boards,
    /// A limit of a decision rule, or advice kept quiet.
    Advice,
    /// How advertising is looked at, or what was decided of a plan.
    Ads,
    /// A task.
    Tasks,
    /// How a table is read that no dialect knows.
    Mapping,
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
    Personas: PersonasEdit,
    Journey: JourneyEdit,
    Rivals: RivalsEdit,
    Swot: SwotEdit,
    Position: PositionEdit,
    Products: ProductsEdit,
    Profit: ProfitEdit,
    Launch: LaunchEdit,
    Trials: TrialsEdit,
    Quadrant: QuadrantEdit,
    Diagnosis: DiagnosisEdit,
    Boards: BoardsEdit,
    Advice: AdviceEdit,
    Ads: AdsEdit,
    Tasks: TasksEdit,
    Mappings: MappingsEdit,
    Facts: FactsEdit,
}

impl Workbook {
    /// Carries out `edit`. On an error the workbook may be half-changed: the caller works on a
    /// copy and throws it away, as [`crate::store::session::Session::edit`] does.
    ///
    /// # Errors
    ///
    /// Whatever the tool says about what cannot be done, and what the whole document says: locks
    /// that would come into conflict by a setting of the shop, or the locked cells of a split by
    /// whatever moves the months under them.
    pub fn apply(&mut self, edit: Edit) -> Result<(), EditError> {
        let before = self.clone();
        self.one(edit)?;
        self.guard(&before)
    }

    /// Carries an edit out, and takes back the links to what it removed.
    fn one(&mut self, edit: Edit) -> Result<(), EditError> {
        let removed = edit.removes();
        self.carry_out(edit)?;
        if let Some(link) = removed {
            self.detach(link);
        }
        Ok(())
    }

    fn carry_out(&mut self, edit: Edit) -> Result<(), EditError> {
        match edit {
            Edit::Shop(edit) => {
                let old = self.shop.cut();
                edit.apply(self.shop.make_mut())?;
                let new = self.shop.cut();
                if old == new || self.goals.plans.is_empty() {
                    return Ok(());
                }
                self.goals.make_mut().recut(old, new)
            }
            Edit::Calendar(edit) => edit.apply(self.calendar.make_mut()),
            Edit::Goals(edit) => edit.apply(self.goals.make_mut(), self.shop.cut()),
            Edit::Personas(edit) => edit.apply(self.personas.make_mut()),
            Edit::Journey(edit) => edit.apply(self.journey.make_mut()),
            Edit::Rivals(edit) => edit.apply(self.rivals.make_mut()),
            Edit::Swot(edit) => edit.apply(self.swot.make_mut()),
            Edit::Position(edit) => edit.apply(self.position.make_mut()),
            Edit::Products(edit) => edit.apply(self.products.make_mut()),
            Edit::Profit(edit) => edit.apply(self.profit.make_mut()),
            Edit::Launch(edit) => edit.apply(self.launch.make_mut()),
            Edit::Trials(edit) => edit.apply(self.trials.make_mut()),
            Edit::Quadrant(edit) => edit.apply(self.quadrant.make_mut()),
            Edit::Diagnosis(edit) => edit.apply(self.diagnosis.make_mut()),
            Edit::Boards(edit) => edit.apply(self.boards.make_mut()),
            Edit::Advice(edit) => edit.apply(self.advice.make_mut()),
            Edit::Ads(edit) => edit.apply(self.ads.make_mut()),
            Edit::Tasks(edit) => edit.apply(self.tasks.make_mut()),
            Edit::Mappings(edit) => edit.apply(self.mappings.make_mut()),
            Edit::Facts(edit) => edit.apply(self.facts.make_mut()),
            Edit::All(edits) => edits.into_iter().try_for_each(|edit| self.one(edit)),
        }
    }
}
