//! Schemas of OpenAPI 3.1 in the words of 3.0.

use serde_json::{Map, Value, json};

use super::notes::Notes;
use crate::import::{Path, is_extension};

/// The keywords that 3.0 has and that mean the same in 3.1.
const SAME: [&str; 31] = [
    "$ref",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "enum",
    "items",
    "additionalProperties",
    "title",
    "description",
    "multipleOf",
    "minimum",
    "maximum",
    "minLength",
    "maxLength",
    "pattern",
    "minItems",
    "maxItems",
    "uniqueItems",
    "minProperties",
    "maxProperties",
    "format",
    "default",
    "readOnly",
    "writeOnly",
    "example",
    "externalDocs",
    "deprecated",
    "xml",
    "discriminator",
    "nullable",
    "properties",
    "not",
];
/// What a schema may carry beside the choice between another one and `null`.
const ANNOTATIONS: [&str; 11] = [
    "title",
    "description",
    "default",
    "example",
    "readOnly",
    "writeOnly",
    "externalDocs",
    "deprecated",
    "xml",
    "discriminator",
    "anyOf",
];

/// Rewrites one schema; those below it are rewritten already. `additional`: it is the value of
/// `additionalProperties`, which may be true or false.
pub(super) fn convert(schema: &mut Value, path: &Path<'_>, notes: &mut Notes<'_>) {
    match schema {
        Value::Bool(_) if matches!(path, Path::Member(_, "additionalProperties")) => {}
        Value::Bool(true) => *schema = json!({}),
        Value::Bool(false) => *schema = json!({"not": {}}),
        Value::Object(members) => {
            let made = Down { path, notes, made: Map::new(), all: Vec::new() }.run(std::mem::take(members));
            *schema = Value::Object(made);
        }
        _ => {}
    }
}

/// What only `null` fits.
fn null() -> Value {
    json!({"nullable": true, "enum": [null]})
}

struct Down<'a, 'n, 'p> {
    path: &'a Path<'a>,
    notes: &'n mut Notes<'p>,
    made: Map<String, Value>,
    /// Schemas that have to hold as well.
    all: Vec<Value>,
}

