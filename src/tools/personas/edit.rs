//! What a user can do to this section.

use crate::base::edit::{EditError, MergeKey, check_len, check_range};
use crate::base::evidence::check_all;
use crate::base::id::Id;
use crate::base::link::{Link, LinkKind};
use crate::base::list;
use crate::base::ratio::Ratio;
use crate::tools::personas::model::Personas;
use crate::tools::personas::model::persona::{Distribution, Persona};
use crate::tools::personas::model::tables::{MallVisit, Region, Segment};

/// The most personas.
pub const MAX: usize = 50;
/// The most rows of a table, of needs and of insights.
pub const MAX_ROWS: usize = 200;
/// The longest name, in characters.
pub const MAX_NAME: usize = 200;
/// The longest text, in characters.
pub const MAX_TEXT: usize = 1_000;
/// The oldest age, in years.
pub const MAX_AGE: i64 = 120;
/// The most visitors of a month.
pub const MAX_VISITORS: i64 = 1_000_000_000_000;

/// One change.
#[derive(Clone, Debug, PartialEq)]
pub enum PersonasEdit {
    /// Adds one, or puts it in the place of the one with its id.
    Put(Box<Persona>),
    /// Puts one in its place after one of its fields was typed into: typing on is one step.
    Write {
        /// The persona with the field as it is now.
        persona: Box<Persona>,
        /// The field's name in the file format.
        field: &'static str,
        /// What tells it from others of the name: the id of a need.
        of: Option<Id>,
    },
    /// Removes one.
    Remove(Id),
    /// Moves one to a place among the others.
    Move {
        /// Which one.
        id: Id,
        /// Its place, counted without it.
        to: usize,
    },
    /// Puts the table of regions in place of the one that was there.
    SetRegions(Vec<Region>),
    /// Puts the table of mall visits in place of the one that was there.
    SetVisits(Vec<MallVisit>),
    /// Puts the ladder of segments in place of the one that was there.
    SetSegments(Vec<Segment>),
    /// Says how many visitors a month has; none for those of the last 30 days.
    SetVisitors(Option<i64>),
    /// Says how many buyers the recommended regions cover, and from when on a return rate stands
    /// out.
    SetRegionRule {
        /// Share of the buyers, 0–100 %.
        ad_cover: Ratio,
        /// Multiple of the overall return rate, 100–1,000 %.
        return_alert: Ratio,
    },
}

impl PersonasEdit {
    /// Carries the edit out.
    pub fn apply(self, section: &mut Personas) -> Result<(), EditError> {
        match self {
            Self::Put(item) | Self::Write { persona: item, .. } => {
                check_persona(&item)?;
                list::put(&mut section.personas, *item, "personas.personas", MAX)
            }
            Self::Remove(id) => list::remove(&mut section.personas, id).map(drop),
            Self::Move { id, to } => list::move_to(&mut section.personas, id, to),
            Self::SetRegions(rows) => {
                check_count("personas.regions", rows.len())?;
                rows.iter().try_for_each(check_region)?;
                section.regions = rows;
                Ok(())
            }
            Self::SetVisits(rows) => {
                check_count("personas.visits", rows.len())?;
                rows.iter().try_for_each(check_visit)?;
                section.visits = rows;
                Ok(())
            }
            Self::SetSegments(rows) => {
                check_count("personas.segments", rows.len())?;
                rows.iter().try_for_each(check_segment)?;
                section.segments = rows;
                Ok(())
            }
            Self::SetVisitors(visitors) => {
                check_range("personas.visitors", visitors.unwrap_or(0), 0, MAX_VISITORS)?;
                section.visitors = visitors;
                Ok(())
            }
            Self::SetRegionRule { ad_cover, return_alert } => {
                check_share("personas.ad_cover", Some(ad_cover))?;
                let alert = i64::from(return_alert.bp());
                check_range("personas.return_alert", alert, 10_000, 100_000)?;
                (section.ad_cover, section.return_alert) = (ad_cover, return_alert);
                Ok(())
            }
        }
    }

    /// The field that is being typed into, if it is one.
    pub fn merge_key(&self) -> Option<MergeKey> {
        match self {
            Self::Write { persona, field, of } => {
                let row = of.map(|id| id.to_string()).unwrap_or_default();
                Some(MergeKey { field, of: format!("{}{row}", persona.id) })
            }
            _ => None,
        }
    }
}

impl Personas {
    /// The personas that point at the thing: in an occasion, a task of theirs, a piece of evidence.
    pub fn pointing_at(&self, link: Link) -> Vec<Id> {
        let points = |persona: &&Persona| {
            let mut copy = (*persona).clone();
            let_go(&mut copy, link)
        };
        self.personas.iter().filter(points).map(|persona| persona.id).collect()
    }

    /// Lets go of a thing that was removed.
    pub fn let_go(&mut self, link: Link) {
        for persona in &mut self.personas {
            let_go(persona, link);
        }
    }
}

