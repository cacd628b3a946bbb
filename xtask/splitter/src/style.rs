//! The style sheets as two files: what the first visit shows, and all else. What they share is
//! compressed once, and each is one request.

use std::fs;
use std::path::Path;

use crate::digest;
use crate::{Result, read, write};

/// The style sheets of the first visit, by the names before their hashes: an empty workbook in its
/// frame. The order of the cascade is that of the layers, which the first of them names.
const FIRST: [&str; 4] = ["tokens", "base", "layout", "components"];

/// Puts one style sheet in the place of those of the first visit that `html` links to, in their
/// order, and names another one with all that come later in the attribute `data-style`.
pub fn joined(html: &str, dist: &Path) -> Result<String> {
    let (mut rest, mut page) = (html, String::new());
    let (mut first, mut later) = (String::new(), String::new());
    let mut place = None;
    while let Some((before, after)) = rest.split_once("<link rel=\"stylesheet\"") {
        page.push_str(before.trim_end_matches('\n'));
        let (link, after) = after.split_once('>').ok_or("index.html ends in a link")?;
        let name = link.split("href=\"./").nth(1).and_then(|rest| rest.split('"').next());
        let name = name.ok_or("index.html links to a style sheet elsewhere")?;
        let is_first = name.split(['-', '.']).next().is_some_and(|stem| FIRST.contains(&stem));
        let styles = if is_first { &mut first } else { &mut later };
        styles.push_str(&small(&read(&dist.join(name))?));
        fs::remove_file(dist.join(name)).map_err(|error| format!("{name}: {error}"))?;
        place.get_or_insert(page.len());
        rest = after;
    }
    page.push_str(rest);
    let place = place.ok_or("index.html links to no style sheet")?;
    let (name, integrity) = publish("zhanggui", &first, dist)?;
    let link = format!("\n<link rel=\"stylesheet\" href=\"./{name}\" integrity=\"{integrity}\">");
    page.insert_str(place, &link);
    if later.is_empty() {
        return Ok(page);
    }
    let (name, integrity) = publish("pages", &later, dist)?;
    let script = "<script";
    if !page.contains(script) {
        return Err("index.html has no script".to_owned());
    }
    Ok(page.replacen(script, &format!("{script} data-style=\"./{name}|{integrity}\""), 1))
}

/// Writes a style sheet under a name that says what is in it; the name and the integrity.
fn publish(stem: &str, styles: &str, dist: &Path) -> Result<(String, String)> {
    let name = format!("{stem}-{}.css", digest::name(&[styles.as_bytes()]));
    write(&dist.join(&name), styles.as_bytes())?;
    Ok((name, digest::integrity(styles.as_bytes())))
}

/// Without comments, and without blanks where none is needed; what stands in quotes is kept.
fn small(css: &str) -> String {
    let mut small = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(next) = rest.chars().next() {
        if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.split_once("*/").map_or("", |(_, after)| after);
        } else if next == '"' || next == '\'' {
            let end = rest[1..].find(next).map_or(rest.len(), |end| end + 2);
            small.push_str(&rest[..end]);
            rest = &rest[end..];
        } else if next.is_whitespace() {
            // A blank before `:` or `(` has a meaning; before and after these it has none.
            if !small.is_empty() && !small.ends_with([' ', '{', '}', ';', ',']) {
                small.push(' ');
            }
            rest = rest.trim_start();
        } else {
            if matches!(next, '{' | '}' | ';' | ',') && small.ends_with(' ') {
                small.pop();
            }
            if next == '}' && small.ends_with(';') {
                small.pop();
            }
            small.push(next);
            rest = &rest[next.len_utf8()..];
        }
    }
    small
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_and_comments_go_where_they_mean_nothing() {
        let css = "/* Words. */\n@layer a, b;\n.x :focus > p ,\n.y {\n  margin: calc(1px + 2px) 0;\n  \
                   content: \"a ; /* b */  c\";\n}\n";
        assert_eq!(
            small(css),
            "@layer a,b;.x :focus > p,.y{margin: calc(1px + 2px) 0;content: \"a ; /* b */  c\"}"
        );
    }

    #[test]
    fn the_style_sheets_become_two_in_their_order() {
        let dist = std::env::temp_dir().join(format!("splitter-css-{}", std::process::id()));
        fs::create_dir_all(&dist).unwrap();
        for name in ["tokens-1.css", "goals-2.css", "base-3.css", "print-4.css"] {
            fs::write(dist.join(name), format!("{} {{ x: y }}", &name[..1])).unwrap();
        }
        let link =
            |name: &str| format!("<link rel=\"stylesheet\" href=\"./{name}\" integrity=\"1\"/>\n");
        let links = ["tokens-1.css", "goals-2.css", "base-3.css", "print-4.css"].map(link).concat();
        let page = joined(&format!("<head>\n{links}<script data-a=\"b\">"), &dist).unwrap();
        let name = |page: &str, start: &str| {
            page.split(start).nth(1).unwrap().split(['"', '|']).next().unwrap().to_owned()
        };
        let read = |name: String| fs::read_to_string(dist.join(name)).unwrap();
        assert_eq!(read(name(&page, "href=\"./")), "t{x: y}b{x: y}");
        assert_eq!(read(name(&page, "data-style=\"./")), "g{x: y}p{x: y}");
        assert_eq!(page.matches("<link").count(), 1);
        assert!(!dist.join("goals-2.css").exists());
        fs::remove_dir_all(dist).unwrap();
    }
}
