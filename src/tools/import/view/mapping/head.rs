//! The first rows of the file, as they are.

use leptos::prelude::*;

use crate::i18n::use_locale;
use crate::tools::import::text::mapping::text;
use crate::tools::import::view::mapping::StepSection;
use crate::tools::import::view::mapping::draft::Draft;

/// How many rows are shown above and below the header.
const N_ABOVE: usize = 3;
const N_BELOW: usize = 5;

/// One row: number, whether it is the header, cells.
type Shown = (usize, bool, Vec<String>);

fn rows(draft: &Draft) -> Vec<Shown> {
    let Some((head, header)) = draft.head().zip(draft.header()) else { return Vec::new() };
    let from = header.place.saturating_sub(N_ABOVE);
    let rows = head.rows.iter().enumerate().skip(from).take(N_ABOVE + 1 + N_BELOW);
    let dropped: Vec<usize> = head.dropped.iter().map(|one| one.column).collect();
    rows.map(|(place, row)| {
        let cells = row.cells.iter().enumerate();
        let kept = cells.filter(|(column, _)| !dropped.contains(column));
        (row.number, place == header.place, kept.map(|(_, text)| text.clone()).collect())
    })
    .collect()
}

/// The first rows of the file as plain text, with the header marked.
#[component]
pub fn HeadRows(
    /// The mapping that is made.
    draft: RwSignal<Draft>,
) -> impl IntoView {
    let t = text(use_locale());
    let shown = Memo::new(move |_| draft.with(rows));
    let note = Signal::derive(move || {
        draft.with(|draft| draft.head().map_or_else(String::new, |head| (t.head_note)(head.n_rows)))
    });
    let body = move || {
        let rows = shown.get();
        let n_columns = rows.iter().map(|(_, _, cells)| cells.len()).max().unwrap_or(0);
        let rows = rows.into_iter().map(|(number, is_header, mut cells)| {
            cells.resize(n_columns, String::new());
            let cells = cells.into_iter().map(|text| view! { <td>{text}</td> });
            let mark = is_header.then(|| view! { <span class="tag">{t.header_mark}</span> });
            view! {
                <tr data-kind=is_header.then_some("current")>
                    <th scope="row" class="nowrap">
                        {number}
                        " "
                        {mark}
                    </th>
                    {cells.collect_view()}
                </tr>
            }
        });
        rows.collect_view()
    };
    view! {
        <StepSection number=1 title=t.head note>
            <div class="table-scroll" role="group" tabindex="0" aria-label=t.head>
                <table class="table mapping-raw">
                    <tbody>{body}</tbody>
                </table>
            </div>
        </StepSection>
    }
}
