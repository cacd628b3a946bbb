//! The words of the home page where nothing is there yet. They stand apart from those of the
//! report: a first visit fetches these alone.

use crate::base::locale::Locale;

type S = &'static str;

/// Declares the words with both languages side by side, so that a missing one does not compile.
macro_rules! words {
    ($($key:ident: $kind:ty = $zh:expr, $en:expr;)*) => {
        /// Every word of the empty home page.
        pub struct Text {
            $(pub $key: $kind,)*
        }

        static ZH: Text = Text { $($key: $zh,)* };
        static EN: Text = Text { $($key: $en,)* };
    };
}

/// The words in a language.
pub fn text(locale: Locale) -> &'static Text {
    match locale {
        Locale::Zh => &ZH,
        Locale::En => &EN,
    }
}

words! {
    title: S = "今天", "Today";
    begin_title: S = "从哪里开始？", "Where to begin?";
    begin_words: S =
        "这里每天早上告诉您三件事：今天要卖多少、昨天差在哪里、先做什么。它需要一个年目标，和生意参谋导出的日数据。",
        "Every morning this page says three things: how much is due today, where yesterday fell short, and what to do first. It needs a target for the year and the daily figures that the platform exports.";
    private: S = "所有数据只在本浏览器里计算和保存，不会上传。", "All data are computed and kept in this browser; nothing is uploaded.";
    begin: [(S, S); 3] = [
        ("导入两年的店铺日报", "生意参谋 › 自助取数 › 店铺整体日报。有了它，目标能按季节和星期分配。"),
        ("定一个年目标", "一个数就够，自动落到每一天；活动、锁定、拆分以后再调。"),
        ("每天早上导入昨天", "达标没有、差在哪里、先做什么，打开这一页就知道。"),
    ], [
        ("Import two years of shop days", "Sycm › self-service data › shop by day. With it the target follows season and weekdays."),
        ("Set one target for the year", "One number is spread to every day. Events, locks and splits can come later."),
        ("Import yesterday, each morning", "Then this page says whether it was met, where the gap is and what comes first."),
    ];
    open_sample: S = "打开示例店铺", "Open the sample shop";
    opening: S = "正在打开…", "Opening…";
    import_file: S = "导入文件", "Import a file";
    set_target: S = "设定年目标", "Set a target";
}
