//! Gives what references point into from afar (`#/paths/~1pets/get/…/schema`, `#/components/schemas/Pet/properties/id`,
//! `#anchor`) a component of its own, so that the rest of the document can be moved and rewritten around it.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde_json::{Map, Value};

use super::version::OasVersion;
use super::walk::{self, names, reference};
use crate::import::{Kind, Target, is_extension, resolve, target};

/// Names of pointers that say nothing about what stands there.
const STRUCTURE: [&str; 19] = [
    "components",
    "schemas",
    "definitions",
    "parameters",
    "responses",
    "requestBodies",
    "requestBody",
    "headers",
    "examples",
    "paths",
    "webhooks",
    "properties",
    "$defs",
    "content",
    "schema",
    "items",
    "allOf",
    "anyOf",
    "oneOf",
];
/// The longest name that is made up, in characters.
const MAX_NAME: usize = 60;

/// Which references are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// All that lead to something else than a component.
    All,
    /// Those that lead into operations.
    Operations,
}

/// Moves the targets of far references into components. What a reference may not stand for stays where it is.
pub(super) fn hoist(root: &mut Value, version: OasVersion, reach: Reach) {
    let mut texts: BTreeMap<String, Kind> = BTreeMap::new();
    walk::references(root, &mut |kind, text| {
        if text.starts_with('#') || kind == Kind::Schema {
            texts.entry(text.clone()).or_insert(kind);
        }
    });
    let anchors = anchors(root);
    let mut renamed: HashMap<String, String> = HashMap::new();
    // By pointer: what it is, and which references lead there.
    let mut targets: BTreeMap<String, (Kind, Vec<String>)> = BTreeMap::new();
    for (text, kind) in texts {
        let Some(section) = version.section(kind) else { continue };
        let pointer = match target(&text) {
            Target::Pointer(_) => match resolve(root, &text) {
                Some((pointer, _)) => pointer,
                None => continue,
            },
            Target::Anchor(_) | Target::External => match anchors.get(&text) {
                Some(pointer) => pointer.clone(),
                None => continue,
            },
        };
        let path = names(&pointer);
        let is_component = path.len() == section.len() + 1
            && path.iter().zip(section).all(|(name, section)| name == section);
        let wanted = match reach {
            Reach::All => true,
            Reach::Operations => path.first().is_some_and(|name| name == "paths" || name == "webhooks"),
        };
        if is_component {
            if !text.starts_with("#/") {
                renamed.insert(text, reference(path.iter().map(String::as_str)));
            }
            continue;
        }
        // `#` itself, or a whole section, is no part that could be moved.
        if wanted && path.len() > section.len() {
            targets.entry(pointer).or_insert((kind, Vec::new())).1.push(text);
        }
    }
    let mut deepest: Vec<_> = targets.into_iter().collect();
    // What stands inside of something else that is moved goes first.
    deepest.sort_by_key(|(pointer, _)| std::cmp::Reverse(pointer.matches('/').count()));
    let mut taken: HashMap<Kind, HashSet<String>> = HashMap::new();
    let mut moved: Vec<(Kind, String, Value)> = Vec::new();
    for (pointer, (kind, texts)) in deepest {
        let Some(section) = version.section(kind) else { continue };
        let taken = taken.entry(kind).or_insert_with(|| known(root, section));
        let name = unused(&name_of(&pointer), taken);
        let to = reference(section.iter().copied().chain([name.as_str()]));
        let Some(place) = root.pointer_mut(&pointer) else { continue };
        let can_move = place.is_object() || kind == Kind::Schema && place.is_boolean();
        if !can_move {
            taken.remove(&name);
            continue;
        }
        let stub = Value::Object(Map::from_iter([("$ref".to_owned(), Value::String(to.clone()))]));
        let mut value = std::mem::replace(place, stub);
        if let Value::Object(members) = &mut value {
            members.shift_remove("$anchor");
        }
        moved.push((kind, name, value));
        renamed.extend(texts.into_iter().map(|text| (text, to.clone())));
    }
    for (kind, name, value) in moved {
        let Some(section) = version.section(kind) else { continue };
        if let Some(section) = open(root, section) {
            section.insert(name, value);
        }
    }
    if !renamed.is_empty() {
        walk::references(root, &mut |_, text| {
            if let Some(to) = renamed.get(text) {
                text.clone_from(to);
            }
        });
    }
}

/// The section of components at these names, made where it is missing.
pub(super) fn open<'r>(root: &'r mut Value, section: &[&str]) -> Option<&'r mut Map<String, Value>> {
    let mut at = root;
    for name in section {
        at = at.as_object_mut()?.entry(*name).or_insert_with(|| Value::Object(Map::new()));
    }
    at.as_object_mut()
}

/// The names in a section.
pub(super) fn known(root: &Value, section: &[&str]) -> HashSet<String> {
    let at = section.iter().try_fold(root, |at, name| at.get(*name));
    at.and_then(Value::as_object).into_iter().flatten().map(|(name, _)| name.clone()).collect()
}

