//! Names of files that the user saves.

use crate::base::day::Day;

/// The longest name of a workbook inside of a file name, in characters.
const MAX_CHARS: usize = 60;

/// `店铺名-2026-11-21.zhanggui.json`; a workbook without a name is `zhanggui`.
pub fn export_name(workbook: &str, day: Day) -> String {
    format!("{}-{day}.zhanggui.json", safe(workbook, "zhanggui"))
}

/// `name` as every file system takes it: characters with a meaning become `_`, control and
/// direction characters go, and names that Windows keeps for devices get a `_`. 汉字 stay. What
/// is empty then is `fallback`.
pub fn safe(name: &str, fallback: &str) -> String {
    let kept = name.chars().filter(|char| !is_invisible(*char)).map(|char| match char {
        '\\' | '/' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => '_',
        char => char,
    });
    let text: String = kept.take(MAX_CHARS).collect();
    let text = text.trim().trim_matches(['.', ' ']).to_owned();
    let stem = text.split('.').next().unwrap_or_default().to_ascii_uppercase();
    match text.as_str() {
        "" => fallback.to_owned(),
        _ if is_device(&stem) => format!("_{text}"),
        _ => text,
    }
}

fn is_device(stem: &str) -> bool {
    let is_port = (stem.starts_with("COM") || stem.starts_with("LPT"))
        && stem.len() == 4
        && stem.ends_with(|char: char| char.is_ascii_digit());
    is_port || matches!(stem, "CON" | "PRN" | "AUX" | "NUL")
}

/// Control characters, and those that only steer the direction or the joining of others.
fn is_invisible(char: char) -> bool {
    char.is_control()
        || matches!(char, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}')
        || matches!(char, '\u{061c}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, expected: &str) {
        assert_eq!(safe(name, "zhanggui"), expected);
    }

    #[test]
    fn names_are_fit_for_every_file_system() {
        check("山野茶铺 旗舰店", "山野茶铺 旗舰店");
        check("a/b\\c:d*e?f\"g<h>i|j", "a_b_c_d_e_f_g_h_i_j");
        check("  ..  ", "zhanggui");
        check("", "zhanggui");
        check("con", "_con");
        check("COM1.txt", "_COM1.txt");
        check("company", "company");
        check("店\u{202e}gnp.exe\n", "店gnp.exe");
        check(&"店".repeat(200), &"店".repeat(60));
    }

    #[test]
    fn an_export_is_named_by_shop_and_day() {
        let day = "2026-11-21".parse().unwrap();
        assert_eq!(export_name("山野茶铺", day), "山野茶铺-2026-11-21.zhanggui.json");
    }
}
