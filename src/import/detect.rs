//! Which kind of document it is; whatever is not an API description we read is refused by its name.

use serde_json::{Map, Value};

use super::error::DocumentError;
use super::pointer::Path;
use super::problems::Problems;
use crate::schema::Dialect;

const ACCEPTED: &str =
    "send OpenAPI 3.0, 3.1 or 3.2, Swagger 2.0, a Postman collection, or an Apidog or Apifox project file";

/// The top object of the document, and the rules that its schemas are read by.
pub(super) fn detect<'d>(
    root: &'d Value,
    problems: &mut Problems,
) -> Result<(&'d Map<String, Value>, Dialect), DocumentError> {
    let Value::Object(top) = root else {
        let seems = match root {
            Value::Array(_) => "a list",
            Value::String(_) => "plain text",
            Value::Null => "empty",
            _ => "a single value",
        };
        return Err(DocumentError::unsupported(
            format!("the document is {seems}, not an object: {ACCEPTED}"),
            "",
        ));
    };
    let (field, version) = match (top.get("openapi"), top.get("swagger")) {
        (Some(version), _) => ("openapi", version),
        (None, Some(version)) => ("swagger", version),
        (None, None) => return Err(other_format(top)),
    };
    let at_top = Path::At("");
    let path = Path::Member(&at_top, field);
    let text = match version {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => {
            problems.warning(&path, format!("the version {number} is a number: write it in quotes"));
            // JSON and YAML write the number 3.0 and 2.0 as they like.
            number.as_f64().map_or_else(|| number.to_string(), |number| format!("{number:.1}"))
        }
        _ => {
            let message = format!("`{field}` must be the version as text, e.g. \"3.1.0\": {ACCEPTED}");
            return Err(DocumentError::unsupported(message, &path.pointer()));
        }
    };
    let mut parts = text.split('.');
    let dialect = match (field, parts.next(), parts.next()) {
        ("swagger", Some("2"), None | Some("0")) => Dialect::OpenApi20,
        ("openapi", Some("3"), None | Some("0")) => Dialect::OpenApi30,
        ("openapi", Some("3"), Some("1" | "2")) => Dialect::OpenApi31,
        ("openapi", Some("3"), Some(minor)) if minor.starts_with(|first: char| first.is_ascii_digit()) => {
            problems.warning(&path, format!("OpenAPI {text} is not known here: it is read as 3.1"));
            Dialect::OpenApi31
        }
        _ => {
            let name = if field == "swagger" { "Swagger" } else { "OpenAPI" };
            let message = format!("{name} `{text}` is not supported: {ACCEPTED}");
            return Err(DocumentError::unsupported(message, &path.pointer()));
        }
    };
    Ok((top, dialect))
}

