//! Why a file or a row is not imported, in words: what · where · what to do.

use crate::base::locale::Locale;
use crate::files::refusal::{Reason, Refusal};
use crate::files::rows::{IssueKind, RowIssue};
use crate::tools::import::text::dialect;

/// A refusal in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// What is the matter; begins after the file's name.
    pub what: String,
    /// What to do.
    pub fix: &'static str,
}

/// How large a limit is, in megabytes.
fn mb(bytes: u64) -> u64 {
    bytes / 1_000_000
}

/// Why a file was refused.
pub fn refusal(refusal: &Refusal, locale: Locale) -> Words {
    let (what, fix) = match locale {
        Locale::Zh => zh(&refusal.reason),
        Locale::En => en(&refusal.reason),
    };
    Words { what, fix }
}

/// The same of a reason alone, as a sentence: `文件缺少「日期」这一列。`
pub fn reason(reason: &Reason, locale: Locale) -> String {
    match locale {
        Locale::Zh => format!("文件{}。", zh(reason).0),
        Locale::En => format!("The file {}.", en(reason).0),
    }
}

fn zh(reason: &Reason) -> (String, &'static str) {
    const AGAIN: &str = "请从平台重新下载一次。";
    const AS_XLSX: &str = "请在 Excel 或 WPS 里另存为 .xlsx 再导入。";
    let what = match reason {
        Reason::EmptyFile => return ("是空的".into(), AGAIN),
        Reason::TooLarge { max } => {
            return (format!("超过 {} MB", mb(*max)), "请缩短时间范围，分几次下载。");
        }
        Reason::NotATable { format } => {
            return (
                format!("不是表格，内容是 {format}"),
                "请从生意参谋下载 Excel 或 CSV 后再拖进来。",
            );
        }
        Reason::UnsupportedFormat { format } => {
            return (format!("的格式读不了：{format}"), AS_XLSX);
        }
        Reason::DamagedContainer { .. } => return ("已损坏，多半是下载中断了".into(), AGAIN),
        Reason::Encrypted => {
            return ("有密码保护".into(), "请在 Excel 里打开，去掉密码后保存，再导入。");
        }
        Reason::TooLargeUncompressed { max } => {
            return (format!("解压后会超过 {} MB", mb(*max)), AS_XLSX);
        }
        Reason::XmlTooDeep { .. } | Reason::XmlEntitiesForbidden => {
            return ("里面有表格不该有的内容，没有读".into(), AS_XLSX);
        }
        Reason::ReplacementCharacters { line } => {
            format!("第 {line} 行的字已经丢失（�），是之前用错编码保存的")
        }
        Reason::Undecodable => {
            return ("的文字编码认不出".into(), "请在 Excel 中另存为“CSV UTF-8”或 .xlsx 再导入。");
        }
        Reason::UnbalancedQuote { line } => {
            return (
                format!("第 {line} 行开了一个引号，一直没有关上"),
                "请补上引号，或从平台重新下载。",
            );
        }
        Reason::NoTableInHtml => {
            return (
                "是一个网页，里面没有表格，多半是登录已过期".into(),
                "请重新登录平台，再下载一次。",
            );
        }
        Reason::UnknownHeader { n_rows } => {
            return (
                format!("的前 {n_rows} 行里没有认出列名"),
                "请导入生意参谋“自助取数”的店铺日报，并保留表头。",
            );
        }
        Reason::DuplicateHeader { name } => {
            return (
                format!("有两列都是「{name}」，不知道该用哪一列"),
                "请删掉或改名其中一列再导入。",
            );
        }
        Reason::MissingKeyColumn { column } => {
            return (format!("缺少「{column}」这一列，分不清各行"), "请重新下载，并勾选这一列。");
        }
        Reason::TooManyColumns { n_columns, max } => {
            return (format!("有 {n_columns} 列，最多读 {max} 列"), "请只留下需要的列。");
        }
        Reason::TooManyRows { max } => {
            return (format!("太大了，最多读 {max} 行"), "请缩短时间范围，分几次下载。");
        }
        Reason::UnsupportedDialect { dialect: id } => {
            return (
                format!("认出是「{}」，里面没有本工作簿要用的数", dialect(id, Locale::Zh)),
                "不用导入它；店铺、商品、流量、推广和订单的报表都可以导入。",
            );
        }
        Reason::AmbiguousDates { row, text } => {
            return (
                format!("第 {row} 行的日期 {text} 分不清哪个是月、哪个是日"),
                "请把日期列改成 2026-10-01 这样的格式再导入。",
            );
        }
        Reason::InvalidDateInName => {
            return ("的日期只写在文件名里，而那不是一个日期".into(), "请改回平台下载时的文件名。");
        }
        Reason::NoDataRows => {
            return ("只有表头，没有数据".into(), "请换一个有数据的时间范围下载。");
        }
        Reason::NoGoodRows { n_rows, row, .. } => {
            return (
                format!("的 {n_rows} 行都用不了，第一处在第 {row} 行"),
                "请从平台重新下载，不要在 Excel 里改过再存。",
            );
        }
        Reason::JsonTooDeep { .. } | Reason::NotAWorkbook => {
            return ("不是掌柜的工作簿".into(), "请导入由掌柜导出的 .zhanggui.json。");
        }
        Reason::PersonalData => {
            return (
                "里有像姓名电话地址的内容，不能保存".into(),
                "请去掉这些列再导入，并告诉我们是哪种报表。",
            );
        }
        Reason::IsAWorkbook => return ("是一个工作簿".into(), "请把它作为工作簿打开。"),
    };
    (what, AGAIN)
}

