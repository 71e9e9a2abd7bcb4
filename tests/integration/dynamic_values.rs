//! Every method, pipe and placeholder in every locale; and the list of them all in `docs/dynamic-values.md`.

#![allow(clippy::expect_used, clippy::panic, clippy::print_stderr, clippy::unwrap_used)] // tests may fail loudly

use edgemock::dynamic::catalogue::MODULES;
use edgemock::dynamic::legacy::PLACEHOLDERS;
use edgemock::dynamic::locale::{self, LOCALES, Locale};
use edgemock::dynamic::pipe::{DATE_PIPES, Pipe, TEXT_PIPES};
use edgemock::dynamic::{Entity, Output, Parameter, ParameterKind, Scope, Template, Zone, moment};
use edgemock::generate::Rng;
use serde_json::Value;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// 2025-01-01T12:00:00Z.
const NOW: i64 = 1_735_732_800_000;
/// More than any one value may have.
const TOO_LONG: usize = 100_001;

fn draw_at(now: i64, text: &str, locale: &'static Locale, seed: u64) -> (Output, String) {
    let template = Template::parse(text).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(template.fixed(), None, "{text} holds no expression");
    let mut out = String::new();
    let mut scope = Scope {
        out: &mut out,
        rng: &mut Rng::new(seed),
        now,
        locale,
        zone: Zone::UTC,
        entity: &mut Entity::default(),
    };
    let output = template.write(&mut scope);
    if let Output::Moment(value) = output {
        assert_eq!(out, "", "{text}: nothing is written for a moment");
        moment::write_iso(value, &mut out);
    }
    (output, out)
}

fn draw(text: &str, locale: &'static Locale, seed: u64) -> (Output, String) {
    draw_at(NOW, text, locale, seed)
}

fn braced(expression: &str) -> String {
    format!("{{{{{expression}}}}}")
}

/// Draws a text for several seeds: repeatable, bounded, of the kind it claims to be.
fn walk(text: &str, locale: &'static Locale, may_be_empty: bool) {
    for seed in 0..6 {
        let (output, value) = draw(text, locale, seed);
        let context = || format!("{text} in {} for seed {seed}: {output:?} {value:.200}", locale.code);
        assert_eq!((output, &value), (output, &draw(text, locale, seed).1), "{}", context());
        assert!(value.len() < TOO_LONG, "{}", context());
        match output {
            Output::Nothing => assert_eq!(value, "", "{}", context()),
            Output::Number => {
                assert!(serde_json::from_str::<serde_json::Number>(&value).is_ok(), "{}", context());
            }
            Output::Boolean => assert!(value == "true" || value == "false", "{}", context()),
            Output::Json => assert!(serde_json::from_str::<Value>(&value).is_ok(), "{}", context()),
            Output::Text | Output::Moment(_) => {
                assert!(may_be_empty || !value.is_empty(), "{}", context());
                assert!(!value.contains(['{', '}']) || text.contains("{%") || is_code(text), "{}", context());
            }
        }
    }
}

/// Values in which braces are no sign of a template left unfilled.
fn is_code(text: &str) -> bool {
    ["string.", "internet.password", "hacker.", "git.", "@"].iter().any(|part| text.contains(part))
}

#[test]
fn every_method_in_every_locale() {
    for locale in LOCALES {
        for module in MODULES {
            for method in module.methods {
                walk(&braced(&format!("${}.{}", module.name, method.name)), locale, true);
                walk(&braced(method.example), locale, false);
            }
        }
        for pipe in TEXT_PIPES.iter().chain(DATE_PIPES) {
            walk(&braced(pipe.example), locale, false);
        }
        for placeholder in PLACEHOLDERS.iter().copied().flatten() {
            walk(placeholder.example, locale, false);
        }
    }
}

