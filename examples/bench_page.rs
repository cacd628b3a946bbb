//! The same work as `bench_native`, as a module that a browser loads: the page times its calls.

#[path = "../bench/kernel.rs"]
#[cfg(target_arch = "wasm32")]
mod kernel;

#[cfg(target_arch = "wasm32")]
mod page {
    use wasm_bindgen::prelude::*;

    use crate::kernel::Bench;

    /// A plan with 500 products.
    #[wasm_bindgen]
    pub struct PageBench(Bench);

    #[wasm_bindgen]
    impl PageBench {
        /// Builds it.
        #[wasm_bindgen(constructor)]
        pub fn new() -> Result<PageBench, JsError> {
            Bench::new(false).map(PageBench).map_err(|error| JsError::new(&error.to_string()))
        }

        /// One edit, and all cells of the year anew; how many they are.
        pub fn spread_cells(&mut self) -> Result<usize, JsError> {
            self.0.spread_cells().map_err(|error| JsError::new(&error.to_string()))
        }
    }
}
