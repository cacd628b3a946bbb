//! The rules of the house that a compiler does not know; ARCHITECTURE.md says why they are.

use std::collections::BTreeSet;

use crate::source::{Source, files};

/// What a part of the house may name by `crate::…`, itself aside. The first fitting row counts.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("src/base/", &[]),
    ("src/facts/", &["base"]),
    ("src/knowledge/", &["base", "facts"]),
    ("src/files/", &["base", "facts"]),
    ("src/bin/", &["base", "facts", "files"]),
    ("src/tools/*/model", &["base", "facts", "knowledge", "tools"]),
    ("src/tools/*/edit", &["base", "facts", "knowledge", "tools"]),
    ("src/tools/*/calc", &["base", "facts", "knowledge", "tools"]),
    ("src/tools/*/text", &["base", "facts", "knowledge", "tools", "files", "i18n"]),
    ("src/workbook/", &["base", "facts", "knowledge", "tools"]),
    ("src/persist/", &["base", "facts", "knowledge", "tools", "workbook"]),
    ("src/store/session", &["base", "facts", "tools", "workbook"]),
    ("src/store/", &["base", "facts", "tools", "workbook", "persist", "platform"]),
    ("src/chart/", &["base"]),
    ("src/platform/", &["base", "facts", "files", "persist", "chart"]),
    ("src/route.rs", &["base"]),
    (
        "src/i18n/",
        &["base", "facts", "files", "knowledge", "workbook", "persist", "store", "tools", "route"],
    ),
    ("src/ui/", &["base", "i18n", "chart", "platform"]),
    ("src/home/calc", &["base", "facts", "knowledge", "tools", "workbook"]),
    ("src/home/text", &["base", "knowledge", "i18n", "route"]),
    (
        "src/tools/*/view",
        &[
            "base",
            "facts",
            "files",
            "knowledge",
            "tools",
            "workbook",
            "store",
            "persist",
            "i18n",
            "ui",
            "chart",
            "platform",
            "route",
        ],
    ),
];

/// Parts that compile and are tested without a browser, and depend on nothing but their input.
const PURE: &[&str] = &[
    "src/base/",
    "src/facts/",
    "src/knowledge/",
    "src/files/",
    "src/tools/*/model",
    "src/tools/*/edit",
    "src/tools/*/calc",
    "src/tools/*/text",
    "src/workbook/",
    "src/persist/",
    "src/store/session",
    "src/chart/",
    "src/route.rs",
    "src/i18n/format",
    "src/home/calc",
    "src/home/text",
    "src/i18n/text",
];

/// What a browser, a clock or chance would come in by.
const IMPURE: &[&str] = &[
    "leptos",
    "web_sys",
    "wasm_bindgen",
    "gloo_",
    "js_sys",
    "SystemTime",
    "Instant::now",
    "Date::now",
    "now_utc",
    "now_local",
    "getrandom",
    "rand::",
];

/// Where texts for people may stand, or the words of files and of the trade.
const WORDS: &[&str] = &[
    "src/tools/*/text",
    "src/home/text",
    "src/i18n/",
    "src/knowledge/",
    "src/files/",
    "src/facts/metric",
    "src/facts/items/metric",
    "src/facts/registry",
    "src/workbook/sample",
    // What people type: 1.2万.
    "src/base/number",
    // The name of a language in that language.
    "src/base/locale",
];

/// `*` stands for the name of one folder.
fn fits(path: &str, pattern: &str) -> bool {
    let Some((before, after)) = pattern.split_once('*') else {
        return path.starts_with(pattern);
    };
    path.strip_prefix(before)
        .and_then(|rest| rest.split_once('/'))
        .is_some_and(|(_, rest)| rest.starts_with(after.trim_start_matches('/')))
}

fn rust() -> Vec<Source> {
    files("src", &["rs"]).into_iter().filter(|source| !source.is_test()).collect()
}

/// The modules named by `crate::…` in a line: `["base", "day"]` of `use crate::base::day::Day;`.
fn imports(line: &str) -> Vec<(&str, &str)> {
    line.split("crate::")
        .skip(1)
        .map(|path| {
            let mut parts = path.split("::").map(|part| {
                part.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default()
            });
            (parts.next().unwrap_or_default(), parts.next().unwrap_or_default())
        })
        .collect()
}

