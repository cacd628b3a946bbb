//! What the competitors say together with the decision factors and the SWOT.

use crate::base::day::Day;
use crate::base::id::Id;
use crate::base::link::{Link, LinkKind};
use crate::base::list;
use crate::base::locale::Locale;
use crate::base::order;
use crate::base::quadrant::Quadrant;
use crate::base::score::score_of;
use crate::base::span::Span;
use crate::facts::metric::VISITORS;
use crate::knowledge::factors::shown_name;
use crate::tools::swot::edit::SwotEdit;
use crate::tools::swot::model::SwotEntry;
use crate::workbook::Workbook;
use crate::workbook::edit::Edit;

/// A decision factor with what we and the competitors score on it (T-25).
#[derive(Clone, Debug, PartialEq)]
pub struct ProfileRow {
    /// The factor.
    pub id: Id,
    /// What it is called.
    pub name: String,
    /// How important it is, 1–5.
    pub importance: Option<u8>,
    /// What we score, 1–5.
    pub own: Option<u8>,
    /// What the competitors score, in the order of the register.
    pub rivals: Vec<Option<u8>>,
}

impl Workbook {
    /// The factors that we or a competitor have a score on, the most important first.
    pub fn rival_profile(&self, locale: Locale) -> Vec<ProfileRow> {
        let mut rows = Vec::new();
        for factor in &self.journey.factors {
            let mut scores = Vec::new();
            for rival in &self.rivals.rivals {
                scores.push(score_of(&factor.rivals, rival.id));
            }
            if factor.own.is_none() && scores.iter().all(Option::is_none) {
                continue;
            }
            let name = shown_name(factor.template.as_deref(), &factor.name, locale).to_owned();
            rows.push(ProfileRow {
                id: factor.id,
                name,
                importance: factor.importance,
                own: factor.own,
                rivals: scores,
            });
        }
        order::sort_by_key(&mut rows, |row| u8::MAX - row.importance.unwrap_or(0));
        rows
    }

    /// The shop's visitors in the seven days before a day and in the seven days from it on, as
    /// imported: what came of an adjustment on that day (T-26). `None` until all fourteen days
    /// have a value.
    pub fn visitors_around(&self, day: Day) -> Option<(i64, i64)> {
        let at = |days: i32| Day::from_number(day.number().saturating_add(days));
        let week = |from: i32| {
            let span = Span::new(at(from), at(from + 6));
            let is_whole = span.days().all(|day| self.facts.value(VISITORS, day).is_some());
            is_whole.then(|| self.facts.sum(VISITORS, span).total).flatten()
        };
        week(-7).zip(week(0))
    }

    /// The edit that writes an entry about a competitor into the SWOT.
    pub fn swot_of_rival(&self, id: Id, quadrant: Quadrant, text: String, rival: Id) -> Edit {
        let mut entry = SwotEntry::new(id, quadrant, text);
        let link = Link::new(LinkKind::Rival, rival);
        entry.source = list::find(&self.rivals.rivals, rival).map(|_| link);
        SwotEdit::Put(entry).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::score::Score;
    use crate::tools::journey::edit::JourneyEdit;
    use crate::tools::journey::model::{Factor, Stage};
    use crate::tools::rivals::edit::RivalsEdit;
    use crate::tools::rivals::model::Rival;

    #[test]
    fn visitors_around_a_day_need_all_fourteen_days() {
        let workbook = Workbook::default();
        assert_eq!(workbook.visitors_around(Day::from_number(20_000)), None);
    }

    #[test]
    fn the_profile_has_the_scored_factors_by_importance() {
        let [rival, first, second, third, entry] = [1, 2, 3, 4, 5].map(Id::from_bits);
        let mut workbook = Workbook::default();
        let shop = Rival::new(rival, "木作坊".to_owned());
        workbook.apply(RivalsEdit::Put(shop).into()).unwrap();
        for (id, importance, own, theirs) in [
            (first, Some(2), Some(3), None),
            (second, Some(5), None, Some(4)),
            (third, None, None, None),
        ] {
            let mut factor = Factor::new(id, format!("{id}"), Stage::Consider);
            factor.importance = importance;
            factor.own = own;
            factor.rivals = theirs.map(|value| Score::new(rival, value)).into_iter().collect();
            workbook.apply(JourneyEdit::Put(factor).into()).unwrap();
        }
        let rows = workbook.rival_profile(Locale::Zh);
        let ids: Vec<Id> = rows.iter().map(|row| row.id).collect();
        assert_eq!(ids, [second, first]);
        assert_eq!((rows[0].own, rows[0].rivals.clone()), (None, vec![Some(4)]));

        let edit = workbook.swot_of_rival(entry, Quadrant::Threat, "降价".to_owned(), rival);
        workbook.apply(edit).unwrap();
        let link = Link::new(LinkKind::Rival, rival);
        assert_eq!(workbook.swot.entries[0].source, Some(link));
    }
}
