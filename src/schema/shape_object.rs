//! Shapes of objects.

use super::check::check_all;
use super::merge::{Set, set_of};
use super::plan::{Member, ObjectShape, Shape};
use super::scenario::{Conflict, Scenario, Search};
use super::{SchemaId, pattern::Pattern};
use crate::generate::{Rng, text};
use serde_json::Value;
use std::rc::Rc;

/// More members than this are not made.
const MAX_MEMBERS: u64 = 5_000;
/// Members kept in hand where optional ones may turn out to have no value.
const MAX_SPARES: u64 = 20;
/// Names for the entries of maps.
const ENTRY_NAMES: [&str; 8] = ["alpha", "beta", "gamma", "delta", "primary", "secondary", "first", "second"];

/// A member while the object is put together.
struct Draft {
    name: Box<str>,
    set: Set,
    required: bool,
    /// Only there in case others turn out to have no value.
    spare: bool,
}

/// Objects that fit all schemas of a scenario.
pub(super) fn object(search: &mut Search<'_, '_>, scenario: &Scenario) -> Result<Shape<Set>, Conflict> {
    let source = search.source;
    let first = scenario.ids.first().copied().unwrap_or(SchemaId(0));
    let (mut min, mut max, mut min_at) = (0, None::<u64>, first);
    for id in &scenario.ids {
        let schema = source.schema(*id);
        let Some(rules) = &schema.object else { continue };
        if rules.min_properties > min {
            (min, min_at) = (rules.min_properties, *id);
        }
        max = match (max, rules.max_properties) {
            (Some(max), Some(own)) => Some(own.min(max)),
            (max, own) => max.or(own),
        };
    }
    if let Some(max) = max.filter(|max| *max < min && !search.lenient) {
        return Err(Conflict {
            schema: min_at,
            message: format!("`minProperties` {min} exceeds `maxProperties` {max}"),
        });
    }
    let min = if search.lenient { min.min(MAX_MEMBERS) } else { min };
    if min > MAX_MEMBERS {
        let message = format!("`minProperties` {min} is more than a mock body can hold ({MAX_MEMBERS})");
        return Err(Conflict { schema: min_at, message });
    }
    let mut drafts = declared(search, scenario)?;
    require_dependents(search, scenario, &mut drafts)?;
    require_some(search, scenario, &mut drafts)?;
    let required = drafts.iter().filter(|draft| draft.required).count() as u64;
    if let Some(max) = max.filter(|max| *max < required && !search.lenient) {
        return Err(Conflict {
            schema: first,
            message: format!("{required} required properties exceed `maxProperties` {max}"),
        });
    }
    add_entries(search, scenario, &mut drafts, min, max);
    if (drafts.len() as u64) < min && !search.lenient {
        let message =
            format!("`minProperties` {min} exceeds the {} properties that are allowed", drafts.len());
        return Err(Conflict { schema: min_at, message });
    }
    let members = members(search, scenario, &drafts);
    Ok(Shape::Object(Box::new(ObjectShape {
        members,
        min: if search.lenient { 0 } else { min as u32 },
        max: max.filter(|_| !search.lenient).map_or(u32::MAX, |max| u32::try_from(max).unwrap_or(u32::MAX)),
        list: 0,
    })))
}

