//! The figures of OpenAPI documents: every JSON response of every operation, generated without examples.

use super::convert::Mode;
use super::corpus::{self, Operation, Version, is_json};
use super::guard;
use super::judge::{Failure, Judge, Verdict};
use super::richness::richness;
use super::schemas::{not_json, percent, picked, timed};
use edgemock::schema::{Dialect, Direction, Limits, PlanBuilder, Source};
use serde_json::Value;
use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, SyncSender, channel, sync_channel};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// One operation may take this long to compile and to generate all its bodies.
const LIMIT: Duration = Duration::from_secs(30);
/// Richness is measured on this many bodies of a schema: it hardly varies with the seed, and costs more than judging.
const RICHNESS_SEEDS: u64 = 5;

/// What was measured of one document.
#[derive(Debug, Clone, Default)]
pub(crate) struct Measured {
    pub(crate) name: String,
    pub(crate) operations: usize,
    /// Different response schemas.
    pub(crate) schemas: usize,
    /// Those of which every body was valid.
    pub(crate) always_valid: usize,
    pub(crate) bodies: u64,
    pub(crate) valid_bodies: u64,
    /// Bodies of which the engine itself says that they are not valid.
    pub(crate) denied: u64,
    pub(crate) unverifiable: usize,
    pub(crate) threw: usize,
    pub(crate) hung: usize,
    /// Shares of declared members, one a schema.
    pub(crate) shares: Vec<f64>,
    /// Times of single bodies in microseconds.
    pub(crate) micros: Vec<u32>,
    pub(crate) total_bytes: usize,
    pub(crate) largest: usize,
    pub(crate) compile_micros: u128,
    pub(crate) plan_bytes: usize,
    pub(crate) largest_plan: usize,
    pub(crate) problems: usize,
    /// Failing keyword to the number of failing schemas.
    pub(crate) keywords: BTreeMap<String, usize>,
    /// What to print below the table.
    pub(crate) lines: Vec<String>,
}

impl Measured {
    /// Schemas of which every body was valid, in per cent of those that can be judged.
    pub(crate) fn valid_percent(&self) -> f64 {
        percent(self.always_valid, self.schemas - self.unverifiable)
    }

    /// Mean share of declared members, in per cent.
    pub(crate) fn rich_percent(&self) -> f64 {
        if self.shares.is_empty() {
            100.0
        } else {
            100.0 * self.shares.iter().sum::<f64>() / self.shares.len() as f64
        }
    }

    /// Mean size of the plan of one operation.
    pub(crate) fn plan_average(&self) -> usize {
        self.plan_bytes / self.operations.max(1)
    }

    fn add(&mut self, other: &Self) {
        self.operations += other.operations;
        self.schemas += other.schemas;
        self.always_valid += other.always_valid;
        self.bodies += other.bodies;
        self.valid_bodies += other.valid_bodies;
        self.denied += other.denied;
        self.unverifiable += other.unverifiable;
        self.threw += other.threw;
        self.hung += other.hung;
        self.shares.extend(&other.shares);
        self.micros.extend(&other.micros);
        self.total_bytes += other.total_bytes;
        self.largest = self.largest.max(other.largest);
        self.compile_micros += other.compile_micros;
        self.plan_bytes += other.plan_bytes;
        self.largest_plan = self.largest_plan.max(other.largest_plan);
        self.problems += other.problems;
        for (keyword, count) in &other.keywords {
            *self.keywords.entry(keyword.clone()).or_default() += count;
        }
    }

