//! Reading the sources as text: what the rules of the house are checked on.

use std::fs;
use std::path::{Path, PathBuf};

/// One file of the repository.
pub struct Source {
    /// From the root, with slashes: `src/base/money.rs`.
    pub path: String,
    /// As it stands there.
    pub text: String,
}

impl Source {
    /// The code that is compiled into the app: no comments, and nothing from the tests at the
    /// file's end on. Lines keep their numbers.
    pub fn code(&self) -> String {
        let text = without_comments(&self.text);
        match text.find("#[cfg(test)]\nmod ") {
            Some(at) if !declares_only(&text[at..]) => text[..at].to_owned(),
            _ => text,
        }
    }

    /// A file that holds nothing but tests.
    pub fn is_test(&self) -> bool {
        let name = self.path.rsplit('/').next().unwrap_or_default();
        ["tests.rs", "laws.rs"].contains(&name) || self.path.contains("/tests/")
    }
}

/// `#[cfg(test)]\nmod tests;`: the tests are in another file, and code may follow.
fn declares_only(text: &str) -> bool {
    let line = text.lines().nth(1).unwrap_or_default();
    line.ends_with(';')
}

/// All files below a folder with one of these extensions, in order.
pub fn files(folder: &str, extensions: &[&str]) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    collect(&root.join(folder), &mut found);
    found.sort();
    found
        .into_iter()
        .filter(|path| {
            extensions.iter().any(|wanted| path.extension().is_some_and(|e| e == *wanted))
        })
        .map(|path| {
            let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
            Source { text: fs::read_to_string(&path).unwrap(), path: name }
        })
        .collect()
}

fn collect(path: &Path, found: &mut Vec<PathBuf>) {
    if path.is_file() {
        found.push(path.to_path_buf());
    }
    for entry in fs::read_dir(path).into_iter().flatten().flatten() {
        collect(&entry.path(), found);
    }
}

/// Blanks out comments, and leaves string literals alone.
pub fn without_comments(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        let (kept, skipped) = if rest.starts_with("//") {
            (0, rest.find('\n').unwrap_or(rest.len()))
        } else if rest.starts_with("/*") {
            (0, rest.find("*/").map_or(rest.len(), |at| at + 2))
        } else if next == '"' {
            (string_len(rest), 0)
        } else if rest.starts_with("r#\"") {
            (rest.find("\"#").map_or(rest.len(), |at| at + 2), 0)
        } else if rest.starts_with("'\"'") || rest.starts_with("'\\\"'") {
            (rest[1..].find('\'').map_or(1, |at| at + 2), 0)
        } else {
            (next.len_utf8(), 0)
        };
        code.push_str(&rest[..kept]);
        code.extend(rest[kept..kept + skipped].chars().filter(|c| *c == '\n'));
        rest = &rest[kept + skipped..];
    }
    code
}

/// The length of the string literal at the start, with its quotes.
fn string_len(text: &str) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            '"' if !escaped => return at + 1,
            _ => escaped = c == '\\' && !escaped,
        }
    }
    text.len()
}

#[test]
fn comments_go_and_strings_stay() {
    let text = "let a = \"http://x\"; // why\n/* two\nlines */ let b = '\"'; let c = \"\\\"//\";\n";
    let code = "let a = \"http://x\"; \n\n let b = '\"'; let c = \"\\\"//\";\n";
    assert_eq!(without_comments(text), code);
}
