//! One way to satisfy a set of schemas: every `anyOf`, `oneOf`, `if` and `dependentSchemas` decided.

use super::check::check_all;
use super::keywords::{CombineRules, ObjectRules, Property};
use super::{Direction, Literal, Schema, SchemaId, Source, TypeSet};
use crate::pointer::unescaped;
use std::cmp::Reverse;
use std::rc::Rc;

/// A choice that is still to be made.
#[derive(Debug, Clone)]
enum Group {
    AnyOf(SchemaId),
    OneOf(SchemaId),
    Condition(SchemaId),
    /// `dependentSchemas`, by index.
    Dependent(SchemaId, usize),
    /// A `discriminator` without `oneOf` or `anyOf`: schemas inherit from this one by `allOf`.
    Heirs(SchemaId),
}

/// Schemas that all apply to one value.
#[derive(Debug, Clone)]
pub(super) struct Scenario {
    /// The schemas, those reached by `$ref`, `allOf` and chosen branches included.
    pub(super) ids: Vec<SchemaId>,
    /// Which branch was chosen for which schema: what `unevaluated…` looks through.
    chosen: Vec<(SchemaId, SchemaId)>,
    groups: Vec<Group>,
    pub(super) types: TypeSet,
    /// Not every branch that has to fail is known to fail: values need a check.
    pub(super) uncertain: bool,
}

/// Why a set of schemas cannot be satisfied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Conflict {
    /// The schema that shows it.
    pub(super) schema: SchemaId,
    pub(super) message: String,
}

/// Whether a branch fails for every value of a scenario.
enum Fails {
    Always,
    /// When this property is there.
    WithProperty(Box<str>),
    Unknown,
}

/// Finds scenarios.
pub(super) struct Search<'s, 'a> {
    pub(super) source: &'s Source<'a>,
    pub(super) direction: Direction,
    /// Steps left.
    budget: u32,
    /// The largest group met: how many scenarios it takes to see every branch.
    pub(super) widest: usize,
    /// The first conflict met.
    pub(super) conflict: Option<Conflict>,
    /// Conflicts are passed over: what is wanted is the closest to a value that cannot be.
    pub(super) lenient: bool,
    /// Varies what is sampled while a scenario is finished, names of members for one.
    pub(super) variant: u64,
}

/// Steps of one search; each costs about a microsecond.
const BUDGET: u32 = 600;
/// How many schemas one scenario may hold.
const MAX_SCHEMAS: usize = 400;

impl<'s, 'a> Search<'s, 'a> {
    pub(super) fn new(source: &'s Source<'a>, direction: Direction) -> Self {
        Self { source, direction, budget: BUDGET, widest: 1, conflict: None, lenient: false, variant: 0 }
    }

    /// A search that passes over contradictions.
    pub(super) fn lenient(source: &'s Source<'a>, direction: Direction) -> Self {
        Self { lenient: true, ..Self::new(source, direction) }
    }

    /// The scenario of a set with nothing decided; `Err` when the set is contradictory at first sight.
    pub(super) fn start(&mut self, set: &[SchemaId]) -> Option<Scenario> {
        let mut scenario = Scenario {
            ids: Vec::with_capacity(set.len() + 4),
            chosen: Vec::new(),
            groups: Vec::new(),
            types: TypeSet::ALL,
            uncertain: false,
        };
        for id in set {
            if !self.add(&mut scenario, *id) {
                return None;
            }
        }
        Some(scenario)
    }

    fn refuse(&mut self, schema: SchemaId, message: impl FnOnce() -> String) -> bool {
        if self.conflict.is_none() {
            self.conflict = Some(Conflict { schema, message: message() });
        }
        false
    }

