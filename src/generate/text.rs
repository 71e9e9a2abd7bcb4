//! Strings that keep to lengths, patterns and formats at once.

use super::format::Format;
use super::{Rng, lorem};
use crate::schema::StringShape;
use crate::schema::pattern::{self, Pattern};

/// Longer strings than this are not made; no body could hold them.
pub(crate) const MAX_LENGTH: usize = 200_000;
/// Tries until a string is given up, or searched for where patterns guide a search.
const ATTEMPTS: usize = 24;
const ATTEMPTS_BEFORE_SEARCH: usize = 8;

/// Puts a string that fits the shape into `out`, which is emptied first. False when none was found; `out` then holds
/// the last attempt.
pub(crate) fn sample(shape: &StringShape, rng: &mut Rng, now: i64, out: &mut String) -> bool {
    let (min, max) = (shape.min as usize, shape.max.map(|max| max as usize));
    out.clear();
    if min > MAX_LENGTH {
        return false;
    }
    let searchable = !shape.patterns.is_empty() || !shape.not_patterns.is_empty();
    let attempts = if searchable { ATTEMPTS_BEFORE_SEARCH } else { ATTEMPTS };
    for attempt in 0..attempts {
        out.clear();
        let formats = shape.formats.as_slice();
        // A pattern beside a format mostly narrows it, so the formats go first; then both take turns.
        let turn = if shape.patterns.is_empty() { attempt } else { attempt / 2 };
        let format = formats.get(turn % formats.len().max(1));
        let made = match (format, shape.patterns.as_slice()) {
            (None, []) => {
                lorem::words(rng, min, max, out);
                true
            }
            (Some(format), patterns) if attempt % 2 == 0 || patterns.is_empty() => {
                if min == 0 && max.is_none() {
                    format.write(rng, now, out);
                    true
                } else {
                    format.write_within(rng, now, min, max, out)
                }
            }
            (_, patterns) => match patterns.get(turn % patterns.len().max(1)) {
                Some(pattern) => pattern.sample(rng, min, max, out),
                None => false,
            },
        };
        if made && fits(shape, out) {
            return true;
        }
    }
    searchable && search(shape, rng, out)
}

/// Searches for a string that all patterns, and the usual patterns of the formats, agree on.
fn search(shape: &StringShape, rng: &mut Rng, out: &mut String) -> bool {
    let grammars: Vec<Pattern> = shape.formats.iter().filter_map(|format| grammar(*format)).collect();
    let all: Vec<&Pattern> = shape.patterns.iter().chain(&grammars).collect();
    let none: Vec<&Pattern> = shape.not_patterns.iter().collect();
    let max = shape.max.map(|max| max as usize);
    let mut found = String::new();
    let made =
        pattern::find(&all, &none, shape.min as usize, max, rng, &mut found, &|text| fits(shape, text));
    if made {
        *out = found;
    }
    made
}

/// A pattern whose texts are all, or nearly all, of a format, for those that have a structure.
fn grammar(format: Format) -> Option<Pattern> {
    const DAY: &str = r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])";
    const TIME: &str = r"(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d";
    const ZONE: &str = r"(?:\.\d{1,6})?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)";
    const HOST: &str = r"[a-z0-9]{2,20}(?:[.-][a-z0-9]{2,20})*\.[a-z]{2,6}";
    const BYTE: &str = r"(?:\d|[1-9]\d|1\d\d|2[0-4]\d|25[0-5])";
    let source = match format {
        Format::Date => format!("^{DAY}$"),
        Format::Time => format!("^{TIME}{ZONE}$"),
        Format::DateTime => format!("^{DAY}T{TIME}{ZONE}$"),
        Format::LocalTime => format!("^{TIME}$"),
        Format::LocalDateTime => format!("^{DAY}T{TIME}$"),
        Format::Uuid => {
            "^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$".to_owned()
        }
        Format::Ipv4 => format!(r"^(?:{BYTE}\.){{3}}{BYTE}$"),
        Format::Ipv6 => "^(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}$".to_owned(),
        Format::Email | Format::IdnEmail => {
            format!("^[A-Za-z0-9]{{2,20}}(?:[._+-][A-Za-z0-9]{{1,20}}){{0,2}}@{HOST}$")
        }
        Format::Hostname | Format::IdnHostname => format!("^{HOST}$"),
        Format::Uri | Format::Iri | Format::UriReference | Format::IriReference => {
            format!(
                r"^[a-z]{{2,8}}://{HOST}(?:/[A-Za-z0-9._~-]{{1,30}})*/?(?:[?][a-z]+=[A-Za-z0-9]+)?(?:#[a-z0-9-]+)?$"
            )
        }
        _ => return None,
    };
    Pattern::parse(&source).ok()
}

/// Formats whose values many patterns describe.
const DESCRIBED: &[Format] = &[
    Format::DateTime,
    Format::Date,
    Format::Time,
    Format::LocalDateTime,
    Format::LocalTime,
    Format::Uuid,
    Format::SemanticVersion,
    Format::Ipv4,
    Format::Ipv6,
    Format::Mac,
    Format::Email,
    Format::Uri,
    Format::Color,
    Format::ObjectId,
    Format::Ulid,
    Format::Phone,
];
/// What a pattern that describes a format does not match.
const UNDESCRIBED: &[&str] = &[
    "",
    "abcdefghijklmnopqrstuvwxyz",
    "Lorem ipsum, dolor sit.",
    "0123456789",
    "A1b2 C3-0123456789_abcdef",
    "abc-def-ghi",
    "abc.def.ghi",
    "abc/def/ghi",
    "abc:def:ghi",
    "abc:def",
];
const DESCRIBED_SAMPLES: u64 = 6;
/// A recent moment, in milliseconds since 1970: patterns of dates may fix the century.
const RECENT: i64 = 1_735_689_600_000;

