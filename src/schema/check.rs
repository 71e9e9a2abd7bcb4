//! Whether a value fits a schema: JSON Schema validation over the typed keywords, formats asserted.
//!
//! The same code judges at publish time over the whole document, and at run time over the few schemas that a plan
//! carries because construction alone cannot promise that a body fits them.

use super::keywords::{ArrayRules, Bound, CombineRules, NumberRules, ObjectRules, StringRules};
use super::{Decimal, Direction, Literal, Schema, SchemaId, Source, TypeSet, equal};
use crate::pointer::member;
use serde_json::{Map, Number, Value};
use std::collections::HashSet;
use std::rc::Rc;

/// How many schemas may be entered on the way down to one value.
const MAX_DEPTH: u32 = 220;
/// How many schemas may be entered for one verdict; a check that needs more counts as failed.
const MAX_STEPS: u32 = 500_000;

/// Where schemas are kept.
pub trait Lookup {
    /// The schema of an id.
    fn lookup(&self, id: SchemaId) -> Rc<Schema>;
}

impl Lookup for Source<'_> {
    fn lookup(&self, id: SchemaId) -> Rc<Schema> {
        self.schema(id)
    }
}

/// Why a value does not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// RFC 6901 pointer into the value.
    pub pointer: String,
    /// The schema that was broken.
    pub schema: SchemaId,
    /// Its keyword.
    pub keyword: &'static str,
}

/// Checks a value against all of the schemas.
///
/// # Errors
/// The first violation found.
pub fn check_all<L: Lookup>(
    lookup: &L,
    ids: &[SchemaId],
    direction: Direction,
    value: &Value,
) -> Result<(), Violation> {
    let mut checker = Checker::new(lookup, direction);
    ids.iter().try_for_each(|id| checker.check(*id, value, None))
}

/// What of an object or array some schema has looked at, for the `unevaluated…` keywords.
#[derive(Debug, Default)]
pub(super) struct Evaluated {
    pub(super) properties: Vec<String>,
    pub(super) all_properties: bool,
    /// All items before this index.
    pub(super) items: usize,
    /// Items matched by `contains`.
    pub(super) contained: Vec<usize>,
}

impl Evaluated {
    fn absorb(&mut self, other: Self) {
        self.properties.extend(other.properties);
        self.all_properties |= other.all_properties;
        self.items = self.items.max(other.items);
        self.contained.extend(other.contained);
    }
}

/// One run over a value.
pub(super) struct Checker<'l, L> {
    pub(super) lookup: &'l L,
    pub(super) direction: Direction,
    steps: u32,
    depth: u32,
    /// The combining schemas that are being asked, and of which value; those of one value stand together.
    active: Vec<(SchemaId, *const Value)>,
}

type Verdict = Result<(), Violation>;

impl<'l, L: Lookup> Checker<'l, L> {
    pub(super) fn new(lookup: &'l L, direction: Direction) -> Self {
        Self { lookup, direction, steps: 0, depth: 0, active: Vec::new() }
    }

    /// Whether a value fits a schema; `None` when that takes more steps than one verdict may.
    pub(super) fn verdict(&mut self, id: SchemaId, value: &Value) -> Option<bool> {
        let fits = !self.plainly_fails(id, value, 0) && self.check(id, value, None).is_ok();
        (self.steps <= MAX_STEPS).then_some(fits)
    }

    /// What the parts of a schema have looked at, its `unevaluated…` keywords aside; `None` where one of them fails.
    pub(super) fn evaluated(&mut self, id: SchemaId, schema: &Schema, value: &Value) -> Option<Evaluated> {
        let mut seen = Evaluated::default();
        if let Some(rules) = &schema.combine {
            self.combine(id, rules, value, Some(&mut seen)).ok()?;
        }
        match (value, &schema.array, &schema.object) {
            (Value::Array(items), Some(rules), _) => self.own_items(id, rules, items, Some(&mut seen)),
            (Value::Object(members), _, Some(rules)) => {
                self.own_members(id, rules, value, members, Some(&mut seen))
            }
            _ => Ok(()),
        }
        .ok()?;
        (self.steps <= MAX_STEPS).then_some(seen)
    }

