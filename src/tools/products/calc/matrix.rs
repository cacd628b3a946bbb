//! The matrix (T-43): where each product stands, what its fields come to.

use crate::base::allocate::allocate;
use crate::base::id::Id;
use crate::base::money::Money;
use crate::base::order;
use crate::base::ratio::Ratio;
use crate::tools::products::calc::figures::{Figures, figures};
use crate::tools::products::model::{AxisSet, BcgField, Measure, Products};

/// Why an axis is cut where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CutBy {
    /// The user said so.
    User,
    /// The textbook does.
    Usual,
    /// It is the median of what is shown.
    Median,
}

/// One axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Axis {
    /// What it counts.
    pub measure: Measure,
    /// Where it is cut, in the measure's unit: a value at the cut is high. `None` where nothing
    /// is shown.
    pub cut: Option<i64>,
    /// Why there.
    pub by: CutBy,
}

impl Axis {
    /// Whether a value is high.
    pub fn is_high(&self, value: i64) -> bool {
        self.cut.is_none_or(|cut| cut <= value)
    }
}

/// Where a product stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// The product.
    pub id: Id,
    /// Its value to the right.
    pub x: i64,
    /// Its value upwards.
    pub y: i64,
    /// The field that it is in.
    pub field: BcgField,
    /// What it sold.
    pub revenue: Option<Money>,
    /// What it earned.
    pub profit: Option<Money>,
    /// Where it stood in the period before, by today's cuts.
    pub before: Option<Before>,
}

/// Where a product stood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Before {
    /// Its value to the right.
    pub x: i64,
    /// Its value upwards.
    pub y: i64,
    /// The field.
    pub field: BcgField,
}

/// A product that cannot be placed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unplaced {
    /// The product.
    pub id: Id,
    /// The measures that are not known.
    pub missing: Vec<Measure>,
}

/// What the products of a field come to.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldSum {
    /// The field.
    pub field: BcgField,
    /// How many.
    pub n: usize,
    /// What they sold.
    pub revenue: Money,
    /// Their share of what all that are shown sold; the shares add up to 100 %. `None` where
    /// nothing was.
    pub revenue_share: Option<Ratio>,
    /// What they earned.
    pub profit: Money,
    /// Their share of the whole profit; `None` where that is nothing or a loss.
    pub profit_share: Option<Ratio>,
}

/// One product on which much of the profit depends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dependency {
    /// The product.
    pub id: Id,
    /// Its share of the profit.
    pub share: Ratio,
}

/// The matrix of a period.
#[derive(Clone, Debug, PartialEq)]
pub struct Board {
    /// The pair of axes.
    pub set: AxisSet,
    /// To the right.
    pub x: Axis,
    /// Upwards.
    pub y: Axis,
    /// Who stands where, in the order of the list.
    pub standings: Vec<Standing>,
    /// Who cannot be placed.
    pub unplaced: Vec<Unplaced>,
    /// The four fields, in the order in which they are talked of.
    pub fields: Vec<FieldSum>,
    /// Products with more of the profit than the user's limit, the largest first.
    pub dependencies: Vec<Dependency>,
}

/// The period that is looked at: the chosen one, else the last.
pub fn period(section: &Products) -> Option<Id> {
    section.matrix.period.or_else(|| section.periods.last().map(|period| period.id))
}

/// The period that it is held against, where another one was chosen.
pub fn compared(section: &Products) -> Option<Id> {
    section.matrix.compared.filter(|other| Some(*other) != period(section))
}

