//! A canvas that is crisp at any ratio of device pixels, and what watches its box.

use std::cell::RefCell;
use std::collections::BTreeMap;

use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, CanvasRenderingContext2d, ClipboardItem, Element, HtmlCanvasElement, MutationObserver,
    MutationObserverInit, PointerEvent, ResizeObserver,
};

use crate::base::card::Card;
use crate::chart::card::CardPicture;
use crate::chart::frame::Size;
use crate::chart::measure::TextMeasure;
use crate::chart::pen::{Pen, SUBPIXELS};
use crate::chart::theme::{ChartTheme, FONTS};
use crate::platform::surface::Surface;

/// How many widths are kept.
const MAX_WIDTHS: usize = 4_000;

thread_local! {
    static RULER: RefCell<Option<Ruler>> = const { RefCell::new(None) };
}

/// A canvas that nothing is drawn on, and the widths that were asked of it at one font size: a
/// chart is drawn anew with the same words while a cut is dragged.
struct Ruler {
    context: CanvasRenderingContext2d,
    px: f64,
    widths: BTreeMap<String, f64>,
}

impl Ruler {
    fn new() -> Option<Self> {
        let document = web_sys::window()?.document()?;
        let canvas: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
        Some(Self { context: context(&canvas)?, px: 0.0, widths: BTreeMap::new() })
    }

    fn width(&mut self, text: &str, px: f64) -> Option<f64> {
        if self.px != px {
            self.px = px;
            self.widths.clear();
            self.context.set_font(&format!("{px}px {FONTS}"));
        }
        if let Some(width) = self.widths.get(text) {
            return Some(*width);
        }
        let width = self.context.measure_text(text).ok()?.width();
        if MAX_WIDTHS <= self.widths.len() {
            self.widths.clear();
        }
        self.widths.insert(text.to_owned(), width);
        Some(width)
    }
}

/// Measures text as a canvas draws it.
pub struct CanvasMeasure;

impl TextMeasure for CanvasMeasure {
    fn width(&self, text: &str, px: f64) -> f64 {
        let measured = RULER.with_borrow_mut(|ruler| {
            if ruler.is_none() {
                *ruler = Ruler::new();
            }
            ruler.as_mut()?.width(text, px)
        });
        // A browser that does not measure gets the wide estimate of a Chinese character each.
        measured.unwrap_or_else(|| text.chars().count() as f64 * px)
    }
}

/// Where a chart is drawn: its box, and the theme of the page around it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// The box in CSS pixels; neither side is 0.
    pub size: Size,
    /// The colours.
    pub theme: ChartTheme,
}

impl Place {
    /// The place that an element offers; `None` where it has no room. To ask makes the browser lay
    /// the page out: it is for when the box or the theme has changed, not for every drawing.
    fn of(element: &Element) -> Option<Self> {
        let size = size_of(element);
        let has_room = 1.0 <= size.width && 1.0 <= size.height;
        has_room.then(|| Self { size, theme: theme(element) })
    }

    /// A cleared canvas of this size, and what measures text on it.
    pub fn prepare(&self, canvas: &HtmlCanvasElement) -> Option<(Surface, CanvasMeasure)> {
        prepare(canvas, self.size)
    }
}

/// Clears a canvas, fits it to `size` CSS pixels at the screen's resolution, and hands out a
/// backend that counts in 1/[`SUBPIXELS`] CSS pixel. `None` where the browser has no 2D canvas.
pub fn prepare(canvas: &HtmlCanvasElement, size: Size) -> Option<(Surface, CanvasMeasure)> {
    let ratio = web_sys::window()?.device_pixel_ratio().max(1.0);
    // Setting the size clears the canvas and its transformation.
    canvas.set_width((size.width * ratio).round() as u32);
    canvas.set_height((size.height * ratio).round() as u32);
    let context = context(canvas)?;
    let scale = ratio / f64::from(SUBPIXELS);
    context.scale(scale, scale).ok()?;
    Some((Surface::new(canvas.clone(), context), CanvasMeasure))
}

fn context(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    canvas.get_context("2d").ok()??.dyn_into().ok()
}

/// The width and height of an element's box in CSS pixels.
pub fn size_of(element: &Element) -> Size {
    Size { width: element.client_width().into(), height: element.client_height().into() }
}

/// How far right of an element's left edge a position of the window lies, in CSS pixels.
pub fn offset_x(element: &Element, client_x: i32) -> f64 {
    f64::from(client_x) - element.get_bounding_client_rect().left()
}

