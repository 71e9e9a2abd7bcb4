//! Random schemas: what is generated is JSON, and what the engine calls valid passes its own check.
#![no_main]

#[path = "../../tests/support/random.rs"]
#[allow(dead_code)]
mod random;

use edgemock::generate::{Context, generate};
use edgemock::schema::{Dialect, Direction, Limits, PlanBuilder, Source, check};
use libfuzzer_sys::fuzz_target;
use random::{Flavour, Maker};

fuzz_target!(|bytes: &[u8]| {
    let Some((first, rest)) = bytes.split_first() else { return };
    let (flavour, dialect, pointer) = if first % 2 == 0 {
        (Flavour::Draft202012, Dialect::Draft202012, "")
    } else {
        (Flavour::OpenApi30, Dialect::OpenApi30, "/components/schemas/Root")
    };
    let document = Maker::new(rest, flavour).document();
    let source = Source::new(&document, dialect);
    let mut builder = PlanBuilder::new(&source, Direction::Response, Limits::default());
    let root = builder.root(pointer);
    let compiled = builder.finish();
    let mut body = Vec::new();
    let outcome = generate(&compiled.plan, root, &Context::new(7), &mut body);
    let value = serde_json::from_slice(&body).expect("bodies are JSON");
    if outcome.valid && !random::loops_in_place(&document) {
        let verdict = check(&source, pointer, Direction::Response, &value);
        assert!(verdict.is_ok(), "{document} gives {value}: {verdict:?}");
    }
});