fn let_go(persona: &mut Persona, link: Link) -> bool {
    let mut had = false;
    for row in &mut persona.occasions {
        if link.kind == LinkKind::Factor && row.factor == Some(link.id) {
            (row.factor, had) = (None, true);
        }
    }
    for insight in &mut persona.insights {
        if link.kind == LinkKind::Task && insight.task == Some(link.id) {
            (insight.task, had) = (None, true);
        }
    }
    let claims = persona.evidence.iter_mut().flat_map(|entry| &mut entry.pieces);
    let needs = persona.needs.iter_mut().flat_map(|need| &mut need.evidence);
    for piece in claims.chain(needs) {
        had |= piece.let_go(link);
    }
    had
}

fn check_count(field: &'static str, n_rows: usize) -> Result<(), EditError> {
    if n_rows <= MAX_ROWS { Ok(()) } else { Err(EditError::TooMany { field, max: MAX_ROWS }) }
}

fn check_share(field: &'static str, share: Option<Ratio>) -> Result<(), EditError> {
    check_range(field, share.map_or(0, |share| share.bp().into()), 0, 10_000)
}

fn check_persona(persona: &Persona) -> Result<(), EditError> {
    check_len("personas.personas.name", &persona.name, MAX_NAME)?;
    for (field, share) in [
        ("personas.personas.share", persona.share),
        ("personas.personas.cvr", persona.cvr),
        ("personas.personas.female", persona.female),
        ("personas.personas.male", persona.male),
        ("personas.personas.mobile", persona.mobile),
        ("personas.personas.desktop", persona.desktop),
    ] {
        check_share(field, share)?;
    }
    for age in [persona.age_from, persona.age_to] {
        check_range("personas.personas.age", age.unwrap_or(0).into(), 0, MAX_AGE)?;
    }
    for price in [persona.aov, persona.price_from, persona.price_to].into_iter().flatten() {
        check_range("personas.personas.price", price.fen(), 0, i64::MAX)?;
    }
    for of in Distribution::ALL {
        let rows = persona.rows(of);
        check_count("personas.personas.rows", rows.len())?;
        for row in rows {
            check_len("personas.personas.rows.name", &row.name, MAX_NAME)?;
            check_share("personas.personas.rows.share", row.share)?;
        }
    }
    for tags in [&persona.attitudes, &persona.media, &persona.keywords] {
        check_count("personas.personas.tags", tags.len())?;
        tags.iter().try_for_each(|tag| check_len("personas.personas.tags", tag, MAX_NAME))?;
    }
    let own = [&persona.words_zh, &persona.words_en].into_iter().flatten();
    let texts = [
        &persona.occupation,
        &persona.life_space,
        &persona.price_attitude,
        &persona.own_detail,
        &persona.gift_detail,
        &persona.source,
    ];
    for text in texts.into_iter().chain(own) {
        check_len("personas.personas.text", text, MAX_TEXT)?;
    }
    check_count("personas.personas.needs", persona.needs.len())?;
    for need in &persona.needs {
        check_len("personas.personas.needs.text", &need.text, MAX_TEXT)?;
        check_len("personas.personas.needs.keyword", &need.keyword, MAX_NAME)?;
        check_len("personas.personas.needs.product", &need.product, MAX_NAME)?;
        let volume = need.volume.unwrap_or(0);
        check_range("personas.personas.needs.volume", volume, 0, MAX_VISITORS)?;
        check_all("personas.personas.needs.evidence", &need.evidence)?;
    }
    check_count("personas.personas.insights", persona.insights.len())?;
    for insight in &persona.insights {
        check_len("personas.personas.insights.text", &insight.text, MAX_TEXT)?;
    }
    check_count("personas.personas.evidence", persona.evidence.len())?;
    let mut evidence = persona.evidence.iter();
    evidence.try_for_each(|entry| check_all("personas.personas.evidence", &entry.pieces))
}

fn check_region(row: &Region) -> Result<(), EditError> {
    for text in [&row.name, &row.climate, &row.customs] {
        check_len("personas.regions", text, MAX_TEXT)?;
    }
    for share in [row.buyers, row.visitors, row.returns] {
        check_share("personas.regions", share)?;
    }
    check_range("personas.regions.presale", row.presale.unwrap_or(0), 0, MAX_VISITORS)
}

fn check_visit(row: &MallVisit) -> Result<(), EditError> {
    let texts = [
        &row.brand,
        &row.mall,
        &row.location,
        &row.floor,
        &row.traffic,
        &row.ages,
        &row.prices,
        &row.note,
    ];
    texts.into_iter().try_for_each(|text| check_len("personas.visits", text, MAX_TEXT))
}

fn check_segment(row: &Segment) -> Result<(), EditError> {
    let texts = [&row.name, &row.need, &row.product, &row.next_need, &row.next_product];
    texts.into_iter().try_for_each(|text| check_len("personas.segments", text, MAX_TEXT))?;
    let satisfaction = row.satisfaction.unwrap_or(1);
    check_range("personas.segments.satisfaction", satisfaction.into(), 1, 5)?;
    check_range("personas.segments.size", row.size.unwrap_or(0), 0, MAX_VISITORS)
}

#[cfg(test)]
mod tests;