#[test]
fn modules_and_methods_are_in_order() {
    assert!(MODULES.is_sorted_by_key(|module| module.name));
    for module in MODULES {
        assert!(module.methods.is_sorted_by_key(|method| method.name), "{}", module.name);
        for method in module.methods {
            let name = format!("${}.{}", module.name, method.name);
            assert!(method.example.starts_with(&name), "{} is the example of {name}", method.example);
            assert!(method.doc.ends_with('.') && !method.doc.contains('\n'), "{name}: {}", method.doc);
        }
    }
}

#[test]
fn any_clock_is_safe() {
    for now in [i64::MIN, -62_135_596_800_000, -1, 0, 253_402_300_799_999, i64::MAX] {
        for method in MODULES.iter().flat_map(|module| module.methods) {
            draw_at(now, &braced(method.example), locale::find("en"), 1);
        }
        for example in TEXT_PIPES.iter().chain(DATE_PIPES).map(|pipe| pipe.example) {
            draw_at(now, &braced(example), locale::find("en"), 1);
        }
        for placeholder in PLACEHOLDERS.iter().copied().flatten() {
            draw_at(now, placeholder.example, locale::find("en"), 1);
        }
    }
}

/// Arguments at the edges of what a parameter takes.
fn edges(kind: ParameterKind) -> &'static [&'static str] {
    match kind {
        ParameterKind::Integer => &["-9223372036854775808", "9223372036854775807", "0", "-1"],
        ParameterKind::Number => &["-1.7e308", "1.7e308", "0", "-0.5"],
        ParameterKind::Flag => &["true", "false"],
        ParameterKind::Text => &["''", "'é{}\"\\\\ß'", "'%s#?*!L[1-'", "'0'"],
        ParameterKind::List => &["[]", "['']", "[[],1,null]", "'x'"],
        ParameterKind::Moment => &["-9223372036854775808", "9223372036854775807", "'2025-01-01'"],
        ParameterKind::Zone => &["'Pacific/Apia'", "'-12:00'"],
        ParameterKind::Pattern => &["''", "'(a|b)*'", "'[^a]{3}'"],
        ParameterKind::Choice(_) => &[],
    }
}

#[test]
fn arguments_at_their_edges() {
    for module in MODULES {
        for method in module.methods {
            for parameter in method.parameters {
                let choices = match parameter.kind {
                    ParameterKind::Choice(choices) => {
                        choices.iter().map(|choice| format!("'{choice}'")).collect()
                    }
                    kind => edges(kind).iter().map(|edge| (*edge).to_owned()).collect::<Vec<_>>(),
                };
                for value in choices {
                    let text =
                        braced(&format!("${}.{}({}={value})", module.name, method.name, parameter.name));
                    for seed in 0..3 {
                        let (_, value) = draw(&text, locale::find("en"), seed);
                        assert!(value.len() < TOO_LONG, "{text}");
                    }
                }
            }
        }
    }
}

#[test]
fn what_exports_hold_can_be_written() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus/apidog");
    let Ok(files) = fs::read_dir(&folder) else {
        eprintln!("skipped: {} is not there", folder.display());
        return;
    };
    let mut texts = Vec::new();
    for file in files.flatten() {
        if let Ok(value) = serde_json::from_slice::<Value>(&fs::read(file.path()).expect("readable")) {
            collect(&value, &mut texts);
        }
    }
    texts.sort();
    texts.dedup();
    eprintln!("{} different mock fields", texts.len());
    for text in texts {
        let template = Template::parse(&text).unwrap_or_else(|error| panic!("{error}"));
        if template.fixed().is_none() {
            walk(&text, locale::find("en"), false);
        }
    }
}

