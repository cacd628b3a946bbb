//! `splitter PAGE.wasm DIST BINDGEN WASM_OPT`: cuts the page into files that come when needed.
//!
//! Trunk has built `DIST` with the whole page in one file. `PAGE.wasm` is the same page as the
//! linker left it, with its relocations. It is cut where `#[wasm_split]` says so; each part is
//! made small, gets a name that says what is in it and an integrity, and takes the place of the
//! whole page in `DIST`.

mod digest;
mod glue;
mod index;
mod link;
mod style;
mod unused;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

/// What went wrong, as one sentence.
type Result<T> = std::result::Result<T, String>;

/// The name of the page's first part, before its hash.
const PAGE: &str = "zhanggui";
/// The split that is fetched at once where a workbook is stored: what opens and reports on it.
const REPORT: &str = "workbook";

fn main() -> Result<()> {
    let args: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let [page, dist, bindgen, wasm_opt] = args.as_slice() else {
        return Err("usage: splitter PAGE.wasm DIST BINDGEN WASM_OPT".to_owned());
    };
    let work = dist.with_extension("parts");
    let _ = fs::remove_dir_all(&work);
    let (parts, pages) = cut(page, &work)?;
    bind(bindgen, &work)?;
    let (script, first) = (work.join(format!("{PAGE}.js")), work.join(format!("{PAGE}_bg.wasm")));
    let bytes = fs::read(&first).map_err(|error| format!("{}: {error}", first.display()))?;
    let (js, bytes) = unused::removed(&read(&script)?, &bytes)?;
    write(&script, js.as_bytes())?;
    write(&first, &bytes)?;
    let mut wasm = parts.clone();
    wasm.push(first);
    optimize(wasm_opt, &wasm)?;
    let names = link::publish(&work, &parts, &pages, dist)?;
    let file = dist.join("index.html");
    let whole = index::of_trunk(&read(&file)?)?;
    let html = index::rewritten(&read(&file)?, &whole, &names)?;
    write(&file, style::joined(&html, dist)?.as_bytes())?;
    let boot = dist.join("boot.js");
    write(&boot, glue::plain(&read(&boot)?).as_bytes())?;
    for name in [&whole.js, &whole.wasm] {
        fs::remove_file(dist.join(name)).map_err(|error| format!("{name}: {error}"))?;
    }
    let _ = fs::remove_dir_all(&work);
    println!("splitter: {} parts beside the first", parts.len());
    Ok(())
}

/// A split, and the stems of the files that it uses.
type Page = (String, Vec<String>);

/// Cuts the page: the parts but the first, and what each split uses of them, the report first.
fn cut(page: &Path, work: &Path) -> Result<(Vec<PathBuf>, Vec<Page>)> {
    let input = fs::read(page).map_err(|error| format!("{}: {error}", page.display()))?;
    let first = work.join(format!("{PAGE}.wasm"));
    let main_module = format!("./{PAGE}.js");
    let link_name = format!("./{}", link::NAME);
    let mut options = wasm_split_cli_support::Options::new(&input);
    options.output_dir = work;
    options.main_out_path = &first;
    options.main_module = &main_module;
    options.link_name = &link_name;
    let split = wasm_split_cli_support::transform(options).map_err(|error| error.to_string())?;
    let mut parts = split.split_modules;
    // What has nothing of its own is written, but never fetched.
    let loader = read(&work.join(link::NAME))?;
    parts.retain(|part| link::names(&loader, part));
    parts.sort();
    let mut pages: Vec<Page> = split.prefetch_map.into_iter().collect();
    pages.sort_by_key(|(name, _)| (name != REPORT, name.clone()));
    match pages.first() {
        Some((name, _)) if name == REPORT => Ok((parts, pages)),
        _ => Err("the page has no part for workbooks".to_owned()),
    }
}

/// Has wasm-bindgen write the first part's JavaScript, in place. The other parts use the table
/// and the memory that the first one exports.
fn bind(bindgen: &Path, work: &Path) -> Result<()> {
    let mut command = Command::new(bindgen);
    command.args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-name", PAGE]);
    command.arg("--out-dir").arg(work).arg(work.join(format!("{PAGE}.wasm")));
    run(&mut command)
}

/// Makes each module small, in place, as many at once as there are processors.
fn optimize(wasm_opt: &Path, modules: &[PathBuf]) -> Result<()> {
    let at_once = thread::available_parallelism().map_or(1, usize::from);
    let next = std::sync::atomic::AtomicUsize::new(0);
    let work = || -> Result<()> {
        // The first part is last in the list and takes longest: from the end.
        let take = || next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        while let Some(module) = modules.iter().rev().nth(take()) {
            let mut command = Command::new(wasm_opt);
            // What the module may use stands in the module.
            command.args(["-Oz", "--strip-debug", "--strip-producers", "--strip-target-features"]);
            run(command.arg(module).arg("-o").arg(module))?;
        }
        Ok(())
    };
    thread::scope(|scope| {
        let threads: Vec<_> = (0..at_once).map(|_| scope.spawn(work)).collect();
        threads.into_iter().try_for_each(|thread| {
            thread.join().unwrap_or_else(|_| Err("a thread of wasm-opt stopped".to_owned()))
        })
    })
}

fn run(command: &mut Command) -> Result<()> {
    let name = command.get_program().to_string_lossy().into_owned();
    let status = command.status().map_err(|error| format!("could not run {name}: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("{name} failed ({status})")) }
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(path, bytes).map_err(|error| format!("{}: {error}", path.display()))
}
