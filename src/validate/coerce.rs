//! Texts of a URL, a header or a form as the values that their schema means: `5` is a number where a number fits.

use super::styles::{Raw, Want};
use crate::schema::{Checks, Direction, Lookup as _, Schema, SchemaId, TypeSet, check_all};
use serde_json::{Map, Value};
use std::cell::Cell;
use std::rc::Rc;

/// Ways through the unions of a schema that are tried out.
const MAX_ALTERNATIVES: usize = 16;
/// References and compositions that are followed to find out a schema's types.
const MAX_DEPTH: u32 = 16;
/// Values that are made and checked for one parameter or form; those beyond stay text.
const MAX_ATTEMPTS: u32 = 20_000;

/// One way through the unions of some schemas: what applies, and the types that are left.
#[derive(Debug, Clone)]
pub(super) struct Alternative {
    schemas: Vec<SchemaId>,
    pub(super) types: TypeSet,
}

/// Makes values of texts.
#[derive(Debug)]
pub(super) struct Coercer<'r> {
    pub(super) checks: &'r Checks,
    left: Cell<u32>,
}

impl<'r> Coercer<'r> {
    pub(super) fn new(checks: &'r Checks) -> Self {
        Self { checks, left: Cell::new(MAX_ATTEMPTS) }
    }

    /// Whether a value fits all of the schemas.
    pub(super) fn fits(&self, schemas: &[SchemaId], value: &Value) -> bool {
        check_all(self.checks, schemas, Direction::Request, value).is_ok()
    }

    /// The ways through the unions of schemas that all apply. At least one.
    pub(super) fn alternatives(&self, schemas: &[SchemaId]) -> Vec<Alternative> {
        let none = vec![Alternative { schemas: Vec::new(), types: TypeSet::ALL }];
        let mut found = schemas.iter().fold(none, |found, id| both(&found, &self.expand(*id, 0)));
        if found.len() > 1 {
            found.retain(|alternative| !alternative.types.is_empty());
        }
        if found.is_empty() {
            found.push(Alternative { schemas: schemas.to_vec(), types: TypeSet::NONE });
        }
        found
    }

    fn expand(&self, id: SchemaId, depth: u32) -> Vec<Alternative> {
        let schema = self.checks.lookup(id);
        let mut found = vec![Alternative { schemas: vec![id], types: types_of(&schema) }];
        let Some(rules) = schema.combine.as_ref().filter(|_| depth < MAX_DEPTH) else { return found };
        for part in rules.reference.iter().chain(&rules.all_of) {
            found = both(&found, &self.expand(*part, depth + 1));
        }
        for union in [&rules.any_of, &rules.one_of] {
            if !union.is_empty() {
                let branches: Vec<Alternative> = union
                    .iter()
                    .take(MAX_ALTERNATIVES)
                    .flat_map(|branch| self.expand(*branch, depth + 1))
                    .take(MAX_ALTERNATIVES)
                    .collect();
                found = both(&found, &branches);
            }
        }
        found
    }

    /// What a value may be, the most structured first; where anything goes, a text is a text.
    pub(super) fn wants(&self, schemas: &[SchemaId]) -> Vec<Want> {
        let mut wants = Vec::new();
        let alternatives = self.alternatives(schemas);
        if alternatives
            .iter()
            .all(|alternative| alternative.types == TypeSet::ALL && !self.is_structured(alternative))
        {
            return vec![Want::Scalar];
        }
        let scalars = TypeSet::OBJECT.or(TypeSet::ARRAY).complement();
        for (want, types) in
            [(Want::Object, TypeSet::OBJECT), (Want::Array, TypeSet::ARRAY), (Want::Scalar, scalars)]
        {
            if alternatives.iter().any(|alternative| alternative.types.meets(types)) {
                wants.push(want);
            }
        }
        if wants.is_empty() {
            wants.push(Want::Scalar);
        }
        wants
    }

    /// Whether the schemas speak of members or items without naming a type.
    fn is_structured(&self, alternative: &Alternative) -> bool {
        self.schemas(alternative).any(|schema| schema.object.is_some() || schema.array.is_some())
    }

    fn schemas<'a>(&'a self, alternative: &'a Alternative) -> impl Iterator<Item = Rc<Schema>> + 'a {
        alternative.schemas.iter().map(|id| self.checks.lookup(*id))
    }

    /// The names of declared properties, each once, and whether other members have a schema of their own.
    pub(super) fn properties(&self, schemas: &[SchemaId]) -> (Vec<Box<str>>, bool) {
        let (mut names, mut others): (Vec<Box<str>>, bool) = (Vec::new(), false);
        for alternative in self.alternatives(schemas) {
            for rules in self.schemas(&alternative).filter_map(|schema| schema.object.clone()) {
                for property in &rules.properties {
                    if !names.contains(&property.name) {
                        names.push(property.name.clone());
                    }
                }
                let open = rules.additional.filter(|id| !self.checks.lookup(*id).types.is_empty());
                others |= open.is_some() || !rules.patterns.is_empty();
            }
        }
        (names, others)
    }

