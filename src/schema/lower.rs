//! One schema object of any dialect → typed keywords with 2020-12 meaning.
//!
//! A keyword whose value has the wrong kind (`minLength: "3"`) is dropped: what it means is anyone's guess, and the
//! importer reports it.

use super::keywords::{
    ArrayRules, Bound, CombineRules, Contains, Discriminator, Hints, NumberRules, ObjectRules, Property,
    StringRules,
};
use super::source::{Place, Source};
use super::{Decimal, Dialect, Direction, Literal, Schema, SchemaId, TypeSet, pattern::Pattern, vendor};
use crate::generate::format::Format;
use crate::model::Problem;
use crate::pointer::member;
use serde_json::{Map, Value};

/// Reads the schema at a place.
pub(super) fn lower<'a>(source: &Source<'a>, id: SchemaId, place: &Place<'a>) -> Schema {
    match place.value {
        Value::Bool(false) => Schema::never(),
        Value::Object(object) => Lowering { source, place, object, rules: Rules::of(place.dialect) }.run(id),
        _ => Schema::default(),
    }
}

/// What the dialects differ in.
#[allow(clippy::struct_excessive_bools)]
struct Rules {
    /// `$ref` hides its siblings.
    lone_reference: bool,
    /// `exclusiveMinimum: true` modifies `minimum`.
    boolean_exclusive: bool,
    /// `nullable`, `x-nullable`, `discriminator`, `example`.
    openapi: bool,
    /// `const`, `contains`, `propertyNames`.
    draft6: bool,
    /// `if`, `then`, `else`.
    draft7: bool,
    /// `dependencies`; later drafts split it in two.
    dependencies: bool,
    /// `unevaluated…`, `dependent…`, `minContains`, `$recursiveRef`.
    draft2019: bool,
    /// `patternProperties`, `additionalItems`: not in OpenAPI 2.0 and 3.0.
    json_schema: bool,
}

impl Rules {
    fn of(dialect: Dialect) -> Self {
        use Dialect::{Draft4, Draft6, Draft7, Draft201909, Draft202012, OpenApi20, OpenApi30, OpenApi31};
        let modern = matches!(dialect, Draft201909 | Draft202012 | OpenApi31);
        Self {
            lone_reference: !modern,
            boolean_exclusive: matches!(dialect, Draft4 | OpenApi20 | OpenApi30),
            openapi: matches!(dialect, OpenApi20 | OpenApi30 | OpenApi31),
            draft6: modern || matches!(dialect, Draft6 | Draft7),
            draft7: modern || dialect == Draft7,
            dependencies: matches!(dialect, Draft4 | Draft6 | Draft7),
            draft2019: modern,
            json_schema: !matches!(dialect, OpenApi20 | OpenApi30),
        }
    }
}

struct Lowering<'s, 'a> {
    source: &'s Source<'a>,
    place: &'s Place<'a>,
    object: &'a Map<String, Value>,
    rules: Rules,
}

