//! Names of things, which hold across copies of a workbook.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A random 64-bit number that names one thing for good.
///
/// Pure code never makes one: the platform draws it and hands it in with the edit, so that two
/// copies of a workbook never give the same id to different things. In JSON it is a string of
/// sixteen hexadecimal digits, since a JSON number above 2⁵³ loses digits in other readers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(not(target_arch = "wasm32"), schemars(with = "String"))]
#[serde(try_from = "String", into = "String")]
pub struct Id(u64);

impl Id {
    /// The id with these bits.
    pub const fn from_bits(bits: u64) -> Self {
        Self(bits)
    }

    /// Its bits, as the key of a table's row.
    pub const fn bits(self) -> u64 {
        self.0
    }
}

/// The text is not sixteen hexadecimal digits.
#[derive(Debug, PartialEq, Eq, Error)]
#[error("`{0}` is not an id of sixteen hexadecimal digits")]
pub struct IdError(String);

impl FromStr for Id {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        let is_hex = text.len() == 16 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        let bits = if is_hex { u64::from_str_radix(text, 16).ok() } else { None };
        bits.map(Self).ok_or_else(|| IdError(text.chars().take(40).collect()))
    }
}

impl TryFrom<String> for Id {
    type Error = IdError;

    fn try_from(text: String) -> Result<Self, IdError> {
        text.parse()
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl From<Id> for String {
    fn from(id: Id) -> Self {
        id.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_from_its_text() {
        let id = Id::from_bits(0x0123_4567_89ab_cdef);
        assert_eq!(id.to_string(), "0123456789abcdef");
        assert_eq!("0123456789abcdef".parse(), Ok(id));
        assert!("123".parse::<Id>().is_err());
        assert!("+123456789abcdef".parse::<Id>().is_err());
    }
}
