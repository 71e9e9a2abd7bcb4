//! Custom mocks as requests bring them.

use super::fields::{Field, Is, checked};
use crate::error::ManagementError;
use crate::model::CustomMock;
use crate::respond::custom::{CompiledMock, MockFault};
use serde_json::{Map, Value};

const MOCK: [Field; 5] = [
    Field::maybe("id", Is::Number(u64::MAX)),
    Field::maybe("name", Is::Text),
    Field::maybe("enabled", Is::Flag),
    Field::maybe("conditions", Is::List),
    Field::needed("response", Is::Object),
];

const LOCATIONS: [&str; 6] = ["path", "query", "header", "cookie", "body", "ip"];
const COMPARISONS: [&str; 17] = [
    "equal",
    "notEqual",
    "less",
    "lessOrEqual",
    "greater",
    "greaterOrEqual",
    "contains",
    "notContains",
    "startsWith",
    "endsWith",
    "regex",
    "in",
    "notIn",
    "exists",
    "absent",
    "empty",
    "notEmpty",
];

const CONDITION: [Field; 4] = [
    Field::needed("location", Is::OneOf(&LOCATIONS)),
    Field::maybe("name", Is::Text),
    Field::needed("comparison", Is::OneOf(&COMPARISONS)),
    Field::maybe("value", Is::Anything),
];

const RESPONSE: [Field; 4] = [
    Field::maybe("status", Is::NumberOrNull(u16::MAX as u64)),
    Field::maybe("delay", Is::Number(u32::MAX as u64)),
    Field::maybe("headers", Is::List),
    Field::maybe("body", Is::Object),
];

const HEADER: [Field; 2] = [Field::needed("name", Is::Text), Field::needed("value", Is::Text)];

const BODY_TYPES: [&str; 5] = ["empty", "json", "text", "template", "generated"];
const TYPE: Field = Field::needed("type", Is::OneOf(&BODY_TYPES));
const CONTENT_TYPE: Field = Field::maybe("contentType", Is::TextOrNull);
const EMPTY: [Field; 1] = [TYPE];
const JSON: [Field; 3] = [TYPE, Field::needed("value", Is::Anything), CONTENT_TYPE];
const TEXT: [Field; 3] = [TYPE, Field::needed("text", Is::Text), CONTENT_TYPE];
const GENERATED: [Field; 3] =
    [TYPE, Field::maybe("response", Is::TextOrNull), Field::maybe("fields", Is::List)];

const SET: [Field; 2] = [Field::needed("path", Is::Text), Field::needed("value", Is::Anything)];

/// Reads one custom mock that stands at a pointer of the request.
///
/// # Errors
/// [`ManagementError`] with the pointer of the field that is wrong.
pub(super) fn custom_mock(value: Value, pointer: &str) -> Result<CustomMock, ManagementError> {
    check_fields(&value, pointer)?;
    let mock: CustomMock = serde_json::from_value(value)
        .map_err(|error| fault_at(MockFault { pointer: pointer.to_owned(), message: error.to_string() }))?;
    CompiledMock::new(&mock).map_err(|fault| fault_at(fault.under(pointer)))?;
    Ok(mock)
}

fn fault_at(fault: MockFault) -> ManagementError {
    let pointer = if fault.pointer.is_empty() { "/" } else { &fault.pointer };
    ManagementError::invalid(pointer, fault.message)
}

fn check_fields(value: &Value, pointer: &str) -> Result<(), ManagementError> {
    let mock = checked(value, pointer, &MOCK)?;
    check_items(mock.get("conditions"), &format!("{pointer}/conditions"), &CONDITION)?;
    let Some(response) = mock.get("response") else { return Ok(()) };
    let response = checked(response, &format!("{pointer}/response"), &RESPONSE)?;
    check_items(response.get("headers"), &format!("{pointer}/response/headers"), &HEADER)?;
    let Some(body) = response.get("body") else { return Ok(()) };
    let at = format!("{pointer}/response/body");
    let fields: &[Field] = match body.get("type").and_then(Value::as_str) {
        Some("json") => &JSON,
        Some("text" | "template") => &TEXT,
        Some("generated") => &GENERATED,
        _ => &EMPTY,
    };
    // Which other fields there are depends on the type, so it comes first.
    if fields.len() == EMPTY.len() {
        let kind = body.get("type").map(|kind| ("type".to_owned(), kind.clone()));
        checked(&kind.into_iter().collect::<Map<_, _>>().into(), &at, &EMPTY)?;
    }
    let body = checked(body, &at, fields)?;
    check_items(body.get("fields"), &format!("{at}/fields"), &SET)
}

