//! The events of the shop: the trade's own as the user changed them, and the user's.

use crate::base::span::Span;
use crate::knowledge::events::{EventInstance, Override, instances};
use crate::tools::calendar::model::{Calendar, EventRule};

/// The events that have a day in `span`, by their first day.
pub fn events(calendar: &Calendar, span: Span) -> Vec<EventInstance> {
    let overrides: Vec<Override<'_>> = calendar.rules.iter().map(as_override).collect();
    instances(span, &overrides)
}

fn as_override(rule: &EventRule) -> Override<'_> {
    Override {
        id: rule.id,
        built_in: rule.built_in.as_deref(),
        name: &rule.name,
        is_on: rule.is_on,
        before: rule.before,
        after: rule.after,
        uplift_bp: rule.uplift_bp,
        days: &rule.days,
    }
}
