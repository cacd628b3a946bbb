//! Every test, and one line at the end that counts them all.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::run::{cargo, root, shown};
use crate::{Result, chromium, dist, npm, serve};

/// Where the app is served for its tests: under a path, as it may be anywhere.
const BASE: &str = "/any/sub/path/";

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Count {
    passed: u64,
    failed: u64,
}

impl Count {
    /// A suite that did not run at all, or not to its end.
    const BROKEN: Self = Self { passed: 0, failed: 1 };

    fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// What `cargo xtask test` was asked for.
struct Wanted {
    native: bool,
    browser: bool,
    build: bool,
    specs: Vec<String>,
}

/// `cargo xtask test`
pub fn command(args: &[String]) -> Result<()> {
    let mut wanted = Wanted { native: true, browser: true, build: true, specs: Vec::new() };
    for arg in args {
        match arg.as_str() {
            "--native" => wanted.browser = false,
            "--browser" => wanted.native = false,
            "--no-build" => wanted.build = false,
            other if other.starts_with('-') => return Err(format!("`test` knows no `{other}`")),
            spec => {
                wanted.native = false;
                wanted.specs.push(spec.to_owned());
            }
        }
    }
    let mut total = Count::default();
    if wanted.native {
        total.add(native());
    }
    if wanted.browser {
        let browser = browser(&wanted).unwrap_or_else(|why| {
            eprintln!("xtask: the browser tests did not run: {why}");
            Count::BROKEN
        });
        total.add(browser);
    }
    println!("tests: {} passed, {} failed", total.passed, total.failed);
    if total.failed == 0 { Ok(()) } else { Err("some tests failed".to_owned()) }
}

/// The tests of all members of the workspace.
fn native() -> Count {
    let mut tests = cargo();
    tests.args(["test", "--locked", "--workspace", "--no-fail-fast"]);
    counted(&mut tests, from_cargo)
}

/// The journeys through the built app.
fn browser(wanted: &Wanted) -> Result<Count> {
    let e2e = root().join("tests").join("e2e");
    npm::install(&e2e, &e2e)?;
    let chromium = chromium::ready()?;
    if wanted.build {
        dist::build()?;
    }
    let url = serve::background(&dist::dir(), BASE)?;
    let specs = specs(&e2e.join("specs"), &wanted.specs)?;
    let mut tests = Command::new("node");
    tests.current_dir(&e2e).args(["--test", "--test-reporter=spec"]).args(specs);
    tests.env("ZHANGGUI_URL", url).env("ZHANGGUI_DIST", dist::dir());
    tests.env(chromium::VARIABLE, chromium);
    Ok(counted(&mut tests, from_node))
}

/// The files of the specs whose name contains one of `names`; all without a name.
fn specs(dir: &Path, names: &[String]) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(dir).map_err(|error| format!("no {}: {error}", dir.display()))?;
    let mut files: Vec<PathBuf> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            name.ends_with(".spec.mjs")
                && (names.is_empty() || names.iter().any(|wanted| name.contains(wanted.as_str())))
        })
        .collect();
    files.sort();
    if files.is_empty() { Err("no spec has such a name".to_owned()) } else { Ok(files) }
}

/// Runs a suite with its output shown, and counts by what it says.
fn counted(suite: &mut Command, read: fn(&str) -> Count) -> Count {
    let line = shown(suite);
    println!("$ {line}");
    let mut child = match suite.stdout(Stdio::piped()).spawn() {
        Ok(child) => child,
        Err(error) => {
            eprintln!("xtask: could not run `{line}`: {error}");
            return Count::BROKEN;
        }
    };
    let mut count = Count::default();
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).split(b'\n').map_while(std::result::Result::ok) {
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            count.add(read(&line));
        }
    }
    let ended_well = child.wait().is_ok_and(|status| status.success());
    // No test failed, and yet: it did not compile, or nothing ran.
    if count.failed == 0 && (!ended_well || count.passed == 0) {
        count.add(Count::BROKEN);
    }
    count
}

/// `test result: ok. 12 passed; 0 failed; …` of a test binary.
fn from_cargo(line: &str) -> Count {
    let Some((_, counts)) =
        line.strip_prefix("test result: ").and_then(|rest| rest.split_once(". "))
    else {
        return Count::default();
    };
    let number = |what: &str| {
        counts
            .split("; ")
            .find_map(|part| part.strip_suffix(what)?.trim().parse().ok())
            .unwrap_or(0)
    };
    Count { passed: number("passed"), failed: number("failed") }
}

/// `ℹ pass 12`, `ℹ fail 1`, `ℹ cancelled 1` of the spec reporter.
fn from_node(line: &str) -> Count {
    let mut words = line.trim().trim_start_matches('ℹ').split_whitespace();
    let (what, number) = (words.next(), words.next().and_then(|number| number.parse().ok()));
    match (line.starts_with('ℹ'), what, number) {
        (true, Some("pass"), Some(passed)) => Count { passed, failed: 0 },
        (true, Some("fail" | "cancelled"), Some(failed)) => Count { passed: 0, failed },
        _ => Count::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargo_and_node_say_how_many() {
        let line =
            "test result: FAILED. 12 passed; 3 failed; 0 ignored; 0 measured; finished in 1s";
        assert_eq!(from_cargo(line), Count { passed: 12, failed: 3 });
        assert_eq!(from_cargo("running 15 tests"), Count::default());
        assert_eq!(from_node("ℹ pass 7"), Count { passed: 7, failed: 0 });
        assert_eq!(from_node("ℹ fail 2"), Count { passed: 0, failed: 2 });
        assert_eq!(from_node("ℹ duration_ms 431.2"), Count::default());
        assert_eq!(from_node("  pass 7"), Count::default());
    }

    #[test]
    fn a_suite_that_runs_nothing_is_a_failure() {
        let mut nothing = crate::run::command("true");
        assert_eq!(counted(&mut nothing, from_cargo), Count::BROKEN);
        assert_eq!(counted(&mut crate::run::command("no-such-program"), from_node), Count::BROKEN);
    }
}
