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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct RateLimit {
    /// For each address that calls (IPv6: each /64 network).
    pub per_caller: Option<Allowance>,
    /// For all callers together.
    pub per_project: Option<Allowance>,
    /// Whether answers tell how much is left, in `RateLimit-…` headers.
    pub headers: bool,
    /// Whether callers are refused beyond it; else it is only shown.
    pub enforce: bool,
}

impl Default for RateLimit {
    fn default() -> Self {
        Self { per_caller: None, per_project: None, headers: false, enforce: true }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_can_be_sent() {
        for enforce in [true, false] {
            let limit = RateLimit { enforce, headers: true, ..RateLimit::default() };
            let shown = serde_json::to_value(limit).unwrap();
            assert_eq!(shown["enforce"], enforce);
            assert_eq!(serde_json::from_value::<RateLimit>(shown).unwrap(), limit);
        }
    }
}
