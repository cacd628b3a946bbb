//! Which columns of the table are there and which stay in sight, as words that a browser keeps.

use crate::tools::products::text::names::Col;

const HIDDEN: &str = "hidden";
const FACTS: &str = "facts";
const SALES: &str = "sales";
const STOCK: &str = "stock";

/// What the table shows of the products.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// Their facts.
    #[default]
    Facts,
    /// What they sold in a period, and their markets.
    Sales,
    /// Stock and replenishment (T-54).
    Stock,
}

impl View {
    /// In the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Facts, Self::Sales, Self::Stock];

    /// Its columns, the name first.
    pub fn cols(self) -> &'static [Col] {
        match self {
            Self::Facts => &Col::FACTS,
            Self::Sales => &Col::SALES,
            Self::Stock => &Col::STOCK,
        }
    }
}

/// How the columns are looked at. It belongs to the browser, not to the workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns {
    /// Those that are not shown.
    pub hidden: Vec<Col>,
    /// The last column that stays in sight, of each view in their order.
    pub held: [Col; 3],
}

impl Default for Columns {
    fn default() -> Self {
        Self { hidden: Col::HIDDEN_FIRST.to_vec(), held: [Col::Name; 3] }
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
            held: [FACTS, SALES, STOCK].map(|name| of(name).unwrap_or(Col::Name)),
        }
    }

    /// As it is kept: a JSON object of words. They are ours: nothing in them is to be escaped.
    pub fn json(&self) -> String {
        let hidden: Vec<&str> = self.hidden.iter().map(|col| col.word()).collect();
        let ([facts, sales, stock], hidden) = (self.held.map(Col::word), hidden.join(","));
        format!(
            r#"{{"{HIDDEN}":"{hidden}","{FACTS}":"{facts}","{SALES}":"{sales}","{STOCK}":"{stock}"}}"#
        )
    }

    /// The columns of one view that are shown, in their order. The first names the rows and is
    /// always there.
    pub fn shown(&self, view: View) -> Vec<Col> {
        let is_shown = |col: &Col| *col == Col::Name || !self.hidden.contains(col);
        view.cols().iter().copied().filter(is_shown).collect()
    }

    /// Shows a column, or hides it.
    pub fn toggle(&mut self, col: Col) {
        match self.hidden.iter().position(|one| *one == col) {
            Some(idx) => drop(self.hidden.remove(idx)),
            None => self.hidden.push(col),
        }
    }

    /// Keeps a column and those before it in sight.
    pub fn freeze(&mut self, view: View, col: Col) {
        self.held[view as usize] = col;
    }

    /// How many of the shown columns stay in sight: up to the one that was chosen, or while that
    /// is hidden the one before it; at least one.
    pub fn n_frozen(&self, view: View) -> usize {
        let place = |col: Col| view.cols().iter().position(|one| *one == col);
        let last = place(self.held[view as usize]).unwrap_or(0);
        let is_before = |col: &&Col| place(**col).is_some_and(|at| at <= last);
        let shown = self.shown(view);
        shown.iter().filter(is_before).count().max(1)
    }
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
        columns.freeze(View::Facts, Col::Role);
        columns.freeze(View::Sales, Col::Revenue);
        assert_eq!(read(&columns.json()), columns);
        for text in ["", "{", "null", r#"{"facts":"colour","sales":7}"#] {
            assert_eq!(read(text), Columns::default(), "{text}");
        }
        // Nothing hidden is not the same as nothing said.
        columns.hidden.clear();
        assert_eq!(read(&columns.json()).hidden, []);
        for col in View::ALL.into_iter().flat_map(View::cols) {
            assert_eq!(Col::of_word(col.word()), Some(*col));
        }
    }

    #[test]
    fn what_stays_in_sight_follows_what_is_shown() {
        let mut columns = Columns::default();
        assert_eq!((columns.n_frozen(View::Facts), columns.n_frozen(View::Sales)), (1, 1));
        columns.freeze(View::Facts, Col::Persona);
        // Name, number, role, persona.
        assert_eq!((columns.n_frozen(View::Facts), columns.n_frozen(View::Sales)), (4, 1));
        columns.toggle(Col::Persona);
        assert_eq!(columns.n_frozen(View::Facts), 3);
        // The name of the row cannot be hidden.
        columns.toggle(Col::Name);
        assert_eq!(columns.shown(View::Facts)[0], Col::Name);
    }
}