    /// The schemas of a member, in one set for each way through the unions.
    pub(super) fn member_schemas(&self, schemas: &[SchemaId], name: &str) -> Vec<Vec<SchemaId>> {
        self.alternatives(schemas).iter().map(|alternative| self.member_of(alternative, name)).collect()
    }

    fn member_of(&self, alternative: &Alternative, name: &str) -> Vec<SchemaId> {
        let mut found = Vec::new();
        for rules in self.schemas(alternative).filter_map(|schema| schema.object.clone()) {
            let before = found.len();
            found.extend(rules.property(name).map(|property| property.schema));
            let patterns = rules.patterns.iter().filter(|(pattern, _)| pattern.is_match(name) == Some(true));
            found.extend(patterns.map(|(_, id)| *id));
            if found.len() == before {
                found.extend(rules.additional);
            }
        }
        found
    }

    fn item_of(&self, alternative: &Alternative, index: usize) -> Vec<SchemaId> {
        let rules = self.schemas(alternative).filter_map(|schema| schema.array.clone());
        rules.filter_map(|rules| rules.prefix.get(index).copied().or(rules.items)).collect()
    }

    /// The value that is meant by the schemas: the first one that fits all of them, else the nearest.
    pub(super) fn value(&self, raw: &Raw, schemas: &[SchemaId]) -> Value {
        if self.left.get() == 0 {
            return untyped(raw);
        }
        let mut nearest = None;
        for alternative in self.alternatives(schemas) {
            for value in self.candidates(raw, &alternative) {
                self.left.set(self.left.get().saturating_sub(1));
                if self.fits(schemas, &value) {
                    return value;
                }
                // A text stays the last resort: "must be integer" says more of `x` than that it is no null.
                if nearest.is_none() || matches!(nearest, Some(Value::String(_))) && !value.is_string() {
                    nearest = Some(value);
                }
            }
        }
        nearest.unwrap_or_else(|| untyped(raw))
    }

    fn candidates(&self, raw: &Raw, alternative: &Alternative) -> Vec<Value> {
        let types = alternative.types;
        match raw {
            Raw::Json(value) => vec![value.clone()],
            Raw::Text(text) => scalars(text, types),
            Raw::List(items) if types.meets(TypeSet::ARRAY) => {
                let item = |(index, raw): (usize, &Raw)| self.value(raw, &self.item_of(alternative, index));
                vec![Value::Array(items.iter().enumerate().map(item).collect())]
            }
            Raw::Members(members) if types.meets(TypeSet::OBJECT) => {
                let mut object = Map::new();
                for (name, raw) in members {
                    // Brackets do not tell a list of one from a single value.
                    let schemas = self.member_of(alternative, name);
                    let alone = matches!(raw, Raw::Text(_)) && self.wants(&schemas) == [Want::Array];
                    let listed = alone.then(|| Raw::List(vec![raw.clone()]));
                    object.insert(name.clone(), self.value(listed.as_ref().unwrap_or(raw), &schemas));
                }
                vec![Value::Object(object)]
            }
            _ => Vec::new(),
        }
    }
}

/// What two lists of alternatives are together.
fn both(left: &[Alternative], right: &[Alternative]) -> Vec<Alternative> {
    let mut found = Vec::new();
    for one in left {
        for other in right {
            if found.len() < MAX_ALTERNATIVES {
                let schemas = one.schemas.iter().chain(&other.schemas).copied().collect();
                found.push(Alternative { schemas, types: one.types.and(other.types) });
            }
        }
    }
    found
}

/// The types of a schema, those of its constants where it names none.
fn types_of(schema: &Schema) -> TypeSet {
    match &schema.literals {
        Some(literals) => {
            let of = literals.iter().fold(TypeSet::NONE, |set, literal| set.or(TypeSet::of(literal.value())));
            schema.types.and(of)
        }
        None => schema.types,
    }
}

/// What a text may be among some types, the narrowest first.
fn scalars(text: &str, types: TypeSet) -> Vec<Value> {
    let mut found = Vec::new();
    if types.meets(TypeSet::NUMBER) {
        found.extend(number(text));
    }
    if types.meets(TypeSet::BOOLEAN) && matches!(text, "true" | "false") {
        found.push(Value::Bool(text == "true"));
    }
    if types.meets(TypeSet::NULL) && matches!(text, "" | "null") {
        found.push(Value::Null);
    }
    found.push(Value::String(text.to_owned()));
    found
}