    fn row(&self) -> String {
        let mut micros = self.micros.clone();
        micros.sort_unstable();
        let quantile = |share: f64| {
            micros
                .get(((micros.len() as f64 * share) as usize).min(micros.len().saturating_sub(1)))
                .copied()
                .unwrap_or_default()
        };
        format!(
            "{:<30} {:>5} {:>6} {:>8.2} {:>8.3} {:>7.2} {:>7} {:>8} {:>8} {:>6} {:>7} {:>7} {:>8} {:>8} {:>5} {:>5} {:>5} {:>4} {:>4}",
            self.name,
            self.operations,
            self.schemas,
            self.valid_percent(),
            percent(self.valid_bodies as usize, self.bodies as usize),
            self.rich_percent(),
            self.total_bytes / (self.bodies as usize).max(1),
            self.largest,
            quantile(0.5),
            quantile(0.99),
            micros.last().copied().unwrap_or_default(),
            self.compile_micros / 1000,
            self.plan_average(),
            self.largest_plan,
            self.problems,
            self.denied,
            self.unverifiable,
            self.threw,
            self.hung
        )
    }
}

const HEAD: &str = "document                         ops schema   valid%   bodies%   rich%    mean B    max B   p50 µs p99 µs  max µs  comp ms  plan B  max plan probl deny unver threw hung";

/// Measures all documents of a folder in two threads and prints the table.
pub(crate) fn table(folder: &Path, seeds: u64, filter: Option<&str>) -> Measured {
    let waiting: Vec<PathBuf> =
        corpus::documents(folder).into_iter().filter(|path| picked(&corpus::name(path), filter)).collect();
    // The largest first, so that the two threads end together.
    let mut waiting: Vec<(u64, PathBuf)> =
        waiting.into_iter().map(|path| (path.metadata().map_or(0, |data| data.len()), path)).collect();
    waiting.sort();
    let waiting = Arc::new(Mutex::new(waiting));
    let (sender, receiver) = channel();
    for worker in 0..2 {
        let (waiting, sender): (_, Sender<Measured>) = (Arc::clone(&waiting), sender.clone());
        let detailed = filter.is_some();
        guard::start(&format!("documents {worker}"), move || {
            loop {
                let Some((_, path)) = waiting.lock().unwrap().pop() else { break };
                let name = corpus::name(&path);
                let measured =
                    guard::catch(|| measure(&path, seeds, detailed)).unwrap_or_else(|trouble| Measured {
                        name,
                        threw: 1,
                        lines: vec![format!("the measurement itself: {trouble}")],
                        ..Measured::default()
                    });
                if sender.send(measured).is_err() {
                    break;
                }
            }
        });
    }
    drop(sender);
    let mut all: Vec<Measured> = receiver.iter().collect();
    all.sort_by(|one, other| one.name.cmp(&other.name));
    let mut sum = Measured { name: "all".to_owned(), ..Measured::default() };
    for measured in &all {
        if !measured.lines.is_empty() {
            println!("\n{}", measured.name);
            for line in &measured.lines {
                println!("  {line}");
            }
        }
        sum.add(measured);
    }
    println!("\nOpenAPI responses, examples stripped, {seeds} seeds a schema\n{HEAD}");
    for measured in &all {
        println!("{}", measured.row());
    }
    println!("{}", sum.row());
    if !sum.keywords.is_empty() {
        let mut keywords: Vec<_> = sum.keywords.iter().collect();
        keywords.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
        println!("failing keywords, with the number of schemas:");
        for (keyword, count) in keywords.iter().take(25) {
            println!("  {count:>5} {keyword}");
        }
    }
    sum
}

/// The engine's name of a version.
pub(crate) fn dialect(version: Version) -> Dialect {
    match version {
        Version::Swagger20 => Dialect::OpenApi20,
        Version::OpenApi30 => Dialect::OpenApi30,
        Version::OpenApi31 => Dialect::OpenApi31,
    }
}

/// What the engine made of one operation.
struct Made {
    operation: usize,
    result: Result<Product, guard::Trouble>,
}

struct Product {
    compile_micros: u128,
    plan_bytes: usize,
    problems: Vec<String>,
    /// Pointer, seed, body, microseconds, the engine's own word.
    bodies: Vec<(String, u64, Vec<u8>, u128, bool)>,
}