impl Down<'_, '_, '_> {
    fn run(mut self, mut members: Map<String, Value>) -> Map<String, Value> {
        let condition = members.shift_remove("if");
        let (then, otherwise) = (members.shift_remove("then"), members.shift_remove("else"));
        if let Some(condition) = condition.filter(|_| then.is_some() || otherwise.is_some()) {
            self.condition(&condition, then, otherwise);
        }
        let patterns = members.shift_remove("patternProperties");
        let prefix = members.shift_remove("prefixItems");
        let constant = members.shift_remove("const");
        let kind = members.shift_remove("type");
        let rest = prefix.is_some().then(|| members.get("items").cloned()).flatten();
        self.literals(constant, &mut members);
        if let Some(kind) = kind {
            self.kind(&kind, members.get("enum"));
        }
        for (name, value) in members {
            self.keyword(name, value);
        }
        if let Some(patterns) = patterns {
            self.patterns(patterns);
        }
        if let Some(Value::Array(prefix)) = prefix {
            self.tuple(prefix, rest);
        }
        if self.made.get("type") == Some(&json!("array")) && !self.made.contains_key("items") {
            self.made.insert("items".to_owned(), json!({}));
        }
        self.join()
    }

    fn keyword(&mut self, name: String, value: Value) {
        match (name.as_str(), value) {
            ("exclusiveMinimum" | "exclusiveMaximum", Value::Number(limit)) => self.bound(&name, &limit),
            ("examples", Value::Array(examples)) => self.examples(examples),
            ("contentEncoding", Value::String(encoding))
                if encoding.eq_ignore_ascii_case("base64") && !self.made.contains_key("format") =>
            {
                self.made.insert("format".to_owned(), json!("byte"));
            }
            ("contentMediaType", Value::String(media)) if self.is_binary(&media) => {
                self.made.insert("format".to_owned(), json!("binary"));
            }
            ("required", value) => {
                if let Some(names) = names(value) {
                    self.made.insert(name, names);
                }
            }
            ("enum", Value::Array(values)) if values.is_empty() => self.all.push(json!({"not": {}})),
            ("allOf" | "anyOf" | "oneOf", Value::Array(choices)) => self.choices(name, choices),
            ("items", Value::Array(items)) => self.tuple(items, None),
            ("dependentRequired", Value::Object(dependencies)) => {
                for (present, required) in dependencies {
                    let Some(required) = names(required) else { continue };
                    let absent = json!({"not": {"required": [present]}});
                    self.all.push(json!({"anyOf": [absent, {"required": required}]}));
                }
            }
            ("dependentSchemas", Value::Object(dependencies)) => {
                for (present, schema) in dependencies {
                    let absent = json!({"not": {"required": [present]}});
                    self.all.push(json!({"anyOf": [absent, schema]}));
                }
            }
            // Of an array: not that all items do not fit.
            ("contains", schema) => {
                let none = json!({"type": "array", "items": {"not": schema}});
                self.all.push(json!({"not": none}));
            }
            (known, value) if SAME.contains(&known) => drop(self.made.insert(name, value)),
            (extension, value) if is_extension(extension) => drop(self.made.insert(name, value)),
            // These three change nothing about what fits.
            ("unevaluatedProperties" | "unevaluatedItems" | "propertyNames", Value::Bool(true)) => {}
            _ => self.notes.lost(self.path, &name),
        }
    }

    /// A media type without an encoding is that of a file.
    fn is_binary(&self, media: &str) -> bool {
        media.eq_ignore_ascii_case("application/octet-stream") && !self.made.contains_key("format")
    }

    fn bound(&mut self, name: &str, limit: &serde_json::Number) {
        let plain = if name == "exclusiveMinimum" { "minimum" } else { "maximum" };
        let stricter = |other: &Value| match (other.as_f64(), limit.as_f64()) {
            (Some(other), Some(limit)) if name == "exclusiveMinimum" => other > limit,
            (Some(other), Some(limit)) => other < limit,
            _ => false,
        };
        if self.made.get(plain).is_some_and(stricter) {
            return;
        }
        self.made.insert(plain.to_owned(), Value::Number(limit.clone()));
        self.made.insert(name.to_owned(), Value::Bool(true));
    }

    fn examples(&mut self, examples: Vec<Value>) {
        if examples.len() > 1 {
            let message = format_args!("of {} `examples` of a schema the first is kept", examples.len());
            self.notes.note(self.path, message);
        }
        if let Some(first) = examples.into_iter().next()
            && !self.made.contains_key("example")
        {
            self.made.insert("example".to_owned(), first);
        }
    }

    /// `const`, and what it leaves of `enum`.
    fn literals(&mut self, constant: Option<Value>, members: &mut Map<String, Value>) {
        let Some(constant) = constant else { return };
        let impossible =
            members.get("enum").and_then(Value::as_array).is_some_and(|values| !values.contains(&constant));
        members.insert("enum".to_owned(), json!([constant]));
        if impossible {
            self.all.push(json!({"not": {}}));
        }
    }

    /// `type`: one name here, with `nullable` beside it.
    fn kind(&mut self, kind: &Value, literals: Option<&Value>) {
        let listed: Vec<&str> = match kind {
            Value::String(name) => vec![name],
            Value::Array(names) => names.iter().filter_map(Value::as_str).collect(),
            _ => return,
        };
        let null_fits = literals.and_then(Value::as_array).is_none_or(|values| values.contains(&Value::Null));
        let with_null = listed.contains(&"null");
        let mut names: Vec<&str> = Vec::new();
        for name in listed.into_iter().filter(|name| *name != "null") {
            let covered =
                name == "integer" && kind.as_array().is_some_and(|all| all.contains(&json!("number")));
            if !names.contains(&name) && !covered {
                names.push(name);
            }
        }
        match names[..] {
            [] if with_null && literals.is_none() => self
                .made
                .extend([("nullable".to_owned(), Value::Bool(true)), ("enum".to_owned(), json!([null]))]),
            [] if with_null && null_fits => self.all.push(null()),
            [] => self.all.push(json!({"not": {}})),
            [name] => {
                self.made.insert("type".to_owned(), json!(name));
                if with_null && null_fits {
                    self.made.insert("nullable".to_owned(), Value::Bool(true));
                }
            }
            // All six: everything fits.
            [_, _, _, _, _, ..] if with_null && null_fits => {}
            _ => {
                let one = |name: &&str| {
                    let mut made = json!({"type": name});
                    if *name == "array" {
                        made["items"] = json!({});
                    }
                    made
                };
                let mut choices: Vec<Value> = names.iter().map(one).collect();
                if with_null && null_fits {
                    choices.push(null());
                }
                self.all.push(json!({"anyOf": choices}));
            }
        }
    }

    fn choices(&mut self, name: String, choices: Vec<Value>) {
        match (name.as_str(), choices) {
            ("allOf", choices) => self.all.splice(0..0, choices).for_each(drop),
            // No choice fits.
            (_, choices) if choices.is_empty() => self.all.push(json!({"not": {}})),
            (_, choices) => drop(self.made.insert(name, Value::Array(choices))),
        }
    }

    /// `if`, `then` and `else` in other words: both `if` and `then`, or not `if` and `else`.
    fn condition(&mut self, condition: &Value, then: Option<Value>, otherwise: Option<Value>) {
        let Some(copy) = self.notes.copy(condition) else {
            for name in ["if", "then", "else"] {
                self.notes.lost(self.path, name);
            }
            return;
        };
        let met = json!({"allOf": [condition, then.unwrap_or_else(|| json!({}))]});
        let unmet = json!({"allOf": [{"not": copy}, otherwise.unwrap_or_else(|| json!({}))]});
        self.all.push(json!({"anyOf": [met, unmet]}));
    }

    /// `patternProperties`: without them, what they allow must not be forbidden.
    fn patterns(&mut self, patterns: Value) {
        self.notes.lost(self.path, "patternProperties");
        let Value::Object(patterns) = patterns else { return };
        if let Some(additional) = self.made.get_mut("additionalProperties").filter(|value| **value != true) {
            let mut choices: Vec<Value> = patterns.into_iter().map(|(_, schema)| schema).collect();
            if *additional != false {
                choices.push(additional.take());
            }
            *additional = match choices.len() {
                0 => json!(false),
                1 => choices.pop().unwrap_or_default(),
                _ => json!({"anyOf": choices}),
            };
        }
    }

    /// `prefixItems`: here all items fit one schema.
    fn tuple(&mut self, prefix: Vec<Value>, rest: Option<Value>) {
        if prefix.is_empty() {
            return;
        }
        self.notes.note(
            self.path,
            "`prefixItems` gives each position a schema, here any item may have any of them",
        );
        let closed = rest.as_ref().is_some_and(|rest| *rest == json!({"not": {}}) || *rest == false);
        if closed {
            let fits = self
                .made
                .get("maxItems")
                .and_then(Value::as_u64)
                .is_some_and(|max| max <= prefix.len() as u64);
            if !fits {
                self.made.insert("maxItems".to_owned(), json!(prefix.len()));
            }
        }
        let mut choices: Vec<Value> = Vec::new();
        for schema in prefix.into_iter().chain(rest.filter(|_| !closed)) {
            if !choices.contains(&schema) {
                choices.push(schema);
            }
        }
        let open = self.made.get("items").is_none() && !closed;
        let items = match choices.len() {
            // Items behind the prefix may be anything.
            _ if open => json!({}),
            1 => choices.pop().unwrap_or_default(),
            _ => json!({"anyOf": choices}),
        };
        self.made.insert("items".to_owned(), items);
    }

    /// Puts what has to hold as well into `allOf`, in the plainest form.
    fn join(mut self) -> Map<String, Value> {
        if let Some(reference) = self.made.get("$ref").cloned() {
            if self.made.len() == 1 && self.all.is_empty() {
                return self.made;
            }
            // A reference hides what stands beside it.
            self.made.shift_remove("$ref");
            self.all.insert(0, json!({"$ref": reference}));
        }
        self.null_choice();
        // A single choice of types may stand on its own.
        if let [Value::Object(only)] = &mut self.all[..]
            && only.len() == 1
            && let Some(name) = ["anyOf", "not"].into_iter().find(|name| only.contains_key(*name))
            && !self.made.contains_key(name)
        {
            self.made.append(only);
            self.all.clear();
        }
        if !self.all.is_empty() {
            self.made.insert("allOf".to_owned(), Value::Array(self.all));
        }
        self.made
    }

    /// A choice between something and `null` is something that is nullable.
    fn null_choice(&mut self) {
        let Some(name) = ["anyOf", "oneOf"].into_iter().find(|name| self.made.contains_key(*name)) else {
            return;
        };
        let plain = |key: &String| key == name || ANNOTATIONS.contains(&key.as_str()) || is_extension(key);
        let Some(Value::Array(choices)) = self.made.get(name) else { return };
        let nulls = choices.iter().filter(|choice| **choice == null()).count();
        if nulls != 1 || choices.len() < 2 || !self.all.is_empty() || !self.made.keys().all(plain) {
            return;
        }
        let several = choices.len() > 2;
        if let Some(Value::Array(choices)) = self.made.get_mut(name) {
            choices.retain(|choice| *choice != null());
            if several {
                self.made.insert("nullable".to_owned(), Value::Bool(true));
                return;
            }
        }
        let Some(Value::Array(mut choices)) = self.made.shift_remove(name) else { return };
        let only = choices.pop();
        self.made.insert("nullable".to_owned(), Value::Bool(true));
        match only {
            Some(Value::Object(mut only)) if !only.contains_key("$ref") && self.is_free(&only) => {
                if let Some(Value::Array(values)) = only.get_mut("enum")
                    && !values.contains(&Value::Null)
                {
                    values.push(Value::Null);
                }
                if let Some(Value::Array(parts)) = only.shift_remove("allOf") {
                    self.all = parts;
                }
                self.made.append(&mut only);
            }
            Some(other) => self.all.push(other),
            None => {}
        }
    }

    /// Whether all members can stand here beside what does already.
    fn is_free(&self, members: &Map<String, Value>) -> bool {
        members.keys().all(|name| name == "nullable" || !self.made.contains_key(name))
    }
}