    /// Adds a schema and all that it implies. False when that is contradictory.
    fn add(&mut self, scenario: &mut Scenario, id: SchemaId) -> bool {
        if scenario.ids.contains(&id) {
            return true;
        }
        if scenario.ids.len() >= MAX_SCHEMAS {
            return self.refuse(id, || "too many schemas apply to one value".to_owned());
        }
        scenario.ids.push(id);
        let schema = self.source.schema(id);
        let before = scenario.types;
        scenario.types = before.and(schema.types);
        if let Some(literals) = &schema.literals {
            let types =
                literals.iter().fold(TypeSet::NONE, |set, literal| set.or(TypeSet::of(literal.value())));
            scenario.types = scenario.types.and(types);
        }
        if scenario.types.is_empty() && self.lenient {
            scenario.types = before;
        }
        if scenario.types.is_empty() {
            return self.refuse(id, || match schema.literals.as_deref() {
                Some([]) => "`enum` is empty or contradicts `const`".to_owned(),
                _ if schema.types.is_empty() => "nothing is allowed here (`false`)".to_owned(),
                _ => format!("`type` {} contradicts {}", schema.types.describe(), before.describe()),
            });
        }
        if let Some(rules) = &schema.object {
            let dependents = 0..rules.dependent_schemas.len();
            scenario.groups.extend(dependents.map(|index| Group::Dependent(id, index)));
        }
        let alternatives = |combine: &CombineRules| !combine.one_of.is_empty() || !combine.any_of.is_empty();
        let is_base = schema.hints.as_ref().is_some_and(|hints| hints.discriminator.is_some());
        if is_base && !schema.combine.as_deref().is_some_and(alternatives) {
            scenario.groups.push(Group::Heirs(id));
        }
        let Some(combine) = &schema.combine else { return true };
        if !combine.one_of.is_empty() {
            scenario.groups.push(Group::OneOf(id));
        }
        if !combine.any_of.is_empty() {
            scenario.groups.push(Group::AnyOf(id));
        }
        if combine.if_.is_some() {
            scenario.groups.push(Group::Condition(id));
        }
        let not = combine.not.map(|not| self.source.negate(not));
        combine.reference.iter().chain(&combine.all_of).chain(&not).all(|part| self.add(scenario, *part))
    }

    /// Decides everything that is open; `finish` has the last word on a scenario. `preference` says which branch to
    /// try first, so that different numbers find different scenarios.
    pub(super) fn decide<T>(
        &mut self,
        mut scenario: Scenario,
        preference: usize,
        finish: &mut dyn FnMut(&mut Self, &Scenario) -> Option<T>,
    ) -> Option<T> {
        if self.budget == 0 {
            return None;
        }
        self.budget -= 1;
        let Some(group) = scenario.groups.pop() else { return finish(self, &scenario) };
        match group {
            Group::AnyOf(owner) => self.any_of(&scenario, owner, preference, finish),
            Group::OneOf(owner) => self.one_of(&scenario, owner, preference, finish),
            Group::Condition(owner) => self.condition(&scenario, owner, preference, finish),
            Group::Dependent(owner, index) => self.dependent(&scenario, owner, index, preference, finish),
            Group::Heirs(owner) => self.heirs(&scenario, owner, preference, finish),
        }
    }

    fn any_of<T>(
        &mut self,
        scenario: &Scenario,
        owner: SchemaId,
        preference: usize,
        finish: &mut dyn FnMut(&mut Self, &Scenario) -> Option<T>,
    ) -> Option<T> {
        let schema = self.source.schema(owner);
        let branches = schema.combine.as_ref().map(|combine| combine.any_of.as_slice()).unwrap_or_default();
        if let Some(known) = branches.iter().find(|branch| scenario.ids.contains(branch)) {
            let mut next = scenario.clone();
            next.chosen.push((owner, *known));
            return self.decide(next, preference, finish);
        }
        // The ways of a negation are no alternatives that a reader of the document would know.
        if self.source.is_placed(owner) {
            self.widest = self.widest.max(branches.len());
        }
        let first = if self.source.is_placed(owner) { preference } else { 0 };
        for step in 0..branches.len() {
            let branch = branches[(first + step) % branches.len()];
            for tag in self.tags(&schema, branch) {
                let mut next = scenario.clone();
                next.chosen.push((owner, branch));
                if self.add(&mut next, branch)
                    && tag.is_none_or(|tag| self.add(&mut next, tag))
                    && let Some(found) = self.decide(next, preference, finish)
                {
                    return Some(found);
                }
            }
        }
        None
    }

    fn one_of<T>(
        &mut self,
        scenario: &Scenario,
        owner: SchemaId,
        preference: usize,
        finish: &mut dyn FnMut(&mut Self, &Scenario) -> Option<T>,
    ) -> Option<T> {
        let schema = self.source.schema(owner);
        let branches = schema.combine.as_ref().map(|combine| combine.one_of.as_slice()).unwrap_or_default();
        self.widest = self.widest.max(branches.len());
        // First with every other branch made to fail, then leaving that to the check.
        for strict in [true, false] {
            for step in 0..branches.len() {
                let at = (preference + step) % branches.len();
                let branch = branches[at];
                for tag in self.tags(&schema, branch) {
                    let mut next = scenario.clone();
                    next.chosen.push((owner, branch));
                    next.uncertain |= !strict;
                    let fits = self.add(&mut next, branch)
                        && tag.is_none_or(|tag| self.add(&mut next, tag))
                        && (!strict || self.exclude_others(&mut next, branches, at));
                    if fits && let Some(found) = self.decide(next, preference, finish) {
                        return Some(found);
                    }
                }
            }
        }
        None
    }