/// Fails with all findings at once, one a line.
#[track_caller]
fn none(what: &str, findings: &[String]) {
    assert!(findings.is_empty(), "{what}:\n  {}", findings.join("\n  "));
}

#[test]
fn imports_run_one_way() {
    let mut wrong = Vec::new();
    for source in rust() {
        let path = &source.path;
        let Some((_, allowed)) = MAY_IMPORT.iter().find(|(part, _)| fits(path, part)) else {
            continue;
        };
        let own = path.split('/').nth(1).unwrap_or_default().trim_end_matches(".rs");
        for (number, line) in source.code().lines().enumerate() {
            for (module, _) in imports(line) {
                if module != own && !allowed.contains(&module) && module != "tr" {
                    wrong.push(format!("{path}:{}: names crate::{module}", number + 1));
                }
            }
        }
    }
    none("a part of the house names one above it", &wrong);
}

#[test]
fn a_tool_imports_no_other_tool() {
    let mut wrong = Vec::new();
    for source in rust() {
        let Some(own) =
            source.path.strip_prefix("src/tools/").and_then(|rest| rest.split_once('/'))
        else {
            continue;
        };
        for (number, line) in source.code().lines().enumerate() {
            for (module, tool) in imports(line) {
                if module == "tools" && tool != own.0 {
                    wrong.push(format!("{}:{}: names {tool}", source.path, number + 1));
                }
            }
        }
    }
    none("what two tools share is a fact, a piece of knowledge or a link by id", &wrong);
}

#[test]
fn pure_files_name_no_browser_no_clock_and_no_chance() {
    let mut wrong = Vec::new();
    for source in rust() {
        if !PURE.iter().any(|part| fits(&source.path, part)) {
            continue;
        }
        for (number, line) in source.code().lines().enumerate() {
            for name in IMPURE.iter().filter(|name| line.contains(**name)) {
                wrong.push(format!("{}:{}: names {name}", source.path, number + 1));
            }
        }
    }
    none("pure files take what they need as arguments", &wrong);
}

#[test]
fn words_for_people_stand_where_words_stand() {
    let is_han = |c: char| matches!(c, '\u{3000}'..='\u{303f}' | '\u{3400}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}');
    let mut wrong = Vec::new();
    for source in rust() {
        if WORDS.iter().any(|part| fits(&source.path, part)) {
            continue;
        }
        for (number, line) in source.code().lines().enumerate() {
            if line.contains(is_han) {
                wrong.push(format!("{}:{}: {}", source.path, number + 1, line.trim()));
            }
        }
    }
    none("texts belong into text.rs, in both languages", &wrong);
}

#[test]
fn nothing_becomes_markup_and_nothing_is_styled_in_place() {
    let mut wrong = Vec::new();
    for source in rust().into_iter().chain(files("boot.js", &["js"])) {
        for (number, line) in source.code().lines().enumerate() {
            let names = ["inner_html", "innerHTML", "outerHTML", "insert_adjacent_html", "eval("];
            // The content policy drops both: `style="…"` in a view and a style sheet in a page.
            // (`<styles` is a part of a spreadsheet.)
            let styles = [" style=", "<style>", "<style "];
            for name in names.iter().chain(&styles).filter(|name| line.contains(**name)) {
                wrong.push(format!("{}:{}: {name}", source.path, number + 1));
            }
        }
    }
    none("imported text never becomes markup; styles are classes or `style:name=`", &wrong);
}

#[test]
fn a_file_holds_one_subject() {
    const MOST: usize = 400;
    let mut long = Vec::new();
    for source in rust().into_iter().chain(files("xtask/src", &["rs"])) {
        let lines = source.code().trim_end().lines().count();
        if lines > MOST {
            long.push(format!("{}: {lines} lines, tests aside", source.path));
        }
    }
    for source in files("style", &["css"]).iter().chain(&files("tests/e2e", &["mjs"])) {
        let lines = source.text.lines().count();
        if lines > MOST && !source.path.contains("node_modules") {
            long.push(format!("{}: {lines} lines", source.path));
        }
    }
    none("files much longer than 400 lines hold two subjects", &long);
}

