//! Name rules: what the names of well-known interfaces ask for, and how much of real documents is known.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, clippy::print_stderr)]

#[path = "../support/names.rs"]
mod names;

use edgemock::dynamic::{Entity, Output, Scope, Template, Zone, locale};
use edgemock::generate::Rng;
use edgemock::rules::{Kind, Property, built_in, built_in_rules};
use names::{Share, Unmatched};
use std::collections::BTreeSet;

/// Name | owners, innermost first | type | expression.
const KNOWN: &str = include_str!("name_rules.txt");

#[test]
fn well_known_names() {
    let mut wrong = Vec::new();
    let lines = KNOWN.lines().filter(|line| !line.starts_with('#'));
    let mut count = 0;
    for line in lines {
        count += 1;
        let mut columns = line.splitn(4, '|').map(str::trim);
        let mut column = || columns.next().unwrap_or_else(|| panic!("{line}"));
        let (name, owners, kind, expected) = (column(), column(), column(), column());
        let owners: Vec<&str> = owners.split(',').map(str::trim).filter(|owner| !owner.is_empty()).collect();
        let kind: Kind = serde_json::from_value(kind.into()).unwrap();
        let found = built_in(&Property { name, owners: &owners, kind, format: None });
        if found != Some(expected) {
            wrong.push(format!("{line}\n    found {found:?}"));
        }
    }
    assert!(count >= 300, "{count} names");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// 2025-01-01T00:00:00Z.
const NOW: i64 = 1_735_689_600_000;

/// Why a value is none of the type, if so.
fn misfit(kind: Kind, output: Output, text: &str) -> Option<&'static str> {
    let is_number = || text.parse::<f64>().is_ok_and(f64::is_finite);
    let is_text = || !text.is_empty() && !text.contains("{{");
    match (kind, output) {
        (Kind::String | Kind::Integer | Kind::Number, Output::Moment(_))
        | (Kind::Boolean, Output::Boolean) => None,
        (Kind::String, Output::Text | Output::Number) if is_text() => None,
        (Kind::Integer | Kind::Number, Output::Text | Output::Number) if is_number() => None,
        (Kind::String, _) => Some("no text"),
        (Kind::Integer | Kind::Number, _) => Some("no number"),
        (Kind::Boolean, _) => Some("no flag"),
    }
}

#[test]
fn every_expression_gives_what_its_rule_is_for() {
    let mut wrong = BTreeSet::new();
    for (kind, rule) in built_in_rules() {
        let template = match Template::parse(rule.expression) {
            Ok(template) => template,
            Err(error) => {
                wrong.insert(format!("{}: {error}", rule.expression));
                continue;
            }
        };
        for seed in 0..5 {
            let mut out = String::new();
            let output = template.write(&mut Scope {
                out: &mut out,
                rng: &mut Rng::new(seed),
                now: NOW,
                locale: locale::find("en"),
                zone: Zone::UTC,
                entity: &mut Entity::default(),
            });
            if let Some(reason) = misfit(kind, output, &out) {
                wrong.insert(format!("{} for {kind:?} {}: {reason}: {out:?}", rule.expression, rule.pattern));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.into_iter().collect::<Vec<_>>().join("\n"));
}

#[test]
fn formats_keep_the_upper_hand() {
    let ask =
        |name, kind, format| built_in(&Property { name, owners: &["User"], kind, format: Some(format) });
    assert_eq!(ask("startDate", Kind::String, "date-time"), Some("{{$record.startsAt}}"));
    assert_eq!(ask("startDate", Kind::String, "date"), Some("{{$record.startsAt}}"));
    assert_eq!(ask("name", Kind::String, "email"), Some("{{$internet.email}}"));
    assert_eq!(ask("lastPing", Kind::String, "date-time"), Some("{{$date.recent}}"));
    assert_eq!(ask("avatar", Kind::String, "uri"), Some("{{$image.avatar}}"));
    assert_eq!(ask("name", Kind::String, "uuid"), Some("{{$string.uuid}}"));
    assert_eq!(ask("data", Kind::String, "byte"), None);
    assert_eq!(ask("count", Kind::String, "int64"), Some("{{$number.int(min=0,max=250)}}"));
    assert_eq!(ask("firstName", Kind::String, "our own"), Some("{{$person.firstName}}"));
}

#[test]
fn names_that_say_nothing() {
    for (name, kind) in [
        ("", Kind::String),
        ("_", Kind::String),
        ("7", Kind::String),
        ("blorf", Kind::String),
        ("blorf", Kind::Number),
    ] {
        assert_eq!(built_in(&Property { name, owners: &[], kind, format: None }), None, "{name}");
    }
    let long = "name".repeat(100_000);
    assert_eq!(built_in(&Property { name: &long, owners: &[&long], kind: Kind::String, format: None }), None);
}

#[test]
fn the_table_is_large() {
    let patterns: BTreeSet<_> = built_in_rules().map(|(_, rule)| rule.pattern).collect();
    assert!(patterns.len() >= 400, "{} patterns", patterns.len());
}

#[test]
fn real_documents_are_known() {
    let documents = names::documents();
    if documents.is_empty() {
        return;
    }
    let (mut plain, mut all, mut unmatched) = (Share::default(), Share::default(), Unmatched::new());
    for (_, document) in &documents {
        let (of_plain, of_all) = names::count(&names::declared(document), &mut unmatched);
        for (total, share) in [(&mut plain, of_plain), (&mut all, of_all)] {
            total.all += share.all;
            total.matched += share.matched;
        }
    }
    println!("{:.2} % of {} properties, {:.2} % with lists", plain.percent(), plain.all, all.percent());
    assert!(plain.percent() >= 90.0, "{:.2} % of the properties are known", plain.percent());
    assert!(all.percent() >= 90.0, "{:.2} % of the properties and lists are known", all.percent());
}
