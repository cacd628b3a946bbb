//! Bytes to text: byte order mark → strict UTF-8 → GB18030 → UTF-16.
//!
//! Never GBK first: UTF-8 bytes decode as GBK without an error into other characters.

use crate::facts::orders::salt::Salt;
use crate::files::refusal::Reason;
use crate::files::table::Encoding;

/// Decoders that the surroundings bring, since their tables are large: natively `encoding_rs`, in
/// the browser its own `TextDecoder`.
#[derive(Clone, Copy, Debug)]
pub struct Decoders {
    /// GB18030, strictly: `None` where a byte fits nowhere.
    pub gb18030: fn(&[u8]) -> Option<String>,
    /// The workbook's salt, with which buyers become numbers.
    pub salt: Salt,
}

impl Decoders {
    /// The decoders of a native program.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn native() -> Self {
        Self {
            gb18030: |bytes| {
                let text = encoding_rs::GB18030
                    .decode_without_bom_handling_and_without_replacement(bytes)?;
                Some(text.into_owned())
            },
            salt: Salt {
                first: crate::base::id::Id::from_bits(0x5a17),
                more: crate::base::id::Id::from_bits(0x7a57),
            },
        }
    }
}

/// The text of a file and how it was encoded.
///
/// # Errors
///
/// [`Reason::Undecodable`], and [`Reason::ReplacementCharacters`] for a text that somebody decoded
/// wrongly before.
pub fn decode(bytes: &[u8], decoders: &Decoders) -> Result<(String, Encoding), Reason> {
    let (text, encoding) = decode_any(bytes, decoders).ok_or(Reason::Undecodable)?;
    match text.find('\u{fffd}') {
        None => Ok((text, encoding)),
        Some(at) => {
            let line = text[..at].matches('\n').count() + 1;
            Err(Reason::ReplacementCharacters { line })
        }
    }
}

fn decode_any(bytes: &[u8], decoders: &Decoders) -> Option<(String, Encoding)> {
    if let Some(rest) = bytes.strip_prefix(b"\xef\xbb\xbf") {
        let text = std::str::from_utf8(rest).ok()?;
        return Some((text.to_owned(), Encoding::Utf8Bom));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        return Some((utf16(rest, u16::from_le_bytes)?, Encoding::Utf16LeBom));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        return Some((utf16(rest, u16::from_be_bytes)?, Encoding::Utf16BeBom));
    }
    if looks_like_utf16le(bytes) {
        return Some((utf16(bytes, u16::from_le_bytes)?, Encoding::Utf16Le));
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some((text.to_owned(), Encoding::Utf8));
    }
    let text = (decoders.gb18030)(bytes)?;
    let encoding = if has_four_bytes(bytes) { Encoding::Gb18030 } else { Encoding::Gbk };
    Some((text, encoding))
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<String> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|pair| unit(*pair));
    let text = char::decode_utf16(units).collect::<Result<String, _>>().ok()?;
    rest.is_empty().then_some(text)
}

/// Digits and separators of UTF-16 have a zero as their second byte; no other text has zeros, so
/// that this question can come before UTF-8, which would take the zeros for characters.
fn looks_like_utf16le(bytes: &[u8]) -> bool {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let pairs = &pairs[..pairs.len().min(4_096)];
    let n_ascii = pairs.iter().filter(|pair| pair[1] == 0 && pair[0] != 0).count();
    let n_zero_first = pairs.iter().filter(|pair| pair[0] == 0).count();
    rest.is_empty() && n_ascii * 5 >= pairs.len() && n_zero_first * 20 <= pairs.len()
}

/// Whether GB18030 text uses one of its four-byte characters, which GBK does not have.
pub(super) fn has_four_bytes(bytes: &[u8]) -> bool {
    let mut idx = 0;
    while idx < bytes.len() {
        let is_lead = bytes[idx] >= 0x81;
        match bytes.get(idx + 1) {
            Some(0x30..=0x39) if is_lead => return true,
            _ => idx += if is_lead { 2 } else { 1 },
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(bytes: &[u8]) -> Result<(String, Encoding), Reason> {
        decode(bytes, &Decoders::native())
    }

    #[test]
    fn the_order_is_mark_utf8_gb18030() {
        let is = |bytes: &[u8], encoding| {
            assert_eq!(seen(bytes), Ok(("访客数,1".to_owned(), encoding)));
        };
        is("访客数,1".as_bytes(), Encoding::Utf8);
        is("\u{feff}访客数,1".as_bytes(), Encoding::Utf8Bom);
        is(&encoding_rs::GBK.encode("访客数,1").0, Encoding::Gbk);
        let utf16: Vec<u8> = "访客数,1".encode_utf16().flat_map(u16::to_le_bytes).collect();
        is(&utf16, Encoding::Utf16Le);
        is(&[b"\xff\xfe".as_slice(), &utf16].concat(), Encoding::Utf16LeBom);
    }

    #[test]
    fn an_emoji_needs_gb18030() {
        let bytes = encoding_rs::GB18030.encode("买家😀").0;
        assert_eq!(seen(&bytes), Ok(("买家😀".to_owned(), Encoding::Gb18030)));
    }

    #[test]
    fn lost_characters_and_foreign_bytes_are_refused() {
        let lost = "a\nb\u{fffd}".as_bytes();
        assert_eq!(seen(lost), Err(Reason::ReplacementCharacters { line: 2 }));
        assert_eq!(seen(b"\xff\x81a"), Err(Reason::Undecodable));
    }
}
