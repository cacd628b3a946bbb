//! A card as a picture: laid out from measured words, then drawn.

use plotters_backend::DrawingBackend;

use crate::base::card::{BarBlock, BarKind, Card};
use crate::chart::frame::Size;
use crate::chart::measure::TextMeasure;
use crate::chart::pen::{Drawn, Pen, Point, Side};
use crate::chart::theme::{ChartTheme, Rgb};

/// The width of the picture in CSS pixels.
pub const WIDTH: f64 = 720.0;
const EDGE: f64 = 36.0;
const GAP: f64 = 28.0;
const BODY_PX: f64 = 13.0;
const LINE: f64 = 22.0;

/// Colours of the six categories on a light page, in their order.
const CATEGORIES: [Rgb; 6] =
    [(58, 82, 196), (181, 114, 0), (13, 133, 133), (143, 63, 151), (107, 118, 134), (55, 145, 206)];

/// One stroke of the picture.
#[derive(Clone, Debug, PartialEq)]
enum Mark {
    Text { at: Point, px: f64, side: Side, color: Rgb, is_bold: bool, text: String },
    Box { from: Point, to: Point, color: Rgb },
    Hatch { from: Point, to: Point, color: Rgb },
    Dot { at: Point, radius: f64, color: Rgb },
}

/// A card that is laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct CardPicture {
    /// How large it is.
    pub size: Size,
    marks: Vec<Mark>,
}

impl CardPicture {
    /// Lays a card out: one column of words, distributions in two.
    pub fn of(card: &Card, theme: &ChartTheme, measure: &dyn TextMeasure) -> Self {
        let mut sheet = Sheet { y: EDGE, marks: Vec::new(), theme, measure };
        sheet.head(card);
        sheet.sentence(&card.sentence);
        sheet.blocks(&card.bars);
        sheet.facts(&card.facts);
        sheet.uses(&card.uses_title, &card.uses);
        sheet.rule();
        sheet.paragraph(&card.footer, EDGE, WIDTH - 2.0 * EDGE, 11.0, 18.0, theme.label);
        let size = Size { width: WIDTH, height: sheet.y + EDGE - 8.0 };
        Self { size, marks: sheet.marks }
    }

    /// Draws it.
    pub fn draw<B: DrawingBackend>(&self, pen: &mut Pen<'_, B>, theme: &ChartTheme) -> Drawn<B> {
        pen.fill((0.0, 0.0), (self.size.width, self.size.height), theme.page)?;
        for mark in &self.marks {
            match mark {
                Mark::Text { at, px, side, color, is_bold, text } => {
                    pen.text(text, *at, *px, *is_bold, *side, *color)?;
                }
                Mark::Box { from, to, color } => pen.fill(*from, *to, *color)?,
                Mark::Dot { at, radius, color } => pen.dot(*at, *radius, *color)?,
                Mark::Hatch { from, to, color } => hatch(pen, *from, *to, *color)?,
            }
        }
        Ok(())
    }
}

fn hatch<B: DrawingBackend>(pen: &mut Pen<'_, B>, from: Point, to: Point, color: Rgb) -> Drawn<B> {
    let height = to.1 - from.1;
    let mut x = from.0;
    while x < to.0 {
        let end = (x + height).min(to.0);
        pen.line((x, to.1), (end, to.1 - (end - x)), 1.0, color)?;
        x += 5.0;
    }
    Ok(())
}

struct Sheet<'a> {
    y: f64,
    marks: Vec<Mark>,
    theme: &'a ChartTheme,
    measure: &'a dyn TextMeasure,
}

