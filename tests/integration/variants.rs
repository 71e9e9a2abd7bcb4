//! Edge cases on demand are valid: every variant of every JSON response of real documents, judged from outside.

#![allow(clippy::unwrap_used)]

use crate::support::convert::Mode;
use crate::support::judge::{Judge, Verdict};
use crate::support::{corpus, guard, responses};
use edgemock::generate::{Context, Variant, generate};
use edgemock::schema::{Direction, Limits, PlanBuilder, Source};
use std::collections::HashSet;
use std::path::Path;
use std::sync::mpsc::channel;

const VARIANTS: [Option<Variant>; 5] =
    [None, Some(Variant::Min), Some(Variant::Max), Some(Variant::Empty), Some(Variant::Unicode)];
/// Larger documents add time, and nothing that the others do not have.
const MOST_BYTES: u64 = 700_000;
/// Operations of one document, spread over all of it.
const OPERATIONS: usize = 60;
/// What a body may have: the default limit, and what its schema demands beyond.
const MOST_BODY: usize = (256 + 8) * 1024;

/// What was counted, by variant.
#[derive(Debug, Default, Clone)]
struct Sum {
    bodies: [usize; 5],
    bytes: [usize; 5],
    /// Bodies with letters beyond ASCII.
    foreign: [usize; 5],
    faults: Vec<String>,
}

#[test]
fn every_variant_is_valid() {
    let Some(folder) = corpus::folder("openapi") else { return };
    let filter = std::env::var("FILTER").ok();
    let paths: Vec<_> = corpus::documents(&folder)
        .into_iter()
        .filter(|path| filter.as_ref().is_none_or(|filter| corpus::name(path).contains(filter)))
        .filter(|path| path.metadata().is_ok_and(|data| data.len() <= MOST_BYTES))
        .collect();
    assert!(!paths.is_empty());
    let (sender, receiver) = channel();
    for part in 0..2 {
        let (sender, paths) = (sender.clone(), paths.clone());
        guard::start(&format!("variants {part}"), move || {
            for path in paths.iter().skip(part).step_by(2) {
                let sum = guard::catch(|| measure(path));
                let _ = sender.send(sum.unwrap_or_else(|trouble| Sum {
                    faults: vec![format!("{}: {trouble}", corpus::name(path))],
                    ..Sum::default()
                }));
            }
        });
    }
    drop(sender);
    let mut all = Sum::default();
    for sum in receiver {
        for at in 0..VARIANTS.len() {
            all.bodies[at] += sum.bodies[at];
            all.bytes[at] += sum.bytes[at];
            all.foreign[at] += sum.foreign[at];
        }
        all.faults.extend(sum.faults);
    }
    println!("{:?} bodies, {:?} bytes, {:?} with letters beyond ASCII", all.bodies, all.bytes, all.foreign);
    assert!(all.faults.is_empty(), "{} faults:\n{}", all.faults.len(), all.faults.join("\n"));
    let [usual, min, max, empty, unicode] = all.bytes;
    assert!(min * 3 < usual && empty * 2 < usual && max > usual * 3 && unicode > usual, "{:?}", all.bytes);
    assert!(all.foreign[4] * 10 > all.bodies[4] * 7, "{:?} of {:?}", all.foreign, all.bodies);
}

fn measure(path: &Path) -> Sum {
    let mut sum = Sum::default();
    let mut document = corpus::load(path);
    let Some(version) = corpus::version(&document) else { return sum };
    corpus::strip_examples(&mut document);
    let operations = corpus::operations(&document);
    let step = operations.len().div_ceil(OPERATIONS).max(1);
    let mut judge = Judge::new(document.clone());
    let source = Source::new(&document, responses::dialect(version));
    let mut known = HashSet::new();
    for operation in operations.iter().step_by(step) {
        let schemas: Vec<String> =
            responses::json_schemas(operation).into_iter().map(|(pointer, _)| pointer).collect();
        let mut builder = PlanBuilder::new(&source, Direction::Response, Limits::default());
        let roots: Vec<_> = schemas
            .iter()
            .filter(|pointer| known.insert((*pointer).clone()))
            .map(|pointer| (builder.root(pointer), pointer))
            .collect();
        let plan = builder.finish().plan;
        for (root, pointer) in roots {
            let mut usual_is_valid = true;
            for (at, variant) in VARIANTS.into_iter().enumerate() {
                let mut body = Vec::new();
                let context = Context { variant, ..Context::new(at as u64) };
                let outcome = generate(&plan, root, &context, &mut body);
                sum.bodies[at] += 1;
                sum.bytes[at] += body.len();
                sum.foreign[at] += usize::from(!body.is_ascii());
                let place = || format!("{} {} {pointer} {variant:?}", corpus::name(path), operation.name());
                if body.len() > MOST_BODY {
                    sum.faults.push(format!("{}: {} bytes", place(), body.len()));
                }
                let value = serde_json::from_slice(&body).unwrap();
                match judge.judge(pointer, Mode::Response, &value) {
                    Verdict::Valid if outcome.valid => {}
                    // What no body satisfies is no matter here.
                    _ if variant.is_none() => usual_is_valid = false,
                    _ if !usual_is_valid => {}
                    Verdict::Invalid(failure) => sum.faults.push(format!("{}: {failure}", place())),
                    verdict => sum.faults.push(format!("{}: {outcome:?} {verdict:?}", place())),
                }
            }
        }
    }
    sum
}
