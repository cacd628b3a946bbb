//! What a user can do to the SWOT.

#[cfg(test)]
mod tests;

use crate::base::day::Day;
use crate::base::edit::{EditError, MergeKey, check_len, check_range};
use crate::base::evidence::{Evidence, check_all};
use crate::base::id::Id;
use crate::base::link::Link;
use crate::base::list;
use crate::base::order;
use crate::tools::swot::model::{
    Dismissed, Horizon, MAX_SCORE, Progress, Quadrant, RuleLimit, Strategy, Swot, SwotEntry,
    SwotVersion,
};

/// The most entries.
pub const MAX: usize = 400;
/// The most strategies.
pub const MAX_STRATEGIES: usize = 400;
/// The most earlier versions.
pub const MAX_VERSIONS: usize = 24;
/// The most candidates that are remembered as not wanted.
pub const MAX_DISMISSED: usize = 1_000;
/// The longest sentence, in characters.
pub const MAX_TEXT: usize = 300;
/// The longest name, in characters.
pub const MAX_NAME: usize = 100;

/// One change.
#[derive(Clone, Debug, PartialEq)]
pub enum SwotEdit {
    /// Adds an entry, or puts it in the place of the one with its id.
    Put(SwotEntry),
    /// Changes one field of an entry.
    Set {
        /// Which entry.
        id: Id,
        /// The field and what it becomes.
        field: EntryField,
    },
    /// Puts an entry into a quadrant.
    Place {
        /// Which one.
        id: Id,
        /// Where it goes.
        quadrant: Quadrant,
        /// Its place among the others of that quadrant, counted without it; a place behind the
        /// end is the end.
        to: usize,
    },
    /// Puts the entries of a quadrant into this order; those that are not named follow.
    Arrange {
        /// The quadrant.
        quadrant: Quadrant,
        /// Its entries.
        order: Vec<Id>,
    },
    /// Removes an entry; strategies let go of it.
    Remove(Id),
    /// Adds a strategy, or puts it in the place of the one with its id.
    PutStrategy(Strategy),
    /// Changes one field of a strategy.
    SetStrategy {
        /// Which strategy.
        id: Id,
        /// The field and what it becomes.
        field: StrategyField,
    },
    /// Removes a strategy.
    RemoveStrategy(Id),
    /// Says what 核心竞争力 is.
    SetCompetence(String),
    /// Says when somebody last went through all of it.
    SetChecked(Option<Day>),
    /// Does not want a candidate; it is not proposed again.
    Dismiss {
        /// The candidate, by its key.
        candidate: String,
        /// When.
        at: Day,
    },
    /// Lets a candidate be proposed again.
    Restore(String),
    /// Sets the limit of a rule; none for the one in `knowledge`.
    SetLimit {
        /// The rule, by its key.
        rule: String,
        /// The limit.
        limit: Option<i64>,
    },
    /// Keeps what the SWOT looks like now.
    Keep {
        /// A name for good.
        id: Id,
        /// What it is called.
        name: String,
        /// The day.
        at: Day,
    },
    /// Removes an earlier version.
    RemoveVersion(Id),
}

/// A field of an entry.
#[derive(Clone, Debug, PartialEq)]
pub enum EntryField {
    /// What it says.
    Text(String),
    /// How much it matters.
    Weight(u8),
    /// How strong it is.
    Rating(u8),
    /// When it counts.
    Horizon(Option<Horizon>),
    /// Who looks after it.
    Owner(String),
    /// What is done about it.
    Action(String),
    /// How far that is.
    Status(Progress),
    /// Whether 核心竞争力 rests on it.
    Core(bool),
    /// What it was made from.
    Source(Option<Link>),
    /// What it rests on.
    Evidence(Vec<Evidence>),
}

/// A field of a strategy.
#[derive(Clone, Debug, PartialEq)]
pub enum StrategyField {
    /// What is done.
    Text(String),
    /// The entries that it pairs.
    Entries(Vec<Id>),
    /// By whom.
    Owner(String),
    /// Until when.
    Due(Option<Day>),
    /// The metric that it promises to move.
    Metric(Option<String>),
    /// How far it is.
    Status(Progress),
}