/// The matrix as it is looked at. Products of which an axis is not known are listed beside it.
pub fn board(section: &Products) -> Board {
    let matrix = &section.matrix;
    let now = period(section).map_or_else(Vec::new, |period| figures(section, period));
    let before = compared(section).map_or_else(Vec::new, |period| figures(section, period));
    let (x, y) = matrix.axes();
    let place = |figures: &Figures| Some((figures.value(x)?, figures.value(y)?));
    let placed: Vec<(i64, i64)> = now.iter().filter_map(place).collect();
    let axis = |measure: Measure, values: Vec<i64>| match (matrix.cut(measure), measure.usual_cut())
    {
        (Some(cut), _) => Axis { measure, cut: Some(cut), by: CutBy::User },
        (None, Some(cut)) => Axis { measure, cut: Some(cut), by: CutBy::Usual },
        (None, None) => Axis { measure, cut: median(values), by: CutBy::Median },
    };
    let x = axis(x, placed.iter().map(|point| point.0).collect());
    let y = axis(y, placed.iter().map(|point| point.1).collect());
    let set = matrix.set;
    let field_of = |(a, b): (i64, i64)| BcgField::of(set, x.is_high(a), y.is_high(b));
    let mut standings = Vec::new();
    let mut unplaced = Vec::new();
    for (idx, figures) in now.iter().enumerate() {
        match place(figures) {
            Some(point) => standings.push(Standing {
                id: figures.id,
                x: point.0,
                y: point.1,
                field: field_of(point),
                revenue: figures.revenue,
                profit: figures.profit,
                before: before.get(idx).and_then(place).map(|point| Before {
                    x: point.0,
                    y: point.1,
                    field: field_of(point),
                }),
            }),
            None => {
                let is_missing = |measure: &Measure| figures.value(*measure).is_none();
                let missing = [x.measure, y.measure].into_iter().filter(is_missing).collect();
                unplaced.push(Unplaced { id: figures.id, missing });
            }
        }
    }
    let fields = sums(set, &standings);
    let dependencies = dependencies(&standings, matrix.dependency);
    Board { set, x, y, standings, unplaced, fields, dependencies }
}

/// The middle value, or the mean of the two middle ones, rounded down.
fn median(mut values: Vec<i64>) -> Option<i64> {
    order::sort(&mut values);
    let upper = *values.get(values.len() / 2)?;
    if values.len() % 2 == 1 {
        return Some(upper);
    }
    let lower = values[values.len() / 2 - 1];
    Some(lower + (upper - lower) / 2)
}

fn sums(set: AxisSet, standings: &[Standing]) -> Vec<FieldSum> {
    let whole: Money = standings.iter().filter_map(|one| one.profit).sum();
    let mut fields: Vec<FieldSum> = BcgField::all(set)
        .into_iter()
        .map(|field| {
            let inside = || standings.iter().filter(|one| one.field == field);
            let profit: Money = inside().filter_map(|one| one.profit).sum();
            FieldSum {
                field,
                n: inside().count(),
                revenue: inside().filter_map(|one| one.revenue).sum(),
                revenue_share: None,
                profit,
                profit_share: Some(whole)
                    .filter(|whole| Money::ZERO < *whole)
                    .and_then(|whole| Ratio::of(profit.fen(), whole.fen())),
            }
        })
        .collect();
    let weights: Vec<u64> = fields.iter().map(|sum| sum.revenue.fen().max(0) as u64).collect();
    if let Ok(shares) = allocate(10_000, &weights) {
        for (sum, share) in fields.iter_mut().zip(shares) {
            // A share of 10,000 basis points is within 32 bits.
            sum.revenue_share = Some(Ratio::from_bp(share as i32));
        }
    }
    fields
}

