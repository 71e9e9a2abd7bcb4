//! The places of a document, by the grammar of OpenAPI: every object is visited once, those below it first. Examples,
//! defaults, enums and extensions are never looked into.

use serde_json::{Map, Value};

use crate::import::{Kind, Path, Shape, is_extension, push_member, unescaped};

/// How deep documents are walked. Their text nests 200 deep at most; what conversions wrap adds to it.
pub(super) const MAX_DEPTH: usize = 260;

/// Keywords whose value is a schema.
const ONE: [&str; 11] = [
    "additionalProperties",
    "additionalItems",
    "not",
    "if",
    "then",
    "else",
    "contains",
    "propertyNames",
    "unevaluatedItems",
    "unevaluatedProperties",
    "contentSchema",
];
/// Keywords whose value is a list of schemas; also as they are written where a version does not have them.
const MANY: [&str; 6] = ["allOf", "anyOf", "oneOf", "prefixItems", "x-anyOf", "x-oneOf"];
/// Keywords whose value is a map of schemas.
const MAP: [&str; 5] = ["properties", "patternProperties", "$defs", "definitions", "dependentSchemas"];

/// What a member of an object holds; `None` for what has neither schemas nor references.
fn shape(kind: Kind, name: &str, value: &Value) -> Option<Shape> {
    match (kind, name) {
        (Kind::Schema, "items") if value.is_array() => Some(Shape::List(Kind::Schema)),
        // In Swagger 2.0, parameters and headers are schemas of a simple kind.
        (Kind::Schema | Kind::Parameter | Kind::Header, "items") => Some(Shape::One(Kind::Schema)),
        (Kind::Schema, name) if ONE.contains(&name) => Some(Shape::One(Kind::Schema)),
        (Kind::Schema, name) if MANY.contains(&name) => Some(Shape::List(Kind::Schema)),
        (Kind::Schema, name) if MAP.contains(&name) => Some(Shape::Map(Kind::Schema)),
        (Kind::Schema, _) => None,
        // As webhooks are written where there are none.
        (Kind::Document, "x-webhooks") => Some(Shape::Map(Kind::PathItem)),
        _ => kind.member(name),
    }
}

