//! Randomness.

use crate::generate::Rng;
use crate::manage::{TOKEN_BYTES, token_from};
use std::cell::RefCell;

thread_local! {
    /// The stream that the seeds of answers come from. Made by the first request: the runtime has no randomness before.
    static SEEDS: RefCell<Option<Rng>> = const { RefCell::new(None) };
}

/// A seed for one answer. One call into the runtime for each isolate, not for each request.
pub(super) fn seed() -> u64 {
    SEEDS.with_borrow_mut(|seeds| seeds.get_or_insert_with(|| Rng::new(secure().unwrap_or_default())).bits())
}

/// 64 bits from the runtime.
pub(super) fn secure() -> Result<u64, String> {
    getrandom::u64().map_err(|error| format!("no randomness: {error}"))
}

/// A new mock token.
pub(super) fn token() -> Result<String, String> {
    let mut bytes = [0; TOKEN_BYTES];
    getrandom::fill(&mut bytes).map_err(|error| format!("no randomness: {error}"))?;
    Ok(token_from(bytes))
}
