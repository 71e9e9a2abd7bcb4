//! Faults in schemas: keywords of the wrong type, unknown types, lists where schemas belong. Whether a schema can be
//! satisfied, and whether its patterns compile, is found when its plan is compiled.

use std::collections::HashSet;

use serde_json::{Map, Value};

use super::faults::{Faults, describe, shorten};
use super::pointer::Path;
use super::reference::{Target, resolve, target};
use super::text::MAX_DEPTH;
use crate::schema::Dialect;

impl<'d> Faults<'d, '_> {
    /// Checks a schema and everything below it. `base` is the schema resource it stands in, or the document.
    pub(super) fn schema(&mut self, value: &'d Value, path: &Path<'_>, depth: usize, base: &'d Value) {
        if depth > MAX_DEPTH {
            self.problems
                .warning(path, format!("nested more than {MAX_DEPTH} deep: not checked from here on"));
            return;
        }
        let modern = self.dialect == Dialect::OpenApi31;
        let members = match value {
            Value::Object(members) => members,
            Value::Bool(_) if modern => return,
            Value::Bool(_) => {
                self.problems.warning(path, "true and false are schemas only from OpenAPI 3.1 on");
                return;
            }
            _ => {
                let message = format!("a schema must be an object, is {}: it has no effect", describe(value));
                self.problems.error(path, message);
                return;
            }
        };
        let mut base = base;
        if modern {
            for name in ["$id", "$anchor", "$dynamicAnchor"] {
                let Some(text) = members.get(name).and_then(Value::as_str) else { continue };
                let text = text.trim_matches('#');
                self.names.insert(text);
                if name == "$id" {
                    base = value;
                    self.names.extend(text.rsplit_once('/').map(|(_, tail)| tail));
                }
            }
        }
        if let Some(reference) = members.get("$ref") {
            self.schema_reference(reference, &Path::Member(path, "$ref"), base);
            if !modern {
                // Whatever stands beside a reference is ignored up to OpenAPI 3.0.
                return;
            }
        }
        for (name, value) in members {
            let here = Path::Member(path, name);
            match name.as_str() {
                "$dynamicRef" => self.schema_reference(value, &here, base),
                "properties" | "patternProperties" | "$defs" | "definitions" | "dependentSchemas" => {
                    self.schema_map(name, value, &here, depth, base);
                }
                "allOf" | "anyOf" | "oneOf" | "prefixItems" => {
                    self.schema_list(name, value, &here, depth, base);
                }
                "items" if value.is_array() => {
                    let message = "`items` must be one schema: a list of schemas belongs under `prefixItems`, from \
                                   OpenAPI 3.1 on";
                    self.problems.error(&here, message);
                }
                "additionalProperties" | "additionalItems" | "unevaluatedProperties" | "unevaluatedItems"
                    if value.is_boolean() => {}
                "items"
                | "additionalProperties"
                | "additionalItems"
                | "unevaluatedProperties"
                | "unevaluatedItems"
                | "not"
                | "if"
                | "then"
                | "else"
                | "contains"
                | "propertyNames"
                | "contentSchema" => self.schema(value, &here, depth + 1, base),
                "type" => self.types(value, &here),
                "discriminator" => self.discriminator(value, &here),
                "dependentRequired" => self.dependent_required(value, &here),
                _ => self.keyword(name, value, &here),
            }
        }
    }

    fn schema_map(&mut self, name: &str, value: &'d Value, path: &Path<'_>, depth: usize, base: &'d Value) {
        match value {
            Value::Object(members) => {
                for (name, schema) in members {
                    self.schema(schema, &Path::Member(path, name), depth + 2, base);
                }
            }
            _ => self.wrong(name, "an object with schemas", value, path),
        }
    }

    fn schema_list(&mut self, name: &str, value: &'d Value, path: &Path<'_>, depth: usize, base: &'d Value) {
        match value {
            Value::Array(items) if items.is_empty() => {
                self.problems.warning(path, format!("`{name}` is empty: it is ignored"));
            }
            Value::Array(items) => {
                for (index, schema) in items.iter().enumerate() {
                    self.schema(schema, &Path::Item(path, index), depth + 2, base);
                }
            }
            _ => self.wrong(name, "a list of schemas", value, path),
        }
    }

    fn types(&mut self, value: &Value, path: &Path<'_>) {
        match value {
            Value::String(name) => {
                self.type_name(name, path);
                if name == "null" && self.dialect != Dialect::OpenApi31 {
                    self.problems.warning(path, "type `null` exists from OpenAPI 3.1 on: use `nullable`");
                }
            }
            Value::Array(names) => {
                if self.dialect != Dialect::OpenApi31 {
                    self.problems.warning(path, "a list of types is allowed from OpenAPI 3.1 on");
                }
                let mut known = HashSet::new();
                for (index, name) in names.iter().enumerate() {
                    let here = Path::Item(path, index);
                    match name {
                        Value::String(name) if !known.insert(name) => {
                            self.problems.warning(&here, format!("type `{}` is listed twice", shorten(name)));
                        }
                        Value::String(name) => self.type_name(name, &here),
                        _ => self.wrong("type", "the name of a type", name, &here),
                    }
                }
                if names.is_empty() {
                    self.problems.warning(path, "`type` is an empty list: it is ignored");
                }
            }
            _ => self.wrong("type", "the name of a type", value, path),
        }
    }

    fn type_name(&mut self, name: &str, path: &Path<'_>) {
        let known = match name {
            "string" | "number" | "integer" | "boolean" | "array" | "object" | "null" => true,
            "file" => self.dialect == Dialect::OpenApi20,
            _ => false,
        };
        if !known {
            let message = format!(
                "unknown type `{}`: use string, number, integer, boolean, array or object; it has no effect",
                shorten(name)
            );
            self.problems.error(path, message);
        }
    }

    /// Keywords with plain values.
    fn keyword(&mut self, name: &str, value: &Value, path: &Path<'_>) {
        let (fits, wanted) = match name {
            "minLength" | "maxLength" | "minItems" | "maxItems" | "minProperties" | "maxProperties"
            | "minContains" | "maxContains" => (is_count(value), "a whole number, 0 or more"),
            "minimum" | "maximum" => (value.is_number(), "a number"),
            "multipleOf" => (value.as_f64().is_some_and(|number| number > 0.0), "a number above 0"),
            "exclusiveMinimum" | "exclusiveMaximum" => return self.exclusive(name, value, path),
            "pattern" | "format" | "contentMediaType" | "contentEncoding" => (value.is_string(), "text"),
            "uniqueItems" | "nullable" | "readOnly" | "writeOnly" | "deprecated" => {
                (value.is_boolean(), "true or false")
            }
            "required" => return self.required(value, path),
            "enum" => match value {
                Value::Array(values) if values.is_empty() => {
                    self.problems.error(path, "`enum` is empty: no value is possible");
                    return;
                }
                _ => (value.is_array(), "a list of values"),
            },
            _ => return,
        };
        if !fits {
            self.wrong(name, wanted, value, path);
        }
    }

    fn exclusive(&mut self, name: &str, value: &Value, path: &Path<'_>) {
        match (self.dialect == Dialect::OpenApi31, value) {
            (true, Value::Number(_)) | (false, Value::Bool(_)) => {}
            (true, Value::Bool(_)) => {
                self.problems.warning(path, format!("`{name}` is a number from OpenAPI 3.1 on, not {value}"));
            }
            (false, Value::Number(_)) => {
                self.problems
                    .warning(path, format!("`{name}` is true or false before OpenAPI 3.1, not {value}"));
            }
            (true, _) => self.wrong(name, "a number", value, path),
            (false, _) => self.wrong(name, "true or false", value, path),
        }
    }

    fn required(&mut self, value: &Value, path: &Path<'_>) {
        match value {
            Value::Array(names) => {
                let mut known = HashSet::new();
                for (index, name) in names.iter().enumerate() {
                    let here = Path::Item(path, index);
                    match name {
                        Value::String(name) if !known.insert(name) => {
                            self.problems.warning(&here, format!("`{}` is required twice", shorten(name)));
                        }
                        Value::String(_) => {}
                        _ => self.wrong("required", "a list of names", name, &here),
                    }
                }
            }
            Value::Bool(_) => {
                let message =
                    "`required` is a list of names on the object, not true or false on its member: ignored";
                self.problems.warning(path, message);
            }
            _ => self.wrong("required", "a list of names", value, path),
        }
    }

    fn dependent_required(&mut self, value: &Value, path: &Path<'_>) {
        match value {
            Value::Object(members) => {
                for (name, names) in members {
                    self.required(names, &Path::Member(path, name));
                }
            }
            _ => self.wrong("dependentRequired", "an object with lists of names", value, path),
        }
    }

    fn discriminator(&mut self, value: &'d Value, path: &Path<'_>) {
        let members = match value {
            Value::String(_) if self.dialect == Dialect::OpenApi20 => return,
            Value::Object(members) if self.dialect != Dialect::OpenApi20 => members,
            Value::String(_) | Value::Object(_) => {
                let message = "`discriminator` is text in Swagger 2.0 and an object in OpenAPI 3: convert it";
                self.problems.warning(path, message);
                return;
            }
            _ => return self.wrong("discriminator", "an object with `propertyName`", value, path),
        };
        if !members.get("propertyName").is_some_and(Value::is_string) {
            self.problems.error(path, "`discriminator` has no `propertyName`: it is ignored");
        }
        let here = Path::Member(path, "mapping");
        match members.get("mapping") {
            None | Some(Value::Null) => {}
            Some(Value::Object(mapping)) => self.mapping(mapping, &here),
            Some(other) => self.wrong("mapping", "an object with references", other, &here),
        }
    }

    fn mapping(&mut self, mapping: &'d Map<String, Value>, path: &Path<'_>) {
        for (name, reference) in mapping {
            let here = Path::Member(path, name);
            let Value::String(text) = reference else {
                self.wrong("mapping", "text", reference, &here);
                continue;
            };
            match target(text) {
                Target::Pointer(_) if resolve(self.root, text).is_some() => {}
                // A bare word is the name of a schema.
                Target::External
                    if self.root.pointer("/components/schemas").is_some_and(|s| s.get(text).is_some()) => {}
                Target::External if text.contains(['/', '.', ':']) => self.external(&here, text),
                _ => self.dangling(&here, text),
            }
        }
    }

    /// A keyword of the wrong type. `null` is what generators write for "not set".
    fn wrong(&mut self, name: &str, wanted: &str, value: &Value, path: &Path<'_>) {
        let message = format!("`{name}` must be {wanted}, is {}: it is ignored", describe(value));
        if value.is_null() {
            self.problems.warning(path, message);
        } else {
            self.problems.error(path, message);
        }
    }
}

