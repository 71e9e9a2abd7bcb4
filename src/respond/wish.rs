//! What a caller wishes for beside the request itself: `Prefer: seed=7` (RFC 7240), or `__seed=7` in the query.

use sha2::{Digest as _, Sha256};

/// The clock of seeded answers, in milliseconds since 1970: 2025-01-01T00:00:00Z. With the moment of the request they
/// would differ from one to the next.
pub const SEEDED_NOW: i64 = 1_735_689_600_000;

/// The wishes of one request. The query comes before the header: it can be seen in the URL.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wishes {
    /// The same seed gives the same answer, anywhere and any time.
    pub seed: Option<u64>,
    /// The language of names, places and texts.
    pub locale: Option<String>,
}

impl Wishes {
    /// Takes a query parameter, if it is a wish.
    pub fn take_query(&mut self, name: &str, value: &str) {
        if let Some(name) = name.strip_prefix("__") {
            self.take(name, value);
        }
    }

    /// Takes the wishes of a `Prefer` header that the query has not got; others are none of ours and are passed over.
    ///
    /// ```
    /// use edgemock::respond::Wishes;
    ///
    /// let mut wishes = Wishes::default();
    /// wishes.take_header("respond-async, seed=7; wait=10, locale=\"de\"");
    /// assert_eq!((wishes.seed, wishes.locale.as_deref()), (Some(7), Some("de")));
    /// ```
    pub fn take_header(&mut self, prefer: &str) {
        for preference in prefer.split([',', ';']) {
            if let Some((name, value)) = preference.split_once('=') {
                self.take(name.trim(), value.trim().trim_matches('"'));
            }
        }
    }

    fn take(&mut self, name: &str, value: &str) {
        if value.is_empty() {
            return;
        }
        if name.eq_ignore_ascii_case("seed") {
            self.seed.get_or_insert_with(|| seed_of(value));
        } else if name.eq_ignore_ascii_case("locale") {
            self.locale.get_or_insert_with(|| value.to_owned());
        }
    }
}

/// A number as it is; any other text by its SHA-256, so that a test's name can be its seed.
fn seed_of(text: &str) -> u64 {
    text.parse().unwrap_or_else(|_| {
        let hash = Sha256::digest(text.as_bytes());
        hash.iter().take(8).fold(0, |seed, byte| seed << 8 | u64::from(*byte))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_query_comes_first() {
        let mut wishes = Wishes::default();
        for (name, value) in
            [("__seed", ""), ("seed", "1"), ("__seed", "2"), ("__seed", "3"), ("__SEED", "4")]
        {
            wishes.take_query(name, value);
        }
        wishes.take_header("seed=5, LOCALE=fr");
        assert_eq!(wishes, Wishes { seed: Some(2), locale: Some("fr".into()) });
    }

    #[test]
    fn any_text_is_a_seed() {
        assert_eq!(seed_of("18446744073709551615"), u64::MAX);
        assert_ne!(seed_of("checkout test"), seed_of("checkout tests"));
        assert_eq!(seed_of("abc"), 0xba78_16bf_8f01_cfea);
        assert_eq!(seed_of("-1"), seed_of("-1"));
    }

    #[test]
    fn what_is_no_wish_is_passed_over() {
        for header in ["", "=", "seed", "seed=", ",,;;", "return=minimal", "\"seed\"=1", "code=404"] {
            let mut wishes = Wishes::default();
            wishes.take_header(header);
            assert_eq!(wishes, Wishes::default(), "{header}");
        }
    }
}
