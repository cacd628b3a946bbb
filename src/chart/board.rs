//! Four lists, two by two, as a picture: a SWOT.

use plotters_backend::DrawingBackend;

use crate::chart::frame::Size;
use crate::chart::measure::TextMeasure;
use crate::chart::pen::{Drawn, Pen, Side};
use crate::chart::theme::{ChartTheme, LABEL_PX};

/// The width of the picture in CSS pixels.
const WIDTH: f64 = 1_000.0;
const MARGIN: f64 = 24.0;
const LINE: f64 = 17.0;
const GAP: f64 = 7.0;

/// What is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Board {
    /// Over all of it.
    pub title: String,
    /// The four lists: their heading, and their lines.
    pub quadrants: [(String, Vec<String>); 4],
    /// Under all of it.
    pub foot: Vec<String>,
}

/// A picture that is laid out: every line with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// How large it is.
    pub size: Size,
    lines: Vec<Placed>,
    rules: Vec<(f64, f64, f64, f64)>,
}

#[derive(Clone, Debug, PartialEq)]
struct Placed {
    text: String,
    x: f64,
    y: f64,
    is_head: bool,
}

/// Breaks the lines and finds the places.
pub fn layout(board: &Board, measure: &dyn TextMeasure) -> Layout {
    let column = (WIDTH - 3.0 * MARGIN) / 2.0;
    let mut lines = Vec::new();
    let mut rules = Vec::new();
    let put = |lines: &mut Vec<Placed>, text: String, x: f64, y: f64, is_head: bool| {
        lines.push(Placed { text, x, y, is_head });
    };
    put(&mut lines, board.title.clone(), MARGIN, MARGIN + LINE / 2.0, true);
    let mut y = MARGIN + 2.0 * LINE;
    for row in board.quadrants.chunks(2) {
        let mut lowest = y;
        rules.push((MARGIN, y - GAP, WIDTH - MARGIN, y - GAP));
        for (idx, (head, entries)) in row.iter().enumerate() {
            let x = MARGIN + idx as f64 * (column + MARGIN);
            let mut at = y + LINE / 2.0;
            put(&mut lines, head.clone(), x, at, true);
            at += LINE + GAP;
            for entry in entries {
                for part in wrap(entry, column, measure) {
                    put(&mut lines, part, x, at, false);
                    at += LINE;
                }
                at += GAP;
            }
            lowest = lowest.max(at);
        }
        let middle = MARGIN + column + MARGIN / 2.0;
        rules.push((middle, y, middle, lowest));
        y = lowest + LINE;
    }
    rules.push((MARGIN, y - GAP, WIDTH - MARGIN, y - GAP));
    for text in &board.foot {
        for part in wrap(text, WIDTH - 2.0 * MARGIN, measure) {
            put(&mut lines, part, MARGIN, y + LINE / 2.0, false);
            y += LINE;
        }
    }
    Layout { size: Size { width: WIDTH, height: y + MARGIN }, lines, rules }
}

/// Draws what is laid out.
///
/// # Errors
///
/// What the backend says.
pub fn draw_board<B: DrawingBackend>(
    pen: &mut Pen<'_, B>,
    layout: &Layout,
    theme: &ChartTheme,
) -> Drawn<B> {
    pen.fill((0.0, 0.0), (layout.size.width, layout.size.height), theme.page)?;
    for &(x0, y0, x1, y1) in &layout.rules {
        pen.line((x0, y0), (x1, y1), 1.0, theme.line)?;
    }
    for line in &layout.lines {
        let color = if line.is_head { theme.actual } else { theme.text };
        pen.label(&line.text, (line.x, line.y), Side::Start, color)?;
    }
    Ok(())
}

/// Breaks a sentence into lines of at most `width`: at spaces where there are any, between any
/// two characters where a word alone is wider.
fn wrap(text: &str, width: f64, measure: &dyn TextMeasure) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut break_at = None::<usize>;
    for c in text.chars() {
        line.push(c);
        if c == ' ' || u32::from(c) >= 0x2E80 {
            break_at = Some(line.len());
        }
        if width < measure.width(&line, LABEL_PX) && line.chars().count() > 1 {
            let last = line.len() - c.len_utf8();
            let at = break_at.filter(|at| *at <= last && *at != 0).unwrap_or(last);
            let rest = line.split_off(at);
            lines.push(line.trim_end().to_owned());
            line = rest;
            break_at = None;
        }
    }
    if !line.trim().is_empty() || lines.is_empty() {
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::measure::Estimate;

    #[test]
    fn sentences_break_at_spaces_and_between_chinese_characters() {
        // 11 px a character.
        assert_eq!(wrap("现货库存充足", 44.0, &Estimate), ["现货库存", "充足"]);
        // 6.6 px a letter.
        assert_eq!(wrap("one two three", 53.0, &Estimate), ["one two", "three"]);
        assert_eq!(wrap("abcdefghij", 34.0, &Estimate), ["abcde", "fghij"]);
        assert_eq!(wrap("", 44.0, &Estimate), [""]);
    }

    #[test]
    fn the_picture_is_as_high_as_its_longest_lists() {
        let mut board = Board::default();
        let low = layout(&board, &Estimate).size.height;
        board.quadrants[0].1 = vec!["现货".to_owned(); 3];
        let high = layout(&board, &Estimate).size.height;
        assert_eq!(high - low, 3.0 * (LINE + GAP));
        // The list beside it has room for as many.
        board.quadrants[1].1 = vec!["客户".to_owned(); 3];
        assert_eq!(layout(&board, &Estimate).size.height, high);
    }
}
