//! The events as a page edits them: the trade's own and the user's in one list.
//!
//! Goals and calendar are two tools and know nothing of each other; what links them stands here.

use crate::base::day::Day;
use crate::base::extra::Extra;
use crate::base::id::Id;
use crate::base::order;
use crate::base::span::Span;
use crate::knowledge::events::{BUILT_IN, EventName, built_in};
use crate::tools::calendar::edit::CalendarEdit;
use crate::tools::calendar::model::EventRule;
use crate::workbook::Workbook;
use crate::workbook::edit::Edit;

/// One event with everything that can be said about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventForm {
    /// The built-in key, or the id of an own event.
    pub key: String,
    /// The user's rule behind it; `None` for a built-in event as it comes.
    pub rule: Option<Id>,
    /// Whether it is in the built-in table.
    pub is_built_in: bool,
    /// What it is called; what the user typed stands in both languages.
    pub name: EventName,
    /// Whether it counts.
    pub is_on: bool,
    /// Days before the day itself that belong to it (T−n).
    pub before: u8,
    /// Days after the day itself that belong to it (T+m).
    pub after: u8,
    /// What a day of it sells against a usual day, in basis points.
    pub uplift_bp: u32,
    /// The day itself in the year that is looked at, if it has one.
    pub anchor: Option<Day>,
}

impl Workbook {
    /// All events, on or off: the built-in ones in the order of the year, then the user's own.
    /// `anchor` is the day in `span`.
    pub fn event_forms(&self, span: Span) -> Vec<EventForm> {
        let rules = &self.calendar.rules;
        let rule_of = |key: &str| rules.iter().find(|rule| rule.built_in.as_deref() == Some(key));
        let built_in = BUILT_IN.iter().map(|event| {
            let name = EventName { zh: event.zh.to_owned(), en: event.en.to_owned() };
            let years = span.from().ymd().0..=span.to().ymd().0;
            let days: Vec<Day> = years.filter_map(|year| event.anchor(year)).collect();
            let plain = EventForm {
                key: event.key.to_owned(),
                rule: None,
                is_built_in: true,
                name,
                is_on: true,
                before: event.before,
                after: event.after,
                uplift_bp: event.uplift_bp,
                anchor: within(&days, span),
            };
            match rule_of(event.key) {
                Some(rule) => changed(plain, rule, span),
                None => plain,
            }
        });
        let own = rules.iter().filter(|rule| rule.built_in.is_none()).map(|rule| {
            let plain = EventForm {
                key: rule.id.to_string(),
                rule: None,
                is_built_in: false,
                name: EventName::default(),
                is_on: true,
                before: 0,
                after: 0,
                uplift_bp: 0,
                anchor: None,
            };
            changed(plain, rule, span)
        });
        built_in.chain(own).collect()
    }

    /// The edit that makes an event what the form says. `id` names a rule that is new.
    ///
    /// The days of a built-in event stay those of the table unless the user had given others; an
    /// own event has the day of the form in its year and keeps those of other years.
    pub fn put_event(&self, form: &EventForm, id: Id) -> Edit {
        let old = self.calendar.rules.iter().find(|rule| Some(rule.id) == form.rule);
        let mut rule = old.cloned().unwrap_or_else(|| EventRule {
            id,
            built_in: form.is_built_in.then(|| form.key.clone()),
            name: String::new(),
            is_on: true,
            before: 0,
            after: 0,
            uplift_bp: 0,
            days: Vec::new(),
            extra: Extra::new(),
        });
        let is_usual = built_in(&form.key).is_some_and(|event| event.zh == form.name.zh);
        rule.name = if is_usual { String::new() } else { form.name.zh.clone() };
        (rule.is_on, rule.before, rule.after) = (form.is_on, form.before, form.after);
        rule.uplift_bp = form.uplift_bp;
        if let Some(anchor) = form.anchor.filter(|_| !form.is_built_in) {
            let year = anchor.ymd().0;
            rule.days.retain(|day| day.ymd().0 != year);
            rule.days.push(anchor);
            order::sort(&mut rule.days);
        }
        CalendarEdit::Put(rule).into()
    }

    /// The edit that removes an own event, or brings a built-in one back as it was; `None` for
    /// one that is as it comes.
    pub fn drop_event(&self, form: &EventForm) -> Option<Edit> {
        form.rule.map(|id| CalendarEdit::Remove(id).into())
    }

