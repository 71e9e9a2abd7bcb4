//! Where the time of an import goes, on this machine: `cargo run --release --example import_phases -- FILE [operations]`.
#![allow(clippy::print_stdout, clippy::print_stderr, clippy::disallowed_methods)] // it runs on the host, to be read

use edgemock::import::{ImportOptions, text};
use edgemock::release::{EndpointSource, compile_endpoint};
use edgemock::schema::{Names, Source};
use edgemock::validate::compile_request;
use std::process::ExitCode;
use std::time::Instant;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let file = arguments.next().unwrap_or_default();
    let most = arguments.next().and_then(|text| text.parse().ok()).unwrap_or(usize::MAX);
    let bytes = match std::fs::read(&file) {
        Ok(bytes) => bytes,
        Err(error) => {
            eprintln!(
                "{file}: {error}\nusage: cargo run --release --example import_phases -- FILE [operations]"
            );
            return ExitCode::FAILURE;
        }
    };
    let began = Instant::now();
    let phase = |name: &str, since: Instant| println!("{name:12} {:8.3} s", since.elapsed().as_secs_f64());
    let parsed = match text::parse(&bytes) {
        Ok(parsed) => parsed,
        Err(error) => {
            eprintln!("{file}: {error}");
            return ExitCode::FAILURE;
        }
    };
    phase("parse", began);
    let since = Instant::now();
    let document = match parsed.read(&ImportOptions::default()) {
        Ok(document) => document,
        Err(error) => {
            eprintln!("{file}: {error}");
            return ExitCode::FAILURE;
        }
    };
    phase("read", since);
    let since = Instant::now();
    println!("text         {:8.1} MB", document.root.to_string().len() as f64 / 1e6);
    phase("write", since);
    let mut source = Source::new(&document.root, document.dialect);
    let names = Names::default();
    let (mut records, mut rules, mut problems) = (0, 0, 0);
    let since = Instant::now();
    let mut slowest = (0.0, String::new());
    for (index, operation) in document.operations.iter().take(most).enumerate() {
        let one = Instant::now();
        let endpoint = EndpointSource { id: index as u64, operation, response_ids: &[], names: &names };
        let compiled = compile_endpoint(&mut source, &document.root, endpoint);
        records += compiled.record.len();
        problems += compiled.problems.len();
        let took = one.elapsed().as_secs_f64();
        if took > slowest.0 {
            slowest = (
                took,
                format!("{} {}, {} bytes", operation.method.as_str(), operation.path, compiled.record.len()),
            );
        }
    }
    phase("responses", since);
    let since = Instant::now();
    for operation in document.operations.iter().take(most) {
        rules += compile_request(&source, &document.root, document.dialect, operation).rules.encode().len();
    }
    phase("requests", since);
    phase("all", began);
    println!(
        "{} operations, {:.1} MB of records, {:.1} MB of rules, {problems} problems; slowest {:.3} s: {}",
        document.operations.len().min(most),
        records as f64 / 1e6,
        rules as f64 / 1e6,
        slowest.0,
        slowest.1
    );
    ExitCode::SUCCESS
}
