//! Values that mean something: mock fields, names, what belongs together, what the request carries.

#![allow(clippy::unwrap_used, clippy::expect_used)] // tests may fail loudly

use edgemock::dynamic::{Zone, locale};
use edgemock::generate::{Context, RequestValues, generate};
use edgemock::rules::{CustomRule, CustomRules};
use edgemock::schema::{Compiled, Dialect, Direction, Limits, Names, PlanBuilder, Root, Source, check};
use serde_json::{Value, json};

/// How many seeds everything is tried with.
const SEEDS: u64 = 40;

fn compile(document: &Value, names: Names) -> (Compiled, Root) {
    let source = Source::new(document, Dialect::OpenApi31);
    let mut builder = PlanBuilder::new(&source, Direction::Response, Limits::default()).with_names(names);
    let root = builder.root("");
    (builder.finish(), root)
}

fn body(compiled: &Compiled, root: Root, context: &Context<'_>) -> Value {
    let mut out = Vec::new();
    let outcome = generate(&compiled.plan, root, context, &mut out);
    let value = serde_json::from_slice(&out).expect("bodies are JSON");
    assert!(outcome.valid, "{value}");
    value
}

/// The bodies of a schema, each of which fits it.
fn bodies(schema: &Value, names: Names) -> Vec<Value> {
    let (compiled, root) = compile(schema, names);
    let source = Source::new(schema, Dialect::OpenApi31);
    (0..SEEDS)
        .map(|seed| {
            let value = body(&compiled, root, &Context::new(seed));
            check(&source, "", Direction::Response, &value).expect("bodies fit");
            value
        })
        .collect()
}

#[allow(clippy::needless_pass_by_value)] // reads better where it is called
fn object(properties: Value) -> Value {
    let names: Vec<&String> = properties.as_object().expect("properties").keys().collect();
    json!({"type": "object", "required": names, "properties": properties.clone()})
}

fn strings(names: &[&str]) -> Value {
    object(names.iter().map(|name| ((*name).to_owned(), json!({"type": "string"}))).collect())
}

#[test]
fn mock_fields_come_first_and_take_the_type() {
    for (schema, expected) in [
        (json!({"type": "string", "x-apidog-mock": "success"}), json!("success")),
        (json!({"type": "integer", "x-apidog-mock": "50"}), json!(50)),
        (json!({"type": "number", "x-apifox-mock": "0.25"}), json!(0.25)),
        (json!({"type": "boolean", "x-apidog-mock": "false"}), json!(false)),
        (json!({"type": "boolean", "x-apidog-mock": true}), json!(true)),
        (json!({"type": ["string", "null"], "x-apidog-mock": "null"}), json!("null")),
        (json!({"type": ["integer", "null"], "x-apidog-mock": "null"}), json!(null)),
        (json!({"type": "string", "enum": ["EUR", "USD"], "x-apidog-mock": "EUR"}), json!("EUR")),
        (json!({"type": "array", "items": {"type": "integer"}, "x-apidog-mock": "[1, 2]"}), json!([1, 2])),
        (json!({"type": "string", "x-faker": {"helpers.arrayElement": [["only"]]}}), json!("only")),
        (json!({"type": "string", "x-apidog-mock": "{{$number.int(min=3,max=3)}}"}), json!("3")),
        (json!({"type": "integer", "x-apidog-mock": "{{$number.int(min=3,max=3)}}"}), json!(3)),
        (json!({"type": "string", "x-apidog-mock": "a-{{$number.int(min=3,max=3)}}-b"}), json!("a-3-b")),
        (json!({"type": "string", "x-apidog-mock": "{{apiKey}}"}), json!("{{apiKey}}")),
        (json!({"type": "integer", "x-apidog-mock": "@integer(7,7)"}), json!(7)),
        (
            json!({"$ref": "#/$defs/a", "x-apidog-mock": "DE", "$defs": {"a": {"type": "string"}}}),
            json!("DE"),
        ),
    ] {
        for value in bodies(&schema, Names::default()) {
            assert_eq!(value, expected, "{schema}");
        }
    }
}

#[test]
fn mock_fields_never_break_their_schema() {
    for (schema, message) in [
        (json!({"type": "integer", "x-apidog-mock": "{{$string.uuid}}"}), "do not fit"),
        (json!({"type": "string", "maxLength": 3, "x-apidog-mock": "too long"}), "do not fit"),
        (json!({"type": "integer", "maximum": 5, "x-apidog-mock": "50"}), "do not fit"),
        (json!({"type": "array", "items": {"type": "string"}, "x-apidog-mock": "[1]"}), "do not fit"),
        (
            json!({"type": "string", "x-apidog-mock": "{{$person.fulName}}"}),
            "did you mean `person.fullName`?",
        ),
    ] {
        let (compiled, _) = compile(&schema, Names::default());
        let problems = &compiled.problems;
        assert!(problems.iter().any(|problem| problem.message.contains(message)), "{schema}: {problems:?}");
        bodies(&schema, Names::default());
    }
    // What fits now and then is drawn until it does.
    let even = json!({"type": "integer", "multipleOf": 2, "x-apidog-mock": "{{$number.int(min=1,max=4)}}"});
    for value in bodies(&even, Names::default()) {
        assert!([2, 4].contains(&value.as_i64().unwrap()), "{value}");
    }
}