/// The objects in a list.
fn check_items(list: Option<&Value>, pointer: &str, fields: &[Field]) -> Result<(), ManagementError> {
    for (index, item) in list.and_then(Value::as_array).into_iter().flatten().enumerate() {
        checked(item, &format!("{pointer}/{index}"), fields)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Comparison, Location};
    use serde_json::json;

    #[test]
    fn names_are_those_of_the_model() {
        for name in LOCATIONS {
            assert!(serde_json::from_value::<Location>(json!(name)).is_ok(), "{name}");
        }
        for name in COMPARISONS {
            assert!(serde_json::from_value::<Comparison>(json!(name)).is_ok(), "{name}");
        }
        let wrong = |error: serde_json::Error| error.to_string().matches('`').count();
        assert_eq!(serde_json::from_value::<Location>(json!("-")).map_err(wrong), Err(2 * (6 + 1)));
        assert_eq!(serde_json::from_value::<Comparison>(json!("-")).map_err(wrong), Err(2 * (17 + 1)));
    }

    #[test]
    fn faults_have_pointers() {
        let cases = [
            (json!({}), "/response"),
            (json!([]), "/"),
            (json!({"response": {}, "nmae": 1}), "/nmae"),
            (json!({"response": {}, "id": -1}), "/id"),
            (json!({"response": {}, "name": null}), "/name"),
            (json!({"response": {}, "name": "x".repeat(201)}), "/name"),
            (json!({"response": {}, "name": "a\nb"}), "/name"),
            (json!({"response": []}), "/response"),
            (json!({"response": {"code": 1}}), "/response/code"),
            (json!({"response": {"status": "200"}}), "/response/status"),
            (json!({"response": {"status": 99}}), "/response/status"),
            (json!({"response": {"status": 65_536}}), "/response/status"),
            (json!({"response": {"delay": -1}}), "/response/delay"),
            (json!({"response": {"delay": 60_001}}), "/response/delay"),
            (json!({"response": {"headers": {}}}), "/response/headers"),
            (json!({"response": {"headers": ["a"]}}), "/response/headers/0"),
            (json!({"response": {"headers": [{"name": "a"}]}}), "/response/headers/0/value"),
            (
                json!({"response": {"headers": [{"name": "a", "value": "b", "in": 1}]}}),
                "/response/headers/0/in",
            ),
            (json!({"response": {"body": null}}), "/response/body"),
            (json!({"response": {"body": {}}}), "/response/body/type"),
            (json!({"response": {"body": {"value": 1}}}), "/response/body/type"),
            (json!({"response": {"body": {"type": "yaml", "text": "x"}}}), "/response/body/type"),
            (json!({"response": {"body": {"type": "text"}}}), "/response/body/text"),
            (json!({"response": {"body": {"type": "empty", "text": ""}}}), "/response/body/text"),
            (json!({"response": {"body": {"type": "json", "text": "x"}}}), "/response/body/text"),
            (
                json!({"response": {"body": {"type": "json", "value": 1, "contentType": 1}}}),
                "/response/body/contentType",
            ),
            (
                json!({"response": {"body": {"type": "generated", "fields": [{}]}}}),
                "/response/body/fields/0/path",
            ),
            (json!({"response": {}, "enabled": 1}), "/enabled"),
            (json!({"response": {}, "conditions": {}}), "/conditions"),
            (json!({"response": {}, "conditions": [{"location": "moon"}]}), "/conditions/0/location"),
            (json!({"response": {}, "conditions": [{"location": "query", "in": 1}]}), "/conditions/0/in"),
            (json!({"response": {}, "conditions": [{"location": "query"}]}), "/conditions/0/comparison"),
            (
                json!({"response": {}, "conditions": [{"location": "query", "name": "a", "comparison": "regex", "value": "("}]}),
                "/conditions/0/value",
            ),
        ];
        for (body, pointer) in cases {
            match custom_mock(body.clone(), "").unwrap_err() {
                ManagementError::Invalid { pointer: at, .. } => assert_eq!(at, pointer, "{body}"),
                other => panic!("{body}: {other:?}"),
            }
        }
    }
}
