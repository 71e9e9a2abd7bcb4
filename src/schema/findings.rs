//! Everything that is wrong with a value, in words: the slow walk beside [`super::check`], for values that were found not
//! to fit and whose sender wants to know why. What a union or a negation says is asked of the checker.

use super::check::{Checker, all_different, lists};
use super::keywords::{ArrayRules, Bound, CombineRules, NumberRules, ObjectRules, StringRules};
use super::{Decimal, Direction, Literal, Lookup, Schema, SchemaId, TypeSet, check_all};
use crate::pointer::push_member;
use serde_json::{Map, Number, Value};
use std::collections::HashSet;

/// How many schemas may be entered on the way down to one value.
const MAX_DEPTH: u32 = 400;
/// Where the words of a finding are cut, in characters.
const MAX_WORDS: usize = 100;
/// How many branches of a union are looked at for the closest one.
const MAX_BRANCHES: usize = 12;
/// How many findings of a branch are counted.
const MAX_BRANCH_FINDINGS: usize = 5;

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Finding {
    /// RFC 6901 pointer into the value; of a member that is missing, where it belongs.
    pub(crate) pointer: String,
    /// The keyword that is broken.
    pub(crate) keyword: &'static str,
    /// What is wrong, to be read behind a name: "must be at least 1, is 0". Holds no text of the value.
    pub(crate) message: String,
}

/// What is wrong with a value, in the order of its members, up to a number. Empty for a value that fits.
pub(crate) fn find_all<L: Lookup>(
    lookup: &L,
    ids: &[SchemaId],
    direction: Direction,
    value: &Value,
    limit: usize,
) -> Vec<Finding> {
    let Err(first) = check_all(lookup, ids, direction, value) else { return Vec::new() };
    let mut finder = Finder {
        checker: Checker::new(lookup, direction),
        found: Vec::new(),
        limit,
        place: String::new(),
        depth: 0,
        active: Vec::new(),
        in_branch: false,
    };
    for id in ids {
        finder.visit(*id, value);
    }
    let mut found = finder.found;
    // Out of steps or depth, which says nothing about the value.
    let undecided = first.keyword == "$ref";
    if found.is_empty() && limit > 0 && !undecided {
        let message = format!("breaks `{}`", first.keyword);
        found.push(Finding { pointer: first.pointer, keyword: first.keyword, message });
    }
    found
}

struct Finder<'l, L> {
    checker: Checker<'l, L>,
    found: Vec<Finding>,
    limit: usize,
    /// Where in the value the walk is.
    place: String,
    depth: u32,
    /// Schemas that are being visited, and with which value.
    active: Vec<(SchemaId, *const Value)>,
    /// Whether a branch of a union is tried out: unions in it are not taken apart, so that the work stays in bounds.
    in_branch: bool,
}

