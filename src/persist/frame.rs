//! One version of a workbook as one text: a header line that says what follows, and the body.
//!
//! ```text
//! {"m":"ZGWB","fmt":1,"schema":1,"epoch":1,"gen":345,"id":"…","name":"…","at":"…","app":"…","len":123456,"sum":"xxh64:…"}⏎
//! {…body…}
//! ```
//!
//! The header alone feeds the list of workbooks. The checksum covers the header line up to
//! itself and the body: it finds damage, it is no protection against forgery.

use serde::{Deserialize, Serialize};
use thiserror::Error;
use xxhash_rust::xxh64::xxh64;

use crate::base::id::Id;

/// The first field of every frame.
pub const MAGIC: &str = "ZGWB";
/// The version of the frame itself; the body has its own, the schema.
pub const FMT: u32 = 1;

/// What the first line says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// [`MAGIC`].
    #[serde(rename = "m")]
    pub magic: String,
    /// [`FMT`].
    pub fmt: u32,
    /// The schema of the body.
    pub schema: u32,
    /// Grows when another tab takes over.
    pub epoch: u64,
    /// Grows with every commit.
    #[serde(rename = "gen")]
    pub generation: u64,
    /// The workbook.
    pub id: Id,
    /// The workbook's name when it was written.
    pub name: String,
    /// When it was written, as civil time: `2026-11-21T14:03:27`.
    pub at: String,
    /// The version of the program that wrote it.
    pub app: String,
    /// The length of the body in UTF-8 bytes.
    pub len: usize,
    /// `xxh64:` and sixteen hexadecimal digits.
    pub sum: String,
}

impl Header {
    /// What decides which of two frames is the newer one.
    pub fn version(&self) -> (u64, u64) {
        (self.epoch, self.generation)
    }

    /// The first line of a stored text, whatever follows it.
    ///
    /// # Errors
    ///
    /// [`FrameError::NotAFrame`].
    pub fn read(text: &str) -> Result<Self, FrameError> {
        let line = text.split('\n').next().unwrap_or_default();
        let header: Self = serde_json::from_str(line).map_err(|_| FrameError::NotAFrame)?;
        if header.magic == MAGIC && header.fmt == FMT {
            Ok(header)
        } else {
            Err(FrameError::NotAFrame)
        }
    }
}

/// Why a stored text is not a frame that can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum FrameError {
    /// It does not begin with a frame's header.
    #[error("not a frame")]
    NotAFrame,
    /// It is shorter or longer than its header says.
    #[error("the frame is cut off")]
    Length,
    /// It is not what was written.
    #[error("the frame's checksum does not match")]
    Checksum,
}

/// Puts the header before the body; `len` and `sum` of the header are filled in.
pub fn write(mut header: Header, body: &str) -> String {
    header.len = body.len();
    header.sum = String::new();
    // A record of numbers and texts cannot fail to be written.
    let line = serde_json::to_string(&header).unwrap_or_default();
    let start = line.strip_suffix(EMPTY_SUM).unwrap_or_default();
    let sum = checksum(start, body);
    format!("{start}{SUM_FIELD}{sum:016x}\"}}\n{body}")
}

const EMPTY_SUM: &str = ",\"sum\":\"\"}";
const SUM_FIELD: &str = ",\"sum\":\"xxh64:";

fn checksum(header_start: &str, body: &str) -> u64 {
    xxh64(body.as_bytes(), xxh64(header_start.as_bytes(), 0))
}

/// The header and the body of a text that is exactly what was written.
///
/// # Errors
///
/// What is wrong with it.
pub fn read(text: &str) -> Result<(Header, &str), FrameError> {
    let header = Header::read(text)?;
    let (line, body) = text.split_once('\n').ok_or(FrameError::Length)?;
    if body.len() != header.len {
        return Err(FrameError::Length);
    }
    let (start, sum) = line.rsplit_once(SUM_FIELD).ok_or(FrameError::Checksum)?;
    if sum == format!("{:016x}\"}}", checksum(start, body)) {
        Ok((header, body))
    } else {
        Err(FrameError::Checksum)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn header(name: &str, generation: u64) -> Header {
        Header {
            magic: MAGIC.to_owned(),
            fmt: FMT,
            schema: 1,
            epoch: 1,
            generation,
            id: Id::from_bits(7),
            name: name.to_owned(),
            at: "2026-11-21T14:03:27".to_owned(),
            app: "0.1.0".to_owned(),
            len: 0,
            sum: String::new(),
        }
    }

    #[test]
    fn a_frame_is_a_line_that_says_what_follows() {
        let text = write(header("店", 345), "{\"a\":1}");
        let (line, body) = text.split_once('\n').unwrap();
        assert!(line.starts_with(
            r#"{"m":"ZGWB","fmt":1,"schema":1,"epoch":1,"gen":345,"id":"0000000000000007","name":"店""#
        ));
        assert!(line.contains(r#","len":7,"sum":"xxh64:"#));
        assert_eq!(body, "{\"a\":1}");
    }

    #[test]
    fn what_is_not_a_frame_is_told_apart() {
        let text = write(header("店", 1), "{\"a\":1}");
        assert_eq!(read("{}"), Err(FrameError::NotAFrame));
        assert_eq!(read(&text.replace("ZGWB", "XXXX")), Err(FrameError::NotAFrame));
        assert_eq!(read(&text[..text.len() - 1]), Err(FrameError::Length));
        assert_eq!(read(&text.replace("{\"a\":1}", "{\"a\":2}")), Err(FrameError::Checksum));
        assert_eq!(read(&text.replace("\"gen\":1", "\"gen\":9")), Err(FrameError::Checksum));
    }

    proptest! {
        #[test]
        fn what_was_written_reads_back(name in ".{0,20}", generation: u64, body in "(?s).{0,200}") {
            let text = write(header(&name, generation), &body);
            let (header, read_body) = read(&text).unwrap();
            prop_assert_eq!(header.name, name);
            prop_assert_eq!(header.generation, generation);
            prop_assert_eq!(read_body, body);
        }

        #[test]
        fn any_changed_byte_is_found(idx: prop::sample::Index, bit in 0_u8..7) {
            let text = write(header("shop", 5), "{\"sales\":[1,2,3]}");
            let mut bytes = text.clone().into_bytes();
            let idx = idx.index(bytes.len());
            bytes[idx] ^= 1 << bit;
            if let Ok(damaged) = String::from_utf8(bytes) {
                prop_assert!(read(&damaged).is_err(), "{damaged}");
            }
        }
    }
}
