//! The page.

#[cfg(target_arch = "wasm32")]
fn main() {
    leptos::mount::mount_to_body(|| leptos::prelude::view! { <p>"掌柜"</p> });
}

/// Natively there is no page: `cargo xtask serve` builds and serves it.
#[cfg(not(target_arch = "wasm32"))]
fn main() {}
