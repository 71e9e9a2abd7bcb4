//! Documents of one version put together: what an older one has and the newer one lacks is added to the newer one.

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value, json};

use super::components::{self, Component, SECTIONS, component, place, section};
use super::convert::object::text;
use super::hoist::{open, unused};
use super::version::OasVersion;
use super::walk::{self, reference};
use crate::import::{Kind, Path, Problems, is_extension};
use crate::model::Method;

/// Adds an older document to a newer one. Both are of `version`.
pub(super) fn merge(base: &mut Value, mut older: Value, version: OasVersion, problems: &mut Problems) {
    push_down(base, &mut older, version, problems);
    let renamed = conflicts(base, &mut older, version);
    rename(&mut older, &renamed, version);
    operation_ids(base, &mut older);
    for (name, _) in SECTIONS {
        let Some(members) = section(&mut older, version, name).map(std::mem::take) else { continue };
        if members.is_empty() {
            continue;
        }
        if let Some(known) = open(base, &place(version, name)) {
            for (member, value) in members {
                known.entry(member).or_insert(value);
            }
        }
    }
    let (Value::Object(base), Value::Object(older)) = (base, older) else { return };
    for (name, value) in older {
        match (name.as_str(), value) {
            ("paths", Value::Object(items)) => {
                if let Value::Object(known) = base.entry("paths").or_insert_with(|| json!({})) {
                    paths(known, items);
                }
            }
            ("webhooks", Value::Object(items)) => {
                if let Value::Object(known) = base.entry("webhooks").or_insert_with(|| json!({})) {
                    for (name, item) in items {
                        known.entry(name).or_insert(item);
                    }
                }
            }
            ("tags", Value::Array(tags)) => {
                if let Value::Array(known) = base.entry("tags").or_insert_with(|| json!([])) {
                    let names: HashSet<String> =
                        known.iter().map(|tag| text(tag, "name").to_owned()).collect();
                    known.extend(tags.into_iter().filter(|tag| !names.contains(text(tag, "name"))));
                }
            }
            (extension, value) if is_extension(extension) => drop(base.entry(name).or_insert(value)),
            _ => {}
        }
    }
}

/// What the older document says of all its operations, and the newer one says otherwise, is said of each of them.
fn push_down(base: &Value, older: &mut Value, version: OasVersion, problems: &mut Problems) {
    let names: &[&str] = if version == OasVersion::V2_0 {
        &["security", "consumes", "produces"]
    } else {
        &["security", "servers"]
    };
    let mut common: Vec<(&str, Value)> = Vec::new();
    for name in names {
        let (new, old) = (base.get(*name), older.get(*name));
        if new != old {
            let nothing = match *name {
                "servers" => json!([{"url": "/"}]),
                _ => json!([]),
            };
            common.push((name, old.cloned().unwrap_or(nothing)));
        }
    }
    if version == OasVersion::V2_0 {
        for name in ["host", "basePath", "schemes"] {
            if base.get(name) != older.get(name) {
                let message = format!(
                    "operations of an older document have another `{name}`, which Swagger 2.0 cannot say of single operations: left out"
                );
                problems.warning(&Path::Member(&Path::At(""), name), message);
            }
        }
    }
    for (_, item) in older.get_mut("paths").and_then(Value::as_object_mut).into_iter().flatten() {
        let has_servers = item.get("servers").is_some();
        for (method, operation) in item.as_object_mut().into_iter().flatten() {
            let Value::Object(operation) = operation else { continue };
            if Method::parse(method).is_none() {
                continue;
            }
            for (name, value) in &common {
                if !(*name == "servers" && has_servers) {
                    operation.entry(*name).or_insert_with(|| value.clone());
                }
            }
        }
    }
}

/// New names for the older document's components that share their name with a different one. Those that nothing uses
/// are removed.
fn conflicts(base: &mut Value, older: &mut Value, version: OasVersion) -> HashMap<Component, String> {
    let mut different: HashSet<Component> = HashSet::new();
    let mut common: HashSet<Component> = HashSet::new();
    for (name, _) in SECTIONS {
        let Some(known) = section(base, version, name) else { continue };
        for (member, value) in section(older, version, name).into_iter().flatten() {
            let Some(other) = known.get(member) else { continue };
            let component = (name, member.clone());
            if other != value {
                different.insert(component.clone());
            }
            common.insert(component);
        }
    }
    // What refers to something that gets another name is different as well.
    let graph = components::graph(older, version);
    let mut users: HashMap<Component, Vec<Component>> = HashMap::new();
    for (user, used) in &graph {
        for component in used {
            users.entry(component.clone()).or_default().push(user.clone());
        }
    }
    let mut seen = different.clone();
    let mut waiting: Vec<Component> = different.iter().cloned().collect();
    while let Some(component) = waiting.pop() {
        for user in users.get(&component).into_iter().flatten() {
            if common.contains(user) && seen.insert(user.clone()) {
                different.insert(user.clone());
                waiting.push(user.clone());
            }
        }
    }
    let mut from = older
        .get_mut("paths")
        .map(|paths| components::referred(Kind::Paths, paths, version))
        .unwrap_or_default();
    from.extend(graph.keys().filter(|component| !common.contains(*component)).cloned());
    let used = components::reachable(&graph, from);
    let mut renamed = HashMap::new();
    for (name, kind) in SECTIONS {
        let mut taken: HashSet<String> = HashSet::new();
        for root in [&mut *base, &mut *older] {
            taken.extend(section(root, version, name).into_iter().flatten().map(|(name, _)| name.clone()));
        }
        let Some(members) = section(older, version, name) else { continue };
        members.retain(|member, _| {
            let component = (name, member.clone());
            if !different.contains(&component) {
                return true;
            }
            let stays = kind.is_none() || used.contains(&component);
            if stays {
                renamed.insert(component, unused(member, &mut taken));
            }
            stays
        });
    }
    renamed
}

