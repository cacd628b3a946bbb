//! Which needs no product meets, and what every product is good for (T-13).

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::base::order;
use crate::tools::personas::model::persona::Persona;

/// The needs of all personas against the shop's products.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Needs with words.
    pub n_needs: usize,
    /// Those that a product meets.
    pub n_met: usize,
    /// Those that none does, as places of persona and need: the most searched first, hard ones
    /// before latent ones of the same volume.
    pub unmet: Vec<(usize, usize)>,
    /// Every product with the places of the needs that it meets.
    pub products: BTreeMap<String, Vec<(usize, usize)>>,
}

/// Holds the needs of all personas against the products.
pub fn coverage(personas: &[Persona]) -> Coverage {
    let mut coverage = Coverage::default();
    let mut unmet = Vec::new();
    for (person, persona) in personas.iter().enumerate() {
        for (idx, need) in persona.needs.iter().enumerate() {
            if need.text.trim().is_empty() {
                continue;
            }
            coverage.n_needs += 1;
            match need.product.trim() {
                "" => {
                    let volume = Reverse(need.volume.unwrap_or(-1));
                    unmet.push((volume, need.kind as u8, person, idx));
                }
                product => {
                    coverage.n_met += 1;
                    let met = coverage.products.entry(product.to_owned()).or_default();
                    met.push((person, idx));
                }
            }
        }
    }
    order::sort(&mut unmet);
    coverage.unmet = unmet.into_iter().map(|(_, _, person, idx)| (person, idx)).collect();
    coverage
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::id::Id;
    use crate::tools::personas::model::needs::{Need, NeedKind};

    fn need(kind: NeedKind, text: &str, volume: Option<i64>, product: &str) -> Need {
        let product = product.to_owned();
        Need { volume, product, ..Need::new(Id::from_bits(1), kind, text.to_owned()) }
    }

    #[test]
    fn unmet_needs_stand_by_their_volume() {
        let persona =
            |needs: Vec<Need>| Persona { needs, ..Persona::new(Id::from_bits(1), String::new()) };
        let personas = [
            persona(vec![
                need(NeedKind::Hard, "三天内到", None, "月光盒"),
                need(NeedKind::Latent, "显得用心", Some(900), ""),
                need(NeedKind::Hard, "", None, ""),
            ]),
            persona(vec![
                need(NeedKind::Latent, "有惊喜", None, ""),
                need(NeedKind::Hard, "不掉色", None, " "),
                need(NeedKind::Hard, "有贺卡", Some(1_200), ""),
                need(NeedKind::Hard, "能带走", Some(10), "月光盒 "),
            ]),
        ];
        let coverage = coverage(&personas);
        assert_eq!((coverage.n_needs, coverage.n_met), (6, 2));
        assert_eq!(coverage.unmet, [(1, 2), (0, 1), (1, 1), (1, 0)]);
        assert_eq!(coverage.products["月光盒"], [(0, 0), (1, 3)]);
    }
}
