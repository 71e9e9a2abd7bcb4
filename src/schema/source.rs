//! A document whose schemas can be looked up: every schema object gets an id when it is first met, and is read when
//! it is first needed. References become ids, so cycles need no care.

use super::keywords::{ObjectRules, Property};
use super::resolve::{Resources, Target};
use super::{Dialect, Direction, Literal, Schema, TypeSet, lower, merge::Merged, negate};
use crate::model::Problem;
use crate::pointer::push_member;
use crate::schema::SchemaId;
use serde_json::Value;
use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// What has been planned, by set of schemas and direction.
type MergedSets = HashMap<(Rc<[SchemaId]>, Direction), Rc<Merged>>;

/// A document and the schemas that have been met in it.
///
/// Not `Sync`: a document is compiled by one thread.
#[derive(Debug)]
pub struct Source<'a> {
    pub(super) resources: Resources<'a>,
    slots: RefCell<Vec<Slot<'a>>>,
    by_place: RefCell<HashMap<(usize, u32), SchemaId>>,
    scopes: RefCell<Vec<Vec<u32>>>,
    problems: RefCell<Vec<Problem>>,
    reported: RefCell<HashSet<String>>,
    /// Schemas whose examples have been checked.
    checked: RefCell<HashSet<SchemaId>>,
    /// What has been planned already, by set of schemas; see `merge`.
    pub(super) merged: RefCell<MergedSets>,
    negations: RefCell<HashMap<SchemaId, SchemaId>>,
    named: RefCell<HashMap<String, SchemaId>>,
}

/// Where a schema stands, and the schema itself once it has been read.
#[derive(Debug)]
struct Slot<'a> {
    place: Option<Place<'a>>,
    /// The schema that this one is the negation of.
    negates: Option<SchemaId>,
    schema: Option<Rc<Schema>>,
}

/// A place in the document.
#[derive(Debug, Clone)]
pub(super) struct Place<'a> {
    /// The schema object or boolean.
    pub(super) value: &'a Value,
    /// Its RFC 6901 pointer in the document.
    pub(super) pointer: Rc<str>,
    /// The resource (`$id`) it belongs to.
    pub(super) resource: u32,
    /// The dynamic scope it is evaluated in; 0 in documents without dynamic references.
    pub(super) scope: u32,
    /// The rules it is read by.
    pub(super) dialect: Dialect,
}

impl<'a> Source<'a> {
    /// A source over a whole document: an OpenAPI document, or a JSON Schema.
    pub fn new(document: &'a Value, dialect: Dialect) -> Self {
        let resources = Resources::index(document, dialect);
        Self {
            resources,
            slots: RefCell::default(),
            by_place: RefCell::default(),
            scopes: RefCell::new(vec![vec![0]]),
            problems: RefCell::default(),
            reported: RefCell::default(),
            checked: RefCell::default(),
            merged: RefCell::default(),
            negations: RefCell::default(),
            named: RefCell::default(),
        }
    }

    /// The schema at an RFC 6901 pointer; `None` when there is nothing.
    pub fn at(&self, pointer: &str) -> Option<SchemaId> {
        let target = self.resources.walk(0, pointer)?;
        Some(self.enter(target, 0))
    }

    /// The keywords of a schema.
    pub fn schema(&self, id: SchemaId) -> Rc<Schema> {
        let (place, negates) = {
            let slots = self.slots.borrow();
            match slots.get(id.0 as usize) {
                Some(Slot { schema: Some(schema), .. }) => return Rc::clone(schema),
                Some(Slot { place, negates, .. }) => (place.clone(), *negates),
                None => return Rc::new(Schema::default()),
            }
        };
        let schema = Rc::new(match (place, negates) {
            (Some(place), _) => lower::lower(self, id, &place),
            (None, Some(original)) => negate::negation(self, original),
            (None, None) => Schema::default(),
        });
        if let Some(slot) = self.slots.borrow_mut().get_mut(id.0 as usize) {
            slot.schema = Some(Rc::clone(&schema));
        }
        schema
    }

