//! The language of the page that is being built.

use leptos::prelude::*;

use crate::base::locale::Locale;

/// A newtype, so that no other context of the same type is taken for it.
#[derive(Clone, Copy)]
struct PageLocale(Locale);

/// Sets the language for everything below.
pub fn provide_locale(locale: Locale) {
    provide_context(PageLocale(locale));
}

/// The language of this page. Not a signal: the page is built anew when the language changes, so
/// that words are plain text and not closures.
pub fn use_locale() -> Locale {
    use_context::<PageLocale>().map_or(Locale::default(), |locale| locale.0)
}
