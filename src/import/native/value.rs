//! Reading the members of a project file, which is not known to have a schema: wrong types count as absent.

use serde_json::{Map, Value};

/// A member that is text; empty otherwise.
pub(super) fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// An id, a code: numbers and digits alike.
pub(super) fn id(value: Option<&Value>) -> String {
    match value {
        Some(Value::String(text)) => text.trim().to_owned(),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

/// A member that is a list.
pub(super) fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value.get(name).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}

/// A member that is an object.
pub(super) fn object<'a>(value: &'a Value, name: &str) -> Option<&'a Map<String, Value>> {
    value.get(name).and_then(Value::as_object)
}

/// Whether there is anything in a value: exports write `{}`, `[]`, `""` and `null` everywhere. `"{}"` is an object
/// written as text.
pub(super) fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => matches!(text.trim(), "" | "{}" | "[]" | "null"),
        Value::Array(items) => items.is_empty(),
        Value::Object(members) => members.values().all(is_flat_empty),
        _ => false,
    }
}

/// [`is_empty`] one level down, without going on.
fn is_flat_empty(value: &Value) -> bool {
    match value {
        Value::Object(members) => members.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::String(text) => text.is_empty(),
        Value::Null => true,
        _ => false,
    }
}

/// A name as it is compared: letters and digits alone, in lower case. `not_equal`, `notEqual` and `NOT-EQUAL` are one.
pub(super) fn folded(name: &str) -> String {
    name.chars().filter(|character| character.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The first of several members that is there, names compared by [`folded`].
pub(super) fn first_of<'a>(value: &'a Value, names: &[&str]) -> Option<(&'a str, &'a Value)> {
    let members = value.as_object()?;
    names.iter().find_map(|name| {
        let found = members.iter().find(|(key, value)| folded(key) == *name && !value.is_null());
        found.map(|(key, value)| (key.as_str(), value))
    })
}

/// A text that means yes or no.
pub(super) fn flag(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(flag) => Some(*flag),
        Value::Number(number) => match number.as_f64() {
            Some(0.0) => Some(false),
            Some(1.0) => Some(true),
            _ => None,
        },
        Value::String(text) => match folded(text).as_str() {
            "true" | "yes" | "on" | "enabled" | "1" => Some(true),
            "false" | "no" | "off" | "disabled" | "0" => Some(false),
            _ => None,
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn emptiness() {
        for value in
            [json!(null), json!(""), json!("{}"), json!([]), json!({}), json!({"query": [], "auth": {}})]
        {
            assert!(is_empty(&value), "{value}");
        }
        for value in
            [json!(0), json!(false), json!("x"), json!([null]), json!({"a": 1}), json!({"a": {"b": []}})]
        {
            assert!(!is_empty(&value), "{value}");
        }
    }

    #[test]
    fn members() {
        let value = json!({"Match_Type": "regex", "id": 7, "name": " x ", "items": 5, "none": null});
        assert_eq!(first_of(&value, &["none", "matchtype"]), Some(("Match_Type", &json!("regex"))));
        assert_eq!(
            (id(value.get("id")), id(value.get("name")), id(value.get("items"))),
            ("7".into(), "x".into(), "5".into())
        );
        assert_eq!((list(&value, "items").len(), text(&value, "id")), (0, ""));
        for (value, expected) in [
            (json!(true), Some(true)),
            (json!("off"), Some(false)),
            (json!(1), Some(true)),
            (json!(2), None),
            (json!([]), None),
        ] {
            assert_eq!(flag(&value), expected, "{value}");
        }
    }
}
