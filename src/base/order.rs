//! Sorting, with one copy of the machinery in the program.
//!
//! The library's sorts are made anew for each type that they sort: in the page they came to 86 KB
//! for some twenty calls. Here positions are sorted, which are the same type everywhere, and what
//! is made for each type is only the exchange of two elements. A test holds that nothing else in
//! the program sorts. Equal elements keep their order.

use std::cmp::Ordering;

/// Sorts by the order of the elements themselves.
pub fn sort<T: Ord>(items: &mut [T]) {
    sort_by(items, |a, b| a.cmp(b));
}

/// Sorts by a key that is cheap to tell.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// Sorts by a comparison.
pub fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let swaps = swaps(items.len(), &|a, b| compare(&items[a], &items[b]));
    for (a, b) in swaps {
        items.swap(a, b);
    }
}

/// The exchanges of elements, one after another, that sort as many elements.
fn swaps(n: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<(usize, usize)> {
    let mut order: Vec<usize> = (0..n).collect();
    order.sort_by(|&a, &b| compare(a, b));
    // `order[to]` is the place that the element for `to` comes from. Each cycle of places is
    // walked once; a place that is done points at itself.
    let mut swaps = Vec::new();
    for start in 0..n {
        let mut to = start;
        while order[to] != start {
            let from = order[to];
            swaps.push((to, from));
            order[to] = to;
            to = from;
        }
        order[to] = to;
    }
    swaps
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn equal_elements_keep_their_order() {
        let mut pairs = [(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd'), (0, 'e')];
        sort_by_key(&mut pairs, |pair| pair.0);
        assert_eq!(pairs, [(0, 'e'), (1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
    }

    #[test]
    fn nothing_and_one_are_sorted() {
        sort::<u8>(&mut []);
        let mut one = [7];
        sort(&mut one);
        assert_eq!(one, [7]);
    }

    proptest! {
        #[test]
        fn it_sorts_as_the_library_does(keys in prop::collection::vec(0_u8..8, 0..60)) {
            let mut ours: Vec<_> = keys.into_iter().enumerate().map(|(idx, key)| (key, idx)).collect();
            let mut library = ours.clone();
            library.sort_by_key(|pair| pair.0);
            sort_by_key(&mut ours, |pair| pair.0);
            prop_assert_eq!(ours, library);
        }
    }
}