/// The JSON response schemas of an operation, each once.
pub(crate) fn json_schemas(operation: &Operation) -> Vec<(String, String)> {
    let mut seen = HashSet::new();
    let json = operation.responses.iter().filter(|response| is_json(&response.media_type));
    json.filter_map(|response| {
        Some((response.schema.clone()?, format!("{} {}", response.status, response.media_type)))
    })
    .filter(|(pointer, _)| seen.insert(pointer.clone()))
    .collect()
}

fn measure(path: &Path, seeds: u64, detailed: bool) -> Measured {
    let mut measured = Measured { name: corpus::name(path), ..Measured::default() };
    let mut document = corpus::load(path);
    let Some(version) = corpus::version(&document) else {
        measured.lines.push("neither Swagger 2.0 nor OpenAPI 3".to_owned());
        return measured;
    };
    corpus::strip_examples(&mut document);
    let operations = Arc::new(corpus::operations(&document));
    measured.operations = operations.len();
    let mut judge = Judge::new(document.clone());
    let pointers: Vec<String> =
        operations.iter().flat_map(json_schemas).map(|(pointer, _)| pointer).collect();
    judge.prepare(pointers.iter().map(String::as_str), Mode::Response);

    let document = Arc::new(document);
    let mut made = engine(&measured.name, &document, dialect(version), &operations, 0, seeds);
    let mut next = 0;
    let mut known = HashSet::new();
    while next < operations.len() {
        let Some(operation) = operations.get(next) else { break };
        let result = match made.recv_timeout(LIMIT) {
            Ok(Made { operation, result }) => {
                debug_assert_eq!(operation, next);
                result
            }
            Err(RecvTimeoutError::Timeout) => {
                made = engine(&measured.name, &document, dialect(version), &operations, next + 1, seeds);
                Err(guard::Trouble::Hung(LIMIT))
            }
            Err(RecvTimeoutError::Disconnected) => {
                Err(guard::Trouble::Threw("the thread ended without a result".to_owned()))
            }
        };
        next += 1;
        match result {
            Err(trouble) => {
                measured.threw += usize::from(matches!(trouble, guard::Trouble::Threw(_)));
                measured.hung += usize::from(matches!(trouble, guard::Trouble::Hung(_)));
                measured.lines.push(format!("{}: {trouble}", operation.name()));
            }
            Ok(product) => record(&mut measured, &mut judge, operation, &product, &mut known, detailed),
        }
    }
    measured
}

fn record(
    measured: &mut Measured,
    judge: &mut Judge,
    operation: &Operation,
    made: &Product,
    known: &mut HashSet<String>,
    detailed: bool,
) {
    measured.compile_micros += made.compile_micros;
    measured.plan_bytes += made.plan_bytes;
    measured.largest_plan = measured.largest_plan.max(made.plan_bytes);
    measured.problems += made.problems.len();
    if detailed {
        measured
            .lines
            .extend(made.problems.iter().map(|problem| format!("{}: compiler: {problem}", operation.name())));
    }
    for (pointer, label) in json_schemas(operation) {
        let fresh = known.insert(pointer.clone());
        let mut failures: Vec<(u64, Failure)> = Vec::new();
        let mut unverifiable = None;
        let (mut count, mut denied, mut present, mut declared) = (0, 0, 0, 0);
        let mut missing = Vec::new();
        for (_, seed, body, micros, claimed) in made.bodies.iter().filter(|(of, ..)| *of == pointer) {
            count += 1;
            denied += u64::from(!claimed);
            measured.micros.push(u32::try_from(*micros).unwrap_or(u32::MAX));
            measured.largest = measured.largest.max(body.len());
            measured.total_bytes += body.len();
            let value: Value = match serde_json::from_slice(body) {
                Ok(value) => value,
                Err(error) => {
                    failures.push((*seed, not_json(body, &error)));
                    continue;
                }
            };
            match judge.judge(&pointer, Mode::Response, &value) {
                Verdict::Invalid(failure) => failures.push((*seed, *failure)),
                Verdict::Unverifiable(message) => unverifiable = Some(message),
                Verdict::Valid if fresh && *seed < RICHNESS_SEEDS => {
                    let rich = richness(judge, &pointer, Mode::Response, &value);
                    present += rich.present;
                    declared += rich.declared;
                    missing.extend(rich.missing);
                }
                Verdict::Valid => {}
            }
        }
        measured.bodies += count;
        measured.valid_bodies += count - failures.len() as u64;
        measured.denied += denied;
        if fresh {
            measured.schemas += 1;
            measured.unverifiable += usize::from(unverifiable.is_some());
            measured.always_valid += usize::from(unverifiable.is_none() && failures.is_empty() && count > 0);
            if declared > 0 {
                measured.shares.push(f64::from(present as u32) / f64::from(declared as u32));
            }
        }
        let place = format!("{} {label}, schema #{pointer}", operation.name());
        if let Some(message) = unverifiable.filter(|_| fresh) {
            measured.lines.push(format!("UNVERIFIABLE {place}\n        {message}"));
        }
        if let Some((seed, failure)) = failures.first().filter(|_| fresh) {
            *measured.keywords.entry(failure.keyword.clone()).or_default() += 1;
            let shown = measured.lines.len() < 12 || detailed;
            if shown {
                measured.lines.push(format!(
                    "{place}\n      {} of {count} bodies invalid, first with seed {seed}: {failure}",
                    failures.len()
                ));
            }
        }
        if detailed && fresh && denied > 0 {
            measured
                .lines
                .push(format!("{place}\n      the engine itself denies {denied} of {count} bodies"));
        }
        if detailed && fresh && !missing.is_empty() {
            missing.sort();
            missing.dedup();
            missing.truncate(12);
            measured.lines.push(format!(
                "{place}\n      rich {:.1} %, missing {}",
                percent(present, declared),
                missing.join(" ")
            ));
        }
    }
}

