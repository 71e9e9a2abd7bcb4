//! Prints the figures of the generation engine: `cargo run --example figures -- suite|real|openapi|cost [filter] [seeds]`.
#![allow(clippy::print_stdout, clippy::print_stderr)]

#[path = "../tests/support/mod.rs"]
mod support;

use std::process::ExitCode;
use support::{corpus, cost, responses, schemas};

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let which = arguments.next().unwrap_or_default();
    let filter = arguments.next();
    let filter = filter.as_deref().filter(|text| !text.is_empty());
    let seeds = arguments.next().and_then(|text| text.parse().ok()).unwrap_or(20);
    match which.as_str() {
        "suite" => {
            let Some(folder) = corpus::folder("json-schema/suite") else { return ExitCode::SUCCESS };
            let (excepted, unchecked) = (schemas::suite_exception, schemas::suite_check_exception);
            schemas::table(
                "JSON Schema suite",
                &schemas::suite(&folder),
                seeds,
                filter,
                &excepted,
                &unchecked,
            );
        }
        "real" => {
            let Some(folder) = corpus::folder("json-schema/real") else { return ExitCode::SUCCESS };
            schemas::table("real schemas", &schemas::real(&folder), seeds, filter, &|_| None, &|_| None);
        }
        "openapi" => {
            let Some(folder) = corpus::folder("openapi") else { return ExitCode::SUCCESS };
            responses::table(&folder, seeds, filter);
        }
        "cost" => {
            let Some(folder) = corpus::folder("openapi") else { return ExitCode::SUCCESS };
            cost::table(&folder, seeds, filter);
        }
        _ => {
            eprintln!(
                "usage: cargo run --example figures -- suite|real|openapi|cost [part of a name] [seeds]"
            );
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}
