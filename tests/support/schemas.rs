//! The figures of plain JSON Schemas: the official suite, and schemas in real use.

use super::corpus::{self, files};
use super::guard::{self, Trouble};
use super::judge::{Failure, Verdict, cut, draft, plain, verdict_of};
use edgemock::generate::{Context, generate};
use edgemock::schema::{Dialect, Direction, Limits, Plan, PlanBuilder, Root, Source, check};
use jsonschema::Draft;
use serde_json::Value;
use std::path::Path;
use std::time::{Duration, Instant};

/// A schema may take this long for everything: compile, 20 bodies, their judgement.
const LIMIT: Duration = Duration::from_secs(20);

/// A schema with instances whose validity is known.
#[derive(Debug, Clone)]
pub(crate) struct Case {
    /// Unique, e.g. `draft7/optional/format/date.json #0 validation of date strings`.
    pub(crate) name: String,
    pub(crate) schema: Value,
    pub(crate) draft: Draft,
    pub(crate) instances: Vec<Instance>,
}

/// An instance and what its author says of it.
#[derive(Debug, Clone)]
pub(crate) struct Instance {
    pub(crate) description: String,
    pub(crate) data: Value,
    pub(crate) valid: bool,
}

/// What was measured of one schema.
#[derive(Debug, Clone, Default)]
pub(crate) struct Measured {
    /// Bodies judged, and those that are valid.
    pub(crate) bodies: u64,
    pub(crate) valid: u64,
    /// Bodies of which the engine itself says that they are not valid.
    pub(crate) denied: u64,
    pub(crate) first_failure: Option<(u64, Failure)>,
    /// Faults that the compiler reports.
    pub(crate) problems: Vec<String>,
    /// Instances on which `schema::check` and their author differ.
    pub(crate) disagreements: Vec<String>,
    pub(crate) checked: usize,
    pub(crate) compile_micros: u128,
    pub(crate) slowest_micros: u128,
    pub(crate) largest: usize,
    pub(crate) plan_bytes: usize,
    /// Set when the judge cannot evaluate the schema.
    pub(crate) unverifiable: Option<String>,
}

/// All groups of the official suite that have a valid instance, so that they can be satisfied.
pub(crate) fn suite(folder: &Path) -> Vec<Case> {
    let mut cases = Vec::new();
    for path in files(folder, ".json") {
        let relative = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        let default = if relative.starts_with("draft7") { Draft::Draft7 } else { Draft::Draft202012 };
        let groups = corpus::load(&path);
        for (index, group) in groups.as_array().into_iter().flatten().enumerate() {
            let description = group["description"].as_str().unwrap_or_default();
            let name = format!("{relative} #{index} {description}");
            cases.push(Case {
                name,
                draft: draft(&group["schema"], default),
                schema: group["schema"].clone(),
                instances: instances(&group["tests"]),
            });
        }
    }
    cases
}

/// Schemas in real use, each with instances beside it.
pub(crate) fn real(folder: &Path) -> Vec<Case> {
    let load = |path: &Path| {
        let schema = corpus::load(path);
        let beside = path.with_file_name(corpus::name(path).replace(".schema.json", ".instances.json"));
        Case {
            name: corpus::name(path),
            draft: draft(&schema, Draft::Draft7),
            schema,
            instances: instances(&corpus::load(&beside)),
        }
    };
    files(folder, ".schema.json").iter().map(|path| load(path)).collect()
}

fn instances(list: &Value) -> Vec<Instance> {
    let instance = |entry: &Value| Instance {
        description: entry["description"].as_str().unwrap_or_default().to_owned(),
        data: entry["data"].clone(),
        valid: entry["valid"] == true,
    };
    list.as_array().into_iter().flatten().map(instance).collect()
}

/// The engine's name of a draft.
pub(crate) fn dialect(draft: Draft) -> Dialect {
    match draft {
        Draft::Draft4 => Dialect::Draft4,
        Draft::Draft6 => Dialect::Draft6,
        Draft::Draft7 => Dialect::Draft7,
        Draft::Draft201909 => Dialect::Draft201909,
        _ => Dialect::Draft202012,
    }
}

/// Compiles, generates and judges one schema, guarded.
pub(crate) fn measure(case: &Case, seeds: u64) -> Result<Measured, Trouble> {
    let owned = case.clone();
    guard::limited(&case.name, LIMIT, move || measure_here(&owned, seeds))
}

