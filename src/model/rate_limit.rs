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
    /// Whether the limit is only shown: nobody is refused. The API says it the other way round.
    #[serde(default, rename = "enforce", with = "negated")]
    pub only_shown: bool,
}

/// A flag that is written as its opposite.
mod negated {
    use serde::{Deserialize as _, Deserializer, Serializer};

    #[allow(clippy::trivially_copy_pass_by_ref)] // So serde calls it.
    pub(super) fn serialize<S: Serializer>(flag: &bool, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bool(!flag)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
        bool::deserialize(deserializer).map(|flag| !flag)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_can_be_sent() {
        for only_shown in [true, false] {
            let limit = RateLimit { only_shown, headers: true, ..RateLimit::default() };
            let shown = serde_json::to_value(limit).unwrap();
            assert_eq!(shown["enforce"], !only_shown);
            assert_eq!(serde_json::from_value::<RateLimit>(shown).unwrap(), limit);
        }
    }
}
