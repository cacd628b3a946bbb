//! The style sheets as one file: what they share is compressed once, and it is one request.

use std::fs;
use std::path::Path;

use crate::digest;
use crate::{Result, read, write};

/// Puts one style sheet in the place of all that `html` links to, in their order.
pub fn joined(html: &str, dist: &Path) -> Result<String> {
    let (mut rest, mut page, mut styles) = (html, String::new(), String::new());
    let mut place = None;
    while let Some((before, after)) = rest.split_once("<link rel=\"stylesheet\"") {
        page.push_str(before.trim_end_matches('\n'));
        let (link, after) = after.split_once('>').ok_or("index.html ends in a link")?;
        let name = link.split("href=\"./").nth(1).and_then(|rest| rest.split('"').next());
        let name = name.ok_or("index.html links to a style sheet elsewhere")?;
        styles.push_str(&small(&read(&dist.join(name))?));
        fs::remove_file(dist.join(name)).map_err(|error| format!("{name}: {error}"))?;
        place.get_or_insert(page.len());
        rest = after;
    }
    page.push_str(rest);
    let place = place.ok_or("index.html links to no style sheet")?;
    let name = format!("zhanggui-{}.css", digest::name(&[styles.as_bytes()]));
    let integrity = digest::integrity(styles.as_bytes());
    write(&dist.join(&name), styles.as_bytes())?;
    let link = format!("\n<link rel=\"stylesheet\" href=\"./{name}\" integrity=\"{integrity}\">");
    page.insert_str(place, &link);
    Ok(page)
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
    fn all_style_sheets_become_one_in_their_order() {
        let dist = std::env::temp_dir().join(format!("splitter-css-{}", std::process::id()));
        fs::create_dir_all(&dist).unwrap();
        fs::write(dist.join("a.css"), "a { x: y }").unwrap();
        fs::write(dist.join("b.css"), "b { x: y }").unwrap();
        let html = "<head>\n<link rel=\"stylesheet\" href=\"./a.css\" integrity=\"1\"/>\n\
                    <link rel=\"stylesheet\" href=\"./b.css\" integrity=\"2\"/>\n<script>";
        let page = joined(html, &dist).unwrap();
        let name = page.split("./").nth(1).unwrap().split('"').next().unwrap();
        assert_eq!(fs::read_to_string(dist.join(name)).unwrap(), "a{x: y}b{x: y}");
        assert_eq!(page.matches("<link").count(), 1);
        assert!(!dist.join("a.css").exists());
        fs::remove_dir_all(dist).unwrap();
    }
}