fn rename(older: &mut Value, renamed: &HashMap<Component, String>, version: OasVersion) {
    if renamed.is_empty() {
        return;
    }
    walk::references(older, &mut |kind, text| match component(version, text) {
        Some((found, rest)) => {
            if let Some(name) = renamed.get(&found) {
                let place = place(version, found.0);
                *text = reference(
                    place.into_iter().chain([name.as_str()]).chain(rest.iter().map(String::as_str)),
                );
            }
        }
        None if kind == Kind::Schema => {
            if let Some(name) = renamed.get(&("schemas", text.clone())) {
                text.clone_from(name);
            }
        }
        None => {}
    });
    let schemes = |security: Option<&mut Value>| {
        for requirement in security.and_then(Value::as_array_mut).into_iter().flatten() {
            let Value::Object(names) = requirement else { continue };
            *names = std::mem::take(names)
                .into_iter()
                .map(|(name, scopes)| {
                    let new = renamed.get(&("securitySchemes", name.clone())).cloned();
                    (new.unwrap_or(name), scopes)
                })
                .collect();
        }
    };
    schemes(older.get_mut("security"));
    walk::document(older, &mut |kind, value, _| {
        if kind == Kind::Operation {
            schemes(value.get_mut("security"));
        }
    });
    for (name, _) in SECTIONS {
        if let Some(members) = section(older, version, name) {
            *members = std::mem::take(members)
                .into_iter()
                .map(|(member, value)| {
                    let new = renamed.get(&(name, member.clone())).cloned();
                    (new.unwrap_or(member), value)
                })
                .collect();
        }
    }
}

/// An operation id stands once in a document.
fn operation_ids(base: &mut Value, older: &mut Value) {
    let mut taken = HashSet::new();
    walk::document(base, &mut |kind, value, _| {
        if kind == Kind::Operation {
            taken.extend(value.get("operationId").and_then(Value::as_str).map(str::to_owned));
        }
    });
    let mut renamed: HashMap<String, String> = HashMap::new();
    walk::document(older, &mut |kind, value, _| {
        if kind == Kind::Operation
            && let Some(Value::String(id)) = value.get_mut("operationId")
        {
            let new = unused(id, &mut taken);
            if new != *id {
                renamed.insert(std::mem::replace(id, new.clone()), new);
            }
        }
    });
    walk::document(older, &mut |kind, value, _| {
        if kind == Kind::Link
            && let Some(Value::String(id)) = value.get_mut("operationId")
            && let Some(new) = renamed.get(id)
        {
            id.clone_from(new);
        }
    });
}

/// Adds path items, or the operations that an item lacks, with what the older item says of all of its operations.
fn paths(known: &mut Map<String, Value>, items: Map<String, Value>) {
    for (path, item) in items {
        let Some(Value::Object(there)) = known.get_mut(&path) else {
            known.insert(path, item);
            continue;
        };
        let Value::Object(item) = item else { continue };
        let differs = |name: &str| item.get(name).filter(|value| there.get(name) != Some(*value)).cloned();
        let (parameters, servers) = (differs("parameters"), differs("servers"));
        let of_there: Vec<Value> =
            there.get("parameters").and_then(Value::as_array).cloned().unwrap_or_default();
        let mut new: Vec<(String, Value)> = Vec::new();
        for (name, mut operation) in item {
            if Method::parse(&name).is_none() || there.contains_key(&name) {
                continue;
            }
            if let Value::Object(members) = &mut operation {
                if let Some(Value::Array(common)) = &parameters {
                    let own = members.entry("parameters").or_insert_with(|| json!([]));
                    if let Value::Array(own) = own {
                        let missing: Vec<Value> = common
                            .iter()
                            .filter(|parameter| !own.iter().any(|known| same(known, parameter)))
                            .filter(|parameter| !of_there.contains(parameter))
                            .cloned()
                            .collect();
                        own.extend(missing);
                    }
                }
                if let Some(servers) = &servers {
                    members.entry("servers").or_insert_with(|| servers.clone());
                }
            }
            new.push((name, operation));
        }
        there.extend(new);
    }
}

/// Whether two parameters are for the same thing.
fn same(one: &Value, other: &Value) -> bool {
    one == other
        || !text(one, "name").is_empty()
            && ["name", "in"].iter().all(|name| text(one, name) == text(other, name))
}
