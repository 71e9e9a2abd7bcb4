//! Schemas of OpenAPI 3.0 in the words of 3.1.

use serde_json::{Map, Value, json};

use super::notes::Notes;
use crate::import::{Path, is_extension};

/// Keywords that assert nothing: they mean the same beside a reference.
const ANNOTATIONS: [&str; 12] = [
    "title",
    "description",
    "default",
    "example",
    "examples",
    "deprecated",
    "readOnly",
    "writeOnly",
    "externalDocs",
    "xml",
    "discriminator",
    "summary",
];
/// Keywords that combine schemas: `null` has to get past all of them.
const COMBINING: [&str; 5] = ["$ref", "allOf", "anyOf", "oneOf", "not"];

/// Rewrites one schema; those below it are rewritten already.
pub(super) fn convert(schema: &mut Value, path: &Path<'_>, notes: &mut Notes<'_>) {
    let Value::Object(members) = schema else { return };
    let is = |name: &str, value: &Value| members.get(name) == Some(value);
    let nullable = is("nullable", &Value::Bool(true));
    let refers = members.get("$ref").is_some_and(Value::is_string);
    let (below, above) =
        (is("exclusiveMinimum", &Value::Bool(true)), is("exclusiveMaximum", &Value::Bool(true)));
    let is_text = is("type", &json!("string"));
    let has_examples = members.contains_key("examples");
    let encoded = |name: &str| members.contains_key(name);
    let (has_type_of_content, has_encoding) = (encoded("contentMediaType"), encoded("contentEncoding"));
    let mut made = Map::new();
    for (name, value) in std::mem::take(members) {
        // In 3.0 a reference hides what stands beside it, in 3.1 it does not.
        if refers && name != "$ref" && !is_annotation(&name) {
            notes.note(path, format_args!("`{name}` beside `$ref` has no effect in OpenAPI 3.0: left out"));
            continue;
        }
        match (name.as_str(), value) {
            ("minimum", bound) if below => drop(made.insert("exclusiveMinimum".to_owned(), bound)),
            ("maximum", bound) if above => drop(made.insert("exclusiveMaximum".to_owned(), bound)),
            ("nullable" | "exclusiveMinimum" | "exclusiveMaximum", Value::Bool(_)) => {}
            ("example", value) if !has_examples => drop(made.insert("examples".to_owned(), json!([value]))),
            ("format", Value::String(format)) if is_text && format == "binary" && !has_type_of_content => {
                made.insert("contentMediaType".to_owned(), json!("application/octet-stream"));
            }
            ("format", Value::String(format))
                if is_text && ["byte", "base64"].contains(&format.as_str()) && !has_encoding =>
            {
                made.insert("contentEncoding".to_owned(), json!("base64"));
            }
            // Seen in documents of 3.0 all the same.
            ("items", Value::Array(items)) => {
                made.insert("prefixItems".to_owned(), Value::Array(items));
            }
            ("allOf" | "anyOf" | "oneOf" | "enum", Value::Array(items)) if items.is_empty() => {}
            (_, value) => drop(made.insert(name, value)),
        }
    }
    *schema = Value::Object(if nullable && !refers { let_null_through(made) } else { made });
}

fn is_annotation(name: &str) -> bool {
    ANNOTATIONS.contains(&name) || is_extension(name)
}

/// `nullable: true`: the schema or `null`. By the letter of 3.0.3 it needs a `type` beside it; documents rarely have it
/// so, and mean it.
fn let_null_through(mut members: Map<String, Value>) -> Map<String, Value> {
    if !COMBINING.iter().any(|name| members.contains_key(*name)) {
        if let Some(Value::Array(values)) = members.get_mut("enum")
            && !values.contains(&Value::Null)
        {
            values.push(Value::Null);
        }
        if let Some(kind) = members.get_mut("type").filter(|kind| kind.is_string() && **kind != "null") {
            *kind = json!([kind.take(), "null"]);
        }
        return members;
    }
    let asserting = members.keys().filter(|name| !is_annotation(name) || *name == "discriminator");
    let alone = asserting.map(String::as_str).eq(["anyOf"]);
    if let Some(Value::Array(choices)) = members.get_mut("anyOf").filter(|_| alone) {
        choices.push(json!({"type": "null"}));
        return members;
    }
    // Names and texts stay in front, where readers look for them.
    let (mut outer, mut inner) = (Map::new(), Map::new());
    for (name, value) in members {
        let stays = is_annotation(&name) && name != "discriminator" && name != "xml";
        if stays { &mut outer } else { &mut inner }.insert(name, value);
    }
    // `allOf: [{$ref}]` is how 3.0 writes a reference with something beside it.
    let alone = inner.len() == 1;
    if let Some(Value::Array(parts)) = inner.get_mut("allOf").filter(|_| alone)
        && parts.len() == 1
        && let Some(Value::Object(only)) = parts.first_mut()
    {
        inner = std::mem::take(only);
    }
    outer.insert("anyOf".to_owned(), json!([inner, {"type": "null"}]));
    outer
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::version::OasVersion;
    use crate::import::Problems;

    #[test]
    fn keywords() {
        let cases = [
            (json!({"type": "string", "nullable": true}), json!({"type": ["string", "null"]})),
            (json!({"type": "string", "nullable": false}), json!({"type": "string"})),
            (
                json!({"type": "string", "nullable": true, "enum": ["a"]}),
                json!({"type": ["string", "null"], "enum": ["a", null]}),
            ),
            (json!({"nullable": true}), json!({})),
            (
                json!({"title": "T", "nullable": true, "allOf": [{"$ref": "#/x"}]}),
                json!({"title": "T", "anyOf": [{"$ref": "#/x"}, {"type": "null"}]}),
            ),
            (
                json!({"nullable": true, "anyOf": [{"$ref": "#/x"}]}),
                json!({"anyOf": [{"$ref": "#/x"}, {"type": "null"}]}),
            ),
            (
                json!({"nullable": true, "type": "object", "oneOf": [{}, {}], "example": 1}),
                json!({"examples": [1], "anyOf": [{"type": "object", "oneOf": [{}, {}]}, {"type": "null"}]}),
            ),
            (json!({"minimum": 1, "exclusiveMinimum": true}), json!({"exclusiveMinimum": 1})),
            (json!({"exclusiveMaximum": false, "maximum": 2}), json!({"maximum": 2})),
            (json!({"exclusiveMaximum": 3}), json!({"exclusiveMaximum": 3})),
            (
                json!({"type": "string", "format": "binary", "x-a": 1}),
                json!({"type": "string", "contentMediaType": "application/octet-stream", "x-a": 1}),
            ),
            (
                json!({"type": "string", "format": "byte"}),
                json!({"type": "string", "contentEncoding": "base64"}),
            ),
            (json!({"type": "string", "format": "date"}), json!({"type": "string", "format": "date"})),
            (json!({"example": null}), json!({"examples": [null]})),
            (
                json!({"$ref": "#/x", "description": "D", "minLength": 3}),
                json!({"$ref": "#/x", "description": "D"}),
            ),
            (json!(true), json!(true)),
        ];
        let mut problems = Problems::default();
        for (mut schema, expected) in cases {
            let before = schema.clone();
            convert(&mut schema, &Path::At("/s"), &mut Notes::new(&mut problems, OasVersion::V3_1));
            assert_eq!(schema, expected, "{before}");
        }
        let (problems, _) = problems.finish();
        assert_eq!(problems.len(), 1);
        assert!(problems[0].message.contains("`minLength` beside `$ref`"), "{problems:?}");
    }
}
