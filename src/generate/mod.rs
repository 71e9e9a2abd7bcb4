//! Plan and seed in, JSON bytes out.

pub mod format;
mod lorem;
mod number;
mod rng;
pub(crate) mod text;
mod walk;

pub use rng::Rng;
pub use walk::generate;
pub(crate) use walk::generate_node;

/// What generation depends on besides the plan. The same plan and context give the same bytes everywhere.
#[derive(Debug, Clone)]
pub struct Context<'a> {
    /// Chooses the values.
    pub seed: u64,
    /// The clock, in milliseconds since 1970 UTC.
    pub now: i64,
    /// Faker's name of the locale, e.g. `en`.
    pub locale: &'a str,
    /// No body grows past this many bytes unless its schema demands it.
    pub max_bytes: usize,
    /// No body nests deeper than this unless its schema demands it.
    pub max_depth: u8,
}

impl Context<'_> {
    /// A context with a fixed clock (2025-01-01T00:00:00Z), English values and the default of 256 KB.
    pub const fn new(seed: u64) -> Self {
        Self { seed, now: 1_735_689_600_000, locale: "en", max_bytes: 256 * 1024, max_depth: u8::MAX }
    }
}

/// What is known of a generated body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outcome {
    /// False when the schema cannot be satisfied, or was not within the budget: the body is the closest found.
    pub valid: bool,
}