fn en(reason: &Reason) -> (String, &'static str) {
    const AGAIN: &str = "Please download it from the platform again.";
    const AS_XLSX: &str = "Please save it as .xlsx in Excel or WPS and import that.";
    let what = match reason {
        Reason::EmptyFile => return ("is empty".into(), AGAIN),
        Reason::TooLarge { max } => {
            return (
                format!("is larger than {} MB", mb(*max)),
                "Please download a shorter period at a time.",
            );
        }
        Reason::NotATable { format } => {
            return (
                format!("is not a table but {format}"),
                "Please download an Excel or CSV file from the platform.",
            );
        }
        Reason::UnsupportedFormat { format } => {
            return (format!("has a format that is not read: {format}"), AS_XLSX);
        }
        Reason::DamagedContainer { .. } => {
            return ("is damaged; most often the download was cut off".into(), AGAIN);
        }
        Reason::Encrypted => {
            return (
                "is protected by a password".into(),
                "Please open it in Excel, remove the password and save it.",
            );
        }
        Reason::TooLargeUncompressed { max } => {
            return (format!("would unpack to more than {} MB", mb(*max)), AS_XLSX);
        }
        Reason::XmlTooDeep { .. } | Reason::XmlEntitiesForbidden => {
            return ("holds what no table needs, and was not read".into(), AS_XLSX);
        }
        Reason::ReplacementCharacters { line } => {
            format!("has lost characters in line {line} (�): it was saved in a wrong encoding")
        }
        Reason::Undecodable => {
            return (
                "is in an encoding that is not known".into(),
                "Please save it as “CSV UTF-8” or .xlsx in Excel.",
            );
        }
        Reason::UnbalancedQuote { line } => {
            return (
                format!("opens a quote in line {line} that is never closed"),
                "Please close the quote, or download the file again.",
            );
        }
        Reason::NoTableInHtml => {
            return (
                "is a web page without a table; most often the session had expired".into(),
                "Please sign in to the platform and download it again.",
            );
        }
        Reason::UnknownHeader { n_rows } => {
            return (
                format!("has no known column names in its first {n_rows} rows"),
                "Please import the shop-day report of Sycm, with its header.",
            );
        }
        Reason::DuplicateHeader { name } => {
            return (
                format!("has two columns that mean “{name}”"),
                "Please delete or rename one of them.",
            );
        }
        Reason::MissingKeyColumn { column } => {
            return (
                format!("lacks the column “{column}” that tells its rows apart"),
                "Please download it again with this column.",
            );
        }
        Reason::TooManyColumns { n_columns, max } => {
            return (
                format!("has {n_columns} columns; at most {max} are read"),
                "Please keep only the columns that you need.",
            );
        }
        Reason::TooManyRows { max } => {
            return (
                format!("is too large: at most {max} rows are read"),
                "Please download a shorter period at a time.",
            );
        }
        Reason::UnsupportedDialect { dialect: id } => {
            return (
                format!(
                    "is “{}”: it has no figures that the workbook uses",
                    dialect(id, Locale::En)
                ),
                "You can leave it out; reports of the shop, items, traffic, ads and orders can be imported.",
            );
        }
        Reason::AmbiguousDates { row, text } => {
            return (
                format!("has the date {text} in row {row}: which one is the month?"),
                "Please write the dates as 2026-10-01.",
            );
        }
        Reason::InvalidDateInName => {
            return (
                "has its date only in its name, and that is no date".into(),
                "Please give it back the name under which it was downloaded.",
            );
        }
        Reason::NoDataRows => {
            return ("has a header and no rows".into(), "Please download a period that has data.");
        }
        Reason::NoGoodRows { n_rows, row, .. } => {
            return (
                format!("has {n_rows} rows and none can be used; the first is row {row}"),
                "Please download it again, and do not save it in Excel in between.",
            );
        }
        Reason::JsonTooDeep { .. } | Reason::NotAWorkbook => {
            return (
                "is not a workbook of Zhanggui".into(),
                "Please import a .zhanggui.json that was exported here.",
            );
        }
        Reason::PersonalData => {
            return (
                "would leave what may name a person in the workbook".into(),
                "Please remove these columns and import it again.",
            );
        }
        Reason::IsAWorkbook => return ("is a workbook".into(), "Please open it as a workbook."),
    };
    (what, AGAIN)
}

