//! Patterns of real documents, judged by another engine.

use super::*;
use proptest::prelude::{
    Just, ProptestConfig, Strategy, prop, prop_assert, prop_assert_eq, prop_oneof, proptest,
};

#[track_caller]
fn judged(source: &str) -> regress::Regex {
    regress::Regex::with_flags(source, "u")
        .or_else(|_| regress::Regex::new(source))
        .unwrap_or_else(|error| panic!("{source}: {error}"))
}

#[test]
fn stored_as_its_source() {
    let pattern = Pattern::parse("^a+$").unwrap();
    let bytes = postcard::to_allocvec(&pattern).unwrap();
    assert_eq!(bytes.len(), 5);
    assert_eq!(postcard::from_bytes::<Pattern>(&bytes).unwrap(), pattern);
    assert!(postcard::from_bytes::<Pattern>(&postcard::to_allocvec("(").unwrap()).is_err());
}

#[test]
fn samples_fit_pattern_and_length() {
    for (source, min, max) in [
        ("^[a-z]+$", 30, Some(30)),
        ("^[a-z]+$", 0, Some(2)),
        ("^a", 100, None),
        ("a$", 100, Some(120)),
        (r"^[a-z]+\.[a-z]+@[a-z]+\.[a-z]+$", 0, Some(10)),
        (r"^[a-z]+\.[a-z]+@[a-z]+\.[a-z]+$", 60, Some(64)),
        ("([0-9a-fA-F]{3}){1,2}", 4, Some(6)),
        ("^([0-9a-fA-F]{3}){1,2}$", 4, Some(6)),
        ("^(a|bcd|efghi)$", 2, Some(4)),
        ("^(a|bc)+$", 7, Some(7)),
        (r"^(?=.*[A-Z])(?=.*\d)(?=.*[a-z])(?=.*[@$!%*?&])[A-Za-z\d@$!%*?&]{8,}$", 0, None),
        (r"^(?=.*[A-Z])(?=.*\d)(?=.*[a-z])(?=.*[@$!%*?&])[A-Za-z\d@$!%*?&]{8,}$", 40, Some(40)),
        (r"^(?=(.*\d){2}).{6,}$", 0, None),
        (r"^(?=\D*\d)[a-z0-9]{4,8}$", 0, None),
        ("^(?=.{8,20}$)[a-z]+(?:-[a-z]+)*$", 0, None),
        (r"^(?!bad)[a-z]{3}$", 0, None),
        (r"^(?!0000)\d{4}$", 0, None),
        (r"^(?!.*\.\.)[a-z.]+$", 0, None),
        ("^(?!.*[a-z])[A-Za-z]{2,5}$", 0, None),
        ("^(?=[A-Z])[a-zA-Z0-9.,;()\\s]*[^.,;!?: \\W]$", 0, None),
        ("(?<=ab)c", 0, None),
        ("foo(?=bar)", 0, None),
        (r"\bfoo\b", 12, None),
        (r"^(\w+) \1$", 0, None),
        (r"^(['\x22])[a-z]*\1$", 0, None),
        ("(^|,)x(,|$)", 0, None),
        (r"^\p{Script=Greek}+$", 0, None),
        (r"^[\u4e00-\u9fa5]{2,4}$", 0, None),
        ("^$", 0, None),
        ("", 3, Some(3)),
        ("^.{0,100000}$", 0, None),
        ("^(?:[a-z]{1,63}\\.)+[a-z]{2,63}$", 200, Some(253)),
        ("^[a-f0-9]{128}$", 0, None),
        ("^.+$", 5000, None),
    ] {
        let (pattern, judge) = (Pattern::parse(source).unwrap(), judged(source));
        for seed in 0..50 {
            let mut text = "kept ".to_owned();
            assert!(
                pattern.sample(&mut Rng::new(seed), min, max, &mut text),
                "{source} {min} {max:?} seed {seed}"
            );
            let text = text.strip_prefix("kept ").unwrap();
            let length = text.chars().count();
            assert!(length >= min && max.is_none_or(|m| length <= m), "{source}: {text:?}");
            assert!(judge.find(text).is_some(), "{source}: {text:?}");
        }
    }
}

#[test]
fn gives_up_on_what_nothing_matches() {
    for (source, min, max) in [
        ("(?!)", 0, None),
        ("[]", 0, None),
        ("a^b", 0, None),
        ("a$b", 0, None),
        ("^a$", 2, None),
        ("^aaa$", 0, Some(2)),
        (r"\uD800", 0, None),
        ("^(?=b)a$", 0, None),
        ("(?=[])a", 0, None),
        ("(?:a{100000}){100000}", 0, None),
        ("^a", 2_000_000_000, None),
        ("(?:){4000000000}(?!)", 0, None),
        ("(?:a?){4000000000}(?!)", 0, None),
        ("((((((a?){99}){99}){99}){99}){99}){99}(?!)", 0, None),
        ("(?:a{900000}|b{900000}){1000000}$^", 0, None),
        ("^(a+)+(?<!a)$", 0, None),
        ("^(([a-z])+.)+(?<!.)$", 10_000, None),
    ] {
        let mut text = "kept".to_owned();
        assert!(!Pattern::parse(source).unwrap().sample(&mut Rng::new(1), min, max, &mut text), "{source}");
        assert_eq!(text, "kept", "{source}");
    }
}

#[test]
fn reads_well_and_varies() {
    for source in ["^.*$", ".+", r"^\S+$", "^[^,]*$", "^[a-zA-Z0-9_-]+$"] {
        let pattern = Pattern::parse(source).unwrap();
        let mut seen = std::collections::HashSet::new();
        for seed in 0..50 {
            let mut text = String::new();
            assert!(pattern.sample(&mut Rng::new(seed), 0, None, &mut text));
            assert!(
                (5..=12).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_lowercase()),
                "{source}: {text}"
            );
            seen.insert(text);
        }
        assert!(seen.len() > 45, "{source}");
    }
}

