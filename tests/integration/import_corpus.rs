//! Imports real documents and compares what is found with a count made here on its own. The documents lie beside the
//! project and are no part of it; without them these tests say so and pass.

// Helpers of tests may fail loudly, print and read the clock as tests do; clippy sees only `#[test]` functions as such.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::disallowed_methods
)]

use std::path::{Path, PathBuf};
use std::time::Instant;

use edgemock::import::{DocumentError, ImportOptions, ImportRequest, ImportSource, read, text};
use edgemock::release::{EndpointSource, compile_endpoint};
use edgemock::schema::{Names, Source};
use serde_json::{Value, json};

fn documents(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus").join(folder);
    let Ok(entries) = std::fs::read_dir(&folder) else {
        eprintln!("skipped: {} is not there", folder.display());
        return Vec::new();
    };
    let mut files: Vec<_> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "json" || ending == "yaml"))
        .collect();
    files.sort();
    files
}

/// Operations of a parsed document, references of path items followed one step.
fn count(root: &Value) -> usize {
    const METHODS: [&str; 8] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
    let Some(paths) = root["paths"].as_object() else { return 0 };
    let items = paths.iter().filter(|(name, _)| !name.starts_with("x-")).map(|(_, item)| item);
    items
        .map(|item| match item.get("$ref").and_then(Value::as_str) {
            Some(reference) => root.pointer(reference.trim_start_matches('#')).unwrap_or(item),
            None => item,
        })
        .map(|item| METHODS.iter().filter(|method| item.get(*method).is_some()).count())
        .sum()
}

fn import(path: &Path) -> Result<(), DocumentError> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let bytes = std::fs::read(path).unwrap();
    let started = Instant::now();
    let parsed = text::parse(&bytes)?;
    let parse_time = started.elapsed();
    if path.extension().is_some_and(|ending| ending == "json") {
        assert_eq!(parsed.value, serde_json::from_slice::<Value>(&bytes).unwrap(), "{name}");
    }
    let expected = count(&parsed.value);
    let sent = serde_json::from_slice::<Value>(&bytes).ok();
    let started = Instant::now();
    let document = parsed.read(&ImportOptions::default())?;
    let read_time = started.elapsed();
    println!(
        "{name}: {} bytes, {} operations, {} schemas, {} problems (+{}), parsed in {parse_time:?}, read in {read_time:?}",
        bytes.len(),
        document.operations.len(),
        document.schema_names.len(),
        document.problems.len(),
        document.problems_omitted
    );
    for problem in document.problems.iter().take(4) {
        println!("    {:?} {}: {}", problem.severity, problem.pointer, problem.message);
    }
    // Project files are converted: their operations stand elsewhere.
    let converted = name.contains(".native.");
    assert!(document.operations.len() == expected || converted && expected == 0, "{name}");
    assert!(!document.operations.is_empty(), "{name}");
    assert!(
        parse_time.as_secs() < 5 && read_time.as_secs() < 5,
        "{name} took {parse_time:?} and {read_time:?}"
    );
    // Every pointer leads to something, and nothing is listed for a place that does not exist.
    for operation in &document.operations {
        assert!(document.root.pointer(&operation.pointer).is_some(), "{name} {}", operation.pointer);
        assert!(!operation.responses.is_empty(), "{name} {}", operation.pointer);
        for response in &operation.responses {
            assert!(document.root.pointer(&response.pointer).is_some(), "{name} {}", response.pointer);
            let schemas = response.headers.iter().filter_map(|header| header.schema.as_ref());
            let schemas = schemas.chain(response.content.iter().filter_map(|media| media.schema.as_ref()));
            let examples =
                response.content.iter().flat_map(|media| &media.examples).map(|example| &example.pointer);
            for pointer in schemas.chain(examples) {
                assert!(document.root.pointer(pointer).is_some(), "{name} {pointer}");
            }
        }
    }
    for problem in &document.problems {
        // Of a project file, what was left behind is pointed at in the file itself.
        let known = |root: &Value| root.pointer(&problem.pointer).is_some();
        assert!(known(&document.root) || sent.as_ref().is_some_and(known), "{name} {}", problem.pointer);
    }
    Ok(())
}

#[test]
fn every_real_document_imports_with_all_operations() {
    for path in documents("openapi") {
        if let Err(error) = import(&path) {
            panic!("{}: {error}", path.display());
        }
    }
}

#[test]
fn vendor_exports_and_project_files_import() {
    for path in documents("apidog") {
        if let Err(error) = import(&path) {
            panic!("{}: {error}", path.display());
        }
        let root = text::parse(&std::fs::read(&path).unwrap()).unwrap().value;
        let document = read(root, &ImportOptions::default()).unwrap();
        let mut source = Source::new(&document.root, document.dialect);
        let names = Names::default();
        for operation in &document.operations {
            let endpoint = EndpointSource { id: 1, operation, response_ids: &[], names: &names };
            let compiled = compile_endpoint(&mut source, &document.root, endpoint);
            let faults: Vec<_> =
                compiled.problems.iter().filter(|problem| problem.message.contains("mock field")).collect();
            assert!(faults.is_empty(), "{}: {faults:?}", path.display());
        }
    }
}

#[test]
fn a_request_may_carry_the_document_in_every_form() {
    for path in documents("openapi") {
        let bytes = std::fs::read(&path).unwrap();
        let expected = text::parse(&bytes).unwrap();
        let as_text = json!({"input": String::from_utf8(bytes.clone()).unwrap()}).to_string();
        let as_object = json!({"input": expected.value}).to_string();
        for body in [as_text.as_bytes(), as_object.as_bytes(), &bytes] {
            let request = ImportRequest::parse(body).unwrap();
            let ImportSource::Document(parsed) = request.source else { panic!("{}", path.display()) };
            assert_eq!(parsed.value, expected.value, "{}", path.display());
        }
    }
}