impl<'a> Lowering<'_, 'a> {
    fn run(&self, id: SchemaId) -> Schema {
        let reference = self.reference();
        if self.rules.lone_reference && self.object.get("$ref").is_some_and(Value::is_string) {
            let combine = CombineRules { reference, ..CombineRules::default() };
            // A mock field asserts nothing, so it counts beside a reference too.
            let hints = boxed(Hints { mock: vendor::mock(self.object), ..Hints::default() });
            return Schema { hints, ..Schema::of_combination(combine) };
        }
        let mut schema = Schema { types: self.types(), ..Schema::default() };
        schema.literals = self.literals();
        schema.number = boxed(self.number(schema.types));
        schema.string = boxed(self.string());
        schema.array = boxed(self.array());
        schema.object = boxed(self.object());
        schema.combine = boxed(self.combine(reference));
        schema.hints = boxed(self.hints());
        if self.rules.openapi && self.is_nullable() {
            schema = self.nullable(id, schema);
        }
        schema
    }

    fn get(&self, keyword: &str) -> Option<&'a Value> {
        self.object.get(keyword)
    }

    fn text(&self, keyword: &str) -> Option<&'a str> {
        self.get(keyword).and_then(Value::as_str)
    }

    fn count(&self, keyword: &str) -> Option<u64> {
        let value = self.get(keyword)?;
        let whole = |float: f64| (float >= 0.0 && float.fract() == 0.0).then_some(float as u64);
        value.as_u64().or_else(|| value.as_f64().and_then(whole))
    }

    fn decimal(&self, keyword: &str) -> Option<Decimal> {
        self.get(keyword).and_then(Value::as_number).and_then(Decimal::from_number)
    }

    fn child(&self, path: &[&str], value: &'a Value) -> SchemaId {
        self.source.child(self.place, value, path)
    }

    /// The schema that is a keyword's value.
    fn one(&self, keyword: &str) -> Option<SchemaId> {
        let value = self.get(keyword)?;
        (value.is_object() || value.is_boolean()).then(|| self.child(&[keyword], value))
    }

    /// The schemas in a keyword's list.
    fn many(&self, keyword: &str) -> Vec<SchemaId> {
        let Some(items) = self.get(keyword).and_then(Value::as_array) else { return Vec::new() };
        items.iter().enumerate().map(|(at, item)| self.child(&[keyword, &at.to_string()], item)).collect()
    }

    /// The schemas in a keyword's map.
    fn map(&self, keyword: &str) -> impl Iterator<Item = (&'a str, SchemaId)> {
        let members = self.get(keyword).and_then(Value::as_object);
        members
            .into_iter()
            .flatten()
            .map(move |(name, value)| (name.as_str(), self.child(&[keyword, name], value)))
    }

    fn reference(&self) -> Option<SchemaId> {
        let Place { resource, scope, .. } = *self.place;
        let resources = &self.source.resources;
        let (target, text) = if let Some(text) = self.text("$ref") {
            (resources.resolve(resource, text), text)
        } else if let Some(text) = self.text("$dynamicRef").filter(|_| self.rules.draft2019) {
            (resources.resolve_dynamic(resource, text, &self.source.scope(scope)), text)
        } else if let Some(text) = self.text("$recursiveRef").filter(|_| self.rules.draft2019) {
            (resources.resolve_recursive(resource, &self.source.scope(scope)), text)
        } else {
            return None;
        };
        if let Some(target) = target {
            Some(self.source.enter(target, scope))
        } else {
            let message =
                format!("reference `{text}` leads nowhere in this document; anything is accepted here");
            self.source.report(Problem::error(&*self.place.pointer, message));
            None
        }
    }

    fn types(&self) -> TypeSet {
        let parsed = match self.get("type") {
            Some(Value::String(name)) => TypeSet::parse(name),
            Some(Value::Array(names)) if !names.is_empty() => names
                .iter()
                .map(|name| name.as_str().and_then(TypeSet::parse))
                .try_fold(TypeSet::NONE, |set, next| Some(set.or(next?))),
            _ => None,
        };
        parsed.unwrap_or(TypeSet::ALL)
    }

    fn literals(&self) -> Option<Vec<Literal>> {
        let list = self.get("enum").and_then(Value::as_array);
        let mut literals: Option<Vec<Literal>> = list.map(|values| values.iter().map(Literal::new).collect());
        // `const` is not in OpenAPI 3.0, but who writes it means it.
        if let Some(constant) = self.get("const").filter(|_| self.rules.draft6 || self.rules.openapi) {
            let constant = Literal::new(constant);
            literals = Some(match literals {
                Some(list) if !list.contains(&constant) => Vec::new(),
                _ => vec![constant],
            });
        }
        literals
    }

    fn number(&self, types: TypeSet) -> NumberRules {
        let (mut minimum, mut maximum) =
            (self.bound("minimum", "exclusiveMinimum"), self.bound("maximum", "exclusiveMaximum"));
        let range = self.text("format").filter(|_| types.meets(TypeSet::NUMBER)).and_then(integer_range);
        if let Some((low, high)) = range {
            minimum = stricter(minimum, Some(low), std::cmp::Ordering::Greater);
            maximum = stricter(maximum, Some(high), std::cmp::Ordering::Less);
        }
        let multiple_of = self.decimal("multipleOf").filter(|step| *step > Decimal::integer(0));
        NumberRules {
            minimum,
            maximum,
            multiple_of: multiple_of.into_iter().collect(),
            not_multiple_of: Vec::new(),
        }
    }

    fn bound(&self, inclusive: &str, exclusive: &str) -> Option<Bound> {
        let plain = self.decimal(inclusive).map(|value| Bound { value, exclusive: false });
        match self.get(exclusive) {
            Some(Value::Bool(true)) if self.rules.boolean_exclusive => {
                plain.map(|bound| Bound { exclusive: true, ..bound })
            }
            Some(Value::Number(_)) => {
                let strict = self.decimal(exclusive).map(|value| Bound { value, exclusive: true });
                let side = if inclusive == "minimum" {
                    std::cmp::Ordering::Greater
                } else {
                    std::cmp::Ordering::Less
                };
                stricter(plain, strict, side)
            }
            _ => plain,
        }
    }

    fn string(&self) -> StringRules {
        let pattern = self.text("pattern").and_then(|text| match Pattern::parse(text) {
            Ok(pattern) => Some(pattern),
            Err(error) => {
                let message =
                    format!("`pattern` is not a regular expression of ECMA-262 and is ignored: {error}");
                self.source.report(Problem::error(format!("{}/pattern", self.place.pointer), message));
                None
            }
        });
        StringRules {
            min_length: self.count("minLength").unwrap_or(0),
            max_length: self.count("maxLength"),
            pattern,
            format: self.text("format").and_then(Format::parse),
            ..StringRules::default()
        }
    }

    fn array(&self) -> ArrayRules {
        let mut rules = ArrayRules {
            unique: self.get("uniqueItems") == Some(&Value::Bool(true)),
            min_items: self.count("minItems").unwrap_or(0),
            max_items: self.count("maxItems"),
            ..ArrayRules::default()
        };
        if self.get("items").is_some_and(Value::is_array) {
            rules.prefix = self.many("items");
            if self.rules.json_schema {
                rules.items = self.one("additionalItems");
            }
        } else {
            rules.items = self.one("items");
            if self.rules.draft2019 {
                rules.prefix = self.many("prefixItems");
            }
        }
        if self.rules.draft6 {
            let (min, max) = if self.rules.draft2019 {
                (self.count("minContains").unwrap_or(1), self.count("maxContains"))
            } else {
                (1, None)
            };
            rules.contains = self.one("contains").map(|schema| Contains { schema, min, max });
        }
        if self.rules.draft2019 {
            rules.unevaluated = self.one("unevaluatedItems");
        }
        rules
    }

    fn object(&self) -> ObjectRules {
        let mut rules = ObjectRules {
            properties: self.properties(),
            additional: self.one("additionalProperties"),
            required: names(self.get("required")),
            min_properties: self.count("minProperties").unwrap_or(0),
            max_properties: self.count("maxProperties"),
            ..ObjectRules::default()
        };
        if self.rules.json_schema {
            rules.patterns = self.pattern_properties();
        }
        if self.rules.draft6 {
            rules.names = self.one("propertyNames");
        }
        if self.rules.dependencies {
            self.dependencies("dependencies", &mut rules);
        }
        if self.rules.draft2019 {
            self.dependencies("dependentRequired", &mut rules);
            self.dependencies("dependentSchemas", &mut rules);
            rules.unevaluated = self.one("unevaluatedProperties");
        }
        rules
    }

    fn properties(&self) -> Vec<Property> {
        let resources = &self.source.resources;
        let resolve = |reference: &str| Some(resources.resolve(self.place.resource, reference)?.value);
        let Some(members) = vendor::members(self.object, &resolve) else {
            let declared = self.get("properties").and_then(Value::as_object);
            return declared
                .into_iter()
                .flatten()
                .map(|(name, value)| self.property(name, value, self.child(&["properties", name], value)))
                .collect();
        };
        let mut list = Vec::with_capacity(members.len());
        for vendor::Declared { name, schema: value, from } in members {
            let schema = match from {
                vendor::From::Here => self.child(&["properties", name], value),
                vendor::From::Override(path) => {
                    let path: Vec<&str> = path.iter().map(String::as_str).collect();
                    self.child(&path, value)
                }
                vendor::From::Other(reference) => {
                    let Some(target) = resources.resolve(self.place.resource, reference) else { continue };
                    let Place { scope, .. } = *self.place;
                    let pointer = member(&format!("{}/properties", target.pointer), name);
                    self.source
                        .enter(super::resolve::Target { value, pointer: pointer.into(), ..target }, scope)
                }
            };
            list.push(self.property(name, value, schema));
        }
        list
    }

    fn property(&self, name: &str, value: &'a Value, schema: SchemaId) -> Property {
        let required = || names(self.get("required")).iter().any(|required| **required == *name);
        let ignored = vendor::is_ignored(self.object, name) && !required();
        let hidden = if ignored { Some(Direction::Response) } else { self.hidden(value) };
        Property { name: name.into(), schema, hidden }
    }

    fn pattern_properties(&self) -> Vec<(Pattern, SchemaId)> {
        let mut list = Vec::new();
        for (text, schema) in self.map("patternProperties") {
            match Pattern::parse(text) {
                Ok(pattern) => list.push((pattern, schema)),
                Err(error) => {
                    let message =
                        format!("`{text}` is not a regular expression of ECMA-262 and is ignored: {error}");
                    self.source
                        .report(Problem::error(format!("{}/patternProperties", self.place.pointer), message));
                }
            }
        }
        list
    }

    fn dependencies(&self, keyword: &str, rules: &mut ObjectRules) {
        let Some(members) = self.get(keyword).and_then(Value::as_object) else { return };
        for (name, value) in members {
            match value {
                Value::Array(_) => rules.dependent_required.push((name.as_str().into(), names(Some(value)))),
                Value::Object(_) | Value::Bool(_) => {
                    rules.dependent_schemas.push((name.as_str().into(), self.child(&[keyword, name], value)));
                }
                _ => {}
            }
        }
    }

    /// The direction in which a property does not travel. The flag may stand at the end of a reference.
    fn hidden(&self, value: &'a Value) -> Option<Direction> {
        let (mut value, mut resource) = (value, self.place.resource);
        for _ in 0..10 {
            let object = value.as_object()?;
            if object.get("writeOnly") == Some(&Value::Bool(true)) {
                return Some(Direction::Response);
            }
            if object.get("readOnly") == Some(&Value::Bool(true)) {
                return Some(Direction::Request);
            }
            let reference = object.get("$ref").and_then(Value::as_str)?;
            let target = self.source.resources.resolve(resource, reference)?;
            (value, resource) = (target.value, target.resource);
        }
        None
    }

    fn combine(&self, reference: Option<SchemaId>) -> CombineRules {
        let mut rules = CombineRules {
            reference,
            all_of: self.many("allOf"),
            any_of: self.many("anyOf"),
            one_of: self.many("oneOf"),
            not: self.one("not"),
            ..CombineRules::default()
        };
        if self.rules.draft7 {
            rules.if_ = self.one("if");
            if rules.if_.is_some() {
                rules.then = self.one("then");
                rules.else_ = self.one("else");
            }
        }
        rules
    }

    fn hints(&self) -> Hints {
        let mut examples: Vec<Literal> = Vec::new();
        if self.rules.openapi {
            examples.extend(self.get("example").map(Literal::new));
        }
        if let Some(list) = self.get("examples").and_then(Value::as_array) {
            examples.extend(list.iter().take(8).map(Literal::new));
        }
        let encoding =
            self.text("contentEncoding").filter(|encoding| encoding.eq_ignore_ascii_case("base64"));
        Hints {
            examples,
            default: self.get("default").map(Literal::new),
            format: encoding.and(Format::parse("byte")),
            discriminator: self.discriminator(),
            mock: vendor::mock(self.object),
        }
    }

    fn discriminator(&self) -> Option<Discriminator> {
        if !self.rules.openapi {
            return None;
        }
        let value = self.get("discriminator")?;
        let property = value.as_str().or_else(|| value.get("propertyName").and_then(Value::as_str))?;
        let mut mapping = Vec::new();
        for (key, target) in value.get("mapping").and_then(Value::as_object).into_iter().flatten() {
            let Some(target) = target.as_str() else { continue };
            let resources = &self.source.resources;
            // A mapping value is a reference or the bare name of a schema (OpenAPI 3.1, section 4.8.25).
            let found = if target.contains(['/', '#']) {
                resources.resolve(self.place.resource, target)
            } else {
                resources.walk(0, &member("/components/schemas", target))
            };
            if let Some(found) = found {
                mapping.push((key.as_str().into(), self.source.enter(found, self.place.scope)));
            }
        }
        Some(Discriminator { property: property.into(), mapping })
    }

    fn is_nullable(&self) -> bool {
        ["nullable", "x-nullable"].iter().any(|name| self.get(name) == Some(&Value::Bool(true)))
    }

    /// Lets `null` through. By the letter of 3.0.3 `nullable` needs a `type` beside it; documents rarely have it so.
    fn nullable(&self, id: SchemaId, mut schema: Schema) -> Schema {
        schema.types = schema.types.or(TypeSet::NULL);
        if let Some(literals) = &mut schema.literals {
            let null = Literal::new(&Value::Null);
            if !literals.contains(&null) {
                literals.push(null);
            }
        }
        if schema.combine.is_none() {
            return schema;
        }
        debug_assert!(self.source.is_placed(id));
        let hints = schema.hints.clone();
        let whole = self.source.part(self.place, schema);
        let null = self.source.synthetic(Schema::of_type(TypeSet::NULL));
        let combine = CombineRules { any_of: vec![whole, null], ..CombineRules::default() };
        Schema { hints, ..Schema::of_combination(combine) }
    }
}

