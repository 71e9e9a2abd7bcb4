//! What an operation refers to, for those who show it: the parts of its document that its references name.

use serde_json::{Map, Value, json};
use std::collections::{HashSet, VecDeque};

/// Bytes of all parts in one answer, as JSON text. What is beyond is named, and can be asked for.
const MAX_BYTES: usize = 256 * 1024;
/// How many parts are named that can be asked for.
const MAX_MORE: usize = 2000;
/// Members whose values are data, where `$ref` means nothing.
const DATA: [&str; 5] = ["example", "examples", "default", "enum", "const"];
/// Members whose own members have names of the document's choice, [`DATA`] among them.
const NAMED: [&str; 9] = [
    "$defs",
    "callbacks",
    "content",
    "definitions",
    "dependentSchemas",
    "headers",
    "patternProperties",
    "properties",
    "responses",
];

/// The parts that the operation at a pointer refers to, nearest first, or those that start at the reference `from`.
/// `parameters`, `consumes` and `produces` are what holds for the operation and stands outside of it. References that
/// lead nowhere, or out of the document, are left out.
///
/// ```
/// use edgemock::manage::references;
/// use serde_json::json;
/// let root = json!({"paths": {"/a": {"get": {"responses": {"200": {"$ref": "#/components/responses/R"}}}}},
///     "components": {"responses": {"R": {"description": "All"}}}});
/// let shown = references(&root, "/paths/~1a/get", None);
/// assert_eq!(shown["references"]["#/components/responses/R"]["description"], "All");
/// ```
pub fn references(root: &Value, operation: &str, from: Option<&str>) -> Value {
    let item = operation.rsplit_once('/').and_then(|(item, _)| root.pointer(item));
    let parameters = item.and_then(|item| item.get("parameters")).cloned().unwrap_or_default();
    let mut queue = VecDeque::new();
    let mut seen = HashSet::new();
    if let Some(from) = from {
        queue.push_back(from.to_owned());
    } else {
        let start = root.pointer(operation).into_iter().chain([&parameters]);
        start.for_each(|value| collect(value, &mut queue));
    }
    let (mut parts, mut more, mut bytes) = (Map::new(), Vec::new(), 0);
    while let Some(reference) = queue.pop_front() {
        if !seen.insert(reference.clone()) {
            continue;
        }
        let Some(part) = pointer(&reference).and_then(|pointer| root.pointer(&pointer)) else { continue };
        let length = part.to_string().len();
        if bytes + length > MAX_BYTES && !parts.is_empty() {
            if more.len() < MAX_MORE {
                more.push(reference);
            }
            continue;
        }
        bytes += length;
        collect(part, &mut queue);
        parts.insert(reference, part.clone());
    }
    json!({
        "parameters": parameters,
        "consumes": root.get("consumes"),
        "produces": root.get("produces"),
        "references": parts,
        "more": more,
    })
}

/// The JSON pointer of a reference within its document.
fn pointer(reference: &str) -> Option<String> {
    let fragment = reference.strip_prefix('#').filter(|fragment| fragment.starts_with('/'))?;
    Some(crate::route::decode_segment(fragment).into_owned())
}

/// Adds all references in a value, in the order of the document.
fn collect(value: &Value, queue: &mut VecDeque<String>) {
    // A value, and whether its members are named by the document instead of by OpenAPI.
    let mut stack = vec![(value, false)];
    while let Some((value, named)) = stack.pop() {
        match value {
            Value::Array(items) => stack.extend(items.iter().rev().map(|item| (item, false))),
            Value::Object(members) => {
                if let Some(Value::String(reference)) = members.get("$ref") {
                    queue.push_back(reference.clone());
                }
                let nested = members.iter().rev().filter(|(name, _)| named || !DATA.contains(&name.as_str()));
                stack.extend(nested.map(|(name, value)| (value, !named && NAMED.contains(&name.as_str()))));
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(schemas: &Value) -> Value {
        json!({
            "openapi": "3.0.3",
            "produces": ["text/plain"],
            "paths": {"/a": {
                "parameters": [{"$ref": "#/components/parameters/Page"}],
                "get": {"responses": {"200": {"content": {"application/json": {
                    "schema": {"$ref": "#/components/schemas/A"}, "example": {"$ref": "#/components/schemas/Data"}}}}}},
            }},
            "components": {"schemas": schemas, "parameters": {"Page": {"name": "page", "in": "query"}}},
        })
    }

    #[test]
    fn follows_references_once() {
        let schemas = json!({
            "A": {"properties": {"b": {"$ref": "#/components/schemas/B~1C%7E1D"}, "example": {"$ref": "#/components/schemas/E"}}},
            "B/C/D": {"items": {"$ref": "#/components/schemas/A"}},
            "E": {"$ref": "#/components/schemas/Nowhere"}, "Data": {}, "Unused": {},
        });
        let shown = references(&document(&schemas), "/paths/~1a/get", None);
        let names: Vec<_> = shown["references"].as_object().unwrap().keys().collect();
        assert_eq!(
            names,
            [
                "#/components/schemas/A",
                "#/components/parameters/Page",
                "#/components/schemas/B~1C%7E1D",
                "#/components/schemas/E"
            ]
        );
        assert_eq!((&shown["produces"], &shown["more"]), (&json!(["text/plain"]), &json!([])));
        assert_eq!(shown["parameters"][0]["$ref"], "#/components/parameters/Page");
        let from = references(&document(&schemas), "/paths/~1a/get", Some("#/components/schemas/E"));
        assert_eq!(from["references"].as_object().unwrap().len(), 1);
    }

    #[test]
    fn what_is_beyond_the_limit_is_named() {
        let long = "x".repeat(MAX_BYTES / 2);
        let schemas = json!({
            "A": {"allOf": [{"$ref": "#/components/schemas/B"}, {"$ref": "#/components/schemas/C"}]},
            "B": {"description": long}, "C": {"description": long},
        });
        let shown = references(&document(&schemas), "/paths/~1a/get", None);
        assert_eq!(shown["more"], json!(["#/components/schemas/C"]));
        let from = references(&document(&schemas), "/paths/~1a/get", Some("#/components/schemas/C"));
        assert_eq!(from["more"], json!([]));
        assert!(from["references"]["#/components/schemas/C"].is_object());
    }

    #[test]
    fn odd_references_lead_nowhere() {
        for from in ["", "#", "#a", "other.yaml#/a", "#/a/b", "#/paths/~9", "#/%zz"] {
            let shown = references(&document(&json!({})), "/paths/~1a/get", Some(from));
            assert_eq!(shown["references"], json!({}), "{from}");
        }
        assert_eq!(references(&json!({}), "", None)["references"], json!({}));
    }
}