/// Visits the objects of a document, those below an object before it.
pub(super) fn document(root: &mut Value, visit: &mut dyn FnMut(Kind, &mut Value, &Path<'_>)) {
    each(Kind::Document, root, &Path::At(""), 0, visit);
}

/// Visits an object and those below it.
pub(super) fn each(
    kind: Kind,
    value: &mut Value,
    path: &Path<'_>,
    depth: usize,
    visit: &mut dyn FnMut(Kind, &mut Value, &Path<'_>),
) {
    if depth > MAX_DEPTH {
        return;
    }
    if let Value::Object(members) = value {
        for (name, child) in members.iter_mut() {
            if kind == Kind::Schema && is_taken_over(name) {
                overrides(child, &Path::Member(path, name), depth, visit);
                continue;
            }
            let Some(shape) = shape(kind, name, child) else { continue };
            let here = Path::Member(path, name);
            match (shape, child) {
                (Shape::One(kind), child) => each(kind, child, &here, depth + 1, visit),
                (Shape::Map(kind), Value::Object(members)) => {
                    // Extensions stand beside names everywhere but among schemas and headers, where all are names.
                    let all = matches!(kind, Kind::Schema | Kind::Header);
                    let named = |name: &str| all || !is_extension(name);
                    for (name, child) in members.iter_mut().filter(|(name, _)| named(name)) {
                        each(kind, child, &Path::Member(&here, name), depth + 2, visit);
                    }
                }
                (Shape::List(kind), Value::Array(items)) => {
                    for (index, child) in items.iter_mut().enumerate() {
                        each(kind, child, &Path::Item(&here, index), depth + 2, visit);
                    }
                }
                _ => {}
            }
        }
    }
    visit(kind, value, path);
}

/// Whether a member of a schema holds what Apidog takes over from other schemas.
pub(super) fn is_taken_over(name: &str) -> bool {
    name == "x-apidog-refs" || name == "x-apifox-refs"
}

/// The schemas that replace members taken over from others.
fn overrides(
    entries: &mut Value,
    path: &Path<'_>,
    depth: usize,
    visit: &mut dyn FnMut(Kind, &mut Value, &Path<'_>),
) {
    for (id, entry) in entries.as_object_mut().into_iter().flatten() {
        for (name, replaced) in entry.as_object_mut().into_iter().flatten() {
            if !name.ends_with("-overrides") {
                continue;
            }
            let at = Path::Member(path, id);
            let at = Path::Member(&at, name);
            for (name, schema) in replaced.as_object_mut().into_iter().flatten() {
                if schema.is_object() {
                    each(Kind::Schema, schema, &Path::Member(&at, name), depth + 4, visit);
                }
            }
        }
    }
}

/// Visits every reference of a document: `$ref`s, those of vendor extensions, targets of links, and what a
/// discriminator maps to. With each comes what it refers to.
pub(super) fn references(root: &mut Value, visit: &mut dyn FnMut(Kind, &mut String)) {
    document(root, &mut |kind, value, _| of_object(kind, value, visit));
}

/// [`references`] of one value and all below it.
pub(super) fn references_of(kind: Kind, value: &mut Value, visit: &mut dyn FnMut(Kind, &mut String)) {
    each(kind, value, &Path::At(""), 0, &mut |kind, value, _| of_object(kind, value, visit));
}

fn of_object(kind: Kind, value: &mut Value, visit: &mut dyn FnMut(Kind, &mut String)) {
    let Value::Object(members) = value else { return };
    if let Some(Value::String(reference)) = members.get_mut("$ref") {
        visit(kind, reference);
    }
    match kind {
        Kind::Schema => {
            if let Some(Value::Object(mapping)) =
                members.get_mut("discriminator").and_then(|discriminator| discriminator.get_mut("mapping"))
            {
                for target in mapping.values_mut() {
                    if let Value::String(reference) = target {
                        visit(Kind::Schema, reference);
                    }
                }
            }
            for (_, entries) in members.iter_mut().filter(|(name, _)| is_taken_over(name)) {
                for entry in entries.as_object_mut().into_iter().flat_map(Map::values_mut) {
                    if let Some(Value::String(reference)) = entry.get_mut("$ref") {
                        visit(Kind::Schema, reference);
                    }
                }
            }
        }
        Kind::Link => {
            if let Some(Value::String(reference)) = members.get_mut("operationRef") {
                visit(Kind::Operation, reference);
            }
        }
        _ => {}
    }
}

/// The first names of a pointer, unescaped.
pub(super) fn names(pointer: &str) -> Vec<String> {
    pointer.split('/').skip(1).map(unescaped).collect()
}

/// The reference to a place in the same document: the pointer with what a URI cannot hold percent-encoded.
pub(super) fn reference<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    let mut pointer = String::new();
    for name in names {
        push_member(&mut pointer, name);
    }
    let mut text = String::with_capacity(pointer.len() + 1);
    text.push('#');
    for byte in pointer.bytes() {
        // RFC 3986, section 3.5: what a fragment may hold.
        if byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@/?".contains(&byte) {
            text.push(char::from(byte));
        } else {
            let digit =
                |value: u8| char::from_digit(u32::from(value), 16).unwrap_or('0').to_ascii_uppercase();
            text.extend(['%', digit(byte >> 4), digit(byte & 15)]);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::{Target, target};
    use serde_json::json;

    #[test]
    fn places_are_visited_and_values_are_not() {
        let mut root = json!({
            "paths": {"/a": {"get": {"parameters": [{"schema": {"items": {}}}], "responses": {
                "200": {"content": {"x": {"schema": {"properties": {"x-own": {"default": {"$ref": "#/no"}}}}}}},
                "x-200:Other": {"$ref": "#/components/responses/R"}, "x-note": {"$ref": "#/no"}}}}},
            "components": {"schemas": {"S": {"items": [{}, true], "example": {"$ref": "#/no"},
                "x-apidog-refs": {"01": {"$ref": "#/definitions/1", "x-apidog-overrides": {"a": {"$ref": "#/2"}, "b": null}}},
                "discriminator": {"mapping": {"a": "A"}}}}}
        });
        let mut places = Vec::new();
        document(&mut root, &mut |kind, _, path| {
            if kind == Kind::Schema {
                places.push(path.pointer());
            }
        });
        assert_eq!(
            places,
            [
                "/paths/~1a/get/parameters/0/schema/items",
                "/paths/~1a/get/parameters/0/schema",
                "/paths/~1a/get/responses/200/content/x/schema/properties/x-own",
                "/paths/~1a/get/responses/200/content/x/schema",
                "/components/schemas/S/items/0",
                "/components/schemas/S/items/1",
                "/components/schemas/S/x-apidog-refs/01/x-apidog-overrides/a",
                "/components/schemas/S",
            ]
        );
        let mut found = Vec::new();
        references(&mut root, &mut |_, text| found.push(text.clone()));
        assert_eq!(found, ["#/components/responses/R", "#/2", "A", "#/definitions/1"]);
    }

    #[test]
    fn references_are_uris_that_lead_back() {
        for pointer in ["/paths/~1a~1{id}/get", "/definitions/Map«String, é»", "/a/100%", "/~0/"] {
            let names = names(pointer);
            let text = reference(names.iter().map(String::as_str));
            assert!(text.is_ascii() && !text.contains(['{', ' ', '"']), "{text}");
            assert_eq!(target(&text), Target::Pointer(pointer.to_owned()), "{text}");
        }
    }

    #[test]
    fn depth_is_limited() {
        let mut deep = json!({});
        for _ in 0..2_000 {
            deep = Value::Object(Map::from_iter([("not".to_owned(), deep)]));
        }
        let mut count = 0;
        each(Kind::Schema, &mut deep, &Path::At(""), 0, &mut |_, _, _| count += 1);
        assert_eq!(count, MAX_DEPTH + 1);
    }
}