#[test]
fn what_exports_are_known_to_hold_can_be_written() {
    for (text, kind) in [
        ("{{$string.uuid}}", Output::Text),
        ("{{$string.nanoid}}", Output::Text),
        ("{{$string.numeric}}", Output::Text),
        ("{{$string.numeric(length=10)}}", Output::Text),
        ("{{$string.alpha(min=3,max=3,casing='upper')}}", Output::Text),
        ("{{$datatype.boolean}}", Output::Boolean),
        ("{{$internet.email}}", Output::Text),
        ("{{$date.timestamp}}", Output::Number),
        ("{{$date.isoTimestamp}}", Output::Moment(NOW)),
        ("{{$person.name}}", Output::Text),
        ("{{$helpers.rangeToNumber(min=9900000000000,max=9999999999999)}}", Output::Number),
        ("{{$helpers.arrayElement([\"TEN\",\"AMP\",\"TNB\",\"50H\"])}}", Output::Text),
        ("{{$date.now|format('yyyyMMdd')}}", Output::Text),
        ("PKT{{$date.now|format('yyyyMMdd')}}{{$string.alpha(min=3,max=3,casing='upper')}}", Output::Text),
        (
            "received event with id NAME at {{$date.isoTimestamp}} and started process with businessKey {{$string.uuid}}",
            Output::Text,
        ),
        ("@date", Output::Text),
        ("@datetime", Output::Text),
        ("@timestamp", Output::Number),
        ("@cname", Output::Text),
        ("@ctitle", Output::Text),
        ("@integer(400, 599)", Output::Number),
        ("@integer(1,99)", Output::Number),
        ("@pick(['200'])", Output::Text),
    ] {
        walk(text, locale::find("en"), false);
        assert_eq!(draw(text, locale::find("en"), 1).0, kind, "{text}");
    }
    for text in
        ["50", "false", "1:1", "EUR", "null", "@{name1} stands on a stage with @{name2}", "{{apiKey}}"]
    {
        assert_eq!(Template::parse(text).expect("fixed").fixed(), Some(text));
    }
}

/// The mock fields of a document.
fn collect(value: &Value, texts: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                match (name.as_str(), member) {
                    ("x-apidog-mock" | "x-apifox-mock" | "mock", Value::String(text)) => {
                        texts.push(text.clone());
                    }
                    _ => collect(member, texts),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, texts)),
        _ => {}
    }
}

#[test]
fn the_list_is_up_to_date() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/dynamic-values.md");
    let made = document();
    if std::env::var("EDGEMOCK_GOLDEN").is_ok_and(|value| value == "overwrite") {
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(&path, made).expect("written");
        return;
    }
    let held = fs::read_to_string(&path).unwrap_or_default();
    let differs = held.lines().zip(made.lines()).find(|(held, made)| held != made);
    assert!(
        held == made,
        "{} is out of date (first difference: {differs:?}). EDGEMOCK_GOLDEN=overwrite cargo test --test integration dynamic_values",
        path.display()
    );
}

const INTRODUCTION: &str = "# Dynamic values

<!-- Written by `EDGEMOCK_GOLDEN=overwrite cargo test --test integration dynamic_values`. -->

A mock field (`x-apidog-mock`, `x-apifox-mock`) holds fixed text, expressions, Mock.js placeholders, or a mixture.

- `{{$module.method}}` is an expression; `{{$module.method(name=value, 'text', ['a', 'b'])|pipe|pipe(1)}}` has arguments
  and pipes. Arguments have the names below, or come in the order below. Texts stand in single or double quotes; Faker's
  `{min: 1, max: 5}` is as good as `min=1, max=5`.
- Every method takes `locale='de'`: the language and country of its values, before the project's.
- A lone expression takes the type of the property; several, or text around them, give text.
- A date without `format` is written as the property asks for (`date`, `date-time`, a number as epoch), else as ISO 8601
  in UTC, or with the offset of a `timeZone` where one is given.
- What the values of one JSON object share agrees: a person, a place, a company, a course of time, a sum.
- What cannot be read is reported at import, with the nearest known name, and stays as it is.
- `{{apiKey}}` without `$` is no expression and stays as it is.

The samples are what the example gives for seed 1 on 2025-01-01T12:00:00Z.
";

