//! Schemas written to hurt: each ends, in bounded time and memory, in a valid body or in a clear problem.

// Tests may fail loudly; they tell what they saw, and run on the host only.
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::disallowed_methods
)]

use crate::support::guard;
use crate::support::judge::{Verdict, plain, verdict_of};
use crate::support::random::{Flavour, Maker};
use edgemock::generate::{Context, generate};
use edgemock::schema::{Dialect, Direction, Limits, Plan, PlanBuilder, Source};
use jsonschema::Draft;
use proptest::collection::vec;
use proptest::prelude::any;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Map, Value, json};
use std::time::{Duration, Instant};

/// Whatever takes longer than this hangs: compiling and three bodies take less than a second.
const LIMIT: Duration = Duration::from_mins(1);
/// The generator stops at 5 MB, behind the string that it is at.
const MAX_BODY: usize = 6 << 20;

/// What has to become of a schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    /// Valid bodies.
    Valid,
    /// A problem whose message has this part.
    Problem(&'static str),
    /// Either of the two.
    Either,
}

fn cases() -> Vec<(&'static str, Value, End)> {
    use End::{Either, Problem, Valid};
    let refs = |count: usize| -> Map<String, Value> {
        (0..count).map(|at| (format!("n{at}"), json!({"$ref": format!("#/$defs/n{}", at + 1)}))).collect()
    };
    let mut chain = refs(3000);
    chain.insert("n3000".to_owned(), json!({"type": "integer"}));
    let mut short_chain = refs(150);
    short_chain.insert("n150".to_owned(), json!({"type": "integer"}));
    let mut nested = json!({"type": "string"});
    for _ in 0..100 {
        nested = json!({"type": "object", "required": ["a"], "properties": {"a": nested}});
    }
    let mut deep_any = json!({"type": "string"});
    for _ in 0..60 {
        deep_any = json!({"anyOf": [{"oneOf": [deep_any, {"type": "integer"}]}, {"type": "null"}]});
    }
    let wide: Map<String, Value> =
        (0..2000).map(|at| (format!("p{at}"), json!({"type": "string"}))).collect();
    let names: Vec<String> = (0..2000).map(|at| format!("p{at}")).collect();
    let tagged = |at: usize| {
        json!({"type": "object", "required": ["kind", "value"], "properties":
            {"kind": {"const": format!("k{at}")}, "value": {"type": "integer", "minimum": at}}})
    };
    let loose = |at: usize| json!({"type": "object", "properties": {format!("p{at}"): {"type": "string"}}});
    let conditions: Vec<Value> = (0..60)
        .map(|at| json!({"if": {"properties": {format!("p{at}"): {"const": 1}}}, "then": {"required": [format!("q{at}")]}}))
        .collect();
    let tree = json!({"type": "object", "required": ["l", "r"], "properties": {"l": {"$ref": "#"}, "r": {"$ref": "#"}}});
    let mut cube = json!({"type": "integer"});
    for _ in 0..6 {
        cube = json!({"type": "array", "items": cube, "minItems": 100});
    }
    vec![
        ("minItems 1e9", json!({"type": "array", "minItems": 1_000_000_000}), Problem("minItems")),
        (
            "minItems 1e400",
            serde_json::from_str(r#"{"type": "array", "minItems": 1e300}"#).unwrap(),
            Problem("minItems"),
        ),
        ("minLength 1e9", json!({"type": "string", "minLength": 1_000_000_000}), Problem("minLength")),
        (
            "minProperties 1e9",
            json!({"type": "object", "minProperties": 1_000_000_000}),
            Problem("minProperties"),
        ),
        (
            "minContains 1e9",
            json!({"type": "array", "contains": {"type": "integer"}, "minContains": 1_000_000_000}),
            Problem("minContains"),
        ),
        ("minItems 10000", json!({"type": "array", "minItems": 10_000, "items": {"type": "integer"}}), Valid),
        ("minLength 200000", json!({"type": "string", "minLength": 200_000}), Valid),
        ("minProperties 5000", json!({"type": "object", "minProperties": 5000}), Either),
        (
            "many long strings",
            json!({"type": "array", "minItems": 1000, "items": {"type": "string", "minLength": 100_000}}),
            Problem(""),
        ),
        ("a cube of arrays", cube, Problem("")),
        (
            "10,000 different of 100",
            json!({"type": "array", "minItems": 10_000, "uniqueItems": true,
            "items": {"type": "integer", "minimum": 1, "maximum": 100}}),
            Problem(""),
        ),
        (
            "5,000 different",
            json!({"type": "array", "minItems": 5000, "uniqueItems": true, "items": {"type": "integer"}}),
            Either,
        ),
        ("multipleOf 1e-300", json!({"type": "number", "multipleOf": 1e-300}), Either),
        ("bounds of 1e308", json!({"type": "number", "minimum": -1e308, "maximum": 1e308}), Either),
        ("above 1e308", json!({"type": "number", "minimum": 1e308}), Either),
        ("multipleOf 1e308", json!({"type": "integer", "multipleOf": 1e308}), Either),
        (
            "no room between bounds",
            json!({"type": "number", "exclusiveMinimum": 1, "exclusiveMaximum": 1.000_000_000_000_000_2}),
            Either,
        ),
        ("10,000 values", json!({"enum": (0..10_000).collect::<Vec<_>>()}), Valid),
        (
            "10,000 values and not them",
            json!({"type": "integer", "minimum": 0, "maximum": 10_000,
            "not": {"enum": (0..10_000).collect::<Vec<_>>()}}),
            Either,
        ),
        ("2,000 properties", json!({"type": "object", "properties": wide, "required": names}), Valid),
        ("oneOf of 200 tagged", json!({"oneOf": (0..200).map(tagged).collect::<Vec<_>>()}), Valid),
        ("oneOf of 200 loose", json!({"oneOf": (0..200).map(loose).collect::<Vec<_>>()}), Either),
        (
            "oneOf of 200 equal",
            json!({"oneOf": vec![json!({"type": "string"}); 200]}),
            Problem("contradict each other"),
        ),
        ("anyOf of 500", json!({"anyOf": (0..500).map(tagged).collect::<Vec<_>>()}), Valid),
        ("60 conditions", json!({"type": "object", "allOf": conditions}), Either),
        ("60 nested choices", deep_any, Either),
        ("100 nested objects", nested, Either),
        ("3,000 references in a row", json!({"$ref": "#/$defs/n0", "$defs": chain}), Either),
        ("150 references in a row", json!({"$ref": "#/$defs/n0", "$defs": short_chain}), Valid),
        ("a reference to itself", json!({"$ref": "#"}), Problem("")),
        (
            "a loop of references",
            json!({"$ref": "#/$defs/a", "$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"$ref": "#/$defs/a"}}}),
            Problem(""),
        ),
        (
            "a loop of choices",
            json!({"anyOf": [{"$ref": "#"}, {"oneOf": [{"$ref": "#"}, {"$ref": "#"}]}]}),
            Either,
        ),
        ("not itself", json!({"not": {"$ref": "#"}}), Either),
        (
            "requires itself",
            json!({"type": "object", "required": ["a"], "properties": {"a": {"$ref": "#"}}}),
            Problem("requires itself"),
        ),
        ("a tree without leaves", tree, Problem("requires itself")),
        ("a reference nowhere", json!({"$ref": "#/$defs/none"}), Problem("leads nowhere")),
        (
            "a catastrophic pattern",
            json!({"type": "string", "pattern": "^(([a-z])+.)+[A-Z]([a-z])+$", "minLength": 200}),
            Either,
        ),
        (
            "nested quantifiers",
            json!({"type": "string", "pattern": "^(a+)+$", "not": {"pattern": "^(a|aa)+$"}}),
            Problem(""),
        ),
        ("repeated a million times", json!({"type": "string", "pattern": "^(?:a{1000}){1000}$"}), Either),
        ("a broken pattern", json!({"type": "string", "pattern": "(["}), Problem("regular expression")),
        (
            "contradictory everything",
            json!({"type": "object", "minProperties": 3, "maxProperties": 2, "required": ["a"],
            "properties": {"a": false}, "not": {}, "enum": [], "allOf": [{"type": "string"}], "oneOf": [{}, {}]}),
            Problem(""),
        ),
        (
            "fewer members than asked for",
            json!({"type": ["array", "object"], "minProperties": 2, "additionalProperties": false, "properties": {
                "a": {"type": "string"},
                "b": {"type": "object", "required": ["c"], "properties": {"c": {"type": "string", "enum": [1]}}}}}),
            Valid,
        ),
        (
            "optional members that cannot be",
            json!({"type": "object", "minProperties": 2, "properties": {
                "a": {"type": "string"}, "b": {"$ref": "#/$defs/loop"}},
                "$defs": {"loop": {"type": "object", "required": ["a"], "properties": {"a": {"$ref": "#/$defs/loop"}}}}}),
            Valid,
        ),
        (
            "a reference to itself",
            json!({"properties": {"a": {"$ref": "#/$defs/a"}}, "required": ["a"],
            "$defs": {"a": {"$ref": "#/$defs/a"}}}),
            Either,
        ),
        ("false", json!(false), Problem("false")),
        (
            "dependencies in a circle",
            json!({"type": "object", "required": ["a"], "dependentRequired":
            {"a": ["b"], "b": ["c"], "c": ["a"]}, "properties": {"c": false}}),
            Problem(""),
        ),
        (
            "names that cannot be",
            json!({"type": "object", "minProperties": 2, "propertyNames": {"maxLength": 0}}),
            Problem(""),
        ),
        (
            "names of one letter",
            json!({"type": "object", "minProperties": 20, "propertyNames": {"pattern": "^[a-z]$"}}),
            Either,
        ),
    ]
}

#[test]
fn hostile_schemas_end_in_a_body_or_a_problem() {
    let mut wrong = Vec::new();
    for (name, schema, end) in cases() {
        let started = Instant::now();
        match guard::limited(name, LIMIT, move || outcome(&schema, end)) {
            Ok(Ok(text)) => println!("  {name}: {text}, {} ms", started.elapsed().as_millis()),
            Ok(Err(text)) => wrong.push(format!("{name}: {text}")),
            Err(trouble) => wrong.push(format!("{name}: {trouble}")),
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

fn outcome(schema: &Value, end: End) -> Result<String, String> {
    let source = Source::new(schema, Dialect::Draft202012);
    let started = Instant::now();
    let mut builder = PlanBuilder::new(&source, Direction::Response, Limits::default());
    let root = builder.root("");
    let compiled = builder.finish();
    let compiling = started.elapsed();
    let encoded = postcard::to_allocvec(&compiled.plan).map_err(|error| error.to_string())?;
    let mut valid = 0;
    for seed in 0..3 {
        let mut body = Vec::new();
        let outcome = generate(&compiled.plan, root, &Context::new(seed), &mut body);
        if body.len() > MAX_BODY {
            return Err(format!("{} bytes", body.len()));
        }
        let value: Value = serde_json::from_slice(&body).map_err(|error| format!("not JSON: {error}"))?;
        valid += u64::from(outcome.valid);
        if outcome.valid && end != End::Either {
            // The judge refuses schemas with patterns or references that are none.
            let verdict = plain(schema, Draft::Draft202012).map(|validator| verdict_of(&validator, &value));
            if let Ok(Verdict::Invalid(failure)) = verdict {
                return Err(failure.to_string());
            }
        }
    }
    let problem =
        compiled.problems.first().map(|problem| format!("{:?}: {}", problem.pointer, problem.message));
    let short = problem.as_deref().unwrap_or("no problem").chars().take(160).collect::<String>();
    let text = format!(
        "{short} ({valid} of 3 valid, plan {} B, compiled in {} ms)",
        encoded.len(),
        compiling.as_millis()
    );
    let good = match end {
        End::Valid => valid == 3,
        End::Problem(part) => compiled.problems.iter().any(|problem| problem.message.contains(part)),
        End::Either => valid > 0 || problem.is_some(),
    };
    if good { Ok(text) } else { Err(format!("{end:?} expected: {text}")) }
}

/// The generator walks whatever could be decoded: damaged records must not take the isolate down.
#[test]
fn damaged_plans_neither_panic_nor_hang() {
    let cases: u32 = std::env::var("PROPTEST_CASES").ok().and_then(|text| text.parse().ok()).unwrap_or(1500);
    let mut runner =
        TestRunner::new_with_rng(Config::default(), TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let bytes_of_schemas = vec(any::<u8>(), 4..200);
    let damages = vec((any::<u16>(), any::<u8>()), 1..3);
    let (mut decoded, mut slowest) = (0, Duration::ZERO);
    for _ in 0..cases {
        let bytes = bytes_of_schemas.new_tree(&mut runner).unwrap().current();
        let damage = damages.new_tree(&mut runner).unwrap().current();
        let document = Maker::new(&bytes, Flavour::Draft202012).document();
        let started = Instant::now();
        let result = guard::limited("damaged plan", LIMIT, move || {
            let source = Source::new(&document, Dialect::Draft202012);
            let mut builder = PlanBuilder::new(&source, Direction::Response, Limits::default());
            let root = builder.root("");
            let mut encoded = postcard::to_allocvec(&builder.finish().plan).unwrap();
            let cut = damage.first().map_or(0, |(at, _)| *at as usize % (encoded.len() + 1));
            assert!(postcard::from_bytes::<Plan>(&encoded[..cut]).is_err() || cut == encoded.len());
            for (at, byte) in &damage {
                let length = encoded.len();
                encoded[*at as usize % length] = *byte;
            }
            let walked = postcard::from_bytes::<Plan>(&encoded).map(|plan| {
                let mut body = Vec::new();
                generate(&plan, root, &Context::new(1), &mut body);
                assert!(body.len() <= MAX_BODY, "{} bytes", body.len());
            });
            u32::from(walked.is_ok())
        });
        slowest = slowest.max(started.elapsed());
        decoded += result.unwrap_or_else(|trouble| panic!("{bytes:?}: {trouble}"));
    }
    println!("{decoded} of {cases} damaged plans could be decoded, the slowest took {slowest:?}");
    // How many can be decoded depends on how a plan is laid out: some have to, or nothing is tested.
    assert!(decoded > cases / 20, "{decoded} decoded");
}
