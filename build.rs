//! Names the sources of the readers, so that a page and an import worker of two versions are
//! told apart (`files/protocol.rs`).

use std::env;
use std::fs;
use std::io;
use std::path::Path;

/// What the shape and the meaning of a reader's answers depend on.
const SOURCES: [&str; 6] =
    ["src/base", "src/facts", "src/files", "src/bin/importer.rs", "separated/src", "Cargo.lock"];

fn main() -> io::Result<()> {
    let mut hash = FNV_START;
    for source in SOURCES {
        println!("cargo:rerun-if-changed={source}");
        add(Path::new(source), &mut hash)?;
    }
    println!("cargo:rustc-env=ZHANGGUI_READER_BUILD={hash:016x}");
    if env::var_os("CARGO_FEATURE_SPLIT").is_some() {
        // What refers to what stays written in the module, so that it can be cut into files.
        println!("cargo:rustc-link-arg-bin=zhanggui=--emit-relocs");
    }
    Ok(())
}

/// FNV-1a, 64 bits.
const FNV_START: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0100_0000_01b3;

fn add(path: &Path, hash: &mut u64) -> io::Result<()> {
    if path.is_dir() {
        let entries = fs::read_dir(path)?.map(|entry| entry.map(|entry| entry.path()));
        let mut paths = entries.collect::<io::Result<Vec<_>>>()?;
        paths.sort();
        return paths.iter().try_for_each(|path| add(path, hash));
    }
    for byte in fs::read(path)? {
        *hash = (*hash ^ u64::from(byte)).wrapping_mul(FNV_PRIME);
    }
    Ok(())
}
