//! Settings of the screen. They belong to this browser, not to the workbook.

use crate::base::locale::Locale;

const LOCALE: &str = "locale";
const THEME: &str = "theme";
const COLOURS: &str = "colours";

fn locale_word(locale: Locale) -> &'static str {
    match locale {
        Locale::Zh => "zh",
        Locale::En => "en",
    }
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// All three, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The word that is stored.
    fn word(self) -> &'static str {
        self.attribute().unwrap_or("system")
    }

    /// The value of `data-theme`; none leaves it to the system.
    pub fn attribute(self) -> Option<&'static str> {
        match self {
            Self::System => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }
}

/// Which colour says "more than before". It never says "good".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ColourRule {
    /// 红涨绿跌, as in China.
    RedUp,
    /// Green up, red down, as elsewhere.
    GreenUp,
    /// Blue up, orange down: for eyes that do not tell red from green.
    BlueUp,
}

impl ColourRule {
    /// All three, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::RedUp, Self::GreenUp, Self::BlueUp];

    /// The word that is stored.
    fn word(self) -> &'static str {
        match self {
            Self::RedUp => "red_up",
            Self::GreenUp => "green_up",
            Self::BlueUp => "blue_up",
        }
    }

    /// The value of `data-colours`.
    pub fn attribute(self) -> &'static str {
        match self {
            Self::RedUp => "red-up",
            Self::GreenUp => "green-up",
            Self::BlueUp => "blue-up",
        }
    }
}

/// The settings of the screen. What is absent follows the browser.
///
/// They are stored as a JSON object of three words, which the browser itself reads: before the
/// first paint in `boot.js`, and for the program.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Prefs {
    /// The language; at first the browser's.
    pub locale: Option<Locale>,
    /// Light or dark.
    pub theme: Theme,
    /// Which colour is up; at first that of the language.
    pub colours: Option<ColourRule>,
}

impl Prefs {
    /// The settings whose stored words `word` gives by their name; a word that is not known is as
    /// good as none.
    pub fn of_words(word: impl Fn(&str) -> Option<String>) -> Self {
        let known = |name: &str, words: &[&str]| {
            let word = word(name)?;
            words.iter().position(|known| *known == word)
        };
        Self {
            locale: known(LOCALE, &Locale::ALL.map(locale_word)).map(|at| Locale::ALL[at]),
            theme: known(THEME, &Theme::ALL.map(Theme::word))
                .map_or(Theme::System, |at| Theme::ALL[at]),
            colours: known(COLOURS, &ColourRule::ALL.map(ColourRule::word))
                .map(|at| ColourRule::ALL[at]),
        }
    }

    /// The settings as they are stored. The words are ours: nothing in them is to be escaped.
    pub fn json(self) -> String {
        let field = |name: &str, word: &str| format!("\"{name}\":\"{word}\"");
        let fields = [
            self.locale.map(|locale| field(LOCALE, locale_word(locale))),
            Some(field(THEME, self.theme.word())),
            self.colours.map(|colours| field(COLOURS, colours.word())),
        ];
        format!("{{{}}}", fields.into_iter().flatten().collect::<Vec<_>>().join(","))
    }

    /// The language to show, `browser` being the one that the browser is set to.
    pub fn locale_or(self, browser: Option<&str>) -> Locale {
        let of_browser = match browser {
            Some(tag) if tag.to_ascii_lowercase().starts_with("zh") => Locale::Zh,
            Some(_) => Locale::En,
            None => Locale::default(),
        };
        self.locale.unwrap_or(of_browser)
    }

    /// The colours to use. English begins with red up too: the figures are those of the trade.
    pub fn colours_or_default(self) -> ColourRule {
        self.colours.unwrap_or(ColourRule::RedUp)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Prefs {
        let object: serde_json::Value = serde_json::from_str(text).unwrap_or_default();
        Prefs::of_words(|name| Some(object.get(name)?.as_str()?.to_owned()))
    }

    #[test]
    fn damaged_settings_are_the_defaults() {
        for text in ["", "{", "null", "[1]", r#"{"theme":"pink"}"#, r#"{"locale":7}"#] {
            assert_eq!(read(text), Prefs::default(), "{text}");
        }
    }

    #[test]
    fn settings_read_back() {
        let prefs = Prefs {
            locale: Some(Locale::En),
            theme: Theme::Dark,
            colours: Some(ColourRule::BlueUp),
        };
        assert_eq!(prefs.json(), r#"{"locale":"en","theme":"dark","colours":"blue_up"}"#);
        assert_eq!(Prefs::default().json(), r#"{"theme":"system"}"#);
        for theme in Theme::ALL {
            for colours in ColourRule::ALL.map(Some).into_iter().chain([None]) {
                for locale in Locale::ALL.map(Some).into_iter().chain([None]) {
                    let prefs = Prefs { locale, theme, colours };
                    assert_eq!(read(&prefs.json()), prefs);
                }
            }
        }
    }

    #[test]
    fn the_language_follows_the_browser_until_it_is_chosen() {
        let prefs = Prefs::default();
        assert_eq!(prefs.locale_or(Some("zh-TW")), Locale::Zh);
        assert_eq!(prefs.locale_or(Some("de-DE")), Locale::En);
        assert_eq!(prefs.locale_or(None), Locale::Zh);
        let prefs = Prefs { locale: Some(Locale::En), ..prefs };
        assert_eq!(prefs.locale_or(Some("zh-CN")), Locale::En);
    }
}
