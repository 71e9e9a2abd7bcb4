//! Changing an endpoint by hand: the bodies of the requests that do.

use super::{json_body, object};
use crate::error::ManagementError;
use crate::model::Method;
use serde_json::{Map, Value};

/// The longest path of an endpoint, in bytes.
const MAX_PATH: usize = 2000;
/// The longest name or folder, in bytes.
const MAX_NAME: usize = 500;

/// The longest name of a shared schema, in bytes.
const MAX_SCHEMA_NAME: usize = 200;

/// What is to be different about an endpoint, or what a new one is.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct EndpointEdit {
    /// Its method.
    pub method: Option<Method>,
    /// Its path.
    pub path: Option<String>,
    /// Its display name.
    pub name: Option<String>,
    /// Its folder; empty for the root.
    pub folder: Option<String>,
    /// All of its operation, as the document's version of OpenAPI writes it.
    pub operation: Option<Map<String, Value>>,
}

impl EndpointEdit {
    /// Reads the body of `POST …/endpoints`, where `method` and `path` must be there, or of `PATCH …/endpoints/{id}`.
    ///
    /// ```
    /// use edgemock::manage::EndpointEdit;
    /// let edit = EndpointEdit::parse(br#"{"method": "get", "path": "/pets", "folder": "Pets"}"#, true)?;
    /// assert_eq!(edit.path.as_deref(), Some("/pets"));
    /// assert!(EndpointEdit::parse(b"{}", true).is_err());
    /// # Ok::<(), edgemock::error::ManagementError>(())
    /// ```
    ///
    /// # Errors
    /// [`ManagementError`] with the pointer of the field that is wrong.
    pub fn parse(body: &[u8], new: bool) -> Result<Self, ManagementError> {
        let mut fields = object(body, &["method", "path", "name", "folder", "operation"])?;
        let method = match fields.get("method") {
            None if new => return Err(ManagementError::invalid("/method", "is missing")),
            None => None,
            Some(value) => Some(value.as_str().and_then(Method::parse).ok_or_else(|| {
                let names: Vec<_> = Method::ALL.iter().map(|method| method.as_str()).collect();
                ManagementError::invalid("/method", format!("must be one of {}", names.join(", ")))
            })?),
        };
        let path = match fields.get("path") {
            None if new => return Err(ManagementError::invalid("/path", "is missing")),
            None => None,
            Some(value) => Some(value.as_str().filter(|path| is_path(path)).map(str::to_owned).ok_or_else(|| {
                let message =
                    format!("must be a path of at most {MAX_PATH} bytes that begins with `/`, such as `/pets/{{petId}}`");
                ManagementError::invalid("/path", message)
            })?),
        };
        let text = |name: &str| match fields.get(name) {
            None => Ok(None),
            Some(Value::String(text)) if text.len() <= MAX_NAME && !text.chars().any(char::is_control) => {
                Ok(Some(text.clone()))
            }
            Some(_) => {
                let message = format!("must be text of at most {MAX_NAME} bytes on one line");
                Err(ManagementError::invalid(format!("/{name}"), message))
            }
        };
        let (name, folder) = (text("name")?, text("folder")?);
        let operation = match fields.remove("operation") {
            None => None,
            Some(Value::Object(operation)) => Some(operation),
            Some(_) => {
                return Err(ManagementError::invalid("/operation", "must be an OpenAPI operation object"));
            }
        };
        Ok(Self { method, path, name, folder, operation })
    }

    /// The operation after the change.
    pub fn apply(&self, before: &Value) -> Value {
        let before = before.as_object().cloned().unwrap_or_default();
        let mut operation = self.operation.clone().unwrap_or(before);
        let mut set = |key: &str, value: &Option<String>| {
            if let Some(value) = value {
                operation.insert(key.to_owned(), Value::String(value.clone()));
            }
        };
        set("summary", &self.name);
        set("x-apidog-folder", &self.folder);
        Value::Object(operation)
    }
}

fn is_path(path: &str) -> bool {
    let balanced = path.matches('{').count() == path.matches('}').count();
    path.starts_with('/')
        && path.len() <= MAX_PATH
        && balanced
        && !path.contains(['?', '#', '\\', ' '])
        && !path.chars().any(char::is_control)
}

/// Reads the body of a request that sets one response: its object as OpenAPI has it.
///
/// # Errors
/// [`ManagementError`] where it is no object.
pub fn response_object(body: &[u8]) -> Result<Value, ManagementError> {
    match json_body(body)? {
        object @ Value::Object(_) => Ok(object),
        _ => Err(ManagementError::invalid("/", "the request body must be an OpenAPI response object")),
    }
}

