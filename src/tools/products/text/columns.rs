//! Which columns of the table are there and which stay in sight, as words that a browser keeps.

use crate::tools::products::text::names::Col;

const HIDDEN: &str = "hidden";
const FACTS: &str = "facts";
const SALES: &str = "sales";

/// How the columns are looked at. It belongs to the browser, not to the workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns {
    /// Those that are not shown.
    pub hidden: Vec<Col>,
    /// The last column of the facts that stays in sight.
    pub facts: Col,
    /// The last column of the sales that stays in sight.
    pub sales: Col,
}

impl Default for Columns {
    fn default() -> Self {
        Self { hidden: Col::HIDDEN_FIRST.to_vec(), facts: Col::Name, sales: Col::Name }
    }
}

impl Columns {
    /// What is kept under the names that `word` looks up. A word that is not known is as good as
    /// none.
    pub fn of_words(word: impl Fn(&str) -> Option<String>) -> Self {
        let usual = Self::default();
        let of = |name: &str| word(name).and_then(|word| Col::of_word(&word));
        let hidden = word(HIDDEN).map(|words| words.split(',').filter_map(Col::of_word).collect());
        Self {
            hidden: hidden.unwrap_or(usual.hidden),
            facts: of(FACTS).unwrap_or(usual.facts),
            sales: of(SALES).unwrap_or(usual.sales),
        }
    }

    /// As it is kept: a JSON object of words. They are ours: nothing in them is to be escaped.
    pub fn json(&self) -> String {
        let hidden: Vec<&str> = self.hidden.iter().map(|col| col.word()).collect();
        let (hidden, facts, sales) = (hidden.join(","), self.facts.word(), self.sales.word());
        format!(r#"{{"{HIDDEN}":"{hidden}","{FACTS}":"{facts}","{SALES}":"{sales}"}}"#)
    }

    /// The columns of one view that are shown, in their order. The first names the rows and is
    /// always there.
    pub fn shown(&self, is_sales: bool) -> Vec<Col> {
        let is_shown = |col: &Col| *col == Col::Name || !self.hidden.contains(col);
        all(is_sales).iter().copied().filter(is_shown).collect()
    }

    /// Shows a column, or hides it.
    pub fn toggle(&mut self, col: Col) {
        match self.hidden.iter().position(|one| *one == col) {
            Some(idx) => drop(self.hidden.remove(idx)),
            None => self.hidden.push(col),
        }
    }

    /// Keeps a column and those before it in sight.
    pub fn freeze(&mut self, is_sales: bool, col: Col) {
        *(if is_sales { &mut self.sales } else { &mut self.facts }) = col;
    }

    /// How many of the shown columns stay in sight: up to the one that was chosen, or while that
    /// is hidden the one before it; at least one.
    pub fn n_frozen(&self, is_sales: bool) -> usize {
        let place = |col: Col| all(is_sales).iter().position(|one| *one == col);
        let last = place(if is_sales { self.sales } else { self.facts }).unwrap_or(0);
        let is_before = |col: &&Col| place(**col).is_some_and(|at| at <= last);
        let shown = self.shown(is_sales);
        shown.iter().filter(is_before).count().max(1)
    }
}

fn all(is_sales: bool) -> &'static [Col] {
    if is_sales { &Col::SALES } else { &Col::FACTS }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Columns {
        let object: serde_json::Value = serde_json::from_str(text).unwrap_or_default();
        Columns::of_words(|name| Some(object.get(name)?.as_str()?.to_owned()))
    }

    #[test]
    fn columns_read_back_and_damaged_ones_are_the_usual() {
        let mut columns = Columns::default();
        assert_eq!(read(&columns.json()), columns);
        columns.toggle(Col::Stock);
        columns.toggle(Col::Profit);
        columns.freeze(false, Col::Role);
        columns.freeze(true, Col::Revenue);
        assert_eq!(read(&columns.json()), columns);
        for text in ["", "{", "null", r#"{"facts":"colour","sales":7}"#] {
            assert_eq!(read(text), Columns::default(), "{text}");
        }
        // Nothing hidden is not the same as nothing said.
        columns.hidden.clear();
        assert_eq!(read(&columns.json()).hidden, []);
        for col in Col::FACTS.into_iter().chain(Col::SALES) {
            assert_eq!(Col::of_word(col.word()), Some(col));
        }
    }

    #[test]
    fn what_stays_in_sight_follows_what_is_shown() {
        let mut columns = Columns::default();
        assert_eq!((columns.n_frozen(false), columns.n_frozen(true)), (1, 1));
        columns.freeze(false, Col::Persona);
        // Name, number, role, persona.
        assert_eq!((columns.n_frozen(false), columns.n_frozen(true)), (4, 1));
        columns.toggle(Col::Persona);
        assert_eq!(columns.n_frozen(false), 3);
        // The name of the row cannot be hidden.
        columns.toggle(Col::Name);
        assert_eq!(columns.shown(false)[0], Col::Name);
    }
}
