//! What a user can do to the products.

mod write;

#[cfg(test)]
mod tests;

use std::sync::Arc;

use crate::base::day::Day;
use crate::base::edit::{EditError, MergeKey, check_len, check_range};
use crate::base::id::Id;
use crate::base::list;
use crate::base::money::Money;
use crate::base::order;
use crate::base::ratio::Ratio;
use crate::tools::products::model::{
    AxisSet, BcgField, CostFrom, LifeStage, Measure, Product, Products, Role, SalesPeriod,
    StockRules,
};

/// The most products.
pub const MAX: usize = 5_000;
/// The most periods.
pub const MAX_PERIODS: usize = 60;
/// The most costs of one product.
pub const MAX_COSTS: usize = 100;
/// The longest name, in characters.
pub const MAX_NAME: usize = 200;
/// The longest text of the fact sheet, and the longest advice.
pub const MAX_TEXT: usize = 2_000;
/// The longest number of an item.
pub const MAX_ITEM_ID: usize = 60;
/// The largest amount of money (分), and the largest count.
pub const MAX_NUMBER: i64 = 1_000_000_000_000_000;

/// One change.
#[derive(Clone, Debug, PartialEq)]
pub enum ProductsEdit {
    /// Adds products, or puts each in the place of the one with its id; all in one step.
    Put(Vec<Product>),
    /// Changes fields, all in one step.
    Set(Vec<ProductChange>),
    /// Removes one.
    Remove(Id),
    /// Moves one to a place among the others.
    Move {
        /// Which one.
        id: Id,
        /// Its place, counted without it.
        to: usize,
    },
    /// Adds a period, or puts it in the place of the one with its id.
    PutPeriod(SalesPeriod),
    /// Removes a period with what was sold in it.
    RemovePeriod(Id),
    /// Changes how the matrix is looked at.
    SetMatrix(MatrixChange),
    /// By what stock is judged.
    SetStock(StockRules),
}

/// A field of a product that becomes something else.
#[derive(Clone, Debug, PartialEq)]
pub struct ProductChange {
    /// Which product.
    pub id: Id,
    /// The field and what it becomes.
    pub field: ProductField,
}

/// A field of a product.
#[derive(Clone, Debug, PartialEq)]
pub enum ProductField {
    /// What it is called.
    Name(String),
    /// The platform's number.
    ItemId(String),
    /// What it is there for.
    Role(Option<Role>),
    /// Where it stands in its life.
    Stage(Option<LifeStage>),
    /// Since when it is for sale.
    Launched(Option<Day>),
    /// Whom it is for.
    Persona(Option<Id>),
    /// The list price.
    Price(Option<Money>),
    /// Pieces in stock.
    Stock(Option<i64>),
    /// Pieces that were ordered and have not come yet.
    OnOrder(Option<i64>),
    /// From the order to the shelf, in days.
    LeadDays(Option<i64>),
    /// Days of safety.
    SafetyDays(Option<i64>),
    /// How its price is set.
    Pricing(String),
    /// Whether it may go into deals.
    InDeals(Option<bool>),
    /// Costs, all of them; they are put into the order of their days.
    Costs(Vec<CostFrom>),
    /// The goods in the costs that are in force on the day; none takes them away.
    Goods {
        /// The day.
        on: Day,
        /// 分 a piece.
        goods: Option<Money>,
    },
    /// A field of the fact sheet, by its key; an empty text takes it away.
    Sheet {
        /// The key.
        key: String,
        /// What it says.
        text: String,
    },
    /// What it sold in a period.
    Sales {
        /// The period.
        period: Id,
        /// What is told.
        field: SalesField,
    },
}

/// What is told of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SalesField {
    /// Pieces.
    Units(Option<i64>),
    /// 支付金额.
    Revenue(Option<Money>),
    /// The largest competitor's sales.
    Rival(Option<Money>),
    /// The market's sales.
    Market(Option<Money>),
    /// The market's sales in the period before.
    MarketBefore(Option<Money>),
    /// The category's growth.
    CategoryGrowth(Option<Ratio>),
}

/// How the matrix is looked at.
#[derive(Clone, Debug, PartialEq)]
pub enum MatrixChange {
    /// Which pair of axes.
    Set(AxisSet),
    /// What one of the four axes counts; the measure says which axis.
    Axis(Measure),
    /// A cut; none for the median, or where the textbook cuts.
    Cut(Measure, Option<i64>),
    /// The period; none for the last one.
    Period(Option<Id>),
    /// What it is held against.
    Compared(Option<Id>),
    /// From which share of the profit on one product is a dependency.
    Dependency(Ratio),
    /// The user's own advice in a field; empty for that of the source.
    Advice(BcgField, String),
}

