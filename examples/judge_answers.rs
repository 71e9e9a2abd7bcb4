//! Asks a running mock for every operation of an API description and judges the answers:
//! `cargo run --example judge_answers -- <mock URL with prefix> <document> [--ids FILE] [--json FILE]`.
//!
//! `--ids` names a JSON object from `GET /path#with-fragment` to the endpoint's id, for paths that no URL can carry.
//! `--json` writes the counts there. The table goes to standard output.
#![allow(clippy::print_stdout, clippy::print_stderr)]

#[path = "../tests/support/mod.rs"]
mod support;

use serde_json::Value;
use std::collections::HashMap;
use std::path::Path;
use std::process::ExitCode;
use support::{answers, corpus, guard};

const USAGE: &str = "usage: judge_answers <mock URL with prefix> <document> [--ids FILE] [--json FILE]";

fn main() -> ExitCode {
    let mut places = Vec::new();
    let mut options: HashMap<String, String> = HashMap::new();
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.strip_prefix("--") {
            Some(name) => {
                options.insert(name.to_owned(), arguments.next().unwrap_or_default());
            }
            None => places.push(argument),
        }
    }
    let [base, document] = places.as_slice() else {
        eprintln!("{USAGE}");
        return ExitCode::FAILURE;
    };
    let (base, document) = (base.clone(), document.clone());
    // A large stack: documents recurse.
    let (sender, receiver) = std::sync::mpsc::channel();
    let ids = options.get("ids").map(|path| endpoint_ids(Path::new(path))).unwrap_or_default();
    guard::start("answers", move || {
        let path = Path::new(&document);
        let report = guard::catch(|| answers::ask(&base, &corpus::name(path), &corpus::load(path), &ids));
        let _ = sender.send(report);
    });
    match receiver.recv() {
        Ok(Ok(report)) => {
            println!("{}\n{}", report.row(), report.reasons());
            if let Some(path) = options.get("json")
                && let Err(error) = std::fs::write(path, report.json().to_string())
            {
                eprintln!("{path}: {error}");
                return ExitCode::FAILURE;
            }
            ExitCode::SUCCESS
        }
        Ok(Err(trouble)) => {
            eprintln!("{trouble}");
            ExitCode::FAILURE
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn endpoint_ids(path: &Path) -> HashMap<String, u64> {
    let listed = corpus::load(path);
    let members = listed.as_object().into_iter().flatten();
    members.filter_map(|(name, id)| Some((name.clone(), Value::as_u64(id)?))).collect()
}
