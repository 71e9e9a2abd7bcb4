//! What a caller wishes for beside the request itself: `Prefer: code=404` (RFC 7240), or `__code=404` in the query.

use crate::error::MockError;
use crate::generate::Variant;
use sha2::{Digest as _, Sha256};
use std::borrow::Cow;

/// The clock of seeded answers, in milliseconds since 1970: 2025-01-01T00:00:00Z. With the moment of the request they
/// would differ from one to the next.
pub const SEEDED_NOW: i64 = 1_735_689_600_000;

/// The longest delay, in milliseconds. A request that waits costs no CPU but keeps a connection open.
const MAX_DELAY: u16 = 60_000;

/// The most items that a stream is asked for.
const MAX_ITEMS: u16 = 1000;

/// The wishes of one request. The query comes before the header: it can be seen in the URL.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wishes {
    /// The same seed gives the same answer, anywhere and any time.
    pub seed: Option<u64>,
    /// The language of names, places and texts.
    pub locale: Option<String>,
    /// The display name or the key of a declared response.
    pub response: Option<String>,
    /// The status of a declared response, from 200 to 599.
    pub code: Option<u16>,
    /// The name of an example.
    pub example: Option<String>,
    /// The id or name of a custom mock, or `none`.
    pub mock: Option<String>,
    /// Whether the body is to be made up although there are examples, or the other way round.
    pub dynamic: Option<bool>,
    /// Milliseconds to wait before the answer is sent, up to 60,000.
    pub delay: Option<u16>,
    /// Which border of its schema the body lies on.
    pub variant: Option<Variant>,
    /// Whether an answer of a type that `Accept` does not take is an error.
    pub strict: Option<bool>,
    /// How many items an event stream, or a body of JSON lines, has; up to 1,000.
    pub items: Option<u16>,
    /// Milliseconds between two of them, up to 60,000.
    pub interval: Option<u16>,
    /// Whether a header is to tell why the answer is this one.
    pub explain: bool,
    /// What the first wish that cannot be read is answered with.
    pub malformed: Option<MockError>,
}

impl Wishes {
    /// Takes a query parameter, if it is a wish.
    pub fn take_query(&mut self, name: &str, value: &str) {
        if let Some(name) = name.strip_prefix("__") {
            self.take(name, value);
        }
    }

    /// Takes the wishes of a `Prefer` header that the query has not got; others are none of ours and are passed over.
    /// Several headers come joined by commas.
    ///
    /// ```
    /// use edgemock::respond::Wishes;
    ///
    /// let mut wishes = Wishes::default();
    /// wishes.take_header("respond-async, seed=7; wait=10, example=\"red, wild\"");
    /// assert_eq!((wishes.seed, wishes.example.as_deref()), (Some(7), Some("red, wild")));
    /// ```
    pub fn take_header(&mut self, prefer: &str) {
        let mut rest = prefer;
        while !rest.is_empty() {
            let (preference, behind) = rest.split_at_checked(end_of_preference(rest)).unwrap_or((rest, ""));
            if let Some((name, value)) = preference.split_once('=') {
                self.take(name.trim(), &unquoted(value.trim()));
            }
            rest = behind.get(1..).unwrap_or_default();
        }
    }

    fn take(&mut self, name: &str, value: &str) {
        if value.is_empty() {
            return;
        }
        let is = |known: &str| name.eq_ignore_ascii_case(known);
        let text = |wish: &mut Option<String>| {
            wish.get_or_insert_with(|| value.to_owned());
        };
        if is("seed") {
            self.seed.get_or_insert_with(|| seed_of(value));
        } else if is("locale") {
            text(&mut self.locale);
        } else if is("response") {
            text(&mut self.response);
        } else if is("mock") {
            text(&mut self.mock);
        } else if is("example") {
            text(&mut self.example);
        } else if is("code") {
            let read = || value.parse().ok().filter(|code| (200..=599).contains(code));
            take_or_refuse(&mut self.code, &mut self.malformed, read, || {
                MockError::malformed_wish("code", value, "a status from 200 to 599")
            });
        } else if is("dynamic") {
            take_or_refuse(
                &mut self.dynamic,
                &mut self.malformed,
                || truth(value),
                || MockError::malformed_wish("dynamic", value, "true or false"),
            );
        } else if is("delay") {
            let read = || value.parse().ok().filter(|delay| *delay <= MAX_DELAY);
            take_or_refuse(&mut self.delay, &mut self.malformed, read, || {
                MockError::malformed_wish("delay", value, "a whole number of milliseconds from 0 to 60000")
            });
        } else {
            self.take_more(name, value);
        }
    }

