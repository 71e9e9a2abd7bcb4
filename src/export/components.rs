//! Components of a document: which there are, and which of them are used.

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value};

use super::version::OasVersion;
use super::walk::{self, names};
use crate::import::{Kind, Target, target};

/// A component: its section and its name.
pub(super) type Component = (&'static str, String);

/// The sections of components, with the kind of what is in them; security schemes, which nothing refers to, have none.
pub(super) const SECTIONS: [(&str, Option<Kind>); 10] = [
    ("schemas", Some(Kind::Schema)),
    ("responses", Some(Kind::Response)),
    ("parameters", Some(Kind::Parameter)),
    ("examples", Some(Kind::Example)),
    ("requestBodies", Some(Kind::RequestBody)),
    ("headers", Some(Kind::Header)),
    ("links", Some(Kind::Link)),
    ("callbacks", Some(Kind::Callback)),
    ("pathItems", Some(Kind::PathItem)),
    ("securitySchemes", None),
];

/// Where a section stands.
pub(super) fn place(version: OasVersion, section: &'static str) -> Vec<&'static str> {
    match (version, section) {
        (OasVersion::V2_0, "schemas") => vec!["definitions"],
        (OasVersion::V2_0, "securitySchemes") => vec!["securityDefinitions"],
        (OasVersion::V2_0, section) => vec![section],
        (_, section) => vec!["components", section],
    }
}

/// The members of a section, where it is there.
pub(super) fn section<'r>(
    root: &'r mut Value,
    version: OasVersion,
    section: &'static str,
) -> Option<&'r mut Map<String, Value>> {
    let mut at = root;
    for name in place(version, section) {
        at = at.get_mut(name)?;
    }
    at.as_object_mut()
}

/// The component that a reference leads to or into, and the names that follow its own.
pub(super) fn component(version: OasVersion, text: &str) -> Option<(Component, Vec<String>)> {
    let Target::Pointer(pointer) = target(text) else { return None };
    let path = names(&pointer);
    for (section, _) in SECTIONS {
        let place = place(version, section);
        let (front, rest) = path.split_at_checked(place.len())?;
        if front.iter().zip(&place).all(|(name, wanted)| name == wanted)
            && let Some((name, rest)) = rest.split_first()
        {
            return Some(((section, name.clone()), rest.to_vec()));
        }
    }
    None
}

/// The components that each component refers to.
pub(super) fn graph(root: &mut Value, version: OasVersion) -> HashMap<Component, Vec<Component>> {
    let mut found = HashMap::new();
    for (name, kind) in SECTIONS {
        let Some(kind) = kind else { continue };
        for (member, value) in section(root, version, name).into_iter().flatten() {
            found.insert((name, member.clone()), referred(kind, value, version));
        }
    }
    found
}

/// The components that a value refers to.
pub(super) fn referred(kind: Kind, value: &mut Value, version: OasVersion) -> Vec<Component> {
    let mut found = Vec::new();
    walk::references_of(kind, value, &mut |kind, text| match component(version, text) {
        Some((component, _)) => found.push(component),
        // A discriminator maps to schemas by their names too.
        None if kind == Kind::Schema && !text.contains(['#', '/']) => found.push(("schemas", text.clone())),
        None => {}
    });
    found
}

/// All that can be reached from some components.
pub(super) fn reachable(
    graph: &HashMap<Component, Vec<Component>>,
    from: impl IntoIterator<Item = Component>,
) -> HashSet<Component> {
    let mut found: HashSet<Component> = HashSet::new();
    let mut waiting: Vec<Component> = from.into_iter().collect();
    while let Some(component) = waiting.pop() {
        if found.insert(component.clone()) {
            waiting.extend(graph.get(&component).into_iter().flatten().cloned());
        }
    }
    found
}

/// Removes the components that no operation uses.
pub(super) fn prune(root: &mut Value, version: OasVersion) {
    let graph = graph(root, version);
    let mut from = Vec::new();
    if let Some(paths) = root.get_mut("paths") {
        from = referred(Kind::Paths, paths, version);
    }
    let used = reachable(&graph, from);
    let schemes = required(root);
    for (name, kind) in SECTIONS {
        let Some(members) = section(root, version, name) else { continue };
        members.retain(|member, _| match kind {
            Some(_) => used.contains(&(name, member.clone())),
            None => schemes.contains(member),
        });
        if members.is_empty() {
            let place = place(version, name);
            if let [outer @ .., last] = &place[..] {
                let mut at = Some(&mut *root);
                for name in outer {
                    at = at.and_then(|at| at.get_mut(name));
                }
                if let Some(owner) = at.and_then(Value::as_object_mut) {
                    owner.shift_remove(*last);
                }
            }
        }
    }
    if let Some(top) = root.as_object_mut()
        && top.get("components").and_then(Value::as_object).is_some_and(Map::is_empty)
    {
        top.shift_remove("components");
    }
}

/// The names of security schemes that operations, or the whole document, require.
fn required(root: &mut Value) -> HashSet<String> {
    let mut found = HashSet::new();
    let mut add = |security: Option<&Value>| {
        for requirement in security.and_then(Value::as_array).into_iter().flatten() {
            found.extend(requirement.as_object().into_iter().flatten().map(|(name, _)| name.clone()));
        }
    };
    add(root.get("security"));
    walk::document(root, &mut |kind, value, _| {
        if kind == Kind::Operation {
            add(value.get("security"));
        }
    });
    found
}
