//! What the ends of links are called, and where they lead.

use crate::base::evidence::Evidence;
use crate::base::id::Id;
use crate::base::link::{Link, LinkKind};
use crate::base::locale::Locale;
use crate::i18n::format::day_short;
use crate::i18n::metric::metric_name;
use crate::route::Route;
use crate::tools::swot::model::SwotEntry;
use crate::workbook::Workbook;
use crate::workbook::profit::ProductUse;

/// The end of a link as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Linked {
    /// What kind of thing it is.
    pub kind: &'static str,
    /// What it is called.
    pub title: String,
    /// Where it stands on its page; none while its kind has no page.
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
        LinkKind::NewItem => ("新品", "New product"),
        LinkKind::Trial => ("测款测图", "Test"),
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
            LinkKind::Product => Some(Route::Products),
            LinkKind::NewItem => Some(Route::Launch),
            LinkKind::Trial => Some(Route::Trials),
            LinkKind::Task => None,
        };
        all.push(Linked {
            kind: kind_name(link.kind, locale),
            title: title.to_owned(),
            href: route.map(|route| route.at(link.id)),
        });
    }
    all
}

/// Everything that has to do with a product: what points at it, and what price and profit and the
/// new products keep of it, which goes when the product goes.
pub fn users_of_product(workbook: &Workbook, id: Id, locale: Locale) -> Vec<Linked> {
    let mut all = linked(workbook, &workbook.pointing_at(Link::new(LinkKind::Product, id)), locale);
    let name = |id: Id| {
        let name = workbook.title_of(Link::new(LinkKind::Product, id)).unwrap_or_default();
        name.to_owned()
    };
    for one in workbook.uses_of_product(id) {
        let (kind, title, route) = match one {
            ProductUse::Bundle(title) => (("套餐", "Set"), title, Route::Profit),
            ProductUse::Step(title) if title.is_empty() => {
                (("单独的优惠", "Discount of its own"), name(id), Route::Profit)
            }
            ProductUse::Step(title) => {
                (("单独的优惠", "Discount of its own"), title, Route::Profit)
            }
            ProductUse::Terms => (("单独的费用设置", "Terms of its own"), name(id), Route::Profit),
            ProductUse::Pull => (("带动测算", "Pull-through"), name(id), Route::Profit),
            ProductUse::Cross(other) => (("关联销售", "Cross-sell"), name(other), Route::Profit),
            ProductUse::Hits => (("爆款清单", "Bestseller steps"), name(id), Route::Launch),
        };
        let kind = match locale {
            Locale::Zh => kind.0,
            Locale::En => kind.1,
        };
        all.push(Linked { kind, title, href: Some(route.href()) });
    }
    all
}

/// Where the numbers of a metric stand.
pub fn metric_href() -> String {
    Route::Archive.href()
}

/// What a SWOT entry rests on, in one line, and where that stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// What it is called, and the day of the evidence.
    pub words: String,
    /// Where it stands; none for words alone.
    pub href: Option<String>,
}