#[test]
fn orders_refs_and_ignored_properties() {
    let schema = json!({
        "type": "object",
        "properties": {"b": {"type": "string"}, "a": {"type": "string"}, "hidden": {"type": "string"}},
        "x-apidog-orders": ["a", "01J", "b"],
        "x-apidog-ignore-properties": ["hidden"],
        "x-apidog-refs": {"01J": {"$ref": "#/$defs/other", "x-apidog-overrides": {"d": null, "e": {"const": "mine"}}}},
        "$defs": {"other": {"type": "object", "properties": {"c": {"const": 1}, "d": {}, "e": {"const": "theirs"}}}}
    });
    for value in bodies(&schema, Names::default()) {
        let names: Vec<_> = value.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(names, ["a", "c", "e", "b"], "{value}");
        assert_eq!(value["e"], "mine");
    }
}

#[test]
fn a_person_is_one_person() {
    let schema = strings(&["firstName", "lastName", "fullName", "email"]);
    let mut names = std::collections::HashSet::new();
    for value in bodies(&schema, Names::default()) {
        let text = |name: &str| value[name].as_str().unwrap().to_owned();
        let full = text("fullName");
        assert!(full.contains(&text("firstName")) && full.contains(&text("lastName")), "{value}");
        let plain =
            |name: String| name.to_lowercase().replace(|letter: char| !letter.is_ascii_alphabetic(), "");
        let email = plain(text("email"));
        assert!(
            email.contains(&plain(text("firstName"))) || email.contains(&plain(text("lastName"))),
            "{value}"
        );
        names.insert(full);
    }
    assert!(names.len() > 20, "{names:?}");
}

