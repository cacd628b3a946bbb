//! The words of what can go wrong with workbooks in the browser.

use crate::base::locale::Locale;
use crate::i18n::errors::edit_error;
use crate::i18n::words::{decode_error, read_only, save_error};
use crate::store::StoreError;

/// Why something with workbooks was not done; what was there is as it was.
pub fn store_error(error: &StoreError, locale: Locale) -> String {
    let zh = locale == Locale::Zh;
    match error {
        StoreError::Unsaved if zh => "现在的工作簿还没有存好，请先下载备份。".to_owned(),
        StoreError::Unsaved => "The open workbook is not stored yet. Download it first.".to_owned(),
        StoreError::NotFound if zh => "这份工作簿已经不在了。".to_owned(),
        StoreError::NotFound => "This workbook is no longer there.".to_owned(),
        StoreError::Unreadable(reason) => read_only(reason, locale),
        StoreError::Save(error) => save_error(error, locale),
        StoreError::Decode(error) => decode_error(error, locale),
        StoreError::Edit(error) => edit_error(error, locale),
        StoreError::File if zh => "浏览器没有交出文件，请再试一次。".to_owned(),
        StoreError::File => "The browser did not hand over the file. Try again.".to_owned(),
    }
}
