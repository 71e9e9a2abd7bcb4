//! Random schemas: what is generated is valid or was reported, `check` agrees with the judge, nothing panics or hangs.
//!
//! The cases are the same in every run; `PROPTEST_CASES=5000` runs as many random ones.

// Tests may fail loudly; they tell what they saw, and run on the host only.
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::disallowed_methods
)]

use crate::support::convert::Mode;
use crate::support::guard;
use crate::support::judge::{Judge, Verdict, plain, verdict_of};
use crate::support::random::{Flavour, Maker, loops_in_place, smaller};
use edgemock::generate::{Context, generate};
use edgemock::schema::{Dialect, Direction, Limits, Plan, PlanBuilder, Source, check};
use jsonschema::Draft;
use proptest::collection::vec;
use proptest::prelude::any;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// Cases of one flavour, unless `PROPTEST_CASES` says otherwise.
const CASES: u32 = 2000;
/// Bodies of one schema.
const SEEDS: u64 = 5;
/// Whatever takes longer than this for one schema hangs.
const LIMIT: Duration = Duration::from_mins(1);
/// No body may be larger.
const MAX_BODY: usize = 4 << 20;
/// Failures that are told; more of them mostly have the same causes.
const TOLD: usize = 8;
/// Of the schemas that some value is known to fit, those that the engine may fail to satisfy, in per cent.
const MISSED: f64 = 1.0;

/// What a run over one document showed.
#[derive(Debug, Default)]
struct Seen {
    failures: Vec<String>,
    /// Whether every body was valid.
    satisfied: bool,
    /// A value that fits although the engine found none.
    missed: Option<Value>,
}

/// What the judge says of a value; `None` where it cannot say.
type Opinion<'j> = dyn FnMut(&Value) -> Option<bool> + 'j;

fn examine(flavour: Flavour, document: &Value, mutants: &[u8]) -> Seen {
    let defined = !loops_in_place(document);
    match flavour {
        Flavour::Draft202012 => {
            let Ok(validator) = plain(document, Draft::Draft202012) else { return Seen::default() };
            examine_with(document, Dialect::Draft202012, "", mutants, &mut |value| match verdict_of(
                &validator, value,
            ) {
                Verdict::Valid if defined => Some(true),
                Verdict::Invalid(_) if defined => Some(false),
                _ => None,
            })
        }
        Flavour::OpenApi30 => {
            let mut judge = Judge::new(document.clone());
            let pointer = "/components/schemas/Root";
            examine_with(document, Dialect::OpenApi30, pointer, mutants, &mut |value| match judge.judge(
                pointer,
                Mode::Response,
                value,
            ) {
                Verdict::Valid if defined => Some(true),
                Verdict::Invalid(_) if defined => Some(false),
                _ => None,
            })
        }
    }
}

fn examine_with(
    document: &Value,
    dialect: Dialect,
    pointer: &str,
    mutants: &[u8],
    opinion: &mut Opinion<'_>,
) -> Seen {
    let mut seen = Seen::default();
    let source = Source::new(document, dialect);
    let mut builder = PlanBuilder::new(&source, Direction::Response, Limits::default());
    let root = builder.root(pointer);
    let compiled = builder.finish();
    let bytes = postcard::to_allocvec(&compiled.plan).expect("plans can be encoded");
    let plan: Plan = postcard::from_bytes(&bytes).expect("plans can be decoded");
    let mut values = Vec::new();
    let mut valid = 0;
    for seed in 0..SEEDS {
        let mut body = Vec::new();
        let outcome = generate(&plan, root, &Context::new(seed), &mut body);
        if body.len() > MAX_BODY {
            seen.failures.push(format!("LARGE: {} bytes", body.len()));
        }
        let Ok(value) = serde_json::from_slice::<Value>(&body) else {
            seen.failures.push(format!("NOT JSON: {}", String::from_utf8_lossy(&body)));
            continue;
        };
        if outcome.valid && opinion(&value) == Some(false) {
            seen.failures.push(format!("INVALID: seed {seed} gives {value}"));
        }
        valid += u64::from(outcome.valid);
        values.push(value);
    }
    seen.satisfied = valid == SEEDS;
    if valid == 0 && compiled.problems.is_empty() && opinion(&Value::Null).is_some() {
        seen.failures.push("SILENT: never valid, no problem reported".to_owned());
    }
    let mut maker = Maker::new(mutants, Flavour::Draft202012);
    let mutants: Vec<Value> = values.iter().flat_map(|value| mutated(value, &mut maker)).collect();
    for value in values.iter().chain(&mutants) {
        let Some(expected) = opinion(value) else { continue };
        let verdict = check(&source, pointer, Direction::Response, value);
        if verdict.is_ok() != expected {
            let says = verdict.map_or_else(|problem| problem.message, |()| "fits".to_owned());
            seen.failures.push(format!("CHECK: {value} {says}, the judge says {expected}"));
        }
        if expected && valid == 0 {
            seen.missed = Some(value.clone());
        }
    }
    seen
}

