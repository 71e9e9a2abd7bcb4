//! Every satisfiable schema of the official suite is satisfied, and `schema::check` says what the suite says.

use crate::support::{corpus, schemas};

/// Seeds a schema.
const SEEDS: u64 = 20;
/// Satisfiable schemas that are always valid, in per cent: all of them.
const VALID: f64 = 100.0;
/// Instances on which `check` agrees with the suite, in per cent, exceptions apart.
const AGREEMENT: f64 = 100.0;

#[test]
fn satisfies_the_official_suite() {
    let Some(folder) = corpus::folder("json-schema/suite") else { return };
    let filter = std::env::var("FILTER").ok();
    let seeds = std::env::var("SEEDS").ok().and_then(|text| text.parse().ok()).unwrap_or(SEEDS);
    let cases = schemas::suite(&folder);
    assert!(cases.len() > 100, "the suite has {} groups", cases.len());
    let totals = schemas::table(
        "JSON Schema suite",
        &cases,
        seeds,
        filter.as_deref(),
        &schemas::suite_exception,
        &schemas::suite_check_exception,
    );
    assert_eq!((totals.threw, totals.hung), (0, 0));
    assert!(totals.valid_percent() >= VALID, "{:.2} % always valid", totals.valid_percent());
    assert!(totals.agreement_percent() >= AGREEMENT, "check agrees on {:.2} %", totals.agreement_percent());
}
