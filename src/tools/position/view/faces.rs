//! The five faces of the strategy (T-34).

use leptos::prelude::*;

use crate::tools::position::edit::PositionEdit;
use crate::tools::position::model::{Face, FaceKind};
use crate::tools::position::text::names;
use crate::tools::position::view::parts::YesNo;
use crate::tools::position::view::state::Page;
use crate::ui::{Section, TextArea};

/// What we do on each face, and whether it fits.
#[component]
pub fn Faces(page: Page) -> impl IntoView {
    let t = page.t;
    let counts = page.store.select(|wb| {
        let faces = &wb.position.faces;
        let n_said = faces.iter().filter(|face| !face.text.trim().is_empty()).count();
        (n_said, faces.iter().filter(|face| face.fits == Some(true)).count())
    });
    let note = Signal::derive(move || {
        let (n_said, n_fits) = counts.get();
        (t.faces_note)(n_said, n_fits)
    });
    view! {
        <Section title=t.faces note>
            <ul class="position-faces">
                {FaceKind::ALL.map(|kind| view! { <FaceCard page kind /> }).collect_view()}
            </ul>
        </Section>
    }
}

#[component]
fn FaceCard(page: Page, kind: FaceKind) -> impl IntoView {
    let (name, words) = names::face(kind, page.locale);
    let face = page.store.select(move |wb| {
        let face = wb.position.faces.iter().find(|face| face.kind == kind).cloned();
        face.unwrap_or(Face { kind, ..Face::default() })
    });
    let set_text = move |text: String| {
        page.edit(PositionEdit::SetFace { kind, text });
    };
    let set_fits = move |fits: Option<bool>| {
        page.edit(PositionEdit::SetFaceFits { kind, fits });
    };
    view! {
        <li>
            <div role="group" aria-label=name class="stack">
                <TextArea
                    label=name
                    help=words
                    value=Signal::derive(move || face.read().text.clone())
                    on_commit=set_text
                />
                <YesNo
                    page
                    label=page.t.fits
                    value=Signal::derive(move || face.read().fits)
                    on_select=set_fits
                />
            </div>
        </li>
    }
}