    fn check(&mut self, id: SchemaId, value: &Value, evaluated: Option<&mut Evaluated>) -> Verdict {
        let broken = |keyword| Err(Violation { pointer: String::new(), schema: id, keyword });
        self.steps += 1;
        if self.depth > MAX_DEPTH || self.steps > MAX_STEPS {
            return broken("$ref");
        }
        let schema = self.lookup.lookup(id);
        let types = TypeSet::of(value);
        if !schema.types.meets(types) {
            return broken("type");
        }
        if schema
            .literals
            .as_ref()
            .is_some_and(|list| !list.iter().any(|literal| equal(literal.value(), value)))
        {
            return broken("enum");
        }
        if schema.excluded.iter().any(|literal| equal(literal.value(), value)) {
            return broken("not");
        }
        let own = match (value, &schema.number, &schema.string) {
            (Value::Number(number), Some(rules), _) => number_fits(number, rules),
            (Value::String(text), _, Some(rules)) => string_fits(text, rules),
            _ => Ok(()),
        };
        if let Err(keyword) = own {
            return broken(keyword);
        }
        if schema.combine.is_none() && schema.array.is_none() && schema.object.is_none() {
            return Ok(());
        }
        // A schema that asks itself about the same value has no answer, and a union of such schemas no end.
        let value_at = std::ptr::from_ref(value);
        let mut above = self.active.iter().rev().take_while(|(_, other)| *other == value_at);
        if schema.combine.is_some() && above.any(|(other, _)| *other == id) {
            return broken("$ref");
        }
        self.depth += 1;
        self.active.push((id, value_at));
        let verdict = self.composite(id, &schema, value, evaluated);
        self.active.pop();
        self.depth -= 1;
        verdict
    }

    fn composite(
        &mut self,
        id: SchemaId,
        schema: &Schema,
        value: &Value,
        outer: Option<&mut Evaluated>,
    ) -> Verdict {
        let unevaluated = schema.array.as_ref().is_some_and(|rules| rules.unevaluated.is_some())
            || schema.object.as_ref().is_some_and(|rules| rules.unevaluated.is_some());
        let mut seen = (outer.is_some() || unevaluated).then(Evaluated::default);
        if let Some(rules) = &schema.combine {
            self.combine(id, rules, value, seen.as_mut())?;
        }
        match value {
            Value::Array(items) => {
                if let Some(rules) = &schema.array {
                    self.array(id, rules, items, seen.as_mut())?;
                }
            }
            Value::Object(members) => {
                if let Some(rules) = &schema.object {
                    self.object(id, rules, value, members, seen.as_mut())?;
                }
            }
            _ => {}
        }
        if let (Some(outer), Some(seen)) = (outer, seen) {
            outer.absorb(seen);
        }
        Ok(())
    }

    /// Whether a schema fails by what is plain to see: type, constants, required members and members with constants,
    /// through references and `allOf`. Without this look ahead a union of recursive schemas costs branches to the
    /// power of nesting.
    fn plainly_fails(&mut self, id: SchemaId, value: &Value, depth: u8) -> bool {
        self.steps += 1;
        if self.steps > MAX_STEPS {
            return false;
        }
        let schema = self.lookup.lookup(id);
        if !schema.types.meets(TypeSet::of(value))
            || schema.literals.as_ref().is_some_and(|list| !lists(list, value))
        {
            return true;
        }
        if let (Some(rules), Value::Object(members)) = (&schema.object, value) {
            let missing = |name: &str| !members.contains_key(name) && rules.requires(name, self.direction);
            if rules.required.iter().any(|name| missing(name)) {
                return true;
            }
            let contradicted = rules.properties.iter().any(|property| {
                members.get(&*property.name).is_some_and(|member| {
                    let schema = self.lookup.lookup(property.schema);
                    schema.literals.as_ref().is_some_and(|list| !lists(list, member))
                })
            });
            if contradicted {
                return true;
            }
        }
        let Some(combine) = schema.combine.as_ref().filter(|_| depth < 6) else { return false };
        combine
            .reference
            .iter()
            .chain(&combine.all_of)
            .any(|part| self.plainly_fails(*part, value, depth + 1))
    }

    fn fits(&mut self, id: SchemaId, value: &Value, seen: &mut Option<&mut Evaluated>) -> bool {
        if self.plainly_fails(id, value, 0) {
            return false;
        }
        match seen {
            None => self.check(id, value, None).is_ok(),
            Some(seen) => {
                let mut branch = Evaluated::default();
                let fits = self.check(id, value, Some(&mut branch)).is_ok();
                if fits {
                    seen.absorb(branch);
                }
                fits
            }
        }
    }

