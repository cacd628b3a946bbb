//! The page.

#[cfg(target_arch = "wasm32")]
mod pages;

#[cfg(target_arch = "wasm32")]
fn main() {
    zhanggui::app::start(&pages::PARTS, pages::bookkeeping);
}

/// Natively there is no page: `cargo xtask serve` builds and serves it.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
