//! The names of the parts, and the script that fetches them.

use std::fs;
use std::path::{Path, PathBuf};

use crate::{PAGE, Result, read, write};
use crate::{digest, glue};

/// The script that fetches parts: what the cutter calls it, and the first part's JavaScript imports.
pub const NAME: &str = "parts.js";

/// The script itself, but for the list of parts and what the program calls. The cutter writes one
/// too, with a function a part; what a first visit pays for is a row a part.
const SCRIPT: &str = include_str!("parts.js");

/// How the program calls the script: the name before that of a page.
const LOAD: &str = "__wasm_split_load_";

/// The files of the first load.
pub struct Names {
    /// The first part's JavaScript.
    pub js: Published,
    /// The script that fetches the other parts, which it imports.
    pub parts: Published,
    /// The first part.
    pub wasm: Published,
}

/// A file of the page.
pub struct Published {
    /// Its name in the folder.
    pub name: String,
    /// What a browser checks it by.
    pub integrity: String,
}

/// Whether the script fetches a part.
pub fn names(script: &str, part: &Path) -> bool {
    script.contains(&call(&file_name(part)))
}

/// Puts all files into `dist` under names that say what is in them. A page never meets a part of
/// another version: it knows its parts by these names and checks what comes.
///
/// `pages` are the splits, each with the stems of the files that it uses; the first is the one that
/// `boot.js` asks for where a workbook is stored.
pub fn publish(
    work: &Path,
    parts: &[PathBuf],
    pages: &[(String, Vec<String>)],
    dist: &Path,
) -> Result<Names> {
    let mut rows = Vec::new();
    for part in parts {
        let file = file_name(part);
        let bytes = bytes(part)?;
        let stem = file.trim_end_matches(".wasm");
        let shown = shown(stem);
        let sum = digest::sum(&bytes);
        write(&dist.join(format!("{shown}-{}.wasm", digest::short(&bytes))), &bytes)?;
        let uses = |(idx, page): (usize, &(String, Vec<String>))| {
            usize::from(page.1.iter().any(|used| used == stem)) << idx
        };
        let bits: usize = pages.iter().enumerate().map(uses).sum();
        rows.push(format!("[\"{shown}\",\"{sum}\",{bits}]"));
    }
    check(&read(&work.join(NAME))?, pages)?;
    let mut script = replaced(&glue::plain(SCRIPT), "FILES", &format!("[\n{}]", rows.join(",\n")))?;
    for (idx, (page, _)) in pages.iter().enumerate() {
        let stem = shown(&format!("split_{page}"));
        script += &format!("export const {LOAD}{page} = loader(\"{stem}\", {idx});\n");
    }
    let wasm = bytes(&work.join(format!("{PAGE}_bg.wasm")))?;
    let (js, wasm) = glue::small(&read(&work.join(format!("{PAGE}.js")))?, &wasm)?;
    // The two scripts import each other: one hash for all three.
    let hash = digest::name(&[script.as_bytes(), js.as_bytes(), &wasm]);
    let [js_name, parts_name] = [format!("{PAGE}-{hash}.js"), format!("{PAGE}-{hash}-{NAME}")];
    let wasm_name = format!("{PAGE}-{hash}_bg.wasm");
    let script = replaced(&script, &from(&format!("{PAGE}.js")), &from(&js_name))?;
    let js = replaced(&js, &from(NAME), &from(&parts_name))?;
    let js = replaced(&js, &format!("{PAGE}_bg.wasm"), &wasm_name)?;
    let put = |name: String, bytes: &[u8]| {
        write(&dist.join(&name), bytes)?;
        Ok::<_, String>(Published { name, integrity: digest::integrity(bytes) })
    };
    Ok(Names {
        js: put(js_name, js.as_bytes())?,
        parts: put(parts_name, script.as_bytes())?,
        wasm: put(wasm_name, &wasm)?,
    })
}

/// What a file is called where it is fetched.
fn shown(stem: &str) -> String {
    stem.trim_start_matches("split_").replace('_', "-")
}

