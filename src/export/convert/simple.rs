//! Parameters and headers between Swagger 2.0, where they are schemas of a simple kind, and OpenAPI 3.0, where they
//! have a schema.

use serde_json::{Map, Value, json};

use super::notes::Notes;
use super::object::{rename, split, text};
use super::schema2;
use crate::import::{Path, is_extension};

/// Keywords of simple schemas.
const KEYWORDS: [&str; 17] = [
    "type",
    "format",
    "items",
    "default",
    "maximum",
    "exclusiveMaximum",
    "minimum",
    "exclusiveMinimum",
    "maxLength",
    "minLength",
    "pattern",
    "maxItems",
    "minItems",
    "uniqueItems",
    "enum",
    "multipleOf",
    "x-nullable",
];
/// Lists of lists in parameters nest this deep at most.
const MAX_DEPTH: usize = 8;

/// Whether a member of a parameter of 2.0 belongs to its schema.
pub(super) fn is_keyword(name: &str) -> bool {
    let vendor = ["x-apidog-", "x-apifox-"].iter().find_map(|prefix| name.strip_prefix(prefix));
    KEYWORDS.contains(&name)
        || name == "x-faker"
        || vendor.is_some_and(|name| ["mock", "enum"].contains(&name))
}

/// A parameter (not in the body) or a header of 2.0 as 3.0 has it.
pub(super) fn up(value: &mut Value, path: &Path<'_>, notes: &mut Notes<'_>) {
    let place = text(value, "in").to_owned();
    let Value::Object(members) = value else { return };
    if members.contains_key("$ref") || members.contains_key("schema") {
        return;
    }
    let mut schema = Value::Object(split(members, is_keyword));
    let is_list = text(&schema, "type") == "array";
    schema2::up(&mut schema, path, notes);
    let format = members.shift_remove("collectionFormat");
    if is_list {
        let (style, explode) = style(format.as_ref().and_then(Value::as_str), &place);
        if let Some(style) = style {
            members.insert("style".to_owned(), json!(style));
        }
        if place == "query" || place == "formData" {
            members.insert("explode".to_owned(), json!(explode));
        }
    }
    if format.as_ref().is_some_and(|format| format == "tsv") {
        notes.note(path, "lists between tabs cannot be expressed: written between commas");
    }
    rename(members, "x-example", "example");
    members.insert("schema".to_owned(), schema);
}

/// `collectionFormat` as `style`, where that is not the default, and `explode`.
pub(super) fn style(format: Option<&str>, place: &str) -> (Option<&'static str>, bool) {
    match format.unwrap_or("csv") {
        "multi" => (None, true),
        "ssv" if place == "query" || place == "formData" => (Some("spaceDelimited"), false),
        "pipes" if place == "query" || place == "formData" => (Some("pipeDelimited"), false),
        _ => (None, false),
    }
}

/// A parameter or header of 3.0 as 2.0 has it. Its schema is in the words of 2.0 already, shared ones are not.
pub(super) fn down(value: &mut Value, shared: &Map<String, Value>, path: &Path<'_>, notes: &mut Notes<'_>) {
    let place = text(value, "in").to_owned();
    let Value::Object(members) = value else { return };
    if members.contains_key("$ref") {
        return;
    }
    let mut schema = members.shift_remove("schema").unwrap_or_default();
    if let Some(content) = members.shift_remove("content") {
        notes.note(path, "`content` of a parameter cannot be expressed: it is text");
        drop(content);
        schema = json!({"type": "string"});
    }
    let mut made = simple(&schema, shared, path, notes, 0);
    let is_list = made.get("type").is_some_and(|kind| kind == "array");
    let style = members.shift_remove("style");
    let style = style.as_ref().and_then(Value::as_str);
    let explode = members.shift_remove("explode").and_then(|explode| explode.as_bool());
    let format = match (style, place.as_str()) {
        (Some("spaceDelimited"), _) => Some("ssv"),
        (Some("pipeDelimited"), _) => Some("pipes"),
        (Some("deepObject" | "matrix" | "label"), _) => {
            notes.lost(path, "style");
            None
        }
        (None | Some("form"), "query") => Some(if explode.unwrap_or(true) { "multi" } else { "csv" }),
        _ => None,
    };
    if let Some(format) = format.filter(|_| is_list) {
        made.insert("collectionFormat".to_owned(), json!(format));
    }
    if let Some(example) = example(members) {
        members.insert("x-example".to_owned(), example);
    }
    let known: &[&str] = match place.as_str() {
        "" => &["description"],
        "query" => &["name", "in", "description", "required", "allowEmptyValue"],
        _ => &["name", "in", "description", "required"],
    };
    members.retain(|name, value| {
        let stays = known.contains(&name.as_str()) || is_extension(name);
        // False is what leaving them out means.
        if !stays && *value != false && name != "required" {
            notes.lost(path, name);
        }
        stays
    });
    members.append(&mut made);
}

/// The first example of a parameter or media type.
pub(super) fn example(members: &mut Map<String, Value>) -> Option<Value> {
    let named = members.shift_remove("examples");
    let single = members.shift_remove("example");
    single.or_else(|| named?.as_object_mut()?.values_mut().next()?.get_mut("value").map(Value::take))
}

