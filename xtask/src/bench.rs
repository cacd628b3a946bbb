//! Measures and screenshots: both drive the built app in a browser.

use std::process::Command;

use crate::run::{cargo, root, run};
use crate::{Result, chromium, dist, npm, serve};

/// `cargo xtask bench`: every measure, as a table and as `bench/results.json`.
pub fn command(names: &[String]) -> Result<()> {
    let examples = ["build", "--locked", "--release", "--example", "bench_native"];
    run(cargo().args(examples))?;
    in_browser("bench/run.mjs", names)
}

/// `cargo xtask shots`: the screenshots of the README.
pub fn shots() -> Result<()> {
    in_browser("tests/e2e/shots.mjs", &[])
}

/// Builds and serves the app and runs a script against it.
fn in_browser(script: &str, args: &[String]) -> Result<()> {
    let e2e = root().join("tests").join("e2e");
    npm::install(&e2e, &e2e)?;
    let chromium = chromium::ready()?;
    dist::build()?;
    let url = serve::background(&dist::dir(), "/any/sub/path/")?;
    let mut node = Command::new("node");
    node.current_dir(root()).arg(script).args(args);
    node.env("ZHANGGUI_URL", url).env("ZHANGGUI_DIST", dist::dir());
    run(node.env(chromium::VARIABLE, chromium))
}
