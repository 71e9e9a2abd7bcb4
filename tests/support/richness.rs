//! How much of what a schema declares is there in a body.
//!
//! Every object of the body counts the properties that its schema declares for it: its own, those of `allOf` parts and
//! of the first `anyOf`/`oneOf` branch that fits. An array whose items are declared counts one slot, filled when it is
//! not empty. So `{}` and `[]` score nothing although they are often valid.

use super::convert::Mode;
use super::judge::Judge;
use serde_json::{Map, Value};

const MAX_DEPTH: usize = 16;
const MAX_ITEMS: usize = 3;
const MAX_NODES: usize = 4000;

/// Declared slots of a body, and how many are filled.
#[derive(Debug, Clone, Default)]
pub(crate) struct Richness {
    pub(crate) present: usize,
    pub(crate) declared: usize,
    /// The first members that are declared and not there, as pointers into the value.
    pub(crate) missing: Vec<String>,
    nodes: usize,
}

impl Richness {
    /// The filled share; `None` where nothing is declared.
    pub(crate) fn share(&self) -> Option<f64> {
        (self.declared > 0).then(|| self.present as f64 / self.declared as f64)
    }
}

/// Measures a valid body against the schema at a pointer.
pub(crate) fn richness(judge: &mut Judge, pointer: &str, mode: Mode, value: &Value) -> Richness {
    let root = judge.root(pointer, mode);
    let mut state = Richness::default();
    walk(judge, mode, &[&root], value, "", 0, &mut state);
    state
}

/// Follows a lone `$ref`; one with siblings is two schemas.
fn resolve<'s>(judge: &'s Judge, mode: Mode, schema: &'s Value) -> &'s Value {
    let mut schema = schema;
    for _ in 0..40 {
        match schema.get("$ref").and_then(Value::as_str) {
            Some(reference) if schema.as_object().is_some_and(|members| members.len() == 1) => {
                schema = judge.definition(reference, mode).unwrap_or(&Value::Bool(true));
            }
            _ => return schema,
        }
    }
    &Value::Bool(true)
}

/// All schemas that speak about this value.
fn parts<'s>(
    judge: &'s Judge,
    mode: Mode,
    schema: &'s Value,
    value: &Value,
    depth: usize,
    out: &mut Vec<&'s Map<String, Value>>,
) {
    let schema = resolve(judge, mode, schema);
    let Some(members) = schema.as_object().filter(|_| depth <= 12) else { return };
    if let Some(target) =
        members.get("$ref").and_then(Value::as_str).and_then(|reference| judge.definition(reference, mode))
    {
        parts(judge, mode, target, value, depth + 1, out);
    }
    out.push(members);
    let list = |key: &str| members.get(key).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    for part in list("allOf") {
        parts(judge, mode, part, value, depth + 1, out);
    }
    for key in ["oneOf", "anyOf"] {
        if let Some(branch) = list(key).iter().find(|branch| judge.fits(branch, mode, value)) {
            parts(judge, mode, branch, value, depth + 1, out);
        }
    }
}

fn walk(
    judge: &Judge,
    mode: Mode,
    schemas: &[&Value],
    value: &Value,
    place: &str,
    depth: usize,
    state: &mut Richness,
) {
    state.nodes += 1;
    if depth > MAX_DEPTH || state.nodes > MAX_NODES {
        return;
    }
    let mut speaking = Vec::new();
    if value.is_object() || value.is_array() {
        for schema in schemas {
            parts(judge, mode, schema, value, 0, &mut speaking);
        }
    }
    match value {
        Value::Object(members) => {
            walk_object(judge, mode, &speaking, members, place, depth, state);
        }
        Value::Array(elements) => {
            let items: Vec<&Value> = speaking
                .iter()
                .filter_map(|part| part.get("items"))
                .filter(|items| items.is_object())
                .collect();
            let empty = speaking.iter().any(|part| part.get("maxItems").and_then(Value::as_f64) == Some(0.0));
            if items.is_empty() || empty {
                return;
            }
            state.declared += 1;
            if elements.is_empty() {
                state.missing.push(format!("{place}/0"));
            } else {
                state.present += 1;
            }
            for (index, element) in elements.iter().take(MAX_ITEMS).enumerate() {
                walk(judge, mode, &items, element, &format!("{place}/{index}"), depth + 1, state);
            }
        }
        _ => {}
    }
}

fn walk_object(
    judge: &Judge,
    mode: Mode,
    speaking: &[&Map<String, Value>],
    members: &Map<String, Value>,
    place: &str,
    depth: usize,
    state: &mut Richness,
) {
    let mut declared: Vec<(&str, Vec<&Value>)> = Vec::new();
    for properties in speaking.iter().filter_map(|part| part.get("properties")).filter_map(Value::as_object) {
        for (name, schema) in properties {
            let resolved = resolve(judge, mode, schema);
            let impossible = resolved.get("not").and_then(Value::as_object).is_some_and(Map::is_empty);
            if resolved == &Value::Bool(false)
                || resolved.get("writeOnly") == Some(&Value::Bool(true))
                || impossible
            {
                continue;
            }
            match declared.iter_mut().find(|(other, _)| other == name) {
                Some((_, schemas)) => schemas.push(schema),
                None => declared.push((name, vec![schema])),
            }
        }
    }
    state.declared += declared.len();
    for (name, schemas) in &declared {
        let place = super::corpus::child(place, name);
        match members.get(*name) {
            Some(value) => {
                state.present += 1;
                walk(judge, mode, schemas, value, &place, depth + 1, state);
            }
            None if state.missing.len() < 20 => state.missing.push(place),
            None => {}
        }
    }
    for additional in speaking.iter().filter_map(|part| part.get("additionalProperties")) {
        if additional.as_object().is_none_or(Map::is_empty) {
            continue;
        }
        let others = members.iter().filter(|(name, _)| declared.iter().all(|(other, _)| other != name));
        for (name, value) in others.take(MAX_ITEMS) {
            walk(judge, mode, &[additional], value, &super::corpus::child(place, name), depth + 1, state);
        }
    }
}
