//! Files of other kinds as documents: a Postman collection against its golden document, a project file, the project file
//! of the corpus, and whatever else may be sent under their names.

// Helpers of tests may fail loudly, print and read the clock as tests do; clippy sees only `#[test]` functions as such.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, clippy::print_stderr)]

use edgemock::import::{Document, DocumentKind, ImportOptions, read, text};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::path::Path;

const COLLECTION: &str = include_str!("../fixtures/shop.postman.json");
const PROJECT: &str = include_str!("../fixtures/shop.project.json");

fn document(text: &str) -> Document {
    text::parse(text.as_bytes()).unwrap().read(&ImportOptions::default()).unwrap()
}

/// What a document was turned into has to be a document by itself: it is what is stored.
fn assert_stable(document: &Document) {
    let again = self::document(&document.root.to_string());
    assert_eq!(again.kind, DocumentKind::OpenApi);
    assert_eq!((again.operations, again.mocks), (document.operations.clone(), document.mocks.clone()));
}

#[test]
fn the_collection_becomes_its_golden_document() {
    let document = document(COLLECTION);
    assert_eq!((document.kind, document.failed), (DocumentKind::Postman, 0));
    assert_stable(&document);
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/postman.json");
    let made = serde_json::to_string_pretty(&document.root).unwrap() + "\n";
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&golden, &made).unwrap();
    }
    assert_eq!(made, std::fs::read_to_string(&golden).unwrap(), "set UPDATE_GOLDEN=1 to renew it");
    assert!(!made.contains("not-taken-over"), "no secret is taken over");
    let messages: Vec<_> = document.problems.iter().map(|problem| problem.message.as_str()).collect();
    for part in ["scripts before requests and tests: 1", "`{{tenant}}`"] {
        assert!(messages.iter().any(|message| message.contains(part)), "{part}: {messages:?}");
    }
}

#[test]
fn the_project_brings_mocks_scripts_and_settings() {
    let document = document(PROJECT);
    assert_eq!(
        (document.kind, document.operations.len(), document.folders.as_slice()),
        (DocumentKind::Project, 1, &["订单".to_owned()][..])
    );
    assert_stable(&document);
    let (index, mock) = &document.mocks[0];
    assert_eq!(document.operations[*index].path, "/orders/{id}");
    let mocks: Vec<_> = mock.custom_mocks.iter().map(|mock| (mock.name.as_str(), mock.enabled)).collect();
    assert_eq!(mocks, [("找不到", true), ("关闭的", false), ("奇怪的", false)]);
    assert!(mock.script.as_ref().is_some_and(|script| !script.enabled && script.source.contains("setCode")));
    assert_eq!(
        json!(document.settings),
        json!({"cloudMock": true, "access": "public", "locale": "zh_CN", "builtInNameRules": true,
            "nameRules": [{"pattern": "*昵称", "match": "wildcard", "types": ["string"], "expression": "阿猫"}]})
    );
    let comparison = document
        .problems
        .iter()
        .find(|problem| problem.pointer.ends_with("/mocks/2/conditions/0/comparison"));
    assert!(comparison.is_some_and(|problem| problem.message.contains("roughly")), "{:?}", document.problems);
}

#[test]
fn nothing_of_the_corpus_project_is_dropped_in_silence() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus/apidog/blog-server.native.json");
    let Ok(text) = std::fs::read_to_string(&path) else {
        eprintln!("skipped: {} is not there", path.display());
        return;
    };
    let document = document(&text);
    assert_eq!((document.operations.len(), document.schema_names.len(), document.failed), (22, 35, 0));
    assert_stable(&document);
    let servers = document.root["servers"].as_array().unwrap();
    assert_eq!(servers.len(), 3);
    for part in ["test cases of endpoints: ", "test scenarios: ", "references between test scenarios: 7"] {
        assert!(
            document.problems.iter().any(|problem| problem.message.contains(part)),
            "{part}: {:#?}",
            document.problems
        );
    }
    let settings = document.settings.unwrap();
    assert_eq!((settings.cloud_mock, settings.locale.as_deref()), (Some(false), Some("zh_CN")));
}

#[test]
fn cut_and_deep_files_are_refused_with_a_place() {
    for end in (1..COLLECTION.len() - 2).step_by(97) {
        if let Some(cut) = COLLECTION.get(..end) {
            assert!(text::parse(cut.as_bytes()).is_err(), "{end}");
        }
    }
    let deep = format!(
        "{{\"info\":{{\"_postman_id\":\"x\"}},\"item\":{}{}}}",
        "[{\"item\":".repeat(10_000),
        "}]".repeat(10_000)
    );
    assert!(text::parse(deep.as_bytes()).unwrap_err().message.contains("nested more than"));
}

/// Values of any type, with the names that the two formats have.
fn any_json() -> impl Strategy<Value = Value> {
    let names = prop::sample::select(vec![
        "item",
        "request",
        "response",
        "url",
        "raw",
        "path",
        "host",
        "query",
        "variable",
        "key",
        "value",
        "body",
        "mode",
        "formdata",
        "urlencoded",
        "graphql",
        "header",
        "auth",
        "type",
        "code",
        "name",
        "event",
        "script",
        "exec",
        "method",
        "items",
        "api",
        "mocks",
        "conditions",
        "comparison",
        "location",
        "ipCondition",
        "responses",
        "jsonSchema",
        "parameters",
        "requestBody",
        "examples",
        "mockScript",
        "responseExamples",
        "data",
        "$ref",
        "bodyData",
        "schema",
    ]);
    let leaf = prop_oneof![
        Just(json!(null)),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        prop::sample::select(vec![
            "",
            "GET",
            "get",
            "{{a}}",
            "/a/:id/{{b}}",
            "raw",
            "{\"a\":1}",
            "[",
            "200",
            "{{",
            "}}",
            "a b",
            "{x"
        ])
        .prop_map(Value::from),
        "\\PC{0,12}".prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 60, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::vec((names.clone(), inner), 0..6).prop_map(|members| members
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value))
                .collect::<Value>()),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(256), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_a_collection_holds_becomes_a_document(item in any_json(), auth in any_json(), variable in any_json()) {
        for items in [item.clone(), json!([item.clone()]), json!([{"name": "a", "request": item.clone(), "response": [item.clone()]}]), json!([{"request": {"url": item.clone(), "body": item}}])] {
            let root = json!({"info": {"_postman_id": "x"}, "item": items, "auth": auth, "variable": variable, "event": auth});
            let document = read(root, &ImportOptions::default()).unwrap();
            assert_stable(&document);
        }
    }

    #[test]
    fn whatever_a_project_holds_becomes_a_document(item in any_json(), other in any_json()) {
        let api = json!({"method": "get", "path": "/a", "mocks": [item.clone()], "responses": [item.clone()], "parameters": item.clone(),
            "requestBody": item.clone(), "mockScript": item.clone(), "responseExamples": [item.clone()], "auth": item.clone(), "unknown": item.clone()});
        for collection in [item.clone(), json!([{"items": [item.clone(), {"api": item.clone()}, {"api": api}]}])] {
            let root = json!({"apidogProject": "1", "apiCollection": collection, "schemaCollection": other, "responseCollection": other,
                "environments": other, "projectSetting": other, "commonParameters": other, "info": item, "securitySchemeCollection": [other]});
            let document = read(root, &ImportOptions::default()).unwrap();
            assert_stable(&document);
        }
    }
}