fn is_count(value: &Value) -> bool {
    value.as_u64().is_some() || value.as_f64().is_some_and(|number| number >= 0.0 && number.fract() == 0.0)
}

#[cfg(test)]
mod tests {
    use super::super::problems::Problems;
    use super::*;
    use crate::model::Severity;
    use serde_json::json;

    fn faults(schema: &Value, dialect: Dialect) -> Vec<(Severity, String, String)> {
        let mut problems = Problems::default();
        let root = json!({"components": {"schemas": {"S": schema, "Dog": {}}}});
        Faults::new(&root, dialect, &mut problems).find();
        let at = "/components/schemas/S";
        problems
            .finish()
            .0
            .into_iter()
            .map(|p| (p.severity, p.pointer.strip_prefix(at).unwrap_or(&p.pointer).to_owned(), p.message))
            .collect()
    }

    #[test]
    fn keywords() {
        use Dialect::{OpenApi30, OpenApi31};
        use Severity::{Error, Warning};
        let cases = [
            (json!({"type": "strnig"}), OpenApi31, Error, "/type", "unknown type `strnig`"),
            (json!({"type": "file"}), OpenApi31, Error, "/type", "unknown type"),
            (json!({"type": ["string", "date"]}), OpenApi31, Error, "/type/1", "unknown type `date`"),
            (json!({"type": ["string", "string"]}), OpenApi31, Warning, "/type/1", "twice"),
            (json!({"type": [5]}), OpenApi31, Error, "/type/0", "is the number 5"),
            (json!({"type": []}), OpenApi31, Warning, "/type", "empty"),
            (json!({"type": {}}), OpenApi31, Error, "/type", "is an object"),
            (json!({"type": null}), OpenApi31, Warning, "/type", "is null"),
            (json!({"type": "null"}), OpenApi30, Warning, "/type", "nullable"),
            (json!({"type": ["string", "null"]}), OpenApi30, Warning, "/type", "3.1"),
            (
                json!({"minLength": "3"}),
                OpenApi31,
                Error,
                "/minLength",
                "whole number, 0 or more, is the text \"3\"",
            ),
            (json!({"maxItems": -1}), OpenApi31, Error, "/maxItems", "the number -1"),
            (json!({"minItems": 1.5}), OpenApi31, Error, "/minItems", "1.5"),
            (json!({"minimum": "0"}), OpenApi31, Error, "/minimum", "a number"),
            (json!({"multipleOf": 0}), OpenApi31, Error, "/multipleOf", "above 0"),
            (json!({"exclusiveMinimum": true}), OpenApi31, Warning, "/exclusiveMinimum", "3.1"),
            (json!({"exclusiveMaximum": 5}), OpenApi30, Warning, "/exclusiveMaximum", "before"),
            (json!({"exclusiveMaximum": "x"}), OpenApi30, Error, "/exclusiveMaximum", "true or false"),
            (json!({"pattern": 5}), OpenApi31, Error, "/pattern", "text"),
            (json!({"format": null}), OpenApi31, Warning, "/format", "null"),
            (json!({"uniqueItems": "true"}), OpenApi31, Error, "/uniqueItems", "true or false"),
            (json!({"required": true}), OpenApi31, Warning, "/required", "list of names"),
            (json!({"required": "id"}), OpenApi31, Error, "/required", "list of names"),
            (
                json!({"required": ["a", "b", "a"]}),
                OpenApi31,
                Warning,
                "/required/2",
                "`a` is required twice",
            ),
            (json!({"required": [1]}), OpenApi31, Error, "/required/0", "number 1"),
            (
                json!({"dependentRequired": {"a": "b"}}),
                OpenApi31,
                Error,
                "/dependentRequired/a",
                "list of names",
            ),
            (json!({"enum": []}), OpenApi31, Error, "/enum", "no value is possible"),
            (json!({"enum": "a"}), OpenApi31, Error, "/enum", "a list of values"),
            (json!({"properties": []}), OpenApi31, Error, "/properties", "is a list"),
            (
                json!({"properties": {"a": "string"}}),
                OpenApi31,
                Error,
                "/properties/a",
                "a schema must be an object",
            ),
            (
                json!({"properties": {"a": true}}),
                OpenApi30,
                Warning,
                "/properties/a",
                "only from OpenAPI 3.1",
            ),
            (
                json!({"properties": {"$ref": "#/x"}}),
                OpenApi31,
                Error,
                "/properties/$ref",
                "a schema must be",
            ),
            (json!({"items": [{}]}), OpenApi30, Error, "/items", "prefixItems"),
            (json!({"items": null}), OpenApi31, Error, "/items", "is null"),
            (json!({"oneOf": []}), OpenApi31, Warning, "/oneOf", "empty"),
            (json!({"allOf": {}}), OpenApi31, Error, "/allOf", "a list of schemas"),
            (json!({"allOf": [{}, {"not": 3}]}), OpenApi31, Error, "/allOf/1/not", "the number 3"),
            (json!({"additionalProperties": "x"}), OpenApi30, Error, "/additionalProperties", "the text"),
            (
                json!({"additionalProperties": {"type": "any"}}),
                OpenApi30,
                Error,
                "/additionalProperties/type",
                "`any`",
            ),
            (json!({"discriminator": "kind"}), OpenApi31, Warning, "/discriminator", "convert"),
            (json!({"discriminator": {}}), OpenApi31, Error, "/discriminator", "propertyName"),
            (
                json!({"discriminator": {"propertyName": "k", "mapping": {"a": "Cat", "b": "Dog"}}}),
                OpenApi31,
                Error,
                "/discriminator/mapping/a",
                "leads nowhere",
            ),
            (
                json!({"discriminator": {"propertyName": "k", "mapping": {"a": "./cat.json"}}}),
                OpenApi31,
                Error,
                "/discriminator/mapping/a",
                "external reference",
            ),
            (json!({"$ref": 1}), OpenApi31, Error, "/$ref", "must be text"),
        ];
        for (schema, dialect, severity, pointer, part) in cases {
            let found = faults(&schema, dialect);
            assert_eq!(found.len(), 1, "{schema}: {found:?}");
            assert_eq!((found[0].0, found[0].1.as_str()), (severity, pointer), "{schema}");
            assert!(found[0].2.contains(part), "{schema}: {}", found[0].2);
        }
    }

