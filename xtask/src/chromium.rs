//! The browser of the tests: found, or installed where that may be done.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Result;
use crate::run::{command, on_path, output, root, run};

/// Says which browser to use, in place of the first that is found.
pub const VARIABLE: &str = "ZHANGGUI_CHROMIUM";

const NAMES: &[&str] =
    &["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];

const MISSING: &str = "no Chromium: install it (Debian: apt-get install chromium fonts-noto-cjk), \
                       or name one in ZHANGGUI_CHROMIUM";

/// A Chromium that runs. What is not there is installed: Debian's packages if this is root with
/// apt, else Playwright's own download.
pub fn ready() -> Result<PathBuf> {
    if let Some(named) = std::env::var_os(VARIABLE).map(PathBuf::from) {
        let wrong = || format!("{VARIABLE} names {}, which does not run", named.display());
        return if runs(&named) { Ok(named) } else { Err(wrong()) };
    }
    if let Some(found) = find() {
        return Ok(found);
    }
    if is_root() && !on_path("apt-get").is_empty() {
        println!("xtask: no Chromium; installing Debian's, with fonts for Chinese");
        let apt = |args: &[&str]| {
            run(command("apt-get").args(args).env("DEBIAN_FRONTEND", "noninteractive"))
        };
        let packages = ["install", "-y", "--no-install-recommends", "chromium", "fonts-noto-cjk"];
        if apt(&["update"]).and_then(|()| apt(&packages)).is_ok()
            && let Some(found) = find()
        {
            return Ok(found);
        }
    }
    println!("xtask: no Chromium; asking Playwright to download one");
    if run(command("node").arg(playwright().join("cli.js")).args(["install", "chromium"])).is_ok()
        && let Some(found) = find()
    {
        return Ok(found);
    }
    Err(MISSING.to_owned())
}

/// The first of PATH, the usual places and Playwright's own that runs.
fn find() -> Option<PathBuf> {
    let mut places: Vec<PathBuf> = NAMES.iter().flat_map(|name| on_path(name)).collect();
    places.push("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome".into());
    places.push("/Applications/Chromium.app/Contents/MacOS/Chromium".into());
    places.extend(playwrights_own());
    places.into_iter().find(|place| runs(place))
}

/// Where Playwright would have put its own, there or not.
fn playwrights_own() -> Option<PathBuf> {
    let ask = "console.log(require(process.argv[1]).chromium.executablePath())";
    output(Command::new("node").args(["-e", ask]).arg(playwright())).map(PathBuf::from)
}

fn playwright() -> PathBuf {
    root().join("tests/e2e/node_modules/playwright-core")
}

/// Asking the version tells a browser from the stub of a package that is not there.
fn runs(path: &Path) -> bool {
    path.is_file()
        && output(Command::new(path).arg("--version"))
            .is_some_and(|text| text.contains("Chrom") && text.contains(char::is_numeric))
}

fn is_root() -> bool {
    output(Command::new("id").arg("-u")).as_deref() == Some("0")
}
