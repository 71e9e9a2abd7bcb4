//! Any bytes as an uploaded document: parsed, read, and its first operations' responses compiled and generated.
#![no_main]

use edgemock::generate::{Context, generate};
use edgemock::import::{self, ImportOptions};
use edgemock::schema::{Direction, Limits, PlanBuilder, Source};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(parsed) = import::text::parse(bytes) else { return };
    let Ok(document) = import::read(parsed.value, &ImportOptions::default()) else { return };
    let source = Source::new(&document.root, document.dialect);
    for operation in document.operations.iter().take(4) {
        let media = operation.responses.iter().take(4).flat_map(|response| &response.content);
        for pointer in media.filter_map(|media| media.schema.as_deref()).take(4) {
            let mut builder = PlanBuilder::new(&source, Direction::Response, Limits::default());
            let root = builder.root(pointer);
            let compiled = builder.finish();
            generate(&compiled.plan, root, &Context::new(1), &mut Vec::new());
        }
    }
});
