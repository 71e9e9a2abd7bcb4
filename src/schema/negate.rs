//! `not`, made positive: the ways in which a value can break a schema, each written as a schema of its own.
//!
//! A value that fits one of the ways does not fit the schema, always. The converse need not hold: some ways are left
//! out (most names that `additionalProperties` could be broken by, say), so a `not` may be found unsatisfiable although it is not.

use super::keywords::{ArrayRules, CombineRules, Contains, NumberRules, ObjectRules, Property, StringRules};
use super::{Schema, SchemaId, Source, TypeSet, keywords::Bound};

/// Names for a property that no schema declares.
const SPARE_NAMES: [&str; 3] = ["other", "extra", "additional"];

/// The ways to break a schema, as one schema.
pub(super) fn negation(source: &Source<'_>, negated: SchemaId) -> Schema {
    let mut ways = Ways { source, list: Vec::new() };
    ways.collect(&source.schema(negated));
    match ways.list {
        any_of if any_of.is_empty() => Schema::never(),
        any_of => Schema::of_combination(CombineRules { any_of, ..CombineRules::default() }),
    }
}

struct Ways<'s, 'a> {
    source: &'s Source<'a>,
    list: Vec<SchemaId>,
}

impl Ways<'_, '_> {
    fn add(&mut self, schema: Schema) {
        let id = self.source.synthetic(schema);
        self.list.push(id);
    }

    fn all(&mut self, all_of: Vec<SchemaId>) {
        self.add(Schema::of_combination(CombineRules { all_of, ..CombineRules::default() }));
    }

    fn collect(&mut self, schema: &Schema) {
        let Schema { types, literals, excluded, number, string, array, object, combine, hints: _ } = schema;
        if let Some(rules) = combine {
            self.combination(rules);
        }
        if let Some(literals) = literals {
            self.add(Schema { excluded: literals.clone(), ..Schema::default() });
        }
        if !excluded.is_empty() {
            self.add(Schema { literals: Some(excluded.clone()), ..Schema::default() });
        }
        if let Some(rules) = object {
            self.object(rules);
        }
        if let Some(rules) = array {
            self.array(rules);
        }
        if let Some(rules) = string {
            self.string(rules);
        }
        if let Some(rules) = number {
            self.number(rules);
        }
        if *types != TypeSet::ALL {
            self.add(Schema::of_type(types.complement()));
        }
    }

    fn combination(&mut self, rules: &CombineRules) {
        let negate = |id: &SchemaId| self.source.negate(*id);
        let mut direct: Vec<SchemaId> = rules.reference.iter().chain(&rules.all_of).map(negate).collect();
        direct.extend(rules.not);
        self.list.extend(direct);
        if !rules.any_of.is_empty() {
            let none = rules.any_of.iter().map(|id| self.source.negate(*id)).collect();
            self.all(none);
        }
        if !rules.one_of.is_empty() {
            let none = rules.one_of.iter().map(|id| self.source.negate(*id)).collect();
            self.all(none);
            for (at, left) in rules.one_of.iter().enumerate().take(4) {
                for right in rules.one_of.iter().skip(at + 1).take(4) {
                    self.all(vec![*left, *right]);
                }
            }
        }
        if let Some(condition) = rules.if_ {
            if let Some(then) = rules.then {
                self.all(vec![condition, self.source.negate(then)]);
            }
            if let Some(else_) = rules.else_ {
                self.all(vec![self.source.negate(condition), self.source.negate(else_)]);
            }
        }
    }

