//! Schemas made of random bytes: every keyword, nested and combined. The same bytes give the same schema, and when they
//! run out what is left is plain, so that short inputs are small schemas. Shared with the fuzz targets.

use serde_json::{Map, Value, json};

/// Nesting of the schemas made.
const MAX_DEPTH: u32 = 4;
/// Patterns: plain, unanchored, alternatives, look-around, back-references.
const PATTERNS: [&str; 12] = [
    "^[a-z]+$",
    "^[A-Z]{2,4}-\\d{3}$",
    "\\d",
    "^(red|green|blue)$",
    "^(?=.*\\d)(?=.*[a-z]).{4,12}$",
    "^(?!foo).+$",
    "^(a|b)\\1$",
    "^\\p{L}+$",
    "^x-",
    "^$|^[0-9a-f]{8}$",
    "(?<=@)[a-z]+",
    "^.{2,5}$",
];
const FORMATS: [&str; 20] = [
    "date-time",
    "date",
    "time",
    "duration",
    "email",
    "hostname",
    "ipv4",
    "ipv6",
    "uri",
    "uri-reference",
    "uuid",
    "json-pointer",
    "relative-json-pointer",
    "regex",
    "uri-template",
    "iri",
    "idn-email",
    "int32",
    "byte",
    "unknown",
];
const NAMES: [&str; 8] = ["a", "b", "c", "id", "x-1", "name", "kind", "ä/~"];
const DEFINITIONS: [&str; 4] = ["A", "B", "C", "Node"];
const TYPES: [&str; 7] = ["object", "string", "array", "integer", "number", "boolean", "null"];

/// Which keywords a schema is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Flavour {
    /// JSON Schema 2020-12.
    Draft202012,
    /// Schema objects of OpenAPI 3.0.
    OpenApi30,
}

/// Makes schemas out of bytes.
pub(crate) struct Maker<'b> {
    bytes: std::slice::Iter<'b, u8>,
    flavour: Flavour,
}

impl<'b> Maker<'b> {
    pub(crate) fn new(bytes: &'b [u8], flavour: Flavour) -> Self {
        Self { bytes: bytes.iter(), flavour }
    }

    /// A schema with definitions that it may refer to (2020-12), or a document with schemas (OpenAPI).
    pub(crate) fn document(&mut self) -> Value {
        let root = self.schema(0);
        let definitions: Map<String, Value> =
            DEFINITIONS.iter().map(|name| ((*name).to_owned(), self.schema(1))).collect();
        match (self.flavour, root) {
            (Flavour::OpenApi30, root) => {
                let mut schemas = definitions;
                schemas.insert("Root".to_owned(), root);
                json!({"openapi": "3.0.3", "info": {"title": "", "version": ""}, "paths": {},
                    "components": {"schemas": schemas}})
            }
            (Flavour::Draft202012, Value::Object(mut members)) => {
                members.insert("$defs".to_owned(), Value::Object(definitions));
                Value::Object(members)
            }
            (Flavour::Draft202012, root) => root,
        }
    }

    fn below(&mut self, limit: usize) -> usize {
        self.bytes.next().map_or(0, |byte| *byte as usize % limit.max(1))
    }

    /// True in one of `denominator` cases; never when the bytes have run out.
    fn chance(&mut self, denominator: usize) -> bool {
        self.below(denominator) + 1 == denominator
    }