    /// Where a schema stands in the document; empty for schemas that the compiler made itself.
    pub fn pointer(&self, id: SchemaId) -> Rc<str> {
        let slots = self.slots.borrow();
        slots
            .get(id.0 as usize)
            .and_then(|slot| slot.place.as_ref())
            .map_or_else(|| Rc::from(""), |p| Rc::clone(&p.pointer))
    }

    /// A schema, and those that its reference leads to, one after the other, up to a number.
    pub(super) fn chain(&self, id: SchemaId, most: usize) -> impl Iterator<Item = SchemaId> {
        let next = |id: &SchemaId| self.schema(*id).combine.as_ref().and_then(|combine| combine.reference);
        std::iter::successors(Some(id), next).take(most)
    }

    /// The `title` of a schema.
    pub(super) fn title(&self, id: SchemaId) -> Option<&'a str> {
        let slots = self.slots.borrow();
        slots.get(id.0 as usize)?.place.as_ref()?.value.get("title")?.as_str()
    }

    /// The `xml` object of a schema.
    pub(super) fn xml(&self, id: SchemaId) -> Option<&'a serde_json::Map<String, Value>> {
        let slots = self.slots.borrow();
        slots.get(id.0 as usize)?.place.as_ref()?.value.get("xml")?.as_object()
    }

    /// Adds a schema that stands nowhere in the document.
    pub(super) fn synthetic(&self, schema: Schema) -> SchemaId {
        let mut slots = self.slots.borrow_mut();
        let id = SchemaId(slots.len() as u32);
        slots.push(Slot { place: None, negates: None, schema: Some(Rc::new(schema)) });
        id
    }

    /// The schema that asks for a property, or forbids it, and lets everything but objects through. One for each name,
    /// so that equal sets of schemas stay equal.
    pub(super) fn presence(&self, name: &str, present: bool) -> SchemaId {
        self.interned(format!("{}{name}", if present { '+' } else { '-' }), || {
            let mut rules = ObjectRules::default();
            if present {
                rules.required.push(name.into());
            } else {
                let never = self.synthetic(Schema::never());
                rules.properties.push(Property { name: name.into(), schema: never, hidden: None });
            }
            Schema { types: TypeSet::ALL, ..Schema::of_object(rules) }
        })
    }

    /// The schema that asks for a property with a constant text.
    pub(super) fn tagged(&self, name: &str, value: &str) -> SchemaId {
        self.interned(format!("={name}\u{0}{value}"), || {
            let literal = Literal::new(&Value::String(value.to_owned()));
            let schema = self.synthetic(Schema { literals: Some(vec![literal]), ..Schema::default() });
            Schema::of_object(ObjectRules {
                required: vec![name.into()],
                properties: vec![Property { name: name.into(), schema, hidden: None }],
                ..ObjectRules::default()
            })
        })
    }

    fn interned(&self, key: String, make: impl FnOnce() -> Schema) -> SchemaId {
        if let Some(id) = self.named.borrow().get(&key) {
            return *id;
        }
        let id = self.synthetic(make());
        self.named.borrow_mut().insert(key, id);
        id
    }

    /// The schema that fits only values which `id` does not fit. It is worked out when it is first read.
    pub(super) fn negate(&self, id: SchemaId) -> SchemaId {
        if let Some(known) = self.negations.borrow().get(&id) {
            return *known;
        }
        let mut slots = self.slots.borrow_mut();
        let negation = SchemaId(slots.len() as u32);
        slots.push(Slot { place: None, negates: Some(id), schema: None });
        self.negations.borrow_mut().extend([(id, negation), (negation, id)]);
        negation
    }

    /// Adds what a schema is without one of its keywords, for reports at the place of the whole.
    pub(super) fn part(&self, place: &Place<'a>, schema: Schema) -> SchemaId {
        let id = self.synthetic(schema);
        if let Some(slot) = self.slots.borrow_mut().get_mut(id.0 as usize) {
            slot.place = Some(place.clone());
        }
        id
    }

    /// The id of a subschema of a schema.
    pub(super) fn child(&self, parent: &Place<'a>, value: &'a Value, path: &[&str]) -> SchemaId {
        let mut pointer = String::with_capacity(parent.pointer.len() + 24);
        pointer.push_str(&parent.pointer);
        for token in path {
            push_member(&mut pointer, token);
        }
        let resource = self.resources.resource_at(value).unwrap_or(parent.resource);
        let dialect = self.resources.dialect_at(value).unwrap_or(parent.dialect);
        self.enter(Target { value, pointer: pointer.into(), resource, dialect }, parent.scope)
    }

    /// The id of the target of a reference that stands at `place`.
    pub(super) fn enter(&self, target: Target<'a>, scope: u32) -> SchemaId {
        let scope = self.scope_with(scope, target.resource);
        let key = (std::ptr::from_ref(target.value) as usize, scope);
        if let Some(id) = self.by_place.borrow().get(&key) {
            return *id;
        }
        let mut slots = self.slots.borrow_mut();
        let id = SchemaId(slots.len() as u32);
        let Target { value, pointer, resource, dialect } = target;
        let place = Place { value, pointer, resource, scope, dialect };
        slots.push(Slot { place: Some(place), negates: None, schema: None });
        self.by_place.borrow_mut().insert(key, id);
        id
    }

    /// The dynamic scope after entering a resource. Only the first entry of a resource matters, so scopes are finite.
    fn scope_with(&self, scope: u32, resource: u32) -> u32 {
        if !self.resources.has_dynamic_references() {
            return 0;
        }
        let mut scopes = self.scopes.borrow_mut();
        let Some(list) = scopes.get(scope as usize) else { return 0 };
        if list.contains(&resource) {
            return scope;
        }
        let mut extended = list.clone();
        extended.push(resource);
        if let Some(known) = scopes.iter().position(|other| *other == extended) {
            return known as u32;
        }
        scopes.push(extended);
        (scopes.len() - 1) as u32
    }

    /// The resources of a dynamic scope, outermost first.
    pub(super) fn scope(&self, scope: u32) -> Vec<u32> {
        self.scopes.borrow().get(scope as usize).cloned().unwrap_or_default()
    }

    /// Notes a fault, once.
    pub(super) fn report(&self, problem: Problem) {
        if self.reported.borrow_mut().insert(format!("{} {}", problem.pointer, problem.message)) {
            self.problems.borrow_mut().push(problem);
        }
    }

    /// The faults noted since the last call.
    pub(super) fn take_problems(&self) -> Vec<Problem> {
        self.problems.take()
    }

    /// How many schemas have been met.
    pub(super) fn len(&self) -> usize {
        self.slots.borrow().len()
    }

    /// Whether the schema stands in the document.
    pub(super) fn is_placed(&self, id: SchemaId) -> bool {
        self.slots.borrow().get(id.0 as usize).is_some_and(|slot| slot.place.is_some())
    }

    /// True once for every schema: whether its examples are still to be checked.
    pub(super) fn take_unchecked(&self, id: SchemaId) -> bool {
        self.checked.borrow_mut().insert(id)
    }

    /// Whether the schema has been read already.
    pub(super) fn is_read(&self, id: SchemaId) -> bool {
        self.slots.borrow().get(id.0 as usize).is_some_and(|slot| slot.schema.is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_same_place_has_one_id() {
        let document = json!({"$defs": {"a": {"$ref": "#/$defs/b~1c"}, "b/c": {"type": "string"}}});
        let source = Source::new(&document, Dialect::Draft202012);
        let a = source.at("/$defs/a").unwrap();
        let target = source.schema(a).combine.as_ref().unwrap().reference.unwrap();
        assert_eq!(source.at("/$defs/b~1c"), Some(target));
        assert_eq!(&*source.pointer(target), "/$defs/b~1c");
        assert_eq!(source.at("/$defs/none"), None);
    }
}
