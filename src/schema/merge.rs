//! A set of schemas → the shapes of the values that fit all of them.
//!
//! The result is kept by set, so that a schema that a document uses in a hundred places is planned once. Children
//! are sets again: recursion in the document is a cycle among sets, and sets are finite.

use super::plan::Shape;
use super::scenario::{Conflict, Scenario, Search};
use super::{Direction, SchemaId, Source, TypeSet, shape_array, shape_object, shape_scalar};
use std::rc::Rc;

/// Schemas that apply to one value, sorted, each once. The empty set allows everything.
pub(super) type Set = Rc<[SchemaId]>;

/// What is known of a set.
#[derive(Debug)]
pub(super) struct Merged {
    /// The ways a value may look; where none fits, what comes closest.
    pub(super) shapes: Vec<Shape<Set>>,
    /// Values of other types, which nobody had in mind but the schemas allow: for when parts of `shapes` turn out to
    /// have no value.
    pub(super) fallback: Vec<Shape<Set>>,
    /// Whether values have to be checked against the set.
    pub(super) verify: bool,
    /// Why no value fits.
    pub(super) conflict: Option<Conflict>,
}

/// How many scenarios of one set go into a plan: enough for variety, few enough for small records.
const MAX_SCENARIOS: usize = 8;

/// A set of schemas in its one form.
pub(super) fn set_of(mut ids: Vec<SchemaId>) -> Set {
    ids.sort_unstable();
    ids.dedup();
    ids.into()
}

impl Source<'_> {
    /// The shapes of the values that fit all schemas of a set.
    pub(super) fn merge(&self, set: &Set, direction: Direction) -> Rc<Merged> {
        let key = (Rc::clone(set), direction);
        if let Some(known) = self.merged.borrow().get(&key) {
            return Rc::clone(known);
        }
        let merged = Rc::new(self.merge_anew(set, direction));
        self.merged.borrow_mut().insert(key, Rc::clone(&merged));
        merged
    }

    fn merge_anew(&self, set: &Set, direction: Direction) -> Merged {
        let mut merged = Merged { shapes: Vec::new(), fallback: Vec::new(), verify: false, conflict: None };
        let mut search = Search::new(self, direction);
        if let Some(start) = search.start(set) {
            // Values spelled out are simply tried, whatever else the schemas say.
            if let Some(constants) = search.constants(&start, set).filter(|constants| !constants.is_empty()) {
                merged.shapes.push(Shape::Literals(constants));
                return merged;
            }
        }
        let mut seen: Vec<Vec<SchemaId>> = Vec::new();
        let mut preference = 0;
        let mut widest = 1;
        while preference < widest.min(MAX_SCENARIOS) {
            // Each scenario has its own budget: one expensive branch must not hide the others.
            let mut search = Search::new(self, direction);
            search.variant = preference as u64;
            let found = search.start(set).and_then(|start| {
                search.decide(start, preference, &mut |search, scenario| {
                    let shapes = shapes(search, scenario, set)?;
                    let fallback = fallback(search, scenario);
                    Some((scenario.ids.clone(), scenario.uncertain, shapes, fallback))
                })
            });
            widest = widest.max(search.widest);
            match found {
                Some((mut ids, uncertain, shapes, fallback)) => {
                    ids.sort_unstable();
                    if !seen.contains(&ids) {
                        seen.push(ids);
                        merged.verify |= uncertain;
                        if merged.fallback.is_empty() {
                            merged.fallback = fallback;
                        }
                        for shape in shapes {
                            if !merged.shapes.contains(&shape) {
                                merged.shapes.push(shape);
                            }
                        }
                    }
                }
                None if preference == 0 => {
                    let unknown = || Conflict {
                        schema: set.first().copied().unwrap_or(SchemaId(0)),
                        message: "no combination of its branches was found that can be satisfied".to_owned(),
                    };
                    merged.conflict = Some(search.conflict.take().unwrap_or_else(unknown));
                    merged.shapes = self.closest(set, direction);
                    break;
                }
                None => {}
            }
            preference += 1;
        }
        merged
    }

    /// What comes closest to a value that cannot be: contradictions are passed over one by one.
    fn closest(&self, set: &Set, direction: Direction) -> Vec<Shape<Set>> {
        let mut search = Search::lenient(self, direction);
        let shapes = search
            .start(set)
            .and_then(|start| search.decide(start, 0, &mut |search, scenario| shapes(search, scenario, set)));
        shapes.unwrap_or_else(|| vec![Shape::Null])
    }

    /// Whether a set is contradictory at first sight.
    pub(super) fn is_impossible(&self, set: &[SchemaId], direction: Direction) -> bool {
        let mut search = Search::new(self, direction);
        match search.start(set) {
            None => true,
            Some(scenario) => search.constants(&scenario, &[]).is_some_and(|list| list.is_empty()),
        }
    }
}