    fn of<'t>(&mut self, list: &[&'t str]) -> &'t str {
        list[self.below(list.len())]
    }

    fn list<T>(&mut self, least: usize, most: usize, make: &mut dyn FnMut(&mut Self) -> T) -> Vec<T> {
        let count = least + self.below(most + 1 - least);
        (0..count).map(|_| make(self)).collect()
    }

    fn schema(&mut self, depth: u32) -> Value {
        let modern = self.flavour == Flavour::Draft202012;
        if self.bytes.len() == 0 || depth > MAX_DEPTH {
            return json!({"type": TYPES[1 + self.below(6)]});
        }
        match self.below(24) {
            22 if modern => return Value::Bool(!self.chance(3)),
            23 | 21 => return json!({"$ref": self.reference()}),
            _ => {}
        }
        let mut schema = Map::new();
        let types = if modern && self.chance(5) {
            let mut types = self.list(1, 3, &mut |maker| maker.of(&TYPES));
            types.sort_unstable();
            types.dedup();
            schema.insert("type".to_owned(), json!(types));
            types
        } else {
            // OpenAPI 3.0 has no type `null`.
            let kind = self.below(if modern { 7 } else { 6 });
            // Sometimes the keywords stand without a type.
            if !self.chance(6) {
                schema.insert("type".to_owned(), json!(TYPES[kind]));
            }
            vec![TYPES[kind]]
        };
        for kind in types {
            match kind {
                "object" => self.object(&mut schema, depth),
                "array" => self.array(&mut schema, depth),
                "string" => self.string(&mut schema),
                "integer" | "number" => self.number(&mut schema),
                _ => {}
            }
        }
        if self.chance(12) {
            schema.insert("enum".to_owned(), json!(self.list(1, 4, &mut Self::value)));
        }
        if modern && self.chance(24) {
            schema.insert("const".to_owned(), self.value());
        }
        self.combine(&mut schema, depth);
        if modern && self.chance(30) {
            schema.insert("$ref".to_owned(), json!(self.reference()));
        }
        if !modern && self.chance(6) {
            schema.insert("nullable".to_owned(), json!(true));
        }
        if self.chance(30) {
            schema.insert("default".to_owned(), self.value());
        }
        if self.chance(30) {
            let (name, value) =
                if modern { ("examples", json!([self.value()])) } else { ("example", self.value()) };
            schema.insert(name.to_owned(), value);
        }
        Value::Object(schema)
    }

    fn reference(&mut self) -> String {
        let name = self.of(&DEFINITIONS);
        let to_root = self.chance(8);
        match self.flavour {
            Flavour::OpenApi30 => format!("#/components/schemas/{name}"),
            Flavour::Draft202012 if to_root => "#".to_owned(),
            Flavour::Draft202012 => format!("#/$defs/{name}"),
        }
    }

    fn number(&mut self, schema: &mut Map<String, Value>) {
        const BOUNDS: [f64; 10] = [0.0, 1.0, -5.0, 2.5, 10.0, 100.0, -0.01, 1e6, 3.0, -1e12];
        let modern = self.flavour == Flavour::Draft202012;
        let mut bound = |maker: &mut Self, plain: &str, exclusive: &str| {
            let value = BOUNDS[maker.below(BOUNDS.len())];
            match maker.below(6) {
                4 if modern => {
                    schema.insert(exclusive.to_owned(), json!(value));
                }
                4 | 5 => {
                    schema.insert(plain.to_owned(), json!(value));
                    if !modern {
                        schema.insert(exclusive.to_owned(), json!(maker.chance(2)));
                    }
                }
                3 => {
                    schema.insert(plain.to_owned(), json!(value));
                }
                _ => {}
            }
        };
        bound(self, "minimum", "exclusiveMinimum");
        bound(self, "maximum", "exclusiveMaximum");
        if self.chance(5) {
            const STEPS: [f64; 7] = [1.0, 0.5, 0.01, 3.0, 7.0, 0.25, 10.0];
            schema.insert("multipleOf".to_owned(), json!(STEPS[self.below(STEPS.len())]));
        }
    }

    fn string(&mut self, schema: &mut Map<String, Value>) {
        if self.chance(5) {
            schema.insert("minLength".to_owned(), json!(self.below(12)));
        }
        if self.chance(5) {
            schema.insert("maxLength".to_owned(), json!(self.below(20)));
        }
        if self.chance(5) {
            schema.insert("pattern".to_owned(), json!(self.of(&PATTERNS)));
        }
        if self.chance(5) {
            schema.insert("format".to_owned(), json!(self.of(&FORMATS)));
        }
    }

    fn array(&mut self, schema: &mut Map<String, Value>, depth: u32) {
        let modern = self.flavour == Flavour::Draft202012;
        if !modern || !self.chance(4) {
            schema.insert("items".to_owned(), self.schema(depth + 1));
        }
        if self.chance(5) {
            schema.insert("minItems".to_owned(), json!(self.below(5)));
        }
        if self.chance(5) {
            schema.insert("maxItems".to_owned(), json!(self.below(6)));
        }
        if self.chance(5) {
            schema.insert("uniqueItems".to_owned(), json!(true));
        }
        if !modern {
            return;
        }
        if self.chance(5) {
            let prefix = self.list(1, 3, &mut |maker| maker.schema(depth + 1));
            schema.insert("prefixItems".to_owned(), json!(prefix));
        }
        if self.chance(5) {
            schema.insert("contains".to_owned(), self.schema(depth + 1));
            if self.chance(3) {
                schema.insert("minContains".to_owned(), json!(self.below(4)));
            }
            if self.chance(3) {
                schema.insert("maxContains".to_owned(), json!(self.below(4)));
            }
        }
        if self.chance(8) {
            schema.insert("unevaluatedItems".to_owned(), self.closing(depth));
        }
    }

    /// `false` mostly: what closes arrays and objects.
    fn closing(&mut self, depth: u32) -> Value {
        if self.chance(3) { self.schema(depth + 1) } else { json!(false) }
    }

    fn object(&mut self, schema: &mut Map<String, Value>, depth: u32) {
        let modern = self.flavour == Flavour::Draft202012;
        let properties: Map<String, Value> = self
            .list(0, 4, &mut |maker| (maker.of(&NAMES).to_owned(), maker.schema(depth + 1)))
            .into_iter()
            .collect();
        if !properties.is_empty() {
            schema.insert("properties".to_owned(), Value::Object(properties));
        }
        if self.chance(2) {
            schema.insert("required".to_owned(), json!(self.names()));
        }
        if self.chance(6) {
            schema.insert("additionalProperties".to_owned(), self.closing(depth));
        }
        if self.chance(8) {
            schema.insert("minProperties".to_owned(), json!(self.below(5)));
        }
        if self.chance(8) {
            schema.insert("maxProperties".to_owned(), json!(self.below(5)));
        }
        if !modern {
            return;
        }
        if self.chance(8) {
            let pattern = self.of(&PATTERNS);
            schema.insert("patternProperties".to_owned(), json!({pattern: self.schema(depth + 1)}));
        }
        if self.chance(10) {
            let names =
                if self.chance(3) { self.schema(MAX_DEPTH) } else { json!({"pattern": self.of(&PATTERNS)}) };
            schema.insert("propertyNames".to_owned(), names);
        }
        if self.chance(8) {
            let name = self.of(&NAMES);
            schema.insert("dependentRequired".to_owned(), json!({name: self.names()}));
        }
        if self.chance(8) {
            let name = self.of(&NAMES);
            schema.insert("dependentSchemas".to_owned(), json!({name: self.schema(depth + 1)}));
        }
        if self.chance(8) {
            schema.insert("unevaluatedProperties".to_owned(), self.closing(depth));
        }
    }

    fn names(&mut self) -> Vec<&'static str> {
        let mut names = self.list(1, 3, &mut |maker| maker.of(&NAMES));
        names.sort_unstable();
        names.dedup();
        names
    }

    fn combine(&mut self, schema: &mut Map<String, Value>, depth: u32) {
        for keyword in ["allOf", "anyOf", "oneOf"] {
            if self.chance(9) {
                let branches = self.list(1, 3, &mut |maker| maker.schema(depth + 1));
                schema.insert(keyword.to_owned(), json!(branches));
            }
        }
        if self.chance(14) {
            schema.insert("not".to_owned(), self.schema(depth + 2));
        }
        match self.flavour {
            Flavour::Draft202012 => {
                if self.chance(14) {
                    schema.insert("if".to_owned(), self.schema(depth + 2));
                    if !self.chance(4) {
                        schema.insert("then".to_owned(), self.schema(depth + 2));
                    }
                    if !self.chance(4) {
                        schema.insert("else".to_owned(), self.schema(depth + 2));
                    }
                }
            }
            Flavour::OpenApi30 => {
                if self.chance(14) {
                    let names = ["A", "B"];
                    let branches: Vec<Value> = names
                        .iter()
                        .map(|name| json!({"$ref": format!("#/components/schemas/{name}")}))
                        .collect();
                    schema.insert("oneOf".to_owned(), json!(branches));
                    schema.insert("discriminator".to_owned(), json!({"propertyName": self.of(&NAMES)}));
                }
            }
        }
    }

    /// A small value of any type.
    pub(crate) fn value(&mut self) -> Value {
        match self.below(14) {
            0 => json!("a"),
            1 => json!(1),
            2 => Value::Null,
            3 => json!(true),
            4 => json!(2.5),
            5 => json!({"a": 1}),
            6 => json!([]),
            7 => json!({}),
            8 => json!("x-ray"),
            9 => json!(-7),
            10 => json!([1, "a"]),
            11 => json!({"id": "a", "kind": "A"}),
            12 => json!(""),
            _ => json!(false),
        }
    }
}

