//! What the first rows of a table become by a mapping, before anything is read.

use crate::facts::items::subject::Subject;
use crate::facts::metric::Metric;
use crate::files::keyed_rows;
use crate::files::mapping::Chosen;
use crate::files::mapping::dress::Dressed;
use crate::files::mapping::head::Head;
use crate::files::refusal::Reason;
use crate::files::rows::{self, IssueKind, SeenRow};

/// The first rows, as they would be read.
#[derive(Debug)]
pub struct Peek {
    /// The columns that are read: name in the file, metric.
    pub columns: Vec<(String, &'static Metric)>,
    /// The rows: number, and what becomes of it. A row that stands twice is seen twice.
    pub rows: Vec<(usize, SeenRow)>,
}

/// What the first `n` rows below the header become.
///
/// # Errors
///
/// Why the table cannot be read at all, as [`super::read`] would say it.
pub fn peek(head: &Head, chosen: &Chosen, n: usize) -> Result<Peek, Reason> {
    let header = head.header_at(chosen.header).ok_or(Reason::NoDataRows)?;
    let dressed = Dressed::new(&head.table(), chosen, header.names.clone(), &[])?;
    let (table, header) = (&dressed.table, &dressed.header);
    let below = dressed.below().iter().take(n);
    let is_shop = chosen.mapping.subject == Subject::Shop;
    let keyed = dressed.keyed();
    let mut rows = Vec::new();
    let days = if is_shop { Some(dressed.days()?) } else { None };
    for row in below {
        let seen = match &days {
            Some(days) => rows::peek(row, table, header, days)?,
            None => keyed_rows::peek(row, table, header, &keyed, chosen.span())?,
        };
        let seen = match seen {
            // Days of a week or a month as one figure are kept beside the days.
            SeenRow::Refused(issue) if is_shop && issue.kind == IssueKind::Period => {
                keyed_rows::peek(row, table, header, &keyed, None)?
            }
            seen => seen,
        };
        rows.push((row.number, seen));
    }
    let columns = keyed.metrics.iter().map(|(_, name, metric)| (name.clone(), *metric));
    Ok(Peek { columns: columns.collect(), rows })
}
