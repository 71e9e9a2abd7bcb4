//! Schemas between Swagger 2.0 and OpenAPI 3.0.

use serde_json::{Map, Value, json};

use super::notes::Notes;
use super::object::text;
use super::schema_down;
use crate::import::{Path, is_extension};

/// The keywords that 2.0 has and that mean the same in 3.0.
const SAME: [&str; 28] = [
    "$ref",
    "format",
    "title",
    "description",
    "default",
    "multipleOf",
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
    "maxProperties",
    "minProperties",
    "required",
    "enum",
    "additionalProperties",
    "type",
    "items",
    "allOf",
    "properties",
    "readOnly",
    "externalDocs",
    "example",
];

/// One schema of 2.0 as 3.0 has it; those below it are rewritten already.
pub(super) fn up(schema: &mut Value, path: &Path<'_>, notes: &mut Notes<'_>) {
    if let Value::Object(members) = schema {
        // What stands beside a reference has no effect in either.
        if members.contains_key("$ref") {
            return;
        }
        members.shift_remove("collectionFormat");
        if let Some(discriminator) = members.get_mut("discriminator").filter(|value| value.is_string()) {
            *discriminator = json!({"propertyName": discriminator.take()});
        }
        if members.get("x-nullable") == Some(&Value::Bool(true)) {
            super::object::rename(members, "x-nullable", "nullable");
        }
        if members.get("type").is_some_and(|kind| kind == "file") {
            members.insert("type".to_owned(), json!("string"));
            members.insert("format".to_owned(), json!("binary"));
        }
    }
    // `type` lists, booleans and keywords that 3.0 does not have.
    schema_down::convert(schema, path, notes);
}

/// One schema of 3.0 as 2.0 has it; those below it are rewritten already.
pub(super) fn down(schema: &mut Value, shared: &Map<String, Value>, path: &Path<'_>, notes: &mut Notes<'_>) {
    let Value::Object(members) = schema else { return };
    if members.get("$ref").is_some_and(Value::is_string) {
        members.retain(|name, _| name == "$ref" || name == "description" || is_extension(name));
        return;
    }
    let old = std::mem::take(members);
    let has_type = old.contains_key("type");
    let mut common: Option<String> = None;
    for (name, value) in old {
        match (name.as_str(), value) {
            ("nullable", Value::Bool(true)) => {
                members.insert("x-nullable".to_owned(), Value::Bool(true));
            }
            ("nullable", _) => {}
            ("discriminator", Value::Object(discriminator)) => {
                if discriminator.contains_key("mapping") {
                    notes.lost(&Path::Member(path, "discriminator"), "mapping");
                }
                if let Some(property) = discriminator.get("propertyName") {
                    members.insert(name, property.clone());
                }
            }
            // A choice that is none.
            ("oneOf" | "anyOf", Value::Array(mut choices)) if choices.len() == 1 => {
                let all = members.entry("allOf").or_insert_with(|| json!([]));
                if let Value::Array(all) = all {
                    all.append(&mut choices);
                }
            }
            ("oneOf" | "anyOf", value) => {
                common = value.as_array().and_then(|choices| common_type(choices, shared));
                notes.lost(path, &name);
            }
            ("allOf", Value::Array(mut parts)) if members.contains_key("allOf") => {
                if let Some(Value::Array(all)) = members.get_mut("allOf") {
                    all.append(&mut parts);
                }
            }
            // An `xml` object has nothing of which 2.0 does not know.
            ("xml", value) => drop(members.insert(name, value)),
            ("required", value) => {
                if let Some(names) = schema_down::names(value) {
                    members.insert(name, names);
                }
            }
            ("items", Value::Bool(_)) => drop(members.insert(name, json!({}))),
            (known, value) if SAME.contains(&known) || is_extension(known) => {
                members.insert(name, value);
            }
            _ => notes.lost(path, &name),
        }
    }
    if let Some(common) = common.filter(|_| !has_type) {
        members.insert("type".to_owned(), Value::String(common));
    }
}

/// The type that all choices have.
fn common_type(choices: &[Value], shared: &Map<String, Value>) -> Option<String> {
    let mut types = choices.iter().map(|choice| {
        let choice = follow(choice, shared)?;
        Some(text(choice, "type")).filter(|kind| !kind.is_empty())
    });
    let first = types.next()??;
    types.all(|kind| kind == Some(first)).then(|| first.to_owned())
}

/// The shared schema that references lead to.
pub(super) fn follow<'v>(schema: &'v Value, shared: &'v Map<String, Value>) -> Option<&'v Value> {
    let mut schema = schema;
    for _ in 0..16 {
        match schema.get("$ref").and_then(Value::as_str) {
            None => return Some(schema),
            Some(reference) => {
                let crate::import::Target::Pointer(pointer) = crate::import::target(reference) else {
                    return None;
                };
                let names = crate::export::walk::names(&pointer);
                schema = shared.get(names.last()?)?;
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::version::OasVersion;
    use crate::import::Problems;

    #[test]
    fn both_ways() {
        // Schema of 2.0, schema of 3.0.
        let cases = [
            (
                json!({"discriminator": "kind", "type": "object", "x-nullable": true}),
                json!({"type": "object", "discriminator": {"propertyName": "kind"}, "nullable": true}),
            ),
            (json!({"$ref": "#/d", "description": "D"}), json!({"$ref": "#/d", "description": "D"})),
            (
                json!({"minimum": 1, "exclusiveMinimum": true, "xml": {}}),
                json!({"minimum": 1, "exclusiveMinimum": true, "xml": {}}),
            ),
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
    fn what_2_0_cannot_say() {
        let Value::Object(shared) = json!({"A": {"type": "object"}, "B": {"$ref": "#/components/schemas/A"}})
        else {
            panic!()
        };
        let cases = [
            (
                json!({"oneOf": [{"$ref": "#/components/schemas/A"}, {"$ref": "#/components/schemas/B"}]}),
                json!({"type": "object"}),
                &["/oneOf"][..],
            ),
            (json!({"anyOf": [{"type": "string"}, {"type": "integer"}]}), json!({}), &["/anyOf"]),
            (
                json!({"anyOf": [{"type": "string"}], "allOf": [{}]}),
                json!({"allOf": [{"type": "string"}, {}]}),
                &[],
            ),
            (
                json!({"not": {}, "writeOnly": true, "deprecated": true}),
                json!({}),
                &["/not", "/writeOnly", "/deprecated"],
            ),
            (
                json!({"discriminator": {"propertyName": "k", "mapping": {}}}),
                json!({"discriminator": "k"}),
                &["/discriminator/mapping"],
            ),
        ];
        for (mut schema, expected, pointers) in cases {
            let mut problems = Problems::default();
            down(&mut schema, &shared, &Path::At(""), &mut Notes::new(&mut problems, OasVersion::V2_0));
            assert_eq!(schema, expected);
            let found: Vec<_> = problems.finish().0.into_iter().map(|problem| problem.pointer).collect();
            assert_eq!(found, pointers);
        }
        let mut file = json!({"type": "file"});
        up(&mut file, &Path::At(""), &mut Notes::new(&mut Problems::default(), OasVersion::V3_0));
        assert_eq!(file, json!({"type": "string", "format": "binary"}));
    }
}