/// A schema as parameters of 2.0 may have it: a scalar, or a list of such.
pub(super) fn simple(
    schema: &Value,
    shared: &Map<String, Value>,
    path: &Path<'_>,
    notes: &mut Notes<'_>,
    depth: usize,
) -> Map<String, Value> {
    let mut made = Map::new();
    let mut next = schema2::follow(schema, shared);
    // One schema in `allOf` is how 3.0 writes a reference with something beside it.
    for _ in 0..MAX_DEPTH {
        let Some(Value::Object(members)) = next else { break };
        for (name, value) in members.iter().filter(|(name, _)| is_keyword(name) && *name != "items") {
            if !made.contains_key(name) {
                made.insert(name.clone(), value.clone());
            }
        }
        if members.get("nullable") == Some(&Value::Bool(true)) {
            made.insert("x-nullable".to_owned(), Value::Bool(true));
        }
        if let Some(items) = members.get("items").filter(|_| depth < MAX_DEPTH) {
            made.insert("items".to_owned(), Value::Object(simple(items, shared, path, notes, depth + 1)));
        }
        let all = members.get("allOf").and_then(Value::as_array);
        next = all.and_then(|all| all.first()).and_then(|part| schema2::follow(part, shared));
    }
    if made.get("enum").is_some_and(|values| values.as_array().is_none_or(Vec::is_empty)) {
        made.shift_remove("enum");
    }
    match made.get("type").and_then(Value::as_str) {
        Some("string" | "number" | "integer" | "boolean") => drop(made.shift_remove("items")),
        Some("array") => {
            if made.get("items").is_none_or(|items| items.get("type").is_none()) {
                made.insert("items".to_owned(), json!({"type": "string"}));
            }
        }
        other => {
            let said = other.map_or_else(|| "a choice of types".to_owned(), |kind| format!("`{kind}`"));
            notes.note(
                path,
                format_args!("a parameter or header is a scalar or a list: {said} is written as text"),
            );
            let keeps = |name: &str| is_extension(name) || name == "enum" || name == "default";
            made.retain(|name, value| keeps(name) && (name != "enum" || only_texts(value)));
            if made.get("default").is_some_and(|default| !default.is_string()) {
                made.shift_remove("default");
            }
            made.insert("type".to_owned(), json!("string"));
        }
    }
    made
}

fn only_texts(value: &Value) -> bool {
    value.as_array().is_some_and(|values| values.iter().all(Value::is_string))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::version::OasVersion;
    use crate::import::Problems;

    #[test]
    fn both_ways() {
        // Parameter of 2.0, parameter of 3.0.
        let cases = [
            (
                json!({"name": "a", "in": "query", "x-example": 3, "type": "integer", "minimum": 1, "x-apidog-mock": "@integer"}),
                json!({"name": "a", "in": "query", "example": 3,
                    "schema": {"type": "integer", "minimum": 1, "x-apidog-mock": "@integer"}}),
            ),
            (
                json!({"name": "a", "in": "query", "type": "array", "items": {"type": "string"}, "collectionFormat": "multi"}),
                json!({"name": "a", "in": "query", "explode": true, "schema": {"type": "array", "items": {"type": "string"}}}),
            ),
            (
                json!({"name": "a", "in": "query", "type": "array", "items": {"type": "string"}, "collectionFormat": "pipes"}),
                json!({"name": "a", "in": "query", "style": "pipeDelimited", "explode": false,
                    "schema": {"type": "array", "items": {"type": "string"}}}),
            ),
            (
                json!({"description": "D", "type": "string", "x-nullable": true}),
                json!({"description": "D", "schema": {"type": "string", "nullable": true}}),
            ),
            (json!({"$ref": "#/parameters/a"}), json!({"$ref": "#/parameters/a"})),
        ];
        for (two, three) in cases {
            let mut problems = Problems::default();
            let mut made = two.clone();
            up(&mut made, &Path::At(""), &mut Notes::new(&mut problems, OasVersion::V3_0));
            assert_eq!(made, three);
            down(&mut made, &Map::new(), &Path::At(""), &mut Notes::new(&mut problems, OasVersion::V2_0));
            assert_eq!(made, two);
            assert_eq!(problems.finish().0, []);
        }
    }

    #[test]
    fn what_is_not_simple_is_text() {
        let shared =
            json!({"S": {"type": "string", "enum": ["a"]}, "Loop": {"$ref": "#/components/schemas/Loop"}});
        let shared = shared.as_object().unwrap();
        let cases = [
            (json!({"$ref": "#/components/schemas/S"}), json!({"type": "string", "enum": ["a"]}), 0),
            (
                json!({"default": "a", "allOf": [{"$ref": "#/components/schemas/S"}]}),
                json!({"default": "a", "type": "string", "enum": ["a"]}),
                0,
            ),
            (json!({"type": "array"}), json!({"type": "array", "items": {"type": "string"}}), 0),
            (json!({"type": "object", "default": {}, "minLength": 3}), json!({"type": "string"}), 1),
            (json!({"$ref": "#/components/schemas/Loop"}), json!({"type": "string"}), 1),
            (json!({}), json!({"type": "string"}), 1),
        ];
        for (schema, expected, count) in cases {
            let mut problems = Problems::default();
            let mut notes = Notes::new(&mut problems, OasVersion::V2_0);
            let made = simple(&schema, shared, &Path::At("/p"), &mut notes, 0);
            assert_eq!((Value::Object(made), problems.finish().0.len()), (expected, count), "{schema}");
        }
    }
}
