//! Removing what others point at: every such removal has a view that asks first, nothing is left
//! pointing nowhere, and undo brings all of it back.

use std::fs;
use std::path::{Path, PathBuf};

use zhanggui::base::id::Id;
use zhanggui::base::link::{Link, LinkKind};
use zhanggui::persist::decode::from_file;
use zhanggui::store::session::Session;
use zhanggui::tools::journey::edit::JourneyEdit;
use zhanggui::tools::launch::edit::LaunchEdit;
use zhanggui::tools::personas::edit::PersonasEdit;
use zhanggui::tools::position::edit::PositionEdit;
use zhanggui::tools::products::edit::ProductsEdit;
use zhanggui::tools::rivals::edit::RivalsEdit;
use zhanggui::tools::swot::edit::SwotEdit;
use zhanggui::tools::tasks::edit::TasksEdit;
use zhanggui::tools::tasks::model::Task;
use zhanggui::tools::trials::edit::TrialsEdit;
use zhanggui::workbook::Workbook;
use zhanggui::workbook::edit::Edit;

/// One kind of thing that can be removed.
struct Removal {
    kind: LinkKind,
    /// The edit as the views write it.
    edit: &'static str,
    make: fn(Id) -> Edit,
    /// The page's folder and the file with its dialog; none for what no page removes yet: a page
    /// that begins to has to name its dialog here.
    asks: Option<(&'static str, &'static str)>,
    /// The things of the kind in a workbook.
    all: fn(&Workbook) -> Vec<Id>,
}

const REMOVALS: [Removal; 12] = [
    Removal {
        kind: LinkKind::Persona,
        edit: "PersonasEdit::Remove(",
        make: |id| PersonasEdit::Remove(id).into(),
        asks: Some(("personas", "remove.rs")),
        all: |wb| wb.personas.personas.iter().map(|one| one.id).collect(),
    },
    Removal {
        kind: LinkKind::Factor,
        edit: "JourneyEdit::Remove(",
        make: |id| JourneyEdit::Remove(id).into(),
        asks: Some(("journey", "detail.rs")),
        all: |wb| wb.journey.factors.iter().map(|one| one.id).collect(),
    },
    Removal {
        kind: LinkKind::Rival,
        edit: "RivalsEdit::Remove(",
        make: |id| RivalsEdit::Remove(id).into(),
        asks: Some(("rivals", "register.rs")),
        all: |wb| wb.rivals.rivals.iter().map(|one| one.id).collect(),
    },
    Removal {
        kind: LinkKind::Swot,
        edit: "SwotEdit::Remove(",
        make: |id| SwotEdit::Remove(id).into(),
        asks: Some(("swot", "view.rs")),
        all: |wb| wb.swot.entries.iter().map(|one| one.id).collect(),
    },
    Removal {
        kind: LinkKind::Strategy,
        edit: "SwotEdit::RemoveStrategy(",
        make: |id| SwotEdit::RemoveStrategy(id).into(),
        asks: Some(("swot", "view.rs")),
        all: |wb| wb.swot.strategies.iter().map(|one| one.id).collect(),
    },
    Removal {
        kind: LinkKind::CurveFactor,
        edit: "PositionEdit::Remove(",
        make: |id| PositionEdit::Remove(id).into(),
        asks: Some(("position", "actions.rs")),
        all: |wb| wb.position.curve.iter().map(|one| one.id).collect(),
    },
    Removal {
        kind: LinkKind::ChainLink,
        edit: "PositionEdit::RemoveLink(",
        make: |id| PositionEdit::RemoveLink(id).into(),
        asks: Some(("position", "chain.rs")),
        all: |wb| wb.position.chain.iter().map(|one| one.id).collect(),
    },
    Removal {
        kind: LinkKind::Change,
        edit: "PositionEdit::RemoveChange(",
        make: |id| PositionEdit::RemoveChange(id).into(),
        asks: Some(("position", "changes.rs")),
        all: |wb| wb.position.changes.iter().map(|one| one.id).collect(),
    },
    Removal {
        kind: LinkKind::Task,
        edit: "TasksEdit::Remove(",
        make: |id| TasksEdit::Remove(id).into(),
        asks: None,
        all: |wb| wb.tasks.tasks.iter().map(|one| one.id).collect(),
    },
    Removal {
        kind: LinkKind::Product,
        edit: "ProductsEdit::Remove(",
        make: |id| ProductsEdit::Remove(id).into(),
        asks: Some(("products", "list.rs")),
        all: |wb| wb.products.products.iter().map(|one| one.id).collect(),
    },
    Removal {
        kind: LinkKind::NewItem,
        edit: "LaunchEdit::Remove(",
        make: |id| LaunchEdit::Remove(id).into(),
        asks: Some(("launch", "remove.rs")),
        all: |wb| wb.launch.items.iter().map(|one| one.id).collect(),
    },
    Removal {
        kind: LinkKind::Trial,
        edit: "TrialsEdit::Remove(",
        make: |id| TrialsEdit::Remove(id).into(),
        asks: Some(("trials", "remove.rs")),
        all: |wb| wb.trials.trials.iter().map(|one| one.id).collect(),
    },
];

fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The views of a page: `view.rs` and what lies in `view/`, at any depth.
fn views(tool: &str) -> Vec<PathBuf> {
    let folder = src().join("tools").join(tool);
    let (mut files, mut folders) = (vec![folder.join("view.rs")], vec![folder.join("view")]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files
}

#[test]
fn the_table_has_every_removal_that_the_workbook_knows() {
    let known = read(&src().join("workbook").join("edit.rs"));
    let head = known.split_once("pub fn removes(").unwrap().1;
    let body = head.split_once("_ => return None").unwrap().0;
    assert_eq!(body.matches("(LinkKind::").count(), REMOVALS.len());
    let id = Id::from_bits(7);
    for removal in &REMOVALS {
        assert_eq!((removal.make)(id).removes(), Some(Link::new(removal.kind, id)));
    }
}

#[test]
fn every_view_that_removes_asks_first_where_something_points_at_the_thing() {
    for removal in &REMOVALS {
        let Some((tool, file)) = removal.asks else { continue };
        let folder = src().join("tools").join(tool);
        let place =
            if file == "view.rs" { folder.join(file) } else { folder.join("view").join(file) };
        let asking = read(&place);
        for word in ["RemovalDialog", "pointing_at"] {
            assert!(asking.contains(word), "{} has no {word}", place.display());
        }
        // Whoever else carries the removal out looks first at what points at the thing.
        let removing: Vec<PathBuf> =
            views(tool).into_iter().filter(|path| read(path).contains(removal.edit)).collect();
        assert!(!removing.is_empty(), "no view removes by {}", removal.edit);
        for path in removing {
            let text = read(&path);
            assert!(text.contains("pointing_at"), "{} does not look", path.display());
        }
    }
}

#[test]
fn only_pages_with_a_dialog_remove() {
    let mut tools = Vec::new();
    for entry in fs::read_dir(src().join("tools")).unwrap() {
        let path = entry.unwrap().path();
        if path.join("view").is_dir() {
            tools.push(path.file_name().unwrap().to_string_lossy().into_owned());
        }
    }
    for removal in &REMOVALS {
        let home = removal.asks.map(|(tool, _)| tool);
        for tool in tools.iter().filter(|tool| Some(tool.as_str()) != home) {
            for path in views(tool) {
                assert!(!read(&path).contains(removal.edit), "{}", path.display());
            }
        }
    }
}

/// The sample with a task at every thing, so that something points at each.
fn pointed() -> Workbook {
    let text = include_str!("../../public/sample.zhanggui.json");
    let mut workbook = from_file(text).unwrap().workbook;
    let mut number = 900_000;
    for removal in REMOVALS.iter().filter(|removal| removal.kind != LinkKind::Task) {
        for id in (removal.all)(&workbook) {
            number += 1;
            let link = Link::new(removal.kind, id);
            let task = Task::new(Id::from_bits(number), format!("{number}"), Some(link));
            workbook.apply(TasksEdit::Put(task).into()).unwrap();
        }
    }
    workbook
}

#[test]
fn what_points_at_a_thing_is_named_lets_go_and_comes_back() {
    let workbook = pointed();
    for removal in &REMOVALS {
        let all = (removal.all)(&workbook);
        assert!(!all.is_empty(), "the sample has no {:?}", removal.kind);
        for id in all {
            let link = Link::new(removal.kind, id);
            if removal.kind != LinkKind::Task {
                assert!(!workbook.pointing_at(link).is_empty(), "{link:?}");
            }
            let named: Vec<_> =
                workbook.pointing_at(link).iter().map(|end| workbook.title_of(*end)).collect();
            assert!(named.iter().all(Option::is_some), "{link:?}: {named:?}");

            let mut session = Session::new(workbook.clone());
            session.edit((removal.make)(id), 0).unwrap();
            let after = session.workbook();
            assert_eq!(after.title_of(link), None);
            assert_eq!(after.pointing_at(link), [], "{link:?} is still pointed at");
            session.undo().unwrap();
            assert!(*session.workbook() == workbook, "{link:?} did not come back whole");
        }
    }
}