fn measure_here(case: &Case, seeds: u64) -> Measured {
    let mut measured = Measured::default();
    let started = Instant::now();
    let source = Source::new(&case.schema, dialect(case.draft));
    let mut builder = PlanBuilder::new(&source, Direction::Response, Limits::default());
    let root = builder.root("");
    let compiled = builder.finish();
    measured.compile_micros = started.elapsed().as_micros();
    measured.plan_bytes = postcard::to_allocvec(&compiled.plan).map_or(0, |bytes| bytes.len());
    measured.problems =
        compiled.problems.iter().map(|problem| format!("{}: {}", problem.pointer, problem.message)).collect();

    match plain(&case.schema, case.draft) {
        Err(message) => measured.unverifiable = Some(message),
        Ok(validator) => {
            for seed in 0..seeds {
                let (body, valid, micros) = timed(&compiled.plan, root, seed);
                measured.slowest_micros = measured.slowest_micros.max(micros);
                measured.largest = measured.largest.max(body.len());
                measured.bodies += 1;
                measured.denied += u64::from(!valid);
                let failure = match serde_json::from_slice(&body) {
                    Err(error) => Some(not_json(&body, &error)),
                    Ok(value) => match verdict_of(&validator, &value) {
                        Verdict::Valid => None,
                        Verdict::Invalid(failure) => Some(*failure),
                        Verdict::Unverifiable(message) => {
                            measured.unverifiable = Some(message);
                            None
                        }
                    },
                };
                match failure {
                    None => measured.valid += 1,
                    Some(failure) => {
                        measured.first_failure = measured.first_failure.or(Some((seed, failure)));
                    }
                }
            }
        }
    }
    for instance in &case.instances {
        measured.checked += 1;
        let verdict = check(&source, "", Direction::Response, &instance.data);
        if verdict.is_ok() != instance.valid {
            let engine = verdict.map_or_else(
                |problem| format!("{}: {}", problem.pointer, problem.message),
                |()| "valid".to_owned(),
            );
            let author = if instance.valid { "valid" } else { "invalid" };
            let data = cut(&instance.data.to_string(), 160);
            measured
                .disagreements
                .push(format!("{}: {data} is {author}, check says {engine}", instance.description));
        }
    }
    measured
}

/// Generates a body and gives it with the engine's word on it and the time in microseconds. Slow ones are timed three
/// times and the best counts: other programs run on the machine too.
pub(crate) fn timed(plan: &Plan, root: Root, seed: u64) -> (Vec<u8>, bool, u128) {
    let mut best = u128::MAX;
    let (mut body, mut valid) = (Vec::new(), false);
    for _ in 0..3 {
        body.clear();
        let started = Instant::now();
        valid = generate(plan, root, &Context::new(seed), &mut body).valid;
        best = best.min(started.elapsed().as_micros());
        if best < 1000 {
            break;
        }
    }
    (body, valid, best)
}

/// A body that is no JSON at all.
pub(crate) fn not_json(body: &[u8], error: &serde_json::Error) -> Failure {
    let from = error.column().saturating_sub(60);
    let near = body.get(from..).unwrap_or_default();
    Failure {
        keyword: "JSON".to_owned(),
        instance: String::new(),
        schema: String::new(),
        message: error.to_string(),
        excerpt: cut(&String::from_utf8_lossy(near.get(..200).unwrap_or(near)), 200),
    }
}

/// The sums over many schemas.
#[derive(Debug, Default)]
pub(crate) struct Totals {
    pub(crate) schemas: usize,
    pub(crate) always_valid: usize,
    pub(crate) bodies: u64,
    pub(crate) valid_bodies: u64,
    pub(crate) threw: usize,
    pub(crate) hung: usize,
    pub(crate) unverifiable: usize,
    pub(crate) checked: usize,
    pub(crate) disagreements: usize,
    pub(crate) slowest_micros: u128,
    pub(crate) largest: usize,
}

impl Totals {
    /// Schemas of which every body was valid, in per cent of those that can be judged.
    pub(crate) fn valid_percent(&self) -> f64 {
        percent(self.always_valid, self.schemas - self.unverifiable)
    }

    /// Valid bodies in per cent.
    pub(crate) fn body_percent(&self) -> f64 {
        percent(self.valid_bodies as usize, self.bodies as usize)
    }

    /// Instances on which check and author agree, in per cent.
    pub(crate) fn agreement_percent(&self) -> f64 {
        percent(self.checked - self.disagreements, self.checked)
    }
}

/// A share in per cent; 100 of nothing.
pub(crate) fn percent(part: usize, whole: usize) -> f64 {
    if whole == 0 { 100.0 } else { 100.0 * part as f64 / whole as f64 }
}

/// Groups of the suite that do not count, with the reason. Only references to other documents belong here.
const SUITE_EXCEPTIONS: [(&str, &str); 2] = [
    ("draft2020-12/defs.json #0", "refers to the meta-schema, another document"),
    ("draft7/definitions.json #0", "refers to the meta-schema, another document"),
];

