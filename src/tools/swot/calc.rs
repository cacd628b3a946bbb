//! What a SWOT says when it is counted: impact, coverage, what is said twice, what has changed.

pub mod compare;
pub mod rank;
#[cfg(test)]
mod tests;
pub mod twice;

use crate::base::id::Id;
use crate::base::list;
use crate::base::order;
use crate::tools::swot::model::{Progress, Quadrant, Strategy, Swot, SwotEntry};

/// An entry with its short name.
#[derive(Clone, Debug, PartialEq)]
pub struct Coded {
    /// `S1`: the letter of the quadrant and the place in it, in the user's order.
    pub code: String,
    /// The entry.
    pub entry: SwotEntry,
}

/// The entries of a quadrant: in the user's order, or by impact, the highest first.
pub fn quadrant(swot: &Swot, quadrant: Quadrant, by_impact: bool) -> Vec<Coded> {
    let mut coded = Vec::new();
    for entry in swot.entries.iter().filter(|entry| entry.quadrant == quadrant) {
        let code = format!("{}{}", quadrant.letter(), coded.len() + 1);
        coded.push(Coded { code, entry: entry.clone() });
    }
    if by_impact {
        order::sort_by_key(&mut coded, |one: &Coded| u32::MAX - one.entry.impact());
    }
    coded
}

/// All entries with their short names, quadrant by quadrant.
pub fn coded(swot: &Swot) -> Vec<Coded> {
    Quadrant::ALL.into_iter().flat_map(|one| quadrant(swot, one, false)).collect()
}

/// The short names of some entries, in the order of the letters; those that are gone are left
/// out.
pub fn codes(swot: &Swot, ids: &[Id]) -> Vec<String> {
    let mut found = coded(swot);
    found.retain(|one| ids.contains(&one.entry.id));
    found.into_iter().map(|one| one.code).collect()
}

/// What a quadrant comes to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Total {
    /// How many entries.
    pub n_entries: usize,
    /// Weight × rating, added up.
    pub impact: u32,
    /// The weights, added up.
    pub weight: u32,
    /// How many rest on a fact or an assumption that is written down.
    pub n_supported: usize,
}

impl Total {
    /// The weighted mean rating (IFE, EFE) × 100, rounded half up; `None` for no entries.
    pub fn rating_x100(self) -> Option<u32> {
        (self.weight != 0).then(|| (self.impact * 100 + self.weight / 2) / self.weight)
    }
}

/// What each quadrant comes to, in the order of the letters.
pub fn totals(swot: &Swot) -> [Total; 4] {
    let mut totals = [Total::default(); 4];
    for entry in &swot.entries {
        let total = &mut totals[entry.quadrant.idx()];
        total.n_entries += 1;
        total.impact += entry.impact();
        total.weight += u32::from(entry.weight);
        total.n_supported += usize::from(is_supported(entry));
    }
    totals
}

/// Whether an entry rests on anything: evidence, or a thing of the workbook.
pub fn is_supported(entry: &SwotEntry) -> bool {
    entry.source.is_some() || entry.evidence.iter().any(|piece| piece.says_something())
}

/// Which way of TOWS a strategy goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Way {
    /// 用优势抓机会.
    So,
    /// 补弱势抓机会.
    Wo,
    /// 用优势挡威胁.
    St,
    /// 减弱势避威胁.
    Wt,
    /// Pairs nothing of ours with anything outside.
    Unpaired,
}

impl Way {
    /// In the order in which they are shown.
    pub const ALL: [Self; 5] = [Self::So, Self::Wo, Self::St, Self::Wt, Self::Unpaired];

    /// Its letters; none for what is not paired.
    pub const fn letters(self) -> &'static str {
        match self {
            Self::So => "SO",
            Self::Wo => "WO",
            Self::St => "ST",
            Self::Wt => "WT",
            Self::Unpaired => "",
        }
    }
}

/// Which way the entries of a strategy go: of several on one side, the side with the higher
/// impact counts, and what is for us where both are equal.
pub fn way(swot: &Swot, entries: &[Id]) -> Way {
    let mut impact = [0_u32; 4];
    for entry in entries.iter().filter_map(|id| list::find(&swot.entries, *id)) {
        impact[entry.quadrant.idx()] += entry.impact();
    }
    let [s, w, o, t] = impact;
    match (s + w != 0, o + t != 0) {
        (true, true) => match (w <= s, t <= o) {
            (true, true) => Way::So,
            (false, true) => Way::Wo,
            (true, false) => Way::St,
            (false, false) => Way::Wt,
        },
        _ => Way::Unpaired,
    }
}

/// What strategies use, and what they leave.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Coverage {
    /// How many entries a strategy uses that was not given up.
    pub n_used: usize,
    /// How many entries there are.
    pub n_all: usize,
    /// Strengths and opportunities that no strategy uses, the highest impact first.
    pub unused: Vec<Coded>,
    /// Weaknesses and threats that no strategy answers, the highest impact first.
    pub unanswered: Vec<Coded>,
}

/// What strategies use, and what they leave. A strategy that was given up uses nothing.
pub fn coverage(swot: &Swot) -> Coverage {
    let mut used: Vec<Id> = Vec::new();
    for strategy in swot.strategies.iter().filter(|one| one.status != Progress::Dropped) {
        used.extend(&strategy.entries);
    }
    let mut coverage = Coverage { n_all: swot.entries.len(), ..Coverage::default() };
    let mut left = Vec::new();
    for one in coded(swot) {
        if used.contains(&one.entry.id) {
            coverage.n_used += 1;
        } else {
            left.push(one);
        }
    }
    order::sort_by_key(&mut left, |one: &Coded| u32::MAX - one.entry.impact());
    for one in left {
        if one.entry.quadrant.is_helpful() {
            coverage.unused.push(one);
        } else {
            coverage.unanswered.push(one);
        }
    }
    coverage
}

/// The strategies of a way with the short names of what they pair.
pub fn strategies(swot: &Swot, way: Way) -> Vec<(Vec<String>, Strategy)> {
    let mut found = Vec::new();
    for strategy in &swot.strategies {
        if self::way(swot, &strategy.entries) == way {
            found.push((codes(swot, &strategy.entries), strategy.clone()));
        }
    }
    found
}