/// Whether the cutter's script still does what ours does instead: one function a page, which
/// starts its files with what the first part exports and calls back through its table.
fn check(theirs: &str, pages: &[(String, Vec<String>)]) -> Result<()> {
    let changed = |what: &str| format!("the cutter's script has another {what} now");
    let exported = theirs.lines().filter_map(|line| line.strip_prefix("export const "));
    let mut names: Vec<&str> = exported.filter_map(|line| line.split(' ').next()).collect();
    names.sort_unstable();
    let mut wanted: Vec<String> = pages.iter().map(|(page, _)| format!("{LOAD}{page}")).collect();
    wanted.sort_unstable();
    if names != wanted {
        return Err(changed("list of functions"));
    }
    let calls_back =
        "__wasm_split.__indirect_function_table.get(callbackIndex)(callbackData, success)";
    for (text, what) in
        [(calls_back, "way to call back"), ("sharedImports = { __wasm_split: {", "import")]
    {
        if !theirs.contains(text) {
            return Err(changed(what));
        }
    }
    Ok(())
}

/// How the cutter's script fetches a part.
fn call(file: &str) -> String {
    format!("fetch(new URL(\"./{file}\", import.meta.url))")
}

/// The end of an import.
fn from(file: &str) -> String {
    format!("from \"./{file}\"")
}

/// Replaced everywhere, and at least once: what the tools write is theirs to change.
fn replaced(text: &str, old: &str, new: &str) -> Result<String> {
    if !text.contains(old) {
        return Err(format!("a tool writes something else than `{old}` now"));
    }
    Ok(text.replace(old, new))
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn bytes(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).map_err(|error| format!("{}: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_name_each_other_by_their_content() {
        let home = std::env::temp_dir().join(format!("splitter-{}", std::process::id()));
        let (work, dist) = (home.join("work"), home.join("dist"));
        fs::create_dir_all(&work).unwrap();
        fs::create_dir_all(&dist).unwrap();
        let script = format!(
            "import {{ initSync }} from \"./{PAGE}.js\";\n{};\n\
             sharedImports = {{ __wasm_split: {{  }} }};\n\
             sharedImports.__wasm_split.__indirect_function_table.get(callbackIndex)(callbackData, \
             success)\nexport const __wasm_split_load_goals = 1;",
            call("split_goals.wasm")
        );
        fs::write(work.join(NAME), &script).unwrap();
        fs::write(work.join("zhanggui.js"), "import * as a from \"./parts.js\"; zhanggui_bg.wasm")
            .unwrap();
        fs::write(work.join("zhanggui_bg.wasm"), "\0asm\x01\0\0\0").unwrap();
        let part = work.join("split_goals.wasm");
        fs::write(&part, "goals").unwrap();
        assert!(names(&script, &part));

        let pages = [("goals".to_owned(), vec!["split_goals".to_owned()])];
        let names = publish(&work, std::slice::from_ref(&part), &pages, &dist).unwrap();

        let goals = format!("goals-{}.wasm", digest::short(b"goals"));
        assert_eq!(fs::read(dist.join(&goals)).unwrap(), b"goals");
        let script = fs::read_to_string(dist.join(&names.parts.name)).unwrap();
        assert!(script.contains(&format!("[\"goals\",\"{}\",1]", digest::sum(b"goals"))));
        assert!(script.ends_with("export const __wasm_split_load_goals = loader(\"goals\", 0);\n"));
        assert!(script.contains(&from(&names.js.name)));
        let js = fs::read(dist.join(&names.js.name)).unwrap();
        assert!(String::from_utf8_lossy(&js).contains(&from(&names.parts.name)));
        assert_eq!(names.js.integrity, digest::integrity(&js));
        assert!(fs::read(dist.join(&names.wasm.name)).is_ok());
        let other = [("swot".to_owned(), Vec::new())];
        assert!(publish(&work, &[part], &other, &dist).is_err());
        fs::remove_dir_all(home).unwrap();
    }
}