    /// Makes every branch but one fail.
    fn exclude_others(&mut self, scenario: &mut Scenario, branches: &[SchemaId], at: usize) -> bool {
        // Those that fail anyway first: what they need narrows the scenario for the rest.
        let mut open = Vec::new();
        for (index, branch) in branches.iter().enumerate() {
            if index == at {
                continue;
            }
            match self.fails(scenario, *branch) {
                Fails::Always => {}
                Fails::WithProperty(name) => {
                    if !self.add(scenario, self.source.presence(&name, true)) {
                        return false;
                    }
                }
                Fails::Unknown => open.push(*branch),
            }
        }
        open.into_iter().all(|branch| {
            let negation = self.source.negate(branch);
            matches!(self.fails(scenario, branch), Fails::Always) || self.add(scenario, negation)
        })
    }

    /// The values that a discriminator asks for beside a branch, and `None` for going without.
    fn tags(&self, schema: &Schema, branch: SchemaId) -> Vec<Option<SchemaId>> {
        let tag =
            schema.hints.as_ref().and_then(|hints| hints.discriminator.as_ref()).and_then(|discriminator| {
                let target =
                    self.source.schema(branch).combine.as_ref().and_then(|combine| combine.reference);
                let named = |id: SchemaId| {
                    discriminator
                        .mapping
                        .iter()
                        .find(|(_, mapped)| *mapped == id)
                        .map(|(key, _)| key.to_string())
                };
                let implied = |id: SchemaId| component_name(&self.source.pointer(id));
                let value =
                    target.and_then(named).or_else(|| named(branch)).or_else(|| target.and_then(implied))?;
                Some(self.source.tagged(&discriminator.property, &value))
            });
        match tag {
            Some(tag) => vec![Some(tag), None],
            None => vec![None],
        }
    }

    fn condition<T>(
        &mut self,
        scenario: &Scenario,
        owner: SchemaId,
        preference: usize,
        finish: &mut dyn FnMut(&mut Self, &Scenario) -> Option<T>,
    ) -> Option<T> {
        let schema = self.source.schema(owner);
        let CombineRules { if_: Some(condition), then, else_, .. } = schema.combine.as_deref()?.clone()
        else {
            return None;
        };
        self.widest = self.widest.max(2);
        for step in 0..2 {
            let mut next = scenario.clone();
            let added = if (preference + step).is_multiple_of(2) {
                next.chosen.push((owner, condition));
                next.chosen.extend(then.map(|then| (owner, then)));
                self.add(&mut next, condition) && then.is_none_or(|then| self.add(&mut next, then))
            } else {
                next.chosen.extend(else_.map(|else_| (owner, else_)));
                let negation = self.source.negate(condition);
                self.add(&mut next, negation) && else_.is_none_or(|else_| self.add(&mut next, else_))
            };
            if added && let Some(found) = self.decide(next, preference, finish) {
                return Some(found);
            }
        }
        None
    }

    fn dependent<T>(
        &mut self,
        scenario: &Scenario,
        owner: SchemaId,
        index: usize,
        preference: usize,
        finish: &mut dyn FnMut(&mut Self, &Scenario) -> Option<T>,
    ) -> Option<T> {
        let schema = self.source.schema(owner);
        let (name, dependent) = schema.object.as_ref()?.dependent_schemas.get(index)?;
        let declared = scenario.ids.iter().any(|id| {
            self.source
                .schema(*id)
                .object
                .as_ref()
                .is_some_and(|rules| rules.property(name).is_some() || rules.required.contains(name))
        });
        for present in [declared, !declared] {
            let mut next = scenario.clone();
            let added = if present {
                next.chosen.push((owner, *dependent));
                self.add(&mut next, self.source.presence(name, true)) && self.add(&mut next, *dependent)
            } else {
                self.add(&mut next, self.source.presence(name, false))
            };
            if added && let Some(found) = self.decide(next, preference, finish) {
                return Some(found);
            }
        }
        None
    }

