//! Edits that put a thing of one section into another, linked to where it came from.

use crate::base::id::Id;
use crate::base::link::{Link, LinkKind};
use crate::base::list;
use crate::base::quadrant::Quadrant;
use crate::tools::journey::model::Factor;
use crate::tools::position::edit::PositionEdit;
use crate::tools::position::model::CurveFactor;
use crate::tools::swot::edit::SwotEdit;
use crate::tools::swot::model::SwotEntry;
use crate::tools::tasks::edit::TasksEdit;
use crate::tools::tasks::model::Task;
use crate::workbook::Workbook;
use crate::workbook::edit::Edit;

/// The curve counts to 10 (T-36), the decision factors to 5 (T-17).
const CURVE_PER_SCORE: u8 = 2;

/// The edit that puts an entry into the SWOT that came from a thing.
pub fn swot_entry(id: Id, quadrant: Quadrant, text: String, source: Link) -> Edit {
    let mut entry = SwotEntry::new(id, quadrant, text);
    entry.source = Some(source);
    SwotEdit::Put(entry).into()
}

/// The edit that puts an entry into the SWOT that came from no thing with an id.
pub fn own_swot_entry(id: Id, quadrant: Quadrant, text: String) -> Edit {
    SwotEdit::Put(SwotEntry::new(id, quadrant, text)).into()
}

/// The edit that makes a task that came from no thing with an id.
pub fn own_task(id: Id, title: String) -> Edit {
    TasksEdit::Put(Task::new(id, title, None)).into()
}

/// The edit that makes a task of a thing.
pub fn task(id: Id, title: String, source: Link) -> Edit {
    TasksEdit::Put(Task::new(id, title, Some(source))).into()
}

impl Workbook {
    /// The edit that puts a decision factor onto the value curve under the new `id`, with the
    /// scores that it has: twice as many points, since the curve counts to 10. `None` when there
    /// is no such factor, or when the curve has it already.
    pub fn curve_factor(&self, id: Id, factor: Id) -> Option<Edit> {
        if self.position.curve.iter().any(|one| one.factor == Some(factor)) {
            return None;
        }
        let factor = list::find(&self.journey.factors, factor)?;
        Some(PositionEdit::Put(on_curve(id, factor)).into())
    }

    /// The edit that puts several decision factors onto the curve as one step; those that the
    /// curve has already are left out. `None` when none is left.
    pub fn curve_factors(&self, factors: &[Id], mut new_id: impl FnMut() -> Id) -> Option<Edit> {
        let is_new = |id: &&Id| !self.position.curve.iter().any(|one| one.factor == Some(**id));
        let factors = factors.iter().filter(is_new);
        let items: Vec<CurveFactor> = factors
            .filter_map(|id| list::find(&self.journey.factors, *id))
            .map(|factor| on_curve(new_id(), factor))
            .collect();
        (!items.is_empty()).then(|| PositionEdit::PutAll(items).into())
    }

    /// What was made of a thing, or points at it in another way: SWOT entries, factors of the
    /// curve, changes and tasks, but not decision factors.
    pub fn made_of(&self, link: Link) -> Vec<Link> {
        let mut found = self.pointing_at(link);
        found.retain(|end| end.kind != LinkKind::Factor);
        found
    }
}

fn on_curve(id: Id, factor: &Factor) -> CurveFactor {
    let points = |score: u8| score.saturating_mul(CURVE_PER_SCORE);
    let mut item = CurveFactor::new(id, factor.name.clone());
    item.factor = Some(factor.id);
    item.today = factor.own.map(points);
    item.rivals = factor.rivals.clone();
    for score in &mut item.rivals {
        score.value = points(score.value);
    }
    item
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::score::Score;
    use crate::tools::journey::edit::JourneyEdit;
    use crate::tools::journey::model::Stage;

    #[test]
    fn a_factor_is_put_onto_the_curve_once_with_twice_its_points() {
        let [factor, rival, curve] = [1, 2, 3].map(Id::from_bits);
        let mut one = Factor::new(factor, "包装安全细致".to_owned(), Stage::Receive);
        one.own = Some(4);
        one.rivals = vec![Score::new(rival, 5)];
        let mut workbook = Workbook::default();
        assert_eq!(workbook.curve_factor(curve, factor), None);
        workbook.apply(JourneyEdit::Put(one).into()).unwrap();
        workbook.apply(workbook.curve_factor(curve, factor).unwrap()).unwrap();
        let made = &workbook.position.curve[0];
        assert_eq!((made.factor, made.today, made.target), (Some(factor), Some(8), None));
        assert_eq!(made.rivals, [Score::new(rival, 10)]);
        assert_eq!(workbook.curve_factor(Id::from_bits(4), factor), None);
        assert_eq!(workbook.curve_factors(&[factor], || Id::from_bits(5)), None);
        let link = Link::new(LinkKind::Factor, factor);
        assert_eq!(workbook.made_of(link), [Link::new(LinkKind::CurveFactor, curve)]);
    }

    #[test]
    fn an_entry_of_the_swot_knows_what_it_came_from() {
        let mut workbook = Workbook::default();
        let [entry, factor] = [1, 2].map(Id::from_bits);
        let link = Link::new(LinkKind::Factor, factor);
        let edit = swot_entry(entry, Quadrant::Weakness, "回复慢".to_owned(), link);
        workbook.apply(edit).unwrap();
        assert_eq!(workbook.swot.entries[0].quadrant, Quadrant::Weakness);
        assert_eq!(workbook.made_of(link), [Link::new(LinkKind::Swot, entry)]);
    }

    #[test]
    fn a_task_knows_what_it_came_from() {
        let mut workbook = Workbook::default();
        let link = Link::new(LinkKind::Factor, Id::from_bits(1));
        workbook.apply(task(Id::from_bits(2), "补短板".to_owned(), link)).unwrap();
        assert_eq!(workbook.tasks.tasks[0].source, Some(link));
    }
}