/// The words of a `class="…"` and all names of `class:name=`.
fn classes_in_views() -> BTreeSet<String> {
    let mut classes = BTreeSet::new();
    for source in rust().into_iter().chain(files("index.html", &["html"])) {
        let code = source.code();
        for rest in code.split("class=\"").skip(1) {
            let words = rest.split('"').next().unwrap_or_default();
            classes.extend(words.split_whitespace().map(str::to_owned));
        }
        for rest in code.split(" class:").skip(1) {
            let name: String =
                rest.chars().take_while(|c| c.is_alphanumeric() || "-_".contains(*c)).collect();
            classes.insert(name);
        }
    }
    classes.retain(|name| !name.is_empty());
    classes
}

/// The class names in the style sheets.
fn classes_in_styles() -> BTreeSet<String> {
    let mut classes = BTreeSet::new();
    for source in files("style", &["css"]) {
        let text = crate::source::without_comments(&source.text);
        // Selectors only: what stands before a `{`.
        for block in text.split('{') {
            let selector = block.rsplit(['}', ';']).next().unwrap_or_default();
            for rest in selector.split('.').skip(1) {
                let name: String =
                    rest.chars().take_while(|c| c.is_alphanumeric() || "-_".contains(*c)).collect();
                if name.starts_with(char::is_alphabetic) {
                    classes.insert(name);
                }
            }
        }
    }
    classes
}

#[test]
fn one_place_sorts() {
    // Hot kernels, measured with the library's own.
    const KERNELS: [&str; 2] = ["src/base/allocate.rs", "src/base/spread/matrix/fit.rs"];
    let mut wrong = Vec::new();
    for source in rust() {
        let path = source.path.as_str();
        if path == "src/base/order.rs" || KERNELS.contains(&path) {
            continue;
        }
        for (number, line) in source.code().lines().enumerate() {
            if [".sort(", ".sort_", ".select_nth_"].iter().any(|name| line.contains(name)) {
                wrong.push(format!("{path}:{}: {}", number + 1, line.trim()));
            }
        }
    }
    none("each type that the library sorts is a sort of its own to load: base::order", &wrong);
}

#[test]
fn every_class_in_a_view_has_a_style() {
    let styled = classes_in_styles();
    if styled.is_empty() {
        return;
    }
    let missing: Vec<_> = classes_in_views().difference(&styled).cloned().collect();
    none("classes without a rule in style/", &missing);
}

#[test]
fn every_style_is_used_in_a_view() {
    // A class may be put together in code, so its name counts wherever it stands as a whole word.
    let mut words = BTreeSet::new();
    let pages = files("index.html", &["html"]).into_iter().chain(files("boot.js", &["js"]));
    for source in rust().into_iter().chain(pages) {
        let is_name = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
        words.extend(source.code().split(|c| !is_name(c)).map(str::to_owned));
    }
    let unused: Vec<_> = classes_in_styles().difference(&words).cloned().collect();
    none("rules in style/ for classes that no view has", &unused);
}

#[test]
fn every_dependency_has_its_reason() {
    let manifest = files("Cargo.toml", &["toml"]).remove(0).text;
    let reasons = files("docs/dependencies.md", &["md"]).remove(0).text;
    let mut inside = false;
    let mut missing = Vec::new();
    for line in manifest.lines() {
        if line.starts_with('[') {
            inside = line.contains("dependencies");
        } else if let Some((name, _)) = line.split_once(" = ")
            && inside
            && name.chars().all(|c| c.is_alphanumeric() || "-_".contains(c))
            && !reasons.contains(&format!("`{name}`"))
        {
            missing.push(name.to_owned());
        }
    }
    none("dependencies without a line in docs/dependencies.md", &missing);
}

#[test]
fn the_rules_see_what_they_must_see() {
    assert!(fits("src/tools/goals/calc/learn.rs", "src/tools/*/calc"));
    assert!(fits("src/tools/goals/edit.rs", "src/tools/*/edit"));
    assert!(!fits("src/tools/goals/view.rs", "src/tools/*/edit"));
    assert!(fits("src/base/day.rs", "src/base/"));
    assert_eq!(imports("use crate::base::day::Day;"), [("base", "day")]);
    assert_eq!(imports("crate::ui::x(crate::tools::goals::y)"), [("ui", "x"), ("tools", "goals")]);
}
