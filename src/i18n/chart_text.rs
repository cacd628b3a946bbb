//! The words around charts.

use crate::base::locale::Locale;

/// What every chart says of itself.
pub struct Text {
    /// The legend: bars, ticks, lines, band, in the order of `Series::ALL`.
    pub series: [&'static str; 5],
    /// The legend as a whole.
    pub legend: &'static str,
    /// Opens the table.
    pub as_table: &'static str,
    /// Head of the first column.
    pub slot: &'static str,
    /// A target that was typed.
    pub locked: &'static str,
    /// A past slot without a value.
    pub missing: &'static str,
    /// Saves a picture.
    pub save_png: &'static str,
    /// Puts a picture on the clipboard.
    pub copy_png: &'static str,
    /// Saves a drawing.
    pub save_svg: &'static str,
    /// After copying.
    pub copied: &'static str,
    /// Where the browser does not copy pictures.
    pub not_copied: &'static str,
    /// How the chart is read by keyboard.
    pub keys: &'static str,
    /// How a chart of rows is.
    pub row_keys: &'static str,
    /// How a chart over time is, and how to look closer at a part of it.
    pub zoom_keys: &'static str,
    /// How a calendar is.
    pub heat_keys: &'static str,
}

/// The words in a language.
pub fn text(locale: Locale) -> &'static Text {
    match locale {
        Locale::Zh => &ZH,
        Locale::En => &EN,
    }
}

static ZH: Text = Text {
    series: ["实际", "目标", "累计实际", "累计目标", "预测区间"],
    legend: "图例",
    as_table: "以表格查看",
    slot: "时间",
    locked: "已锁定",
    missing: "无数据",
    save_png: "存为 PNG",
    copy_png: "复制图片",
    save_svg: "存为 SVG",
    copied: "已复制",
    not_copied: "浏览器不允许复制图片，请改用存为 PNG",
    keys: "左右方向键逐期读数，Esc 关闭",
    row_keys: "上下方向键逐行读数，Esc 关闭",
    zoom_keys: "左右方向键逐期读数；按住 Shift 选一段，回车放大；Esc 关闭",
    heat_keys: "上下方向键逐日、左右方向键逐周读数，Esc 关闭",
};

static EN: Text = Text {
    series: ["Actual", "Target", "Cum. actual", "Cum. target", "Forecast"],
    legend: "Legend",
    as_table: "View as a table",
    slot: "Period",
    locked: "locked",
    missing: "no data",
    save_png: "Save PNG",
    copy_png: "Copy picture",
    save_svg: "Save SVG",
    copied: "Copied",
    not_copied: "The browser does not copy pictures; save the PNG instead",
    keys: "Left and right arrow keys read the values, Esc closes",
    row_keys: "Up and down arrow keys read the rows, Esc closes",
    zoom_keys: "Left and right arrow keys read the values; with Shift they mark a part, Enter looks closer, Esc closes",
    heat_keys: "Arrow keys go by days up and down, by weeks sideways, Esc closes",
};