/// The value with a few parts changed, and a few values that have nothing to do with it.
fn mutated(value: &Value, maker: &mut Maker<'_>) -> Vec<Value> {
    let mut list = smaller(value);
    list.truncate(12);
    match value {
        Value::Object(members) => {
            for name in members.keys().take(4) {
                let mut changed = members.clone();
                changed.insert(name.clone(), maker.value());
                list.push(Value::Object(changed));
            }
            let mut more = members.clone();
            more.insert("other".to_owned(), maker.value());
            list.push(Value::Object(more));
        }
        Value::Array(items) => {
            let mut more = items.clone();
            more.push(maker.value());
            list.push(Value::Array(more));
            let mut twice = items.clone();
            twice.extend(items.last().cloned());
            list.push(Value::Array(twice));
        }
        Value::String(text) => {
            list.push(json!(format!("{text}1")));
            list.push(json!(text.chars().skip(1).collect::<String>()));
        }
        Value::Number(number) => list.push(json!(number.as_f64().unwrap_or(0.0) + 0.5)),
        _ => {}
    }
    list.extend((0..3).map(|_| maker.value()));
    list
}

/// As [`examine`], in a thread of its own.
fn guarded(flavour: Flavour, document: &Value, mutants: &[u8]) -> Seen {
    let (owned, mutants) = (document.clone(), mutants.to_vec());
    guard::limited("random schema", LIMIT, move || examine(flavour, &owned, &mutants))
        .unwrap_or_else(|trouble| Seen { failures: vec![trouble.to_string()], ..Seen::default() })
}

/// The smallest document found that fails for the same reason.
fn minimised(flavour: Flavour, document: &Value, mutants: &[u8], failure: &str) -> (Value, String) {
    let kind = |text: &str| text.split([':', ' ']).next().unwrap_or_default().to_owned();
    let wanted = kind(failure);
    let mut best = (document.clone(), failure.to_owned());
    let deadline = Instant::now() + Duration::from_secs(20);
    loop {
        let next =
            smaller(&best.0).into_iter().take_while(|_| Instant::now() < deadline).find_map(|candidate| {
                let seen = guarded(flavour, &candidate, mutants);
                let same = seen.failures.into_iter().find(|failure| kind(failure) == wanted);
                let missed =
                    seen.missed.filter(|_| wanted == "MISSED").map(|value| format!("MISSED: {value} fits"));
                same.or(missed).map(|failure| (candidate, failure))
            });
        match next {
            Some(next) => best = next,
            None => return best,
        }
    }
}

fn run(flavour: Flavour) {
    let chosen: Option<u32> = std::env::var("PROPTEST_CASES").ok().and_then(|text| text.parse().ok());
    let mut runner = match chosen {
        Some(_) => TestRunner::new(Config::default()),
        None => TestRunner::new_with_rng(Config::default(), TestRng::deterministic_rng(RngAlgorithm::ChaCha)),
    };
    let strategy = (vec(any::<u8>(), 4..400), vec(any::<u8>(), 60));
    let (mut satisfied, mut missed, mut told) = (0, Vec::new(), Vec::new());
    let cases = chosen.unwrap_or(CASES);
    for _ in 0..cases {
        let (bytes, mutants) = strategy.new_tree(&mut runner).expect("bytes can be made").current();
        let document = Maker::new(&bytes, flavour).document();
        let seen = guarded(flavour, &document, &mutants);
        satisfied += u32::from(seen.satisfied);
        if let Some(value) = seen.missed {
            missed.push((document.clone(), mutants.clone(), format!("MISSED: {value} fits")));
        }
        if let Some(failure) = seen.failures.first().filter(|_| told.len() < TOLD) {
            told.push(minimised(flavour, &document, &mutants, failure));
        }
    }
    println!("{flavour:?}: {cases} schemas, {satisfied} always satisfied, {} missed", missed.len());
    for (document, mutants, failure) in missed.iter().take(TOLD) {
        let (document, failure) = minimised(flavour, document, mutants, failure);
        println!("  {failure}\n    {document}");
    }
    for (document, failure) in &told {
        println!("  {failure}\n    {document}");
    }
    assert!(told.is_empty(), "{} schemas failed, see above", told.len());
    let share = 100.0 * missed.len() as f64 / f64::from(cases);
    assert!(share <= MISSED, "{share:.2} % of the schemas have values that the engine does not find");
}

#[test]
fn json_schemas_are_satisfied_or_reported() {
    run(Flavour::Draft202012);
}

#[test]
fn openapi_schemas_are_satisfied_or_reported() {
    run(Flavour::OpenApi30);
}
