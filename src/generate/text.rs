//! Strings that keep to lengths, patterns and formats at once.

use super::{Rng, lorem};
use crate::schema::StringShape;

/// Longer strings than this are not made; no body could hold them.
pub(crate) const MAX_LENGTH: usize = 200_000;
/// Tries until a string is given up.
const ATTEMPTS: usize = 24;

/// Puts a string that fits the shape into `out`, which is emptied first. False when none was found; `out` then holds
/// the last attempt.
pub(crate) fn sample(shape: &StringShape, rng: &mut Rng, now: i64, out: &mut String) -> bool {
    let (min, max) = (shape.min as usize, shape.max.map(|max| max as usize));
    out.clear();
    if min > MAX_LENGTH {
        return false;
    }
    for attempt in 0..ATTEMPTS {
        out.clear();
        let made = match (shape.formats.as_slice(), shape.patterns.as_slice()) {
            ([], []) => {
                lorem::words(rng, min, max, out);
                true
            }
            // A pattern beside a format mostly narrows it, so the format goes first; then the patterns take turns.
            ([format, ..], patterns) if attempt % 2 == 0 || patterns.is_empty() => {
                if min == 0 && max.is_none() {
                    format.write(rng, now, out);
                    true
                } else {
                    format.write_within(rng, now, min, max, out)
                }
            }
            (_, patterns) => match patterns.get(attempt / 2 % patterns.len().max(1)) {
                Some(pattern) => pattern.sample(rng, min, max, out),
                None => false,
            },
        };
        if made && fits(shape, out) {
            return true;
        }
    }
    false
}

/// Whether a string fits the shape. The common shapes need no look at the string at all.
fn fits(shape: &StringShape, text: &str) -> bool {
    if shape.patterns.is_empty() && shape.formats.is_empty() && shape.excluded.is_empty() {
        return negatives_hold(shape, text);
    }
    let length = text.chars().count();
    let sure = shape.patterns.len() + shape.formats.len() <= 1;
    length >= shape.min as usize
        && shape.max.is_none_or(|max| length <= max as usize)
        && !shape.excluded.iter().any(|excluded| **excluded == *text)
        && (sure
            || shape.patterns.iter().all(|pattern| pattern.is_match(text) == Some(true))
                && shape.formats.iter().all(|format| format.matches(text)))
        && negatives_hold(shape, text)
}

fn negatives_hold(shape: &StringShape, text: &str) -> bool {
    shape.not_patterns.iter().all(|pattern| pattern.is_match(text) == Some(false))
        && !shape.not_formats.iter().any(|format| format.matches(text))
}

/// Appends a text as a JSON string.
pub(crate) fn write_json(text: &str, out: &mut Vec<u8>) {
    out.push(b'"');
    let mut clean = 0;
    let bytes = text.as_bytes();
    for (at, byte) in bytes.iter().enumerate() {
        let escape: &[u8] = match byte {
            b'"' => b"\\\"",
            b'\\' => b"\\\\",
            b'\n' => b"\\n",
            b'\r' => b"\\r",
            b'\t' => b"\\t",
            0..=0x1f => &[],
            _ => continue,
        };
        out.extend_from_slice(bytes.get(clean..at).unwrap_or_default());
        clean = at + 1;
        if escape.is_empty() {
            let hex = |nibble: u8| char::from_digit(u32::from(nibble), 16).map_or(b'0', |digit| digit as u8);
            out.extend_from_slice(&[b'\\', b'u', b'0', b'0', hex(byte >> 4), hex(byte & 15)]);
        } else {
            out.extend_from_slice(escape);
        }
    }
    out.extend_from_slice(bytes.get(clean..).unwrap_or_default());
    out.push(b'"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_as_json_does() {
        for text in ["", "plain", "a\"b\\c", "line\nfeed\ttab\r", "\u{1}\u{1f}\u{7f}ü😀", "\"", "\\"] {
            let mut out = Vec::new();
            write_json(text, &mut out);
            assert_eq!(serde_json::from_slice::<String>(&out).unwrap(), text);
        }
    }

    #[test]
    fn keeps_to_everything_at_once() {
        use crate::schema::pattern::Pattern;
        let pattern = |text: &str| Pattern::parse(text).unwrap();
        let shape = StringShape {
            min: 4,
            max: Some(9),
            patterns: vec![pattern("^[a-z0-9]+$"), pattern("[0-9]")],
            not_patterns: vec![pattern("^a")],
            ..StringShape::default()
        };
        for seed in 0..50 {
            let mut out = String::new();
            assert!(sample(&shape, &mut Rng::new(seed), 0, &mut out), "{out:?}");
            assert!(
                (4..=9).contains(&out.len())
                    && !out.starts_with('a')
                    && out.contains(|c: char| c.is_ascii_digit())
            );
        }
        let none = StringShape { patterns: vec![pattern("^a$"), pattern("^b$")], ..StringShape::default() };
        assert!(!sample(&none, &mut Rng::new(1), 0, &mut String::new()));
    }
}
