//! What the page and the import worker say to each other.
//!
//! The worker says first that it is ready, then answers each file. Both are compiled from the
//! same sources at the same time, but a browser may keep one of them longer than the other:
//! every message carries the build that wrote it, and another build is not believed.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::files::ReadFile;
use crate::files::refusal::Refusal;

/// Names the sources that readers are made of: `build.rs` computes it, so that nobody has to
/// remember to count it up.
pub const BUILD: &str = env!("ZHANGGUI_READER_BUILD");
/// The field of the request with the file's name.
pub const NAME: &str = "name";
/// The field of the request with the file itself, of which the worker reads as much at a time as
/// it needs: its bytes never come to the page.
pub const FILE: &str = "file";
/// The field of the request with the salt that orders and buyers are numbered under, as its text.
pub const SALT: &str = "salt";
/// The field of the request with what is said by hand of unknown tables, as JSON of a
/// [`crate::files::mapping::Hand`].
pub const HAND: &str = "hand";

/// How far a file is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// Bytes that are read.
    pub done: u64,
    /// Bytes of the file.
    pub of: u64,
    /// Records that are read.
    pub records: u64,
}

impl Progress {
    /// How much is read, in hundredths of the file.
    pub fn percent(self) -> u64 {
        self.done.saturating_mul(100) / self.of.max(1)
    }
}

/// What the worker says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    /// It listens.
    Ready,
    /// The file can be imported.
    Read(Box<ReadFile>),
    /// It cannot.
    Refused(Box<Refusal>),
    /// It is being read; more will be said.
    Reading(Progress),
    /// The browser did not hand over its bytes.
    NoBytes,
}

#[derive(Serialize, Deserialize)]
struct Message {
    build: String,
    answer: Answer,
}

/// The other side is of another build, or says something else altogether.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("the page and the reader are of different versions")]
pub struct OtherBuild;

impl Answer {
    /// The answer as one text.
    pub fn to_json(self) -> String {
        let message = Message { build: BUILD.to_owned(), answer: self };
        // Texts, integers and maps with text keys cannot fail to be written.
        serde_json::to_string(&message).unwrap_or_default()
    }

    /// Reads an answer of the same build.
    ///
    /// # Errors
    ///
    /// [`OtherBuild`].
    pub fn from_json(text: &str) -> Result<Self, OtherBuild> {
        // The build first: the answer of another one may have another shape. It is looked at as
        // it is written: the text is megabytes long, and is read once.
        let head = format!("{{\"build\":\"{BUILD}\",");
        if !text.starts_with(&head) {
            return Err(OtherBuild);
        }
        let message: Message = serde_json::from_str(text).map_err(|_| OtherBuild)?;
        Ok(message.answer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::decode::Decoders;
    use crate::files::read;

    #[test]
    fn answers_read_back_and_those_of_another_build_do_not() {
        let csv = "统计日期,访客数,支付金额\n2026-10-01,1,2\n2026-10-02,x,2\n".as_bytes();
        let good = read("日报.csv", csv, &Decoders::native()).unwrap();
        let bad = read("日报.csv", b"", &Decoders::native()).unwrap_err();
        let at = Progress { done: 1, of: 3, records: 7 };
        assert_eq!(at.percent(), 33);
        let plain = [Answer::Ready, Answer::Reading(at), Answer::NoBytes];
        for answer in plain.into_iter().chain([Answer::Read(good.into()), Answer::Refused(bad)]) {
            assert_eq!(Answer::from_json(&answer.clone().to_json()), Ok(answer));
        }
        let other = Answer::Ready.to_json().replace(BUILD, "another");
        assert_eq!(Answer::from_json(&other), Err(OtherBuild));
        assert_eq!(Answer::from_json("ready"), Err(OtherBuild));
    }
}
