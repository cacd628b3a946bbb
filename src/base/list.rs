//! Lists of things that have ids: what every section's edits do with them.

use std::sync::Arc;

use crate::base::edit::EditError;
use crate::base::id::Id;

/// A thing that has a name for good.
pub trait HasId {
    /// Its name for good.
    fn id(&self) -> Id;
}

/// A thing that is shared by itself has the name of the thing.
impl<T: HasId> HasId for Arc<T> {
    fn id(&self) -> Id {
        self.as_ref().id()
    }
}

/// The thing with this id.
pub fn find<T: HasId>(list: &[T], id: Id) -> Option<&T> {
    list.iter().find(|item| item.id() == id)
}

/// The thing with this id, for writing.
///
/// # Errors
///
/// [`EditError::NoSuchItem`] if it was removed, or never was.
pub fn find_mut<T: HasId>(list: &mut [T], id: Id) -> Result<&mut T, EditError> {
    list.iter_mut().find(|item| item.id() == id).ok_or(EditError::NoSuchItem(id))
}

/// Puts a thing in the place of the one with its id, or at the end.
///
/// # Errors
///
/// [`EditError::TooMany`] if the list has `max` entries and this would be one more; `field` is
/// the list's name in the file format.
pub fn put<T: HasId>(
    list: &mut Vec<T>,
    item: T,
    field: &'static str,
    max: usize,
) -> Result<(), EditError> {
    match list.iter().position(|old| old.id() == item.id()) {
        Some(idx) => list[idx] = item,
        None if list.len() < max => list.push(item),
        None => return Err(EditError::TooMany { field, max }),
    }
    Ok(())
}

/// Takes a thing out.
///
/// # Errors
///
/// [`EditError::NoSuchItem`] if it is not there.
pub fn remove<T: HasId>(list: &mut Vec<T>, id: Id) -> Result<T, EditError> {
    match list.iter().position(|item| item.id() == id) {
        Some(idx) => Ok(list.remove(idx)),
        None => Err(EditError::NoSuchItem(id)),
    }
}

/// Moves a thing to the place `to`, counted without it; a place behind the end is the end.
///
/// # Errors
///
/// [`EditError::NoSuchItem`] if it is not there.
pub fn move_to<T: HasId>(list: &mut Vec<T>, id: Id, to: usize) -> Result<(), EditError> {
    let item = remove(list, id)?;
    list.insert(to.min(list.len()), item);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq)]
    struct Item(u64, char);

    impl HasId for Item {
        fn id(&self) -> Id {
            Id::from_bits(self.0)
        }
    }

    #[test]
    fn a_list_takes_replaces_moves_and_gives_back() {
        let mut list = Vec::new();
        for item in [Item(1, 'a'), Item(2, 'b'), Item(3, 'c'), Item(2, 'B')] {
            assert_eq!(put(&mut list, item, "list", 3), Ok(()));
        }
        assert_eq!(list, [Item(1, 'a'), Item(2, 'B'), Item(3, 'c')]);
        let full = put(&mut list, Item(4, 'd'), "list", 3);
        assert_eq!(full, Err(EditError::TooMany { field: "list", max: 3 }));
        assert_eq!(move_to(&mut list, Id::from_bits(1), 9), Ok(()));
        assert_eq!(move_to(&mut list, Id::from_bits(3), 0), Ok(()));
        assert_eq!(list, [Item(3, 'c'), Item(2, 'B'), Item(1, 'a')]);
        assert_eq!(remove(&mut list, Id::from_bits(2)), Ok(Item(2, 'B')));
        let gone = Id::from_bits(2);
        assert_eq!(remove(&mut list, gone), Err(EditError::NoSuchItem(gone)));
        assert_eq!(find(&list, Id::from_bits(1)), Some(&Item(1, 'a')));
    }
}
