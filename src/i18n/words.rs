//! The words of saving and of workbooks: what is stored, what could not be, and what to do.

use crate::base::locale::Locale;
use crate::i18n::format;
use crate::persist::decode::{DecodeError, Problem};
use crate::persist::mirror::{CopyState, MirrorError};
use crate::persist::room::Backup;
use crate::persist::slots::Notice;
use crate::persist::snapshot::Reason;
use crate::persist::state::{ReadOnly, SaveError, SaveState};

/// The save state in a few words, for the bar above the page.
pub fn save_state(state: &SaveState, locale: Locale) -> String {
    let zh = locale == Locale::Zh;
    match state {
        SaveState::New if zh => "还没有改动".to_owned(),
        SaveState::New => "No changes yet".to_owned(),
        SaveState::Saved { at } if zh => format!("已保存 {}", format::clock(at)),
        SaveState::Saved { at } => format!("Saved {}", format::clock(at)),
        SaveState::Pending if zh => "编辑中".to_owned(),
        SaveState::Pending => "Editing".to_owned(),
        SaveState::Failed(_) if zh => "未能保存".to_owned(),
        SaveState::Failed(_) => "Not saved".to_owned(),
        SaveState::Conflict if zh => "另一标签页已改".to_owned(),
        SaveState::Conflict => "Changed elsewhere".to_owned(),
        SaveState::ReadOnly(_) if zh => "只能看".to_owned(),
        SaveState::ReadOnly(_) => "Read only".to_owned(),
    }
}

/// Why a workbook was not stored, and what is still true.
pub fn save_error(error: &SaveError, locale: Locale) -> String {
    let zh = locale == Locale::Zh;
    let words = match error {
        SaveError::Full if zh => "浏览器的存储空间满了。",
        SaveError::Full => "The browser's storage is full.",
        SaveError::Blocked if zh => "浏览器不允许保存网站数据。",
        SaveError::Blocked => "The browser does not allow this site to keep data.",
        SaveError::TooLarge { .. } if zh => "这份工作簿超过了一份工作簿的上限。",
        SaveError::TooLarge { .. } => "This workbook is larger than a workbook may be.",
        SaveError::NotStored if zh => "写进去的内容读不回来。",
        SaveError::NotStored => "What was written did not read back.",
        SaveError::Conflict if zh => "另一个标签页先保存了更新的内容。",
        SaveError::Conflict => "Another tab has stored a later version.",
        SaveError::Newer if zh => "这份工作簿由更新的版本写成。",
        SaveError::Newer => "A newer version of the program has written this workbook.",
        SaveError::Other if zh => "浏览器的存储出了错。",
        SaveError::Other => "The browser's storage failed.",
    };
    words.to_owned()
}

/// Where the only copy of the newest version is, while local storage does not take it.
pub fn only_copy(copy: &CopyState, locale: Locale) -> String {
    let zh = locale == Locale::Zh;
    match copy {
        CopyState::Stands { at } if zh => {
            format!("最新内容已放入备用存储（{}）。", format::clock(at))
        }
        CopyState::Stands { at } => {
            format!("The latest changes are in the spare storage ({}).", format::clock(at))
        }
        _ if zh => "最新内容只在本页内存中。".to_owned(),
        _ => "The latest changes are in this page's memory alone.".to_owned(),
    }
}

