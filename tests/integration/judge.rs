//! The judge itself is judged: on the official suite and on the rules that OpenAPI adds.
#![allow(clippy::panic)] // helpers of tests may fail loudly

use crate::support::convert::Mode;
use crate::support::judge::{Judge, Verdict, plain};
use crate::support::richness::richness;
use crate::support::{corpus, schemas};
use serde_json::{Value, json};

fn document(version: &str, schemas: &Value) -> Value {
    json!({"openapi": version, "components": {"schemas": schemas}})
}

fn accepts(judge: &mut Judge, name: &str, mode: Mode, value: &Value) -> bool {
    match judge.judge(&format!("/components/schemas/{name}"), mode, value) {
        Verdict::Valid => true,
        Verdict::Invalid(_) => false,
        Verdict::Unverifiable(message) => panic!("{name}: {message}"),
    }
}

#[test]
fn agrees_with_the_official_suite() {
    let Some(folder) = corpus::folder("json-schema/suite") else { return };
    // The suite tests in `format.json` that formats are annotations; the judge asserts them.
    let cases: Vec<_> =
        schemas::suite(&folder).into_iter().filter(|case| !case.name.contains("/format.json")).collect();
    let mut wrong = Vec::new();
    for case in &cases {
        let validator =
            plain(&case.schema, case.draft).unwrap_or_else(|message| panic!("{}: {message}", case.name));
        let differs =
            case.instances.iter().filter(|instance| validator.is_valid(&instance.data) != instance.valid);
        wrong.extend(differs.map(|instance| format!("{}: {}", case.name, instance.description)));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn agrees_with_the_authors_of_real_schemas() {
    let Some(folder) = corpus::folder("json-schema/real") else { return };
    let mut wrong = Vec::new();
    for case in schemas::real(&folder) {
        let validator =
            plain(&case.schema, case.draft).unwrap_or_else(|message| panic!("{}: {message}", case.name));
        let differs =
            case.instances.iter().filter(|instance| validator.is_valid(&instance.data) != instance.valid);
        wrong.extend(differs.map(|instance| format!("{}: {}", case.name, instance.data)));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn reads_openapi_30_as_the_scorer_does() {
    let document = document(
        "3.0.3",
        &json!({
            "Plain": {"type": "string", "nullable": true},
            "Chosen": {"enum": ["a"], "nullable": true},
            "Referring": {"$ref": "#/components/schemas/Missing"},
            "Exclusive": {"type": "number", "minimum": 1, "exclusiveMinimum": true},
            "Small": {"type": "integer", "format": "int32"},
            "Big": {"type": "integer", "format": "int64", "nullable": true},
            "Bytes": {"type": "string", "format": "byte"},
            "Odd": {"type": "int", "minLength": "3", "pattern": "("},
            "Secret": {"type": "string", "writeOnly": true},
            "Account": {
                "type": "object",
                "required": ["id", "secret", "other", "id"],
                "properties": {
                    "id": {"type": "integer", "readOnly": true},
                    "secret": {"$ref": "#/components/schemas/Secret"},
                    "other": {"$ref": "#/components/schemas/Account"},
                }
            },
        }),
    );
    let mut judge = Judge::new(document);
    let big = json!(3_000_000_000_i64);
    let cases = [
        ("Plain", json!(null), true),
        ("Plain", json!(1), false),
        ("Chosen", json!(null), true),
        ("Chosen", json!("b"), false),
        ("Referring", json!({"any": "thing"}), true),
        ("Exclusive", json!(1), false),
        ("Exclusive", json!(1.5), true),
        ("Small", big.clone(), false),
        ("Small", json!(-2_147_483_648_i64), true),
        ("Big", big, true),
        ("Big", json!(u64::MAX), false),
        ("Big", json!(null), true),
        ("Bytes", json!("YWI="), true),
        ("Bytes", json!("YWI"), false),
        ("Bytes", json!("Y=I="), false),
        ("Odd", json!(7), true),
    ];
    for (name, value, valid) in cases {
        assert_eq!(accepts(&mut judge, name, Mode::Response, &value), valid, "{name} {value}");
    }
    assert!(judge.unresolved().contains("#/components/schemas/Missing"));
    let mut account = json!({"id": 1, "other": null});
    assert!(!accepts(&mut judge, "Account", Mode::Response, &account), "the reference is to an object");
    account["other"] = json!({"id": 2, "other": {"id": 3}});
    assert!(!accepts(&mut judge, "Account", Mode::Response, &account), "`other` is required at every depth");
    assert!(
        !accepts(&mut judge, "Account", Mode::Request, &json!({"id": 1, "other": {}})),
        "`secret` is required in requests"
    );
}

#[test]
fn reads_openapi_31_as_it_is() {
    let document = document(
        "3.1.0",
        &json!({
            "Base": {"type": "object", "required": ["kind"], "properties": {"kind": {"const": "base"}}},
            "Beside": {"$ref": "#/components/schemas/Base", "required": ["more"], "unevaluatedProperties": false,
                "properties": {"more": {"type": ["string", "null"], "format": "date-time"}}},
            "Old": {"type": "string", "nullable": true, "example": {"$ref": "#/nowhere"}},
            "List": {"type": "array", "items": {"$ref": "#/components/schemas/List"}},
        }),
    );
    let mut judge = Judge::new(document);
    let cases = [
        ("Beside", json!({"kind": "base", "more": null}), true),
        ("Beside", json!({"kind": "base", "more": "yesterday"}), false),
        ("Beside", json!({"kind": "base", "more": null, "extra": 1}), false),
        ("Beside", json!({"more": null}), false),
        ("Old", json!(null), true),
        ("List", json!([[[]], []]), true),
        ("List", json!([[[1]], []]), false),
    ];
    for (name, value, valid) in cases {
        assert_eq!(accepts(&mut judge, name, Mode::Response, &value), valid, "{name} {value}");
    }
}

#[test]
fn tells_where_and_why() {
    let document = document(
        "3.1.0",
        &json!({
            "Pet": {"type": "object", "properties": {"owner": {"$ref": "#/components/schemas/Owner"}}},
            "Owner": {"oneOf": [{"type": "null"}, {"type": "object", "properties": {"age": {"minimum": 18}}}]},
        }),
    );
    let mut judge = Judge::new(document);
    let Verdict::Invalid(failure) =
        judge.judge("/components/schemas/Pet", Mode::Response, &json!({"owner": {"age": 3}}))
    else {
        panic!("3 is under age");
    };
    assert_eq!(
        (failure.keyword.as_str(), failure.instance.as_str(), failure.excerpt.as_str()),
        ("oneOf › minimum", "/owner/age", "3")
    );
    assert_eq!(failure.schema, "#/components/schemas/Owner/oneOf/1/properties/age/minimum");
}

#[test]
fn counts_declared_members() {
    let document = document(
        "3.0.0",
        &json!({
            "Base": {"type": "object", "properties": {"id": {}, "name": {}}},
            "Pet": {"allOf": [{"$ref": "#/components/schemas/Base"}, {"type": "object", "properties": {
                "tags": {"type": "array", "items": {"type": "string"}},
                "home": {"oneOf": [{"type": "string"}, {"type": "object", "properties": {"street": {}, "city": {}}}]}}}]},
            "Map": {"type": "object", "additionalProperties": {"$ref": "#/components/schemas/Base"}},
        }),
    );
    let mut judge = Judge::new(document);
    judge.prepare(["/components/schemas/Pet", "/components/schemas/Map"], Mode::Response);
    let cases = [
        ("Pet", json!({}), (0, 4)),
        ("Pet", json!({"id": 1, "name": 2, "tags": [], "home": "x"}), (4, 5)),
        ("Pet", json!({"id": 1, "tags": ["x"], "home": {"street": 1}}), (5, 7)),
        ("Map", json!({"a": {"id": 1}, "b": {}}), (1, 4)),
    ];
    for (name, value, (present, declared)) in cases {
        let rich = richness(&mut judge, &format!("/components/schemas/{name}"), Mode::Response, &value);
        assert_eq!(
            (rich.present, rich.declared),
            (present, declared),
            "{name} {value}: missing {:?}",
            rich.missing
        );
    }
}

#[test]
fn bundles_stand_alone() {
    let document = document(
        "3.0.0",
        &json!({"Tree": {"type": "object", "properties": {"kids": {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}}}}}),
    );
    let mut judge = Judge::new(document);
    let bundle = judge.bundle("/components/schemas/Tree", Mode::Response);
    let validator = jsonschema::draft202012::new(&bundle).unwrap();
    assert!(validator.is_valid(&json!({"kids": [{"kids": []}]})));
    assert!(!validator.is_valid(&json!({"kids": [{"kids": 1}]})));
}