    #[test]
    fn sound_schemas_have_no_faults() {
        use Dialect::{OpenApi20, OpenApi30, OpenApi31};
        for (schema, dialect) in [
            (
                json!({"type": ["string", "null"], "exclusiveMinimum": 5, "items": false, "properties": {"a": true}}),
                OpenApi31,
            ),
            (
                json!({"minLength": 3.0, "exclusiveMinimum": true, "nullable": true, "enum": [null]}),
                OpenApi30,
            ),
            (json!({"$ref": "#/components/schemas/S2/x", "properties": []}), OpenApi31),
            (
                json!({"type": "object", "properties": {"type": {"type": "string"}, "enum": {"type": "string"}}}),
                OpenApi30,
            ),
            (
                json!({"example": {"type": "odd"}, "default": {"minLength": "x"}, "x-a": {"$ref": 1}}),
                OpenApi30,
            ),
            (json!({"discriminator": "kind", "type": "file"}), OpenApi20),
        ] {
            let found = faults(&schema, dialect);
            let expected = usize::from(schema.get("$ref").is_some()) * 2;
            assert_eq!(found.len(), expected, "{schema}: {found:?}");
        }
        // Up to 3.0, what stands beside a reference is not read.
        assert_eq!(faults(&json!({"$ref": "#/components/schemas/Dog", "properties": []}), OpenApi30), []);
    }
}
