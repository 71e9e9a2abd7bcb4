//! How many requests a mock answers: what one isolate counts, which of Cloudflare's counters stands behind it, and what
//! callers are told.
//!
//! Limits are any number, Cloudflare's rate limiting has counters with fixed ones. So both count: this isolate the exact
//! number, and the location, for all its isolates together, the next larger of [`TIERS`]. A limit that is one of the
//! tiers is exact in both.

mod counters;

pub use counters::{Counters, Left};

use crate::model::Allowance;
use std::fmt::Write as _;

/// The limits of the counters in `wrangler.toml`.
pub const TIERS: [u32; 4] = [10, 100, 1000, 10_000];

/// The binding that counts for a location, by its name in `wrangler.toml`.
///
/// ```
/// use edgemock::limit::binding;
/// use edgemock::model::Allowance;
/// assert_eq!(binding(Allowance { requests: 100, period: 60 }), "RATE_100_IN_60");
/// assert_eq!(binding(Allowance { requests: 101, period: 10 }), "RATE_1000_IN_10");
/// ```
pub fn binding(allowance: Allowance) -> String {
    let tier = TIERS.into_iter().find(|tier| allowance.requests <= *tier);
    format!("RATE_{}_IN_{}", tier.unwrap_or(*Allowance::REQUESTS.end()), allowance.period)
}

/// Headers that tell what is left, in the form of draft 7 of the IETF's `RateLimit` headers, which most clients read:
/// names and values.
///
/// ```
/// use edgemock::limit::{Left, headers};
/// use edgemock::model::Allowance;
/// let left = Left { allowance: Allowance { requests: 100, period: 60 }, remaining: 7, reset: 30 };
/// let headers = headers(&left);
/// assert_eq!(headers[1], ("RateLimit-Remaining", "7".to_owned()));
/// assert_eq!(headers[3], ("RateLimit-Policy", "100;w=60".to_owned()));
/// ```
pub fn headers(left: &Left) -> [(&'static str, String); 4] {
    let mut policy = String::new();
    let _ = write!(policy, "{};w={}", left.allowance.requests, left.allowance.period);
    [
        ("RateLimit-Limit", left.allowance.requests.to_string()),
        ("RateLimit-Remaining", left.remaining.to_string()),
        ("RateLimit-Reset", left.reset.to_string()),
        ("RateLimit-Policy", policy),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrangler_has_every_binding() {
        let configuration = include_str!("../../wrangler.toml");
        for requests in [1, 10, 11, 100, 101, 1000, 1001, 10_000] {
            for period in Allowance::PERIODS {
                let name = binding(Allowance { requests, period });
                let limit = name.split('_').nth(1).unwrap();
                let place =
                    configuration.find(&format!("name = \"{name}\"")).unwrap_or_else(|| panic!("{name}"));
                let rest = &configuration[place..];
                let simple = format!("simple = {{ limit = {limit}, period = {period} }}");
                assert!(rest.lines().nth(2).is_some_and(|line| line == simple), "{name}");
            }
        }
    }
}
