//! Tables of words with both languages side by side.

/// Declares a table of words with both languages side by side, so that a missing or a forgotten
/// translation does not compile, and a reader sees the two at once: a record `Text`, and `text`,
/// which gives the words in a language.
macro_rules! words {
    ($($(#[$doc:meta])* $key:ident: $kind:ty = $zh:expr, $en:expr;)*) => {
        /// Every word.
        pub struct Text {
            $($(#[$doc])* pub $key: $kind,)*
        }

        static ZH: Text = Text { $($key: $zh,)* };
        static EN: Text = Text { $($key: $en,)* };

        /// The words in a language.
        pub fn text(locale: $crate::base::locale::Locale) -> &'static Text {
            match locale {
                $crate::base::locale::Locale::Zh => &ZH,
                $crate::base::locale::Locale::En => &EN,
            }
        }
    };
}

pub(crate) use words;
