//! Schemas mean the same in every version they are written in: values made for the schema of a document are valid by its converted
//! schema, and the other way round, by an independent judge. Schemas of which the conversion itself says that something was not
//! expressed are left out. The documents lie beside the project; without them this test says so and passes.

// Helpers of tests may fail loudly and print as tests do; clippy sees only `#[test]` functions as such.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout)]

use crate::support::convert::Mode;
use crate::support::corpus;
use crate::support::judge::{Judge, Verdict};
use edgemock::export::{ExportEndpoint, ExportPart, ExportProject, ExportRequest, assemble};
use edgemock::generate::{Context, generate};
use edgemock::import::{Document, ImportOptions, read};
use edgemock::schema::{Direction, Limits, PlanBuilder, Source};
use serde_json::Value;
use std::collections::HashSet;

/// Schemas looked at in one document, spread over all of it.
const SCHEMAS: usize = 60;
/// Values made for each.
const VALUES: u64 = 3;

/// How many values were judged, and what was judged differently.
#[derive(Default)]
struct Count {
    judged: usize,
    left_out: usize,
    differences: Vec<String>,
}

#[test]
fn schemas_mean_the_same_in_every_version() {
    let Some(folder) = corpus::folder("openapi") else { return };
    let mut all = Count::default();
    for path in corpus::documents(&folder) {
        let name = corpus::name(&path);
        let document = read(corpus::load(&path), &ImportOptions::default()).unwrap();
        for version in ["2.0", "3.0", "3.1"] {
            if version_of(&document.root) != version {
                let count = compare(&document, version, &name);
                all.judged += count.judged;
                all.left_out += count.left_out;
                all.differences.extend(count.differences);
            }
        }
    }
    println!("{} values judged alike, {} schemas left out", all.judged, all.left_out);
    assert!(all.judged > 1_000, "only {} values were judged", all.judged);
    assert!(
        all.differences.is_empty(),
        "{} differences:\n{}",
        all.differences.len(),
        all.differences.join("\n")
    );
}

fn version_of(root: &Value) -> &str {
    root["openapi"].as_str().unwrap_or("2.0").get(..3).unwrap_or_default()
}

/// Where shared schemas stand.
fn place(root: &Value) -> &'static str {
    if root.get("swagger").is_some() { "/definitions" } else { "/components/schemas" }
}

fn pointer(root: &Value, name: &str) -> String {
    format!("{}/{}", place(root), name.replace('~', "~0").replace('/', "~1"))
}

fn compare(document: &Document, version: &str, name: &str) -> Count {
    let endpoints = (1..).zip(&document.operations).map(|(id, operation)| ExportEndpoint {
        id,
        method: operation.method,
        path: operation.path.clone(),
        mock: None,
    });
    let part = ExportPart { document: document.clone(), prepended: false, endpoints: endpoints.collect() };
    let request = ExportRequest::parse(format!(r#"{{"oasVersion": "{version}"}}"#).as_bytes()).unwrap();
    let exported = assemble(vec![part], &ExportProject::default(), &request);
    let converted = read(exported.document, &ImportOptions::default()).unwrap();
    let noted: Vec<String> = exported.problems.iter().map(|problem| problem.pointer.clone()).collect();
    let names: Vec<&String> =
        document.schema_names.iter().filter(|name| converted.schema_names.contains(name)).collect();
    let step = names.len().div_ceil(SCHEMAS).max(1);
    let mut judges = [Judge::new(document.root.clone()), Judge::new(converted.root.clone())];
    let mut count = Count::default();
    for schema in names.into_iter().step_by(step) {
        let reached = reached(&document.root, schema);
        let is_noted = |pointer: &String| {
            reached.iter().any(|name| {
                let at = self::pointer(&document.root, name);
                *pointer == at || pointer.starts_with(&format!("{at}/"))
            })
        };
        // A list of problems that was cut says nothing about the rest.
        if exported.problems_omitted > 0 || noted.iter().any(is_noted) {
            count.left_out += 1;
            continue;
        }
        let pointers = [pointer(&document.root, schema), pointer(&converted.root, schema)];
        for (from, (own, other)) in [(document, (0, 1)), (&converted, (1, 0))] {
            for value in values(from, &pointers[own]) {
                let mut verdict = |at: usize| judges[at].judge(&pointers[at], Mode::Response, &value);
                // What its own schema does not take tells nothing.
                if !matches!(verdict(own), Verdict::Valid) {
                    continue;
                }
                match verdict(other) {
                    Verdict::Valid => count.judged += 1,
                    Verdict::Invalid(why) => {
                        let way = if own == 0 { "to" } else { "back from" };
                        count.differences.push(format!("{name} {way} {version}, {schema}: {why:?}"));
                    }
                    Verdict::Unverifiable(_) => {}
                }
            }
        }
    }
    count
}

/// Values that are made for a schema.
fn values(document: &Document, pointer: &str) -> Vec<Value> {
    let source = Source::new(&document.root, document.dialect);
    let mut builder = PlanBuilder::new(&source, Direction::Response, Limits::default());
    let root = builder.root(pointer);
    let plan = builder.finish().plan;
    let made = (0..VALUES).filter_map(|seed| {
        let mut body = Vec::new();
        generate(&plan, root, &Context::new(seed), &mut body)
            .valid
            .then(|| serde_json::from_slice(&body).unwrap())
    });
    made.collect()
}

/// The names of a shared schema and of all that it leads to.
fn reached(root: &Value, schema: &str) -> HashSet<String> {
    let mut found = HashSet::from([schema.to_owned()]);
    let mut waiting = vec![schema.to_owned()];
    let prefix = format!("#{}/", place(root));
    while let Some(name) = waiting.pop() {
        let mut stack: Vec<&Value> = root.pointer(&pointer(root, &name)).into_iter().collect();
        while let Some(value) = stack.pop() {
            match value {
                Value::Object(members) => stack.extend(members.values()),
                Value::Array(items) => stack.extend(items),
                Value::String(text) => {
                    let target = text.strip_prefix(&prefix).and_then(|rest| rest.split('/').next());
                    let target = target.map(|name| name.replace("~1", "/").replace("~0", "~"));
                    if let Some(target) = target.filter(|target| found.insert(target.clone())) {
                        waiting.push(target);
                    }
                }
                _ => {}
            }
        }
    }
    found
}
