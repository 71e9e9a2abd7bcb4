//! Every JSON response of real OpenAPI documents, generated without examples, is valid and rich.

use crate::support::{corpus, responses};

/// Seeds a schema.
const SEEDS: u64 = 20;
/// Response schemas that are always valid, in per cent.
const VALID: f64 = 100.0;
/// Declared members that are there, in per cent, mean over schemas.
const RICH: f64 = 95.0;
/// The default cap of one body, 256 KB, and what may still follow then: the members that its schema requires.
const BYTES: usize = (256 + 8) * 1024;
/// Mean size of an operation's plan.
const PLAN_BYTES: usize = 64 * 1024;

#[test]
fn answers_real_documents() {
    let Some(folder) = corpus::folder("openapi") else { return };
    let filter = std::env::var("FILTER").ok();
    let seeds = std::env::var("SEEDS").ok().and_then(|text| text.parse().ok()).unwrap_or(SEEDS);
    let sum = responses::table(&folder, seeds, filter.as_deref());
    assert_eq!((sum.threw, sum.hung), (0, 0));
    assert!(sum.valid_percent() >= VALID, "{:.2} % always valid", sum.valid_percent());
    assert!(sum.rich_percent() >= RICH, "{:.2} % of declared members", sum.rich_percent());
    assert!(sum.largest <= BYTES, "a body has {} bytes", sum.largest);
    assert!(sum.plan_average() <= PLAN_BYTES, "plans have {} bytes on average", sum.plan_average());
}