fn other_format(top: &Map<String, Value>) -> DocumentError {
    let has = |name: &str| top.contains_key(name);
    let text = |object: &str, name: &str| {
        top.get(object).and_then(|value| value.get(name)).and_then(Value::as_str).unwrap_or_default()
    };
    let list = |name: &str| top.get(name).is_some_and(Value::is_array);
    let (seems, advice) = if text("info", "schema").contains("postman") || list("requests") && list("order") {
        ("a Postman collection of version 1", "export it as Collection v2.1")
    } else if has("_postman_variable_scope") {
        ("a Postman environment", "send the collection; its own variables are read")
    } else if list("collections") && (has("environments") || has("version")) {
        ("a dump of Postman data", "export each collection as Collection v2.1")
    } else if has("asyncapi") {
        ("an AsyncAPI document", ACCEPTED)
    } else if has("arazzo") {
        ("an Arazzo document", ACCEPTED)
    } else if has("overlay") {
        ("an OpenAPI overlay", "apply it to its OpenAPI document and import the result")
    } else if has("swaggerVersion") {
        ("a Swagger 1.x document", "convert it to Swagger 2.0 or OpenAPI 3")
    } else if has("__export_format") {
        ("an Insomnia export", "export OpenAPI instead")
    } else if top.get("log").is_some_and(|log| log.get("entries").is_some()) {
        ("a HAR recording", ACCEPTED)
    } else if has("$schema") || has("$defs") || has("properties") && has("type") {
        ("a plain JSON Schema", "put it under components.schemas of an OpenAPI document that uses it")
    } else if has("paths") {
        (
            "an API description without a version",
            "add \"openapi\": \"3.1.0\", or \"swagger\": \"2.0\", at the top",
        )
    } else if has("code") && has("message") || has("error") || has("errorCode") {
        ("an error message", "the address that it came from gave no document")
    } else {
        ("neither OpenAPI nor Swagger", ACCEPTED)
    };
    DocumentError::unsupported(format!("the document seems to be {seems}: {advice}"), "")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn versions() {
        let cases = [
            (json!({"swagger": "2.0"}), Dialect::OpenApi20, 0),
            (json!({"swagger": 2.0}), Dialect::OpenApi20, 1),
            (json!({"swagger": 2}), Dialect::OpenApi20, 1),
            (json!({"openapi": "3.0.4"}), Dialect::OpenApi30, 0),
            (json!({"openapi": "3.0.0-rc2"}), Dialect::OpenApi30, 0),
            (json!({"openapi": 3.0}), Dialect::OpenApi30, 1),
            (json!({"openapi": "3"}), Dialect::OpenApi30, 0),
            (json!({"openapi": "3.1.1"}), Dialect::OpenApi31, 0),
            (json!({"openapi": 3.1}), Dialect::OpenApi31, 1),
            (json!({"openapi": "3.2.0"}), Dialect::OpenApi31, 0),
            (json!({"openapi": "3.9.0"}), Dialect::OpenApi31, 1),
            (json!({"openapi": "3.0.0", "swagger": "2.0"}), Dialect::OpenApi30, 0),
        ];
        for (root, dialect, count) in cases {
            let mut problems = Problems::default();
            assert_eq!(detect(&root, &mut problems).unwrap().1, dialect, "{root}");
            assert_eq!(problems.finish().0.len(), count, "{root}");
        }
    }

    #[test]
    fn other_documents_are_named() {
        let cases = [
            (json!([]), "a list", ""),
            (json!("hello"), "plain text", ""),
            (json!(null), "empty", ""),
            (json!({"openapi": "4.0.0"}), "OpenAPI `4.0.0`", "/openapi"),
            (json!({"openapi": ""}), "OpenAPI ``", "/openapi"),
            (json!({"openapi": {"info": {}}}), "`openapi` must be the version", "/openapi"),
            (json!({"swagger": "1.2"}), "Swagger `1.2`", "/swagger"),
            (json!({"swagger": "3.0"}), "Swagger `3.0`", "/swagger"),
            (json!({"swaggerVersion": "1.2"}), "Swagger 1.x", ""),
            (
                json!({"info": {"schema": "https://schema.getpostman.com/json/collection/v1.0.0/"}}),
                "version 1: export it as Collection v2.1",
                "",
            ),
            (json!({"id": "x", "order": [], "requests": []}), "Postman collection of version 1", ""),
            (json!({"values": [], "_postman_variable_scope": "environment"}), "Postman environment", ""),
            (json!({"version": 1, "collections": []}), "dump of Postman", ""),
            (json!({"asyncapi": "3.0.0"}), "AsyncAPI", ""),
            (json!({"$schema": "https://json-schema.org/draft/2020-12/schema"}), "JSON Schema", ""),
            (json!({"type": "object", "properties": {}}), "JSON Schema", ""),
            (json!({"paths": {}}), "without a version", ""),
            (json!({"log": {"entries": []}}), "HAR", ""),
            (json!({"message": "Not Found", "code": 404}), "error message", ""),
            (json!({}), "neither", ""),
        ];
        for (root, message, pointer) in cases {
            let error = detect(&root, &mut Problems::default()).unwrap_err();
            assert!(error.message.contains(message), "{root}: {error}");
            assert_eq!(error.place, super::super::Place::Pointer(pointer.to_owned()), "{root}");
        }
    }
}
