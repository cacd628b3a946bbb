//! Packages from npm, exactly as a lock file names them.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::Result;
use crate::run::{command, output, run};

/// The lowest Node that runs the browser tests.
const NODE: u32 = 20;

/// Says what is missing unless there is a Node new enough.
pub fn node() -> Result<()> {
    let version = output(Command::new("node").arg("--version"));
    let major = version.as_deref().and_then(major);
    if major >= Some(NODE) {
        return Ok(());
    }
    let found = version.map_or("none is on PATH".to_owned(), |version| format!("found {version}"));
    Err(format!("Node {NODE} or newer is needed, with npm; {found}"))
}

/// The major version in `v20.20.2`.
fn major(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}

/// Installs what `from/package-lock.json` names into `into/node_modules`, once per lock file.
///
/// # Errors
/// If there is no Node, or npm fails.
pub fn install(from: &Path, into: &Path) -> Result<()> {
    node()?;
    let read = |path: &Path| {
        fs::read(path).map_err(|error| format!("could not read {}: {error}", path.display()))
    };
    let lock = read(&from.join("package-lock.json"))?;
    // Written after npm has ended well: a broken-off installation has none.
    let stamp = into.join("node_modules").join(".installed-lock.json");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    if from != into {
        let manifest = read(&from.join("package.json"))?;
        fs::create_dir_all(into)
            .and_then(|()| fs::write(into.join("package.json"), manifest))
            .and_then(|()| fs::write(into.join("package-lock.json"), &lock))
            .map_err(|error| format!("could not write to {}: {error}", into.display()))?;
    }
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    run(command(npm).args(["ci", "--no-audit", "--no-fund", "--prefix"]).arg(into))?;
    fs::write(&stamp, lock).map_err(|error| format!("could not write a stamp: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn node_says_its_version_with_a_v() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("20.1.0"), None);
    }
}
