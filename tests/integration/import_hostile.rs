//! Whatever bytes come in, an import ends with a document or with an error that names its place; the demo document is
//! cut, changed and multiplied to see it.

// Helpers of tests may fail loudly as tests do; clippy sees only `#[test]` functions as such.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::disallowed_methods
)]

use std::fmt::Write as _;

use edgemock::import::{DocumentError, ImportOptions, ImportRequest, Place, read, text};
use edgemock::model::Method;
use proptest::prelude::*;
use serde_json::{Value, json};

const PETSTORE: &str = include_str!("../../schemas/petstore.yaml");

fn petstore() -> Value {
    text::parse(PETSTORE.as_bytes()).unwrap().value
}

/// Reads a document, and checks what is promised of any outcome.
fn import(bytes: &[u8]) -> Result<(), DocumentError> {
    let outcome = text::parse(bytes).and_then(|parsed| parsed.read(&ImportOptions::default()));
    let _ = ImportRequest::parse(bytes);
    match outcome {
        Ok(document) => {
            for problem in &document.problems {
                assert!(
                    document.root.pointer(&problem.pointer).is_some(),
                    "{}: {}",
                    problem.pointer,
                    problem.message
                );
            }
            for operation in &document.operations {
                assert!(document.root.pointer(&operation.pointer).is_some(), "{}", operation.pointer);
            }
            Ok(())
        }
        Err(error) => {
            assert!(!error.message.is_empty() && error.message.len() < 1000, "{error}");
            if let Place::Text { line, column } = error.place {
                let lines = bytes.split(|&byte| byte == b'\n').count();
                assert!(line >= 1 && line <= lines + 1 && column >= 1, "{error}");
            } else {
                assert!(
                    matches!(error.place, Place::Pointer(_)) || error.message.contains("empty"),
                    "{error}"
                );
            }
            Err(error)
        }
    }
}

#[test]
fn the_demo_document_has_no_faults() {
    let document = read(petstore(), &ImportOptions::default()).unwrap();
    assert_eq!(document.problems, []);
    assert_eq!(document.title, "Pawprint pet shop");
    assert_eq!(document.server_base_path, "/v1");
    assert_eq!(document.operations.len(), 17);
    assert_eq!(document.folders, ["pets", "catalogue", "orders", "shop"]);
    let list = &document.operations[0];
    assert_eq!((list.method, list.path.as_str(), list.name.as_str()), (Method::Get, "/pets", "List pets"));
    let keys: Vec<_> =
        list.responses.iter().map(|response| (response.key.as_str(), response.status)).collect();
    assert_eq!(keys, [("200", 200), ("x-200:Nothing found", 200), ("400", 400)]);
    assert_eq!(list.responses[2].pointer, "/components/responses/BadRequest");
}

#[test]
fn cut_json_names_the_place_of_the_cut() {
    let json = serde_json::to_string_pretty(&petstore()).unwrap();
    for end in (1..json.len() - 1).step_by(37) {
        let Some(cut) = json.get(..end) else { continue };
        let error = import(cut.as_bytes()).unwrap_err();
        assert!(error.message.contains("ends before it is complete"), "{error}");
        let kept = cut.trim_end();
        let line = kept.split('\n').count();
        let column = kept.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        assert_eq!(error.place, Place::Text { line, column }, "{error}");
    }
}

#[test]
fn cut_yaml_is_refused_at_the_cut_or_is_yaml() {
    let mut refused = 0;
    for end in (1..PETSTORE.len() - 1).step_by(11) {
        let Some(cut) = PETSTORE.get(..end) else { continue };
        let Err(error) = import(cut.as_bytes()) else { continue };
        refused += 1;
        let last = cut.trim_end().split('\n').count();
        if let Place::Text { line, .. } = error.place {
            // A plain text that runs on is taken back to where it began.
            assert!(line + 2 >= last, "cut in line {last}: {error}");
        }
    }
    assert!(refused > 300, "{refused}");
}

#[test]
fn bombs_and_towers_are_refused_with_a_place() {
    let deep_json =
        format!("{{\"openapi\":\"3.1.0\",\"paths\":{}1{}}}", "{\"a\":".repeat(10_000), "}".repeat(10_000));
    let deep_list = format!("openapi: 3.1.0\npaths: {}{}", "[".repeat(10_000), "]".repeat(10_000));
    let mut laughs = "openapi: 3.1.0\nx0: &x0 [ha, ha, ha, ha, ha, ha, ha, ha, ha, ha]\n".to_owned();
    for level in 1..20 {
        let alias = format!("*x{}", level - 1);
        writeln!(laughs, "x{level}: &x{level} [{}]", vec![alias; 10].join(", ")).unwrap();
    }
    let square =
        format!("openapi: 3.1.0\na: &a {}\nb: [{}]\n", "x".repeat(50_000), vec!["*a"; 50_000].join(", "));
    for document in [deep_json, deep_list, laughs, square] {
        let error = import(document.as_bytes()).unwrap_err();
        assert!(matches!(error.place, Place::Text { .. }), "{error}");
        // The same as the text of a request.
        let request = ImportRequest::parse(json!({"input": document}).to_string().as_bytes()).unwrap_err();
        assert_eq!(request.place, error.place);
    }
}

