//! A look into OLE containers (.xls) before a reader opens them: every number that a reader
//! would follow is followed here first, within bounds.
//!
//! Layout: [MS-CFB]. A header names the sectors of the allocation table (FAT); the table chains
//! the sectors of a stream; streams under 4,096 bytes live in a stream of their own, chained by a
//! second table.

use crate::files::refusal::Reason;

const HEADER: usize = 512;
const END: u32 = 0xffff_fffe;
const MAX_SECTOR: u32 = 0xffff_fffa;
const MINI_LIMIT: usize = 4_096;

/// An OLE container whose tables hold together.
pub struct Cfb<'a> {
    bytes: &'a [u8],
    sector_size: usize,
    fat: Vec<u32>,
    entries: Vec<Entry>,
    mini_fat: Vec<u32>,
    mini: Vec<u8>,
}

struct Entry {
    name: String,
    is_stream: bool,
    start: u32,
    len: usize,
}

fn u16_at(bytes: &[u8], at: usize) -> Result<u16, Reason> {
    let pair = bytes.get(at..at + 2).and_then(|pair| pair.try_into().ok());
    pair.map(u16::from_le_bytes).ok_or_else(|| Reason::damaged("cut off"))
}

fn u32_at(bytes: &[u8], at: usize) -> Result<u32, Reason> {
    let four = bytes.get(at..at + 4).and_then(|four| four.try_into().ok());
    four.map(u32::from_le_bytes).ok_or_else(|| Reason::damaged("cut off"))
}

fn words(bytes: &[u8]) -> Vec<u32> {
    bytes.as_chunks::<4>().0.iter().map(|four| u32::from_le_bytes(*four)).collect()
}

impl<'a> Cfb<'a> {
    /// Reads the tables of a container.
    ///
    /// # Errors
    ///
    /// [`Reason::DamagedContainer`] where a table points outside of the file or in a circle.
    pub fn new(bytes: &'a [u8]) -> Result<Self, Reason> {
        if bytes.len() < HEADER {
            return Err(Reason::damaged("no room for a header"));
        }
        let shift = u16_at(bytes, 30)?;
        if (shift != 9 && shift != 12) || u16_at(bytes, 32)? != 6 {
            return Err(Reason::damaged("sector sizes"));
        }
        let mut cfb = Self {
            bytes,
            sector_size: 1 << shift,
            fat: Vec::new(),
            entries: Vec::new(),
            mini_fat: Vec::new(),
            mini: Vec::new(),
        };
        cfb.fat = cfb.read_fat()?;
        let directory = cfb.chain(u32_at(bytes, 48)?, None)?;
        cfb.entries = directory.as_chunks::<128>().0.iter().map(entry).collect();
        let root = cfb.entries.first().ok_or_else(|| Reason::damaged("no root"))?;
        let (root_start, root_len) = (root.start, root.len);
        let n_mini_fat = u32_at(bytes, 64)?;
        if n_mini_fat > 0 {
            cfb.mini_fat = words(&cfb.chain(u32_at(bytes, 60)?, None)?);
            cfb.mini = cfb.chain(root_start, Some(root_len))?;
        }
        Ok(cfb)
    }

    fn sector(&self, id: u32) -> Result<&'a [u8], Reason> {
        let outside = || Reason::damaged(format!("sector {id} is outside of the file"));
        let id = usize::try_from(id).map_err(|_| outside())?;
        let from = (id + 1).checked_mul(self.sector_size).ok_or_else(outside)?;
        self.bytes.get(from..from.saturating_add(self.sector_size)).ok_or_else(outside)
    }

    fn max_sectors(&self) -> usize {
        self.bytes.len() / self.sector_size + 1
    }

    /// The allocation table: 109 of its sectors stand in the header, the others in a chain.
    fn read_fat(&self) -> Result<Vec<u32>, Reason> {
        let mut ids: Vec<u32> = words(&self.bytes[76..HEADER]);
        let mut next = u32_at(self.bytes, 68)?;
        let mut n_chained = 0;
        while next < MAX_SECTOR {
            n_chained += 1;
            if n_chained > self.max_sectors() {
                return Err(Reason::damaged("the allocation table runs in a circle"));
            }
            let mut more = words(self.sector(next)?);
            next = more.pop().unwrap_or(END);
            ids.extend(more);
        }
        let mut fat = Vec::new();
        for id in ids.into_iter().filter(|id| *id < MAX_SECTOR) {
            fat.extend(words(self.sector(id)?));
            if fat.len() / (self.sector_size / 4) > self.max_sectors() {
                return Err(Reason::damaged("the allocation table is larger than the file"));
            }
        }
        Ok(fat)
    }

    /// The bytes of a chain of sectors; with a length, exactly as many.
    fn chain(&self, start: u32, len: Option<usize>) -> Result<Vec<u8>, Reason> {
        let (mut all, mut next, mut n_sectors) = (Vec::new(), start, 0);
        while next < MAX_SECTOR && len.is_none_or(|len| all.len() < len) {
            n_sectors += 1;
            if n_sectors > self.max_sectors() {
                return Err(Reason::damaged("a stream runs in a circle"));
            }
            all.extend_from_slice(self.sector(next)?);
            let idx = usize::try_from(next).unwrap_or(usize::MAX);
            next = *self.fat.get(idx).ok_or_else(|| Reason::damaged("a broken chain"))?;
        }
        match len {
            Some(len) if all.len() < len => Err(Reason::damaged("a stream is cut off")),
            Some(len) => {
                all.truncate(len);
                Ok(all)
            }
            None => Ok(all),
        }
    }

    /// Whether there is a stream of this name.
    pub fn has(&self, name: &str) -> bool {
        self.entries.iter().any(|entry| entry.is_stream && entry.name.eq_ignore_ascii_case(name))
    }

    /// The bytes of a stream; `None` where there is none of this name.
    ///
    /// # Errors
    ///
    /// [`Reason::DamagedContainer`] where its chain breaks, runs in a circle or ends early.
    pub fn stream(&self, name: &str) -> Result<Option<Vec<u8>>, Reason> {
        let is_it = |entry: &&Entry| entry.is_stream && entry.name.eq_ignore_ascii_case(name);
        let Some(entry) = self.entries.iter().find(is_it) else { return Ok(None) };
        if entry.len >= MINI_LIMIT {
            return self.chain(entry.start, Some(entry.len)).map(Some);
        }
        let (mut all, mut next) = (Vec::new(), entry.start);
        while all.len() < entry.len {
            let idx = usize::try_from(next).unwrap_or(usize::MAX);
            let sector = idx.checked_mul(64).and_then(|at| self.mini.get(at..at.checked_add(64)?));
            all.extend_from_slice(sector.ok_or_else(|| Reason::damaged("a stream is cut off"))?);
            next = *self.mini_fat.get(idx).ok_or_else(|| Reason::damaged("a broken chain"))?;
        }
        all.truncate(entry.len);
        Ok(Some(all))
    }
}