fn dependencies(standings: &[Standing], limit: Ratio) -> Vec<Dependency> {
    let whole: Money = standings.iter().filter_map(|one| one.profit).sum();
    if whole <= Money::ZERO {
        return Vec::new();
    }
    let share = |one: &Standing| {
        let profit = one.profit?;
        // Held against the limit exactly; the rounded share is for the eye.
        let is_over =
            i128::from(limit.bp()) * i128::from(whole.fen()) < i128::from(profit.fen()) * 10_000;
        let share = Ratio::of(profit.fen(), whole.fen()).filter(|_| is_over)?;
        Some(Dependency { id: one.id, share })
    };
    let mut found: Vec<Dependency> = standings.iter().filter_map(share).collect();
    order::sort_by(&mut found, |a, b| b.share.cmp(&a.share));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tools::products::calc::laws::shop;
    use crate::tools::products::model::{Cut, Matrix};

    fn cut(measure: Measure, value: i64) -> Cut {
        Cut { measure, value, extra: Default::default() }
    }

    #[test]
    fn the_shops_own_axes_place_by_sales_and_margin() {
        // Pieces, revenue, goods a piece: margins 50 %, 20 %, 60 %, 10 %.
        let mut section = shop(&[(800, 800, 50), (400, 400, 80), (20, 20, 40), (10, 10, 90)]);
        section.matrix.cuts = vec![cut(Measure::Units, 120), cut(Measure::Margin, 3_600)];
        let found = board(&section);
        let fields: Vec<BcgField> = found.standings.iter().map(|one| one.field).collect();
        let [cow, star, dog, child] = BcgField::all(AxisSet::Shop);
        assert_eq!(fields, [cow, dog, star, child]);
        assert_eq!((found.x.by, found.x.cut), (CutBy::User, Some(120)));
        // Profit 400 + 80 + 12 + 1 = 493: the first has 81.14 %.
        let dependency = Dependency { id: Id::from_bits(1), share: Ratio::from_bp(8_114) };
        assert_eq!(found.dependencies, [dependency]);
        assert_eq!(found.fields[0].revenue, Money::fen_const(80_000));
        section.matrix.dependency = Ratio::from_bp(8_200);
        assert_eq!(board(&section).dependencies, []);
    }

    #[test]
    fn a_value_at_the_cut_is_high_and_the_median_is_the_mean_of_two() {
        let section = shop(&[(10, 10, 50), (20, 20, 50), (30, 30, 50), (41, 41, 50)]);
        let found = board(&section);
        assert_eq!((found.x.cut, found.x.by), (Some(25), CutBy::Median));
        // All margins are the same, and so all are high.
        let fields: Vec<BcgField> = found.standings.iter().map(|one| one.field).collect();
        use BcgField::{ShopCow, ShopStar};
        assert_eq!(fields, [ShopStar, ShopStar, ShopCow, ShopCow]);
        assert_eq!(board(&Products::default()).standings, []);
    }

    #[test]
    fn the_textbook_cuts_at_one_and_a_tenth_and_names_what_is_missing() {
        let mut section = shop(&[(10, 100, 50), (10, 100, 50), (10, 100, 50)]);
        section.matrix = Matrix { set: AxisSet::Textbook, ..Matrix::default() };
        for (idx, rival, market) in [(0, 5_000, 12_000), (1, 20_000, 10_500)] {
            let row = &mut std::sync::Arc::make_mut(&mut section.products[idx]).sales[1];
            row.rival = Some(Money::fen_const(rival));
            row.market = Some(Money::fen_const(market));
            row.market_before = Some(Money::fen_const(10_000));
        }
        let found = board(&section);
        // 100 ÷ 50 = 2.0 at 20 %; 100 ÷ 200 = 0.5 at 5 %.
        let told: Vec<_> = found.standings.iter().map(|one| (one.x, one.y, one.field)).collect();
        assert_eq!(told, [(20_000, 2_000, BcgField::BookStar), (5_000, 500, BcgField::BookDog)]);
        assert_eq!((found.x.cut, found.y.cut), (Some(10_000), Some(1_000)));
        let missing = vec![Measure::RelativeShare, Measure::MarketGrowth];
        assert_eq!(found.unplaced, [Unplaced { id: Id::from_bits(3), missing }]);
        section.matrix.share = Measure::ShopShare;
        section.matrix.growth = Measure::CategoryGrowth;
        assert_eq!(board(&section).unplaced[0].missing, [Measure::CategoryGrowth]);
    }

    #[test]
    fn where_it_stood_before_is_told_by_todays_cuts() {
        let mut section = shop(&[(800, 800, 50), (100, 100, 50)]);
        section.matrix.cuts = vec![cut(Measure::Units, 120)];
        assert_eq!(board(&section).standings[0].before, None);
        section.matrix.compared = Some(section.periods[0].id);
        // In the earlier period of the helper everything sold half as much.
        let found = board(&section);
        let before = Before { x: 400, y: 5_000, field: BcgField::ShopCow };
        assert_eq!(found.standings[0].before, Some(before));
        section.matrix.period = section.matrix.compared;
        assert_eq!(
            board(&section).standings[0].before,
            None,
            "a period is not held against itself"
        );
    }
}