    /// Decides which of the schemas that inherit from a base a value belongs to, and has its discriminator say so.
    fn heirs<T>(
        &mut self,
        scenario: &Scenario,
        owner: SchemaId,
        preference: usize,
        finish: &mut dyn FnMut(&mut Self, &Scenario) -> Option<T>,
    ) -> Option<T> {
        let schema = self.source.schema(owner);
        let discriminator = schema.hints.as_ref()?.discriminator.as_ref()?;
        let tag = |value: &str| self.source.tagged(&discriminator.property, value);
        let mapping = &discriminator.mapping;
        let known = mapping.iter().find(|(_, heir)| *heir != owner && scenario.ids.contains(heir));
        let mut ways: Vec<Vec<SchemaId>> = Vec::new();
        if let Some((value, _)) = known {
            ways.push(vec![tag(value)]);
        } else if mapping.is_empty() {
            // Without a mapping the value is the name of the schema.
            let name = |id: &SchemaId| component_name(&self.source.pointer(*id));
            let heir = scenario.ids.iter().filter(|id| **id != owner).find_map(name);
            ways.extend(heir.or_else(|| name(&owner)).map(|value| vec![tag(&value)]));
        } else {
            self.widest = self.widest.max(mapping.len());
            let first = preference % mapping.len();
            let turned = mapping.iter().cycle().skip(first).take(mapping.len());
            ways.extend(turned.map(|(value, heir)| vec![*heir, tag(value)]));
        }
        ways.push(Vec::new());
        for way in ways {
            let mut next = scenario.clone();
            if way.iter().all(|id| self.add(&mut next, *id)) {
                next.groups.retain(|group| !matches!(group, Group::Heirs(other) if *other == owner));
                if let Some(found) = self.decide(next, preference, finish) {
                    return Some(found);
                }
            }
        }
        None
    }

    /// Whether a branch cannot fit a value of the scenario, by what is plain to see: types, constants, members.
    fn fails(&self, scenario: &Scenario, branch: SchemaId) -> Fails {
        let mut parts = vec![branch];
        let mut at = 0;
        let mut with_property = None;
        while let Some(id) = parts.get(at).copied() {
            at += 1;
            let schema = self.source.schema(id);
            if !schema.types.meets(scenario.types) {
                return Fails::Always;
            }
            if let Some(literals) = &schema.literals
                && self.excludes(scenario, literals)
            {
                return Fails::Always;
            }
            if let Some(combine) = &schema.combine {
                for part in combine.reference.iter().chain(&combine.all_of) {
                    if !parts.contains(part) && parts.len() < 40 {
                        parts.push(*part);
                    }
                }
            }
            let Some(rules) = schema.object.as_ref().filter(|_| scenario.types == TypeSet::OBJECT) else {
                continue;
            };
            if rules
                .required
                .iter()
                .any(|name| rules.requires(name, self.direction) && self.forbids(scenario, name))
            {
                return Fails::Always;
            }
            for property in &rules.properties {
                if self.member_fails(scenario, property) {
                    if self.requires(scenario, &property.name) {
                        return Fails::Always;
                    }
                    if property.hidden != Some(self.direction) {
                        with_property = with_property.or(Some(property.name.clone()));
                    }
                }
            }
            let closed = rules.additional.is_some_and(|id| self.source.schema(id).types.is_empty());
            if closed
                && rules.patterns.is_empty()
                && let Some(name) = self.required_beyond(scenario, rules)
            {
                match name {
                    (_, true) => return Fails::Always,
                    (name, false) => with_property = with_property.or(Some(name)),
                }
            }
        }
        with_property.map_or(Fails::Unknown, Fails::WithProperty)
    }

    /// Whether the scenario's values are all outside a list.
    fn excludes(&self, scenario: &Scenario, literals: &[Literal]) -> bool {
        scenario.ids.iter().any(|id| {
            self.source
                .schema(*id)
                .literals
                .as_ref()
                .is_some_and(|own| own.iter().all(|literal| !literals.contains(literal)))
        })
    }

    fn forbids(&self, scenario: &Scenario, name: &str) -> bool {
        scenario.ids.iter().any(|id| {
            let schema = self.source.schema(*id);
            let Some(rules) = &schema.object else { return false };
            match rules.property(name) {
                Some(property) => self.source.schema(property.schema).types.is_empty(),
                None => {
                    rules.patterns.is_empty()
                        && rules.additional.is_some_and(|id| self.source.schema(id).types.is_empty())
                }
            }
        })
    }

