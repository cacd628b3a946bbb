//! The signs of the program, drawn on a field of 16 × 16.

/// A sign. Never the only bearer of a meaning: a word or an accessible name stands with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum IconName {
    /// 掌柜's own: an abacus bead frame.
    Brand,
    Today,
    Goals,
    Import,
    Export,
    Archive,
    Settings,
    Undo,
    Redo,
    Theme,
    Check,
    Alert,
    Info,
    Close,
    Lock,
    Unlock,
    Note,
    Plus,
    Delete,
    Copy,
    Edit,
    File,
    Calendar,
    Event,
    ChevronDown,
    ChevronRight,
    ChevronLeft,
    More,
    Search,
    Print,
    Chart,
    Table,
    Refresh,
    Freeze,
    Up,
    Down,
    Shield,
    People,
    Path,
    Rivals,
    Quadrants,
    /// Steps down: why a number moved.
    Steps,
    Flag,
    Tag,
    Bubbles,
    /// Spreading the word.
    Megaphone,
    Coins,
    Flask,
    Sprout,
    Scatter,
}

impl IconName {
    /// The path that is drawn with a line of 1.4, and the one that is filled; either may be empty.
    pub fn paths(self) -> (&'static str, &'static str) {
        let line = match self {
            Self::Brand => "M3 2.5h10v11H3zM3 6h10M6 2.5v11M10 2.5v11",
            Self::Today => "M13.5 8A5.5 5.5 0 1 1 2.5 8a5.5 5.5 0 0 1 11 0zM8 5v3l2 1.5",
            Self::Goals => {
                "M13.5 8A5.5 5.5 0 1 1 2.5 8a5.5 5.5 0 0 1 11 0zM10 8a2 2 0 1 1-4 0 2 2 0 0 1 4 0z"
            }
            Self::Import => "M8 2.5v7M5 6.5l3 3 3-3M2.5 11v2.5h11V11",
            Self::Export => "M8 9.5v-7M5 5.5l3-3 3 3M2.5 11v2.5h11V11",
            Self::Archive => "M2.5 5h11v8.5h-11zM2.5 5l1.5-2.5h8L13.5 5M6.5 8h3",
            Self::Settings => {
                "M2.5 5h6M11.5 5h2M2.5 11h2M7.5 11h6M11.5 5a1.5 1.5 0 1 1-3 0 1.5 1.5 0 0 1 3 0zM7.5 11a1.5 1.5 0 1 1-3 0 1.5 1.5 0 0 1 3 0z"
            }
            Self::Undo => "M5.5 3L2.5 6l3 3M2.5 6h7a4 4 0 0 1 0 8H7",
            Self::Redo => "M10.5 3l3 3-3 3M13.5 6h-7a4 4 0 0 0 0 8H9",
            Self::Theme => "M13.5 8A5.5 5.5 0 1 1 2.5 8a5.5 5.5 0 0 1 11 0z",
            Self::Check => "M3 8.5l3 3 7-7",
            Self::Alert => "M8 2.5l6 11H2zM8 6.5v3.5M8 12h.01",
            Self::Info => "M13.5 8A5.5 5.5 0 1 1 2.5 8a5.5 5.5 0 0 1 11 0zM8 7.5V11M8 5h.01",
            Self::Close => "M4 4l8 8M12 4l-8 8",
            Self::Lock => "M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5",
            Self::Unlock => "M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 0 1 4.8-1",
            Self::Note => "M2.5 3h11v7.5H8L5 13.5v-3H2.5zM5 5.5h6M5 8h4",
            Self::Plus => "M8 3v10M3 8h10",
            Self::Delete => "M2.5 4.5h11M6 4.5v-2h4v2M4 4.5l.7 9h6.6l.7-9M6.7 7v4M9.3 7v4",
            Self::Copy => "M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3",
            Self::Edit => "M3 13l.7-3L10.5 3.2l2.3 2.3L6 12.3zM9 4.7L11.3 7",
            Self::File => "M4 2.5h5l3 3v8H4zM9 2.5v3h3",
            Self::Calendar => "M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2.5v3M10.5 2.5v3",
            Self::ChevronDown => "M4 6l4 4 4-4",
            Self::ChevronRight => "M6 4l4 4-4 4",
            Self::ChevronLeft => "M10 4L6 8l4 4",
            Self::Search => "M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0zM10.5 10.5l3 3",
            Self::Print => "M4.5 6V2.5h7V6M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7v4h-7z",
            Self::Chart => "M3 13V8M6.5 13V4M10 13V9.5M13.5 13V6",
            Self::Table => "M2.5 3h11v10h-11zM2.5 6.3h11M2.5 9.7h11M6.5 3v10",
            Self::Refresh => "M13 8a5 5 0 1 1-1.5-3.6M13 2.5v3h-3",
            Self::Freeze => {
                "M8 2v12M2.8 5l10.4 6M13.2 5L2.8 11M6.5 3.2L8 4.5l1.5-1.3M6.5 12.8L8 11.5l1.5 1.3"
            }
            Self::Shield => "M8 2.5l5 1.8v3.7c0 2.8-2 4.7-5 5.8-3-1.1-5-3-5-5.8V4.3z",
            Self::People => {
                "M8.5 5.5a2.3 2.3 0 1 1-4.6 0 2.3 2.3 0 0 1 4.6 0zM2 13c0-2.6 1.8-4 4.2-4s4.2 1.4 4.2 4M10.2 3.4a2.2 2.2 0 0 1 0 4.2M11.6 9.4c1.5.5 2.4 1.8 2.4 3.6"
            }
            Self::Path => {
                "M5 4a1.5 1.5 0 1 1-3 0 1.5 1.5 0 0 1 3 0zM14 12a1.5 1.5 0 1 1-3 0 1.5 1.5 0 0 1 3 0zM5 4h5a2 2 0 0 1 0 4H6a2 2 0 0 0 0 4h5"
            }
            Self::Rivals => "M2.5 13.5V8h4v5.5M9.5 13.5V3h4v10.5M1.5 13.5h13",
            Self::Steps => "M2.5 3.5h3.5v3.5h3.5v3.5h4v3",
            Self::Quadrants => "M2.5 2.5h11v11h-11zM8 2.5v11M2.5 8h11",
            Self::Flag => "M4 14V2.5M4 3h8.5l-2 2.8 2 2.7H4",
            Self::Tag => "M2.5 2.5h5.2l5.8 5.8-5.2 5.2-5.8-5.8zM6 5.5h.01",
            Self::Scatter => "M2.5 2v11.5H14M8.2 2.5v11M2.5 8H14",
            Self::Megaphone => "M2.5 6.5v3h2.5l6 3V3.5l-6 3zM5 9.5l1 4h1.5l-.8-4M13 6.5v3",
            Self::Bubbles => {
                "M2.5 2.5v11h11M7.5 9.5a1.5 1.5 0 1 1-3 0 1.5 1.5 0 0 1 3 0zM13 5.5a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0z"
            }
            Self::Coins => {
                "M10 5.2c0 1.2-1.7 2.2-3.8 2.2S2.4 6.4 2.4 5.2 4.1 3 6.2 3 10 4 10 5.2zM2.4 5.2v3c0 1.2 1.7 2.2 3.8 2.2M13.6 10.4c0 1.2-1.7 2.2-3.8 2.2S6 11.6 6 10.4s1.7-2.2 3.8-2.2 3.8 1 3.8 2.2zM6 10.4v1.4C6 13 7.7 14 9.8 14s3.8-1 3.8-2.2v-1.4"
            }
            Self::Sprout => {
                "M8 13.5v-6M8 9.5c0-3-2-5-5.5-5 0 3 2 5 5.5 5zM8 7.5c0-2.5 2-5 5.5-5 0 3-2 5-5.5 5z"
            }
            Self::Flask => "M6 2.5h4M6.5 2.5v4l-3.5 7h10l-3.5-7v-4M5 10h6",
            Self::More | Self::Event | Self::Up | Self::Down => "",
        };
        let fill = match self {
            Self::Theme => "M8 2.5v11a5.5 5.5 0 0 0 0-11z",
            Self::More => {
                "M4.5 8a1.2 1.2 0 1 1-2.4 0 1.2 1.2 0 0 1 2.4 0zM9.2 8a1.2 1.2 0 1 1-2.4 0 1.2 1.2 0 0 1 2.4 0zM13.9 8a1.2 1.2 0 1 1-2.4 0 1.2 1.2 0 0 1 2.4 0z"
            }
            Self::Event => "M8 3l5 5-5 5-5-5z",
            Self::Up => "M8 4l5 8H3z",
            Self::Down => "M8 12L3 4h10z",
            _ => "",
        };
        (line, fill)
    }
}
