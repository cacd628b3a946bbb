//! The tables as files.

use leptos::prelude::*;

use crate::base::day::Weekday;
use crate::base::sheet::Sheet;
use crate::files::{csv_out, xlsx_out};
use crate::i18n::{format, use_locale};
use crate::platform::download::{self, DownloadFault};
use crate::tools::goals::calc::page::export::{Words, days, months, weeks};
use crate::tools::goals::calc::page::table::YearTable;
use crate::tools::goals::text::{parts, text};
use crate::tools::goals::view::state::Page;
use crate::ui::{Icon, IconName, Menu, MenuItem, use_toasts};

/// The media type of CSV files.
const CSV: &str = "text/csv;charset=utf-8";

/// The export menu.
#[component]
pub fn ExportMenu(page: Page) -> impl IntoView {
    let locale = use_locale();
    let t = parts::text(locale);
    let weekdays = Weekday::ALL.map(|weekday| format::weekday_short(weekday, locale));
    let words = Words { page: text(locale), parts: t, weekdays };
    let toasts = use_toasts();
    let say = move |result: Result<(), DownloadFault>| {
        if result.is_err() {
            toasts.say(t.download_failed);
        }
    };
    let name = move |end: &str| format!("{}{end}", (t.file_name)(page.year.get_untracked()));
    let with_table = move |save: &dyn Fn(&YearTable)| {
        page.table.with_untracked(|table| {
            if let Some(table) = table {
                save(table);
            }
        });
    };
    let csv = move |sheet: fn(&YearTable, Words) -> Sheet| {
        with_table(&|table| {
            let sheet = sheet(table, words);
            let file = name(&format!("-{}.csv", sheet.name));
            say(download::save(&file, CSV, csv_out::write(&sheet).as_bytes()));
        });
    };
    let xlsx = move || {
        with_table(&|table| {
            let sheets = [months(table, words), weeks(table, words), days(table, words)];
            say(download::save(&name(".xlsx"), xlsx_out::MIME, &xlsx_out::write(&sheets)));
        });
    };
    let items = Signal::derive(move || {
        vec![
            MenuItem::new(t.export_xlsx, xlsx),
            MenuItem::new(t.export_csv, move || csv(days)),
            MenuItem::new(t.export_months_csv, move || csv(months)),
        ]
    });
    view! {
        <Menu label=t.export items>
            <Icon name=IconName::Export />
            {t.export}
        </Menu>
    }
}
