//! The settings of the screen as signals, and their effect on the document.

use leptos::prelude::*;

use crate::base::locale::Locale;
use crate::base::prefs::{ColourRule, Prefs, Theme};
use crate::persist::keys::PREFS;
use crate::platform::{document, storage};

/// The settings of the screen. A copy of the handle means the same settings.
#[derive(Clone, Copy, Debug)]
pub struct Screen {
    prefs: RwSignal<Prefs>,
}

/// The settings of this screen.
pub fn use_screen() -> Screen {
    expect_context()
}

impl Screen {
    /// Reads the stored settings and keeps the document in step with them.
    pub fn provide() -> Self {
        let stored = storage::words(PREFS);
        let screen = Self { prefs: RwSignal::new(Prefs::of_words(stored)) };
        provide_context(screen);
        Effect::new(move || screen.show());
        screen
    }

    fn change(self, change: impl FnOnce(&mut Prefs)) {
        self.prefs.update(change);
        // A browser without storage shows the setting until it is closed: nothing is lost that a
        // user would look for.
        let _ = storage::set(PREFS, &self.prefs.get_untracked().json());
    }

    fn show(self) {
        let prefs = self.prefs.get();
        document::set_root_attribute("lang", Some(self.locale().tag()));
        document::set_root_attribute("data-theme", prefs.theme.attribute());
        document::set_root_attribute("data-colours", Some(prefs.colours_or_default().attribute()));
    }

    /// The language, followed by whoever reads it in a closure.
    pub fn locale(self) -> Locale {
        self.prefs.get().locale_or(document::browser_language().as_deref())
    }

    /// Sets the language; the page is built anew.
    pub fn set_locale(self, locale: Locale) {
        self.change(|prefs| prefs.locale = Some(locale));
    }

    /// Light, dark or as the system says.
    pub fn theme(self) -> Theme {
        self.prefs.get().theme
    }

    /// Sets light, dark or as the system says.
    pub fn set_theme(self, theme: Theme) {
        self.change(|prefs| prefs.theme = theme);
    }

    /// Whether the screen is dark now.
    pub fn is_dark(self) -> bool {
        match self.theme() {
            Theme::System => document::prefers_dark(),
            theme => theme == Theme::Dark,
        }
    }

    /// Which colour is up.
    pub fn colours(self) -> ColourRule {
        self.prefs.get().colours_or_default()
    }

    /// Sets which colour is up.
    pub fn set_colours(self, colours: ColourRule) {
        self.change(|prefs| prefs.colours = Some(colours));
    }
}