impl Sheet<'_> {
    fn text(&mut self, text: &str, at: Point, px: f64, side: Side, color: Rgb, is_bold: bool) {
        self.marks.push(Mark::Text { at, px, side, color, is_bold, text: text.to_owned() });
    }

    fn rule(&mut self) {
        let color = self.theme.grid;
        self.y += 10.0;
        self.marks.push(Mark::Box {
            from: (EDGE, self.y),
            to: (WIDTH - EDGE, self.y + 1.0),
            color,
        });
        self.y += 16.0;
    }

    /// Words that break within `width`; moves down by their lines.
    fn paragraph(&mut self, text: &str, x: f64, width: f64, px: f64, line: f64, color: Rgb) {
        for words in wrap(text, width, px, self.measure) {
            self.text(&words, (x, self.y + line / 2.0), px, Side::Start, color, false);
            self.y += line;
        }
    }

    fn head(&mut self, card: &Card) {
        let theme = self.theme;
        let color = CATEGORIES[usize::from(card.colour.clamp(1, 6)) - 1];
        self.marks.push(Mark::Dot { at: (EDGE + 24.0, self.y + 24.0), radius: 24.0, color });
        let center = (EDGE + 24.0, self.y + 24.0);
        self.text(&card.letter, center, 20.0, Side::Middle, theme.page, true);
        let tags: Vec<&str> = card.tags.iter().map(|(words, _)| words.as_str()).collect();
        let tags = tags.join(" · ");
        self.text(&tags, (WIDTH - EDGE, self.y + 12.0), 12.0, Side::End, theme.label, false);
        let room = WIDTH - 2.0 * EDGE - 64.0;
        let tag_room = room - self.measure.width(&tags, 12.0) - 16.0;
        let name = wrap(&card.name, tag_room, 22.0, self.measure);
        let name = name.first().cloned().unwrap_or_default();
        self.text(&name, (EDGE + 64.0, self.y + 14.0), 22.0, Side::Start, theme.text, true);
        let line = wrap(&card.subtitle, room, BODY_PX, self.measure);
        let line = line.first().cloned().unwrap_or_default();
        self.text(&line, (EDGE + 64.0, self.y + 38.0), BODY_PX, Side::Start, theme.label, false);
        self.y += 64.0;
    }

    fn sentence(&mut self, sentence: &str) {
        let top = self.y;
        let (width, color) = (WIDTH - 2.0 * EDGE - 16.0, self.theme.text);
        self.paragraph(sentence, EDGE + 16.0, width, 14.0, 24.0, color);
        let to = (EDGE + 3.0, self.y);
        self.marks.push(Mark::Box { from: (EDGE, top), to, color: self.theme.actual });
        self.y += 16.0;
    }

    /// Two columns; each block goes under the shorter one, stacked bars over the whole width.
    fn blocks(&mut self, blocks: &[BarBlock]) {
        let width = (WIDTH - 2.0 * EDGE - GAP) / 2.0;
        let mut ends = [self.y, self.y];
        for block in blocks.iter().filter(|block| !block.is_stacked) {
            let column = usize::from(ends[1] < ends[0]);
            let x = EDGE + column as f64 * (width + GAP);
            ends[column] = self.block(block, x, ends[column], width);
        }
        self.y = ends[0].max(ends[1]);
        for block in blocks.iter().filter(|block| block.is_stacked) {
            self.stacked(block);
        }
    }

    fn block(&mut self, block: &BarBlock, x: f64, top: f64, width: f64) -> f64 {
        let theme = self.theme;
        let mut y = top;
        self.text(&block.title, (x, y + 10.0), BODY_PX, Side::Start, theme.text, true);
        let after = x + self.measure.width(&block.title, BODY_PX) + 12.0;
        self.text(&block.note, (after, y + 10.0), 12.0, Side::Start, theme.label, false);
        y += LINE;
        let label_room = width * 0.32;
        let bar_room = width * 0.50;
        let full = f64::from(block.full());
        for row in &block.rows {
            let middle = y + LINE / 2.0;
            let name = wrap(&row.name, label_room, 12.0, self.measure);
            let name = name.first().cloned().unwrap_or_default();
            self.text(&name, (x, middle), 12.0, Side::Start, theme.text, false);
            let share = f64::from(row.share.unwrap_or(0)) / full * bar_room;
            let (from, to) =
                ((x + label_room, middle - 6.0), (x + label_room + share, middle + 6.0));
            match row.kind {
                BarKind::Plain => self.marks.push(Mark::Box { from, to, color: theme.actual }),
                BarKind::Unknown => self.marks.push(Mark::Hatch { from, to, color: theme.line }),
                BarKind::Others => {}
            }
            self.text(&row.text, (x + width, middle), 12.0, Side::End, theme.text, false);
            y += LINE;
        }
        y + 12.0
    }

    fn stacked(&mut self, block: &BarBlock) {
        let theme = self.theme;
        let width = WIDTH - 2.0 * EDGE;
        self.text(&block.title, (EDGE, self.y + 10.0), BODY_PX, Side::Start, theme.text, true);
        self.y += LINE;
        let mut x = EDGE;
        for (idx, row) in block.rows.iter().enumerate() {
            let share = f64::from(row.share.unwrap_or(0)) / 10_000.0 * width;
            let (from, to) = ((x, self.y), ((x + share - 1.0).max(x), self.y + 12.0));
            let color = CATEGORIES[idx.min(5)];
            self.marks.push(match row.kind {
                BarKind::Plain => Mark::Box { from, to, color },
                BarKind::Unknown | BarKind::Others => Mark::Hatch { from, to, color: theme.line },
            });
            x += share;
        }
        self.y += 14.0;
        let words: Vec<String> =
            block.rows.iter().map(|row| format!("{} {}", row.name, row.text)).collect();
        self.paragraph(&words.join("  "), EDGE, width, 12.0, LINE, theme.text);
        self.y += 4.0;
    }

    fn facts(&mut self, facts: &[(String, String)]) {
        if facts.is_empty() {
            return;
        }
        self.rule();
        let label_room = 148.0;
        let width = WIDTH - 2.0 * EDGE - label_room;
        let (label, value) = (self.theme.label, self.theme.text);
        for (name, words) in facts {
            let name = wrap(name, label_room - 8.0, BODY_PX, self.measure);
            let name = name.first().cloned().unwrap_or_default();
            self.text(&name, (EDGE, self.y + LINE / 2.0), BODY_PX, Side::Start, label, false);
            self.paragraph(words, EDGE + label_room, width, BODY_PX, LINE, value);
            self.y += 2.0;
        }
    }

    fn uses(&mut self, title: &str, uses: &[String]) {
        if uses.is_empty() {
            return;
        }
        self.rule();
        let color = self.theme.text;
        self.text(title, (EDGE, self.y + 10.0), BODY_PX, Side::Start, color, true);
        self.y += LINE;
        for words in uses {
            let at = (EDGE + 4.0, self.y + LINE / 2.0);
            self.marks.push(Mark::Dot { at, radius: 2.0, color });
            let width = WIDTH - 2.0 * EDGE - 16.0;
            self.paragraph(words, EDGE + 16.0, width, BODY_PX, LINE, color);
        }
    }
}

