//! What a user can do to the mappings.

use crate::base::edit::{EditError, MergeKey, check_len, check_range};
use crate::base::id::Id;
use crate::facts::mapping::{
    MAX_COLUMN_NAME, MAX_MAPPED_COLUMNS, MAX_MAPPING_NAME, MAX_MAPPINGS, Mapping, Mappings,
};

/// One change.
#[derive(Clone, Debug, PartialEq)]
pub enum MappingsEdit {
    /// Puts a mapping in the place of the one with its id, or of its headers, or at the end.
    Put(Box<Mapping>),
    /// Names one.
    Rename(Id, String),
    /// Forgets one; what was read by it stays.
    Remove(Id),
}

impl MappingsEdit {
    /// The field that is being typed into.
    pub fn merge_key(&self) -> Option<MergeKey> {
        match self {
            Self::Rename(id, _) => Some(MergeKey { field: "mappings.name", of: id.to_string() }),
            Self::Put(_) | Self::Remove(_) => None,
        }
    }

    /// Carries the edit out.
    ///
    /// # Errors
    ///
    /// For a mapping by which no table can be read, overlong names, too many columns or mappings,
    /// and for one that is not there; nothing has changed then.
    pub fn apply(self, section: &mut Mappings) -> Result<(), EditError> {
        match self {
            Self::Put(mapping) => put(section, *mapping)?,
            Self::Rename(id, name) => {
                check_name(&name)?;
                let mut all = section.mappings.iter_mut();
                all.find(|one| one.id == id).ok_or(EditError::NoSuchItem(id))?.name = name;
            }
            Self::Remove(id) => {
                let place = section.mappings.iter().position(|one| one.id == id);
                section.mappings.remove(place.ok_or(EditError::NoSuchItem(id))?);
            }
        }
        Ok(())
    }
}

fn check_name(name: &str) -> Result<(), EditError> {
    check_len("mappings.name", name, MAX_MAPPING_NAME)
}

fn put(section: &mut Mappings, mapping: Mapping) -> Result<(), EditError> {
    check_name(&mapping.name)?;
    check_len("mappings.headers", &mapping.headers, 16)?;
    if MAX_MAPPED_COLUMNS < mapping.columns.len() {
        return Err(EditError::TooMany { field: "mappings.columns", max: MAX_MAPPED_COLUMNS });
    }
    for column in &mapping.columns {
        check_len("mappings.columns.name", &column.name, MAX_COLUMN_NAME)?;
    }
    check_range("mappings.columns", i64::from(mapping.check().is_err()), 0, 0)?;
    // Two for the same headers could not both be used.
    let is_same = |one: &Mapping| one.id == mapping.id || one.headers == mapping.headers;
    match section.mappings.iter().position(is_same) {
        Some(idx) => {
            section.mappings.retain(|one| !is_same(one));
            section.mappings.insert(idx, mapping);
        }
        None if MAX_MAPPINGS <= section.mappings.len() => {
            return Err(EditError::TooMany { field: "mappings", max: MAX_MAPPINGS });
        }
        None => section.mappings.push(mapping),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::items::subject::Subject;
    use crate::facts::mapping::Feeds;
    use crate::facts::mapping::tests::{mapping, metric};

    fn other(id: u64, headers: &str) -> Mapping {
        let columns = [("天", Feeds::Date), ("额", metric("sales"))];
        let id = Id::from_bits(id);
        Mapping { id, headers: headers.to_owned(), ..mapping(Subject::Shop, &columns) }
    }

    #[test]
    fn one_stands_for_its_headers_and_is_renamed_and_removed() {
        let mut section = Mappings::default();
        for (id, headers) in [(1, "a"), (2, "b"), (3, "a"), (2, "c")] {
            MappingsEdit::Put(Box::new(other(id, headers))).apply(&mut section).unwrap();
        }
        let ids: Vec<_> =
            section.mappings.iter().map(|one| (one.id, one.headers.as_str())).collect();
        assert_eq!(ids, [(Id::from_bits(3), "a"), (Id::from_bits(2), "c")]);
        MappingsEdit::Put(Box::new(other(3, "c"))).apply(&mut section).unwrap();
        assert_eq!(section.mappings.len(), 1);
        let id = Id::from_bits(3);
        MappingsEdit::Rename(id, "周报".to_owned()).apply(&mut section).unwrap();
        assert_eq!(section.get(id).unwrap().name, "周报");
        MappingsEdit::Remove(id).apply(&mut section).unwrap();
        assert_eq!(section, Mappings::default());
        assert!(MappingsEdit::Remove(id).apply(&mut section).is_err());
        assert!(MappingsEdit::Rename(id, String::new()).apply(&mut section).is_err());
    }

    #[test]
    fn what_nothing_can_be_read_by_is_refused() {
        let mut section = Mappings::default();
        let mut refused = |change: &dyn Fn(&mut Mapping)| {
            let mut one = other(1, "a");
            change(&mut one);
            assert!(MappingsEdit::Put(Box::new(one)).apply(&mut section).is_err());
        };
        refused(&|one| one.columns.clear());
        refused(&|one| one.name = "长".repeat(MAX_MAPPING_NAME + 1));
        refused(&|one| one.headers = "0".repeat(17));
        refused(&|one| one.columns[0].name = "长".repeat(MAX_COLUMN_NAME + 1));
        refused(&|one| one.columns[0].feeds = metric("sales"));
        refused(&|one| one.columns[0].feeds = metric("unheard"));
        refused(&|one| one.columns = vec![one.columns[0].clone(); MAX_MAPPED_COLUMNS + 1]);
        assert_eq!(section, Mappings::default());
    }
}