/// Why a group of the suite does not count.
pub(crate) fn suite_exception(name: &str) -> Option<&'static str> {
    SUITE_EXCEPTIONS
        .iter()
        .find(|(group, _)| name.starts_with(&format!("{group} ")))
        .map(|(_, reason)| *reason)
}

/// Why the engine may differ from the suite on the validity of a group's instances.
pub(crate) fn suite_check_exception(name: &str) -> Option<&'static str> {
    // The suite tests in `format.json` that `format` is a mere annotation by default. The engine generates, so it always
    // asserts; `optional/format` tests that.
    if name.contains("/format.json") {
        return Some("format is an annotation there");
    }
    // Whether an A-label decodes to a label that IDNA allows takes tables of half a megabyte. The engine makes no A-labels
    // and takes every one that is spelled well.
    name.contains("/hostname.json #1 ").then_some("IDNA tables")
}

/// Whether an environment variable or argument picks this name. `FILTER` is a part of the name, case ignored.
pub(crate) fn picked(name: &str, filter: Option<&str>) -> bool {
    filter.is_none_or(|filter| name.to_lowercase().contains(&filter.to_lowercase()))
}

/// Measures all cases, printing what fails and then the sums. `excepted` gives the reason why a name does not count,
/// `check_excepted` why its instances do not.
pub(crate) fn table(
    title: &str,
    cases: &[Case],
    seeds: u64,
    filter: Option<&str>,
    excepted: &dyn Fn(&str) -> Option<&'static str>,
    check_excepted: &dyn Fn(&str) -> Option<&'static str>,
) -> Totals {
    let mut totals = Totals::default();
    println!("\n{title}: {seeds} seeds a schema");
    for case in cases.iter().filter(|case| picked(&case.name, filter)) {
        if let Some(reason) = excepted(&case.name) {
            println!("  EXCEPTED {}: {reason}", case.name);
            continue;
        }
        let satisfiable = case.instances.iter().any(|instance| instance.valid);
        totals.schemas += usize::from(satisfiable);
        let mut lines = Vec::new();
        match measure(case, if satisfiable { seeds } else { 0 }) {
            Err(trouble) => {
                totals.threw += usize::from(matches!(trouble, Trouble::Threw(_)));
                totals.hung += usize::from(matches!(trouble, Trouble::Hung(_)));
                lines.push(trouble.to_string());
            }
            Ok(measured) => {
                totals.bodies += measured.bodies;
                totals.valid_bodies += measured.valid;
                totals.slowest_micros = totals.slowest_micros.max(measured.slowest_micros);
                totals.largest = totals.largest.max(measured.largest);
                totals.checked += measured.checked;
                if let Some(message) = measured.unverifiable {
                    totals.unverifiable += usize::from(satisfiable);
                    lines.push(format!("UNVERIFIABLE {message}"));
                } else if measured.valid == measured.bodies {
                    totals.always_valid += usize::from(satisfiable);
                }
                if let Some((seed, failure)) = measured.first_failure {
                    lines.push(format!(
                        "{} of {} bodies invalid, first with seed {seed}: {failure}",
                        measured.bodies - measured.valid,
                        measured.bodies
                    ));
                }
                if satisfiable && measured.denied > 0 {
                    lines.push(format!(
                        "the engine itself denies {} of {} bodies",
                        measured.denied, measured.bodies
                    ));
                }
                if satisfiable && !lines.is_empty() {
                    lines.extend(
                        measured.problems.iter().take(3).map(|problem| format!("compiler: {problem}")),
                    );
                }
                for line in measured.disagreements {
                    if check_excepted(&case.name).is_none() {
                        totals.disagreements += 1;
                        lines.push(format!("check: {line}"));
                    }
                }
                if filter.is_some() && lines.is_empty() {
                    println!(
                        "  ok {}: compile {} µs, plan {} B, slowest {} µs, largest {} B",
                        case.name,
                        measured.compile_micros,
                        measured.plan_bytes,
                        measured.slowest_micros,
                        measured.largest
                    );
                }
            }
        }
        if !lines.is_empty() {
            println!("  {}\n    schema {}", case.name, cut(&case.schema.to_string(), 300));
            for line in lines {
                println!("    {line}");
            }
        }
    }
    println!(
        "{title}: {} of {} schemas always valid ({:.2} %), {:.3} % of bodies, {} unverifiable, {} threw, {} hung; \
         check agrees on {} of {} instances ({:.2} %); slowest body {} µs, largest {} B",
        totals.always_valid,
        totals.schemas - totals.unverifiable,
        totals.valid_percent(),
        totals.body_percent(),
        totals.unverifiable,
        totals.threw,
        totals.hung,
        totals.checked - totals.disagreements,
        totals.checked,
        totals.agreement_percent(),
        totals.slowest_micros,
        totals.largest
    );
    totals
}
