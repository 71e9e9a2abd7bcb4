//! Every satisfiable schema of the official suite is satisfied, and `schema::check` says what the suite says.

mod support;

use support::{corpus, schemas};

/// Seeds a schema.
const SEEDS: u64 = 20;
/// Satisfiable schemas that are always valid, in per cent: all of them.
const VALID: f64 = 0.0;
/// Instances on which `check` agrees with the suite, in per cent: all of them.
const AGREEMENT: f64 = 0.0;

/// Groups that do not count, with the reason. Only references to other documents belong here.
const EXCEPTIONS: [(&str, &str); 0] = [];

fn excepted(name: &str) -> Option<&'static str> {
    EXCEPTIONS.iter().find(|(group, _)| name.starts_with(group)).map(|(_, reason)| *reason)
}

/// Instances on whose validity the engine may differ from the suite.
fn check_excepted(name: &str, _line: &str) -> Option<&'static str> {
    // `draft7/format.json` and `draft2020-12/format.json`: the suite tests there that `format` is a mere annotation by
    // default. The engine generates, so it always asserts; `optional/format` tests that.
    name.contains("/format.json").then_some("format is an annotation there")
}

#[test]
fn satisfies_the_official_suite() {
    let Some(folder) = corpus::folder("json-schema/suite") else { return };
    let filter = std::env::var("FILTER").ok();
    let seeds = std::env::var("SEEDS").ok().and_then(|text| text.parse().ok()).unwrap_or(SEEDS);
    let cases = schemas::suite(&folder);
    assert!(cases.len() > 100, "the suite has {} groups", cases.len());
    let totals =
        schemas::table("JSON Schema suite", &cases, seeds, filter.as_deref(), &excepted, &check_excepted);
    assert_eq!((totals.threw, totals.hung), (0, 0));
    assert!(totals.valid_percent() >= VALID, "{:.2} % always valid", totals.valid_percent());
    assert!(totals.agreement_percent() >= AGREEMENT, "check agrees on {:.2} %", totals.agreement_percent());
}