impl SwotEdit {
    /// Carries the edit out.
    ///
    /// # Errors
    ///
    /// [`EditError`] for a thing that is not there, a text that is too long, a score outside of
    /// 1 … 5, a list that is full.
    pub fn apply(self, swot: &mut Swot) -> Result<(), EditError> {
        match self {
            Self::Put(entry) => {
                check_entry(&entry)?;
                list::put(&mut swot.entries, entry, "swot.entries", MAX)
            }
            Self::Set { id, field } => {
                let entry = list::find_mut(&mut swot.entries, id)?;
                set(entry, field);
                check_entry(entry)
            }
            Self::Place { id, quadrant, to } => place(swot, id, quadrant, to),
            Self::Arrange { quadrant, order } => {
                arrange(swot, quadrant, &order);
                Ok(())
            }
            Self::Remove(id) => {
                list::remove(&mut swot.entries, id)?;
                for strategy in &mut swot.strategies {
                    strategy.entries.retain(|entry| *entry != id);
                }
                Ok(())
            }
            Self::PutStrategy(strategy) => {
                check_strategy(&strategy)?;
                list::put(&mut swot.strategies, strategy, "swot.strategies", MAX_STRATEGIES)
            }
            Self::SetStrategy { id, field } => {
                let strategy = list::find_mut(&mut swot.strategies, id)?;
                match field {
                    StrategyField::Text(text) => strategy.text = text,
                    StrategyField::Entries(entries) => strategy.entries = entries,
                    StrategyField::Owner(owner) => strategy.owner = owner,
                    StrategyField::Due(due) => strategy.due = due,
                    StrategyField::Metric(metric) => strategy.metric = metric,
                    StrategyField::Status(status) => strategy.status = status,
                }
                check_strategy(strategy)
            }
            Self::RemoveStrategy(id) => list::remove(&mut swot.strategies, id).map(drop),
            Self::SetCompetence(text) => {
                check_len("swot.competence", &text, MAX_TEXT)?;
                swot.competence = text;
                Ok(())
            }
            Self::SetChecked(day) => {
                swot.checked = day;
                Ok(())
            }
            Self::Dismiss { candidate, at } => dismiss(swot, candidate, at),
            Self::Restore(candidate) => {
                swot.dismissed.retain(|old| old.candidate != candidate);
                Ok(())
            }
            Self::SetLimit { rule, limit } => {
                swot.limits.retain(|old| old.rule != rule);
                if let Some(limit) = limit {
                    check_len("swot.limits.rule", &rule, MAX_NAME)?;
                    check_range("swot.limits.limit", limit, 0, 1_000_000)?;
                    swot.limits.push(RuleLimit { rule, limit, extra: Default::default() });
                }
                Ok(())
            }
            Self::Keep { id, name, at } => {
                check_len("swot.versions.name", &name, MAX_NAME)?;
                let entries = swot.entries.clone();
                let version = SwotVersion { id, name, at, entries, extra: Default::default() };
                list::put(&mut swot.versions, version, "swot.versions", MAX_VERSIONS)
            }
            Self::RemoveVersion(id) => list::remove(&mut swot.versions, id).map(drop),
        }
    }

    /// The field that is being typed into, if it is one.
    pub fn merge_key(&self) -> Option<MergeKey> {
        let (field, of) = match self {
            Self::Set { id, field } => (field.typed()?, id.to_string()),
            Self::SetStrategy { id, field: StrategyField::Text(_) } => {
                ("swot.strategies.text", id.to_string())
            }
            Self::SetStrategy { id, field: StrategyField::Owner(_) } => {
                ("swot.strategies.owner", id.to_string())
            }
            Self::SetCompetence(_) => ("swot.competence", String::new()),
            Self::SetLimit { rule, .. } => ("swot.limits", rule.clone()),
            _ => return None,
        };
        Some(MergeKey { field, of })
    }
}