/// A number as JSON writes it.
fn number(text: &str) -> Option<Value> {
    let legal = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'-' | b'+' | b'.' | b'e' | b'E');
    if text.is_empty() || text.len() > 400 || !text.bytes().all(legal) {
        return None;
    }
    serde_json::from_str(text).ok().filter(Value::is_number)
}

fn untyped(raw: &Raw) -> Value {
    match raw {
        Raw::Text(text) => Value::String(text.clone()),
        Raw::List(items) => Value::Array(items.iter().map(untyped).collect()),
        Raw::Members(members) => {
            Value::Object(members.iter().map(|(name, raw)| (name.clone(), untyped(raw))).collect())
        }
        Raw::Json(value) => value.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::{CheckCopies, Dialect, Source};
    use serde_json::json;

    fn read(schema: &Value, raw: &Raw) -> Value {
        let source = Source::new(schema, Dialect::OpenApi31);
        let mut copies = CheckCopies::new(&source);
        let root = copies.copy(source.at("").unwrap());
        let checks = Checks { direction: Direction::Request, schemas: copies.schemas().to_vec() };
        Coercer::new(&checks).value(raw, &[root])
    }

    fn text(text: &str) -> Raw {
        Raw::Text(text.to_owned())
    }

    #[test]
    fn texts_become_what_the_schema_means() {
        let cases = [
            (json!({"type": "integer"}), "5", json!(5)),
            (json!({"type": "integer"}), "5.0", json!(5.0)),
            (json!({"type": "integer"}), "x", json!("x")),
            (json!({"type": "integer", "minimum": 9}), "5", json!(5)),
            (json!({"type": "number"}), "-1.5e3", json!(-1500.0)),
            (json!({"type": "number"}), " 5", json!(" 5")),
            (json!({"type": "number"}), "1e999", json!("1e999")),
            (json!({"type": "string"}), "5", json!("5")),
            (json!({"type": "boolean"}), "true", json!(true)),
            (json!({"type": "boolean"}), "yes", json!("yes")),
            (json!({"type": ["integer", "null"]}), "null", Value::Null),
            (json!({"type": ["integer", "null"]}), "", Value::Null),
            (json!({"type": ["string", "null"]}), "", Value::Null),
            (json!({"enum": [1, "1"]}), "1", json!(1)),
            (json!({"enum": ["1", "2"]}), "1", json!("1")),
            (json!({"anyOf": [{"type": "string", "minLength": 3}, {"type": "integer"}]}), "12", json!(12)),
            (json!({"oneOf": [{"type": "boolean"}, {"const": "auto"}]}), "auto", json!("auto")),
            (json!({"allOf": [{"type": ["integer", "string"]}, {"type": "integer"}]}), "7", json!(7)),
            (json!({}), "5", json!(5)),
            (json!(false), "5", json!("5")),
        ];
        for (schema, given, expected) in cases {
            assert_eq!(read(&schema, &text(given)), expected, "{schema} {given}");
        }
    }

    #[test]
    fn lists_and_members_become_what_the_schema_means() {
        let list = |texts: &[&str]| Raw::List(texts.iter().map(|item| text(item)).collect());
        let schema =
            json!({"type": "array", "prefixItems": [{"type": "string"}], "items": {"type": "integer"}});
        assert_eq!(read(&schema, &list(&["1", "2"])), json!(["1", 2]));
        let schema = json!({"type": "object", "properties": {"a": {"type": "integer"}, "l": {"type": "array", "items": {"type": "boolean"}}},
            "additionalProperties": {"type": "number"}});
        let raw = Raw::Members(vec![
            ("a".into(), text("1")),
            ("l".into(), text("true")),
            ("x".into(), text("2.5")),
        ]);
        assert_eq!(read(&schema, &raw), json!({"a": 1, "l": [true], "x": 2.5}));
        let union = json!({"oneOf": [{"type": "object", "properties": {"a": {"type": "string"}}, "required": ["b"]},
            {"type": "object", "properties": {"a": {"type": "integer"}}}]});
        assert_eq!(read(&union, &Raw::Members(vec![("a".into(), text("1"))])), json!({"a": 1}));
    }

    #[test]
    fn unions_without_end_end() {
        let branches: Vec<Value> = (0..12).map(|_| json!({"$ref": "#/$defs/n"})).collect();
        let schema = json!({"$ref": "#/$defs/n", "$defs": {"n": {"type": "object", "minProperties": 9,
            "additionalProperties": {"anyOf": branches}}}});
        let mut raw = text("x");
        for _ in 0..8 {
            raw = Raw::Members(vec![("a".into(), raw.clone()), ("b".into(), raw)]);
        }
        assert!(read(&schema, &raw).is_object());
        let schema = json!({"anyOf": [{"$ref": "#"}, {"$ref": "#"}]});
        assert!(!read(&schema, &text("x")).is_null());
    }
}