/// Smaller documents than this one, the smallest first where it is easy: a member or item taken out, a part put in the
/// place of the whole. What shrinks a failing schema to its cause.
pub(crate) fn smaller(value: &Value) -> Vec<Value> {
    let mut list = Vec::new();
    match value {
        Value::Object(members) => {
            for name in members.keys() {
                let mut fewer = members.clone();
                fewer.shift_remove(name);
                list.push(Value::Object(fewer));
            }
            for (name, member) in members {
                for replacement in smaller(member) {
                    let mut changed = members.clone();
                    changed.insert(name.clone(), replacement);
                    list.push(Value::Object(changed));
                }
            }
        }
        Value::Array(items) => {
            for at in 0..items.len() {
                let mut fewer = items.clone();
                fewer.remove(at);
                list.push(Value::Array(fewer));
            }
            for (at, item) in items.iter().enumerate() {
                for replacement in smaller(item) {
                    let mut changed = items.clone();
                    changed[at] = replacement;
                    list.push(Value::Array(changed));
                }
            }
        }
        _ => {}
    }
    list
}

/// Whether a schema applies itself to the same value without end. What such a schema means is undefined
/// (JSON Schema Core 2020-12, section 9.4.1), so the judge's word on it is no measure.
pub(crate) fn loops_in_place(document: &Value) -> bool {
    fn every<'v>(value: &'v Value, list: &mut Vec<&'v Value>) {
        list.push(value);
        match value {
            Value::Object(members) => members.values().for_each(|member| every(member, list)),
            Value::Array(items) => items.iter().for_each(|item| every(item, list)),
            _ => {}
        }
    }
    fn visit<'v>(
        document: &'v Value,
        schema: &'v Value,
        path: &mut Vec<&'v Value>,
        done: &mut Vec<*const Value>,
    ) -> bool {
        if path.iter().any(|above| std::ptr::eq(*above, schema)) {
            return true;
        }
        if done.contains(&std::ptr::from_ref(schema)) {
            return false;
        }
        path.push(schema);
        let mut parts: Vec<&Value> = Vec::new();
        for keyword in ["allOf", "anyOf", "oneOf"] {
            parts.extend(schema.get(keyword).and_then(Value::as_array).into_iter().flatten());
        }
        parts.extend(["not", "if", "then", "else"].iter().filter_map(|keyword| schema.get(*keyword)));
        parts.extend(
            schema
                .get("dependentSchemas")
                .and_then(Value::as_object)
                .into_iter()
                .flatten()
                .map(|(_, part)| part),
        );
        let reference = schema.get("$ref").and_then(Value::as_str).and_then(|text| text.strip_prefix('#'));
        parts.extend(reference.and_then(|pointer| document.pointer(pointer)));
        let looping = parts.into_iter().any(|part| visit(document, part, path, done));
        path.pop();
        done.push(std::ptr::from_ref(schema));
        looping
    }
    let mut schemas = Vec::new();
    every(document, &mut schemas);
    let mut done = Vec::new();
    schemas.into_iter().any(|schema| visit(document, schema, &mut Vec::new(), &mut done))
}