/// The members that the schemas name, in document order.
fn declared(search: &Search<'_, '_>, scenario: &Scenario) -> Result<Vec<Draft>, Conflict> {
    let source = search.source;
    let schemas: Vec<_> = scenario.ids.iter().map(|id| (*id, source.schema(*id))).collect();
    let rules = || schemas.iter().filter_map(|(id, schema)| schema.object.as_ref().map(|rules| (*id, rules)));
    let mut names: Vec<(Box<str>, bool)> = Vec::new();
    let mut known: std::collections::HashMap<Box<str>, usize> = std::collections::HashMap::new();
    for (_, rules) in rules() {
        for property in &rules.properties {
            let hidden = property.hidden == Some(search.direction);
            if let Some(at) = known.get(&property.name) {
                if let Some((_, known)) = names.get_mut(*at) {
                    *known |= hidden;
                }
            } else {
                known.insert(property.name.clone(), names.len());
                names.push((property.name.clone(), hidden));
            }
        }
    }
    for (_, rules) in rules() {
        for name in &rules.required {
            if !known.contains_key(name) {
                known.insert(name.clone(), names.len());
                names.push((name.clone(), false));
            }
        }
    }
    let mut drafts = Vec::with_capacity(names.len());
    for (name, hidden) in names {
        let demanding = rules().find(|(_, rules)| rules.requires(&name, search.direction));
        if hidden && demanding.is_none() {
            continue;
        }
        let set = member_set(search, scenario, &name);
        let possible = !source.is_impossible(&set, search.direction) && name_fits(search, scenario, &name);
        match demanding {
            Some((id, _)) if !possible && !search.lenient => {
                return Err(Conflict {
                    schema: id,
                    message: format!("required property `{name}` cannot have any value"),
                });
            }
            None if !possible => {}
            _ => drafts.push(Draft { name, set, required: demanding.is_some(), spare: false }),
        }
    }
    Ok(drafts)
}

/// The schemas that apply to a member of a name.
fn member_set(search: &Search<'_, '_>, scenario: &Scenario, name: &str) -> Set {
    let source = search.source;
    let mut ids = Vec::new();
    for id in &scenario.ids {
        let schema = source.schema(*id);
        let Some(rules) = &schema.object else { continue };
        let before = ids.len();
        ids.extend(rules.property(name).map(|property| property.schema));
        let matching = rules.patterns.iter().filter(|(pattern, _)| pattern.is_match(name) == Some(true));
        ids.extend(matching.map(|(_, schema)| *schema));
        if ids.len() == before {
            ids.extend(rules.additional);
        }
        if let Some(unevaluated) = rules.unevaluated
            && !scenario.evaluates(source, *id, name)
        {
            ids.push(unevaluated);
        }
    }
    set_of(ids)
}

fn name_fits(search: &Search<'_, '_>, scenario: &Scenario, name: &str) -> bool {
    let names = name_set(search, scenario);
    names.is_empty()
        || check_all(search.source, &names, search.direction, &Value::String(name.to_owned())).is_ok()
}

/// The schemas that names have to fit.
fn name_set(search: &Search<'_, '_>, scenario: &Scenario) -> Set {
    let names = |id: &SchemaId| search.source.schema(*id).object.as_ref().and_then(|rules| rules.names);
    set_of(scenario.ids.iter().filter_map(names).collect())
}

/// What `dependentRequired` asks for: as `(name, others)`.
fn dependents(search: &Search<'_, '_>, scenario: &Scenario) -> Vec<(Box<str>, Vec<Box<str>>)> {
    let lists = scenario.ids.iter().filter_map(|id| {
        search.source.schema(*id).object.as_ref().map(|rules| rules.dependent_required.clone())
    });
    lists.flatten().collect()
}

/// Makes required what required members ask for, and drops optional members that ask for what cannot be had.
fn require_dependents(
    search: &Search<'_, '_>,
    scenario: &Scenario,
    drafts: &mut Vec<Draft>,
) -> Result<(), Conflict> {
    let dependents = dependents(search, scenario);
    if dependents.is_empty() {
        return Ok(());
    }
    loop {
        let mut changed = false;
        for (name, others) in &dependents {
            let Some(at) = drafts.iter().position(|draft| draft.name == *name) else { continue };
            let required = drafts.get(at).is_some_and(|draft| draft.required);
            for other in others {
                if let Some(draft) = drafts.iter_mut().find(|draft| draft.name == *other) {
                    changed |= required && !draft.required;
                    draft.required |= required;
                } else {
                    let set = member_set(search, scenario, other);
                    let possible = !search.source.is_impossible(&set, search.direction)
                        && name_fits(search, scenario, other);
                    if possible {
                        drafts.push(Draft { name: other.clone(), set, required, spare: false });
                    } else if required {
                        let schema = scenario.ids.first().copied().unwrap_or(SchemaId(0));
                        let message =
                            format!("property `{name}` needs `{other}`, which cannot have any value");
                        return Err(Conflict { schema, message });
                    } else {
                        drafts.retain(|draft| draft.name != *name);
                    }
                    changed = true;
                }
            }
        }
        if !changed {
            return Ok(());
        }
    }
}