impl<L: Lookup> Finder<'_, L> {
    fn visit(&mut self, id: SchemaId, value: &Value) {
        let at = (id, std::ptr::from_ref(value));
        let circles =
            self.active.iter().rev().take_while(|(_, other)| *other == at.1).any(|other| *other == at);
        if self.depth > MAX_DEPTH || self.found.len() >= self.limit || circles {
            return;
        }
        self.depth += 1;
        self.active.push(at);
        let schema = self.checker.lookup.lookup(id);
        self.schema(id, &schema, value);
        self.active.pop();
        self.depth -= 1;
    }

    fn add(&mut self, keyword: &'static str, message: impl Into<String>) {
        let pointer = self.place.clone();
        self.add_at(pointer, keyword, message.into());
    }

    fn add_at(&mut self, pointer: String, keyword: &'static str, message: String) {
        let finding = Finding { pointer, keyword, message };
        // Two parts of an `allOf` may say the same.
        if self.found.len() < self.limit && !self.found.contains(&finding) {
            self.found.push(finding);
        }
    }

    /// Does something one token deeper.
    fn within(&mut self, token: &str, act: impl FnOnce(&mut Self)) {
        let length = self.place.len();
        push_member(&mut self.place, token);
        act(self);
        self.place.truncate(length);
    }

    /// Whether a value fits; what cannot be decided counts as fitting.
    fn fits(&mut self, id: SchemaId, value: &Value) -> bool {
        self.checker.verdict(id, value).unwrap_or(true)
    }

    fn schema(&mut self, id: SchemaId, schema: &Schema, value: &Value) {
        let before = self.found.len();
        let types = TypeSet::of(value);
        if !schema.types.meets(types) {
            if schema.types.is_empty() {
                self.add("false", "is not allowed");
            } else {
                self.add("type", format!("must be {}, is {}", described(schema.types), described(types)));
            }
            return;
        }
        if let Some(literals) = schema.literals.as_ref().filter(|literals| !lists(literals, value)) {
            self.add("enum", one_of(literals));
        }
        if lists(&schema.excluded, value) {
            self.add("not", "is a value that is excluded");
        }
        match (value, &schema.number, &schema.string) {
            (Value::Number(number), Some(rules), _) => self.number(number, rules),
            (Value::String(text), _, Some(rules)) => self.string(text, rules),
            _ => {}
        }
        if let Some(rules) = &schema.combine {
            self.combine(rules, value);
        }
        match (value, &schema.array, &schema.object) {
            (Value::Array(items), Some(rules), _) => self.array(rules, items),
            (Value::Object(members), _, Some(rules)) => self.object(rules, value, members),
            _ => {}
        }
        if self.found.len() == before {
            self.unevaluated(id, schema, value);
        }
    }

    fn number(&mut self, number: &Number, rules: &NumberRules) {
        let Some(value) = Decimal::from_number(number) else { return };
        let is = cut(&number.to_string());
        let below = |bound: &&Bound| value < bound.value || bound.exclusive && value == bound.value;
        let above = |bound: &&Bound| value > bound.value || bound.exclusive && value == bound.value;
        if let Some(Bound { value, exclusive }) = rules.minimum.as_ref().filter(below) {
            let words = if *exclusive { "more than" } else { "at least" };
            self.add("minimum", format!("must be {words} {value}, is {is}"));
        }
        if let Some(Bound { value, exclusive }) = rules.maximum.as_ref().filter(above) {
            let words = if *exclusive { "less than" } else { "at most" };
            self.add("maximum", format!("must be {words} {value}, is {is}"));
        }
        for step in rules.multiple_of.iter().filter(|step| !value.is_multiple_of(**step)) {
            self.add("multipleOf", format!("must be a multiple of {step}, is {is}"));
        }
        for step in rules.not_multiple_of.iter().filter(|step| value.is_multiple_of(**step)) {
            self.add("not", format!("must not be a multiple of {step}, is {is}"));
        }
    }

    fn string(&mut self, text: &str, rules: &StringRules) {
        let length = text.chars().count() as u64;
        if length < rules.min_length {
            let wanted = counted(rules.min_length, "character");
            self.add("minLength", format!("must have at least {wanted}, has {length}"));
        }
        if let Some(max) = rules.max_length.filter(|max| length > *max) {
            self.add("maxLength", format!("must have at most {}, has {length}", counted(max, "character")));
        }
        if let Some(pattern) = rules.pattern.as_ref().filter(|pattern| pattern.is_match(text) == Some(false))
        {
            self.add("pattern", format!("must match the pattern {}", cut(pattern.source())));
        }
        if let Some(format) = rules.format.filter(|format| !format.matches(text)) {
            self.add(
                "format",
                format!("must have the format {}", format.asserted_name().unwrap_or("declared")),
            );
        }
        let hit = |pattern: &super::pattern::Pattern| pattern.is_match(text) != Some(false);
        if rules.not_pattern.as_ref().is_some_and(hit)
            || rules.not_format.is_some_and(|format| format.matches(text))
        {
            self.add("not", "has a form that is excluded");
        }
    }

    fn combine(&mut self, rules: &CombineRules, value: &Value) {
        for part in rules.reference.iter().chain(&rules.all_of) {
            self.visit(*part, value);
        }
        if !rules.any_of.is_empty() && !rules.any_of.iter().any(|branch| self.fits(*branch, value)) {
            self.union("anyOf", &rules.any_of, value);
        }
        if !rules.one_of.is_empty() {
            match rules.one_of.iter().filter(|branch| self.fits(**branch, value)).count() {
                1 => {}
                0 => self.union("oneOf", &rules.one_of, value),
                count => self.add("oneOf", format!("must fit one of the alternatives, fits {count}")),
            }
        }
        if rules.not.is_some_and(|not| self.checker.verdict(not, value) == Some(true)) {
            self.add("not", "fits what is excluded");
        }
        if let Some(condition) = rules.if_ {
            let branch = if self.fits(condition, value) { rules.then } else { rules.else_ };
            if let Some(branch) = branch {
                self.visit(branch, value);
            }
        }
    }

    /// A value that fits no branch: what is wrong by the only branch that can be meant, else one finding that tells of
    /// the closest.
    fn union(&mut self, keyword: &'static str, branches: &[SchemaId], value: &Value) {
        let none = format!("fits none of the {} alternatives", branches.len());
        if self.in_branch {
            return self.add(keyword, none);
        }
        let mut meant: Vec<(SchemaId, Vec<Finding>)> = Vec::new();
        for branch in branches.iter().take(MAX_BRANCHES) {
            let found = self.found_by(*branch, value);
            // The wrong type, or the constant of another branch in a member: not what was meant.
            let other = |finding: &Finding| {
                let inner = finding.pointer.strip_prefix(&self.place).unwrap_or_default();
                match finding.keyword {
                    "type" | "false" => inner.is_empty(),
                    "enum" => inner.matches('/').count() <= 1,
                    _ => false,
                }
            };
            if !found.iter().any(other) {
                meant.push((*branch, found));
            }
        }
        if let [(branch, _)] = meant.as_slice() {
            return self.visit(*branch, value);
        }
        let closest = meant.iter().min_by_key(|(_, found)| found.len()).and_then(|(_, found)| found.first());
        let message = match closest {
            Some(Finding { pointer, message, .. }) => {
                let inner = pointer.strip_prefix(&self.place).unwrap_or_default();
                format!(
                    "{none}; by the closest one {} {message}",
                    if inner.is_empty() { "it" } else { inner }
                )
            }
            None => none,
        };
        self.add(keyword, cut(&message));
    }

    /// What a branch of a union finds.
    fn found_by(&mut self, branch: SchemaId, value: &Value) -> Vec<Finding> {
        let (found, limit) = (std::mem::take(&mut self.found), self.limit);
        (self.limit, self.in_branch) = (MAX_BRANCH_FINDINGS, true);
        self.visit(branch, value);
        (self.limit, self.in_branch) = (limit, false);
        std::mem::replace(&mut self.found, found)
    }

    fn array(&mut self, rules: &ArrayRules, items: &[Value]) {
        let length = items.len() as u64;
        if length < rules.min_items {
            self.add(
                "minItems",
                format!("must have at least {}, has {length}", counted(rules.min_items, "item")),
            );
        }
        if let Some(max) = rules.max_items.filter(|max| length > *max) {
            self.add("maxItems", format!("must have at most {}, has {length}", counted(max, "item")));
        }
        if rules.unique && !all_different(items) {
            self.add("uniqueItems", "has the same item twice");
        }
        for (index, item) in items.iter().enumerate() {
            if let Some(schema) = rules.prefix.get(index).copied().or(rules.items) {
                self.within(&index.to_string(), |inner| inner.visit(schema, item));
            }
            if self.found.len() >= self.limit {
                return;
            }
        }
        if let Some(contains) = rules.contains {
            let count = items.iter().filter(|item| self.fits(contains.schema, item)).count() as u64;
            if count < contains.min {
                let message =
                    format!("must contain {} of a kind, contains {count}", counted(contains.min, "item"));
                self.add("contains", message);
            }
            if let Some(max) = contains.max.filter(|max| count > *max) {
                let message =
                    format!("must contain at most {} of a kind, contains {count}", counted(max, "item"));
                self.add("maxContains", message);
            }
        }
    }

    fn object(&mut self, rules: &ObjectRules, value: &Value, members: &Map<String, Value>) {
        let count = members.len() as u64;
        if count < rules.min_properties {
            let wanted = counted(rules.min_properties, "member");
            self.add("minProperties", format!("must have at least {wanted}, has {count}"));
        }
        if let Some(max) = rules.max_properties.filter(|max| count > *max) {
            self.add("maxProperties", format!("must have at most {}, has {count}", counted(max, "member")));
        }
        let direction = self.checker.direction;
        let missing = |name: &str| !members.contains_key(name) && rules.requires(name, direction);
        for name in rules.required.iter().filter(|name| missing(name)) {
            self.within(name, |inner| inner.add("required", "is missing"));
        }
        for (name, others) in &rules.dependent_required {
            if members.contains_key(&**name) {
                for other in others.iter().filter(|other| !members.contains_key(&***other)) {
                    let message = format!("is missing beside {}", cut(name));
                    self.within(other, |inner| inner.add("dependentRequired", message));
                }
            }
        }
        for (name, schema) in &rules.some {
            let some = members.iter().any(|(key, member)| {
                self.fits(*name, &Value::String(key.clone())) && self.fits(*schema, member)
            });
            if !some {
                self.add("not", "fits what is excluded");
            }
        }
        for (name, schema) in &rules.dependent_schemas {
            if members.contains_key(&**name) {
                self.visit(*schema, value);
            }
        }
        for (name, member) in members {
            self.within(name, |inner| inner.member(rules, name, member));
            if self.found.len() >= self.limit {
                return;
            }
        }
    }

    fn member(&mut self, rules: &ObjectRules, name: &str, member: &Value) {
        let mut known = false;
        if let Some(property) = rules.property(name) {
            known = true;
            self.visit(property.schema, member);
        }
        for (pattern, schema) in &rules.patterns {
            if pattern.is_match(name) == Some(true) {
                known = true;
                self.visit(*schema, member);
            }
        }
        if let Some(additional) = rules.additional.filter(|_| !known) {
            if self.checker.lookup.lookup(additional).types.is_empty() {
                self.add("additionalProperties", "is not declared");
            } else {
                self.visit(additional, member);
            }
        }
        if rules.names.is_some_and(|names| !self.fits(names, &Value::String(name.to_owned()))) {
            self.add("propertyNames", "has a name that is not allowed");
        }
    }

    /// Members and items that no other keyword has looked at.
    fn unevaluated(&mut self, id: SchemaId, schema: &Schema, value: &Value) {
        let items = schema.array.as_ref().and_then(|rules| rules.unevaluated);
        let members = schema.object.as_ref().and_then(|rules| rules.unevaluated);
        if items.is_none() && members.is_none() {
            return;
        }
        let Some(seen) = self.checker.evaluated(id, schema, value) else { return };
        match (value, items, members) {
            (Value::Array(list), Some(schema), _) => {
                let contained: HashSet<usize> = seen.contained.into_iter().collect();
                for (index, item) in list.iter().enumerate().skip(seen.items) {
                    if !contained.contains(&index) {
                        self.within(&index.to_string(), |inner| {
                            inner.left_over("unevaluatedItems", schema, item);
                        });
                    }
                }
            }
            (Value::Object(members), _, Some(schema)) if !seen.all_properties => {
                let known: HashSet<String> = seen.properties.into_iter().collect();
                for (name, member) in members {
                    if !known.contains(name) {
                        self.within(name, |inner| inner.left_over("unevaluatedProperties", schema, member));
                    }
                }
            }
            _ => {}
        }
    }

    fn left_over(&mut self, keyword: &'static str, schema: SchemaId, value: &Value) {
        if self.checker.lookup.lookup(schema).types.is_empty() {
            self.add(keyword, "is not declared");
        } else {
            self.visit(schema, value);
        }
    }
}