    fn combine(
        &mut self,
        id: SchemaId,
        rules: &CombineRules,
        value: &Value,
        mut seen: Option<&mut Evaluated>,
    ) -> Verdict {
        let broken = |keyword| Err(Violation { pointer: String::new(), schema: id, keyword });
        for part in rules.reference.iter().chain(&rules.all_of) {
            self.check(*part, value, seen.as_deref_mut())?;
        }
        if !rules.any_of.is_empty() {
            // With annotations wanted every branch has to be looked at.
            let mut any = false;
            for branch in &rules.any_of {
                any |= self.fits(*branch, value, &mut seen);
                if any && seen.is_none() {
                    break;
                }
            }
            if !any {
                return broken("anyOf");
            }
        }
        if !rules.one_of.is_empty() {
            let mut count = 0;
            for branch in &rules.one_of {
                count += u32::from(self.fits(*branch, value, &mut seen));
                if count > 1 {
                    break;
                }
            }
            if count != 1 {
                return broken("oneOf");
            }
        }
        if rules.not.is_some_and(|not| self.check(not, value, None).is_ok()) {
            return broken("not");
        }
        if let Some(condition) = rules.if_ {
            let branch = if self.fits(condition, value, &mut seen) { rules.then } else { rules.else_ };
            if let Some(branch) = branch {
                self.check(branch, value, seen)?;
            }
        }
        Ok(())
    }

    fn array(
        &mut self,
        id: SchemaId,
        rules: &ArrayRules,
        items: &[Value],
        mut seen: Option<&mut Evaluated>,
    ) -> Verdict {
        self.own_items(id, rules, items, seen.as_deref_mut())?;
        if let (Some(schema), Some(seen)) = (rules.unevaluated, seen) {
            let contained: HashSet<usize> = seen.contained.iter().copied().collect();
            for (index, item) in items.iter().enumerate().skip(seen.items) {
                if !contained.contains(&index) {
                    self.check(schema, item, None)
                        .map_err(|violation| violation.within(&index.to_string()))?;
                }
            }
            seen.items = items.len();
        }
        Ok(())
    }

    /// Everything about an array but `unevaluatedItems`.
    fn own_items(
        &mut self,
        id: SchemaId,
        rules: &ArrayRules,
        items: &[Value],
        mut seen: Option<&mut Evaluated>,
    ) -> Verdict {
        let broken = |keyword| Err(Violation { pointer: String::new(), schema: id, keyword });
        let length = items.len() as u64;
        if length < rules.min_items {
            return broken("minItems");
        }
        if rules.max_items.is_some_and(|max| length > max) {
            return broken("maxItems");
        }
        if rules.unique && !all_different(items) {
            return broken("uniqueItems");
        }
        for (index, item) in items.iter().enumerate() {
            if let Some(schema) = rules.prefix.get(index).copied().or(rules.items) {
                self.check(schema, item, None).map_err(|violation| violation.within(&index.to_string()))?;
            }
        }
        if let Some(seen) = seen.as_deref_mut() {
            seen.items = seen.items.max(if rules.items.is_some() {
                items.len()
            } else {
                rules.prefix.len().min(items.len())
            });
        }
        if let Some(contains) = rules.contains {
            let mut count = 0;
            for (index, item) in items.iter().enumerate() {
                if self.check(contains.schema, item, None).is_ok() {
                    count += 1;
                    if let Some(seen) = seen.as_deref_mut() {
                        seen.contained.push(index);
                    }
                }
            }
            if count < contains.min {
                return broken("contains");
            }
            if contains.max.is_some_and(|max| count > max) {
                return broken("maxContains");
            }
        }
        Ok(())
    }

    fn object(
        &mut self,
        id: SchemaId,
        rules: &ObjectRules,
        value: &Value,
        members: &Map<String, Value>,
        mut seen: Option<&mut Evaluated>,
    ) -> Verdict {
        self.own_members(id, rules, value, members, seen.as_deref_mut())?;
        if let (Some(schema), Some(seen)) = (rules.unevaluated, seen) {
            if !seen.all_properties {
                let known: HashSet<&str> = seen.properties.iter().map(String::as_str).collect();
                for (name, member) in members {
                    if !known.contains(name.as_str()) {
                        self.check(schema, member, None).map_err(|violation| violation.within(name))?;
                    }
                }
            }
            seen.all_properties = true;
        }
        Ok(())
    }

