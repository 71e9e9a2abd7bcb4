//! Failed attempts to get in, counted for each address.

use std::collections::HashMap;
use std::net::IpAddr;

/// How many failed attempts an address has in a minute; the next one locks it for the rest of the minute.
pub const FAILURES_A_MINUTE: u32 = 20;
/// The minute, in milliseconds.
const WINDOW: i64 = 60_000;
/// How many addresses are remembered. Beyond it, the ones that began first are forgotten.
const MAX_ADDRESSES: usize = 5_000;

/// Failed attempts of the last minute.
#[derive(Debug, Default)]
pub struct FailedAttempts {
    addresses: HashMap<String, Count>,
}

#[derive(Debug, Clone, Copy)]
struct Count {
    since: i64,
    failures: u32,
}

impl FailedAttempts {
    /// Counts a failed attempt at a time in milliseconds.
    ///
    /// ```
    /// use edgemock::auth::{FAILURES_A_MINUTE, FailedAttempts};
    /// let mut attempts = FailedAttempts::default();
    /// for _ in 0..FAILURES_A_MINUTE {
    ///     attempts.count("192.0.2.1", 1_000);
    /// }
    /// assert_eq!(attempts.locked_for("192.0.2.1", 1_000), None);
    /// attempts.count("192.0.2.1", 2_000);
    /// assert_eq!(attempts.locked_for("192.0.2.1", 2_000), Some(59));
    /// assert_eq!(attempts.locked_for("192.0.2.2", 2_000), None);
    /// assert_eq!(attempts.locked_for("192.0.2.1", 61_000), None);
    /// ```
    pub fn count(&mut self, address: &str, now: i64) {
        let count = self.entry(address, now);
        count.failures = count.failures.saturating_add(1);
    }

    /// Locks an address for a minute: others have counted too many failures.
    pub fn lock(&mut self, address: &str, now: i64) {
        *self.entry(address, now) = Count { since: now, failures: FAILURES_A_MINUTE + 1 };
    }

    /// For how many seconds an address is locked, at least 1; `None` where it is not.
    pub fn locked_for(&self, address: &str, now: i64) -> Option<u32> {
        let count = self.addresses.get(address)?;
        let left = count.since + WINDOW - now;
        (count.failures > FAILURES_A_MINUTE && left > 0).then(|| (left as u32).div_ceil(1000))
    }

    fn entry(&mut self, address: &str, now: i64) -> &mut Count {
        let is_over = |count: &Count| count.since + WINDOW <= now;
        if self.addresses.len() >= MAX_ADDRESSES && !self.addresses.contains_key(address) {
            self.addresses.retain(|_, count| !is_over(count));
            if self.addresses.len() >= MAX_ADDRESSES {
                let first = self.addresses.iter().min_by_key(|(_, count)| count.since);
                if let Some(first) = first.map(|(address, _)| address.clone()) {
                    self.addresses.remove(&first);
                }
            }
        }
        let count = self.addresses.entry(address.to_owned()).or_insert(Count { since: now, failures: 0 });
        if is_over(count) {
            *count = Count { since: now, failures: 0 };
        }
        count
    }
}

/// What attempts are counted under: an IPv4 address, or the /64 network of an IPv6 one, which is what one customer has
/// at least. Anything else counts as one address.
///
/// ```
/// use edgemock::auth::address_key;
/// assert_eq!(address_key("192.0.2.1"), "192.0.2.1");
/// assert_eq!(address_key("2001:db8:0:1:2::3"), "2001:db8:0:1::/64");
/// assert_eq!(address_key("::ffff:192.0.2.1"), "192.0.2.1");
/// assert_eq!(address_key("what"), "unknown");
/// ```
pub fn address_key(address: &str) -> String {
    match address.trim().parse::<IpAddr>().map(|address| address.to_canonical()) {
        Ok(IpAddr::V4(address)) => address.to_string(),
        Ok(IpAddr::V6(address)) => {
            let network = u128::from(address) >> 64 << 64;
            format!("{}/64", std::net::Ipv6Addr::from(network))
        }
        Err(_) => "unknown".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_minute_counts_from_its_first_failure() {
        let mut attempts = FailedAttempts::default();
        for second in 0..i64::from(FAILURES_A_MINUTE) {
            attempts.count("a", second * 1000);
        }
        assert_eq!(attempts.locked_for("a", 30_000), None);
        // The minute is over: counting starts again.
        attempts.count("a", 60_000);
        assert_eq!(attempts.locked_for("a", 60_000), None);
        for _ in 0..FAILURES_A_MINUTE {
            attempts.count("a", 61_000);
        }
        assert_eq!(attempts.locked_for("a", 61_000), Some(59));
        assert_eq!(attempts.locked_for("a", 119_999), Some(1));
        assert_eq!(attempts.locked_for("a", 120_000), None);
        attempts.lock("b", 5);
        assert_eq!(attempts.locked_for("b", 5), Some(60));
    }

    #[test]
    fn memory_is_bounded() {
        let mut attempts = FailedAttempts::default();
        attempts.lock("first", 0);
        for index in 0..2 * MAX_ADDRESSES {
            attempts.count(&index.to_string(), index as i64);
        }
        assert!(attempts.addresses.len() <= MAX_ADDRESSES);
        assert!(attempts.addresses.contains_key(&(2 * MAX_ADDRESSES - 1).to_string()));
    }
}
