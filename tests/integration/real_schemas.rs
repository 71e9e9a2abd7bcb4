//! Schemas in real use are satisfied, and `schema::check` says of their instances what their authors say.

use crate::support::{corpus, schemas};

/// Seeds a schema.
const SEEDS: u64 = 20;
/// Schemas that are always valid, in per cent. Target: 99.9.
const VALID: f64 = 99.9;
/// Instances on which `check` agrees with their authors, in per cent.
const AGREEMENT: f64 = 100.0;

#[test]
fn satisfies_schemas_in_real_use() {
    let Some(folder) = corpus::folder("json-schema/real") else { return };
    let filter = std::env::var("FILTER").ok();
    let seeds = std::env::var("SEEDS").ok().and_then(|text| text.parse().ok()).unwrap_or(SEEDS);
    let cases = schemas::real(&folder);
    assert!(cases.len() >= 90, "there are {} schemas", cases.len());
    let totals = schemas::table("real schemas", &cases, seeds, filter.as_deref(), &|_| None, &|_| None);
    assert_eq!((totals.threw, totals.hung), (0, 0));
    assert!(totals.valid_percent() >= VALID, "{:.2} % always valid", totals.valid_percent());
    assert!(totals.agreement_percent() >= AGREEMENT, "check agrees on {:.2} %", totals.agreement_percent());
}
