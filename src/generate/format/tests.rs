//! What is written is judged by the `jsonschema` crate, what is matched by the test suite of JSON Schema.

use super::*;

const NOW: i64 = 1_735_689_600_000;

fn every_format() -> Vec<Format> {
    let mut formats = Vec::new();
    for &(_, format) in NAMES {
        if !formats.contains(&format) {
            formats.push(format);
        }
    }
    formats
}

const ASSERTED: &[(&str, Format)] = &[
    ("date-time", Format::DateTime),
    ("date", Format::Date),
    ("time", Format::Time),
    ("duration", Format::Duration),
    ("email", Format::Email),
    ("idn-email", Format::IdnEmail),
    ("hostname", Format::Hostname),
    ("idn-hostname", Format::IdnHostname),
    ("ipv4", Format::Ipv4),
    ("ipv6", Format::Ipv6),
    ("uri", Format::Uri),
    ("uri-reference", Format::UriReference),
    ("iri", Format::Iri),
    ("iri-reference", Format::IriReference),
    ("uri-template", Format::UriTemplate),
    ("uuid", Format::Uuid),
    ("json-pointer", Format::JsonPointer),
    ("relative-json-pointer", Format::RelativeJsonPointer),
    ("regex", Format::Regex),
    ("byte", Format::Byte),
];

fn judge(name: &str) -> jsonschema::Validator {
    jsonschema::options()
        .with_draft(jsonschema::Draft::Draft202012)
        .should_validate_formats(true)
        .build(&serde_json::json!({"format": name}))
        .unwrap()
}

#[test]
fn names_in_any_spelling() {
    for (name, format) in [
        ("date-time", Some(Format::DateTime)),
        ("dateTime", Some(Format::DateTime)),
        ("DATE_TIME", Some(Format::DateTime)),
        ("url", Some(Format::Uri)),
        ("GUID", Some(Format::Uuid)),
        ("ip-address", Some(Format::Ipv4)),
        ("u-int32", Some(Format::Integer)),
        ("CIDR", Some(Format::Cidr)),
        ("", None),
        ("glob-pattern", None),
    ] {
        assert_eq!(Format::parse(name), format, "{name}");
    }
    for &(name, format) in ASSERTED {
        assert!(Format::is_asserted(name) && Format::parse(name) == Some(format), "{name}");
    }
    assert!(!Format::is_asserted("dateTime"));
}

#[test]
fn values_are_valid_and_repeat() {
    for format in every_format() {
        let (shortest, longest) = format.length_range();
        for seed in 0..200 {
            let (mut text, mut again) = (String::new(), String::new());
            format.write(&mut Rng::new(seed), NOW, &mut text);
            format.write(&mut Rng::new(seed), NOW, &mut again);
            assert_eq!(text, again);
            assert!(format.matches(&text), "{format:?}: {text}");
            assert!(text.is_ascii() && (shortest..=longest).contains(&text.len()), "{format:?}: {text}");
        }
    }
    for &(name, format) in ASSERTED {
        let judge = judge(name);
        for seed in 0..200 {
            let mut text = String::new();
            format.write(&mut Rng::new(seed), NOW, &mut text);
            assert!(judge.is_valid(&serde_json::json!(text)), "{name}: {text}");
        }
    }
}

#[test]
fn values_of_every_length_are_valid() {
    for format in every_format() {
        let judge = ASSERTED.iter().find(|(_, f)| *f == format).map(|(name, _)| judge(name));
        let (shortest, longest) = format.length_range();
        for (min, max) in (0..300)
            .map(|n| (n, Some(n)))
            .chain((0..40).map(|n| (0, Some(n))))
            .chain((0..300).map(|n| (n, None)))
        {
            let mut text = "kept ".to_owned();
            let written = format.write_within(&mut Rng::new(min as u64), NOW, min, max, &mut text);
            let text = text.strip_prefix("kept ").unwrap();
            let context = || format!("{format:?} {min} {max:?}: {text:?}");
            if !written {
                assert_eq!(text, "", "{}", context());
                // Only where there is nothing to write, or for one length that the grammar or a list leaves out.
                let possible = min <= longest && max.is_none_or(|max| max >= shortest);
                assert!(!possible || max == Some(min) || longest < 140, "{}", context());
                continue;
            }
            assert!(text.len() >= min && max.is_none_or(|max| text.len() <= max), "{}", context());
            assert!(format.matches(text), "{}", context());
            assert!(judge.as_ref().is_none_or(|j| j.is_valid(&serde_json::json!(text))), "{}", context());
        }
    }
}

