//! Fields that this version does not know.

/// What a newer version wrote into a record and this one must hand on unread.
///
/// Every persisted record ends in `#[serde(flatten)] pub extra: Extra`, so that opening and
/// saving a file never drops what somebody else put there.
pub type Extra = serde_json::Map<String, serde_json::Value>;