#[test]
fn many_references_to_one_large_thing_stay_linear() {
    let headers: serde_json::Map<_, _> =
        (0..2000).map(|index| (format!("X-{index}"), json!({"schema": {"type": "string"}}))).collect();
    let responses: serde_json::Map<_, _> = (0..300)
        .map(|index| ((200 + index).to_string(), json!({"$ref": "#/components/responses/Big"})))
        .collect();
    let paths: serde_json::Map<_, _> = (0..500)
        .map(|index| (format!("/p{index}"), json!({"$ref": "#/components/pathItems/Item"})))
        .collect();
    let root = json!({"openapi": "3.1.0", "paths": paths, "components": {"responses": {"Big": {"headers": headers}},
        "pathItems": {"Item": {"get": {"responses": responses}}}}});
    let document = read(root, &ImportOptions::default()).unwrap();
    assert!(document.operations.len() < 500);
    assert!(document.problems.iter().any(|problem| problem.message.contains("declares more than is served")));
}

#[test]
fn a_long_chain_of_references_is_followed_or_reported() {
    let schemas: serde_json::Map<_, _> = (0..500)
        .map(|index| (format!("S{index}"), json!({"$ref": format!("#/components/schemas/S{}", index + 1)})))
        .collect();
    let document =
        read(json!({"openapi": "3.1.0", "components": {"schemas": schemas}}), &ImportOptions::default())
            .unwrap();
    assert!(document.problems.iter().any(|problem| problem.pointer.ends_with("/S499/$ref")));
}

/// Replaces one value somewhere in a document by another.
fn mutate(value: &mut Value, path: &[prop::sample::Index], replacement: &Value) {
    let Some((index, rest)) = path.split_first() else {
        *value = replacement.clone();
        return;
    };
    match value {
        Value::Array(items) if !items.is_empty() => {
            let chosen = index.index(items.len());
            mutate(&mut items[chosen], rest, replacement);
        }
        Value::Object(members) if !members.is_empty() => {
            let chosen = index.index(members.len());
            if let Some((_, member)) = members.iter_mut().nth(chosen) {
                mutate(member, rest, replacement);
            }
        }
        _ => *value = replacement.clone(),
    }
}

fn odd_value() -> impl Strategy<Value = Value> {
    prop::sample::select(vec![
        json!(null),
        json!(true),
        json!(-1),
        json!(1.5),
        json!(""),
        json!("#/components/schemas/Pet"),
        json!([]),
        json!([null, 1, "a"]),
        json!({}),
        json!({"$ref": "#/components/schemas/Nowhere"}),
        json!({"$ref": "#/paths/~1pets/get"}),
        json!({"$ref": "#"}),
        json!({"$ref": "other.yaml#/x"}),
        json!({"$ref": {"$ref": []}}),
        json!({"type": "object", "properties": {"$ref": {"type": "string"}}}),
        json!({"get": {"responses": {"200": "fine", "x-200:A": null, "weird": 1}}}),
    ])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(256), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_bytes(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = import(&bytes);
    }

    #[test]
    fn arbitrary_yaml_like_text(text in "([ \\-?:,\\[\\]{}#&*!|>'\"%@`~\n\tab0.<]|\\PC){0,120}") {
        let _ = import(text.as_bytes());
        let _ = import(format!("openapi: 3.1.0\npaths:\n  /a:\n    {text}").as_bytes());
        let _ = import(format!("{{\"openapi\": \"3.1.0\", {text}").as_bytes());
    }

    #[test]
    fn damaged_text(
        edits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..4u8), 1..6),
        as_json in any::<bool>(),
    ) {
        let json = serde_json::to_vec_pretty(&petstore()).unwrap();
        let mut bytes = if as_json { json } else { PETSTORE.as_bytes().to_vec() };
        for (index, byte, kind) in edits {
            let at = index.index(bytes.len());
            match kind {
                0 => { bytes.remove(at); }
                1 => bytes.insert(at, byte),
                2 => bytes[at] = byte,
                _ => bytes.truncate(at.max(2)),
            }
        }
        let _ = import(&bytes);
    }

    #[test]
    fn damaged_structure(
        edits in prop::collection::vec((prop::collection::vec(any::<prop::sample::Index>(), 1..9), odd_value()), 1..5),
        version in prop::sample::select(vec!["3.0.3", "3.1.0", "2.0"]),
    ) {
        let mut root = petstore();
        for (path, value) in &edits {
            mutate(&mut root, path, value);
        }
        if let Value::Object(top) = &mut root {
            top.remove("openapi");
            top.insert(if version == "2.0" { "swagger" } else { "openapi" }.to_owned(), json!(version));
        }
        let document = read(root, &ImportOptions::default());
        if let Ok(document) = document {
            for problem in &document.problems {
                prop_assert!(document.root.pointer(&problem.pointer).is_some(), "{}", problem.pointer);
            }
            for operation in &document.operations {
                prop_assert!(document.root.pointer(&operation.pointer).is_some());
                for response in &operation.responses {
                    prop_assert!(document.root.pointer(&response.pointer).is_some());
                    for media in &response.content {
                        for pointer in media.schema.iter().chain(media.examples.iter().map(|example| &example.pointer)) {
                            prop_assert!(document.root.pointer(pointer).is_some(), "{pointer}");
                        }
                    }
                }
            }
        }
    }
}