impl EntryField {
    /// The name of a field that is typed into.
    fn typed(&self) -> Option<&'static str> {
        match self {
            Self::Text(_) => Some("swot.entries.text"),
            Self::Owner(_) => Some("swot.entries.owner"),
            Self::Action(_) => Some("swot.entries.action"),
            Self::Evidence(_) => Some("swot.entries.evidence"),
            _ => None,
        }
    }
}

fn set(entry: &mut SwotEntry, field: EntryField) {
    match field {
        EntryField::Text(text) => entry.text = text,
        EntryField::Weight(weight) => entry.weight = weight,
        EntryField::Rating(rating) => entry.rating = rating,
        EntryField::Horizon(horizon) => entry.horizon = horizon,
        EntryField::Owner(owner) => entry.owner = owner,
        EntryField::Action(action) => entry.action = action,
        EntryField::Status(status) => entry.status = status,
        EntryField::Core(is_core) => entry.is_core = is_core,
        EntryField::Source(source) => entry.source = source,
        EntryField::Evidence(evidence) => entry.evidence = evidence,
    }
}

fn check_entry(entry: &SwotEntry) -> Result<(), EditError> {
    check_len("swot.entries.text", &entry.text, MAX_TEXT)?;
    check_len("swot.entries.owner", &entry.owner, MAX_NAME)?;
    check_len("swot.entries.action", &entry.action, MAX_TEXT)?;
    check_range("swot.entries.weight", entry.weight.into(), 1, MAX_SCORE.into())?;
    check_range("swot.entries.rating", entry.rating.into(), 1, MAX_SCORE.into())?;
    check_all("swot.entries.evidence", &entry.evidence)
}

fn check_strategy(strategy: &Strategy) -> Result<(), EditError> {
    check_len("swot.strategies.text", &strategy.text, MAX_TEXT)?;
    check_len("swot.strategies.owner", &strategy.owner, MAX_NAME)?;
    if strategy.entries.len() > MAX {
        return Err(EditError::TooMany { field: "swot.strategies.entries", max: MAX });
    }
    Ok(())
}

/// Takes the entry out and puts it in front of the one that now has its place in the quadrant.
fn place(swot: &mut Swot, id: Id, quadrant: Quadrant, to: usize) -> Result<(), EditError> {
    let mut entry = list::remove(&mut swot.entries, id)?;
    entry.quadrant = quadrant;
    let mut last = None;
    let mut n_before = 0;
    let mut at = None;
    for (idx, other) in swot.entries.iter().enumerate() {
        if other.quadrant == quadrant {
            if n_before == to {
                at = Some(idx);
                break;
            }
            n_before += 1;
            last = Some(idx);
        }
    }
    let at = at.or(last.map(|idx| idx + 1)).unwrap_or(swot.entries.len());
    swot.entries.insert(at, entry);
    Ok(())
}

/// Hands the places of the quadrant's entries out anew; those of other quadrants keep theirs.
fn arrange(swot: &mut Swot, quadrant: Quadrant, wanted: &[Id]) {
    let rank = |id: Id| wanted.iter().position(|one| *one == id).unwrap_or(wanted.len());
    let mut places = Vec::new();
    let mut sorted = Vec::new();
    for (idx, entry) in swot.entries.iter().enumerate() {
        if entry.quadrant == quadrant {
            places.push(idx);
            sorted.push((rank(entry.id), entry.clone()));
        }
    }
    order::sort_by_key(&mut sorted, |(rank, _)| *rank);
    for (place, (_, entry)) in places.into_iter().zip(sorted) {
        swot.entries[place] = entry;
    }
}

fn dismiss(swot: &mut Swot, candidate: String, at: Day) -> Result<(), EditError> {
    check_len("swot.dismissed.candidate", &candidate, MAX_TEXT)?;
    swot.dismissed.retain(|old| old.candidate != candidate);
    if swot.dismissed.len() >= MAX_DISMISSED {
        return Err(EditError::TooMany { field: "swot.dismissed", max: MAX_DISMISSED });
    }
    swot.dismissed.push(Dismissed { candidate, at, extra: Default::default() });
    Ok(())
}
