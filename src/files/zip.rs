//! A look into a zip (.xlsx) before a reader opens it: sizes are counted while inflating, since
//! what a zip says of itself proves nothing, and nothing of it is kept.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::files::limits::{
    FREE_INFLATED_BYTES, MAX_ENTRY_BYTES, MAX_INFLATED_BYTES, MAX_SHARED_STRINGS, MAX_XML_DEPTH,
    MAX_XML_TAG, MAX_ZIP_ENTRIES, MAX_ZIP_NAME, MAX_ZIP_RATIO,
};
use crate::files::refusal::Reason;

/// Checks an .xlsx before a reader opens it.
///
/// # Errors
///
/// [`Reason::TooLargeUncompressed`], [`Reason::XmlTooDeep`], [`Reason::XmlEntitiesForbidden`],
/// [`Reason::Encrypted`], [`Reason::DamagedContainer`], and [`Reason::UnsupportedFormat`] for a
/// zip that is no workbook.
pub fn check_xlsx(bytes: &[u8]) -> Result<(), Reason> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(Reason::damaged)?;
    if zip.len() > MAX_ZIP_ENTRIES {
        return Err(Reason::damaged("too many entries"));
    }
    let mut n_declared: u64 = 0;
    let mut is_workbook = false;
    for idx in 0..zip.len() {
        let entry = zip.by_index_raw(idx).map_err(Reason::damaged)?;
        let name = entry.name().map_err(Reason::damaged)?;
        if name.len() > MAX_ZIP_NAME {
            return Err(Reason::damaged("a name is too long"));
        }
        if entry.encrypted() {
            return Err(Reason::Encrypted);
        }
        is_workbook |= name.eq_ignore_ascii_case("xl/workbook.xml");
        n_declared = n_declared.saturating_add(entry.size());
        let too_many_times = entry.size() / MAX_ZIP_RATIO > entry.compressed_size();
        if entry.size() > MAX_ENTRY_BYTES || (entry.size() > FREE_INFLATED_BYTES && too_many_times)
        {
            return Err(Reason::TooLargeUncompressed { max: MAX_ENTRY_BYTES });
        }
    }
    if n_declared > MAX_INFLATED_BYTES {
        return Err(Reason::TooLargeUncompressed { max: MAX_INFLATED_BYTES });
    }
    if !is_workbook {
        return Err(Reason::UnsupportedFormat { format: "ZIP".to_owned() });
    }
    let mut n_left = MAX_INFLATED_BYTES;
    for idx in 0..zip.len() {
        let entry = zip.by_index(idx).map_err(Reason::damaged)?;
        let name = entry.name().map_err(Reason::damaged)?.to_ascii_lowercase();
        let max = n_left.min(MAX_ENTRY_BYTES);
        n_left -= if name.ends_with(".xml") || name.ends_with(".rels") {
            check_xml(entry, max)?
        } else {
            count(entry, max)?
        };
    }
    Ok(())
}

/// How many bytes an entry inflates to.
fn count(reader: impl Read, max: u64) -> Result<u64, Reason> {
    let n_bytes = std::io::copy(&mut reader.take(max.saturating_add(1)), &mut std::io::sink())
        .map_err(Reason::damaged)?;
    if n_bytes > max { Err(Reason::TooLargeUncompressed { max }) } else { Ok(n_bytes) }
}