#[test]
fn lengths_that_schemas_ask_for() {
    for (format, min, max) in [
        (Format::Email, 0, Some(10)),
        (Format::Email, 100, None),
        (Format::Uri, 100, Some(2048)),
        (Format::Uri, 0, Some(12)),
        (Format::Hostname, 0, Some(8)),
        (Format::Hostname, 200, Some(253)),
        (Format::Password, 64, None),
        (Format::Byte, 0, Some(7)),
        (Format::Byte, 1000, Some(1003)),
        (Format::DateTime, 24, Some(24)),
        (Format::Integer, 20, Some(20)),
    ] {
        let mut text = String::new();
        assert!(format.write_within(&mut Rng::new(3), NOW, min, max, &mut text), "{format:?} {min} {max:?}");
    }
    for (format, min, max) in [
        (Format::Uuid, 0, Some(35)),
        (Format::Date, 11, None),
        (Format::DateTime, 21, Some(21)),
        (Format::Email, 255, None),
        (Format::Byte, 1, Some(3)),
        (Format::Password, 5, Some(4)),
        (Format::Password, usize::MAX, None),
    ] {
        let mut text = String::new();
        assert!(!format.write_within(&mut Rng::new(3), NOW, min, max, &mut text), "{format:?} {min} {max:?}");
    }
}

#[test]
fn matching_follows_the_specifications() {
    for (format, good, bad) in [
        (Format::DateTime, "1963-06-19t08:30:06.283185z", "1963-06-19 08:30:06Z"),
        (Format::DateTime, "1998-12-31T15:59:60.123-08:00", "1998-12-31T22:59:60Z"),
        (Format::Duration, "P4DT12H30M5S", "P1D2H"),
        (Format::Duration, "P1Y2M", "P1Y2D"),
        (Format::Duration, "PT36H", "PT1H2S"),
        (Format::Duration, "P4W", "P1Y2W"),
        (Format::Duration, "P1M", "P"),
        (Format::Email, "te~st@example.com", ".test@example.com"),
        (Format::Email, "\"joe bloggs\"@example.com", "joe bloggs@example.com"),
        (Format::Email, "joe@[127.0.0.1]", "joe@[127.0.0.300]"),
        (Format::Email, "joe@[IPv6:::1]", "joe@invalid=domain.com"),
        (Format::IdnHostname, "실례.테스트", "a b"),
        (Format::Ipv6, "::ffff:192.168.0.1", "12345::"),
        (Format::Uri, "urn:oasis:names:x", "//foo.bar"),
        (Format::Uri, "http://[2001:db8::7]:80/a?b#c", "http://[2001:db8:7]/"),
        (Format::Uri, "mailto:a@b.c", "http:// shouldfail.com"),
        (Format::Uri, "ftp://u:p@h/", ":// should fail"),
        (Format::Iri, "http://ƒøø.ßår/", "http://example.com/\\"),
        (Format::JsonPointer, "/foo/~01", "/foo/~2"),
        (Format::JsonPointer, "", "a"),
        (Format::Regex, r"\d{4}", r"^\S(|(.|\n)*\S)\Z"),
        (Format::Regex, r"a\\Z", "^(abc]"),
        (Format::Byte, "YWI=", "YWI"),
        (Format::Byte, "a-_+\n", "Y=WI"),
    ] {
        assert!(format.matches(good), "{format:?}: {good}");
        assert!(!format.matches(bad), "{format:?}: {bad}");
    }
}

#[test]
fn test_suite_of_json_schema() {
    let suite = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../shared/corpus/json-schema/suite/draft2020-12/optional/format");
    if !suite.exists() {
        println!("skipped: {} is not there", suite.display());
        return;
    }
    let mut wrong = Vec::new();
    let mut count = 0;
    for entry in std::fs::read_dir(suite).unwrap().flatten() {
        let name = entry.path().file_stem().unwrap().to_string_lossy().into_owned();
        let Some(format) = Format::parse(&name) else { continue };
        let groups: serde_json::Value =
            serde_json::from_slice(&std::fs::read(entry.path()).unwrap()).unwrap();
        for test in groups.as_array().unwrap().iter().flat_map(|g| g["tests"].as_array().unwrap()) {
            let Some(text) = test["data"].as_str() else { continue };
            // Punycode is not decoded: which A-labels stand for a forbidden label stays unknown.
            let punycode = text.to_ascii_lowercase().starts_with("xn--");
            if !punycode && format.matches(text) != test["valid"].as_bool().unwrap() {
                wrong.push(format!("{name}: {text:?} {}", test["valid"]));
            }
            count += 1;
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(count > 200, "{count}");
}
