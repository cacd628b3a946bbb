//! The browser's storage as [`Kv`].

use crate::persist::kv::{Kv, KvError};
use crate::platform::storage::{self, StorageFault};

/// The origin's local storage.
#[derive(Clone, Copy, Debug)]
pub struct BrowserKv;

impl From<StorageFault> for KvError {
    fn from(fault: StorageFault) -> Self {
        match fault {
            StorageFault::Full => Self::Quota,
            StorageFault::Blocked => Self::Blocked,
            StorageFault::Other(_) => Self::Other,
        }
    }
}

impl Kv for BrowserKv {
    fn get(&self, key: &str) -> Result<Option<String>, KvError> {
        Ok(storage::get(key)?)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), KvError> {
        Ok(storage::set(key, text)?)
    }

    fn remove(&self, key: &str) -> Result<(), KvError> {
        Ok(storage::remove(key)?)
    }

    fn keys(&self) -> Result<Vec<String>, KvError> {
        Ok(storage::keys()?)
    }
}