/// Where in the text of an XML file the scan is.
#[derive(Clone, Copy, PartialEq)]
enum At {
    Text,
    Tag { quote: Option<u8> },
    Until(&'static [u8]),
}

/// Reads an XML file once and keeps none of it; how many bytes it has.
fn check_xml(mut reader: impl Read, max: u64) -> Result<u64, Reason> {
    let (mut n_bytes, mut n_shared, mut depth) = (0_u64, 0_u64, 0_usize);
    let (mut at, mut tag) = (At::Text, Vec::new());
    let mut buffer = vec![0; 65_536];
    loop {
        let n_read = reader.read(&mut buffer).map_err(Reason::damaged)?;
        if n_read == 0 {
            break;
        }
        if n_bytes == 0 && matches!(buffer[..2], [0xff, 0xfe] | [0xfe, 0xff]) {
            return Err(Reason::UnsupportedFormat { format: "XML (UTF-16)".to_owned() });
        }
        n_bytes += n_read as u64;
        if n_bytes > max {
            return Err(Reason::TooLargeUncompressed { max });
        }
        for &byte in &buffer[..n_read] {
            match at {
                At::Text if byte == b'<' => {
                    tag.clear();
                    at = At::Tag { quote: None };
                }
                At::Text => {}
                At::Until(end) => {
                    tag.push(byte);
                    if tag.ends_with(end) {
                        at = At::Text;
                    } else if tag.len() > 64 {
                        // Only the last bytes are needed to see the end.
                        tag.drain(..32);
                    }
                }
                At::Tag { quote: Some(open) } => {
                    tag.push(byte);
                    if byte == open {
                        at = At::Tag { quote: None };
                    }
                }
                At::Tag { quote: None } if byte == b'>' => {
                    n_shared = n_shared.max(check_tag(&tag, &mut depth)?);
                    at = At::Text;
                }
                At::Tag { quote: None } => {
                    tag.push(byte);
                    at = match tag.as_slice() {
                        b"!--" => At::Until(b"-->"),
                        b"![CDATA[" => At::Until(b"]]>"),
                        b"?" => At::Until(b"?>"),
                        b"!D" | b"!d" | b"!E" | b"!e" => return Err(Reason::XmlEntitiesForbidden),
                        _ if byte == b'"' || byte == b'\'' => At::Tag { quote: Some(byte) },
                        _ => at,
                    };
                }
            }
            if tag.len() > MAX_XML_TAG {
                return Err(Reason::damaged("a tag is too long"));
            }
        }
    }
    // Every shared string takes at least `<t/>`: a larger number is made up, and a reader would
    // reserve room for it.
    if n_shared > MAX_SHARED_STRINGS || n_shared > n_bytes / 3 {
        return Err(Reason::damaged("more shared strings than there is text"));
    }
    Ok(n_bytes)
}

/// Follows one tag; how many shared strings it announces.
fn check_tag(tag: &[u8], depth: &mut usize) -> Result<u64, Reason> {
    if tag.starts_with(b"/") {
        *depth = depth.saturating_sub(1);
        return Ok(0);
    }
    if !tag.ends_with(b"/") {
        *depth += 1;
        if *depth > MAX_XML_DEPTH {
            return Err(Reason::XmlTooDeep { max: MAX_XML_DEPTH });
        }
    }
    let name_len = tag.iter().position(u8::is_ascii_whitespace).unwrap_or(tag.len());
    let name = tag[..name_len].rsplit(|byte| *byte == b':').next().unwrap_or_default();
    // A reader would take the place of a row, a cell or a range as it is written.
    match name {
        b"c" if attributes(tag, b"r").any(|at| cell(at).is_none()) => {
            Err(Reason::damaged("a cell outside of the sheet"))
        }
        b"row" if attributes(tag, b"r").any(|at| row(at).is_none()) => {
            Err(Reason::damaged("a row outside of the sheet"))
        }
        b"dimension" | b"mergeCell" | b"f" | b"table" | b"autoFilter"
            if attributes(tag, b"ref").any(|range| !is_range(range)) =>
        {
            Err(Reason::damaged("a range that is none of the sheet's"))
        }
        b"sst" => Ok(attributes(tag, b"uniqueCount")
            .filter_map(|count| std::str::from_utf8(count).ok())
            .map(|count| count.trim().parse().unwrap_or(u64::MAX))
            .max()
            .unwrap_or(0)),
        _ => Ok(0),
    }
}

/// The values of an attribute: of one that stands twice both, since readers differ in which they
/// take.
fn attributes<'a>(tag: &'a [u8], name: &'a [u8]) -> impl Iterator<Item = &'a [u8]> {
    let mut rest = tag;
    std::iter::from_fn(move || {
        loop {
            let at = rest.iter().position(u8::is_ascii_whitespace)?;
            rest = rest[at..].trim_ascii_start();
            let Some(value) = rest.strip_prefix(name).map(<[u8]>::trim_ascii_start) else {
                continue;
            };
            let Some(value) = value.strip_prefix(b"=").map(<[u8]>::trim_ascii_start) else {
                continue;
            };
            let quote = *value.first()?;
            return value[1..].split(|byte| *byte == quote).next();
        }
    })
}

/// Whether a text is a cell or a range such as `A1:C3` within a sheet. Of one that ends before it
/// begins a reader would take the size from a difference below zero.
fn is_range(range: &[u8]) -> bool {
    let mut ends = range.split(|byte| *byte == b':').map(cell);
    match (ends.next(), ends.next(), ends.next()) {
        (Some(Some(_)), None, None) => true,
        (Some(Some(from)), Some(Some(to)), None) => from.0 <= to.0 && from.1 <= to.1,
        _ => false,
    }
}

/// A row of Excel's largest sheet, from 1; `None` for any other text.
fn row(digits: &[u8]) -> Option<u32> {
    let is_plain = digits.iter().all(u8::is_ascii_digit);
    let row = std::str::from_utf8(digits).ok().filter(|_| is_plain)?.parse().ok()?;
    (1..=1_048_576).contains(&row).then_some(row)
}

/// Row and column of a cell of Excel's largest sheet, `A1` … `XFD1048576`, from 1; `None` for any
/// other text.
fn cell(name: &[u8]) -> Option<(u32, u32)> {
    let n_letters = name.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let row = row(&name[n_letters..])?;
    let column = name[..n_letters]
        .iter()
        .take(4)
        .fold(0, |column, byte| column * 26 + u32::from(byte.to_ascii_uppercase() - b'A') + 1);
    ((1..=3).contains(&n_letters) && column <= 16_384).then_some((row, column))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(xml: &str) -> Result<u64, Reason> {
        check_xml(xml.as_bytes(), 1_000_000)
    }

    #[test]
    fn xml_is_followed_without_being_kept() {
        let fine = "<?xml version='1.0'?><a x=\"<>\"><!-- <b> --><c r='A1'/><![CDATA[<d>]]></a>";
        assert_eq!(check(fine), Ok(fine.len() as u64));
        assert_eq!(check("<!DOCTYPE a>"), Err(Reason::XmlEntitiesForbidden));
        let deep = "<a>".repeat(100);
        assert_eq!(check(&deep), Err(Reason::XmlTooDeep { max: MAX_XML_DEPTH }));
        assert!(check("<c s=\"1\" r=\"ZZZZ99999999\">").is_err());
        assert!(check("<dimension ref=\"A4:C3\"/>").is_err());
        assert!(check("<mergeCell ref='C1:A3'/>").is_err());
        assert!(check("<dimension ref=\"A1:C3\"/><f ref='B2'/><row r='3'/>").is_ok());
        assert!(check("<dimension ref=\"2222222222222222A1:C3\"/>").is_err());
        assert!(check("<f ref='A1:B2:C3'/>").is_err());
        assert!(check("<row r='99999999999'/>").is_err());
        assert!(check("<row r='A1'/>").is_err());
        assert!(check("<c r='B1' r='inlineStr'/>").is_err());
        assert!(check("<sst count=\"1\" uniqueCount=\"4000000000\">").is_err());
        let bound = check_xml("<a>".as_bytes(), 2);
        assert_eq!(bound, Err(Reason::TooLargeUncompressed { max: 2 }));
    }

    #[test]
    fn cells_are_those_of_a_sheet() {
        for name in ["A1", "XFD1048576", "bc93"] {
            assert!(cell(name.as_bytes()).is_some(), "{name}");
        }
        for name in ["C0", "XFE1", "A1048577", "1A", "", "A", "A+1", "ZZZZ99999999"] {
            assert!(cell(name.as_bytes()).is_none(), "{name}");
        }
    }
}