    fn object(&mut self, rules: &ObjectRules) {
        let require = |name: &str, schema| ObjectRules {
            required: vec![name.into()],
            properties: vec![Property { name: name.into(), schema, hidden: None }],
            ..ObjectRules::default()
        };
        // Another constant first: the member stays. Then leaving a member out. A member of a type that nobody expects
        // comes last.
        let (constants, others): (Vec<_>, Vec<_>) = rules
            .properties
            .iter()
            .partition(|property| self.source.schema(property.schema).literals.is_some());
        let broken = |property: &Property| {
            Schema::of_object(require(&property.name, self.source.negate(property.schema)))
        };
        let mut ways: Vec<Schema> = constants.into_iter().map(broken).collect();
        ways.extend(rules.required.iter().map(|name| Schema::of_object(self.without(name))));
        ways.extend(others.into_iter().map(broken));
        for way in ways {
            self.add(way);
        }
        for (pattern, schema) in &rules.patterns {
            let string = StringRules { pattern: Some(pattern.clone()), ..StringRules::default() };
            let name = Schema { string: Some(Box::new(string)), ..Schema::of_type(TypeSet::STRING) };
            self.some(self.source.synthetic(name), self.source.negate(*schema));
        }
        if let Some(names) = rules.names {
            self.some(self.source.negate(names), self.source.synthetic(Schema::default()));
        }
        for (name, value) in &rules.some {
            let names = Some(self.source.negate(*name));
            self.add(Schema::of_object(ObjectRules { names, ..ObjectRules::default() }));
            let value = self.source.negate(*value);
            self.add(Schema::of_object(ObjectRules { additional: Some(value), ..ObjectRules::default() }));
        }
        for (name, others) in &rules.dependent_required {
            for other in others {
                let mut without = self.without(other);
                without.required.push(name.clone());
                self.add(Schema::of_object(without));
            }
        }
        for (name, schema) in &rules.dependent_schemas {
            let present =
                Schema::of_object(ObjectRules { required: vec![name.clone()], ..ObjectRules::default() });
            let present = self.source.synthetic(present);
            self.all(vec![present, self.source.negate(*schema)]);
        }
        for other in rules.additional.iter().chain(&rules.unevaluated) {
            let spare = SPARE_NAMES.iter().find(|name| {
                rules.property(name).is_none()
                    && rules.patterns.iter().all(|(pattern, _)| pattern.is_match(name) == Some(false))
            });
            if let Some(name) = spare {
                let broken = self.source.negate(*other);
                self.add(Schema::of_object(require(name, broken)));
            }
        }
        if rules.min_properties > 0 {
            let fewer =
                ObjectRules { max_properties: Some(rules.min_properties - 1), ..ObjectRules::default() };
            self.add(Schema::of_object(fewer));
        }
        if let Some(max) = rules.max_properties {
            self.add(Schema::of_object(ObjectRules {
                min_properties: max.saturating_add(1),
                ..ObjectRules::default()
            }));
        }
    }

    fn some(&mut self, name: SchemaId, value: SchemaId) {
        self.add(Schema::of_object(ObjectRules { some: vec![(name, value)], ..ObjectRules::default() }));
    }

    /// What forbids a property.
    fn without(&self, name: &str) -> ObjectRules {
        let never = self.source.synthetic(Schema::never());
        let property = Property { name: name.into(), schema: never, hidden: None };
        ObjectRules { properties: vec![property], ..ObjectRules::default() }
    }

    fn array(&mut self, rules: &ArrayRules) {
        for (at, schema) in rules.prefix.iter().enumerate() {
            let mut prefix = vec![self.source.synthetic(Schema::default()); at];
            prefix.push(self.source.negate(*schema));
            self.add(Schema::of_array(ArrayRules {
                prefix,
                min_items: at as u64 + 1,
                ..ArrayRules::default()
            }));
        }
        if let Some(items) = rules.items {
            let broken = self.source.negate(items);
            let at = rules.prefix.len();
            let mut prefix = vec![self.source.synthetic(Schema::default()); at];
            prefix.push(broken);
            self.add(Schema::of_array(ArrayRules {
                prefix,
                min_items: at as u64 + 1,
                ..ArrayRules::default()
            }));
        }
        if let Some(Contains { schema, min, max }) = rules.contains {
            if min == 1 {
                let items = Some(self.source.negate(schema));
                self.add(Schema::of_array(ArrayRules { items, ..ArrayRules::default() }));
            } else if min > 1 {
                let fewer = Contains { schema, min: 0, max: Some(min - 1) };
                self.add(Schema::of_array(ArrayRules { contains: Some(fewer), ..ArrayRules::default() }));
            }
            if let Some(max) = max {
                let more = Contains { schema, min: max.saturating_add(1), max: None };
                self.add(Schema::of_array(ArrayRules { contains: Some(more), ..ArrayRules::default() }));
            }
        }
        if rules.min_items > 0 {
            let fewer = ArrayRules { max_items: Some(rules.min_items - 1), ..ArrayRules::default() };
            self.add(Schema::of_array(fewer));
        }
        if let Some(max) = rules.max_items {
            self.add(Schema::of_array(ArrayRules {
                min_items: max.saturating_add(1),
                ..ArrayRules::default()
            }));
        }
    }

