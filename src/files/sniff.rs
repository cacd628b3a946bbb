//! What a file is, by its content and never by its name.

use crate::files::limits::MAX_JSON_DEPTH;
use crate::files::refusal::Reason;

/// What the first bytes say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bytes {
    /// An OLE container: .xls, or a file under a password.
    Cfb,
    /// A zip: .xlsx.
    Zip,
    /// Whatever is left, to be decoded.
    Text,
}

/// What a decoded text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Text {
    /// HTML, most often named .xls.
    Html,
    /// JSON.
    Json,
    /// Text with separators.
    Csv,
}

/// First bytes of what is not a table, and its name.
const OTHERS: &[(&[u8], &str)] = &[
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"RIFF", "RIFF (WebP, AVI, WAV)"),
    (b"%PDF", "PDF"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"MZ", "EXE"),
    (b"\0asm", "WebAssembly"),
    (b"SQLite format 3", "SQLite"),
];

/// What a file is by its first bytes.
///
/// # Errors
///
/// [`Reason::EmptyFile`] and [`Reason::NotATable`].
pub fn bytes(bytes: &[u8]) -> Result<Bytes, Reason> {
    if bytes.is_empty() {
        return Err(Reason::EmptyFile);
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Ok(Bytes::Cfb);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Ok(Bytes::Zip);
    }
    // Two letters may also begin a text: they count only where a NUL follows, as in a picture.
    let is_binary = bytes.iter().take(64).any(|byte| *byte == 0);
    let other = OTHERS.iter().find(|(magic, _)| {
        bytes.starts_with(magic) && (magic.len() > 2 || is_binary || !magic.is_ascii())
    });
    match other {
        Some((_, format)) => Err(Reason::NotATable { format: (*format).to_owned() }),
        None => Ok(Bytes::Text),
    }
}

/// What a decoded text is.
///
/// # Errors
///
/// [`Reason::EmptyFile`], and [`Reason::UnsupportedFormat`] for XML spreadsheets and MHTML.
pub fn text(text: &str) -> Result<Text, Reason> {
    let body = text.trim_start_matches(crate::files::table::is_blank);
    if body.chars().all(|char| crate::files::table::is_blank(char) || ",;".contains(char)) {
        return Err(Reason::EmptyFile);
    }
    let start: String = body.chars().take(4_096).collect::<String>().to_ascii_lowercase();
    if start.starts_with("mime-version:") || start.contains("content-type: multipart/related") {
        return Err(Reason::UnsupportedFormat { format: "MHTML".to_owned() });
    }
    if start.starts_with('<') {
        let is_html = ["<html", "<table", "<!doctype html", "<meta", "<body", "<div"]
            .iter()
            .any(|tag| start.contains(tag));
        // A spreadsheet of Excel 2003 has a `Table` of its own, inside of a `Workbook`.
        if is_html && !start.contains("<workbook") {
            return Ok(Text::Html);
        }
        return Err(Reason::UnsupportedFormat { format: "XML (Excel 2003)".to_owned() });
    }
    if start.starts_with(['{', '[']) { Ok(Text::Json) } else { Ok(Text::Csv) }
}

/// Why a JSON file is not imported as a table.
pub fn json_reason(text: &str) -> Reason {
    if json_depth(text) > MAX_JSON_DEPTH {
        return Reason::JsonTooDeep { max: MAX_JSON_DEPTH };
    }
    #[derive(serde::Deserialize)]
    struct Envelope {
        format: String,
    }
    match serde_json::from_str::<Envelope>(text.trim_start_matches('\u{feff}')) {
        Ok(envelope) if envelope.format.starts_with("zhanggui") => Reason::IsAWorkbook,
        _ => Reason::NotAWorkbook,
    }
}

/// How deep brackets are nested outside of strings, without recursion.
fn json_depth(text: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    let (mut is_string, mut is_escaped) = (false, false);
    for byte in text.bytes() {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' if is_string => is_escaped = true,
            b'"' => is_string = !is_string,
            b'{' | b'[' if !is_string => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b'}' | b']' if !is_string => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_decides() {
        assert_eq!(bytes(b"\x89PNG\r\n"), Err(Reason::NotATable { format: "PNG".to_owned() }));
        assert_eq!(bytes(b"BMI,1\n2,3"), Ok(Bytes::Text));
        assert_eq!(text("<table><tr><td>1"), Ok(Text::Html));
        assert_eq!(text("\u{feff} ,,;\r\n"), Err(Reason::EmptyFile));
        assert_eq!(text("a,b"), Ok(Text::Csv));
    }

    #[test]
    fn json_is_a_workbook_or_not_and_never_overflows_the_stack() {
        assert_eq!(json_reason(r#"{"format":"zhanggui.workbook"}"#), Reason::IsAWorkbook);
        assert_eq!(json_reason(r#"{"__proto__":{"x":1}}"#), Reason::NotAWorkbook);
        assert_eq!(json_reason(&"[".repeat(100_000)), Reason::JsonTooDeep { max: MAX_JSON_DEPTH });
        assert_eq!(json_depth(r#"{"a":"[[[\"[["}"#), 1);
    }
}
