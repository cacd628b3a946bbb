//! What the readers of all records share; `#[derive(Record)]` calls it.
//!
//! Small and never inlined: there are more than a hundred records, and the page is paid by the
//! byte.

pub use record::Record;
use serde::Deserialize;
use serde::de::{Error, MapAccess};

use crate::base::extra::Extra;

/// The place among `fields` of the next field that is known; unknown ones on the way are put
/// into `extra`. `None` at the end of the object.
///
/// # Errors
///
/// The reader's own.
#[inline(never)]
pub fn next<'de, A: MapAccess<'de>>(
    map: &mut A,
    fields: &[&str],
    extra: &mut Extra,
) -> Result<Option<usize>, A::Error> {
    while let Some(key) = map.next_key::<String>()? {
        match fields.iter().position(|field| *field == key) {
            Some(place) => return Ok(Some(place)),
            None => {
                let value = map.next_value()?;
                extra.insert(key, value);
            }
        }
    }
    Ok(None)
}

/// Reads the value of a field that has come.
///
/// # Errors
///
/// The reader's own, or that the field comes twice.
#[inline(never)]
pub fn read<'de, A: MapAccess<'de>, T: Deserialize<'de>>(
    map: &mut A,
    value: &mut Option<T>,
    field: &'static str,
) -> Result<(), A::Error> {
    if value.is_some() {
        return Err(A::Error::duplicate_field(field));
    }
    *value = Some(map.next_value()?);
    Ok(())
}

/// The value of a field that must be there.
///
/// # Errors
///
/// That it is missing.
#[inline(never)]
pub fn required<T, E: Error>(value: Option<T>, field: &'static str) -> Result<T, E> {
    value.ok_or_else(|| E::missing_field(field))
}

#[cfg(test)]
mod tests {
    use serde::Serialize;
    use serde_json::{Value, json};

    use super::*;

    fn seven() -> u8 {
        7
    }

    #[derive(Clone, Debug, Default, PartialEq, Serialize, Record)]
    struct Sample {
        name: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        note: Option<String>,
        #[serde(default)]
        list: Vec<u8>,
        #[serde(default = "seven")]
        days: u8,
        #[serde(flatten)]
        extra: Extra,
    }

    #[derive(Clone, Debug, PartialEq, Serialize, Record)]
    #[serde(default)]
    struct Setting {
        start: u8,
        is_on: bool,
        #[serde(flatten)]
        extra: Extra,
    }

    impl Default for Setting {
        fn default() -> Self {
            Self { start: 3, is_on: true, extra: Extra::new() }
        }
    }

    fn read_sample(text: &str) -> Result<Sample, String> {
        serde_json::from_str(text).map_err(|error| error.to_string())
    }

    #[test]
    fn what_is_missing_takes_its_default_and_what_is_unknown_is_kept() {
        let text = r#"{"later": {"a": [1]}, "name": "茶", "list": [1, 2]}"#;
        let sample = read_sample(text).unwrap();
        assert_eq!((sample.name.as_str(), &sample.note, sample.days), ("茶", &None, 7));
        assert_eq!(sample.list, [1, 2]);
        assert_eq!(sample.extra.get("later"), Some(&json!({"a": [1]})));
        let back: Value = serde_json::to_value(&sample).unwrap();
        assert_eq!(back, json!({"name": "茶", "list": [1, 2], "days": 7, "later": {"a": [1]}}));
        let setting: Setting = serde_json::from_str(r#"{"is_on": false}"#).unwrap();
        assert_eq!(setting, Setting { is_on: false, ..Setting::default() });
    }

    #[test]
    fn errors_are_those_of_serde() {
        for (text, expected) in [
            ("{}", "missing field `name` at line 1 column 2"),
            (r#"{"name": "a", "name": "b"}"#, "duplicate field `name` at line 1 column 20"),
            (r#"{"name": 1}"#, "invalid type: integer `1`, expected a string at line 1 column 10"),
            ("[]", "invalid type: sequence, expected struct Sample at line 1 column 0"),
        ] {
            assert_eq!(read_sample(text).unwrap_err(), expected);
        }
    }
}
