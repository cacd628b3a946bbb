//! The tools of the build: which versions, where they are looked for, how they are fetched.
//!
//! What is on PATH in the right version is used. Otherwise the tool goes into `target/tools`,
//! never anywhere else: prebuilt with `cargo binstall` where that is installed, else compiled.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Result;
use crate::npm;
use crate::run::{cargo, command, on_path, output, root, run};

/// Trunk. 0.22 wants a newer compiler than the workspace's `rust-version`.
const TRUNK: &str = "0.21.14";

/// binaryen, for `wasm-opt`: the lowest major version that reads what today's rustc writes.
const WASM_OPT: u32 = 132;

/// The target of the page.
pub const WASM32: &str = "wasm32-unknown-unknown";

/// Where tools go that are not on PATH. Not `$CARGO_TARGET_DIR`: they outlive a cleaned one.
pub fn dir() -> PathBuf {
    root().join("target").join("tools")
}

/// The tools of a build, all there and in the right versions.
pub struct Tools {
    /// Trunk.
    pub trunk: PathBuf,
    /// wasm-bindgen's command line.
    pub bindgen: PathBuf,
    /// wasm-opt.
    pub wasm_opt: PathBuf,
    /// A PATH on which the first `wasm-bindgen` and the first `wasm-opt` are the right ones.
    pub path: OsString,
}

/// Has every tool of the build in place.
pub fn ready() -> Result<Tools> {
    wasm32()?;
    let trunk = crate_tool("trunk", "trunk", TRUNK, true)?;
    // Its published lock file asks for versions that a registry may have dropped.
    let bindgen = crate_tool("wasm-bindgen", "wasm-bindgen-cli", &locked("wasm-bindgen")?, false)?;
    let wasm_opt = wasm_opt()?;
    let mut dirs = in_front(&[&bindgen, &wasm_opt])?;
    let path = std::env::var_os("PATH").unwrap_or_default();
    dirs.extend(std::env::split_paths(&path));
    let path = std::env::join_paths(dirs).map_err(|error| format!("PATH: {error}"))?;
    Ok(Tools { trunk, bindgen, wasm_opt, path })
}

/// A folder with links to just these programs: the folder that one was found in may well hold
/// another one in a wrong version.
#[cfg(unix)]
fn in_front(programs: &[&Path]) -> Result<Vec<PathBuf>> {
    let links = dir().join("path");
    let failed = |error: std::io::Error| format!("could not link tools: {error}");
    let _ = fs::remove_dir_all(&links);
    fs::create_dir_all(&links).map_err(failed)?;
    for program in programs {
        let name = program.file_name().unwrap_or_default();
        std::os::unix::fs::symlink(program, links.join(name)).map_err(failed)?;
    }
    Ok(vec![links])
}

/// Links need a privilege here: the folders themselves, in this order.
#[cfg(not(unix))]
fn in_front(programs: &[&Path]) -> Result<Vec<PathBuf>> {
    Ok(programs.iter().filter_map(|program| program.parent().map(Path::to_path_buf)).collect())
}

/// Adds the wasm32 target to the toolchain if it is missing.
pub fn wasm32() -> Result<()> {
    let sysroot = output(command("rustc").args(["--print", "sysroot"]))
        .ok_or("no `rustc` on PATH: install Rust from https://rustup.rs")?;
    if Path::new(&sysroot).join("lib/rustlib").join(WASM32).join("lib").is_dir() {
        return Ok(());
    }
    if on_path("rustup").is_empty() {
        return Err(format!("this Rust has no {WASM32} target: install it, or use rustup"));
    }
    run(command("rustup").args(["target", "add", WASM32]))
}

/// A tool that is a crate, in exactly this version.
fn crate_tool(program: &str, package: &str, version: &str, locked: bool) -> Result<PathBuf> {
    let is_right = |path: &Path| {
        output(Command::new(path).arg("--version"))
            .is_some_and(|text| text.split_whitespace().nth(1) == Some(version))
    };
    let own = dir().join("bin").join(format!("{program}{}", std::env::consts::EXE_SUFFIX));
    if let Some(found) = on_path(program).into_iter().chain([own.clone()]).find(|it| is_right(it)) {
        return Ok(found);
    }
    if !on_path("cargo-binstall").is_empty() {
        println!("xtask: fetching {package} {version} into target/tools");
        let mut binstall = cargo();
        binstall.args(["binstall", "--no-confirm", "--disable-strategies", "compile"]);
        binstall.arg("--root").arg(dir()).arg(format!("{package}@{version}"));
        if run(&mut binstall).is_ok() && is_right(&own) {
            return Ok(own);
        }
    }
    println!(
        "xtask: compiling {package} {version} into target/tools; \
         this takes some minutes and happens once"
    );
    let build = dir().join("build");
    let mut install = cargo();
    install.args(["install", package, "--version", version]).arg("--root").arg(dir());
    install.env("CARGO_TARGET_DIR", &build);
    // Quick to build matters more than quick to run: they work for seconds.
    install.env("CARGO_PROFILE_RELEASE_LTO", "off");
    install.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
    install.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
    install.env("CARGO_PROFILE_RELEASE_DEBUG", "0");
    if locked {
        install.arg("--locked");
    }
    run(&mut install)?;
    // Only a cache, and a big one.
    let _ = fs::remove_dir_all(&build);
    if is_right(&own) {
        Ok(own)
    } else {
        Err(format!("{package} {version} was installed, but {program} does not say so"))
    }
}

/// `wasm-opt`, from PATH if new enough, else from npm's binaryen.
fn wasm_opt() -> Result<PathBuf> {
    let is_right = |path: &Path| {
        output(Command::new(path).arg("--version")).and_then(|text| binaryen_version(&text))
            >= Some(WASM_OPT)
    };
    if let Some(found) = on_path("wasm-opt").into_iter().find(|path| is_right(path)) {
        return Ok(found);
    }
    let home = dir().join("npm");
    npm::install(&root().join("xtask").join("tools"), &home)?;
    let script = if cfg!(windows) { "wasm-opt.cmd" } else { "wasm-opt" };
    let own = home.join("node_modules").join(".bin").join(script);
    if is_right(&own) {
        Ok(own)
    } else {
        Err(format!("npm installed binaryen, but its wasm-opt is not version {WASM_OPT} or newer"))
    }
}

/// The major version in `wasm-opt version 132 (version_132)`.
fn binaryen_version(text: &str) -> Option<u32> {
    text.split_whitespace().nth(2)?.parse().ok()
}

/// The version of a package in Cargo.lock.
fn locked(package: &str) -> Result<String> {
    let lock = fs::read_to_string(root().join("Cargo.lock"))
        .map_err(|error| format!("could not read Cargo.lock: {error}"))?;
    version_in(&lock, package).ok_or(format!("Cargo.lock has no package `{package}`"))
}

fn version_in(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    let version = lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')?;
    Some(version.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_of_a_package_is_the_line_after_its_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.1\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(version_in(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(version_in(lock, "trunk"), None);
    }

    #[test]
    fn wasm_opt_says_its_version_in_the_third_word() {
        assert_eq!(binaryen_version("wasm-opt version 132 (version_132)"), Some(132));
        assert_eq!(binaryen_version("wasm-opt version 108"), Some(108));
        assert_eq!(binaryen_version("something else"), None);
        assert!(binaryen_version("something else") < Some(WASM_OPT));
    }
}
