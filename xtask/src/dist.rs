//! The release build: static files in `dist/`.

use std::path::PathBuf;
use std::process::Command;

use crate::Result;
use crate::run::{command, root, run};
use crate::tools;

/// Where the release build goes.
pub fn dir() -> PathBuf {
    root().join("dist")
}

/// Builds the release app into `dist/`, with relative addresses: it runs under any path.
pub fn build() -> Result<()> {
    run(trunk()?.args(["build", "--release", "--locked"]).arg("--dist").arg(dir()))
}

/// Builds, serves and watches, unoptimized.
pub fn watch(port: u16) -> Result<()> {
    // A target and a dist folder of its own: a release build beside it is not disturbed.
    let home = root().join("target").join("dev");
    std::fs::create_dir_all(home.join("dist"))
        .map_err(|error| format!("could not create {}: {error}", home.display()))?;
    println!("xtask: watching; http://127.0.0.1:{port} once it is built, Ctrl+C to stop");
    let mut trunk = trunk()?;
    trunk.args(["serve", "--port", &port.to_string()]).arg("--dist").arg(home.join("dist"));
    run(trunk.env("CARGO_TARGET_DIR", &home))
}

/// Trunk with all its tools at hand, told to fetch none.
fn trunk() -> Result<Command> {
    let tools = tools::ready()?;
    let mut trunk = command(tools.trunk);
    trunk.args(["--offline", "--skip-version-check"]).env("PATH", tools.path);
    // Trunk 0.21 takes any value of NO_COLOR but true and false for an error.
    trunk.env_remove("NO_COLOR");
    Ok(trunk)
}
