//! Request bodies, field by field: what is wrong is named with the pointer of the field, which serde alone does not know.

use crate::error::ManagementError;
use crate::import::{member, text};
use serde_json::{Map, Value};

/// How many characters of a name that means nothing are repeated to the caller.
const SHOWN_NAME: usize = 60;

/// One field that an object may have.
pub(super) struct Field {
    pub(super) name: &'static str,
    /// Whether it has to be there.
    pub(super) needed: bool,
    pub(super) is: Is,
}

/// What a field may hold.
pub(super) enum Is {
    /// Whatever JSON there is.
    Anything,
    /// A text.
    Text,
    /// A text, or null as if it were not there.
    TextOrNull,
    /// `true` or `false`.
    Flag,
    /// A whole number up to this.
    Number(u64),
    /// The same, or null as if it were not there.
    NumberOrNull(u64),
    /// A list.
    List,
    /// An object.
    Object,
    /// One of these texts.
    OneOf(&'static [&'static str]),
}

impl Field {
    /// A field that may be absent.
    pub(super) const fn maybe(name: &'static str, is: Is) -> Self {
        Self { name, needed: false, is }
    }

    /// A field that has to be there.
    pub(super) const fn needed(name: &'static str, is: Is) -> Self {
        Self { name, needed: true, is }
    }
}

impl Is {
    fn fits(&self, value: &Value) -> bool {
        let up_to = |most: u64| value.as_u64().is_some_and(|number| number <= most);
        match self {
            Self::Anything => true,
            Self::Text => value.is_string(),
            Self::TextOrNull => value.is_string() || value.is_null(),
            Self::Flag => value.is_boolean(),
            Self::Number(most) => up_to(*most),
            Self::NumberOrNull(most) => value.is_null() || up_to(*most),
            Self::List => value.is_array(),
            Self::Object => value.is_object(),
            Self::OneOf(texts) => value.as_str().is_some_and(|text| texts.contains(&text)),
        }
    }

    fn told(&self) -> String {
        match self {
            Self::Anything => "may be anything".to_owned(),
            Self::Text | Self::TextOrNull => "must be text".to_owned(),
            Self::Flag => "must be true or false".to_owned(),
            Self::Number(most) | Self::NumberOrNull(most) => {
                format!("must be a whole number from 0 to {most}")
            }
            Self::List => "must be a list".to_owned(),
            Self::Object => "must be an object".to_owned(),
            Self::OneOf(texts) => format!("must be one of {}", texts.join(", ")),
        }
    }
}

/// The object that stands at a pointer: it has no other fields than these, and each holds what it may.
pub(super) fn checked<'v>(
    value: &'v Value,
    pointer: &str,
    fields: &[Field],
) -> Result<&'v Map<String, Value>, ManagementError> {
    let Value::Object(members) = value else {
        return Err(ManagementError::invalid(root(pointer), "must be an object"));
    };
    if let Some(name) = members.keys().find(|name| !fields.iter().any(|field| field.name == **name)) {
        let known: Vec<_> = fields.iter().map(|field| field.name).collect();
        return Err(unknown(pointer, name, &known));
    }
    for Field { name, needed, is } in fields {
        match members.get(*name) {
            None if *needed => {
                let message = format!("is missing: {}", is.told());
                return Err(ManagementError::invalid(member(pointer, name), message));
            }
            Some(value) if !is.fits(value) => {
                return Err(ManagementError::invalid(member(pointer, name), is.told()));
            }
            _ => {}
        }
    }
    Ok(members)
}

/// Reads a request body.
///
/// # Errors
/// What is no JSON, with its place; a member that stands twice in its object, with its pointer.
pub(super) fn json_body(body: &[u8]) -> Result<Value, ManagementError> {
    let read = text::parse_json(body).map_err(|error| ManagementError::Malformed(error.to_string()))?;
    match read.problems.into_iter().next() {
        None => Ok(read.value),
        Some(twice) => {
            let message = "stands more than once in its object: leave one of them";
            Err(ManagementError::invalid(twice.pointer, message))
        }
    }
}

