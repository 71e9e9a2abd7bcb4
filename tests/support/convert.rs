//! The schemas of an OpenAPI document as JSON Schema 2020-12, by the rules of the independent scorer: what a broken
//! description leaves open is never held against the mock.

use super::corpus::{Version, fragment, version};
use serde_json::{Map, Value, json};
use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

/// Which way a value travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Mode {
    Response,
    Request,
}

impl Mode {
    /// The base that converted references start with.
    pub(crate) const fn base(self) -> &'static str {
        match self {
            Self::Response => "urn:doc:response",
            Self::Request => "urn:doc:request",
        }
    }
}

/// The custom keyword that `format: int32` and `format: int64` become: formats of numbers are not the judge's.
pub(crate) const INTEGER_BITS: &str = "x-integer-bits";

/// Keywords whose value is one schema.
const ONE: [&str; 11] = [
    "additionalProperties",
    "additionalItems",
    "propertyNames",
    "contains",
    "not",
    "if",
    "then",
    "else",
    "unevaluatedItems",
    "unevaluatedProperties",
    "contentSchema",
];
/// Keywords whose value is a list of schemas.
const MANY: [&str; 4] = ["allOf", "anyOf", "oneOf", "prefixItems"];
/// Keywords whose value is a map of schemas.
const MAP: [&str; 5] = ["properties", "patternProperties", "$defs", "definitions", "dependentSchemas"];
/// Keywords of 2.0 and 3.0 that JSON Schema checks as they are.
const PLAIN: [&str; 10] = [
    "multipleOf",
    "maxLength",
    "minLength",
    "pattern",
    "maxItems",
    "minItems",
    "uniqueItems",
    "maxProperties",
    "minProperties",
    "format",
];
/// Further keywords of 3.1 that are kept as they are; all others say nothing about a value.
const KEPT: [&str; 16] = [
    "type",
    "enum",
    "const",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "minContains",
    "maxContains",
    "dependentRequired",
    "readOnly",
    "writeOnly",
    "$anchor",
    "contentEncoding",
    "contentMediaType",
    "required",
];
const TYPES: [&str; 7] = ["object", "array", "string", "number", "integer", "boolean", "null"];

/// Turns schemas into 2020-12 and collects what they refer to.
#[derive(Debug)]
pub(crate) struct Converter {
    document: Arc<Value>,
    version: Option<Version>,
    names: HashMap<(Mode, String), String>,
    waiting: Vec<(Mode, String, String)>,
    patterns: HashMap<String, bool>,
    definitions: HashMap<Mode, Map<String, Value>>,
    /// References that could not be followed: they accept anything.
    pub(crate) unresolved: BTreeSet<String>,
    /// Keyword values of the wrong kind, which are not there for the judge.
    pub(crate) dropped: BTreeSet<String>,
}

impl Converter {
    pub(crate) fn new(document: Arc<Value>) -> Self {
        Self {
            version: version(&document),
            document,
            names: HashMap::new(),
            waiting: Vec::new(),
            patterns: HashMap::new(),
            definitions: HashMap::new(),
            unresolved: BTreeSet::new(),
            dropped: BTreeSet::new(),
        }
    }

    /// The schema at a pointer with all references link absolute (`urn:doc:response#/$defs/d7`).
    pub(crate) fn at(&mut self, pointer: &str, mode: Mode) -> Value {
        let document = Arc::clone(&self.document);
        let converted = self.convert(document.pointer(pointer).unwrap_or(&Value::Bool(true)), mode);
        while let Some((mode, reference, name)) = self.waiting.pop() {
            let target = fragment(&reference).and_then(|pointer| document.pointer(&pointer));
            let value = if let Some(schema) = target {
                self.convert(schema, mode)
            } else {
                self.unresolved.insert(reference);
                Value::Bool(true)
            };
            self.definitions.entry(mode).or_default().insert(name, value);
        }
        converted
    }

    /// Everything that converted schemas refer to so far.
    pub(crate) fn definitions(&self, mode: Mode) -> Map<String, Value> {
        self.definitions.get(&mode).cloned().unwrap_or_default()
    }

    /// How many definitions there are so far.
    pub(crate) fn count(&self, mode: Mode) -> usize {
        self.definitions.get(&mode).map_or(0, Map::len)
    }

    /// The reference in the document behind a definition's name.
    pub(crate) fn origin(&self, mode: Mode, name: &str) -> Option<&str> {
        self.names
            .iter()
            .find(|((its, _), other)| *its == mode && *other == name)
            .map(|((_, reference), _)| reference.as_str())
    }

    fn reference(&mut self, reference: &str, mode: Mode) -> Value {
        let next = format!("d{}", self.names.len());
        let name = self.names.entry((mode, reference.to_owned())).or_insert_with(|| {
            self.waiting.push((mode, reference.to_owned(), next.clone()));
            next
        });
        json!({"$ref": format!("{}#/$defs/{name}", mode.base())})
    }

