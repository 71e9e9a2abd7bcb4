//! How many requests a project's mock answers in a time.

use serde::{Deserialize, Serialize};

/// So many requests in so many seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Allowance {
    /// How many requests are answered in a period.
    pub requests: u32,
    /// How long a period is, in seconds: one of [`Allowance::PERIODS`].
    pub period: u32,
}

impl Allowance {
    /// What `requests` may be.
    pub const REQUESTS: std::ops::RangeInclusive<u32> = 1..=10_000;
    /// What `period` may be: what Cloudflare's rate limiting counts in.
    pub const PERIODS: [u32; 2] = [10, 60];
}

/// The limits of one project. Each of the two may be missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RateLimit {
    /// For each address that calls (IPv6: each /64 network).
    #[serde(default)]
    pub per_caller: Option<Allowance>,
    /// For all callers together.
    #[serde(default)]
    pub per_project: Option<Allowance>,
    /// Whether answers tell how much is left, in `RateLimit-…` headers.
    #[serde(default)]
    pub headers: bool,
    /// Whether the limit is only shown: nobody is refused.
    #[serde(default)]
    pub only_shown: bool,
}
