//! wasm-bindgen's JavaScript made small: what it writes for people and for debuggers.
//!
//! Each of some 250 functions between wasm and JavaScript has a hash of sixteen digits in its
//! name, in both files, and nothing compresses worse than hashes.

use std::collections::BTreeMap;

use crate::Result;

/// The script without comments of its own lines and without indentation, and the module, with a
/// number in the place of each hash.
pub fn small(js: &str, wasm: &mut [u8]) -> Result<String> {
    let names = numbered(js);
    for (from, to) in borders(wasm)? {
        let mut at = from;
        while at < to {
            let here = &wasm[at..to];
            match names.iter().find(|(name, _)| here.starts_with(name.as_bytes())) {
                Some((name, short)) => {
                    wasm[at..at + name.len()].copy_from_slice(short.as_bytes());
                    at += name.len();
                }
                None => at += 1,
            }
        }
    }
    let mut small = String::with_capacity(js.len());
    let mut in_comment = false;
    for mut line in js.lines().map(str::trim) {
        if in_comment || line.starts_with("/*") {
            let code = line.split_once("*/").map(|(_, after)| after.trim());
            in_comment = code.is_none();
            line = code.unwrap_or_default();
        }
        if !line.is_empty() && !line.starts_with("//") {
            small.push_str(line);
            small.push('\n');
        }
    }
    Ok(names.iter().fold(small, |text, (name, short)| text.replace(name, short)))
}

/// Every name that ends in a hash, and one of the same length that ends in a number.
fn numbered(js: &str) -> BTreeMap<String, String> {
    let is_inside = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
    let mut names = BTreeMap::new();
    for name in js.split(|c| !is_inside(c)) {
        let Some((start, hash)) = name.len().checked_sub(16).map(|at| name.split_at(at)) else {
            continue;
        };
        let is_hash = hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        if is_hash && start.ends_with(['_', 'h']) && !names.contains_key(name) {
            names.insert(name.to_owned(), format!("{start}{:016}", names.len()));
        }
    }
    names
}

/// Where the imports and exports of a module stand.
fn borders(wasm: &[u8]) -> Result<Vec<(usize, usize)>> {
    const IMPORTS: u8 = 2;
    const EXPORTS: u8 = 7;
    let mut sections = sections(wasm)?;
    sections.retain(|(id, ..)| [IMPORTS, EXPORTS].contains(id));
    Ok(sections.into_iter().map(|(_, from, to)| (from, to)).collect())
}

/// The sections of a module: the kind of each, and where its content begins and ends.
pub fn sections(wasm: &[u8]) -> Result<Vec<(u8, usize, usize)>> {
    let broken = || "wasm-bindgen wrote no module".to_owned();
    let mut found = Vec::new();
    let mut at = 8;
    while let Some(&id) = wasm.get(at) {
        let (length, from) = number(wasm, at + 1).ok_or_else(broken)?;
        at = from.checked_add(length).filter(|end| *end <= wasm.len()).ok_or_else(broken)?;
        found.push((id, from, at));
    }
    Ok(found)
}

/// The number that stands at a place of a module (LEB128), and the place after it.
pub fn number(wasm: &[u8], mut at: usize) -> Option<(usize, usize)> {
    let mut number = 0;
    for shift in (0..32).step_by(7) {
        let byte = *wasm.get(at)?;
        at += 1;
        number |= usize::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some((number, at));
        }
    }
    None
}

/// A number as a module writes it.
pub fn coded(mut number: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    loop {
        let low = (number & 0x7f) as u8;
        number >>= 7;
        if number == 0 {
            bytes.push(low);
            return bytes;
        }
        bytes.push(low | 0x80);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_become_numbers_on_both_sides() {
        let js = "/* a */ b;\n/**\n * Words.\n */\nimport * as a from \"./b.js\";\n// c\n    \
                  __wbg_get_0123456789abcdef: function() { f__h00ff00ff00ff00ff(1); },\n";
        let mut wasm = b"\0asm\x01\0\0\0\x02\x1b\x1a__wbg_get_0123456789abcdef".to_vec();
        // The same text in the data is no name.
        wasm.extend(b"\x0b\x1a__wbg_get_0123456789abcdef");
        let small = small(js, &mut wasm).unwrap();
        assert_eq!(
            small,
            "b;\nimport * as a from \"./b.js\";\n\
             __wbg_get_0000000000000000: function() { f__h0000000000000001(1); },\n"
        );
        let text = String::from_utf8_lossy(&wasm);
        assert!(text.contains("__wbg_get_0000000000000000"));
        assert!(text.ends_with("__wbg_get_0123456789abcdef"));
        assert!(super::small("", &mut b"\0asm\x01\0\0\0\x02\x7f".to_vec()).is_err());
    }
}
