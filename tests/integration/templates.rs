//! Templates of custom mocks: golden files, hostile templates, properties, and the examples of `docs/templates.md`.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)] // tests may fail loudly

use edgemock::generate::Context;
use edgemock::request::{IncomingRequest, RequestParts};
use edgemock::template::{Format, MAX_OUTPUT_BYTES, MockTemplate, lenient_json};
use proptest::prelude::*;
use serde_json::value::RawValue;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// The request that golden files and the documentation are rendered for.
fn request() -> IncomingRequest<'static> {
    IncomingRequest::new(RequestParts {
        method: "POST",
        path: "/pets/7",
        path_parameters: vec![("id".into(), "7".into())],
        query: "page=2&tag=a&tag=b&q=%22%7D%2C%22&apidogToken=secret",
        headers: vec![
            ("content-type".into(), "application/json".into()),
            ("accept-language".into(), "de".into()),
            ("cookie".into(), "session=abc; apidogToken=secret".into()),
            ("apidogtoken".into(), "secret".into()),
        ],
        body: br#"{"user": {"name": "Ada \"Countess\" Lovelace"}, "items": [{"sku": "x", "price": 3}, {"sku": "y", "price": 4.5}]}"#,
        ..RequestParts::default()
    })
}

fn render(text: &str, format: Format) -> Result<String, String> {
    let template = MockTemplate::parse(text, format).map_err(|error| format!("refused: {error}"))?;
    let mut out = Vec::new();
    template.render(&request(), &Context::new(1), &mut out).map_err(|error| format!("failed: {error}"))?;
    Ok(String::from_utf8(out).expect("bodies are UTF-8"))
}

/// Each file holds cases: `=== json` or `=== text`, the template, `---`, what it gives for seed 1. With
/// `EDGEMOCK_GOLDEN=overwrite`, results are written anew.
#[test]
fn golden_templates() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/templates");
    let mut seen = 0;
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("entries can be read").path();
        let held = fs::read_to_string(&path).expect("golden files are text");
        let mut made = String::new();
        for case in format!("\n{held}").split("\n=== ").skip(1) {
            let (format, rest) = case.split_once('\n').expect("a case has a format");
            let (template, _) = rest.split_once("\n---\n").expect("a case has a result");
            let kind = if format == "json" { Format::Json } else { Format::Text };
            let result = render(template, kind).unwrap_or_else(|error| error);
            write!(made, "=== {format}\n{template}\n---\n{result}\n\n").expect("strings can be written");
            seen += 1;
        }
        if std::env::var("EDGEMOCK_GOLDEN").is_ok_and(|value| value == "overwrite") {
            fs::write(&path, made).expect("golden files can be written");
        } else {
            let differs = held.lines().zip(made.lines()).find(|(held, made)| held != made);
            assert!(held == made, "{}: the output changed: {differs:?}", path.display());
        }
    }
    assert!(seen > 0, "there are no cases");
}

/// Examples of the documentation: a block of `jinja`, then one of `text` that holds what it gives.
#[test]
fn documentation_tells_the_truth() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/templates.md");
    let held = fs::read_to_string(&path).expect("the page is there");
    let mut made = String::new();
    let mut rest = held.as_str();
    let mut seen = 0;
    while let Some((before, example)) = rest.split_once("```jinja\n") {
        let (template, behind) = example.split_once("\n```\n").expect("an example ends");
        let (between, result) = behind.split_once("```text\n").expect("an example has a result");
        let (_, behind) = result.split_once("```").expect("a result ends");
        let result = render(template, Format::Json).unwrap_or_else(|error| error);
        write!(made, "{before}```jinja\n{template}\n```\n{between}```text\n{result}\n```")
            .expect("strings can be written");
        rest = behind;
        seen += 1;
    }
    made.push_str(rest);
    assert!(seen > 10, "{seen} examples were found");
    if std::env::var("EDGEMOCK_GOLDEN").is_ok_and(|value| value == "overwrite") {
        fs::write(&path, made).expect("the page can be written");
        return;
    }
    let differs = held.lines().zip(made.lines()).find(|(held, made)| held != made);
    assert!(
        held == made,
        "docs/templates.md: {differs:?}. EDGEMOCK_GOLDEN=overwrite cargo test --test integration templates"
    );
}