    fn convert(&mut self, schema: &Value, mode: Mode) -> Value {
        match schema {
            Value::Bool(_) => schema.clone(),
            Value::Object(members) => {
                if self.version == Some(Version::OpenApi31) {
                    self.convert31(members, mode)
                } else {
                    self.convert30(members, mode)
                }
            }
            _ => Value::Bool(true),
        }
    }

    fn convert_list(&mut self, list: &[Value], mode: Mode) -> Value {
        list.iter().map(|schema| self.convert(schema, mode)).collect()
    }

    fn convert_map(&mut self, map: &Map<String, Value>, mode: Mode) -> Value {
        map.iter().map(|(name, schema)| (name.clone(), self.convert(schema, mode))).collect()
    }

    fn convert31(&mut self, schema: &Map<String, Value>, mode: Mode) -> Value {
        let mut out = Map::new();
        for (key, value) in schema {
            let key = key.as_str();
            match value {
                Value::String(reference) if key == "$ref" => {
                    if fragment(reference).is_some() {
                        let Value::Object(link) = self.reference(reference, mode) else { continue };
                        out.extend(link);
                    } else if reference.starts_with('#') {
                        out.insert(key.to_owned(), value.clone());
                    } else {
                        self.unresolved.insert(reference.clone());
                    }
                }
                Value::Array(list) if key == "items" => {
                    let list = self.convert_list(list, mode);
                    out.insert("prefixItems".to_owned(), list);
                }
                _ if ONE.contains(&key) || key == "items" => {
                    let converted = self.convert(value, mode);
                    out.insert(key.to_owned(), converted);
                }
                Value::Array(list) if MANY.contains(&key) => {
                    let list = self.convert_list(list, mode);
                    out.insert(key.to_owned(), list);
                }
                Value::Object(map) if MAP.contains(&key) => {
                    let map = self.convert_map(map, mode);
                    out.insert(key.to_owned(), map);
                }
                _ if PLAIN.contains(&key) || KEPT.contains(&key) => {
                    out.insert(key.to_owned(), value.clone());
                }
                _ => {
                    if key.starts_with("$dynamic") || key.starts_with("$recursive") {
                        self.dropped.insert(key.to_owned());
                    }
                }
            }
        }
        self.required(schema, &mut out, mode);
        let out = self.sane(out);
        // Not a keyword of 3.1, yet common in documents moved up from 3.0: null is then not held against a server.
        if schema.get("nullable") == Some(&Value::Bool(true)) { nullable(out) } else { Value::Object(out) }
    }

