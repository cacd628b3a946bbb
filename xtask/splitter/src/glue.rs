//! wasm-bindgen's JavaScript made small: what it writes for people and for debuggers.
//!
//! Each of some 250 functions between wasm and JavaScript has a long name with a hash, in both
//! files, and nothing compresses worse than hashes.

use std::collections::BTreeMap;

use crate::Result;

/// The sections of a module that hold names.
const IMPORTS: u8 = 2;
const EXPORTS: u8 = 7;
/// How wasm-bindgen names its own side in the module, and how it is named here.
const MODULE: (&str, &str) = ("./zhanggui_bg.js", "$");

/// The script without comments of its own lines and without indentation, and the module, with
/// short names in the place of those that end in a hash.
pub fn small(js: &str, wasm: &[u8]) -> Result<(String, Vec<u8>)> {
    let mut names = numbered(js);
    let js = plain(js);
    let js: String = words(&js).map(|word| names.get(word).map_or(word, String::as_str)).collect();
    let (module, short) = MODULE;
    names.insert(module.to_owned(), short.to_owned());
    let wasm = renamed(wasm, &names).ok_or_else(broken)?;
    Ok((js.replace(&format!("\"{module}\""), &format!("\"{short}\"")), wasm))
}

/// A script without comments on lines of their own and without indentation.
pub fn plain(js: &str) -> String {
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
    small
}

fn broken() -> String {
    "wasm-bindgen wrote no module".to_owned()
}

/// The names in a script, and what stands between them.
fn words(js: &str) -> impl Iterator<Item = &str> {
    let is_inside = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
    let mut rest = js;
    std::iter::from_fn(move || {
        let is_word = is_inside(rest.chars().next()?);
        let end = rest.find(|c| is_inside(c) != is_word).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        rest = after;
        Some(word)
    })
}

/// Every name that ends in a hash, perhaps with a number after it, and one of a few letters that no
/// name of wasm-bindgen's is.
fn numbered(js: &str) -> BTreeMap<String, String> {
    let mut names = BTreeMap::new();
    for name in words(js) {
        let hashed = match name.rsplit_once('_') {
            Some((before, digits)) if digits.bytes().all(|byte| byte.is_ascii_digit()) => before,
            _ => name,
        };
        let ends_in_hash = |name: &str| {
            let at = name.len().checked_sub(16)?;
            let (start, hash) = (name.get(..at)?, name.get(at..)?);
            let is_hash = hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
            Some(is_hash && start.ends_with(['_', 'h']))
        };
        let is_hashed = [name, hashed].into_iter().any(|name| ends_in_hash(name) == Some(true));
        if is_hashed && !names.contains_key(name) {
            names.insert(name.to_owned(), format!("${:x}", names.len()));
        }
    }
    names
}

/// The module with other names in its imports and exports; `None` if it is none.
fn renamed(wasm: &[u8], names: &BTreeMap<String, String>) -> Option<Vec<u8>> {
    let mut module = wasm.get(..8)?.to_vec();
    for (id, from, to) in sections(wasm).ok()? {
        let body = wasm.get(from..to)?;
        let body = match id {
            IMPORTS => entries(body, names, 2, import_end)?,
            EXPORTS => entries(body, names, 1, |body, at| Some(number(body, at + 1)?.1))?,
            _ => body.to_vec(),
        };
        module.push(id);
        module.extend(coded(body.len()));
        module.extend(body);
    }
    Some(module)
}

/// A section whose entries begin with `n_names` names; `end` tells from where these end where the
/// entry does.
fn entries(
    body: &[u8],
    names: &BTreeMap<String, String>,
    n_names: usize,
    end: impl Fn(&[u8], usize) -> Option<usize>,
) -> Option<Vec<u8>> {
    let (count, mut at) = number(body, 0)?;
    let mut made = coded(count);
    for _ in 0..count {
        for _ in 0..n_names {
            let (length, from) = number(body, at)?;
            at = from.checked_add(length)?;
            let name = std::str::from_utf8(body.get(from..at)?).ok()?;
            let name = names.get(name).map_or(name, String::as_str);
            made.extend(coded(name.len()));
            made.extend(name.as_bytes());
        }
        let next = end(body, at)?;
        made.extend(body.get(at..next)?);
        at = next;
    }
    Some(made)
}

/// Where what is imported ends whose kind stands at `at`.
fn import_end(body: &[u8], at: usize) -> Option<usize> {
    let limits = |at: usize| {
        let (flags, at) = number(body, at)?;
        let at = number(body, at)?.1;
        if flags & 1 == 0 { Some(at) } else { Some(number(body, at)?.1) }
    };
    match body.get(at)? {
        // A function and its type.
        0 => Some(number(body, at + 1)?.1),
        // A table: what it holds, and how much of it.
        1 => limits(at + 2),
        2 => limits(at + 1),
        // A global: its type, and whether it changes.
        3 => Some(at + 3),
        // A tag: a byte that is always 0, and its type.
        4 => Some(number(body, at + 2)?.1),
        _ => None,
    }
}

/// The sections of a module: the kind of each, and where its content begins and ends.
pub fn sections(wasm: &[u8]) -> Result<Vec<(u8, usize, usize)>> {
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
    fn hashes_become_short_names_on_both_sides() {
        let js = "/* a */ b;\n/**\n * Words.\n */\nimport * as a from \"./b.js\";\n// c\n    \
                  __wbg_get_0123456789abcdef: function() { f__h00ff00ff00ff00ff(1); \
                  f__h00ff00ff00ff00ff_14(); },\n    \
                  \"./zhanggui_bg.js\": a,\n";
        let name = |name: &str| [coded(name.len()), name.as_bytes().to_vec()].concat();
        let module = |bg: &str, get: &str, f: &str, g: &str| {
            let section = |id: u8, body: Vec<u8>| [vec![id], coded(body.len()), body].concat();
            let imports = [
                vec![3],
                [name(bg), name(get), vec![0, 0x85, 1]].concat(),
                [name("env"), name("table"), vec![1, 0x70, 1, 2, 3]].concat(),
                [name("env"), name("base"), vec![3, 0x7f, 0]].concat(),
            ];
            let exports = [vec![2], name(f), vec![0, 9], name(g), vec![0, 8]].concat();
            // The same text in the data is no name.
            let data = name("__wbg_get_0123456789abcdef");
            let sections = [section(2, imports.concat()), section(7, exports), section(11, data)];
            [b"\0asm\x01\0\0\0".to_vec(), sections.concat()].concat()
        };
        let long = "__wbg_get_0123456789abcdef";
        let (f, g) = ("f__h00ff00ff00ff00ff", "f__h00ff00ff00ff00ff_14");
        let wasm = module("./zhanggui_bg.js", long, f, g);
        let (small, wasm) = small(js, &wasm).unwrap();
        assert_eq!(
            small,
            "b;\nimport * as a from \"./b.js\";\n$0: function() { $1(1); $2(); },\n\"$\": a,\n"
        );
        assert_eq!(wasm, module("$", "$0", "$1", "$2"));
        assert!(super::small(js, b"\0asm\x01\0\0\0\x02\x01\x7f").is_err());
    }
}
