//! The Rust half of `npm run compare`: `compare export DIR [part of a name]`, `compare generate DIR SEEDS`,
//! `compare judge DIR TOOL...`.
#![allow(clippy::print_stdout, clippy::print_stderr)]

#[path = "../tests/support/mod.rs"]
mod support;

use std::path::PathBuf;
use std::process::ExitCode;
use support::{compare, corpus, guard};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    // A large stack: documents recurse.
    let (sender, receiver) = std::sync::mpsc::channel();
    guard::start("compare", move || {
        let _ = sender.send(guard::catch(|| run(&arguments)));
    });
    match receiver.recv() {
        Ok(Ok(true)) => ExitCode::SUCCESS,
        Ok(Ok(false)) => {
            eprintln!("usage: compare export DIR [part of a name] | generate DIR SEEDS | judge DIR TOOL...");
            ExitCode::FAILURE
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

/// False when the arguments make no sense.
fn run(arguments: &[String]) -> bool {
    match arguments {
        [command, folder, rest @ ..] if command == "export" => {
            let Some(corpus) = corpus::folder("openapi") else { return true };
            let count = compare::export(&corpus, &PathBuf::from(folder), rest.first().map(String::as_str));
            println!("{count} schemas");
            true
        }
        [command, folder, seeds] if command == "generate" => {
            let Ok(seeds) = seeds.parse() else { return false };
            compare::generate_all(&PathBuf::from(folder), seeds);
            true
        }
        [command, folder, tools @ ..] if command == "judge" && !tools.is_empty() => {
            let all = compare::judge_all(&PathBuf::from(folder), tools);
            for (tool, figures) in &all {
                eprint!("{tool}\n{}", compare::reasons(figures));
            }
            println!("{}", compare::report(tools, &all));
            true
        }
        _ => false,
    }
}
