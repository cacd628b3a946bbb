//! Files on their way in.

use leptos::prelude::*;
use web_sys::File;

/// The id of the field that chooses workbook files; any button may press it.
pub const OPEN_WORKBOOK: &str = "open-workbook";

/// Table files that wait for the import page, which takes them away. A copy means the same files.
#[derive(Clone, Copy)]
pub struct DroppedFiles(RwSignal<Vec<File>, LocalStorage>);

/// The files that wait for the import page.
pub fn use_dropped_files() -> DroppedFiles {
    expect_context()
}

impl DroppedFiles {
    /// Lets every component below find the files.
    pub fn provide() -> Self {
        let dropped = Self(RwSignal::new_local(Vec::new()));
        provide_context(dropped);
        dropped
    }

    /// The files, told anew when more have come; they wait no longer then.
    pub fn take(self) -> Vec<File> {
        let waiting = self.0.with(Vec::len);
        if waiting == 0 {
            return Vec::new();
        }
        self.0.try_update_untracked(std::mem::take).unwrap_or_default()
    }

    /// Puts files where the import page finds them.
    pub fn add(self, files: Vec<File>) {
        self.0.update(|waiting| waiting.extend(files));
    }
}
