//! The names of the parts, and the script that fetches them.

use std::fs;
use std::path::{Path, PathBuf};

use crate::{PAGE, Result, read, write};
use crate::{digest, glue};

/// The script that fetches parts, as the cutter writes it and the first part's JavaScript imports
/// it.
pub const NAME: &str = "parts.js";

/// How the script fetches a part: if `boot.js` has not done so already; checked; and from a host that gives any type to wasm.
const FETCH: &str = "\
const part = (name, integrity) => {
    const early = globalThis.zhangguiParts?.[name];
    delete globalThis.zhangguiParts?.[name];
    return early ?? fetch(new URL(name, import.meta.url), { integrity });
};
const start = async (source, imports) => {
    const response = await source;
    if (!response.ok) throw new Error(`${response.status} ${response.url}`);
    return response.headers.get(\"Content-Type\")?.startsWith(\"application/wasm\")
        ? WebAssembly.instantiateStreaming(response, imports)
        : WebAssembly.instantiate(await response.arrayBuffer(), imports);
};
";

/// The files of the first load.
pub struct Names {
    /// The first part's JavaScript.
    pub js: Published,
    /// The script that fetches the other parts, which it imports.
    pub parts: Published,
    /// The first part.
    pub wasm: Published,
    /// The parts that the page needs at once where it has something to report on.
    pub report: Vec<Published>,
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
/// `report` are the stems of the files that the home page needs where there is something to
/// report on.
pub fn publish(work: &Path, parts: &[PathBuf], report: &[String], dist: &Path) -> Result<Names> {
    let mut script = read(&work.join(NAME))?;
    let mut early = Vec::new();
    for part in parts {
        let file = file_name(part);
        let bytes = bytes(part)?;
        let stem = file.trim_end_matches(".wasm").trim_start_matches("split_").replace('_', "-");
        let name = format!("{stem}-{}.wasm", digest::name(&[&bytes]));
        let integrity = digest::integrity(&bytes);
        let fetch = format!("part(\"./{name}\", \"{integrity}\")");
        script = replaced(&script, &call(&file), &fetch)?;
        write(&dist.join(&name), &bytes)?;
        if report.iter().any(|stem| file == format!("{stem}.wasm")) {
            early.push(Published { name, integrity });
        }
    }
    let script = replaced(&script, "WebAssembly.instantiateStreaming(src,", "start(src,")?;
    let wasm = bytes(&work.join(format!("{PAGE}_bg.wasm")))?;
    let (js, wasm) = glue::small(&read(&work.join(format!("{PAGE}.js")))?, &wasm)?;
    // The two scripts import each other: one hash for all three.
    let hash = digest::name(&[script.as_bytes(), js.as_bytes(), &wasm]);
    let [js_name, parts_name] = [format!("{PAGE}-{hash}.js"), format!("{PAGE}-{hash}-{NAME}")];
    let wasm_name = format!("{PAGE}-{hash}_bg.wasm");
    let script = replaced(&script, &from(&format!("{PAGE}.js")), &from(&js_name))?;
    let js = replaced(&js, &from(NAME), &from(&parts_name))?;
    let js = replaced(&js, &format!("{PAGE}_bg.wasm"), &wasm_name)?;
    let script = format!("{FETCH}{script}");
    let put = |name: String, bytes: &[u8]| {
        write(&dist.join(&name), bytes)?;
        Ok::<_, String>(Published { name, integrity: digest::integrity(bytes) })
    };
    Ok(Names {
        js: put(js_name, js.as_bytes())?,
        parts: put(parts_name, script.as_bytes())?,
        wasm: put(wasm_name, &wasm)?,
        report: early,
    })
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
            "import {{ initSync }} from \"./{PAGE}.js\";\n{};\nWebAssembly.instantiateStreaming(src, imports)",
            call("split_goals.wasm")
        );
        fs::write(work.join(NAME), &script).unwrap();
        fs::write(work.join("zhanggui.js"), "import * as a from \"./parts.js\"; zhanggui_bg.wasm")
            .unwrap();
        fs::write(work.join("zhanggui_bg.wasm"), "\0asm\x01\0\0\0").unwrap();
        let part = work.join("split_goals.wasm");
        fs::write(&part, "goals").unwrap();
        assert!(names(&script, &part));

        let names = publish(&work, &[part], &["split_goals".to_owned()], &dist).unwrap();

        let goals = format!("goals-{}.wasm", digest::name(&[b"goals"]));
        assert_eq!(fs::read(dist.join(&goals)).unwrap(), b"goals");
        let script = fs::read_to_string(dist.join(&names.parts.name)).unwrap();
        assert!(
            script.contains(&format!("part(\"./{goals}\", \"{}\")", digest::integrity(b"goals")))
        );
        assert!(script.contains(&from(&names.js.name)));
        let js = fs::read(dist.join(&names.js.name)).unwrap();
        assert!(String::from_utf8_lossy(&js).contains(&from(&names.parts.name)));
        assert_eq!(names.js.integrity, digest::integrity(&js));
        assert!(fs::read(dist.join(&names.wasm.name)).is_ok());
        assert_eq!(names.report[0].name, goals);
        fs::remove_dir_all(home).unwrap();
    }
}