/// Source of a random pattern: every construct, over few characters so that texts often match.
fn sources() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        6 => prop::sample::select(vec!["a", "b", "1", "-", "é"]),
        4 => prop::sample::select(vec![".", r"\w", r"\d", r"\s", r"\W", "[ab]", "[^a]", "[a-c1]", r"[\w-]", "[^]", r"\p{Lu}"]),
        2 => prop::sample::select(vec!["^", "$", r"\b", r"\B", ""]),
        1 => Just(r"(?:\1)"),
    ]
    .prop_map(str::to_owned);
    leaf.prop_recursive(5, 40, 4, |inner| {
        let quantifier = prop::sample::select(vec!["*", "+", "?", "{2}", "{1,3}", "{2,}", "{0}", "*?", "+?", "??", "{1,3}?"]);
        let group = prop::sample::select(vec!["(", "(?:", "(?=", "(?!", "(?<=", "(?<!", "(?:", "("]);
        prop_oneof![
            4 => prop::collection::vec(inner.clone(), 1..4).prop_map(|parts| parts.concat()),
            2 => prop::collection::vec(inner.clone(), 2..4).prop_map(|parts| format!("(?:{})", parts.join("|"))),
            2 => (inner.clone(), quantifier).prop_map(|(part, quantifier)| format!("(?:{part}){quantifier}")),
            2 => (group, inner).prop_map(|(open, part)| format!("{open}{part})")),
        ]
    })
    // Something for `\1` to refer to.
    .prop_map(|source| if source.contains(r"\1") { format!("(a|b1?){source}") } else { source })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn agrees_with_another_engine(source in sources(), texts in prop::collection::vec("[ab1 é\n-]{0,8}", 8)) {
        let pattern = Pattern::parse(&source).unwrap();
        let judge = judged(&source);
        for text in &texts {
            if let Some(found) = pattern.is_match(text) {
                prop_assert_eq!(found, judge.find(text).is_some(), "{} on {:?}", source, text);
            }
        }
    }

    #[test]
    fn samples_match(source in sources(), seed: u64, min in 0usize..12, more in 0usize..12) {
        let pattern = Pattern::parse(&source).unwrap();
        for (min, max) in [(0, None), (min, None), (min, Some(min + more))] {
            let mut text = String::new();
            if pattern.sample(&mut Rng::new(seed), min, max, &mut text) {
                let length = text.chars().count();
                prop_assert!(length >= min && max.is_none_or(|max| length <= max), "{} {:?}", source, text);
                prop_assert!(judged(&source).find(&text).is_some(), "{} {:?}", source, text);
            } else {
                prop_assert_eq!(text, "");
            }
        }
        // Without assertions there is a text of any length from the shortest on.
        if !source.contains(['^', '$', '\\']) && !source.contains("(?=") && !source.contains("(?!") && !source.contains("(?<") {
            prop_assert!(pattern.sample(&mut Rng::new(seed), 0, None, &mut String::new()), "{}", source);
            prop_assert!(pattern.sample(&mut Rng::new(seed), pattern.min_length() + more, None, &mut String::new()), "{}", source);
        }
    }
}

/// Every string under `pattern` and every name under `patternProperties`, wherever they are.
fn collect(value: &serde_json::Value, found: &mut std::collections::BTreeSet<String>) {
    match value {
        serde_json::Value::Object(members) => {
            if let Some(pattern) = members.get("pattern").and_then(|p| p.as_str()) {
                found.insert(pattern.to_owned());
            }
            if let Some(names) = members.get("patternProperties").and_then(|p| p.as_object()) {
                found.extend(names.keys().cloned());
            }
            members.values().for_each(|v| collect(v, found));
        }
        serde_json::Value::Array(items) => items.iter().for_each(|v| collect(v, found)),
        _ => {}
    }
}

fn documents(folder: &std::path::Path, found: &mut std::collections::BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            documents(&path, found);
        } else if path.to_string_lossy().ends_with(".json")
            && !path.to_string_lossy().ends_with(".instances.json")
            && let Ok(value) = serde_json::from_slice(&std::fs::read(&path).unwrap())
        {
            collect(&value, found);
        }
    }
}

#[test]
fn patterns_of_real_documents() {
    let corpus = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    if !corpus.exists() {
        println!("skipped: {} is not there", corpus.display());
        return;
    }
    let mut sources = std::collections::BTreeSet::new();
    documents(&corpus.join("openapi"), &mut sources);
    documents(&corpus.join("json-schema"), &mut sources);
    assert!(sources.len() > 100, "{} patterns", sources.len());
    let mut failed = Vec::new();
    for source in &sources {
        let pattern = match Pattern::parse(source) {
            Ok(pattern) => pattern,
            Err(error) => {
                failed.push(format!("{source}: {error}"));
                continue;
            }
        };
        let judge = judged(source);
        let second_judge = jsonschema::validator_for(&serde_json::json!({"pattern": source})).unwrap();
        for seed in 0..20 {
            let mut text = String::new();
            let sampled = pattern.sample(&mut Rng::new(seed), 0, None, &mut text);
            // `.^` matches nothing.
            let valid = judge.find(&text).is_some() && second_judge.is_valid(&serde_json::json!(text));
            if sampled != (source != ".^") || (sampled && !valid) {
                failed.push(format!("{source}: {text:?}"));
                break;
            }
        }
    }
    assert!(failed.is_empty(), "{failed:#?}");
}