/// The stricter of two bounds: the greater minimum, the lesser maximum, the exclusive one of equals.
pub(super) fn stricter(left: Option<Bound>, right: Option<Bound>, side: std::cmp::Ordering) -> Option<Bound> {
    match (left, right) {
        (Some(left), Some(right)) => {
            let order = left.value.cmp(&right.value);
            let take_left = order == side || order == std::cmp::Ordering::Equal && left.exclusive;
            Some(if take_left { left } else { right })
        }
        (left, right) => left.or(right),
    }
}

/// What integer formats allow (OpenAPI Format Registry).
fn integer_range(format: &str) -> Option<(Bound, Bound)> {
    let (low, high): (i128, i128) = match format {
        "int8" => (i8::MIN.into(), i8::MAX.into()),
        "int16" => (i16::MIN.into(), i16::MAX.into()),
        "int32" => (i32::MIN.into(), i32::MAX.into()),
        "int64" => (i64::MIN.into(), i64::MAX.into()),
        "uint8" => (0, u8::MAX.into()),
        "uint16" => (0, u16::MAX.into()),
        "uint32" => (0, u32::MAX.into()),
        "uint" | "uint64" => (0, u64::MAX.into()),
        _ => return None,
    };
    let bound = |value| Bound { value: Decimal::integer(value), exclusive: false };
    Some((bound(low), bound(high)))
}

/// The strings of a list, each once.
fn names(value: Option<&Value>) -> Vec<Box<str>> {
    let mut list: Vec<Box<str>> = Vec::new();
    for name in value.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str) {
        if !list.iter().any(|known| &**known == name) {
            list.push(name.into());
        }
    }
    list
}

/// A group of keywords, unless it says nothing.
fn boxed<T: Default + PartialEq>(rules: T) -> Option<Box<T>> {
    (rules != T::default()).then(|| Box::new(rules))
}
