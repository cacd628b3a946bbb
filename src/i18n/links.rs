//! What the ends of links are called, and where they lead.

use crate::base::link::{Link, LinkKind};
use crate::base::locale::Locale;
use crate::route::Route;
use crate::workbook::Workbook;

/// The end of a link as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Linked {
    /// What kind of thing it is.
    pub kind: &'static str,
    /// What it is called.
    pub title: String,
    /// The page that it is on; none while its kind has no page.
    pub href: Option<String>,
}

/// What kind of thing a link leads to.
pub fn kind_name(kind: LinkKind, locale: Locale) -> &'static str {
    let (zh, en) = match kind {
        LinkKind::Persona => ("客户画像", "Persona"),
        LinkKind::Factor => ("决策因素", "Decision factor"),
        LinkKind::Rival => ("竞争对手", "Competitor"),
        LinkKind::Swot => ("SWOT 条目", "SWOT entry"),
        LinkKind::Strategy => ("策略", "Strategy"),
        LinkKind::CurveFactor => ("价值曲线", "Value curve"),
        LinkKind::ChainLink => ("价值链环节", "Link of the value chain"),
        LinkKind::Change => ("联动变更", "Change to follow"),
        LinkKind::Task => ("行动", "Action"),
        LinkKind::Product => ("商品", "Product"),
    };
    match locale {
        Locale::Zh => zh,
        Locale::En => en,
    }
}

/// The things at the ends of links; those that are gone are left out.
pub fn linked(workbook: &Workbook, links: &[Link], locale: Locale) -> Vec<Linked> {
    let mut all = Vec::with_capacity(links.len());
    for link in links {
        let title = match link.kind {
            LinkKind::Factor => workbook.factor_name(link.id, locale),
            _ => workbook.title_of(*link),
        };
        let Some(title) = title else { continue };
        let route = match link.kind {
            LinkKind::Persona => Some(Route::Personas),
            LinkKind::Factor => Some(Route::Journey),
            LinkKind::Rival => Some(Route::Rivals),
            LinkKind::Swot | LinkKind::Strategy => Some(Route::Swot),
            LinkKind::CurveFactor | LinkKind::ChainLink | LinkKind::Change => Some(Route::Position),
            LinkKind::Task | LinkKind::Product => None,
        };
        all.push(Linked {
            kind: kind_name(link.kind, locale),
            title: title.to_owned(),
            href: route.map(Route::href),
        });
    }
    all
}

/// The words of a dialog that asks before something is removed that others point at.
pub struct RemovalText {
    /// The question.
    pub title: fn(&str) -> String,
    /// What happens to those that point at it.
    pub note: &'static str,
    /// Nothing points at it.
    pub free: &'static str,
    /// Does it.
    pub remove: &'static str,
    /// Nothing points at a thing.
    pub none: &'static str,
    /// What was made of a thing.
    pub made: &'static str,
}

/// The words in a language.
pub fn removal_text(locale: Locale) -> &'static RemovalText {
    match locale {
        Locale::Zh => &RemovalText {
            title: |name| format!("删除“{name}”？"),
            note: "下面这些连着它。删除后它们还在，只是不再连着；撤销可以全部找回。",
            free: "没有别的内容连着它；撤销可以找回。",
            remove: "删除",
            none: "还没有连到别处。",
            made: "连着它的",
        },
        Locale::En => &RemovalText {
            title: |name| format!("Delete “{name}”?"),
            note: "These are linked to it. They stay, without the link; undo brings all of it back.",
            free: "Nothing is linked to it; undo brings it back.",
            remove: "Delete",
            none: "Not linked to anything yet.",
            made: "Linked to it",
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::id::Id;
    use crate::tools::tasks::edit::TasksEdit;
    use crate::tools::tasks::model::Task;

    #[test]
    fn an_end_has_a_kind_a_name_and_a_place_and_what_is_gone_has_none() {
        let mut workbook = Workbook::default();
        let [task, gone] = [1, 2].map(Id::from_bits);
        let edit = TasksEdit::Put(Task::new(task, "补短板".to_owned(), None));
        workbook.apply(edit.into()).unwrap();
        let links = [Link::new(LinkKind::Task, task), Link::new(LinkKind::Factor, gone)];
        let shown = linked(&workbook, &links, Locale::En);
        let expected = Linked { kind: "Action", title: "补短板".to_owned(), href: None };
        assert_eq!(shown, [expected]);
    }
}