/// Whether there is a second copy, and why not.
pub fn copy_state(copy: &CopyState, locale: Locale) -> String {
    let zh = locale == Locale::Zh;
    let words = match copy {
        CopyState::Stands { at } if zh => {
            return format!("第二份副本：{} 已写入浏览器的数据库。", format::clock(at));
        }
        CopyState::Stands { at } => {
            let at = format::clock(at);
            return format!("Second copy: written to the browser's database at {at}.");
        }
        CopyState::Unknown if zh => "第二份副本：下次保存时写入浏览器的数据库。",
        CopyState::Unknown => "Second copy: written to the browser's database at the next save.",
        CopyState::Waiting if zh => "第二份副本：正在写入。",
        CopyState::Waiting => "Second copy: being written.",
        CopyState::Missing(MirrorError::Missing) if zh => {
            "这个浏览器没有可用的数据库，没有第二份副本，也没有历史版本：浏览器崩溃可能丢失最近             约一分钟的改动。请经常下载备份。"
        }
        CopyState::Missing(MirrorError::Missing) => {
            "This browser offers no database: there is no second copy and there are no earlier \
             versions. If the browser crashes, about the last minute of changes can be lost. \
             Download a backup often."
        }
        CopyState::Missing(MirrorError::Full) if zh => "第二份副本未能写入：浏览器的数据库满了。",
        CopyState::Missing(MirrorError::Full) => {
            "The second copy could not be written: the browser's database is full."
        }
        CopyState::Missing(_) if zh => "第二份副本未能写入，稍后会再试。",
        CopyState::Missing(_) => "The second copy could not be written; it is tried again.",
    };
    words.to_owned()
}

/// That the last backup is old, or that there is none.
pub fn backup_due(backup: &Backup, locale: Locale) -> String {
    let (zh, n) = (locale == Locale::Zh, backup.n_days);
    match &backup.at {
        Some(_) if zh => format!("上次下载备份文件是 {n} 天前，之后又有改动。"),
        Some(_) => format!("The last backup file is {n} days old, and there are changes since."),
        None if zh => format!("这份工作簿用了 {n} 天，还没有下载过备份文件。"),
        None => {
            format!("This workbook is {n} days old, and no backup file has been downloaded yet.")
        }
    }
}

/// Leads to where room can be made.
pub fn manage_storage(locale: Locale) -> &'static str {
    match locale {
        Locale::Zh => "管理存储",
        Locale::En => "Manage storage",
    }
}

/// Why a snapshot was made.
pub fn snapshot_reason(reason: Reason, locale: Locale) -> &'static str {
    let zh = locale == Locale::Zh;
    match reason {
        Reason::Hour if zh => "每小时",
        Reason::Hour => "hourly",
        Reason::Import if zh => "导入之前",
        Reason::Import => "before an import",
        Reason::Replace if zh => "替换之前",
        Reason::Replace => "before a replacement",
        Reason::Restore if zh => "恢复之前",
        Reason::Restore => "before going back",
        Reason::Delete if zh => "删除之前",
        Reason::Delete => "before deletion",
        Reason::MassDelete if zh => "大量删除之前",
        Reason::MassDelete => "before a large deletion",
        Reason::Overtaken if zh => "另一标签页的版本",
        Reason::Overtaken => "another tab's version",
        Reason::Other if zh => "其他",
        Reason::Other => "other",
    }
}

/// Why nothing will be stored.
pub fn read_only(reason: &ReadOnly, locale: Locale) -> String {
    let zh = locale == Locale::Zh;
    match reason {
        ReadOnly::Newer { schema } if zh => {
            format!(
                "这份工作簿由更新的版本写成（格式 {schema}），这里不打开也不改动它。请刷新页面换成新版本。"
            )
        }
        ReadOnly::Newer { schema } => format!(
            "A newer version of the program wrote this workbook (format {schema}). It is neither \
             opened nor changed here. Reload the page to get the new version."
        ),
        ReadOnly::Damaged if zh => {
            "保存的内容损坏，读不出来，也没有被覆盖。可以原样下载，或者新建一份工作簿。".to_owned()
        }
        ReadOnly::Damaged => "What is stored is damaged and cannot be read; nothing was written \
             over it. Download it as it is, or start a new workbook."
            .to_owned(),
    }
}