#[test]
fn a_part_shares_with_the_whole_and_two_things_do_not() {
    let address = strings(&["city", "state", "postalCode"]);
    let person = json!({"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}});
    let mut schema =
        object(json!({"city": {"type": "string"}, "address": address, "author": person, "reviewer": person}));
    schema["title"] = json!("Review");
    let bodies = bodies(&schema, Names::default());
    assert!(bodies.iter().all(|value| value["city"] == value["address"]["city"]), "{bodies:?}");
    assert!(bodies.iter().any(|value| value["author"]["name"] != value["reviewer"]["name"]), "{bodies:?}");
}

#[test]
fn several_persons_of_one_object_differ() {
    let schema = strings(&["senderName", "senderEmail", "receiverName", "receiverEmail"]);
    let bodies = bodies(&schema, Names::default());
    assert!(
        bodies.iter().filter(|value| value["senderName"] != value["receiverName"]).count() > 35,
        "{bodies:?}"
    );
    for value in bodies {
        let plain = |name: &str| {
            value[name].as_str().unwrap().to_lowercase().replace(|c: char| !c.is_ascii_alphabetic(), "")
        };
        let last = value["senderName"].as_str().unwrap().split(' ').next_back().unwrap().to_lowercase();
        let first = value["senderName"].as_str().unwrap().split(' ').next().unwrap().to_lowercase();
        assert!(plain("senderEmail").contains(&last) || plain("senderEmail").contains(&first), "{value}");
    }
}

#[test]
fn milliseconds_are_milliseconds() {
    let schema = object(json!({"createdAtMs": {"type": "integer"}, "createdAt": {"type": "integer"}}));
    for value in bodies(&schema, Names::default()) {
        assert_eq!(
            value["createdAtMs"].as_i64().unwrap() / 1000,
            value["createdAt"].as_i64().unwrap(),
            "{value}"
        );
    }
}

#[test]
fn times_and_sums_agree() {
    let schema = object(json!({
        "created_at": {"type": "string", "format": "date-time"}, "updatedAt": {"type": "string", "format": "date-time"},
        "startDate": {"type": "string", "format": "date"}, "endDate": {"type": "string", "format": "date"},
        "created": {"type": "integer"}, "price": {"type": "number"}, "quantity": {"type": "integer"}, "amount": {"type": "number"}
    }));
    for value in bodies(&schema, Names::default()) {
        let text = |name: &str| value[name].as_str().unwrap().to_owned();
        assert!(text("created_at") <= text("updatedAt"), "{value}");
        assert!(text("startDate") <= text("endDate"), "{value}");
        assert!((1_000_000_000..1_735_689_600).contains(&value["created"].as_i64().unwrap()), "{value}");
        let number = |name: &str| value[name].as_f64().unwrap();
        assert!((number("price") * number("quantity") - number("amount")).abs() < 0.006, "{value}");
    }
}

#[test]
fn values_that_fit_are_chosen_not_cut() {
    let schema = object(json!({"firstName": {"type": "string", "minLength": 3, "maxLength": 5}}));
    let whole = strings(&["firstName"]);
    let known: Vec<Value> =
        (0..60).flat_map(|_| bodies(&whole, Names::default())).map(|v| v["firstName"].clone()).collect();
    assert!(!known.is_empty());
    for value in bodies(&schema, Names::default()) {
        let name = value["firstName"].as_str().unwrap();
        assert!((3..=5).contains(&name.chars().count()) && name.starts_with(char::is_uppercase), "{name}");
    }
}

#[test]
fn custom_rules_come_first_and_built_in_ones_can_be_switched_off() {
    let schema = strings(&["firstName", "sku"]);
    let rule = CustomRule {
        pattern: "first*".into(),
        match_by: edgemock::rules::MatchBy::Wildcard,
        types: Vec::new(),
        expression: "N-{{$number.int(min=5,max=5)}}".into(),
    };
    let custom = || CustomRules::new(std::slice::from_ref(&rule)).expect("a rule");
    for value in bodies(&schema, Names { custom: custom(), ..Names::default() }) {
        assert_eq!(value["firstName"], "N-5");
    }
    for value in bodies(&schema, Names { built_in: false, ..Names::default() }) {
        let name = value["firstName"].as_str().unwrap();
        assert!(name.starts_with(char::is_lowercase), "lorem was expected: {name}");
    }
}

#[test]
fn the_request_comes_back() {
    let pet =
        object(json!({"id": {"type": "integer"}, "shopId": {"type": "string"}, "name": {"type": "string"},
        "owner": object(json!({"id": {"type": "integer"}}))}));
    let (compiled, root) = compile(&pet, Names::default().of_path("/shops/{shop_id}/pets/{petId}"));
    let request =
        RequestValues { path: vec![Some("s1".into()), Some("42".into())], ..RequestValues::default() };
    for seed in 0..SEEDS {
        let value = body(&compiled, root, &Context { request: Some(&request), ..Context::new(seed) });
        assert_eq!((&value["id"], &value["shopId"]), (&json!(42), &json!("s1")), "{value}");
    }
    // What does not fit the type is not taken.
    let request = RequestValues { path: vec![None, Some("rex".into())], ..RequestValues::default() };
    let value = body(&compiled, root, &Context { request: Some(&request), ..Context::new(1) });
    assert!(value["id"].is_number());
}

#[test]
fn pages_tell_of_their_items() {
    let list = object(json!({
        "total": {"type": "integer"}, "page": {"type": "integer"}, "limit": {"type": "integer"}, "has_more": {"type": "boolean"},
        "items": {"type": "array", "items": object(json!({"id": {"type": "integer"}}))}
    }));
    let (compiled, root) = compile(&list, Names::default());
    for seed in 0..SEEDS {
        let value = body(&compiled, root, &Context::new(seed));
        assert_eq!(
            value["total"].as_u64().unwrap(),
            value["items"].as_array().unwrap().len() as u64,
            "{value}"
        );
        assert_eq!(value["has_more"], false, "{value}");
        let request = RequestValues { page: Some(3), limit: Some(7), ..RequestValues::default() };
        let value = body(&compiled, root, &Context { request: Some(&request), ..Context::new(seed) });
        let items = value["items"].as_array().unwrap();
        assert_eq!((items.len(), &value["page"], &value["limit"]), (7, &json!(3), &json!(7)), "{value}");
        assert!(value["total"].as_u64().unwrap() >= 21, "{value}");
        assert_eq!(value["has_more"].as_bool().unwrap(), value["total"].as_u64().unwrap() > 21, "{value}");
        let ids: std::collections::HashSet<u64> =
            items.iter().map(|item| item["id"].as_u64().unwrap()).collect();
        assert_eq!(ids.len(), 7, "{value}");
    }
}

#[test]
fn locales_and_time_zones_are_kept_to() {
    let schema = object(
        json!({"name": {"type": "string"}, "city": {"type": "string"}, "createdAt": {"type": "string"}}),
    );
    let mut schema = schema;
    schema["title"] = json!("Customer");
    let (compiled, root) = compile(&schema, Names::default());
    let japanese = |text: &Value| {
        text.as_str().unwrap().chars().any(|letter| ('\u{3040}'..='\u{9fff}').contains(&letter))
    };
    for seed in 0..SEEDS {
        let zone = Zone::find("Asia/Tokyo").expect("Tokyo");
        let value =
            body(&compiled, root, &Context { locale: locale::find("ja"), zone, ..Context::new(seed) });
        assert!(japanese(&value["name"]) && japanese(&value["city"]), "{value}");
        assert!(value["createdAt"].as_str().unwrap().ends_with("+09:00"), "{value}");
    }
}
