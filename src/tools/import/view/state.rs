//! The files that were handed over and are not applied yet. They outlive the page: a change of
//! the language, or a look at another page, does not throw a preview away.

mod by_hand;

use std::sync::Arc;

use leptos::prelude::*;
use web_sys::File;

use crate::base::edit::EditError;
use crate::facts::edit::{FactsEdit, FileTable};
use crate::facts::items::subject::Subject;
use crate::facts::mapping::Mapping;
use crate::facts::mapping::edit::MappingsEdit;
use crate::facts::merge::{ImportPreview, Of};
use crate::facts::orders::salt::Salt;
use crate::files::ReadFile;
use crate::files::mapping::{ByHand, Chosen};
use crate::files::protocol::Progress;
use crate::files::refusal::Reason;
use crate::platform::importer::{self, ImportFault, read_file};
use crate::platform::{clock, files, page, random};
use crate::store::{StoreError, WorkbookStore};
use crate::tools::import::calc::previews;
use crate::tools::import::text::Applied;
use crate::workbook::edit::Edit;

/// The import as the pages see it. A copy of the handle is the same import.
#[derive(Clone, Copy, Debug)]
pub struct ImportState {
    /// The files, in the order in which they came.
    pub entries: RwSignal<Vec<Entry>>,
    /// Which file's changes are shown.
    pub selected: RwSignal<Option<u32>>,
    /// What was done last.
    pub outcome: RwSignal<Option<Outcome>>,
    /// What is still to be read; files belong to this thread.
    queue: StoredValue<Vec<(u32, File, Option<Chosen>)>, LocalStorage>,
    /// Files that somebody may read by hand, or by another mapping.
    kept: StoredValue<Vec<(u32, File)>, LocalStorage>,
    next_key: StoredValue<u32>,
    is_reading: StoredValue<bool>,
    /// How far the file that is being read is; of a long one only.
    pub progress: RwSignal<Option<Progress>>,
    /// For orders, where the workbook has no salt yet, or half of one.
    salt: StoredValue<Salt>,
}

/// One file.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Tells it from others of the same name.
    pub key: u32,
    /// Its name.
    pub file: String,
    /// What became of it.
    pub result: FileResult,
}

/// What became of a file.
#[derive(Clone, Debug, PartialEq)]
pub enum FileResult {
    /// Nothing yet.
    Waiting,
    /// It can be imported.
    Read(Arc<ReadFile>),
    /// It cannot, and why.
    Refused(Arc<ImportFault>),
    /// It was to be opened as a workbook, and why it was not.
    NotOpened(Arc<StoreError>),
}

impl Entry {
    /// What somebody can say by hand of it: how it was read, or why it was not.
    pub fn by_hand(&self) -> Option<(&ByHand, Option<&Reason>)> {
        match &self.result {
            FileResult::Read(read) => Some((read.by_hand.as_deref()?, None)),
            FileResult::Refused(fault) => match &**fault {
                ImportFault::Refused(why) => Some((why.by_hand.as_deref()?, Some(&why.reason))),
                _ => None,
            },
            FileResult::Waiting | FileResult::NotOpened(_) => None,
        }
    }

    /// The mapping that it was read by.
    fn mapping(&self) -> Option<&Mapping> {
        let read = self.read()?;
        Some(&read.by_hand.as_ref()?.chosen.as_ref()?.mapping)
    }

    /// What was read of it.
    pub fn read(&self) -> Option<&Arc<ReadFile>> {
        match &self.result {
            FileResult::Read(read) => Some(read),
            _ => None,
        }
    }
}

/// What was done last.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// Files were applied.
    Applied(Applied),
    /// A workbook of this name was opened.
    Opened(String),
    /// The edit was refused.
    Failed(EditError),
}

/// A file's changes, after those of the files before it.
#[derive(Clone, Debug, PartialEq)]
pub struct Seen {
    /// The file.
    pub key: u32,
    /// What it would change.
    pub preview: Arc<ImportPreview>,
    /// Whether it was read by a mapping that the workbook does not have so.
    pub maps: bool,
}

impl Seen {
    /// Whether applying it changes anything.
    pub fn is_change(&self) -> bool {
        self.maps || !self.preview.is_no_change()
    }
}

/// The import of this page; [`ImportState::provide`] has put it there.
pub fn use_import() -> ImportState {
    expect_context()
}

impl ImportState {
    /// Lets every component below hand over files. Called once, above the pages.
    pub fn provide() -> Self {
        let state = Self {
            entries: RwSignal::default(),
            selected: RwSignal::default(),
            outcome: RwSignal::default(),
            queue: StoredValue::new_local(Vec::new()),
            kept: StoredValue::new_local(Vec::new()),
            next_key: StoredValue::new(0),
            is_reading: StoredValue::new(false),
            progress: RwSignal::default(),
            salt: StoredValue::new(Salt { first: random::new_id(), more: random::new_id() }),
        };
        provide_context(state);
        state
    }