/// The format that a lone pattern spells out (`^\d{4}-\d{2}-\d{2}$` is a date), so that values mean something.
pub(crate) fn described_format(shape: &StringShape) -> Option<Format> {
    let ([pattern], []) = (shape.patterns.as_slice(), shape.formats.as_slice()) else { return None };
    if UNDESCRIBED.iter().any(|text| pattern.is_match(text) != Some(false)) {
        return None;
    }
    let (min, max) = (shape.min as usize, shape.max.map(|max| max as usize));
    let mut text = String::new();
    DESCRIBED.iter().copied().find(|format| {
        (0..DESCRIBED_SAMPLES).all(|seed| {
            text.clear();
            format.write_within(&mut Rng::new(seed), RECENT, min, max, &mut text)
                && pattern.is_match(&text) == Some(true)
                && fits(shape, &text)
        })
    })
}

/// Whether a string that comes from elsewhere fits the shape.
pub(super) fn accepts(shape: &StringShape, text: &str) -> bool {
    // One sum instead of a look at each: most shapes ask for nothing.
    let demands = shape.patterns.len()
        + shape.formats.len()
        + shape.not_patterns.len()
        + shape.not_formats.len()
        + shape.excluded.len();
    if demands == 0 && shape.min == 0 && shape.max.is_none() {
        return text.len() <= MAX_LENGTH;
    }
    let bounded = shape.min > 0 || shape.max.is_some();
    let length = if bounded { text.chars().count() } else { 0 };
    length >= shape.min as usize
        && shape.max.is_none_or(|max| length <= max as usize)
        && text.len() <= MAX_LENGTH
        && !shape.excluded.iter().any(|excluded| **excluded == *text)
        && shape.patterns.iter().all(|pattern| pattern.is_match(text) == Some(true))
        && shape.formats.iter().all(|format| format.matches(text))
        && negatives_hold(shape, text)
}

/// Whether a string that was made for the shape fits it: by its pattern or its format where it has but one of these. The common
/// shapes need no look at the string at all.
pub(super) fn fits(shape: &StringShape, text: &str) -> bool {
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
    let bytes = text.as_bytes();
    // Without a branch for each byte this is some instructions for many bytes, and most texts need no escape.
    #[expect(clippy::needless_bitwise_bool, reason = "a lazy operator is a branch")]
    let special = |found: bool, byte: &u8| found | (*byte < 0x20) | (*byte == b'"') | (*byte == b'\\');
    if !bytes.iter().fold(false, special) {
        out.extend_from_slice(bytes);
        out.push(b'"');
        return;
    }
    let mut clean = 0;
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

    #[test]
    fn searches_where_chance_fails() {
        let patterns = |texts: &[&str]| texts.iter().map(|text| Pattern::parse(text).unwrap()).collect();
        for (all, none, formats, min, max) in [
            (&["a5b", "(^[^5]*$)|7", "(^[^7]*$)|9", r"^(\w\w\d)+$"][..], &[][..], &[][..], 0, None),
            (&[], &["^[a-z ]"], &[], 7, Some(7)),
            (&["@example\\.org$"], &[], &[Format::Email], 0, Some(24)),
            (&["^2031-02"], &[], &[Format::Date], 0, None),
            (&["^[^-]*-[^-]*-31|T23:59"], &["Z$"], &[Format::DateTime], 0, None),
            (&["^ftp:", "x{5}"], &[], &[Format::Uri], 0, None),
            (&[], &[], &[Format::UriReference, Format::Uri], 0, None),
            (&["^127"], &[], &[Format::Ipv4], 15, Some(15)),
        ] {
            let shape = StringShape {
                min,
                max,
                patterns: patterns(all),
                not_patterns: patterns(none),
                formats: formats.to_vec(),
                ..StringShape::default()
            };
            for seed in 0..20 {
                let mut out = String::new();
                assert!(sample(&shape, &mut Rng::new(seed), 0, &mut out), "{shape:?} {out:?}");
                assert!(fits(&shape, &out), "{shape:?} {out:?}");
            }
        }
    }

    #[test]
    fn patterns_that_spell_out_a_format() {
        for (source, expected) in [
            (r"^\d{4}-\d{2}-\d{2}$", Some(Format::Date)),
            (r"^20\d\d-[01]\d-[0-3]\d$", Some(Format::Date)),
            (r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$", Some(Format::DateTime)),
            (r"^\d\d:\d\d:\d\d$", Some(Format::LocalTime)),
            ("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", Some(Format::Uuid)),
            (r"^(\d{1,3}\.){3}\d{1,3}$", Some(Format::Ipv4)),
            (r"^[^@\s]+@[^@\s]+\.[^@\s]+$", Some(Format::Email)),
            ("^https?://", Some(Format::Uri)),
            (r"^\d+\.\d+\.\d+", Some(Format::SemanticVersion)),
            ("", None),
            ("^.{5,}$", None),
            (r"\d{4}", None),
            ("-", None),
            ("^[0-9-]+$", None),
            ("^[^:]+:[^:]+$", None),
            ("^[A-Z]{3}-[0-9]{4}$", None),
            ("^arn:aws:", None),
        ] {
            let shape =
                StringShape { patterns: vec![Pattern::parse(source).unwrap()], ..StringShape::default() };
            assert_eq!(described_format(&shape), expected, "{source}");
        }
        let dates = StringShape {
            patterns: vec![Pattern::parse("^2019-").unwrap()],
            formats: vec![Format::Date],
            ..StringShape::default()
        };
        let mut out = String::new();
        assert!(sample(&dates, &mut Rng::new(1), 0, &mut out) && Format::Date.matches(&out), "{out}");
    }
}