/// On a stack as small as that of the Worker.
fn on_a_small_stack(work: impl FnOnce() + Send + 'static) {
    let thread = std::thread::Builder::new().stack_size(1024 * 1024).spawn(work).expect("threads start");
    thread.join().expect("nothing panics");
}

#[test]
fn hostile_templates_end() {
    let doubling = "{% set a = a ~ a %}".repeat(60);
    let lists = "{% set a = [a, a] %}".repeat(60);
    let nesting = "{% set a = [a] %}".repeat(2000);
    let cases = [
        "{% for i in range(1000000000) %}x{% endfor %}".to_owned(),
        "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}".to_owned(),
        "{{ 'a' * 10**9 }}".to_owned(),
        format!("{{% set a = 'aaaaaaaa' %}}{doubling}{{{{ a }}}}"),
        format!("{{% set a = 1 %}}{lists}{{{{ a }}}}"),
        format!("{{% set a = 1 %}}{nesting}{{{{ a }}}}"),
        "{% set a = 1 %}{% for i in range(5000) %}{% set a = [a] %}{% endfor %}{{ a }}".to_owned(),
        "{% set a = 'x' %}{% for i in range(500) %}{% set a = a ~ a %}{% endfor %}".to_owned(),
        "{{ 'a'|center(1000000000) }}".to_owned(),
        "{{ [1]|batch(1000000000, 'x') }}".to_owned(),
        "{{ [1]|slice(1000000000) }}".to_owned(),
        "{{ ('a' ~ range(99999)|join('\n'))|indent(1000000) }}".to_owned(),
        "{{ range(99999)|join('a')|replace('a', range(99999)|join) }}".to_owned(),
        format!("{{{{ [{}]|string }}}}", "range(99999),".repeat(300)),
        format!(
            "{{{{ [{}] == 1 or [{}] == [{}] }}}}",
            "range(99999),".repeat(300),
            "range(99999),".repeat(300),
            "range(99999),".repeat(300)
        ),
        format!("{{{{ 'x' ~ [{}] }}}}", "range(99999),".repeat(300)),
        "{% for i in range(99999) %}{% set b = range(99999)|sort %}{% endfor %}".to_owned(),
        "{% for i in range(99999) %}{{$lorem.paragraphs(50)}}{% endfor %}".to_owned(),
        format!("{{% for i in range(99999) %}}{}{{% endfor %}}", "x".repeat(1000)),
        "{{ 9**9**9**9 }}".to_owned(),
    ];
    on_a_small_stack(move || {
        for text in cases {
            for format in [Format::Json, Format::Text] {
                let result = render(&text, format);
                assert!(result.is_err(), "{:.80} gives {:.80}", text, result.unwrap_or_default());
            }
        }
    });
}

#[test]
fn deep_templates_are_refused_or_end() {
    on_a_small_stack(|| {
        for text in [
            format!("{{{{ {}1{} }}}}", "(".repeat(500), ")".repeat(500)),
            format!("{{{{ {}1 }}}}", "not ".repeat(1900)),
            format!("{{{{ {}1 }}}}", "- ".repeat(1900)),
            format!("{{{{ a{} }}}}", ".b".repeat(900)),
            format!("{{{{ a{} }}}}", "|list".repeat(900)),
            format!("{{{{ [1]{} }}}}", "|batch(1)".repeat(390)),
            format!("{{{{ 1{} }}}}", " + 1".repeat(900)),
            format!("{{{{ 1{} }}}}", " if 1 else 1".repeat(450)),
            "{% if 1 %}".repeat(5000),
            "{% if 1 %}".repeat(49) + &"{% endif %}".repeat(49),
        ] {
            let _ = render(&text, Format::Text);
        }
    });
}

#[test]
fn the_longest_body_is_let_through() {
    let template = format!("{{{{ '' }}}}{}", "x".repeat(200_000));
    assert_eq!(render(&template, Format::Text).map(|body| body.len()), Ok(200_000));
    let template = format!("{{% for i in range(10) %}}{}{{% endfor %}}", "x".repeat(MAX_OUTPUT_BYTES / 10));
    assert_eq!(render(&template, Format::Text).map(|body| body.len() / 10), Ok(MAX_OUTPUT_BYTES / 10));
    let template = format!("{{% for i in range(11) %}}{}{{% endfor %}}", "x".repeat(MAX_OUTPUT_BYTES / 10));
    assert!(render(&template, Format::Text).is_err());
}