/// Types as people call them.
fn described(types: TypeSet) -> String {
    if types == TypeSet::FRACTION {
        return "a number with a fraction".to_owned();
    }
    types.describe().replace("integer or fractional number", "number")
}

/// "must be one of …", with as many of the values as there is room for.
fn one_of(literals: &[Literal]) -> String {
    let [only] = literals else {
        let mut list = String::new();
        for (at, literal) in literals.iter().enumerate() {
            if at > 0 {
                list.push_str(", ");
            }
            if list.len() + literal.text().len() > MAX_WORDS {
                list.push('…');
                break;
            }
            list.push_str(literal.text());
        }
        return format!("must be one of {list}");
    };
    format!("must be {}", cut(only.text()))
}

/// A number of things: "1 item", "2 items".
fn counted(count: u64, thing: &str) -> String {
    format!("{count} {thing}{}", if count == 1 { "" } else { "s" })
}

/// Words cut to their limit.
fn cut(text: &str) -> String {
    match text.char_indices().nth(MAX_WORDS) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::{Dialect, Source};
    use serde_json::json;

    fn found(schema: &Value, value: &Value) -> Vec<String> {
        let source = Source::new(schema, Dialect::OpenApi31);
        let root = source.at("").unwrap();
        let found = find_all(&source, &[root], Direction::Request, value, 10);
        found
            .into_iter()
            .map(|finding| format!("{} {}: {}", finding.pointer, finding.keyword, finding.message))
            .collect()
    }

    #[test]
    fn says_what_is_wrong() {
        let pet = |kind: &str| {
            json!({"type": "object", "required": ["kind", "name"], "properties": {"kind": {"const": kind},
                "name": {"type": "string"}}})
        };
        let cases = [
            (json!({"minimum": 1}), json!(0), vec![" minimum: must be at least 1, is 0"]),
            (
                json!({"exclusiveMaximum": 1.5, "multipleOf": 2}),
                json!(3),
                vec![" maximum: must be less than 1.5, is 3", " multipleOf: must be a multiple of 2, is 3"],
            ),
            (json!({"type": "number"}), json!("secret"), vec![" type: must be number, is string"]),
            (
                json!({"type": ["integer", "null"]}),
                json!(1.5),
                vec![" type: must be integer or null, is a number with a fraction"],
            ),
            (json!({"enum": ["a", 2]}), json!("b"), vec![" enum: must be one of \"a\", 2"]),
            (json!({"const": "a"}), json!("b"), vec![" enum: must be \"a\""]),
            (
                json!({"minLength": 1, "pattern": "^a$"}),
                json!(""),
                vec![
                    " minLength: must have at least 1 character, has 0",
                    " pattern: must match the pattern ^a$",
                ],
            ),
            (json!({"format": "date-time"}), json!("x"), vec![" format: must have the format date-time"]),
            (
                json!({"required": ["a", "b/c"], "properties": {"d": {"minimum": 3}, "e": false}, "additionalProperties": false}),
                json!({"d": 1, "e": 1, "f": 1}),
                vec![
                    "/a required: is missing",
                    "/b~1c required: is missing",
                    "/d minimum: must be at least 3, is 1",
                    "/e false: is not allowed",
                    "/f additionalProperties: is not declared",
                ],
            ),
            (json!({"required": ["id"], "properties": {"id": {"readOnly": true}}}), json!({}), vec![]),
            (
                json!({"minItems": 3, "uniqueItems": true, "items": {"type": "string"}}),
                json!([1, 1]),
                vec![
                    " minItems: must have at least 3 items, has 2",
                    " uniqueItems: has the same item twice",
                    "/0 type: must be string, is integer",
                    "/1 type: must be string, is integer",
                ],
            ),
            (
                json!({"contains": {"const": 1}}),
                json!([2]),
                vec![" contains: must contain 1 item of a kind, contains 0"],
            ),
            (
                json!({"allOf": [{"required": ["a"]}, {"required": ["a", "b"]}]}),
                json!({}),
                vec!["/a required: is missing", "/b required: is missing"],
            ),
            (
                json!({"anyOf": [pet("cat"), {"type": "null"}]}),
                json!({"kind": "cat"}),
                vec!["/name required: is missing"],
            ),
            (
                json!({"oneOf": [pet("cat"), pet("dog")]}),
                json!({"kind": "dog", "name": 1}),
                vec!["/name type: must be string, is integer"],
            ),
            (
                json!({"oneOf": [{"minimum": 5}, {"minimum": 9}]}),
                json!(1),
                vec![
                    " oneOf: fits none of the 2 alternatives; by the closest one it must be at least 5, is 1",
                ],
            ),
            (
                json!({"oneOf": [{"minimum": 5}, {"minimum": 1}]}),
                json!(7),
                vec![" oneOf: must fit one of the alternatives, fits 2"],
            ),
            (json!({"not": {"type": "string"}}), json!("a"), vec![" not: fits what is excluded"]),
            (
                json!({"if": {"required": ["a"]}, "then": {"required": ["b"]}}),
                json!({"a": 1}),
                vec!["/b required: is missing"],
            ),
            (
                json!({"unevaluatedProperties": false, "properties": {"a": true}}),
                json!({"a": 1, "b": 1, "c": 2}),
                vec![
                    "/b unevaluatedProperties: is not declared",
                    "/c unevaluatedProperties: is not declared",
                ],
            ),
            (json!({"$ref": "#"}), json!(1), vec![]),
        ];
        for (schema, value, expected) in cases {
            assert_eq!(found(&schema, &value), expected, "{schema} {value}");
        }
    }

    #[test]
    fn findings_are_bounded() {
        let schema = json!({"items": {"type": "string"}});
        assert_eq!(found(&schema, &json!(vec![1; 5000])).len(), 10);
        let names: Vec<String> = (0..1000).map(|number| format!("name{number}")).collect();
        let [only] = &found(&json!({"enum": names}), &json!(1))[..] else { panic!("one finding") };
        assert!(only.len() < 130, "{only}");
        // Unions of unions of one recursive schema: the number of paths is no measure of the work.
        let schema = json!({"$defs": {"n": {"anyOf": [{"$ref": "#/$defs/o"}, {"$ref": "#/$defs/o"}, {"type": "null"}]},
            "o": {"type": "object", "additionalProperties": {"$ref": "#/$defs/n"}}}, "$ref": "#/$defs/n"});
        let mut value = json!(1);
        for _ in 0..60 {
            value = json!({"a": value});
        }
        assert!(!found(&schema, &value).is_empty());
    }
}