/// Why a row was refused, without its place: `支付金额 不是数字`.
pub fn issue(issue: &RowIssue, locale: Locale) -> String {
    let column = &issue.column;
    let (zh, en) = match issue.kind {
        IssueKind::NotANumber => ("不是数字", "is not a number"),
        IssueKind::NotWhole => ("应是整数", "should be a whole number"),
        IssueKind::ErrorValue => ("是公式错误", "is an error value"),
        IssueKind::OutOfBounds => {
            ("超出可能的范围，像是错列", "is impossible; the columns may be shifted")
        }
        IssueKind::NoDate => ("是空的", "is empty"),
        IssueKind::NotADate => ("不是日期", "is not a date"),
        IssueKind::ImpossibleDate => ("不是 2000–2100 年里的日子", "is not a day of 2000–2100"),
        IssueKind::Period => ("是一段时间，不是一天", "is a period, not a day"),
        IssueKind::OneCell => {
            ("整行挤在一格里，分隔符与其他行不同", "The row is one cell: another separator")
        }
        IssueKind::CellCount => {
            ("格数与表头不同，像是错列", "The row does not have as many cells as the header")
        }
        IssueKind::DamagedId => {
            ("是科学计数，位数已经丢了", "is in exponent form: its digits are lost")
        }
        IssueKind::PersonalData => (
            "里有像电话、地址或邮箱的内容",
            "holds what may be a phone number, an address or an e-mail",
        ),
        IssueKind::NotAnId => ("不是商品编号", "is not the number of an item"),
        IssueKind::Conflict => {
            ("同一时间出现多次，数值不同", "stands several times with different values")
        }
    };
    match locale {
        Locale::Zh if column.is_empty() => zh.to_owned(),
        Locale::Zh => format!("「{column}」{zh}"),
        Locale::En if column.is_empty() => en.to_owned(),
        Locale::En => format!("“{column}” {en}"),
    }
}

/// Why the reader itself did not answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReaderFault {
    /// The browser did not hand over the file.
    NoBytes,
    /// The reader could not be loaded.
    NoReader,
    /// It stopped.
    Stopped,
    /// It took too long.
    TooSlow,
    /// It is of another version than the page.
    OtherVersion,
}

/// Why the reader did not answer, in words.
pub fn fault(fault: ReaderFault, locale: Locale) -> Words {
    let (zh, en) = match fault {
        ReaderFault::NoBytes => (
            ("浏览器没有交出它的内容", "请确认文件还在原处，再选一次。"),
            (
                "was not handed over by the browser",
                "Please see that it is still there, and choose it again.",
            ),
        ),
        ReaderFault::NoReader => (
            ("没有读：读取程序没能加载", "请检查网络，刷新页面再试。"),
            (
                "was not read: the reader could not be loaded",
                "Please check the connection and reload the page.",
            ),
        ),
        ReaderFault::Stopped => (
            (
                "无法解析，读取程序已停止；工作簿没有受影响",
                "请从平台重新下载，或在 Excel 里另存为 .xlsx。",
            ),
            (
                "could not be read: the reader stopped, the workbook is not affected",
                "Please download it again, or save it as .xlsx in Excel.",
            ),
        ),
        ReaderFault::TooSlow => (
            ("20 秒还没读完，已停止", "请缩短时间范围，分几次下载。"),
            (
                "took more than 20 seconds, and was stopped",
                "Please download a shorter period at a time.",
            ),
        ),
        ReaderFault::OtherVersion => (
            ("没有读：页面和读取程序不是同一个版本", "请刷新页面再导入。"),
            (
                "was not read: the page and the reader are of different versions",
                "Please reload the page and import it again.",
            ),
        ),
    };
    let (what, fix) = match locale {
        Locale::Zh => zh,
        Locale::En => en,
    };
    Words { what: what.to_owned(), fix }
}