fn document() -> String {
    let mut text = INTRODUCTION.to_owned();
    for module in MODULES {
        let _ = write!(text, "\n## {}\n\n{}\n\n", module.name, module.doc);
        text.push_str("| method | what | parameters | example | gives |\n| --- | --- | --- | --- | --- |\n");
        for method in module.methods {
            let cells = [
                code(method.name),
                cell(method.doc),
                parameters(method.parameters),
                code(method.example),
                sample(&braced(method.example)),
            ];
            let _ = writeln!(text, "| {} |", cells.join(" | "));
        }
    }
    for (title, pipes) in [("Pipes", TEXT_PIPES), ("Pipes for dates", DATE_PIPES)] {
        let _ = write!(text, "\n## {title}\n\n");
        if title == "Pipes for dates" {
            text.push_str(PATTERNS);
        }
        text.push_str("| pipe | what | parameters | example | gives |\n| --- | --- | --- | --- | --- |\n");
        for pipe in pipes {
            let cells = [
                pipe_names(pipe),
                cell(pipe.doc),
                parameters(pipe.parameters),
                code(pipe.example),
                sample(&braced(pipe.example)),
            ];
            let _ = writeln!(text, "| {} |", cells.join(" | "));
        }
    }
    text.push_str(LEGACY);
    for group in PLACEHOLDERS {
        for placeholder in *group {
            let cells = [
                code(&format!("@{}", placeholder.name)),
                cell(placeholder.doc),
                code(placeholder.example),
                sample(placeholder.example),
            ];
            let _ = writeln!(text, "| {} |", cells.join(" | "));
        }
    }
    text
}

const PATTERNS: &str = "A pattern has the letters of Unicode's date fields: `yyyy`, `yy`, `M`, `MM`, `MMM`, `MMMM`, `d`, `dd`, `EEE`, `EEEE`, `H`,
`HH`, `h`, `hh`, `m`, `mm`, `s`, `ss`, `S` to `SSS`, `a`, `XXX`, `xxx`, `Q`, `w`, `t` (epoch seconds), ordinals such as `do`.
`YYYY` and `DD` are taken for `yyyy` and `dd`. Text stands in single quotes; names come in the language of the locale.

";

const LEGACY: &str = "\n## Mock.js placeholders

The ways to write dynamic values before there were expressions, still found in exports. Letter case in names does not
matter; `\\@name` is the text `@name`; `{% mock 'integer', 1, 9 %}` is `@integer(1, 9)`. Dates lie within the past two
years. Names and places are Chinese where the placeholder's are.

| placeholder | what | example | gives |
| --- | --- | --- | --- |
";

fn pipe_names(pipe: &Pipe) -> String {
    let names: Vec<String> = std::iter::once(&pipe.name).chain(pipe.aliases).map(|name| code(name)).collect();
    names.join(", ")
}

fn parameters(parameters: &[Parameter]) -> String {
    let described = parameters.iter().map(|parameter| {
        let kind = match parameter.kind {
            ParameterKind::Integer => "whole number".to_owned(),
            ParameterKind::Number => "number".to_owned(),
            ParameterKind::Flag => "`true` or `false`".to_owned(),
            ParameterKind::Text => "text".to_owned(),
            ParameterKind::List => "list".to_owned(),
            ParameterKind::Moment => "date".to_owned(),
            ParameterKind::Zone => "time zone".to_owned(),
            ParameterKind::Pattern => "regular expression".to_owned(),
            ParameterKind::Choice(choices) => {
                choices.iter().map(|choice| code(choice)).collect::<Vec<_>>().join(", ")
            }
        };
        match parameter.default {
            "" => format!("{}: {kind}", code(parameter.name)),
            default => format!("{}: {kind} ({})", code(parameter.name), cell(default)),
        }
    });
    described.collect::<Vec<_>>().join("<br>")
}

/// What a text gives, cut where it is long.
fn sample(text: &str) -> String {
    let (_, value) = draw(text, locale::find("en"), 1);
    if value.is_empty() {
        return "(nothing)".to_owned();
    }
    let mut short: String = value.chars().take(80).collect();
    if short.len() < value.len() {
        short.push('…');
    }
    code(&short.replace('\n', "⏎").replace('\r', ""))
}

fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}

fn code(text: &str) -> String {
    let text = cell(text);
    if text.contains('`') { format!("`` {text} ``") } else { format!("`{text}`") }
}
