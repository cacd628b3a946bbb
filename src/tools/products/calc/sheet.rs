//! How complete a fact sheet is (T-07).

use crate::knowledge::fact_sheet::{SHEET_FIELDS, SheetField};
use crate::tools::products::model::Product;

/// How many of the fields of a sheet are filled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filled {
    /// Those that are.
    pub n: usize,
    /// All of them: those in words, and name, price, stock and number.
    pub n_all: usize,
}

/// The fields of the product itself that the sheet asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnField {
    /// 产品名称.
    Name,
    /// 价格.
    Price,
    /// 库存情况.
    Stock,
    /// 编号.
    ItemId,
}

impl OwnField {
    /// In the order of the source.
    pub const ALL: [Self; 4] = [Self::Name, Self::Price, Self::Stock, Self::ItemId];

    /// Whether the product says it.
    pub fn is_filled(self, product: &Product) -> bool {
        match self {
            Self::Name => !product.name.trim().is_empty(),
            Self::Price => product.price.is_some(),
            Self::Stock => product.stock.is_some(),
            Self::ItemId => !product.item_id.trim().is_empty(),
        }
    }
}

fn is_said(product: &Product, field: &SheetField) -> bool {
    !product.sheet_text(field.key).trim().is_empty()
}

/// How much of the sheet is filled.
pub fn filled(product: &Product) -> Filled {
    let words = SHEET_FIELDS.iter().filter(|field| is_said(product, field)).count();
    let own = OwnField::ALL.iter().filter(|field| field.is_filled(product)).count();
    Filled { n: words + own, n_all: SHEET_FIELDS.len() + OwnField::ALL.len() }
}

/// The fields in words that say nothing yet, in the order of the sheet.
pub fn missing(product: &Product) -> Vec<&'static SheetField> {
    SHEET_FIELDS.iter().filter(|field| !is_said(product, field)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::extra::Extra;
    use crate::base::id::Id;
    use crate::tools::products::model::SheetEntry;

    #[test]
    fn blanks_fill_nothing() {
        let mut product = Product::new(Id::from_bits(1), "首饰盒".to_owned());
        assert_eq!(filled(&product), Filled { n: 1, n_all: 29 });
        for (key, text) in [("usage", "送女友"), ("origin", " "), ("unknown", "x")] {
            let (key, text) = (key.to_owned(), text.to_owned());
            product.sheet.push(SheetEntry { key, text, extra: Extra::new() });
        }
        product.stock = Some(0);
        assert_eq!(filled(&product).n, 3);
        assert_eq!(missing(&product).len(), SHEET_FIELDS.len() - 1);
    }
}