    fn requires(&self, scenario: &Scenario, name: &str) -> bool {
        scenario.ids.iter().any(|id| {
            self.source.schema(*id).object.as_ref().is_some_and(|rules| rules.requires(name, self.direction))
        })
    }

    /// A member of the scenario that a closed schema does not know, and whether it is required.
    fn required_beyond(&self, scenario: &Scenario, closed: &ObjectRules) -> Option<(Box<str>, bool)> {
        let mut optional = None;
        for id in &scenario.ids {
            let schema = self.source.schema(*id);
            let Some(rules) = &schema.object else { continue };
            if let Some(name) = rules.required.iter().find(|name| closed.property(name).is_none()) {
                return Some((name.clone(), true));
            }
            let unknown = rules.properties.iter().find(|property| {
                closed.property(&property.name).is_none()
                    && property.hidden != Some(self.direction)
                    && !self.forbids(scenario, &property.name)
            });
            optional = optional.or(unknown.map(|property| property.name.clone()));
        }
        optional.map(|name| (name, false))
    }

    /// Whether a branch's property contradicts the scenario's property of that name by type or constants.
    fn member_fails(&self, scenario: &Scenario, property: &Property) -> bool {
        let (types, literals) = self.plain_facts(property.schema);
        if types == TypeSet::ALL && literals.is_none() {
            return false;
        }
        scenario.ids.iter().any(|id| {
            let schema = self.source.schema(*id);
            let Some(own) = schema.object.as_ref().and_then(|rules| rules.property(&property.name)) else {
                return false;
            };
            let (own_types, own_literals) = self.plain_facts(own.schema);
            if !own_types.meets(types) && !own_types.is_empty() {
                return true;
            }
            match (&own_literals, &literals) {
                (Some(own), Some(other)) => own.iter().all(|literal| !other.contains(literal)),
                _ => false,
            }
        })
    }

    /// Types and constants of a schema, through plain references and `allOf`.
    fn plain_facts(&self, id: SchemaId) -> (TypeSet, Option<Vec<Literal>>) {
        let mut parts = vec![id];
        let (mut types, mut literals): (TypeSet, Option<Vec<Literal>>) = (TypeSet::ALL, None);
        let mut at = 0;
        while let Some(part) = parts.get(at).copied() {
            at += 1;
            let schema = self.source.schema(part);
            types = types.and(schema.types);
            if let Some(own) = &schema.literals {
                literals = Some(match literals {
                    Some(list) => list.into_iter().filter(|literal| own.contains(literal)).collect(),
                    None => own.clone(),
                });
            }
            if let Some(combine) = &schema.combine {
                for next in combine.reference.iter().chain(&combine.all_of) {
                    if !parts.contains(next) && parts.len() < 12 {
                        parts.push(*next);
                    }
                }
            }
        }
        (types, literals)
    }

    /// The constants that a scenario leaves: those of its shortest list that fit every schema. `None` where no schema
    /// has a list.
    pub(super) fn constants(&self, scenario: &Scenario, set: &[SchemaId]) -> Option<Vec<Box<str>>> {
        let lists =
            scenario.ids.iter().map(|id| self.source.schema(*id)).filter(|schema| schema.literals.is_some());
        let shortest = lists.min_by_key(|schema| schema.literals.as_ref().map_or(usize::MAX, Vec::len))?;
        let mut fitting: Vec<&Literal> = Vec::new();
        for literal in shortest.literals.iter().flatten() {
            let fits = scenario.types.meets(TypeSet::of(literal.value()))
                && check_all(self.source, &scenario.ids, self.direction, literal.value()).is_ok()
                && check_all(self.source, set, self.direction, literal.value()).is_ok();
            if fits && !fitting.contains(&literal) {
                fitting.push(literal);
            }
        }
        fitting.sort_by_key(|literal| Reverse(!literal.value().is_null()));
        Some(fitting.into_iter().map(|literal| literal.text().into()).collect())
    }
}

impl Scenario {
    /// Whether a schema of this scenario, or one it applied in place, has looked at a member of this name.
    pub(super) fn evaluates(&self, source: &Source<'_>, owner: SchemaId, name: &str) -> bool {
        self.closure(source, owner).iter().any(|id| {
            let schema = source.schema(*id);
            let Some(rules) = &schema.object else { return false };
            rules.property(name).is_some()
                || rules.additional.is_some()
                || *id != owner && rules.unevaluated.is_some()
                || rules.patterns.iter().any(|(pattern, _)| pattern.is_match(name) == Some(true))
        })
    }