/// A name that is not taken yet: `Pet`, `Pet2`, `Pet3`. It is taken then.
pub(super) fn unused(wanted: &str, taken: &mut HashSet<String>) -> String {
    let numbered = (2..).map(|number| format!("{wanted}{number}"));
    let name = std::iter::once(wanted.to_owned()).chain(numbered).find(|name| !taken.contains(name));
    let name = name.unwrap_or_default();
    taken.insert(name.clone());
    name
}

/// Text as the name of a component may be.
pub(super) fn sanitized(text: &str) -> String {
    let allowed = |character: char| character.is_ascii_alphanumeric() || "._-".contains(character);
    let mut name: String = text.chars().map(|c| if allowed(c) { c } else { '_' }).collect();
    // `Map«String,Pet»` ends without two underscores.
    while name.ends_with('_') && !text.ends_with('_') {
        name.pop();
    }
    if name.is_empty() { "_".to_owned() } else { name }
}

/// A name for what stands at a pointer.
fn name_of(pointer: &str) -> String {
    let words: Vec<String> = names(pointer)
        .into_iter()
        .filter(|name| !STRUCTURE.contains(&name.as_str()))
        .map(|name| sanitized(name.trim_matches(['/', '{', '}', '$'])))
        .filter(|name| name.chars().any(|character| character.is_ascii_alphanumeric()))
        .collect();
    let name: String = words.join("_").chars().take(MAX_NAME).collect();
    if name.is_empty() { "Part".to_owned() } else { name }
}

/// Where the schemas stand that references name by `$anchor` or `$id`. Names that stand more than once are left out:
/// which one is meant depends on the resource around the reference.
fn anchors(root: &mut Value) -> HashMap<String, String> {
    let mut found: HashMap<String, Option<String>> = HashMap::new();
    walk::document(root, &mut |kind, value, path| {
        if kind != Kind::Schema {
            return;
        }
        for (keyword, prefix) in [("$anchor", "#"), ("$id", "")] {
            if let Some(name) = value.get(keyword).and_then(Value::as_str).filter(|name| !is_extension(name))
            {
                found
                    .entry(format!("{prefix}{name}"))
                    .and_modify(|known| *known = None)
                    .or_insert_with(|| Some(path.pointer()));
            }
        }
    });
    found.into_iter().filter_map(|(name, pointer)| Some((name, pointer?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn far_targets_become_components() {
        let mut root = json!({
            "paths": {"/a": {"get": {"responses": {
                "200": {"content": {"application/json": {"schema": {"type": "object", "properties": {"x": {"type": "string"}}}}}},
                "201": {"content": {"application/json": {"schema": {"$ref": "#/paths/~1a/get/responses/200/content/application~1json/schema"}}}},
                "202": {"$ref": "#/paths/~1a/get/responses/201"}}}}},
            "components": {"schemas": {
                "A": {"properties": {"b": {"type": "string"}, "c": {"$ref": "#/components/schemas/A/properties/b"}}},
                "A_b": {"$ref": "#tree"}, "Tree": {"$anchor": "tree", "items": {"$ref": "#tree"}},
                "D": {"$ref": "#/components/schemas/A"}, "Gone": {"$ref": "#/nowhere/at/all"}, "Root": {"$ref": "#"}}}
        });
        let before = root.clone();
        hoist(&mut root, OasVersion::V3_1, Reach::Operations);
        assert_eq!(root["components"]["schemas"]["A"], before["components"]["schemas"]["A"]);
        hoist(&mut root, OasVersion::V3_1, Reach::All);
        let schemas = &root["components"]["schemas"];
        assert_eq!(schemas["A"]["properties"]["b"], json!({"$ref": "#/components/schemas/A_b2"}));
        assert_eq!(schemas["A"]["properties"]["c"], json!({"$ref": "#/components/schemas/A_b2"}));
        assert_eq!(schemas["A_b2"], json!({"type": "string"}));
        // What has an anchor and is a component already is called by its name.
        assert_eq!(schemas["A_b"], json!({"$ref": "#/components/schemas/Tree"}));
        assert_eq!(
            schemas["Tree"],
            json!({"$anchor": "tree", "items": {"$ref": "#/components/schemas/Tree"}})
        );
        assert_eq!(schemas["Root"], json!({"$ref": "#"}));
        assert_eq!(schemas["Gone"], json!({"$ref": "#/nowhere/at/all"}));
        let body = "a_get_200_application_json";
        assert_eq!(schemas[body]["type"], "object");
        let responses = &root["paths"]["/a"]["get"]["responses"];
        let link = json!({"$ref": format!("#/components/schemas/{body}")});
        assert_eq!(responses["200"]["content"]["application/json"]["schema"], link);
        assert_eq!(responses["202"], json!({"$ref": "#/components/responses/a_get_201"}));
        assert_eq!(
            root["components"]["responses"]["a_get_201"]["content"]["application/json"]["schema"],
            link
        );
    }

    #[test]
    fn names() {
        for (text, name) in
            [("Pet", "Pet"), ("Map«String,Pet»", "Map_String_Pet"), ("a_", "a_"), ("«»", "_"), ("é.x", "_.x")]
        {
            assert_eq!(sanitized(text), name);
        }
        assert!(name_of(&format!("/paths/{}", "x".repeat(500))).len() <= MAX_NAME);
        assert_eq!(name_of("/components/schemas/{}"), "Part");
    }
}