/// Breaks a text into lines of at most `width`: Chinese at any character that may begin a line,
/// Latin at spaces, a longer word within itself.
fn wrap(text: &str, width: f64, px: f64, measure: &dyn TextMeasure) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for piece in pieces(text) {
        let longer = format!("{line}{piece}");
        if line.is_empty() || measure.width(longer.trim_end(), px) <= width {
            line = longer;
        } else {
            lines.push(line.trim_end().to_owned());
            line = piece.trim_start().to_owned();
        }
        while width < measure.width(line.trim_end(), px) && 1 < line.chars().count() {
            let n_chars = line.chars().count();
            let fits = |n: &usize| {
                let head: String = line.chars().take(*n).collect();
                measure.width(&head, px) <= width
            };
            let n_head = (1..n_chars).rev().find(fits).unwrap_or(1);
            lines.push(line.chars().take(n_head).collect());
            line = line.chars().skip(n_head).collect();
        }
    }
    if !line.trim().is_empty() {
        lines.push(line.trim_end().to_owned());
    }
    lines
}

/// What stays together: a Latin word with the space after it, a Chinese character with the
/// punctuation after it.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut last = None::<char>;
    for c in text.chars() {
        let is_wide = |c: char| 0x2E80 <= u32::from(c);
        let stays = |c: char| {
            c.is_whitespace()
                || matches!(u32::from(c), 0x3001 | 0x3002 | 0xFF0C | 0xFF1A | 0xFF1B)
                || matches!(u32::from(c), 0x201D | 0x2019 | 0xFF09 | 0x300D)
        };
        let joins = last
            .is_some_and(|last| stays(c) || !is_wide(c) && !is_wide(last) && !last.is_whitespace());
        match pieces.last_mut() {
            Some(piece) if joins => piece.push(c),
            _ => pieces.push(c.to_string()),
        }
        last = Some(c);
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::card::BarRow;
    use crate::chart::measure::Estimate;

    #[test]
    fn words_break_where_they_may() {
        // 10 px a Chinese character, 6 px a Latin one.
        let lines = |text: &str, width| wrap(text, width, 10.0, &Estimate);
        assert_eq!(lines("送女友礼物", 30.0), ["送女友", "礼物"]);
        assert_eq!(lines("三天内到，带礼袋", 40.0), ["三天内", "到，带礼", "袋"]);
        assert_eq!(lines("two words here", 60.0), ["two words", "here"]);
        assert_eq!(lines("unbreakable", 30.0), ["unbre", "akabl", "e"]);
        assert_eq!(lines("", 30.0), Vec::<String>::new());
    }

    fn card() -> Card {
        let row = |name: &str, share, kind| BarRow {
            name: name.to_owned(),
            share: Some(share),
            text: format!("{}%", share / 100),
            kind,
        };
        Card {
            letter: "礼".to_owned(),
            colour: 9,
            name: "送女友礼物的他".to_owned(),
            subtitle: "25–34 岁".repeat(30),
            tags: vec![("主画像".to_owned(), false)],
            sentence: "你的消费者是：很长的一句话。".repeat(12),
            bars: vec![
                BarBlock {
                    title: "年龄".to_owned(),
                    note: "加权平均 28.8 岁".to_owned(),
                    is_stacked: false,
                    rows: vec![
                        row("25–29 岁", 3_800, BarKind::Plain),
                        row("未知", 200, BarKind::Unknown),
                    ],
                },
                BarBlock {
                    title: "性别".to_owned(),
                    note: String::new(),
                    is_stacked: true,
                    rows: vec![
                        row("女", 5_200, BarKind::Plain),
                        row("未知", 4_800, BarKind::Unknown),
                    ],
                },
            ],
            facts: vec![("硬性需求".to_owned(), "三天内到；带礼袋".repeat(9))],
            uses_title: "用在哪里".to_owned(),
            uses: vec!["主图先答来不来得及".to_owned()],
            footer: "12 条里 7 条有证据".to_owned(),
        }
    }

    #[test]
    fn nothing_sticks_out_and_nothing_overlaps_the_end() {
        let picture = CardPicture::of(&card(), &ChartTheme::LIGHT, &Estimate);
        for mark in &picture.marks {
            let (from, to) = match mark {
                Mark::Text { at, px, side, text, .. } => {
                    let width = Estimate.width(text, *px);
                    let left = match side {
                        Side::Start => at.0,
                        Side::Middle => at.0 - width / 2.0,
                        Side::End => at.0 - width,
                    };
                    ((left, at.1), (left + width, at.1))
                }
                Mark::Box { from, to, .. } | Mark::Hatch { from, to, .. } => (*from, *to),
                Mark::Dot { at, radius, .. } => {
                    ((at.0 - radius, at.1 - radius), (at.0 + radius, at.1 + radius))
                }
            };
            assert!(0.0 <= from.0 && to.0 <= WIDTH && from.0 <= to.0, "{mark:?}");
            assert!(0.0 <= from.1 && to.1 <= picture.size.height, "{mark:?}");
        }
    }

    #[test]
    fn an_empty_card_is_drawn_too() {
        let picture = CardPicture::of(&Card::default(), &ChartTheme::LIGHT, &Estimate);
        assert!(100.0 < picture.size.height && picture.size.height < 260.0);
    }
}