    /// How many items of an array a schema of this scenario has looked at, and which `contains` it counted with.
    pub(super) fn evaluated_items(&self, source: &Source<'_>, owner: SchemaId) -> (usize, Vec<SchemaId>) {
        let (mut count, mut contains) = (0, Vec::new());
        for id in self.closure(source, owner) {
            let schema = source.schema(id);
            let Some(rules) = &schema.array else { continue };
            let all = rules.items.is_some() || id != owner && rules.unevaluated.is_some();
            count = count.max(if all { usize::MAX } else { rules.prefix.len() });
            contains.extend(rules.contains.map(|contains| contains.schema));
        }
        (count, contains)
    }

    /// A schema and what it applies in place in this scenario.
    fn closure(&self, source: &Source<'_>, owner: SchemaId) -> Vec<SchemaId> {
        let mut list = vec![owner];
        let mut at = 0;
        while let Some(id) = list.get(at).copied() {
            at += 1;
            let schema: Rc<Schema> = source.schema(id);
            let parts =
                schema.combine.iter().flat_map(|combine| combine.reference.iter().chain(&combine.all_of));
            let branches = self.chosen.iter().filter(|(owner, _)| *owner == id).map(|(_, branch)| branch);
            for part in parts.chain(branches) {
                if !list.contains(part) {
                    list.push(*part);
                }
            }
        }
        list
    }
}

/// The name of the component at a pointer, if one is there.
pub(super) fn component_name(pointer: &str) -> Option<String> {
    let name =
        pointer.strip_prefix("/components/schemas/").or_else(|| pointer.strip_prefix("/definitions/"))?;
    (!name.contains('/')).then(|| unescaped(name))
}

#[cfg(test)]
mod tests {
    use crate::generate::{Context, generate};
    use crate::schema::{Dialect, Direction, Limits, PlanBuilder, Source};
    use serde_json::{Value, json};

    fn bodies(document: &Value, pointer: &str) -> Vec<Value> {
        let source = Source::new(document, Dialect::OpenApi30);
        let mut builder = PlanBuilder::new(&source, Direction::Response, Limits::default());
        let root = builder.root(pointer);
        let compiled = builder.finish();
        assert_eq!(compiled.problems, []);
        let body = |seed| {
            let mut out = Vec::new();
            assert!(generate(&compiled.plan, root, &Context::new(seed), &mut out).valid);
            serde_json::from_slice(&out).unwrap()
        };
        (0..30).map(body).collect()
    }

    /// OpenAPI 3.0.4, section 4.8.25.2: the heirs of a base by `allOf`, and the alternatives of a `oneOf`.
    #[test]
    fn discriminators_say_what_a_value_is() {
        let heir = |name: &str| {
            json!({"allOf": [{"$ref": "#/components/schemas/Pet"},
                {"type": "object", "required": [name], "properties": {(name): {"type": "boolean"}}}]})
        };
        let document = json!({"components": {"schemas": {
            "Pet": {"type": "object", "required": ["kind"], "properties": {"kind": {"type": "string"}},
                "discriminator": {"propertyName": "kind",
                    "mapping": {"dog": "#/components/schemas/Dog", "cat": "Cat"}}},
            "Dog": heir("barks"),
            "Cat": heir("purrs"),
            "Either": {"oneOf": [{"$ref": "#/components/schemas/Dog"}, {"$ref": "#/components/schemas/Cat"}],
                "discriminator": {"propertyName": "kind"}},
        }}});
        for pointer in ["/components/schemas/Pet", "/components/schemas/Either"] {
            let list = bodies(&document, pointer);
            for body in &list {
                let (dog, cat) = (body.get("barks").is_some(), body.get("purrs").is_some());
                let kind = body["kind"].as_str().unwrap().to_lowercase();
                assert!(dog != cat && (kind == "dog") == dog, "{pointer}: {body}");
            }
            assert!(list.iter().any(|body| body.get("barks").is_some()), "{pointer}");
            assert!(list.iter().any(|body| body.get("purrs").is_some()), "{pointer}");
        }
        assert!(bodies(&document, "/components/schemas/Dog").iter().all(|body| body["kind"] == "dog"));
    }
}
