//! Golden files: the bytes that a schema and a seed give. The same seed has to give the same bytes for good, so a
//! change of output shows up in review. `EDGEMOCK_GOLDEN=overwrite cargo test --test integration golden` writes them anew.

#![allow(clippy::expect_used, clippy::panic)] // tests may fail loudly

use edgemock::generate::{Context, RequestValues, generate};
use edgemock::import;
use edgemock::release::{EndpointSource, compile_endpoint, decode_record};
use edgemock::respond::{AnswerRequest, answer};
use edgemock::schema::{Dialect, Direction, Limits, Names, PlanBuilder, Source};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use std::fs;
use std::path::{Path, PathBuf};

/// What stands for every path parameter.
const VALUE: &str = "7";
/// The seeds of every schema.
const SEEDS: [u64; 2] = [1, 2];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

fn dialect(name: &str) -> Dialect {
    match name {
        "2020-12" => Dialect::Draft202012,
        "Draft4" => Dialect::Draft4,
        "OpenApi30" => Dialect::OpenApi30,
        "OpenApi31" => Dialect::OpenApi31,
        other => panic!("no dialect is called {other}"),
    }
}

/// What the engine makes of a schema: faults, and a body for each seed.
fn golden(source: &Source<'_>, pointer: &str) -> (Value, Value) {
    let mut builder = PlanBuilder::new(source, Direction::Response, Limits::default());
    let root = builder.root(pointer);
    let compiled = builder.finish();
    let bodies = SEEDS.iter().map(|seed| {
        let mut body = Vec::new();
        let outcome = generate(&compiled.plan, root, &Context::new(*seed), &mut body);
        json!({"seed": seed, "valid": outcome.valid, "body": String::from_utf8(body).expect("bodies are UTF-8")})
    });
    let problems = compiled.problems.iter().map(|problem| {
        json!(format!("{:?} at {:?}: {}", problem.severity, problem.pointer, problem.message))
    });
    (problems.collect(), bodies.collect())
}

/// A body as text; of images the hash.
fn shown(body: Vec<u8>) -> String {
    String::from_utf8(body).unwrap_or_else(|error| {
        let hash = Sha256::digest(error.as_bytes());
        hash.iter().fold("sha256:".to_owned(), |text, byte| text + &format!("{byte:02x}"))
    })
}

/// Compares with what the file holds, or writes it.
fn settle(path: &Path, held: &Value, made: &Value) {
    if std::env::var("EDGEMOCK_GOLDEN").is_ok_and(|value| value == "overwrite") {
        let text = serde_json::to_string_pretty(made).expect("values can be written");
        fs::write(path, text + "\n").expect("golden files can be written");
        return;
    }
    for (held, made) in held.as_array().into_iter().flatten().zip(made.as_array().into_iter().flatten()) {
        assert_eq!(
            held,
            made,
            "{}: {}: the output changed. If that is meant: EDGEMOCK_GOLDEN=overwrite cargo test --test integration golden",
            path.display(),
            made["name"]
        );
    }
    assert_eq!(held.as_array().map(Vec::len), made.as_array().map(Vec::len), "{}", path.display());
}

#[test]
fn schemas_give_the_same_bytes() {
    for name in ["scalars", "formats", "patterns", "arrays", "objects", "compositions", "problems"] {
        let path = folder().join(name).with_extension("json");
        let held: Value = serde_json::from_slice(&fs::read(&path).expect("a golden file")).expect("JSON");
        let made = held.as_array().into_iter().flatten().map(|case| {
            let source = Source::new(&case["schema"], dialect(case["dialect"].as_str().unwrap_or_default()));
            let (problems, bodies) = golden(&source, "");
            if name != "problems" {
                let valid = bodies.as_array().into_iter().flatten().all(|body| body["valid"] == true);
                assert!(valid && problems == json!([]), "{name}, {}: {problems}", case["name"]);
            }
            json!({"name": case["name"], "dialect": case["dialect"], "schema": case["schema"],
                "problems": problems, "bodies": bodies})
        });
        settle(&path, &held, &made.collect());
    }
}

#[test]
fn the_petstore_gives_the_same_bytes() {
    let text =
        fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas/petstore.yaml")).expect("the petstore");
    let root = import::text::parse(&text).expect("YAML").value;
    let document = import::read(root, &import::ImportOptions::default()).expect("an OpenAPI document");
    let mut source = Source::new(&document.root, document.dialect);
    let mut made = Vec::new();
    for operation in &document.operations {
        let names = Names::default();
        let endpoint = EndpointSource { id: 1, operation, response_ids: &[], names: &names };
        let compiled = compile_endpoint(&mut source, &document.root, endpoint);
        let record = decode_record(&compiled.record).expect("a record");
        // The path as a caller writes it: the same request goes to the built Worker in tests/e2e/golden.test.mjs.
        let mut path = operation.path.clone();
        for name in record.plan.path_parameters() {
            path = path.replace(&format!("{{{name}}}"), VALUE);
        }
        let values = record.plan.path_parameters().map(|_| Some(VALUE.into())).collect();
        let values = RequestValues { path: values, ..RequestValues::default() };
        let bodies = SEEDS.iter().map(|seed| {
            let mut body = Vec::new();
            let context = Context { request: Some(&values), ..Context::new(*seed) };
            let answer = answer(&record, &AnswerRequest::default(), &context, &mut body).expect("an answer");
            json!({"seed": seed, "status": answer.status, "valid": answer.valid,
                "body": shown(body)})
        });
        made.push(json!({"name": format!("{} {}", operation.method.as_str(), operation.path),
            "method": operation.method, "path": path, "bodies": bodies.collect::<Value>()}));
    }
    let path = folder().join("petstore.json");
    let held = fs::read(&path).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default();
    settle(&path, &held, &Value::Array(made));
}
