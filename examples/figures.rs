//! Prints the figures of the generation engine: `cargo run --example figures -- suite|real|openapi [filter] [seeds]`.
#![allow(clippy::print_stdout, clippy::print_stderr)]

#[path = "../tests/support/mod.rs"]
mod support;

use std::process::ExitCode;
use support::{corpus, responses, schemas};

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let which = arguments.next().unwrap_or_default();
    let filter = arguments.next();
    let filter = filter.as_deref().filter(|text| !text.is_empty());
    let seeds = arguments.next().and_then(|text| text.parse().ok()).unwrap_or(20);
    let excepted = |_: &str| None;
    match which.as_str() {
        "suite" | "real" => {
            let Some(folder) = corpus::folder(&format!("json-schema/{which}")) else {
                return ExitCode::SUCCESS;
            };
            let cases = if which == "suite" { schemas::suite(&folder) } else { schemas::real(&folder) };
            schemas::table(&which, &cases, seeds, filter, &excepted, &|_, _| None);
        }
        "openapi" => {
            let Some(folder) = corpus::folder("openapi") else { return ExitCode::SUCCESS };
            responses::table(&folder, seeds, filter);
        }
        _ => {
            eprintln!("usage: cargo run --example figures -- suite|real|openapi [part of a name] [seeds]");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}