/// Makes sure that there is a member for every name and value that `ObjectRules::some` asks for.
fn require_some(
    search: &mut Search<'_, '_>,
    scenario: &Scenario,
    drafts: &mut Vec<Draft>,
) -> Result<(), Conflict> {
    let source = search.source;
    let mut wanted: Vec<(SchemaId, SchemaId, SchemaId)> = Vec::new();
    for id in &scenario.ids {
        if let Some(rules) = &source.schema(*id).object {
            wanted.extend(rules.some.iter().map(|(name, value)| (*id, *name, *value)));
        }
    }
    if wanted.is_empty() {
        return Ok(());
    }
    // Another name may lead to another shape, or out of a recursion.
    search.widest = search.widest.max(6);
    // Members that are there anyway, required ones first.
    for required in [true, false] {
        wanted.retain(|(_, name, value)| {
            let fitting = drafts.iter_mut().filter(|draft| draft.required == required).find(|draft| {
                let text = Value::String(draft.name.to_string());
                let narrowed = set_of(draft.set.iter().copied().chain([*value]).collect());
                check_all(source, &[*name], search.direction, &text).is_ok()
                    && !source.is_impossible(&narrowed, search.direction)
            });
            match fitting {
                Some(draft) => {
                    draft.set = set_of(draft.set.iter().copied().chain([*value]).collect());
                    draft.required = true;
                    false
                }
                None => true,
            }
        });
    }
    // Then one new member for all that is left, or one for each.
    if wanted.len() > 1 && add_some(search, scenario, drafts, &wanted) {
        return Ok(());
    }
    for one in wanted {
        if !add_some(search, scenario, drafts, &[one]) {
            return Err(Conflict {
                schema: one.0,
                message: "no property was found that satisfies `not`".to_owned(),
            });
        }
    }
    Ok(())
}

/// Adds one member whose name and value fit all of what is wanted.
fn add_some(
    search: &Search<'_, '_>,
    scenario: &Scenario,
    drafts: &mut Vec<Draft>,
    wanted: &[(SchemaId, SchemaId, SchemaId)],
) -> bool {
    let names = name_set(search, scenario);
    let names = set_of(names.iter().copied().chain(wanted.iter().map(|(_, name, _)| *name)).collect());
    let mut rng = Rng::new(search.variant);
    for _ in 0..4 {
        let Some(name) = sample_name(search, &names, &mut rng) else { return false };
        let set = member_set(search, scenario, &name);
        let set = set_of(set.iter().copied().chain(wanted.iter().map(|(_, _, value)| *value)).collect());
        let taken = drafts.iter().any(|draft| *draft.name == *name);
        if !taken && !search.source.is_impossible(&set, search.direction) {
            drafts.push(Draft { name: name.into(), set, required: true, spare: false });
            return true;
        }
    }
    false
}

