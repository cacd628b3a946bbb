//! The same factor in two quadrants: found by the pairs of characters that two sentences share.

use crate::base::order;
use crate::tools::swot::calc::{Coded, coded};
use crate::tools::swot::model::Swot;

/// From this likeness on, in basis points, two sentences are pointed out.
pub const LIKE_BP: u32 = 5_000;

/// Two entries of different quadrants that say much the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Twice {
    /// The one whose letter comes first.
    pub first: Coded,
    /// The other.
    pub second: Coded,
    /// How much alike they are, in basis points.
    pub likeness_bp: u32,
}

/// The entries that are said twice, the most alike first.
pub fn said_twice(swot: &Swot) -> Vec<Twice> {
    let all = coded(swot);
    let pairs: Vec<Vec<[char; 2]>> = all.iter().map(|one| bigrams(&one.entry.text)).collect();
    let mut found = Vec::new();
    for (at, first) in all.iter().enumerate() {
        for (to, second) in all.iter().enumerate().skip(at + 1) {
            if first.entry.quadrant == second.entry.quadrant {
                continue;
            }
            let likeness_bp = dice_bp(&pairs[at], &pairs[to]);
            if LIKE_BP <= likeness_bp {
                found.push(Twice { first: first.clone(), second: second.clone(), likeness_bp });
            }
        }
    }
    // Pairs that are equally alike stay in the order of the letters.
    order::sort_by_key(&mut found, |one: &Twice| u32::MAX - one.likeness_bp);
    found
}

/// How much alike two sentences are, in basis points: twice the shared pairs of characters over
/// all pairs (Dice). 10,000 for the same sentence, 0 where one has fewer than two characters.
pub fn likeness_bp(a: &str, b: &str) -> u32 {
    dice_bp(&bigrams(a), &bigrams(b))
}

/// The sorted pairs of neighbouring letters and digits; case and everything else aside.
fn bigrams(text: &str) -> Vec<[char; 2]> {
    let mut letters = Vec::new();
    for c in text.chars().filter(|c| c.is_alphanumeric()) {
        letters.extend(c.to_lowercase());
    }
    let mut pairs: Vec<[char; 2]> = letters.windows(2).map(|pair| [pair[0], pair[1]]).collect();
    order::sort(&mut pairs);
    pairs
}

fn dice_bp(a: &[[char; 2]], b: &[[char; 2]]) -> u32 {
    let n_all = a.len() + b.len();
    if a.is_empty() || b.is_empty() {
        return 0;
    }
    let (mut i, mut j, mut n_shared) = (0, 0, 0);
    while i < a.len() && j < b.len() {
        match a[i].cmp(&b[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                n_shared += 1;
                i += 1;
                j += 1;
            }
        }
    }
    u32::try_from(2 * n_shared * 10_000 / n_all).unwrap_or(10_000)
}