/// What must be told about a workbook that was opened.
pub fn notice(notice: &Notice, locale: Locale) -> String {
    let zh = locale == Locale::Zh;
    match notice {
        Notice::Older { at } if zh => {
            format!("已从 {} 的版本恢复。较新的一份损坏了，已另外存放。", at.replace('T', " "))
        }
        Notice::Older { at } => format!(
            "Opened the version of {}. The later one was damaged and has been set aside.",
            at.replace('T', " ")
        ),
        Notice::SecondCopy { at } if zh => {
            format!("浏览器丢失了较新的内容，已从第二份副本取回 {} 的版本。", at.replace('T', " "))
        }
        Notice::SecondCopy { at } => format!(
            "The browser had lost the latest changes. The version of {} is back from the second \
             copy.",
            at.replace('T', " ")
        ),
        Notice::MissingFacts { n_chunks } if zh => {
            format!("有 {n_chunks} 个季度的导入数据不在了，重新导入那些文件就会回来。")
        }
        Notice::MissingFacts { n_chunks } => format!(
            "Imported data of {n_chunks} quarters are missing. Import the files again to get \
             them back."
        ),
    }
}

/// Why a file is no workbook. Nothing has changed.
pub fn decode_error(error: &DecodeError, locale: Locale) -> String {
    let zh = locale == Locale::Zh;
    match error {
        DecodeError::TooLarge { .. } if zh => "文件太大，不像一份工作簿，没有打开。".to_owned(),
        DecodeError::TooLarge { .. } => "The file is too large for a workbook.".to_owned(),
        DecodeError::Empty if zh => "文件是空的。".to_owned(),
        DecodeError::Empty => "The file is empty.".to_owned(),
        DecodeError::TooDeep { place } | DecodeError::NotJson { place } if zh => {
            format!("{place} 处不是完整的 JSON，可能没有下载完。请重新导出再打开。")
        }
        DecodeError::TooDeep { place } | DecodeError::NotJson { place } => {
            format!(
                "At {place} the file is not valid JSON; perhaps it was cut off. Export it again."
            )
        }
        DecodeError::NotAWorkbook | DecodeError::NoSchema if zh => {
            "这不是掌柜的工作簿文件。请选 .zhanggui.json 文件。".to_owned()
        }
        DecodeError::NotAWorkbook | DecodeError::NoSchema => {
            "This is not a workbook of Zhanggui. Choose a .zhanggui.json file.".to_owned()
        }
        DecodeError::TooNew { found } if zh => {
            format!("文件由更新的版本写成（格式 {found}）。请刷新页面换成新版本再打开。")
        }
        DecodeError::TooNew { found } => {
            format!("A newer version wrote this file (format {found}). Reload the page to get it.")
        }
        DecodeError::Field { place, problem, .. } => field_problem(&place.to_string(), problem, zh),
        DecodeError::Facts { id } if zh => {
            format!("导入数据 {id} 与校验值不符，文件被改过或损坏。")
        }
        DecodeError::Facts { id } => {
            format!("The imported data {id} do not match their checksum: changed or damaged.")
        }
    }
}

fn field_problem(place: &str, problem: &Problem, zh: bool) -> String {
    match problem {
        Problem::Missing(field) if zh => format!("{place} 缺少 {field}。"),
        Problem::Missing(field) => format!("{place}: {field} is missing."),
        Problem::Twice(field) if zh => format!("{place} 有两个 {field}。"),
        Problem::Twice(field) => format!("{place}: {field} stands there twice."),
        Problem::WrongKind if zh => format!("{place} 的值类型不对。"),
        Problem::WrongKind => format!("{place}: another kind of value belongs there."),
        Problem::UnknownWord if zh => format!("{place} 的值不认识。"),
        Problem::UnknownWord => format!("{place}: the value is not known."),
        Problem::BadValue if zh => format!("{place} 的值超出范围。"),
        Problem::BadValue => format!("{place}: there is no such value."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_state_of_saving_is_said_in_a_few_words() {
        let saved = SaveState::Saved { at: "12:03".to_owned() };
        assert_eq!(save_state(&saved, Locale::Zh), "已保存 12:03");
        assert_eq!(save_state(&SaveState::Failed(SaveError::Full), Locale::En), "Not saved");
    }
}
