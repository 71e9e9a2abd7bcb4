//! How fast schemas are compiled, and bodies generated and checked: `cargo bench --bench engine`.
//!
//! MB/s counts the document's bytes for compile and the body's bytes for generate and check.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::disallowed_methods, missing_docs)]

use divan::Bencher;
use divan::counter::BytesCount;
use edgemock::generate::{Context, generate};
use edgemock::import;
use edgemock::schema::{Dialect, Direction, Limits, Plan, PlanBuilder, Root, Source, check};
use serde_json::{Map, Value, json};
use std::fs;
use std::path::{Path, PathBuf};

fn main() {
    divan::main();
}

/// A document and the schema in it that bodies are made of.
struct Subject {
    name: &'static str,
    document: Value,
    dialect: Dialect,
    pointer: String,
}

impl std::fmt::Display for &Subject {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.name)
    }
}

/// The subjects live as long as the run.
fn subjects() -> impl Iterator<Item = &'static Subject> {
    static SUBJECTS: std::sync::OnceLock<Vec<Subject>> = std::sync::OnceLock::new();
    SUBJECTS
        .get_or_init(|| {
            let plain = |name, document| Subject {
                name,
                document,
                dialect: Dialect::Draft202012,
                pointer: String::new(),
            };
            let mut list = vec![plain("small", small()), plain("huge", huge())];
            list.extend(project("petstore", "schemas/petstore.yaml"));
            list.extend(project("square", "../shared/corpus/openapi/square.json"));
            list.extend(project("argo", "../shared/corpus/openapi/argo-workflows.json"));
            list
        })
        .iter()
}

fn small() -> Value {
    json!({"type": "object", "required": ["id", "name"], "properties": {
        "id": {"type": "integer", "minimum": 1},
        "name": {"type": "string", "maxLength": 40},
        "email": {"type": "string", "format": "email"},
        "tags": {"type": "array", "items": {"type": "string"}, "uniqueItems": true}}})
}

/// A thousand definitions that refer to each other, with choices, conditions and patterns among them.
fn huge() -> Value {
    let definition = |at: usize| {
        let next = |step: usize| json!({"$ref": format!("#/$defs/d{}", (at * 7 + step) % 1000)});
        json!({"type": "object", "required": ["id", "kind"], "properties": {
            "id": {"type": "string", "format": "uuid"},
            "kind": {"const": format!("k{at}")},
            "code": {"type": "string", "pattern": "^[A-Z]{3}-\\d{4}$"},
            "amount": {"type": "number", "minimum": 0, "multipleOf": 0.01},
            "parent": {"oneOf": [next(1), next(2)]},
            "list": {"type": "array", "items": next(3), "minItems": 1},
            "extra": {"anyOf": [next(5), {"type": "null"}]}}})
    };
    let definitions: Map<String, Value> = (0..1000).map(|at| (format!("d{at}"), definition(at))).collect();
    json!({"$ref": "#/$defs/d0", "$defs": definitions})
}

/// The response of a document with the largest body. `None` where the document is not there.
fn project(name: &'static str, path: &str) -> Option<Subject> {
    let path: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let root = import::text::parse(&fs::read(path).ok()?).ok()?.value;
    let document = import::read(root, &import::ImportOptions::default()).ok()?;
    let responses = document.operations.iter().take(60).flat_map(|operation| &operation.responses);
    let schemas =
        responses.flat_map(|response| &response.content).filter_map(|media| media.schema.as_deref());
    let source = Source::new(&document.root, document.dialect);
    let size = |pointer: &&str| {
        let (plan, root) = compiled(&source, pointer);
        let mut body = Vec::new();
        generate(&plan, root, &Context::new(1), &mut body);
        body.len()
    };
    let pointer = schemas.max_by_key(size)?.to_owned();
    Some(Subject { name, dialect: document.dialect, document: document.root, pointer })
}

fn compiled(source: &Source<'_>, pointer: &str) -> (Plan, Root) {
    let mut builder = PlanBuilder::new(source, Direction::Response, Limits::default());
    let root = builder.root(pointer);
    (builder.finish().plan, root)
}

fn body(plan: &Plan, root: Root) -> Vec<u8> {
    let mut body = Vec::new();
    generate(plan, root, &Context::new(1), &mut body);
    body
}

/// Document to plan: indexing included.
#[divan::bench(args = subjects(), max_time = 2)]
fn compile(bencher: Bencher<'_, '_>, subject: &Subject) {
    let bytes = subject.document.to_string().len();
    bencher.counter(BytesCount::new(bytes)).bench_local(|| {
        let source = Source::new(&subject.document, subject.dialect);
        compiled(&source, &subject.pointer)
    });
}

/// Plan to body, as a request does it.
#[divan::bench(args = subjects(), max_time = 2)]
fn generate_body(bencher: Bencher<'_, '_>, subject: &Subject) {
    let source = Source::new(&subject.document, subject.dialect);
    let (plan, root) = compiled(&source, &subject.pointer);
    let mut out = body(&plan, root);
    bencher.counter(BytesCount::new(out.len())).bench_local(|| {
        out.clear();
        generate(&plan, root, &Context::new(1), &mut out)
    });
}

/// Whether a body fits its schema.
#[divan::bench(args = subjects(), max_time = 2)]
fn check_body(bencher: Bencher<'_, '_>, subject: &Subject) {
    let source = Source::new(&subject.document, subject.dialect);
    let (plan, root) = compiled(&source, &subject.pointer);
    let bytes = body(&plan, root);
    let value: Value = serde_json::from_slice(&bytes).unwrap();
    bencher
        .counter(BytesCount::new(bytes.len()))
        .bench_local(|| check(&source, &subject.pointer, Direction::Response, &value).is_ok());
}