    /// The wishes that are rarer.
    fn take_more(&mut self, name: &str, value: &str) {
        let is = |known: &str| name.eq_ignore_ascii_case(known);
        if is("variant") {
            let read = || Variant::parse(value);
            take_or_refuse(&mut self.variant, &mut self.malformed, read, || {
                MockError::malformed_wish("variant", value, "min, max, empty or unicode")
            });
        } else if is("strict") {
            take_or_refuse(
                &mut self.strict,
                &mut self.malformed,
                || truth(value),
                || MockError::malformed_wish("strict", value, "true or false"),
            );
        } else if is("explain") {
            if let Some(explain) = truth(value) {
                self.explain |= explain;
            } else {
                let error = || MockError::malformed_wish("explain", value, "true or false");
                self.malformed.get_or_insert_with(error);
            }
        } else if is("handling") {
            // RFC 7240 section 4.4. What else may stand there is none of ours.
            let strict = value.eq_ignore_ascii_case("strict");
            if strict || value.eq_ignore_ascii_case("lenient") {
                self.strict.get_or_insert(strict);
            }
        } else if is("items") {
            let read = || value.parse().ok().filter(|items| *items <= MAX_ITEMS);
            take_or_refuse(&mut self.items, &mut self.malformed, read, || {
                MockError::malformed_wish("items", value, "a whole number from 0 to 1000")
            });
        } else if is("interval") {
            let read = || value.parse().ok().filter(|interval| *interval <= MAX_DELAY);
            take_or_refuse(&mut self.interval, &mut self.malformed, read, || {
                MockError::malformed_wish("interval", value, "a whole number of milliseconds from 0 to 60000")
            });
        }
    }
}

/// `true` or `false`.
fn truth(value: &str) -> Option<bool> {
    let no = value.eq_ignore_ascii_case("false") || value == "0";
    (no || value.eq_ignore_ascii_case("true") || value == "1").then_some(!no)
}

/// Reads a wish that has not come before; what cannot be read is remembered.
fn take_or_refuse<T>(
    wish: &mut Option<T>,
    malformed: &mut Option<MockError>,
    read: impl FnOnce() -> Option<T>,
    error: impl FnOnce() -> MockError,
) {
    if wish.is_none() {
        *wish = read();
        if wish.is_none() {
            malformed.get_or_insert_with(error);
        }
    }
}

/// The preferences of a `Prefer` header and their parameters, each as it is written.
pub(crate) fn preferences(header: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(header);
    std::iter::from_fn(move || {
        let text = rest?;
        let (preference, behind) = text.split_at_checked(end_of_preference(text)).unwrap_or((text, ""));
        rest = behind.get(1..);
        Some(preference)
    })
}

/// Where the first preference of a header ends: before a comma or semicolon outside of quotes.
fn end_of_preference(text: &str) -> usize {
    let (mut quoted, mut escaped) = (false, false);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b',' | b';' if !quoted => return at,
            _ => {}
        }
    }
    text.len()
}

