//! Measures and screenshots: both drive the built app in a browser.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::run::{cargo, root, run};
use crate::{Result, chromium, dist, npm, serve, tools};

/// `cargo xtask bench`: every measure, as a table and as `bench/results.json`.
pub fn command(names: &[String]) -> Result<()> {
    run(cargo().args(["build", "--locked", "--release", "--example", "bench_native"]))?;
    let module = kernels()?;
    in_browser("bench/run.mjs", names, Some(&module))
}

/// The kernels as a module for the browser, built as the page is; the folder that it lies in.
fn kernels() -> Result<PathBuf> {
    let tools = tools::ready()?;
    let wasm =
        dist::linked(&["--example", "bench_page", "--features", "split"], "bench_page.wasm")?;
    let out = root().join("bench").join("out");
    let mut bindgen = crate::run::command(tools.bindgen);
    bindgen.args(["--target", "web", "--no-typescript", "--out-dir"]);
    run(bindgen.arg(&out).arg(wasm))?;
    let file = out.join("bench_page_bg.wasm");
    let mut optimize = crate::run::command(tools.wasm_opt);
    // No more features than the module says it has: browsers do not know all of binaryen's.
    optimize.arg("-Oz").arg(&file).arg("-o");
    run(optimize.arg(&file))?;
    Ok(out)
}

/// `cargo xtask shots`: the screenshots of the README, or with `--gallery` of every page.
pub fn shots(args: &[String]) -> Result<()> {
    match args {
        [] => in_browser("tests/e2e/shots.mjs", &[], None),
        [first, names @ ..] if first == "--gallery" => {
            in_browser("tests/e2e/gallery.mjs", names, None)
        }
        [other, ..] => Err(format!("`shots` knows no `{other}`")),
    }
}

/// Builds and serves the app and runs a script against it.
fn in_browser(script: &str, args: &[String], kernels: Option<&Path>) -> Result<()> {
    let e2e = root().join("tests").join("e2e");
    npm::install(&e2e, &e2e)?;
    let chromium = chromium::ready()?;
    dist::build()?;
    let url = serve::background(&dist::dir(), "/any/sub/path/")?;
    let mut node = Command::new("node");
    node.current_dir(root()).arg(script).args(args);
    node.env("ZHANGGUI_URL", url).env("ZHANGGUI_DIST", dist::dir());
    if let Some(kernels) = kernels {
        node.env("ZHANGGUI_BENCH_WASM", kernels);
    }
    run(node.env(chromium::VARIABLE, chromium))
}
