//! Colours and type of charts, by role.

/// Red, green, blue.
pub type Rgb = (u8, u8, u8);

/// The colours of a chart by role; one theme a colour scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChartTheme {
    /// The page behind the chart; also the halo of labels.
    pub page: Rgb,
    /// Text that is read.
    pub text: Rgb,
    /// Axis labels.
    pub label: Rgb,
    /// Grid lines.
    pub grid: Rgb,
    /// The zero line and hatches.
    pub line: Rgb,
    /// Actual, as a line or the day in question.
    pub actual: Rgb,
    /// Actual, as many bars.
    pub actual_quiet: Rgb,
    /// Target.
    pub target: Rgb,
    /// The band of a forecast.
    pub forecast: Rgb,
    /// The band of an event.
    pub event: Rgb,
    /// Lines of others: competitors, by their places.
    pub others: [Rgb; 4],
    /// A line in the background: an average.
    pub quiet: Rgb,
    /// The steps of a heat calendar, from little to much.
    pub heat: [Rgb; 5],
}

impl ChartTheme {
    /// On a light page.
    pub const LIGHT: Self = Self {
        page: (255, 255, 255),
        text: (27, 28, 31),
        label: (84, 86, 91),
        grid: (236, 236, 232),
        line: (210, 210, 204),
        actual: (58, 82, 196),
        actual_quiet: (114, 130, 216),
        target: (27, 28, 31),
        forecast: (223, 228, 248),
        event: (246, 241, 227),
        others: [(181, 114, 0), (13, 133, 133), (143, 63, 151), (55, 145, 206)],
        quiet: (107, 118, 134),
        heat: [(236, 239, 251), (211, 218, 246), (168, 181, 236), (92, 115, 214), (50, 72, 180)],
    };

    /// On a dark page.
    pub const DARK: Self = Self {
        page: (22, 24, 27),
        text: (232, 233, 235),
        label: (173, 178, 186),
        grid: (38, 42, 47),
        line: (65, 71, 80),
        actual: (142, 160, 255),
        actual_quiet: (95, 112, 198),
        target: (232, 233, 235),
        forecast: (40, 48, 82),
        event: (38, 35, 27),
        others: [(227, 168, 59), (65, 189, 182), (212, 144, 220), (113, 195, 246)],
        quiet: (152, 162, 176),
        heat: [(29, 35, 56), (39, 48, 88), (54, 70, 133), (96, 118, 212), (157, 173, 255)],
    };
}

impl ChartTheme {
    /// The colour of the category at a place; the sixth and all after it look alike.
    pub const fn category(&self, place: usize) -> Rgb {
        match place {
            0 => self.actual,
            1 => self.others[0],
            2 => self.others[1],
            3 => self.others[2],
            4 => self.quiet,
            _ => self.others[3],
        }
    }
}

/// The fonts of the page, for canvas and SVG.
pub const FONTS: &str = "system-ui, -apple-system, 'PingFang SC', 'Microsoft YaHei', \
                         'Noto Sans CJK SC', 'Noto Sans SC', sans-serif";

/// Height of axis labels and direct labels, in CSS pixels.
pub const LABEL_PX: f64 = 11.0;
