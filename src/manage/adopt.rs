//! Parts of one document that go over into another one: components that a part refers to, and saved responses.

use crate::import::{OverwriteBehavior, unescaped};
use serde_json::{Map, Value};

/// Where references within a document begin that can be taken along.
const COMPONENTS: [&str; 4] = ["#/components/", "#/definitions/", "#/parameters/", "#/responses/"];

/// Copies the components that the value at a pointer of `into` refers to, and those that these refer to, where `into` has none
/// of their names.
pub fn adopt_components(into: &mut Value, pointer: &str, from: &Value) {
    let mut found = into.pointer(pointer).map(references).unwrap_or_default();
    while let Some(target) = found.pop() {
        let Some(component) = from.pointer(&target).filter(|_| into.pointer(&target).is_none()) else {
            continue;
        };
        let component = component.clone();
        found.extend(references(&component));
        insert(into, &target, component);
    }
}

/// The pointers that a value refers to, as far as they name components.
fn references(value: &Value) -> Vec<String> {
    let (mut found, mut stack) = (Vec::new(), vec![value]);
    while let Some(value) = stack.pop() {
        match value {
            Value::Object(members) => {
                if let Some(Value::String(target)) = members.get("$ref")
                    && COMPONENTS.iter().any(|start| target.starts_with(start))
                {
                    // What lies inside of a component comes with it.
                    let depth = if target.starts_with(COMPONENTS[0]) { 4 } else { 3 };
                    let component: Vec<&str> =
                        target.trim_start_matches('#').split('/').take(depth).collect();
                    found.push(component.join("/"));
                }
                stack.extend(members.values());
            }
            Value::Array(items) => stack.extend(items),
            _ => {}
        }
    }
    found
}

/// Puts a component where a pointer says.
fn insert(into: &mut Value, pointer: &str, component: Value) {
    let mut place = into;
    let mut names = pointer.split('/').skip(1).peekable();
    while let Some(name) = names.next() {
        let name = unescaped(name);
        let Some(members) = place.as_object_mut() else { return };
        if names.peek().is_none() {
            members.entry(name).or_insert(component);
            return;
        }
        place = members.entry(name).or_insert_with(|| Value::Object(Map::new()));
    }
}

/// Keeps the saved responses of an operation, its named examples, when it is imported again. `behavior` says what happens where
/// the document has one of the same name.
pub fn keep_cases(operation: &mut Value, before: &Value, behavior: OverwriteBehavior) {
    let Some(Value::Object(responses)) = before.get("responses") else { return };
    for (key, response) in responses {
        let media = response.get("content").and_then(Value::as_object).into_iter().flatten();
        for (media_type, media) in media {
            let Some(Value::Object(cases)) = media.get("examples") else { continue };
            let now = operation
                .get_mut("responses")
                .and_then(|responses| responses.get_mut(key))
                .and_then(|response| response.get_mut("content"))
                .and_then(|content| content.get_mut(media_type))
                .and_then(Value::as_object_mut);
            let Some(now) = now else { continue };
            let slot = now.entry("examples").or_insert_with(|| Value::Object(Map::new()));
            if let Value::Object(now) = slot {
                *now = cases_of(cases, std::mem::take(now), behavior);
            }
            if slot.as_object().is_some_and(Map::is_empty) {
                now.shift_remove("examples");
            }
        }
    }
}

fn cases_of(
    before: &Map<String, Value>,
    now: Map<String, Value>,
    behavior: OverwriteBehavior,
) -> Map<String, Value> {
    let mut cases = match behavior {
        OverwriteBehavior::OverwriteExisting => return now,
        _ => before.clone(),
    };
    for (name, case) in now {
        match (cases.get(&name), behavior) {
            (Some(_), OverwriteBehavior::KeepExisting) => {}
            (Some(known), OverwriteBehavior::CreateNew) if *known != case => {
                // The same one, added by an earlier import, is not added again.
                let mut number = 2;
                let mut free = format!("{name} ({number})");
                while cases.get(&free).is_some_and(|known| *known != case) {
                    number += 1;
                    free = format!("{name} ({number})");
                }
                cases.insert(free, case);
            }
            _ => drop(cases.insert(name, case)),
        }
    }
    cases
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn components_come_with_what_refers_to_them() {
        let from = json!({"components": {"schemas": {
            "A": {"properties": {"b": {"$ref": "#/components/schemas/B/properties/x"}, "c": {"$ref": "#/components/schemas/C"}}},
            "B": {"properties": {"x": {"$ref": "#/components/schemas/A"}}},
            "C": {"title": "old"}, "D/E": {}, "F": {},
        }}});
        let mut into = json!({"x": [{"$ref": "#/components/schemas/A"}, {"$ref": "#/components/schemas/D~1E"}, {"$ref": "other.json"}],
            "components": {"schemas": {"C": {"title": "new"}}}});
        adopt_components(&mut into, "/x", &from);
        let names: Vec<_> = into["components"]["schemas"].as_object().unwrap().keys().cloned().collect();
        assert_eq!(names, ["C", "A", "B", "D/E"]);
        assert_eq!(into["components"]["schemas"]["C"]["title"], "new");

        let mut empty = json!({"x": {"$ref": "#/definitions/A"}});
        adopt_components(&mut empty, "/x", &json!({"definitions": {"A": {"type": "object"}}}));
        assert_eq!(empty["definitions"]["A"]["type"], "object");
    }

    #[test]
    fn saved_responses_stay_as_the_behavior_says() {
        let operation = |cases: Value| json!({"responses": {"200": {"content": {"application/json": {"examples": cases}}}}});
        let before = operation(json!({"ok": {"value": 1}, "mine": {"value": 2}}));
        let cases = [
            (OverwriteBehavior::OverwriteExisting, json!({"ok": {"value": 9}, "new": {"value": 3}})),
            (
                OverwriteBehavior::AutoMerge,
                json!({"ok": {"value": 9}, "mine": {"value": 2}, "new": {"value": 3}}),
            ),
            (
                OverwriteBehavior::KeepExisting,
                json!({"ok": {"value": 1}, "mine": {"value": 2}, "new": {"value": 3}}),
            ),
            (
                OverwriteBehavior::CreateNew,
                json!({"ok": {"value": 1}, "mine": {"value": 2}, "ok (2)": {"value": 9}, "new": {"value": 3}}),
            ),
        ];
        for (behavior, expected) in cases {
            let mut now = operation(json!({"ok": {"value": 9}, "new": {"value": 3}}));
            keep_cases(&mut now, &before, behavior);
            assert_eq!(now, operation(expected.clone()), "{behavior:?}");
            let mut again = operation(json!({"ok": {"value": 9}, "new": {"value": 3}}));
            keep_cases(&mut again, &now, behavior);
            assert_eq!(again, operation(expected), "{behavior:?}, again");
        }
        for other in [
            json!({}),
            json!({"responses": []}),
            json!({"responses": {"200": {"content": {"application/json": 1}}}}),
        ] {
            let mut now = other.clone();
            keep_cases(&mut now, &before, OverwriteBehavior::AutoMerge);
            assert_eq!(now, other);
        }
    }
}