fn entry(raw: &[u8; 128]) -> Entry {
    let n_bytes = usize::from(u16::from_le_bytes([raw[64], raw[65]])).saturating_sub(2).min(64);
    let units: Vec<u16> =
        raw[..n_bytes].as_chunks::<2>().0.iter().map(|pair| u16::from_le_bytes(*pair)).collect();
    let len = u32::from_le_bytes([raw[120], raw[121], raw[122], raw[123]]);
    Entry {
        name: String::from_utf16_lossy(&units),
        is_stream: raw[66] == 2,
        start: u32::from_le_bytes([raw[116], raw[117], raw[118], raw[119]]),
        len: usize::try_from(len).unwrap_or(usize::MAX),
    }
}

/// Checks an .xls before a reader opens it.
///
/// # Errors
///
/// [`Reason::Encrypted`], [`Reason::UnsupportedFormat`] for what is no workbook of Excel 97 or
/// later, [`Reason::DamagedContainer`], [`Reason::TooManyRows`].
pub fn check_xls(bytes: &[u8]) -> Result<(), Reason> {
    let cfb = Cfb::new(bytes)?;
    if cfb.has("EncryptedPackage") {
        return Err(Reason::Encrypted);
    }
    let Some(stream) = cfb.stream("Workbook")? else {
        let format = if cfb.has("Book") { "Excel 5.0/95" } else { "OLE" };
        return Err(Reason::UnsupportedFormat { format: format.to_owned() });
    };
    check_records(&stream)
}

/// Walks over the records of a workbook ([MS-XLS]): two bytes of type, two of length, the data.
fn check_records(stream: &[u8]) -> Result<(), Reason> {
    use crate::files::limits::{MAX_CELLS, MAX_ROWS};
    const FILE_PASS: u16 = 0x002f;
    const BOF: u16 = 0x0809;
    const EOF: u16 = 0x000a;
    const SST: u16 = 0x00fc;
    const LABEL_SST: u16 = 0x00fd;
    // FORMULA, NUMBER, LABEL, BOOLERR, RK, MULRK, RSTRING: row and column come first.
    const CELLS: [u16; 8] = [0x0006, 0x0203, 0x0204, 0x0205, 0x027e, 0x00bd, 0x00d6, LABEL_SST];
    let (mut at, mut n_open, mut n_strings) = (0, 0_usize, None);
    let (mut max_row, mut max_column) = (0_usize, 0_usize);
    while at + 4 <= stream.len() {
        let (kind, len) = (u16_at(stream, at)?, usize::from(u16_at(stream, at + 2)?));
        // What follows the last sheet is padding.
        if n_open == 0 && kind != BOF {
            break;
        }
        let data = stream
            .get(at + 4..at + 4 + len)
            .ok_or_else(|| Reason::damaged("a record is cut off"))?;
        match kind {
            BOF => {
                if n_open == 0 && at == 0 && u16_at(data, 0)? != 0x0600 {
                    let format = "Excel 5.0/95".to_owned();
                    return Err(Reason::UnsupportedFormat { format });
                }
                (n_open, max_row, max_column) = (n_open + 1, 0, 0);
            }
            EOF => n_open = n_open.saturating_sub(1),
            FILE_PASS => return Err(Reason::Encrypted),
            SST => n_strings = Some(u32_at(data, 4)?),
            _ if CELLS.contains(&kind) => {
                max_row = max_row.max(usize::from(u16_at(data, 0)?));
                max_column = max_column.max(usize::from(u16_at(data, 2)?));
                if max_row.saturating_mul(max_column) > MAX_CELLS {
                    return Err(Reason::TooManyRows { max: MAX_ROWS });
                }
                let is_missing = |idx: u32| n_strings.is_none_or(|n_strings| idx >= n_strings);
                if kind == LABEL_SST && is_missing(u32_at(data, 6)?) {
                    return Err(Reason::damaged("a cell points to a text that is not there"));
                }
            }
            _ => {}
        }
        at += 4 + len;
    }
    match at {
        0 => Err(Reason::damaged("no workbook in it")),
        _ if n_open > 0 => Err(Reason::damaged("a sheet is cut off")),
        _ => Ok(()),
    }
}