/// A value without its quotes (RFC 9110 section 5.6.4).
fn unquoted(value: &str) -> Cow<'_, str> {
    let Some(inner) = value.strip_prefix('"') else { return Cow::Borrowed(value) };
    let inner = inner.strip_suffix('"').unwrap_or(inner);
    if !inner.contains('\\') {
        return Cow::Borrowed(inner);
    }
    let mut text = String::with_capacity(inner.len());
    let mut escaped = false;
    for character in inner.chars() {
        escaped = character == '\\' && !escaped;
        if !escaped {
            text.push(character);
        }
    }
    Cow::Owned(text)
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
        assert_eq!(wishes, Wishes { seed: Some(2), locale: Some("fr".into()), ..Wishes::default() });
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
        for header in [
            "",
            "=",
            "seed",
            "seed=",
            ",,;;",
            "return=minimal",
            "\"seed\"=1",
            "codes=404",
            "__code=4",
            "handling=x",
        ] {
            let mut wishes = Wishes::default();
            wishes.take_header(header);
            assert_eq!(wishes, Wishes::default(), "{header}");
        }
    }

    fn of_header(prefer: &str) -> Wishes {
        let mut wishes = Wishes::default();
        wishes.take_header(prefer);
        wishes
    }

    #[test]
    fn reads_all_wishes() {
        let all = Wishes {
            code: Some(404),
            example: Some("cat".into()),
            response: Some("Gone".into()),
            dynamic: Some(true),
            delay: Some(250),
            variant: Some(Variant::Max),
            strict: Some(true),
            items: Some(12),
            interval: Some(40),
            ..Wishes::default()
        };
        let prefer = "code=404, example=cat; response=Gone,dynamic=true,Delay = 250, variant=MAX, handling=strict, \
            items=12, interval=40";
        assert_eq!(of_header(prefer), all);
        let mut wishes = Wishes::default();
        for (name, value) in [
            ("__code", "404"),
            ("__example", "cat"),
            ("__response", "Gone"),
            ("__dynamic", "TRUE"),
            ("__delay", "250"),
            ("__variant", "max"),
            ("__strict", "1"),
            ("__items", "12"),
            ("__interval", "40"),
            ("code", "500"),
            ("apidogResponseId", "undefined"),
        ] {
            wishes.take_query(name, value);
        }
        assert_eq!(wishes, all);
    }

    #[test]
    fn reads_quotes() {
        let cases = [
            (r#"example="a, b; c=d""#, "a, b; c=d"),
            (r#"x=",", example="say \"hi\" \\ there", code=1"#, r#"say "hi" \ there"#),
            (r#"example="open, code=404"#, "open, code=404"),
            ("example=plain , x", "plain"),
            ("example=ünï", "ünï"),
            (r#"example="a\"#, "a"),
        ];
        for (prefer, example) in cases {
            assert_eq!(of_header(prefer).example.as_deref(), Some(example), "{prefer}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_refused() {
        let cases = [
            ("code=abc", "code=abc"),
            ("code=199", "code=199"),
            ("code=600", "code=600"),
            ("code=4 04", "code=4 04"),
            ("dynamic=maybe", "true or false"),
            ("delay=60001", "from 0 to 60000"),
            ("delay=-1", "delay=-1"),
            ("delay=1.5", "delay=1.5"),
            ("variant=huge", "min, max, empty or unicode"),
            ("strict=perhaps", "strict=perhaps"),
            ("items=1001", "from 0 to 1000"),
            ("items=-1", "items=-1"),
            ("interval=60001", "from 0 to 60000"),
            ("code=x, delay=y", "code=x"),
            ("code=x, code=404", "code=x"),
        ];
        for (prefer, part) in cases {
            let error = of_header(prefer).malformed.unwrap();
            assert_eq!(error.status(), 400);
            assert!(error.to_string().contains(part), "{prefer}: {error}");
        }
        assert_eq!(of_header("strict=false, handling=strict").strict, Some(false));
        for fine in ["code=404, code=x", "delay=60000", "delay=0", "dynamic=0", "code="] {
            assert_eq!(of_header(fine).malformed, None, "{fine}");
        }
    }
}