#[test]
fn no_value_of_a_request_breaks_out() {
    let text = r#"{"a": "{{ request.query.q }}", "b": {{ request.query.q }}, 'c': '{{ request.query.q }}', // {{ request.query.q }}
        "d": {{ request.body }}, {{ request.query.q }}: 1, "e": {{ request.query.q|escape }}, "f": {{ 'a' ~ request.query.q }}}"#;
    let body = render(text, Format::Json).unwrap();
    let value: serde_json::Value = serde_json::from_str(&body).unwrap();
    let sent = "\"},\"";
    assert_eq!((&value["a"], &value["b"], &value["c"]), (&sent.into(), &sent.into(), &sent.into()), "{body}");
    assert_eq!((value[sent].as_i64(), &value["f"]), (Some(1), &format!("a{sent}").into()));
    assert!(value["d"]["user"]["name"].as_str().is_some_and(|name| name.contains('"')));
}

#[test]
fn tokens_are_nowhere() {
    for text in [
        "{{ request }}",
        "{{ request.url }}{{ request.query }}{{ request.headers }}{{ request.cookies }}{{ request.text }}",
    ] {
        let body = render(text, Format::Text).unwrap();
        assert!(body.contains("/pets/7") && !body.contains("secret"), "{body}");
    }
}

fn json() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<i64>().prop_map(Into::into),
        any::<f64>().prop_map(Into::into),
        any::<String>().prop_map(Into::into),
    ];
    leaf.prop_recursive(6, 60, 8, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..8).prop_map(Into::into),
            prop::collection::vec((any::<String>(), inner), 0..8)
                .prop_map(|members| serde_json::Value::Object(members.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn json_stays_as_it_is(value in json(), pretty in any::<bool>()) {
        let compact = value.to_string();
        let text = if pretty { serde_json::to_string_pretty(&value).unwrap() } else { compact.clone() };
        prop_assert_eq!(lenient_json(&text, usize::MAX).unwrap(), compact);
    }

    #[test]
    fn what_is_mended_is_json(value in json(), cut in any::<prop::sample::Index>(), put in "[\\[\\]{},:\"'\\\\/*\n0a-]{0,4}") {
        let mut text = value.to_string();
        let at = text.floor_char_boundary(cut.index(text.len() + 1));
        let end = text.len().min(text.ceil_char_boundary(at + usize::from(put.len() % 2 == 0)));
        text.replace_range(at..end, &put);
        if let Ok(mended) = lenient_json(&text, 1_000_000) {
            // Not read as a value: digits that fit no float are JSON, too.
            prop_assert!(serde_json::from_str::<&RawValue>(&mended).is_ok(), "{} gives {}", text, mended);
            prop_assert_eq!(lenient_json(&mended, 1_000_000).unwrap(), mended);
        }
    }

    #[test]
    fn any_text_is_read_or_refused(parts in prop::collection::vec(prop_oneof![
        prop::sample::select(vec![
            "{{", "}}", "{%", "%}", "{#", "#}", "-", " ", "if", "else", "endif", "for", "in", "endfor", "set", "=", "==",
            "a", "request", ".", "query", "body", "|", "upper", "default", "(", ")", "[", "]", "{", "}", ",", "'x'", "1",
            "$person.fullName", "@name", "@integer(1,9)", "\"", "\\", "\n", "raw", "endraw", "mock", "not", "is", "defined",
            "range", "+", "*", "~", "loop.index", "{% if a %}", "{% endif %}", "{% for a in request %}", "{% endfor %}", "ä",
        ]).prop_map(str::to_owned),
        any::<String>(),
    ], 0..30)) {
        let text = parts.concat();
        for format in [Format::Json, Format::Text] {
            match MockTemplate::parse(&text, format) {
                Err(error) => prop_assert!(error.line <= text.lines().count() + 1, "{}", error),
                Ok(template) => {
                    let mut out = Vec::new();
                    let mut again = Vec::new();
                    let result = template.render(&request(), &Context::new(1), &mut out);
                    prop_assert_eq!(&result, &template.render(&request(), &Context::new(1), &mut again));
                    prop_assert_eq!(&out, &again);
                    if format == Format::Json && result.is_ok() && !out.is_empty() {
                        prop_assert!(serde_json::from_slice::<&RawValue>(&out).is_ok());
                    }
                }
            }
        }
    }
}
