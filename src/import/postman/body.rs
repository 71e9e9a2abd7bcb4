//! Request bodies.

use serde_json::{Map, Value, json};

use super::headers::{self, Header};
use super::text::{description, is_disabled, member, plain};
use super::variables::Variables;
use crate::import::embedded::Embedded;

/// A body: an example, and a schema where the examples are not what it is inferred from.
#[derive(Debug, PartialEq)]
pub(super) struct Body {
    pub(super) media_type: String,
    pub(super) example: Option<Value>,
    pub(super) schema: Option<Value>,
}

/// Reads the body of a request.
pub(super) fn read(
    body: &Value,
    headers: &[Header],
    variables: &mut Variables,
    embedded: &mut Embedded,
) -> Option<Body> {
    if !body.is_object() || is_disabled(body) {
        return None;
    }
    let declared = headers::value(headers, "content-type").and_then(headers::media_type);
    match member(body, "mode") {
        "raw" => raw(body, declared, variables, embedded),
        "urlencoded" => Some(form(body, "urlencoded", "application/x-www-form-urlencoded", variables)),
        "formdata" => Some(form(body, "formdata", "multipart/form-data", variables)),
        "file" => Some(Body {
            media_type: declared.unwrap_or_else(|| "application/octet-stream".to_owned()),
            example: None,
            schema: Some(json!({"type": "string", "format": "binary"})),
        }),
        "graphql" => {
            let graphql = body.get("graphql")?;
            let query = variables.resolve(member(graphql, "query"));
            let given = match graphql.get("variables") {
                Some(Value::String(text)) => embedded.json(&variables.resolve(text)),
                Some(other @ Value::Object(_)) => Some(other.clone()),
                _ => None,
            };
            let mut example = json!({"query": query});
            if let Some(given) = given {
                example["variables"] = given;
            }
            Some(Body { media_type: "application/json".to_owned(), example: Some(example), schema: None })
        }
        _ => None,
    }
}

fn raw(
    body: &Value,
    declared: Option<String>,
    variables: &mut Variables,
    embedded: &mut Embedded,
) -> Option<Body> {
    let written = plain(body.get("raw"));
    if written.trim().is_empty() {
        return None;
    }
    let text = variables.resolve(&written);
    let language = body.pointer("/options/raw/language").and_then(Value::as_str).unwrap_or_default();
    let json = embedded.json(&text);
    let media_type = declared.unwrap_or_else(|| {
        let known = match language {
            "json" => "application/json",
            "xml" => "application/xml",
            "html" => "text/html",
            "javascript" => "application/javascript",
            "text" => "text/plain",
            _ if json.as_ref().is_some_and(|json| json.is_object() || json.is_array()) => "application/json",
            _ => "text/plain",
        };
        known.to_owned()
    });
    if !headers::is_json(&media_type) {
        return Some(Body {
            media_type,
            example: Some(text.into()),
            schema: Some(json!({"type": "string"})),
        });
    }
    // With variables or comments in it, it is no JSON: any value is a body then.
    let schema = json.is_none().then_some(Value::Bool(true));
    Some(Body { media_type, example: Some(json.unwrap_or_else(|| text.into())), schema })
}

fn form(body: &Value, mode: &str, media_type: &str, variables: &mut Variables) -> Body {
    let mut properties = Map::new();
    let mut example = Map::new();
    for field in body.get(mode).and_then(Value::as_array).into_iter().flatten() {
        let key = member(field, "key");
        if key.is_empty() {
            continue;
        }
        let is_file = member(field, "type") == "file";
        let mut schema = json!({"type": "string"});
        if is_file {
            schema["format"] = "binary".into();
        } else if !is_disabled(field) {
            example.insert(key.to_owned(), variables.resolve(&plain(field.get("value"))).into());
        }
        if !description(field).is_empty() {
            schema["description"] = description(field).into();
        }
        properties.entry(key).or_insert(schema);
    }
    let schema = json!({"type": "object", "properties": properties});
    let example = Some(Value::Object(example))
        .filter(|example| example.as_object().is_some_and(|fields| !fields.is_empty()));
    Body { media_type: media_type.to_owned(), example, schema: Some(schema) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(body: &Value, content_type: &str) -> Option<(String, Value, Value)> {
        let mut variables = Variables::new();
        variables.declare(&json!({"variable": [{"key": "name", "value": "Rex"}]}));
        let headers = headers::read(Some(&json!([{"key": "content-type", "value": content_type}])));
        let body = read(body, &headers, &mut variables, &mut Embedded::default())?;
        Some((body.media_type, body.example.unwrap_or_default(), body.schema.unwrap_or_default()))
    }

    #[test]
    fn modes() {
        let of =
            |media_type: &str, example: Value, schema: Value| Some((media_type.to_owned(), example, schema));
        let text = json!({"type": "string"});
        for (given, content_type, expected) in [
            (json!(null), "", None),
            (json!({"mode": "raw", "raw": ""}), "", None),
            (json!({"mode": "raw", "raw": "{}", "disabled": true}), "", None),
            (json!({"mode": "none"}), "", None),
            (
                json!({"mode": "raw", "raw": "{\"name\": \"{{name}}\"}"}),
                "",
                of("application/json", json!({"name": "Rex"}), json!(null)),
            ),
            (
                json!({"mode": "raw", "raw": "{\"id\": {{id}}}", "options": {"raw": {"language": "json"}}}),
                "",
                of("application/json", json!("{\"id\": {{id}}}"), json!(true)),
            ),
            (
                json!({"mode": "raw", "raw": "[1]"}),
                "application/vnd.api+json; v=1",
                of("application/vnd.api+json", json!([1]), json!(null)),
            ),
            (
                json!({"mode": "raw", "raw": "<a/>", "options": {"raw": {"language": "xml"}}}),
                "",
                of("application/xml", json!("<a/>"), text.clone()),
            ),
            (json!({"mode": "raw", "raw": "hello"}), "", of("text/plain", json!("hello"), text)),
            (
                json!({"mode": "urlencoded", "urlencoded": [{"key": "a", "value": "{{name}}"}, {"key": "b", "value": "2", "disabled": true}, {"key": ""}]}),
                "",
                of(
                    "application/x-www-form-urlencoded",
                    json!({"a": "Rex"}),
                    json!({"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "string"}}}),
                ),
            ),
            (
                json!({"mode": "formdata", "formdata": [{"key": "图片", "type": "file", "src": "/a", "description": {"content": "a picture"}}]}),
                "",
                of(
                    "multipart/form-data",
                    json!(null),
                    json!({"type": "object", "properties": {
                    "图片": {"type": "string", "format": "binary", "description": "a picture"}}}),
                ),
            ),
            (
                json!({"mode": "file", "file": {"src": "a.png"}}),
                "image/png",
                of("image/png", json!(null), json!({"type": "string", "format": "binary"})),
            ),
            (
                json!({"mode": "graphql", "graphql": {"query": "{ pets }", "variables": "{\"a\": 1}"}}),
                "",
                of("application/json", json!({"query": "{ pets }", "variables": {"a": 1}}), json!(null)),
            ),
            (
                json!({"mode": "graphql", "graphql": 5}),
                "",
                of("application/json", json!({"query": ""}), json!(null)),
            ),
        ] {
            assert_eq!(body(&given, content_type), expected, "{given}");
        }
    }
}
