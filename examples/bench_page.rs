//! The same work as `bench_native`, and charts, as a module that a browser loads: the page times
//! its calls.

#[path = "../bench/kernel.rs"]
#[cfg(target_arch = "wasm32")]
mod kernel;

#[cfg(target_arch = "wasm32")]
mod page {
    use wasm_bindgen::prelude::*;
    use web_sys::HtmlCanvasElement;
    use zhanggui::chart::bubbles::{
        AxisUnit, Bubble, BubbleAxis, BubbleChart, BubbleFrame, draw_bubbles,
    };
    use zhanggui::chart::frame::Size;
    use zhanggui::chart::pen::Pen;
    use zhanggui::chart::theme::ChartTheme;
    use zhanggui::platform::canvas;

    use crate::kernel::Bench;

    /// A plan with 500 products.
    #[wasm_bindgen]
    pub struct PageBench(Bench);

    /// A matrix of products over 1,000 × 600 CSS pixels.
    #[wasm_bindgen]
    pub struct BubbleBench(BubbleChart);

    #[wasm_bindgen]
    impl BubbleBench {
        /// `n` products, scattered in the same way each time.
        #[wasm_bindgen(constructor)]
        pub fn new(n: usize) -> Self {
            let mut seed = 0x9e37_79b9_7f4a_7c15_u64;
            let mut next = |below: u64| {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                ((seed >> 33) % below) as i64
            };
            let axis = |unit, is_log, cut| BubbleAxis {
                unit,
                is_log,
                cut: Some(cut),
                ..BubbleAxis::default()
            };
            let bubbles = (0..n).map(|idx| Bubble {
                name: format!("首饰收纳盒 {idx}"),
                x: 5 + next(2_000),
                y: next(6_000),
                area: 10_000 + next(9_000_000),
                kind: idx % 4,
                before: (idx % 3 == 0).then(|| (5 + next(2_000), next(6_000))),
                is_chosen: idx == 0,
            });
            Self(BubbleChart {
                x: axis(AxisUnit::Count, true, 120),
                y: axis(AxisUnit::Percent, false, 2_800),
                corners: ["明日之星", "金牛", "问题儿童", "疯狗"].map(str::to_owned),
                note: String::new(),
                bubbles: bubbles.collect(),
            })
        }

        /// Lays them out and draws them; how many bubbles there are.
        pub fn draw(&self, surface: &HtmlCanvasElement) -> Option<usize> {
            let size = Size { width: 1_000.0, height: 600.0 };
            let (mut backend, measure) = canvas::prepare(surface, size)?;
            let frame = BubbleFrame::of(&self.0, size, &measure);
            let mut pen = Pen::new(&mut backend, 1.0);
            draw_bubbles(&mut pen, &self.0, &frame, &ChartTheme::LIGHT).ok()?;
            Some(frame.circles.len())
        }
    }

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
