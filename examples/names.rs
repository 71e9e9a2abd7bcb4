//! How much of real documents the name rules know: `cargo run --example names [part of a file name]`.
//!
//! Counts the properties that are strings or numbers and have no enum, format, pattern, example or default. Lists which
//! names are still unknown and which rules no document needs; exits non-zero below 90 %.
#![allow(clippy::print_stdout, clippy::print_stderr)]

#[path = "../tests/support/names.rs"]
mod names;

use edgemock::rules::built_in_rules;
use names::{Share, Unmatched};
use std::collections::BTreeSet;
use std::process::ExitCode;

/// What must be known.
const REQUIRED: f64 = 90.0;

fn main() -> ExitCode {
    let filter = std::env::args().nth(1).unwrap_or_default();
    let mut unmatched = Unmatched::new();
    let mut used = BTreeSet::new();
    let (mut plain, mut all) = (Share::default(), Share::default());
    for (file, document) in names::documents().into_iter().filter(|(file, _)| file.contains(&filter)) {
        let declared = names::declared(&document);
        let (of_plain, of_all) = names::count(&declared, &mut unmatched);
        row(&file, of_plain, of_all);
        for (total, share) in [(&mut plain, of_plain), (&mut all, of_all)] {
            total.all += share.all;
            total.matched += share.matched;
        }
        used.extend(
            declared.iter().filter_map(names::Declared::rule).map(|rule| (rule.pattern, rule.owners)),
        );
    }
    row("total", plain, all);

    let mut most: Vec<_> = unmatched.into_iter().collect();
    most.sort_by(|(left, left_count), (right, right_count)| {
        right_count.cmp(left_count).then_with(|| left.cmp(right))
    });
    println!("\nmost frequent names without a rule");
    for ((name, kind), count) in most.iter().take(60) {
        println!("{count:>5}  {name} ({kind})");
    }
    let patterns: BTreeSet<_> = built_in_rules().map(|(_, rule)| (rule.pattern, rule.owners)).collect();
    let unused: Vec<_> = patterns.difference(&used).map(|(pattern, _)| *pattern).collect();
    println!(
        "\n{} of {} patterns apply to nothing here: {}",
        unused.len(),
        patterns.len(),
        unused.join(", ")
    );
    if plain.percent() < REQUIRED {
        eprintln!("{:.1} % of the properties are known, {REQUIRED} % are required", plain.percent());
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

fn row(name: &str, plain: Share, all: Share) {
    println!(
        "{name:<32} properties {:>5}  known {:>6.2} %   with lists {:>5}  known {:>6.2} %",
        plain.all,
        plain.percent(),
        all.all,
        all.percent()
    );
}
