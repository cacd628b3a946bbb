//! A progress ruler: target, actual, what should be there by now, where it is heading.

use leptos::prelude::*;

use crate::ui::ruler_scale::RulerData;

fn percent(place: i64) -> String {
    format!("{}.{:02}%", place / 100, place % 100)
}

/// A line that shows progress. The sentence beside it says the same in words.
#[component]
pub fn Ruler(
    /// What it shows.
    #[prop(into)]
    data: Signal<RulerData>,
    /// The same in words, for those who cannot see it.
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    let marks = Memo::new(move |_| data.get().marks());
    let band = move || marks.get().band;
    let due = move || marks.get().due;
    view! {
        <div class="ruler" role="img" aria-label=label>
            <span class="ruler-track" style:inline-size=move || percent(marks.get().track)></span>
            <span
                class="ruler-band"
                hidden=move || band().is_none()
                style:inset-inline-start=move || percent(band().map_or(0, |(low, _)| low))
                style:inline-size=move || percent(band().map_or(0, |(low, high)| high - low))
            ></span>
            <span class="ruler-bar" style:inline-size=move || percent(marks.get().bar)></span>
            <span
                class="ruler-due"
                hidden=move || due().is_none()
                style:inset-inline-start=move || percent(due().unwrap_or(0))
            ></span>
        </div>
    }
}