/// Where an entry came from, else its first evidence: a metric, a thing of the workbook, or what
/// it says.
pub fn entry_source(workbook: &Workbook, entry: &SwotEntry, locale: Locale) -> Option<Source> {
    let thing = |link: Link| {
        let end = linked(workbook, &[link], locale).pop()?;
        Some(Source { words: end.title, href: end.href })
    };
    let first = entry.evidence.iter().find(|piece| piece.says_something());
    let quoted = |piece: &Evidence| {
        let metric = piece.metric.as_deref().map(|key| Source {
            words: metric_name(key, locale).to_owned(),
            href: Some(metric_href()),
        });
        let words = || Source { words: piece.text.clone(), href: None };
        metric.or_else(|| piece.link.and_then(thing)).unwrap_or_else(words)
    };
    let found = entry.source.and_then(thing).or_else(|| first.map(quoted))?;
    Some(match first.and_then(|piece| piece.day) {
        Some(day) => {
            let words = format!("{} · {}", found.words, day_short(day, locale));
            Source { words, ..found }
        }
        None => found,
    })
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
    use crate::tools::products::edit::ProductsEdit;
    use crate::tools::products::model::Product;
    use crate::tools::profit::edit::ProfitEdit;
    use crate::tools::profit::model::{Bundle, BundleItem, CrossSell, PriceStep, StepKind};
    use crate::tools::rivals::edit::RivalsEdit;
    use crate::tools::rivals::model::Rival;
    use crate::tools::swot::edit::SwotEdit;
    use crate::tools::swot::model::{Quadrant, SwotEntry};
    use crate::tools::tasks::edit::TasksEdit;
    use crate::tools::tasks::model::Task;

    #[test]
    fn an_entry_leads_to_what_it_came_from_else_to_what_it_quotes() {
        let [rival, id] = [1, 2].map(Id::from_bits);
        let mut workbook = Workbook::default();
        let name = "镜月".to_owned();
        workbook.apply(RivalsEdit::Put(Rival::new(rival, name)).into()).unwrap();
        let mut entry = SwotEntry::new(id, Quadrant::Threat, "降价".to_owned());
        assert_eq!(entry_source(&workbook, &entry, Locale::Zh), None);
        let says = |entry: &SwotEntry| {
            let source = entry_source(&workbook, entry, Locale::Zh).unwrap();
            (source.words, source.href)
        };
        let text = "客服记录".to_owned();
        entry.evidence = vec![Evidence { text, ..Evidence::default() }];
        assert_eq!(says(&entry), ("客服记录".to_owned(), None));
        entry.evidence[0].metric = Some("sales".to_owned());
        entry.evidence[0].day = "2026-10-21".parse().ok();
        assert_eq!(says(&entry), ("支付金额 · 10月21日".to_owned(), Some("#/archive".to_owned())));
        entry.source = Some(Link::new(LinkKind::Rival, rival));
        let place = Some(format!("#/rivals/{rival}"));
        assert_eq!(says(&entry), ("镜月 · 10月21日".to_owned(), place));
    }

    #[test]
    fn a_product_is_used_by_what_points_at_it_and_by_what_goes_with_it() {
        let [one, other] = [1, 2].map(Id::from_bits);
        let mut workbook = Workbook::default();
        let products =
            [(one, "首饰盒"), (other, "托盘")].map(|(id, name)| Product::new(id, name.to_owned()));
        workbook.apply(ProductsEdit::Put(products.to_vec()).into()).unwrap();
        assert_eq!(users_of_product(&workbook, one, Locale::Zh), []);
        let mut set = Bundle::new(Id::from_bits(3), "两件装".to_owned());
        set.items = vec![BundleItem::new(one, 2)];
        let step = PriceStep::new(Id::from_bits(4), StepKind::Item);
        let since = "2026-10-01".parse().unwrap();
        let task = Task::new(Id::from_bits(6), "做套餐".to_owned(), None);
        let about = Some(Link::new(LinkKind::Product, one));
        for edit in [
            ProfitEdit::PutBundle(set).into(),
            ProfitEdit::PutStep(PriceStep { product: Some(one), ..step }).into(),
            ProfitEdit::PutCross(CrossSell::new(Id::from_bits(5), other, one, since)).into(),
            TasksEdit::Put(Task { source: about, ..task }).into(),
        ] {
            workbook.apply(edit).unwrap();
        }
        let told = |id, locale| {
            let users = users_of_product(&workbook, id, locale).into_iter();
            users.map(|one| format!("{} {}", one.kind, one.title)).collect::<Vec<_>>()
        };
        let expected = ["行动 做套餐", "套餐 两件装", "单独的优惠 首饰盒", "关联销售 托盘"];
        assert_eq!(told(one, Locale::Zh), expected);
        assert_eq!(told(other, Locale::En), ["Cross-sell 首饰盒"]);
        workbook.apply(ProductsEdit::Remove(one).into()).unwrap();
        assert_eq!(workbook.uses_of_product(one), []);
    }

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
        let entry = SwotEntry::new(gone, Quadrant::Threat, "降价".to_owned());
        workbook.apply(SwotEdit::Put(entry).into()).unwrap();
        let shown = linked(&workbook, &[Link::new(LinkKind::Swot, gone)], Locale::Zh);
        assert_eq!(shown[0].href, Some(format!("#/swot/{gone}")));
    }
}
