//! The release build: static files in `dist/`.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::Result;
use crate::run::{cargo, command, root, run, shown};
use crate::tools::{self, Tools};

/// Where the release build goes.
pub fn dir() -> PathBuf {
    root().join("dist")
}

/// Builds the release app into `dist/`, with relative addresses: it runs under any path.
///
/// Trunk builds it with the whole page in one file, aside; then the page is cut into parts, and
/// only what is whole comes to stand in `dist/`.
pub fn build() -> Result<()> {
    let tools = tools::ready()?;
    let stage = root().join("target").join("stage");
    fs::create_dir_all(&stage).map_err(|error| format!("{}: {error}", stage.display()))?;
    let release = ["build", "--release", "--locked", "--features", "split"];
    run(trunk(&tools).args(release).arg("--dist").arg(&stage))?;
    let linked = linked(&["--bin", "zhanggui", "--features", "split"], "zhanggui.wasm")?;
    let mut splitter = cargo();
    splitter.args(["run", "--quiet", "--locked", "--package", "splitter", "--"]);
    run(splitter.arg(linked).arg(&stage).arg(&tools.bindgen).arg(&tools.wasm_opt))?;
    let failed = |error: std::io::Error| format!("{}: {error}", dir().display());
    if dir().exists() {
        fs::remove_dir_all(dir()).map_err(failed)?;
    }
    fs::rename(&stage, dir()).map_err(failed)
}

/// A release module as the linker left it. Cargo names what it has built: the target folder may
/// be anywhere.
pub fn linked(what: &[&str], file: &str) -> Result<PathBuf> {
    let mut build = cargo();
    build.args(["build", "--locked", "--release", "--target", tools::WASM32]).args(what);
    build.args(["--message-format", "json"]);
    println!("$ {}", shown(&build));
    let said = build.stderr(Stdio::inherit()).output();
    let said = said.map_err(|error| format!("could not run cargo: {error}"))?;
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    let ending = format!("/{file}");
    let path = said.split('"').find(|word| word.replace('\\', "/").ends_with(&ending));
    path.map(|path| PathBuf::from(path.replace("\\\\", "\\")))
        .ok_or_else(|| format!("{file} was not built"))
}

/// Builds, serves and watches, unoptimized.
pub fn watch(port: u16) -> Result<()> {
    // A target and a dist folder of its own: a release build beside it is not disturbed.
    let home = root().join("target").join("dev");
    std::fs::create_dir_all(home.join("dist"))
        .map_err(|error| format!("could not create {}: {error}", home.display()))?;
    println!("xtask: watching; http://127.0.0.1:{port} once it is built, Ctrl+C to stop");
    let mut trunk = trunk(&tools::ready()?);
    trunk.args(["serve", "--port", &port.to_string()]).arg("--dist").arg(home.join("dist"));
    run(trunk.env("CARGO_TARGET_DIR", &home))
}

/// Trunk with all its tools at hand, told to fetch none.
fn trunk(tools: &Tools) -> Command {
    let mut trunk = command(&tools.trunk);
    trunk.args(["--offline", "--skip-version-check"]).env("PATH", &tools.path);
    // Trunk 0.21 takes any value of NO_COLOR but true and false for an error.
    trunk.env_remove("NO_COLOR");
    trunk
}
