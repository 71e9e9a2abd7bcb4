//! Exports real documents: what comes back is what was sent, in JSON and in YAML, and what is written in other versions
//! has the same operations. The documents lie beside the project and are no part of it;
//! without them these tests say so and pass.

// Helpers of tests may fail loudly and print as tests do; clippy sees only `#[test]` functions as such.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, clippy::print_stderr)]

use std::path::{Path, PathBuf};

use edgemock::export::{ExportEndpoint, ExportPart, ExportProject, ExportRequest, Exported, assemble};
use edgemock::import::{Document, ImportOptions, text};
use serde_json::Value;

fn documents() -> Vec<PathBuf> {
    let mut files = Vec::new();
    for part in ["openapi", "apidog"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus").join(part);
        let Ok(entries) = std::fs::read_dir(&folder) else {
            eprintln!("skipped: {} is not there", folder.display());
            continue;
        };
        files.extend(
            entries
                .filter_map(|entry| Some(entry.ok()?.path()))
                .filter(|path| path.extension().is_some_and(|ending| ending == "json" || ending == "yaml")),
        );
    }
    files.sort();
    files
}

fn read(bytes: &[u8]) -> Document {
    text::parse(bytes).unwrap().read(&ImportOptions::default()).unwrap()
}

fn export(document: &Document, request: &str) -> Exported {
    let endpoint = |(id, operation): (u64, &edgemock::model::Operation)| ExportEndpoint {
        id,
        method: operation.method,
        path: operation.path.clone(),
        mock: None,
    };
    let endpoints = (1..).zip(&document.operations).map(endpoint).collect();
    let part = ExportPart { document: document.clone(), prepended: false, endpoints };
    assemble(vec![part], &ExportProject::default(), &ExportRequest::parse(request.as_bytes()).unwrap())
}

/// Method, path, and what is answered with which media types, as far as all versions can say it.
fn operations(document: &Document) -> Vec<String> {
    document
        .operations
        .iter()
        .map(|operation| {
            let statuses: Vec<u16> = operation.responses.iter().map(|response| response.status).collect();
            format!("{} {} {statuses:?}", operation.method.as_str(), operation.path)
        })
        .collect()
}

/// References of a document that lead nowhere.
fn dangling(document: &Document) -> usize {
    document.problems.iter().filter(|problem| problem.message.contains("leads nowhere")).count()
}

#[test]
fn what_is_exported_is_what_was_imported() {
    for path in documents() {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let document = read(&std::fs::read(&path).unwrap());
        for format in ["JSON", "YAML"] {
            let exported = export(&document, &format!(r#"{{"exportFormat": "{format}"}}"#));
            assert_eq!(exported.problems, [], "{name}");
            let again = read(exported.text().as_bytes());
            assert!(again.root == document.root, "{name} {format}");
            assert_eq!(again.root.to_string(), document.root.to_string(), "{name} {format}: order");
            assert_eq!(again.operations, document.operations, "{name} {format}");
            if format == "YAML" {
                let other: Value = serde_yaml_ng::from_str(&exported.text()).unwrap();
                assert!(other == document.root, "{name}: another reader sees something else");
            }
        }
    }
}

#[test]
fn other_versions_have_the_same_operations() {
    for path in documents() {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let document = read(&std::fs::read(&path).unwrap());
        for version in ["2.0", "3.0", "3.1"] {
            let exported = export(&document, &format!(r#"{{"oasVersion": "{version}"}}"#));
            let again = read(exported.text().as_bytes());
            assert_eq!(again.operations.len(), document.operations.len(), "{name} {version}");
            for (made, sent) in operations(&again).iter().zip(operations(&document)) {
                // Statuses are kept but for operations that declare none, which get a `default` where one has to be.
                assert!(*made == sent || sent.ends_with("[]"), "{name} {version}: {made} was {sent}");
            }
            assert!(dangling(&again) <= dangling(&document), "{name} {version}: {:?}", again.problems);
            if version == "3.1" {
                for schema in schemas(&again.root) {
                    assert!(
                        jsonschema::draft202012::meta::is_valid(schema) || version_of(&document) == "3.1",
                        "{name}: {schema}"
                    );
                }
            }
        }
    }
}

fn version_of(document: &Document) -> &str {
    document.root["openapi"].as_str().unwrap_or("2.0").get(..3).unwrap_or_default()
}

fn schemas(root: &Value) -> Vec<&Value> {
    root.pointer("/components/schemas")
        .and_then(Value::as_object)
        .into_iter()
        .flat_map(|map| map.values())
        .collect()
}

#[test]
fn there_and_back_all_is_still_there() {
    for path in documents() {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let document = read(&std::fs::read(&path).unwrap());
        if version_of(&document) != "3.0" {
            continue;
        }
        let up = read(export(&document, r#"{"oasVersion": "3.1"}"#).text().as_bytes());
        let back = read(export(&up, r#"{"oasVersion": "3.0"}"#).text().as_bytes());
        assert_eq!(operations(&back), operations(&document), "{name}");
        // What references pointed into from afar has become a schema of its own, after the others.
        let known = back.schema_names.get(..document.schema_names.len());
        assert_eq!(known, Some(&document.schema_names[..]), "{name}");
    }
}
