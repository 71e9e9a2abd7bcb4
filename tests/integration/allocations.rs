//! What a body allocates: buffers where the last one left none, and nothing for each of its values.

// Tests may fail loudly, and run on the host only.
#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, clippy::disallowed_methods)]

use edgemock::generate::{Context, generate};
use edgemock::schema::{Dialect, Direction, Limits, Names, PlanBuilder, Source};
use serde_json::{Value, json};

const SEEDS: u64 = 5;
/// Buffers that begin small may grow with the first few hundred values.
const GROWTH: u64 = 4;

/// The most allocations of a body with so many of the item.
fn allocations(item: &Value, items: usize) -> u64 {
    let schema = json!({"type": "array", "minItems": items, "maxItems": items, "items": item});
    let source = Source::new(&schema, Dialect::Draft202012);
    let mut builder =
        PlanBuilder::new(&source, Direction::Response, Limits::default()).with_names(Names::default());
    let root = builder.root("");
    let compiled = builder.finish();
    let mut body = Vec::with_capacity(1 << 20);
    let counts = (0..SEEDS).map(|seed| {
        body.clear();
        let context = Context { max_bytes: 1 << 20, ..Context::new(seed) };
        let mut valid = false;
        let counted =
            allocation_counter::measure(|| valid = generate(&compiled.plan, root, &context, &mut body).valid);
        assert!(valid, "{item}");
        counted.count_total
    });
    counts.max().unwrap_or_default()
}

#[test]
fn values_of_the_common_kinds_allocate_nothing() {
    let members = [
        ("id", json!({"type": "integer", "minimum": 1})),
        ("price", json!({"type": "number", "minimum": 1, "maximum": 500})),
        ("ratio", json!({"type": "number", "multipleOf": 0.01, "minimum": 0, "maximum": 1})),
        ("active", json!({"type": "boolean"})),
        ("kind", json!({"enum": ["a", "b", "c"]})),
        ("note", json!({"type": "string"})),
        ("title", json!({"type": "string", "maxLength": 60})),
        ("name", json!({"type": "string"})),
        ("firstName", json!({"type": "string"})),
        ("email", json!({"type": "string", "format": "email"})),
        ("username", json!({"type": "string"})),
        ("phone", json!({"type": "string"})),
        ("address", json!({"type": "string"})),
        ("company", json!({"type": "string"})),
        ("website", json!({"type": "string"})),
        ("age", json!({"type": "integer"})),
        ("total", json!({"type": "number"})),
        ("description", json!({"type": "string"})),
        ("city", json!({"type": "string"})),
        ("uuid", json!({"type": "string", "format": "uuid"})),
        ("createdAt", json!({"type": "string", "format": "date-time"})),
        ("day", json!({"type": "string", "format": "date"})),
        ("url", json!({"type": "string", "format": "uri"})),
        ("code", json!({"type": "string", "pattern": "^[A-Z]{2}-[0-9]{6}$"})),
        ("tags", json!({"type": "array", "items": {"type": "string"}, "minItems": 1, "maxItems": 3})),
        ("maybe", json!({"type": ["string", "null"]})),
        ("any", json!({"anyOf": [{"type": "integer"}, {"type": "string", "maxLength": 5}]})),
    ];
    let mut allocating = Vec::new();
    for (name, schema) in &members {
        let item = json!({"type": "object", "required": [name], "properties": {*name: schema}});
        let (few, many) = (allocations(&item, 100), allocations(&item, 1000));
        if many > few + GROWTH {
            allocating.push((name, few, many));
        }
    }
    assert_eq!(allocating, [], "allocations of 100 and of 1000 values");
}
