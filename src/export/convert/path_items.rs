//! Path items that refer to others, written out where they stand.

use serde_json::{Map, Value};

use super::notes::Notes;
use crate::export::walk;
use crate::import::{Kind, Path, reference_of, resolve};

/// How many references one path item may lead through.
const MAX_HOPS: usize = 8;

/// Writes out what path items refer to; their own members win. References that lead nowhere stay.
pub(super) fn inline(root: &mut Value, notes: &mut Notes<'_>) {
    let mut places: Vec<String> = Vec::new();
    walk::document(root, &mut |kind, value, path| {
        if kind == Kind::PathItem && reference_of(value).is_some() {
            places.push(path.pointer());
        }
    });
    for pointer in places {
        let Some(members) = root.pointer(&pointer).and_then(|item| members(root, item)) else { continue };
        let copies: Option<Map<String, Value>> =
            members.into_iter().map(|(name, value)| Some((name.to_owned(), notes.copy(value)?))).collect();
        if let Some(merged) = copies {
            if let Some(place) = root.pointer_mut(&pointer) {
                *place = Value::Object(merged);
            }
        } else {
            notes.note(&Path::At(&pointer), "too much to write out what is referred to: the reference stays");
        }
    }
}

/// The members of a path item and of those that it refers to; `None` where a reference leads nowhere.
pub(in crate::export) fn members<'r>(root: &'r Value, item: &'r Value) -> Option<Vec<(&'r str, &'r Value)>> {
    let mut merged: Vec<(&str, &Value)> = Vec::new();
    let mut next = item;
    for _ in 0..MAX_HOPS {
        for (name, value) in next.as_object()? {
            if name != "$ref" && !merged.iter().any(|(known, _)| known == name) {
                merged.push((name, value));
            }
        }
        match reference_of(next) {
            Some(reference) => next = resolve(root, reference)?.1,
            None => return Some(merged),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::version::OasVersion;
    use crate::import::Problems;
    use serde_json::json;

    #[test]
    fn items_are_written_out() {
        let mut root = json!({
            "paths": {"/a": {"$ref": "#/components/pathItems/A", "get": {"x": 1}}, "/b": {"$ref": "#/paths/~1a"},
                "/loop": {"$ref": "#/paths/~1loop"}, "/gone": {"$ref": "other.yaml"}},
            "components": {"pathItems": {"A": {"get": {"x": 2}, "put": {}}}}
        });
        let mut problems = Problems::default();
        inline(&mut root, &mut Notes::new(&mut problems, OasVersion::V3_0));
        let whole = json!({"get": {"x": 1}, "put": {}});
        assert_eq!((&root["paths"]["/a"], &root["paths"]["/b"]), (&whole, &whole));
        assert_eq!(root["paths"]["/loop"], json!({"$ref": "#/paths/~1loop"}));
        assert_eq!(root["paths"]["/gone"], json!({"$ref": "other.yaml"}));
    }
}
