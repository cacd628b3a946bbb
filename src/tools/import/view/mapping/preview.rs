//! What the first rows become.

use leptos::prelude::*;

use crate::facts::items::subject::{PART, Subject};
use crate::facts::merge::Of;
use crate::files::mapping::peek::{Peek, peek};
use crate::files::rows::SeenRow;
use crate::i18n::format::NONE;
use crate::i18n::metric::{name_of, value};
use crate::i18n::use_locale;
use crate::tools::import::text::mapping::{problem, text};
use crate::tools::import::text::reasons::{issue, reason};
use crate::tools::import::text::{text as import_text, thing};
use crate::tools::import::view::mapping::StepSection;
use crate::tools::import::view::mapping::draft::Draft;

/// How many rows are shown.
const N_ROWS: usize = 8;

/// The first rows, read by the very reader that will read the file.
#[component]
pub fn Preview(
    /// The mapping that is made.
    draft: RwSignal<Draft>,
) -> impl IntoView {
    let t = text(use_locale());
    let locale = use_locale();
    let seen = move || {
        draft.with(|draft| {
            let head = draft.head()?;
            let subject = draft.chosen.mapping.subject;
            if let Err(error) = draft.check() {
                return Some((subject, Err(problem(&error, subject, locale))));
            }
            if draft.lacks_date() {
                return Some((subject, Err(t.needs_date.to_owned())));
            }
            let seen = peek(head, &draft.clone().finish(), N_ROWS);
            Some((subject, seen.map_err(|why| reason(&why, locale))))
        })
    };
    let body = move || {
        seen().map(|(subject, seen)| match seen {
            Ok(peek) => view! { <PeekTable subject peek /> }.into_any(),
            Err(why) => view! { <p class="small muted">{why}</p> }.into_any(),
        })
    };
    view! {
        <StepSection number=4 title=t.preview note=t.preview_note>
            <div aria-live="polite">{body}</div>
        </StepSection>
    }
}

#[component]
fn PeekTable(subject: Subject, peek: Peek) -> impl IntoView {
    let locale = use_locale();
    let (t, words) = (text(locale), import_text(locale));
    let is_of_things = subject != Subject::Shop;
    let units: Vec<_> = peek.columns.iter().map(|(_, metric)| metric.unit).collect();
    let heads = peek.columns.iter().map(|(_, metric)| {
        let name = (words.with_unit)(name_of(metric, locale), metric.unit);
        view! { <th data-align="end">{name}</th> }
    });
    let heads = heads.collect_view();
    let n_wide = units.len() + usize::from(is_of_things) + 1;
    let rows = peek.rows.into_iter().map(|(number, row)| {
        let cells = match row {
            SeenRow::Read { when, key, title, values } => {
                let when = match when.n_days() {
                    1 => when.from().to_string(),
                    _ => format!("{} – {}", when.from(), when.to()),
                };
                let what = is_of_things.then(|| {
                    let key = key.split(PART).collect::<Vec<_>>().join(" › ");
                    view! { <td data-wrap="">{format!("{key} {title}")}</td> }
                });
                let values = values.into_iter().zip(&units).map(|(cell, unit)| {
                    let shown = cell.map(|cell| value(cell, *unit));
                    view! { <td data-align="end">{shown.unwrap_or_else(|| NONE.to_owned())}</td> }
                });
                let values = values.collect_view();
                view! {
                    <td class="nowrap">{when}</td>
                    {what}
                    {values}
                }
                .into_any()
            }
            SeenRow::Skipped(skip) => view! {
                <td class="muted" colspan=n_wide>
                    {(t.skipped)(skip)}
                </td>
            }
            .into_any(),
            SeenRow::Refused(why) => view! {
                <td class="mapping-refused" colspan=n_wide>
                    {t.refused}
                    {issue(&why, locale)}
                    " "
                    {(!why.quote.is_empty()).then(|| view! { <code>{why.quote.clone()}</code> })}
                </td>
            }
            .into_any(),
        };
        view! {
            <tr>
                <th scope="row">{number}</th>
                {cells}
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <div class="table-scroll" role="group" tabindex="0" aria-label=t.preview>
            <table class="table">
                <thead>
                    <tr>
                        <th>{t.row}</th>
                        <th>{t.when}</th>
                        {is_of_things
                            .then(|| view! { <th>{thing(Of::Each(subject), locale)}</th> })}
                        {heads}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}