/// Lets an element get all events of a pointer until it is released, wherever the pointer goes.
pub fn hold(event: &PointerEvent) {
    let element = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
    if let Some(element) = element {
        let _ = element.set_pointer_capture(event.pointer_id());
    }
}

/// The theme of the page as it is now: told by the colour of its text, whatever chose it.
fn theme(element: &Element) -> ChartTheme {
    let color = web_sys::window()
        .and_then(|window| window.get_computed_style(element).ok().flatten())
        .and_then(|style| style.get_property_value("color").ok())
        .unwrap_or_default();
    let channels: Vec<u32> = color
        .split(|c: char| !c.is_ascii_digit())
        .filter_map(|part| part.parse().ok())
        .take(3)
        .collect();
    if 3 * 128 < channels.iter().sum::<u32>() { ChartTheme::DARK } else { ChartTheme::LIGHT }
}

/// Tells the place that an element offers when its box or the page's theme changes, until it is
/// dropped.
pub struct Watch {
    resize: Option<ResizeObserver>,
    theme: Option<MutationObserver>,
    _on_change: Closure<dyn FnMut()>,
}

impl Watch {
    /// Watches `element`; the first call comes with the next frame, when the page is laid out.
    pub fn new(element: &Element, mut on_place: impl FnMut(Option<Place>) + 'static) -> Self {
        let watched = element.clone();
        let on_change = Closure::<dyn FnMut()>::new(move || on_place(Place::of(&watched)));
        let function = on_change.as_ref().unchecked_ref();
        let resize = ResizeObserver::new(function).ok();
        if let Some(resize) = &resize {
            resize.observe(element);
        }
        let theme = MutationObserver::new(function).ok();
        let root = element.owner_document().and_then(|document| document.document_element());
        if let (Some(theme), Some(root)) = (&theme, root) {
            let options = MutationObserverInit::new();
            options.set_attributes(true);
            let _ = theme.observe_with_options(&root, &options);
        }
        Self { resize, theme, _on_change: on_change }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        if let Some(resize) = &self.resize {
            resize.disconnect();
        }
        if let Some(theme) = &self.theme {
            theme.disconnect();
        }
    }
}

/// Draws a card on a canvas of its own in light colours, and hands its
/// PNG on. `None` where the browser has no canvas.
pub fn draw_card(card: &Card, then: impl FnOnce(Blob) + 'static) -> Option<()> {
    let document = web_sys::window()?.document()?;
    let surface: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
    let picture = CardPicture::of(card, &ChartTheme::LIGHT, &CanvasMeasure);
    let (mut backend, _) = prepare(&surface, picture.size)?;
    let mut pen = Pen::new(&mut backend, 1.0);
    picture.draw(&mut pen, &ChartTheme::LIGHT).ok()?;
    png(&surface, then);
    Some(())
}

/// Turns a canvas into a PNG and hands it on; nothing where the browser cannot.
pub fn png(canvas: &HtmlCanvasElement, then: impl FnOnce(Blob) + 'static) {
    let callback = Closure::once_into_js(move |blob: JsValue| {
        if let Ok(blob) = blob.dyn_into::<Blob>() {
            then(blob);
        }
    });
    let _ = canvas.to_blob(callback.unchecked_ref());
}

/// The bytes of a blob.
pub async fn bytes(blob: Blob) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(blob.array_buffer()).await.ok()?;
    Some(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// Puts a picture on the clipboard; says whether the browser let it.
pub async fn copy_picture(blob: Blob) -> bool {
    let copy = || -> Result<js_sys::Promise, JsValue> {
        let window = web_sys::window().ok_or(JsValue::NULL)?;
        // Missing outside of secure contexts; reading it through Reflect tells without a panic.
        let navigator = window.navigator();
        let clipboard = js_sys::Reflect::get(&navigator, &"clipboard".into())?;
        if clipboard.is_undefined() {
            return Err(JsValue::NULL);
        }
        let data = js_sys::Object::new();
        js_sys::Reflect::set(&data, &"image/png".into(), &blob)?;
        let item = ClipboardItem::new_with_record_from_str_to_blob_promise(&data)?;
        Ok(navigator.clipboard().write(&js_sys::Array::of1(&item)))
    };
    match copy() {
        Ok(promise) => JsFuture::from(promise).await.is_ok(),
        Err(_) => false,
    }
}
