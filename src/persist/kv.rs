//! Storage as the rest of the program sees it: text under keys.

use std::cell::RefCell;
use std::collections::BTreeMap;

use thiserror::Error;

/// Why storage did not do what was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum KvError {
    /// There is no room left; what was there is as it was.
    #[error("storage is full")]
    Quota,
    /// Storage may not be used at all.
    #[error("storage is blocked")]
    Blocked,
    /// Anything else.
    #[error("storage failed")]
    Other,
}

/// Text under keys. A single [`Kv::set`] is atomic; several are not one step.
pub trait Kv {
    /// The text under `key`; `None` where there is none.
    fn get(&self, key: &str) -> Result<Option<String>, KvError>;
    /// Puts `text` under `key`; on an error the old text is still there.
    fn set(&self, key: &str, text: &str) -> Result<(), KvError>;
    /// Removes `key`, if it is there.
    fn remove(&self, key: &str) -> Result<(), KvError>;
    /// All keys, in no order; other programs of the origin may have some too.
    fn keys(&self) -> Result<Vec<String>, KvError>;
}

/// Storage in memory, with a limit as browsers have one.
#[derive(Debug, Default)]
pub struct MemKv {
    texts: RefCell<BTreeMap<String, String>>,
    capacity: Option<usize>,
}

impl MemKv {
    /// Storage that takes `capacity` UTF-16 units of keys and texts.
    pub fn with_capacity(capacity: usize) -> Self {
        Self { capacity: Some(capacity), ..Self::default() }
    }

    /// Everything that is stored.
    pub fn dump(&self) -> BTreeMap<String, String> {
        self.texts.borrow().clone()
    }
}

/// The room that a text takes in a browser: UTF-16 code units.
pub fn units(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

impl Kv for MemKv {
    fn get(&self, key: &str) -> Result<Option<String>, KvError> {
        Ok(self.texts.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, text: &str) -> Result<(), KvError> {
        let mut texts = self.texts.borrow_mut();
        if let Some(capacity) = self.capacity {
            let others = texts.iter().filter(|(other, _)| *other != key);
            let used: usize = others.map(|(key, text)| units(key) + units(text)).sum();
            if capacity < used + units(key) + units(text) {
                return Err(KvError::Quota);
            }
        }
        texts.insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), KvError> {
        self.texts.borrow_mut().remove(key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, KvError> {
        Ok(self.texts.borrow().keys().cloned().collect())
    }
}
