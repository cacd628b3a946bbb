//! Steps and results in words.

use crate::base::locale::Locale;
use crate::base::money::Money;
use crate::base::ratio::Ratio;
use crate::i18n::format;
use crate::tools::profit::calc::stack::Outcome;
use crate::tools::profit::model::{PriceStep, StepRule};

/// How much a step takes, in a few words: `满 ¥200 减 ¥20`, `减 10.0%`.
pub fn takes(step: &PriceStep, locale: Locale) -> String {
    let (amount, from) = (money(step.amount), money(step.from));
    let percent = format::percent1(step.percent);
    match (step.rule, locale) {
        (StepRule::Percent, Locale::Zh) => format!("减 {percent}"),
        (StepRule::Percent, Locale::En) => format!("{percent} off"),
        (StepRule::Cut, Locale::Zh) => format!("每件减 {amount}"),
        (StepRule::Cut, Locale::En) => format!("{amount} off a piece"),
        (StepRule::Price, Locale::Zh) => format!("每件 {amount}"),
        (StepRule::Price, Locale::En) => format!("{amount} a piece"),
        (StepRule::Once, Locale::Zh) => format!("满 {from} 减 {amount}"),
        (StepRule::Once, Locale::En) => format!("{amount} off from {from} on"),
        (StepRule::Every, Locale::Zh) => format!("每满 {from} 减 {amount}"),
        (StepRule::Every, Locale::En) => format!("{amount} off each {from}"),
    }
}

/// What became of a step.
pub fn outcome(outcome: Outcome, locale: Locale) -> String {
    match (outcome, locale) {
        (Outcome::Taken, Locale::Zh) => "已减".to_owned(),
        (Outcome::Taken, Locale::En) => "taken".to_owned(),
        (Outcome::Below(missing), Locale::Zh) => format!("还差 {}", format::money(missing)),
        (Outcome::Below(missing), Locale::En) => format!("{} short", format::money(missing)),
        (Outcome::Excluded, Locale::Zh) => "同组已用一个".to_owned(),
        (Outcome::Excluded, Locale::En) => "shut out by its group".to_owned(),
        (Outcome::Nothing, Locale::Zh) => "没有可减的".to_owned(),
        (Outcome::Nothing, Locale::En) => "nothing to take".to_owned(),
    }
}

/// Whole yuan without decimals.
pub fn money(amount: Money) -> String {
    if amount.fen() % 100 == 0 { format::money_whole(amount) } else { format::money(amount) }
}

/// An ROI: 24,335 as `2.44`, rounded up, since a little less would lose.
pub fn roi(ratio: Ratio) -> String {
    let hundredths = (i64::from(ratio.bp()) + 99).div_euclid(100);
    format!("{}.{:02}", hundredths.div_euclid(100), hundredths.rem_euclid(100))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::id::Id;
    use crate::tools::profit::model::StepKind;

    #[test]
    fn a_step_is_told_by_what_it_takes() {
        let mut step = PriceStep::new(Id::from_bits(1), StepKind::CrossShop);
        (step.from, step.amount) = (Money::fen_const(30_000), Money::fen_const(5_050));
        assert_eq!(takes(&step, Locale::Zh), "每满 ¥300 减 ¥50.50");
        assert_eq!(takes(&step, Locale::En), "¥50.50 off each ¥300");
    }

    #[test]
    fn an_roi_is_rounded_up() {
        assert_eq!(roi(Ratio::from_bp(24_335)), "2.44");
        assert_eq!(roi(Ratio::from_bp(24_300)), "2.43");
        assert_eq!(roi(Ratio::from_bp(100)), "0.01");
    }
}
