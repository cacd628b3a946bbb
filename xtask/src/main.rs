//! `cargo xtask …`: everything that is done with this repository, in one place.
//!
//! It needs rustup/cargo and Node 20, fetches and checks its other tools itself ([`tools`]), and
//! installs nothing outside `target/` but the wasm32 target and, where it may, Chromium.

mod bench;
mod check;
mod chromium;
mod dist;
mod npm;
mod run;
mod serve;
mod test;
mod tools;

use std::process::ExitCode;

/// What went wrong, as one sentence for whoever typed the command.
type Result<T> = std::result::Result<T, String>;

const USAGE: &str = "\
cargo xtask <command>

  serve    build the release app and serve it on http://127.0.0.1:8080
           --port N  --base /sub/path/  --dir DIR (serve it as it is, build nothing)
           --dev (Trunk's watch mode)
  dist     build the release app into dist/: static files for any host and any sub-path
  test     run every test, those in the browser included
           --native | --browser  only these
           --no-build            browser tests against the dist/ that is there
           NAME…                 only the browser specs whose file name contains NAME
  check    formatting and lints, native and wasm32; no browser
  bench    measure and print a table, write bench/results.json; NAME… for some measures only
  shots    take the README's screenshots into docs/screenshots/
           --gallery [NAME…]  instead: every page in every state, width, language and theme,
                              into tests/e2e/out/gallery/, to be looked at";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let (command, rest) = match args.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => ("help", &[][..]),
    };
    let done = match command {
        "serve" => serve::command(rest),
        "dist" => none(rest).and_then(|()| dist::build()),
        "test" => test::command(rest),
        "check" => none(rest).and_then(|()| check::command()),
        "bench" => bench::command(rest),
        "shots" => bench::shots(rest),
        "help" | "-h" | "--help" => {
            println!("{USAGE}");
            Ok(())
        }
        other => Err(format!("there is no command `{other}`\n\n{USAGE}")),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("xtask: {why}");
            ExitCode::FAILURE
        }
    }
}

/// Refuses arguments where a command takes none.
fn none(rest: &[String]) -> Result<()> {
    match rest.first() {
        None => Ok(()),
        Some(arg) => Err(format!("this command takes no argument, not `{arg}`\n\n{USAGE}")),
    }
}
