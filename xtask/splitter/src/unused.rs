//! What a library hands to JavaScript and nobody takes: three classes of `wasm-streams`, which
//! Leptos brings for servers. As exports they keep 15 KB of code alive.

use crate::Result;
use crate::glue;

/// How the classes are named in JavaScript.
const CLASS: &str = "IntoUnderlying";

/// The script without the classes, and the module without the exports that they call.
pub fn removed(js: &str, wasm: &[u8]) -> Result<(String, Vec<u8>)> {
    Ok((without_classes(js), without_exports(wasm)?))
}

fn without_classes(js: &str) -> String {
    let mut kept = String::with_capacity(js.len());
    // What ends the piece that is left out.
    let mut until: Option<&str> = None;
    for line in js.lines() {
        if let Some(end) = until {
            if line.ends_with(end) && (end == ";" || line == end) {
                until = None;
            }
        } else if line.starts_with(&format!("export class {CLASS}")) {
            until = Some("}");
        } else if line.starts_with(&format!("const {CLASS}")) {
            until = Some(";");
        } else if !line.starts_with(&format!("if (Symbol.dispose) {CLASS}")) {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept
}

fn without_exports(wasm: &[u8]) -> Result<Vec<u8>> {
    const EXPORTS: u8 = 7;
    let broken = || "wasm-bindgen wrote no module".to_owned();
    let Some(&(_, from, to)) = glue::sections(wasm)?.iter().find(|(id, ..)| *id == EXPORTS) else {
        return Ok(wasm.to_vec());
    };
    let (n_exports, mut at) = glue::number(wasm, from).ok_or_else(broken)?;
    let (mut kept, mut n_kept) = (Vec::new(), 0);
    for _ in 0..n_exports {
        let start = at;
        let (length, name) = glue::number(wasm, at).ok_or_else(broken)?;
        let name = wasm.get(name..name + length).ok_or_else(broken)?;
        // After the name: a byte of its kind, and its index.
        let kind = glue::number(wasm, at).ok_or_else(broken)?.1 + length;
        at = glue::number(wasm, kind + 1).ok_or_else(broken)?.1;
        let name = String::from_utf8_lossy(name).to_lowercase();
        let class = CLASS.to_lowercase();
        if !name.starts_with(&class) && !name.starts_with(&format!("__wbg_{class}")) {
            kept.extend_from_slice(wasm.get(start..at).ok_or_else(broken)?);
            n_kept += 1;
        }
    }
    let mut body = glue::coded(n_kept);
    body.extend(kept);
    // The section's own length stands before it, and its kind before that.
    let head = (0..from).rev().find(|idx| {
        wasm[*idx] == EXPORTS && glue::number(wasm, idx + 1) == Some((to - from, from))
    });
    let mut module = wasm[..head.ok_or_else(broken)?].to_vec();
    module.push(EXPORTS);
    module.extend(glue::coded(body.len()));
    module.extend(body);
    module.extend(&wasm[to..]);
    Ok(module)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_classes_go_and_the_rest_stays() {
        let js = "a;\nexport class IntoUnderlyingSink {\n    free() {\n    }\n}\n\
                  if (Symbol.dispose) IntoUnderlyingSink.x = y;\nb;\n\
                  const IntoUnderlyingSinkFinalization = (x)\n    ? {}\n    : new Y(z);\nc;\n";
        assert_eq!(without_classes(js), "a;\nb;\nc;\n");
    }

    #[test]
    fn the_exports_go_and_the_rest_stays() {
        let export = |name: &str| {
            let mut bytes = glue::coded(name.len());
            bytes.extend(name.as_bytes());
            bytes.extend([0, 0x85, 0x01]);
            bytes
        };
        let module = |names: &[&str]| {
            let mut body = glue::coded(names.len());
            names.iter().for_each(|name| body.extend(export(name)));
            let mut wasm = b"\0asm\x01\0\0\0\x01\x01\0\x07".to_vec();
            wasm.extend(glue::coded(body.len()));
            wasm.extend(body);
            wasm.extend(b"\x0a\x01\0");
            wasm
        };
        let names = ["memory", "intounderlyingsink_write", "__wbg_intounderlyingsink_free", "main"];
        assert_eq!(without_exports(&module(&names)).unwrap(), module(&["memory", "main"]));
        assert!(without_exports(b"\0asm\x01\0\0\0\x07\x02\x01\x7f").is_err());
    }
}
