//! What one isolate has counted.

use crate::model::Allowance;
use std::collections::HashMap;

/// How many counters there are at most. Beyond it, those whose period is over go, then the ones that began first.
const MAX_COUNTERS: usize = 10_000;

/// What is left of an allowance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Left {
    /// Of which.
    pub allowance: Allowance,
    /// How many requests more are answered in this period.
    pub remaining: u32,
    /// When the next period begins, in seconds from now; at least 1.
    pub reset: u32,
}

/// Counters, each for one project or for one of its callers. A period begins with its first request.
#[derive(Debug, Default)]
pub struct Counters {
    counters: HashMap<String, Count>,
}

#[derive(Debug, Clone, Copy)]
struct Count {
    /// In milliseconds.
    since: i64,
    /// In milliseconds.
    until: i64,
    used: u32,
}

impl Counters {
    /// Counts a request at a time in milliseconds; `None` behind it where it is one too many.
    ///
    /// ```
    /// use edgemock::limit::Counters;
    /// use edgemock::model::Allowance;
    /// let mut counters = Counters::default();
    /// let two = Allowance { requests: 2, period: 10 };
    /// assert_eq!(counters.take("7", two, 0).0.remaining, 1);
    /// assert_eq!(counters.take("7", two, 1_000).0.remaining, 0);
    /// let (left, allowed) = counters.take("7", two, 2_000);
    /// assert_eq!((left.remaining, left.reset, allowed), (0, 8, false));
    /// assert!(counters.take("7", two, 10_000).1);
    /// ```
    pub fn take(&mut self, key: &str, allowance: Allowance, now: i64) -> (Left, bool) {
        let count = self.entry(key, allowance, now);
        count.used = count.used.saturating_add(1);
        let allowed = count.used <= allowance.requests;
        let remaining = allowance.requests.saturating_sub(count.used);
        (Left { allowance, remaining, reset: reset(count, now) }, allowed)
    }

    /// Nothing is left of an allowance: others have counted more than this isolate knows of.
    pub fn exhaust(&mut self, key: &str, allowance: Allowance, now: i64) -> Left {
        let count = self.entry(key, allowance, now);
        count.used = count.used.max(allowance.requests);
        Left { allowance, remaining: 0, reset: reset(count, now) }
    }

    fn entry(&mut self, key: &str, allowance: Allowance, now: i64) -> &mut Count {
        let length = i64::from(allowance.period) * 1000;
        if self.counters.len() >= MAX_COUNTERS && !self.counters.contains_key(key) {
            self.counters.retain(|_, count| count.until > now);
            if self.counters.len() >= MAX_COUNTERS {
                // A quarter at once: to look for the oldest one for each request would cost more than counting.
                let mut begun: Vec<i64> = self.counters.values().map(|count| count.since).collect();
                let (_, oldest, _) = begun.select_nth_unstable(MAX_COUNTERS / 4);
                let oldest = *oldest;
                self.counters.retain(|_, count| count.since > oldest);
            }
        }
        let fresh = Count { since: now, until: now + length, used: 0 };
        let count = self.counters.entry(key.to_owned()).or_insert(fresh);
        // Also where the owner has made the period shorter in the meantime.
        if count.until <= now || count.until - now > length {
            *count = fresh;
        }
        count
    }
}

fn reset(count: &Count, now: i64) -> u32 {
    let milliseconds = u32::try_from(count.until - now).unwrap_or_default();
    milliseconds.div_ceil(1000).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIVE: Allowance = Allowance { requests: 5, period: 60 };

    #[test]
    fn keys_count_for_themselves_and_periods_end() {
        let mut counters = Counters::default();
        for used in 1..=5 {
            let (left, allowed) = counters.take("a", FIVE, 1_000);
            assert_eq!((left.remaining, left.reset, allowed), (5 - used, 60, true));
        }
        assert!(!counters.take("a", FIVE, 60_999).1);
        assert!(counters.take("b", FIVE, 60_999).1);
        assert_eq!(counters.take("a", FIVE, 61_000).0, Left { allowance: FIVE, remaining: 4, reset: 60 });
    }

    #[test]
    fn changed_allowances_count_at_once() {
        let mut counters = Counters::default();
        for _ in 0..5 {
            counters.take("a", FIVE, 0);
        }
        assert!(!counters.take("a", Allowance { requests: 3, ..FIVE }, 1).1);
        assert!(counters.take("a", Allowance { requests: 50, ..FIVE }, 1).1);
        assert_eq!(counters.take("a", Allowance { requests: 50, period: 10 }, 1).0.remaining, 49);
    }

    #[test]
    fn others_can_use_it_up() {
        let mut counters = Counters::default();
        counters.take("a", FIVE, 0);
        assert_eq!(counters.exhaust("a", FIVE, 30_000), Left { allowance: FIVE, remaining: 0, reset: 30 });
        assert!(!counters.take("a", FIVE, 30_000).1);
    }

    #[test]
    fn memory_is_bounded_and_the_newest_stay() {
        let mut counters = Counters::default();
        for index in 0..3 * MAX_COUNTERS {
            counters.take(&index.to_string(), FIVE, index as i64 / 1000);
            assert!(counters.counters.len() <= MAX_COUNTERS);
        }
        assert!(counters.counters.contains_key(&(3 * MAX_COUNTERS - 1).to_string()));
        // All begun at the same moment: some have to go nevertheless.
        let mut counters = Counters::default();
        for index in 0..2 * MAX_COUNTERS {
            counters.take(&index.to_string(), FIVE, 0);
            assert!(counters.counters.len() <= MAX_COUNTERS);
        }
    }
}