/// The shapes of a decided scenario; `None` when it turns out to be contradictory.
fn shapes(search: &mut Search<'_, '_>, scenario: &Scenario, set: &Set) -> Option<Vec<Shape<Set>>> {
    if let Some(constants) = search.constants(scenario, set) {
        if constants.is_empty() && !search.lenient {
            let schema = *scenario.ids.first()?;
            search.conflict.get_or_insert(Conflict {
                schema,
                message: "no value of `enum` fits the rest of the schema".to_owned(),
            });
            return None;
        }
        if !constants.is_empty() {
            return Some(vec![Shape::Literals(constants)]);
        }
    }
    let mut list = Vec::new();
    let types = preferred_types(search.source, scenario);
    for kind in
        [TypeSet::OBJECT, TypeSet::ARRAY, TypeSet::STRING, TypeSet::NUMBER, TypeSet::BOOLEAN, TypeSet::NULL]
    {
        if !types.meets(kind) {
            continue;
        }
        let shape = match kind {
            TypeSet::OBJECT => shape_object::object(search, scenario),
            TypeSet::ARRAY => shape_array::array(search, scenario),
            TypeSet::STRING => shape_scalar::string(search, scenario),
            TypeSet::NUMBER => shape_scalar::number(search, scenario, types),
            TypeSet::BOOLEAN => shape_scalar::boolean(search, scenario),
            _ => shape_scalar::null(search, scenario),
        };
        match shape {
            Ok(shape) => list.push(shape),
            Err(conflict) => {
                search.conflict.get_or_insert(conflict);
            }
        }
    }
    if list.is_empty() && types != scenario.types {
        // What the keywords suggest cannot be had; anything else that is allowed will do.
        list.extend(scalars(search, scenario, scenario.types.and(types.complement())));
        if list.is_empty() && scenario.types.meets(TypeSet::ARRAY) && !types.meets(TypeSet::ARRAY) {
            list.extend(shape_array::array(search, scenario));
        }
        if list.is_empty() && scenario.types.meets(TypeSet::OBJECT) && !types.meets(TypeSet::OBJECT) {
            list.extend(shape_object::object(search, scenario));
        }
    }
    (!list.is_empty()).then_some(list)
}

/// Values without parts, where schemas with arrays or objects in mind allow other types too.
fn fallback(search: &Search<'_, '_>, scenario: &Scenario) -> Vec<Shape<Set>> {
    let types = preferred_types(search.source, scenario);
    if types == scenario.types || !(types.meets(TypeSet::OBJECT) || types.meets(TypeSet::ARRAY)) {
        return Vec::new();
    }
    scalars(search, scenario, scenario.types.and(types.complement()))
}

/// The shapes of the scalars among some types.
fn scalars(search: &Search<'_, '_>, scenario: &Scenario, types: TypeSet) -> Vec<Shape<Set>> {
    let mut list = Vec::new();
    for kind in [TypeSet::STRING, TypeSet::BOOLEAN, TypeSet::NUMBER, TypeSet::NULL] {
        let left = types.and(kind);
        let shape = match kind {
            _ if left.is_empty() => continue,
            TypeSet::STRING => shape_scalar::string(search, scenario),
            TypeSet::BOOLEAN => shape_scalar::boolean(search, scenario),
            TypeSet::NUMBER => shape_scalar::number(search, scenario, left),
            _ => shape_scalar::null(search, scenario),
        };
        list.extend(shape);
    }
    list
}

/// Of the types that are allowed, those that somebody who wrote these keywords has in mind: a schema with
/// `properties` and without `type` means objects.
fn preferred_types(source: &Source<'_>, scenario: &Scenario) -> TypeSet {
    if scenario.types != TypeSet::ALL && !is_broad(scenario.types) {
        return scenario.types;
    }
    let mut hinted = TypeSet::NONE;
    for id in &scenario.ids {
        let schema = source.schema(*id);
        if schema.object.is_some() {
            hinted = hinted.or(TypeSet::OBJECT);
        }
        if schema.array.is_some() {
            hinted = hinted.or(TypeSet::ARRAY);
        }
        if schema.string.is_some() {
            hinted = hinted.or(TypeSet::STRING);
        }
        if schema.number.is_some() {
            hinted = hinted.or(TypeSet::NUMBER);
        }
    }
    let hinted = hinted.and(scenario.types);
    // An object that asks for members says more than a string that asks for a length.
    for kind in [TypeSet::OBJECT, TypeSet::ARRAY, TypeSet::STRING, TypeSet::NUMBER] {
        if hinted.meets(kind) {
            return hinted.and(kind);
        }
    }
    for kind in [TypeSet::STRING, TypeSet::NUMBER, TypeSet::BOOLEAN, TypeSet::OBJECT, TypeSet::ARRAY] {
        if scenario.types.meets(kind) {
            return scenario.types.and(kind);
        }
    }
    scenario.types
}

/// Whether a set of types reads as "anything but", not as a choice that the document offers.
fn is_broad(types: TypeSet) -> bool {
    types.meets(TypeSet::OBJECT)
        && types.meets(TypeSet::ARRAY)
        && types.meets(TypeSet::STRING)
        && types.meets(TypeSet::NUMBER)
}
