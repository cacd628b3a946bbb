//! Every key of the browser's storage. Nothing else writes one.
//!
//! The origin may be shared with other programs, so all keys begin with [`PREFIX`]. There is no
//! key with a list of workbooks and none that says which slot is current: both are read off the
//! frames, so nothing can disagree with them.

use crate::base::id::Id;

/// What all keys begin with; the number changes only if this layout does.
pub const PREFIX: &str = "zhanggui/1/";

/// The settings of the screen, which belong to the browser and to no workbook.
pub const PREFS: &str = "zhanggui/1/prefs";
/// Which columns of the table of products are hidden and which stay in sight.
pub const PRODUCT_COLUMNS: &str = "zhanggui/1/product-columns";
/// The id of the workbook that was open last.
pub const LAST: &str = "zhanggui/1/last";

/// The names of the copies that are kept to merge against, oldest first.
pub const COPIES: &str = "zhanggui/1/copies";

/// What was used on the last days, for the forecast.
pub const ROOM: &str = "zhanggui/1/room";

/// One of the two places of a workbook, written in turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// The first.
    A,
    /// The second.
    B,
}

impl Slot {
    /// Both.
    pub const ALL: [Self; 2] = [Self::A, Self::B];

    /// The one that is not this.
    pub fn other(self) -> Self {
        match self {
            Self::A => Self::B,
            Self::B => Self::A,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::A => "a",
            Self::B => "b",
        }
    }
}

/// Where a slot of a workbook is.
pub fn slot(id: Id, slot: Slot) -> String {
    format!("{PREFIX}wb/{id}/{}", slot.name())
}

/// The workbook whose slot this key is.
pub fn slot_id(key: &str) -> Option<Id> {
    let (id, slot) = key.strip_prefix(PREFIX)?.strip_prefix("wb/")?.split_once('/')?;
    if slot == "a" || slot == "b" { id.parse().ok() } else { None }
}

/// Where a chunk of facts is, by its content hash.
pub fn facts(hash: &str) -> String {
    format!("{PREFIX}facts/{hash}")
}

/// The content hash of the chunk whose key this is.
pub fn facts_hash(key: &str) -> Option<&str> {
    key.strip_prefix(PREFIX)?.strip_prefix("facts/")
}

/// Where a copy that went out or came in is kept, by its name.
pub fn copy(name: &str) -> String {
    format!("{PREFIX}copy/{name}")
}

/// Whether a copy is kept under this key. It refers to facts, but does not need them.
pub fn is_copy(key: &str) -> bool {
    key.strip_prefix(PREFIX).is_some_and(|key| key.starts_with("copy/"))
}

/// Where it is kept that a workbook is in the trash, and since when. Its slots stay where they
/// are: throwing away and bringing back is one step each, and takes no room.
pub fn trash(id: Id) -> String {
    format!("{PREFIX}trash/{id}")
}

/// The workbook in the trash whose key this is.
pub fn trash_id(key: &str) -> Option<Id> {
    key.strip_prefix(PREFIX)?.strip_prefix("trash/")?.parse().ok()
}

/// Where it is kept when a file of a workbook was last downloaded or opened.
pub fn backup(id: Id) -> String {
    format!("{PREFIX}backup/{id}")
}

/// Where damaged text of a workbook is set aside; named by its checksum, so that setting the same
/// text aside twice keeps it once.
pub fn quarantine(id: Id, sum: u64) -> String {
    format!("{PREFIX}quarantine/{id}/{sum:016x}")
}

/// The workbook whose damaged text this key holds.
pub fn quarantine_id(key: &str) -> Option<Id> {
    let (id, _) = key.strip_prefix(PREFIX)?.strip_prefix("quarantine/")?.split_once('/')?;
    id.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_read_back_as_what_they_name() {
        let id = Id::from_bits(0x0123_4567_89ab_cdef);
        assert_eq!(slot(id, Slot::A), "zhanggui/1/wb/0123456789abcdef/a");
        assert_eq!(slot_id(&slot(id, Slot::B)), Some(id));
        assert_eq!(trash_id(&trash(id)), Some(id));
        assert_eq!(quarantine_id(&quarantine(id, 7)), Some(id));
        assert_eq!(facts_hash("zhanggui/1/facts/00ff"), Some("00ff"));
    }

    #[test]
    fn keys_of_others_are_not_ours() {
        for key in [
            "wb/0123456789abcdef/a",
            "zhanggui/2/wb/0123456789abcdef/a",
            PREFS,
            "zhanggui/1/wb/x/a",
        ] {
            assert_eq!(slot_id(key), None, "{key}");
        }
    }
}