    /// Everything about an object but `unevaluatedProperties`.
    fn own_members(
        &mut self,
        id: SchemaId,
        rules: &ObjectRules,
        value: &Value,
        members: &Map<String, Value>,
        mut seen: Option<&mut Evaluated>,
    ) -> Verdict {
        let broken = |keyword| Err(Violation { pointer: String::new(), schema: id, keyword });
        let count = members.len() as u64;
        if count < rules.min_properties {
            return broken("minProperties");
        }
        if rules.max_properties.is_some_and(|max| count > max) {
            return broken("maxProperties");
        }
        if rules
            .required
            .iter()
            .any(|name| !members.contains_key(&**name) && rules.requires(name, self.direction))
        {
            return broken("required");
        }
        for (name, others) in &rules.dependent_required {
            if members.contains_key(&**name) && others.iter().any(|other| !members.contains_key(&**other)) {
                return broken("dependentRequired");
            }
        }
        for (name, schema) in &rules.some {
            let some = members.iter().any(|(key, member)| {
                self.check(*name, &Value::String(key.clone()), None).is_ok()
                    && self.check(*schema, member, None).is_ok()
            });
            if !some {
                return broken("not");
            }
        }
        for (name, schema) in &rules.dependent_schemas {
            if members.contains_key(&**name) {
                self.check(*schema, value, seen.as_deref_mut())?;
            }
        }
        let looks_at_members = !rules.properties.is_empty()
            || !rules.patterns.is_empty()
            || rules.additional.is_some()
            || rules.names.is_some();
        if looks_at_members {
            for (name, member) in members {
                self.member(rules, name, member, seen.as_deref_mut())?;
            }
        }
        Ok(())
    }

    fn member(
        &mut self,
        rules: &ObjectRules,
        name: &str,
        member: &Value,
        seen: Option<&mut Evaluated>,
    ) -> Verdict {
        let mut known = false;
        if let Some(property) = rules.property(name) {
            known = true;
            self.check(property.schema, member, None).map_err(|violation| violation.within(name))?;
        }
        for (pattern, schema) in &rules.patterns {
            if pattern.is_match(name) == Some(true) {
                known = true;
                self.check(*schema, member, None).map_err(|violation| violation.within(name))?;
            }
        }
        if !known && let Some(additional) = rules.additional {
            known = true;
            self.check(additional, member, None).map_err(|violation| violation.within(name))?;
        }
        if let Some(names) = rules.names {
            self.check(names, &Value::String(name.to_owned()), None)
                .map_err(|violation| Violation { keyword: "propertyNames", ..violation })?;
        }
        if let Some(seen) = seen.filter(|_| known) {
            seen.properties.push(name.to_owned());
        }
        Ok(())
    }
}

pub(super) fn lists(literals: &[Literal], value: &Value) -> bool {
    literals.iter().any(|literal| equal(literal.value(), value))
}

impl Violation {
    fn within(mut self, token: &str) -> Self {
        self.pointer = member("", token) + &self.pointer;
        self
    }
}

/// `uniqueItems`. Long lists are sorted by their text first, so that hostile ones do not cost the square of it.
pub(super) fn all_different(items: &[Value]) -> bool {
    if items.len() > 64 {
        let mut texts: Vec<String> = items.iter().map(canonical).collect();
        texts.sort_unstable();
        return texts.windows(2).all(|pair| pair.first() != pair.last());
    }
    items.iter().enumerate().all(|(at, item)| items.iter().skip(at + 1).all(|other| !equal(item, other)))
}

/// A text that equal values share: members in the order of their names, whole numbers without a fraction.
fn canonical(value: &Value) -> String {
    match value {
        Value::Number(number) => match number.as_f64() {
            Some(float) if number.is_f64() && float.fract() == 0.0 && float.abs() < 1e38 => {
                (float as i128).to_string()
            }
            _ => number.to_string(),
        },
        Value::Array(items) => format!("[{}]", items.iter().map(canonical).collect::<Vec<_>>().join(",")),
        Value::Object(members) => {
            let mut parts: Vec<String> = members
                .iter()
                .map(|(name, member)| format!("{}:{}", Value::String(name.clone()), canonical(member)))
                .collect();
            parts.sort_unstable();
            format!("{{{}}}", parts.join(","))
        }
        other => other.to_string(),
    }
}