    fn convert30(&mut self, schema: &Map<String, Value>, mode: Mode) -> Value {
        let yes = |key: &str| schema.get(key) == Some(&Value::Bool(true));
        if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
            if !reference.starts_with('#') {
                self.unresolved.insert(reference.to_owned());
                return Value::Bool(true);
            }
            let link = self.reference(reference, mode);
            // By the letter a sibling of `$ref` means nothing.
            return if yes("nullable") || yes("x-nullable") {
                json!({"anyOf": [link, {"type": "null"}]})
            } else {
                link
            };
        }
        let mut out = Map::new();
        for key in PLAIN {
            if let Some(value) = schema.get(key) {
                out.insert(key.to_owned(), value.clone());
            }
        }
        match schema.get("type") {
            Some(Value::String(name)) if name == "file" => return Value::Bool(true),
            Some(name @ (Value::String(_) | Value::Array(_))) => {
                out.insert("type".to_owned(), name.clone());
            }
            _ => {}
        }
        if let Some(list @ Value::Array(_)) = schema.get("enum") {
            out.insert("enum".to_owned(), list.clone());
        }
        for (bound, exclusive) in [("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")] {
            if let Some(number @ Value::Number(_)) = schema.get(bound) {
                out.insert(if yes(exclusive) { exclusive } else { bound }.to_owned(), number.clone());
            }
            if let Some(number @ Value::Number(_)) = schema.get(exclusive) {
                out.insert(exclusive.to_owned(), number.clone());
            }
        }
        for key in ["allOf", "anyOf", "oneOf"] {
            if let Some(list) = schema.get(key).and_then(Value::as_array).filter(|list| !list.is_empty()) {
                let list = self.convert_list(list, mode);
                out.insert(key.to_owned(), list);
            }
        }
        for key in ["not", "additionalProperties"] {
            if let Some(value) = schema.get(key) {
                let converted = self.convert(value, mode);
                out.insert(key.to_owned(), converted);
            }
        }
        match schema.get("items") {
            // Not allowed before 3.1, seen all the same.
            Some(Value::Array(list)) => {
                let list = self.convert_list(list, mode);
                out.insert("prefixItems".to_owned(), list);
            }
            Some(items) => {
                let converted = self.convert(items, mode);
                out.insert("items".to_owned(), converted);
            }
            None => {}
        }
        if let Some(map) = schema.get("properties").and_then(Value::as_object) {
            let map = self.convert_map(map, mode);
            out.insert("properties".to_owned(), map);
        }
        self.required(schema, &mut out, mode);
        let out = self.sane(out);
        if yes("nullable") || yes("x-nullable") { nullable(out) } else { Value::Object(out) }
    }

    /// `required`, less what does not travel this way.
    fn required(&self, schema: &Map<String, Value>, out: &mut Map<String, Value>, mode: Mode) {
        out.remove("required");
        let Some(names) = schema.get("required").and_then(Value::as_array) else { return };
        let flag = if mode == Mode::Response { "writeOnly" } else { "readOnly" };
        let mut seen = HashSet::new();
        let kept: Vec<Value> = names
            .iter()
            .filter_map(Value::as_str)
            .filter(|name| !self.flagged(schema.get("properties").and_then(|map| map.get(*name)), flag))
            .filter(|name| seen.insert(*name))
            .map(Value::from)
            .collect();
        if !kept.is_empty() {
            out.insert("required".to_owned(), Value::Array(kept));
        }
    }

    fn flagged(&self, property: Option<&Value>, flag: &str) -> bool {
        let mut property = property;
        for _ in 0..10 {
            let Some(schema) = property else { return false };
            if let Some(value) = schema.get(flag) {
                return value == &Value::Bool(true);
            }
            let reference = schema.get("$ref").and_then(Value::as_str).and_then(fragment);
            property = reference.and_then(|pointer| self.document.pointer(&pointer));
        }
        false
    }

    /// Drops keyword values of the wrong kind (`type: int`, `minLength: "3"`): what they mean is anyone's guess.
    fn sane(&mut self, members: Map<String, Value>) -> Map<String, Value> {
        let mut out = Map::new();
        let mut unreadable_names = false;
        for (key, value) in members {
            if key == "patternProperties" {
                let Value::Object(map) = value else { continue };
                let count = map.len();
                let kept: Map<String, Value> =
                    map.into_iter().filter(|(pattern, _)| self.readable(pattern)).collect();
                unreadable_names = kept.len() < count;
                out.insert(key, Value::Object(kept));
            } else if key == "format" && (value == "int32" || value == "int64") {
                out.insert(INTEGER_BITS.to_owned(), json!(if value == "int32" { 32 } else { 64 }));
            } else if self.is_right_kind(&key, &value) {
                out.insert(key, value);
            } else {
                self.dropped.insert(format!("{key}: {value}"));
            }
        }
        if unreadable_names {
            // Which members are additional cannot be told then.
            out.remove("additionalProperties");
        }
        out
    }

    fn is_right_kind(&mut self, key: &str, value: &Value) -> bool {
        match key {
            "minLength" | "maxLength" | "minItems" | "maxItems" | "minProperties" | "maxProperties"
            | "minContains" | "maxContains" => {
                value.as_f64().is_some_and(|number| number >= 0.0 && number.fract() == 0.0)
            }
            "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum" => value.is_number(),
            "multipleOf" => value.as_f64().is_some_and(|number| number > 0.0),
            "pattern" => value.as_str().is_some_and(|pattern| self.readable(pattern)),
            "format" | "$anchor" | "contentEncoding" | "contentMediaType" => value.is_string(),
            "uniqueItems" | "readOnly" | "writeOnly" => value.is_boolean(),
            "enum" => value.is_array(),
            "allOf" | "anyOf" | "oneOf" | "prefixItems" => {
                value.as_array().is_some_and(|list| !list.is_empty())
            }
            "properties" | "dependentSchemas" | "$defs" | "definitions" => value.is_object(),
            "dependentRequired" => value.as_object().is_some_and(|map| map.values().all(Value::is_array)),
            "type" => {
                let known = |name: &Value| name.as_str().is_some_and(|name| TYPES.contains(&name));
                value
                    .as_array()
                    .map_or_else(|| known(value), |list| !list.is_empty() && list.iter().all(known))
            }
            _ => true,
        }
    }

    /// Whether the judge's own reader of ECMA-262 patterns understands this one.
    fn readable(&mut self, pattern: &str) -> bool {
        if let Some(known) = self.patterns.get(pattern) {
            return *known;
        }
        let readable = jsonschema::draft202012::new(&json!({"pattern": pattern})).is_ok();
        self.patterns.insert(pattern.to_owned(), readable);
        readable
    }
}

fn nullable(out: Map<String, Value>) -> Value {
    let composed =
        ["allOf", "anyOf", "oneOf", "enum", "not", "const", "$ref"].iter().any(|key| out.contains_key(*key));
    match out.get("type") {
        Some(Value::String(name)) if !composed => {
            let both = json!([name, "null"]);
            let mut out = out;
            out.insert("type".to_owned(), both);
            Value::Object(out)
        }
        _ => json!({"anyOf": [out, {"type": "null"}]}),
    }
}