/// Reads a request body that has to be an object with no other fields than these.
pub(super) fn object(body: &[u8], known: &[&str]) -> Result<Map<String, Value>, ManagementError> {
    let Value::Object(fields) = json_body(body)? else {
        return Err(ManagementError::invalid("/", "the request body must be a JSON object"));
    };
    match fields.keys().find(|name| !known.contains(&name.as_str())) {
        None => Ok(fields),
        Some(name) => Err(unknown("", name, known)),
    }
}

/// A field that means nothing: a misspelt one would be lost in silence.
pub(super) fn unknown(pointer: &str, name: &str, known: &[&str]) -> ManagementError {
    let name: String = name.chars().filter(|c| !c.is_control()).take(SHOWN_NAME).collect();
    let message = format!("unknown field: send any of {}", known.join(", "));
    ManagementError::invalid(member(pointer, &name), message)
}

/// How errors write the pointer of the whole body.
fn root(pointer: &str) -> &str {
    if pointer.is_empty() { "/" } else { pointer }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn message(error: &ManagementError) -> String {
        assert_eq!(error.status(), 422);
        error.to_string()
    }

    #[test]
    fn fields_are_checked() {
        let fields = [
            Field::needed("name", Is::Text),
            Field::maybe("flag", Is::Flag),
            Field::maybe("size", Is::Number(9)),
            Field::maybe("kind", Is::OneOf(&["a", "b"])),
            Field::maybe("note", Is::TextOrNull),
        ];
        let good = json!({"name": "", "flag": true, "size": 9, "kind": "b", "note": null});
        assert!(checked(&good, "", &fields).is_ok());
        let cases = [
            (json!([]), "must be an object (at /at)"),
            (json!({}), "is missing: must be text (at /at/name)"),
            (json!({"name": null}), "must be text (at /at/name)"),
            (json!({"name": "", "flag": "true"}), "must be true or false (at /at/flag)"),
            (json!({"name": "", "size": 10}), "must be a whole number from 0 to 9 (at /at/size)"),
            (json!({"name": "", "size": -1}), "must be a whole number from 0 to 9 (at /at/size)"),
            (json!({"name": "", "kind": "c"}), "must be one of a, b (at /at/kind)"),
            (json!({"name": "", "note": 1}), "must be text (at /at/note)"),
            (json!({"a/b": 1}), "unknown field: send any of name, flag, size, kind, note (at /at/a~1b)"),
        ];
        for (value, expected) in cases {
            assert_eq!(message(&checked(&value, "/at", &fields).unwrap_err()), expected, "{value}");
        }
    }

    #[test]
    fn bodies_are_json_without_repetition() {
        let cases: [(&[u8], &str); 9] = [
            (b"", "line 1"),
            (b"{\"a\": 1", "line 1, column 8"),
            (b"{\n\"a\" 1}", "line 2"),
            (b"a: 1", "not valid JSON"),
            (b"{} {}", "line 1, column 4"),
            (b"{\"a\": \xff}", "UTF-8"),
            (b"\xff\xfe{\x00}\x00", "UTF-16"),
            (b"{\"a\": {\"b~\": 1, \"b~\": 2}}", "(at /a/b~0)"),
            (b"[{\"a\": 1, \"a\": 1}]", "(at /0/a)"),
        ];
        for (body, part) in cases {
            let text = message(&json_body(body).unwrap_err());
            assert!(text.contains(part), "{}: {text}", String::from_utf8_lossy(body));
        }
        let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
        assert!(message(&json_body(deep.as_bytes()).unwrap_err()).contains("nested"));
        assert_eq!(json_body(b"\xef\xbb\xbf{}"), Ok(json!({})));
    }
}
