//! The salt under which orders and buyers are numbered.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::base::id::{Id, IdError};
use crate::facts::set::FactSet;

/// 128 random bits that only this workbook has: the key of a hash that nobody can try names
/// against without it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Salt {
    /// The first half.
    pub first: Id,
    /// The second half, which workbooks of early versions do not have.
    pub more: Id,
}

impl Salt {
    /// Its bits, as two words.
    pub fn bits(self) -> [u64; 2] {
        [self.first.bits(), self.more.bits()]
    }

    /// Whether numbers under it fit to those of a workbook.
    pub fn fits(self, facts: &FactSet) -> bool {
        facts.salt.is_none_or(|first| first == self.first)
            && facts.salt_more.is_none_or(|more| more == self.more)
    }

    /// Gives it to a workbook that has none, or half of one.
    pub fn keep(self, facts: &mut FactSet) {
        facts.salt = facts.salt.or(Some(self.first));
        facts.salt_more = facts.salt_more.or(Some(self.more));
    }
}

impl fmt::Display for Salt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.first, self.more)
    }
}

impl FromStr for Salt {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        let (first, more) = text.split_at_checked(16).unwrap_or((text, ""));
        Ok(Self { first: first.parse()?, more: more.parse()? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_salt_is_thirty_two_digits() {
        let salt = Salt { first: Id::from_bits(1), more: Id::from_bits(0xff) };
        assert_eq!(salt.to_string().parse(), Ok(salt));
        assert!("0000000000000001".parse::<Salt>().is_err());
        assert!("".parse::<Salt>().is_err());
    }
}
