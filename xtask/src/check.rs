//! What is checked without running anything.

use crate::Result;
use crate::run::{cargo, run};
use crate::tools;

/// Formatting, and lints on both targets with every warning an error.
pub fn command() -> Result<()> {
    tools::wasm32()?;
    run(cargo().args(["fmt", "--all", "--check"]))?;
    let deny = ["--", "-D", "warnings"];
    run(cargo().args(["clippy", "--locked", "--workspace", "--all-targets"]).args(deny))?;
    let page = ["--target", "wasm32-unknown-unknown", "--package", "zhanggui", "--lib", "--bins"];
    run(cargo().args(["clippy", "--locked"]).args(page).args(deny))
}
