//! Settings of the screen. They belong to this browser, not to the workbook.

use serde::{Deserialize, Serialize};

use crate::base::locale::Locale;

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Prefs {
    /// The language; at first the browser's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub locale: Option<Locale>,
    /// Light or dark.
    pub theme: Theme,
    /// Which colour is up; at first that of the language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub colours: Option<ColourRule>,
}

impl Prefs {
    /// Reads stored settings; anything damaged is as good as none.
    pub fn read(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_default()
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

    #[test]
    fn damaged_settings_are_the_defaults() {
        for text in ["", "{", "null", "[1]", r#"{"theme":"pink"}"#] {
            assert_eq!(Prefs::read(text), Prefs::default(), "{text}");
        }
    }

    #[test]
    fn settings_read_back() {
        let prefs = Prefs {
            locale: Some(Locale::En),
            theme: Theme::Dark,
            colours: Some(ColourRule::BlueUp),
        };
        let text = serde_json::to_string(&prefs).unwrap();
        assert_eq!(text, r#"{"locale":"en","theme":"dark","colours":"blue_up"}"#);
        assert_eq!(Prefs::read(&text), prefs);
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