impl ProductsEdit {
    /// Changes one field of one product.
    pub fn set(id: Id, field: ProductField) -> Self {
        Self::Set(vec![ProductChange { id, field }])
    }

    /// Carries the edit out.
    ///
    /// # Errors
    ///
    /// [`EditError`] for a thing that is not there, a text that is too long, a number out of its
    /// range, a list that is full.
    pub fn apply(self, section: &mut Products) -> Result<(), EditError> {
        match self {
            Self::Put(products) => put_all(section, products),
            Self::Set(changes) => changes.into_iter().try_for_each(|change| set(section, change)),
            Self::Remove(id) => list::remove(&mut section.products, id).map(drop),
            Self::Move { id, to } => list::move_to(&mut section.products, id, to),
            Self::PutPeriod(period) => {
                check_len("products.periods.name", &period.name, MAX_NAME)?;
                let days = i64::from(period.to - period.from);
                check_range("products.periods.to", days, 0, 3_660)?;
                list::put(&mut section.periods, period, "products.periods", MAX_PERIODS)?;
                order::sort_by_key(&mut section.periods, |period| (period.from, period.to));
                Ok(())
            }
            Self::RemovePeriod(id) => remove_period(section, id),
            Self::SetMatrix(change) => write::set_matrix(section, change),
            Self::SetStock(rules) => {
                write::check_rules(&rules)?;
                section.stock = rules;
                Ok(())
            }
        }
    }

    /// The field that is being typed into, if it is one.
    pub fn merge_key(&self) -> Option<MergeKey> {
        let (field, of) = match self {
            Self::Set(changes) => match changes.as_slice() {
                [one] => (one.field.typed()?, format!("{}{}", one.id, one.field.part())),
                _ => return None,
            },
            Self::PutPeriod(period) => ("products.periods", period.id.to_string()),
            Self::SetMatrix(MatrixChange::Cut(measure, _)) => {
                ("products.matrix.cuts", format!("{measure:?}"))
            }
            Self::SetMatrix(MatrixChange::Advice(field, _)) => {
                ("products.matrix.advice", format!("{field:?}"))
            }
            Self::SetMatrix(MatrixChange::Dependency(_)) => {
                ("products.matrix.dependency", String::new())
            }
            _ => return None,
        };
        Some(MergeKey { field, of })
    }
}

impl ProductField {
    /// The name of a field that is typed into letter by letter. Cells of the table are taken over
    /// whole: each of them is a step.
    fn typed(&self) -> Option<&'static str> {
        match self {
            Self::Pricing(_) => Some("products.products.pricing"),
            Self::Costs(_) => Some("products.products.costs"),
            Self::Sheet { .. } => Some("products.products.sheet"),
            _ => None,
        }
    }

    fn part(&self) -> &str {
        match self {
            Self::Sheet { key, .. } => key,
            _ => "",
        }
    }
}

/// Puts many at once: places are looked up by id, so that a pasted table of thousands is quick.
fn put_all(section: &mut Products, products: Vec<Product>) -> Result<(), EditError> {
    use std::collections::BTreeMap;
    let ids = section.products.iter().enumerate();
    let mut places: BTreeMap<Id, usize> = ids.map(|(idx, product)| (product.id, idx)).collect();
    for product in products {
        write::check(&product)?;
        match places.get(&product.id) {
            Some(idx) => section.products[*idx] = Arc::new(product),
            None if section.products.len() < MAX => {
                places.insert(product.id, section.products.len());
                section.products.push(Arc::new(product));
            }
            None => return Err(EditError::TooMany { field: "products.products", max: MAX }),
        }
    }
    Ok(())
}

fn set(section: &mut Products, change: ProductChange) -> Result<(), EditError> {
    let ProductChange { id, field } = change;
    if let ProductField::Sales { period, .. } = &field
        && list::find(&section.periods, *period).is_none()
    {
        return Err(EditError::NoSuchItem(*period));
    }
    let product = Arc::make_mut(list::find_mut(&mut section.products, id)?);
    write::set(product, field);
    write::check(product)
}

fn remove_period(section: &mut Products, id: Id) -> Result<(), EditError> {
    list::remove(&mut section.periods, id)?;
    for product in &mut section.products {
        if product.sales_in(id).is_some() {
            Arc::make_mut(product).sales.retain(|row| row.period != id);
        }
    }
    let matrix = &mut section.matrix;
    matrix.period = matrix.period.filter(|period| *period != id);
    matrix.compared = matrix.compared.filter(|period| *period != id);
    Ok(())
}