/// A list of names without repetitions; `None` where there are none.
pub(super) fn names(value: Value) -> Option<Value> {
    let Value::Array(list) = value else { return Some(value) };
    let mut seen = std::collections::HashSet::new();
    let list: Vec<Value> = list
        .into_iter()
        .filter(|name| name.as_str().is_none_or(|name| seen.insert(name.to_owned())))
        .collect();
    (!list.is_empty()).then_some(Value::Array(list))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::version::OasVersion;
    use crate::import::{Kind, Problems};

    fn down(mut schema: Value) -> (Value, Vec<String>) {
        let mut problems = Problems::default();
        let mut notes = Notes::new(&mut problems, OasVersion::V3_0);
        super::super::super::walk::each(
            Kind::Schema,
            &mut schema,
            &Path::At("/s"),
            0,
            &mut |_, schema, path| {
                convert(schema, path, &mut notes);
            },
        );
        (schema, problems.finish().0.into_iter().map(|problem| problem.pointer).collect())
    }

    #[test]
    fn what_can_be_expressed() {
        let cases = [
            (json!({"type": ["string", "null"]}), json!({"type": "string", "nullable": true})),
            (json!({"type": ["string", "null"], "enum": ["a"]}), json!({"type": "string", "enum": ["a"]})),
            (
                json!({"type": ["integer", "null"], "enum": [1, null]}),
                json!({"type": "integer", "nullable": true, "enum": [1, null]}),
            ),
            (json!({"type": "null"}), json!({"nullable": true, "enum": [null]})),
            (
                json!({"type": ["string", "array"]}),
                json!({"anyOf": [{"type": "string"}, {"type": "array", "items": {}}]}),
            ),
            (json!({"type": ["integer", "number"]}), json!({"type": "number"})),
            (
                json!({"type": ["string", "integer", "null"], "anyOf": [{}]}),
                json!({"anyOf": [{}], "allOf": [
                    {"anyOf": [{"type": "string"}, {"type": "integer"}, {"nullable": true, "enum": [null]}]}]}),
            ),
            (
                json!({"type": ["string", "integer", "number", "boolean", "object", "array", "null"], "title": "T"}),
                json!({"title": "T"}),
            ),
            (
                json!({"title": "T", "anyOf": [{"type": "string"}, {"type": "null"}]}),
                json!({"title": "T", "nullable": true, "type": "string"}),
            ),
            (
                json!({"oneOf": [{"$ref": "#/x"}, {"type": "null"}]}),
                json!({"nullable": true, "allOf": [{"$ref": "#/x"}]}),
            ),
            (
                json!({"anyOf": [{"$ref": "#/x"}, {"$ref": "#/y"}, {"type": "null"}]}),
                json!({"anyOf": [{"$ref": "#/x"}, {"$ref": "#/y"}], "nullable": true}),
            ),
            (
                json!({"title": "T", "anyOf": [{"title": "U"}, {"type": "null"}]}),
                json!({"title": "T", "nullable": true, "allOf": [{"title": "U"}]}),
            ),
            (json!({"const": 5}), json!({"enum": [5]})),
            (json!({"const": 5, "enum": [4, 5]}), json!({"enum": [5]})),
            (json!({"const": 5, "enum": [4]}), json!({"enum": [5], "not": {}})),
            (json!({"exclusiveMinimum": 5}), json!({"minimum": 5, "exclusiveMinimum": true})),
            (json!({"minimum": 6, "exclusiveMinimum": 5}), json!({"minimum": 6})),
            (
                json!({"$ref": "#/x", "description": "D"}),
                json!({"description": "D", "allOf": [{"$ref": "#/x"}]}),
            ),
            (json!({"$ref": "#/x"}), json!({"$ref": "#/x"})),
            (json!({"examples": ["a"]}), json!({"example": "a"})),
            (json!({"required": []}), json!({})),
            (json!({"required": ["a", "a"]}), json!({"required": ["a"]})),
            (
                json!({"type": "string", "contentEncoding": "base64"}),
                json!({"type": "string", "format": "byte"}),
            ),
            (
                json!({"type": "string", "contentMediaType": "application/octet-stream"}),
                json!({"type": "string", "format": "binary"}),
            ),
            (
                json!({"dependentRequired": {"a": ["b"]}}),
                json!({"anyOf": [{"not": {"required": ["a"]}}, {"required": ["b"]}]}),
            ),
            (
                json!({"contains": {"type": "string"}}),
                json!({"not": {"type": "array", "items": {"not": {"type": "string"}}}}),
            ),
            (
                json!({"if": {"required": ["a"]}, "then": {"required": ["b"]}}),
                json!({"anyOf": [{"allOf": [{"required": ["a"]}, {"required": ["b"]}]},
                    {"allOf": [{"not": {"required": ["a"]}}, {}]}]}),
            ),
            (
                json!({"properties": {"a": true, "b": false}}),
                json!({"properties": {"a": {}, "b": {"not": {}}}}),
            ),
            (json!({"additionalProperties": false}), json!({"additionalProperties": false})),
            (json!({"type": "array"}), json!({"type": "array", "items": {}})),
            (json!({"allOf": [{}], "x-a": {"$id": 1}}), json!({"x-a": {"$id": 1}, "allOf": [{}]})),
        ];
        for (schema, expected) in cases {
            assert_eq!(down(schema.clone()), (expected, vec![]), "{schema}");
        }
    }

    #[test]
    fn what_cannot() {
        let cases = [
            (
                json!({"patternProperties": {"^x": {"type": "string"}}, "additionalProperties": false}),
                json!({"additionalProperties": {"type": "string"}}),
                "/s/patternProperties",
            ),
            (
                json!({"prefixItems": [{"type": "string"}, {"type": "integer"}], "items": false}),
                json!({"items": {"anyOf": [{"type": "string"}, {"type": "integer"}]}, "maxItems": 2}),
                "/s",
            ),
            (json!({"prefixItems": [{"type": "string"}]}), json!({"items": {}}), "/s"),
            (json!({"unevaluatedProperties": false}), json!({}), "/s/unevaluatedProperties"),
            (json!({"$comment": "C"}), json!({}), "/s/$comment"),
            (json!({"examples": [1, 2]}), json!({"example": 1}), "/s"),
            (json!({"made/up": 1}), json!({}), "/s/made~1up"),
        ];
        for (schema, expected, pointer) in cases {
            let (made, pointers) = down(schema.clone());
            assert_eq!((made, &pointers[..]), (expected, &[pointer.to_owned()][..]), "{schema}");
        }
    }

    #[test]
    fn nested_conditions_stay_small() {
        let mut schema = json!({"type": "string"});
        for _ in 0..60 {
            schema = json!({"if": schema, "then": {"minLength": 1}});
        }
        let (made, pointers) = down(schema);
        assert!(made.to_string().len() < 20_000_000);
        assert!(pointers.iter().any(|pointer| pointer.ends_with("/if")), "{pointers:?}");
    }
}
