//! Prints what the importer saw in files, as a JSON array with one object a file:
//! `cargo run --release --example import_report -- FILE…`

use std::process::ExitCode;

use zhanggui::files::decode::Decoders;
use zhanggui::files::read;
use zhanggui::files::report::Report;

fn main() -> ExitCode {
    let files: Vec<String> = std::env::args().skip(1).collect();
    if files.is_empty() {
        eprintln!("usage: import_report FILE…");
        return ExitCode::FAILURE;
    }
    let mut reports = Vec::new();
    for file in &files {
        let bytes = match std::fs::read(file) {
            Ok(bytes) => bytes,
            Err(error) => {
                eprintln!("{file}: {error}");
                return ExitCode::FAILURE;
            }
        };
        reports.push(match read(file, &bytes, &Decoders::native()) {
            Ok(read) => read.report,
            Err(refusal) => {
                eprintln!("{refusal}");
                Report::refused(&refusal)
            }
        });
    }
    match serde_json::to_string_pretty(&reports) {
        Ok(json) => {
            println!("{json}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
