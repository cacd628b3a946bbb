//! The fields of a product's fact sheet, as data (T-07).

/// Where a field of the sheet comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SheetPart {
    /// What the 1688 text asks of every product.
    Basics,
    /// What a clothing seller knows in depth.
    Depth,
    /// What the listing shows.
    Listing,
}

impl SheetPart {
    /// In the order of the source.
    pub const ALL: [Self; 3] = [Self::Basics, Self::Depth, Self::Listing];

    /// Its name: Chinese, English.
    pub fn name(self) -> (&'static str, &'static str) {
        match self {
            Self::Basics => ("基本", "Basics"),
            Self::Depth => ("深度", "Depth"),
            Self::Listing => ("详情页", "Listing"),
        }
    }
}

/// One field of the sheet.
#[derive(Clone, Copy, Debug)]
pub struct SheetField {
    /// Its name in the file format, for good.
    pub key: &'static str,
    /// Its name: Chinese, English.
    pub name: (&'static str, &'static str),
    /// Where it comes from.
    pub part: SheetPart,
}

const fn row(key: &'static str, part: SheetPart, name: (&'static str, &'static str)) -> SheetField {
    SheetField { key, name, part }
}

use SheetPart::{Basics, Depth, Listing};

/// The fields that are words. Name, price, stock and number are fields of the product itself and
/// count for the sheet as well.
pub static SHEET_FIELDS: &[SheetField] = &[
    row("advantages", Basics, ("产品优点", "Advantages")),
    row("origin", Basics, ("出厂地", "Made in")),
    row("usage", Basics, ("用途", "Use")),
    row("processing", Basics, ("加工方式", "How it is made")),
    row("packing", Basics, ("打包方式", "Packing")),
    row("fabric", Depth, ("面料/布料支数", "Material and its grade")),
    row("workmanship", Depth, ("做工", "Workmanship")),
    row("style", Depth, ("款式", "Style")),
    row("design", Depth, ("设计要点", "Points of the design")),
    row("production", Depth, ("生产过程", "Production")),
    row("material_source", Depth, ("布料来源", "Where the material is from")),
    row("trend", Depth, ("未来走势", "Where it is going")),
    row("culture", Depth, ("企业文化", "The company behind it")),
    row("selling_point", Depth, ("卖点", "Selling point")),
    row("same_makers", Depth, ("谁做同样的产品", "Who makes the same")),
    row("title", Listing, ("标题", "Title")),
    row("description", Listing, ("描述", "Description")),
    row("attributes", Listing, ("属性", "Attributes")),
    row("specs", Listing, ("规格", "Sizes")),
    row("standard", Listing, ("产品标准", "Product standard")),
    row("category", Listing, ("类目", "Category")),
    row("sku", Listing, ("SKU", "SKUs")),
    row("images", Listing, ("图片", "Images")),
    row("video", Listing, ("视频", "Video")),
    row("photos", Listing, ("实拍照", "Photographs of the real thing")),
];

/// The field with this key; `None` for a word of another version.
pub fn sheet_field(key: &str) -> Option<&'static SheetField> {
    SHEET_FIELDS.iter().find(|field| field.key == key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_has_a_key_of_its_own() {
        for (idx, field) in SHEET_FIELDS.iter().enumerate() {
            assert!(SHEET_FIELDS[..idx].iter().all(|other| other.key != field.key));
            assert!(!field.name.0.is_empty() && !field.name.1.is_empty());
        }
        // T-07: 8 + 10 + 11 fields, of which name, price, stock and number are the product's own.
        assert_eq!(SHEET_FIELDS.len() + 4, 29);
        assert!(sheet_field("origin").is_some() && sheet_field("x").is_none());
    }
}
