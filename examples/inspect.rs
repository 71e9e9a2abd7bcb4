//! What the engine makes of a document: `cargo run --example inspect -- DOCUMENT [FILTER]` compiles every response of
//! the operations whose `METHOD /path` contains FILTER and prints plan sizes, faults and a body for each.
#![allow(clippy::print_stdout, clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods)]

use edgemock::generate::{Context, generate};
use edgemock::import;
use edgemock::schema::{Direction, Limits, Names, PlanBuilder, Source, check};
use std::time::Instant;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().expect("usage: inspect DOCUMENT [FILTER]");
    let filter = arguments.next().unwrap_or_default();
    let text = std::fs::read(&path).expect("the document can be read");
    let root = import::text::parse(&text).expect("the document can be parsed").value;
    let document = import::read(root, &import::ImportOptions::default()).expect("an OpenAPI document");
    let source = Source::new(&document.root, document.dialect);
    let names = Names { built_in: std::env::var("NAMES").is_err(), ..Names::default() };
    let started = Instant::now();
    for operation in &document.operations {
        let name = format!("{} {}", operation.method.as_str(), operation.path);
        if !name.contains(&filter) {
            continue;
        }
        let compiling = Instant::now();
        let mut builder = PlanBuilder::new(&source, Direction::Response, Limits::default())
            .with_names(names.clone().of_path(&operation.path));
        let contents = operation.responses.iter().flat_map(|response| &response.content);
        let roots: Vec<_> = contents
            .filter_map(|media| media.schema.as_ref())
            .map(|schema| (schema, builder.root(schema)))
            .collect();
        let compiled = builder.finish();
        let bytes = postcard::to_allocvec(&compiled.plan).expect("plans can be encoded").len();
        let (nodes, checked) = compiled.plan.size();
        let micros = compiling.elapsed().as_micros();
        println!("{name}: plan {bytes} B in {micros} µs, {nodes} nodes, {checked} of them checked");
        for problem in &compiled.problems {
            println!("  {:?} {}: {}", problem.severity, problem.pointer, problem.message);
        }
        for (schema, root) in roots {
            let mut body = Vec::new();
            let generating = Instant::now();
            let outcome = generate(&compiled.plan, root, &Context::new(1), &mut body);
            let micros = generating.elapsed().as_micros();
            println!("  {schema}: {} B in {micros} µs, valid {}", body.len(), outcome.valid);
            let value = serde_json::from_slice(&body).expect("bodies are JSON");
            if let Err(problem) = check(&source, schema, Direction::Response, &value) {
                println!("    breaks {}: {}", problem.pointer, problem.message);
            }
            if !filter.is_empty() {
                let end = body.len().min(6000);
                println!("    {}", String::from_utf8_lossy(&body[..end]));
            }
        }
    }
    println!("all in {} ms", started.elapsed().as_millis());
}
