//! `index.html`: the parts take the place of the whole page.

use crate::Result;
use crate::link::Names;

/// The files of the whole page, as Trunk has named them.
pub struct Whole {
    /// Its JavaScript.
    pub js: String,
    /// Its wasm.
    pub wasm: String,
}

/// Reads the names of Trunk's files out of its page.
pub fn of_trunk(html: &str) -> Result<Whole> {
    let file = |attribute: &str| {
        let start = format!("{attribute}=\"./");
        let (_, rest) = html.split_once(&start)?;
        Some(rest.split_once('"')?.0.to_owned())
    };
    match (file("data-js"), file("data-wasm")) {
        (Some(js), Some(wasm)) => Ok(Whole { js, wasm }),
        _ => Err("index.html names no script in data-js and data-wasm".to_owned()),
    }
}

/// The page with the parts' names and integrities; the script that fetches parts is announced
/// beside the one that imports it, so that neither waits for the other.
pub fn rewritten(html: &str, whole: &Whole, names: &Names) -> Result<String> {
    let html = with_integrity(html, &whole.js, &names.js.integrity)?;
    let html = with_integrity(&html, &whole.wasm, &names.wasm.integrity)?;
    let html = html.replace(&whole.js, &names.js.name).replace(&whole.wasm, &names.wasm.name);
    let attribute = "data-wasm=";
    let parts = format!("data-parts=\"./{}\" {attribute}", names.parts.name);
    let html = html.replacen(attribute, &parts, 1);
    let preload = "<link rel=\"modulepreload\"";
    let Some((before, after)) = html.split_once(preload) else {
        return Err("index.html preloads no module".to_owned());
    };
    let (name, integrity) = (&names.parts.name, &names.parts.integrity);
    Ok(format!(
        "{before}{preload} href=\"./{name}\" crossorigin=\"anonymous\" \
         integrity=\"{integrity}\">{preload}{after}"
    ))
}

/// Puts another integrity into the link to a file.
fn with_integrity(html: &str, file: &str, integrity: &str) -> Result<String> {
    let missing = || format!("index.html has no link to {file} with an integrity");
    let link = html.find(&format!("href=\"./{file}\"")).ok_or_else(missing)?;
    let end = link + html[link..].find('>').ok_or_else(missing)?;
    let key = "integrity=\"";
    let start = link + html[link..end].find(key).ok_or_else(missing)? + key.len();
    let stop = start + html[start..end].find('"').ok_or_else(missing)?;
    Ok(format!("{}{integrity}{}", &html[..start], &html[stop..]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::Published;

    #[test]
    fn the_parts_take_the_place_of_the_whole() {
        let html = "<script src=\"./boot.js\" data-js=\"./a-1.js\" data-wasm=\"./a-1_bg.wasm\">\
            </script><link rel=\"modulepreload\" href=\"./a-1.js\" integrity=\"old\">\
            <link rel=\"preload\" href=\"./a-1_bg.wasm\" integrity=\"old\" as=\"fetch\">";
        let published =
            |name: &str| Published { name: name.into(), integrity: format!("of {name}") };
        let names = Names {
            js: published("b-2.js"),
            parts: published("b-2-parts.js"),
            wasm: published("b-2_bg.wasm"),
        };
        let whole = of_trunk(html).unwrap();
        assert_eq!(
            rewritten(html, &whole, &names).unwrap(),
            "<script src=\"./boot.js\" data-js=\"./b-2.js\" \
             data-parts=\"./b-2-parts.js\" data-wasm=\"./b-2_bg.wasm\">\
             </script><link rel=\"modulepreload\" href=\"./b-2-parts.js\" crossorigin=\"anonymous\" \
             integrity=\"of b-2-parts.js\">\
             <link rel=\"modulepreload\" href=\"./b-2.js\" integrity=\"of b-2.js\">\
             <link rel=\"preload\" href=\"./b-2_bg.wasm\" integrity=\"of b-2_bg.wasm\" as=\"fetch\">"
        );
        assert!(of_trunk("<p>").is_err());
    }
}
