//! The SWOT as Markdown, and as the lines of a picture.

use std::fmt::Write as _;

use crate::base::day::Day;
use crate::tools::swot::calc::{self, Way};
use crate::tools::swot::model::{Quadrant, Swot};
use crate::tools::swot::text::Text;

/// All of it as one Markdown document: quadrants, strategies, core competence.
pub fn markdown(swot: &Swot, shop: &str, today: Day, t: &Text) -> String {
    let mut out = format!("# {} {shop} {today}\n", t.title);
    for quadrant in Quadrant::ALL {
        let name = (t.quadrant)(quadrant);
        let _ = write!(out, "\n## {} {name} ({})\n\n", quadrant.letter(), (t.handling)(quadrant));
        for line in lines(swot, quadrant, t) {
            let _ = writeln!(out, "- {}", escaped(&line));
        }
    }
    if !swot.strategies.is_empty() {
        let _ = write!(out, "\n## {}\n", t.tows);
    }
    for way in Way::ALL {
        let rows = calc::strategies(swot, way);
        if rows.is_empty() {
            continue;
        }
        let _ = write!(out, "\n### {} {}\n\n", way.letters(), (t.way)(way));
        for (codes, one) in rows {
            let mut line = format!("{} {}", codes.join("+"), one.text);
            let due = one.due.map(|day| day.to_string()).unwrap_or_default();
            for (name, value) in [(t.owner, &one.owner), (t.due, &due)] {
                if !value.is_empty() {
                    let _ = write!(line, " · {name} {value}");
                }
            }
            let _ = write!(line, " · {}", (t.status_name)(one.status));
            let _ = writeln!(out, "- {}", escaped(&line));
        }
    }
    if !swot.competence.is_empty() {
        let _ = write!(out, "\n## {}\n\n{}\n", t.competence, escaped(&swot.competence));
    }
    out
}

/// The entries of a quadrant, one a line: short name, sentence, scores.
pub fn lines(swot: &Swot, quadrant: Quadrant, t: &Text) -> Vec<String> {
    let mut lines = Vec::new();
    for one in calc::quadrant(swot, quadrant, false) {
        let entry = &one.entry;
        let scores = (t.scores)(entry.weight, entry.rating, entry.impact());
        lines.push(format!("{} {} ({scores})", one.code, entry.text));
    }
    lines
}

/// Text as text: what Markdown would read as its own signs is escaped, and it stays one line.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' => out.push(' '),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' => {
                out.push('\\');
                out.push(c);
            }
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::id::Id;
    use crate::base::locale::Locale;
    use crate::tools::swot::model::{Strategy, SwotEntry};
    use crate::tools::swot::text::text;

    #[test]
    fn the_document_has_quadrants_strategies_and_competence() {
        let [s, o, strategy] = [1, 2, 3].map(Id::from_bits);
        let swot = Swot {
            entries: vec![
                SwotEntry::new(s, Quadrant::Strength, "现货 *库存*".to_owned()),
                SwotEntry::new(o, Quadrant::Opportunity, "双11".to_owned()),
            ],
            strategies: vec![Strategy::new(strategy, "当天发货".to_owned(), vec![o, s])],
            competence: "快".to_owned(),
            ..Swot::default()
        };
        let day = "2026-10-22".parse().unwrap();
        let text = markdown(&swot, "汀匣", day, text(Locale::Zh));
        for part in [
            "# SWOT 汀匣 2026-10-22",
            "## S 优势 (找出来并保持)",
            "- S1 现货 \\*库存\\* (权重 3，评分 3，影响 9)",
            "### SO 用优势抓机会",
            "- S1+O1 当天发货 · 未做",
            "## 核心竞争力\n\n快",
        ] {
            assert!(text.contains(part), "{part} is not in\n{text}");
        }
    }
}