    /// Takes files, by drop or by choice, and reads them one after the other. Workbooks open at
    /// once, as new ones.
    pub fn add(self, files: Vec<File>, workbook: WorkbookStore) {
        if files.is_empty() {
            return;
        }
        self.outcome.set(None);
        for file in files {
            let key = self.next_key.get_value();
            self.next_key.set_value(key.wrapping_add(1));
            let entry = Entry { key, file: file.name(), result: FileResult::Waiting };
            self.entries.update(|entries| entries.push(entry));
            self.queue.update_value(|queue| queue.push((key, file, None)));
        }
        self.start(workbook);
    }

    fn start(self, workbook: WorkbookStore) {
        if !self.is_reading.get_value() {
            self.is_reading.set_value(true);
            leptos::task::spawn_local(self.read_all(workbook));
        }
    }

    async fn read_all(self, workbook: WorkbookStore) {
        while let Some((key, file, chosen)) = self.pop() {
            // Left out, or cancelled, before its turn.
            let is_wanted = self.entries.with_untracked(|all| all.iter().any(|e| e.key == key));
            if !is_wanted {
                continue;
            }
            let is_chosen = chosen.is_some();
            match self.read_one(file.clone(), chosen, workbook).await {
                Some(result) => {
                    self.set_result(key, result);
                    self.keep(key, file);
                    if is_chosen {
                        self.read_likes(key);
                    }
                }
                None => self.remove(key),
            }
        }
        self.is_reading.set_value(false);
    }

    fn pop(self) -> Option<(u32, File, Option<Chosen>)> {
        let mut next = None;
        self.queue.update_value(|queue| next = (!queue.is_empty()).then(|| queue.remove(0)));
        next
    }

    /// What becomes of a file; `None` for a workbook that was opened, and for what was cancelled.
    async fn read_one(
        self,
        file: File,
        chosen: Option<Chosen>,
        workbook: WorkbookStore,
    ) -> Option<FileResult> {
        if file.name().to_ascii_lowercase().ends_with(".json") {
            return self.open(&file, workbook).await;
        }
        let drawn = self.salt.get_value();
        let salt = workbook.with(|wb| Salt {
            first: wb.facts.salt.unwrap_or(drawn.first),
            more: wb.facts.salt_more.unwrap_or(drawn.more),
        });
        let hand = self.hand(chosen, workbook);
        let on_progress = |at| self.progress.set(Some(at));
        let read = read_file(file.clone(), salt, &hand, on_progress).await;
        self.progress.set(None);
        match read {
            Ok(read) => {
                // What was read and what it changes: a frame for each, not one for both.
                page::pause().await;
                Some(FileResult::Read(Arc::new(read)))
            }
            Err(ImportFault::Refused(refusal)) if refusal.reason == Reason::IsAWorkbook => {
                self.open(&file, workbook).await
            }
            Err(ImportFault::Cancelled) => None,
            Err(fault) => Some(FileResult::Refused(Arc::new(fault))),
        }
    }

    async fn open(self, file: &File, workbook: WorkbookStore) -> Option<FileResult> {
        let refused = |error| Some(FileResult::NotOpened(Arc::new(error)));
        let Ok(text) = files::text(file).await else { return refused(StoreError::File) };
        match workbook.import_json(&text) {
            Ok(_) => {
                let name = workbook.with(|wb| wb.shop.name.clone());
                self.outcome.set(Some(Outcome::Opened(name)));
                None
            }
            Err(error) => refused(error),
        }
    }

    fn set_result(self, key: u32, result: FileResult) {
        let mut is_shown = false;
        self.entries.update(|entries| {
            if let Some(entry) = entries.iter_mut().find(|entry| entry.key == key) {
                entry.result = result;
                is_shown = entry.read().is_some() || entry.by_hand().is_some();
            }
        });
        if is_shown && self.selected.with_untracked(Option::is_none) {
            self.selected.set(Some(key));
        }
    }

    /// Reads the file that is being read no further, and leaves it out.
    pub fn stop(self) {
        let reading = self.entries.with_untracked(|entries| {
            let mut waiting = entries.iter().filter(|e| e.result == FileResult::Waiting);
            waiting.next().map(|entry| entry.key)
        });
        if let Some(key) = reading {
            self.remove(key);
        }
    }