/// Starts the engine on the operations from a place on; results come through the channel, one an operation.
fn engine(
    name: &str,
    document: &Arc<Value>,
    dialect: Dialect,
    operations: &Arc<Vec<Operation>>,
    from: usize,
    seeds: u64,
) -> Receiver<Made> {
    let (sender, receiver): (SyncSender<Made>, _) = sync_channel(4);
    let (document, operations) = (Arc::clone(document), Arc::clone(operations));
    guard::start(name, move || {
        let mut known = HashSet::new();
        // After a fault the source may be in any state: the next operation gets a new one.
        let mut index = from;
        while index < operations.len() {
            let source = Source::new(&document, dialect);
            while let Some(operation) = operations.get(index) {
                let result = guard::catch(|| compile_and_generate(&source, operation, seeds, &mut known));
                let fault = result.is_err();
                if sender.send(Made { operation: index, result }).is_err() {
                    return;
                }
                index += 1;
                if fault {
                    break;
                }
            }
        }
    });
    receiver
}

fn compile_and_generate(
    source: &Source<'_>,
    operation: &Operation,
    seeds: u64,
    known: &mut HashSet<String>,
) -> Product {
    let schemas = json_schemas(operation);
    let started = Instant::now();
    let mut builder = PlanBuilder::new(source, Direction::Response, Limits::default());
    let roots: Vec<_> = schemas.into_iter().map(|(pointer, _)| (builder.root(&pointer), pointer)).collect();
    let compiled = builder.finish();
    let compile_micros = started.elapsed().as_micros();
    let mut bodies = Vec::new();
    for (root, pointer) in roots {
        // Responses that many operations share are measured once in full; the rest shows that their plans work too.
        let seeds = if known.insert(pointer.clone()) { seeds } else { seeds.min(1) };
        for seed in 0..seeds {
            let (body, valid, micros) = timed(&compiled.plan, root, seed);
            bodies.push((pointer.clone(), seed, body, micros, valid));
        }
    }
    Product {
        compile_micros,
        plan_bytes: postcard::to_allocvec(&compiled.plan).map_or(0, |bytes| bytes.len()),
        problems: compiled
            .problems
            .iter()
            .map(|problem| format!("{}: {}", problem.pointer, problem.message))
            .collect(),
        bodies,
    }
}