/// Adds entries that no schema names: of maps, and what `minProperties` asks for.
fn add_entries(
    search: &Search<'_, '_>,
    scenario: &Scenario,
    drafts: &mut Vec<Draft>,
    min: u64,
    max: Option<u64>,
) {
    let source = search.source;
    let mut patterns: Vec<Pattern> = Vec::new();
    let mut is_map = false;
    for id in &scenario.ids {
        let schema = source.schema(*id);
        let Some(rules) = &schema.object else { continue };
        patterns.extend(rules.patterns.iter().map(|(pattern, _)| pattern.clone()));
        is_map |= rules.additional.is_some_and(|id| *source.schema(id) != super::Schema::default());
    }
    let most = max.unwrap_or(u64::MAX);
    let add = |name: String, spare: bool, drafts: &mut Vec<Draft>| {
        let taken = !spare && drafts.len() as u64 >= most || drafts.iter().any(|draft| *draft.name == *name);
        let hidden = scenario.ids.iter().any(|id| {
            source.schema(*id).object.as_ref().is_some_and(|rules| rules.property(&name).is_some())
        });
        if taken || hidden || !name_fits(search, scenario, &name) {
            return;
        }
        let set = member_set(search, scenario, &name);
        if !source.is_impossible(&set, search.direction) {
            drafts.push(Draft { name: name.into(), set, required: false, spare });
        }
    };
    for (at, pattern) in patterns.iter().enumerate().take(4) {
        let mut rng = Rng::new(at as u64);
        for _ in 0..3 {
            let mut name = String::new();
            let before = drafts.len();
            if pattern.sample(&mut rng, 1, Some(24), &mut name)
                || pattern.sample(&mut rng, 0, None, &mut name)
            {
                add(name, false, drafts);
            }
            if drafts.len() > before {
                break;
            }
        }
    }
    let wanted =
        if is_map { if drafts.is_empty() { 3 } else { drafts.len() as u64 + 1 } } else { 0 }.max(min);
    // Optional members may turn out to have no value, once recursion is known; then these take their places.
    let required = drafts.iter().filter(|draft| draft.required).count() as u64;
    let optional = drafts.len() as u64 - required;
    let spares = min.saturating_sub(required).min(optional).min(MAX_SPARES);
    let all = wanted.max(drafts.len() as u64) + spares;
    if (drafts.len() as u64) >= all {
        return;
    }
    let names = name_set(search, scenario);
    let mut rng = Rng::new(names.len() as u64);
    let attempts = all.saturating_mul(4) + 16;
    for attempt in 0..attempts {
        if drafts.len() as u64 >= all {
            break;
        }
        let spare = drafts.len() as u64 >= wanted;
        let plain = match ENTRY_NAMES.get(attempt as usize) {
            Some(name) => (*name).to_owned(),
            None => format!("entry{attempt}"),
        };
        let name =
            if names.is_empty() { plain } else { sample_name(search, &names, &mut rng).unwrap_or(plain) };
        add(name, spare, drafts);
    }
    // Closed but for patterns: more names of theirs.
    for attempt in 0..attempts {
        if drafts.len() as u64 >= wanted.min(min) || patterns.is_empty() {
            break;
        }
        let mut name = String::new();
        if patterns
            .get(attempt as usize % patterns.len())
            .is_some_and(|p| p.sample(&mut rng, 0, None, &mut name))
        {
            add(name, false, drafts);
        }
    }
}

/// A name that fits `propertyNames`.
fn sample_name(search: &Search<'_, '_>, names: &[SchemaId], rng: &mut Rng) -> Option<String> {
    let merged = search.source.merge(&set_of(names.to_vec()), search.direction);
    if merged.conflict.is_some() {
        return None;
    }
    merged.shapes.iter().find_map(|shape| match shape {
        Shape::String(shape) => {
            let mut out = String::new();
            text::sample(shape, rng, 0, &mut out).then_some(out)
        }
        Shape::Literals(list) => serde_json::from_str::<String>(rng.pick(list)?).ok(),
        _ => None,
    })
}

fn members(search: &Search<'_, '_>, scenario: &Scenario, drafts: &[Draft]) -> Vec<Member<Set>> {
    let dependents = dependents(search, scenario);
    let position = |name: &str| drafts.iter().position(|draft| *draft.name == *name);
    let needs: Vec<Vec<u16>> = drafts
        .iter()
        .map(|draft| {
            let lists = dependents.iter().filter(|(name, _)| *name == draft.name);
            lists
                .flat_map(|(_, others)| others)
                .filter_map(|other| position(other).map(|at| at as u16))
                .collect()
        })
        .collect();
    let key = |name: &str| format!("{}:", Value::String(name.to_owned())).into_boxed_str();
    drafts
        .iter()
        .zip(needs)
        .map(|(draft, needs)| Member {
            key: key(&draft.name),
            node: Rc::clone(&draft.set),
            required: draft.required,
            spare: draft.spare,
            name: 0,
            needs,
        })
        .collect()
}
