//! What a user can do to the tests of products and pictures.

use crate::base::edit::{EditError, MergeKey, check_len, check_range};
use crate::base::id::Id;
use crate::base::list;
use crate::base::money::Money;
use crate::tools::trials::model::{Trial, TrialPlan, Trials, Variant};

/// The most tests.
pub const MAX: usize = 500;
/// The most variants of one test.
pub const MAX_VARIANTS: usize = 12;
/// The longest name, in characters.
pub const MAX_NAME: usize = 200;
/// The longest text, in characters.
pub const MAX_TEXT: usize = 2_000;
/// The largest count.
pub const MAX_COUNT: i64 = 1_000_000_000_000;

/// One change.
#[derive(Clone, Debug, PartialEq)]
pub enum TrialsEdit {
    /// Adds one, or puts it in the place of the one with its id.
    Put(Box<Trial>),
    /// Puts one in its place after one of its fields was typed into: typing on is one step.
    Write {
        /// The test with the field as it is now.
        trial: Box<Trial>,
        /// The field's name in the file format.
        field: &'static str,
        /// What tells it from others of the name: the id of a variant.
        of: Option<Id>,
    },
    /// Removes one.
    Remove(Id),
}

impl TrialsEdit {
    /// Carries the edit out.
    ///
    /// # Errors
    ///
    /// [`EditError`] for a thing that is not there, a text that is too long, a number out of its
    /// range, a list that is full.
    pub fn apply(self, section: &mut Trials) -> Result<(), EditError> {
        match self {
            Self::Put(trial) | Self::Write { trial, .. } => {
                check(&trial)?;
                list::put(&mut section.trials, *trial, "trials.trials", MAX)
            }
            Self::Remove(id) => list::remove(&mut section.trials, id).map(drop),
        }
    }

    /// The field that is being typed into, if it is one.
    pub fn merge_key(&self) -> Option<MergeKey> {
        let Self::Write { trial, field, of } = self else { return None };
        Some(MergeKey { field, of: of.unwrap_or(trial.id).to_string() })
    }
}

fn check(trial: &Trial) -> Result<(), EditError> {
    check_len("trials.trials.name", &trial.name, MAX_NAME)?;
    check_plan(&trial.plan)?;
    if MAX_VARIANTS < trial.variants.len() {
        return Err(EditError::TooMany { field: "trials.trials.variants", max: MAX_VARIANTS });
    }
    trial.variants.iter().try_for_each(check_variant)?;
    let why = trial.decision.as_ref().map_or("", |decision| &decision.why);
    check_len("trials.trials.decision.why", why, MAX_TEXT)
}

fn check_plan(plan: &TrialPlan) -> Result<(), EditError> {
    check_range("trials.trials.plan.lift", plan.lift.bp().into(), 100, 100_000)?;
    check_range("trials.trials.plan.power", plan.power.bp().into(), 5_000, 9_990)?;
    check_range("trials.trials.plan.alpha", plan.alpha.bp().into(), 1, 3_000)?;
    let base_rate = plan.base_rate.map_or(1, |rate| rate.bp().into());
    check_range("trials.trials.plan.base_rate", base_rate, 1, 9_999)?;
    check_range("trials.trials.plan.min_base", plan.min_base, 1, MAX_COUNT)
}

fn check_variant(one: &Variant) -> Result<(), EditError> {
    check_len("trials.trials.variants.name", &one.name, MAX_NAME)?;
    let counts = [one.impressions, one.clicks, one.visitors, one.favourites, one.carts, one.buyers];
    for count in counts.into_iter().flatten() {
        check_range("trials.trials.variants", count, 0, MAX_COUNT)?;
    }
    let spend = one.spend.map_or(0, Money::fen);
    check_range("trials.trials.variants.spend", spend, 0, 1_000_000_000_000_000)?;
    if let (Some(from), Some(to)) = (one.from, one.to) {
        check_range("trials.trials.variants.to", i64::from(to - from), 0, 3_660)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::ratio::Ratio;

    fn trial() -> Trial {
        let mut trial = Trial::new(Id::from_bits(1), "主图".to_owned());
        trial.variants = vec![Variant::new(Id::from_bits(2), "A".to_owned())];
        trial
    }

    #[track_caller]
    fn refused(change: impl Fn(&mut Trial)) {
        let mut changed = trial();
        change(&mut changed);
        let mut section = Trials::default();
        assert!(TrialsEdit::Put(Box::new(changed)).apply(&mut section).is_err());
        assert_eq!(section, Trials::default());
    }

    #[test]
    fn what_no_test_has_is_refused() {
        refused(|one| one.name = "长".repeat(MAX_NAME + 1));
        refused(|one| one.plan.lift = Ratio::from_bp(0));
        refused(|one| one.plan.power = Ratio::ONE);
        refused(|one| one.plan.alpha = Ratio::from_bp(0));
        refused(|one| one.plan.base_rate = Some(Ratio::ONE));
        refused(|one| one.variants[0].clicks = Some(-1));
        refused(|one| one.variants[0].spend = Some(Money::fen_const(-1)));
        refused(|one| {
            one.variants[0].from = "2026-10-02".parse().ok();
            one.variants[0].to = "2026-10-01".parse().ok();
        });
        let many = |one: &mut Trial| {
            let variant = |bits| Variant::new(Id::from_bits(bits), String::new());
            one.variants = (0..=MAX_VARIANTS as u64).map(variant).collect();
        };
        refused(many);
    }

    #[test]
    fn a_test_is_put_written_over_and_removed() {
        let mut section = Trials::default();
        TrialsEdit::Put(Box::new(trial())).apply(&mut section).unwrap();
        let mut changed = trial();
        changed.name = "主图二".to_owned();
        let edit =
            TrialsEdit::Write { trial: Box::new(changed), field: "trials.trials.name", of: None };
        assert!(edit.merge_key().is_some());
        edit.apply(&mut section).unwrap();
        assert_eq!(section.trials.len(), 1);
        assert_eq!(section.trials[0].name, "主图二");
        TrialsEdit::Remove(Id::from_bits(1)).apply(&mut section).unwrap();
        assert!(TrialsEdit::Remove(Id::from_bits(1)).apply(&mut section).is_err());
    }
}
