//! What goes out: a picture, Markdown, paper.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;

use crate::chart::board::{Board, draw_board, layout};
use crate::chart::frame::Size;
use crate::chart::pen::Pen;
use crate::chart::theme::ChartTheme;
use crate::platform::{canvas, clock, document, download};
use crate::tools::swot::model::Quadrant;
use crate::tools::swot::text::markdown::{lines, markdown};
use crate::tools::swot::view::state::Page;
use crate::ui::{IconName, Menu, MenuItem};

/// The menu of what goes out.
#[component]
pub fn Output(page: Page) -> impl IntoView {
    let t = page.t;
    let items = Signal::derive(move || {
        vec![
            MenuItem::new(t.png, move || save_picture(page)),
            MenuItem::new(t.markdown, move || save_markdown(page)),
            MenuItem::new(t.print, document::print).with_icon(IconName::Print),
        ]
    });
    view! {
        <Menu label=t.export items>
            {t.export}
        </Menu>
    }
}

fn file_name(extension: &str) -> String {
    format!("swot-{}.{extension}", clock::today())
}

fn save_markdown(page: Page) {
    let text = page.store.with(|wb| markdown(&wb.swot, &wb.shop.name, clock::today(), page.t));
    // A browser that refuses a download says so itself.
    let _ = download::save(&file_name("md"), "text/markdown;charset=utf-8", text.as_bytes());
}

/// Draws the board on a canvas that is never shown, and hands it out.
fn save_picture(page: Page) {
    let t = page.t;
    let board = page.store.with(|wb| {
        let list = |quadrant: Quadrant| {
            let head = format!(
                "{} {} · {}",
                quadrant.letter(),
                (t.quadrant)(quadrant),
                (t.handling)(quadrant)
            );
            (head, lines(&wb.swot, quadrant, t))
        };
        let mut foot = Vec::new();
        if !wb.swot.competence.is_empty() {
            foot.push(format!("{} · {}", t.competence, wb.swot.competence));
        }
        let title = format!("{} · {} · {}", t.title, wb.shop.name, clock::today());
        Board { title, quadrants: Quadrant::ALL.map(list), foot }
    });
    let surface = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.create_element("canvas").ok())
        .and_then(|element| element.dyn_into::<web_sys::HtmlCanvasElement>().ok());
    let Some(surface) = surface else { return };
    let first = Size { width: 1.0, height: 1.0 };
    let Some((_, measure)) = canvas::prepare(&surface, first) else { return };
    let layout = layout(&board, &measure);
    let Some((mut backend, _)) = canvas::prepare(&surface, layout.size) else { return };
    // On paper and in other programs the page is white.
    let _ = draw_board(&mut Pen::new(&mut backend, 1.0), &layout, &ChartTheme::LIGHT);
    canvas::png(&surface, move |blob| {
        spawn_local(async move {
            if let Some(bytes) = canvas::bytes(blob).await {
                let _ = download::save(&file_name("png"), "image/png", &bytes);
            }
        });
    });
}