    /// Leaves a file out; one that is being read is read no further.
    pub fn remove(self, key: u32) {
        let is_being_read = self.entries.with_untracked(|entries| {
            let waiting = entries.iter().find(|entry| entry.result == FileResult::Waiting);
            waiting.is_some_and(|entry| entry.key == key)
        });
        if is_being_read {
            importer::stop();
        }
        self.entries.update(|entries| entries.retain(|entry| entry.key != key));
        self.kept.update_value(|kept| kept.retain(|(own, _)| *own != key));
        if self.selected.get_untracked() == Some(key) {
            let is_shown = |e: &&Entry| e.read().is_some() || e.by_hand().is_some();
            let first = |all: &Vec<Entry>| all.iter().find(is_shown).map(|e| e.key);
            self.selected.set(self.entries.with_untracked(first));
        }
    }

    /// Leaves all files out; nothing has changed.
    pub fn cancel(self) {
        importer::stop();
        self.queue.update_value(Vec::clear);
        self.kept.update_value(Vec::clear);
        self.entries.update(Vec::clear);
        self.selected.set(None);
    }

    /// What each file that can be imported would change, told anew when the facts do. Called in
    /// the body of a component.
    pub fn seen(self, workbook: WorkbookStore) -> Memo<Vec<Seen>> {
        let facts = workbook.select(|wb| wb.facts.clone());
        let mappings = workbook.select(|wb| wb.mappings.clone());
        Memo::new(move |_| {
            self.entries.with(|entries| {
                let read: Vec<_> = entries.iter().filter_map(|e| Some((e, e.read()?))).collect();
                let tables = read.iter().map(|(_, read)| &read.table);
                let previews = facts.with(|facts| previews(facts, tables));
                read.iter()
                    .zip(previews)
                    .map(|((entry, _), preview)| {
                        let is_new =
                            |one: &Mapping| mappings.with(|known| known.get(one.id) != Some(one));
                        Seen {
                            key: entry.key,
                            preview: Arc::new(preview),
                            maps: entry.mapping().is_some_and(is_new),
                        }
                    })
                    .collect()
            })
        })
    }

    /// Applies every file that changes something, as one step that can be taken back.
    pub fn apply(self, workbook: WorkbookStore, seen: &[Seen]) {
        let (mut n_days, mut n_rows, mut n_details) = (0, 0, 0);
        let (mut n_orders, mut n_lines, mut n_cells) = (0, 0, 0);
        let mut puts: Vec<Edit> = Vec::new();
        let mut edits = Vec::new();
        for Seen { key, preview, maps } in seen.iter().filter(|seen| seen.is_change()) {
            let (put, edit) = self.entries.with_untracked(|entries| {
                let entry = entries.iter().find(|entry| entry.key == *key);
                let mapping = entry.filter(|_| *maps).and_then(Entry::mapping).cloned();
                let put = mapping.map(|one| Edit::from(MappingsEdit::Put(Box::new(one))));
                (put, entry.filter(|_| !preview.is_no_change()).and_then(apply_edit))
            });
            puts.extend(put.filter(|put| !puts.contains(put)));
            if let Some(edit) = edit {
                edits.push(Edit::from(edit));
                n_days += preview.new_days.len();
                match preview.of {
                    Of::Each(Subject::Item) => n_rows += preview.n_new_rows,
                    Of::Orders => n_orders += preview.n_new_rows,
                    Of::Lines => n_lines += preview.n_new_rows,
                    _ => n_details += preview.n_new_rows,
                }
                n_cells += preview.restated.len();
            }
        }
        let n_files = edits.len();
        // Mappings first: the last edit names the step.
        edits.splice(0..0, puts);
        let edit = if edits.len() == 1 { edits.remove(0) } else { Edit::All(edits) };
        match workbook.edit(edit) {
            Ok(()) => {
                self.cancel();
                self.outcome.set(Some(Outcome::Applied(Applied {
                    n_files,
                    n_days,
                    n_rows,
                    n_details,
                    n_orders,
                    n_lines,
                    n_cells,
                })));
            }
            Err(error) => self.outcome.set(Some(Outcome::Failed(error))),
        }
    }
}

fn apply_edit(entry: &Entry) -> Option<FactsEdit> {
    let read = entry.read()?;
    let (id, at) = (random::new_id(), clock::now_text());
    let file = entry.file.chars().take(crate::facts::edit::MAX_FILE_NAME).collect();
    let dialect = read.report.dialect.clone().unwrap_or_default();
    Some(match read.table.clone() {
        FileTable::Days(table) => FactsEdit::ApplyDays { id, file, dialect, at, table },
        FileTable::Items(table) => FactsEdit::ApplyItems { id, file, dialect, at, table },
        FileTable::Orders(table) => FactsEdit::ApplyOrders { id, file, dialect, at, table },
        FileTable::Lines(table) => FactsEdit::ApplyLines { id, file, dialect, at, table },
    })
}
