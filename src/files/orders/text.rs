//! Bytes to text piece by piece: a piece may end within a character.

use crate::files::decode::{Decoders, has_four_bytes};
use crate::files::refusal::Reason;
use crate::files::table::Encoding;

/// Decodes the pieces of a file whose encoding is known from its beginning.
#[derive(Debug)]
pub struct Decoding {
    decoders: Decoders,
    encoding: Encoding,
    /// Bytes of a character that is not whole yet.
    rest: Vec<u8>,
    is_begun: bool,
}

impl Decoding {
    /// For a file in an encoding.
    pub fn new(encoding: Encoding, decoders: Decoders) -> Self {
        Self { decoders, encoding, rest: Vec::new(), is_begun: false }
    }

    /// The encoding, as far as it is known: GBK until a character shows that it is GB18030.
    pub fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// Adds the text of the next bytes, as far as their characters are whole; of all with
    /// `is_end`. A byte order mark at the file's beginning is left out.
    ///
    /// # Errors
    ///
    /// [`Reason::Undecodable`] where bytes fit nowhere.
    pub fn push(&mut self, bytes: &[u8], is_end: bool, text: &mut Vec<u8>) -> Result<(), Reason> {
        let start = text.len();
        if self.rest.is_empty() {
            let n_taken = self.decode(bytes, is_end, text)?;
            self.rest.extend_from_slice(&bytes[n_taken..]);
        } else {
            let mut joined = std::mem::take(&mut self.rest);
            joined.extend_from_slice(bytes);
            let n_taken = self.decode(&joined, is_end, text)?;
            joined.drain(..n_taken);
            self.rest = joined;
        }
        if !self.is_begun && text.len() > start {
            self.is_begun = true;
            let mark = "\u{feff}".as_bytes();
            // Some files carry two marks, one of them as a character.
            while text[start..].starts_with(mark) {
                text.drain(start..start + mark.len());
                self.is_begun = text.len() > start;
            }
        }
        Ok(())
    }

    /// Decodes the whole characters; says how many bytes they were.
    fn decode(&mut self, bytes: &[u8], is_end: bool, text: &mut Vec<u8>) -> Result<usize, Reason> {
        match self.encoding {
            Encoding::Utf8 | Encoding::Utf8Bom => {
                let n_whole = separated::n_whole(bytes).ok_or(Reason::Undecodable)?;
                if is_end && n_whole < bytes.len() {
                    return Err(Reason::Undecodable);
                }
                text.extend_from_slice(&bytes[..n_whole]);
                Ok(n_whole)
            }
            Encoding::Gbk | Encoding::Gb18030 => {
                // These bytes are never a part of another character.
                let is_single = |byte: &u8| *byte < b'0';
                let n_whole = match is_end {
                    true => bytes.len(),
                    false => bytes.iter().rposition(is_single).map_or(0, |last| last + 1),
                };
                let piece = &bytes[..n_whole];
                if self.encoding == Encoding::Gbk && has_four_bytes(piece) {
                    self.encoding = Encoding::Gb18030;
                }
                let decoded = (self.decoders.gb18030)(piece).ok_or(Reason::Undecodable)?;
                text.extend_from_slice(decoded.as_bytes());
                Ok(n_whole)
            }
            Encoding::Utf16Le | Encoding::Utf16LeBom => {
                utf16(bytes, u16::from_le_bytes, is_end, text)
            }
            Encoding::Utf16BeBom => utf16(bytes, u16::from_be_bytes, is_end, text),
        }
    }
}

fn utf16(
    bytes: &[u8],
    unit: fn([u8; 2]) -> u16,
    is_end: bool,
    text: &mut Vec<u8>,
) -> Result<usize, Reason> {
    let (mut pairs, rest) = bytes.as_chunks::<2>();
    if is_end && !rest.is_empty() {
        return Err(Reason::Undecodable);
    }
    if let Some((last, before)) = pairs.split_last()
        && matches!(unit(*last), 0xd800..0xdc00)
        && !is_end
    {
        // Its second half comes with the next piece.
        pairs = before;
    }
    let mut utf8 = [0; 4];
    for char in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        let char = char.map_err(|_| Reason::Undecodable)?;
        text.extend_from_slice(char.encode_utf8(&mut utf8).as_bytes());
    }
    Ok(2 * pairs.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_pieces(bytes: &[u8], encoding: Encoding, size: usize) -> Result<String, Reason> {
        let mut decoding = Decoding::new(encoding, Decoders::native());
        let mut text = Vec::new();
        for piece in bytes.chunks(size) {
            decoding.push(piece, false, &mut text)?;
        }
        decoding.push(&[], true, &mut text)?;
        Ok(String::from_utf8(text).unwrap())
    }

    #[test]
    fn a_border_within_a_character_changes_nothing() {
        const TEXT: &str = "订单编号,买家\n1,😀茶\r\n2,é";
        let le: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let be: Vec<u8> =
            format!("\u{feff}{TEXT}").encode_utf16().flat_map(u16::to_be_bytes).collect();
        let gb18030 = encoding_rs::GB18030.encode(TEXT).0.into_owned();
        let with_mark = format!("\u{feff}\u{feff}{TEXT}").into_bytes();
        for (bytes, encoding) in [
            (TEXT.as_bytes().to_vec(), Encoding::Utf8),
            (with_mark, Encoding::Utf8Bom),
            (le, Encoding::Utf16Le),
            (be, Encoding::Utf16BeBom),
            (gb18030, Encoding::Gbk),
        ] {
            for size in 1..=bytes.len() {
                assert_eq!(in_pieces(&bytes, encoding, size).as_deref(), Ok(TEXT), "{size}");
            }
        }
    }

    #[test]
    fn foreign_bytes_and_broken_ends_are_refused() {
        for (bytes, encoding) in [
            (b"a\xffb,".as_slice(), Encoding::Utf8),
            (b"a\xe8\xae", Encoding::Utf8),
            (b"a\xff,", Encoding::Gbk),
            (b"a\x81", Encoding::Gbk),
            (b"a\0b", Encoding::Utf16Le),
            (b"\0\xd8", Encoding::Utf16Le),
        ] {
            for size in 1..=bytes.len() {
                let refused = in_pieces(bytes, encoding, size);
                assert_eq!(refused, Err(Reason::Undecodable), "{bytes:?}");
            }
        }
    }
}
