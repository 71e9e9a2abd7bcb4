//! Golden files: the bytes that a schema and a seed give. The same seed has to give the same bytes for good, so a
//! change of output shows up in review. `EDGEMOCK_GOLDEN=overwrite cargo test --test golden` writes them anew.

#![allow(clippy::expect_used, clippy::panic)] // tests may fail loudly

use edgemock::generate::{Context, generate};
use edgemock::import;
use edgemock::schema::{Dialect, Direction, Limits, PlanBuilder, Source};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

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
            "{}: {}: the output changed. If that is meant: EDGEMOCK_GOLDEN=overwrite cargo test --test golden",
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
    let source = Source::new(&document.root, document.dialect);
    let mut made = Vec::new();
    for operation in &document.operations {
        for response in &operation.responses {
            for pointer in response.content.iter().filter_map(|media| media.schema.as_ref()) {
                let (problems, bodies) = golden(&source, pointer);
                let name = format!("{} {} {}", operation.method.as_str(), operation.path, response.key);
                made.push(json!({"name": name, "problems": problems, "bodies": bodies}));
            }
        }
    }
    let path = folder().join("petstore.json");
    let held = fs::read(&path).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default();
    settle(&path, &held, &Value::Array(made));
}