/// Reads the body of `POST …/responses`: `{"key": "404", "response": {…}}`.
///
/// # Errors
/// [`ManagementError`] with the pointer of the field that is wrong.
pub fn new_response(body: &[u8]) -> Result<(String, Value), ManagementError> {
    let mut fields = object(body, &["key", "response"])?;
    let key = match fields.remove("key") {
        Some(Value::String(key)) if is_response_key(&key) => key,
        _ => {
            let message = "must be a status from 200 to 599, a class such as `4XX`, `default`, or a further response of a \
                           status such as `x-404:Gone`";
            return Err(ManagementError::invalid("/key", message));
        }
    };
    match fields.remove("response") {
        Some(response @ Value::Object(_)) => Ok((key, response)),
        _ => Err(ManagementError::invalid("/response", "must be an OpenAPI response object")),
    }
}

/// Reads the body of `PUT …/schemas/{name}`, and checks the name.
///
/// # Errors
/// [`ManagementError`] for a name that cannot be one, and where the body is neither an object nor a boolean.
pub fn shared_schema(name: &str, body: &[u8]) -> Result<Value, ManagementError> {
    if name.is_empty() || name.len() > MAX_SCHEMA_NAME || name.chars().any(char::is_control) {
        let message = format!("the name of a schema has 1 to {MAX_SCHEMA_NAME} bytes, on one line");
        return Err(ManagementError::invalid("/name", message));
    }
    match json_body(body)? {
        schema @ (Value::Object(_) | Value::Bool(_)) => Ok(schema),
        _ => {
            Err(ManagementError::invalid("/", "the request body must be a schema: an object, true or false"))
        }
    }
}

fn is_response_key(key: &str) -> bool {
    let status =
        |text: &str| text.len() == 3 && text.parse().is_ok_and(|status: u16| (200..=599).contains(&status));
    let class = |text: &str| matches!(text.as_bytes(), [b'2'..=b'5', b'X' | b'x', b'X' | b'x']);
    let named = |text: &str| {
        let parts = text.strip_prefix("x-").and_then(|rest| rest.split_once(':'));
        parts.is_some_and(|(code, name)| {
            status(code) && !name.is_empty() && name.len() <= 200 && !name.chars().any(char::is_control)
        })
    };
    key == "default" || status(key) || class(key) || named(key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn faults_have_pointers() {
        let cases = [
            (r#"{"path": "/a"}"#, "/method"),
            (r#"{"method": "BREW", "path": "/a"}"#, "/method"),
            (r#"{"method": "GET"}"#, "/path"),
            (r#"{"method": "GET", "path": "a"}"#, "/path"),
            (r#"{"method": "GET", "path": "/a?b"}"#, "/path"),
            (r#"{"method": "GET", "path": "/a{b"}"#, "/path"),
            (r#"{"method": "GET", "path": "/a", "name": 5}"#, "/name"),
            (r#"{"method": "GET", "path": "/a", "folder": "a\nb"}"#, "/folder"),
            (r#"{"method": "GET", "path": "/a", "operation": []}"#, "/operation"),
            (r#"{"method": "GET", "path": "/a", "responses": {}}"#, "/responses"),
            ("[]", "/"),
        ];
        for (body, pointer) in cases {
            let error = EndpointEdit::parse(body.as_bytes(), true).unwrap_err();
            assert!(error.to_string().ends_with(&format!("(at {pointer})")), "{body}: {error}");
        }
    }

    #[test]
    fn fields_go_into_the_operation() {
        let edit = EndpointEdit::parse(br#"{"name": "New", "folder": "A/B"}"#, false).unwrap();
        let after = edit.apply(&json!({"summary": "Old", "deprecated": true}));
        assert_eq!(after, json!({"summary": "New", "deprecated": true, "x-apidog-folder": "A/B"}));
        let whole = EndpointEdit::parse(br#"{"operation": {"responses": {}}, "name": "N"}"#, false).unwrap();
        assert_eq!(whole.apply(&after), json!({"responses": {}, "summary": "N"}));
    }

    #[test]
    fn keys_of_responses() {
        for key in ["200", "599", "4XX", "default", "x-404:Gone"] {
            assert!(is_response_key(key), "{key}");
        }
        for key in ["", "100", "600", "2X", "1XX", "x-404", "x-404:", "x-99:a", "X-200:a", "20", "0200"] {
            assert!(!is_response_key(key), "{key}");
        }
        assert!(new_response(br#"{"key": "404", "response": {}}"#).is_ok());
        assert!(new_response(br#"{"key": 404, "response": {}}"#).is_err());
        assert!(new_response(br#"{"key": "404"}"#).is_err());
        assert!(response_object(b"[]").is_err());
    }

    #[test]
    fn shared_schemas() {
        let long = "é".repeat(101);
        for (name, body, fine) in [
            ("Pet", "{}", true),
            ("ペット", "true", true),
            ("", "{}", false),
            ("a\n", "{}", false),
            (&*long, "{}", false),
            ("Pet", "[]", false),
        ] {
            assert_eq!(shared_schema(name, body.as_bytes()).is_ok(), fine, "{name} {body}");
        }
    }
}