/// The keyword that a number breaks.
fn number_fits(number: &Number, rules: &NumberRules) -> Result<(), &'static str> {
    let Some(value) = Decimal::from_number(number) else { return Ok(()) };
    let below = |bound: &Bound| value < bound.value || bound.exclusive && value == bound.value;
    let above = |bound: &Bound| value > bound.value || bound.exclusive && value == bound.value;
    if rules.minimum.as_ref().is_some_and(below) {
        return Err("minimum");
    }
    if rules.maximum.as_ref().is_some_and(above) {
        return Err("maximum");
    }
    if rules.multiple_of.iter().any(|step| !value.is_multiple_of(*step)) {
        return Err("multipleOf");
    }
    if rules.not_multiple_of.iter().any(|step| value.is_multiple_of(*step)) {
        return Err("not");
    }
    Ok(())
}

/// The keyword that a string breaks. A pattern that cannot be decided within its budget counts as matched.
fn string_fits(text: &str, rules: &StringRules) -> Result<(), &'static str> {
    let length = text.chars().count() as u64;
    if length < rules.min_length {
        return Err("minLength");
    }
    if rules.max_length.is_some_and(|max| length > max) {
        return Err("maxLength");
    }
    if rules.pattern.as_ref().is_some_and(|pattern| pattern.is_match(text) == Some(false)) {
        return Err("pattern");
    }
    if rules.format.is_some_and(|format| !format.matches(text)) {
        return Err("format");
    }
    if rules.not_pattern.as_ref().is_some_and(|pattern| pattern.is_match(text) != Some(false)) {
        return Err("not");
    }
    if rules.not_format.is_some_and(|format| format.matches(text)) {
        return Err("not");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::Dialect;
    use serde_json::json;

    fn verdict(schema: &Value, value: &Value) -> Option<(String, &'static str)> {
        let source = Source::new(schema, Dialect::Draft202012);
        let root = source.at("").unwrap();
        check_all(&source, &[root], Direction::Response, value).err().map(|v| (v.pointer, v.keyword))
    }

    /// A long list of different values, and two more.
    fn many(one: &Value, other: &Value) -> Value {
        let mut items: Vec<Value> = (0..70).map(|number| json!({"a": number})).collect();
        items.extend([one.clone(), other.clone()]);
        Value::Array(items)
    }

    #[test]
    fn names_the_place_and_the_keyword() {
        let broken = |pointer: &str, keyword| Some((pointer.to_owned(), keyword));
        for (schema, value, expected) in [
            (json!({"properties": {"a/b": {"minimum": 3}}}), json!({"a/b": 2}), broken("/a~1b", "minimum")),
            (json!({"items": {"type": "string"}}), json!(["a", 1]), broken("/1", "type")),
            (json!({"oneOf": [{"type": "integer"}, {"minimum": 2}]}), json!(3), broken("", "oneOf")),
            (
                json!({"unevaluatedProperties": false, "anyOf": [{"properties": {"a": true}}]}),
                json!({"a": 1}),
                None,
            ),
            (json!({"unevaluatedProperties": false}), json!({"a": 1}), broken("/a", "type")),
            (json!({"if": {"const": 1}, "then": false}), json!(1), broken("", "type")),
            (json!({"$ref": "#"}), json!(1), broken("", "$ref")),
            (json!({"uniqueItems": true}), json!([1, 1.0]), broken("", "uniqueItems")),
            (
                json!({"uniqueItems": true}),
                many(&json!({"a": 1, "b": 70}), &json!({"b": 70.0, "a": 1})),
                broken("", "uniqueItems"),
            ),
            (json!({"uniqueItems": true}), many(&json!("1"), &json!(1)), None),
            (json!({"contains": {"const": 1}, "maxContains": 1}), json!([1, 1]), broken("", "maxContains")),
        ] {
            assert_eq!(verdict(&schema, &value), expected, "{schema} {value}");
        }
    }

    #[test]
    fn write_only_is_not_required_of_responses() {
        let schema = json!({"required": ["p"], "properties": {"p": {"writeOnly": true}}});
        let source = Source::new(&schema, Dialect::OpenApi31);
        let root = source.at("").unwrap();
        assert!(check_all(&source, &[root], Direction::Response, &json!({})).is_ok());
        assert!(check_all(&source, &[root], Direction::Request, &json!({})).is_err());
    }
}
