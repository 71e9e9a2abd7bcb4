//! What name rules and the values they ask for cost: the same bodies with and without them, in turns.

use super::corpus;
use edgemock::generate::{Context, generate};
use edgemock::schema::{Direction, Limits, Names, Plan, PlanBuilder, Root, Source};
use edgemock::{import, model::Operation};
use std::path::Path;
use std::time::{Duration, Instant};

/// Time and bytes of all bodies of one kind.
#[derive(Default, Clone, Copy)]
struct Sum {
    time: Duration,
    bytes: usize,
}

/// Prints a row for each document, and the sum.
pub(crate) fn table(folder: &Path, seeds: u64, filter: Option<&str>) {
    println!("| document | bodies | µs a body without rules | with rules | ratio | bytes, ratio |");
    println!("| --- | ---: | ---: | ---: | ---: | ---: |");
    let (mut all, mut bodies) = ([Sum::default(); 2], 0);
    for path in corpus::documents(folder) {
        let name = corpus::name(&path);
        if filter.is_some_and(|part| !name.contains(part)) {
            continue;
        }
        let mut root = corpus::load(&path);
        // What has an example needs no rule.
        corpus::strip_examples(&mut root);
        let Ok(document) = import::read(root, &import::ImportOptions::default()) else { continue };
        let source = Source::new(&document.root, document.dialect);
        let kinds = [false, true].map(|built_in| Names { built_in, ..Names::default() });
        let (mut sums, mut count) = ([Sum::default(); 2], 0);
        for operation in &document.operations {
            let plans = kinds.each_ref().map(|names| plan(&source, operation, names));
            let [Some(without), Some(with)] = plans else { continue };
            count += 1;
            for seed in 0..seeds {
                for (sum, (plan, root)) in sums.iter_mut().zip([&without, &with]) {
                    let mut body = Vec::with_capacity(4096);
                    let started = Instant::now();
                    generate(plan, *root, &Context::new(seed), &mut body);
                    sum.time += started.elapsed();
                    sum.bytes += body.len();
                }
            }
        }
        row(&name, count, seeds, sums);
        bodies += count;
        all = std::array::from_fn(|at| Sum {
            time: all[at].time + sums[at].time,
            bytes: all[at].bytes + sums[at].bytes,
        });
    }
    row("all", bodies, seeds, all);
}

/// The plan of an operation's first response with a JSON body.
fn plan(source: &Source<'_>, operation: &Operation, names: &Names) -> Option<(Plan, Root)> {
    let schema = operation
        .responses
        .iter()
        .flat_map(|response| &response.content)
        .find_map(|media| media.schema.as_deref().filter(|_| media.media_type.contains("json")))?;
    let names = names.clone().of_path(&operation.path);
    let mut builder = PlanBuilder::new(source, Direction::Response, Limits::default()).with_names(names);
    let root = builder.root(schema);
    Some((builder.finish().plan, root))
}

fn row(name: &str, bodies: u64, seeds: u64, [without, with]: [Sum; 2]) {
    let each = |sum: Sum| sum.time.as_secs_f64() * 1e6 / (bodies * seeds).max(1) as f64;
    println!(
        "| {name} | {bodies} | {:.1} | {:.1} | {:.2} | {:.2} |",
        each(without),
        each(with),
        each(with) / each(without).max(f64::MIN_POSITIVE),
        with.bytes as f64 / without.bytes.max(1) as f64
    );
}