    /// The edit that gives events other uplifts, all in one step: pairs of key and basis points.
    pub fn put_uplifts(&self, uplifts: &[(String, u32)], mut id: impl FnMut() -> Id) -> Edit {
        let rules = uplifts.iter().filter_map(|(key, uplift_bp)| {
            let own = |rule: &&EventRule| {
                rule.built_in.as_deref() == Some(key.as_str()) || rule.id.to_string() == *key
            };
            if let Some(rule) = self.calendar.rules.iter().find(own) {
                return Some(EventRule { uplift_bp: *uplift_bp, ..rule.clone() });
            }
            let event = built_in(key)?;
            Some(EventRule {
                id: id(),
                built_in: Some(event.key.to_owned()),
                name: String::new(),
                is_on: true,
                before: event.before,
                after: event.after,
                uplift_bp: *uplift_bp,
                days: Vec::new(),
                extra: Extra::new(),
            })
        });
        CalendarEdit::PutAll(rules.collect()).into()
    }
}

fn changed(plain: EventForm, rule: &EventRule, span: Span) -> EventForm {
    let typed = EventName { zh: rule.name.clone(), en: rule.name.clone() };
    EventForm {
        rule: Some(rule.id),
        name: if rule.name.is_empty() { plain.name } else { typed },
        is_on: rule.is_on,
        before: rule.before,
        after: rule.after,
        uplift_bp: rule.uplift_bp,
        anchor: if rule.days.is_empty() { plain.anchor } else { within(&rule.days, span) },
        ..plain
    }
}

fn within(days: &[Day], span: Span) -> Option<Day> {
    days.iter().copied().find(|day| span.contains(*day))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::calendar::Cut;

    fn form(workbook: &Workbook, key: &str) -> EventForm {
        let year = Cut::default().year(2026);
        workbook.event_forms(year).into_iter().find(|form| form.key == key).unwrap()
    }

    #[test]
    fn a_built_in_event_is_changed_and_brought_back() {
        let mut workbook = Workbook::default();
        let before = form(&workbook, "double_11");
        assert_eq!(before.anchor, "2026-11-11".parse().ok());
        let edit = EventForm { uplift_bp: 50_000, before: 3, ..before.clone() };
        workbook.apply(workbook.put_event(&edit, Id::from_bits(1))).unwrap();
        let after = form(&workbook, "double_11");
        assert_eq!((after.uplift_bp, after.before, &after.name), (50_000, 3, &before.name));
        assert_eq!(after.anchor, before.anchor);
        workbook.apply(workbook.drop_event(&after).unwrap()).unwrap();
        assert_eq!(form(&workbook, "double_11"), before);
        assert_eq!(workbook.drop_event(&before), None);
    }

    #[test]
    fn an_own_event_has_its_day_in_each_year() {
        let mut workbook = Workbook::default();
        let own = EventForm {
            key: String::new(),
            rule: None,
            is_built_in: false,
            name: EventName { zh: "x".to_owned(), en: "x".to_owned() },
            is_on: true,
            before: 0,
            after: 1,
            uplift_bp: 20_000,
            anchor: "2026-05-20".parse().ok(),
        };
        workbook.apply(workbook.put_event(&own, Id::from_bits(7))).unwrap();
        let key = Id::from_bits(7).to_string();
        let moved = EventForm { anchor: "2026-05-21".parse().ok(), ..form(&workbook, &key) };
        workbook.apply(workbook.put_event(&moved, Id::from_bits(8))).unwrap();
        assert_eq!(workbook.calendar.rules.len(), 1);
        let days = workbook.events(Cut::default().year(2026));
        let days: Vec<Span> =
            days.iter().filter(|event| event.key == key).map(|event| event.span).collect();
        let span = Span::new("2026-05-21".parse().unwrap(), "2026-05-22".parse().unwrap());
        assert_eq!(days, [span]);
    }

    #[test]
    fn learned_uplifts_are_one_step() {
        let mut workbook = Workbook::default();
        let uplifts = [("double_11".to_owned(), 41_000), ("nothing".to_owned(), 1)];
        workbook.apply(workbook.put_uplifts(&uplifts, || Id::from_bits(3))).unwrap();
        assert_eq!(form(&workbook, "double_11").uplift_bp, 41_000);
        assert_eq!(workbook.calendar.rules.len(), 1);
    }
}