    fn string(&mut self, rules: &StringRules) {
        let mut way = |rules| {
            self.add(Schema { types: TypeSet::STRING, string: Some(Box::new(rules)), ..Schema::default() });
        };
        if rules.min_length > 0 {
            way(StringRules { max_length: Some(rules.min_length - 1), ..StringRules::default() });
        }
        if let Some(max) = rules.max_length {
            way(StringRules { min_length: max.saturating_add(1), ..StringRules::default() });
        }
        if rules.pattern.is_some() {
            way(StringRules { not_pattern: rules.pattern.clone(), ..StringRules::default() });
        }
        if rules.format.is_some() {
            way(StringRules { not_format: rules.format, ..StringRules::default() });
        }
        if rules.not_pattern.is_some() {
            way(StringRules { pattern: rules.not_pattern.clone(), ..StringRules::default() });
        }
        if rules.not_format.is_some() {
            way(StringRules { format: rules.not_format, ..StringRules::default() });
        }
    }

    fn number(&mut self, rules: &NumberRules) {
        let mut way = |rules| {
            self.add(Schema { types: TypeSet::NUMBER, number: Some(Box::new(rules)), ..Schema::default() });
        };
        let flip = |bound: Bound| Some(Bound { value: bound.value, exclusive: !bound.exclusive });
        if let Some(minimum) = rules.minimum {
            way(NumberRules { maximum: flip(minimum), ..NumberRules::default() });
        }
        if let Some(maximum) = rules.maximum {
            way(NumberRules { minimum: flip(maximum), ..NumberRules::default() });
        }
        for step in &rules.multiple_of {
            way(NumberRules { not_multiple_of: vec![*step], ..NumberRules::default() });
        }
        for step in &rules.not_multiple_of {
            way(NumberRules { multiple_of: vec![*step], ..NumberRules::default() });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::check::check_all;
    use super::*;
    use crate::schema::{Dialect, Direction};
    use serde_json::{Value, json};

    /// Whatever fits the negation must break the schema. What breaks it need not fit the negation: a member of any
    /// name can break `additionalProperties`, and the negation tries few.
    #[test]
    fn a_value_never_fits_both() {
        let schemas = [
            json!({"type": "string", "minLength": 2}),
            json!({"required": ["a"], "properties": {"a": {"const": 1}}, "additionalProperties": false}),
            json!({"oneOf": [{"required": ["a"]}, {"required": ["b"]}]}),
            json!({"items": {"type": "integer"}, "contains": {"const": 1}}),
            json!({"if": {"required": ["a"]}, "then": {"required": ["b"]}}),
            json!({"not": {"enum": [1, "x"]}, "minimum": 0}),
            json!({"$ref": "#/$defs/x", "$defs": {"x": {"multipleOf": 3}}}),
        ];
        let values = [
            json!(null),
            json!("x"),
            json!("long"),
            json!(1),
            json!(-3),
            json!(4.5),
            json!([]),
            json!([1, 2]),
            json!(["a"]),
            json!({}),
            json!({"a": 1}),
            json!({"a": 2}),
            json!({"b": 1}),
            json!({"a": 1, "b": 2}),
            json!({"other": true}),
        ];
        let mut missed = 0;
        for schema in &schemas {
            let source = Source::new(schema, Dialect::Draft202012);
            let id = source.at("").unwrap();
            let negation = source.negate(id);
            let fits = |id, value: &Value| check_all(&source, &[id], Direction::Response, value).is_ok();
            for value in &values {
                let (fits, fits_negation) = (fits(id, value), fits(negation, value));
                assert!(!(fits && fits_negation), "{schema} {value}");
                missed += usize::from(!fits && !fits_negation);
            }
            assert_eq!(source.negate(negation), id);
        }
        assert_eq!(missed, 1);
    }
}
