//! Texts that Postman writes in more than one form.

use serde_json::Value;

/// A description: text, or an object with `content`.
pub(super) fn description(owner: &Value) -> &str {
    match owner.get("description") {
        Some(Value::String(text)) => text,
        Some(Value::Object(members)) => members.get("content").and_then(Value::as_str).unwrap_or_default(),
        _ => "",
    }
}

/// A member that is text; empty otherwise.
pub(super) fn member<'a>(value: &'a Value, name: &str) -> &'a str {
    value.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// A value as text: numbers and booleans are written out, structures as JSON.
pub(super) fn plain(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    }
}

/// Whether an entry of a list is switched off.
pub(super) fn is_disabled(entry: &Value) -> bool {
    entry.get("disabled") == Some(&Value::Bool(true))
}
